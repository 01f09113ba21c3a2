"""A number with what stands around it: nearly a fifth, 10 or more, up 12%, fell by 40, 40 fewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.hedge import Hedge
from factcheck.numeral import Kind, Numeral
from factcheck.text import openings
from factcheck.text.ages import age_match, is_aged, limit_match
from factcheck.text.amount import PLAIN, amount_at, amount_match, match_of
from factcheck.text.apart import apart_match
from factcheck.text.cardinal import figure_at
from factcheck.text.dispatch import Dispatch, Production
from factcheck.text.doubt import is_base, is_during, is_lapse, is_particle_of_verb, is_preposition, is_something_else
from factcheck.text.extent import range_match, rate_match, source_match
from factcheck.text.following import following_of
from factcheck.text.language import Language
from factcheck.text.laps import lap_match
from factcheck.text.rank import multiple_match, ordinal_match
from factcheck.text.relation import each_match, fraction_match, in_match, to_match
from factcheck.text.source import Amount, Match, Source
from factcheck.text.tokens import HYPHENS, Shape, Token
from factcheck.text.triggers import triggers_of
from factcheck.text.vague import total_match, vague_match
from factcheck.text.vocabulary import Hedging, Unit

MOST_WORDS = 6  # that stand before a number: "rose by only just over a mere"
FORMS = (  # of two that are equally long, the first is meant
    Production(lap_match, openings.digits),
    Production(to_match, openings.ratios),
    Production(in_match, openings.shares),
    Production(each_match, openings.each_of),
    Production(fraction_match, openings.parts),
    Production(multiple_match, openings.multiples),
    Production(ordinal_match, openings.ordinals),
    Production(limit_match, openings.limits),
    Production(age_match, openings.ages),
    Production(rate_match, openings.ranges),
    Production(source_match, openings.sources),
    Production(range_match, openings.ranges),
    Production(amount_match, openings.amounts),
    Production(vague_match, openings.vague_words),
    Production(total_match, openings.totals),
)


class Prefix(NamedTuple):
    """What stands before a number, and the index after it."""

    end: int
    hedge: Hedge | None = None
    hedge_at: int = 0
    unit: Unit | None = None
    direction: int = 0
    article: bool = False


def numeral_at(source: Source, at: int) -> Match | None:
    """The longest number that starts with the token at an index, with its hedge and direction."""
    best, triggers, prose = None, triggers_of(source.language), source.prose
    for prefix in prefixes_at(source, at):
        if prose and not triggers.number(source.tokens, prefix.end):
            continue
        if prose and prefix.end > at and _begins_otherwise(source, prefix.end):
            continue
        match = number_at(source, prefix.end)
        if match is None or (prefix.hedge is not None and _is_no_hedge(source, prefix.hedge_at, match)):
            continue
        if best is None or match.end > best[1].end:
            best = prefix, match
    return None if best is None else _framed(source, *best)


def _is_no_hedge(source: Source, at: int, match: Match) -> bool:
    """Whether the hedge at an index is none before this number: over five years, takes over 344 staff."""
    return is_lapse(source, at, match) or is_particle_of_verb(source, at, match)


def number_at(source: Source, at: int) -> Match | None:
    """The longest number, in whatever form, that starts with the token at an index; hedges are left out."""
    amount = amount_at(source, at) if source.prose else None
    if amount is not None and _stands_alone(source, amount):
        alone = match_of(amount)
        return None if is_something_else(source, alone) else alone
    best = None
    for read in forms_of(source.language).at(source.tokens[at]):
        match = read(source, at)
        if match is not None and (best is None or match.end > best.end) and not is_something_else(source, match):
            best = match
    return best


def _may_be_age(source: Source, before: Token | None, amount: Amount) -> bool:
    """Whether an amount stands between commas, or behind such a word as "was"."""
    digits = source.tokens[amount.start].word == ""
    if source.tokens[amount.end].text == "," and (digits or (before is not None and before.text == ",")):
        return True
    return digits and before is not None and before.lower in following_of(source.language).ages


def _stands_alone(source: Source, amount: Amount) -> bool:
    """Whether nothing can go on an amount, so that it is all there is to read: most are such."""
    tokens, numbers, following = source.tokens, source.language.numbers, following_of(source.language)
    start, end, stop = amount.start, amount.figure.end, amount.end
    word = tokens[start].word
    before = tokens[start - 1] if start else None
    if (word and word not in numbers.ones and word not in numbers.tens) or _may_be_age(source, before, amount):
        return False
    if tokens[start + 1].lower in following.links or tokens[stop].lower in following.amounts:
        return False
    if tokens[end].lower in following.links and (stop == end or tokens[end].text not in HYPHENS):
        return False
    return tokens[stop].shape is Shape.END or tokens[stop + 1].lower not in source.language.units.per


@cache
def forms_of(language: Language) -> Dispatch[Match]:
    """The forms of a number in a language, by what they begin with."""
    return Dispatch(language, FORMS)


def prefixes_at(source: Source, at: int) -> Iterator[Prefix]:
    """What may stand before a number: nothing, then a hedge, a direction or empty words, one more each time."""
    prefix: Prefix | None = Prefix(at)
    for _ in range(MOST_WORDS):
        if prefix is None:
            return
        yield prefix
        near = prefix.end == at or source.spaced(prefix.end) or source.attached(prefix.end)
        prefix = _longer(source, prefix) if near else None


def _begins_otherwise(source: Source, at: int) -> bool:
    """Whether what follows a hedge or direction in prose is no quantity: about 2017, rose from 5 to 7."""
    return source.word(at) in source.language.relations.sources or apart_match(source, at) is not None


def _longer(source: Source, prefix: Prefix) -> Prefix | None:
    """The prefix with the longest hedge, direction or empty phrase that follows it; the first two come but once."""
    frame, tokens, here = source.language.frame, source.tokens, prefix.end
    if tokens[here].lower not in following_of(source.language).prefixes:
        return None
    hedging = frame.hedges_before.match(tokens, here) if prefix.hedge is None else None
    if hedging is not None and (is_preposition(source, here, hedging.end) or is_base(source, here, hedging.end)):
        hedging = None
    direction = None if prefix.direction or _is_particle(source, here) else frame.directions_before.match(tokens, here)
    neutral = None if source.prose and prefix.hedge is None else frame.neutral.match(tokens, here)
    end = max((found.end for found in (hedging, direction, neutral) if found), default=here)
    if hedging is not None and hedging.end == end:
        hedge = _hedge(source, hedging.meant, here, end)
        moved = 0 if source.word(here) in frame.levels else prefix.direction
        return prefix._replace(end=end, hedge=hedge, hedge_at=here, unit=hedging.meant.unit, direction=moved)
    if direction is not None and direction.end == end:
        by = source.joined_word(end) in frame.by
        return prefix._replace(end=end + by, direction=direction.meant)
    if neutral is None:
        return None
    article = end == here + 1 and source.word(here) in source.language.numbers.articles
    return prefix._replace(end=end, article=prefix.article or article)


def _is_particle(source: Source, at: int) -> bool:
    """Whether an "up" belongs to the verb before it: made up 52 per cent."""
    before = source.before(at)
    return source.prose and before is not None and before.lower in source.language.frame.no_direction_after


def _hedge(source: Source, hedging: Hedging, start: int, stop: int) -> Hedge:
    tokens = source.tokens
    return Hedge(hedging.sense, source.words(start, stop), tokens[start].start, tokens[stop - 1].end, hedging.width)


def _framed(source: Source, prefix: Prefix, match: Match) -> Match | None:
    """The number with its prefix, and with the hedge and direction that follow it."""
    frame, tokens = source.language.frame, source.tokens
    hedge, implied = match.numeral.hedge or prefix.hedge, prefix.unit
    direction, end, compared = match.numeral.direction or prefix.direction, match.end, False
    frames = following_of(source.language).frames
    for _ in range(2):
        if tokens[end].lower not in frames:
            break
        after = frame.hedges_after.match(tokens, end) if hedge is None else None
        if after is not None and (source.spaced(end) or source.attached(end)) and not _opens(source, end, after.end):
            hedge, end, implied = _hedge(source, after.meant, end, after.end), after.end, after.meant.unit
        moved = None if direction or source.joined(end) is None else frame.directions_after.match(tokens, end)
        goes_on = moved is not None and (_goes_on(source, moved.end) or is_during(source, end))
        if moved is not None and not goes_on and _may_move(source, match.numeral, end):
            direction, end, compared = moved.meant, moved.end, True
            end += source.joined_word(end) in frame.than
    if prefix.article and not compared and not source.prose:
        return None
    numeral = match.numeral
    if prefix.hedge is not None and is_aged(source, numeral, prefix.hedge, prefix.hedge_at, end):
        implied = frame.age_unit
    if implied is not None and numeral.kind is Kind.COUNT and numeral.unit == PLAIN.name:
        numeral = replace(numeral, kind=implied.kind, unit=implied.name)
    start, stop = tokens[match.start].start, tokens[match.stop - 1].end
    ends = [start, stop] if hedge is None else [start, stop, hedge.start, hedge.end]
    numeral = numeral.placed(
        source.text[start:stop], start, source.text[min(ends) : max(ends)], hedge=hedge, direction=direction
    )
    return Match(numeral, match.start, match.stop, end)


def _opens(source: Source, at: int, end: int) -> bool:
    """Whether a hedge such as "and over" belongs to the number after it: seven decades and over 100 films."""
    linked = source.word(at) in source.language.numbers.conjunctions
    index = source.joined(end)
    return source.prose and linked and index is not None and figure_at(source, index) is not None


def _may_move(source: Source, numeral: Numeral, at: int) -> bool:
    """Whether a word such as "up" after the number is about it: after a plain count only "more" and "fewer" are."""
    return (
        not source.prose
        or numeral.kind not in (Kind.COUNT, Kind.VAGUE, Kind.ORDINAL)
        or source.joined_word(at) in source.language.frame.count_directions
    )


def _goes_on(source: Source, at: int) -> bool:
    """Whether another number or an article follows, so that "£350m over five years" tells no direction."""
    index = source.joined(at)
    if index is None or not source.prose:
        return False
    return source.word(index) in source.language.numbers.articles or figure_at(source, index) is not None
