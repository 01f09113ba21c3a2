"""Tables that are loaded once more, with their other columns, to be searched for other questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self

from factcheck.data.asking import Asked
from factcheck.data.engine import Engine, Room
from factcheck.data.error import DataError
from factcheck.data.fetching import Asking
from factcheck.data.files import opened
from factcheck.data.formats import load
from factcheck.data.model import Query, Table
from factcheck.data.search.changes import Variant
from factcheck.data.search.variants import MOST_COLUMNS, Variants
from factcheck.finding.figure import DataSource, Figure

LARGEST = 2 * 1024**3  # bytes of a file that is read once more


class Search:
    """Tables to which other questions are asked than a claims file does; nothing else can be reached from there.

    A table on a server, one that cannot be loaded, and one whose file is no longer that which was asked before, are left
    out: nothing is found in them. To be used with `with`, which gives the memory back.
    """

    def __init__(
        self, tables: Mapping[str, Table], sources: Iterable[DataSource], queries: Iterable[Query], asking: Asking
    ) -> None:
        """The tables that the queries ask, by name; `sources` are the files that were read."""
        self._engine = Engine()
        self._known: list[tuple[Query, tuple[Variant, ...]]] = []
        self._tables: dict[str, Variants] = {}
        known = {source.name: source.sha256 for source in sources}
        wanted: dict[str, set[str]] = {}
        for query in queries:
            if query.table is not None:
                wanted.setdefault(query.table, set()).update(filter(None, (*query.where, query.operation[1])))
        for name, needed in wanted.items():
            table = tables.get(name)
            if isinstance(table, Table) and table.file:
                found = self._loaded(name, table, needed, known.get(name, ""), asking)
                self._tables |= {} if found is None else {name: found}
        self._engine.lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._engine.close()

    def variants(self, query: Query) -> tuple[Variant, ...]:
        """The questions that are like one, with what the table says to them."""
        if query.table not in self._tables:
            return ()
        if (known := next((found for asked, found in self._known if asked == query), None)) is None:
            known = tuple(self._found(query, self._tables[query.table]))
            self._known.append((query, known))
        return known

    def _found(self, query: Query, table: Variants) -> Iterator[Variant]:
        """The questions that are like one, as far as the engine has the memory for them."""
        try:
            yield from table.of(query)
        except (self._engine.error, MemoryError):
            return

    def bases(self, part: Query, whole: Query) -> tuple[Variant, ...]:
        """Other wholes of a part, with what the table says to them."""
        if part.table != whole.table or part.table not in self._tables:
            return ()
        return tuple(self._tables[part.table].bases(part, whole))

    def figure(self, query: Query) -> Figure:
        """What a table says to a question; DataError where it says nothing that can be used."""
        if query.table not in self._tables:
            raise DataError(f"no table {query.table!r}")
        return self._tables[query.table].asked.figure(query)

    def _loaded(self, name: str, table: Table, needed: set[str], sha256: str, asking: Asking) -> Variants | None:
        room = Room(self._engine, name, frozenset(needed), MOST_COLUMNS)
        try:
            file = opened(table.file, asking.folder, asking.allowed)
            if file.sha256 != sha256 or file.size > LARGEST:
                return None
            loaded = load(file, table, room)
        except (DataError, self._engine.error, MemoryError):
            return None
        headings = tuple(loaded.headings[index] for index in room.kept(loaded.headings))
        return Variants(Asked(loaded, self._engine, asking.cells_of(table)), self._engine, headings)
