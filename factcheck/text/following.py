"""What may go on a number: where none of it follows, as after most numbers, there is nothing more to read."""

from __future__ import annotations

from functools import cache

from factcheck.text.language import Language
from factcheck.text.tokens import DASHES, HYPHENS, RAISED, SLASHES, Shape, Token

CROSSES = frozenset("×x·⋅*")
POWER_SIGN = "^"


class Following:
    """The tokens of one language that may stand next to a number: words in small letters, and signs.

    `digits` go on digits to a longer or greater number (12 million, 2½), and numbers below twenty in words; `units` may
    be what is counted; `links` make something else of a bare number (12th, 12 in 100, 12 times), `amounts` of one with
    its unit (5% to 7%, £30 a head); `apart` make a date or the like of digits (3 April). `frames` may be a hedge or a
    direction after a number (12 or more), `prefixes` are the first words of what may stand before one, `ages` the words
    right before one that may be an age (was 79).
    """

    __slots__ = ("ages", "amounts", "apart", "digits", "frames", "links", "prefixes", "units")

    def __init__(self, language: Language) -> None:
        """Gather the words of all the tables."""
        numbers, units, relations, ranks = language.numbers, language.units, language.relations, language.ranks
        scales = (*numbers.hundreds, *numbers.scales, *numbers.dozens, *map(str.lower, numbers.short_scales))
        parts = (*numbers.halves, *numbers.denominators, *numbers.plural_denominators, *SLASHES, *numbers.conjunctions)
        ordinals = (*numbers.ordinals, *numbers.ordinal_endings, *(["."] if numbers.stop_openers else []))
        multiples = (*ranks.times, *ranks.folds, *ranks.crosses, *ranks.as_words)
        self.digits = frozenset((*scales, *parts, *numbers.points, *CROSSES, *RAISED, POWER_SIGN, *HYPHENS))
        self.units = frozenset((*units.words, *map(str.lower, units.symbols), *HYPHENS))
        self.links = frozenset((*relations.parts, *relations.against, *ordinals, *multiples, *parts, *DASHES, ":"))
        linked = (*relations.to, *numbers.articles, *numbers.weak_ones)
        self.amounts = frozenset((*linked, *units.per, *units.rate_endings, *DASHES))
        self.frames = frozenset((*language.frame.hedges_after, *language.frame.directions_after, *HYPHENS))
        frame = language.frame
        self.prefixes = frozenset((*frame.hedges_before, *frame.directions_before, *frame.neutral))
        self.ages = frozenset((*frame.being, *frame.turning, *frame.at))
        self.apart = _apart(language)

    def digits_end(self, token: Token) -> bool:
        """Whether the token cannot go on digits, or a number below twenty in words."""
        return token.lower not in self.digits and token.shape is not Shape.DIGITS and token.shape is not Shape.VULGAR


def _apart(language: Language) -> frozenset[str]:
    """What may go on digits to a date, a time, a score or a code."""
    numbers, apart, relations = language.numbers, language.apart, language.relations
    halves = (half[:length] for half in (*apart.day_halves, "o") for length in range(1, len(half) + 1))
    dates = (*apart.months, *apart.day_endings, *numbers.of, *relations.to, *numbers.conjunctions)
    ordinals = (*numbers.ordinal_endings, *(["."] if numbers.stop_openers else []))
    return frozenset(
        (
            *halves,
            *dates,
            *ordinals,
            *apart.decade_endings,
            *apart.departures,
            *relations.against,
            *apart.wickets,
            *DASHES,
            *SLASHES,
            ":",
        )
    )


@cache
def following_of(language: Language) -> Following:
    """What may go on the numbers of a language, gathered once."""
    return Following(language)
