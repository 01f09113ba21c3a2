"""Changes of one thing in a question to data, and the questions that come of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from factcheck.data.model import Condition, Query


class Sort(StrEnum):
    """In what a question differs from another, the most plausible first."""

    DROPPED = "filter dropped"
    BASE = "another base"
    TURNED = "filter turned round"
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


def bare(value: str) -> str:
    """A value in words."""
    return value or "empty"
