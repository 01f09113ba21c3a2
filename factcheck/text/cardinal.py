"""Bare numbers in digits and words, with their scale: 1,628; 2½; twenty-three; half a million; 3.2bn."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.numeral import Form
from factcheck.text import openings
from factcheck.text.dispatch import Dispatch, Production, longest
from factcheck.text.following import following_of
from factcheck.text.language import Language
from factcheck.text.part import Part, glued_number, part_at, small_at
from factcheck.text.power import bare_power, times_power
from factcheck.text.scales import named, scale_words, short_scale
from factcheck.text.source import Figure, Source
from factcheck.text.tokens import HARD_SPACES, LONGEST, Marks, Shape, is_hyphen
from factcheck.text.vocabulary import ONE

MILLION = 10**6
MAXIMUM_GROUPS = LONGEST // 3
MOST_BEFORE_A_FRACTION = 1000  # of 29-3/8
EIGHTHS = frozenset({2, 3, 4, 8, 16, 32, 64})
MOST_KNOWN = 4096  # numbers in digits whose value is remembered


def figure_at(source: Source, at: int) -> Figure | None:
    """The longest number that starts with the token at an index."""
    if at not in source.figures:
        readings = forms_of(source.language).at(source.tokens[at])
        source.figures[at] = longest(read(source, at) for read in readings) if readings else None
    return source.figures[at]


@cache
def forms_of(language: Language) -> Dispatch[Figure]:
    """The forms of a bare number in a language, by what they begin with."""
    return Dispatch(language, FORMS)


def _digits(source: Source, at: int) -> Figure | None:
    """A number that begins with digits; of most nothing goes on."""
    plain = following_of(source.language).digits_end(source.tokens[at + 1])
    digits, end = (source.tokens[at].text, at + 1) if plain else _grouped(source, at)
    value = _value(digits, source.language.numbers.marks)
    figure = None if value is None else Figure(*value, Form.DIGITS, end)
    if plain or figure is None:
        return figure
    return times_power(source, figure) or _and_a_half(source, _scaled(source, _mixed(source, figure)))


@lru_cache(MOST_KNOWN)
def _value(digits: str, marks: Marks) -> tuple[Fraction, Fraction] | None:
    """The value and the quantum of digits; None where they begin with a zero that means nothing."""
    for mark in marks.group:
        digits = digits.replace(mark, "")
    for mark in marks.decimal:
        digits = digits.replace(mark, ".")
    whole, _, decimals = digits.partition(".")
    if len(whole) > 1 and whole.startswith("0"):
        return None
    quantum = Fraction(1, 10 ** len(decimals))
    return int(whole + decimals) * quantum, quantum


def _grouped(source: Source, at: int) -> tuple[str, int]:
    """The digits of a number whose groups of three are set off by spaces, and the index after it.

    Any hard space will do; ordinary ones only if there are two, or a unit follows: "in 2017 300 people" is two numbers.
    """
    tokens = source.tokens
    digits, end = tokens[at].text, at + 1
    if not (digits.isdecimal() and len(digits) <= 3) or digits.startswith("0"):
        return digits, end
    hard = tokens[end].gap in HARD_SPACES
    groups: list[str] = []
    while len(groups) < MAXIMUM_GROUPS and _is_group(source, end, hard=hard):
        groups.append(tokens[end].text)
        end += 1
        if not groups[-1].isdecimal():
            break
    units = source.language.units
    has_unit = units.words.match(tokens, end) is not None or units.symbols.match(tokens, end) is not None
    if len(groups) == 1 and not hard and not has_unit:
        return digits, at + 1
    return digits + "".join(groups), end


def _is_group(source: Source, at: int, *, hard: bool) -> bool:
    token = source.tokens[at]
    if token.shape is not Shape.DIGITS or not token.gap or (token.gap not in HARD_SPACES if hard else token.gap != " "):
        return False
    decimals = token.text[3:4]
    return token.text[:3].isdecimal() and (not decimals or decimals in source.language.numbers.marks.decimal)


def _mixed(source: Source, figure: Figure) -> Figure:
    """The number with a part of one after it: 2½, 2 1/2, 29-3/8, two and a half."""
    at, tokens = figure.end, source.tokens
    part = None
    if figure.quantum == 1 and (tokens[at].shape is Shape.VULGAR or source.spaced(at)):
        part = part_at(source, at)
        if part is not None and part.in_words:
            part = None
    elif figure.quantum == 1 and is_hyphen(tokens, at) and figure.value < MOST_BEFORE_A_FRACTION:
        part = part_at(source, at + 1)
        part = None if part is None or part.in_words or part.denominator not in EIGHTHS else part
    if part is None:
        part = _and_part(source, at)
    if part is None or figure.quantum != 1 or part.value >= 1:
        return figure
    return Figure(figure.value + part.value, Fraction(1, part.denominator), Form.ROUND, part.end)


def _and_part(source: Source, at: int) -> Part | None:
    """The "and a half" of "two and a half"; other parts than halves and quarters not in prose ("20, and a third …")."""
    conjunction = source.joined(at)
    if conjunction is None or source.word(conjunction) not in source.language.numbers.conjunctions:
        return None
    start = source.joined(conjunction + 1)
    part = None if start is None else part_at(source, start)
    if start is None or part is None or not part.in_words:
        return None
    doubtful = part.denominator not in (2, 4) or source.word(start) in source.language.numbers.halves
    return None if source.prose and doubtful else part


def _scaled(source: Source, figure: Figure) -> Figure:
    """The number with the scale words and marks after it: 1.6 million, 3.2bn, 5 thousand million."""
    scale, end = short_scale(source, figure.end)
    if end == figure.end:
        dozen = named(source, end, source.language.numbers.dozens)
        if dozen is not None:
            return figure._replace(value=figure.value * dozen.value, end=dozen.end, spread=Fraction(dozen.value))
        scale, end = scale_words(source, figure.end)
    if scale == 1:
        return figure
    form = figure.form if figure.form is Form.ROUND else Form.SCALED
    return Figure(figure.value * scale, figure.quantum * scale, form, end, Fraction(scale), Fraction(scale))


def _words(source: Source, at: int) -> Figure | None:
    """A number in words: the longest beginning that is one."""
    numbers, word = source.language.numbers, source.word(at)
    if word in numbers.ones and not numbers.glued and following_of(source.language).digits_end(source.tokens[at + 1]):
        return Figure(Fraction(numbers.ones[word]), ONE, Form.WORDS, at + 1)
    told = numbers.mixed.get(word)
    if told is not None:
        return _scaled(source, Figure(told, Fraction(1, told.denominator), Form.ROUND, at + 1))
    group = _group(source, at)
    if group is None:
        return None
    dozen = named(source, group.end, numbers.dozens)
    if dozen is not None and group.value < 100:
        return Figure(Fraction(group.value * dozen.value), ONE, Form.WORDS, dozen.end, ONE, Fraction(dozen.value))
    if group.value < 100 and not group.article:
        point = _decimals(source, group)
        if point is not None:
            return _scaled(source, point)
        mixed = _mixed(source, Figure(Fraction(group.value), ONE, Form.WORDS, group.end))
        if mixed.form is Form.ROUND:
            return _scaled(source, mixed)
    return _and_a_half(source, _sum_of_groups(source, group))


class _Group(NamedTuple):
    """A number below a thousand in words; `spread` is 100 where it ends with the word."""

    value: int
    end: int
    spread: int = 1
    article: bool = False


def _sum_of_groups(source: Source, group: _Group) -> Figure:
    """Groups with falling scales: two million three hundred thousand and five."""
    scale, end = scale_words(source, group.end)
    total, spread, article = group.value * scale, group.spread * scale, group.article
    following = None if scale == 1 else _next_group(source, end, scale)
    while following is not None:
        limit = scale
        scale, end = scale_words(source, following.end, limit)
        total, spread, article = total + following.value * scale, 1, False
        following = None if scale == 1 else _next_group(source, end, scale)
    return _told(total, scale, spread, end, article=article)


def _told(total: int, scale: int, spread: int, end: int, *, article: bool) -> Figure:
    """How exactly a number in words is meant: below a million, or to its last unit, every word counts."""
    if total < MILLION or scale == 1:
        return Figure(Fraction(total), ONE, Form.WORDS, end, Fraction(scale), Fraction(spread))
    form = Form.ROUND if article else Form.SCALED
    return Figure(Fraction(total), Fraction(scale), form, end, Fraction(scale), Fraction(spread))


def _next_group(source: Source, at: int, limit: int) -> _Group | None:
    """The group that goes on after a scale word: "and five", "two hundred thousand", ", two hundred thousand"."""
    comma = source.tokens[at].text == "," and source.attached(at)
    index = source.joined(at + 1) if comma else source.joined(at)
    if index is not None and source.word(index) in source.language.numbers.conjunctions:
        index = source.joined(index + 1)
    group = None if index is None else _group(source, index)
    if group is None or group.value == 0:
        return None
    scale, _ = scale_words(source, group.end, limit)
    fits = scale > 1 or scale_words(source, group.end)[0] == 1
    short = comma and scale == 1 and group.value < 100
    return group if fits and not short and not group.article else None


def _group(source: Source, at: int) -> _Group | None:
    """A number below a thousand, or an article where a scale word or a dozen follows."""
    numbers, word = source.language.numbers, source.word(at)
    if word in numbers.articles:
        hundred = named(source, at + 1, numbers.hundreds)
        if hundred is not None:
            return _after_hundred(source, hundred.value, hundred.end, article=True)
        scale = named(source, at + 1, numbers.scales) or named(source, at + 1, numbers.dozens)
        return None if scale is None else _Group(1, at + 1, article=True)
    small, glued = small_at(source, at), glued_number(source, at)
    if glued is not None and (small is None or small[1] == at + 1):
        return _Group(glued.value, at + 1, glued.spread)
    if small is None:
        return None
    value, end = small
    hundred = named(source, end, numbers.hundreds)
    if hundred is None or value == 0:
        return _Group(value, end)
    return _after_hundred(source, value * hundred.value, hundred.end)


def _after_hundred(source: Source, value: int, end: int, *, article: bool = False) -> _Group:
    """The rest of a group after its hundreds: "and five", "twenty-three"."""
    numbers = source.language.numbers
    index = source.joined(end)
    if index is not None and source.word(index) in numbers.conjunctions:
        index = source.joined(index + 1)
    small = None if index is None else small_at(source, index)
    if small is None or small[0] == 0 or named(source, small[1], numbers.hundreds) is not None:
        return _Group(value, end, 100, article)
    return _Group(value + small[0], small[1], article=article)


def _decimals(source: Source, group: _Group) -> Figure | None:
    """The number with decimals in words: two point five, zero point two five."""
    numbers = source.language.numbers
    index = source.joined(group.end)
    if index is None or source.word(index) not in numbers.points:
        return None
    digits, end = "", index + 1
    while len(digits) < LONGEST:
        digit = named(source, end, numbers.ones)
        if digit is None or digit.value > 9:
            break
        digits, end = digits + str(digit.value), digit.end
    quantum = Fraction(1, 10 ** len(digits))
    return Figure(group.value + int(digits) * quantum, quantum, Form.WORDS, end) if digits else None


def _and_a_half(source: Source, figure: Figure) -> Figure:
    """A number with a scale and half as much again: a million and a half."""
    if figure.scale < 1000 or figure.value != figure.scale:
        return figure
    part = _and_part(source, figure.end)
    if part is None:
        return figure
    scale = figure.scale
    return Figure((1 + part.value) * scale, scale / part.denominator, Form.ROUND, part.end, scale, scale)


def _part_of_scale(source: Source, at: int) -> Figure | None:
    """Half a million, a quarter of a million, ¾ million, half a dozen."""
    numbers, part = source.language.numbers, part_at(source, at)
    if part is None:
        return None
    end = part.end
    for words in (numbers.of, numbers.articles):
        index = source.joined(end)
        if index is not None and source.word(index) in words:
            end = index + 1
    dozen = named(source, end, numbers.dozens)
    if dozen is not None:
        value = part.value * dozen.value
        return Figure(value, ONE, Form.WORDS, dozen.end) if value.denominator == 1 else None
    short, stop = (1, end) if part.in_words else short_scale(source, end)
    scale, end = scale_words(source, end) if short == 1 else (short, stop)
    if scale == 1:
        return None
    worth = Fraction(scale)
    return Figure(part.value * worth, worth / part.denominator, Form.ROUND, end, worth, worth)


FORMS = (
    Production(_digits, openings.digits),
    Production(bare_power, openings.digits),
    Production(_words, openings.number_words),
    Production(_part_of_scale, openings.parts),
)
