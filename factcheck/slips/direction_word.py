"""Direction word: "rose" for "fell", "more" for "fewer", plus for minus.

The number is right, but goes the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from factcheck.claim import Claim, Direction
from factcheck.kinds.bound import Bound, Limit
from factcheck.kinds.change import Change
from factcheck.kinds.difference import Difference
from factcheck.kinds.points import Points
from factcheck.slip import Example, Rewritten, Scene

RANK = 13
OTHER_SIDE = {
    Limit.AT_LEAST: Limit.AT_MOST,
    Limit.AT_MOST: Limit.AT_LEAST,
    Limit.MORE: Limit.FEWER,
    Limit.FEWER: Limit.MORE,
}
OTHER_WAY = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
EXAMPLES = (
    Example("842 cases, up 15.8% from 1,000 appeals.", "cases fell by 15.8% from appeals"),
    Example("The 472 wins outnumbered the 484 losses by 12.", "losses exceeded wins by 12"),
    Example(
        "There were fewer losses than wins, 484 losses and 472 wins.",
        "losses came to more than wins",
    ),
    Example("842 cases, up 16.8% from 1,000 appeals."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The claim the other way round."""
    match claim:
        case Change() | Points():
            other = _turned(claim, scene)
            if other:
                yield Rewritten((claim.model_copy(update=other),))
        case Difference():
            yield Rewritten((claim.model_copy(update={"more": claim.less, "less": claim.more}),))
        case Bound():
            yield Rewritten((claim.model_copy(update={"side": OTHER_SIDE[claim.side]}),), by_number=False)
        case _:
            pass


def _turned(claim: Change | Points, scene: Scene) -> dict[str, Any]:
    """What differs where it goes the other way: the direction given, that of the words, or the sign."""
    printed = claim.printed
    if claim.direction is not None:
        return {"direction": OTHER_WAY[claim.direction], "printed": replace(printed, direction=-printed.direction)}
    if printed.direction:
        return {"printed": replace(printed, direction=-printed.direction)}
    signs = {"-": "+", "−": "+", "–": "+", "+": "-"}
    sign = printed.surface[:1]
    meant = scene.reworded(printed, signs[sign] + printed.surface[1:]) if sign in signs else None
    return {} if meant is None else {"printed": meant}
