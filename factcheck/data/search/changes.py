"""Changes of one thing in a question to data, and the questions that come of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from factcheck.data.conditions import Condition, End
from factcheck.data.model import Query

OPPOSITE = {"at_least": "under", "over": "at_most", "from": "before", "after": "to"}
OPPOSITE |= {word: other for other, word in OPPOSITE.items()}
BESIDE = {"at_least": "over", "at_most": "under", "from": "after", "to": "before"}
BESIDE |= {word: other for other, word in BESIDE.items()}


class Sort(StrEnum):
    """In what a question differs from another, the most plausible first."""

    DROPPED = "filter dropped"
    BASE = "another base"
    TURNED = "filter turned round"
    END = "end of a range"
    COLUMN = "another column"
    CATEGORY = "another category"
    ADDED = "filter added"
    LEFT_OUT = "category left out"


class Variant(NamedTuple):
    """A question, how it came about, in words, what the table says to it, and what tells such changes of two apart."""

    sort: Sort
    query: Query
    change: str
    value: Fraction
    key: Hashable


class Change(NamedTuple):
    """A column, the condition that it is to have, where it is to have any, and how that is told."""

    sort: Sort
    heading: str
    condition: Condition | None
    words: str


def with_condition(query: Query, heading: str, condition: Condition | None) -> Query:
    """The question with another condition on a column, or with none."""
    where = {known: one for known, one in query.where.items() if known != heading or condition is not None}
    return query.model_copy(update={"where": where if condition is None else {**where, heading: condition}})


def categories(heading: str, condition: Condition, groups: Mapping[str, Fraction | None]) -> Iterator[Change]:
    """Other values for those of a condition: one for the only one, else one more or one less."""
    values, sort = condition.values, Sort.CATEGORY
    others = [value for value in groups if value not in values]
    if len(values) == 1:
        for other in others:
            changed = Condition((other,), condition.negated)
            yield Change(sort, heading, changed, f"where {heading} {changed} instead of {bare(values[0])}")
        return
    for value in values:
        changed = Condition(tuple(one for one in values if one != value), condition.negated)
        yield Change(sort, heading, changed, f"where {heading} {changed}, without {bare(value)}")
    for other in others:
        changed = Condition((*values, other), condition.negated)
        yield Change(sort, heading, changed, f"where {heading} {changed}, with {bare(other)} as well")


def turned(condition: Condition) -> Condition | None:
    """Everything that a condition leaves out; None where that is no condition."""
    if not condition.ends:
        return Condition(condition.values, not condition.negated)
    word = OPPOSITE.get(condition.ends[0].word)
    if len(condition.ends) > 1 or condition.values or word is None:
        return None
    return Condition(ends=(End(word, condition.ends[0].text),))


def ends_moved(heading: str, condition: Condition) -> Iterator[Change]:
    """The same range with an end counted that was not, or the other way round: "under 18" for "18 or under"."""
    for at, end in enumerate(condition.ends):
        if end.word in BESIDE:
            moved = End(BESIDE[end.word], end.text)
            changed = replace(condition, ends=(*condition.ends[:at], moved, *condition.ends[at + 1 :]))
            if not changed.allowed.is_empty:
                yield Change(Sort.END, heading, changed, f"where {heading} {moved} instead of {end}")


def years_moved(heading: str, condition: Condition) -> Iterator[Change]:
    """The same days of the year before and the year after."""
    for step in (-1, 1):
        ends = tuple(End(end.word, f"{int(end.text[:4]) + step:04}{end.text[4:]}") for end in condition.ends)
        changed = replace(condition, ends=ends)
        if not changed.allowed.is_empty:
            own, other = (" and ".join(map(str, one.ends)) for one in (condition, changed))
            yield Change(Sort.CATEGORY, heading, changed, f"where {heading} {other} instead of {own}")


def within(period: str) -> Condition:
    """The condition that a day lies in a year or a month."""
    return Condition(ends=(End("in", period),))


def bare(value: str) -> str:
    """A value in words."""
    return value or "empty"
