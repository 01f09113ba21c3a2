"""Wrong per: a rate is told for ten times, or a tenth of, the number of people that it was worked out for.

"12 per 10,000" where 12 per 100,000 were meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claim import Claim
from factcheck.kinds.rate import Rate
from factcheck.rounding import decimal
from factcheck.slip import Example, Rewritten, Scene

RANK = 4
EXAMPLES = (
    Example("The 120 deaths came to 12 per 10,000 of the 1,000,000 residents.", '"12 per 100,000"'),
    Example("The 120 deaths came to 13 per 10,000 of the 1,000,000 residents."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The rate for other powers of ten."""
    if not isinstance(claim, Rate) or claim.printed.per is None or claim.per is not None:
        return
    printed, per = claim.printed, claim.printed.per
    written = decimal(per, 0)
    if written not in printed.surface:
        return
    for other in (per * 10, per / 10, per * 100, per / 100):
        if other.denominator == 1 and other > 1:
            surface = printed.surface.replace(written, decimal(other, 0))
            meant = replace(printed, per=other, surface=surface, phrase=surface)
            yield Rewritten((claim.model_copy(update={"printed": meant}),), (surface, printed.surface))
