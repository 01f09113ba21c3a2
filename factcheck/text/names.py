"""Digits that belong to a name, which is known by its article: a Falcon 9, the S&P 500, the 747."""

from __future__ import annotations

from factcheck.text.amount import unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.plural import is_plural
from factcheck.text.relation import YEARS
from factcheck.text.source import Source
from factcheck.text.tokens import Shape, is_hyphen

LONGEST, MOST_WORDS = 4, 3  # digits of a name, and words before them

PERCENT = frozenset("%‰")


def is_named(source: Source, at: int) -> bool:
    """Whether the digits are part of a name: a Falcon 9, the S&P 500, [2021] UKSC 17; not "the Senate 51 members"."""
    language, digits = source.language, source.tokens[at].text
    if not digits.isdecimal() or len(digits) > LONGEST or language.apart.capital_nouns:
        return False
    name = at if digits in language.apart.models else _start_of_name(source, at)
    if name is None or not _is_led(source, name, at):
        return False
    return int(digits) not in YEARS and not _counts(source, at)


def _start_of_name(source: Source, at: int) -> int | None:
    """The index of the first of the words with capital letters that stand before an index; None where none does."""
    tokens, start = source.tokens, at
    while start > 0 and at - start < MOST_WORDS and _is_part_of_name(source, start - 1) and source.spaced(start):
        start -= 1
        if start > 1 and not tokens[start].gap and (tokens[start - 1].text == "&" or is_hyphen(tokens, start - 1)):
            start -= 2
    return None if start == at else start


def _is_part_of_name(source: Source, at: int) -> bool:
    token, apart = source.tokens[at], source.language.apart
    capital = token.shape is Shape.WORD and token.text[0].isupper()
    return capital and token.lower not in apart.determiners and token.lower not in apart.months


def _is_led(source: Source, name: int, at: int) -> bool:
    """Whether an article stands before the name, and what it names is one: not "the Greens 12", nor "in the South 12"."""
    before, placed = source.before(name), source.word_before(name - 1) in source.language.apart.prepositions
    if before is None or (placed and name < at and not _is_joined(source, name, at)):
        return False
    last = source.tokens[at - 1]
    one = last.text.isupper() or not last.lower.endswith(source.language.vague.plural_endings)
    if before.text == "]":
        return last.text.isupper()
    determined = before.lower in source.language.apart.determiners and (one or name == at)
    return determined or before.lower in source.language.numbers.articles


def _is_joined(source: Source, name: int, at: int) -> bool:
    """Whether the name is one by its look: S&P."""
    return any(token.text == "&" for token in source.tokens[name:at])


def _counts(source: Source, at: int) -> bool:
    """Whether the digits go on to what they count or measure: "the Senate 51 new members", "the EU 12 per cent"."""
    tokens, figure, end = source.tokens, figure_at(source, at), at + 1
    if tokens[end].text in PERCENT:
        return True
    if figure is None or figure.end > end or unit_at(source, end, figure) is not None or source.attached(end):
        return tokens[end].shape is not Shape.SIGN or tokens[end + 1].shape is Shape.DIGITS or figure is None
    relations, word = source.language.relations, source.joined_word(end)
    shared = (word in relations.parts or word in relations.against) and figure_at(source, end + 1) is not None
    linked = shared or word in source.language.ranks.times
    adjective = word and word not in source.language.sentences.function_words
    return linked or is_plural(source, end) or bool(adjective and is_plural(source, end + 1))
