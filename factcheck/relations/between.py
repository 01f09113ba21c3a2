"""A range told from its lower to its upper end: "between 10 and 12 per cent"."""

from __future__ import annotations

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, SHARES, Example, Said, Stated

ENDS = COUNTS | SHARES | {Kind.DURATION, Kind.AGE}
GAPS = {"low": ENDS, "high": ENDS, "range": frozenset({Kind.RANGE})}
BETWEEN = ("between", "zwischen")
PHRASES = ("between {low} and {high}", "{range}")
EXAMPLES = (
    Example("It took between 10 and 12 days to arrive.", holds=True),
    Example("It took between 12 and 10 days to arrive.", holds=False),
    Example("Between £12 and 10 per cent is lost.", holds=None),
)


def stated(said: Said) -> Stated | None:
    """That the first end is no more than the second; of "between 12 and 10 days" the unit is told once."""
    if "range" in said:  # what is read as one range has its ends in order
        return Stated() if said["range"].surface.lower().startswith(BETWEEN) else None
    low, high = said["low"], said["high"]
    alike = low.kind is high.kind and low.unit == high.unit
    bare = low.kind is Kind.COUNT and not low.unit
    if low.value is None or high.value is None or low.scale != high.scale or not (alike or bare):
        return None
    wrong = f"The range from {low.surface} to {high.surface} begins above its end."
    return Stated(wrong=wrong if low.value > high.value else "", doubt="a fall is told, and no range")
