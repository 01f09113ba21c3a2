"""Running text: every numeral in it, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind, Numeral
from factcheck.text.apart import apart_match
from factcheck.text.codes import code
from factcheck.text.frame import numeral_at
from factcheck.text.language import Language
from factcheck.text.source import Match, Source
from factcheck.text.tokens import Shape, is_break, paragraphs, tokens_of
from factcheck.text.triggers import triggers_of


def numerals_of_prose(text: str, language: Language) -> Iterator[Numeral]:
    """Every numeral of the text in order; non-quantities with their kind, so that nobody counts them."""
    triggers = triggers_of(language)
    for start, stop in paragraphs(text):
        if triggers.anywhere(text, start, stop):
            tokens = tokens_of(text, language.numbers.marks, start, stop)
            yield from numerals_of(Source(text, tokens, language, prose=True, after_percent=False))


def numerals_of(source: Source) -> Iterator[Numeral]:
    """Every numeral among the tokens: where one may begin, the longest is taken, and reading goes on after it."""
    at, triggers = 0, triggers_of(source.language)
    while source.tokens[at].shape is not Shape.END:
        if is_break(source.tokens[at].gap):
            source.after_percent = False
        match = _match_at(source, at) if triggers.begin(source, at) else None
        if match is None:
            at += 1
            continue
        source.after_percent = source.after_percent or match.numeral.kind in (Kind.PERCENT, Kind.POINTS)
        yield match.numeral
        at = match.end


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
    words, tokens = source.words(match.start, match.stop), source.tokens
    start, end = tokens[match.start].start, tokens[match.stop - 1].end
    return match._replace(numeral=replace(match.numeral, surface=words, phrase=words, start=start, end=end))


def _is_torn(source: Source, match: Match) -> bool:
    """Whether letters or digits touch the end of what was read: 5G, 4x4."""
    last = source.tokens[match.stop - 1].shape
    return last in (Shape.DIGITS, Shape.WORD) and match.stop == match.end and _touches_letters(source, match.stop - 1)


def _touches_letters(source: Source, at: int) -> bool:
    """Whether letters touch the digits, or digits the letters, of a token."""
    here, touching = source.tokens[at].shape, source.tokens[at + 1].shape
    mixed = {here, touching} <= {Shape.DIGITS, Shape.WORD} and Shape.DIGITS in (here, touching)
    return here is Shape.DOTTED or (mixed and source.attached(at + 1))
