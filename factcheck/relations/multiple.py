"""A number told as a multiple of another: "312 complaints, three times as many as the 104 of last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.alone import are_listed, only
from factcheck.relation.compared import JOINED, after_than, joined, likes
from factcheck.relation.line import CLOSE, in_unit_of, says
from factcheck.relation.ratios.multiplied import (
    REPEATED,
    SORTS,
    THINGS,
    are_compared,
    is_elsewhere,
    is_of_a_thing,
    others,
)
from factcheck.relation.ratios.pointed import points_at
from factcheck.relation.stating import THE_LARGER, THE_SMALLER, counts_of, declared, is_count
from factcheck.relation.subjects import names
from factcheck.relation.told import TOLD

GAPS = {"more": SORTS, "less": SORTS, "times": frozenset({Kind.MULTIPLE, Kind.FRACTION})}
AS_MUCH = r"as (?:many|much|often|long|high|large|big|great|heavy|old|likely)\b(?!(?: \w+)? again)"
CHANGED = r"(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing)$"
ALONE = (
    rf"\s+(?:as \w+(?: to [^,;:()]{{1,30}})?{CLOSE}|as \w+ (?P<more>\w+) as (?P<less>\w+){CLOSE}|(?:the|that|its"
    rf"|their) (?:{THINGS}){CLOSE}|(?:over|more){CLOSE})"
)
"""With nothing behind it that is compared with: "three times as many."."""
SIZE_OF = (
    rf"\s+(?:(?:the|that|its|their) (?:{THINGS}) of|as [\w-]+(?: [\w-]+)? as) [^,;:()]{{1,40}}"
    r"(?:[,(–—:]\s*(?:(?:which|that|who) (?:has|have|had|holds?|held|is|was|numbers?|seats?|covers?|weighs?|at|drew|sold|took|got)"
    r"|with|at|where there (?:are|were))?|\s(?:with|at))(?: (?:only|just|a mere|some))?\s*$"
)
"""Behind a multiple, the thing that it is of, before the number of that thing."""
AS_MANY = r"\s+(?:(?:as \w+|the|that of|its|their|what|those)\b|(?:\w+ ){0,2}\w+['’]s?\s)"
RIGHT_OF = r"\s+(?:as \w+ as )?(?:(?:the|its|their|his|her|those|some|only|just) ){0,2}(?:\w+['’]s )?$"
"""Between a multiple and the very number that it is of."""
OF_IT = r"\s+of (?:it|them|which|whom|these|those)\b"
COMPARED = r"(?:as|the|that|those|its|their|his|her|our|what)\b"
TWICE = ("twice", "thrice")
WANTED = (
    r"\b(?:asking|chasing|competing|vying|applying|applied|applicants?|bids|bidding|queu\w+|fighting|after)(?: for)?\b"
)
"""Between how many want something and how much of it there is."""
HAVING = rf"{JOINED}|\b(?:has|have|had|there (?:are|were)|drew|got|received|numbered)\b"
THE_OTHER = "(?:the|an?|its|his|her|their|our|any|that|those) "
AS_MUCH_AS = (
    r"\s+as (?:many|much)(?P<things>(?: [\w'’-]+){0,4}?) as"
    rf" (?P<other>(?:(?:in|of|on|at|from|for|by|with) )?{THE_OTHER}[^,;:.()–—]+)"
)
"""Behind a multiple of which words tell what it compares."""
OWNING = r"(?<!so )\b\w+ (?:has|have|had)(?: (?:about|nearly|almost|more than|just|over))*"
"""Before a multiple of a third thing: "312 shops and 104 pubs; Leeds has twice as many"."""
OF_A_YEAR = (
    r"\s+(?:as (?:many|much) as )?(?:(?:in|the|its|their|that|those|of|level|figure|number|total|value|rate|what|it|was) )*"
    r"((?:19|20)\d\d)\b"
)
"""Behind a multiple of what there was in a year."""
FOLD = r"\s+(?:difference|gap|disparity|divide|discrepancy)\b(?!\s+(?:in|of|between)\b)"
"""Behind a multiple by which two numbers before it are apart: "a fivefold difference"."""
OUTDONE = r"\bout(?:number|s[eo]l[ld]|vot|poll|scor|spen[dt]|earn|produc|strip)\w*"
"""Of what is more than another."""
ANCHOR = "times"
PHRASES = (
    (
        r"{more}~(?:,| –| —)? (?:or |which (?:is|was|were) )?{times} (?:as (?:many|much|high|large|long) as )?(?:in "
        r")?<the> {less}"
    ),
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
    Example("Half as many women (156) as men (312) applied.", holds=True),
    Example("Half as many women (165) as men (312) applied.", holds=False),
    Example("The park had 312 guests, three times as many as in 2016, and 12 guides.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A multiple, and the two numbers that are compared by it."""
    for slot in map(_counted_times, line.slots):
        if _is_odds(line, slot):
            times = replace(slot, numeral=replace(slot.numeral, kind=Kind.MULTIPLE, terms=None))
            counted = [other for other in line.near(times) if other.kind in SORTS]
            for more, less in joined(line, counted, 4 * times.value, rf"{JOINED}|{OUTDONE}"):
                yield line.said(more=more, less=less, times=times)
        if slot.kind is Kind.MULTIPLE and slot.precedes(FOLD) and not slot.numeral.flags:
            counted = [other for other in line.slots[: slot.index] if other.kind in SORTS]
            for pair in joined(line, counted, 4 * slot.value, HAVING):
                more, less = _ordered(*pair)
                yield line.said(more=more, less=less, times=slot)
        if (
            not (slot.kind is Kind.MULTIPLE or _is_fraction(slot))
            or slot.numeral.flags
            or says(CHANGED, slot.numeral.surface)
            or _is_of_an_untold_year(line, slot)
            or _compares_others(line, slot)
        ):
            continue
        for more, less in _compared(line, slot):
            if not (slot.index < more.index < less.index and less.precedes(OF_IT)):  # a part of it is no other thing
                yield line.said(more=more, less=less, times=slot)


def _is_of_an_untold_year(line: Line, times: Slot) -> bool:
    """Whether the smaller number is that of a year which is told nowhere: "142, up from 130 and twice the 2010 figure"."""
    year = re.match(OF_A_YEAR, times.after, re.IGNORECASE)
    return year is not None and line.text.count(year[1]) == 1 and not says(r"(?:\bof|[(:])\s*$", times.after)


def alone(line: Line) -> Iterator[Said]:
    """A multiple of something and two like numbers that are all the numbers of a sentence."""
    for times, less, more in only(line, _is_of_something, COUNTS):
        first, last = sorted((more, less), key=lambda slot: slot.index)
        apart = less.precedes(OF_IT) or are_listed(line, more, less) or _compares_others(line, times)
        compared = is_of_a_thing(times) or not is_elsewhere(line, times, first, last)
        wanted = says(WANTED, line.between(first, last))
        if (more.is_named_as(less) or wanted) and compared and not (apart or _is_of_an_untold_year(line, times)):
            yield line.on(Ground.ALONE, more=more, less=less, times=times)


def _compares_others(line: Line, times: Slot) -> bool:
    """Whether a multiple behind both numbers tells itself of what, and by things that nothing else names.

    "The lake serves 956 homes and 312 farms. In summer it loses three times as much water as in winter".
    """
    found = re.match(AS_MUCH_AS, times.after, re.IGNORECASE)
    if found is None or times.index < len(("more", "less")):
        return False
    words = re.sub(r"\bones?\b", "", f"{found['things'] or ''} {found['other']}")
    return names(line, words, line.words[: times.at]) is False


def _is_of_something(slot: Slot) -> bool:
    if slot.kind is not Kind.MULTIPLE or slot.numeral.flags or says(CHANGED, slot.numeral.surface):
        return False
    return slot.precedes(rf"\s+(?:{COMPARED}|this|last|more|larger|higher|bigger|greater)\b") and not slot.precedes(
        REPEATED
    )


def _is_fraction(slot: Slot) -> bool:
    """Whether a fraction tells how small one number is beside another: "half as many"."""
    return slot.kind is Kind.FRACTION and slot.precedes(rf"\s+(?:{AS_MUCH}|(?:the|that) (?:{THINGS})\b|of that{CLOSE})")


def _counted_times(slot: Slot) -> Slot:
    """A count before "times" that compares as a multiple: "three times last year's 104"."""
    if slot.kind is Kind.COUNT and slot.numeral.surface.lower() in TWICE and slot.precedes(r"\s+[\w ]{1,20}['’]s?\b"):
        return replace(slot, numeral=replace(slot.numeral, kind=Kind.MULTIPLE))
    if slot.kind is not Kind.COUNT or not slot.precedes(
        rf"\s+times(?!{REPEATED})\s+(?:{COMPARED}|(?:\w+ "
        rf"){{0,2}}\w+['’]s?\b|[a-z]+\s*[,.:;(])"
    ):
        return slot
    after = re.sub(r"^\s+times", "", slot.after)
    return replace(slot, numeral=replace(slot.numeral, kind=Kind.MULTIPLE), after=after)


def _is_odds(line: Line, slot: Slot) -> bool:
    """Whether it tells by how much one number outnumbers another: "outnumbered girls three to one"."""
    terms = slot.numeral.terms
    told = slot.kind is Kind.RATIO and terms is not None and terms[1] == 1 < terms[0] and not slot.numeral.flags
    if told and slot.index and slot.follows("by") and says(OUTDONE, line.slots[slot.index - 1].before):
        return True
    return told and slot.follows(
        rf"ratio of|{OUTDONE}(?: [\w'’()-]+){{0,4}}(?: by)?|{OUTDONE} [^,;:]{{0,30}}(?: by)?|\) (?:by )?"
    )


def _compared(line: Line, times: Slot) -> Iterator[tuple[Slot, Slot]]:
    before = [slot for slot in line.slots[: times.index] if slot.kind in SORTS and slot.numeral.value is not None]
    before = [slot for slot in before if slot.kind in COUNTS] or before
    if (
        len(before) == len((THE_LARGER, THE_SMALLER))
        and before[0].is_like(before[1])
        and points_at(line, times, *before)
    ):
        yield _ordered(*before)
        return
    told = False
    last = next((slot for slot in line.slots[times.index + 1 : times.index + 2] if times.precedes(SIZE_OF)), None)
    if last is not None and times.index and line.slots[times.index - 1].is_like(last) and last.is_closed:
        yield line.slots[times.index - 1], last
    for first, last in after_than(line, times, AS_MANY):
        if first.kind in SORTS and (
            first.is_named_as(last) or (first.index == times.index - 1 and times.precedes(RIGHT_OF))
        ):
            told = True
            yield first, last
    counted = [slot for slot in line.near(times) if slot.kind in SORTS]
    if told or not counted:
        return
    known = {slot.index for slot in others(line, times)}
    owned = times.follows(OWNING) and counted[-1].index < times.index
    again = owned and not _is_of_a_third(line, times)
    both = [slot for slot in _alike(line, times, counted[0], across=again) if slot.index in known]
    if times.precedes(ALONE) and (again or not owned):
        named = re.match(ALONE, times.after, re.IGNORECASE)
        things = {named["more"], named["less"]} - {None} if named else set()
        for first, last in joined(line, both, 4 * max(times.value, 1 / times.value), HAVING):
            if not things or (things & {*first.nouns} and things & {*last.nouns}):
                yield _ordered(first, last)
    if len(both) == 2 and not times.precedes(REPEATED) and are_compared(line, times, *both):
        yield _ordered(*both)


def _is_of_a_third(line: Line, times: Slot) -> bool:
    """Whether a multiple is told of a thing that is named nowhere before: "312 shops and 104 pubs; Leeds has twice as many"."""
    owner = re.search(r"\b([\w'’-]+) (?:has|have|had)\b[^,;:.]*$", times.before, re.IGNORECASE)
    if owner is None:
        return True
    earlier = line.text[: line.text.rfind(owner[0])]
    return not says(rf"\b{re.escape(owner[1])}\b", earlier) or says(
        r"^(?:it|they|he|she|we|you|who|which|that)$", owner[1]
    )


def _alike(line: Line, times: Slot, one: Slot, *, across: bool) -> list[Slot]:
    """The numbers around a multiple in the unit of one; a bare one behind that tells none is in its unit as well.

    Semicolons may stand between them where they are looked for `across` such.
    """
    if across:
        return [slot for slot in line.near(times) if slot.is_like(one) and slot.numeral.value is not None]
    if one.kind is not Kind.DURATION:
        return likes(line, times, one)
    near = [in_unit_of(slot, one) if slot.kind is Kind.COUNT and not slot.nouns else slot for slot in line.near(times)]
    return [slot for slot in near if slot.is_like(one) and slot.numeral.value is not None]


def _ordered(first: Slot, last: Slot) -> tuple[Slot, Slot]:
    return (first, last) if first.value >= last.value else (last, first)


def stated(said: Said) -> Stated | None:
    """The two numbers, and their ratio."""
    more, less = said["more"], said["less"]
    if more.kind is not less.kind or more.unit != less.unit:
        return None
    counted = is_count(more) and is_count(less)
    of, to = (THE_SMALLER, THE_LARGER) if said["times"].exact_value < 1 else (THE_LARGER, THE_SMALLER)
    ratio = {"kind": "ratio", "of": of, "to": to, "printed": said["times"]}
    claims = (*counts_of({THE_LARGER: more, THE_SMALLER: less}), ratio)
    return Stated(declared(THE_LARGER, THE_SMALLER, counted=counted), claims, says=f"{{{of}}} is {TOLD} {{{to}}}")
