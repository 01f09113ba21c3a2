"""Words that are numbers or hedges elsewhere, and none where they stand in prose: no one, first half, spread over."""

from __future__ import annotations

from factcheck.numeral import Kind
from factcheck.text.amount import amount_at
from factcheck.text.source import Match, Source
from factcheck.text.tokens import HYPHENS, Shape, is_hyphen

ROUND = 10
"""What a number is a multiple of where a hedge is likely before it."""


def is_something_else(source: Source, match: Match) -> bool:
    """Whether the words are no number where they stand in prose: "zero tolerance", "first half", "no one"."""
    if not source.prose:
        return False
    vague, tokens = source.language.vague, source.tokens
    last, first = tokens[match.stop - 1].lower, tokens[match.start].word
    if last in vague.not_before and source.joined_word(match.end) in vague.not_before[last]:
        return True
    if not first:
        return False
    lone = match.stop == match.start + 1
    if not lone and first in vague.not_before and source.joined_word(match.start + 1) in vague.not_before[first]:
        return True
    if first in vague.some_day and _is_some_day(source, match):
        return True
    if first in vague.not_after and source.word_before(match.start) in vague.not_after[first]:
        return True
    if lone and source.word_before(match.start) in vague.periods.get(first, ()) and _is_whole(source, match.end):
        return True
    return lone and match.numeral.kind is Kind.COUNT and match.numeral.value == 1 and _is_pronoun(source, match)


def is_preposition(source: Source, at: int, end: int) -> bool:
    """Whether a hedge from one index up to another tells a place: spread over 200 hectares."""
    places = source.language.frame.places.get(source.word(at))
    return source.prose and places is not None and end == at + 1 and source.word_before(at) in places


def is_lapse(source: Source, at: int, match: Match) -> bool:
    """Whether "over" before a duration means "during": £350m over five years, but not for over five years."""
    frame = source.language.frame
    articles = source.language.numbers.articles | source.language.apart.determiners
    start = at + 2 if source.word(at + 1) in articles else at + 1  # over a three-month spell
    lapse = match.numeral.kind is Kind.DURATION and source.word(at) in frame.lapses and start == match.start
    return source.prose and lapse and source.word_before(at) not in frame.spans


def is_particle_of_verb(source: Source, at: int, match: Match) -> bool:
    """Whether "over" belongs to its verb, before a number that is not round or of what is taken over: takes over 344 staff."""
    frame, value = source.language.frame, match.numeral.value
    if match.numeral.kind is not Kind.COUNT or value is None or at + 1 != match.start:
        return False
    is_behind_verb = source.word_before(at) in frame.phrasal.get(source.word(at), frozenset())
    return source.prose and is_behind_verb and (value % ROUND != 0 or source.joined_word(match.end) in frame.taken)


def is_during(source: Source, at: int) -> bool:
    """Whether "over" at an index tells when: 41 percent over the winter, over the past year; not "over last year"."""
    frame, index = source.language.frame, source.joined(at)
    if index is None or source.word(index) not in frame.lapses:
        return False
    determined = source.joined_word(index + 1) in source.language.sentences.articles
    first = source.joined_word(index + 2 if determined else index + 1)
    return first in frame.seasons or (determined and first in frame.periods)


def is_base(source: Source, at: int, end: int) -> bool:
    """Whether a hedge from one index up to another says what is compared: was below the 2.4m, growth over £5m.

    Where something went, and the mark that it passes, stay hedged: rose above the 50%, was above the 50% mark. An
    article before a number with a hyphen belongs to what follows: under a 30-day rule.
    """
    frame, hedge, before = source.language.frame, source.word(end - 1), source.word_before(at)
    if not source.prose or not (hedge in frame.levels or hedge in frame.lapses):
        return False
    following = source.joined_word(end)
    if following in source.language.numbers.articles:
        digits = source.tokens[end + 1].shape is Shape.DIGITS and is_hyphen(source.tokens, end + 2)
        return hedge in frame.levels and digits
    if following in frame.definite:
        moved = before in source.language.relations.targets or before in frame.directions_before
        told = None if moved else amount_at(source, end + 1)
        return told is not None and source.joined_word(told.end) not in frame.thresholds
    told = amount_at(source, end) if end == at + 1 else None
    if told is None or told.unit.kind not in (Kind.MONEY, Kind.MEASURE):
        return False
    return (before in frame.growths and hedge in frame.lapses) or _is_percentage(source, at)


def _is_percentage(source: Source, end: int) -> bool:
    """Whether a percentage ends before an index."""
    words = source.language.units.words
    found = (words.match(source.tokens, start) for start in range(max(0, end - 2), end))
    return any(unit is not None and unit.end == end and unit.meant.kind is Kind.PERCENT for unit in found)


def _is_whole(source: Source, at: int) -> bool:
    """Whether no noun, and no part of what is halved, goes on at an index."""
    token, language = source.tokens[at], source.language
    if token.shape is not Shape.WORD:
        return token.text not in HYPHENS or not token.text
    return token.lower in language.sentences.function_words - language.vague.halved


def _is_pronoun(source: Source, match: Match) -> bool:
    """Whether "one" stands for a thing or a person: no one, the old one, one might, one's, one of the largest."""
    vague = source.language.vague
    if source.tokens[match.start].lower in source.language.numbers.weak_ones:
        return True
    if source.word_before(match.start) in vague.pronouns_before:
        return True
    following = source.tokens[match.stop]
    if following.text in ("'", "’") and not following.gap:
        return True
    after = source.joined_word(match.stop)
    return after in vague.pronouns_after or (
        after in source.language.numbers.of and _is_of_the_best(source, match.stop)
    )


def _is_some_day(source: Source, match: Match) -> bool:
    """Whether a sentence begins with "One day": at some time; but not "One day later"."""
    token = source.tokens[match.start]
    if not token.text[0].isupper():
        return False
    unit = source.joined_word(match.start + 1)
    later = source.joined_word(match.start + 2) in source.language.units.distances
    return unit in source.language.vague.some_day[token.lower] and not later


def _is_of_the_best(source: Source, at: int) -> bool:
    """Whether "of the largest", "of its most loved" goes on at an index."""
    ranks, words = source.language.ranks, source.language.vague.one_of_the
    determiner = source.joined(at + 1)
    word = "" if determiner is None else source.joined_word(determiner + 1)
    return word in words or word in ranks.superlatives or word in ranks.most
