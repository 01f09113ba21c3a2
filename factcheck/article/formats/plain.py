"""Plain text: paragraphs are parted by blank lines, and list items begin lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article.document import Document
from factcheck.article.places import Lines, Segments
from factcheck.article.ranges import Ranges
from factcheck.article.sentences import sentences

SUFFIXES = (".txt", ".text")
READS = str


def document(content: str) -> Document:
    """The text as it stands, list markers included, for only a person can tell them from numbers."""
    segments = Segments()
    segments.add(0, 0)
    blocks = Ranges.of(_blocks(content))
    return Document(content, content, segments, Lines.of(content), blocks, sentences(content, blocks))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs and list items, without the white space around them."""
    start = 0
    for match in _gap().finditer(text):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


@cache
def _gap() -> re.Pattern[str]:
    """A blank line, the end of a line before a list's marker, or a tab, as between the cells of pasted tables."""
    return re.compile(r"\n(?:[^\S\n]*\n)+|\n(?=[^\S\n]*(?:[-*•–·‣]|[0-9]{1,2}[.)])[^\S\n])|\t")
