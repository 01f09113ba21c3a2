"""A total, a number of shares in it and their mean: "48 pupils raised £12,000, an average of £250 each"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.cues import NOUN, OF_WHOM
from factcheck.relation.line import CLOSE, in_unit_of, says
from factcheck.relation.ratios.averaged import (
    ANYBODY,
    ONE_ON_AVERAGE,
    counts,
    has_average,
    is_averaged,
    is_compared,
    per_of,
)
from factcheck.relation.stating import counts_of, declared
from factcheck.relation.told import TOLD

THE_TOTAL, THE_NUMBER = "the_total", "the_number"
COUNT = frozenset({Kind.COUNT})
SUMS = COUNTS | {Kind.DURATION}
GAPS = {"total": SUMS, "number": COUNT | {Kind.DURATION}, "mean": SUMS | {Kind.RATE}}
GOT = "(?:raised|paid|spent|earned|won|gave|scored|made|got|received|shared)"
EACH = "(?:each|apiece|a head|per head|per person) on average"
MEAN = r"(?:,| –| —|;)? (?:or )?(?:an average|a mean|an average sum) of {mean}"
PERIODS = frozenset("day week month year hour minute second night quarter decade season".split())
SPREAD = (
    r"(?:\s+[^\W\d_][\w'’-]*){0,6}\s+(?:on|in|from|across|over|off|among|amongst|by|for|between|at|to|after)(?: the"
    r"| all| its| their| some| these)*\s*$"
)
SPREADING = (
    r"(?:^\W*|[,;:(–—.]\s*|\b(?:spread|divided|shared|shared out|split|distributed|averaged|evenly|equally) )"
    r"(?:\w+ )?(?:across|over|among|amongst|between|by|from|at|in|with|off)"
    r"(?: (?:the|all|its|their|these|those|some))*(?: [\w-]+['’]s?)?"
)
"""Before the number over which something is spread, at the head of its clause or after a word that says so."""
OF_ALL = r"(?:each|every)(?: one)? of (?:the|its|their|these|those|our)(?: \w+)?|\bnumber of [^,;:\d]{1,30}[,:]"
"""Before the number of those of which one has the mean."""
ONE_OF_THEM = r"\b(?:median|modal|lowest|highest|smallest|largest|best|worst)\b[^,;:()]{0,40}"
"""Before a number that is told of one of them, and not of all."""
OF_ONE = rf"\b{ONE_ON_AVERAGE} [^,;:.()\d]{{1,60}}"
"""Before what is told of one as that of each."""
ALTOGETHER = r"(?:altogether|in all|in total|all told|between them)\b"
OF_NAMED = r"\b(?:average|mean) (?!of\b)[a-z]+\b[^,;:()\d]{0,60}"
"""Before an average of what is named."""
PARTED = r"\b(?:while|whereas|although|though|but)\b"
"""Between a mean and what it is not the mean of."""
AGAINST = rf"{PARTED}|\b(?:against|compared|than|versus)\b"
"""Right before a mean, or right behind it."""
ANCHOR = "mean"
PHRASES = (
    rf"{{total}}~ (?:among|between|by|for|from|over|across|in) <the> {{number}}~{MEAN}",
    rf"{{number}}~(?<!were)(?<!was)(?<!been)(?<!are) {GOT} {{total}}~{MEAN}",
    rf"{{number}}~(?<!were)(?<!was)(?<!been)(?<!are) {GOT} {{total}}~,? (?:or )?{{mean}} {EACH}",
)
EXAMPLES = (
    Example("The 48 pupils raised £12,000, an average of £250 each.", holds=True),
    Example("The 48 pupils raised £12,000, an average of £205 each.", holds=False),
    Example("There were 96 goals in 32 matches, an average of 3.0 a match.", holds=True),
    Example("There were 96 goals in 32 matches, an average of 3.2 a match.", holds=False),
    Example("There were 96 goals in May, an average of 3 a match.", holds=None),
    Example("Over 32 days the show drew 960 visitors, 30 a day on average.", holds=True),
    Example("Over 32 days the show drew 960 visitors, 40 a day on average.", holds=False),
    Example("In all 960 books were lent to 32 readers, or 30 per reader.", holds=True),
    Example("In all 960 books were lent to 32 readers, or 36 per reader.", holds=False),
    Example("He drove 960 miles in 32 days and slept 7 hours a night.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A mean, the number whose noun it is told per, and a total."""
    for mean in line.slots:
        per = per_of(line, mean) if mean.numeral.value is not None and mean.kind in GAPS["mean"] else None
        if per is None or mean.numeral.flags or is_compared(mean) or mean.follows(OF_ALL):
            continue
        said = [*_said(line, mean, per)]
        told = any(one.ground < Ground.ALONE for one in said)
        yield from said if told else [*_alone(line, mean, per), *said]


def _said(line: Line, mean: Slot, per: str) -> Iterator[Said]:
    """The readings of which words beside the numbers tell."""
    headed = _is_headed(line, mean, per)
    cued = headed or is_averaged(mean) or (mean.follows(OF_ONE) and not mean.nouns)
    near = [slot for slot in line.near(mean) if not slot.numeral.flags and ";" not in line.between(slot, mean)]
    known = [slot for slot in near if slot.kind in (Kind.COUNT, Kind.DURATION) and _is_per(slot, per)]
    if not cued and not (per and known):
        return
    for number, is_told in [(each, cued) for each in known] or _others(near, mean, per):
        plain = _lapsed(number)
        measured = [_measured(total, mean) for total in near if total is not number]
        totals = [total for total in measured if _is_total(total, number, mean)]
        if headed:  # the first number behind "on average each of the 26" is the mean
            totals = [total for total in totals if total.index > mean.index == number.index + 1]
        for total in totals:
            told = is_told or (cued and number.follows(OF_ALL)) or _is_spread(total, number, mean)
            say = line.said if told else line.guessed
            yield say(total=total, number=plain, mean=mean)


def _alone(line: Line, mean: Slot, per: str) -> Iterator[Said]:
    """A mean and two numbers that are all the others of a sentence."""
    others = [slot for slot in line.slots if slot.index != mean.index]
    if len(others) != len(("total", "number")) or any(
        slot.numeral.flags or slot.numeral.value is None for slot in others
    ):
        return
    first, last = others
    if says(r"^[^,;:.]{0,30}\bof (?:[\w'’]+ ){0,3}$", line.between(first, last)):
        return  # "where 312 of last month's 956 came from"
    ways = [(first, last), (last, first)]
    told = [(number, total) for number, total in ways if _is_the_number(number, per)]
    if not told and per and per not in PERIODS and is_averaged(mean):
        told = [(number, total) for number, total in ways if _is_spread(total, number, mean)]
    if per and per not in ANYBODY and not told:
        return
    if any(says(AGAINST if abs(slot.index - mean.index) == 1 else PARTED, line.between(slot, mean)) for slot in others):
        return
    for number, total in told or [min(ways, key=lambda way: way[0].value)]:
        if _may_be_total(total, mean) and _is_total(total, number, mean) and number.value > 1:
            yield line.on(Ground.ALONE, total=total, number=_lapsed(number), mean=mean)


def _is_the_number(number: Slot, per: str) -> bool:
    """Whether words tell that the mean is that of so many."""
    if number.kind not in (Kind.COUNT, Kind.DURATION):
        return False
    return bool(per and counts(number, per)) or number.follows(OF_ALL) or (not per and number.follows(SPREADING))


def _may_be_total(total: Slot, mean: Slot) -> bool:
    """Whether total and mean may count the same things by their nouns, and the total is no part of anything."""
    if total.precedes(rf"{OF_WHOM}(?!{CLOSE})"):
        return False
    if total.precedes(rf"(?:{NOUN}){{0,3}} {ALTOGETHER}"):
        return True
    nouns = {noun.removesuffix("s") for noun in mean.nouns if noun not in ("apiece", "each")}
    return not nouns or not total.nouns or not nouns.isdisjoint(noun.removesuffix("s") for noun in total.nouns)


def _is_headed(line: Line, mean: Slot, per: str) -> bool:
    """Whether a sentence that begins "On average each of the 26" tells it."""
    return per == "" and says(r"^\W*on average\b", line.text) and not has_average(mean)


def _is_spread(total: Slot, number: Slot, mean: Slot) -> bool:
    """Whether a total is told to be spread over the number, and the mean counts nothing else."""
    alike = not mean.nouns or (total.nouns and mean.nouns[0] == total.nouns[0])
    return number.index == total.index + 1 and total.precedes(SPREAD) and bool(alike)


def _others(near: list[Slot], mean: Slot, per: str) -> Iterator[tuple[Slot, bool]]:
    """What the only other count than a total may be, which is spread over it: "417 names on 47 papers".

    Whether words tell so comes with it.
    """
    counts = [slot for slot in near if slot.kind in COUNTS]
    if len(counts) != 2 or per in PERIODS:
        return
    for total, number in (counts, counts[::-1]):
        spread = number.index == total.index + 1 and total.precedes(SPREAD)
        named = not set(mean.nouns).isdisjoint(total.nouns)
        if number.kind is Kind.COUNT and number.value > 1 and not _is_of_so_many(total):
            yield number, bool(named or (spread and not per) or _are_doers(number, total, mean))


def _are_doers(number: Slot, total: Slot, mean: Slot) -> bool:
    """Whether those that are counted first did what is counted next: "the 48 pupils sold 96 cakes, an average of 2 each"."""
    order = number.index + 1 == total.index == mean.index - 1 and bool(number.nouns and total.nouns)
    each = mean.precedes(rf"(?:{NOUN})?\s+(?:each|apiece)(?:{CLOSE})")
    return (
        order and each and mean.follows(r"(?:[,–—(]|\.|\b(?:that|this|which) (?:is|was))\s*(?:an|the|or an) average of")
    )


def _is_per(number: Slot, per: str) -> bool:
    """Whether a number counts what the mean is told per."""
    if number.kind is Kind.DURATION and not per:
        return not number.precedes(rf"\s+(?:together\b|{ALTOGETHER})")
    return counts(number, per) and number.value > 1


def _measured(total: Slot, mean: Slot) -> Slot:
    """A bare total in the unit that the mean tells: "gave 22 hours on average; together they gave 312"."""
    bare = total.is_bare and total.is_closed
    return in_unit_of(total, mean) if bare and mean.kind in (Kind.DURATION, Kind.MEASURE, Kind.MONEY) else total


def _is_of_so_many(slot: Slot) -> bool:
    """Whether it tells among how many something was spread, and no sum: "330 calls over 39 days"."""
    return _lapsed(slot) is not slot and says(rf"^(?:{NOUN}){{0,3}}\s*$", slot.before)


def _lapsed(number: Slot) -> Slot:
    """The number of nights in "over 26 nights", which tells how long it took, and not that it was longer."""
    hedge = number.numeral.hedge
    over = hedge is not None and hedge.surface.lower() == "over"
    return replace(number, numeral=replace(number.numeral, hedge=None)) if over else number


def _is_total(total: Slot, number: Slot, mean: Slot) -> bool:
    unit = mean.numeral.unit.rpartition(" per ")[0] if mean.kind is Kind.RATE else mean.numeral.unit
    if total is number or total.numeral.value is None or total.value <= mean.value or total.follows(ONE_OF_THEM):
        return False
    bare = not unit and not mean.nouns and total.kind in (Kind.MEASURE, Kind.DURATION)  # "151 millimetres, 7.9 a day"
    bare = bare and not mean.follows(OF_NAMED)
    if mean.kind is Kind.RATE:
        return bare or (total.numeral.unit == unit and total.kind in SUMS and (total.kind is Kind.COUNT) == (not unit))
    return bare or (total.kind is mean.kind and (total.numeral.unit == unit or not unit))


def stated(said: Said) -> Stated | None:
    """The total, the number it is spread over, and the mean."""
    total, number, mean = said["total"], said["number"], said["mean"]
    if mean.kind is Kind.COUNT and total.kind in (Kind.MEASURE, Kind.DURATION):
        mean = replace(mean, kind=total.kind, unit=total.unit)
    alike = total.kind is mean.kind and total.unit == mean.unit
    if not _is_counted(number) or not (alike or mean.per == 1):
        return None
    quantities = {**declared(THE_TOTAL, counted=_is_counted(total)), THE_NUMBER: {}}
    claim = {"kind": "mean", "total": THE_TOTAL, "n": THE_NUMBER, "printed": mean}
    claims = (*counts_of({THE_TOTAL: total, THE_NUMBER: number}), claim)
    return Stated(quantities, claims, says=f"{{{THE_TOTAL}}} spread over {{{THE_NUMBER}}} averages {TOLD}")


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind in (Kind.COUNT, Kind.DURATION) and numeral.quantum == 1
