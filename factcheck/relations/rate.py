"""Events, a population and the rate between them: "120 deaths among 1,000,000 people, or 12 per 100,000"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Stated

COUNT = frozenset({Kind.COUNT})
GAPS = {"events": COUNTS, "population": COUNT, "rate": frozenset({Kind.RATE})}
ANCHOR = "rate"
PHRASES = (
    r"{events}~ (?:among|in|for|in a population of|across) <the> {population}~(?:,| –| —) (?:or |a rate of )?{rate}",
    r"{events}~ (?:among|in|for|in a population of|across) <the> {population}~ \({rate}\)",
)
EXAMPLES = (
    Example("There were 120 deaths among 1,000,000 residents, or 12 per 100,000.", holds=True),
    Example("There were 120 deaths among 1,000,000 residents, or 12 per 10,000.", holds=False),
    Example("There were 140 deaths among the 1,000,000 residents (12 per 100,000).", holds=False),
    Example("It costs £12 for 3 people, or £4 a head.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """Events and population as printed, and their rate."""
    if said["events"].kind is not Kind.COUNT or said["rate"].per is None:
        return None
    counts = [{"kind": "count", "quantity": f"the_{gap}", "printed": said[gap]} for gap in ("events", "population")]
    rate = {"kind": "rate", "events": "the_events", "population": "the_population", "printed": said["rate"]}
    return Stated({"the_events": {}, "the_population": {}}, (*counts, rate))
