"""Sentences with every numeral marked by hand: what the reader of printed numbers is measured against.

One sentence a line; a line that begins with "# " names the form that the sentences after it are about. A numeral stands
as `⟦words|kind unit|value|hedge⟧`, a hedging phrase as `⟪nearly⟫`. Values are as a reader would say them: 32.6% for
"32.6 per cent", 1.6e6 for "1.6 million", 5%..7% for a range, none for dates, codes and vague words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from factcheck.numeral import Kind, Numeral

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "de")
FRESH = ("en_news", "en_papers")
"""Files of sentences that were written and marked before anything was read or mended for them."""
UNREAD = "not read yet"
"""The form of sentences that the reader is known to get wrong."""
UNTOLD = (Kind.DATE, Kind.TIME, Kind.YEAR, Kind.SCORE, Kind.CODE)
"""Kinds whose value is not marked."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A numeral as it was marked, or as it was read: its place, what it is, and the place and sense of its hedge."""

    start: int
    end: int
    kind: str
    unit: str = ""
    value: str = ""
    hedge: tuple[str, int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end

    @property
    def is_quantity(self) -> bool:
        """Whether it says how many or how much."""
        return self.kind not in UNTOLD


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its marks, with its numerals in order, and the form that it is about."""

    form: str
    text: str
    numerals: tuple[Marked, ...]


def sentences(name: str) -> Iterator[Sentence]:
    """Every sentence of a file."""
    form = ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            form = line.removeprefix("# ")
        elif line:
            yield _sentence(form, line)


def language_of(name: str) -> str:
    """The language of a file."""
    return name.partition("_")[0]


def told(numeral: Numeral) -> Marked:
    """A numeral that was read, in the terms of the marks."""
    value = "" if numeral.value is None or numeral.kind in UNTOLD else str(numeral.value)
    if numeral.ends is not None:
        value = "..".join(str(end.value) for end in numeral.ends)
    hedge = None if numeral.hedge is None else (numeral.hedge.sense.value, numeral.hedge.start, numeral.hedge.end)
    return Marked(numeral.start, numeral.end, numeral.kind.value, numeral.unit, value, hedge)


def _sentence(form: str, line: str) -> Sentence:
    """A line of the file; the hedge of a numeral is marked right before it, else next after it."""
    text, hedges, numerals = "", list[tuple[int, int]](), list[tuple[int, int, list[str]]]()
    for piece in re.split(r"(⟦[^⟧]*⟧|⟪[^⟫]*⟫)", line):
        start = len(text)
        if piece.startswith("⟦"):
            words, *meant = piece[1:-1].split("|")
            text += words
            numerals.append((start, len(text), meant))
        else:
            text += piece.strip("⟪⟫")
            if piece.startswith("⟪"):
                hedges.append((start, len(text)))
    found = []
    for start, end, (sort, value, *sense) in numerals:
        kind, _, unit = sort.partition(" ")
        unit = unit or {"percent": "%", "points": "points"}.get(kind, "")
        hedge = None
        if sense:
            place = hedges.pop(0)
            hedge = (sense[0], *place)
        found.append(Marked(start, end, kind, unit, "..".join(map(_exact, value.split(".."))), hedge))
    return Sentence(form, text, tuple(found))


def _exact(value: str) -> str:
    """The value as a fraction; that of a percentage is a part of one."""
    return str(Fraction(value.removesuffix("%")) / (100 if value.endswith("%") else 1)) if value else ""
