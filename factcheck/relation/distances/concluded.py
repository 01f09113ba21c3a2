"""Two numbers, and what a clause behind both concludes that they are apart: "512 limes and 498 elms, so 14 more limes than elms"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.numeral import Kind
from factcheck.relation.compared import TIMES
from factcheck.relation.cues import LESS, MORE
from factcheck.relation.distances.clauses import is_counted_as
from factcheck.relation.line import CLOSE, Line, Slot, says

STEM = 4  # letters by which a word is known again
TWO = 2
NAMED = r"\s+(?:more|fewer)((?: (?!than\b)[\w'’-]+){1,3}) than((?: [\w'’-]+){1,3})"
"""Behind a distance of what each of two numbers counts: "14 more limes than elms"."""
IN = (
    r"\b(?:join\w*|arriv\w*|hir\w+|recruit\w*|admi(?:tted|ssions?)|open(?:ed|ings?)|enter\w*|entr(?:y|ies)"
    r"|immigra\w+|moving in|moved in"
    r"|(?:com(?:e|es|ing)|came|go(?:es|ing)?|went|flow\w*|t[ao]ken?|took) in|t[ao]k(?:e|es|en|ing) on|took on|received"
    r"|newcomers?|starters|signings|births?|born)\b"
)
OUT = (
    r"\b(?:leav\w+|left|depart\w*|resign\w*|retir\w+|discharg\w+|clos(?:ed|ures?|ings?)|exits?|emigra\w+|moving out|moved out|quit"
    r"|(?:com(?:e|es|ing)|came|go(?:es|ing)?|went|flow\w*) out|dealt with|completed|cleared"
    r"|dismiss\w+|deaths?|died)\b"
)
MORE_IN = r"(?: [\w'’-]+)? (?:more|fewer)((?: (?!than\b)[\w'’-]+){1,4}) than((?: [\w'’-]+){1,4})"
"""Behind a distance of what joined from what left: "14 more coming in than going out"."""
LIVES = r"\b(?:births?|born|deaths?|died)\b"
THAN_BEFORE = (
    rf"(?: [\w'’-]+){{0,2}} (?:{MORE}|{LESS})(?: [\w'’-]+){{0,2}} than (?:(?:it|they|she|he|we) (?:had|began|started|opened|set out)"
    r"|(?:at|in) the (?:start|beginning|outset))\b"
)
NET = (
    r"(?:\b(?:so|thus|hence|therefore|meaning|means|natural|net)\b[^;:.]{0,40}?\b(?:added|gain\w*|grew|grown|growth|rose|fell|shrank"
    r"|lost|loss|increase|decrease|change|up|down|surplus|deficit)(?: (?:by|of|was|is|came to|added))*)"
)
"""Before what came of those who joined and those who left."""
OFFERED = (
    r"\b(?:offer\w*|available|made|built|advertis\w+|there (?:were|are|had been)|had|out of|of|provid\w+|plann\w+|want\w*|sought|needed"
    r"|capacity|room)(?: (?:for|up|to))?"
)
GONE = rf"(?: (?:went|go|stayed|stay|remain\w*|were|are|was|is|lay|lie|had|have|could|did|found|got|still|failed)\b|{CLOSE})"
"""Behind "the remaining 31", of which nothing new is named."""
UNFOUND = r"(?: [\w'’-]+)? (?:unaccounted for|missing|unexplained|untraced|to be (?:found|accounted for|traced))\b"
BACK = (
    r"\b(?:clawed|got|getting|won|paid|took|brought) back\b|\b(?:recover\w+|recoup\w+|refund\w*|repaid|repays?|retriev\w+|salvag\w+"
    r"|reimburs\w+)\b"
)
NET_LOSS = (
    r"\bnet (?:loss|cost|outlay|bill|damage|gain|expense|effect|expenditure)(?: [^,;:.]{1,30})?"
    r" (?:is|was|being|of|came to|comes to)"
)
OR_FEWER = rf"(?: [\w'’-]+)? (?:{MORE}|{LESS}){CLOSE}"
WHICH_IS = r"(?:[,(–—]\s*|\s-\s)(?:or|which (?:is|was|makes)|that is|that was)(?: (?:just|some|only|about))?"
ADDITIONAL = r"(?:[,(–—]\s*|\s-\s)an (?:additional|extra)"
DUE = r"\b(?:worth|instead of|rather than|although|but|against|only|entitled to|due)\b"
"""Between what was paid and what ought to have been."""
OWED = r"\s+(?:balance|difference|excess|overpayment|overcharge|shortfall)\b"


def concluded(line: Line, by: Slot) -> tuple[Slot, Slot] | None:
    """The only two numbers of its sort before a third one, where words say that this is how far they are apart."""
    two = [slot for slot in line.slots[: by.index] if slot.kind not in TIMES]
    if len(two) != TWO or not all(is_counted_as(slot, by) for slot in two):
        return None
    first, last = two
    told = (
        _are_named(first, last, by)
        or _flowed(line, first, last, by)
        or _remain(line, first, last, by)
        or _is_set_off(line, first, last, by)
        or _is_owed(line, first, last, by)
    )
    return (first, last) if told else None


def _are_named(first: Slot, last: Slot, by: Slot) -> bool:
    """Whether there are so many more of what one counts than of what the other does."""
    found = re.match(NAMED, by.after, re.IGNORECASE)
    if found is None:
        return False
    more, less = (_stems(words.lower().split()) for words in found.groups())
    one, other = (_stems(slot.nouns[:2]) for slot in (first, last))
    one, other = one - other, other - one
    return bool((more & one and less & other) or (more & other and less & one))


def _stems(words: tuple[str, ...] | list[str]) -> set[str]:
    return {word[: max(STEM, len(word) - 2)] for word in words}


def _flowed(line: Line, first: Slot, last: Slot, by: Slot) -> bool:
    """Whether so many joined and so many left, and the third number is what that came to."""
    behind = [" ".join(re.split(r"[,;:.]|\band\b", slot.after)[0].split()[:4]) for slot in (first, last)]
    told = re.match(MORE_IN, by.after, re.IGNORECASE)
    if told is not None and _are_opposite([*told.groups()]):
        before = [re.split(r"[,;:.]|\band\b", slot.before)[-1] for slot in (first, last)]
        beside = [f"{one} {other}" for one, other in zip(before, behind, strict=True)]
        return _are_opposite(beside)
    if not _are_opposite(behind):
        return False
    if any(says(LIVES, words) for words in behind) and not says(r"\bnatural\b", line.text):
        return False  # people move as well
    ended = by.precedes(THAN_BEFORE) and says(r"\bwith\b", first.before)
    return ended or (by.follows(NET) and not by.precedes(rf"(?: [\w'’-]+)? (?:{MORE}|{LESS})\b| of\b"))


def _are_opposite(told: Sequence[str]) -> bool:
    """Whether one of two clauses tells of those that join, and the other of those that leave."""
    return sorted((says(IN, words), says(OUT, words)) for words in told) == [(False, True), (True, False)]


def _remain(line: Line, first: Slot, last: Slot, by: Slot) -> bool:
    """Whether it is what remains of all that there were: "31 were let, although there were 45; the remaining 14 stand empty"."""
    if not by.follows(r"(?:the|its|their) (?:remaining|other)") or not by.precedes(GONE):
        return False
    whole, part = (first, last) if first.value > last.value else (last, first)
    offered = whole.follows(OFFERED) or whole.precedes(rf"(?: [\w'’-]+)? (?:{OFFERED})")
    same = whole.is_named_as(part) or says(rf"^(?:{OFFERED})", whole.nouns[0])
    return offered and same and says(DUE, line.between(first, last))


def _is_set_off(line: Line, first: Slot, last: Slot, by: Slot) -> bool:
    """Whether it is set off behind the second number, which counts the same: "the census shows 45, which is 14 fewer"."""
    if last.index != by.index - 1 or not last.is_named_as(first) or says(r"\band\s*$", line.between(first, last)):
        return False
    words = line.between(last, by)
    if says(r"[;:]|\band\b", words):
        return False
    fewer = by.follows(WHICH_IS) and by.precedes(OR_FEWER) and last.is_closed
    missing = by.follows(r"leav(?:ing|es)(?: (?:some|just|only|about|a further|the other))?") and by.precedes(UNFOUND)
    return fewer or missing or (by.follows(ADDITIONAL) and by.is_closed)


def _is_owed(line: Line, first: Slot, last: Slot, by: Slot) -> bool:
    """Whether it is what was paid too much, or what a loss came to when some of it had been recovered."""
    if by.kind is not Kind.MONEY:
        return False
    between = line.between(first, last)
    if by.follows(NET_LOSS) and by.precedes(CLOSE):
        return says(BACK, between)
    return (
        by.follows(r"\b(?:the|that|this|its|their)")
        and by.precedes(OWED)
        and says(DUE, between)
        and not says(r"\band\b", between)
    )
