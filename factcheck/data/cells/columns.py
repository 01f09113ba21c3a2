"""What is noticed of the cells of a table while they are made text: which were numbers, and how these were stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.data.cells.meaning import PLAIN, written


@dataclass(slots=True)
class Columns:
    """Columns by number, from 0: those that hold numbers, those of them that hold binary fractions, and texts like numbers."""

    stored: set[int] = field(default_factory=set)
    inexact: set[int] = field(default_factory=set)
    _worded: dict[int, set[str]] = field(default_factory=dict)

    def number(self, printed: str, column: int, *, exact: bool = False) -> str:
        """The digits of a number, from its printed form; not `exact`, it was stored as a binary fraction."""
        digits = written(printed)
        self.stored.add(column)
        if not exact and not digits.lstrip("-").isdecimal():
            self.inexact.add(column)
        return digits

    def words(self, text: str, column: int) -> str | None:
        """A text without the spaces around it; None where nothing is left."""
        found = text.strip()
        if re.fullmatch(PLAIN, found):
            self._worded.setdefault(column, set()).add(found)
        return found or None

    @property
    def worded(self) -> Mapping[int, frozenset[str]]:
        """Texts that could be taken for stored numbers."""
        return {column: frozenset(texts) for column, texts in self._worded.items()}
