"""Numbers of which one may be the sum of all others of its unit, as their order and the words between them have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import pairwise

from factcheck.numeral import Form, Kind
from factcheck.relation.cues import NOUN
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.lists import are_others
from factcheck.relation.told import COUNTS
from factcheck.relation.totals.played import NO_SUM, is_game, is_scored

MOST_PARTS = 6
LEAST, MOST = Fraction(7, 10), Fraction(14, 10)  # of its sum a number may be that is taken for it without a cue
MOST_TIMES = 12  # that a number may be the sum of others where a digit slipped
FEW = 2
SMALL = 10


class Told(Enum):
    """How it is told that a number is a sum."""

    SURELY = "by words"
    HARDLY = "by the numbers"
    PARTLY = "as one that the parts do not exceed"


ADDED = (
    r"\b(?:add(?:s|ed|ing)?|plus(?!\s[^,;.]{2,40}[,;])|on top of|in addition to|count(?:s|ed|ing)? together|tak(?:e|en|ing) together"
    r"|between [^,;]{1,60}\bwe\b)"
)
RESULT = (
    r"\b(?:total\w*|sum|sums|altogether|together|in all|all told|all up|combined|aggregate|add(?:s|ed|ing)? up"
    rf"|overall{NO_SUM}"
    r"|mak(?:e|es|ing)|giv(?:es|ing)|bring(?:s|ing)?|tak(?:es|ing)|mean(?:s|ing)?|so|that (?:is|was|makes|gives)"
    r"|which (?:is|was|makes|gives|adds?|sums?|comes?)|both|for an? [\w -]{1,30} of|as a whole|the whole|across"
    r"|all|(?:total|sum|number) is|comes to|stands? at"
    r")\b"
)
"""Between the last part and a number that tells what they come to."""
OTHERWISE = (
    r"(?<![\w-])(?:one of|each of|or|but|against|compared|versus|than|from(?=\s*$|[^,;]{0,30}\b(?:year|month|week|time"
    r"|last)\b)|after|before|previous\w*|earlier|ago|last|next|per|every(?! other\b)"
    r"|while|then|once"
    r"|target|needed|expected|planned|hoped|rose|fell|(?<!add )(?<!adds )(?<!adding )up|down|increase\w*|decrease\w*|percent\w*|average"
    r"|median|times)\b"
)
"""By which another number is compared with them."""
COMPARED = (
    rf"(?:{NOUN}){{0,3}}\s+(?:more|fewer|less|\w+er than|ago|earlier|before|previously|(?:in|by) (?:19|20)\d\d)\b"
)
APART = (
    r"\b(?:than|from|against|compared|versus|up|down|by|every|per|times|average|mean)\b|;\s+\w+ \w+ (?:is|are"
    r"|was|were)\b"
)
"""Between two numbers that are not added."""
PART_OF = r"(?:\s+[^\W\d_][\w'’-]*){0,2}\s+(?:out )?of (?:the|its|their|his|her|those|these|all|an?)?\s*$"
LISTED = (
    r"\)?(?:\s+[^\W\d_][\w'’-]*){0,8}\s*(?:[:(–—]|\s-|,? (?:\w+ ){0,2}(?:made up|consist\w*|compos\w*|compris\w*|divid\w*"
    r"|shared|split)\b)"
)
REST = r"(?:the )?(?:other|remaining|rest|remainder)(?:,| of them)?(?: (?:\(|–|—))?"


ITS_OWN = r"\b(?:which|who)(?: (?:already|also|still))? (?:has|have|had|ow(?:e|es|ed)|own(?:s|ed)?)\b"
"""Between two numbers of which the second is none of the whole."""
OF_ALL = r"(?:^|[,;:.(–—]\s*)(?:out )?of (?:the|its|their|all|these|those)(?: the)?"
"""Before a number that a sentence breaks down from its start."""
GROUPS = (
    r"(?:groups|kinds|parts|types|categories|sorts|classes|sections|lots|ways|stages|rounds|sources|regions|halves)"
)
"""What a number counts of which others tell how much is in each."""
SOME_OF = (
    r"(?:^|[,;:(–—]\s)\s*(?:out )?of (?:[\w'’-]+ ){0,6}0[^;:()]*,|\b0(?:\s+[^\W\d_][\w'’-]*){0,9}[,:]? (?:among "
    r"(?:them|which|these)"
    r"|including|of which|of whom)\b"
)
DID = r"\s+(?:will|would|were|was|are|have|had|did|do|can|could|came|went|[^\W\d_]{3,}ed)\b"
"""Behind some of the number before it: "of the 120 who failed, 32 will"."""
OF_IT = r"(?:\s+\w+)?\s+of (?:it|this|them|which|whom|these|those|the (?:total|sum|money|number))\b"
OF_THEM = r"(?:\s+\w+)?\s+of (?:them|which|whom|these)\b"


def _by_unit(line: Line) -> dict[tuple[Kind, str], list[Slot]]:
    """The numbers of a sentence that count in the same unit, but for small ones in words; none of more than may be parts."""
    found: dict[tuple[Kind, str], list[Slot]] = {}
    for each in line.slots:
        if each.numeral.value is None or each.numeral.flags or (each.numeral.form is Form.WORDS and each.value < FEW):
            continue
        if not each.follows(r"(?:every|per|each|by) ") and not each.precedes(rf"\s+{GROUPS}\b"):
            found.setdefault((each.kind, each.numeral.unit), []).append(each)
    most = MOST_PARTS + 1
    few = {unit: slots if len(slots) <= most else _large(slots) for unit, slots in found.items()}
    return {unit: slots for unit, slots in few.items() if len(slots) <= most}


def _large(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.numeral.form is not Form.WORDS or slot.value >= SMALL]


SOME = (
    r"\b(?:among|including|includes?|included|such as|for example|notably|mainly|mostly|chiefly|at least|up to"
    r"|(?<!\d )others(?! \d)|median|minimum|maximum|on average)\b"
)
"""Words by which there may be more parts than are told."""
MEASURED = r"\b(?:averages?|averaged|mean|scale|score[sd]?|points?|paragraphs?|pages?)\b"
"""Words of numbers that are mostly not added."""


def sums(line: Line) -> Iterator[tuple[tuple[Slot, ...], Slot, Told]]:
    """Parts, their sum, and how it is told that it is one."""
    is_some = says(SOME, line.text)
    by_unit = _by_unit(line)
    for whole in line.slots:
        if whole.kind not in COUNTS or whole.numeral.flags or whole.numeral.value is None or counts_them(whole):
            continue
        for parts in _parts(by_unit.get((whole.kind, whole.numeral.unit), ()), whole):
            yield from _summed(line, parts, whole, is_some=is_some)


def counts_them(slot: Slot) -> bool:
    """Whether a number only tells how many things are put together: "the three contingents come to 46"."""
    return slot.is_few and slot.nouns != () and slot.follows("the|these|those|all|its|their|our|both")


def _parts(alike: Sequence[Slot], whole: Slot) -> Iterator[list[Slot]]:
    """All other numbers of a unit, and those without small ones in words: "three groups (12 old, 15 new and 9 others)"."""
    parts = [slot for slot in alike if slot.index != whole.index]
    large = _large(parts)
    yield parts
    if len(large) != len(parts):
        yield large


def _summed(
    line: Line, parts: list[Slot], whole: Slot, *, is_some: bool
) -> Iterator[tuple[tuple[Slot, ...], Slot, Told]]:
    reached = sum((part.value for part in parts), Fraction(0))
    if not 2 <= len(parts) <= MOST_PARTS or not whole.value <= reached * MOST_TIMES <= whole.value * MOST_TIMES**2:
        return
    pairs = pairwise((*parts, whole) if is_game(line) else parts)
    if any(_are_apart(line, *pair) for pair in pairs) and not _are_added(line, parts):
        return
    if 2 * max(part.value for part in parts) == reached + whole.value:
        return  # one of them is rather the sum of all others
    if [part.value for part in _large(parts)] == [whole.value]:
        return  # "read 956 diaries – reading those 956 took two summers"
    told = _told(line, parts, whole, is_some=is_some)
    if told is Told.SURELY and not is_near(reached, whole.value):
        told = Told.HARDLY
    if told is Told.HARDLY and says(MEASURED, line.text):
        return
    if told in (Told.SURELY, Told.PARTLY) or (told is not None and all(part.value < whole.value for part in parts)):
        yield tuple(parts), whole, told


def _told(line: Line, parts: Sequence[Slot], whole: Slot, *, is_some: bool) -> Told | None:
    if parts[-1].index < whole.index:
        return None if is_some else _concludes(line, parts, whole)
    if parts[0].index < whole.index or (whole.follows("for") and not whole.nouns):
        return None
    if not is_some and (told := _is_broken_down(line, parts, whole)) is not None:
        return told
    said_so = says(SOME_OF, f"{whole.led}0{whole.after}")
    listed = said_so or (
        parts[0].precedes(OF_THEM) and not parts[-1].nouns and all(part.value < whole.value for part in parts)
    )
    in_words = any(part.numeral.form is Form.WORDS for part in parts)
    apart = ";" in line.between(parts[0], parts[-1]) or are_others(line, parts)
    return Told.PARTLY if listed and not (in_words or apart) else None


def is_near(one: Fraction, other: Fraction) -> bool:
    """Whether two numbers are so near to each other that hardly anything but a slip parts them."""
    return LEAST * other <= one <= MOST * other


def _are_apart(line: Line, first: Slot, last: Slot) -> bool:
    words = line.between(first, last)
    some = (
        first.follows(r"(?:^|[.,;:])\W*of (?:the |its |their |those )?")
        and says(r",\s*$", words)
        and last.precedes(DID)
    )
    return some or says(APART, words) or (last.index == first.index + 1 and first.precedes(PART_OF))


def _concludes(line: Line, parts: Sequence[Slot], whole: Slot) -> Told | None:
    """Whether words tell that a number behind all others is their sum; None where they speak against it."""
    words = line.between(parts[-1], whole)
    added = _are_added(line, parts)
    if whole.precedes(COMPARED) or says(OTHERWISE, words):
        return None
    if whole.follows(r"out of(?: an?)?(?: total| budget)?(?: of)?") and not says(RESULT, words):
        return Told.PARTLY
    if says(RESULT, words) or (added and not _tells_of_another(line, parts, words)):
        return Told.SURELY
    if says(r"\band\b|\.\s", words):
        return None
    if whole.precedes(r"\s+between them\b"):
        return Told.SURELY
    beside = whole.follows(r"[:–—,;]") and whole.precedes(rf"(?:{NOUN}){{0,4}}{CLOSE}") and len(whole.nouns) > 0
    if beside or whole.kind is not Kind.COUNT:
        return Told.SURELY if beside else Told.HARDLY
    named = whole.nouns and parts[0].nouns and not all(part.is_named_as(whole) for part in parts)
    return None if named and not whole.follows("the|these|those|all|its|their") else Told.HARDLY


def _tells_of_another(line: Line, parts: Sequence[Slot], words: str) -> bool:
    """Whether a clause of its own stands behind numbers of which one is on top: "£450 plus £30 for lunch, and we have £900"."""
    return says(r",\s*(?:and|but|while|though)\b", words) and says(
        r"\b(?:plus|on top of|in addition to)\b", line.between(*parts[-2:])
    )


def _are_added(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether words tell that numbers are added, and no scores of a game, nor what comes with one: "£450 plus costs, £120"."""
    if any(is_scored(line, part) for part in parts):
        return False
    within = line.slots[parts[0].index : parts[-1].index]
    return says(ADDED, parts[0].before) or any(says(ADDED, slot.after) for slot in within)


def _is_broken_down(line: Line, parts: Sequence[Slot], whole: Slot) -> Told | None:
    """Whether words tell that the numbers behind one are all its parts; None where they tell no such thing."""
    if whole.precedes(COMPARED) or says(ITS_OWN, line.between(parts[0], parts[-1])):
        return None
    if parts[-1].follows(REST) and (
        whole.follows(OF_ALL) or parts[0].precedes(OF_IT) or not says(OTHERWISE, whole.after)
    ):
        return Told.SURELY
    if says(OTHERWISE, whole.after):
        return None
    if not whole.precedes(LISTED) or len(line.between(whole, parts[0])) > len(whole.after):
        return None
    named = [part.nouns[-1:] for part in parts]
    others = all(noun and noun[0].endswith("s") for noun in named) and whole.kind is Kind.COUNT
    is_made = says(r"\b(?:consist|compos|compris|divid|made up|split|shared)", whole.after)
    return Told.HARDLY if others and not is_made else Told.SURELY
