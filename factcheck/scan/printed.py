"""Exact numbers of an article, each with the sentence around it as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.article import Span
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK, Marked

FEWEST_DIGITS = 3
COUNTED = frozenset({Kind.COUNT, Kind.MEASURE, Kind.DURATION, Kind.MONEY})
EXACT = frozenset({Form.DIGITS, Form.EXACT})
NO_HEDGES = frozenset({"some", "exactly", "precisely"})
REACH = 600  # characters on both sides of a number that are looked at


@dataclass(frozen=True)
class Told:
    """An exact number in the text of the article, with its sentence as it is printed, and where it stands in that."""

    numeral: Numeral
    sentence: str
    at: int
    end: int
    start: int
    where: Span

    @property
    def digits(self) -> str:
        """Its digits, one after another."""
        return digits(self.numeral)

    @property
    def before(self) -> str:
        """The words of its sentence before it, as far as they are looked at."""
        return self.sentence[max(self.at - REACH, 0) : self.at]

    @property
    def after(self) -> str:
        """The words behind it."""
        return self.sentence[self.end : self.end + REACH]

    @cached_property
    def noun(self) -> str | None:
        """The plural right behind it."""
        noun = re.match(rf"\s+(?:[^\W\d_][\w'’-]*\s+)??({load(DEFAULT).sentences.plural})\b", self.after)
        return None if noun is None else noun[1].lower()


def told(sentence: Marked, offset: int) -> Iterator[Told]:
    """The exact counts, measures and sums of money of a sentence that begins at an offset, as far as they have digits enough."""
    pieces: list[str] = []
    found: list[tuple[Numeral, int, int, int]] = []
    done = at = 0
    for match in re.finditer(MARK, sentence.words):
        numeral = sentence.numeral(match[0])
        before = f"{sentence.words[done : match.start()]}{_compared_with(numeral)}"
        pieces += (before, numeral.surface)
        at += len(before)
        found.append((numeral, match.start(), at, at + len(numeral.surface)))
        at, done = at + len(numeral.surface), match.end()
    printed = "".join([*pieces, sentence.words[done:]])
    for numeral, sign, at, end in found:
        hedge = numeral.hedge
        exactly = hedge is None or hedge.surface.lower() in NO_HEDGES or bool(_compared_with(numeral))
        plain = not numeral.flags and exactly
        exact = numeral.kind in COUNTED and numeral.form in EXACT and numeral.quantum == 1
        if exact and plain and len(digits(numeral)) >= FEWEST_DIGITS:
            where = Span(offset + sentence.origin(sign), offset + sentence.origin(sign + 1))
            yield Told(numeral, printed, at, end, offset + numeral.start, where)


def _compared_with(numeral: Numeral) -> str:
    """The words before a number that looks like hedged, and is one that is compared with: "more than the 956 who came"."""
    words = numeral.phrase.removesuffix(numeral.surface)
    return words if words.lower().endswith(" than the ") else ""


def digits(numeral: Numeral) -> str:
    """The digits of a number, one after another."""
    return "".join(character for character in numeral.surface if character.isdecimal())
