"""Numbers that come to each other by reckoning alone, whatever the words say: mere cues do not accuse them.

The scan knows few of the ways in which a sentence can say that numbers belong together. Where their values say so, as
85, 162 and 247 do, a reading that takes them otherwise has most likely misunderstood the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Ground
from factcheck.relation.line import says_how_many
from factcheck.relation.told import COUNTS
from factcheck.scan.together import Together
from factcheck.text.marks import Marked

MOST_PARTS = 6  # of a sum
MOST_MULTIPLIED = 8  # numbers of a sentence, among all of which products are looked for
WIDEST = Fraction(1, 12)  # of itself, that a number's values may lie apart for a product with it to say anything
ADDED = "total"
FREE = frozenset({"total", "mean", "rate", "difference"})
"""Relations of which a slip hardly ever makes the same numbers come to each other in another order."""

Placed = tuple[int, Numeral]


class Reckoned:
    """The sets of numbers that come to each other, to be looked up by the place of one."""

    def __init__(self, sentences: Sequence[tuple[Marked, int]]) -> None:
        """Reckon each sentence by itself, and its sums also with the next one."""
        self._by_number: defaultdict[int, set[frozenset[int]]] = defaultdict(set)
        known = [_known(marked, start) for marked, start in sentences]
        for index, numerals in enumerate(known):
            onward = known[index + 1] if index + 1 < len(known) else []
            for numbers in (*_sums([*numerals, *onward]), *_wholes(numerals), *_products(numerals)):
                for number in numbers:
                    self._by_number[number].add(numbers)

    def acquits(self, one: Together) -> bool:
        """Whether numbers that a reading puts together come to each other in another way.

        Those of a phrase do only where they are but some of the numbers that come to each other.
        """
        numbers = one.numbers if one.anchor is None else (one.anchor,)
        sets = {each for number in numbers for each in self._by_number.get(number, ())}
        if one.ground is Ground.WORDS:
            return any(each > one.numbers for each in sets)
        if one.relation == ADDED and self._is_counted_twice(one):
            return True
        return any(len(each & one.numbers) > 1 and (one.relation in FREE or each - one.numbers) for each in sets)

    def _is_counted_twice(self, one: Together) -> bool:
        """Whether one part of a total comes to others of its parts."""
        parts = one.numbers - {one.anchor}
        return any(each <= parts for number in parts for each in self._by_number.get(number, ()))


def _known(marked: Marked, start: int) -> list[Placed]:
    return [
        (start + numeral.start, numeral)
        for numeral in marked.numerals
        if says_how_many(numeral)
        and numeral.value
        and _is_plain(numeral)
        and not numeral.flags
        and not _is_one(numeral)
    ]


def _is_plain(numeral: Numeral) -> bool:
    return numeral.hedge is None or numeral.hedge.surface.lower() == "some"


def _is_one(numeral: Numeral) -> bool:
    """Whether it only stands for a thing: "the upper one"."""
    return numeral.form is Form.WORDS and numeral.value == 1


def _sums(numerals: Sequence[Placed]) -> Iterator[frozenset[int]]:
    """Numbers of one unit in a row, and the one before or behind them that they add up to."""
    by_unit: dict[tuple[Kind, str], list[Placed]] = defaultdict(list)
    for at, numeral in numerals:
        if numeral.kind in COUNTS:
            by_unit[numeral.kind, numeral.unit].append((at, numeral))
    rows = [*by_unit.values(), *([one for one in row if one[1].form is not Form.WORDS] for row in by_unit.values())]
    for row in rows:
        for first in range(len(row)):
            reached = row[first][1].preimage()
            for last in range(first + 1, min(first + MOST_PARTS, len(row))):
                reached += row[last][1].preimage()
                for beside in (first - 1, last + 1):
                    if 0 <= beside < len(row) and row[beside][1].exact_value in reached:
                        yield frozenset(at for at, _ in (*row[first : last + 1], row[beside]))


def _wholes(numerals: Sequence[Placed]) -> Iterator[frozenset[int]]:
    """Percentages in a row that add up to all."""
    row = [(at, numeral) for at, numeral in numerals if numeral.kind is Kind.PERCENT]
    for first in range(len(row)):
        reached = row[first][1].preimage()
        for last in range(first + 1, min(first + MOST_PARTS, len(row))):
            reached += row[last][1].preimage()
            if 1 in reached:
                yield frozenset(at for at, _ in row[first : last + 1])


def _products(numerals: Sequence[Placed]) -> Iterator[frozenset[int]]:
    """A number, how much or how many of it, and what that comes to."""
    told = [(at, numeral) for at, numeral in numerals if numeral.form is not Form.WORDS]
    if len(told) > MOST_MULTIPLIED:
        return
    for (at, factor), (of, base), (to, result) in permutations(told, 3):
        counted = base.kind in COUNTS and result.kind in COUNTS and base.value not in (1, result.value)
        factors = factor.preimage()
        if counted and _is_telling(factors) and result.exact_value / base.exact_value in factors:
            yield frozenset((at, of, to))


def _is_telling(values: Interval) -> bool:
    low, high = values.low, values.high
    return low is not None and high is not None and low > 0 and high - low <= WIDEST * high
