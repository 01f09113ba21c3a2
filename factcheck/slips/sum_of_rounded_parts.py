"""Sum of rounded parts: the total adds up the printed parts, each of which had been rounded.

33.3, 33.3 and 33.3 per cent make 99.9 as they are printed, and 100 as they are. It is tried on the number that is
printed for the whole, where it is exactly the sum of what is printed for all of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.interval import Interval
from factcheck.numeral import HALF, Numeral
from factcheck.slip import Example, Reckoned, Scene, of_part, sums_of

RANK = 16
EXAMPLES = (
    Example(
        "Of the 300 cases, 100 were won (33.3%). Of the cases, 100 were lost (33.3%). The won and lost made up the decided, "
        "and 66.6% of the cases were decided.",
        '"66.7%"',
    ),
    Example(
        "Of the 300 cases, 100 were won (33.3%). Of the cases, 100 were lost (33.3%). The won and lost made up the decided, "
        "and 66.5% of the cases were decided.",
    ),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """Every value that is no further away than rounding of the parts can bring it."""
    for parts in sums_of(claim, scene):
        printed = _printed(parts, claim, scene)
        if len(printed) == len(parts) and sum(one.exact_value for one in printed) == claim.numeral.value:
            yield Reckoned(claim, _around(len(parts) * HALF * max(one.quantum for one in printed)), alone=True)


def _around(reach: Fraction) -> Callable[[Numeral], Interval]:
    return lambda total: Interval.around(total.exact_value, reach)


def _printed(parts: Sequence[str], claim: Claim, scene: Scene) -> list[Numeral]:
    """The first number that is printed for each part by a claim of the same kind; those without one are left out."""
    found = []
    for part in parts:
        like = of_part(claim, part).measure(scene.setting)
        told = (other for other in scene.setting.claims.values() if other.kind == claim.kind and other.prints)
        number = next(
            (o.numeral for o in told if o.measure(scene.setting) == like and o.numeral.value is not None), None
        )
        found += [] if number is None else [number]
    return found
