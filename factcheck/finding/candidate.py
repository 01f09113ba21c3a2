"""Another question to the data that a claim may have been worked out from: it was run, and gives the printed number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.finding.figure import Figure
from factcheck.finding.slip import Chance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change of the questions behind a claim with which its number would be right.

    `sort` is the sort of change, `change` the change itself in words, `also` other changes that come to the same
    values. `quantities` are those of the claim that are asked otherwise, each with its figure in `figures`; `worked` is
    how the number follows then. Of `tried` changes with answers of their own `fitting` give the number; `chance` says
    how many other numbers in its place the changes up to this sort would have given.
    """

    claim: str
    sort: str
    change: str
    quantities: tuple[str, ...]
    figures: tuple[Figure, ...]
    worked: str
    tried: int
    fitting: int
    chance: Chance
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As a report tells it, in one sentence."""
        head = f"{'Likely' if self.chance.is_small else 'Possible'} question ({self.sort})"
        named = _joined([f"`{name}`" for name in self.quantities])
        found = _joined([figure.told for figure in self.figures])
        gives = "gives" if len(self.quantities) == 1 else "give"
        worked = f"; {self.worked}" if self.worked else ", as it is printed"
        fits = (
            f"{self.fitting} of {self.tried:,} questions tried {'gives' if self.fitting == 1 else 'give'} this number"
        )
        also = f"; the same comes {' or '.join(self.also)}" if self.also else ""
        return f"{head}: {named} {self.change} {gives} {found}{worked}{also} ({fits}; {self.chance})."


def _joined(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
