"""Two numbers and how far they are apart: "159 cases, 17 more than the 142 of May", "rose by 17 from 142 to 159"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Line, Said, Stated

MORE, LESS = "the_larger_number", "the_smaller_number"
GAPS = {"more": COUNTS, "less": COUNTS, "by": COUNTS}
WHICH = r"(?:,| –| —)? (?:which (?:is|was|were) |some )?"
UP, DOWN = "(?:rose|increased|grew|went up|up|climbed)", "(?:fell|decreased|dropped|went down|down|declined|shrank)"
ANCHOR = "by"
PHRASES = (
    rf"{{more}}~{WHICH}{{by}}~ (?:more|higher)~ than <the> {{less}}",
    rf"{{less}}~{WHICH}{{by}}~ (?:fewer|less|lower)~ than <the> {{more}}",
    rf"{UP} by {{by}}~,? from {{less}}~ to {{more}}",
    rf"{DOWN} by {{by}}~,? from {{more}}~ to {{less}}",
    r"from {less}~ to {more}~,? (?:a |an )?(?:rise|increase|gain|growth|up) (?:of |by )?{by}",
    r"from {more}~ to {less}~,? (?:a |an )?(?:fall|decrease|drop|decline|cut|loss|down) (?:of |by )?{by}",
)
EXAMPLES = (
    Example("There were 159 cases, 17 more than the 142 of May.", holds=True),
    Example("There were 159 cases, 71 more than the 142 of May.", holds=False),
    Example("It took 130 entries, 12 fewer than the 142 of May.", holds=True),
    Example("It took 130 entries, 12 more than the 142 of May.", holds=False),
    Example("It cost £4.2bn, £0.3bn less than the £4.54bn of last year.", holds=True),
    Example("Entries rose by 17 from 142 to 159.", holds=True),
    Example("Entries rose by 71 from 142 to 159.", holds=False),
    Example("Entries went from 159 to 142, a drop of 17.", holds=True),
    Example("Entries went from 159 to 142, a drop of 71.", holds=False),
    Example("He had 17 more than 12 ideas.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """The two numbers, and the distance between them."""
    if len({(numeral.kind, numeral.unit) for numeral in said.numerals}) > 1:
        return None
    declared = {} if all(map(_is_counted, said.numerals)) else {"amount": "true"}
    counts = [
        {"kind": "count", "quantity": name, "printed": said[gap]} for name, gap in ((MORE, "more"), (LESS, "less"))
    ]
    difference = {"kind": "difference", "more": MORE, "less": LESS, "printed": said["by"]}
    return Stated({MORE: declared, LESS: declared}, (*counts, difference))


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind is Kind.COUNT and numeral.quantum == 1
