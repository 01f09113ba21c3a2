"""Part and whole swapped: what should stand for the part stands for the whole, and the other way round.

"956 of the 312 cases" for 312 of 956; "one win for every three losses" for three to one. Either a claim names its two
quantities in the wrong order, or the counts of both were printed in each other's place.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.kinds.count import Count
from factcheck.kinds.ratio import Ratio
from factcheck.kinds.share import Share
from factcheck.slip import Example, Rewritten, Scene, exchanged

RANK = 2
EXAMPLES = (
    Example(
        "There were 3 times as many wins as losses, 100 wins and 300 losses.",
        "losses came to 3 times wins",
    ),
    Example(
        "Of the 312 cases, 956 were upheld (32.6%).",
        "cases made up 32.6% of upheld",
    ),
    Example("There were 3 times as many wins as losses, 100 wins and 400 losses."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The claim with its quantities swapped, or its number with that of the other quantity."""
    match claim:
        case Ratio():
            yield Rewritten((claim.model_copy(update={"of": claim.to, "to": claim.of}),))
        case Share():
            yield Rewritten((claim.model_copy(update={"part": claim.whole, "whole": claim.part}),))
        case Count():
            shares = [each for each in scene.setting.claims.values() if isinstance(each, Share)]
            for whole in dict.fromkeys(share.whole for share in shares if share.part == claim.quantity):
                yield from exchanged(claim, whole, scene)
