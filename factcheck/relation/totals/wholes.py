"""A number and its parts, as the words right at it and right before its parts tell them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck.numeral import Form, Kind
from factcheck.relation.asked import is_behind
from factcheck.relation.cues import NOUN
from factcheck.relation.line import CLOSE, Line, Slot, in_money_of, in_unit_of, says
from factcheck.relation.lists import is_apart
from factcheck.relation.told import COUNTS
from factcheck.relation.totals.dealt import dealt
from factcheck.relation.totals.portions import AMONG, APART, FAR, MADE, Tie, tie_ahead
from factcheck.relation.totals.sums import COMPARED, OTHERWISE, is_near

FEW = 4
MANY = 40
MOST_TIMES = 2  # that a total is told as, or is of, what its parts come to
MOST_PARTS = 6
MOST_NEAR = 30  # numbers on each side of a whole among which its parts are looked for
ADDING = (
    r"(?:^|[,;:(–—.]\s*|[\"“‘]\s*)(?:and |but |so |if (?:you|we) )?(?:add(?:ing)?|sum(?:ming)?|tak(?:e|ing)|count(?:ing)?"
    r"|put(?:ting)?|combin(?:e|ing)|pool(?:ing)?|lump(?:ing)?|on top of|in addition to|besides)\b[^,;:.()]{0,50}"
)
"""Before the first of numbers that are added."""
GATHERING = r"(?:^|[,;:(–—.]\s*)(?:between them|together)\b[^;:.()]{0,60}"
BETWEEN = r"(?:^|[,;:(–—.]\s*|[\"“‘]\s*)(?:between|with|from|what with)(?: [\w'’-]+){0,4}"
LEADING = (
    r"(?:combined|total|sum|aggregate|altogether|together|in all|all told|overall|between them|in (?:total|aggregate|other words|short)"
    r"|add(?:s|ed|ing)?(?: up)?(?: to)?|amount(?:s|ed|ing)? to|c(?:omes?|ame|oming) to|totall?(?:s|ed|ing)|mak(?:es?|ing)|made"
    r"|g[ia]v(?:es?|ing)|bring(?:s|ing)?|brought|tak(?:es|ing)|mean(?:s|t|ing)?|left|leaves?|put(?:s|ting)?"
    r"|rais(?:es|ed|ing)|lift(?:s|ed|ing)?|push(?:es|ed|ing)?|so|thus|hence|therefore|that is|i\.e\.|worth|sets?|to the tune of|tally)"
)
"""Some words before a number that numbers before it come to."""
MAKING_ALL = (
    r"(?:ma(?:kes?|de|king) up|account(?:s|ed|ing)? for|explain(?:s|ed|ing)?|represent(?:s|ed|ing)?"
    r"|constitut(?:es?|ed|ing)|form(?:s|ed|ing)?|compris(?:es?|ed|ing)|use(?:s|d)? up|swallow(?:s|ed)?(?: up)?)"
    r" (?:all|the (?:whole|entirety|full|entire|total))(?: of)?(?: (?!of\b)[\w'’-]+){0,3}"
)
"""Before a number that numbers before it are all of: "make up the whole of the"."""
CLOSED = (
    rf"(?:{NOUN}){{0,3}}?,?\s+(?:in (?:all|total|sum|aggregate)|altogether|all told|all up|combined|together|overall"
    r"|all in all"
    r"|all in(?=[,.;)])|both"
    r"|(?:from|for|over|across|between|on|in|at|of|by) (?:the|both|these|those|all|its|their)(?: \w+)? ?(?:two|three|four|five|pair"
    r"|lot|whole|trio|both|half-years?|halves|quarters|sites|days|weeks|months|years)"
    r"|(?:in|over|across|during) (?:two|three|four|five|six))\b"
)
"""Behind a number that tells what all come to."""
SO_FAR = (
    rf"(?:{NOUN}){{0,2}}?\s+(?:so far|to date|by now|to (?:spend|work with|play with)|at its disposal|in (?:hand"
    rf"|the kitty|the bank)|available|since (?:it|he|she|they) (?:was|were|began|started|opened)(?: \w+)?){CLOSE}"
)
"""Behind a number that was reached with those before: "with $5m from one and $4m from the other, it has raised $9m so far"."""
OTHER_TIME = (
    rf"(?:{NOUN}){{0,3}}?\s+(?:last|next|the (?:previous|next|following)|a)"
    r" (?:year|month|week|day|season|spring|summer|autumn|winter|quarter)"
)
"""Behind what was so at another time."""
SO = (
    r"so(?: that)?(?: [\w'’-]+){1,5} (?:has|have|had|is|are|was|were|took|takes|carried|got|gets|reached|stands? at|holds?)"
    r"(?: [\w'’-]+){0,3}"
)


JOINED = r"[,;:(.]|\b(?:and|plus|with|to|as well as|another|further|or)\b"
SHEDDING = r",\s*(?:thus )?(?:shedding|losing|creating|saving|netting|costing|cutting|adding)(?: a total of)?"
"""Before what came of all that was told."""
OVER = rf"(?:{NOUN}){{0,3}}\s+(?:in|over|across|during|at|on|for|from|between)(?: (?:the|those|these|all))?\s*$"
"""Between a number and that of the times or places of which all were told: "45 in three months"."""
FURTHER = r"(?:another|further|in addition,?)"
REST = r"\b(?:the (?:rest|remainder)|elsewhere)\b(?!,? [£$€\d])"
NO_PART = (
    r"(?:from|than|to|by|out of|total of|against|since|until|after|before|every|per|down"
    r"|(?<!made )(?<!make )(?<!makes )(?<!making )up)(?: the| its| their)?"
)
BEING = r"^(?: [\w'’-]+){0,3}[,)–—]\s*(?:was|is|were|are|came to|made|makes?)\s*$"
"""Behind parts that are told in apposition: "the two bills, £12m and £15m, were"."""
OF_ALL = r"\bof (?:the|its|their|his|her|our|all|all the)"
MAKING_UP = (
    r"(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|contribut(?:es?|ed|ing)|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)"
    r"|br(?:ings?|ought|inging) in|took|takes?|made|earn(?:s|ed|ing)?|represent(?:s|ed|ing)?|generat(?:es?|ed|ing))(?: \w+)?"
)
"""Before a part of what is told behind all parts: "rail accounted for 312 and road for 298 of the 610 tonnes"."""


class Whole(NamedTuple):
    """A number, its parts and how they are tied."""

    whole: Slot
    parts: tuple[Slot, ...]
    tie: Tie


def wholes(line: Line) -> Iterator[Whole]:
    """Each number that may be the whole of those before or behind it."""
    yield from (Whole(whole, parts, Tie.WITHIN) for parts, whole in dealt(line))
    for whole in line.slots:
        if whole.kind not in COUNTS or whole.numeral.flags or whole.numeral.value is None or _is_few(whole, whole):
            continue
        others = [in_its_unit(slot, whole) for slot in line.near(whole, MOST_NEAR)]
        likes = [slot for slot in others if _is_part(slot, whole)]
        for parts in _behind(line, [slot for slot in likes if slot.index < whole.index]):
            tie = _tie_behind(line, parts, whole)
            if tie is not None:
                yield Whole(whole, parts, tie)
        parts = _ahead(line, whole, [slot for slot in likes if slot.index > whole.index])
        tie = tie_ahead(line, whole, parts) if len(parts) > 1 else None
        if tie is not None:
            yield Whole(whole, parts, tie)


def in_its_unit(slot: Slot, whole: Slot) -> Slot:
    """A bare number behind one that tells the unit of both: "640 tonnes, 412 by rail", "9 million euros: 4 million for …"."""
    if slot.index <= whole.index:
        return slot
    measured = slot.is_bare and whole.kind is Kind.MEASURE
    return in_unit_of(slot, whole) if measured else in_money_of(slot, whole)


def _is_part(slot: Slot, whole: Slot) -> bool:
    told = slot.numeral
    return slot.is_like(whole) and told.value is not None and not told.flags and not _is_few(slot, whole)


def _is_few(slot: Slot, whole: Slot) -> bool:
    """Whether it is a small number in words that only counts what is told: "the two sites"."""
    if slot.numeral.form is not Form.WORDS or slot.value >= FEW:
        return False
    told = r"^\W*|the|these|those|all|its|their|our|both|between|other|last|first|next|of|over|in"
    return slot.value == 1 or whole.value > MANY or slot.follows(told)


def _behind(line: Line, slots: list[Slot]) -> Iterator[tuple[Slot, ...]]:
    """The last numbers of some, the longest run first, in which words join each to the next."""
    run = slots[-1:]
    for slot in reversed(slots[:-1]):
        if not _are_joined(line.between(slot, run[0])) or len(run) == MOST_PARTS:
            break
        run = [slot, *run]
    for start in range(len(run) - 1):
        if start == 0 or is_apart(run[start]):
            yield tuple(run[start:])


def _ahead(line: Line, whole: Slot, slots: list[Slot]) -> tuple[Slot, ...]:
    """The first numbers of some that words join, up to one that is no part of the whole."""
    run: list[Slot] = []
    bracketed = slots and says(r"\([^)]*$", line.between(whole, slots[0]))
    made = slots and slots[0].follows(rf"{MADE}|{AMONG}")
    for slot in slots[:MOST_PARTS]:
        words = line.between(run[-1], slot) if run else ""
        ended = run and (not _are_joined(words) or (";" in words and not bracketed) or ")" in words)
        if ended or (slot.value > whole.value and not made) or slot.follows(NO_PART):
            break
        run.append(slot)
    return tuple(run)


def _are_joined(words: str) -> bool:
    return says(JOINED, words) and not says(APART, words) and len(words) <= FAR


def _tie_behind(line: Line, parts: tuple[Slot, ...], whole: Slot) -> Tie | None:
    """How a number behind others is tied to them."""
    words = line.between(parts[-1], whole)
    if whole.follows("or") and _is_over_all(line, parts, whole):
        words = words.rstrip().removesuffix("or")  # "12 in May and 15 in June, or 27 over the two months"
    elif _is_one_of_a_list(line, parts, whole):
        return None
    if whole.precedes(COMPARED) or len(words) > FAR or not _may_be_sum(parts, whole):
        return None
    if whole.follows(MAKING_ALL):
        return Tie.TOLD
    if says(OTHERWISE, words):
        return None
    gathered = is_behind(GATHERING, parts[0].led) and says(r"^,?[^,;:]*\w[^,;:]*$", words)
    led = whole.follows(rf"{LEADING}(?: [\w'’-]+){{0,2}}") and whole.value >= max(part.value for part in parts)
    if gathered or led or is_behind(ADDING, parts[0].led) or whole.precedes(CLOSED):
        return Tie.TOLD
    near = is_near(sum((part.value for part in parts), Fraction(0)), whole.value)
    return _tie_near(line, parts, whole, words) if near else None


def _is_one_of_a_list(line: Line, parts: tuple[Slot, ...], whole: Slot) -> bool:
    """Whether a number behind others is rather the last of them, or told of another time."""
    return (
        whole.follows("and|or")
        or whole.precedes(OTHER_TIME)
        or says(REST, line.between(parts[0], whole))
        or parts[0].follows(FURTHER)
    )


def _tie_near(line: Line, parts: tuple[Slot, ...], whole: Slot, words: str) -> Tie | None:
    """How a number near the sum of those before it is tied to them, by the words between."""
    between = parts[0].follows(r"between(?: [\w-]+(?:['’]s|s['’]))?") and not parts[0].precedes(r"\s*(?:and|to)\b")
    shed = whole.follows(SHEDDING) and any(part.nouns and part.is_named_as(whole) for part in parts)
    if (
        shed
        or between
        or _is_over_all(line, parts, whole)
        or whole.follows(SO)
        or whole.follows(rf"(?!so\b){LEADING}(?: [\w'’-]+){{0,8}}")
    ):
        return Tie.TOLD
    if says(BEING, words) and not whole.precedes(r"\s+(?:too|short)\b"):
        return Tie.TOLD
    if is_behind(BETWEEN, parts[0].led) and whole.precedes(SO_FAR) and all(part.is_named_as(whole) for part in parts):
        return Tie.TOLD
    if whole.follows(rf"{OF_ALL}(?: [\w'’-]+['’]s)?") and any(part.follows(MAKING_UP) for part in parts):
        return Tie.EITHER
    closed = whole.precedes(rf"(?:{NOUN}){{0,3}}{CLOSE}") and whole.follows(r"[:–—,;]\s*(?:or |some )?")
    return Tie.GUESSED if closed or is_behind(BETWEEN, parts[0].led) else None


def _is_over_all(line: Line, parts: tuple[Slot, ...], whole: Slot) -> bool:
    """Whether a number is told of as many times or places as there are parts: "12 in May and 15 in June, 27 in two months"."""
    times = next(iter(line.slots[whole.index + 1 : whole.index + 2]), None)
    return times is not None and times.is_few and times.value == len(parts) and whole.precedes(OVER)


def _may_be_sum(parts: tuple[Slot, ...], whole: Slot) -> bool:
    """Whether a number is not far from the sum of others, or is that of all but one of them."""
    every = sum((part.value for part in parts), Fraction(0))
    return every <= MOST_TIMES * whole.value <= MOST_TIMES**2 * every or any(
        every - part.value == whole.value for part in parts
    )
