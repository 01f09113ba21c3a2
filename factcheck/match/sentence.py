"""Which of the columns and values of data the words of a sentence speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from factcheck.data import Condition, Query
from factcheck.match.universe import FILLED, Told, own_conditions
from factcheck.text import DEFAULT
from factcheck.text.language import load

UNSAID = 2  # what a condition without words counts; one less where its column is in use
LEAST_COMMON = 4  # letters that two words of one stem begin with
SAYS_YES = frozenset("yes y true t 1 x ja j wahr".split())
FILLING = frozenset("of the in a an and or for to by on at not no is was per with from der die das und oder".split())
ORDER = ("count", "distinct", "sum", "max", "min")
ON_AVERAGE = r"\b(average|averaged|mean|each|apiece|typical\w*|per|durchschnitt\w*|mittel|schnitt|je)\b"


class Plainness(NamedTuple):
    """How plain a question is for a sentence: fewer words that it does not have, then fewer conditions, come first."""

    unsaid: int
    conditions: int
    operation: int
    below: int = 0
    unnamed: int = 0  # columns of days of which the words name the year alone


@dataclass(frozen=True)
class Sentence:
    """The words around a number; `used` are columns by which other numbers of the article were found."""

    words: str
    used: frozenset[str] = frozenset()
    language: str = DEFAULT

    @property
    def tells_means(self) -> bool:
        """Whether a number in it may be a mean."""
        return re.search(ON_AVERAGE, self.words, re.IGNORECASE) is not None

    def plainness(self, told: Told) -> Plainness:
        """How plain it is that the sentence speaks of what was asked."""
        asked = told.answer.query
        known = self._asked(asked)
        below = 0 if told.below is None else len(own_conditions(told.below.query))
        return known._replace(below=len(own_conditions(asked)) - below)

    def _asked(self, query: Query) -> Plainness:
        operation, column = query.operation
        own = own_conditions(query)
        unsaid = sum(self._unsaid(heading) for heading, condition in own.items() if not self._says(heading, condition))
        unsaid += self._unsaid(column) if column and not self._has(column) else 0
        unnamed = sum(bool(condition.ends) and not self._has(heading) for heading, condition in own.items())
        return Plainness(unsaid, len(own), ORDER.index(operation), unnamed=unnamed)

    def _unsaid(self, heading: str) -> int:
        return UNSAID if heading not in self.used else UNSAID - 1

    def _says(self, heading: str, condition: Condition) -> bool:
        key = (heading, condition)
        if key not in self._said:
            self._said[key] = self._is_said(heading, condition)
        return self._said[key]

    @cached_property
    def _said(self) -> dict[tuple[str, Condition], bool]:
        return {}

    def _is_said(self, heading: str, condition: Condition) -> bool:
        if condition == FILLED:
            return self._has(heading)
        if condition.ends:
            return self._names_period(condition.ends[0].text)
        if condition.negated or condition.values == ("",):
            return False
        (value,) = condition.values
        return self._has(value) or (value.lower() in SAYS_YES and self._has(heading))

    def _names_period(self, period: str) -> bool:
        """Whether the sentence names a year, or a month with its year."""
        year, _, month = period.partition("-")
        months = load(self.language).apart.months
        is_month = not month or any(months.get(word) == int(month) for word in self._own)
        return year in self._own and is_month

    def _has(self, phrase: str) -> bool:
        """Whether all words of a phrase that mean something stand in the sentence, in some form."""
        wanted = [word for word in _words(phrase) if word not in FILLING]
        return bool(wanted) and all(any(_is_like(word, own) for own in self._own) for word in wanted)

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(_words(self.words))


@cache
def _is_like(one: str, other: str) -> bool:
    """Whether two words have one stem, as far as their beginnings tell.

    >>> _is_like("refused", "refuses"), _is_like("decided", "decisions"), _is_like("open", "opera"), _is_like("in", "inn")
    (True, True, False, False)
    """
    shorter, longer = sorted((one, other), key=len)
    common = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    return one == other or (common >= LEAST_COMMON and 2 * common > len(shorter))


def _words(phrase: str) -> list[str]:
    return re.findall(r"\w+", phrase.lower().replace("_", " "))
