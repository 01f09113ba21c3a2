"""The words and signs with which numerals may begin: everything else in a text is passed over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from factcheck.text.language import Language
from factcheck.text.openings import words_of_multiples, words_of_numbers
from factcheck.text.phrases import Phrases
from factcheck.text.tokens import HYPHENS, MINUSES, VULGAR, Shape, Token, is_hyphen

MOST_KNOWN = 50_000  # words of which is remembered what must follow them
ANYTHING, NOTHING = frozenset({""}), frozenset[str]()


class Triggers:
    """What numerals of one language begin with: words in small letters, signs as they stand."""

    __slots__ = ("_begin", "_numbers", "_shaped", "_telling")

    def __init__(self, language: Language) -> None:
        """Gather the first words of everything that the language's tables hold."""
        numbers, relations, apart, frame = language.numbers, language.relations, language.apart, language.frame
        plain = (*words_of_numbers(language), *numbers.weak_ones, *relations.sources, *relations.each, *frame.over_ages)
        words = {*plain, *words_of_multiples(language), *_of_vague_words(language)} - numbers.articles
        phrases = (language.ranks.joint, *_vague_phrases(language), relations.range_openers, relations.ratio_openers)
        self._shaped = _shaped(language)
        exact = frozenset(
            (
                *(*language.units.currency_signs.alone, *apart.labels, *apart.small_labels, *MINUSES, "+", "±"),
                *(phrase for phrase in frame.hedges_before if not phrase.isalpha()),
            )
        )
        signs = language.units.currency_signs
        pairs = dict.fromkeys(numbers.articles, _after_articles(language))
        pairs |= {first: signs.second(first) for first in signs if first not in exact}
        self._numbers = _Starts(words, exact, phrases, pairs, self._shaped)
        words |= {*apart.months, *apart.addresses, *apart.decades}
        phrases = (*phrases, frame.hedges_before, frame.directions_before)
        self._begin = _Starts(words, exact, phrases, pairs, self._shaped)
        self._telling = _telling(language)

    def anywhere(self, text: str, start: int, stop: int) -> bool:
        """Whether some part of a text can hold a numeral at all: digits, or a word that numerals are made of."""
        if _digits().search(text, start, stop):
            return True
        words = _words().findall(text[start:stop].lower())
        if not self._telling.isdisjoint(words):
            return True
        return self._shaped is not None and any(map(self._shaped.search, words))

    def next(self, tokens: Sequence[Token], at: int) -> int:
        """The first index, from one on, of a token with which a numeral may begin, or words that stand before one."""
        after, known, token = self._begin.after, self._begin.known, tokens[at]
        while True:
            needed = known.get(token.text)
            if needed is None:
                needed = after(token)
            if needed is ANYTHING:
                return at
            following = tokens[at + 1]
            if needed and _goes_on(tokens, at + 1, needed):
                return at
            if not following.gap and token.word and digits_follow(tokens, at):
                return at
            at, token = at + 1, following

    def number(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number by itself may begin with the token at an index."""
        needed = self._numbers.after(tokens[at])
        if needed is ANYTHING:
            return True
        return bool(needed) and _goes_on(tokens, at + 1, needed)


class _Starts:
    """For each token, what must follow it if something is to begin with it: ANYTHING, or one of some words."""

    __slots__ = ("_exact", "_second", "_shaped", "_words", "known")

    def __init__(
        self,
        words: Collection[str],
        exact: Collection[str],
        tables: Iterable[Phrases[Any]],
        pairs: Mapping[str, frozenset[str]],
        shaped: re.Pattern[str] | None,
    ) -> None:
        """The words that are enough, the tables of phrases, and words that go with others."""
        tables = tuple(tables)
        self._words = frozenset((*words, *(word for table in tables for word in table.alone)))
        self._exact, self._shaped = exact, shaped
        self._second = dict(pairs)
        for table in tables:
            for first in table:
                self._second[first] = self._second.get(first, NOTHING) | table.second(first)
        self.known: dict[str, frozenset[str]] = {}

    def after(self, token: Token) -> frozenset[str]:
        """What must follow the token."""
        known = self.known.get(token.text)
        if known is None:
            known = self._of(token)
            if len(self.known) < MOST_KNOWN and token.shape in (Shape.WORD, Shape.SIGN):
                self.known[token.text] = known
        return known

    def _of(self, token: Token) -> frozenset[str]:
        if token.shape is not Shape.WORD:
            return NOTHING if token.shape is Shape.SIGN and token.text not in self._exact else ANYTHING
        shaped = self._shaped is not None and self._shaped.search(token.lower) is not None
        if shaped or token.lower in self._words or token.text in self._exact:
            return ANYTHING
        return self._second.get(token.lower, NOTHING) | self._second.get(token.text, NOTHING)


def _goes_on(tokens: Sequence[Token], at: int, needed: frozenset[str]) -> bool:
    """Whether one of the words stands at an index, a hyphen before it or not."""
    following = tokens[at]
    return following.lower in needed or (is_hyphen(tokens, at) and tokens[at + 1].lower in needed)


@cache
def triggers_of(language: Language) -> Triggers:
    """The triggers of a language, gathered once."""
    return Triggers(language)


def _after_articles(language: Language) -> frozenset[str]:
    """The words that make a number of an article before them: a million, a third, an hour and a half."""
    numbers, units = language.numbers, language.units
    parts = (*numbers.halves, *numbers.denominators, *numbers.plural_denominators, *language.relations.parts, "quarter")
    scales = (*numbers.hundreds, *numbers.scales, *numbers.dozens)
    return frozenset((*scales, *parts, *(word for word in units.words if word[0].isalpha())))


def _telling(language: Language) -> frozenset[str]:
    """Words of which at least one stands in every numeral without digits."""
    numbers = language.numbers
    counting = (*numbers.ones, *numbers.tens, *numbers.hundreds, *numbers.scales, *numbers.dozens, *numbers.mixed)
    parts = (*numbers.halves, *numbers.denominators, *numbers.plural_denominators, *numbers.ordinals)
    longest = (max(phrase.split(), key=len) for table in _vague_phrases(language) for phrase in table.whole)
    return frozenset(
        (
            *(*counting, *parts, *longest, *words_of_multiples(language), *_of_vague_words(language)),
            *(*numbers.weak_ones, *language.apart.addresses, *language.units.glued, *language.frame.plural_ages),
            *language.apart.decades,
        )
    )


def _vague_phrases(language: Language) -> tuple[Phrases[Any], ...]:
    vague = language.vague
    return vague.amounts, vague.scalable, vague.shares


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


def digits_follow(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits touch the word at an index, a hyphen between them or not, or a point: H1N1, COVID-19, BA.2."""
    following = tokens[at + 1]
    if following.gap:
        return False
    hyphened = following.text in HYPHENS and following.text and tokens[at + 2].shape is Shape.DIGITS
    dotted = following.text == "." and tokens[at].text.isupper() and tokens[at + 2].shape is Shape.DIGITS
    return following.shape is Shape.DIGITS or bool((hyphened or dotted) and not tokens[at + 2].gap)


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(f"[0-9{VULGAR}]")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
