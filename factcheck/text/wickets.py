"""Wickets for runs: 3 for 89, seven for 309 declared, 120 for 4; not "3 for 10p", "2 for 1" or "10 for 12 pupils"."""

from __future__ import annotations

from factcheck.numeral import Kind, Numeral
from factcheck.text.amount import unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.date import whole_number
from factcheck.text.source import Match, Source
from factcheck.text.tokens import Shape
from factcheck.text.vocabulary import ONE

WICKETS, RUNS = range(11), range(10, 1000)
FIRST_IN_WORDS = 2  # "the old one for 12" is no score


def wickets_match(source: Source, at: int) -> Match | None:
    """So many wickets for so many runs, or the runs first, where nothing is counted by either number."""
    if not source.prose or source.word(at + 1) not in source.language.apart.wickets or not source.spaced(at + 1):
        return None
    first, second = _whole(source, at), _whole(source, at + 2)
    if first is None or second is None or not source.spaced(at + 2) or _is_priced(source, at):
        return None
    if not ((first in WICKETS and second in RUNS) or (first in RUNS and second in WICKETS)):
        return None
    return Match(Numeral("", Kind.SCORE, None), at, at + 3, at + 3) if _ends(source, at + 2) else None


def _whole(source: Source, at: int) -> int | None:
    """The whole number of a token, in digits or as one word."""
    value = source.language.numbers.ones.get(source.word(at))
    return whole_number(source, at) if value is None or value < FIRST_IN_WORDS else value


def _is_priced(source: Source, at: int) -> bool:
    """Whether a sign touches the number from before: £3 for 12, 1-3 for 12."""
    token, before = source.tokens[at], source.before(at)
    if before is None or before.text in source.language.units.currency_signs:
        return before is not None
    return not token.gap and before.text not in "([“‘\"'"


def _ends(source: Source, at: int) -> bool:
    """Whether the number at an index counts nothing and goes on to no other: 3 for 16 to 24, 3 for 10 pupils."""
    figure, tokens, sentences = figure_at(source, at), source.tokens, source.language.sentences
    if figure is None or figure.end != at + 1 or figure.scale != ONE or unit_at(source, at + 1, figure) is not None:
        return False
    following = tokens[at + 1]
    if following.shape is not Shape.WORD:
        return (
            following.shape is Shape.END
            or following.text in ")],;:.!?”’\"'"
            or (following.gap != "" and following.shape is Shape.SIGN)
        )
    if following.gap == "":
        return False
    plain = following.lower in sentences.function_words or following.lower in source.language.apart.after_wickets
    return plain and figure_at(source, at + 2) is None
