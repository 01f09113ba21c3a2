"""Whether words about a multiple point at the two numbers before it: "the first figure is three times the second"."""

from __future__ import annotations

import re

from factcheck.relation.line import CLOSE, Line, Slot, says

STEM = 4  # letters by which a word is known again
FIGURE = r"(?:figure|number|total|count|tally|toll|sum|amount|score|share|result|level|rate|group|one)s?"
TURN = r"(?:first|former|second|latter|larger|smaller|bigger|higher|lower|other)"
ONE_IS = (
    rf"\bthe {TURN}(?: (?:of (?:the|these|those) )?{FIGURE})? (?:is|was|are|were|being|made|makes)"
    r"(?: (?:about|some|just|nearly|almost|over|roughly|more than))?"
)
THE_OTHER = rf"\s+(?:(?:that of|the size of|as (?:large|big|high|many|much) as) )?the {TURN}(?: {FIGURE})?{CLOSE}"
ONE_WAY = (
    r"\s+as (?:many|much)(?: [\w'’-]+){0,3} (?P<at>in|on|at|from|for|with|of|to|by) (?:the )?(?:one|first|former)(?: [\w'’-]+)?"
    rf" as (?:(?P=at) )?(?:the )?(?:other|second|latter)(?: [\w'’-]+)?{CLOSE}"
)
NUMEROUS = r"(?:common|numerous|frequent|plentiful|many|prevalent|abundant)"
AS_COMMON = rf"\s+as {NUMEROUS}(?: (?:in|at|on|among|there|across|within|here)\b(?:(?! as\b) [\w'’-]+){{0,4}})?{CLOSE}"
CONCLUDING = r"(?:[,;–—]|\s-)\s*(?:(?:and )?(?:so|thus|hence|meaning|which means?|which meant)(?: that)? )?"
OF_ONE = (
    rf"{CONCLUDING}(?:the )?(?P<one>[^\W\d_][\w-]*)(?:s?['’]s?)?(?: {FIGURE})?"
    r"(?: (?:is|was|are|were|being|came to|comes to))?\s*$"
)
OF_OTHER = (
    rf"^\s+(?:(?:that|those) (?:of|for|among) )?(?:the )?(?P<other>[^\W\d_][\w-]*)(?:s?['’]s?)?(?: {FIGURE})?{CLOSE}"
)
SUPPLY = rf"\s+(?:the|its) (?:supply|capacity){CLOSE}"
DEMAND = r"\bdemand\b[^,;:.]{0,20}$"
FROM = r"(?: [\w'’-]+){1,4}? (from|in|at|for|by|with|on) "


def points_at(line: Line, times: Slot, first: Slot, last: Slot) -> bool:
    """Whether the only two like numbers before a multiple are told to be what it compares."""
    if not first.index < last.index < times.index:
        return False
    if times.follows(ONE_IS) and times.precedes(THE_OTHER):
        return True
    if re.match(ONE_WAY, _behind(line, times), re.IGNORECASE) or (times.follows(DEMAND) and times.precedes(SUPPLY)):
        return True
    outnumbered = says(r"\boutnumber\w*\b", line.between(first, last)) and times.precedes(AS_COMMON)
    return (
        outnumbered
        or _are_owners(first, last, times)
        or _is_common(line, first, last, times)
        or _are_parallel(line, first, last, times)
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
    return any(f" {word[:STEM]}" in earlier for word in re.findall(r"[^\W\d_]{4,}", subject[1].lower()))


def _are_parallel(line: Line, first: Slot, last: Slot, times: Slot) -> bool:
    """Whether both are told in one phrase, and the multiple of one of the two: "with 9 from Rye and 27 from Ayr, thrice as many"."""
    one = re.match(rf"{FROM}[^,;:.]*\band\s*$", line.between(first, last))
    if one is None or not says(r"^\W*with\s*$", first.before):
        return False
    alike = last.precedes(rf"\s+{one[1]}\b") and not last.nouns
    return alike and times.precedes(rf"\s+as many(?: [\w'’-]+)? (?:from|in|at|for|by|with|on) the [\w-]+{CLOSE}")
