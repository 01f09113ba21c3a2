"""How far something changed: numbers that the words around them tell to be changes, and not shares or counts."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.numeral import Kind, Numeral
from factcheck.relation.asked import is_behind
from factcheck.relation.cues import BY, CHANGE, FALL, LESS, MORE, RISE, THE, UNIT
from factcheck.relation.line import Line, Slot, says

DID = r"\s+(?:had|have|said|say|did|do|took|thought|felt|wanted|reported|told)\b"
"""Behind a share of people, who did something."""
AMOUNTS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.POINTS})
SWELLING = (
    r"(?:swollen|widened|narrowed|expanded|contracted|crept|improved|slid|recovered|rallied|spiked|ballooned|mushroomed"
    r"|eased|thinned|worsened|strengthened|weakened|multiplied|deepened|lengthened|shortened|deteriorated|rebounded"
    r"|(?:crept|edged|inched|bounced|moved|came|come|ticked|nudged|brought|put|pushed|taken|driven|run|gone|went) (?:up|down|back)"
    r"|edged|inched)(?: by)?"
)
LOST = r"(?:lost|loses|losing|shed|sheds|shedding|gained|gains|gaining|added|adds|adding)"
CHANGED = r"^(?:\w+ )*(?:doubl|tripl|trebl|quadrupl|quintupl|halv)\w*$|fold$"
NO_CHANGE = rf"\s+(?:the|that|as|its|their|(?:last|this)(?! {UNIT}(?!['’]))|up)\b"  # double the 70, doubled up
ALL_OF_IT = (
    r"\s+(?:the|its|their|his|her|our|my)(?: own)? (?:number|size|figure|total|count|output|trade|reach|workload|intake|strength"
    r"|volume|business|audience|stock|score|tally|membership|turnover|production|sales|entry|catch|haul|takings|custom)\b"
)
"""What is doubled in a word that stands for what the sentence counts: "doubled its reach"."""
OF_ANOTHER = rf"(?!{ALL_OF_IT}) (?:its|their|his|her|our|my) \w"
"""What is doubled is something else: "doubled its staff"."""
UP_TO = r"\s+(?:the|its|their|his|her|our|my)(?: [\w-]+){1,3} to\s*$"
"""What is doubled, and up to which number: "doubling its staff to"."""
PART = (
    r"(?:\s+|-)(?:of (?!(?:a|one) (?:percentage )?points?\b)|share|stake|turnout|chance|interest|rate|discount"
    r"|target|majority|tax|VAT|per cent)"
)
"""Behind a share that is none of a change."""
EARNING = (
    r"\b(?:returned|returning|returns?|yield(?:s|ed|ing)?|earn(?:s|ed|ing)?|charg(?:es?|ed|ing)|pays?|paid|(?:interest|dividend|coupon"
    r"|return|yield|inflation)(?: rates?)?(?: (?:is|was|ran|stood|stands|runs))?)"
    r"(?: (?:at|of|an? [\w-]+ of|interest of|(?:just|only|some|about|around|nearly|almost)))*"
)
"""Before a rate at which money bears interest or loses value."""
A_RATE = (
    r"\b(?<!growth )(?<!inflation )(?:rate|share|proportion|percentage|ratio|turnout|take-up)(?: of [\w'’-]+)?"
    r" (?:was|is|were|stood at|stands at|had been|has been|came to|reached)(?: (?:only|just|still|about|nearly|almost))?"
)
"""Before a share that is itself what something stood at, and tells no change of it."""
LOOSELY = (
    r"\s*(?:(?!(?:over|under|after|other|number|per|never|ever|whether|member|water|power)\b)\w+er|more|less"
    r"|fewer|ahead of|above|below|on the|on last"
    rf"|on a|in (?:a|one|two|three|five|ten)|since|year[- ]on[- ]year|(?:-points?)?\s*(?:{RISE}|{FALL}))\b"
)
NOUN_OF = (
    r"\b(?:an?|the|its|their) (?:[\w-]+ )?(?!share|total|majority|margin|turnout|rate|third|quarter|half"
    r"|proportion|percentage|stake|chance)[\w-]+ of (?:(?:about|some|just|only|nearly|almost|over) )?"
)
ERROR = (
    r"(?:margin of error|(?:sampling|statistical|standard|measurement) (?:error|uncertainty))(?: [\w'’-]+){0,5}"
    r"|plus or minus|give or take|(?:accurate|correct|precise|reliable|right) (?:to )?within"
)
"""Before how far a poll may be wrong."""
ON_TOP = (
    r"(?:\s+(?!(?:and|or|no|any|the|an?|but|with)\b)[^\W\d_][\w-]*)?"
    r"\s+(?:more|extra|additional|further|fewer)\b(?!\s+(?:than|or less)\b)"
)
"""Behind a number that only tells how many come on top."""
FEWER_THAN_THEN = (
    r"(?:\s+[a-z]+)?\s+(?:more|fewer|less) than"
    r" (?:in|at|during|last|the (?:year|month|week|previous|same)|an? (?:year|month|week))\b"
)
"""Behind a number by which another one is more or less than it was."""
FAR = 160  # characters before a number in which it may be told what it is
SINCE = r"\b(?:\w+est|most|best|worst|record)\b[^;:()]{0,50}?\bsince\b[^;:()]{0,50},? when(?: \w+){0,3}"
"""Before a number that another has only now come to again: "the lowest since 1998, when it was"."""
BESIDE = (
    r",[^,;:()]{0,20}?\b(?:above|below|under|over|close to|near|short of|ahead of)\b[^,;:()]{0,60}?\b(?:average|mean|median|targets?"
    r"|forecasts?|expectations?|estimates?|consensus|limits?|thresholds?)\b[^,;:()]{0,60}?"
)
"""Before a number with which the new one is only compared: "rose 6% to 312, just above the average of"."""
GREATER = r"heavier|dearer|fatter|thicker|wider|thinner|narrower|gone|better|worse"

Gap = Literal["", "amount", "points"]


def gap_of(slot: Slot) -> Gap:
    """The gap for a number that tells a change; none where it tells something else."""
    told = slot.numeral
    if told.value is None or (told.flags and not _lasts(slot)):
        return ""
    if slot.follows(ERROR) or (slot.kind is Kind.PERCENT and slot.precedes(r"[\s-]*(?:pts?|ppts?|pps?|points?)\b")):
        return ""
    if slot.kind is Kind.COUNT:
        return "points" if slot.precedes(r"[\s-]*points?\b|\s+of a (?:percentage )?point\b") else ""
    if slot.kind is Kind.MULTIPLE:
        return "amount" if _has_changed(slot) else ""
    if slot.kind not in AMOUNTS or (slot.precedes(r"\s+of\b") and not slot.follows(LOST)):
        return ""
    signed = slot.kind is Kind.POINTS or told.direction or is_signed(told) or told.surface[0] in "−–"
    named = slot.precedes(rf"\s*(?:{CHANGE}|{MORE}|{LESS}|{GREATER}|off|by which)\b") or slot.follows(
        rf"(?:{CHANGE}) of (?:{THE})|{BY}|off|{SWELLING}|{LOST}"
    )
    voted = slot.follows(
        r"(?:won|beaten|beat|defeated|passed|carried|approved|rejected|voted|lost|elected)(?: [\w-]+)? by"
    )
    return "amount" if (signed or named) and not voted else ""


def _has_changed(slot: Slot) -> bool:
    """Whether a multiple is how much more became of something: "doubled", but not "double the 70"."""
    if not says(CHANGED, slot.numeral.surface):
        return False
    follows = slot.numeral.surface.endswith("ing") and slot.follows(r",\s*(?:thus|so|thereby)?")
    return not slot.precedes(NO_CHANGE) or slot.precedes(rf"{ALL_OF_IT}|{UP_TO}") or follows


def is_signed(amount: Numeral) -> bool:
    """Whether a sign tells which way it went."""
    return amount.exact_value < 0 or amount.surface.startswith("+")


def may_be_change(slot: Slot) -> bool:
    """Whether a number tells a change, or is a share that may."""
    is_share = slot.kind in (Kind.PERCENT, Kind.FRACTION) and not slot.numeral.flags and not slot.precedes(DID)
    return bool(gap_of(slot)) or (is_share and not _is_earned(slot) and not slot.follows(A_RATE))


def _is_earned(slot: Slot) -> bool:
    """Whether it is what money brings in, of which nothing else that is told is the outcome."""
    return slot.follows(EARNING) and not slot.precedes(LOOSELY)


def is_told_of_a_change(slot: Slot) -> bool:
    """Whether some word beside a share tells rather that it is how far something changed."""
    if slot.kind not in (Kind.PERCENT, Kind.FRACTION) or slot.numeral.flags or slot.precedes(PART) or _is_earned(slot):
        return False
    return (
        slot.precedes(LOOSELY)
        or slot.follows(NOUN_OF)
        or slot.follows(r"[a-z]+(?:ed|en|ing)(?: by)?(?: (?:a further|another|about|nearly|almost|some))?")
    )


def unflagged(slot: Slot) -> Slot:
    """A multiple without the doubt whether "over" tells more: "doubled over the decade"."""
    return replace(slot, numeral=replace(slot.numeral, flags=())) if _lasts(slot) else slot


def _lasts(slot: Slot) -> bool:
    """Whether "over" tells how long a multiplying took."""
    return slot.kind is Kind.MULTIPLE and slot.precedes(r"\s+over (?:the|a|an|its|that|this|just)\b")


def is_on_top(slot: Slot) -> bool:
    """Whether a number only tells how many are added, and is no end of a change: "two million more join"."""
    return slot.precedes(rf"{ON_TOP}|{FEWER_THAN_THEN}") or slot.follows(
        r"(?:another|an extra|an additional|a further)"
    )


def is_converted(line: Line, slot: Slot) -> bool:
    """Whether a sum of money is that right before it in another currency: "$43,000 (£32,600)"."""
    if slot.kind is not Kind.MONEY or not (slot.follows(r"\(") and slot.precedes(r"\)")) or slot.index == 0:
        return False
    return line.slots[slot.index - 1].kind is Kind.MONEY and slot.before.strip() == "("


def is_of_record(line: Line, slot: Slot) -> bool:
    """Whether a number was as low or high before, or is one to compare with, and not what the new one changed from."""
    return is_behind(rf"{SINCE}|{BESIDE}", line.words[max(slot.at - FAR, 0) : slot.at])


def downwards(amount: Slot) -> Slot:
    """The fall of "down 41% over the autumn", of which "over" does not say that it was a rise."""
    if amount.numeral.direction <= 0 or not amount.follows("down"):
        return amount
    return replace(amount, numeral=replace(amount.numeral, direction=-1))


def told_alone(points: Numeral) -> Numeral:
    """The number of "a 4.2-point rise" as it is told without the rise."""
    surface, phrase = (re.sub(r"-point$", " points", words) for words in (points.surface, points.phrase))
    return replace(points, surface=surface, phrase=phrase)


def in_points(bare: Numeral) -> Numeral:
    """The number in front of "points", which counts hundredths."""
    hundredth = Fraction(1, 100)
    return replace(
        bare,
        surface=f"{bare.surface} points",
        phrase=f"{bare.phrase} points" if bare.phrase else "",
        kind=Kind.POINTS,
        value=bare.exact_value * hundredth,
        quantum=bare.quantum * hundredth,
        place=bare.place * hundredth,
        scale=bare.scale * hundredth,
        unit="points",
    )
