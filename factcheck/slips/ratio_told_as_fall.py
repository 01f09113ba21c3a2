"""Ratio told as fall: what is left is printed as a percentage of the old value, and called a decrease.

From 100 to 80 is a fall of 20 per cent, to 80 per cent of the old value: "fell by 80 per cent" is the slip. The
reverse is tried, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim, movement
from factcheck.interval import Interval
from factcheck.kinds.change import Change
from factcheck.kinds.ratio import Ratio
from factcheck.numeral import Kind
from factcheck.slip import Example, Reckoned, Scene

RANK = 9
EXAMPLES = (
    Example("836 cases, down 83.6% from 1,000 appeals.", '"16.4%"'),
    Example("836 cases, down 82.6% from 1,000 appeals."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """What is missing to a hundred per cent."""
    if not claim.prints or claim.numeral.kind not in (Kind.PERCENT, Kind.FRACTION):
        return
    falls = isinstance(claim, Change) and movement(claim.printed, claim.direction) == -1
    if falls or isinstance(claim, Ratio):
        yield Reckoned(claim, lambda printed: Interval.exactly(1) - scene.within(claim, printed))
