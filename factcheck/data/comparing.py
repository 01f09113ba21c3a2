"""Columns that are compared with a range of numbers or days: a cell fits, or does not, or nobody can say.

Cells that are written as programs write numbers and days are compared by the engine, exactly. Each other text is read here,
once: what it says counts, and where that may lie inside or outside of the range, it is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.data.cells.meaning import Cells
from factcheck.data.conditions import PLACES, Condition, period
from factcheck.data.engine import Loaded, Running, literal
from factcheck.data.error import DataError
from factcheck.finding.figure import digits
from factcheck.interval import Interval
from factcheck.model import shown
from factcheck.text import DEFAULT

MOST_ODD = 10_000  # different texts of a column that are not written as programs write numbers and days
SHORT = r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?"  # what `EXACT` holds; sums of it, 38 digits, of 10¹¹ rows and more
EXACT = "DECIMAL(27, 9)"
YEARS = "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
DAYS = "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29"
MOMENT = "([ T][0-9]{2}:[0-9]{2}[^a-zA-Z]{0,30}Z?)?"
DAY = f"({YEARS}-{DAYS}|{LEAP}){MOMENT}"
DOTTED = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"  # the day comes first wherever dots are written
BEYOND = date.max.toordinal()


class Form(NamedTuple):
    """How the engine compares cells, in SQL: which of them it can, the comparison, and whether others are no error there."""

    plain: str
    fits: str
    is_harmless: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A column with the ends that its cells have to lie between.

    `value` reads a cell as a number, and `place` tells of it.
    """

    table: Loaded
    engine: Running
    cells: Cells
    column: int
    condition: Condition
    value: Callable[[str | None, int], tuple[Interval, str]]

    def sql(self, among: Sequence[str]) -> str:
        """The condition in SQL, for rows that fit some others; DataError where a cell of theirs can be in or out."""
        form, text = self._form(), self.table.text(self.column)
        others = [f"({form.plain}) IS NOT TRUE", *self._not()] if form else self._not()
        odd = {cell: self._read(cell) for cell in self._texts([*among, *others]) if not self._is_nothing(cell)}
        self._check_units({unit: cell or "" for cell, (_, unit) in odd.items() if unit})
        inside = [cell for cell, (value, _) in odd.items() if self._is_inside(cell, value)]
        listed = ", ".join(literal(cell) for cell in inside if cell is not None)
        found = f"{text} IN ({listed})" if listed else "false"
        if form is not None:
            bare = form.fits if not odd and form.is_harmless else ""
            found = bare or f"CASE WHEN {form.plain} THEN {form.fits} ELSE {found} END"
        found = f"({found} OR {text} IS NULL)" if None in inside else found
        return " AND ".join([found, *self._not()])

    def _not(self) -> list[str]:
        """The texts that the column is not to say."""
        words, name = self.table.words(self.column), self.table.text(self.column)
        texts = ", ".join(literal(value) for value in self.condition.values if value)
        empty = [f"{name} IS NOT NULL"] if "" in self.condition.values else []
        return [*empty, *([f"({words} IN ({texts})) IS NOT TRUE"] if texts else [])]

    def _texts(self, conditions: Sequence[str]) -> Iterator[str | None]:
        text, table = self.table.text(self.column), self.table
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        sql = f"SELECT {text}, {table.first} FROM {table.source}{where} GROUP BY {text} ORDER BY 2, 1 LIMIT {MOST_ODD + 1}"  # noqa: S608
        found = [row[0] for row in self.engine.run(sql)]
        if len(found) > MOST_ODD:
            what = "days as in 2024-03-01" if self.condition.is_of_days else "numbers as programs do"
            heading = table.headings[self.column]
            message = f"{table.told}: more than {MOST_ODD:,} different cells of {heading!r} are not written as {what}"
            raise DataError(message, "write them so", ("where", heading))
        yield from found

    def _is_nothing(self, cell: str | None) -> bool:
        """Whether a cell is empty, and empty cells stand for nothing."""
        return cell is None and (self.condition.is_of_days or "" not in self.cells.marked)

    def _read(self, cell: str | None) -> tuple[Interval, str]:
        """The values that a cell may stand for, and their unit."""
        try:
            return (_days(cell or ""), "") if self.condition.is_of_days else self.value(cell, self.column)
        except DataError as error:
            raise self._wrong(cell, error.message) from None

    def _check_units(self, units: Mapping[str, str]) -> None:
        """DataError where cells are in more than one unit."""
        if len(units) > 1:
            first, second, *_ = units.values()
            heading = self.table.headings[self.column]
            message = f"{self.table.told}: {first!r} and {second!r} are in different units"
            raise DataError(message, f"leave one of them out by `{heading}: {{not: …}}`", ("where", heading))

    def _is_inside(self, cell: str | None, value: Interval) -> bool:
        """Whether what a cell says lies between the ends; DataError where nobody can say."""
        allowed = self.condition.allowed
        if allowed.contains(value):
            return True
        if (allowed & value).is_empty:
            return False
        told = " and ".join(map(str, self.condition.ends))
        raise self._wrong(cell, f"{shown(cell or '')} may be {told}, or not")

    def _wrong(self, cell: str | None, message: str) -> DataError:
        table, heading = self.table, self.table.headings[self.column]
        is_it = f"{table.text(self.column)} = {literal(cell)}" if cell else f"{table.text(self.column)} IS NULL"
        sql = f"SELECT {table.first} FROM {table.source} WHERE {is_it}"  # noqa: S608
        place = table.place(self.engine.run(sql)[0][0] or 0, self.column)
        leave = f"correct it, or leave it out: `{heading}: {{not: {cell or ''!r}, …}}`"
        also = "" if self.condition.is_of_days else ", or say under `cells` what it stands for"
        return DataError(f"{table.told}, {place}: {message}", f"{leave}{also}", ("where", heading))

    def _form(self) -> Form | None:
        """How the engine compares the column; None where each text has to be read."""
        text, exact = self.table.text(self.column), self.table.exact.get(self.column)
        marked = [literal(one) for one in self.cells.marked if one] if not self.condition.is_of_days else []
        but = f" AND {text} NOT IN ({', '.join(marked)})" if marked else ""
        if self.condition.is_of_days:
            days = self.table.days.get(self.column)
            if days is not None:
                plain = f"{days} BETWEEN {literal(_day(Fraction(1)))} AND {literal(_day(Fraction(BEYOND)))}"
                return Form(plain, self._between_days(days), is_harmless=True)
            how = ' COLLATE "C"' if self.table.relation else ""
            return Form(self._matches(text, DAY), self._between_days(f"{text}{how}"), is_harmless=True)
        if exact is not None and (self.table.relation or self._is_narrow(exact)):
            plain = f"({exact} - {exact}) = 0" if self.table.relation else f"{text} IS NOT NULL"  # NaN is no number
            return Form(f"{plain}{but}", self._between(exact), is_harmless=True)
        is_stored = self.column in self.table.stored and self.column not in self.table.worded
        if not is_stored and self.cells.language != DEFAULT:
            return None
        plain = f"{self._matches(text, SHORT)}{but}"
        if self.table.relation:
            return Form(plain, self._between(f"CAST({text} AS numeric)"), is_harmless=False)
        return Form(plain, self._between(f"TRY_CAST({text} AS {EXACT})"), is_harmless=True)

    def _is_narrow(self, exact: str) -> bool:
        """Whether the engine can compare numbers of a column with ours and lose no digit."""
        kinds = self.engine.run(f"SELECT typeof({exact}) FROM {self.table.source} LIMIT 1")  # noqa: S608
        found = re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", str(kinds[0][0]) if kinds else "")
        if found is None:
            return True
        width, places = int(found[1]), int(found[2])
        return max(width - places, 18) + max(places, PLACES) <= 38

    def _matches(self, text: str, pattern: str) -> str:
        if self.table.relation:
            return f"{text} ~ {literal(f'^({pattern})$')}"
        return f"regexp_full_match({text}, {literal(pattern)})"

    def _between(self, number: str) -> str:
        """The comparison with the ends in SQL."""
        allowed = self.condition.allowed
        sides = [
            f"{number} {sign}{'' if is_open else '='} {_decimal(end)}"
            for sign, end, is_open in ((">", allowed.low, allowed.low_open), ("<", allowed.high, allowed.high_open))
            if end is not None
        ]
        return " AND ".join(sides)

    def _between_days(self, days: str) -> str:
        """The same of days, or of their texts, which stand in their order; those of moments begin with them."""
        allowed = self.condition.allowed
        sides = [] if allowed.low is None else [f"{days} >= {literal(_day(allowed.low))}"]
        if allowed.high is not None and allowed.high < BEYOND:
            sides.append(f"{days} < {literal(_day(allowed.high + 1))}")
        return " AND ".join(sides) or f"{days} IS NOT NULL"


def year_of(text: str) -> str:
    """The year of a column of days, in SQL."""
    return f"substr({text}, 1, 4)"


def month_of(text: str) -> str:
    """The year and month of a column of days, in SQL."""
    return f"substr({text}, 1, 7)"


def _days(cell: str) -> Interval:
    """The days that a cell may mean; DataError where it says none."""
    text = re.sub(f"^{DOTTED}", lambda told: f"{told[3]}-{told[2]:0>2}-{told[1]:0>2}", cell.strip())
    found = re.fullmatch(f"([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}){MOMENT}", text)
    days = period(found[1]) if found is not None else None
    if days is None:
        raise DataError("the cell is empty" if not cell.strip() else f"{shown(cell)} is no day as in 2024-03-01")
    return days


def _decimal(value: Fraction) -> str:
    return digits(value).replace(",", "")


def _day(number: Fraction) -> str:
    return date.fromordinal(min(max(int(number), 1), BEYOND)).isoformat()
