"""How much of an article's text its claims speak of, number by number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.finding.place import Place
from factcheck.rounding import decimal


class Standing(StrEnum):
    """What became of a number of the text."""

    COVERED = "covered"  # a claim says it
    CHANGED = "changed"  # a claim was written for another number in this place
    IGNORED = "ignored"  # it stands in a passage that was set aside, with a reason
    UNCOVERED = "uncovered"  # nothing speaks of it


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: its words, where they stand (in the file, and as offsets of the text), and who says it.

    `claims` are the ids of the claims that cover it, in article order; `reason` is that of the passage set aside.
    """

    words: str
    place: Place
    start: int
    end: int
    standing: Standing
    claims: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every number of an article's text, in its order; `least` is the share that was asked for, from 0 to 1."""

    numbers: tuple[Number, ...]
    least: Fraction | None = None

    @property
    def read(self) -> int:
        """How many numbers there are."""
        return len(self.numbers)

    @property
    def covered(self) -> int:
        """How many of them claims speak of."""
        return self.read - self.ignored - self.uncovered

    @property
    def ignored(self) -> int:
        """How many of them were set aside with a reason."""
        return self._count(Standing.IGNORED)

    @property
    def uncovered(self) -> int:
        """How many of them nothing speaks of."""
        return self._count(Standing.UNCOVERED)

    @property
    def share(self) -> Fraction:
        """The share of covered numbers among those not ignored, from 0 to 1; 1 where there are none."""
        asked = self.covered + self.uncovered
        return Fraction(self.covered, asked) if asked else Fraction(1)

    @property
    def is_enough(self) -> bool:
        """Whether the share reaches what was asked for."""
        return self.least is None or self.share >= self.least

    def __add__(self, other: Coverage) -> Coverage:
        """Both articles' numbers together."""
        return Coverage(self.numbers + other.numbers)

    def __str__(self) -> str:
        of = f"{self.covered} of {self.covered + self.uncovered} numbers covered ({self.percent})"
        return f"{of}, {self.ignored} ignored" if self.ignored else of

    @property
    def percent(self) -> str:
        """The share as whole per cent, never rounded up; with what was asked for, where it falls short of that."""
        told = f"{self.share * 100 // 1}%"
        if self.least is None or self.is_enough:
            return told
        return f"{told}, and at least {decimal(self.least * 100, 2).rstrip('0').rstrip('.')}% was asked for"

    def _count(self, standing: Standing) -> int:
        return sum(number.standing is standing for number in self.numbers)
