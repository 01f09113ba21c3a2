"""A total, a number of shares in it and their mean: "48 pupils raised £12,000, an average of £250 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.cues import NAMED, NOUN, OPEN, RESTATING
from factcheck.relation.line import says

COUNT = frozenset({Kind.COUNT})
GAPS = {"total": COUNTS, "number": COUNT | {Kind.DURATION}, "mean": COUNTS | {Kind.RATE}}
GOT = "(?:raised|paid|spent|earned|won|gave|scored|made|got|received|shared)"
EACH = "(?:each|apiece|a head|per head|per person) on average"
MEAN = r"(?:,| –| —|;)? (?:or )?(?:an average|a mean|an average sum) of {mean}"
AVERAGE = (
    r"(?:average|mean)(?: [\w'’-]+){0,2} of(?: (?:just|only|some))?|averag\w+(?: out at)?|\b(?:average"
    r"|mean)\b[^,;:()\d]{0,60}? (?:was|is|were|are"
    r"|being|stood at|stands at|came to|comes to|works out at|worked out at|at)(?: just| only)?"
)
TOLD = (
    r"(?:means?|meaning|meant|equals?|mak(?:es?|ing)|works? out (?:at|to|as)|giv(?:es?|ing)|comes? to|came to"
    r"|amounts? to|that is|that was|leaves?|leaving"
    r"|equates? to|averag\w+|gets?|got)(?: (?:just|only|some|it|them|him|her|each(?: \w+)?))?"
)
"""Before what comes of a division."""
AT_HEAD = (
    r"(?:^|[,;:.]\s*)(?:(?:that|this) (?:is|was|makes) )?(?:at|with|per \w+,?|for (?:each|every) \w+,?(?: there "
    r"\w+)?)\s*"
)
PERIODS = frozenset("day week month year hour minute second night quarter decade season".split())
SPREAD = (
    r"(?:\s+[^\W\d_][\w'’-]*){0,6}\s+(?:on|in|from|across|over|among|amongst|by|for|between|at|to|after)(?: the"
    r"| all| its| their| some| these)*\s*$"
)
ONE_OF_THEM = r"\b(?:median|modal|lowest|highest|smallest|largest|best|worst)\b[^,;:()]{0,40}"
"""Before a number that is told of one of them, and not of all."""
COMPARED = (
    r"(?:against|than|with|(?<!ing )(?<!equal )(?<!equivalent )(?<!equates )(?<!comes )(?<!came )to|below|above"
    r"|over|under|on|versus|beat|topped|exceed\w*) (?:an?|the|its"
    r"|their)(?: [\w'’-]+){0,3} of"
)
"""Before an average with which something is compared."""
THING = r"(?:\s+(?!(?:in|of|for|to|at|on|with|by|from|was|were|is|are|has|had|have|and|or|as)\b)[^\W\d_][\w'’-]*)"
PER = rf"((?:{THING}){{0,3}})\s+(?:per|an?|(?:for|to) (?:an?|each|every|one)|each|every)\s+([^\W\d_]+)"
DAILY = {"daily": "day", "nightly": "night", "hourly": "hour", "weekly": "week", "monthly": "month", "yearly": "year"}
DAILY |= {"annual": "year", "quarterly": "quarter"}
EACH = rf"(?:{NOUN}){{0,2}}\s+(?:each|apiece|a head|a ?piece)\b"
ANCHOR = "mean"
PHRASES = (
    rf"{{total}}~ (?:among|between|by|for|from|over|across|in) <the> {{number}}~{MEAN}",
    rf"{{number}}~ {GOT} {{total}}~{MEAN}",
    rf"{{number}}~ {GOT} {{total}}~,? (?:or )?{{mean}} {EACH}",
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
        per = _per(line, mean) if mean.numeral.value is not None and mean.kind in GAPS["mean"] else None
        if per is None or mean.numeral.flags or mean.follows(COMPARED):
            continue
        headed = _is_headed(line, mean, per)
        cued = headed or _is_averaged(mean)
        near = [slot for slot in line.near(mean) if not slot.numeral.flags and ";" not in line.between(slot, mean)]
        known = [slot for slot in near if slot.kind in (Kind.COUNT, Kind.DURATION) and _is_per(slot, per)]
        if not cued and not (per and known):
            continue
        for number, is_told in [(each, cued) for each in known] or _others(near, mean, per):
            plain = _lapsed(number)
            totals = [total for total in near if _is_total(total, number, mean)]
            if headed:  # the first number behind "on average each of the 26" is the mean
                totals = [total for total in totals if total.index > mean.index == number.index + 1]
            for total in totals:
                say = line.said if is_told or _is_spread(total, number, mean) else line.guessed
                yield say(total=total, number=plain, mean=mean)


def _is_headed(line: Line, mean: Slot, per: str) -> bool:
    """Whether a sentence that begins "On average each of the 26" tells it."""
    return per == "" and says(r"^\W*on average\b", line.text) and not _has_average(mean)


def _has_average(mean: Slot) -> bool:
    return mean.follows(AVERAGE) or mean.follows(r"on average,?(?: some)?") or mean.precedes(r".{0,30}\bon average\b")


def _is_averaged(mean: Slot) -> bool:
    """Whether words beside a number tell that it is a mean, or what came of a division."""
    return (
        _has_average(mean)
        or mean.follows(r"\b(?:average|mean) \w+ \w+")
        or mean.follows(TOLD)
        or mean.follows(AT_HEAD)
        or mean.follows(rf"{OPEN}{RESTATING}{NAMED}")
    )


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
        named = mean.nouns and total.nouns and mean.nouns[0] == total.nouns[0]
        if number.kind is Kind.COUNT and number.value > 1:
            yield number, bool(named or (spread and not per))


def _per(line: Line, mean: Slot) -> str | None:
    """What a mean is told per, "" where that is "each"; None where it is no mean."""
    if mean.kind is Kind.RATE:
        return mean.numeral.unit.rpartition(" ")[2] if mean.numeral.per == 1 else None
    if mean.precedes(EACH):
        return ""
    named = re.match(PER, mean.after)
    if named is not None:
        return named[2].lower()
    typical = re.search(
        r"\b(?:average|mean) (\w+) (?:has|had|gets|got|is|was|contains|holds|earns|costs|weighs|scored|made|took)\s*$",
        mean.before,
    )
    if typical is not None:
        return typical[1].lower()
    if mean.follows(r"each(?: \w+)?"):
        return ""
    daily = re.search(rf"\b({'|'.join(DAILY)}) (?:average|mean|rate)\b[^,;:()]{{0,30}}$", mean.before, re.IGNORECASE)
    if daily is not None:
        return DAILY[daily[1].lower()]
    head = re.search(r"\b(?:per|for (?:each|every)) (\w+),?(?: there \w+)?\s*$", mean.before, re.IGNORECASE)
    if head is not None:
        return head[1].lower()
    if mean.follows(AVERAGE):
        return ""
    return "" if says(r"\beach of\b", line.text) and says(r"\bon average\b", line.text) else None


def _is_per(number: Slot, per: str) -> bool:
    """Whether a number counts what the mean is told per."""
    if number.kind is Kind.DURATION:
        is_sum = number.precedes(r"\s+(?:between them|in all|in total|altogether|together)\b")
        return number.numeral.unit == per or not (per or is_sum)
    stem = per.removesuffix("y")
    return number.value > 1 and any(noun.startswith(stem) for noun in number.nouns)


def _lapsed(number: Slot) -> Slot:
    """The number of nights in "over 26 nights", which tells how long it took, and not that it was longer."""
    hedge = number.numeral.hedge
    over = hedge is not None and hedge.surface.lower() == "over"
    return replace(number, numeral=replace(number.numeral, hedge=None)) if over else number


def _is_total(total: Slot, number: Slot, mean: Slot) -> bool:
    unit = mean.numeral.unit.rpartition(" per ")[0] if mean.kind is Kind.RATE else mean.numeral.unit
    kind = (Kind.MONEY if unit else Kind.COUNT) if mean.kind is Kind.RATE else mean.kind
    if total is number or total.numeral.value is None or total.value <= mean.value or total.follows(ONE_OF_THEM):
        return False
    bare = not unit and not mean.nouns and total.kind is Kind.MEASURE  # "151 millimetres in 19 days, or 7.9 a day"
    return bare or (total.kind is kind and (total.numeral.unit == unit or not unit))


def stated(said: Said) -> Stated | None:
    """The total, the number it is spread over, and the mean."""
    total, number, mean = said["total"], said["number"], said["mean"]
    if mean.kind is Kind.COUNT and total.kind is Kind.MEASURE:
        mean = replace(mean, kind=total.kind, unit=total.unit)
    alike = total.kind is mean.kind and total.unit == mean.unit
    if not _is_counted(number) or not (alike or mean.per == 1):
        return None
    counts = [
        {"kind": "count", "quantity": name, "printed": printed}
        for name, printed in (("the_total", total), ("the_number", number))
    ]
    claim = {"kind": "mean", "total": "the_total", "n": "the_number", "printed": mean}
    declared = {} if _is_counted(total) else {"amount": "true"}
    return Stated({"the_total": declared, "the_number": {}}, (*counts, claim))


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind in (Kind.COUNT, Kind.DURATION) and numeral.quantum == 1
