"""Sentences that some phrase of a relation fits, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.relation.line import Line, Sort
from factcheck.relation.told import Relation, Said
from factcheck.text.fold import letters
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK

MOST_SETS_OF_KINDS = 4096  # for which is remembered what phrases they can fill
MOST_WORDS = 6  # that a noun phrase may have
LEAST_ITEMS = 2  # of a list whose last item comes after "and"
GAP = r"\{([a-z]\w*)([+*]?)\}"
MOST_ITEMS = 50  # of a list; no longer one is read, or time would grow with the square of its length


class Phrase(NamedTuple):
    """A phrase: `numerals` is how many it needs at least, `words` are without which it stands nowhere."""

    phrase: str
    language: str
    numerals: int
    words: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a pattern with a group for each gap, compiled with its first use."""
        return _pattern(self.phrase, self.language)


def by_phrases(relation: Relation, line: Line) -> Iterator[Said]:
    """Every place where a phrase of the relation stands, the numerals in its gaps being of the right kinds.

    A numeral takes part in one reading of a relation, of the phrase that comes first in its list.
    """
    taken: set[int] = set()
    marked, folded = line.marked, line.folded
    for phrase in possible(relation, line.sort):
        if not all(word in folded for word in phrase.words):
            continue
        for match in phrase.pattern.finditer(marked.words):
            groups = {name: words for name, words in match.groupdict().items() if words is not None}
            gaps = {name: marked.among(words) for name, words in groups.items() if name in relation.GAPS}
            others = {name: words for name, words in groups.items() if name not in relation.GAPS}
            said = Said(gaps, marked.origin(match.start()), marked.origin(match.end()), others, marked.language)
            starts = {numeral.start for numeral in said.numerals}
            if not starts & taken and _is_whole(said) and _fits(relation, said):
                taken |= starts
                yield said


@lru_cache(MOST_SETS_OF_KINDS)
def possible(relation: Relation, sort: Sort) -> tuple[Phrase, ...]:
    """Those phrases whose gaps the numerals of such a sentence can fill."""
    fitting = {gap for gap, wanted in relation.GAPS.items() if not sort.kinds.isdisjoint(wanted)}
    phrases = (phrase for phrase in phrases_of(relation, sort.language) if fitting.issuperset(_gaps(phrase)))
    told = (_phrase(each, sort.language) for each in phrases)
    return tuple(phrase for phrase in told if phrase.numerals <= sort.numerals)


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
def _phrase(phrase: str, language: str) -> Phrase:
    gaps = re.findall(GAP, _outside(phrase))
    numerals = sum(LEAST_ITEMS if sort == "*" else 1 for _, sort in gaps)
    return Phrase(phrase, language, numerals, words_of(phrase))


@cache
def _gaps(phrase: str) -> tuple[str, ...]:
    """The names of a phrase's gaps that no match is without: those outside of brackets."""
    return tuple(name for name, _ in re.findall(GAP, _outside(phrase)))


def words_of(phrase: str) -> tuple[str, ...]:
    """Words, or parts of words, in small letters without which the phrase stands nowhere.

    >>> words_of("{part}~ (?:out )?of <the> {whole}s?, or {share}")
    ('of', 'or')
    """
    outside = re.sub(rf"{GAP}|<\w+>|~", " ", _outside(phrase))
    if "|" in outside:
        return ()
    return tuple(dict.fromkeys(re.findall(r"[^\W\d_]{2,}+(?![?*+{])", letters(outside))))


@cache
def _outside(phrase: str) -> str:
    """The phrase without what stands in brackets, and without signs that stand for a sort of letters."""
    outside, inner = re.sub(r"\\.|\[\^?\]?[^]]*\]", " ", phrase), ""
    while inner != outside:
        inner, outside = outside, re.sub(r"\([^()]*\)(?:[?*+]|\{[\d,]+\})*", " ", outside)
    return outside


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
