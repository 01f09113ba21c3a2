"""Parts that make up a whole which is told nowhere, each with its share of it: "346 (57%) men and 264 (43%) women"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.alike import decimals
from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Stated
from factcheck.relation.cues import CHANGE, OTHER
from factcheck.relation.shares.listed import items_up_to
from factcheck.relation.stating import THE_WHOLE, counts_of, declared, numbered, shares_of, total_of
from factcheck.rounding import decimal
from factcheck.wording import spoken

PERCENT = frozenset({Kind.PERCENT})
GAPS = {"parts": COUNTS, "shares": PERCENT, "first": COUNTS, "share": PERCENT, "last": COUNTS, "rest": PERCENT}
ANCHOR = ""
NEAR = Fraction(15, 1000)
"""How far rounded shares of one whole may be from all of it."""
UNLESS = (
    rf"{OTHER}|\b(?:{CHANGE}|rates?|weighted|respond\w*|response|versus|vs|compared|odds|each|both|either"
    r"|several answers|more than one)\b"
)
"""Of two groups each has a rate of its own."""
PHRASES = ()
EXAMPLES = (
    Example("The sample had 346 (57%) men and 264 (43%) women.", holds=True),
    Example("The sample had 364 (57%) men and 264 (43%) women.", holds=False),
    Example("Some 346 (57%) men voted, but 264 (43%) women did.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """The parts of each list with their shares; `stated` asks whether these leave nothing over."""
    head = len(line.slots)
    for share in line.slots[::-1]:
        items = items_up_to(line, share)[::-1] if share.index < head else []
        if len(items) > 1 and all(item.share.value > 0 for item in items):
            head = items[0].part.index
            parts = [item.part for item in items]
            if len({(part.kind, part.numeral.unit) for part in parts}) == 1 and not any(
                part.numeral.flags for part in parts
            ):
                yield line.on(Ground.CUES, parts=parts, shares=[item.share for item in items])


def stated(said: Said) -> Stated | None:
    """Each part as it is counted, all of them as the whole, and each one's share of that."""
    parts = said.gaps["parts"] if "parts" in said else (said["first"], said["last"])
    shares = said.gaps["shares"] if "shares" in said else (said["share"], said["rest"])
    if abs(sum((share.exact_value for share in shares), Fraction(0)) - 1) > NEAR:
        return None
    told = numbered(parts)
    claims = (*counts_of(told), *shares_of(dict(zip(told, shares, strict=True))))
    says = _says(told, shares)
    return Stated(declared(*told, THE_WHOLE, counted=False), (*claims, total_of(told)), says=says)


def _says(parts: Mapping[str, Numeral], shares: Sequence[Numeral]) -> str:
    """What the part whose share is farthest off is of all of them."""
    whole = sum((part.exact_value for part in parts.values()), Fraction())
    if not whole:
        return ""
    true = {name: part.exact_value / whole for name, part in parts.items()}
    name, share = max(zip(true, shares, strict=True), key=lambda each: abs(true[each[0]] - each[1].exact_value))
    return f"{{{name}}} is {decimal(100 * true[name], decimals(share))}% of all of them, not {spoken(share)}"
