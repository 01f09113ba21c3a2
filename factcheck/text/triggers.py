"""The words and signs with which numerals may begin: everything else in a text is passed over."""

from __future__ import annotations

import re
from functools import cache

from factcheck.text.language import Language
from factcheck.text.tokens import MINUSES


class Triggers:
    """What numerals of one language begin with: words in small letters, and words and signs as they stand."""

    __slots__ = ("_shaped", "exact", "words")

    def __init__(self, language: Language) -> None:
        """Gather the first words of everything that the language's tables hold."""
        numbers, relations, apart, frame = language.numbers, language.relations, language.apart, language.frame
        self.words = frozenset(
            (
                *(*numbers.ones, *numbers.tens, *numbers.articles, *numbers.weak_ones, *numbers.mixed, *numbers.halves),
                *(*numbers.ordinals, *numbers.minuses),
                *_of_ranks(language),
                *_of_vague_words(language),
                *(*frame.hedges_before, *frame.directions_before, *frame.over_ages),
                *(*relations.range_openers, *relations.ratio_openers, *relations.sources, *relations.each),
                *(*apart.months, *apart.addresses, *apart.past_the_hour),
            )
        )
        self.exact = frozenset(
            (
                *(*language.units.currency_signs, *apart.labels, *apart.small_labels, *MINUSES, "+", "±"),
                *(phrase for phrase in frame.hedges_before if not phrase.isalpha()),
            )
        )
        self._shaped = _shaped(language)

    def begin(self, word: str) -> bool:
        """Whether a numeral may begin with the word, which is in small letters."""
        return word in self.words or (self._shaped is not None and self._shaped.search(word) is not None)


@cache
def triggers_of(language: Language) -> Triggers:
    """The triggers of a language, gathered once."""
    return Triggers(language)


def _of_ranks(language: Language) -> frozenset[str]:
    ranks, numbers = language.ranks, language.numbers
    stems = (*numbers.ones, *numbers.tens, *numbers.hundreds)
    return frozenset((*ranks.multiples, *ranks.joint, *(f"{stem}{fold}" for fold in ranks.folds for stem in stems)))


def _of_vague_words(language: Language) -> frozenset[str]:
    vague = language.vague
    return frozenset((*vague.amounts, *vague.scalable, *vague.shares, *vague.nothing, *vague.everything, *vague.both))


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
