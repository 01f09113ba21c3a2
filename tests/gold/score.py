"""Precision and recall of the reader on the sentences marked by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.numeral import Kind
from factcheck.text import find
from tests.gold import UNTOLD, Marked, language_of, sentences, told

HEAD = ("kind", "marked", "read", "right", "precision", "recall")


@dataclass(frozen=True, slots=True)
class Score:
    """How many were marked, how many were read, and how many of those are as marked."""

    name: str
    marked: int
    read: int
    right: int

    @property
    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        counts = tuple(f"{count:,}" for count in (self.marked, self.read, self.right))
        return (self.name, *counts, _percent(self.right, self.read), _percent(self.right, self.marked))


def scores(name: str) -> Iterator[Score]:
    """For each kind, how many numerals are right in place, kind, unit, value and hedge; then hedges, and in all.

    The last row counts the numerals read as quantities where none was marked, or one that counts nothing.
    """
    pairs = [
        (one.numerals, tuple(told(numeral) for numeral in find(one.text, language_of(name)))) for one in sentences(name)
    ]
    marked = [(index, one) for index, (want, _) in enumerate(pairs) for one in want]
    read = [(index, one) for index, (_, got) in enumerate(pairs) for one in got]
    for kind in Kind:
        yield _score(kind.value, *([pair for pair in side if pair[1].kind == kind] for side in (marked, read)))
    hedges = ([(index, one.hedge) for index, one in side if one.hedge] for side in (marked, read))
    yield _score("hedges", *hedges)
    quantities = [[(index, one) for index, one in side if one.is_quantity] for side in (marked, read)]
    yield _score("all quantities", *quantities)
    yield _score("all others", *([pair for pair in side if pair[1].kind in UNTOLD] for side in (marked, read)))


def strangers(name: str) -> tuple[int, int]:
    """How many numerals were read as quantities where no quantity was marked, and how many were read in all."""
    wrong = read = 0
    for one in sentences(name):
        quantities = [numeral for numeral in one.numerals if numeral.is_quantity]
        for numeral in map(told, find(one.text, language_of(name))):
            read += numeral.is_quantity
            wrong += numeral.is_quantity and not any(_overlap(numeral, other) for other in quantities)
    return wrong, read


def table(name: str) -> str:
    """The scores as a table of a Markdown page, the kinds that do not occur left out."""
    rows = [
        HEAD,
        tuple("---" for _ in HEAD),
        *(score.cells for score in scores(name) if score.marked or score.read),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _score(name: str, marked: Iterable[object], read: Iterable[object]) -> Score:
    marked, read = list(marked), list(read)
    return Score(name, len(marked), len(read), sum(one in marked for one in read))


def _overlap(first: Marked, second: Marked) -> bool:
    return first.start < second.end and second.start < first.end


def _percent(part: int, whole: int) -> str:
    """A share in tenths of a per cent, cut off, so that only all of them are 100."""
    return "–" if not whole else f"{part * 1000 // whole / 10:.1f}%"
