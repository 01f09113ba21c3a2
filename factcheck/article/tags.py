"""HTML taken apart: tags, words and character references, each with its place, in one pass over the markup.

The standard library's `html.parser` is not used: in supported releases of Python it takes time in the square of the
length of broken markup, and what it makes of such markup differs between releases.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from factcheck.article.page import Page

RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())
"""Elements in whose content no tag counts but the end of the element."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where markup comes from that is not one stretch of the source: its lines may have lost what began them."""

    starts: array[int]
    ends: array[int]
    sources: array[int]

    @classmethod
    def whole(cls, markup: str) -> Origin:
        """Of markup that is the source."""
        return cls(array("q", [0]), array("q", [len(markup)]), array("q", [0]))

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The parts of a range that stand in the source: start, end, and place in the source of each."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.starts) and self.starts[index] < end:
            first, last = max(start, self.starts[index]), min(end, self.ends[index])
            if first < last:
                yield first, last, self.sources[index] + first - self.starts[index]
            index += 1

    def at(self, offset: int) -> int:
        """The place in the source of an offset, or of what is next to it."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        if not self.starts:
            return 0
        inside = min(offset, self.ends[index]) - self.starts[index]
        return self.sources[index] + max(inside, 0)


@dataclass(slots=True)
class Scanner:
    """Reads markup into a page."""

    markup: str
    page: Page
    origin: Origin
    absent: dict[str, int] = field(default_factory=dict)  # what was sought in vain, and from where on
    quotes_close: bool = True
    last_end: int = field(init=False)

    def __post_init__(self) -> None:
        """After the last `>` no tag can end."""
        self.last_end = self.markup.rfind(">")

    def run(self) -> None:
        """Read all of the markup."""
        done, length = 0, len(self.markup)
        while done < length:
            start = self._find("<", done)
            self.words(done, length if start == NOWHERE else start)
            done = length if start == NOWHERE else self.tag(start)

    def words(self, start: int, end: int) -> None:
        """Words between tags, with character references."""
        done = start
        for match in _reference().finditer(self.markup, start, end):
            character = html.unescape(match.group())
            if character != match.group():
                self._exact(done, match.start())
                done = match.end()
                while len(character) > 1 and character[-1] == self.markup[done - 1]:  # "&sect52;" is § and then 52;
                    character, done = character[:-1], done - 1
                at = self.origin.at(match.start())
                self.page.put(character, at, self.origin.at(done) - at)
        self._exact(done, end)

    def tag(self, start: int) -> int:
        """Read what begins with `<`; the offset after it."""
        if self.markup.startswith(("<!", "<?"), start):
            return self._declaration(start)
        match = _name().match(self.markup, start)
        end = self._end_of_tag(match.end()) if match else NOWHERE
        if not match or end == NOWHERE:
            self._exact(start, start + 1)
            return start + 1
        name, at = match["name"].lower(), self.origin.at(start)
        if match["slash"]:
            self.page.close(name, at)
            return end
        attributes = self._attributes(name, match.end(), end - 1)
        self.page.open(name, attributes, at)
        alone = self.markup.endswith("/", start, end - 1)
        if alone and (name in RAW or ":" in name or self.page.is_open("svg") or self.page.is_open("math")):
            self.page.close(name, at)
        elif name in RAW:
            return self._end_of_raw(name, end)
        return end

    def _exact(self, start: int, end: int) -> None:
        for first, last, at in self.origin.runs(start, end):
            self.page.write(self.markup[first:last], at)

    def _declaration(self, start: int) -> int:
        """A comment, a processing instruction or the like: to its end nothing is seen."""
        markup = self.markup
        if markup.startswith("<!--", start):
            end = self._find("-->", start + 2)  # "<!-->" is whole
            return len(markup) if end == NOWHERE else end + 3
        if markup.startswith("<![CDATA[", start):
            end = self._find("]]>", start)
            if end != NOWHERE:
                return end + 3
        end = self._find(">", start)
        if end == NOWHERE:
            self._exact(start, start + 1)
            return start + 1
        return end + 1

    def _find(self, sign: str, start: int) -> int:
        """Where a sign stands next; each is sought in vain only once."""
        if start >= self.absent.get(sign, start + 1):
            return NOWHERE
        found = self.markup.find(sign, start)
        if found < 0:
            self.absent[sign] = start
        return found

    def _end_of_tag(self, start: int) -> int:
        """The offset after the `>` that ends a tag, which is not one in a quoted value; NOWHERE where none does.

        From the first tag on that such a value leaves open, quotation marks are taken for letters.
        """
        done = start
        while self.quotes_close and done <= self.last_end:
            match = _value_or_end().search(self.markup, done)
            if match is None or match.group() == ">":
                return match.end() if match else NOWHERE
            done = self._find(match.group()[-1], match.end()) + 1
            self.quotes_close = 0 < done <= self.last_end
        end = self._find(">", start)
        return NOWHERE if end == NOWHERE else end + 1

    def _end_of_raw(self, name: str, start: int) -> int:
        """Where the end tag of an element stands whose content is not markup."""
        match = _end_tag(name).search(self.markup, start)
        return match.start() if match else len(self.markup)

    def _attributes(self, name: str, start: int, end: int) -> dict[str, str]:
        """The attributes of a tag, the first of each name; the words that stand for a picture go to the page."""
        found: dict[str, str] = {}
        for match in _attribute().finditer(self.markup, start, end):
            key = match["name"].lower()
            if key not in found:
                group = match.lastgroup or "name"
                found[key] = "" if group == "name" else html.unescape(match[group])
                if name == "img" and key == "alt" and group != "name":
                    self.page.mask(self.origin.at(start))
                    self.words(match.start(group), match.end(group))
        return found


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\t\n\f\r /<>]*)")


@cache
def _value_or_end() -> re.Pattern[str]:
    return re.compile(r""">|=[\t\n\f\r ]*+["']""")


@cache
def _attribute() -> re.Pattern[str]:
    white = r"[\t\n\f\r ]*+"
    value = r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\t\n\f\r >]*+))"""
    return re.compile(rf"(?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)(?:{white}={white}{value})?")


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
