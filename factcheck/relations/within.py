"""A part that is larger than the whole it is said to be of: "965 of the 956 cases", "132% of the 956 cases"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Example, Line, Said, Stated

COUNT = frozenset({Kind.COUNT})
GAPS = {"part": COUNT, "whole": COUNT, "share": frozenset({Kind.PERCENT})}
ANCHOR = ""
PHRASES = (r"{part} (?:out )?of <the> {whole}", r"{share} of <the> {whole}")
EXAMPLES = (
    Example("Facebook was used in 312 of the 956 cases.", holds=True),
    Example("Facebook was used in 965 of the 956 cases.", holds=False),
    Example("Facebook was used in 13.2% of the 956 cases.", holds=True),
    Example("Facebook was used in 132% of the 956 cases.", holds=False),
    Example("Nearly all 12 of them came.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """The part is at most the whole."""
    if not all(_is_counted(numeral) for gap, (numeral,) in said.gaps.items() if gap != "share"):
        return None
    if "share" in said:
        count = {"kind": "count", "quantity": "the_whole", "printed": said["whole"]}
        share = {"kind": "share", "part": "the_part", "whole": "the_whole", "printed": said["share"]}
        doubt = "the whole is only compared with, and what is told is no part of it"
        return Stated({"the_part": {"amount": "true"}, "the_whole": {}}, (count, share), doubt)
    counts = [{"kind": "count", "quantity": f"the_{gap}", "printed": said[gap]} for gap in ("part", "whole")]
    bound = {"kind": "bound", "quantity": "the_part", "side": "at most", "than": "the_whole"}
    return Stated({"the_part": {}, "the_whole": {}}, (*counts, bound))


def _is_counted(numeral: Numeral) -> bool:
    return numeral.form in (Form.DIGITS, Form.WORDS) and numeral.quantum == 1
