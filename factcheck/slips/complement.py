"""Complement: the share of the rest is printed.

"67.4 per cent were upheld" where 32.6 per cent were, and 67.4 per cent were not.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.interval import Interval
from factcheck.kinds.share import Share
from factcheck.slip import Example, Reckoned, Scene

RANK = 3
EXAMPLES = (
    Example("Of the 956 cases, 312 were upheld (67.4%).", '"32.6%"'),
    Example("Of the 956 cases, 312 were upheld (66.4%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """One less the share."""
    if isinstance(claim, Share):
        yield Reckoned(claim, lambda printed: Interval.exactly(1) - scene.within(claim, printed))
