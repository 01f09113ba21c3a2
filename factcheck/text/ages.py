"""Ages that are told by what stands around a number: under-18s, Tom Aldous, 31, who runs it; she was 79; died at 91."""

from __future__ import annotations

from dataclasses import replace

from factcheck.hedge import Hedge
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.amount import PLAIN, numeral_of
from factcheck.text.cardinal import figure_at
from factcheck.text.plural import is_plural
from factcheck.text.source import Amount, Figure, Match, Source
from factcheck.text.tokens import Shape
from factcheck.text.vocabulary import ONE, Words

AGES = frozenset(range(1, 111))  # that are told beside a name
WORDS_OF_A_LIFE, HOURS = 6, 12  # from "joined" to "at 22"; below which "at 9" is a time


def limit_match(source: Source, at: int) -> Match | None:
    """Under-18s, over 65s, under-fives."""
    tokens, frame = source.tokens, source.language.frame
    sense = frame.over_ages.get(source.word(at))
    index = source.joined(at + 1)
    if sense is None or index is None:
        return None
    limit = _limit_in_digits(source, index) if tokens[index].shape is Shape.DIGITS else _limit_in_words(source, index)
    if limit is None:
        return None
    word = tokens[at]
    hedge = Hedge(sense, word.text, word.start, word.end)
    return Match(replace(numeral_of(limit), hedge=hedge), index, limit.end, limit.end)


def _limit_in_digits(source: Source, at: int) -> Amount | None:
    """The "18s" of "under-18s"."""
    tokens, frame = source.tokens, source.language.frame
    stop = at + 2 if tokens[at + 1].lower in frame.age_endings else at + 3
    if tokens[stop - 1].lower not in frame.age_endings or not all(source.attached(i) for i in range(at + 1, stop)):
        return None
    figure = figure_at(source, at)
    return None if figure is None or figure.end != at + 1 else Amount(figure, frame.age_unit, at, stop)


def _limit_in_words(source: Source, at: int) -> Amount | None:
    """The "fives" of "under-fives"; a hyphen must stand before it."""
    frame = source.language.frame
    value = frame.plural_ages.get(source.word(at), 0)
    if not value or source.tokens[at].gap:
        return None
    return Amount(Figure(ONE * value, ONE, Form.WORDS, at + 1), frame.age_unit, at, at + 1)


def age_match(source: Source, at: int) -> Match | None:
    """The age of somebody who is told of: Tom Aldous, 31, who runs it; the twins, four, were hurt; she was 79."""
    tokens, frame = source.tokens, source.language.frame
    digits = tokens[at].shape is Shape.DIGITS
    if not source.prose or (digits and not tokens[at].text.isdecimal()):
        return None
    told = _is_beside_a_name(source, at, digits=digits) or (digits and _is_of_a_person(source, at))
    figure = figure_at(source, at) if told else None
    if figure is None or figure.end != at + 1 or figure.value not in AGES:
        return None
    return Match(numeral_of(Amount(figure, frame.age_unit, at, at + 1)), at, at + 1, at + 1)


def _is_beside_a_name(source: Source, at: int, *, digits: bool) -> bool:
    """Whether a number stands between commas, the first after a word for a person, or, if in digits, after a name."""
    tokens, frame = source.tokens, source.language.frame
    if not (at > 1 and tokens[at - 1].text == "," and tokens[at + 1].text == "," and source.attached(at + 1)):
        return False
    if tokens[at - 2].lower in frame.persons:
        return True
    if not digits or tokens[at - 2].lower in frame.people:
        return False
    name = at - 2
    while name > 0 and tokens[name - 1].text[:1].isupper() and source.spaced(name):
        name -= 1
    return _is_name(source, at - 2) and source.word_before(name) not in frame.no_names_after


def _is_name(source: Source, at: int) -> bool:
    token = source.tokens[at]
    return token.shape is Shape.WORD and token.text[0].isupper() and token.lower not in source.language.apart.months


def _is_of_a_person(source: Source, at: int) -> bool:
    """Whether the words around digits tell of a life: she was 79; turned 18; joined the force at 22; at 16 he left."""
    frame, before = source.language.frame, source.word_before(at)
    comma = source.tokens[at + 1].text == ","
    if before in frame.at and source.joined_word(at + 2 if comma else at + 1) in frame.pronouns:
        return True
    if not _ends_clause(source, at + 1, frame.after_ages):
        return False
    if before in frame.turning:
        return True
    if before in frame.being:
        return source.word_before(at - 1) in frame.pronouns
    grown = before in frame.at and int(source.tokens[at].text) > HOURS
    return grown and _is_of_a_life(source, at)


def _is_of_a_life(source: Source, at: int) -> bool:
    """Whether a verb such as "died" stands before an index with only words between; "the retired" is no verb."""
    frame, no_verbs = source.language.frame, source.language.numbers.articles | source.language.apart.determiners
    for index in range(at - 1, max(-1, at - WORDS_OF_A_LIFE), -1):
        if source.tokens[index].shape is Shape.SIGN:
            return False
        if source.tokens[index].lower in frame.lives:
            return source.word_before(index) not in no_verbs
    return False


def _ends_clause(source: Source, at: int, words: Words) -> bool:
    """Whether nothing goes on at an index that could be counted: a sign, or a word such as "and"."""
    token = source.tokens[at]
    if token.shape is Shape.END:
        return True
    if token.shape is Shape.SIGN:
        return token.text in '.,;:!?)”’"' and not (source.attached(at + 1) and token.text in ".,:")
    return source.spaced(at) and token.lower in words


def _is_of_some(source: Source, at: int) -> bool:
    """Whether an index stands behind so many people, or some of them: 7 are under 30 and 12 over 60, of whom most were."""
    frame = source.language.frame
    index = at - 2 if source.word_before(at) in frame.are else at - 1
    if index < 0:
        return False
    some, numbers = source.tokens[index], source.language.numbers
    is_number = some.shape is Shape.DIGITS or some.lower in numbers.ones or some.lower in numbers.tens
    return is_number or some.lower in frame.some


def is_aged(source: Source, numeral: Numeral, hedge: Hedge | None, start: int, end: int) -> bool:
    """Whether a plain count with a hedge is an age because of the people before it: women over 50."""
    if hedge is None or numeral.kind is not Kind.COUNT or numeral.unit != PLAIN.name or numeral.value not in AGES:
        return False
    frame = source.language.frame
    limits = hedge.surface.lower() in frame.over_ages and (
        source.word_before(start) in frame.people or _is_of_some(source, start)
    )
    dull = source.joined_word(end) in source.language.sentences.function_words
    return limits and (dull or not (is_plural(source, end) or is_plural(source, end + 1)))
