"""TOML: the same tree. The library keeps no places; they are looked up in the text."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from functools import cache
from typing import Any

from factcheck.claimfile.problem import Problem
from factcheck.claimfile.toml_places import Places, Way, places
from factcheck.claimfile.tree import Builder, Mark, UnreadableError


def read(text: str, builder: Builder, table: tuple[str, ...] = ()) -> None:
    """Feed the builder; UnreadableError where the text is no TOML or too deep.

    Only with the table at the end of a way, if one is named, and with nothing where there is no such table.
    """
    try:
        value: Any = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(_syntax(str(error), text)) from None
    except ValueError:
        told = Problem(1, 1, "a number with too many digits", "at most 1,000 are read")
        raise UnreadableError(told) from None
    except RecursionError:
        raise UnreadableError(Problem(1, 1, "lists and tables nested too deep", "50 levels are read")) from None
    for name in table:
        value = value.get(name) if isinstance(value, dict) else None
    if value is not None:
        _feed(value, table, ((1, 1), (1, 1)), places(text), builder)


def _feed(value: Any, way: Way, around: tuple[Mark, Mark], known: Places, builder: Builder) -> None:
    """Feed the builder with a value; what has no place of its own is placed where what is around it stands."""
    key_at, at = known.get(way, around)
    if isinstance(value, dict):
        builder.start({}, at)
        for name, item in value.items():
            builder.scalar(name, known.get((*way, name), (key_at, at))[0])
            _feed(item, (*way, name), (key_at, at), known, builder)
        builder.end()
    elif isinstance(value, list):
        builder.start([], at)
        for index, item in enumerate(value):
            _feed(item, (*way, index), (key_at, at), known, builder)
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
