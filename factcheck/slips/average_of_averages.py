"""Average of averages: the plain mean of shares is printed, although the groups differ in size.

"Pass rates of 80 and 60 per cent, 70 per cent on average" where the one school has nine in ten of the pupils. It is
tried on averages with weights, and on the share in a whole whose parts have shares of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claim import Claim, PartWhole
from factcheck.kinds.average import Average
from factcheck.kinds.share import Share
from factcheck.numeral import Kind, Numeral
from factcheck.slip import Example, Reckoned, Scene, shifted

RANK = 5
ONE = Numeral("1", Kind.COUNT, Fraction(1))
EXAMPLES = (
    Example(
        "The average of 10 apples and 20 pears, weighted by 30 orchards and 10 gardens, was 15.",
        '"13"',
    ),
    Example("The average of 10 apples and 20 pears, weighted by 30 orchards and 10 gardens, was 18."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """What the weights make of the plain mean that is printed."""
    plain = _plain(claim, scene)
    if plain is not None:
        weighted, even = scene.reach(claim), scene.reach(plain)
        if weighted.is_bounded and even.is_bounded:
            yield shifted(claim, weighted - even, scene)


def _plain(claim: Claim, scene: Scene) -> Average | None:
    """The plain mean of the same shares."""
    match claim:
        case Average(weights=weights) if weights:
            return claim.model_copy(update={"weights": _evenly(len(claim.of))})
        case Share():
            shares = _shares_of_parts(claim, scene)
            return Average(of=shares, weights=_evenly(len(shares)), printed=claim.printed) if shares else None
    return None


def _evenly(count: int) -> tuple[Numeral, ...]:
    return (ONE,) * count


def _shares_of_parts(claim: Share, scene: Scene) -> tuple[PartWhole, ...]:
    """The shares of all parts of the part in all parts of the whole, where both add up and each share is told."""
    told = {(each.part, each.whole) for each in scene.setting.claims.values() if isinstance(each, Share)}
    for above in scene.parts(claim.part):
        for below in scene.parts(claim.whole):
            pairs = [(part, whole) for part in above for whole in below if (part, whole) in told]
            if len(pairs) == len(above) == len(below) == len({whole for _, whole in pairs}):
                return tuple(PartWhole(part=part, whole=whole) for part, whole in pairs)
    return ()
