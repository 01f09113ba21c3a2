"""Which of two numbers is the earlier one, by the years and the words of time in the clauses around them."""

from __future__ import annotations

import re
from functools import cache

from factcheck.relation.line import Slot, says

YEAR = r"\b(?:1[89]|20)\d\d\b"
PARTING = r"([,;:()–—]|\b(?:and|but|while|whereas|from|to|against|compared|than|or|having|whose)\b)"
BARE = (
    r"\s*(?:(?:and|but|only|just|some|it|there|they|this|that|which|in|on|of|when|where|was|were|is|are|had|has|have|been|stood"
    r"|at|the|number|figure|total|share|proportion|rate|count|who|came)\b\s*)*"
)
"""Words that tell no time."""
EARLIER = (
    r"\b(?:at the (?:very )?(?:start|outset|beginning|launch|opening)|(?:in|at|during|for|from|by) the (?:first"
    r"|opening|initial|original"
    r"|earliest|baseline|preceding|previous|prior|same)\b(?! half)|initially|originally|at first|to begin with"
    r"|at baseline|the baseline"
    r"|(?:when|before|since) (?:it|they|he|she|we|the \w+) (?:began|started|opened|was founded|took \w+|launched"
    r"|arrived|came)"
    r"|used to|formerly|once|(?:began|started|opened|set out|launched|born) (?:with|at|on|as)|beforehand|until then"
    r"|in (?:its|their|his|her) (?:heyday|prime|first)|at (?:its|their|the) (?:peak|height)|the (?:year|month"
    r"|week|day|season|quarter) before"
    r"|(?:last|previous|prior|preceding) (?:year|month|week|quarter|season|term|spring|summer|autumn|winter)"
    r"|(?:year|month|week|decade|quarter)s?"
    r" (?:ago|earlier|before|previously)|back then|at the time|did previously)\b"
)
LATER = (
    r"\b(?:at the (?:very )?(?:end|close|finish)|(?:in|at|by|on) the (?:end|last|latest|final|closing|most recent"
    r"|newest)|finally|now|today"
    r"|currently|at present|nowadays|these days|at follow-up|in the end|since then|this (?:year|month|week|season"
    r"|quarter|term|spring|summer|autumn|winter)"
    r"|(?:ended|finished|closed|left|emerged) (?:with|at|on|up)|years? later|years? on|in its latest"
    r"|at the last count|still)\b"
)


def is_earlier(first: Slot, last: Slot) -> bool:
    """Whether years or words of time tell that the one number is of an earlier time than the other."""
    former, latter = when(first), when(last)
    years = [re.findall(YEAR, words) for words in (former, latter)]
    if all(len(set(told)) == 1 for told in years):
        return int(years[0][0]) < int(years[1][0])
    return (
        _is(EARLIER, LATER, former)
        and not _is(EARLIER, LATER, latter)
        and (_is(LATER, EARLIER, latter) or (says(EARLIER, former) and bool(years[1])))
    )


def _is(told: str, other: str, words: str) -> bool:
    return says(told, words) and not says(other, words)


def when(slot: Slot) -> str:
    """The words that may tell when a number was so: those of its clause, and an adverbial set off before it."""
    pieces = _parting().split(slot.before)
    before = pieces[-1]
    if len(pieces) > 1 and pieces[-2] in ",;:(–—" and _bare().fullmatch(before):
        before = f"{pieces[-3]} {before}"
    return f"{before} {_parting().split(slot.after, 1)[0]}"


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(PARTING, re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(BARE, re.IGNORECASE)
