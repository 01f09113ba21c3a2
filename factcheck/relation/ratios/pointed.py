"""Whether words about a multiple point at the two numbers before it: "the first figure is three times the second"."""

from __future__ import annotations

import re

from factcheck.relation.line import CLOSE, Line, Slot, says

STEM = 4  # letters by which a word is known again
FIGURE = (
    r"(?:figure|number|total|count|tally|toll|sum|amount|score|share|result|level|rate|group|one|list|queue|camp|side"
    r"|crowd|batch|bill|fund|budget|fleet|flock|herd|workforce|payroll|roll)s?"
)
TURN = r"(?:first|former|second|latter|larger|smaller|bigger|higher|lower|other)"
ONE_IS = (
    rf"\bthe {TURN}(?: (?:of (?:the|these|those) )?{FIGURE})? (?:is|was|are|were|being|made|makes)"
    r"(?: (?:about|some|just|nearly|almost|over|roughly|more than))?"
)
SIZE = r"(?:size|length|height|value|price|cost|weight|width|depth|age|number|amount|area)"
THE_OTHER = rf"\s+(?:(?:that of|the {SIZE} of|as (?:[a-z]+ )?[a-z]+ as) )?the {TURN}(?: {FIGURE})?{CLOSE}"
PLACE = r"(?:city|town|village|country|county|district|state|school|college|club|firm|company|council|party|league|one)"
ONE_HAS = (
    rf"\bthe {TURN}(?: {PLACE})? (?:has|have|had|got|took|won|drew|held|sold)(?: (?:about|some|just|nearly|almost"
    r"|over))?"
)
THE_THING = (
    r"\s+(?:the (?:number|total|figure|amount|staff|workforce|people)|as (?:many"
    rf"|much)(?: (?!as\b)[\w'’-]+){{0,2}}){CLOSE}"
)
"""Behind a multiple of which only the one that has it is named."""
HIS = (
    r"\b(?:his|hers?|theirs?)(?: own)? [^\W\d_][\w-]* (?:is|was|are|were|came to)(?: (?:about|some|just|nearly|almost"
    r"|over))?"
)
HERS = rf"\s+(?:his|hers|theirs){CLOSE}"
AGAINST, FOR = (
    r"\b(?:against|oppos\w+|object\w*|no|reject\w*|hostile)\b",
    r"\b(?:for|favou?r\w*|support\w*|back\w*|yes|approv\w+)\b",
)
BOTH_SIDES = r"\s+as many(?: (?!as\b)[\w'’-]+){1,4} as (?:[\w'’-]+ ?){1,3}[.,;]"
ONE_WAY = (
    r"\s+as (?:many|much)(?: [\w'’-]+){0,3} (?P<at>in|on|at|from|for|with|of|to|by) (?:the )?(?:one|first|former)(?: [\w'’-]+)?"
    rf" as (?:(?P=at) )?(?:the )?(?:other|second|latter)(?: [\w'’-]+)?{CLOSE}"
)
NUMEROUS = r"(?:well[- ]represented|common|numerous|frequent|plentiful|many|prevalent|abundant)"
AS_COMMON = rf"\s+as {NUMEROUS}(?: (?:in|at|on|among|there|across|within|here)\b(?:(?! as\b) [\w'’-]+){{0,4}})?{CLOSE}"
CONCLUDING = r"(?:[,;–—]|\s-)\s*(?:(?:and )?(?:so|thus|hence|meaning|which means?|which meant)(?: that)? )?"
OF_ONE = (
    rf"{CONCLUDING}(?:the )?(?P<one>[^\W\d_][\w-]*)(?:s?['’]s?)?(?: {FIGURE})?"
    r"(?: (?:is|was|are|were|being|came to|comes to))?\s*$"
)
OF_OTHER = (
    rf"^\s+(?:(?:that|those) (?:of|for|among) )?(?:the )?(?P<other>[^\W\d_][\w-]*)(?:s?['’]s?)?(?: {FIGURE})?{CLOSE}"
)
SET_AGAINST = (
    r"(?:^|[.;:–—]\s)\W*(?:against|compared (?:with|to)|next to|beside|alongside)(?: (?:the|its|their|only|just))?"
)
"""Before a number with which the next one is compared."""
SUPPLY = rf"\s+(?:the|its) (?:supply|capacity){CLOSE}"
DEMAND = r"\bdemand\b[^,;:.]{0,20}$"
FROM = r"(?: [\w'’-]+){1,4}? (from|in|at|for|by|with|on) "


def points_at(line: Line, times: Slot, first: Slot, last: Slot) -> bool:
    """Whether the only two like numbers before a multiple are told to be what it compares."""
    if not first.index < last.index < times.index:
        return False
    if times.follows(ONE_IS) and times.precedes(THE_OTHER):
        return True
    if times.follows(ONE_HAS) and times.precedes(THE_THING):
        return True
    if first.follows(SET_AGAINST) and times.precedes(rf"\s+as (?:many|much){CLOSE}"):
        return True
    if times.follows(HIS) and times.precedes(HERS):
        before = f"{first.before}{line.between(first, last)}"
        return says(r"\b(?:he|his)\b", before) and says(r"\b(?:she|hers?)\b", before)
    if _are_for_and_against(line, times, first):
        return True
    if re.match(ONE_WAY, _behind(line, times), re.IGNORECASE) or (times.follows(DEMAND) and times.precedes(SUPPLY)):
        return True
    outnumbered = says(r"\b(?:outnumber|dwarf|exceed|surpass)\w*\b", line.between(first, last)) and times.precedes(
        AS_COMMON
    )
    return (
        outnumbered
        or _are_owners(first, last, times)
        or _is_common(line, first, last, times)
        or _are_parallel(line, first, last, times)
    )


def _are_for_and_against(line: Line, times: Slot, first: Slot) -> bool:
    """Whether both numbers and both sides of the multiple are told of those for and those against something."""
    sides = re.match(BOTH_SIDES, times.after)
    return sides is not None and all(
        says(pattern, words) for pattern in (AGAINST, FOR) for words in (sides[0], line.between(first, times))
    )


def _behind(line: Line, times: Slot) -> str:
    """The words behind a multiple, "one" in them being a word like any other."""
    return times.after + "".join(f"{slot.numeral.surface}{slot.after}" for slot in line.slots[times.index + 1 :])


def _are_owners(first: Slot, last: Slot, times: Slot) -> bool:
    """Whether each of what the two numbers count stands on its side of the multiple: "the boys' figure is twice the girls'"."""
    one = re.search(OF_ONE, times.before, re.IGNORECASE)
    other = re.match(OF_OTHER, times.after, re.IGNORECASE)
    if one is None or other is None:
        return False
    sides = [told.lower()[:STEM] for told in (one["one"], other["other"])]
    named = [{noun[:STEM] for noun in slot.nouns[:2]} for slot in (first, last)]
    return sides[0] != sides[1] and any(sides[0] in named[way] and sides[1] in named[1 - way] for way in (0, 1))


def _is_common(line: Line, first: Slot, last: Slot, times: Slot) -> bool:
    """Whether it is told how much more common one of the two is: "so that squatters are twice as common"."""
    subject = re.search(
        rf"{CONCLUDING}((?:[\w'’-]+ ){{1,4}})(?:is|are|was|were|being)\s*$", times.before, re.IGNORECASE
    )
    if subject is None or not times.precedes(AS_COMMON):
        return False
    words = f" {first.before} {line.between(first, last)} {last.after}".lower()
    earlier = words[: words.find(subject[0].lower())]
    return any(f" {word[:STEM]}" in earlier for word in re.findall(r"[^\W\d_]{3,}", subject[1].lower()))


def _are_parallel(line: Line, first: Slot, last: Slot, times: Slot) -> bool:
    """Whether both are told in one phrase, and the multiple of one of the two: "with 9 from Rye and 27 from Ayr, thrice as many"."""
    one = re.match(rf"{FROM}[^,;:.]*\band\s*$", line.between(first, last))
    if one is None or not says(r"^\W*with\s*$", first.before):
        return False
    alike = last.precedes(rf"\s+{one[1]}\b") and not last.nouns
    return alike and times.precedes(rf"\s+as many(?: [\w'’-]+)? (?:from|in|at|for|by|with|on) the [\w-]+{CLOSE}")
