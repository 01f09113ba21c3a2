"""A change with both of its ends: "rose 12% from 142 to 159", "£4.2bn, down 8% from £4.54bn", "doubled from 4% to 8.1%".

Both ends are taken as rounded, so that an index of 142 may have been 142.4. Between two percentages a change in
percentage points is the distance, a change in per cent is relative to the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.alone import only
from factcheck.relation.changes.amounts import (
    AMOUNTS,
    OF_ANOTHER,
    downwards,
    gap_of,
    in_points,
    is_converted,
    is_of_record,
    is_on_top,
    is_signed,
    is_told_of_a_change,
    may_be_change,
    told_alone,
    unflagged,
)
from factcheck.relation.changes.belonging import MOVED, OF_WHOLE, OWN, THEN, is_apart, is_of_others, is_parted
from factcheck.relation.changes.ends import around, ends_of, in_order, is_plain, is_surely_old, is_told
from factcheck.relation.changes.labels import LABEL
from factcheck.relation.changes.ways import FELL, ROSE, told_way
from factcheck.relation.compared import BROKEN, COMPARING, PERIOD, TIMES, is_compared_in_words
from factcheck.relation.cues import AGO, CHANGE, FALL, LESS, MORE, OF_WHOM, OTHER, RESULTS, RISE, SURELY_WAS, THE
from factcheck.relation.fits import is_in_points
from factcheck.relation.line import says
from factcheck.relation.lists import AND, COMMA, NO_ITEM
from factcheck.relation.parts import is_some_of
from factcheck.relation.stating import THE_NEW, THE_OLD, THE_WHOLE, counts_of, declared, moved, shares_of
from factcheck.relation.told import TOLD
from factcheck.text.marks import MARK
from factcheck.wording import Direction

ENDS = COUNTS | {Kind.PERCENT}
GAPS = {"before": ENDS, "after": ENDS, "amount": AMOUNTS, "points": frozenset({Kind.COUNT})}
BY = r"(?:by )?(?:{points} points|{amount})"
ANCHOR = "amount"
IN_ITS_CLAUSE = True
UNLESS = rf"{OTHER}|{RESULTS}"
CHANGING = rf"\b(?:{CHANGE}|{AGO}|{MOVED}|compared)\b"
"""Words of a sentence that tells of a change, or compares two times."""
NO_AGES = r"(?<!those\s)(?<!people\s)(?<!women\s)(?<!men\s)(?<!adults\s)(?<!aged\s)(?<!ages\s)"
"""Before a change, and not "those from 30 to 59 (19%)"."""
A_TIME = r"(?:(?:more|less|extra|each|apiece)\b|(?:it|this|that) (?:is|was)\b)"
"""Behind what is paid so often, and behind ages: "from $30 to $52 more a quarter", "from 25 to 34 it is 48%"."""
IN = r"(?: in(?: [a-z][\w’'-]*){1,5}?)?"
WITHIN_CLAUSE = rf"(?: (?!(?:and|but|while|whereas|to|from)\b)(?:[a-z][\w’'-]*|{MARK}(?: and {MARK})?)){{0,7}}?"
PHRASES = (
    rf"{BY}(?!~ {OWN})~,? from {{before}}~ to {{after}}",
    rf"{BY}(?!~ {OWN})~,? to {{after}}~,? from {{before}}",
    rf"{NO_AGES}(?:(?P<way>up|down) )?from {{before}}~ to {{after}}(?! {A_TIME}|~,? {OWN})~(?:,| –| —| \()?~ ?{BY}(?!{OF_ANOTHER})",
    rf"to {{after}}~,? from {{before}}(?!~,? {OWN})~(?:,| –| —| \()?~ ?{BY}(?!{OF_ANOTHER})",
    rf"{{after}}~,?~ {BY} (?:from|on)~ {{before}}",
    rf"(?:{ROSE}|{FELL}|by)(?: (?:by|of))? {{amount}}{IN} (?:to|at) {{after}}~ \({LABEL}{{before}}\)",
    rf"{{amount}} (?:{CHANGE}|{MORE}|{LESS}){IN} (?:to|at) {{after}}~ \({LABEL}{{before}}\)",
    rf"{BY}(?: (?:{CHANGE}|{MORE}|{LESS}))?{WITHIN_CLAUSE} \((?:up |down )?from {{before}}~ to {{after}}~\)",
    rf"{BY}(?: (?:{CHANGE}|{MORE}|{LESS}))?{WITHIN_CLAUSE} \((?:up |down )?to {{after}}~ from {{before}}~\)",
    rf"{{after}}~ \({LABEL}{{before}}\)(?:,| –| —)(?: an?)? (?:up|down|(?:{RISE}|{FALL}) of)(?: by)? {{amount}}",
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
    amounts = {slot.index: gap for slot in line.slots if (gap := gap_of(slot))}
    if not amounts or says(OTHER, line.text):
        return
    for index, gap in amounts.items():
        amount = line.slots[index]
        near = around(line, amount, amounts)
        rivals = [slot for slot in near if slot.index in amounts and slot.kind is amount.kind]
        ends = [slot for slot in near if slot.index not in amounts and slot.kind in ENDS | {Kind.RATE}]
        ends = [slot for slot in ends if not (is_on_top(slot) or is_converted(line, slot) or is_of_record(line, slot))]
        if is_of_others(line, amount, ends) or _is_one_of_several(line, amount) or _is_of_a_gap(line, amount):
            continue
        if is_compared_in_words(amount):
            ends = _up_to_compared(line, amount, ends)
        if not rivals:
            for before, after in _compared(amount, [*ends_of(amount, ends)]):
                if (
                    before.value == after.value
                    or max(before, after, key=lambda slot: slot.index).precedes(OF_WHOM)
                    or is_apart(line, amount, before, after)
                    or _is_in_brackets(amount, before)
                ):
                    continue
                untold = not is_told(before, after)
                if amount.kind is before.kind and untold:
                    continue  # bread is up 9%, butter 14% and eggs 6%
                ground = Ground.PERHAPS if untold and _is_of_one_of_them(amount, before, after) else Ground.CUES
                said = line.on(ground, **{gap: unflagged(amount)}, before=before, after=after)
                way = told_way(line, amount, before)
                yield replace(said, words={"way": way}) if way else said
                if not is_plain(before, after) or _is_compared_back(amount, before):
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
    is_told = says(CHANGING, line.text) or any(map(is_told_of_a_change, line.slots))
    may_be = says(rf"\b(?:{THEN})\b", line.text) and not says(OF_WHOLE, line.words)
    sure = [slot for slot in line.slots if gap_of(slot)]
    if says(OTHER, line.text) or not (is_told or may_be or sure) or any(_is_of_a_gap(line, slot) for slot in sure):
        return
    for amount, low, high in only(line, may_be_change if len(sure) != 1 else sure.__contains__, ENDS, across=True):
        ends = sorted((low, high), key=lambda slot: slot.index)
        if any(is_on_top(slot) or is_converted(line, slot) or is_of_record(line, slot) for slot in ends):
            continue
        if is_some_of(*ends) or ends[1].precedes(OF_WHOM):
            continue  # "rents rose by 21% where 312 of the 956 households wait"
        if is_parted(line, amount, *ends) or _is_to_words(amount, ends[1]) or is_of_others(line, amount, ends):
            continue
        ways = in_order(*ends)
        if low.kind is amount.kind and len(ways) > 1 and not is_in_points(amount.numeral, low.numeral, high.numeral):
            continue  # bread is up 9%, butter 14% and eggs 6%
        for before, after in ways:
            yield from _either_way(line, downwards(amount), before, after, is_sure=len(ways) == 1)


def _either_way(line: Line, amount: Slot, before: Slot, after: Slot, *, is_sure: bool) -> Iterator[Said]:
    """A change that is told without its ends; nothing where these are not `is_sure`ly in order, and it went the other way."""
    gap = gap_of(amount)
    way = {1: "up", -1: "down"}.get(amount.numeral.direction, "") or told_way(line, amount, before)
    if is_sure or way != ("down" if before.value < after.value else "up"):
        is_change = gap or is_told_of_a_change(amount)
        is_told = is_change or says(CHANGING, line.text)
        beside = is_change or says(rf"\b(?:{CHANGE})\b", amount.before)
        ground = Ground.ALONE if is_sure and beside else Ground.NUMBERS
        said = line.on(
            ground if is_told else Ground.PERHAPS,
            **{gap or "amount": unflagged(amount)},
            before=before,
            after=after,
        )
        yield replace(said, words={"way": way}) if way else said


def _is_of_a_gap(line: Line, amount: Slot) -> bool:
    """Whether it is a gap between two groups that narrowed, of which only their numbers are told."""
    return amount.follows(r"(?:narrow|widen)ing of") and not says(
        r"\b(?:gap|lead|margin|difference|deficit|spread)\b", line.text
    )


def _is_in_brackets(amount: Slot, before: Slot) -> bool:
    """Whether a change stands in brackets of its own, which is one from a number that is told nowhere: "312 (+4%)"."""
    return is_signed(amount.numeral) and amount.follows(r"\(") and amount.precedes(r"\)") and not is_surely_old(before)


def _is_of_one_of_them(amount: Slot, before: Slot, after: Slot) -> bool:
    """Whether two shares may be those of two things, and the change that of one: "Leeds has 28%, York 33%, up 4 points"."""
    if before.kind is not Kind.PERCENT or amount.index < max(before.index, after.index):
        return False
    named = amount.precedes(rf"[ -]?(?:points? )?(?:{RISE}|{FALL})\b") or amount.follows(
        rf"(?:{RISE}|{FALL})(?: \w+){{0,4}} of(?: \w+)?"
    )
    return named or amount.follows("up|down")


def _is_compared_back(amount: Slot, before: Slot) -> bool:
    """Whether the old number may be what is told to be more or less: "now there are 159; last year there were 142, 11% fewer"."""
    beside = amount.index == before.index + 1 and not is_surely_old(before)
    return beside and amount.precedes(rf"\s*(?:percentage )?(?:points? )?(?:{MORE}|{LESS})\b(?!\s+than\b)")


def _is_to_words(amount: Slot, last: Slot) -> bool:
    """Whether a change is told from something in words: "12% below plan"."""
    return is_compared_in_words(amount) and (amount.index > last.index or says("[,;:]", amount.after))


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
    doubled = amount.kind is Kind.MULTIPLE and amount.precedes(r"\s+(?:the|its|their)\s*$")
    if not (doubled or amount.precedes(rf"\s*(?:(?:{CHANGE}|{MORE}|{LESS})\s+)?(?!over {PERIOD})(?:{COMPARING})\b")):
        return pairs
    return (
        [pair for pair in pairs if pair[0].index == amount.index + 1]
        or [
            (after, before)
            for before, after in pairs
            if after.index == amount.index + 1 and amount.precedes("[^:;–—]*$")
        ]
        or pairs
    )


def _up_to_compared(line: Line, amount: Slot, ends: list[Slot]) -> list[Slot]:
    """The numbers up to the one that is compared with: none where that is told in words, "12% below plan"."""
    last = next((slot for slot in ends if slot.index > amount.index), None)
    if last is None or says(BROKEN, line.between(amount, last)):
        return []
    if any(slot.kind not in TIMES for slot in line.slots[amount.index + 1 : last.index]):
        return []
    return [slot for slot in ends if slot.index <= last.index or is_surely_old(slot)]


def stated(said: Said) -> Stated | None:
    """The ends as amounts, and the change between them."""
    before, after = said["before"], said["after"]
    if before.unit != after.unit or Kind.PERCENT in {before.kind, after.kind} != {Kind.PERCENT}:
        return None
    amount = said["amount"] if "amount" in said else in_points(said["points"])
    if is_signed(amount) and amount.direction:
        return None  # "down -3%"
    way = _way(amount, before, after, said.words.get("way", ""))
    if amount.kind is Kind.POINTS:
        amount = told_alone(amount)
        return _between_shares(before, after, amount, way) if before.kind is Kind.PERCENT else None
    change = {"kind": "change", "before": THE_OLD, "after": THE_NEW, "printed": amount, **way}
    claims = (*counts_of({THE_OLD: before, THE_NEW: after}), change)
    return Stated(declared(THE_OLD, THE_NEW, counted=False), claims, says=_says(amount, before, after, way))


def _between_shares(before: Numeral, after: Numeral, amount: Numeral, way: dict[str, Direction]) -> Stated:
    ends = {gap: {"part": name, "whole": THE_WHOLE} for gap, name in (("before", THE_OLD), ("after", THE_NEW))}
    points = {"kind": "points", **ends, "printed": amount, **way}
    says = _says(amount, before, after, way)
    return Stated(
        declared(THE_OLD, THE_NEW, THE_WHOLE, counted=False),
        (*shares_of({THE_OLD: before, THE_NEW: after}), points),
        says=says,
    )


def _says(amount: Numeral, before: Numeral, after: Numeral, way: dict[str, Direction]) -> str:
    """How the new number lies to the old one, where they are apart at all."""
    if amount.kind is Kind.MULTIPLE:
        return f"{{{THE_NEW}}} is {TOLD} {{{THE_OLD}}}"
    told = (-1 if Direction.DOWN in way.values() else 1) if way else amount.direction
    return moved({THE_OLD: before, THE_NEW: after}, told, by=f" of {TOLD}")


def _way(amount: Numeral, before: Numeral, after: Numeral, told: str) -> dict[str, Direction]:
    """Which way it went, where the words of the amount do not say: as others tell, or as the ends have it."""
    if amount.direction or amount.kind is Kind.MULTIPLE or is_signed(amount):
        return {}
    if told:
        return {"direction": Direction.UP if told == "up" else Direction.DOWN}
    return {"direction": Direction.UP if after.exact_value >= before.exact_value else Direction.DOWN}
