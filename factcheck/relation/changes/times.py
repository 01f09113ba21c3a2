"""Which of two numbers is the earlier one, by the years and the words of time in the clauses around them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.relation.cues import UNIT
from factcheck.relation.line import Slot, says

YEAR = r"\b(?:1[89]|20)\d\d\b"
MONTHS = "January February March April May June July August September October November December".split()
MONTH = f"(?:{'|'.join(MONTHS)})"
PARTING = r"([,;:()–—]|\b(?:and|but|while|whereas|from|to|against|compared|than|or(?! \w+ed\b)|having|whose|after(?= \w+ing\b))\b)"
BARE = (
    r"\s*(?:(?:and|but|only|just|some|it|there|they|this|that|which|in|on|of|when|where|was|were|is|are|had|has|have|been|stood"
    r"|at|the|number|figure|total|share|proportion|rate|count|who|came)\b\s*)*"
)
"""Words that tell no time."""
OF_THEN = r"^\s*(?:when|in which|by which time|at which)\b"
"""How a clause begins that goes on about a time: "in 2014, when they had"."""
TIMES = (
    (
        r"\b(?:at the (?:very )?(?:start|outset|beginning|launch|opening)|(?:in|at|during|for|from|by) the (?:first"
        r"|opening|initial|original"
        r"|earliest|baseline)\b(?! half)(?! \w+ (?:after|since|under|with)\b)"
        r"|initially|originally|at first|to begin with|at baseline|the baseline|once"
        r"|(?:when|before|since) (?:it|they|he|she|we|the \w+) (?:began|started|opened|was founded|took \w+|launched|arrived|came)"
        r"|when (?:it|they|he|she|we|the \w+) (?:was|were|had been) (?:first )?(?:(?:reform|introduc|creat|launch|found|form"
        r"|establish|open|privatis|nationalis|merg|unveil|announc|inaugurat|abolish|devolv|revamp)ed|set up|built"
        r"|brought in|taken over|drawn up|new)"
        r"|used to|formerly|(?:began|begun|started|opened|set out|launched|born|(?:start|beginn|open)ing(?: out)?)(?: it| the \w+)?"
        r" (?:with|at|as|from)|beforehand|until then|when the \w+ (?:opens?|opened|begins)|in the old days"
        r"|in (?:its|their|his|her) (?:heyday|prime|first)|at (?:its|their|the) (?:peak|height))\b"
    ),
    (
        rf"\b(?:(?:the|a) {UNIT} (?:before|earlier|previously)|{UNIT}s? (?:ago|earlier|before|previously)"
        rf"|(?:the )?same {UNIT}|(?:preceding|prior|previous|the earlier|an earlier) \w+"
        r"|(?:under|in|of|with|on|by) (?:the|its|their|our|my) old\b"
        r"|back then|at the time|did previously|previously|year-ago)\b"
    ),
    (rf"\b(?<!\b(?:at|by) the )last (?:{UNIT}|{MONTH})\b(?!['’]| before\b)"),
    (
        r"\b(?:at the (?:very )?(?:end|close|finish)|(?:in|at|by|on) the (?:end|last|latest|final|closing|most recent"
        r"|newest)\b(?! \w+ (?:before|prior)\b)|finally|now|today"
        rf"|currently|at present|nowadays|these days|at (?:follow-up|endline)|in the end|since then|this (?:{UNIT}|time|{MONTH})"
        rf"|(?:ended|finished|closed|left|emerged|ending|finishing|closing)(?: it| the \w+)? (?:with|at|on|up)|{UNIT}s? (?:later|on)"
        r"|in its latest|at the last count|still|(?:under|in|of|with|on|by) (?:the|its|their|our|my) new\b)\b|the latest\b"
    ),
    rf"\b(?:will|shall|next (?:{UNIT}|{MONTH}))\b",
)
"""Words of times, the earliest first; who says "last year" and "the year before" means the year before that one."""


STORY = 5
"""The rank of a number that no words of time are told of, where such are told of the other."""
WHEN = r"\bwhen (?:the|it|they|he|she|I|we|you|its|their|his|her|my|our)\b"
AFTER_A_WHEN = 3
"""Its rank: behind that of "a year before" and before that of "last year"."""
NOW = 6
AT_THE_LAST = r"\b(?:at|in|by|on) the last\b"
"""The latest, or the one before: "at the last census"."""
TURNS = {word: turn for turn, word in enumerate("first second third fourth fifth".split())}
TURN = rf"\b(?:the|its|their|our|my|his|her|a) (?:\w+ )?({'|'.join(TURNS)})\b"
BEFORE, AFTER = r"\b(?:before(?:hand)?|prior to|until)\b", r"\b(?:after(?:wards)?|since)\b"
WAY_ROUND = 6  # months: May is rather the one after January, and November the one before it
TENSES = (
    r"\bhad (?!(?:the|an?|its|their|his|her|my|our|only|just|some|about|over|nearly|almost|fewer|more|no|to)\b)[a-z]{3,}",
    r"\b(?:was|were|did|had)\b",
    r"\b(?:is|are|has|have|do|does)\b|\b(?:it|he|she|there)['’]s\b",
    r"\b(?:will|shall)\b",
)
"""Verbs, the earliest tense first."""


class Clause(NamedTuple):
    """The words of a number's clause before and behind it."""

    before: str
    after: str


def is_earlier(first: Slot, last: Slot) -> bool:
    """Whether the words around two numbers tell that the first is of an earlier time than the other.

    The first clock that tells which of the two is the earlier one decides.
    """
    words = when(first), when(last)
    for clock in (_years, _words_of_time, _turns, _events, _months):
        apart = clock(*words)
        if apart:
            return apart > 0
    return _tenses(clause(first), clause(last)) > 0


def is_surely_earlier(first: Slot, last: Slot) -> bool:
    """Whether years or words such as "last year" tell so, and not only months, turns or tenses, which may mislead."""
    words = when(first), when(last)
    clocks = (_years, _events) if any(says(TURN, each) for each in words) else (_years, _words_of_time, _events)
    apart = (clock(*words) for clock in clocks)
    return next((by for by in apart if by), 0) > 0


def _years(former: str, latter: str) -> int:
    years = [set[str](re.findall(YEAR, words)) for words in (former, latter)]
    return int(min(years[1])) - int(min(years[0])) if all(len(told) == 1 for told in years) else 0


def _words_of_time(former: str, latter: str) -> int:
    """By words such as "last year" and "now"; where they stand beside only one, the other is of the time of the story."""
    first, last = map(_ranks, (former, latter))
    dated = [says(YEAR, words) for words in (former, latter)]
    if any(dated):  # "312 in 2019 and 298 now"
        return dated[0] - dated[1] if [NOW] in (first, last) else 0
    if not (first or last) or (not (first and last) and says(AT_THE_LAST, f"{former} {latter}")):
        return 0
    first, last = first or [STORY], last or [STORY]
    return max(0, min(last) - max(first)) - max(0, min(first) - max(last))


def _ranks(words: str) -> list[int]:
    ranks = [2 * rank for rank, times in enumerate(TIMES) if says(times, words)]
    return ranks or ([AFTER_A_WHEN] if says(WHEN, words) else [])


def _turns(former: str, latter: str) -> int:
    """By "in the first half" and "in the second"."""
    first, last = (re.search(TURN, words, re.IGNORECASE) for words in (former, latter))
    return TURNS[last[1].lower()] - TURNS[first[1].lower()] if first and last else 0


def _events(former: str, latter: str) -> int:
    """By what happened between the two: "before the flood" and "after it"."""
    for sign, first, last in ((1, former, latter), (-1, latter, former)):
        if says(BEFORE, first) and says(AFTER, last) and not says(AFTER, first):
            return sign
    return 0


def _months(former: str, latter: str) -> int:
    """By their months, of which the way round is taken that is shorter."""
    first, last = (set(re.findall(rf"\b{MONTH}\b", words)) for words in (former, latter))
    if len(first) != 1 or len(last) != 1:
        return 0
    apart = (MONTHS.index(last.pop()) - MONTHS.index(first.pop())) % len(MONTHS)
    return apart if apart < WAY_ROUND else 0 if apart == WAY_ROUND else apart - len(MONTHS)


def _tenses(former: Clause, latter: Clause) -> int:
    """By the tense of their verbs: "had been" and "was", "was" and "is", "is" and "will be"."""
    first, last = map(_tense, (former, latter))
    return 0 if first is None or last is None else last - first


def _tense(clause: Clause) -> int | None:
    """The tense of the last verb before a number, or else of the first behind it."""
    before = [
        (match.start(), -tense) for tense, verbs in enumerate(_verbs()) for match in verbs.finditer(clause.before)
    ]
    if before:
        return -max(before)[1]
    after = [(match.start(), tense) for tense, verbs in enumerate(_verbs()) if (match := verbs.search(clause.after))]
    return min(after)[1] if after else None


def is_of_another_year(told: Slot, *others: Slot) -> bool:
    """Whether a number is told of one year, and each of the others of one that is another."""
    year, *years = (set(re.findall(YEAR, when(slot))) for slot in (told, *others))
    return len(year) == 1 and all(len(each) == 1 and each != year for each in years)


def when(slot: Slot) -> str:
    """The words that may tell when a number was so: those of its clause, and an adverbial set off before it."""
    return " ".join(clause(slot))


def clause(slot: Slot) -> Clause:
    """The words before and behind a number up to where another clause begins, with an adverbial set off before it."""
    pieces = _parting().split(slot.before)
    before = pieces[-1]
    own = (
        len(pieces) > 3 or slot.index == 0 or says(r"\bwh(?:en|ich)\b", before)
    )  # else it belongs to the number before
    if own and len(pieces) > 1 and pieces[-2] in ",;:(–—" and (_bare().fullmatch(before) or says(OF_THEN, before)):
        before = f"{pieces[-3]} {before}"
    return Clause(before, _parting().split(slot.after, 1)[0])


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(PARTING, re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(BARE, re.IGNORECASE)


@cache
def _verbs() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, TENSES))
