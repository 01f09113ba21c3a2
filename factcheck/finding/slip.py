"""What may have gone wrong: a slip that would explain a conflict, with the correction that was proved to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

SURPRISING = Fraction(1, 40)
"""The greatest share of other numbers that a slip may explain as well, and still be called likely."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How many of the `size` other numbers of the printed one's form the same slip would have explained as well.

    At most so many where it is not `exact`.
    """

    explained: int
    size: int
    exact: bool = True

    @property
    def is_small(self) -> bool:
        """Whether it would be a surprise that the slip fits, had it not been made: 1 in 40 or less."""
        return self.explained <= SURPRISING * self.size

    def __str__(self) -> str:
        """In words.

        >>> print(Chance(1, 899))
        1 of 899 other numbers in its place would be explained so, too
        """
        numbers = f"{self.size:,} other number{'' if self.size == 1 else 's'} in its place"
        if self.explained == 0:
            return f"none of {numbers} would be explained so"
        return f"{'' if self.exact else 'at most '}{self.explained:,} of {numbers} would be explained so, too"


@dataclass(frozen=True, slots=True)
class LikelySlip:
    """A slip by its name, `also` other slips that come to the same; if `meant` stood for `printed`, all else would hold.

    `claims` are the ids of the claims that would change. Without `chance` the slip would explain any number just as well.
    """

    slip: str
    claims: tuple[str, ...]
    printed: str
    meant: str
    sentence: str
    chance: Chance | None = None
    also: tuple[str, ...] = ()

    @property
    def unplaced(self) -> str:
        """The sentence without the names of claims."""
        return f'"{self.meant}" may have been meant where it says "{self.printed}"'

    def __str__(self) -> str:
        """As a report tells it, in one sentence."""
        is_likely = self.chance is not None and self.chance.is_small
        chance = self.chance or "any number in its place would be explained so"
        head = f"{'Likely' if is_likely else 'Possible'} slip ({_either((self.slip, *self.also))})"
        return f"{head}: {self.sentence}; then everything else holds ({chance})."


def _either(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
