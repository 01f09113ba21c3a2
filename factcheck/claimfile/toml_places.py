"""Where every key and value of a TOML text stands. It has been read by the library before, so that it is known to be TOML."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from factcheck.claimfile.tree import Mark

Way = tuple[str | int, ...]
Places = Mapping[Way, tuple[Mark, Mark]]
"""Where the key and the value at the end of a way stand; an item of a list has its own place for a key."""


class _Token(NamedTuple):
    """A string, a sign, or a word without quotes, at its place."""

    text: str
    at: Mark


@cache
def _token() -> re.Pattern[str]:
    several = r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}' + r"|'''(?:[^']|'(?!''))*'{3,5}"
    one = r'"(?:[^"\\]|\\.)*"' + r"|'[^']*'"
    return re.compile(rf"#[^\n]*|({several}|{one}|[\[\]{{}},=]|[^\s\[\]{{}},=#\"']+)", re.DOTALL)


def _tokens(text: str) -> Iterator[_Token]:
    """Every token but comments, in order."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for match in _token().finditer(text):
        if match[1] is not None:
            line = bisect_right(starts, match.start())
            yield _Token(match[1], (line, match.start() - starts[line - 1] + 1))


def places(text: str) -> Places:
    r"""The places of all keys and values.

    >>> places('a = 1\n[b]\nc = ["d"]')[("b", "c", 0)]
    ((3, 6), (3, 6))
    """
    return _Reader(text).places


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, text: str) -> None:
        self.places: dict[Way, tuple[Mark, Mark]] = {}
        self._tokens = list(_tokens(text))
        self._next = 0
        self._counts: dict[Way, int] = {}  # of the tables in each array of tables
        table: Way = ()
        while self._next < len(self._tokens):
            if self._tokens[self._next].text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _take(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _is_next(self, text: str) -> bool:
        return self._next < len(self._tokens) and self._tokens[self._next].text == text

    def _header(self) -> Way:
        """The way to the table that a header begins; in double brackets it is a further one of an array of tables."""
        self._take()
        several = self._is_next("[")
        if several:
            self._take()
        at = self._tokens[self._next].at
        way: Way = ()
        for name in self._key("]"):
            way = self._last(way)
            way = (*way, name)
            self.places.setdefault(way, (at, at))
        if several:
            self._take()
            self._counts[way] = self._counts.get(way, 0) + 1
        way = self._last(way)
        self.places.setdefault(way, (at, at))
        return way

    def _last(self, way: Way) -> Way:
        """The way on into the last table of an array of tables."""
        return (*way, self._counts[way] - 1) if way in self._counts else way

    def _pair(self, table: Way) -> None:
        """A key and its value."""
        at = self._tokens[self._next].at
        way = table
        for name in self._key("="):
            way = (*way, name)
            self.places.setdefault(way, (at, at))
        self.places[way] = (at, self._tokens[self._next].at)
        self._value(way)

    def _key(self, end: str) -> Iterator[str]:
        """The names of a dotted key, with the sign that ends it taken, too."""
        while (token := self._take()).text != end:
            if token.text[0] in "\"'":
                yield tomllib.loads(f"name = {token.text}")["name"]
            else:
                yield from filter(None, token.text.split("."))

    def _value(self, way: Way) -> None:
        """What is inside a value; the value itself has its place already."""
        first = self._take()
        if first.text == "[":
            index = 0
            while not self._is_next("]"):
                at = self._tokens[self._next].at
                self.places[*way, index] = (at, at)
                self._value((*way, index))
                index += 1
                if self._is_next(","):
                    self._take()
            self._take()
        elif first.text == "{":
            while not self._is_next("}"):
                self._pair(way)
                if self._is_next(","):
                    self._take()
            self._take()
        elif first.text[0] not in "\"'":
            self._rest(first)

    def _rest(self, first: _Token) -> None:
        """The time that may follow a day after a space."""
        while self._next < len(self._tokens):
            follows = self._tokens[self._next]
            if follows.at[0] != first.at[0] or not follows.text[0].isdecimal():
                return
            self._take()
