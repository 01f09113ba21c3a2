"""The words of a claims file about data: tables, and the questions that quantities ask of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    RootModel,
    StringConstraints,
    field_serializer,
    model_validator,
)

from factcheck.data.conditions import Condition, Where
from factcheck.data.servers.connection import parsed
from factcheck.model import LanguageName, Model, Name, WholeNumber, shown

SHEET_SUFFIXES = (".xlsx", ".ods")
CELL = r"(?P<file>[^!]+)!(?:(?P<sheet>.+)!)?(?P<column>[A-Za-z]{1,3})(?P<row>[1-9][0-9]{0,6})"
PIN = r"^(sha256[:-])?[0-9A-Fa-f]{64}$"
OPERATIONS = ("sum", "distinct", "min", "max")


Column = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]
"""The heading of a column, as it stands in the table."""


def _as_connection(text: str) -> str:
    parsed(text)
    return text.strip()


Connection = Annotated[str, AfterValidator(_as_connection)]
"""A connection to PostgreSQL, without a password."""


class Table(Model):
    """A table of data: the file or the server that it is in, and how that is read."""

    is_held: ClassVar[bool] = False

    file: str = Field(default="", min_length=1, examples=["cases.csv"])
    """The file: .csv, .tsv, .json, .jsonl, .parquet, .sqlite, .xlsx or .ods; the path is from the claims file."""
    postgres: Connection = Field(default="", examples=["service=stats"])
    """In the place of a file: a connection to PostgreSQL, by `service`, or by `host`, `port`, `dbname`, `user`, `sslmode`."""
    sheet: str = ""
    """The sheet of a workbook; left out where only one can be seen."""
    table: str = ""
    """The table of an SQLite file, left out where there is only one; that of a server, where need be as schema.table."""
    header: Annotated[WholeNumber, Field(ge=1)] | None = None
    """The row that has the headings, counted from 1; the first that is not empty unless this says otherwise."""
    delimiter: Annotated[str, StringConstraints(min_length=1, max_length=1)] | None = None
    """What parts the cells of a .csv file; by default what parts its headings: comma, semicolon, tab or bar."""
    language: LanguageName | None = None
    """The language that numbers in text are written in, where it is not that of the article: `de` for 1.628,50."""
    pin: Annotated[str, StringConstraints(pattern=PIN)] | None = None
    """The SHA-256 that the file is to have, in 64 hexadecimal digits; where it has another, the check fails."""

    @model_validator(mode="after")
    def _in_one_place(self) -> Self:
        """Refuse what does not go together."""
        if bool(self.file) + bool(self.postgres) + self.is_held != 1:
            raise ValueError("a table is in a `file`, or on a server, `postgres`; write one of them")
        if self.postgres and self.pin is not None:
            raise ValueError("a server may change at any time, so there is nothing to `pin`; leave it out")
        unfit = [f"`{name}`" for name in ("sheet", "header", "delimiter") if getattr(self, name)]
        if self.postgres and unfit:
            raise ValueError(f"{' and '.join(unfit)} say how a file is read, and not a server; leave them out")
        return self

    @property
    def connection(self) -> Mapping[str, str]:
        """The connection to its server, by key; empty for a file."""
        return parsed(self.postgres) if self.postgres else {}


class Holder:
    """Something that Python holds; nothing is like it but itself."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class Held(Table):
    """A table that Python holds: a frame, or a relation of DuckDB. No claims file can say so."""

    is_held: ClassVar[bool] = True
    _holder: Holder = PrivateAttr(default_factory=lambda: Holder(None))

    @classmethod
    def of(cls, value: Any) -> Self:
        """The table of a frame."""
        made = cls()
        made._holder.value = value
        return made

    @property
    def held(self) -> Any:
        """The frame."""
        return self._holder.value

    def model_dump(self, **_: Any) -> dict[str, Any]:
        """ValueError, for a file cannot say what it is."""
        raise ValueError("a frame cannot be written into a claims file; write it into a file, and name that")


def _spelled_out(value: Any) -> Any:
    if isinstance(value, str):
        return {"file": value}
    is_other = isinstance(value, Mapping | Table) or not hasattr(type(value), "columns")
    return value if is_other else Held.of(value)


class _Tables(RootModel[Mapping[Name, Annotated[Table, BeforeValidator(_spelled_out)]]]):
    """Tables by name."""


def tables(value: Any) -> Mapping[str, Table]:
    """Tables by name, each of which may be its file alone, or a frame; pydantic's ValidationError where they are none."""
    return _Tables.model_validate(value).root


class Query(Model):
    """What is asked of a table: how many rows it has, or what a column of them says; or what a single cell says."""

    table: Name | None = None
    """The table, by its name under `data`; beside `sql`, one of those that the query may ask."""
    where: Mapping[Column, Where] = {}
    """Which rows: for each column its text, a list of which it has one, `{not: …}`, or a range, `{at_least: 18}`."""
    sum: Column | None = None
    """The column whose numbers are added up."""
    distinct: Column | None = None
    """The column whose different values are counted; empty cells are none."""
    min: Column | None = None
    """The column whose least number is taken."""
    max: Column | None = None
    """The column whose greatest number is taken."""
    cell: str | None = Field(default=None, examples=["counts.xlsx!Sheet1!B7"])
    """A single cell: the file of a workbook or the name of a table, its sheet where there are several, and the cell."""

    sql: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)] | None = None
    """A query that gives a single number: in DuckDB's SQL over the files under `data`, or in that of the server."""

    @model_validator(mode="after")
    def _of_one_sort(self) -> Self:
        """Refuse what does not go together."""
        given = (self.sql if self.sql is not None else self.table, self.cell)
        if sum(part is not None for part in given) != 1 or (self.table and self.cell):
            raise ValueError("a raw value is asked of a `table` or by `sql`, or is a `cell`; write one of them")
        operations = [f"`{name}`" for name in OPERATIONS if getattr(self, name) is not None]
        if len(operations) > 1:
            raise ValueError(f"{' and '.join(operations)} are different questions; ask one of them")
        if (self.table is None or self.sql is not None) and (operations or self.where):
            what = "a single cell" if self.cell is not None else "a query"
            raise ValueError(f"{what} has no `where` and no column beside it; ask a `table`")
        if self.cell is not None and not re.fullmatch(CELL, self.cell):
            raise ValueError(
                f"{shown(self.cell)} names no cell; write file, sheet and cell, as in counts.xlsx!Sheet1!B7"
            )
        return self

    @field_serializer("where")
    def _written(self, where: Mapping[str, Condition]) -> dict[str, Any]:
        """The conditions as a claims file has them."""
        return {heading: condition.written for heading, condition in where.items()}

    @property
    def operation(self) -> tuple[str, str]:
        """What is done with which column; rows are counted where there is none."""
        return next(
            ((name, column) for name in OPERATIONS if (column := getattr(self, name)) is not None), ("count", "")
        )
