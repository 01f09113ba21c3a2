"""What numerals of each form may begin with, gathered from the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.text.dispatch import Opening
from factcheck.text.language import Language
from factcheck.text.tokens import MINUSES, Shape

IN_DIGITS = Opening(shapes=(Shape.DIGITS,))
ANY_WORD = Opening(shapes=(Shape.WORD,))


def digits(language: Language) -> Opening:
    """Digits, in whatever language."""
    del language
    return IN_DIGITS


def any_word(language: Language) -> Opening:
    """Any word, in whatever language."""
    del language
    return ANY_WORD


def parts(language: Language) -> Opening:
    """Half, a third, two-thirds, 3/4, ½."""
    numbers = language.numbers
    words = (*numbers.halves, *numbers.articles, *numbers.ones)
    return Opening(words, shapes=(Shape.DIGITS, Shape.VULGAR))


def wickets(language: Language) -> Opening:
    """3 for 89, seven for 309."""
    return IN_DIGITS | Opening(language.numbers.ones if language.apart.wickets else ())


def number_words(language: Language) -> Opening:
    """Twenty-three, a hundred, fünftausend."""
    numbers = language.numbers
    words = (*numbers.ones, *numbers.tens, *numbers.mixed, *numbers.articles)
    return Opening(words, part=_one_of(numbers.glued))


def figures(language: Language) -> Opening:
    """Bare numbers: 956, 2½, twenty-three, half a million."""
    return number_words(language) | parts(language)


def prices(language: Language) -> Opening:
    """Amounts with the currency before them, and its sign perhaps before that: £5, -£5."""
    return Opening(language.numbers.minuses, exact=(*language.units.currency_signs, *MINUSES, "+", "±"))


def measures(language: Language) -> Opening:
    """Bare numbers with a sign, and articles that count: -5, ein Prozent."""
    signed = Opening((*language.numbers.minuses, *language.numbers.weak_ones), exact=(*MINUSES, "+", "±"))
    return figures(language) | signed


def glued_amounts(language: Language) -> Opening:
    """Numbers in one word with what they count: neunmonatig."""
    endings = _one_of(language.units.glued)
    return Opening(part=f"(?:{endings})$" if endings else "")


def articles(language: Language) -> Opening:
    """An hour and a half."""
    return Opening(language.numbers.articles)


def amounts(language: Language) -> Opening:
    """Numbers with a sign and unit, in whatever order."""
    return prices(language) | measures(language) | glued_amounts(language)


def ranges(language: Language) -> Opening:
    """10-12, between 10 and 12, aged 42; and rates, which may begin with a range."""
    return amounts(language) | Opening(tuple(language.relations.range_openers))


def ratios(language: Language) -> Opening:
    """3 to 1, a ratio of 1 to 20."""
    return figures(language) | Opening(tuple(language.relations.ratio_openers))


def shares(language: Language) -> Opening:
    """One in ten."""
    return figures(language) | Opening(language.numbers.weak_ones)


def each_of(language: Language) -> Opening:
    """Jeder fünfte."""
    return Opening(language.relations.each)


def multiples(language: Language) -> Opening:
    """Doubled, threefold, 2.5 times."""
    return figures(language) | Opening(words_of_multiples(language))


def words_of_multiples(language: Language) -> frozenset[str]:
    """Doubled, threefold."""
    ranks, numbers = language.ranks, language.numbers
    stems = (*numbers.ones, *numbers.tens, *numbers.hundreds)
    return frozenset((*ranks.multiples, *(f"{stem}{fold}" for fold in ranks.folds for stem in stems)))


def ordinals(language: Language) -> Opening:
    """Second, 3rd, twenty-first, joint third, zweitgrößte; most used."""
    ranks, numbers = language.ranks, language.numbers
    words = (*numbers.ordinals, *numbers.tens, *numbers.ones, *ranks.joint, *ranks.superlatives, *ranks.most)
    stems = _one_of(ranks.rank_stems)
    return Opening(words, shapes=(Shape.DIGITS,), part=f"^(?:{stems})" if stems else "")


def limits(language: Language) -> Opening:
    """Under-18s."""
    return Opening(tuple(language.frame.over_ages))


def ages(language: Language) -> Opening:
    """31, four: ages that what stands around them tells."""
    return Opening((*language.numbers.ones, *language.numbers.tens), shapes=(Shape.DIGITS,))


def sources(language: Language) -> Opening:
    """From 5 to 7 per cent."""
    return Opening(language.relations.sources)


def vague_words(language: Language) -> Opening:
    """Several, dozens, most."""
    vague = language.vague
    return Opening((*vague.amounts, *vague.scalable, *vague.shares))


def totals(language: Language) -> Opening:
    """None, both, all 12."""
    return Opening(language.vague.nothing | language.vague.both | language.vague.everything)


def quarters(language: Language) -> Opening:
    """Q3 2017."""
    return Opening(exact=language.apart.quarters)


def addresses(language: Language) -> Opening:
    """A URL."""
    return Opening(language.apart.addresses)


def labels(language: Language) -> Opening:
    """Article 50, page 7."""
    return Opening(exact=language.apart.labels | language.apart.small_labels)


def times(language: Language) -> Opening:
    """15:45, half past nine, nine o'clock."""
    numbers = language.numbers
    words = (*language.apart.past_the_hour, *numbers.ones, *numbers.tens)
    return Opening(words, shapes=(Shape.DIGITS, Shape.DOTTED))


def days(language: Language) -> Opening:
    """3 April, third of April."""
    return Opening((*language.numbers.ordinals, *language.numbers.tens), shapes=(Shape.DIGITS,))


def centuries(language: Language) -> Opening:
    """The 19th century, twenty-first-century."""
    return days(language) | Opening(tuple(language.numbers.ones))


def months(language: Language) -> Opening:
    """April 3."""
    return Opening(tuple(language.apart.months))


def decades(language: Language) -> Opening:
    """Her thirties."""
    return Opening(tuple(language.apart.decades))


def dotted_digits(language: Language) -> Opening:
    """3.4.2017."""
    del language
    return Opening(shapes=(Shape.DOTTED,))


def counting_words(language: Language) -> Opening:
    """Words of numbers, dates and times."""
    apart = language.apart
    return Opening((*words_of_numbers(language), *apart.months, *apart.addresses, *apart.past_the_hour))


def words_of_numbers(language: Language) -> tuple[str, ...]:
    """The words that numbers and ordinals begin with, articles left out."""
    numbers = language.numbers
    return (*numbers.ones, *numbers.tens, *numbers.ordinals, *numbers.mixed, *numbers.halves, *numbers.minuses)


def codes_in_digits(language: Language) -> Opening:
    """+44 20 7946 0018, 9/11, a list's "1."."""
    del language
    return Opening(exact="+", shapes=(Shape.DIGITS, Shape.OVERLONG))


def names(language: Language) -> Opening:
    """Fifth Avenue, 42nd Street."""
    numbers = language.numbers
    return Opening((*numbers.ones, *numbers.tens, *numbers.ordinals), shapes=(Shape.DIGITS,))


def _one_of(words: Iterable[str]) -> str:
    """A pattern of any of the words."""
    return "|".join(map(re.escape, words))
