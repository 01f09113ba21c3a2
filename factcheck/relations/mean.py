"""A total, a number of shares in it and their mean: "48 pupils raised £12,000, an average of £250 each"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Line, Said, Stated

COUNT = frozenset({Kind.COUNT})
GAPS = {"total": COUNTS, "number": COUNT, "mean": COUNTS | {Kind.RATE}}
GOT = "(?:raised|paid|spent|earned|won|gave|scored|made|got|received|shared)"
EACH = "(?:each|apiece|a head|per head|per person) on average"
MEAN = r"(?:,| –| —|;)? (?:or )?(?:an average|a mean|an average sum) of {mean}"
ANCHOR = "mean"
PHRASES = (
    rf"{{total}}~ (?:among|between|by|for|from|over|across|in) <the> {{number}}~{MEAN}",
    rf"{{number}}~ {GOT} {{total}}~{MEAN}",
    rf"{{number}}~ {GOT} {{total}}~,? (?:or )?{{mean}} {EACH}",
)
EXAMPLES = (
    Example("The 48 pupils raised £12,000, an average of £250 each.", holds=True),
    Example("The 48 pupils raised £12,000, an average of £205 each.", holds=False),
    Example("There were 96 goals in 32 matches, an average of 3.0 a match.", holds=True),
    Example("There were 96 goals in 32 matches, an average of 3.2 a match.", holds=False),
    Example("There were 96 goals in May, an average of 3 a match.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """The total, the number it is spread over, and the mean."""
    total, number, mean = said["total"], said["number"], said["mean"]
    alike = total.kind is mean.kind and total.unit == mean.unit
    if not _is_counted(number) or not (alike or mean.per == 1):
        return None
    counts = [
        {"kind": "count", "quantity": name, "printed": printed}
        for name, printed in (("the_total", total), ("the_number", number))
    ]
    claim = {"kind": "mean", "total": "the_total", "n": "the_number", "printed": mean}
    declared = {} if _is_counted(total) else {"amount": "true"}
    return Stated({"the_total": declared, "the_number": {}}, (*counts, claim))


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind is Kind.COUNT and numeral.quantum == 1
