"""Events, a population and the rate between them: "120 deaths among 1,000,000 people, or 12 per 100,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.compared import ANOTHER
from factcheck.relation.line import says
from factcheck.relation.ratios.rated import rates
from factcheck.relation.stating import counts_of
from factcheck.relation.told import TOLD

THE_EVENTS, THE_POPULATION = "the_events", "the_population"
COUNT = frozenset({Kind.COUNT})
GAPS = {"events": COUNTS, "population": COUNT, "rate": frozenset({Kind.RATE})}
LASTING = r"\s+(?:[^\W\d_][\w'’-]*\s+)?(?!(?:in|among|amongst|for|of|to|from|with|at|on|by|across|is|are|was|were)\b)[^\W\d_]\w*\s*$"
"""Between events and the time over which they were counted: "140 falls over 1.2 million bed days"."""
POPULATION = (
    r"(?:population|inhabitants|residents|people|adults|children|men|women|households|(?:live )?births|vehicles"
    r"|patients|workers)"
)
OTHERS = r"\b(?:national\w*|average|elsewhere|compared|against|than|target|threshold|usual|typical|expected)\b"
ITSELF = r"\b(?:than|above|below|under|against|compared (?:with|to))(?: [a-z'’-]+){1,6}(?=\s*(?:[.,:;–—]|$))"
"""A comparison with what no number tells: "no worse than elsewhere"."""
SO = (
    r", and (?=(?:so|thus|hence|therefore|expressed|with)\b|\d)|, but (?=(?:in|for|with|given|that|this|among"
    r"|across)\b)"
)
"""After which it is told what the numbers before come to, or of what."""
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
    every = [*rates(line)]
    for rate, told in every:
        used = {slot.index for slot in told}
        counts = [
            _lapsed(line, each)
            for each in line.near(rate)
            if each.kind is Kind.COUNT and each.index not in used and not each.numeral.flags
        ]
        if says(OTHERS, rate.before) or len(counts) < len(("events", "population")):
            continue
        tied = [each for each in counts if not says(rf"{OTHERS}|{ANOTHER}", line.between(rate, each))]
        if len(tied) > 1:
            yield from _said(line, Ground.CUES, rate, tied)
        elif len(every) == 1 and _are_all(line, rate, counts):
            yield from _said(line, Ground.ALONE, rate, counts)


def _said(line: Line, ground: Ground, rate: Slot, counts: list[Slot]) -> Iterator[Said]:
    """Each two of the counts that may be events and population."""
    for population in counts:
        if len(counts) == len(("events", "population")) or _is_population(population):
            for events in counts:
                if events.value < population.value and events.numeral.quantum >= 1:
                    yield line.on(ground, events=events, population=population, rate=rate)


def _are_all(line: Line, rate: Slot, counts: list[Slot]) -> bool:
    """Whether a rate is told of the only two counts of its sentence, and compared with no other number."""
    if len(counts) != len(("events", "population")) or says(OTHERS, re.sub(ITSELF, " ", line.text)):
        return False
    return not any(says(ANOTHER, re.sub(SO, ", ", line.between(rate, each)).replace(";", ",")) for each in counts)


def _lapsed(line: Line, slot: Slot) -> Slot:
    """The number of "140 falls over 1.2 million bed days", which tells in how many, and not that there were more."""
    hedge = slot.numeral.hedge
    over = hedge is not None and hedge.surface.lower() == "over" and slot.index > 0
    if not over or not line.slots[slot.index - 1].precedes(rf"{LASTING}|\s+of (?:them|these|those),?\s*$"):
        return slot
    return replace(slot, numeral=replace(slot.numeral, hedge=None))


def _is_population(slot: Slot) -> bool:
    return slot.follows(
        rf"{POPULATION} (?:of|is|was)|(?:city|town|county|country|district|region|state|area|island|borough) of"
    ) or (slot.precedes(rf"\s+(?:\w+ )?{POPULATION}\b"))


def stated(said: Said) -> Stated | None:
    """Events and population as printed, and their rate."""
    if said["events"].kind is not Kind.COUNT or said["rate"].per is None:
        return None
    counted = counts_of({THE_EVENTS: said["events"], THE_POPULATION: said["population"]})
    rate = {"kind": "rate", "events": THE_EVENTS, "population": THE_POPULATION, "printed": said["rate"]}
    per = f"{int(said['rate'].per or 1):,}"
    says = f"{{{THE_EVENTS}}} in {{{THE_POPULATION}}} is {TOLD}{'' if per in said['rate'].surface else f' per {per}'}"
    return Stated({THE_EVENTS: {}, THE_POPULATION: {}}, (*counted, rate), says=says)
