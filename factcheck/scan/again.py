"""A number told again in other words with two digits swapped: "smashed 4,087 panes, and all 4,807 will be replaced"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.numeral import Form, Kind
from factcheck.scan.meant import is_meant_again
from factcheck.scan.printed import REACH, Told, told
from factcheck.text.language import DEFAULT
from factcheck.text.marks import Marked


def again(sentences: Sequence[tuple[Marked, int]]) -> Iterator[tuple[Told, Told]]:
    """Every two numbers, of a sentence or of two neighbouring ones, that are meant to be one: the earlier and the later.

    By chance two numbers are hardly ever each other with two digits swapped, so few words need to say so.
    """
    known = [[*told(sentence, start)] if sentence.language == DEFAULT else [] for sentence, start in sentences]
    for each in known:
        for first, last in _swapped(each, _fresh(each)):
            between = first.sentence[first.end : last.at]
            if first.start < last.start and len(between) <= REACH and is_meant_again(first, last, between, ""):
                yield first, last
    for one, other in pairwise(known):
        for first, last in _swapped(one, _fresh(other, {each.numeral.value for each in one})):
            if is_meant_again(first, last, first.after, last.before):
                yield first, last


def _fresh(ones: Sequence[Told], values: Collection[Fraction | None] = ()) -> Iterator[Told]:
    """The numbers that are not printed before; one that is, is that one, and no slip of another."""
    printed = set(values)
    for one in ones:
        if one.numeral.value not in printed:
            printed.add(one.numeral.value)
            yield one


def _swapped(ones: Sequence[Told], others: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Every two in one unit of which one is the other with two neighbouring digits swapped."""
    by_digits: dict[object, list[Told]] = {}
    for other in others:
        for unit in _units(other):
            by_digits.setdefault((unit, other.digits), []).append(other)
    for one in ones if by_digits else ():
        found = (by_digits.get((unit, digits), ()) for digits in _swaps(one.digits) for unit in _units(one))
        alike = {other.start: other for each in found for other in each}
        yield from ((one, alike[start]) for start in sorted(alike))


def _units(one: Told) -> Iterator[tuple[Kind, str]]:
    """What it counts in: its unit, and the word for it, which is all that tells it in "all 312 acres"."""
    yield one.numeral.kind, one.numeral.unit
    word = re.search(r"([^\W\d_]+)$", one.numeral.surface) if one.numeral.kind is Kind.MEASURE else None
    if word is None and one.numeral.form is Form.EXACT:
        word = re.match(r"\s+([^\W\d_]+)", one.after)
    if word is not None:
        yield Kind.MEASURE, f" {word[1]}"  # no unit begins so


def _swaps(digits: str) -> Iterator[str]:
    for at, (one, other) in enumerate(pairwise(digits)):
        if one != other:
            yield f"{digits[:at]}{other}{one}{digits[at + 2 :]}"


def is_swapped(first: str, second: str) -> bool:
    """Whether one of two numbers is the other with two neighbouring digits swapped."""
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(apart) != len(("one", "other")):
        return False
    one, other = apart
    return other == one + 1 and first[one] == second[other] and first[other] == second[one]
