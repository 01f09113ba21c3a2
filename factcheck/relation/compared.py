"""The two numbers that are compared where a third says how far, or how many times, they are apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.numeral import Form, Kind
from factcheck.relation.cues import CHANGE, LESS, MORE
from factcheck.relation.line import Line, Slot, for_once, in_unit_of, says

MOST_TIMES = Fraction(6)  # that one number may be the other where nothing but their order puts them together
TIMES = frozenset({Kind.DURATION, Kind.AGE})
YARDSTICKS = frozenset(
    "forecast target expected estimate estimated budget limit average record previous predicted planned goal "
    "quota".split()
)
"""What a number that is told without its unit may be."""
BROKEN = (
    r"[;:]|\.\s|,(?!\s*(?:who|which|that|whose|where|when|with|of|at|on|then|itself|in (?:which|turn)|(?:the|his|her"
    r"|their|its) (?:next|second|runner|nearest|closest|rival|opponent|previous)\w*)\b)"
    r"|\b(?:and|but|while|whereas)\b"
)
"""Words on the other side of which another thing is told."""
SAME = (
    r" (?:now|is|are|that (?:is|was)|this (?:is|was)|then|stands?|stood|has|have|it|they|there|by|in|at|today"
    r"|since|reached|finished|ended|became"
    r"|came|went|currently|as of)\b"
)
"""After an "and" by which the same thing is told further."""
ANOTHER = (
    rf";|\b(?:assuming|supposing|provided that|on condition)\b|,? \b(?:while|whereas|but(?! (?:now|is|are|it"
    rf"|has))|although|though)\b|, and\b(?!{SAME})|(?<!i\.e)(?<!e\.g)\.\s+[A-Z]"
)
"""Words with which another statement begins."""
UNREAL = r"\b(?:though|although|hoped(?! for\b)|would|could|might|may|unless|if)\b"
"""Words of what did not come true."""
ELSE = r"\b(?:planned|by|expected|needed|hoped|allowed|any(?:body|one)|every(?:body|one)|usual|normal|bargained)\b"
"""Words of what is compared with and told by no number."""
JOINED = r"\b(?:and|against|to|versus|vs|compared|with|while|whereas|but|or|over|than|beat)\b|[,:]"
"""Words between two numbers that are compared."""
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
    r"|\s*(?:more|less|fewer|\w+er) than (?:it|they|he|she|we) (?:was|were|had been|used to)\b"
)


def after_than(line: Line, told: Slot, cue: str) -> Iterator[tuple[Slot, Slot]]:
    """The number before, and that behind the words of the cue: "312 cases, [17] more than the 295 of May"."""
    last = next((slot for slot in line.slots[told.index + 1 : told.index + 3] if slot.kind not in TIMES), None)
    if last is None or told.index == 0 or not told.precedes(cue) or says(BROKEN, line.between(told, last)):
        return
    if says(ELSE, line.between(told, last).split(",")[0]):
        return
    for first in reversed(line.slots[max(told.index - 2, 0) : told.index]):
        named = last.nouns and last.nouns[0] not in YARDSTICKS
        if last.kind is Kind.COUNT is not first.kind and not named and first.kind in (Kind.MEASURE, Kind.MONEY):
            last = in_unit_of(last, first)
        if first.is_like(last) and ";" not in line.between(first, told):
            yield first, last


def joined(
    line: Line, likes: Sequence[Slot], most: Fraction = MOST_TIMES, joining: str = JOINED
) -> Iterator[tuple[Slot, Slot]]:
    """The two numbers of a sentence that are like each other, and no third one, which stand together."""
    if len(likes) != 2:
        return
    first, last = likes
    apart = max(first.value, last.value) / min(first.value, last.value) if min(first.value, last.value) > 0 else 0
    between = line.between(first, last)
    if 0 < apart < most and says(joining, between) and not says(UNREAL, between):
        yield first, last


def likes(line: Line, told: Slot, like: Slot | None = None) -> list[Slot]:
    """The numbers around one that count in its unit, or in that of another."""
    near = [slot for slot in line.near(told) if not slot.numeral.flags and slot.numeral.value is not None]
    unit = like or told
    if unit.kind in (Kind.MEASURE, Kind.MONEY):  # "159 metres, the other 142"
        near = [in_unit_of(slot, unit) if slot.kind is Kind.COUNT and slot.is_closed else slot for slot in near]
    near = [for_once(slot, unit) for slot in near]
    return [
        slot
        for slot in near
        if (like or told).is_like(slot) and not _is_the_two(slot) and ";" not in line.between(slot, told)
    ]


def up_to(line: Line, told: Slot) -> str:
    """The words before a number, "the two" in it being words like any other: "the gap between the two is now [17]"."""
    last = line.slots[told.index - 1] if told.index else None
    return (
        f"{last.before}{last.numeral.surface}{told.before}" if last is not None and _is_the_two(last) else told.before
    )


def _is_the_two(slot: Slot) -> bool:
    """Whether it only stands for things that are told apart: "the two"."""
    return (
        slot.kind is Kind.COUNT
        and slot.numeral.form is Form.WORDS
        and slot.value < 4
        and (slot.value == 1 or slot.follows("the|these|both|between|all|its|their"))
    )


def is_compared_in_words(amount: Slot) -> bool:
    """Whether a change is told from something that no number tells: "12% below plan", and not "below its peak"."""
    return amount.precedes(THAN) and not amount.precedes(PEAK) and amount.kind is not Kind.MULTIPLE
