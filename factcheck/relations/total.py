"""Numbers and their total: "12 men and 15 women, a total of 27", "27 in all: 12 men and 15 women".

A list beside a total that it does not reach may be only some of it, and is told as possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Stated

PARTS = COUNTS | {Kind.PERCENT}
GAPS = {"parts": PARTS, "whole": PARTS}
OF = r"(?:(?:making|for|giving|which makes|with|adding up to) )?(?:a |an |the )?(?:combined |grand |overall )?total of"
IN_ALL = "(?:in all|in total|altogether)"
ANCHOR = "whole"
PHRASES = (
    rf"{{parts*}},? {OF} {{whole}}",
    rf"{{parts*}}(?:,|;|:| –| —)? (?:or |making )?{{whole}}~ {IN_ALL}",
    rf"{IN_ALL},? {{whole}}~(?:,|:| –| —) {{parts*}}",
    rf"{{whole}}~ {IN_ALL}(?:,|:| –| —| \() ?{{parts*}}",
    r"total of {whole}~(?:,|:| –| —| \() ?{parts*}",
)
EXAMPLES = (
    Example("There were 12 men and 15 women, a total of 27.", holds=True),
    Example("There were 12 men and 15 women, a total of 28.", holds=False),
    Example("They sold 3,100 tickets, 200 mugs and 75 caps, 3,375 items in all.", holds=True),
    Example("They sold 3,100 tickets, 200 mugs and 75 caps, 3,735 items in all.", holds=False),
    Example("It spent £3.2bn on roads and £4.1bn on rail, a total of £7.4bn.", holds=True),
    Example("It spent £3.2bn on roads and £4.1bn on rail, a total of £7.8bn.", holds=False),
    Example("A total of 27 medals: 12 gold and 16 silver.", holds=False),
    Example("Some 12 men, 15 women and a total of nothing.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """The parts, the whole, and that they add up."""
    parts, whole = said.gaps["parts"], said["whole"]
    if any(part.kind is not whole.kind or part.unit != whole.unit or part.value is None for part in parts):
        return None
    counted = all(numeral.kind is Kind.COUNT and numeral.quantum == 1 for numeral in (*parts, whole))
    names = [f"part_{number}" for number in range(1, len(parts) + 1)]
    counts = [
        {"kind": "count", "quantity": name, "printed": printed}
        for name, printed in zip((*names, "the_whole"), (*parts, whole), strict=True)
    ]
    total = {"kind": "total", "parts": names, "whole": "the_whole"}
    falls_short = sum(part.exact_value for part in parts) < whole.exact_value
    listed_after = parts[0].start > whole.start
    return Stated(
        {name: {} if counted else {"amount": "true"} for name in (*names, "the_whole")},
        (*counts, total),
        "the list names only some of the whole" if falls_short and listed_after else "",
    )
