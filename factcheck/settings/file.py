"""The configuration file: found, and read with the place of everything in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.cache import ledger
from factcheck.claimfile.problem import FileError, Problem
from factcheck.claimfile.reading import Source, content, source, unreadable
from factcheck.mistake import Location
from factcheck.model import shown
from factcheck.settings.layers import Chosen, Layer, MistakesError, layer
from factcheck.settings.model import Settings, dashed

OWN, SHARED = "factcheck.toml", "pyproject.toml"
TABLE = ("tool", "factcheck")


class SettingsError(FileError):
    """A configuration file that cannot be used."""


def nearest(folder: Path) -> Chosen:
    """The settings of the nearest configuration file, in the folder or above it; the defaults where there is none.

    SettingsError where it cannot be used, or where one folder has two.
    """
    for place in (Path(os.path.relpath(above)) for above in (folder, *folder.parents)):
        own, shared = place / OWN, place / SHARED
        table = _table(shared) if _is_file(shared) else None
        if _is_file(own):
            if table is not None:
                line, column = table.builder.root.at
                message = f"[tool.factcheck] beside {OWN}, which has settings of its own"
                raise SettingsError(table.name, [Problem(line, column, message, "keep one of the two")], table.lines)
            return configuration(own)
        if table is not None:
            return _chosen(table, place)
    return Chosen(folder=folder)


def configuration(path: Path) -> Chosen:
    """The settings of a configuration file, those in the table [tool.factcheck] if it is a pyproject.toml.

    SettingsError with everything that is wrong.
    """
    if path.name != SHARED:
        return _chosen(source(content(path, SettingsError), str(path), "toml", SettingsError), path.parent)
    table = _table(path)
    if table is None:
        if not _is_file(path):
            content(path, SettingsError)
        problem = Problem(1, 1, "there is no table [tool.factcheck]", "add it, or name another file")
        raise SettingsError(str(path), [problem])
    return _chosen(table, path.parent)


def _is_file(path: Path) -> bool:
    try:
        return ledger.is_file(path, path.is_file())
    except OSError as error:
        raise unreadable(str(path), error, SettingsError) from None


def _table(path: Path) -> Source | None:
    """Our table of a file that others share; what does not even name us is not looked at any closer."""
    data = content(path, SettingsError)
    if b"factcheck" not in data:
        return None
    read = source(data, str(path), "toml", SettingsError, TABLE)
    return read if read.builder.value is not None else None


def _chosen(read: Source, folder: Path) -> Chosen:
    """What a file says; SettingsError with everything that is wrong in it."""
    given, problems = read.builder.value, read.builder.problems
    given = {} if given is None else given
    if not isinstance(given, Mapping):
        line, column = read.builder.root.at
        problems.append(Problem(line, column, f"{shown(given)} where settings were expected", "write a table"))
        raise SettingsError(read.name, problems, read.lines)
    chosen = Chosen(folder=folder, file=read.name)
    try:
        said = layer(given)
        chosen = chosen.under(Layer(_from_here(said.settings, folder), dict(_origins(said.settings, read))))
    except MistakesError as error:
        problems += read.problems(error.mistakes)
    if problems:
        raise SettingsError(read.name, problems, read.lines)
    return chosen


def _from_here(settings: Settings, folder: Path) -> Settings:
    """The settings with the path in them as one writes it from the working folder."""
    if settings.baseline is None:
        return settings
    return settings.model_copy(update={"baseline": os.path.normpath(folder / settings.baseline)})


def _origins(settings: Settings, read: Source) -> Iterator[tuple[Location, str]]:
    """Where the file says each of its settings, and each item of those that have several."""
    for field, value in Layer(settings).given.items():
        name = dashed(field)
        inside: tuple[str | int, ...] = ()
        if isinstance(value, Mapping):
            inside = tuple(value)
        elif isinstance(value, tuple):
            inside = tuple(range(len(value)))
        for way in ((name,), *((name, step) for step in inside)):
            node = read.builder.root.find(way)
            line, column = node.key or node.at
            yield way, f"{read.name}:{line}:{column}"
