"""A sentence laid out number by number: each with the words before and after it, so that cues can be looked for there.

A number that does not say how many (a date, a code, "most", "second") is words like any other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import NamedTuple

from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation.asked import MOST_ASKED, beginning, is_ahead, is_behind
from factcheck.relation.printing import (
    are_degrees,
    both_ends,
    is_word,
    without_all,
    without_distance,
    without_up_to,
)
from factcheck.relation.told import Ground, Said
from factcheck.text.fold import letters
from factcheck.text.language import load
from factcheck.text.marks import MARK, Marked

LONGEST_GAP = 240  # characters of the words on each side of a number that are looked at
MOST_WANTED = 4  # numerals that a phrase asks for
FEW = 10
MOST_NOUNS = 3  # words after a number that may name what it counts
DAYS = frozenset({Kind.DATE, Kind.YEAR})
PASSED_OVER = frozenset({Kind.VAGUE, Kind.ORDINAL, Kind.SUPPRESSED})
CLOSE = r"\s*(?:[).,;:!?–—\"”’]|-\s|$)"


@dataclass(frozen=True)
class Slot:
    """A numeral, and the words between it and the numerals on both sides."""

    numeral: Numeral
    before: str
    after: str
    index: int
    at: int  # its sign among the words of the sentence
    language: str

    @property
    def kind(self) -> Kind:
        """The kind of the numeral."""
        return self.numeral.kind

    @property
    def hedge(self) -> str:
        """The words of its hedge; empty where it has none."""
        return self.numeral.hedge.surface if self.numeral.hedge is not None else ""

    @property
    def value(self) -> Fraction:
        """The value of the numeral, which has one."""
        return self.numeral.exact_value

    def follows(self, pattern: str) -> bool:
        """Whether the words before the numeral end with a pattern."""
        return is_behind(pattern, self.before)

    def precedes(self, pattern: str) -> bool:
        """Whether the words after the numeral begin with a pattern."""
        return is_ahead(pattern, self.after)

    @property
    def led(self) -> str:
        """The words before it, and a sign of the number that they stand behind: no sentence begins there."""
        return f"0{self.before}" if self.index else self.before

    @cached_property
    def is_closed(self) -> bool:
        """Whether a mark of punctuation, or nothing at all, stands right behind it."""
        return self.precedes(CLOSE)

    @cached_property
    def nouns(self) -> tuple[str, ...]:
        """The words right behind it that may name what it counts, in small letters: none after "312 of", "312, who"."""
        dull = load(self.language).sentences.function_words
        words = re.match(rf"(?:\s+[^\W\d_][\w'’-]*){{1,{MOST_NOUNS}}}", self.after)
        named = takewhile(lambda word: word not in dull, words[0].lower().split() if words else ())
        return tuple(named)

    @property
    def is_bare(self) -> bool:
        """Whether it tells neither a unit nor what it counts."""
        return self.kind is Kind.COUNT and not self.nouns and self.numeral.value is not None

    @property
    def is_few(self) -> bool:
        """Whether it is a small number in words, as in "on one night"."""
        return self.numeral.form is Form.WORDS and self.numeral.value is not None and self.value < FEW

    def is_like(self, other: Slot) -> bool:
        """Whether both count or measure in the same unit."""
        return (self.kind, self.numeral.unit) == (other.kind, other.numeral.unit)

    def is_named_as(self, other: Slot) -> bool:
        """Whether both may count the same things: one names none, or some word of their nouns is the same."""
        return not self.nouns or not other.nouns or not set(self.nouns).isdisjoint(other.nouns)


class Sort(NamedTuple):
    """What a sentence must have for a phrase to stand in it: numerals of some kinds, so many, in a language."""

    kinds: frozenset[Kind]
    numerals: int
    language: str


class Line:
    """The numerals of a sentence that say how many or how much, in order."""

    def __init__(self, marked: Marked, beside: str = "") -> None:
        """Cut the sentence at its numerals; `beside` are the sentences before and after it."""
        self.beside = beside
        self.language = marked.language
        self.marked = marked

    @cached_property
    def sort(self) -> Sort:
        """The kinds of its numerals, and how many there are, as far as they are not flagged as doubtful."""
        kinds = [numeral.kind for numeral in self.marked.numerals if not numeral.flags]
        return Sort(frozenset(kinds), min(len(kinds), MOST_WANTED), self.language)

    @cached_property
    def folded(self) -> str:
        """The sentence in letters that can be looked up where case does not matter."""
        return letters(self.words)

    @cached_property
    def _signs(self) -> list[tuple[int, Numeral]]:
        """Where the numerals stand among the words."""
        return [(match.start(), self.marked.numeral(match[0])) for match in re.finditer(MARK, self.words)]

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The numerals that say how many or how much."""
        return self._cut(says_how_many)

    @cached_property
    def tally(self) -> Counter[Kind]:
        """How many of these there are of each kind."""
        return Counter(slot.kind for slot in self.slots)

    @cached_property
    def dated(self) -> tuple[Slot, ...]:
        """Those, and dates and years."""
        return self._cut(lambda numeral: numeral.kind in DAYS or says_how_many(numeral))

    def _cut(self, wanted: Callable[[Numeral], bool]) -> tuple[Slot, ...]:
        words = self.words
        told = [
            (at, one)
            for at, one in self._signs
            if wanted(one)
            and not is_word(one, words[max(at - 20, 0) : at], words[at + 1 : at + 20])
            and not are_degrees(one, words[at + 1 : at + 20], words)
        ]
        gaps = self._gaps([at for at, _ in told])
        for index, (at, numeral) in enumerate(told[1:], start=1):
            bare, gaps[index] = without_distance(numeral, gaps[index])
            told[index] = at, bare
        parts = [
            (at, one, before, after)
            for index, (at, numeral) in enumerate(told)
            for one, before, after in both_ends(
                *without_up_to(*without_all(numeral, gaps[index])), gaps[index + 1], self.language
            )
        ]
        return tuple(
            Slot(numeral, before[-LONGEST_GAP:], after[:LONGEST_GAP], index, at, self.language)
            for index, (at, numeral, before, after) in enumerate(parts)
        )

    def _gaps(self, cuts: Sequence[int]) -> list[str]:
        """The words before, between and after the cuts, with what stands at the other signs."""
        words, gaps, done, pieces = self.marked.words, list[str](), 0, list[str]()
        wanted = set(cuts)
        for at, numeral in self._signs:
            pieces.append(words[done:at])
            done = at + 1
            if at in wanted:
                gaps.append("".join(pieces))
                pieces = []
            else:
                pieces.append(numeral.surface)
        return [*gaps, "".join([*pieces, words[done:]])]

    @property
    def words(self) -> str:
        """The sentence, with a sign for each numeral."""
        return self.marked.words

    @cached_property
    def text(self) -> str:
        """The sentence as it is read, its numerals as they are printed."""
        return self.marked.printed()

    def place(self, numeral: Numeral) -> int:
        """Where the sign of a numeral, or that of the range of which it is an end, stands among the words."""
        at = bisect_right(self._signs, numeral.start, key=lambda sign: sign[1].start) - 1
        return self._signs[at][0]

    def around(self, slot: Slot, most: int = 5) -> str:
        """The words on both sides of a numeral, up to so many other numerals."""
        slots = self.slots[max(slot.index - most, 0) : slot.index + most + 1]
        return "".join((slots[0].before, *(f"{each.numeral.surface}{each.after}" for each in slots)))

    def near(self, slot: Slot, most: int = 4) -> tuple[Slot, ...]:
        """The numerals on both sides of one, so many at most on each."""
        low = max(slot.index - most, 0)
        return (*self.slots[low : slot.index], *self.slots[slot.index + 1 : slot.index + 1 + most])

    def between(self, first: Slot, last: Slot) -> str:
        """The words between two numerals, with what other numerals stand there."""
        if first.index > last.index:
            first, last = last, first
        inner = self.slots[first.index + 1 : last.index]
        return first.after + "".join(f"{slot.numeral.surface}{slot.after}" for slot in inner)

    def said(self, **gaps: Slot | Sequence[Slot]) -> Said:
        """These numerals in their roles."""
        roles = {name: (slots,) if isinstance(slots, Slot) else tuple(slots) for name, slots in gaps.items()}
        places = [slot.at for slots in roles.values() for slot in slots]
        return Said(
            {name: tuple(slot.numeral for slot in slots) for name, slots in roles.items()},
            self.marked.origin(min(places)),
            self.marked.origin(max(places) + 1),
            language=self.language,
            ground=Ground.CUES,
        )

    def on(self, ground: Ground, **gaps: Slot | Sequence[Slot]) -> Said:
        """These numerals in their roles, on another ground than cues."""
        return replace(self.said(**gaps), ground=ground)

    def guessed(self, **gaps: Slot | Sequence[Slot]) -> Said:
        """These numerals in roles that hardly any words tell."""
        return self.on(Ground.NUMBERS, **gaps)


def says_how_many(numeral: Numeral) -> bool:
    """Whether a numeral says how many or how much, and with what value or ends."""
    return (
        numeral.is_quantity
        and numeral.kind not in PASSED_OVER
        and (numeral.form is not Form.EXACT or numeral.surface[-1].isdecimal())
        and (
            numeral.value is not None or " to " in numeral.surface
        )  # a range that is no change is words like any other
    )


def in_money_of(slot: Slot, other: Slot) -> Slot:
    """A number of millions in the currency that is told once: "to 14.0 million pounds from 24.3 million"."""
    alike = other.kind is Kind.MONEY and slot.numeral.scale == other.numeral.scale > 1
    return in_unit_of(slot, other) if slot.is_bare and alike else slot


def in_unit_of(slot: Slot, other: Slot) -> Slot:
    """The numeral in the unit and scale of another that is told once for both: "28.4 to 32.6 per cent"."""
    numeral = slot.numeral
    scale = other.numeral.scale if numeral.scale == 1 else Fraction(1)  # "620 million litres, the other 155 million"
    told = replace(
        numeral,
        kind=other.kind,
        unit=other.numeral.unit,
        value=numeral.exact_value * scale,
        quantum=numeral.quantum * scale,
        place=numeral.place * scale,
        scale=scale,
    )
    return replace(slot, numeral=told)


def for_once(slot: Slot, other: Slot) -> Slot:
    """A number told a day or a head as one that counts like another: "£610 a week, he £312"."""
    told, like = slot.numeral, other.numeral
    if told.kind is not Kind.RATE or told.per != 1 or not told.unit.startswith(f"{like.unit} per".lstrip()):
        return slot
    return replace(slot, numeral=replace(told, kind=like.kind, unit=like.unit, per=None))


@lru_cache(MOST_ASKED)
def says(pattern: str, words: str) -> bool:
    """Whether a pattern is somewhere in some words."""
    return beginning(pattern).search(words) is not None
