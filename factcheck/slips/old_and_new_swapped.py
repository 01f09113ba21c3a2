"""Old and new swapped: the earlier value stands where the later one should.

"142 cases, up 12% from 159": from 142 to 159 is 12 per cent. Either the claim compares the wrong way round, or the
two numbers were printed in each other's place.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.kinds.change import Change
from factcheck.kinds.count import Count
from factcheck.slip import Example, Rewritten, Scene, exchanged

RANK = 12
EXAMPLES = (
    Example("142 cases, up 12% from 159 appeals.", "appeals rose by 12% from cases"),
    Example("142 cases, up 13% from 159 appeals."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The change between the two the other way round, or the two numbers exchanged."""
    match claim:
        case Change():
            yield Rewritten((claim.model_copy(update={"before": claim.after, "after": claim.before}),))
        case Count():
            changes = [each for each in scene.setting.claims.values() if isinstance(each, Change)]
            for after in dict.fromkeys(change.after for change in changes if change.before == claim.quantity):
                yield from exchanged(claim, after, scene)
        case _:
            pass
