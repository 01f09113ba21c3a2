"""Numerals as a sentence prints them: which only date something, and which are no number, or two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation.asked import beginning, is_ahead, is_behind
from factcheck.text import NumeralError, read

RANGE = 3  # its ends, and "to" between them
CHANGING = (
    r"(?:\(|by|up|down|widened|narrowed|improved|expanded|\b(?!(?:aged|(?:wo)?men|children|often|between)\b)[a-z]+(?:ed|en)"
    r"|rose|grew|fell|slid|a (?:rise|fall) of)\s*$"
)
MOVED = (
    r"(?:moved?|moves|moving|went|go|goes|going|came|come|comes|crept|edged|inched|ticked|jumped|shot|climbed"
    r"|nudged|bumped|back|went back)"
)
COMPARING = r"(?:above|below|over|under|more than|less than|fewer than) (?:the|its|their|his|her|our|last)\b"
SUCH_A_THING = (
    r"\b(?:the|an?|this|that|its|their|his|her|our|every) (?!(?:other|further|remaining|additional|extra|last|first|only|same|mere"
    r"|single)\b)[^\W\d_][\w'’-]*"
)
"""Before a "one" that stands for a thing, and not for how many."""
FROM_THEN = r"\s+(?:ago|earlier|later|on|before|previously|after)\b"
"""Behind a duration by which something is dated."""


MOST_NAMED = 12
LABELLED = (
    r"(?<!each )(?<!every )(?<!a )(?<!this )(?<!last )(?<!next )(?<!that )\b(?:term|phase|stage|grade|platform|tier"
    r"|division|chapter|gate"
    r"|episode|zone|lane|scenario|option|plan|day|week|leg|heat|pool)\s*$"
)
"""Before a number by which things of a sort are named."""
DEGREES = (
    r"\s+(?:below|above)(?:\s+(?:zero|freezing)\b"
    r"|\s+(?:in|on|by|at|and|but|over|near|up|down|as|the night)\b|\s*(?:[.,;:!?)–—]|$))"
)
"""Behind the degrees of a temperature."""
COLD = (
    r"\b(?:(?:below|above) (?:zero|freezing)|degrees?|frosts?|freez\w+|thermometers?|mercury|temperatures?|cold(?:er|est)?|a night of"
    r"|readings?|forecasters?|overnight|dawn)\b"
)
"""In a sentence that tells of temperatures."""
HALF_OF_A_GAME = r"\b(?:in|into|of|during|through(?:out)?|before|after|at|by|for|over|end|left|remaining) (?:the|each|either|that)\s*$"
"""Before the half of a match or a year."""


def ahead(numeral: Numeral, by: int) -> Numeral:
    """The numeral in a text that begins so many characters before its own."""
    return replace(numeral, start=numeral.start + by, end=numeral.end + by)


def is_when(numeral: Numeral, after: str) -> bool:
    """Whether it tells when something was, as a date does: "ten years later"."""
    return numeral.kind is Kind.DURATION and is_ahead(FROM_THEN, after)


def is_half_of_a_game(numeral: Numeral, before: str, after: str) -> bool:
    """Whether it is a time, as a half of a match is: "10:12 left in the half", but not "in the half of the town"."""
    if numeral.surface.lower() not in ("half", "the half"):
        return False
    return is_behind(HALF_OF_A_GAME, before) and not is_ahead(r"\s+(?:of|an?)\b|-", after)


def is_word(numeral: Numeral, before: str, after: str) -> bool:
    """Whether it is a word like any other where it stands, and says neither how many nor how much."""
    return (
        is_none(numeral, before)
        or is_when(numeral, after)
        or is_label(numeral, before, after)
        or is_half_of_a_game(numeral, before, after)
    )


def are_degrees(numeral: Numeral, after: str, sentence: str) -> bool:
    """Whether it tells a temperature as people say it: "6 below zero", "3 below by the river"."""
    return numeral.kind is Kind.COUNT and is_ahead(DEGREES, after) and beginning(COLD).search(sentence) is not None


def is_label(numeral: Numeral, before: str, after: str) -> bool:
    """Whether it only names one of several, as in "in term one", "on day three"."""
    if numeral.form is not Form.WORDS or numeral.value is None or numeral.value > MOST_NAMED:
        return False
    return is_behind(LABELLED, before) and not is_ahead(
        r"\s+(?:of the|[a-z'’-]+s\b|per\b|to\b|out of\b|in \w+\b)", after
    )


def is_none(numeral: Numeral, before: str) -> bool:
    """Whether it is the "one" of "not one of them", which is no number of them, or of "the southern one"."""
    return numeral.surface.lower() == "one" and is_behind(
        rf"(?:not|no|never|nor)(?: even| a single)?|{SUCH_A_THING}", before
    )


def is_pronoun(numeral: Numeral) -> bool:
    """Whether it is a "one" that only stands for a thing: "the upper one"."""
    return numeral.form is Form.WORDS and numeral.value == 1


def is_plain(numeral: Numeral) -> bool:
    """Whether no hedge stands beside it but "some", by which the number is exact all the same."""
    return numeral.hedge is None or numeral.hedge.surface.lower() == "some"


def without_all(numeral: Numeral, before: str) -> tuple[Numeral, str]:
    """The number of "all 956", of which "all" is a word before it like any other."""
    number = re.fullmatch(r"(all (?:of )?(?:the )?)(\d.*)", numeral.surface, re.IGNORECASE)
    if numeral.form is not Form.EXACT or number is None:
        return numeral, before
    start = numeral.start + number.start(2)
    return replace(numeral, form=Form.DIGITS, surface=number[2], start=start), f"{before}{number[1]}"


def without_up_to(numeral: Numeral, before: str) -> tuple[Numeral, str]:
    """A numeral without the hedge that belongs to a verb: "moved up to 19%"."""
    if numeral.hedge is None or numeral.hedge.surface.lower() != "up to" or not is_behind(MOVED, before):
        return numeral, before
    return replace(numeral, hedge=None), f"{before}up to "


def without_distance(numeral: Numeral, before: str) -> tuple[Numeral, str]:
    """A numeral behind another, without the hedge by which that tells how far both are apart: "13 below the 24"."""
    if numeral.hedge is None or before.strip() or not is_ahead(COMPARING, numeral.phrase):
        return numeral, before
    words = numeral.phrase[: numeral.phrase.find(numeral.surface)]
    return replace(numeral, hedge=None, phrase=numeral.surface), f"{before}{words}"


def both_ends(numeral: Numeral, before: str, after: str, language: str) -> Iterator[tuple[Numeral, str, str]]:
    """A numeral with the words around it; of "rose 4% to 36%", which looks like a range, both ends."""
    ends = re.split(r"(\s+to\s+)", numeral.surface)
    if numeral.kind is Kind.RANGE and len(ends) == RANGE and beginning(CHANGING).search(before) is not None:
        low, link, high = ends
        with suppress(NumeralError):
            first, last = read(low, language), read(high, language)
            start, end = numeral.start, numeral.end
            yield replace(first, start=start, end=start + len(low), direction=numeral.direction), before, link
            yield replace(last, start=end - len(high), end=end), link, after
            return
    yield numeral, before, after
