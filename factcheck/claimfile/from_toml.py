"""TOML: the same tree. The library keeps no places; those of tables and of keys that begin a line are looked up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any

from factcheck.claimfile.problem import Problem
from factcheck.claimfile.tree import Builder, Mark, UnreadableError

Way = tuple[str | int, ...]
Places = Mapping[Way, tuple[Mark, Mark]]
"""Where the key and the value at the end of a way stand."""


def read(text: str, builder: Builder) -> None:
    """Feed the builder; UnreadableError where the text is no TOML or too deep."""
    try:
        value = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(_syntax(str(error), text)) from None
    except ValueError:
        told = Problem(1, 1, "a number with too many digits", "at most 1,000 are read")
        raise UnreadableError(told) from None
    except RecursionError:
        raise UnreadableError(Problem(1, 1, "lists and tables nested too deep", "50 levels are read")) from None
    _feed(value, (), ((1, 1), (1, 1)), _places(text), builder)


def _feed(value: Any, way: Way, around: tuple[Mark, Mark], places: Places, builder: Builder) -> None:
    """Feed the builder with a value; what has no place of its own is placed where what is around it stands."""
    key_at, at = places.get(way, around)
    if isinstance(value, dict):
        builder.start({}, at)
        for name, item in value.items():
            builder.scalar(name, places.get((*way, name), (key_at, at))[0])
            _feed(item, (*way, name), (key_at, at), places, builder)
        builder.end()
    elif isinstance(value, list):
        builder.start([], at)
        for index, item in enumerate(value):
            _feed(item, (*way, index), (key_at, at), places, builder)
        builder.end()
    else:
        builder.scalar(_as_text(value), at)


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | datetime | time) else str(value)


def _syntax(message: str, text: str) -> Problem:
    """The library's complaint, at the place that it names."""
    found = _named_place().search(message)
    lines = text.split("\n")
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    told = message.partition(" (at ")[0]
    return Problem(line, column, f"no TOML: {told[:1].lower()}{told[1:]}", "check quotes, brackets and repeated keys")


@cache
def _named_place() -> re.Pattern[str]:
    return re.compile(r"\(at line (\d+), column (\d+)\)$")


@cache
def _line() -> re.Pattern[str]:
    name = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
    dotted = rf"({name}(?:\s*\.\s*{name})*)"
    return re.compile(rf"\s*(?:(?P<table>\[\[?)\s*{dotted}\s*\]|(?P<key>){dotted}\s*=\s*)")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def _places(text: str) -> Places:
    """The places of tables, and of keys that begin a line."""
    places: dict[Way, tuple[Mark, Mark]] = {}
    counts: dict[Way, int] = {}  # of the tables in each array of tables
    table: Way = ()
    for number, line in enumerate(text.split("\n"), start=1):
        found = _line().match(line)
        if found is None:
            continue
        group = 2 if found["table"] else 4
        names = [name.strip("\"'") for name in _name().findall(found[group])]
        key_at, at = (number, found.start(group) + 1), (number, found.end() + 1)
        if found["table"]:
            table = _into(names, counts, several=found["table"] == "[[")
            places.setdefault(table, (key_at, key_at))
            places.setdefault(table[:-1], (key_at, key_at))
        else:
            places.setdefault((*table, *names), (key_at, at))
    return places


def _into(names: list[str], counts: dict[Way, int], *, several: bool) -> Way:
    """The way to a table: through the last table of each array on it; `several` adds one to the array at its end."""
    way: Way = ()
    for index, name in enumerate(names):
        way = (*way, name)
        if several and index == len(names) - 1:
            counts[way] = counts.get(way, 0) + 1
        if way in counts:
            way = (*way, counts[way] - 1)
    return way
