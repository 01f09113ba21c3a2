"""Shares and ratios told by two numbers: a third, 2/3, one in ten, three out of five, 3 to 1, 2:1, 50-50."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.amount import unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.part import Part, part_at
from factcheck.text.source import Figure, Match, Source
from factcheck.text.tokens import DASHES, SLASHES

MOST_COMMON_ORDINAL = 2
QUARTERS, WORDS_OF_A_ROW = 4, 6
LONG = 5  # letters of a noun that is known by its ending
COMMON = 20  # wholes up to here, and round ones, are what shares are told of
YEARS = frozenset(range(1500, 2101))
WORDS_BEFORE_A_RATIO = 5
SIGNS_OF_RATIOS = (":", *DASHES, *SLASHES)


def fraction_match(source: Source, at: int) -> Match | None:
    """Half, a third, two-thirds, 2/3; 312/956 is so many in so many."""
    part = part_at(source, at)
    if part is None or (source.prose and (_is_ordinal(source, at, part) or _is_of_a_calendar(source, at, part))):
        return None
    below = part.denominator
    if not part.in_words and below > COMMON and below not in (100, 1000):
        return Match(_in(int(part.value * below), below), at, part.end, part.end)
    form, quantum = Form.WORDS if part.in_words else Form.DIGITS, Fraction(1, below)
    return Match(Numeral("", Kind.FRACTION, part.value, quantum, quantum, form), at, part.end, part.end)


def in_match(source: Source, at: int) -> Match | None:
    """One in ten, three out of five, 4 in 10."""
    part = _counted(source, at)
    index = None if part is None else source.joined(part.end)
    link = None if index is None else source.language.relations.parts.match(source.tokens, index)
    start = None if link is None else source.joined(link.end)
    whole = None if start is None else figure_at(source, start)
    if part is None or link is None or start is None or whole is None or whole.value < 1 or not _is_whole(whole):
        return None
    doubtful = source.word(link.end - 1) in source.language.relations.doubtful_parts
    if doubtful and source.prose and (not _is_common(whole) or _is_year(source, start)):
        return None
    if unit_at(source, whole.end, whole) is not None or (source.prose and part.value > whole.value):
        return None
    return Match(_in(int(part.value), int(whole.value)), at, whole.end, whole.end)


def each_match(source: Source, at: int) -> Match | None:
    """Jeder fünfte: one in five."""
    numbers, relations = source.language.numbers, source.language.relations
    index = source.joined(at + 1) if source.word(at) in relations.each else None
    below = 0 if index is None else numbers.ordinals.get(source.word(index), 0)
    if index is None or below < MOST_COMMON_ORDINAL or _is_how_often(source, index + 1):
        return None
    return Match(_in(1, below), at, index + 1, index + 1)


def _is_how_often(source: Source, at: int) -> bool:
    """Whether "every second" goes on to a time (day, week), or to nothing that could be shared: every second counts."""
    unit = source.language.units.words.match(source.tokens, at)
    time = unit is not None and unit.meant.kind is Kind.DURATION
    return time or source.joined_word(at) in source.language.ranks.no_share_before


def to_match(source: Source, at: int) -> Match | None:
    """3 to 1, 2:1, 50-50, a ratio of 1 to 20."""
    opener = source.language.relations.ratio_openers.match(source.tokens, at)
    start = at if opener is None else opener.end
    first = figure_at(source, start)
    if first is None or first.value <= 0 or first.spread != 1:
        return None
    link = _link(source, first)
    second = None if link is None else figure_at(source, link.end)
    if link is None or second is None or second.value <= 0 or unit_at(source, second.end, second) is not None:
        return None
    if opener is None and not (is_announced(source, at, second.end) or _is_ratio(source, first, second, link.sign)):
        return None
    terms = first.value, second.value
    quantum = first.quantum / second.value
    numeral = Numeral("", Kind.RATIO, terms[0] / terms[1], quantum, quantum, Form.TO, terms=terms)
    return Match(numeral, start, second.end, second.end)


def _in(part: int, whole: int) -> Numeral:
    quantum, terms = Fraction(1, whole), (Fraction(part), Fraction(whole))
    flags = ("impossible",) if part > whole else ()
    return Numeral("", Kind.RATIO, part * quantum, quantum, quantum, Form.IN, terms=terms, flags=flags)


def _is_ordinal(source: Source, at: int, part: Part) -> bool:
    """Whether "a third" goes on as "a third man", "a third candidate"."""
    ranks, word = source.language.ranks, source.joined_word(part.end)
    if part.denominator <= MOST_COMMON_ORDINAL or not word:
        return False
    ranked = (
        source.word(at) in source.language.numbers.articles
        and source.word(part.end - 1) in source.language.numbers.ordinals
    )
    noun = ranked and len(word) >= LONG and word.endswith(ranks.thing_endings) and word not in ranks.comparatives
    return noun or word in ranks.no_fraction_before


def _is_of_a_calendar(source: Source, at: int, part: Part) -> bool:
    """Whether quarters are those of years: the preceding three quarters, three quarters of growth in a row."""
    ranks = source.language.ranks
    if part.denominator != QUARTERS or part.value == Fraction(1, QUARTERS) or not part.in_words:
        return False
    near = source.tokens[part.end : part.end + WORDS_OF_A_ROW]
    row = any(token.lower in ranks.in_a_row for token in near)
    return source.word_before(at) in ranks.calendar_after or row


def _is_whole(figure: Figure) -> bool:
    return figure.value == figure.scale or (figure.value.denominator == 1 and figure.form is not Form.ROUND)


def _counted(source: Source, at: int) -> Figure | None:
    """A plain whole number that something is counted with."""
    figure = figure_at(source, at)
    if figure is None and source.word(at) in source.language.numbers.weak_ones:
        return Figure(Fraction(1), Fraction(1), Form.WORDS, at + 1)
    return None if figure is None or figure.value < 1 or figure.quantum != 1 or figure.scale != 1 else figure


def _is_common(whole: Figure) -> bool:
    """Whether shares are told of such a number: up to twenty, 25, or round."""
    digits = str(int(whole.value))
    return whole.value / whole.spread <= COMMON or whole.value == 25 or not digits[1:].strip("0")


def _is_year(source: Source, at: int) -> bool:
    text = source.tokens[at].text
    return len(text) == 4 and text.isdecimal() and int(text) in YEARS


class _Link(NamedTuple):
    """What stands between the numbers of a ratio, and the token after it; the sign of a word is empty."""

    end: int
    sign: str = ""


def _link(source: Source, first: Figure) -> _Link | None:
    """The "to", ":", "-" or "/" after the first number of a ratio; none where more numbers follow in the same way."""
    tokens, at = source.tokens, first.end
    index = source.joined(at)
    if index is not None and source.word(index) in source.language.relations.against:
        end = source.joined(index + 1)
        return None if end is None else _Link(end)
    sign = tokens[at].text
    if sign not in SIGNS_OF_RATIOS or not source.attached(at) or not source.attached(at + 1):
        return None
    return None if tokens[at + 2].text == sign and source.attached(at + 2) else _Link(at + 1, sign)


def is_announced(source: Source, at: int, end: int) -> bool:
    """Whether "outnumbered" stands not far before the numbers from one index up to another, or "favourites" after."""
    relations = source.language.relations
    told = source.is_near(at, relations.ratio_words, WORDS_BEFORE_A_RATIO)
    priced = source.word_before(at) in source.language.frame.at and source.is_near(
        at, relations.odds, WORDS_BEFORE_A_RATIO
    )
    return told or priced or source.joined_word(end) in relations.odds


def _is_ratio(source: Source, first: Figure, second: Figure, sign: str) -> bool:
    """Whether two numbers are a ratio without being called so."""
    if sign == ":":
        return True
    if sign in SLASHES and sign:
        return first.value == second.value == 50
    if sign:
        return first.value >= second.value and first.value + second.value == 100
    return first.value > second.value and (second.value == 1 or not source.prose)
