"""From a question of a claims file to SQL, and from what the table answers to the figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from factcheck.data.cells.meaning import Cells
from factcheck.data.comparing import EXACT, SHORT, Compared
from factcheck.data.conditions import Condition, period
from factcheck.data.engine import Loaded, Running, literal
from factcheck.data.error import DataError
from factcheck.data.model import CELL, Query
from factcheck.finding.figure import Figure, digits, values
from factcheck.interval import Interval
from factcheck.mistake import near
from factcheck.text import DEFAULT

LONGEST = 2_000  # characters of a query that is told
MOST_COMPARED = 10_000  # values of a column, for the nearest one to be named
ZERO = Interval.exactly(0)
ADDED = {"sum": "the sum of", "min": "the least", "max": "the greatest"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A table that was loaded, with the engine that has it and the reader of its cells."""

    table: Loaded
    engine: Running
    cells: Cells

    def figure(self, query: Query) -> Figure:
        """What the table says to a question; DataError where it says nothing that can be used."""
        found = self._figure(query)
        return replace(found, sql=f"{found.sql[:LONGEST]} …") if len(found.sql) > LONGEST else found

    def _figure(self, query: Query) -> Figure:
        conditions = self._conditions(query.where)
        tail = self._tail(conditions.values())
        operation, heading = query.operation
        counted = f"SELECT count(*){tail}"
        ((rows,),) = self.engine.run(counted)
        whence = f"{self.table.told}{_told(query.where)}"
        left_out = self._left_out(query.where, conditions)
        among = f"{digits(Fraction(rows))} row{'' if rows == 1 else 's'} of {whence}{left_out}"
        if operation == "count":
            return Figure(Interval.exactly(rows), among, f"rows of {whence}", self.table.told, counted)
        column = self._column(heading, (operation,))
        if not rows:
            raise DataError(
                f"{among}: there is nothing to look at", "correct `where`, or write the number itself", ("where",)
            )
        if operation == "distinct":
            return self._distinct(column, tail, f"among {among}", query)
        return self._numbers(operation, column, tail, among)

    def source(self, where: Mapping[str, Condition]) -> str:
        """What a query reads from, in SQL: the table, and which rows of it. DataError where it has no such value."""
        return self._tail(self._conditions(where).values())

    def _tail(self, conditions: Iterable[str]) -> str:
        joined = " AND ".join(conditions)
        return f" FROM {self.table.source}" + (f" WHERE {joined}" if joined else "")

    def column(self, heading: str) -> str:
        """The name of a column in SQL; DataError where no heading, or more than one, is like that."""
        return self.table.text(self._column(heading, ()))

    def number(self, text: str | None, heading: str) -> tuple[Interval, str]:
        """The values that a cell of a column may stand for, and their unit; DataError, without its place, for no number."""
        return self._number(text, self._column(heading, ()))

    def _distinct(self, column: int, tail: str, among: str, query: Query) -> Figure:
        name = self.table.text(column)
        sql = f"SELECT count(DISTINCT {name}), count(*) - count({name}){tail}"
        (found, empty) = self.engine.run(sql)[0]
        apart = f", {digits(Fraction(empty))} empty cell{'' if empty == 1 else 's'} apart" if empty else ""
        whence = f"different values of {query.distinct} {among}{apart}"
        return Figure(Interval.exactly(found), f"{digits(Fraction(found))} {whence}", whence, self.table.told, sql)

    def _numbers(self, operation: str, column: int, tail: str, among: str) -> Figure:
        """The sum, the least or the greatest of the numbers of a column."""
        value, unit, sql = self._at_once(operation, column, tail) or self._one_by_one(operation, column, tail)
        heading = self.table.headings[column]
        whence = f"{ADDED[operation]} {heading} in {among}"
        inexact = heading if column in self.table.inexact else ""
        return Figure(value, f"{values(value)}, {whence}", whence, self.table.told, sql, unit, inexact)

    def _at_once(self, operation: str, column: int, tail: str) -> tuple[Interval, str, str] | None:
        """What the engine makes of numbers as programs write them; None where some are written, or mean, something else."""
        exact = self.table.exact.get(column)
        is_stored = column in self.table.stored and column not in self.table.worded
        if exact is None and (self.table.relation or not (is_stored or self.cells.language == DEFAULT)):
            return None
        name = self.table.text(column)
        odd = "cell IS NULL" if exact else f"regexp_full_match(cell, '{SHORT}') IS NOT TRUE"
        odd += "".join(f" OR cell = {literal(text)}" for text in self.cells.marked)
        cells = f"SELECT {name if self.cells.marked or not exact else exact} AS cell{tail}"
        if self.engine.run(f"SELECT 1 FROM ({cells}) AS cells WHERE {odd} LIMIT 1"):  # noqa: S608
            return None
        sql = f"SELECT {operation}({exact or f'CAST({name} AS {EXACT})'}){tail}"
        try:
            return Interval.exactly(Fraction(self.engine.run(sql)[0][0])), "", sql
        except (OverflowError, ValueError):  # NUMERIC may be infinite, or no number
            return None

    def _one_by_one(self, operation: str, column: int, tail: str) -> tuple[Interval, str, str]:
        """The same by reading each different text of the column."""
        name = self.table.text(column)
        sql = f"SELECT {name}, count(*), {self.table.first}{tail} GROUP BY {name} ORDER BY 3, 1"
        units: dict[str, str] = {}
        read: list[tuple[Interval, int]] = []
        for text, times, first in self.engine.run(sql):
            value, unit = self._value(text, column, operation, first)
            read.append((value, times))
            units.setdefault(unit, text)
        units.pop("", None)
        if len(units) > 1:
            told = " and ".join(map(repr, list(units.values())[:2]))
            message = f"{self.table.told}: {told} are in different units"
            raise DataError(message, "leave one of them out by `where`", (operation,))
        value = _sum(read) if operation == "sum" else _end([value for value, _ in read], greatest=operation == "max")
        return value, next(iter(units), ""), sql

    def _value(self, text: str | None, column: int, operation: str, row: int) -> tuple[Interval, str]:
        """The values that a text may stand for, and their unit; it stands first in a row by its number."""
        try:
            return self._number(text, column)
        except DataError as error:
            place = self.table.place(row, column)
            raise DataError(f"{self.table.told}, {place}: {error.message}", error.remedy, (operation,)) from None

    def _number(self, text: str | None, column: int) -> tuple[Interval, str]:
        stored = column in self.table.stored and text not in self.table.worded.get(column, ())
        return self.cells.value(text, stored=stored)

    def _column(self, heading: str, at: tuple[str, ...]) -> int:
        """The number of a column; DataError where no heading, or more than one, is like that."""
        found = [index for index, known in enumerate(self.table.headings) if known == heading]
        if len(found) == 1 and found[0] not in self.table.merged:
            return found[0]
        if len(found) == 1:
            message = (
                f"{self.table.told}, {self.table.merged[found[0]]} were made one, so rows of {heading!r} are empty"
            )
            raise DataError(message, "part them, and fill each cell", at)
        if found:
            raise DataError(
                f"{self.table.told} has {len(found)} columns {heading!r}", "give each a heading of its own", at
            )
        named = [known for known in self.table.headings if known]
        remedy = near(heading, named, f"it has {_some(named)}")
        raise DataError(f"{self.table.told} has no column {heading!r}", remedy, at)

    def _conditions(self, where: Mapping[str, Condition]) -> dict[str, str]:
        """The conditions in SQL, by heading: those on texts come first, and ranges look at the rows that these leave."""
        found: dict[str, str] = {}
        for heading, condition in where.items():
            column = self._column(heading, ("where", heading))
            for value in condition.values:
                self._known(value, column)
            if not condition.ends:
                found[heading] = _condition(self.table.words(column), self.table.text(column), condition)
        texts = list(found.values())
        for heading, condition in where.items():
            if condition.ends:
                compared = Compared(
                    self.table, self.engine, self.cells, self._column(heading, ()), condition, self._number
                )
                found[heading] = compared.sql(texts)
        return found

    def _left_out(self, where: Mapping[str, Condition], known: Mapping[str, str]) -> str:
        """How many rows would fit but for cells that are empty, and lie in no range."""
        ranges = {
            heading: self.column(heading)
            for heading, condition in where.items()
            if condition.ends and "" not in condition.values and "" not in self.cells.marked
        }
        if not ranges:
            return ""
        empty = [f"{name} IS NULL" for name in ranges.values()]
        conditions = [
            f"({sql} OR {ranges[heading]} IS NULL)" if heading in ranges else sql for heading, sql in known.items()
        ]
        tail = self._tail([*conditions, f"({' OR '.join(empty)})"])
        filled = "".join(f", count({name})" for name in ranges.values())
        ((rows, *numbers),) = self.engine.run(f"SELECT count(*){filled}{tail}")
        named = [heading for heading, number in zip(ranges, numbers, strict=True) if number < rows]
        return f", leaving out {digits(Fraction(rows))} whose {' or '.join(named)} is empty" if rows else ""

    def _known(self, value: str, column: int) -> None:
        """DataError where a value stands nowhere in the column: a count of zero would hide a slip of the pen."""
        name, table = self.table.text(column), self.table.source
        is_it = f"{self.table.words(column)} = {literal(value)}" if value else f"{name} IS NULL"
        if self.engine.run(f"SELECT 1 FROM {table} WHERE {is_it} LIMIT 1"):  # noqa: S608
            return
        heading = self.table.headings[column]
        found = f"SELECT DISTINCT {name} FROM {table} WHERE {name} IS NOT NULL ORDER BY 1 LIMIT {MOST_COMPARED}"  # noqa: S608
        known = [str(row[0]) for row in self.engine.run(found)]
        what = (
            f"no row of {self.table.told} has {value!r} in {heading!r}" if value else f"no cell of {heading!r} is empty"
        )
        remedy = near(value, known, f"there is {_some(known)}" if known else "the column is empty")
        if period(value) is not None and any(
            text.startswith((f"{value}-", f"{value} ", f"{value}T")) for text in known
        ):
            remedy = f"for what lies in it write `{heading}: {{in: {value}}}`"
        raise DataError(what, remedy, ("where", heading))


def _condition(words: str, name: str, condition: Condition) -> str:
    """The condition in SQL; an empty cell is not like any text."""
    texts = ", ".join(literal(value) for value in condition.values if value)
    parts = [f"{words} = {texts}" if len(condition.values) == 1 else f"{words} IN ({texts})"] if texts else []
    if "" in condition.values:
        parts.append(f"{name} IS NULL")
    found = " OR ".join(parts)
    if condition.negated:
        return f"({found}) IS NOT TRUE"
    return found if len(parts) == 1 else f"({found})"


def _told(where: Mapping[str, Condition]) -> str:
    """The conditions in words."""
    return " where " + " and ".join(f"{heading} {told}" for heading, told in where.items()) if where else ""


def _some(names: Iterable[Any], most: int = 8) -> str:
    """The first of the names."""
    listed = [str(name) for name in names]
    rest = len(listed) - most
    return ", ".join(listed[:most]) + (f" and {rest:,} more" if rest > 0 else "")


def _sum(read: Iterable[tuple[Interval, int]]) -> Interval:
    total, hidden = Fraction(0), ZERO
    for value, times in read:
        if value.is_point and value.low is not None:
            total += value.low * times
        else:
            hidden += value * times
    return hidden + Interval.exactly(total)


def _end(read: list[Interval], *, greatest: bool) -> Interval:
    """The values that the greatest of several numbers may have, or the least."""
    if not greatest:
        return -_end([-value for value in read], greatest=True)
    lows = [(value.low, not value.low_open) for value in read if value.low is not None]
    highs = [(value.high, not value.high_open) for value in read if value.high is not None]
    low, low_closed = max(lows, default=(None, True))
    high, high_closed = max(highs) if len(highs) == len(read) else (None, True)
    return Interval(low, high, not low_closed, not high_closed)


def parts_of(cell: str) -> tuple[str, str, str, str]:
    """File or table, sheet, column and row of a cell that was named."""
    found = re.fullmatch(CELL, cell)
    if found is None:
        raise DataError(f"{cell!r} names no cell", "write it as counts.xlsx!Sheet1!B7", ("cell",))
    return found["file"], found["sheet"] or "", found["column"], found["row"]
