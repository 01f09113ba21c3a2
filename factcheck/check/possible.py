"""What is left possible: for quantities, for claims that hold, and for a claim of a conflict if the rest holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.check.words import distance, number, printings, share, span
from factcheck.claim import Claim, Setting
from factcheck.constraint import Constraint, Quantity, Ratio, Relation, Statement, Terms, quantities
from factcheck.finding import Implied, Mending
from factcheck.interval import Interval
from factcheck.solve import Bounds, Budget, Conflict, Undecided, Witness, bounds, solve

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
    convention = setting.convention_of(claim)
    if not others:
        return None  # it cannot hold by itself, so that nothing else says what it should be
    if ratio is not None:
        others = [*others, *_but_its_number(claim, ratio, setting)]
    answer = solve(others, budget)
    if isinstance(answer, Conflict):
        return Mending(claim.id, str(printed), "no number fits while the others stand as they are", fits=False)
    if isinstance(answer, Undecided):
        return Mending(claim.id, str(printed), "not found out: the budget ran out")
    ranges = () if ratio is None else _values(ratio, others, setting.within(claim), budget)
    if not ranges or Interval() in ranges:
        return Mending(claim.id, str(printed), "depends on more than one number")
    told = ", or ".join(printings(values, printed, convention) for values in ranges)
    return Mending(claim.id, str(printed), told, distance(printed, ranges, convention), ranges=ranges)


def _but_its_number(claim: Claim, ratio: Ratio, setting: Setting) -> tuple[Statement, ...]:
    """What the claim says besides its number: that a part is no more than its whole, that its base is not zero."""
    because = claim.clause()
    told = set(ratio.within(claim.allowed(setting), because))
    kept = [condition for condition in claim.conditions(setting) if condition not in told]
    base = [Constraint(ratio.denominator, Interval.above(-ratio.below), because)] if ratio.denominator else []
    return (Statement(claim.id, (*kept, *base)),) if kept or base else ()


def _values(ratio: Ratio, others: Sequence[Statement], within: Interval, budget: Budget) -> tuple[Interval, ...]:
    """The printed number's range given the others, or its ranges below and above the values that it may not have.

    Empty where its base is not known exactly.
    """
    known = set(quantities(others))
    if any(quantity not in known for quantity, _ in (*ratio.numerator, *ratio.denominator)):
        return ()
    top, numerator = _named("number printed", ratio.numerator, ratio.constant)
    bottom, denominator = _named("base of the number printed", ratio.denominator, ratio.below)
    statements = [*others, *numerator, *denominator]
    found = bounds(statements, (top, bottom), budget)
    base = found[bottom].interval
    if not base.is_point or base.low is None or base.low <= 0:
        return ()
    values = found[top].interval * (1 / base.low)
    if within.is_empty or not values.contains(within):
        return (values,)
    return tuple(
        bounds([*statements, narrowed], (top,), budget)[top].interval * (1 / base.low)
        for narrowed in (_limited(top, side * base.low) for side in _sides(within))
        if isinstance(solve([*statements, narrowed], budget), Witness)
    )


def _sides(within: Interval) -> tuple[Interval, ...]:
    """What lies below an interval, and what lies above it."""
    low, high = within.low, within.high
    below = () if low is None else (Interval(high=low, high_open=not within.low_open),)
    above = () if high is None else (Interval(low=high, low_open=not within.high_open),)
    return (*below, *above)


def _limited(quantity: Quantity, within: Interval) -> Statement:
    """That a quantity lies within an interval; the name is no claim's."""
    return Statement("limit:", (Constraint(((quantity, Fraction(1)),), within, "limit:"),))


def _named(name: str, terms: Terms, constant: Fraction) -> tuple[Quantity, tuple[Statement, ...]]:
    """A quantity that is the sum of the terms and the constant, and what says so where a new one was needed."""
    single = _single(terms)
    if single is not None and constant == 0:
        return single, ()
    name = f"{name}:"
    whole = constant.denominator == 1 and all(q.whole and weight.denominator == 1 for q, weight in terms)
    quantity = Quantity(name, whole, Interval())
    equal = Constraint(((quantity, Fraction(-1)), *terms), Interval.exactly(-constant), name)
    return quantity, (Statement(name, (equal,)),)
