"""A number and its parts, as the words right at it and right before its parts tell them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

from factcheck.numeral import Form, Kind
from factcheck.relation.asked import is_behind
from factcheck.relation.cues import NOUN
from factcheck.relation.line import CLOSE, Line, Slot, in_money_of, in_unit_of, says
from factcheck.relation.lists import are_others, is_apart, is_first
from factcheck.relation.named import counts_others
from factcheck.relation.sums import COMPARED, OTHERWISE, is_near
from factcheck.relation.told import COUNTS

FEW = 4
MANY = 40
MOST_TIMES = 2  # that a total is told as, or is of, what its parts come to
MOST_PARTS = 6
MOST_NEAR = 30  # numbers on each side of a whole among which its parts are looked for
FAR = 200  # characters that may stand between neighbouring parts
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
CLOSED = (
    rf"(?:{NOUN}){{0,3}}?,?\s+(?:in (?:all|total|sum|aggregate)|altogether|all told|combined|together|overall|all in all"
    r"|all in(?=[,.;)])|both"
    r"|(?:from|for|over|across|between|on|in|at|of|by) (?:the|both|these|those|all|its|their)(?: \w+)? ?(?:two|three|four|five|pair"
    r"|lot|whole|trio|both|half-years?|halves|quarters|sites|days|weeks|months|years)"
    r"|(?:in|over|across|during) (?:two|three|four|five|six))\b"
)
"""Behind a number that tells what all come to."""
SO_FAR = rf"(?:{NOUN}){{0,2}}?\s+(?:so far|to date|by now|since (?:it|he|she|they) (?:was|were|began|started|opened)(?: \w+)?){CLOSE}"
"""Behind a number that was reached with those before: "with $5m from one and $4m from the other, it has raised $9m so far"."""
INCLUDING = (
    r"(?:[,;(–—:]\s*|\s)(?:(?:which|that|they|these|it|this|and|of which|of whom) )?(?:includ(?:es?|ing|ed)|contain(?:s|ing|ed)?"
    r"|cover(?:s|ing|ed)|among (?:them|which|whom|these|those)|of (?:which|whom|them|these)|with|made up of|comprising"
    r"|(?:out )?of (?:that|this) (?:number|total|sum|amount|figure|money),?"
    r"|comprises?|consist(?:s|ing) of|(?:is|are|was|were) (?:composed|made up|comprised) of|took in|takes in)(?:,? [\w'’-]+){0,3}"
)
OF = r"(?:^|[,;:(–—.]\s*|[\"“‘]\s*)(?:out of|of|from|within|in)(?: (?!to\b|and\b)[\w'’-]+){0,5}"
AMONGST = r"(?:^|[,;:(–—.]\s*)(?:among|amongst)(?: [\w'’-]+){0,3}"
OF_IT = r"[^,;:.()]{0,40}?\s(?:of|among) (?:them|these|those|it|which|whom)\b"
OTHER_TIME = (
    rf"(?:{NOUN}){{0,3}}?\s+(?:last|next|the (?:previous|next|following)|a)"
    r" (?:year|month|week|day|season|spring|summer|autumn|winter|quarter)"
)
"""Behind what was so at another time."""
SO = (
    r"so(?: that)?(?: [\w'’-]+){1,5} (?:has|have|had|is|are|was|were|took|takes|carried|got|gets|reached|stands? at|holds?)"
    r"(?: [\w'’-]+){0,3}"
)
APART = r"\b(?:than|against|compared|versus|per|times|average|mean|median|but|while|whereas|although|instead)\b"


JOINED = r"[,;:(.]|\b(?:and|plus|with|to|as well as|another|further|or)\b"
FURTHER = r"(?:another|further|in addition,?)"
REST = r"\b(?:the (?:rest|remainder)|elsewhere)\b(?!,? [£$€\d])"
NO_PART = r"(?:from|than|to|by|out of|total of|against|since|until|after|before|every|per|up|down)(?: the| its| their)?"
MADE = (
    r"(?:composed|made up|consist(?:s|ing|ed)?|comprised) of"
    r"|(?:divided|split|shared|broken down|falls?|fell) (?:\w+ )?(?:into|between|among)"
)

CLAUSE = rf"(?:{NOUN}){{0,2}}?\s+(?:has|have|had|was|were|is|are|came|went|will|would)\b"
PAID = r"(?:paid for|funded|financed)(?: \w+ly)? (?:with|by)"
"""Before the first of what a sum is made up of: "the £27m bridge is to be paid for with"."""
PAYING = rf"(?:{NOUN})?\s+(?:from|by|in)\b"
BEING = r"^(?: [\w'’-]+){0,3}[,)–—]\s*(?:was|is|were|are|came to|made|makes?)\s*$"
"""Behind parts that are told in apposition: "the two bills, £12m and £15m, were"."""
AMONG = (
    r"(?:among (?:them|which|whom|these)|of which|(?:which|they|these|it) (?:includes?|contains?))(?:,? [\w'’-]+){0,2}"
)


SIZED = (
    r"\b(?:an?|its|their|his|her) (?!total\b|further\b|combined\b)(?:[\w-]+ ){1,3}of(?: (?:about|some|over|nearly))?"
)
"""Before what is none of the parts: "956 plots, 312 of which have water, and a waiting list of 400"."""


class Tie(IntEnum):
    """How sure it is that the parts are all that the whole is made of."""

    TOLD = 0
    """Words tell a sum."""
    WITHIN = 1
    """They are some of it."""
    EITHER = 3
    """They are some of it, and by a guess all."""
    GUESSED = 2


class Whole(NamedTuple):
    """A number, its parts and how they are tied."""

    whole: Slot
    parts: tuple[Slot, ...]
    tie: Tie


def wholes(line: Line) -> Iterator[Whole]:
    """Each number that may be the whole of those before or behind it."""
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
        tie = _tie_ahead(line, whole, parts) if len(parts) > 1 else None
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
    if (
        whole.follows("and|or")
        or whole.precedes(OTHER_TIME)
        or says(REST, line.between(parts[0], whole))
        or parts[0].follows(FURTHER)
    ):
        return None  # the last of a list
    if whole.precedes(COMPARED) or says(OTHERWISE, words) or len(words) > FAR or not _may_be_sum(parts, whole):
        return None
    gathered = is_behind(GATHERING, parts[0].led) and says(r"^[^,;:]*\w[^,;:]*$", words)
    led = whole.follows(rf"{LEADING}(?: [\w'’-]+){{0,2}}") and whole.value >= max(part.value for part in parts)
    if gathered or led or is_behind(ADDING, parts[0].led) or whole.precedes(CLOSED):
        return Tie.TOLD
    if not is_near(sum((part.value for part in parts), Fraction(0)), whole.value):
        return None
    between = parts[0].follows("between") and not parts[0].precedes(r"\s*(?:and|to)\b")
    if between or whole.follows(SO) or whole.follows(rf"(?!so\b){LEADING}(?: [\w'’-]+){{0,8}}"):
        return Tie.TOLD
    if says(BEING, words) and not whole.precedes(r"\s+(?:too|short)\b"):
        return Tie.TOLD
    if is_behind(BETWEEN, parts[0].led) and whole.precedes(SO_FAR) and all(part.is_named_as(whole) for part in parts):
        return Tie.TOLD
    closed = whole.precedes(rf"(?:{NOUN}){{0,3}}{CLOSE}") and whole.follows(r"[:–—,;]\s*(?:or |some )?")
    return Tie.GUESSED if closed or is_behind(BETWEEN, parts[0].led) else None


def _may_be_sum(parts: tuple[Slot, ...], whole: Slot) -> bool:
    """Whether a number is not far from the sum of others, or is that of all but one of them."""
    every = sum((part.value for part in parts), Fraction(0))
    return every <= MOST_TIMES * whole.value <= MOST_TIMES**2 * every or any(
        every - part.value == whole.value for part in parts
    )


def _tie_ahead(line: Line, whole: Slot, parts: tuple[Slot, ...]) -> Tie | None:
    """How numbers behind one are told to be of it."""
    words = line.between(whole, parts[0])
    apart = (
        begins_anew(parts)
        or are_others(line, parts)
        or any(part.follows(SIZED) for part in parts[1:])
        or any(part.precedes(r"\s+of (?:the|its|their|those|his|her)\b") for part in parts)
    )
    if (
        apart
        or says(APART, words.replace("against", ""))
        or len(words) > FAR
        or (counts_others(whole, parts) and parts[0].follows(r"with(?: \w+)?"))
    ):
        return None
    if is_first(whole, parts[0]) and not parts[0].follows(INCLUDING):
        return None
    near = is_near(sum((part.value for part in parts), Fraction(0)), whole.value)
    if near and (parts[0].follows(MADE) or (parts[0].follows(PAID) and all(part.precedes(PAYING) for part in parts))):
        return Tie.TOLD
    bare = not any(_names_things(part) for part in parts)
    if parts[0].index == whole.index + 1 and _are_opposites(line, parts) and (bare or parts[0].follows(INCLUDING)):
        return Tie.TOLD
    if is_behind(AMONGST, whole.led) and says(rf"^(?:{NOUN}){{0,3}} (?:are|were|is|was)\b", words):
        return Tie.WITHIN
    if (is_behind(OF, whole.led) and says(r",\s", words)) or parts[0].follows(INCLUDING):
        return Tie.WITHIN
    if bare and any(part.precedes(OF_IT) for part in parts):
        return Tie.WITHIN
    if near and parts[-1].index == len(line.slots) - 1 and parts[0].follows(r"[:–—]\s*(?:\w+ )?") and not whole.nouns:
        return Tie.EITHER
    if near and bare and whole.nouns and parts[0].follows(r"[,:(–—]\s*(?:\w+ )?"):
        return Tie.EITHER
    return None


def _names_things(part: Slot) -> bool:
    """Whether it is told what a part counts, and not only of what sort it is: "45 boys", but "45 diesel", "45 by rail"."""
    return any(noun.endswith("s") and len(noun) >= FEW for noun in part.nouns[:2])


def _are_opposites(line: Line, parts: tuple[Slot, ...]) -> bool:
    """Whether two parts are told by opposites, which leave nothing over: "planned" and "unplanned"."""
    words = f"{line.between(parts[0], parts[-1])}{parts[-1].after[:60]}"
    apart = r"\b(\w{4,})\b.*\b(?:un|non-?|im|in|dis)\1\b|\b(?:un|non-?|im|in|dis)(\w{4,})\b.*\b\2\b"
    return len(parts) == len(("one", "other")) and says(apart, words)


def begins_anew(parts: tuple[Slot, ...]) -> bool:
    """Whether the last part has a verb of its own, and the first none: "with £12m from the state, and £15m was spent"."""
    first, last = parts[0], parts[-1]
    anew = last.follows(r",\s*(?:and|but)") and last.precedes(CLAUSE)
    return first.follows("with") and anew and not first.precedes(CLAUSE)
