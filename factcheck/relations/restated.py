"""One share told twice: "a third (32.6 per cent)", "one in five (20.4%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.numeral import Kind, Numeral
from factcheck.relation import Example, Line, Said, Slot, Stated
from factcheck.relation.cues import CHANGE, LESS, MORE, RESTATING
from factcheck.relation.fits import is_near
from factcheck.relation.line import says
from factcheck.relation.stating import THE_PART, THE_WHOLE, shares_of
from factcheck.relation.told import TOLD
from factcheck.wording import spoken

GAPS = {"words": frozenset({Kind.FRACTION, Kind.RATIO}), "figures": frozenset({Kind.PERCENT})}
ANCHOR = "figures"
PUT = (
    r"(?:(?:the|its|their) (?:[\w-]+ ){0,2}(?:figure|estimate|number|share|value|count|proportion|rate|percentage)"
    r" (?:is|was|being)\s+|(?:[^,;:()–—]{0,50}\b)?(?:puts?|putting|gives?|reckons?|has|had)"
    r" (?:it|that|this|them|the (?:figure|share|proportion|rate|number)) (?:at|as)\s+)"
)
"""Before a share that is told again in figures."""
SAID = (
    r"(?:, (?:[\w'’-]+ ){1,5}(?:said|says|shows?|showed|found|finds|suggests?|suggested|reported|reports?|estimates?|estimated"
    r"|revealed|reveals?|indicates?)(?: (?:on|in|at|last|this) [\w ]{1,20}| [a-z]+day| today| yesterday)?)?"
)
"""Who told it."""
BESIDE = rf"(?:\s+of [^,;:()–—]{{0,80}}|[^,;:()–—.]{{0,80}}?)?{SAID}\s*(?:[,(–—:;]|\s-|,? or)\s*{RESTATING}{PUT}?$"
END = (
    r"\s*(?:to be (?:exact|precise)|exactly|precisely|in (?:all|total|other words)|of (?:it|them|these|those|that"
    r"|(?:the|its|their|all|those|these)"
    r"(?: [\w'’-]+){1,4}))?\s*(?:[).,;:!?–—]|-\s|$)"
)
PARTED = r"\b(?:and|than|against|compared|but|while|whereas|versus|(?:to|from|after|by|with)\s*$)\b"
NEXT = r"\)(?:[,;] \w[^()]{0,40}\()?,?\s*(?:(?:and|or|with|then|followed by)\s+)*"
"""Behind one item of a list, and before the next."""
MEANING = r"\b(?:meaning|leaving|which means|so that)\b"
COMMON = 20  # a whole in "one in five"; with a greater one it is two counts
PHRASES = (
    r"{words}(?:,| –| —) or {figures}",
    r"{figures}(?:,| –| —) or {words}",
    r"{figures}~ \({words}\)",
)
EXAMPLES = (
    Example("Facebook was used in a third (32.6 per cent) of cases.", holds=True),
    Example("Facebook was used in a third (36.2 per cent) of cases.", holds=False),
    Example("Nearly a fifth, or 19.8 per cent, were dropped.", holds=True),
    Example("Nearly a fifth, or 20.3 per cent, were dropped.", holds=False),
    Example("One in five adults (20.4%) smoked.", holds=True),
    Example("One in four adults (20.4%) smoked.", holds=False),
    Example("20.4% (one in five) smoked.", holds=True),
    Example("A fifth of adults in the city, 20.4%, smoked.", holds=True),
    Example("A quarter of adults in the city, 20.4%, smoked.", holds=False),
    Example("At 20.4%, a fifth of the vote went to others.", holds=True),
    Example("At 20.4%, a third of the vote went to others.", holds=False),
    Example("Half (a record) agreed.", holds=None),
    Example("Repairs are due in the city's 120 streets, more than a third.", holds=None),
    Example("A third of the men and 20.4%, or so it seemed, of the women smoked.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A share in words and one in figures, one set off by punctuation right behind the other."""
    for first in line.slots:
        for last in line.slots[first.index + 1 : first.index + 3]:
            words, figures = (first, last) if last.kind is Kind.PERCENT else (last, first)
            if figures.kind not in GAPS["figures"] or not (_is_in_words(words) and _is_plain(figures)):
                continue
            if (
                not _only_ages(line, first, last)
                or _is_one_of_several(line, last)
                or _is_one_more(line, words, figures)
            ):
                continue
            between = line.between(first, last)
            if says(MEANING, between) and is_near(1 - figures.numeral.exact_value, words.numeral):
                continue  # "70% came, meaning almost a third did not"
            if _parted().search(between) and not _put().search(between):
                continue
            beside = _beside().match(between) and last.precedes(END)
            heading = first.follows("at") and between.strip() == "," and last.precedes(r"\s+of\b")
            if beside or heading:
                yield line.said(words=words, figures=figures)


def _is_one_of_several(line: Line, last: Slot) -> bool:
    """Whether a share in brackets adds up with the next: "over a third say poor (25%) or very poor (12%)"."""
    following = line.slots[last.index + 1 : last.index + 2]
    more = any(slot.kind is last.kind and slot.follows(r"\(") for slot in following)
    return more and last.precedes(r"\)[^.;:()]*\b(?:or|and|plus)\b[^.;:()]*\(\s*$")


def _is_in_words(slot: Slot) -> bool:
    return slot.kind in GAPS["words"] and _is_plain(slot) and _is_common(slot.numeral)


def _is_common(words: Numeral) -> bool:
    return words.terms is None or words.terms[1] < COMMON


def _is_plain(slot: Slot) -> bool:
    """Whether no change is told by it."""
    told = slot.numeral
    return not told.direction and not told.flags and not slot.precedes(rf"\s*(?:{CHANGE}|{MORE}|{LESS}|points?)\b")


def _is_one_more(line: Line, words: Slot, figures: Slot) -> bool:
    """Whether "a third" is the next of a list of things with shares in brackets: "Spain (44%), Italy (41%) and a third (38%)"."""
    if words.index == 0 or figures.index < words.index or not words.follows(NEXT):
        return False
    before = line.slots[words.index - 1]
    in_brackets = before.kind is Kind.PERCENT and before.follows(r"\(") and before.precedes(r"\)")
    return in_brackets and (before.index == 0 or line.slots[before.index - 1].kind not in GAPS["words"])


def _only_ages(line: Line, first: Slot, last: Slot) -> bool:
    return all(slot.kind in (Kind.AGE, Kind.DURATION) for slot in line.slots[first.index + 1 : last.index])


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(BESIDE, re.IGNORECASE)


@cache
def _put() -> re.Pattern[str]:
    return re.compile(rf"\s*[(–—;:]\s*{PUT}$", re.IGNORECASE)


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(PARTED, re.IGNORECASE)


def stated(said: Said) -> Stated | None:
    """Both numbers are the share of one part in one whole."""
    if not _is_common(said["words"]):
        return None  # "312/956" are two counts
    if is_near(said["figures"].exact_value, said["words"]):
        return Stated()
    claims = [claim for gap in ("words", "figures") for claim in shares_of({THE_PART: said[gap]})]
    quantities = {THE_PART: {"of": THE_WHOLE, "amount": "true"}, THE_WHOLE: {"amount": "true"}}
    return Stated(quantities, claims, says=f"{spoken(said['words'])} is {TOLD}")
