"""A number told as a multiple of another: "312 complaints, three times as many as the 104 of last year"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Stated

MORE, LESS = "the_larger_number", "the_smaller_number"
GAPS = {"more": COUNTS, "less": COUNTS, "times": frozenset({Kind.MULTIPLE})}
ANCHOR = "times"
PHRASES = (
    r"{more}~(?:,| –| —)? (?:or |which (?:is|was|were) )?{times} (?:as (?:many|much|high|large|long) as )?(?:in )?<the> {less}",
)
EXAMPLES = (
    Example("There were 312 complaints, three times as many as the 104 of last year.", holds=True),
    Example("There were 312 complaints, four times as many as the 104 of last year.", holds=False),
    Example("It had 159 guests, more than double the 70 of May.", holds=True),
    Example("It had 139 guests, more than double the 70 of May.", holds=False),
    Example("Sales of 300 tripled in 2016.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """The two numbers, and their ratio."""
    more, less = said["more"], said["less"]
    if more.kind is not less.kind or more.unit != less.unit:
        return None
    counted = all(numeral.kind is Kind.COUNT and numeral.quantum == 1 for numeral in (more, less))
    declared = {} if counted else {"amount": "true"}
    counts = [
        {"kind": "count", "quantity": name, "printed": said[gap]} for name, gap in ((MORE, "more"), (LESS, "less"))
    ]
    ratio = {"kind": "ratio", "of": MORE, "to": LESS, "printed": said["times"]}
    return Stated({MORE: declared, LESS: declared}, (*counts, ratio))
