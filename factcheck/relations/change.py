"""A change with both of its ends: "rose 12% from 142 to 159", "£4.2bn, down 8% from £4.54bn", "doubled from 4% to 8.1%".

Both ends are taken as rounded, so that an index of 142 may have been 142.4. Between two percentages a change in
percentage points is the distance, a change in per cent is relative to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.alone import only
from factcheck.relation.compared import BROKEN, TIMES
from factcheck.relation.cues import AGO, CHANGE, FALL, LESS, MORE, OTHER, RISE, SURELY_WAS, THE
from factcheck.relation.cues import BY as BY_SO_MUCH
from factcheck.relation.ends import around, ends_of, is_surely_old, is_told
from factcheck.relation.line import says
from factcheck.relation.lists import AND, COMMA, NO_ITEM
from factcheck.relation.moved import AMOUNTS, MOVED, OF_WHOLE, OWN, THEN, is_of_others, is_parted, moved
from factcheck.wording import Direction

OLD, NEW = "the_old_value", "the_new_value"
ENDS = COUNTS | {Kind.PERCENT}
GAPS = {"before": ENDS, "after": ENDS, "amount": AMOUNTS, "points": frozenset({Kind.COUNT})}
BY = r"(?:by )?(?:{points} points|{amount})"
ANCHOR = "amount"
UNLESS = OTHER
SWELLING = (
    r"(?:swollen|widened|narrowed|expanded|contracted|crept|improved|slid|recovered|rallied|spiked|ballooned|mushroomed"
    r"|eased|thinned|worsened|strengthened|weakened|multiplied|deepened|lengthened|shortened|deteriorated|rebounded"
    r"|(?:crept|edged|inched|bounced|moved|came|come|ticked|nudged) (?:up|down|back)|edged|inched)(?: by)?"
)
LOST = r"(?:lost|loses|losing|shed|sheds|shedding|gained|gains|gaining|added|adds|adding)"
CHANGED = r"^(?:\w+ )*(?:doubl|tripl|trebl|quadrupl|quintupl|halv)\w*$|fold$"
PERIOD = (
    r"(?:(?:the|a|an|last|this|its|previous|preceding|prior|same|whole|corresponding) )*(?:year|month|week|day"
    r"|quarter|season|decade|term|half|period|summer"
    r"|winter|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
"""A time with which another is compared, of which the number stands elsewhere."""
COMPARING = r"than|on|compared with|compared to|against|below|above|over|under|ahead of|behind|short of|clear of"
THAN = rf"\s*(?:(?:{CHANGE}|{MORE}|{LESS})\s+)?(?:{COMPARING})\s+(?!{PERIOD})[^\W\d_]"
PEAK = (
    r"\s*(?:below|above|down on|up on|short of|off) (?:its|their|the|his|her) (?:previous |former "
    r"|own )?(?:peak|height|heyday|high|low|level|starting)\b"
)
NO_CHANGE = r"\s+(?:the|that|as|its|their|last|this|up)\b"  # double the 70, doubled up
PHRASES = (
    rf"{BY}~,? from {{before}}~ to {{after}}",
    rf"{BY}~,? to {{after}}~,? from {{before}}",
    rf"(?:(?P<way>up|down) )?from {{before}}~ to {{after}}(?!~,? {OWN})~(?:,| –| —| \()?~ ?{BY}",
    rf"to {{after}}~,? from {{before}}~(?:,| –| —| \()?~ ?{BY}",
    rf"{{after}}~,?~ {BY} (?:from|on)~ {{before}}",
)
EXAMPLES = (
    Example("Sales rose 12% from 142 to 159.", holds=True),
    Example("Sales rose 17% from 142 to 159.", holds=False),
    Example("Profit fell to £4.2bn from £4.54bn, down 7%.", holds=True),
    Example("Profit fell to £4.2bn from £4.54bn, down 11%.", holds=False),
    Example("The rate doubled from 4% to 8.1%.", holds=True),
    Example("The rate tripled from 4% to 8.1%.", holds=False),
    Example("Support was up 4.2 points from 28.4% to 32.6%.", holds=True),
    Example("Support was up 4.2 per cent from 28.4% to 32.6%.", holds=False),
    Example("Support went from 28.4% to 32.6%, an increase of 4.2 percentage points.", holds=True),
    Example("There were 159 cases, up 12% from 142.", holds=True),
    Example("There were 159 cases, up 21% from 142.", holds=False),
    Example("Road deaths fell from 159 to 142 (-10.7%).", holds=True),
    Example("Road deaths fell from 159 to 142 (-17.0%).", holds=False),
    Example("The index fell 10% from 142 to 127.", holds=True),  # 141.5 to 127.5 is 9.9%
    Example("At 159, turnout was 12% higher than in 2019, when 142 came.", holds=True),
    Example("At 159, turnout was 21% higher than in 2019, when 142 came.", holds=False),
    Example("The queue, which stood at 142 in March, has swollen 12% to 159.", holds=True),
    Example("The queue, which stood at 142 in March, has swollen 21% to 159.", holds=False),
    Example("Trains on time were 28.4% in 2018 and 32.6% in 2019, a gain of 4.2 points.", holds=True),
    Example("Trains on time were 28.4% in 2018 and 32.6% in 2019, a gain of 5.2 points.", holds=False),
    Example("Like for like, sales rose 4%, and all in all from 142 to 171.", holds=None),
    Example("Sales rose 4%; all in all they went from 142 to 171.", holds=None),
    Example("Output rose 12% from 2016 to 2017.", holds=None),
    Example("Half of 142 went from 3 to 5.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A change and two like numbers of which words, years or the order tell the old one."""
    yield from _told(line)
    if not says(OTHER, line.text):
        yield from _moved(line)


def _told(line: Line) -> Iterator[Said]:
    amounts = {slot.index: gap for slot in line.slots if (gap := _amount(slot))}
    if not amounts or says(OTHER, line.text):
        return
    for index, gap in amounts.items():
        amount = line.slots[index]
        near = around(line, amount, amounts)
        rivals = [slot for slot in near if slot.index in amounts and slot.kind is amount.kind]
        ends = [slot for slot in near if slot.index not in amounts and slot.kind in ENDS | {Kind.RATE}]
        if is_of_others(line, amount, ends) or _is_one_of_several(line, amount):
            continue
        if amount.precedes(THAN) and not amount.precedes(PEAK) and amount.kind is not Kind.MULTIPLE:
            ends = _up_to_compared(line, amount, ends)
        if not rivals:
            for before, after in _compared(amount, [*ends_of(amount, ends)]):
                if amount.kind is before.kind and not is_told(before, after):
                    continue  # bread is up 9%, butter 14% and eggs 6%
                said = line.said(**{gap: _unflagged(amount)}, before=before, after=after)
                way = _told_way(amount, before)
                yield replace(said, words={"way": way}) if way else said
                if not (is_told(before, after) or is_surely_old(before) or after.precedes(r"[^,;:.]*\bnow\b")):
                    # perhaps the other is the old one
                    yield replace(
                        said,
                        gaps={**said.gaps, "before": said.gaps["after"], "after": said.gaps["before"]},
                        ground=Ground.PERHAPS,
                    )


def alone(line: Line) -> Iterator[Said]:
    """A change and two like numbers that are all the numbers of a sentence: the way it went tells the old one.

    Where only two times are told, they may be.
    """
    is_told = says(rf"\b(?:{CHANGE}|{AGO}|{MOVED}|compared)\b", line.text)
    may_be = says(rf"\b(?:{THEN})\b", line.text) and not says(OF_WHOLE, line.words)
    if says(OTHER, line.text) or not (is_told or may_be or any(map(_amount, line.slots))):
        return
    for amount, low, high in (
        (_downwards(amount), low, high) for amount, low, high in only(line, _may_be_change, ENDS)
    ):
        ends = sorted((low, high), key=lambda slot: slot.index)
        if is_parted(line, amount, *ends) or _is_to_words(amount) or is_of_others(line, amount, ends):
            continue
        gap = _amount(amount)
        way = {1: "up", -1: "down"}.get(amount.numeral.direction, "") or _told_way(amount, low)
        ground = Ground.ALONE if gap or is_told else Ground.PERHAPS
        for before, after in ((low, high), (high, low)):
            if way != ("down" if before is low else "up"):
                said = line.on(ground, **{gap or "amount": _unflagged(amount)}, before=before, after=after)
                yield replace(said, words={"way": way}) if way else said


def _downwards(amount: Slot) -> Slot:
    """The fall of "down 41% over the autumn", of which "over" does not say that it was a rise."""
    if amount.numeral.direction <= 0 or not amount.follows("down"):
        return amount
    return replace(amount, numeral=replace(amount.numeral, direction=-1))


def _is_to_words(amount: Slot) -> bool:
    """Whether a change is told from something in words: "12% below plan"."""
    return amount.precedes(THAN) and not amount.precedes(PEAK) and amount.kind is not Kind.MULTIPLE


def _may_be_change(slot: Slot) -> bool:
    return bool(_amount(slot)) or (slot.kind in (Kind.PERCENT, Kind.FRACTION) and not slot.numeral.flags)


def _moved(line: Line) -> Iterator[Said]:
    """A change between the only two numbers of a sentence that are alike."""
    for before, after, amount in moved(line, lambda slot: _amount(slot) == "amount"):
        if not _is_one_of_several(line, amount):
            said = line.said(amount=_unflagged(amount), before=before, after=after)
            way = _told_way(amount, before)
            yield replace(said, words={"way": way}) if way else said


def _is_one_of_several(line: Line, amount: Slot) -> bool:
    """Whether shares stand in a list with it: "growth of 2% in 2017, 3% in 2018 and 12% in 2019"."""
    after = line.slots[amount.index + 1 : amount.index + 2]
    return (
        any(
            slot.kind is amount.kind is Kind.PERCENT
            and amount.precedes(rf"(?:{COMMA}|{AND})")
            and not slot.follows(NO_ITEM)
            and not slot.follows(rf"(?:{SURELY_WAS}) {THE}")
            for slot in after
        )
        and line.tally[Kind.PERCENT] > 2
    )


def _compared(amount: Slot, pairs: list[tuple[Slot, Slot]]) -> list[tuple[Slot, Slot]]:
    """The pairs of which the old number stands behind "above the", where there are such."""
    if not amount.precedes(rf"\s*(?:(?:{CHANGE}|{MORE}|{LESS})\s+)?(?!over {PERIOD})(?:{COMPARING})\b"):
        return pairs
    return [pair for pair in pairs if pair[0].index == amount.index + 1] or pairs


def _told_way(amount: Slot, before: Slot) -> str:
    """Whether words tell a rise or a fall, "up" or "down"."""
    way = re.search(r"\b(up|down)\s+from\s*$", before.before, re.IGNORECASE)
    if way:
        return way[1].lower()
    if amount.follows("off") or amount.precedes(r"\s*off\b"):
        return "down"
    for words, told in ((RISE, "up"), (FALL, "down")):
        if amount.precedes(rf"(?:-points?)?\s*(?:{words})\b") or amount.follows(rf"(?:{words})(?: \w+)? of {THE}"):
            return told
    return ""


def _up_to_compared(line: Line, amount: Slot, ends: list[Slot]) -> list[Slot]:
    """The numbers up to the one that is compared with: none where that is told in words, "12% below plan"."""
    last = next((slot for slot in ends if slot.index > amount.index), None)
    if last is None or says(BROKEN, line.between(amount, last)):
        return []
    if any(slot.kind not in TIMES for slot in line.slots[amount.index + 1 : last.index]):
        return []
    return [slot for slot in ends if slot.index <= last.index or is_surely_old(slot)]


def _lasts(slot: Slot) -> bool:
    """Whether "over" tells how long a multiplying took: "doubled over the decade"."""
    return slot.kind is Kind.MULTIPLE and slot.precedes(r"\s+over (?:the|a|an|its|that|this|just)\b")


def _unflagged(slot: Slot) -> Slot:
    return replace(slot, numeral=replace(slot.numeral, flags=())) if _lasts(slot) else slot


def _amount(slot: Slot) -> str:
    """The gap for a number that tells a change; none where it tells something else."""
    told = slot.numeral
    if told.value is None or (told.flags and not _lasts(slot)):
        return ""
    if slot.kind is Kind.COUNT:
        return "points" if slot.precedes(r"[\s-]*points?\b|\s+of a (?:percentage )?point\b") else ""
    if slot.kind is Kind.MULTIPLE:
        return "amount" if says(CHANGED, told.surface) and not slot.precedes(NO_CHANGE) else ""
    if slot.kind not in AMOUNTS or (slot.precedes(r"\s+of\b") and not slot.follows(LOST)):
        return ""
    signed = slot.kind is Kind.POINTS or told.direction or _is_signed(told) or told.surface[0] in "−–"
    named = slot.precedes(rf"\s*(?:{CHANGE}|{MORE}|{LESS}|off)\b") or slot.follows(
        rf"(?:{CHANGE}) of (?:{THE})|{BY_SO_MUCH}|off|{SWELLING}|{LOST}"
    )
    voted = slot.follows(
        r"(?:won|beaten|beat|defeated|passed|carried|approved|rejected|voted|lost|elected)(?: [\w-]+)? by"
    )
    return "amount" if (signed or named) and not voted else ""


def stated(said: Said) -> Stated | None:
    """The ends as amounts, and the change between them."""
    before, after = said["before"], said["after"]
    if before.unit != after.unit or Kind.PERCENT in {before.kind, after.kind} != {Kind.PERCENT}:
        return None
    amount = said["amount"] if "amount" in said else _points(said["points"])
    if _is_signed(amount) and amount.direction:
        return None  # "down -3%"
    way = _way(amount, before, after, said.words.get("way", ""))
    if amount.kind is Kind.POINTS:
        return _between_shares(before, after, amount, way) if before.kind is Kind.PERCENT else None
    ends = [{"kind": "count", "quantity": name, "printed": printed} for name, printed in ((OLD, before), (NEW, after))]
    change = {"kind": "change", "before": OLD, "after": NEW, "printed": amount, **way}
    return Stated({OLD: {"amount": "true"}, NEW: {"amount": "true"}}, (*ends, change))


def _between_shares(before: Numeral, after: Numeral, amount: Numeral, way: dict[str, Direction]) -> Stated:
    amounts = {name: {"amount": "true"} for name in (OLD, NEW, "the_whole")}
    shares = [
        {"kind": "share", "part": name, "whole": "the_whole", "printed": printed}
        for name, printed in ((OLD, before), (NEW, after))
    ]
    ends = {gap: {"part": name, "whole": "the_whole"} for gap, name in (("before", OLD), ("after", NEW))}
    return Stated(amounts, (*shares, {"kind": "points", **ends, "printed": amount, **way}))


def _points(bare: Numeral) -> Numeral:
    """The number in front of "points", which counts hundredths."""
    hundredth = Fraction(1, 100)
    return replace(
        bare,
        kind=Kind.POINTS,
        value=bare.exact_value * hundredth,
        quantum=bare.quantum * hundredth,
        place=bare.place * hundredth,
        scale=bare.scale * hundredth,
        unit="points",
    )


def _way(amount: Numeral, before: Numeral, after: Numeral, told: str) -> dict[str, Direction]:
    """Which way it went, where the words of the amount do not say: as others tell, or as the ends have it."""
    if amount.direction or amount.kind is Kind.MULTIPLE or _is_signed(amount):
        return {}
    if told:
        return {"direction": Direction.UP if told == "up" else Direction.DOWN}
    return {"direction": Direction.UP if after.exact_value >= before.exact_value else Direction.DOWN}


def _is_signed(amount: Numeral) -> bool:
    return amount.exact_value < 0 or amount.surface.startswith("+")
