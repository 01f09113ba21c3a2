"""What looks like a number and counts nothing: scores and years; dates and times are in `date.py`, codes in `codes.py`."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text import openings
from factcheck.text.amount import unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.codes import CODES, LABELS, is_led_to_a_code, is_touched
from factcheck.text.date import DATES, number_in, quarter_match, time_match, whole_number
from factcheck.text.dispatch import Dispatch, Production
from factcheck.text.following import following_of
from factcheck.text.language import Language
from factcheck.text.plural import is_plural
from factcheck.text.relation import YEARS, is_announced
from factcheck.text.source import Match, Source
from factcheck.text.tokens import DASHES, SLASHES, Shape, is_hyphen
from factcheck.text.vocabulary import ONE
from factcheck.text.wickets import wickets_match

LENGTH_OF_A_YEAR = 4
RECENT = frozenset(range(1900, 2101))
SIGNS_OF_SCORES = frozenset({*DASHES, ":"})
WORDS_OF_A_BALLOT = 3
DIGITS_OF_A_SCORE, EVEN = 3, 50  # "a 50-50 vote" is no score


def apart_match(source: Source, at: int) -> Match | None:
    """The date, time, year, score or code that starts with the token at an index."""
    token = source.tokens[at]
    if token.shape is Shape.DIGITS and not _may_count_nothing(source, at):
        return None
    if token.word in source.language.numbers.ones and token.text == token.lower and _is_plain_word(source, at):
        return None
    for read in _forms_of(source.language).at(token):
        match = read(source, at)
        if match is not None:
            return match
    return None


def _may_count_nothing(source: Source, at: int) -> bool:
    """Whether digits may be part of a date, a time, a year, a score or a code, by what stands around them."""
    tokens, following = source.tokens, source.tokens[at + 1]
    if following.lower in following_of(source.language).apart or following.text[:1].isupper():
        return True
    token = tokens[at]
    year = len(token.text) == LENGTH_OF_A_YEAR and number_in(source, at) in YEARS
    touched = not following.gap and following.shape not in (Shape.SIGN, Shape.END)
    return year or touched or token.text[0] == "0" or is_led_to_a_code(source, at)


def _is_plain_word(source: Source, at: int) -> bool:
    """Whether a number in words goes on to nothing, by what stands after it: no nine o'clock, no nine hundredth."""
    following, words = source.tokens[at + 1], following_of(source.language)
    linked = following.lower in words.apart or following.lower in words.links
    return following.gap != "" and not linked and words.digits_end(following)


@cache
def _forms_of(language: Language) -> Dispatch[Match]:
    """What counts nothing in a language, by what it begins with."""
    return Dispatch(language, FORMS)


def _years(source: Source, at: int) -> Match | None:
    """2017-18, 2017/18, 2015–2018."""
    first, tokens = whole_number(source, at), source.tokens
    if first not in YEARS or len(tokens[at].text) != 4 or tokens[at + 1].text not in (*DASHES, *SLASHES):
        return None
    second = number_in(source, at + 2) if source.attached(at + 1) and source.attached(at + 2) else None
    length = len(tokens[at + 2].text)
    if second is None or not (length == 2 or (length == 4 and second in YEARS)) or _has_unit(source, at + 2):
        return None
    return Match(Numeral("", Kind.YEAR, None), at, at + 3, at + 3)


def _decade(source: Source, at: int) -> Match | None:
    """The 1990s, the '90s, the mid-90s; in his 30s, in her mid-30s."""
    number, tokens, apart = whole_number(source, at), source.tokens, source.language.apart
    length, end = len(tokens[at].text), at + 2
    if number is None or number % 10 or length not in (2, 4) or tokens[at + 1].gap:
        return None
    if tokens[at + 1].lower not in apart.decade_endings:
        return None
    if length == 2 and _is_owned(source, at):
        return _in_the_ages(source, number, at, end)
    return Match(Numeral("", Kind.YEAR, None), at, end, end)


def _in_the_ages(source: Source, number: int, at: int, end: int) -> Match:
    ages = Interval(Fraction(number), Fraction(number + 10), high_open=True)
    numeral = Numeral("", Kind.AGE, None, unit=source.language.frame.age_unit.name, band=Meaning.of(ages))
    return Match(numeral, at, end, end)


def _decade_in_words(source: Source, at: int) -> Match | None:
    """Her thirties; the swinging sixties."""
    apart, before = source.language.apart, source.word_before(at)
    if _is_owned(source, at):
        return _in_the_ages(source, apart.decades[source.word(at)], at, at + 1)
    led = before in apart.determiners or source.word_before(at - 1) in apart.determiners
    return Match(Numeral("", Kind.YEAR, None), at, at + 1, at + 1) if led else None


def _is_owned(source: Source, at: int) -> bool:
    """Whether "his", or "her mid-", stands before an index."""
    apart, word = source.language.apart, source.word_before(at)
    if word in apart.parts_of_decades:
        word = source.word_before(at - 2 if is_hyphen(source.tokens, at - 1) else at - 1)
    return word in apart.owners


def _score(source: Source, at: int) -> Match | None:
    """A 5-4 vote, a 2-1 win, won 3 to 1."""
    tokens, first = source.tokens, whole_number(source, at)
    if first is None or len(tokens[at].text) > DIGITS_OF_A_SCORE:
        return None
    dash = tokens[at + 1].text in SIGNS_OF_SCORES and source.attached(at + 1) and source.attached(at + 2)
    if not dash and source.joined_word(at + 1) not in source.language.relations.against:
        return None
    second = number_in(source, at + 2)
    if second is None or len(tokens[at + 2].text) > DIGITS_OF_A_SCORE or _has_unit(source, at + 2):
        return None
    if dash and tokens[at + 3].text in SLASHES and source.attached(at + 3) and source.attached(at + 4):
        return None  # 29-3/8
    if first == second == EVEN:
        return None
    announced = is_announced(source, at, at + 3)
    told = (_near(source, at) or _is_of_a_ballot(source, at)) and not announced
    if announced or (not told and (not dash or tokens[at + 1].text == ":" or first <= second or first + second == 100)):
        return None
    return Match(Numeral("", Kind.SCORE, None, terms=(Fraction(first), Fraction(second))), at, at + 3, at + 3)


def _near(source: Source, at: int) -> bool:
    """Whether a word of votes or matches stands near."""
    words = source.language.apart.scores
    around = (*source.tokens[max(0, at - 3) : at], *source.tokens[at + 3 : at + 5])
    return any(token.lower in words for token in around)


def _is_of_a_ballot(source: Source, at: int) -> bool:
    """Whether "passed by" or the like stands before an index."""
    by = source.word_before(at) in source.language.frame.by
    return by and source.is_near(at, source.language.apart.ballots, WORDS_OF_A_BALLOT)


def _has_unit(source: Source, at: int) -> bool:
    figure = figure_at(source, at)
    return figure is not None and (figure.scale != ONE or unit_at(source, figure.end, figure) is not None)


def _year(source: Source, at: int) -> Match | None:
    """2017 where nothing is counted by it."""
    number, tokens, before = whole_number(source, at), source.tokens, source.before(at)
    if (
        number is None
        or number not in YEARS
        or len(tokens[at].text) != 4
        or _has_unit(source, at)
        or is_touched(source, at + 1)
    ):
        return None
    if is_plural(source, at + 1):
        apart, led = source.language.apart, "" if before is None else before.lower
        named = led in apart.determiners and (number % 100 > 0 or tokens[at + 1].text[0].isupper())
        if not (led in apart.before_years or named) or number not in RECENT:
            return None
    return Match(Numeral("", Kind.YEAR, Fraction(number), form=Form.DIGITS), at, at + 1, at + 1)


FORMS = (  # the first that fits is meant
    Production(quarter_match, openings.quarters),
    *LABELS,
    Production(time_match, openings.times),
    *DATES,
    *CODES,
    Production(_years, openings.digits),
    Production(_decade, openings.digits),
    Production(_decade_in_words, openings.decades),
    Production(_score, openings.digits),
    Production(wickets_match, openings.wickets),
    Production(_year, openings.digits),
)
