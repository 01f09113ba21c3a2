"""Numbers with their sign and unit: -5, £3.2bn, 32.6 per cent, nine months, 42-year-old, half an hour."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.numeral import Form, Kind, Numeral, place_of
from factcheck.text import openings
from factcheck.text.cardinal import figure_at
from factcheck.text.dispatch import Dispatch, Production, longest
from factcheck.text.following import following_of
from factcheck.text.language import Language
from factcheck.text.part import part_at
from factcheck.text.phrases import Found
from factcheck.text.source import Amount, Figure, Match, Source
from factcheck.text.tokens import MINUSES, Shape
from factcheck.text.vocabulary import ONE, Unit

PLAIN = Unit(Kind.COUNT)
COUNTED = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE})
SMALLER = {  # in what the rest of a greater unit is told, and how many of them it has: 5ft 4in
    "ft": ("inch", 12),
    "lb": ("oz", 16),
    "stone": ("lb", 14),
    "year": ("month", 12),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
WORDS_OF_A_SHARE = 8  # from "swing" to "seven points"
AGES_APART = 3  # at most, of "five and six year olds"
SEATS = 4  # tokens around "14C" among which "14D" tells that the letter is one of a row


def amount_at(source: Source, at: int) -> Amount | None:
    """The longest number with sign and unit that starts with the token at an index."""
    if at not in source.amounts:
        readings = forms_of(source.language).at(source.tokens[at])
        source.amounts[at] = longest(read(source, at) for read in readings) if readings else None
    return source.amounts[at]


@cache
def forms_of(language: Language) -> Dispatch[Amount]:
    """The forms of an amount in a language, by what they begin with."""
    return Dispatch(language, FORMS)


def numeral_of(amount: Amount) -> Numeral:
    """The numeral of an amount, its text still to be filled in."""
    figure, unit = amount.figure, amount.unit
    value, quantum, scale = figure.value, figure.quantum, figure.scale
    if unit.factor is not ONE:
        value, quantum = value * unit.factor, quantum * unit.factor
        scale = unit.factor if scale is ONE else scale * unit.factor
    return Numeral(
        surface="",
        kind=unit.kind,
        value=value,
        quantum=quantum,
        place=place_of(value, quantum),
        form=figure.form,
        scale=scale,
        unit=unit.name,
    )


def amount_match(source: Source, at: int) -> Match | None:
    """The amount at an index as a numeral of its own."""
    amount = amount_at(source, at)
    return None if amount is None else match_of(amount)


def match_of(amount: Amount) -> Match:
    """An amount as a numeral of its own."""
    return Match(numeral_of(amount), amount.start, amount.end, amount.end)


def unit_at(source: Source, at: int, figure: Figure) -> Found[Unit] | None:
    """The unit after a figure that ends before an index; None where there is none."""
    if source.tokens[at].lower not in following_of(source.language).units or _is_of_the_next(source, at):
        return None
    symbol = _symbol_at(source, at)
    named = _unit_word_at(source, at, figure)
    if symbol is None or (named is not None and named.end > symbol.end):
        return named
    return symbol


def _is_of_the_next(source: Source, at: int) -> bool:
    """Whether a currency sign stands at the number behind it: "1,032 £1m homes"."""
    if source.attached(at) or source.language.units.currency_signs.match(source.tokens, at) is None:
        return False
    return source.attached(at + 1) and source.tokens[at + 1].shape is Shape.DIGITS


def _symbol_at(source: Source, at: int) -> Found[Unit] | None:
    """The symbol of a unit after a figure: 30p, 5 km."""
    units, tokens = source.language.units, source.tokens
    if source.attached(at) or source.spaced(at):
        symbol = units.symbols.match(tokens, at)
        apart = symbol is not None and symbol.meant.kind is Kind.MEASURE and tokens[at].text not in units.touching
        if symbol is not None and (source.attached(at) or apart) and not _is_lettered(source, at):
            return symbol
    return None


def _is_lettered(source: Source, at: int) -> bool:
    """Whether a capital after digits is one of several letters, as of seats: 14C and 14D are no temperatures."""
    tokens, letter = source.tokens, source.tokens[at].text
    if len(letter) > 1 or not letter.isupper():
        return False
    near = range(max(1, at - SEATS), min(at + SEATS + 1, len(tokens)))
    others = (tokens[i].text for i in near if tokens[i - 1].shape is Shape.DIGITS and not tokens[i].gap)
    return any(len(other) == 1 and other.isupper() and other not in source.language.units.symbols for other in others)


def _unit_word_at(source: Source, at: int, figure: Figure) -> Found[Unit] | None:
    """The name of a unit after a figure: per cent, months."""
    units, tokens = source.language.units, source.tokens
    index = source.joined(at)
    start = at if index is None else index
    if index is None and not source.attached(at):
        return None
    found = units.words.match(tokens, start)
    if found is None:
        return None
    word = tokens[start].lower
    hyphened = start > at or figure.value == 1
    bare = source.prose and found.end == start + 1 and not hyphened
    if bare and word in units.hyphened and not (word in units.last and _is_last(source, found.end)):
        return None
    if word in units.bare_points and not (source.after_percent or source.is_near(at, units.shares, WORDS_OF_A_SHARE)):
        return None
    return found


def _is_last(source: Source, at: int) -> bool:
    """Whether no noun can go on at an index: weighs nine stone, nine stone and falling; not "nine stone walls"."""
    token = source.tokens[at]
    return token.shape is not Shape.WORD or token.lower in source.language.sentences.function_words


def _sign(source: Source, at: int) -> tuple[int, int]:
    """The sign before a number (1 or -1), and the index after it."""
    token, before = source.tokens[at], source.before(at)
    numbers = source.language.numbers
    if token.lower in numbers.minuses and source.spaced(at + 1):
        either = at > 1 and source.tokens[at - 2].lower in numbers.pluses  # plus or minus three
        return (1, at) if either else (-1, at + 1)
    if token.shape is not Shape.SIGN or token.text not in MINUSES + "+±" or not source.attached(at + 1):
        return 1, at
    if source.prose and not token.gap and before is not None and before.text not in "([“‘\"'/":
        return 1, at
    return (-1 if token.text in MINUSES else 1), at + 1


def _signed(figure: Figure, sign: int) -> Figure:
    return figure if sign == 1 else figure._replace(value=-figure.value)


def _priced(source: Source, at: int) -> Amount | None:
    """A number after a currency sign: £3.2bn, US$5.6bn, -£5, £-5, EUR 50m."""
    sign, start = _sign(source, at)
    currency = source.language.units.currency_signs.match(source.tokens, start)
    if currency is None:
        return None
    second, start = _sign(source, currency.end) if sign == 1 and start == at else (1, currency.end)
    if not (source.attached(start) or source.spaced(start)):
        return None
    figure = figure_at(source, start)
    if figure is None or source.tokens[start].shape is Shape.WORD:
        return None
    figure = _with_loose_scale(source, figure, currency.meant)
    return Amount(_signed(figure, sign * second), currency.meant, at, figure.end, priced=True)


def _with_loose_scale(source: Source, figure: Figure, currency: Unit) -> Figure:
    """After a currency sign a scale mark may stand apart: £10 m; some are of one currency: Rs 5 Cr."""
    numbers, mark, apart = source.language.numbers, source.tokens[figure.end].text, source.spaced(figure.end)
    scale = numbers.short_scales.get(mark) if apart else None
    if apart or source.attached(figure.end):
        scale = numbers.money_scales.get(currency.name, {}).get(mark, scale)
    if scale is None or figure.spread != 1:
        return figure
    form = figure.form if figure.form is Form.ROUND else Form.SCALED
    worth = Fraction(scale)
    return Figure(figure.value * worth, figure.quantum * worth, form, figure.end + 1, worth, worth)


def _measured(source: Source, at: int) -> Amount | None:
    """A number, and the unit after it if there is one: 956, 32.6 per cent, 30p, nine months."""
    sign, start = _sign(source, at)
    figure = figure_at(source, start)
    if figure is None:
        return _one(source, start)
    unit = unit_at(source, figure.end, figure)
    if unit is not None:
        figure, unit = _with_rest(source, figure, unit)
    else:
        unit = _shared_age(source, figure)
    figure = _signed(figure, sign)
    return Amount(figure, PLAIN, at, figure.end) if unit is None else Amount(figure, unit.meant, at, unit.end)


def _shared_age(source: Source, figure: Figure) -> Found[Unit] | None:
    """The unit of an age that stands behind the next number only: five and six year olds."""
    link = source.joined(figure.end)
    if not source.prose or link is None or source.word(link) not in source.language.numbers.conjunctions:
        return None
    index = source.joined(link + 1)
    older = None if index is None else figure_at(source, index)
    if older is None or not 0 < older.value - figure.value <= AGES_APART:
        return None
    unit = unit_at(source, older.end, older)
    return None if unit is None or unit.meant.kind is not Kind.AGE else unit._replace(end=figure.end)


def _with_rest(source: Source, figure: Figure, unit: Found[Unit]) -> tuple[Figure, Found[Unit]]:
    """The figure with the rest that is told in a smaller unit: 5ft 4in, two years and six months."""
    name, parts = SMALLER.get(unit.meant.name, ("", 1))
    start = unit.end if source.attached(unit.end) else source.joined(unit.end)
    if not name or start is None or figure.quantum != 1:
        return figure, unit
    if source.word(start) in source.language.numbers.conjunctions:
        start = source.joined(start + 1)
    rest = None if start is None else figure_at(source, start)
    smaller = None if rest is None else unit_at(source, rest.end, rest)
    if rest is None or smaller is None or smaller.meant.name != name or rest.value >= parts:
        return figure, unit
    if smaller.meant.kind not in (unit.meant.kind, Kind.AGE):
        return figure, unit
    value, quantum = figure.value + rest.value / parts, rest.quantum / parts
    return figure._replace(value=value, quantum=quantum), smaller._replace(
        meant=unit.meant._replace(kind=smaller.meant.kind)
    )


def _one(source: Source, at: int) -> Amount | None:
    """Ein Prozent, einen Euro: an article that counts because of the unit after it; "ein Jahr" is any year."""
    if source.word(at) not in source.language.numbers.weak_ones:
        return None
    figure = Figure(Fraction(1), Fraction(1), Form.WORDS, at + 1)
    unit = unit_at(source, at + 1, figure)
    return Amount(figure, unit.meant, at, unit.end) if unit is not None and unit.meant.kind in COUNTED else None


def _part_of_unit(source: Source, at: int) -> Amount | None:
    """Half an hour, a quarter of a mile, half a per cent, ½ per cent."""
    part = part_at(source, at)
    if part is None:
        return None
    numbers, end = source.language.numbers, part.end
    linked = not part.in_words or source.word(end - 1) in numbers.adjective_halves
    for words in (numbers.of, numbers.articles):
        index = source.joined(end)
        if index is not None and source.word(index) in words:
            end, linked = index + 1, words is numbers.articles
    figure = Figure(part.value, Fraction(1, part.denominator), Form.ROUND, end)
    unit = unit_at(source, end, figure._replace(value=Fraction(1))) if linked else None
    return None if unit is None else Amount(figure, unit.meant, at, unit.end)


def _unit_and_a_half(source: Source, at: int) -> Amount | None:
    """An hour and a half, a year and a quarter."""
    numbers = source.language.numbers
    if source.word(at) not in numbers.articles:
        return None
    one = Figure(Fraction(1), Fraction(1), Form.WORDS, at + 1)
    unit = unit_at(source, at + 1, one)
    conjunction = None if unit is None else source.joined(unit.end)
    if unit is None or conjunction is None or source.word(conjunction) not in numbers.conjunctions:
        return None
    start = source.joined(conjunction + 1)
    part = None if start is None or source.word(start) not in numbers.articles else part_at(source, start)
    if part is None:
        return None
    return Amount(Figure(1 + part.value, Fraction(1, part.denominator), Form.ROUND, part.end), unit.meant, at, part.end)


def _glued(source: Source, at: int) -> Amount | None:
    """A number and its unit in one word: neunmonatig, dreijährig."""
    word, ones = source.word(at), source.language.numbers.ones
    for ending, unit in source.language.units.glued.items():
        stem = word.removesuffix(ending)
        if stem != word and stem in ones:
            return Amount(Figure(Fraction(ones[stem]), Fraction(1), Form.WORDS, at + 1), unit, at, at + 1)
    return None


FORMS = (
    Production(_priced, openings.prices),
    Production(_measured, openings.measures),
    Production(_part_of_unit, openings.parts),
    Production(_unit_and_a_half, openings.articles),
    Production(_glued, openings.glued_amounts),
)
