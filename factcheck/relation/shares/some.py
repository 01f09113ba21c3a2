"""Whether a number tells how many of those before it something was done with: "heard 45 appeals, granting 12"."""

from __future__ import annotations

import re

from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.shares.dealt import PERSONS

FAR = 2  # numbers that a part may stand behind its whole
PLEAS = (
    r"(?:applications?|bids|claims|requests|appeals|petitions|objections|complaints|nominations|submissions|tenders"
    r"|proposals|motions"
    r"|pleas|cases|grievances)"
)
"""What is decided one by one."""
PUBLISHED = (
    r"(?:advertisements|adverts|offers|permits|licences|licenses|invoices|posts|listings|certificates|warrants|scripts)"
)
"""What can be taken back one by one."""
TAKEN_BACK = (
    r"(?:withdrawn|banned|blocked|removed|taken (?:down|back|off)|pulled|cancelled|rejected|refused|revoked|suspended|corrected|amended"
    r"|changed|returned|quashed)\b"
)
DECIDE = (
    r"(?:uphold|grant|accept|approv|reject|refus|dismiss|allow|admitt?|clear|award|den[iy]|declin|resolv|settl"
    r"|investigat|withdr[ae]w"
    r"|turn(?:ed|ing) down)"
)
DECIDED = rf"(?:{DECIDE}(?:e?d|ied|n)?|upheld|withdrew|(?:un)?successful|succeeded|failed|thrown out|heard|won|lost)"
DECIDING = (
    rf"(?:{DECIDE}(?:ing)?|[,;–—]? ?(?:and|but) (?:[a-z]+ly |only |has |have |had )?{DECIDED})(?: only| just| some)?"
)
TESTED = (
    r"\b(?:visit|inspect|test|check|open|search|survey|examin|sampl|screen|stud[iy]|review|audit|assess"
    r"|look(?:ed)? at)\w*"
    r"(?: (?:the|all|some|just))?"
)
FOUND = (
    r"\b(?:found|finding|discover\w+|detect\w+|identif\w+|uncover\w+|saw|noted|recorded)\b[^,;:.()]{1,60}? (?:in|at|on"
    r"|among|with)"
    r"(?: only| just| some| as many as)?"
)
"""Before the number of those in which something was found."""
KINDS = (
    r"\s+(?:were|are) (?:[^\W\d_]+ )?(?:(?!(?:outdoors|upstairs|downstairs|overseas|indoors|besides"
    r"|doubtless)\b)[^\W\d_]{2,}[^\W\d_s]s"
    rf"|(?:wo)?men|children|gear|plastic|glass|metal|paper|timber|equipment|clothing){CLOSE}"
)
"""Behind the number of those that are of a kind: "; 45 were bottles"."""
REACHING = (
    r"\s+(?:reaching|passing|failing|winning|surviving|qualifying|succeeding|completing|finishing|coming from"
    r"|hailing from|making it|ending in"
    r"|resulting in"
    r"|leading to)\b"
)
"""Behind the number of those that came to something."""
SENT_BACK = (
    r"\s+(?:were|was|are|have been|had been|had to be) (?:later |then |since )?(?:sent back|turned (?:back|away|down)"
    r"|rejected|refused|returned"
    r"|towed|impounded|seized|recalled|scrapped|withdrawn|approved|accepted|granted|upheld|dismissed|demolished"
    r"|repaired)\b"
)
"""Behind the number of those of some things, and of no people, to which something was done."""
MOST_OF = (
    r"\b(?:(?:nearly|almost|not) all|most|(?:more than |over |nearly |almost |about )?(?:half|two thirds"
    r"|three quarters)|many) of (?:the|its|their)"
)
BEING = r"(?:is|are|was|were|has|have|had|do|did|would|will|can|could)"
DONE = r"(?:(?:later|then|since|also|[a-z]+ly) )?(?:[a-z]{3,}ed|left|took|came|went|gave|got|said|told|sent|won|lost|fell|made|kept)"
COME_FROM = (
    r"[A-Z][a-z]+s (?:(?:were|have|had|been|later|so far) ){0,2}(?!(?:were|are|include[ds]?)\b)[a-z]+"
    r"(?: (?:from|in|at|by|to|on))?(?: only| just| as many as)?"
)
"""Before the number of those from which, or to whom, others did something: "Rescuers brought 12 of them"."""
SENT_OUT = r"\s+(?:[\w-]+ )?[a-z]+s (?:went out|were (?:sent(?: out)?|issued|posted|handed out))\b"
CAME_BACK = r"\s+(?:came back|came in|were (?:returned|sent back|handed in))\b(?: [\w-]+){0,2}\s*[.,;]"
INCLUDE = rf"\s+(?:[\w-]+ ){{0,2}}{PERSONS} includ(?:e|ed|es)(?: (?:only|just|some))?\s*$"
STAFF = rf"\s+(?:[\w-]+ )?(?:{PERSONS}|staff)\b"


def is_some(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether the number right behind another counts some of the same things, which may be named there no more."""
    if whole.index != part.index - 1:
        return False
    words = line.between(whole, part)
    if says(r"[.:]\s", words):
        return False
    if whole.follows(r"(?:^|[,;] )among (?:the|its|their)") and part.follows("were|are"):
        return counts_people(whole)
    if whole.follows(MOST_OF) and says(r"^[^,;:.()]{1,40}, (?:or |some )?$", words):
        return part.precedes(r"\s*,")
    if part.nouns and not part.precedes(rf"{KINDS}|{REACHING}|{CAME_BACK}"):
        return False
    if part.is_closed:
        decided = whole.precedes(rf"(?: [\w-]+)? {PLEAS}\b") and part.follows(DECIDING)
        return decided or (whole.follows(TESTED) and part.follows(FOUND))
    return _goes_on(part, whole, words)


def _goes_on(part: Slot, whole: Slot, words: str) -> bool:
    """Whether it is told what became of them: "45 lorries and 12 were sent back", "45 entries, with 12 reaching the end"."""
    if part.follows(r",\s*with(?: only| just)?"):
        return part.precedes(REACHING) and says(r"^[^,;]*,", words)
    if whole.precedes(INCLUDE) and part.precedes(r"\s+(?:who|from|with|in|aged)\b"):
        return True
    if says(r"[^,;] (?:and|but) (?:only |just )?$", words):
        came_back = whole.precedes(SENT_OUT) and part.precedes(CAME_BACK)
        return came_back or (part.precedes(SENT_BACK) and whole.precedes(r"\s+[a-z]+s\b"))
    return part.follows(r";\s*(?:only |just |all but )?") and part.precedes(KINDS) and words.count(";") == 1


def is_some_of_a_strong(part: Slot, whole: Slot) -> bool:
    """Whether people are told to be in a group of so many: "the 45-strong choir includes 12 children"."""
    strong = whole.index == part.index - 1 and whole.precedes(r"[\s-]strong [\w-]+(?: [\w-]+)? ")
    return (
        strong
        and part.follows(r"(?:includ(?:es|ed|ing)|contain(?:s|ed)|numbers)(?: only| just)?")
        and counts_people(part)
    )


def counts_people(slot: Slot) -> bool:
    """Whether a number is one of people."""
    return slot.precedes(STAFF)


def is_named_again(part: Slot, whole: Slot) -> bool:
    """Whether a number is one of the things that are named with the one before: "45 barns; 12 of the barns are empty"."""
    if part.index - whole.index > FAR or not whole.nouns:
        return False
    return part.precedes(rf"\s+of (?:the|these|those) {re.escape(whole.nouns[0])}(?=\s*[.,;]| {BEING}\b| {DONE}\b)")


def is_come_from(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether something came from some of the things before, which cannot be told of itself: "Replies came from 12 of them"."""
    from_them = part.follows(rf"[,.] {COME_FROM}") and part.precedes(r"\s+of (?:them|these)\b")
    return whole.index == part.index - 1 and from_them and says(r"^[^,;]*[,.] [^,;]*$", line.between(whole, part))


def is_pleaded(part: Slot, whole: Slot) -> bool:
    """Whether a number of "them" is one of what is decided: "45 bids for the flats, and 12 of them succeeded"."""
    outcome = (
        rf"\s+of (?:them|these|which)(?: (?:were|was|have been|had been|are|being))?(?: later| since)? {DECIDED}\b"
    )
    taken_back = (
        rf"\s+of (?:them|these|which)(?: (?:were|was|have been|had been|are|being))?(?: later| since)? {TAKEN_BACK}"
    )
    if whole.index != part.index - 1:
        return False
    pleaded = whole.precedes(rf"(?: [\w-]+)? {PLEAS}\b") and part.precedes(outcome)
    return pleaded or (whole.precedes(rf"(?: [\w-]+)? {PUBLISHED}\b") and part.precedes(taken_back))
