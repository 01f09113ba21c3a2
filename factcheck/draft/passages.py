"""A quote for a number: the words around it that stand in the article once, or are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import NamedTuple

from factcheck.article import Document, Span
from factcheck.draft.source import Source

WORDS = (5, 9, 15)  # how many on either side are tried, before the whole sentence


class Quote(NamedTuple):
    """Words of the article on one line; `occurrence` counts the places where they stand, None where it is one."""

    words: str
    occurrence: int | None = None


def quote_of(source: Source, span: Span) -> Iterator[Quote]:
    """Quotes for a range of the text, the shortest first, of a cell with its row; the last of them is counted."""
    document, place = source.document, source.cell(span.start)
    if place is not None:
        for window in (Span(place.row.start, place.cell.end), place.row):
            if _place(document, window) == (0, 1):
                yield Quote(_line(document.words(window)))
    sentence = document.sentences.holding(span.start) or span
    around = Span(min(sentence.start, span.start), max(sentence.end, span.end))
    for words in WORDS:
        window = _window(document.text, around, span, words)
        if _place(document, window) == (0, 1):
            yield Quote(_line(document.words(window)))
    at, places = _place(document, around)
    if places:
        yield Quote(_line(document.words(around)), at + 1 if places > 1 else None)


def _window(text: str, around: Span, span: Span, words: int) -> Span:
    """The range with so many words to either side, as far as its surroundings go."""
    before = [match.start() for match in _word().finditer(text, around.start, span.start)]
    after = [match.end() for match in _word().finditer(text, span.end, around.end)]
    start = before[-words] if len(before) >= words else around.start
    return Span(start, after[words - 1] if len(after) >= words else around.end)


def _place(document: Document, window: Span) -> tuple[int, int]:
    """Which of its places a window is, from 0, and how many there are up to the one after it; (0, 0) where none is."""
    found, seen = 0, 0
    for index, span in zip(count(), document.find_passages(document.words(window)), strict=False):
        seen = index + 1
        if span.start <= window.start < span.end or window.start <= span.start < window.end:
            found = seen
        elif found or span.start > window.end:
            break
    return (found - 1, seen) if found else (0, 0)


def _line(words: str) -> str:
    return " ".join(words.split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\S+")
