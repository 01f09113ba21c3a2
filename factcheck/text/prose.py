"""Running text: every numeral in it, from left to right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Iterator

from factcheck.numeral import Kind, Numeral
from factcheck.text.apart import apart_match
from factcheck.text.codes import code
from factcheck.text.frame import numeral_at
from factcheck.text.language import Language
from factcheck.text.source import Match, Source
from factcheck.text.tokens import Shape, Token, paragraphs, tokens_of, white_before
from factcheck.text.triggers import triggers_of

LONGEST, MARGIN = 1 << 16, 1 << 11  # characters of a paragraph that are read at a time, and of those around them


def numerals_of_prose(text: str, language: Language) -> Iterator[Numeral]:
    """Every numeral of the text in order; non-quantities with their kind, so that nobody counts them."""
    for start, stop in paragraphs(text):
        yield from _numerals_of_paragraph(text, start, stop, language)


def _numerals_of_paragraph(text: str, start: int, stop: int, language: Language) -> Iterator[Numeral]:
    """Every numeral of a paragraph; a very long one is read in stretches, so that its tokens take little room.

    A stretch is read with a margin on both sides, which is more than any numeral and the words around it need.
    """
    triggers, marks = triggers_of(language), language.numbers.marks
    begin, after_percent = start, False
    while begin < stop:
        last = stop if stop - begin <= LONGEST else white_before(text, begin + LONGEST - MARGIN, begin + LONGEST)
        limit = stop if last == stop else last - MARGIN
        if triggers.anywhere(text, begin, last):
            first = start if begin - start <= 2 * MARGIN else white_before(text, begin - 2 * MARGIN, begin - MARGIN)
            tokens = tokens_of(text, marks, first, last)
            source = Source(text, tokens, language, prose=True, after_percent=after_percent)
            begin = yield from numerals_of(source, begin, limit)
            after_percent = source.after_percent
        begin = max(begin, limit)


def numerals_of(source: Source, begin: int = 0, limit: int | None = None) -> Generator[Numeral, None, int]:
    """Every numeral among the tokens: where one may begin, the longest is taken, and reading goes on after it.

    The first begins at an offset or after it, the last before another. What was read goes on up to the offset returned.
    """
    tokens, triggers = source.tokens, triggers_of(source.language)
    at = triggers.next(tokens, bisect_left(tokens, begin, key=_start) if begin else 0)
    while tokens[at].shape is not Shape.END and (limit is None or tokens[at].start < limit):
        match = _match_at(source, at)
        if match is not None:
            source.after_percent = source.after_percent or match.numeral.kind in (Kind.PERCENT, Kind.POINTS)
            yield match.numeral
            begin = tokens[match.end - 1].end
        at = triggers.next(tokens, at + 1 if match is None else match.end)
    return begin


def _start(token: Token) -> int:
    return token.start


def _match_at(source: Source, at: int) -> Match | None:
    """What stands at a token: first of all what is no quantity, then the longest quantity."""
    apart = apart_match(source, at)
    if apart is not None:
        return _placed(source, apart)
    match = numeral_at(source, at)
    torn = match is not None and _is_torn(source, match)
    if torn or (match is None and _touches_letters(source, at)):
        start, stop = (at, at + 1) if match is None else (match.start, match.stop)
        return _placed(source, code(source, start, stop))
    return match


def _placed(source: Source, match: Match) -> Match:
    """The match with its words and its place in the text."""
    words = source.words(match.start, match.stop)
    numeral = match.numeral.placed(words, source.tokens[match.start].start, words)
    return Match(numeral, match.start, match.stop, match.end)


def _is_torn(source: Source, match: Match) -> bool:
    """Whether letters or digits touch the end of what was read: 5G, 4x4."""
    last = source.tokens[match.stop - 1].shape
    return last in (Shape.DIGITS, Shape.WORD) and match.stop == match.end and _touches_letters(source, match.stop - 1)


def _touches_letters(source: Source, at: int) -> bool:
    """Whether letters touch the digits, or digits the letters, of a token."""
    here, following = source.tokens[at].shape, source.tokens[at + 1]
    if here is Shape.DOTTED or following.gap:
        return here is Shape.DOTTED
    in_digits = following.shape is Shape.DIGITS
    return in_digits if here is Shape.WORD else here is Shape.DIGITS and (in_digits or following.shape is Shape.WORD)
