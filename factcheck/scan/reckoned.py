"""Numbers that come to each other by reckoning alone, whatever the words say: mere cues do not accuse them.

The scan knows few of the ways in which a sentence can say that numbers belong together. Where their values say so, as
85, 162 and 247 do, a reading that takes them otherwise has most likely misunderstood the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import permutations, zip_longest

from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Ground
from factcheck.relation.line import says, says_how_many
from factcheck.relation.printing import is_plain, is_pronoun
from factcheck.relation.told import COUNTS
from factcheck.scan.together import Together
from factcheck.text.marks import Marked

MOST_PARTS = 6  # of a sum
MOST_MULTIPLIED = 8  # numbers of a sentence, among all of which products are looked for
WIDEST = Fraction(1, 12)  # of itself, that a number's values may lie apart for a product with it to say anything
ADDED = "total"
AVERAGED = r"\b(?:average[sd]?|mean|each|every|per|apiece|a head)\b"
"""Words of a sentence in which a whole number may be a mean."""
FREE = frozenset({"total", "mean", "rate", "difference"})
"""Relations of which a slip hardly ever makes the same numbers come to each other in another order."""

Placed = tuple[int, Numeral]


class Reckoned:
    """The sets of numbers that come to each other, to be looked up by the place of one."""

    def __init__(self, sentences: Sequence[tuple[Marked, int]]) -> None:
        """Of these sentences and where they begin; nothing is reckoned before something is asked."""
        self._sentences = sentences

    @cached_property
    def _by_number(self) -> Mapping[int, set[frozenset[int]]]:
        """Each sentence reckoned by itself, and its sums also with the next one."""
        found: defaultdict[int, set[frozenset[int]]] = defaultdict(set)
        known = [_known(marked, start) for marked, start in self._sentences]
        means = [says(AVERAGED, marked.words) for marked, _ in self._sentences]
        for numerals, onward, rounded in zip_longest(known, known[1:], means, fillvalue=list[Placed]()):
            for numbers in (
                *_sums([*numerals, *onward]),
                *_wholes(numerals),
                *_products(numerals, rounded=bool(rounded)),
            ):
                for number in numbers:
                    found[number].add(numbers)
        return found

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
        and is_plain(numeral)
        and not numeral.flags
        and not is_pronoun(numeral)
    ]


def _sums(numerals: Sequence[Placed]) -> Iterator[frozenset[int]]:
    """Numbers of one unit in a row, and the one before or behind them that they add up to."""
    by_unit: dict[tuple[Kind, str], list[Placed]] = defaultdict(list)
    for at, numeral in numerals:
        if numeral.kind in COUNTS:
            by_unit[numeral.kind, numeral.unit].append((at, numeral))
    for row in by_unit.values():
        figures = [one for one in row if one[1].form is not Form.WORDS]
        for like in (row, figures) if len(figures) < len(row) else (row,):
            for first, last, reached in _runs(like):
                for beside in (first - 1, last + 1):
                    if 0 <= beside < len(like) and like[beside][1].exact_value in reached:
                        yield frozenset(at for at, _ in (*like[first : last + 1], like[beside]))


def _wholes(numerals: Sequence[Placed]) -> Iterator[frozenset[int]]:
    """Percentages in a row that add up to all."""
    row = [(at, numeral) for at, numeral in numerals if numeral.kind is Kind.PERCENT]
    for first, last, reached in _runs(row):
        if 1 in reached:
            yield frozenset(at for at, _ in row[first : last + 1])


def _runs(row: Sequence[Placed]) -> Iterator[tuple[int, int, Interval]]:
    """The first and the last of every few numbers in a row, and what they add up to."""
    for first in range(len(row)):
        reached = row[first][1].preimage()
        for last in range(first + 1, min(first + MOST_PARTS, len(row))):
            reached += row[last][1].preimage()
            yield first, last, reached


def _products(numerals: Sequence[Placed], *, rounded: bool) -> Iterator[frozenset[int]]:
    """A number, how much or how many of it, and what that comes to; whole numbers may be rounded where means are told."""
    told = [(at, numeral) for at, numeral in numerals if numeral.form is not Form.WORDS]
    if len(told) > MOST_MULTIPLIED:
        return
    counted = [(at, numeral) for at, numeral in told if numeral.kind in COUNTS]
    for at, factor in told:
        factors = factor.preimage()
        if rounded and factor.kind is Kind.COUNT:
            factors = Interval.around(factor.exact_value, factor.quantum / 2)
        if not _is_telling(factors):
            continue
        for (of, base), (to, result) in permutations((one for one in counted if one[0] != at), 2):
            if base.value not in (1, result.value) and result.exact_value / base.exact_value in factors:
                yield frozenset((at, of, to))


def _is_telling(values: Interval) -> bool:
    low, high = values.low, values.high
    return low is not None and high is not None and low > 0 and high - low <= WIDEST * high
