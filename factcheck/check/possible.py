"""What is left possible: for quantities, for claims that hold, and for a claim of a conflict if the rest holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.check.words import distance, number, printings, share, span
from factcheck.claim import Claim, Setting
from factcheck.constraint import Constraint, Quantity, Ratio, Relation, Statement, Terms, quantities
from factcheck.finding import Implied, Mending
from factcheck.interval import Interval
from factcheck.solve import Bounds, Budget, Witness, bounds, solve

Ranges = Mapping[Quantity, Bounds]
"""The least and greatest value of each quantity."""


def implied(ranges: Ranges, declared: Mapping[str, str], statements: Sequence[Statement]) -> tuple[Implied, ...]:
    """What the article implies about each declared quantity (name to meaning), in the order of declaration."""
    by_name = {quantity.name: found for quantity, found in ranges.items()}
    return tuple(
        _implied(name, meaning, by_name[name], ranges, statements)
        for name, meaning in declared.items()
        if name in by_name
    )


def _implied(name: str, meaning: str, found: Bounds, ranges: Ranges, statements: Sequence[Statement]) -> Implied:
    interval = found.interval
    words = span(interval) if found.proved else f"{span(interval)}, at the widest"
    return Implied(
        name, meaning, interval.low, interval.high, found.proved, words, _apart(name, found, ranges, statements)
    )


def _apart(name: str, found: Bounds, ranges: Ranges, statements: Sequence[Statement]) -> str:
    """For a union of known parts: its value if no member is counted twice."""
    for statement in statements:
        sets = statement.sets
        if sets is not None and sets.relation is Relation.UNION and sets.whole.name == name:
            parts = [ranges[part].interval for part in sets.parts if part in ranges]
            known = [part.low for part in parts if part.is_point and part.low is not None]
            if len(known) == len(sets.parts) and not found.interval.is_point and sum(known) in found.interval:
                return f"{number(Fraction(sum(known)))} if none of them is counted twice"
    return ""


def left_for(claim: Claim, setting: Setting, ranges: Ranges) -> str:
    """What is left possible for a claim that holds, in words: "312 of 956; 311 would print 32.5%"."""
    ratio = claim.measure(setting)
    if ratio is None or not claim.prints:
        subject = setting.quantities.get(str(getattr(claim, "quantity", "")))
        found = ranges.get(subject) if subject is not None else None
        return span(found.interval) if found is not None else ""
    top, bottom = _single(ratio.numerator), _single(ratio.denominator)
    if ratio.constant or top is None or top not in ranges:
        return ""
    if not ratio.denominator:
        return span(ranges[top].interval) if ratio.below == 1 else ""
    if bottom is None or bottom not in ranges or ratio.below:
        return ""
    return share(ranges[top].interval, ranges[bottom].interval, claim.numeral)


def _single(terms: Terms) -> Quantity | None:
    """The quantity of a sum that is just one quantity."""
    return terms[0][0] if len(terms) == 1 and terms[0][1] == 1 else None


def mending(claim: Claim, setting: Setting, others: Sequence[Statement], budget: Budget) -> Mending | None:
    """What the claim could print if the others hold; None for a claim that prints no number."""
    if not claim.prints:
        return None
    printed, ratio = claim.numeral, claim.measure(setting)
    if not isinstance(solve(others, budget), Witness):
        return Mending(claim.id, str(printed), "no value helps while the others stand as they are")
    value = None if ratio is None else _values(ratio, others, budget)
    if value is None or value.low is None or value.high is None:
        return Mending(claim.id, str(printed), _open(value))
    return Mending(claim.id, str(printed), printings(value.low, value.high, printed), distance(printed, value))


def _open(value: Interval | None) -> str:
    """A range with an open end, in words."""
    if value is None or (value.low is None and value.high is None):
        return "depends on more than one number"
    return span(value)


def _values(ratio: Ratio, others: Sequence[Statement], budget: Budget) -> Interval | None:
    """The range of the printed number given the others; None where its base is not known exactly."""
    known = set(quantities(others))
    if any(quantity not in known for quantity, _ in (*ratio.numerator, *ratio.denominator)):
        return None
    top, numerator = _named("number printed", ratio.numerator, ratio.constant)
    bottom, denominator = _named("base of the number printed", ratio.denominator, ratio.below)
    found = bounds([*others, *numerator, *denominator], (top, bottom), budget)
    base = found[bottom].interval
    if not base.is_point or base.low is None or base.low <= 0:
        return None
    return found[top].interval * (1 / base.low)


def _named(name: str, terms: Terms, constant: Fraction) -> tuple[Quantity, tuple[Statement, ...]]:
    """A quantity that is the sum of the terms and the constant, and what says so where a new one was needed."""
    single = _single(terms)
    if single is not None and constant == 0:
        return single, ()
    whole = constant.denominator == 1 and all(q.whole and weight.denominator == 1 for q, weight in terms)
    quantity = Quantity(name, whole, Interval())
    equal = Constraint(((quantity, Fraction(-1)), *terms), Interval.exactly(-constant), name)
    return quantity, (Statement(name, (equal,)),)
