"""Tables that are asked once more, with their other columns, to be searched for other questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import replace
from fractions import Fraction
from functools import partial
from types import TracebackType
from typing import Self

from factcheck.data import frames
from factcheck.data.asking import Asked
from factcheck.data.engine import Engine, InFile, Loaded, Room
from factcheck.data.error import DataError
from factcheck.data.fetching import Asking
from factcheck.data.files import opened
from factcheck.data.formats import load
from factcheck.data.model import Held, Query, Table
from factcheck.data.search.budget import Budget
from factcheck.data.search.changes import Variant
from factcheck.data.search.numbers import LoadedNumbers, ServersNumbers
from factcheck.data.search.variants import MOST_COLUMNS, Variants
from factcheck.data.servers.connected import Servers
from factcheck.finding.figure import DataSource, Figure

LARGEST = 2 * 1024**3  # bytes of a file that is read once more
MOST_CELLS = 20_000_000  # of a frame that is read once more
LONGEST_QUERY = 5  # seconds that a server may take for one of many


class Search:
    """Tables to which other questions are asked than a claims file does; nothing else can be reached from there.

    A table that cannot be loaded, and one whose file is no longer that which was asked before, are left out: nothing is
    found in them. To be used with `with`, which gives the memory back and leaves the servers.
    """

    def __init__(
        self, tables: Mapping[str, Table], sources: Iterable[DataSource], queries: Iterable[Query], asking: Asking
    ) -> None:
        """The tables that the queries ask, by name; `sources` are the files that were read."""
        self._open = ExitStack()
        self._asking = asking
        self._known: list[tuple[Query, tuple[Variant, ...]]] = []
        self._tables: dict[str, Variants] = {}
        self._fixed = {source.name: source.sha256 for source in sources if source.sha256}
        wanted: dict[str, set[str]] = {}
        for query in queries:
            if query.table is not None and query.table in tables:
                wanted.setdefault(query.table, set()).update(filter(None, (*query.where, query.operation[1])))
        self._servers = Servers(tables, asking.servers, min(asking.seconds, LONGEST_QUERY))
        self._open.callback(self._servers.close)
        here = {name: frozenset(needed) for name, needed in wanted.items() if not tables[name].postgres}
        if here:
            self._load({name: tables[name] for name in here}, here)
        for name in wanted.keys() - here.keys():
            self._keep(name, partial(self._on_server, name, tables[name], wanted[name]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def variants(self, query: Query) -> tuple[Variant, ...]:
        """The questions that are like one, with what the table says to them."""
        if query.table not in self._tables:
            return ()
        if (known := next((found for asked, found in self._known if asked == query), None)) is None:
            known = tuple(_while_it_lasts(self._tables[query.table].of(query)))
            self._known.append((query, known))
        return known

    def bases(self, part: Query, whole: Query) -> tuple[Variant, ...]:
        """Other wholes of a part, with what the table says to them."""
        if part.table != whole.table or part.table not in self._tables:
            return ()
        return tuple(_while_it_lasts(self._tables[part.table].bases(part, whole)))

    def still_says(self, query: Query, value: Fraction) -> bool:
        """Whether a table says what it said before: that of a file does, a server or a frame may have changed since."""
        if query.table in self._fixed or query.table not in self._tables:
            return True
        return self._tables[query.table].figure(query) == value

    def figure(self, query: Query) -> Figure:
        """What a table says to a question; DataError where it says nothing that can be used."""
        if query.table not in self._tables:
            raise DataError(f"no table {query.table!r}")
        return self._tables[query.table].asked.figure(query)

    def _keep(self, name: str, find: Callable[[], Variants | None]) -> None:
        """A table, unless it cannot be asked any longer."""
        try:
            found = find()
        except (DataError, MemoryError):
            return
        if found is not None:
            self._tables[name] = found

    def _load(self, tables: Mapping[str, Table], wanted: Mapping[str, frozenset[str]]) -> None:
        """Load the tables of files, and those that Python holds; then shut everything else off."""
        engine = self._open.enter_context(closing(Engine()))
        for name, table in tables.items():
            self._keep(name, partial(self._loaded, table, Room(engine, name, wanted[name], MOST_COLUMNS)))
        engine.lock()

    def _loaded(self, table: Table, room: Room) -> Variants | None:
        try:
            room = _narrow(room, frames.rows(table)) if isinstance(table, Held) else room
            loaded = frames.load(table, room)[0] if isinstance(table, Held) else self._of_file(table, room)
        except room.engine.error:
            return None
        if loaded is None:
            return None
        headings = tuple(loaded.headings[index] for index in room.kept(loaded.headings))
        asked = Asked(loaded, InFile(room.engine, loaded.told), self._asking.cells_of(table))
        return Variants(asked, LoadedNumbers(asked, room.engine), headings)

    def _of_file(self, table: Table, room: Room) -> Loaded | None:
        file = opened(table.file, self._asking.folder, self._asking.allowed)
        if file.sha256 != self._fixed.get(room.name) or file.size > LARGEST:
            return None
        return load(file, table, room)

    def _on_server(self, name: str, table: Table, wanted: set[str]) -> Variants:
        self._servers.connect(name)
        server = self._servers.by_table[name]
        loaded = server.loaded(name, table)
        known = [heading for at, heading in enumerate(loaded.headings) if at not in loaded.hidden]
        others = [heading for heading in known if heading not in wanted][:MOST_COLUMNS]
        headings = tuple(heading for heading in known if heading in wanted or heading in others)
        asked = Asked(loaded, server, self._asking.cells_of(table))
        return Variants(asked, ServersNumbers(asked), headings, Budget.of_server(self._asking.seconds))


def _narrow(room: Room, rows: int) -> Room:
    """The room with no more columns than so many rows leave space for."""
    return replace(room, more=max(0, min(room.more, MOST_CELLS // max(rows, 1) - len(room.needed or ()))))


def _while_it_lasts(variants: Iterator[Variant]) -> Iterator[Variant]:
    """The questions, as far as there is memory for them, and a server that answers."""
    try:
        yield from variants
    except (DataError, MemoryError):
        return
