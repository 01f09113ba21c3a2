"""What is left possible: for quantities, for claims that hold, and for a claim of a conflict if the rest holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.check.numbers.fits import Fitting, away, fitting
from factcheck.check.numbers.form import Numbers, strict
from factcheck.check.numbers.forms import forms_of
from factcheck.check.numbers.moves import Moves
from factcheck.check.numbers.subject import Subject
from factcheck.check.numbers.tally import Tally
from factcheck.check.numbers.told import NO_NUMBER, ends, told
from factcheck.check.settle import Outcome
from factcheck.check.words import distance, number, share, span
from factcheck.claim import Claim, Setting
from factcheck.constraint import Quantity, Relation, Statement, Terms
from factcheck.finding import Implied, Mending
from factcheck.interval import Interval
from factcheck.numeral import Numeral
from factcheck.rounding import Convention
from factcheck.solve import Answer, Bounds, Budget, Conflict, Witness

MOST_STEPS = 30_000  # of the solver on one question about numbers that fit

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


def mending(claim: Claim, outcome: Outcome, budget: Budget) -> Mending | None:
    """Which numbers the claim of a conflict could print if the others hold; None for a claim that prints no number."""
    others = outcome.without(claim.id)
    if not claim.prints or not others:
        return None  # where nothing else stands, nothing says what it should be
    printed, names = claim.numeral, frozenset(statement.name for statement in others)
    budget = replace(budget, steps=min(budget.steps, MOST_STEPS))
    if isinstance(rest := outcome.system.possible(names, (), budget), Conflict):
        return Mending(claim.id, str(printed), NO_NUMBER, fits=False)
    found = _fitting(claim, outcome, names, rest, budget)
    ranges = tuple(Interval(*run) for run in ends(found))
    gap = _gap(printed, found, outcome.setting.convention_of(claim))
    return Mending(claim.id, str(printed), told(found), gap, found.fits, ranges, not found.open, found.by_words)


def _fitting(claim: Claim, outcome: Outcome, names: frozenset[str], rest: Answer, budget: Budget) -> Fitting:
    """The numbers that fit among those of the printed form, or of the first less round one of which some do."""
    moves = Moves([statement for statement in outcome.statements if statement.name in names])
    first, *others = forms_of(claim, strict(outcome.setting, claim))
    found = _among(first, moves, outcome, names, rest, budget)
    for numbers in others:
        if found.fits is not False and not found.says_nothing:
            break
        found = _among(numbers, moves, outcome, names, rest, budget)
    return found


def _among(
    numbers: Numbers, moves: Moves, outcome: Outcome, names: frozenset[str], rest: Answer, budget: Budget
) -> Fitting:
    subject = Subject(Tally(numbers), moves, lambda *extra: outcome.system.possible(names, extra, budget))
    if isinstance(rest, Witness):
        subject.see(rest.values)
    return fitting(subject)


def _gap(printed: Numeral, found: Fitting, convention: Convention) -> str:
    """How far the printed number lies from the nearest that fits; empty where a nearer one may."""
    own = found.numbers.own
    if not found.runs or any(away(run, own) < min(away(other, own) for other in found.runs) for run in found.open):
        return ""
    return distance(printed, [Interval(*run) for run in ends(found)], convention)
