"""One module a format; each has `render(report, style) -> str` and is found by being here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from json import dumps
from pkgutil import iter_modules
from typing import Any, cast
from unicodedata import category

from factcheck.finding import Report


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


JOINERS = "\u200c\u200d"  # they hold letters and emoji together
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control and format characters, halves of characters, line separators


def is_hidden(character: str) -> bool:
    """Whether a character would steer a terminal, or hide or reorder text, instead of being seen."""
    return category(character) in HIDDEN and character not in JOINERS


def visible(text: str) -> str:
    r"""The text on one line, what a terminal would obey written out.

    >>> print(visible("a\x1b[31m b\n c\u202e"))
    a\x1b[31m b  c\u202e
    """
    spaced = (" " if character in "\t\r\n" else character for character in text)
    return "".join(c.encode("unicode_escape").decode("ascii") if is_hidden(c) else c for c in spaced)


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
