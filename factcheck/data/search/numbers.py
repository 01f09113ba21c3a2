"""Columns as numbers that can be added up for many groups of rows at once."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any, Protocol

from factcheck.data.asking import Asked
from factcheck.data.engine import Engine, identifier
from factcheck.data.error import DataError
from factcheck.data.search.budget import Budget
from factcheck.text import DEFAULT

MOST_NUMBERS = 100_000  # different ones of a column that is added up
PLAIN = r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?"  # numbers that the engine reads as we do
LARGEST = 10**30  # of a number, in units of the last place

Numbered = tuple[str, int]
"""The numbers of a column in SQL, and what of these is one."""


class Numbers(Protocol):
    """The columns of a table as numbers."""

    def may_have(self, heading: str) -> bool:
        """Whether a column is worth to be asked for numbers."""

    def of(self, heading: str, rows: int, budget: Budget) -> Numbered | None:
        """The numbers of a column of so many rows; None where it has none, or finding them is too much."""


class ServersNumbers:
    """Those of a table on a server: columns that hold numbers, as they are."""

    def __init__(self, asked: Asked) -> None:
        """The table."""
        self._asked = asked

    def may_have(self, heading: str) -> bool:
        """Whether a column is worth to be asked for numbers."""
        return self.of(heading) is not None

    def of(self, heading: str, *_: object) -> Numbered | None:
        """The column itself, unless some of its numbers stand for something else."""
        table = self._asked.table
        exact = table.exact.get(table.headings.index(heading))
        return None if exact is None or self._asked.cells.marked else (exact, 1)


class LoadedNumbers:
    """Those of a table that was loaded, which gets further columns for them."""

    def __init__(self, asked: Asked, engine: Engine) -> None:
        """The table, and the engine that has it."""
        self._asked, self._engine = asked, engine

    def may_have(self, heading: str) -> bool:
        """Whether a column is worth to be asked for numbers."""
        return True

    def of(self, heading: str, rows: int, budget: Budget) -> Numbered | None:
        """The numbers as whole ones."""
        asked, table = self._asked, identifier(self._asked.table.name)
        column = asked.column(heading)
        if not budget.take(rows, 2):
            return None
        if asked.cells.language == DEFAULT and not asked.cells.marked:
            tried = f"bool_and(regexp_full_match({column}, '{PLAIN}')), max(length(split_part({column}, '.', 2)))"
            ((plain, places),) = self._engine.run(f"SELECT {tried} FROM {table}")  # noqa: S608
            if plain:
                return f"CAST(CAST({column} AS DECIMAL(38, {places})) * {10**places} AS HUGEINT)", 10**places
        different = f"SELECT DISTINCT {column} FROM {table} LIMIT {MOST_NUMBERS + 1}"  # noqa: S608
        texts = [row[0] for row in self._engine.run(different)]
        return self._read(texts, heading, column) if len(texts) <= MOST_NUMBERS else None

    def _read(self, texts: list[str | None], heading: str, column: str) -> Numbered:
        """A further column with what the texts of a column say."""
        asked, table = self._asked, identifier(self._asked.table.name)
        values = {text: value for text in texts if (value := exact(asked, text, heading)) is not None}
        scale = lcm(*{value.denominator for value in values.values()})
        whole = {text: int(value * scale) for text, value in values.items() if abs(value * scale) < LARGEST}
        name, numbers = identifier(f"{heading} as a number"), identifier(f"numbers of {heading}")
        longer = 1 + max(map(len, asked.table.names))
        text, number = "t" * longer, "n" * longer  # which no column of the table can be
        self._engine.run(f"CREATE TABLE {numbers} AS SELECT ''::VARCHAR AS {text}, 0::HUGEINT AS {number} LIMIT 0")
        self._engine.run(
            f"INSERT INTO {numbers} SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])::HUGEINT",
            [list(whole), [str(value) for value in whole.values()]],
        )
        self._engine.run(f"ALTER TABLE {table} ADD COLUMN {name} HUGEINT")
        is_it = f"{column} IS NOT DISTINCT FROM {text}"
        self._engine.run(f"UPDATE {table} SET {name} = {number} FROM {numbers} WHERE {is_it}")  # noqa: S608
        return name, scale


def exact(asked: Asked, text: str | None, heading: str) -> Fraction | None:
    """What a cell of a column says, where that is an exact number."""
    try:
        value, _ = asked.number(text, heading)
    except DataError:
        return None
    return value.low if value.is_point else None


def scaled(value: Any, scale: int) -> Fraction | None:
    """A number that an engine gave, in units of `scale`; None where it is none, as NUMERIC may have it."""
    try:
        return Fraction(value) / scale
    except (OverflowError, TypeError, ValueError):
        return None
