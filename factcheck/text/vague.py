"""Words that say no exact number, and words for nothing and everything: dozens, most; none, both, all."""

from __future__ import annotations

from fractions import Fraction

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.cardinal import figure_at
from factcheck.text.plural import is_plural
from factcheck.text.scales import MOST_SCALES
from factcheck.text.source import Match, Source

ZERO, ONE, HUNDREDTH = Fraction(0), Fraction(1), Fraction(1, 100)


def vague_match(source: Source, at: int) -> Match | None:
    """A couple, several, dozens, tens of thousands, several hundred; most, a minority."""
    vague, tokens = source.language.vague, source.tokens
    scalable = vague.scalable.match(tokens, at)
    if scalable is not None:
        return _scaled(source, at, scalable.meant, scalable.end)
    amount = vague.amounts.match(tokens, at)
    lone = amount is not None and source.prose and source.word(at) in vague.with_of
    if amount is not None and not (lone and source.joined_word(amount.end) not in source.language.numbers.of):
        return Match(_vague(amount.meant), at, amount.end, amount.end)
    share = vague.shares.match(tokens, at)
    if share is None or (source.prose and _is_no_share(source, at, share.end)):
        return None
    return Match(_vague(share.meant), at, share.end, share.end)


def _is_no_share(source: Source, at: int, end: int) -> bool:
    """Whether one word is told of no things, or of so many votes: a majority of 12."""
    return _is_margin(source, end) or (end == at + 1 and not _counts_things(source, end))


def _is_margin(source: Source, at: int) -> bool:
    """Whether "of" and a number go on a word such as "majority" before an index."""
    of = source.joined(at) if source.word(at - 1) in source.language.vague.margins else None
    index = None if of is None or source.word(of) not in source.language.numbers.of else source.joined(of + 1)
    return index is not None and figure_at(source, index) is not None


def total_match(source: Source, at: int) -> Match | None:
    """None, nil, no cases; both; all, all 12."""
    vague, word, end = source.language.vague, source.word(at), at + 1
    if word not in vague.nothing | vague.both | vague.everything:
        return None
    if source.prose and word not in vague.surely and not _counts_things(source, end):
        return _all_of_them(source, at) if word in vague.everything else None
    if word in vague.nothing:
        return Match(Numeral("", Kind.COUNT, ZERO, form=Form.EXACT), at, end, end)
    if word in vague.both:
        return Match(Numeral("", Kind.COUNT, Fraction(2), place=ONE, form=Form.EXACT), at, end, end)
    everything = Numeral("", Kind.PERCENT, ONE, HUNDREDTH, ONE, Form.EXACT, HUNDREDTH, "%")
    return _all_of_them(source, at) or Match(everything, at, end, end)


def _all_of_them(source: Source, at: int) -> Match | None:
    """All 12, all twelve: so many, and no more of them."""
    index = source.joined(at + 1)
    figure = None if index is None else figure_at(source, index)
    if figure is None or figure.quantum != 1 or figure.scale != 1:
        return None
    numeral = Numeral("", Kind.COUNT, figure.value, form=Form.EXACT)
    return Match(numeral, at, figure.end, figure.end)


def _vague(band: Meaning) -> Numeral:
    return Numeral("", Kind.VAGUE, None, form=Form.WORDS, band=band)


def _scaled(source: Source, at: int, band: Meaning, end: int) -> Match:
    """Several hundred, a few thousand, a couple of dozen: so many times as much."""
    numbers = source.language.numbers
    index = source.joined(end)
    if index is not None and source.word(index) in numbers.of:
        index = source.joined(index + 1)
    scale, stop = 1, end
    names = {**numbers.hundreds, **numbers.scales, **numbers.dozens}
    for _ in range(MOST_SCALES):
        if index is None or source.word(index) not in names:
            break
        scale, stop = scale * names[source.word(index)], index + 1
        index = source.joined(stop)
    return Match(_vague(Meaning(_times(band.hard, scale), _times(band.soft, scale))), at, stop, stop)


def _times(interval: Interval, scale: int) -> Interval:
    """The interval in so many; its upper end goes up to the next whole one: "several hundred" may be 950."""
    if scale == 1 or interval.high is None:
        return interval * scale
    return Interval(None if interval.low is None else interval.low * scale, (interval.high + 1) * scale, high_open=True)


def _counts_things(source: Source, at: int) -> bool:
    """Whether what follows is what is counted: "of", or a word in the plural, perhaps after an adjective."""
    vague = source.language.vague
    first = source.joined_word(at)
    if first in source.language.numbers.of or is_plural(source, at):
        return True
    return bool(first) and first not in vague.not_plurals and is_plural(source, at + 1)
