"""Times more: "three times more" for three times as many, which some take to be four times as many.

The multiple is tried with one more and with one less.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim, sort
from factcheck.interval import Interval
from factcheck.kinds.change import Change
from factcheck.kinds.ratio import Ratio
from factcheck.numeral import Kind
from factcheck.slip import Example, Reckoned, Scene, shifted

RANK = 10
EXAMPLES = (
    Example("There were 2.4 times as many wins as losses, 340 wins and 100 losses.", '"3.4 times"'),
    Example("There were 2.5 times as many wins as losses, 340 wins and 100 losses."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """One time more, and one time less."""
    if isinstance(claim, Change | Ratio) and sort(claim.printed) is Kind.MULTIPLE:
        for more in (1, -1):
            yield shifted(claim, Interval.exactly(more), scene)
