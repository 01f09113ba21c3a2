"""Ratio told as rise: the new value is printed as a percentage of the old one, and called an increase.

From 100 to 250 is a rise of 150 per cent, to 250 per cent of the old value: "rose by 250 per cent" is the slip. The
reverse is tried, too: a rise printed where the words ask for the ratio.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim, movement
from factcheck.interval import Interval
from factcheck.kinds.change import Change
from factcheck.kinds.ratio import Ratio
from factcheck.numeral import Kind
from factcheck.slip import Example, Reckoned, Scene, shifted

RANK = 8
ALL = Interval.exactly(1)
EXAMPLES = (
    Example("249 cases, up 249% from 100 appeals.", '"149%"'),
    Example("249 cases, up 250% from 100 appeals."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """A hundred per cent less for a rise, more for a ratio."""
    if not claim.prints or claim.numeral.kind is not Kind.PERCENT:
        return
    match claim:
        case Change() if movement(claim.printed, claim.direction) != -1:
            yield shifted(claim, -ALL, scene)
        case Ratio():
            yield shifted(claim, ALL, scene)
        case _:
            pass
