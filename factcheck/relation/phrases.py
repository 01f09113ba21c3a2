"""Sentences that some phrase of a relation fits, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factcheck.numeral import Kind
from factcheck.relation.told import Relation, Said
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK, Marked

MOST_SETS_OF_KINDS = 4096  # for which is remembered what phrases they can fill
MOST_WORDS = 6  # that a noun phrase may have
MOST_ITEMS = 50  # of a list; no longer one is read, or time would grow with the square of its length


def by_phrases(relation: Relation, marked: Marked) -> Iterator[Said]:
    """Every place where a phrase of the relation stands, the numerals in its gaps being of the right kinds.

    A numeral takes part in one reading of a relation, of the phrase that comes first in its list.
    """
    taken: set[int] = set()
    kinds = frozenset(numeral.kind for numeral in marked.numerals if not numeral.flags)
    for pattern in _possible(relation, kinds, marked.language):
        for match in pattern.finditer(marked.words):
            groups = {name: words for name, words in match.groupdict().items() if words is not None}
            gaps = {name: marked.among(words) for name, words in groups.items() if name in relation.GAPS}
            others = {name: words for name, words in groups.items() if name not in relation.GAPS}
            said = Said(gaps, marked.origin(match.start()), marked.origin(match.end()), others, marked.language)
            starts = {numeral.start for numeral in said.numerals}
            if not starts & taken and _is_whole(said) and _fits(relation, said):
                taken |= starts
                yield said


@lru_cache(MOST_SETS_OF_KINDS)
def _possible(relation: Relation, kinds: frozenset[Kind], language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of those phrases whose gaps numerals of these kinds can fill."""
    fitting = {gap for gap, wanted in relation.GAPS.items() if not kinds.isdisjoint(wanted)}
    phrases = phrases_of(relation, language)
    return tuple(_pattern(phrase, language) for phrase in phrases if fitting.issuperset(_gaps(phrase)))


def phrases_of(relation: Relation, language: str) -> Sequence[str]:
    """The phrases of a relation in a language; none where it has none there."""
    if language == DEFAULT:
        return relation.PHRASES
    return load(language).sentences.phrases.get(relation.__name__.rpartition(".")[2], ())


def _is_whole(said: Said) -> bool:
    """Whether no list in it may be the end of a longer one."""
    return all(len(numerals) <= MOST_ITEMS for numerals in said.gaps.values())


def _fits(relation: Relation, said: Said) -> bool:
    return all(
        numeral.kind in relation.GAPS[name] and not numeral.flags
        for name, numerals in said.gaps.items()
        for numeral in numerals
    )


@cache
def _gaps(phrase: str) -> tuple[str, ...]:
    """The names of a phrase's gaps that no match is without: those outside of brackets."""
    outside = phrase
    while (inner := re.sub(r"\\[()]|\([^()]*\)", "", outside)) != outside:
        outside = inner
    return tuple(re.findall(r"\{([a-z]\w*)[+*]?\}", outside))


@cache
def _pattern(phrase: str, language: str) -> re.Pattern[str]:
    """A phrase as a pattern with a group for each gap."""
    words = load(language).sentences
    word = rf"(?!(?:{words.no_nouns})\b)[^\W\d_][\w'’-]*+"
    noun = rf"(?:\s+{word}){{0,{MOST_WORDS}}}"
    item = rf"{MARK}{noun}"
    items = rf"{item}(?:,\s+{item}){{0,{MOST_ITEMS}}}"
    several = rf"{items},?\s+(?:{words.conjunctions})\s+{item}"
    the = rf"(?:(?:{words.determiners})\s+){{0,2}}"
    pattern = phrase.replace("<the> ", the).replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", f"{noun}?")
    pattern = re.sub(r"\{(\w+)\*\}", lambda gap: f"(?P<{gap[1]}>{several})", pattern)
    pattern = re.sub(r"\{(\w+)\+\}", lambda gap: f"(?P<{gap[1]}>{items})", pattern)
    pattern = re.sub(r"\{([a-z]\w*)\}", lambda gap: f"(?P<{gap[1]}>{MARK})", pattern)
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
