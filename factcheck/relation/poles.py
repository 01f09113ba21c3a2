"""Two numbers of which words say that one is the lowest and the other the highest: "the cheapest £12, the dearest £18"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.numeral import Kind
from factcheck.relation.called import (
    AGES,
    AT_LEAST,
    ATTRIBUTES,
    BOUNDED,
    BOUNDS,
    BRIEF,
    DENIED,
    DOING,
    EITHER,
    FAR,
    HEIGHTS,
    IN_EACH,
    LENGTHS,
    MASSES,
    MEASURED,
    NONE,
    OF_GROUP,
    OF_MANY,
    OF_THEM,
    ON,
    OTHER_TIMES,
    POLES,
    SCENE,
    SERVED,
    SIZES,
    SMALL,
    TAKES,
    TIMED,
    VERBS,
)
from factcheck.relation.changes.times import YEAR
from factcheck.relation.cues import NOUN
from factcheck.relation.line import Line, Slot, in_unit_of, says
from factcheck.relation.printing import is_pronoun
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK


class Pair(NamedTuple):
    """The lower and the higher number."""

    low: Slot
    high: Slot


def poles(line: Line) -> Iterator[Pair]:
    """Every two numbers of one sort that words call the lowest and the highest."""
    taken: set[int] = set()
    for first in line.slots:
        if first.follows(OF_GROUP):
            continue
        for last in line.slots[first.index + 1 : first.index + 3]:
            ends = in_one_unit(first, last)
            if ends is None:
                continue
            if last.index > first.index + 1 and says(EITHER, line.slots[first.index + 1].before):
                break  # the lowest is that number: "of 956 calls, the shortest took 7.5 minutes, the average 33.6"
            if first.index not in taken:
                told = [*_told(line, first, last, *ends)]
                taken |= {last.index for _ in told}
                yield from told
            break


def _told(line: Line, first: Slot, last: Slot, one: Slot, other: Slot) -> Iterator[Pair]:
    before, between = _clause(line, first)[-FAR:], _single(f"{_between(line, first, last)} {last.hedge}")
    after = re.split(r"[.;,]", re.sub(r"^,\s*(?=(?:that|those|the) )", "", last.after), maxsplit=1)[0][:40]
    words = f"{before} {between} {after}"
    if len(set(re.findall(YEAR, words))) > 1 or says(OTHER_TIMES, between) or last.precedes(OF_THEM):
        return
    if says(r"^\W*than\b", between):
        return  # "lower mortality (5.4) than men in the bottom fifth (6.3)"
    if says(OF_MANY, before) and says(OF_MANY, between):
        return
    if not says(EITHER, f"{before}\n{between}\n{after}"):
        return
    for low, high in _named(one, before, between):
        if not all(_pattern(pole).search(words) for pole in (low, high)):
            continue
        ways = [
            _from_to(low, high, before, between, after),
            1 if says(BOUNDED, between) else 0,
            _order(low, high, before, between),
        ]
        ways.append(0 if _leads_on(rf"{low}|{high}", between) else _order(low, high, between, after))
        ways.append(_together(low, high, before) if re.fullmatch(r"[^,;:]{0,20}\band\b\s*", between) else 0)
        way = next((way for way in ways if way), 0)
        if way:
            yield Pair(one, other) if way > 0 else Pair(other, one)
            return


@cache
def _of_the_other() -> re.Pattern[str]:
    """How a sentence begins that tells an end of what stands in the one before, and of nothing less than all of it."""
    all_of_it = r"(?: one| of (?:them|all|these|those|the (?:two|lot|set|pair)))?"
    just = r"(?: (?:just|only|some|about|nearly|over|to|for|at|out|in|a|mere)){0,3}"
    part = r"(?: [\w-]+){0,2} (?:by|at|in|for|on|during|among|outside|inside|between)\b(?! (?:all|total)\b)"
    return re.compile(
        r"\W*(?:(?:and|but|while|whereas),? )?(?:the|its|their|his|her) (?P<end>[a-z]+(?: expensive| distant)?)"
        rf"(?P<thing> [^\W\d_]+)??{all_of_it},? (?:{MEASURED}){just} {MARK}(?!{part})",
        re.IGNORECASE,
    )


def is_other_end(first: str, last: str) -> bool:
    """Whether a sentence tells the other end of what the one before tells: "The lowest bid was £12. The highest was £18."."""
    found = _of_the_other().match(last)
    if found is None:
        return False
    end, thing = found["end"].lower(), found["thing"] or ""
    pairs = [(low, high) for low, high, _ in (*POLES, TIMED) if says(rf"^(?:{low}|{high})$", end)]
    others = (low if says(rf"^(?:{high})$", end) else high for low, high in pairs)
    return any(says(rf"\b(?:{other})(?![\w-]){thing}", first) for other in others)


def _named(slot: Slot, before: str, between: str) -> Iterator[tuple[str, str]]:
    """The pairs of words that may name the ends of what a number measures."""
    pairs = [*POLES]
    if re.fullmatch(
        rf"(?:{NOUN}){{0,3}}{IN_EACH}?(?: {AT_LEAST})?,?(?: (?:and|or|but|to|with|yet|though))?,? (?:{BOUNDS[0]}|{BOUNDS[1]})\s*",
        between,
    ):
        pairs.append(BOUNDS)
    if slot.kind is Kind.DURATION:
        pairs.append(TIMED)
        if says(TAKES, f"{before[-20:]} {between}"):
            pairs.append(SERVED)
    elif slot.kind in (Kind.RATE, Kind.MEASURE):
        pairs.append((TIMED[1], TIMED[0], TIMED[2]))
    if says(NONE, before) and says(rf"{NONE}|\bor\b", between):
        pairs.append(DENIED)
    return ((low, high) for low, high, kinds in pairs if slot.kind in kinds and _is_measured_so(slot, kinds, low))


def _is_measured_so(slot: Slot, kinds: frozenset[Kind], low: str) -> bool:
    """Whether what is called so may be called so by such a number: nobody is the oldest by minutes, or by what he weighs."""
    unit = slot.numeral.unit
    if kinds is AGES:
        return not slot.nouns and unit not in BRIEF
    if kinds in (LENGTHS, HEIGHTS) and unit in MASSES:
        return False
    sized = low.startswith(SMALL) and slot.kind is Kind.COUNT and len(slot.nouns) > 0
    return not sized or slot.precedes(SIZES)


def _from_to(low: str, high: str, before: str, between: str, after: str) -> int:
    """As below, where each is named behind its number: "from 2.5 acres for the smallest plot to 5.3 for the largest"."""
    if not says(r"\bfrom $", before):
        return 0
    first, last = (rf"^(?:{NOUN}){{0,2}},? (?:for|at|in|on|of) (?:the|its|their) (?:{pole})\b" for pole in (low, high))
    if says(rf"{first}[^,;:]*,?(?: up)? to\s*$", between) and says(last, after):
        return 1
    first, last = (rf"^(?:{NOUN}){{0,2}},? (?:for|at|in|on|of) (?:the|its|their) (?:{pole})\b" for pole in (high, low))
    return -1 if says(rf"{first}[^,;:]*,?(?: down)? to\s*$", between) and says(last, after) else 0


def _order(low: str, high: str, former: str, latter: str) -> int:
    """1 where the lower end is named in the former words and the higher in the latter, -1 the other way round."""
    first, last = ((_last(low, words), _last(high, words)) for words in (former, latter))
    if first[0] and last[1] and not last[0] and first[0].start() > (first[1].start() if first[1] else -1):
        return 1 if _is_of_one(first[0], last[1]) else 0
    if first[1] and last[0] and not last[1] and first[1].start() > (first[0].start() if first[0] else -1):
        return -1 if _is_of_one(first[1], last[0]) else 0
    return 0


def _leads_on(pole: str, between: str) -> bool:
    """Whether a pole between two numbers is told of the second one: nothing parts them in "12.4; the smallest has 7"."""
    return says(rf"[,;:]\s[^,;:]*\b(?:{pole})\b(?![^\n]*(?:[,;:()–—]|\b(?:and|to|or|with|while|but)\b))", between)


def _together(low: str, high: str, words: str) -> int:
    """As above, of both ends named before both numbers: "the lower and upper bounds are 12 and 18"."""
    if says(rf"\b(?:{low})(?: \w+)? (?:and|or|to) (?:the )?(?:{high})\b", words):
        return 1
    return -1 if says(rf"\b(?:{high})(?: \w+)? (?:and|or|to) (?:the )?(?:{low})\b", words) else 0


def _last(pole: str, words: str) -> re.Match[str] | None:
    """The last place where a pole is named."""
    return next(reversed([*_pattern(pole).finditer(words)]), None)


def _is_of_one(first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether both ends are of the same things: not "the youngest man 60, the oldest woman 49"."""
    things = [re.match(r"\s+([^\W\d_][\w'’-]*)", told.string[told.end() :]) for told in (first, last)]
    named = [thing[1].lower() for thing in things if thing is not None]
    if first[0].lower().split()[-1] in ATTRIBUTES and any(map(_is_attribute, (first, last))):
        return False
    one, other = (re.match(SCENE, told.string[told.end() :]) for told in (first, last))
    if one and other and one["thing"] and one["where"].lower() != other["where"].lower():
        return False  # "the lowest mark in maths was 45, the highest in art 38"
    dull = VERBS | load(DEFAULT).sentences.function_words
    return len(named) != len(things) or named[0] == named[1] or any(name in dull for name in named)


def _is_attribute(told: re.Match[str]) -> bool:
    """Whether the word only says of which thing a number is told: "those on the lowest incomes pay 38%"."""
    before, after = told.string[: told.start()], told.string[told.end() :]
    thing = re.match(r"\s+([^\W\d_][\w'’-]*)", after)
    if says(DOING, after):
        return True
    return says(ON, before) and thing is not None and thing[1].lower() not in load(DEFAULT).sentences.function_words


@cache
def _pattern(pole: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pole})(?![\w-])", re.IGNORECASE)


def _clause(line: Line, slot: Slot) -> str:
    """The words of the sentence before a number, as far as no full stop, semicolon or colon parts them from it."""
    begin = next((one.index + 1 for one in reversed(line.slots[: slot.index]) if one.is_like(slot)), 0)
    told = "".join(f"{one.before}{one.numeral.surface}" for one in line.slots[begin : slot.index]) + slot.before
    clause = re.split(r"[.;]|:(?!\s*$)", told)[-1]
    return _single(f"{clause} {slot.hedge}")


def _between(line: Line, first: Slot, last: Slot) -> str:
    return last.before if last.index == first.index + 1 else line.between(first, last)


def _single(words: str) -> str:
    """The words with single spaces between them."""
    return re.sub(r"\s+", " ", words)


def in_one_unit(first: Slot, last: Slot) -> tuple[Slot, Slot] | None:
    """Both numbers in one unit, where they are of one sort and have a value."""
    if (
        first.numeral.flags
        or last.numeral.flags
        or is_pronoun(first.numeral)
        or is_pronoun(last.numeral)
        or None in (first.numeral.value, last.numeral.value)
    ):
        return None
    first, last = _for_once(first, last), _for_once(last, first)
    if first.is_like(last):
        named = first.is_named_as(last) or not last.nouns or last.nouns[0] in VERBS
        return (first, last) if named else None
    if last.kind is Kind.COUNT and not last.nouns:
        return first, in_unit_of(last, first)
    if first.kind is Kind.COUNT and not first.nouns:
        return in_unit_of(first, last), last
    return None


def _for_once(slot: Slot, other: Slot) -> Slot:
    """A rate without what it is per, where the other number is told without it: "from 67p a mile up to 75p"."""
    told = slot.numeral
    if told.kind is not Kind.RATE or other.kind is Kind.RATE or " per " not in told.unit:
        return slot
    unit = told.unit.partition(" per ")[0]
    if other.numeral.unit not in ("", unit):
        return slot
    kind = other.kind if other.numeral.unit else Kind.MEASURE
    return replace(slot, numeral=replace(told, kind=kind, unit=unit, per=None))
