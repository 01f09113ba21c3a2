"""Numbers of which one may be the sum of all others of its unit, as their order and the words between them have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.numeral import Form, Kind
from factcheck.relation.cues import NOUN
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.told import COUNTS

MOST_PARTS = 6
LEAST, MOST = Fraction(7, 10), Fraction(14, 10)  # of its sum a number may be that is taken for it without a cue
MOST_TIMES = 12  # that a number may be the sum of others where a digit slipped
FEW = 4
ADDED = (
    r"\b(?:add(?:s|ed|ing)?|plus|on top of|in addition to|count(?:s|ed|ing)? together|tak(?:e|en|ing) together"
    r"|between [^,;]{1,60}\bwe\b)"
)
RESULT = (
    r"\b(?:total\w*|sum|sums|altogether|together|in all|all told|combined|aggregate|add(?:s|ed|ing)? up|overall"
    r"|mak(?:e|es|ing)|giv(?:es|ing)|bring(?:s|ing)?|tak(?:es|ing)|mean(?:s|ing)?|so|that (?:is|was|makes|gives)"
    r"|which (?:is|was|makes|gives|adds?|sums?|comes?)|both|for an? [\w -]{1,30} of|as a whole|the whole|across"
    r"|all|is|comes to|stands? at"
    r"|out of)\b"
)
"""Between the last part and a number that tells what they come to."""
OTHERWISE = (
    r"\b(?:or|but|against|compared|versus|than|from|after|before|previous\w*|earlier|ago|last|next|per|every"
    r"|while|then|once"
    r"|target|needed|expected|planned|hoped|rose|fell|up|down|increase\w*|decrease\w*|percent\w*|average|mean"
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
    r"(?:\s+[^\W\d_][\w'’-]*){0,8}\s*(?:[:(–—]|\s-|,? (?:\w+ ){0,2}(?:made up|consist\w*|compos\w*|compris\w*|divid\w*"
    r"|shared|split)\b)"
)
REST = r"(?:the )?(?:other|remaining|rest|remainder)(?:,| of them)?(?: (?:\(|–|—))?"


def _by_unit(line: Line) -> dict[tuple[Kind, str], list[Slot]]:
    """The numbers of a sentence that count in the same unit, but for small ones in words."""
    found: dict[tuple[Kind, str], list[Slot]] = {}
    for each in line.slots:
        value = each.numeral.value
        few = value is None or (each.numeral.form is Form.WORDS and value < FEW)
        if not few and not each.numeral.flags and not each.follows(r"(?:every|per|each|by) "):
            found.setdefault((each.kind, each.numeral.unit), []).append(each)
    return found


SOME = (
    r"\b(?:among|including|includes?|included|such as|for example|notably|mainly|mostly|chiefly|at least|up to"
    r"|others|median|minimum|maximum|on average)\b"
)
"""Words by which there may be more parts than are told."""


def sums(line: Line) -> Iterator[tuple[tuple[Slot, ...], Slot, bool]]:
    """Parts, their sum, and whether words tell that it is one, or only the numbers."""
    if says(SOME, line.text):
        return
    by_unit = _by_unit(line)
    for whole in line.slots:
        if whole.kind not in COUNTS or whole.numeral.flags or whole.numeral.value is None:
            continue
        alike = by_unit.get((whole.kind, whole.numeral.unit), [])
        parts = [part for part in alike[: MOST_PARTS + 2] if part.index != whole.index]
        if not 2 <= len(parts) <= MOST_PARTS or any(part.value >= whole.value for part in parts):
            continue
        reached = sum((part.value for part in parts), Fraction(0))
        if reached * MOST_TIMES < whole.value or any(_are_apart(line, *pair) for pair in pairwise(parts)):
            continue
        told = None
        if parts[-1].index < whole.index:
            told = _concludes(line, parts, whole)
        elif parts[0].index > whole.index:
            told = _is_broken_down(line, parts, whole)
        if told is not None:
            yield tuple(parts), whole, told and is_near(reached, whole.value)


def is_near(one: Fraction, other: Fraction) -> bool:
    """Whether two numbers are so near to each other that hardly anything but a slip parts them."""
    return LEAST * other <= one <= MOST * other


def _are_apart(line: Line, first: Slot, last: Slot) -> bool:
    words = line.between(first, last)
    return says(APART, words) or (last.index == first.index + 1 and first.precedes(PART_OF))


def _concludes(line: Line, parts: Sequence[Slot], whole: Slot) -> bool | None:
    """Whether words tell that a number behind all others is their sum; None where they speak against it."""
    words = line.between(parts[-1], whole)
    added = says(ADDED, parts[0].before) or says(ADDED, line.between(parts[0], parts[-1]))
    if whole.precedes(COMPARED) or says(OTHERWISE, words):
        return None
    if added or says(RESULT, words):
        return True
    if says(r"\band\b|\.\s", words):
        return None
    beside = whole.follows(r"[:–—,;]") and whole.precedes(rf"(?:{NOUN}){{0,4}}{CLOSE}") and len(whole.nouns) > 0
    return beside if beside or whole.kind is not Kind.COUNT else False


def _is_broken_down(line: Line, parts: Sequence[Slot], whole: Slot) -> bool | None:
    """Whether words tell that the numbers behind one are all its parts; None where they tell no such thing."""
    if whole.precedes(COMPARED) or says(OTHERWISE, whole.after):
        return None
    if parts[-1].follows(REST):
        return True
    if not whole.precedes(LISTED) or len(line.between(whole, parts[0])) > len(whole.after):
        return None
    named = [part.nouns[-1:] for part in parts]
    others = all(noun and noun[0].endswith("s") for noun in named) and whole.kind is Kind.COUNT
    return not others or says(r"\b(?:consist|compos|compris|divid|made up|split|shared)", whole.after)
