"""Numbers from one to another, and numbers of something: 10-12, between 5 and 7 per cent, aged 42, 12 per 100,000."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.numeral import Form, Kind, Numeral
from factcheck.rounding import decimal
from factcheck.text.amount import PLAIN, amount_at, numeral_of, unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.relation import YEARS
from factcheck.text.scales import scale_words
from factcheck.text.source import Amount, Figure, Match, Source
from factcheck.text.tokens import DASHES, HYPHENS
from factcheck.text.vocabulary import RangeOpener, Words

WIDEST_OF_CHANGES = 4  # the ends of "by 10% to 40%"


class Pair(NamedTuple):
    """Two amounts with what they share: 4 to 5 million."""

    low: Amount
    high: Amount

    @property
    def is_range(self) -> bool:
        """Whether the two are in one unit, and the second is the greater."""
        low, high = numeral_of(self.low), numeral_of(self.high)
        return (low.kind, low.unit) == (high.kind, high.unit) and low.exact_value < high.exact_value


def range_match(source: Source, at: int) -> Match | None:
    """10-12, 10 to 12, between 10 and 12, £3.2bn-£4bn, 5 to 7 per cent; aged 16 to 24, aged 42."""
    opener = source.language.relations.range_openers.match(source.tokens, at)
    links, unit = RangeOpener(source.language.relations.to) if opener is None else opener.meant
    start = at if opener is None else opener.end
    first = amount_at(source, start)
    if first is None or (opener is not None and not source.spaced(start)):
        return None
    pair = _pair(source, first, links, opened=opener is not None)
    if pair is not None and unit is not None and pair.high.unit is PLAIN:
        pair = Pair(pair.low._replace(unit=unit), pair.high._replace(unit=unit))
    if pair is not None and pair.is_range and not _is_no_range(source, at, pair, opened=opener is not None):
        between = source.language.relations.to.isdisjoint(
            links
        )  # "between" belongs to the number, "ranging from" does not
        return Match(_range(source, pair), at if between and unit is None else start, pair.high.end, pair.high.end)
    if unit is None or first.unit not in (PLAIN, unit):
        return None
    return Match(numeral_of(first._replace(unit=unit)), start, first.end, first.end)


def source_match(source: Source, at: int) -> Match | None:
    """The first number of "from 5 to 7 per cent", with what it shares with the second: where something was."""
    if not source.prose or source.word(at) not in source.language.relations.sources:
        return None
    first = amount_at(source, at + 1)
    pair = None if first is None else _pair(source, first, source.language.relations.targets, opened=True)
    if pair is None or _years(pair) or pair.low.unit == PLAIN:
        return None
    return Match(numeral_of(pair.low), pair.low.start, pair.low.end, pair.low.end)


def rate_match(source: Source, at: int) -> Match | None:
    """12 per 100,000, £30 a head, 5 to 7 per cent a year, 12 deaths per 100,000 people."""
    base = range_match(source, at)
    if base is None or base.numeral.kind is not Kind.RANGE:
        amount = amount_at(source, at)
        base = None if amount is None else Match(numeral_of(amount), at, amount.end, amount.end)
    if base is None:
        return None
    rate = _rate(source, base.stop) or _rate_of_noun(source, base) or _rate_in_letters(source, base)
    if rate is None:
        return None
    return Match(_per(base.numeral, rate), base.start, rate.stop, rate.end)


def _pair(source: Source, first: Amount, links: Words, *, opened: bool) -> Pair | None:
    """The amount with another that a dash or a word links to it."""
    tokens, at = source.tokens, first.end
    dangling = _after_dangling_hyphen(source, at)
    if dangling is None and tokens[at].text in DASHES and tokens[at].text:
        apart = source.spaced(at)
        if apart != source.spaced(at + 1) or not (apart or source.attached(at + 1)):
            return None
        second = amount_at(source, at + 1)
        if apart and source.prose and not opened and (second is None or second.unit == PLAIN):
            return None
    else:
        apart = False
        second = None
    if second is None:
        link = dangling or source.joined(at)
        index = None if link is None or source.word(link) not in links else source.joined(link + 1)
        second = None if index is None else amount_at(source, index)
    return None if second is None else _sharing(first, second)


def _after_dangling_hyphen(source: Source, at: int) -> int | None:
    """The index after the hyphen of "16- to 24-year-olds"; None where no such hyphen stands."""
    hyphen = source.tokens[at].text in HYPHENS and source.attached(at) and source.spaced(at + 1)
    return at + 1 if hyphen and source.tokens[at].text else None


def _sharing(first: Amount, second: Amount) -> Pair:
    """The pair with the scale and unit of the one where the other has none: £10-12m, 5 to 7 per cent."""
    figure, other = first.figure, second.figure
    if figure.spread == 1 != other.spread and figure.value < other.value / other.spread:
        quantum = figure.quantum if other.form is Form.WORDS else figure.quantum * other.spread
        form = other.form if figure.form is not Form.ROUND else figure.form
        figure = Figure(figure.value * other.spread, quantum, form, figure.end, other.scale, other.spread)
    units = first.unit, second.unit
    if units[0] == PLAIN and not second.priced:
        units = units[1], units[1]
    elif units[1] == PLAIN and first.priced:
        units = units[0], units[0]
    return Pair(first._replace(figure=figure, unit=units[0]), second._replace(unit=units[1]))


def _is_no_range(source: Source, at: int, pair: Pair, *, opened: bool) -> bool:
    """In prose "from 5 to 7" tells of two times, and 2015 to 2018 are years."""
    if not source.prose:
        return False
    before, frame = source.before(at), source.language.frame
    if opened or before is None:
        return _years(pair)
    moved = before.lower in frame.by or before.lower in frame.directions_before  # fell by 40 to 120
    relations, link = source.language.relations, source.tokens[pair.low.end].text
    plain = pair.high.unit == PLAIN and link not in DASHES
    own = all(amount.priced or amount.end > amount.figure.end for amount in pair)
    risen = (moved or before.lower in frame.moves) and own and pair.low.unit.kind is Kind.MONEY  # rose 14p to 322p
    risen = risen or (own and _is_changed(source, at) and _is_level(source, pair))
    led = before.lower in relations.sources and (link in relations.targets or link in DASHES)
    return led or (moved and plain) or risen or _years(pair)


def _is_changed(source: Source, at: int) -> bool:
    """Whether "by", or a verb or noun of change, ends before an index."""
    frame = source.language.frame
    changed = frame.directions_before.match(source.tokens, at - 1)
    return source.word_before(at) in frame.by or (changed is not None and changed.end == at)


def _is_level(source: Source, pair: Pair) -> bool:
    """Whether the second number is so much more, or has an older one behind it, that the two are no range.

    "Rise by 5% to 7%" may be a range; "rising by 13% to 76%" is none, nor is "by 5% to 7% from 6%".
    """
    low, high = (numeral_of(amount).exact_value for amount in pair)
    if high > low * WIDEST_OF_CHANGES:
        return True
    index = source.joined(pair.high.end)
    older = None
    if index is not None and source.word(index) in source.language.relations.sources:
        older = amount_at(source, index + 1)
    return older is not None and older.unit == pair.high.unit


def _years(pair: Pair) -> bool:
    """Whether both numbers look like years."""
    values = (pair.low.figure.value, pair.high.figure.value)
    return pair.high.unit == PLAIN and all(value in YEARS for value in values)


def _range(source: Source, pair: Pair) -> Numeral:
    low, high = (_told(source, amount) for amount in pair)
    return replace(high, surface="", kind=Kind.RANGE, value=None, ends=(low, high), start=0, end=0)


def _told(source: Source, amount: Amount) -> Numeral:
    """One end of a range, with its own words and place."""
    start, end = source.tokens[amount.start].start, source.tokens[amount.end - 1].end
    words = source.words(amount.start, amount.end)
    return replace(numeral_of(amount), surface=words, phrase=words, start=start, end=end)


class _Rate(NamedTuple):
    """What a number is told per: `per` of them, by name; the name stands up to `stop`."""

    per: Fraction
    name: str
    stop: int
    end: int


def _rate(source: Source, at: int) -> _Rate | None:
    """Per 100,000 people, per household, a head, an hour."""
    units, index = source.language.units, source.joined(at)
    if index is None:
        return None
    word, following = source.word(index), source.joined(index + 1)
    if following is None:
        return None
    noun = source.word(following)
    if word in source.language.numbers.articles and noun in units.rate_nouns:
        lapse = units.words.match(source.tokens, following)
        far = source.joined_word(following + 1) in units.distances
        if far and lapse is not None and lapse.meant.kind is Kind.DURATION:
            return None
        return _Rate(Fraction(1), units.rate_nouns[noun], following + 1, following + 1)
    if word not in units.per:
        return None
    return _per_so_many(source, following) or (
        _Rate(Fraction(1), units.rate_nouns.get(noun, noun), following + 1, following + 1) if noun else None
    )


def _per_so_many(source: Source, at: int) -> _Rate | None:
    """100,000 people, thousand, behind "per"."""
    units, figure = source.language.units, figure_at(source, at)
    if figure is not None and figure.value > 0:
        unit = unit_at(source, figure.end, figure)
        if unit is not None:
            return _Rate(figure.value, f"{_digits(figure)} {unit.meant.name}", unit.end, unit.end)
        per, name, end = figure.value, _digits(figure), figure.end
    else:
        scale, end = scale_words(source, at)
        per, name = Fraction(scale), decimal(Fraction(scale), 0)
        if scale == 1:
            return None
    return _Rate(per, name, end, end + 1 if source.joined_word(end) in units.populations else end)


def _digits(figure: Figure) -> str:
    return decimal(figure.value, max(len(str(figure.quantum.denominator)) - 1, 0))


def _rate_of_noun(source: Source, base: Match) -> _Rate | None:
    """The rate of "12 deaths per 100,000", where the noun is what is counted."""
    index = source.joined(base.stop)
    if base.numeral.kind is not Kind.COUNT or index is None or not source.word(index):
        return None
    rate = _rate(source, index + 1)
    return rate if rate is not None and rate.per > 1 else None


def _rate_in_letters(source: Source, base: Match) -> _Rate | None:
    """The rate of a price that ends with letters for it: £649pp, £950pcm."""
    name = source.language.units.rate_endings.get(source.tokens[base.stop].lower)
    if name is None or not source.attached(base.stop) or base.numeral.kind is not Kind.MONEY:
        return None
    return _Rate(Fraction(1), name, base.stop + 1, base.stop + 1)


def _per(numeral: Numeral, rate: _Rate) -> Numeral:
    """The numeral as a rate."""
    unit = f"{numeral.unit} per {rate.name}".strip()
    if numeral.ends is not None:
        low, high = numeral.ends
        return replace(numeral, unit=unit, per=rate.per, ends=(_per(low, rate), _per(high, rate)))
    return replace(numeral, kind=Kind.RATE, unit=unit, per=rate.per)
