"""PostgreSQL: a server is asked where it is, in one transaction that may only read, and answers as of one moment.

Rows stay on the server: it counts, and sends different values as text. Nothing of what it says is remembered.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from socket import SHUT_RDWR, socket
from threading import Timer
from typing import TYPE_CHECKING, Any

from factcheck.data.answer import answer_of
from factcheck.data.engine import Loaded, checked, identifier, unique
from factcheck.data.error import DataError
from factcheck.data.model import Table
from factcheck.mistake import near

if TYPE_CHECKING:
    import psycopg

CONNECTING = 10  # seconds
SPARE = 5  # seconds after which a server that has not ended a query by itself is no longer waited for
MOST_ROWS = 1_000_000  # different values of a column
FOLLOW = "factcheck_answer"
NUMBERS = frozenset({20, 21, 23, 26, 700, 701, 1700})  # int8, int2, int4, oid, float4, float8, numeric
BINARY = frozenset({700, 701})
EXACT = frozenset({20, 21, 23, 1700})
DAYS = frozenset({1082, 1114, 1184})  # date, timestamp, timestamptz
TEXTS = frozenset({25, 1043})  # text, varchar
NEVER_EMPTY = NUMBERS | {16, 1082, 1083, 1114, 1184, 1266, 2950}  # and boolean, days, times, uuid
SETTINGS = (
    "SELECT set_config(name, value, true) FROM (VALUES ('DateStyle', 'ISO, YMD'), ('TimeZone', 'UTC'), "
    "('IntervalStyle', 'iso_8601'), ('bytea_output', 'hex'), ('extra_float_digits', '1'), "
    "('standard_conforming_strings', 'on')) AS _ (name, value)"
)
ABOUT = (
    "SELECT current_database(), current_user, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS \"UTC\"'), "
    "(SELECT coalesce(bool_or(pg_has_role(current_user, oid, 'MEMBER')), false) FROM pg_roles WHERE rolname IN "
    "('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))"
)
RELATIONS = (
    "SELECT nspname, relname, pg_table_is_visible(c.oid), c.oid FROM pg_class c JOIN pg_namespace n "
    "ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname !~ '^(pg_|information_schema$)' "
    "ORDER BY 3 DESC, 1, 2"
)
COLUMNS = (
    "SELECT attname, coalesce(collisdeterministic, true), has_column_privilege(attrelid, attnum, 'SELECT') "
    "FROM pg_attribute LEFT JOIN pg_collation c ON c.oid = attcollation "
    "WHERE attrelid = {} AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
)


class Server:
    """A connection, with a transaction that sees the data as they were at its beginning, and cannot change them.

    `told` is the connection as the claims file has it, `seconds` how long one query may take; `database`, `role` and
    `read` say what is read, as whom, and when.
    """

    def __init__(self, table: Table, seconds: int) -> None:
        """Connect; DataError where that cannot be done."""
        try:
            import psycopg
        except ImportError:
            message = "PostgreSQL is asked by psycopg, which is not installed"
            raise DataError(message, "pip install 'factcheck-claims[postgres]'", ("postgres",)) from None
        self._library = psycopg
        self.told, self.seconds = table.postgres, seconds
        keys: dict[str, Any] = dict(table.connection)
        try:
            self._connection = psycopg.connect(
                **keys, connect_timeout=CONNECTING, client_encoding="UTF8", application_name="factcheck"
            )
        except psycopg.Error as error:
            message, remedy = f"the connection {self.told} failed: {_brief(error)}", "see that psql connects with it"
            raise DataError(message, remedy, ("postgres",)) from None
        self._connection.read_only = True
        self._connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        try:
            with self._bounded():
                self._connection.execute(SETTINGS)
                ((database, role, read, is_mighty),) = self._connection.execute(ABOUT).fetchall()
        except DataError as error:
            self._connection.close()
            raise error.under("postgres") from None
        self.database, self.role, self.read, self.is_mighty = str(database), str(role), str(read), bool(is_mighty)

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query; DataError where it fails, or gives more than can be looked at."""
        _, rows = self._first(sql, MOST_ROWS + 1)
        if len(rows) > MOST_ROWS:
            message = f"there are more than {MOST_ROWS:,} different values"
            raise DataError(message, "let the server work it out: `sql: select …`")
        return rows

    def answer(self, sql: str) -> dict[str, Any]:
        """The only value that a query of a claims file gives, or what is wrong with it; DataError where it fails."""
        if self.is_mighty:
            message = f"{self.role!r} may do more on the server of {self.told} than read tables, and so might the query"
            raise DataError(message, "connect as a role that may only read, or ask by `table` and `where`")
        return answer_of(*self._first(sql, 2))

    def loaded(self, name: str, table: Table) -> Loaded:
        """A table as it can be asked; DataError where there is none, or none that may be read."""
        relation, told, oid = self._relation(table)
        columns = self._plain(COLUMNS.format(oid))
        headings = checked([str(row[0]) for row in columns], told)
        known = [str(row[0]) for row in columns if row[2]]
        if not known:
            message = f"{self.role!r} may not read {told}"
            raise DataError(message, f"let it: GRANT SELECT ON {relation} TO {identifier(self.role)}", ("table",))
        listed = ", ".join(map(identifier, known))
        types = self._types(f"SELECT {listed} FROM {relation} LIMIT 0")  # noqa: S608 - names from the server's own list
        kinds = [types.get(str(row[0]), 0) for row in columns]
        texts = tuple(_text(str(row[0]), kind, plain=row[1]) for row, kind in zip(columns, kinds, strict=True))
        stored = frozenset(index for index, kind in enumerate(kinds) if kind in NUMBERS)
        inexact = frozenset(index for index, kind in enumerate(kinds) if kind in BINARY)

        def place(_: int, column: int) -> str:
            return f"column {headings[column]!r}"

        names = unique(headings)
        exact, days = (
            {index: identifier(str(row[0])) for index, row in enumerate(columns) if kinds[index] in some}
            for some in (EXACT, DAYS)
        )
        blank = frozenset(index for index, kind in enumerate(kinds) if kind not in NEVER_EMPTY)
        known_of = Loaded(name, told, headings, names, place, stored, inexact, relation=relation, texts=texts)
        hidden = frozenset(index for index, row in enumerate(columns) if not row[2])
        return replace(known_of, exact=exact, days=days, blank=blank, hidden=hidden)

    def close(self) -> None:
        """Leave the server; the transaction ends without a trace."""
        self._connection.close()

    def _relation(self, table: Table) -> tuple[str, str, int]:
        """A table in SQL and in words, with its number on the server."""
        names: dict[str, tuple[str, int]] = {}
        for schema, name, is_visible, oid in self._plain(RELATIONS):
            full = f"{identifier(schema)}.{identifier(name)}"
            if is_visible:
                names[name] = identifier(name), oid
            names.setdefault(f"{schema}.{name}", (full, oid))
        short = [name for name, (sql, _) in names.items() if sql == identifier(name)]
        chosen = table.table or (short[0] if len(short) == 1 else "")
        if chosen not in names:
            told = f"it has {', '.join(short[:8]) or 'none'}{' and more' if len(short) > 8 else ''}"
            if not table.table:
                message = f"{self.told} has {len(short)} tables"
                raise DataError(message, f"name one: `table: …`; {told}", ("postgres",))
            message = f"{self.told} has no table {table.table!r}"
            raise DataError(message, near(table.table, names, told), ("table",))
        relation, oid = names[chosen]
        return relation, f"{chosen} ({self.told})", oid

    def _plain(self, sql: str) -> list[tuple[Any, ...]]:
        with self._bounded():
            return self._connection.execute(sql).fetchall()

    def _types(self, sql: str) -> dict[str, int]:
        """The numbers of the types of columns; a domain counts as the type that it is made of."""
        with self._bounded():
            return {column.name: column.type_code for column in self._connection.execute(sql).description or ()}

    def _first(self, sql: str, most: int) -> tuple[int, list[tuple[Any, ...]]]:
        """How many columns a query gives, and its first rows.

        A cursor is made of nothing but one query, and whatever that has set is taken back.
        """
        with self._bounded(), self._connection.transaction(force_rollback=True):
            cursor = self._connection.cursor()
            cursor.execute(f"SET LOCAL statement_timeout = {self.seconds * 1000}")
            declared = f"DECLARE {FOLLOW} NO SCROLL CURSOR FOR {sql}"
            cursor.execute(declared.encode(), binary=True)  # so sent, it is one statement or none
            cursor.execute(f"FETCH {most} FROM {FOLLOW}", binary=False)
            return len(cursor.description or ()), cursor.fetchall()

    @contextmanager
    def _bounded(self) -> Iterator[None]:
        """Wait no longer than is allowed, and tell in plain words what went wrong."""
        timer = Timer(self.seconds + SPARE, _cut, (self._connection, self._library.Error))
        timer.daemon = True
        timer.start()
        try:
            yield
        except self._library.Error as error:
            raise DataError(*self._wrong(error)) from None
        finally:
            timer.cancel()

    def _wrong(self, error: psycopg.Error) -> tuple[str, str]:
        match error.sqlstate or "":
            case "57014":
                message = f"the query came to no end within {self.seconds} second{'' if self.seconds == 1 else 's'}"
                return message, "ask for less"
            case "42501":
                return f"{self.told}: {_brief(error)}", f"let {self.role!r} read it, or ask something else"
            case "25006":
                return f"the query writes: {_brief(error)}", "only what reads can be asked"
            case "" | "57P01" | "57P02" | "57P03":
                return f"the server of {self.told} went away while it was asked", "run the check again"
            case "42601":
                return f"the query cannot be run: {_brief(error)}", "write one SELECT, in the SQL of PostgreSQL"
            case "22021":
                return f"{self.told} has bytes that are no text in UTF-8", "leave the column out"
            case "42P01" | "42703":
                return f"the query cannot be run: {_brief(error)}", "only what is on the server is known to it"
        return f"the query cannot be run: {_brief(error)}", "see what psql says to it"


def _text(name: str, kind: int, *, plain: bool) -> str:
    """A column as text, in SQL, compared character by character."""
    column = identifier(name) if kind in TEXTS else f"{identifier(name)}::text"
    return column if plain else f'{column} COLLATE "C"'


def _brief(error: psycopg.Error) -> str:
    """The first line of what the server, or the way to it, complains of."""
    words = error.diag.message_primary or str(error).strip() or type(error).__name__
    return words.partition("\n")[0][:300]


def _cut(connection: psycopg.Connection[Any], closed: type[Exception]) -> None:
    """Hang up, so that whoever waits for the server waits no longer."""
    with suppress(OSError, closed), socket(fileno=os.dup(connection.pgconn.socket)) as line:
        line.shutdown(SHUT_RDWR)
