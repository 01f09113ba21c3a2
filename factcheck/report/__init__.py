"""One module a format; each has `render(report, style) -> str` and is found by being here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from json import dumps
from pkgutil import iter_modules
from typing import Any, cast

from factcheck.finding import Report
from factcheck.visible import is_hidden as is_hidden
from factcheck.visible import visible as visible


@dataclass(frozen=True, slots=True)
class Style:
    """How much a format shows: `width` in characters (formats for people only), colour, and how much besides failures.

    `quiet` leaves out what passed; `verbose` adds derived figures.
    """

    width: int = 100
    color: bool = False
    quiet: bool = False
    verbose: bool = False


PLAIN = Style()
"""No colour, a hundred characters wide."""

FORMATS = tuple(sorted(module.name for module in iter_modules(__path__)))
"""The names of the formats."""


def dumped(value: Any, indent: int | None = 2) -> str:
    r"""A JSON text in which every character can be seen.

    >>> print(dumped(["é\u202e"], None))
    ["é\u202e"]
    """
    text = dumps(value, indent=indent, ensure_ascii=False)
    return "".join(dumps(c)[1:-1] if c != "\n" and is_hidden(c) else c for c in text)


def render(report: Report, form: str, style: Style = PLAIN) -> str:
    """The report in one of FORMATS, ending without a line break; KeyError where there is no such format."""
    if form not in FORMATS:
        raise KeyError(form)
    module = import_module(f"{__name__}.{form}")
    return cast("Callable[[Report, Style], str]", module.render)(report, style)
