"""A number told as a multiple of another: "312 complaints, three times as many as the 104 of last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.compared import JOINED, after_than, joined, likes
from factcheck.relation.line import CLOSE, says

MORE, LESS = "the_larger_number", "the_smaller_number"
GAPS = {"more": COUNTS, "less": COUNTS, "times": frozenset({Kind.MULTIPLE})}
CHANGED = r"(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing)$"
THINGS = "number|size|amount|figure|total|sum|price|cost|rate|length|height|weight|level|tally|count|volume|value|age|capacity"
ALONE = (
    rf"\s+(?:as \w+(?: to [^,;:()]{{1,30}})?{CLOSE}|as \w+ (?P<more>\w+) as (?P<less>\w+){CLOSE}|(?:the|that|its"
    rf"|their) (?:{THINGS}){CLOSE}|(?:over|more){CLOSE})"
)
"""With nothing behind it that is compared with: "three times as many."."""
SIZE_OF = rf"\s+(?:the|that|its|their) (?:{THINGS}) of [^,;:()]{{1,40}}[,(–—:]\s*$"
AS_MANY = r"\s+(?:as \w+|the|that of|its|their|what|those)\b"
ANCHOR = "times"
PHRASES = (
    r"{more}~(?:,| –| —)? (?:or |which (?:is|was|were) )?{times} (?:as (?:many|much|high|large|long) as )?(?:in )?<the> {less}",
)
EXAMPLES = (
    Example("There were 312 complaints, three times as many as the 104 of last year.", holds=True),
    Example("There were 312 complaints, four times as many as the 104 of last year.", holds=False),
    Example("It had 159 guests, more than double the 70 of May.", holds=True),
    Example("It had 139 guests, more than double the 70 of May.", holds=False),
    Example("Sales of 300 tripled in 2016.", holds=None),
    Example("There were 312 boys and 104 girls, three times as many.", holds=True),
    Example("There were 312 boys and 140 girls, three times as many.", holds=False),
    Example("With 312 beds the new ward is three times the size of the old one, which had 104.", holds=True),
    Example("With 312 beds the new ward is three times the size of the old one, which had 140.", holds=False),
    Example("The park had 312 guests, three times as many as in 2016, and 12 guides.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A multiple, and the two numbers that are compared by it."""
    for slot in line.slots:
        if _is_odds(slot):
            times = replace(slot, numeral=replace(slot.numeral, kind=Kind.MULTIPLE, terms=None))
            counted = [other for other in line.near(times) if other.kind in COUNTS]
            for more, less in joined(line, counted, 4 * times.value, rf"{JOINED}|outnumber"):
                yield line.said(more=more, less=less, times=times)
        if slot.kind is not Kind.MULTIPLE or slot.numeral.flags or says(CHANGED, slot.numeral.surface):
            continue
        for more, less in _compared(line, slot):
            yield line.said(more=more, less=less, times=slot)


def _is_odds(slot: Slot) -> bool:
    """Whether it tells by how much one number outnumbers another: "outnumbered girls three to one"."""
    terms = slot.numeral.terms
    told = slot.kind is Kind.RATIO and terms is not None and terms[1] == 1 < terms[0] and not slot.numeral.flags
    return told and slot.follows(
        r"outnumber\w*(?: [\w'’()-]+){0,4}(?: by)?|outnumber\w* [^,;:]{0,30}(?: by)?|\) (?:by )?"
    )


def _compared(line: Line, times: Slot) -> Iterator[tuple[Slot, Slot]]:
    told = False
    last = next((slot for slot in line.slots[times.index + 1 : times.index + 2] if times.precedes(SIZE_OF)), None)
    if last is not None and times.index and line.slots[times.index - 1].is_like(last) and last.is_closed:
        yield line.slots[times.index - 1], last
    for first, last in after_than(line, times, AS_MANY):
        if first.kind in COUNTS:
            told = True
            yield first, last
    counted = [slot for slot in line.near(times) if slot.kind in COUNTS]
    if told or not counted or not times.precedes(ALONE):
        return
    for first, last in joined(line, likes(line, times, counted[0]), 4 * times.value):
        named = re.match(ALONE, times.after, re.IGNORECASE)
        things = {named["more"], named["less"]} - {None} if named else set()
        if not things or (things & {*first.nouns} and things & {*last.nouns}):
            yield (first, last) if first.value >= last.value else (last, first)


def stated(said: Said) -> Stated | None:
    """The two numbers, and their ratio."""
    more, less = said["more"], said["less"]
    if more.kind is not less.kind or more.unit != less.unit:
        return None
    counted = all(numeral.kind is Kind.COUNT and numeral.quantum == 1 for numeral in (more, less))
    declared = {} if counted else {"amount": "true"}
    counts = [
        {"kind": "count", "quantity": name, "printed": said[gap]} for name, gap in ((MORE, "more"), (LESS, "less"))
    ]
    ratio = {"kind": "ratio", "of": MORE, "to": LESS, "printed": said["times"]}
    return Stated({MORE: declared, LESS: declared}, (*counts, ratio))
