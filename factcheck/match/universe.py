"""What data say to plain questions: counts and amounts, means, and shares of one count or amount in another."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from factcheck.data import Answer, Condition, Query

FILLED = Condition(("",), negated=True)


class Told(NamedTuple):
    """A number that the data give: one answer, or a share or mean with what stands below the line."""

    kind: str  # of claim: count, share, mean
    answer: Answer
    below: Answer | None
    value: Fraction


@dataclass(frozen=True)
class Universe:
    """The answers to the plain questions of some tables."""

    answers: tuple[Answer, ...]

    @cached_property
    def counts(self) -> Sequence[Told]:
        """Every answer by itself."""
        return [Told("count", answer, None, answer.value) for answer in self.answers]

    @cached_property
    def shares(self) -> Sequence[Told]:
        """Every answer as a share of the same asked with fewer conditions."""
        return [told for answer in self.answers for told in self._of_wholes(answer)]

    @cached_property
    def means(self) -> Sequence[Told]:
        """Every sum over the number of its rows."""
        sums = (answer for answer in self.answers if answer.query.sum is not None and answer.rows)
        return [Told("mean", one, _rows_of(one), one.value / one.rows) for one in sums]

    @cached_property
    def _by_question(self) -> Mapping[Hashable, Answer]:
        return {_key(answer.query, answer.query.where): answer for answer in self.answers}

    def _of_wholes(self, answer: Answer) -> Iterator[Told]:
        query = answer.query
        own = own_conditions(query)
        if query.operation[0] not in ("count", "sum") or not own or answer.value <= 0:
            return
        fixed = {heading: one for heading, one in query.where.items() if heading not in own}
        wheres = [
            {**fixed, **{heading: own[heading] for heading in kept}}
            for number in range(len(own))
            for kept in combinations(own, number)
        ]
        wheres += [{**where, heading: FILLED} for where in wheres[:1] for heading in own if own[heading] != FILLED]
        for where in wheres:
            whole = self._by_question.get(_key(query, where))
            if whole is not None and whole.value > answer.value:
                yield Told("share", answer, whole, answer.value / whole.value)


def own_conditions(query: Query) -> dict[str, Condition]:
    """The conditions of a question, but for one that only leaves out the empty cells of what is added up."""
    column = query.operation[1]
    return {heading: one for heading, one in query.where.items() if not (heading == column and one == FILLED)}


def _rows_of(answer: Answer) -> Answer:
    query = answer.query.model_copy(update={"sum": None})
    return Answer(query, Fraction(answer.rows), answer.rows)


def _key(query: Query, where: Mapping[str, Condition]) -> Hashable:
    return query.table, query.operation, frozenset(where.items())
