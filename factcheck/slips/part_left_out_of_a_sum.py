"""Part left out of a sum: the total lacks one of its parts.

"12 vans, 7 buses and 5 trams, 19 in all": the trams were not added. It is tried on the number that is printed for the
whole, where its parts are known from a `total` or from `sum_of`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.slip import Example, Reckoned, Scene, parts_of, shifted

RANK = 14
EXAMPLES = (
    Example("127 vans, 74 buses and 52 trams made up the 201 vehicles.", '"253"'),
    Example("127 vans, 74 buses and 52 trams made up the 211 vehicles."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """The total with each of the parts added."""
    for part in parts_of(claim, scene):
        yield shifted(claim, part, scene)
