"""A relation: numbers that a sentence itself puts together, such as "312 of the 956 cases (32.6%)"."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

from factcheck.numeral import Kind, Numeral
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK, Marked

COUNTS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
"""What can be counted, measured or paid."""
SHARES = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.RATIO})
"""What can be a share of something."""
MOST_SETS_OF_KINDS = 4096  # for which is remembered what phrases they can fill
MOST_WORDS = 6  # that a noun phrase may have


class Example(NamedTuple):
    """A sentence, and what its numbers are: `True` where they fit, `False` where not, `None` where nothing is read."""

    sentence: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Said:
    """The numerals that stand in the gaps of a phrase, by the names of the gaps, and where the phrase stands.

    `words` are what the phrase's other named groups hold.
    """

    gaps: Mapping[str, tuple[Numeral, ...]]
    start: int
    end: int
    words: Mapping[str, str] = field(default_factory=dict)
    language: str = DEFAULT

    def __getitem__(self, gap: str) -> Numeral:
        """The numeral in a gap of one; KeyError where the phrase has no such gap."""
        return self.gaps[gap][0]

    def __contains__(self, gap: object) -> bool:
        """Whether the phrase has such a gap."""
        return gap in self.gaps

    @property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every numeral of the phrase."""
        return tuple(numeral for numerals in self.gaps.values() for numeral in numerals)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a phrase states: quantities and claims as in a claims file.

    `doubt` says under which reading nothing is wrong although the claims contradict each other; empty where there is
    none. `wrong` says in a sentence what is wrong of dates and the like, which no claim is about; empty where nothing is.
    """

    quantities: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    claims: Sequence[Mapping[str, Any]] = field(default=())
    doubt: str = ""
    wrong: str = ""


class Relation(Hashable, Protocol):
    """A module of relations/: its docstring is the manual page."""

    __name__: str
    GAPS: Mapping[str, frozenset[Kind]]
    """The kinds of numeral that may stand in each gap."""
    PHRASES: Sequence[str]
    """Patterns: `{gap}` one numeral, `{gap+}` one or more with their nouns, parted by commas, `{gap*}` two or
    more of which the last comes after "and", `~` at most six words, `<the>` a
    determiner or none; a space is white space, ` ?` white space or none. The rest is the language of `re`, in
    which other names of groups are those of words. These are the English ones; those of other languages stand in
    their packs."""
    EXAMPLES: Sequence[Example]

    @staticmethod
    def stated(said: Said) -> Stated | None:
        """What the numerals state; None where they say nothing of this sort."""


def readings(relation: Relation, marked: Marked) -> Iterator[Said]:
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
            if not starts & taken and _fits(relation, said):
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
    items = rf"{item}(?:,\s+{item})*"
    several = rf"{items},?\s+(?:{words.conjunctions})\s+{item}"
    the = rf"(?:(?:{words.determiners})\s+){{0,2}}"
    pattern = phrase.replace("<the> ", the).replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", f"{noun}?")
    pattern = re.sub(r"\{(\w+)\*\}", lambda gap: f"(?P<{gap[1]}>{several})", pattern)
    pattern = re.sub(r"\{(\w+)\+\}", lambda gap: f"(?P<{gap[1]}>{items})", pattern)
    pattern = re.sub(r"\{([a-z]\w*)\}", lambda gap: f"(?P<{gap[1]}>{MARK})", pattern)
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
