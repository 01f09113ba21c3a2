"""Wrong base: the number is of another quantity of the article than the one beside it.

"8 of the 768 patients (0.87%)" fits 918 patients, who stand three sentences earlier. Shares, rates, ratios, means and
changes are tried with every other quantity of the article that has the same unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.kinds.change import Change
from factcheck.kinds.mean import Mean
from factcheck.kinds.rate import Rate
from factcheck.kinds.ratio import Ratio
from factcheck.kinds.share import Share
from factcheck.slip import Example, Rewritten, Scene

RANK = 1
BASES: dict[type[Claim], str] = {Share: "whole", Rate: "population", Ratio: "to", Mean: "n", Change: "before"}
"""The field that names the base, by kind."""
EXAMPLES = (
    Example(
        "Of the 768 patients, 8 were readmitted (0.87%), and there were 918 beds.",
        "readmitted made up 0.87% of beds",
    ),
    Example("Of the 768 patients, 8 were readmitted (0.87%), and there were 981 beds."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The claim with another base."""
    field = BASES.get(type(claim))
    if field is not None:
        base = getattr(claim, field)
        for other in scene.others(base, *claim.names()):
            yield Rewritten((claim.model_copy(update={field: other}),))
