"""Events, a population and the rate between them: "120 deaths among 1,000,000 people, or 12 per 100,000"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.compared import ANOTHER
from factcheck.relation.line import says

COUNT = frozenset({Kind.COUNT})
GAPS = {"events": COUNTS, "population": COUNT, "rate": frozenset({Kind.RATE})}
EVERY = r"\s*(?:\w+ )?(?:for|in|to|of|out of|from|among) (?:every|each)\s*$"
FOR = r"\s*(?:\w+ )?for\s*$"
LASTING = r"\s+(?:[^\W\d_][\w'’-]*\s+)?(?!(?:in|among|amongst|for|of|to|from|with|at|on|by|across|is|are|was|were)\b)[^\W\d_]\w*\s*$"
"""Between events and the time over which they were counted: "140 falls over 1.2 million bed days"."""
POPULATION = (
    r"(?:population|inhabitants|residents|people|adults|children|men|women|households|(?:live )?births|vehicles"
    r"|patients|workers)"
)
OTHERS = r"\b(?:national\w*|average|elsewhere|compared|against|than|target|threshold|usual|typical|expected)\b"
HEAD = r"(?:per|for (?:every|each)|in (?:every|each))"
POWERS = frozenset(10**power for power in range(3, 7))
MOST_TIMES = 3  # that a rate may be larger or smaller than what its counts come to
LEAST = 100  # of so many are rates told
ANCHOR = "rate"
PHRASES = (
    r"{events}~ (?:among|in|for|in a population of|across) <the> {population}~(?:,| –| —) (?:or |a rate of )?{rate}",
    r"{events}~ (?:among|in|for|in a population of|across) <the> {population}~ \({rate}\)",
)
EXAMPLES = (
    Example("There were 120 deaths among 1,000,000 residents, or 12 per 100,000.", holds=True),
    Example("There were 120 deaths among 1,000,000 residents, or 12 per 10,000.", holds=False),
    Example("There were 140 deaths among the 1,000,000 residents (12 per 100,000).", holds=False),
    Example("It costs £12 for 3 people, or £4 a head.", holds=None),
    Example("The island of 50,000 people had 12 thefts – 24 for every 100,000 people.", holds=True),
    Example("The island of 50,000 people had 12 thefts – 42 for every 100,000 people.", holds=False),
    Example("At 24 per 100,000, the rate reflects 12 thefts in a town of 50,000.", holds=True),
    Example("At 42 per 100,000, the rate reflects 12 thefts in a town of 50,000.", holds=False),
    Example("The town of 50,000 had 12 thefts, against a national rate of 42 per 100,000.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A rate, and two counts: the smaller of what happened, the larger of those to whom it can happen."""
    for slot, used in _rates(line):
        counts = [
            _lapsed(line, each)
            for each in line.near(slot)
            if each.kind is Kind.COUNT and each not in used and not each.numeral.flags
        ]
        tied = [each for each in counts if not says(rf"{OTHERS}|{ANOTHER}", line.between(slot, each))]
        counts = tied if len(tied) > 1 or not _are_all(line, slot, counts) else counts
        if says(OTHERS, slot.before) or len(counts) < 2:
            continue
        told = [each for each in counts if len(counts) == 2 or _is_population(each)]
        for population in told:
            for events in counts:
                if events.value < population.value and events.numeral.quantum >= 1:
                    yield line.said(events=events, population=population, rate=slot)


def _are_all(line: Line, rate: Slot, counts: list[Slot]) -> bool:
    """Whether a rate is near to what the only two counts of its sentence come to, and compared with nothing."""
    if len(counts) != 2 or says(OTHERS, line.text) or rate.numeral.per is None:
        return False
    if any(says(ANOTHER, line.between(rate, each).replace(";", ",")) for each in counts):
        return False
    events, population = sorted(each.value for each in counts)
    reached = events * rate.numeral.per
    return reached < MOST_TIMES * rate.value * population and rate.value * population < MOST_TIMES * reached


def _lapsed(line: Line, slot: Slot) -> Slot:
    """The number of "140 falls over 1.2 million bed days", which tells in how many, and not that there were more."""
    hedge = slot.numeral.hedge
    over = hedge is not None and hedge.surface.lower() == "over" and slot.index > 0
    if not over or not line.slots[slot.index - 1].precedes(LASTING):
        return slot
    return replace(slot, numeral=replace(slot.numeral, hedge=None))


def _rates(line: Line) -> Iterator[tuple[Slot, tuple[Slot, ...]]]:
    """Every rate per hundred or more, with the numbers that tell it: "12 for every 100,000" are two."""
    for slot in line.slots:
        per = slot.numeral.per
        if slot.kind is Kind.RATE and per is not None and per >= LEAST:
            yield slot, (slot,)
    for slot, every in pairwise(line.slots):
        if (
            slot.kind is not Kind.COUNT
            or every.kind is not Kind.COUNT
            or None in (slot.numeral.value, every.numeral.value)
        ):
            continue
        if every.follows(HEAD) is False and slot.follows(HEAD) and slot.value in POWERS and every.value < slot.value:
            told = replace(every.numeral, kind=Kind.RATE, per=slot.value, unit=f"per {slot.numeral.surface}")
            yield (
                replace(every, numeral=told, before=f"{slot.before}{slot.numeral.surface}{every.before}"),
                (slot, every),
            )
        elif every.value >= LEAST and (slot.precedes(EVERY) or (slot.precedes(FOR) and every.value in POWERS)):
            told = replace(slot.numeral, kind=Kind.RATE, per=every.value, unit=f"per {every.numeral.surface}")
            yield replace(slot, numeral=told, after=every.after), (slot, every)


def _is_population(slot: Slot) -> bool:
    return slot.follows(
        rf"{POPULATION} (?:of|is|was)|(?:city|town|county|country|district|region|state|area|island|borough) of"
    ) or (slot.precedes(rf"\s+(?:\w+ )?{POPULATION}\b"))


def stated(said: Said) -> Stated | None:
    """Events and population as printed, and their rate."""
    if said["events"].kind is not Kind.COUNT or said["rate"].per is None:
        return None
    counts = [{"kind": "count", "quantity": f"the_{gap}", "printed": said[gap]} for gap in ("events", "population")]
    rate = {"kind": "rate", "events": "the_events", "population": "the_population", "printed": said["rate"]}
    return Stated({"the_events": {}, "the_population": {}}, (*counts, rate))
