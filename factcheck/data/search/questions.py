"""Every plain question to a table with its answer: of all rows, of those with one value of a column, with two of two.

Of a column of days, a year is a value like others, and so is a month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

from factcheck.data.asking import Asked
from factcheck.data.comparing import DAY, month_of, year_of
from factcheck.data.conditions import Condition
from factcheck.data.engine import Engine, Room
from factcheck.data.error import DataError
from factcheck.data.fetching import Asking
from factcheck.data.files import opened
from factcheck.data.formats import load
from factcheck.data.model import Query, Table
from factcheck.data.search.changes import within
from factcheck.data.search.columns import LONGEST
from factcheck.data.search.numbers import LoadedNumbers, exact
from factcheck.data.search.variants import MOST_COLUMNS, Variants

MOST_ANSWERS = 10_000
MOST_DIFFERENT = 1_000_000  # rows of which it is counted how many are different
MOST_SUMMED = 8  # columns of numbers
MOST_PERIODS = 60  # years, or months, of a column of days
MOST_OF_DAYS = 3  # columns of days
FILLED = Condition(("",), negated=True)


class Split(NamedTuple):
    """What tells rows apart: a column, in SQL, and the condition that a value of it makes; `period` of days."""

    heading: str
    sql: str
    is_period: bool = False

    def condition(self, value: str | None) -> Condition:
        """That rows with a value meet."""
        return within(value or "") if self.is_period else Condition((value or "",))


class Answer(NamedTuple):
    """A question to a table, what it says, and of how many rows."""

    query: Query
    value: Fraction
    rows: int


class Answers(NamedTuple):
    """What a table says to all plain questions, the simplest first; `told` is the file, `headings` are its columns."""

    told: str
    headings: tuple[str, ...]
    answers: tuple[Answer, ...]


def answers_of(name: str, table: Table, asking: Asking) -> Answers:
    """What a table says to every plain question, as far as the bounds go; DataError where it cannot be read."""
    file = opened(table.file, asking.folder, asking.allowed)
    engine = Engine()
    try:
        room = Room(engine, name, frozenset(), MOST_COLUMNS)
        loaded = load(file, table, room)
        engine.lock()
        headings = tuple(loaded.headings[index] for index in room.kept(loaded.headings))
        own = Asked(loaded, engine, asking.cells_of(table))
        asked = Questions(Variants(own, LoadedNumbers(own, engine), headings), name)
        found: list[Answer] = []
        for answer in asked.all():
            if len(found) == MOST_ANSWERS:
                break
            found.append(answer)
        return Answers(loaded.told, loaded.headings, tuple(found))
    except (engine.error, MemoryError):
        raise DataError(f"{file.name} is too large to be asked so much", "leave out columns", ("file",)) from None
    finally:
        engine.close()


class Questions:
    """The plain questions to one table."""

    def __init__(self, variants: Variants, name: str) -> None:
        """The table, with what is left to be asked of it, and its name."""
        self._variants, self._name = variants, name
        self._engine, self._asked = variants.asked.engine, variants.asked
        self._all = variants.asked.source({})
        self._columns = {h: variants.asked.column(h) for h in variants.headings if h and variants.columns.is_plain(h)}
        self._numbers = dict(list(self._of_numbers())[:MOST_SUMMED])

    def all(self) -> Iterator[Answer]:
        """Every question with its answer, those with fewer conditions first."""
        yield from self._of_rows()
        groups = [heading for heading in self._variants.columns.few if heading in self._columns]
        values = [Split(heading, self._columns[heading]) for heading in groups]
        days = self._days()
        years = [Split(heading, year_of(self._columns[heading]), is_period=True) for heading in days]
        months = [Split(heading, month_of(self._columns[heading]), is_period=True) for heading in days]
        for split in [*values, *years, *months]:
            yield from self._of_groups(split)
        for first, second in combinations(values, 2):
            yield from self._of_pairs(first, second)
        for year in years:
            for value in values:
                if value.heading != year.heading:
                    yield from self._of_pairs(year, value)

    def _query(self, where: Mapping[str, Condition], operation: str = "", heading: str = "") -> Query:
        return Query(table=self._name, where=where, **({operation: heading} if operation else {}))

    def _of_rows(self) -> Iterator[Answer]:
        """Of all rows: how many, how many different values, and what the columns of numbers come to."""
        rows = self._variants.rows
        yield _rows(self._query({}), rows)
        columns = {
            h: column
            for h, column in self._columns.items()
            if rows <= MOST_DIFFERENT or h in self._variants.columns.few
        }
        if columns and self._variants.budget.take(rows, 2 * len(columns)):
            counts = ", ".join(f"count(DISTINCT {column}), count({column})" for column in columns.values())
            (found,) = self._run(f"SELECT {counts}{self._all}")
            for heading, different, filled in zip(columns, found[::2], found[1::2], strict=True):
                if 1 < different < rows:
                    yield Answer(self._query({}, "distinct", heading), Fraction(different), rows)
                if filled < rows:
                    yield _rows(self._query({heading: FILLED}), filled)
        ((_, *sums),) = self._summed("")
        yield from self._sums({}, sums)

    def _of_groups(self, split: Split) -> Iterator[Answer]:
        """Of the rows with one value of a column, and how many have another."""
        rows, groups = self._variants.rows, self._summed(split.sql)
        if split.is_period:
            groups = [group for group in groups if group[0]]
            if not 1 < len(groups) <= MOST_PERIODS:
                return
        for value, number, *sums in groups:
            if len(value or "") > LONGEST:
                continue
            where = {split.heading: split.condition(value)}
            yield _rows(self._query(where), number)
            yield from self._sums(where, sums)
            if len(groups) > 2 and value and not split.is_period:
                but = {split.heading: Condition((value,), negated=True)}
                yield _rows(self._query(but), rows - number)

    def _of_pairs(self, first: Split, second: Split) -> Iterator[Answer]:
        """How many rows have one value of a column and one of another."""
        if not self._variants.budget.take(self._variants.rows, 2):
            return
        names = f"{first.sql}, {second.sql}"
        sql = f"SELECT {names}, count(*){self._all} GROUP BY {names} ORDER BY 3 DESC, 1, 2"
        for one, other, number in self._run(f"{sql} LIMIT {MOST_ANSWERS}"):
            if max(len(one or ""), len(other or "")) > LONGEST or (first.is_period and not one):
                continue
            where = {first.heading: first.condition(one), second.heading: second.condition(other)}
            yield _rows(self._query(where), number)

    def _days(self) -> list[str]:
        """The columns of which every cell is a day or empty."""
        found: list[str] = []
        for heading in [known for known in self._variants.columns.days if known in self._columns][:MOST_OF_DAYS]:
            other = f"SELECT 1{self._all} WHERE NOT regexp_full_match({self._columns[heading]}, '{DAY}') LIMIT 1"
            if self._variants.budget.take(self._variants.rows) and not self._run(other):
                found.append(heading)
        return found

    def _summed(self, by: str) -> list[tuple[Any, ...]]:
        """For each value of a column, or for all rows: how many rows, and of each column of numbers what it comes to."""
        if not self._variants.budget.take(self._variants.rows, 2 + 2 * len(self._numbers)):
            return [] if by else [(0,)]
        sums = "".join(
            f", sum({name}), min({name}), max({name}), count({name}), count({self._columns[heading]}), count(*)"
            for heading, (name, _) in self._numbers.items()
        )
        if not by:
            return self._run(f"SELECT count(*){sums}{self._all}")
        return self._run(f"SELECT {by}, count(*){sums}{self._all} GROUP BY {by} ORDER BY 2 DESC, 1")

    def _sums(self, where: Mapping[str, Condition], sums: list[Any]) -> Iterator[Answer]:
        """The sums, least and greatest numbers of the columns, of whose cells all that are filled are exact numbers."""
        for at, (heading, (_, scale)) in enumerate(self._numbers.items()):
            total, least, most, exact, filled, rows = sums[6 * at : 6 * at + 6] or (None,) * 6
            if exact and exact == filled and rows is not None:
                among = where if filled == rows or heading in where else {**where, heading: FILLED}
                for operation, value in (("sum", total), ("max", most), ("min", least)):
                    yield Answer(self._query(among, operation, heading), Fraction(int(value or 0), scale), filled)

    def _of_numbers(self) -> Iterator[tuple[str, tuple[str, int]]]:
        """The columns of which every filled cell is an exact number, and that do not just count the rows."""
        for heading, column in self._columns.items():
            head = f"SELECT {column}{self._all} WHERE {column} IS NOT NULL LIMIT 1"
            first = [row[0] for row in self._run(head)]
            if not first or exact(self._asked, first[0], heading) is None:
                continue
            found = self._variants.as_numbers(heading)
            if found is not None and not self._is_running(found[0]):
                yield heading, found

    def _is_running(self, name: str) -> bool:
        """Whether a column is the number of the row, or a code of its own for each."""
        ((least, most),) = self._run(f"SELECT min({name}), max({name}){self._all}")
        rows = self._variants.rows
        if rows < 2 or most is None or most - least + 1 != rows:
            return False
        return rows > MOST_DIFFERENT or self._run(f"SELECT count(DISTINCT {name}){self._all}")[0][0] == rows

    def _run(self, sql: str) -> list[tuple[Any, ...]]:
        return self._engine.run(sql)


def _rows(query: Query, number: int) -> Answer:
    return Answer(query, Fraction(number), number)
