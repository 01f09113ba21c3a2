"""Questions that differ from another in one thing, and what the table says to each: many are counted by one query."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from factcheck.data.asking import Asked
from factcheck.data.comparing import year_of
from factcheck.data.conditions import Condition
from factcheck.data.error import DataError
from factcheck.data.model import Query
from factcheck.data.search.budget import Budget
from factcheck.data.search.changes import (
    Change,
    Sort,
    Variant,
    categories,
    ends_moved,
    turned,
    with_condition,
    within,
    years_moved,
)
from factcheck.data.search.columns import LONGEST, MOST_VALUES, Columns
from factcheck.data.search.numbers import Numbered, Numbers, scaled

MOST_COLUMNS = 60  # that are looked at besides those that the claims file names
MOST_CATEGORIES = 500  # of a column by which they were told apart already
ADDITIVE = ("count", "sum")


@dataclass
class Variants:
    """The questions that are like those to one table; `headings` are the columns of it that can be asked."""

    asked: Asked
    numbers: Numbers
    headings: tuple[str, ...]
    budget: Budget = field(default_factory=Budget)
    _numbers: dict[str, Numbered | None] = field(default_factory=dict)

    def of(self, query: Query) -> Iterator[Variant]:
        """Every question that differs from this one in one thing, the plausible first, while the budget lasts."""
        yield from self._dropped(query)
        for heading in query.where:
            yield from self._otherwise(query, heading)
        yield from self._of_columns(query)
        for heading in self.columns.few:
            if heading not in query.where:
                yield from self._added(query, heading)
        for heading in self.columns.days:
            if heading not in query.where:
                yield from self._added_year(query, heading)

    def bases(self, part: Query, whole: Query) -> Iterator[Variant]:
        """Other wholes of a part: what is asked by some of the conditions of the part."""
        fewer = [{other: one for other, one in part.where.items() if other != heading} for heading in part.where]
        single = [{heading: condition} for heading, condition in part.where.items()]
        for number, where in enumerate([*fewer, *single]):
            if where and where not in (part.where, whole.where) and where not in [*fewer, *single][:number]:
                told = " and ".join(f"{heading} {condition}" for heading, condition in where.items())
                asked = whole.model_copy(update={"where": where})
                yield from self._asked(Sort.BASE, asked, f"as all where {told}", (Sort.BASE, number))

    def figure(self, query: Query) -> Fraction | None:
        """The exact answer to a question; None where there is none, or the budget is spent."""
        try:
            if not self.budget.take(self.rows, 1 + len(query.where)):
                return None
            value = self.asked.figure(query).value
        except (DataError, MemoryError):
            return None
        return value.low if value.is_point else None

    @cached_property
    def rows(self) -> int:
        """How many rows the table has."""
        return int(self.asked.engine.run(f"SELECT count(*) FROM {self.asked.table.source}")[0][0])  # noqa: S608

    @cached_property
    def columns(self) -> Columns:
        """What its columns hold."""
        return Columns(self.asked, self.headings)

    def _dropped(self, query: Query) -> Iterator[Variant]:
        """The same without one of its filters, and without any."""
        for heading, condition in query.where.items():
            yield from self._one(query, Change(Sort.DROPPED, heading, None, f"without {heading} {condition}"))
        if len(query.where) > 1:
            yield from self._asked(
                Sort.DROPPED, query.model_copy(update={"where": {}}), "without any filter", ("dropped", "")
            )

    def _of_columns(self, query: Query) -> Iterator[Variant]:
        """The same of another column; rows for different values, and different values for rows."""
        operation, own = query.operation
        told = {"count": "rows", "distinct": f"different values of {own}"}.get(operation, f"{operation} of {own}")
        if operation == "distinct":
            counted = query.model_copy(update={"distinct": None})
            yield from self._asked(Sort.COLUMN, counted, f"as rows for {told}", ("rows",))
        others = [heading for heading in self.headings if heading and heading != own and self.columns.is_plain(heading)]
        if operation in ("count", "distinct"):
            for heading, value in self._differing(query, others[:MOST_COLUMNS]):
                asked, words = query.model_copy(update={"distinct": heading}), f"as different values of {heading}"
                yield Variant(Sort.COLUMN, asked, f"{words} for {told}", value, ("distinct", heading))
            return
        for heading in filter(self.numbers.may_have, others[:MOST_COLUMNS]):
            asked = query.model_copy(update={operation: heading})
            key = (operation, heading)
            yield from self._asked(Sort.COLUMN, asked, f"as {operation} of {heading} for {told}", key)

    def _differing(self, query: Query, headings: Sequence[str]) -> Iterator[tuple[str, Fraction]]:
        """How many different values each of the columns has; nothing where the budget is spent."""
        if headings and self.budget.take(self.rows, len(headings) + len(query.where)):
            counted = ", ".join(f"count(DISTINCT {self.asked.column(heading)})" for heading in headings)
            try:
                ((*found,),) = self.asked.engine.run(f"SELECT {counted}{self.asked.source(query.where)}")
            except (DataError, MemoryError):
                return
            yield from ((heading, Fraction(value)) for heading, value in zip(headings, found, strict=True))

    def _otherwise(self, query: Query, heading: str) -> Iterator[Variant]:
        """Other categories of a column that has a filter."""
        condition = query.where[heading]
        other = turned(condition)
        if condition.ends or other is None:
            yield from self._ranged(query, heading, other)
            return
        turning = Change(Sort.TURNED, heading, other, f"where {heading} {other}")
        groups = self._groups(with_condition(query, heading, None), heading, MOST_CATEGORIES)
        if query.operation[0] not in ADDITIVE or groups is None:
            yield from self._one(query, turning)
        if groups is None:
            return
        short = {value: found for value, found in groups.items() if len(value) <= LONGEST}
        for changed in categories(heading, condition, short):
            if query.operation[0] not in ADDITIVE and (changed.condition is None or len(changed.condition.values) > 1):
                continue
            yield from self._counted(query, changed, groups)
        if query.operation[0] in ADDITIVE:
            yield from self._counted(query, turning, groups)

    def _ranged(self, query: Query, heading: str, other: Condition | None) -> Iterator[Variant]:
        """Other ranges of a column that has one."""
        condition = query.where[heading]
        if other is not None:
            yield from self._one(query, Change(Sort.TURNED, heading, other, f"where {heading} {other}"))
        for change in ends_moved(heading, condition):
            yield from self._one(query, change)
        if not condition.is_of_days:
            return
        years = self._years(with_condition(query, heading, None), heading) if _is_year(condition) else {}
        for year in years:
            if year != condition.ends[0].text:
                found = within(year)
                told = f"where {heading} {found} instead of {condition.ends[0]}"
                yield from self._of_year(query, Change(Sort.CATEGORY, heading, found, told), years[year])
        for change in () if years else years_moved(heading, condition):
            yield from self._one(query, change)

    def _added_year(self, query: Query, heading: str) -> Iterator[Variant]:
        """Rows of one year of a further column."""
        for year, value in self._years(query, heading).items():
            found = within(year)
            yield from self._of_year(query, Change(Sort.ADDED, heading, found, f"also where {heading} {found}"), value)

    def _of_year(self, query: Query, change: Change, value: Fraction | None) -> Iterator[Variant]:
        if value is not None and change.condition is not None:
            key = (change.sort, change.heading, change.condition)
            yield Variant(
                change.sort, with_condition(query, change.heading, change.condition), change.words, value, key
            )

    def _years(self, query: Query, heading: str) -> dict[str, Fraction | None]:
        """What the table says for each year of a column of days; nothing where it has too many, or the budget is spent."""
        if heading not in self.columns.days:
            return {}
        groups = self._groups(query, heading, MOST_VALUES, by_year=True) or {}
        return {year: value for year, value in groups.items() if re.fullmatch("[0-9]{4}", year)}

    def _added(self, query: Query, heading: str) -> Iterator[Variant]:
        """Rows with one value of a further column only, and rows without it."""
        groups = self._groups(query, heading, MOST_VALUES)
        if groups is None or len(groups) < 2:
            return
        for value in (value for value in groups if len(value) <= LONGEST):
            only, but = Condition((value,)), Condition((value,), negated=True)
            yield from self._counted(query, Change(Sort.ADDED, heading, only, f"also where {heading} {only}"), groups)
            if (query.operation[0] in ADDITIVE and len(groups) > 2) or not value:
                sort = Sort.LEFT_OUT if value else Sort.ADDED
                yield from self._counted(query, Change(sort, heading, but, f"also where {heading} {but}"), groups)

    def _counted(self, query: Query, change: Change, groups: Mapping[str, Fraction | None]) -> Iterator[Variant]:
        """A change of a condition whose answer follows from those for the values of its column."""
        condition = change.condition
        if condition is None:
            return
        if query.operation[0] not in ADDITIVE and (condition.negated or len(condition.values) > 1):
            yield from self._one(query, change)
            return
        found = [v for name, v in groups.items() if (name in condition.values) != condition.negated]
        value = Fraction(0)
        for one in found:
            if one is None:
                return
            value += one
        if found:
            key = (change.sort, change.heading, condition)
            yield Variant(change.sort, with_condition(query, change.heading, condition), change.words, value, key)

    def _one(self, query: Query, change: Change) -> Iterator[Variant]:
        key = (change.sort, change.heading, change.condition)
        yield from self._asked(change.sort, with_condition(query, change.heading, change.condition), change.words, key)

    def _asked(self, sort: Sort, query: Query, change: str, key: Hashable) -> Iterator[Variant]:
        value = self.figure(query)
        if value is not None:
            yield Variant(sort, query, change, value, key)

    def _groups(
        self, query: Query, heading: str, most: int, *, by_year: bool = False
    ) -> dict[str, Fraction | None] | None:
        """What the table says for each value of a column; None where it has too many, or the budget is spent.

        For a value of which it says nothing that is exact, None stands.
        """
        try:
            found = self._grouped(query, heading, most, by_year=by_year)
        except (DataError, MemoryError):
            return None
        return None if len(found) > most else found

    def _grouped(self, query: Query, heading: str, most: int, *, by_year: bool) -> dict[str, Fraction | None]:
        measured = self._measured(query)
        if measured is None or not self.budget.take(self.rows, 2 + len(query.where)):
            raise DataError("nothing that can be grouped")
        what, scale = measured
        name = year_of(self.asked.column(heading)) if by_year else self.asked.column(heading)
        sql = f"SELECT {name}, {what}{self.asked.source(query.where)} GROUP BY {name} ORDER BY count(*) DESC, {name}"
        rows = self.asked.engine.run(f"{sql} LIMIT {most + 1}")
        return {text or "": scaled(value, scale) if not bad else None for text, value, bad in rows}

    def _measured(self, query: Query) -> Numbered | None:
        """What is counted or added up, in SQL, and how many rows are not clear; and what of it one is."""
        operation, heading = query.operation
        if operation == "count":
            return "count(*), 0", 1
        if operation == "distinct":
            return f"count(DISTINCT {self.asked.column(heading)}), 0", 1
        found = self.as_numbers(heading)
        if found is None:
            return None
        name, scale = found
        return f"{operation}({name}), count(*) - count({name})", scale

    def as_numbers(self, heading: str) -> Numbered | None:
        """The numbers of a column in SQL, and what of these is one; None where that is too much."""
        if heading not in self._numbers:
            self._numbers[heading] = self.numbers.of(heading, self.rows, self.budget)
        return self._numbers[heading]


def _is_year(condition: Condition) -> bool:
    """Whether a condition is one year."""
    return [(end.word, len(end.text)) for end in condition.ends] == [("in", 4)] and not condition.values
