"""Numbers of which other words than "of them" tell that one is of the other: "There are 312 such buyers in all".

The things may be named again, what they did may be taken up, or the number of some stand where a sample is told of.
"""

from __future__ import annotations

import re

from factcheck.relation.asked import ending
from factcheck.relation.cues import NOUN
from factcheck.relation.line import Line, Slot, says
from factcheck.relation.shares.dealt import PERSONS

BE = r"(?:is|are|was|were|have been|had been|will be)"
IN_ALL = r"(?:in (?:all|total|existence)|altogether|all told|overall|to date|so far|on the (?:books|list|register))"
THERE_ARE = rf"there {BE}(?: (?:only|just|some))?"
SUCH = rf"\s+such (?P<things>[^\W\d_]+)(?: {IN_ALL}|\s*(?:[.,;:]|$))"
"""Behind the number of all of which a part was told before."""
OF_THINGS = r"\s+of (?:the|these|those|its|their|all) (?:[\w-]+ ){0,2}?"
ALL_OF_THEM = (
    rf"(?:{NOUN}){{1,3}}[^,;:.()–—]*(?:,| –| —)? ?(?:all|every one|each|most|many|half|some) of (?:them|whom|which)"
    r" (?:(?:was|were|is|are|being) )?(?:among|amongst|from among|one of|part of) (?:the|those|its|their) $"
)
"""Between a part and all: "restored 312 voters, all of them among the 956 whose names were struck off"."""
ENTITLED = (
    rf"\s+(?:{PERSONS} |voters |members )?(?:on the (?:electoral )?(?:register|rolls?|lists?|books|payroll)"
    r"|registered|eligible|entitled|enrolled|invited|asked|contacted"
    r"|(?:who|that) (?:could|might|(?:were|had been) (?:asked|eligible|entitled|invited|registered)))\b"
)
"""Behind the number of those who might do something."""
DID = r"(?:did(?: so)?|voted|replied|responded|took part|answered|turned out|came forward)"
DID_FROM = rf"\s+(?:{PERSONS}|members|voters) {DID} (?:from|of|out of) the $"
"""Between the number of those who did it and of those who might."""
RESIDENTS = (
    r"\s+(?:residents|inhabitants|villagers|islanders|people|adults|men|women|children) (?:of|in|on) (?:the|this) [\w-]+"
    r"(?:, (?:where|which (?:has|had|counts|numbers|is home to)|home to) )$"
)
"""Between the number of some who live in a place and of all who do."""
LIVING = r"\s+(?:people|residents|inhabitants|souls|islanders|villagers)"
COUNTED = rf"{LIVING} (?:live|lived|were living|(?:were |are )?(?:counted |registered |recorded )?(?:{IN_ALL}))\b"
SAMPLE = (
    r"(?:an?|the|this|that|its|our|their) (?:[\w-]+ ){0,2}(?:sample|batch|consignment|collection|shipment|set|survey|study|check|audit"
    r"|review|poll|random check|test|inspection) of (?:the |all )?"
)
HELD = (
    r" (?:[a-z]+ly )?(?:contain(?:s|ed)|includ(?:es|ed)|held|holds|had|has|found|turned up|uncovered|identified|revealed|showed|shows"
    r"|yielded|produced|discovered|threw up|brought to light)(?: only| just| as many as)? $"
)
WHICH = (
    r"(?:,? (?:(?:in|on|of|for|from|with|to|at|by) (?:which|whom)|that|which|who|whose)\b| (?:among|amongst|of) them\b)"
)
"""Behind a number of some of what a sample holds."""
DID_SO = (
    r"(?:of|among|amongst|out of) those (?:who|that) (?:did(?: so| it| this)?|had(?: done so)?|have(?: done so)?),?"
)
"""Before a number of those who did what the number before tells."""
OF_THOSE_DONE = r"\b(?:of|among|amongst) those (?P<done>[^\W\d_]+(?:ed|en|wn|nt|ught)),?(?: only| just| some)?"
"""Before a number of those to whom was done what is told before: "956 were invited. Of those invited, 312 came"."""
CAME = r"\s+(?:were|was|had|have|are|did|came|went|took|said|left|got|won|died|[a-z]{3,}ed)\b"
ACTED = (
    r"^(?:\s+(?!(?:who|that|which|in|of|from|and|or|to|for|with|at|on)\b)[^\W\d_][\w'’-]*){1,3}?"
    r"\s+(?:[a-z]+ed|sat|took|went|came|stood|ran|gave|sent|wrote|bought|won|left|made)\b"
)
"""Behind a number of those who do something."""
BEGINS = r"(?:^|[.;,]\s+)(?:(?:in (?:all|total)|altogether|last \w+|this \w+),? )?(?:a total of|some|only|just)?"


def is_of_such(part: Slot, whole: Slot) -> bool:
    """Whether all are told behind the part: "312 of the buyers who paid … There are 956 such buyers in all"."""
    such = re.match(SUCH, whole.after, re.IGNORECASE)
    if such is None or not whole.follows(THERE_ARE):
        return False
    return part.precedes(rf"{OF_THINGS}{re.escape(such['things'])}\b")


def is_of_those_entitled(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether those who did something are told to be of those who might, or all of some to be among others."""
    between = line.between(part, whole)
    if says(rf"^{RESIDENTS}", between):
        return whole.precedes(COUNTED if between.endswith("where ") else LIVING)
    return says(rf"^{ALL_OF_THEM}", between) or (whole.precedes(ENTITLED) and says(rf"^{DID_FROM}", between))


def is_of_a_sample(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether a sample is told to hold some that are not named again: "a sample of 956 receipts contained 312 on which …"."""
    if part.nouns or not (whole.follows(SAMPLE) and part.precedes(WHICH)):
        return False
    return says(rf"^(?:{NOUN}){{1,3}}{HELD}", line.between(whole, part))


def is_of_those_who_did(part: Slot, whole: Slot) -> bool:
    """Whether a number is one of those who did, or to whom was done, what is told of the number before."""
    done = ending(OF_THOSE_DONE).search(part.before)
    if done is not None and says(rf"\b(?:was|were|been|are) (?:[a-z]+ )?{re.escape(done['done'])}\b", whole.after):
        return not part.nouns or part.precedes(CAME)
    return part.follows(DID_SO) and whole.follows(BEGINS) and says(ACTED, whole.after)
