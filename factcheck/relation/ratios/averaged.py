"""What words tell a number as a mean: "an average of 30", "30 a day", "each got 30", "the average day saw 30"."""

from __future__ import annotations

import re

from factcheck.numeral import Kind
from factcheck.relation.cues import NAMED, NOUN, OPEN, RESTATING
from factcheck.relation.line import LONGEST_GAP, Line, Slot, says
from factcheck.text.language import load

AVERAGE = (
    r"(?:average|mean)(?: [\w'’-]+){0,2} of(?: (?:just|only|some))?|averag\w+(?: out at)?|\b(?:average"
    r"|mean)\b[^,;:()\d]{0,60}? (?:was|is|were|are"
    r"|being|stood at|stands at|came to|comes to|works out at|worked out at|at)(?: just| only)?"
    r"|\b(?:average|mean)\b[^,;:()\d]{0,40}[,:]"
    r"|\b(?:average|mean) (?!(?:of|day|week|month|year|person|man|woman|family)\b)[a-z]+(?: just| only)?"
)
TOLD = (
    r"(?:means?|meaning|meant|equals?|mak(?:es?|ing)|works? out (?:at|to|as)|giv(?:es?|ing)|comes? to|came to"
    r"|amounts? to|that is|that was|that['’]s|call it|leaves?|leaving"
    r"|equates? to|averag\w+|gets?|got)(?: (?:just|only|some|it|them|him|her|each(?: \w+)?))?"
)
"""Before what comes of a division."""
AT_HEAD = (
    r"(?:^|[,;:.]\s*)(?:(?:that|this) (?:is|was|makes) )?(?:at|with|per \w+,?|for (?:each|every) \w+,?(?: there "
    r"\w+)?)\s*"
)
THE_AVERAGE = r"\W*\b(?:that|this|which) (?:is|was) (?:the|an) (?:average|mean)\b"
"""Behind a number that is called a mean only then."""
ON_AVERAGE = r"\bon average\b[^,;:.()\d]{0,60}"
ONE_ON_AVERAGE = "on average,? an?"
"""Before what stands for each: "on average a team planted 312"."""
EVENLY = (
    r"\bon average\b|\baverag\w+|\b(?:meaning|means|meant|so)(?: that)? (?:each|every)\b|\b(?:evenly|equally|fairly"
    r"|apiece)\b|\bdivid(?:ed?|ing)\b|\b(?:shared?|shared out|spread)\b"
    r"|\btak(?:ing|e) (?:the average|one with another)\b"
)
"""Words of a sentence in which what is told of each is told of all of them together."""
TYPICAL = r"\b(?:average|mean|typical)\s+([^\W\d_][\w-]*)(?:,? (?:then|thus|so),?)?(?:\s+[^\W\d_][\w'’-]*){0,8}\s*$"
SUBJECT = (
    rf"\b(?:(?:each|every)\b(?: one)?(?: of (?:the|these|those|its|their|them)\b)?|{ONE_ON_AVERAGE})"
    r"(?: ([^\W\d_][\w-]*))?[^.,;:?!()\d–—]*$"
)
"""Before what is told of each."""
HEAD = r"\b(?:per|for (?:each|every)) ([^\W\d_][\w-]*)(?:,? (?:there \w+|on average|is|was|were|are|stood at))?\s*[?,:]?\s*$"
ASKED = (
    r"\b(?:how (?:many|much|long|heavy)|what)\b[^.?]*\b(?:per|to (?:an?|each|every)|for (?:each|every)) ([^\W\d_][\w-]*)"
    r"[^.?]*\?\s*$"
)
OPENING = r"^\W*(?:per|for (?:each|every)) ([^\W\d_][\w-]*)[^.;:?!]*$"
ELSEWHERE = (
    r"\b(?:nation\w*|country|county|region\w*|usual|normal|previous|last|long-term|elsewhere|league|industry|world\w*|global"
    r"|european|expected|target|seasonal|former|ten-year|five-year)\b[^,;:.]{0,30}\b(?:average|mean)\b[^,;:.]*$"
)
"""Before an average of others, or of other times."""
COMPARED = (
    r"(?:against|than|compar\w+ with|contrast\w* with|(?<!ing )(?<!equal )(?<!equivalent )(?<!equates )"
    r"(?<!comes )(?<!came )(?<!come )to|below|above"
    r"|over|under|on|versus|beat|topped|exceed\w*) (?:an?|the|its"
    r"|their)(?: [\w'’-]+){0,3} of"
)
"""Before an average with which something is compared."""
FURTHER = (
    rf"(?:{NOUN}){{0,2}}\s+(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter|above|below)\b"
    r"|\s+times (?:as|more|the|that|higher|larger)\b"
)
"""Behind a number that tells by how much an average is more than another."""
THING = r"(?:\s+(?!(?:in|of|for|to|at|on|with|by|from|was|were|is|are|has|had|have|and|or|as)\b)[^\W\d_][\w'’-]*)"
PER = (
    rf"((?:{THING}){{0,3}}|\s+of (?:them|these|those))\s+(?:per|an?|(?:for|to|in) (?:an?|each|every|one)|to the"
    r"|(?:(?:at|on|from|with|by) )?(?:each|every))"
    r"\s+(?!of\b)([^\W\d_]+)"
)
DAILY = {"daily": "day", "nightly": "night", "hourly": "hour", "weekly": "week", "monthly": "month", "yearly": "year"}
DAILY |= {"annual": "year", "quarterly": "quarter"}
EACH_THING = r"\s+(?!(?:on|in|at|of|for|to|by|with|and|or|from|a)\b)[^\W\d_]+(?:[.,;:)]|$)"
"""Behind "each" where it is told of what."""
EACH = rf"(?:{NOUN}){{0,2}}\s+(?:each(?!{EACH_THING})|in each|apiece|a head|a ?piece)\b"
PLURALS = {"man": "men", "woman": "women", "person": "people"}
SHORTEST = 2  # letters of a word
ANYBODY = frozenset("head person member capita".split())
"""What something is told per where nothing is said of what sort."""


def is_compared(mean: Slot) -> bool:
    """Whether it is an average that something else is compared with, or how far away one is."""
    return mean.follows(COMPARED) or mean.precedes(FURTHER) or says(ELSEWHERE, mean.before)


def has_average(mean: Slot) -> bool:
    """Whether words beside a number tell that it is an average."""
    return (
        mean.follows(AVERAGE)
        or mean.follows(r"on average,?(?: some)?")
        or mean.precedes(r".{0,30}\bon average\b")
        or mean.precedes(THE_AVERAGE)
    )


def is_averaged(mean: Slot) -> bool:
    """Whether words beside a number tell that it is a mean, or what came of a division."""
    return (
        has_average(mean)
        or mean.follows(r"\b(?:average|mean) \w+ \w+")
        or mean.follows(TOLD)
        or mean.follows(AT_HEAD)
        or mean.follows(rf"{OPEN}{RESTATING}{NAMED}")
    )


AGE = r"\bage(?: of [\w' -]{1,40}?)? (?:is|was|of|being|at)(?: (?:just|only|about))?"
"""Before an age, of which no counts are the sum."""


def per_of(line: Line, mean: Slot) -> str | None:
    """What a mean is told per, "" where that is "each"; None where it is no mean."""
    if mean.kind is Kind.RATE:
        return mean.numeral.unit.rpartition(" ")[2] if mean.numeral.per == 1 else None
    if mean.follows(AGE):
        return None
    if mean.precedes(EACH):
        return ""
    named = re.match(PER, mean.after, re.IGNORECASE)
    if named is not None:
        return named[2].lower()
    typical = _of_one(line, mean)
    if typical is not None:
        return typical
    daily = re.search(rf"\b({'|'.join(DAILY)}) (?:average|mean|rate)\b[^,;:()]{{0,30}}$", mean.before, re.IGNORECASE)
    if daily is not None:
        return DAILY[daily[1].lower()]
    head = _head(line, mean)
    if head is not None:
        return head
    if mean.follows(AVERAGE) or mean.precedes(THE_AVERAGE) or mean.follows(ON_AVERAGE):
        return ""
    return "" if says(r"\beach of\b", line.text) and says(r"\bon average\b", line.text) else None


def _head(line: Line, mean: Slot) -> str | None:
    """What words before a mean tell that it is per: "per day, 30", "how many a day? 30"."""
    head = re.search(HEAD, mean.before, re.IGNORECASE) or re.search(ASKED, mean.before, re.IGNORECASE)
    if head is None and has_average(mean):
        head = re.search(OPENING, _up_to(line, mean), re.IGNORECASE) if mean.at < LONGEST_GAP else None
    return None if head is None else head[1].lower()


def _of_one(line: Line, mean: Slot) -> str | None:
    """What has so many where that is told of one of them: "the average day saw 30", "each day saw 30 on average"."""
    typical = re.search(TYPICAL, mean.before, re.IGNORECASE)
    if typical is not None and any(counts(slot, typical[1].lower()) for slot in line.near(mean)):
        return typical[1].lower()
    subject = re.search(SUBJECT, _up_to(line, mean), re.IGNORECASE) if says(EVENLY, line.text) else None
    if subject is None:
        return None
    word = (subject[1] or "").lower()
    dull = load(line.language).sentences.function_words
    return "" if not word or word in dull or word.endswith("ed") else word


def counts(slot: Slot, word: str) -> bool:
    """Whether a number counts what a word in the singular names."""
    if slot.kind is Kind.DURATION:
        return slot.numeral.unit == word
    stem = PLURALS.get(word, word.removesuffix("y"))
    if len(stem) < SHORTEST:
        return False
    before = rf"\b{re.escape(stem)}[a-z]*\b[^,;:.()]{{0,40}} (?:numbered|totalled|came to|were put at|stood at)"
    return any(noun.startswith(stem) for noun in slot.nouns) or slot.follows(before)


def _up_to(line: Line, mean: Slot) -> str:
    """The last words before a mean, with signs for the numbers among them."""
    return line.words[max(mean.at - LONGEST_GAP, 0) : mean.at]
