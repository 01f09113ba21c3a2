"""A text in which every numeral is one sign, so that patterns of words can be laid over it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.numeral import Numeral
from factcheck.text.language import load
from factcheck.text.prose import numerals_of_prose

FIRST = 0xF0000  # a private area of Unicode: the n-th numeral of the text becomes the n-th sign of it
MOST = 0xFFFD
MARK = f"[{chr(FIRST)}-{chr(FIRST + MOST)}]"
"""The pattern of one numeral."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with one sign for each numeral and its hedge; `words` is what patterns are laid over."""

    words: str
    numerals: Sequence[Numeral]
    language: str
    _shifts: Sequence[tuple[int, int]]  # offsets of the words, and of the text, from which on both go in step

    def numeral(self, sign: str) -> Numeral:
        """The numeral behind a sign."""
        return self.numerals[ord(sign) - FIRST]

    def among(self, words: str) -> tuple[Numeral, ...]:
        """The numerals behind the signs in some of the words, in order."""
        return tuple(self.numeral(sign) for sign in re.findall(MARK, words))

    def printed(self, words: str | None = None) -> str:
        """Some of the words, or all, with the numerals and their hedges in the place of the signs."""
        return re.sub(MARK, lambda match: _with_hedge(self.numeral(match[0])), self.words if words is None else words)

    def origin(self, offset: int) -> int:
        """The offset in the text of an offset in the words."""
        at, start = self._shifts[bisect_right(self._shifts, (offset, len(self.words) * MOST)) - 1]
        return start + offset - at


def marked(text: str, language: str = "en") -> Marked:
    """The text with a sign for each of its numerals; signs that stand in it already become another.

    >>> found = marked("Of nearly 960 cases, 312 were upheld.")
    >>> len(found.words), [numeral.surface for numeral in found.among(found.words)], found.origin(3), found.origin(4)
    (26, ['960', '312'], 3, 13)
    """
    numerals = tuple(islice(numerals_of_prose(text, load(language)), MOST))
    text = re.sub(MARK, "\N{REPLACEMENT CHARACTER}", text)
    pieces: list[str] = []
    shifts = [(0, 0)]
    done = length = 0
    for index, numeral in enumerate(numerals):
        start, end = _extent(numeral)
        pieces += [text[done:start], chr(FIRST + index)]
        length += start - done + 1
        shifts.append((length, end))
        done = end
    return Marked("".join([*pieces, text[done:]]), numerals, language, tuple(shifts))


def _extent(numeral: Numeral) -> tuple[int, int]:
    """Where a numeral stands with its hedge."""
    hedge = numeral.hedge
    if hedge is None:
        return numeral.start, numeral.end
    return min(numeral.start, hedge.start), max(numeral.end, hedge.end)


def _with_hedge(numeral: Numeral) -> str:
    hedge = numeral.hedge
    if hedge is None or numeral.start <= hedge.start < numeral.end:
        return numeral.surface
    return f"{hedge.surface} {numeral.surface}" if hedge.start < numeral.start else f"{numeral.surface} {hedge.surface}"
