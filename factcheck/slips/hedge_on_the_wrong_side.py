"""Hedge on the wrong side: "nearly" for just over, "more than" for less than, "at least" for at most.

"Nearly a fifth (20.3 per cent)" is just over a fifth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claim import Claim, spoken
from factcheck.numeral import Sense
from factcheck.slip import Example, Rewritten, Scene

RANK = 19
MEANT = {
    Sense.NEARLY: (Sense.JUST_OVER, "just over"),
    Sense.JUST_UNDER: (Sense.JUST_OVER, "just over"),
    Sense.JUST_OVER: (Sense.JUST_UNDER, "just under"),
    Sense.MORE_THAN: (Sense.NEARLY, "nearly"),
    Sense.UNDER: (Sense.JUST_OVER, "just over"),
    Sense.AT_LEAST: (Sense.AT_MOST, "at most"),
    Sense.AT_MOST: (Sense.AT_LEAST, "at least"),
    Sense.UP_TO: (Sense.AT_LEAST, "at least"),
}
EXAMPLES = (
    Example("Of the 956 cases, 194 were upheld (nearly a fifth).", '"just over a fifth"'),
    Example("Of the 956 cases, 294 were upheld (nearly a fifth)."),
    Example("There were more than 12,000 runners, and 11,873 runners.", '"nearly 12,000"'),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The number with the opposite hedge."""
    if not claim.prints or claim.numeral.hedge is None or claim.numeral.hedge.sense not in MEANT:
        return
    printed, hedge = claim.numeral, claim.numeral.hedge
    sense, words = MEANT[hedge.sense]
    surface = f"{words} {printed.surface}"
    meant = replace(printed, hedge=replace(hedge, sense=sense, surface=words, start=0), phrase=surface)
    yield Rewritten((claim.model_copy(update={"printed": meant}),), (surface, spoken(printed)))
