"""A part, its whole and the share that it makes up: "312 of the 956 cases (32.6%)".

Part and whole are counted one by one, so that only whole numbers count. Of money and measures both are rounded.
"""

from __future__ import annotations

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, SHARES, Example, Said, Stated

PART, WHOLE = "the_part", "the_whole"
COUNTED = 20  # "one in five" and "2/3" are shares; "312/956" and "312 out of 956" are counts
GAPS = {"part": COUNTS, "whole": COUNTS, "share": SHARES, "pair": frozenset({Kind.RATIO})}
PHRASES = (
    r"{part}~ (?:out )?of <the> {whole}~,? ?\({share}\)",
    r"{part}~ (?:out )?of <the> {whole}~(?:,| –| —| -) (?:or )?{share},",
    r"{part}~ (?:out )?of <the> {whole}~,? or {share}",
    r"of <the> {whole}~,? {part}~ \({share}\)",
    r"{share}~ \({part} (?:out )?of <the> {whole}~\)",
    r"{share}(?: |, or ){part} (?:out )?of <the> {whole}",
    r"{share}~ \({pair}\)",
    r"{pair}~ \({share}\)",
    r"{share}\)?,? or {pair}",
)
EXAMPLES = (
    Example("Facebook was used in 312 of the 956 cases (32.6%).", holds=True),
    Example("Facebook was used in 312 of the 956 cases (32.7%).", holds=False),
    Example("Of the 956 cases, 312 (32.6%) involved Facebook.", holds=True),
    Example("Of the 956 cases, 321 (32.6%) involved Facebook.", holds=False),
    Example("32.6% (312/956) were on Facebook.", holds=True),
    Example("32.9% (312/956) were on Facebook.", holds=False),
    Example("A third (32.6%), or 312 out of 956 cases, was on Facebook.", holds=True),
    Example("8 of the 918 patients (0.87%) died.", holds=True),
    Example("8 of the 768 patients (0.87%) died.", holds=False),
    Example("They paid £3.2bn of the £4bn (80%).", holds=True),
    Example("On 8 of 10 days (all in May) it rained.", holds=None),
)


def stated(said: Said) -> Stated | None:
    """Part and whole as counted, and the share between them."""
    if "pair" in said:
        terms = said["pair"].terms
        if terms is None or terms[1] < COUNTED:
            return None
        raw = {PART: {"of": WHOLE, "raw": str(terms[0])}, WHOLE: {"raw": str(terms[1])}}
        return Stated(raw, (_share(said["share"]),))
    part, whole = said["part"], said["whole"]
    if part.kind is not whole.kind or part.unit != whole.unit:
        return None
    counted = _is_counted(part) and _is_counted(whole)
    declared: dict[str, object] = {} if counted else {"amount": "true"}
    counts = [
        {"kind": "count", "quantity": name, "printed": printed} for name, printed in ((PART, part), (WHOLE, whole))
    ]
    return Stated({PART: {"of": WHOLE, **declared}, WHOLE: declared}, (*counts, _share(said["share"])))


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind is Kind.COUNT and numeral.exact_value.denominator == 1


def _share(printed: Numeral) -> dict[str, object]:
    return {"kind": "share", "part": PART, "whole": WHOLE, "printed": printed}
