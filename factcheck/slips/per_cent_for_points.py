"""Per cent for points: a change of percentages is told in per cent where percentage points are meant, or the other way.

From 20 to 25 per cent is a rise of 5 percentage points, and of 25 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claim import Claim, Direction, Setting, movement
from factcheck.constraint import Ratio, Values
from factcheck.kinds.change import Change
from factcheck.kinds.difference import Difference
from factcheck.kinds.points import Points
from factcheck.numeral import Numeral
from factcheck.slip import Example, Rewritten, Scene

RANK = 7
PAIRS = (("per cent", "percentage points"), ("percent", "percentage points"), ("%", " percentage points"))
BACK = tuple((points, "%") for points in (" percentage points", " percentage point", " points", "pp"))
RATES = {
    "support": {"amount": True, "unit": "%", "raw": "28.4%"},
    "approval": {"amount": True, "unit": "%", "raw": "24.2%"},
}
EXAMPLES = (
    Example("28.4% support, up 4.2% from 24.2% approval.", '"4.2 percentage points"', RATES),
    Example(
        "30 winners among 100 players were up 20 percentage points on 50 guests among 200 visitors.",
        '"20%"',
    ),
    Example("30 winners among 100 players were up 30 percentage points on 50 guests among 200 visitors."),
)


class ShareChange(Points):
    """A share rose or fell by a printed percentage of itself."""

    def clause(self) -> str:
        """What it says."""
        return super().clause().replace("the share", "as a proportion, the share", 1)

    def measure(self, setting: Setting) -> Ratio:
        """The difference of the shares, over the earlier one."""
        points = super().measure(setting)
        earlier = points.numerator[1][0]
        return Ratio(points.numerator, ((earlier, Fraction(1)),))

    def holds(self, values: Values, setting: Setting) -> bool:
        """Whether the counts make it so, worked out afresh."""
        sides = [(values[setting.quantity(side.part)], values[setting.quantity(side.whole)]) for side in self._shares]
        if any(whole <= 0 or part > whole for part, whole in sides) or not sides[1][0]:
            return False
        after, before = (part / whole for part, whole in sides)
        return self._sign * (after - before) / before in self.allowed(setting)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The same number in the other unit."""
    pairs = PAIRS if isinstance(claim, Change) else BACK
    printed = claim.numeral if isinstance(claim, Change | Difference | Points) else None
    meant = None if printed is None else _in_other_words(printed, pairs, scene)
    changed = None if meant is None else _told_by(meant, claim)
    if printed is not None and meant is not None and changed is not None:
        yield Rewritten((changed,), (meant.surface, printed.surface))


def _told_by(meant: Numeral, claim: Claim) -> Claim | None:
    """The claim that tells the same by a number in the other unit."""
    match claim:
        case Change() if movement(claim.printed, claim.direction) == -1:
            return Difference.model_construct(id=claim.id, more=claim.before, less=claim.after, printed=meant)
        case Change():
            return Difference.model_construct(id=claim.id, more=claim.after, less=claim.before, printed=meant)
        case Difference():
            up = Direction.UP
            return Change.model_construct(id=claim.id, before=claim.less, after=claim.more, printed=meant, direction=up)
        case Points(before=before, after=after, direction=direction):
            return ShareChange.model_construct(
                id=claim.id, before=before, after=after, printed=meant, direction=direction
            )
    return None


def _in_other_words(printed: Numeral, pairs: Sequence[tuple[str, str]], scene: Scene) -> Numeral | None:
    """The number in the other unit; None where its words show none."""
    for said, meant in pairs:
        if printed.surface.endswith(said):
            return scene.reworded(printed, printed.surface.removesuffix(said) + meant)
    return None
