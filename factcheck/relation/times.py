"""Which of two numbers is the earlier one, by the years and the words of time in the clauses around them."""

from __future__ import annotations

import re
from functools import cache

from factcheck.relation.cues import UNIT
from factcheck.relation.line import Slot, says

YEAR = r"\b(?:1[89]|20)\d\d\b"
PARTING = r"([,;:()–—]|\b(?:and|but|while|whereas|from|to|against|compared|than|or(?! \w+ed\b)|having|whose)\b)"
BARE = (
    r"\s*(?:(?:and|but|only|just|some|it|there|they|this|that|which|in|on|of|when|where|was|were|is|are|had|has|have|been|stood"
    r"|at|the|number|figure|total|share|proportion|rate|count|who|came)\b\s*)*"
)
"""Words that tell no time."""
TIMES = (
    (
        r"\b(?:at the (?:very )?(?:start|outset|beginning|launch|opening)|(?:in|at|during|for|from|by) the (?:first"
        r"|opening|initial|original"
        r"|earliest|baseline)\b(?! half)|initially|originally|at first|to begin with|at baseline|the baseline|once"
        r"|(?:when|before|since) (?:it|they|he|she|we|the \w+) (?:began|started|opened|was founded|took \w+|launched|arrived|came)"
        r"|when (?:it|they|he|she|we|the \w+) (?:was|were|had been) (?:first )?(?:(?:reform|introduc|creat|launch|found|form"
        r"|establish|open|privatis|nationalis|merg|unveil|announc|inaugurat|abolish|devolv|revamp)ed|set up|built"
        r"|brought in|taken over|drawn up|new)"
        r"|used to|formerly|(?:began|started|opened|set out|launched|born) (?:with|at|on|as)|beforehand|until then"
        r"|in (?:its|their|his|her) (?:heyday|prime|first)|at (?:its|their|the) (?:peak|height))\b"
    ),
    (
        rf"\b(?:(?:the|a) {UNIT} (?:before|earlier|previously)|{UNIT}s? (?:ago|earlier|before|previously)"
        rf"|(?:the )?(?:previous|preceding|prior|same) {UNIT}"
        r"|back then|at the time|did previously|previously|year-ago)\b"
    ),
    (
        rf"\b(?<!\b(?:at|by) the )last (?:{UNIT}"
        r"|january|february|march|april|may|june|july|august|september|october|november|december)\b(?!['’])"
    ),
    (
        r"\b(?:at the (?:very )?(?:end|close|finish)|(?:in|at|by|on) the (?:end|last|latest|final|closing|most recent"
        r"|newest)|finally|now|today"
        rf"|currently|at present|nowadays|these days|at follow-up|in the end|since then|this {UNIT}"
        r"|(?:ended|finished|closed|left|emerged) (?:with|at|on|up)|years? later|years? on|in its latest|at the last count|still)\b"
    ),
)
"""Words of times, the earliest first; who says "last year" and "the year before" means the year before that one."""


def is_earlier(first: Slot, last: Slot) -> bool:
    """Whether years or words of time tell that the one number is of an earlier time than the other."""
    former, latter = when(first), when(last)
    years = [set[str](re.findall(YEAR, words)) for words in (former, latter)]
    if all(len(told) == 1 for told in years):
        return int(min(years[0])) < int(min(years[1]))
    ranks = [[rank for rank, words in enumerate(TIMES) if says(words, told)] for told in (former, latter)]
    if any(years) or not all(ranks):
        return False
    return max(ranks[0]) < min(ranks[1])


def is_of_another_year(told: Slot, *others: Slot) -> bool:
    """Whether a number is told of one year, and each of the others of one that is another."""
    year, *years = (set(re.findall(YEAR, when(slot))) for slot in (told, *others))
    return len(year) == 1 and all(len(each) == 1 and each != year for each in years)


def when(slot: Slot) -> str:
    """The words that may tell when a number was so: those of its clause, and an adverbial set off before it."""
    pieces = _parting().split(slot.before)
    before = pieces[-1]
    own = (
        len(pieces) > 3 or slot.index == 0 or says(r"\bwh(?:en|ich)\b", before)
    )  # else it belongs to the number before
    if own and len(pieces) > 1 and pieces[-2] in ",;:(–—" and _bare().fullmatch(before):
        before = f"{pieces[-3]} {before}"
    return f"{before} {_parting().split(slot.after, 1)[0]}"


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(PARTING, re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(BARE, re.IGNORECASE)
