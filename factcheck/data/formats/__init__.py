"""One module a format of data; each has SUFFIXES and `load(file, table, into)`, and is found by being here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from factcheck.data.engine import Loaded, Room
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table

Load = Callable[[File, Table, Room], Loaded]


@cache
def _formats() -> dict[str, Load]:
    """What loads a file, by the end of its name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {suffix: module.load for module in modules for suffix in module.SUFFIXES}


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table, in the room that was made for it; DataError where it cannot be read."""
    known = _formats()
    if file.suffix not in known:
        raise DataError(f"{file.name} is of no known format", f"there is {', '.join(sorted(known))}", ("file",))
    loaded = known[file.suffix](file, table, room)
    file.check()
    return loaded
