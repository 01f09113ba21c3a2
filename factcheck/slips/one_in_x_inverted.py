"""One in X inverted: the X of "one in X" and the percentage were taken for each other.

20 per cent is one in five; "one in 20" is 5 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.interval import EMPTY, Interval
from factcheck.kinds.share import Share
from factcheck.numeral import HALF, Form, Kind, Numeral
from factcheck.slip import Example, Reckoned, Scene

RANK = 25
EXAMPLES = (
    Example("Of the 956 cases, 191 were upheld (one in 20).", '"one in 5"'),
    Example("Of the 956 cases, 191 were upheld (5.0%).", '"20.0%"'),
    Example("Of the 956 cases, 191 were upheld (one in 30)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """X per cent for "one in X", and one in X for X per cent."""
    if not isinstance(claim, Share):
        return
    if claim.printed.form is Form.IN:
        yield Reckoned(claim, _per_cent)
    elif claim.printed.kind is Kind.PERCENT:
        yield Reckoned(claim, lambda printed: _one_in(scene.within(claim, printed) * 100))


def _per_cent(printed: Numeral) -> Interval:
    """X per cent, to half a point."""
    if printed.terms is None or printed.terms[0] != 1:
        return EMPTY
    return Interval.around(printed.terms[1], HALF) * (HALF / 50)


def _one_in(count: Interval) -> Interval:
    """One in as many."""
    above = count & Interval.above(0)
    return EMPTY if above.is_empty else above.inverse()
