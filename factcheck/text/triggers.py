"""The words and signs with which numerals may begin: everything else in a text is passed over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from factcheck.text.language import Language
from factcheck.text.phrases import Phrases
from factcheck.text.source import Source
from factcheck.text.tokens import HYPHENS, MINUSES, VULGAR, Shape

MOST_KNOWN = 50_000  # words whose sort is remembered


class Triggers:
    """What numerals of one language begin with, and what may go on one: words in small letters, signs as they stand."""

    __slots__ = (
        "_after_articles",
        "_articles",
        "_counting",
        "_dated",
        "_known",
        "_leading",
        "_shaped",
        "_telling",
        "_words",
        "exact",
        "goes_on",
    )

    def __init__(self, language: Language) -> None:
        """Gather the first words of everything that the language's tables hold."""
        numbers, relations, apart, frame = language.numbers, language.relations, language.apart, language.frame
        counting = (*numbers.ones, *numbers.tens, *numbers.ordinals, *numbers.mixed, *numbers.halves, *numbers.minuses)
        plain = (*counting, *numbers.weak_ones, *_of_ranks(language), *_of_vague_words(language), *frame.over_ages)
        self._counting = _Openers(
            {*plain, *relations.sources, *relations.each} - numbers.articles,
            (language.ranks.joint, *_vague_phrases(language), relations.range_openers, relations.ratio_openers),
        )
        self._leading = _Openers({*apart.months, *apart.addresses}, (frame.hedges_before, frame.directions_before))
        self._words = self._counting.words | self._leading.words
        self._dated = frozenset((*apart.months, *apart.addresses, *apart.past_the_hour, *counting))
        self._articles, self._after_articles = numbers.articles, _after_articles(language)
        self._shaped = _shaped(language)
        self._telling = _telling(language)
        self._known: dict[str, bool] = {}
        self.goes_on = _continuing(language)
        self.exact = frozenset(
            (
                *(*language.units.currency_signs, *apart.labels, *apart.small_labels, *MINUSES, "+", "±"),
                *(phrase for phrase in frame.hedges_before if not phrase.isalpha()),
            )
        )

    def anywhere(self, text: str, start: int, stop: int) -> bool:
        """Whether some part of a text can hold a numeral at all: digits, or a word that numerals are made of."""
        if _digits().search(text, start, stop):
            return True
        words = _words().findall(text[start:stop].lower())
        if not self._telling.isdisjoint(words):
            return True
        return self._shaped is not None and any(map(self._shaped.search, words))

    def begin(self, source: Source, at: int) -> bool:
        """Whether a numeral, words that stand before one, or a date or code may begin with the token at an index."""
        token = source.tokens[at]
        if token.shape is not Shape.WORD:
            return token.shape is not Shape.SIGN or token.text in self.exact
        if token.lower in self._words or token.text in self.exact or digits_follow(source, at):
            return True
        if self._never(token.lower):
            return False
        return self._leading.open(source, at) or self._number_of_words(source, at)

    def number(self, source: Source, at: int) -> bool:
        """Whether a number by itself may begin with the token at an index."""
        token = source.tokens[at]
        if token.shape is not Shape.WORD:
            return token.shape is not Shape.SIGN or token.text in self.exact
        return token.lower in self._counting.words or token.text in self.exact or self._number_of_words(source, at)

    def counts_nothing(self, source: Source, at: int) -> bool:
        """Whether a date, a code or the like may begin with the token at an index."""
        token = source.tokens[at]
        plain = token.shape is not Shape.WORD or token.lower in self._dated or token.text in self.exact
        return plain or digits_follow(source, at)

    def _never(self, word: str) -> bool:
        """Whether no phrase of several words begins with the word, whatever follows; most words are of this sort."""
        known = self._known.get(word)
        if known is None:
            opens = word in self._leading or word in self._counting or word in self._articles
            known = not opens and (self._shaped is None or self._shaped.search(word) is None)
            if len(self._known) < MOST_KNOWN:
                self._known[word] = known
        return known

    def _number_of_words(self, source: Source, at: int) -> bool:
        word = source.tokens[at].lower
        if word in self._articles and source.joined_word(at + 1) in self._after_articles:
            return True
        return self._counting.open(source, at) or (self._shaped is not None and self._shaped.search(word) is not None)


class _Openers:
    """Words that may begin something by themselves, and phrases of several words that may."""

    __slots__ = ("_first", "words")

    def __init__(self, words: Collection[str], tables: Iterable[Phrases[Any]]) -> None:
        """The words, and those of the tables' phrases that are one word."""
        tables = tuple(tables)
        self.words = frozenset((*words, *(word for table in tables for word in table.alone)))
        self._first = {word: [table for table in tables if word in table] for table in tables for word in table}

    def __contains__(self, word: object) -> bool:
        """Whether some phrase begins with the word."""
        return word in self._first

    def open(self, source: Source, at: int) -> bool:
        """Whether a whole phrase begins with the token at an index."""
        tables = self._first.get(source.tokens[at].lower, ())
        return any(table.match(source.tokens, at) is not None for table in tables)


@cache
def triggers_of(language: Language) -> Triggers:
    """The triggers of a language, gathered once."""
    return Triggers(language)


def _after_articles(language: Language) -> frozenset[str]:
    """The words that make a number of an article before them: a million, a third, an hour and a half."""
    numbers, units = language.numbers, language.units
    return frozenset(
        (
            *(*numbers.hundreds, *numbers.scales, *numbers.dozens, *numbers.halves, *numbers.denominators),
            *(*numbers.plural_denominators, *units.words, *language.relations.parts, "quarter"),
        )
    )


def _telling(language: Language) -> frozenset[str]:
    """Words of which at least one stands in every numeral without digits."""
    numbers = language.numbers
    counting = (*numbers.ones, *numbers.tens, *numbers.hundreds, *numbers.scales, *numbers.dozens, *numbers.mixed)
    parts = (*numbers.halves, *numbers.denominators, *numbers.plural_denominators, *numbers.ordinals)
    longest = (max(phrase.split(), key=len) for table in _vague_phrases(language) for phrase in table.whole)
    return frozenset(
        (
            *(*counting, *parts, *longest, *_of_ranks(language), *_of_vague_words(language)),
            *(*numbers.weak_ones, *language.apart.addresses, *language.units.glued),
        )
    )


def _continuing(language: Language) -> frozenset[str]:
    """The words that may go on a number in digits: 12 million, 12 to 14, 12 times, 12 a day."""
    numbers, units, relations, ranks = language.numbers, language.units, language.relations, language.ranks
    return frozenset(
        (
            *(*numbers.hundreds, *numbers.scales, *numbers.dozens, *numbers.articles, *numbers.weak_ones),
            *(*numbers.conjunctions, *numbers.points, *numbers.denominators, *numbers.plural_denominators),
            *(*map(str.lower, numbers.short_scales), *numbers.halves, *units.words, *map(str.lower, units.symbols)),
            *(*units.per, *relations.parts, *relations.to, *relations.against, *relations.targets),
            *(*ranks.times, *ranks.folds, *ranks.crosses, *ranks.as_words),
        )
    )


def _vague_phrases(language: Language) -> tuple[Phrases[Any], ...]:
    vague = language.vague
    return vague.amounts, vague.scalable, vague.shares


def _of_ranks(language: Language) -> frozenset[str]:
    ranks, numbers = language.ranks, language.numbers
    stems = (*numbers.ones, *numbers.tens, *numbers.hundreds)
    return frozenset((*ranks.multiples, *(f"{stem}{fold}" for fold in ranks.folds for stem in stems)))


def _of_vague_words(language: Language) -> frozenset[str]:
    vague = language.vague
    return frozenset((*vague.nothing, *vague.everything, *vague.both))


def _shaped(language: Language) -> re.Pattern[str] | None:
    """Words that are known by a part of them, because the language writes several in one: fünftausend, drittgrößte."""
    inside = "|".join(map(re.escape, language.numbers.glued))
    last = "|".join(map(re.escape, sorted(language.units.glued)))
    first = "|".join(map(re.escape, language.ranks.rank_stems))
    endings = "|".join(map(re.escape, language.ranks.superlative_endings))
    shapes = [f"(?:{inside})" if inside else "", f"(?:{last})$" if last else ""]
    shapes.append(f"^(?:{first}).*(?:{endings})$" if first and endings else "")
    pattern = "|".join(filter(None, shapes))
    return re.compile(pattern) if pattern else None


def digits_follow(source: Source, at: int) -> bool:
    """Whether digits touch the word at an index, a hyphen between them or not: H1N1, COVID-19."""
    following = source.tokens[at + 1]
    if following.gap:
        return False
    hyphened = following.text in HYPHENS and following.text and source.tokens[at + 2].shape is Shape.DIGITS
    return following.shape is Shape.DIGITS or bool(hyphened and not source.tokens[at + 2].gap)


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(f"[0-9{VULGAR}]")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
