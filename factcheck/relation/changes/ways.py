"""Which way a number went, as the words around its change have it: "up", "down", or neither where they do not tell."""

from __future__ import annotations

import re
from functools import cache

from factcheck.relation.cues import FALL, RISE, THE
from factcheck.relation.line import Line, Slot

NEITHER = "improvement|recovery|deterioration|setback"
"""Changes of which what is changed tells the way."""
NOT_ONE = rf"(?!(?:{NEITHER})\b)"
HIGHER = "more|higher|larger|bigger|greater|longer|heavier|taller|dearer|older|faster|fatter|thicker|wider|extra"
LOWER = "fewer|less|lower|smaller|shorter|lighter|cheaper|younger|slower|thinner|narrower|short|gone|off"
COMPARED = rf"(?:-points?)?\s*(?:{HIGHER}|{LOWER})\b(?!\s+than\b)"
"""Behind a change by which the number before it is compared with another."""
ROSE = (
    r"rose|risen|rising|rises|grew|grown|growing|grows|increas(?:ed|ing|es)|climb(?:ed|ing|s)|jump(?:ed|ing|s)|soar(?:ed|ing|s)"
    r"|surg(?:ed|ing|es)|swell(?:ed|ing|s)|swollen|widen(?:ed|ing|s)|expand(?:ed|ing|s)|lifted|lifting|rais(?:ed|ing|es)"
    r"|boost(?:ed|ing|s)|gain(?:ed|ing)|add(?:ed|ing)|lengthen(?:ed|ing|s)|strengthen(?:ed|ing)|advanced|leapt|mushroomed"
    r"|balloon(?:ed|ing)|mount(?:ed|ing)|swelling|built up|up|the (?:\w+ )?(?:rise|increase|growth|jump)(?! rate)"
)
FELL = (
    r"fell|fallen|falling|falls|dropp(?:ed|ing)|drops|declin(?:ed|ing|es)|decreas(?:ed|ing|es)|shrank|shrunk|shrinking|shrinks"
    r"|sank|sunk|sinking|slid|sliding|slump(?:ed|ing)|plung(?:ed|ing)|plummet(?:ed|ing)|tumbl(?:ed|ing)|dipp(?:ed|ing)"
    r"|slipp(?:ed|ing)|cut|cutting|trimm(?:ed|ing)|reduc(?:ed|ing|es)|slash(?:ed|ing)|lost|losing|shed|shedding|narrow(?:ed|ing|s)"
    r"|contract(?:ed|ing|s)|dwindl(?:ed|ing|es)|eas(?:ed|ing|es)|thinn(?:ed|ing)|shorten(?:ed|ing|s)|weaken(?:ed|ing)"
    r"|collaps(?:ed|ing)|crash(?:ed|ing)|down|lower(?:ed|ing)|reced(?:ed|ing)|slow(?:ed|ing)|the (?:\w+ )?(?:fall|drop|decline|decrease"
    r"|reduction)(?! rate)"
)
"""Words of a clause that tell which way something went, the last one deciding."""
IS = (
    r"(?: [\w-]+){0,2} (?:(?:is|was|being|are|were|amounts to|amounted to|came to|comes to|works out at|worked out at|stands at"
    r"|stood at|equals|of)(?: (?:about|some|just|only|nearly|almost|over))?|(?:put|reckoned|estimated) at)"
)
"""Between the name of a change and how much it was."""
ELSEWHERE = (
    r"\b(?:before|after|since|until|despite|following|because of|owing to|due to|thanks to|amid|with|on account of|in spite of|given)"
    r" (?:the|a|an|its|their|this|that|last \w+['’]s) (?:[\w-]+ ){0,2}?(?:rise|increase|growth|jump|fall|drop|decline|decrease"
    r"|reduction|cut|cuts)\b"
)
"""What something else did, which dates or explains the change: "before the price increase"."""
CLAUSES = 3  # before a change that are asked for such words
PARTING = r"[,;:–—]|\s-\s|\b(?:while|whereas|but)\b"
VERB = r"\b(?:is|are|was|were|has|have|had|will|does|did)\b"


def told_way(line: Line, amount: Slot, before: Slot) -> str:
    """Whether words tell a rise or a fall; `before` is the number that it is a change of."""
    way = re.search(r"\b(up|down)\s+from\s*$", before.before, re.IGNORECASE)
    return (way[1].lower() if way else "") or _beside(amount) or _before(line.words[: amount.at])


def _beside(amount: Slot) -> str:
    """By the words right beside the change."""
    if amount.follows("off"):
        return "down"
    for nouns, compared, told in ((RISE, HIGHER, "up"), (FALL, LOWER, "down")):
        if amount.precedes(rf"(?:-points?)?\s*{NOT_ONE}(?:{nouns}|{compared})\b"):
            return told
        if amount.follows(rf"{NOT_ONE}(?:{nouns})(?: \w+)? of {THE}") or amount.follows(rf"\bthe (?:{nouns}){IS}"):
            return told
    return ""


def _before(words: str) -> str:
    """By the last word before the change that tells it, up to a clause with a verb that does not."""
    for clause in _parting().split(re.sub(rf"\([^()]*\)|{ELSEWHERE}", " ", words, flags=re.IGNORECASE))[
        : -CLAUSES - 1 : -1
    ]:
        told = list(_told().finditer(clause))
        if told:
            return "up" if told[-1]["rose"] else "down"
        if re.search(VERB, clause):
            return ""
    return ""


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(PARTING, re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<rose>{ROSE})|{FELL})\b", re.IGNORECASE)
