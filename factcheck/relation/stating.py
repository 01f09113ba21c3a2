"""The claims that a relation states, made of its numerals, and how the parts of a sum are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.alike import decimals
from factcheck.numeral import Kind, Numeral
from factcheck.rounding import decimal

THE_PART, THE_WHOLE = "the_part", "the_whole"
THE_OLD, THE_NEW = "the_old_value", "the_new_value"
THE_LARGER, THE_SMALLER = "the_larger_number", "the_smaller_number"
MOST_LISTED = 6  # parts that are told one by one


def counts_of(printed: Mapping[str, Numeral]) -> tuple[Mapping[str, Any], ...]:
    """That each quantity came to its number."""
    return tuple({"kind": "count", "quantity": name, "printed": numeral} for name, numeral in printed.items())


def shares_of(printed: Mapping[str, Numeral], whole: str = THE_WHOLE) -> tuple[Mapping[str, Any], ...]:
    """That each quantity made up its share of the whole."""
    return tuple(
        {"kind": "share", "part": name, "whole": whole, "printed": numeral} for name, numeral in printed.items()
    )


def total_of(parts: Iterable[str], whole: str = THE_WHOLE, *, is_partial: bool = False) -> Mapping[str, Any]:
    """That parts add up to the whole, or are no more than it."""
    return {"kind": "total", "parts": [*parts], "whole": whole, **({"cover": "partial"} if is_partial else {})}


def is_count(numeral: Numeral) -> bool:
    """Whether it counts things one by one, and is no amount."""
    return numeral.kind is Kind.COUNT and numeral.quantum == 1


def declared(*names: str, counted: bool) -> Mapping[str, Mapping[str, str]]:
    """Quantities that are counted, or else measured."""
    return {name: {} if counted else {"amount": "true"} for name in names}


def numbered(numerals: Sequence[Numeral]) -> dict[str, Numeral]:
    """The numerals by the names of the quantities that are parts of a whole."""
    return {f"part_{number}": numeral for number, numeral in enumerate(numerals, 1)}


def sum_of(names: Sequence[str]) -> str:
    """The beginning of what is said of a sum of quantities, for `Stated.says`.

    >>> sum_of(["part_1", "part_2", "part_3"])
    '{part_1}, {part_2} and {part_3} add up to'
    """
    if len(names) > MOST_LISTED:
        return f"The {len(names)} parts add up to"
    *first, last = (f"{{{name}}}" for name in names)
    return f"{', '.join(first)} and {last} add up to"


def moved(ends: Mapping[str, Numeral], way: int, by: str = "") -> str:
    """What is said of an old number and a new one, in this order, of which the article says that they went a way.

    `by` tells how far it is where they went that way; empty where they are the same. The way is 1 for up and -1 for down.
    """
    (old, before), (new, after) = ends.items()
    ups = after.exact_value - before.exact_value
    true, other = ("rise", "fall") if ups > 0 else ("fall", "rise")
    said = f"from {{{old}}} to {{{new}}} is a {true}"
    return "" if not ups else f"{said}, not a {other}" if way * ups < 0 else f"{said}{by}"


def added(shares: Iterable[Numeral]) -> str:
    """What shares come to as they are printed: "110%"."""
    told = [*shares]
    percent = sum((100 * share.exact_value for share in told), Fraction())
    return f"{decimal(percent, max(map(decimals, told)))}%"


def by_itself(numeral: Numeral) -> Numeral:
    """A numeral that stands in no sentence: that of a cell."""
    return replace(numeral, start=0, end=len(numeral.surface))
