"""What may have gone wrong: a slip that would explain a conflict, with the correction that was proved to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chance:
    """How many of the `size` other numbers of the printed one's form the same slip would have explained as well.

    At most so many where it is not `exact`.
    """

    explained: int
    size: int
    exact: bool = True

    def __str__(self) -> str:
        """In words.

        >>> print(Chance(1, 899))
        1 of the 899 other numbers of this form would be explained so, too
        """
        most = "" if self.exact else "at most "
        if self.explained == 0:
            return f"none of the {self.size:,} other numbers of this form would be explained so"
        return f"{most}{self.explained:,} of the {self.size:,} other numbers of this form would be explained so, too"


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
        """As a report tells it, in sentences."""
        names = " or ".join((self.slip, *self.also))
        chance = self.chance or "any number would be explained so"
        return f"Likely slip: {names}. {self.sentence}; then everything else holds ({chance})."
