"""Numbers that come to another across sentences, and how an article hints that they belong together.

Among a few dozen numbers some add up to others by accident. So a sum is looked at only where the words hint at it: the
whole is called a total and its parts stand in a row right before or after it, each part has a name of its own that is
told again where the whole stands, or all of them count one noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import NamedTuple

from factcheck.article import Span
from factcheck.draft.entry import Entry
from factcheck.draft.source import Source
from factcheck.numeral import Form, Kind
from factcheck.text.language import load

ADDED = {"count": "quantity", "share": "part"}  # kinds of claim, and the field of what they are about
MOST_PARTS = 5
FAR = 8  # sentences between a whole and its parts
REACH = 60  # characters between a whole and the word that calls it one
MOST_ALIKE = 8  # numbers of one noun, or with names of their own, that are tried beside a whole
NEAR = Fraction(1, 50)  # of the whole: so far off, a sum may be a slip


@dataclass(frozen=True, slots=True)
class Addend:
    """A number that can be added: its entry, what it counts, the sentence it stands in, and the names of its own."""

    entry: Entry
    quantity: str
    sentence: int
    names: frozenset[str]

    @property
    def value(self) -> Fraction:
        """The printed number."""
        return self.entry.numeral.exact_value

    @property
    def kind(self) -> tuple[Kind, str]:
        """What can be added to it."""
        return self.entry.numeral.kind, self.entry.numeral.unit

    @property
    def noun(self) -> str:
        """The noun that it counts, numbers that were put behind it apart."""
        return re.sub(r"_\d+$", "", self.quantity)


class Addition(NamedTuple):
    """Parts and the whole that they come to, or nearly come to."""

    parts: tuple[Addend, ...]
    whole: Addend
    fits: bool


def additions(entries: Sequence[Entry], text: Source) -> Iterator[Addition]:
    """Every sum that the words hint at, at most one for each whole, and each number part of one at most."""
    addends = list(_addends(entries, text))
    taken: set[int] = set()
    for index, whole in enumerate(addends):
        near = [one for one in addends if abs(one.sentence - whole.sentence) <= FAR and one.kind == whole.kind]
        parts = [one for one in near if one.quantity != whole.quantity and one.value < whole.value]
        found = next((sum_ for sum_ in _sums(whole, index, addends, parts, text) if not _places(sum_) & taken), None)
        if found is not None:
            taken |= _places(found)
            yield found


def _places(found: Addition) -> set[int]:
    return {part.entry.numeral.start for part in found.parts}


def _sums(
    whole: Addend, index: int, addends: Sequence[Addend], parts: Sequence[Addend], text: Source
) -> Iterator[Addition]:
    """What may add up to a whole, the best hints first."""
    named = _told_again(whole, parts, text)[:MOST_ALIKE]
    total = _is_total(whole, text)
    runs = [run for run in _runs(index, addends) if all(part in parts for part in run)] if total else []
    sets = [some for some in _some(named) if _are_apart(some)]
    alike = [part for part in parts if part.noun == whole.noun and part.entry.numeral.kind is Kind.COUNT][:MOST_ALIKE]
    hinted = [*runs, *sets]
    yield from (Addition(some, whole, fits=True) for some in [*hinted, *_some(alike)] if _fits(some, whole))
    yield from (Addition(some, whole, fits=False) for some in hinted if _is_near(some, whole))


def _addends(entries: Sequence[Entry], text: Source) -> Iterator[Addend]:
    """The numbers outside of tables that claims give without a hedge, each quantity at its first one."""
    known: set[str] = set()
    order = {span.start: index for index, span in enumerate(text.document.sentences)}
    before = Span(0, 0)
    for entry in entries:
        numeral = entry.numeral
        if entry.record is None or "printed" not in entry.record or text.cell(numeral.start) is not None:
            continue
        quantity = entry.record.get(ADDED.get(entry.record["kind"], ""), "")
        sentence = text.document.sentences.holding(numeral.start) or before
        names = _names(text, Span(max(before.end, sentence.start), numeral.start))
        exact = numeral.value is not None and numeral.hedge is None and numeral.form in (Form.DIGITS, Form.SCALED)
        if quantity and exact and quantity not in known and not numeral.direction:
            known.add(quantity)
            yield Addend(entry, quantity, order.get(sentence.start, 0), names)
            before = Span(numeral.start, numeral.end)
        elif quantity not in known:
            before = before if quantity and numeral.kind is Kind.FRACTION else Span(numeral.start, numeral.end)


def _names(text: Source, span: Span) -> frozenset[str]:
    """The words with a capital in a range of the text, function words apart."""
    known = load(text.language).sentences.function_words | load(text.language).sentences.articles
    words = re.findall(r"[^\W\d_][\w'’-]*", text.document.words(span))
    return frozenset(word for word in words if word[0].isupper() and word.lower() not in known)


def _told_again(whole: Addend, parts: Sequence[Addend], text: Source) -> list[Addend]:
    """The parts of which a name stands in the sentence of the whole, but not they themselves."""
    span = text.document.sentences.holding(whole.entry.numeral.start)
    told = frozenset() if span is None else _names(text, span)
    return [part for part in parts if part.sentence != whole.sentence and part.names & told]


def _are_apart(some: Sequence[Addend]) -> bool:
    """Whether no two of them have a name in common."""
    return all(not one.names & other.names for one, other in combinations(some, 2))


def _some(addends: Sequence[Addend]) -> Iterator[tuple[Addend, ...]]:
    for size in range(2, min(len(addends), MOST_PARTS) + 1):
        yield from combinations(addends, size)


def _runs(index: int, addends: Sequence[Addend]) -> Iterator[tuple[Addend, ...]]:
    """The numbers right before and right after one, the longest rows first."""
    for size in range(MOST_PARTS, 1, -1):
        if index >= size:
            yield tuple(addends[index - size : index])
        if index + size < len(addends):
            yield tuple(addends[index + 1 : index + size + 1])


def _is_total(whole: Addend, text: Source) -> bool:
    """Whether a word beside the number calls it a total."""
    numeral = whole.entry.numeral
    span = text.document.sentences.holding(numeral.start)
    if span is None:
        return False
    start, end = max(span.start, numeral.start - REACH), min(span.end, numeral.end + REACH)
    return _total().search(text.document.text, start, end) is not None


@cache
def _total() -> re.Pattern[str]:
    words = (
        "totals?|totalled|totalling|together|in all|altogether|combined|overall|in sum|insgesamt|zusammen|gesamt|"
        "in summe|zusammengenommen|alles in allem"
    )
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _off(parts: Sequence[Addend], whole: Addend) -> Fraction:
    return abs(sum((part.value for part in parts), -whole.value))


def _fits(parts: Sequence[Addend], whole: Addend) -> bool:
    """Whether the parts come to the whole, every number rounded to its last digit; counts are not rounded."""
    if all(one.kind[0] is Kind.COUNT and one.entry.numeral.quantum == 1 for one in (*parts, whole)):
        return _off(parts, whole) == 0
    return _off(parts, whole) <= sum((one.entry.numeral.quantum for one in (*parts, whole)), Fraction(0)) / 2


def _is_near(parts: Sequence[Addend], whole: Addend) -> bool:
    """Whether the parts come close to the whole, or to its digits in another order."""
    if _fits(parts, whole):
        return False
    quantum = min(one.entry.numeral.quantum for one in (*parts, whole))
    total = sum((part.value for part in parts), Fraction(0))
    digits = sorted(str(int(total / quantum))) == sorted(str(int(whole.value / quantum)))
    return digits or _off(parts, whole) <= NEAR * whole.value
