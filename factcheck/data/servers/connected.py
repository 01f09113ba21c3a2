"""The servers that the tables of a claims file are on: each is connected to once, and only where it was allowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factcheck.cache import ledger
from factcheck.data.error import DataError
from factcheck.data.model import Table
from factcheck.data.servers.connection import is_allowed
from factcheck.data.servers.postgres import Server
from factcheck.finding.figure import DataSource


@dataclass(slots=True)
class Servers:
    """Servers by the names of the tables that are on them.

    `allowed` are the connections that may be used, and `seconds` is how long one query may take.
    """

    tables: Mapping[str, Table]
    allowed: Iterable[str]
    seconds: int
    by_table: dict[str, Server] = field(default_factory=dict)

    def connect(self, name: str) -> DataSource:
        """Connect to the server of a table, unless that is done; DataError where it may not or cannot be."""
        table = self.tables[name]
        if not is_allowed(table.postgres, self.allowed):
            message = f"nobody has allowed to connect to {table.postgres}"
            remedy = f'if you trust this file with it: --allow-postgres "{table.postgres}"'
            raise DataError(message, remedy, ("postgres",))
        ledger.spoil()  # what a server says may be another thing the next moment
        known = (server for other, server in self.by_table.items() if self.tables[other].connection == table.connection)
        server = self.by_table[name] = next(known, None) or Server(table, self.seconds)
        told = f"{table.table} ({table.postgres})" if table.table else table.postgres
        return DataSource(name, told, server=f"database {server.database} as {server.role}", read=server.read)

    def close(self) -> None:
        """Leave all of them."""
        for server in set(self.by_table.values()):
            server.close()
