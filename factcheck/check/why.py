"""The derivation of one verdict: printed, what it may stand for, what is left, and which claims leave it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.check.claimset import ClaimSet
from factcheck.check.settle import Outcome, settle, statement_of
from factcheck.check.verdicts import Options, check
from factcheck.check.words import joined, number, span
from factcheck.claim import Claim, Setting, label
from factcheck.constraint import Constraint, Quantity, Statement
from factcheck.finding import ArticleReport
from factcheck.interval import Interval
from factcheck.numeral import Kind
from factcheck.solve import Budget, Conflict, Witness, bounds, components, solve


def why(article: ClaimSet, claim: str, options: Options | None = None) -> tuple[str, ...]:
    """The derivation of a claim's verdict as paragraphs; KeyError where the article has no claim of that id."""
    options = options or Options()
    setting, report = article.setting, check(article, options)
    said = setting.claims[claim]
    statements = [*article.facts, *(statement_of(other, setting) for other in article.claims)]
    part = next(part for part in components(statements) if any(statement.name == claim for statement in part))
    outcome = settle(part, setting, options.budget)
    return tuple(_paragraphs(said, report, outcome, options.budget))


def _paragraphs(claim: Claim, report: ArticleReport, outcome: Outcome, budget: Budget) -> Iterator[str]:
    result = next(result for result in report.claims if result.id == claim.id)
    place = f" ({result.place})" if str(result.place) else ""
    yield f"{claim.id}: {result.verdict.upper()}{place}"
    if claim.quote:
        yield f"The article: “{' '.join(claim.quote.split())}”"
    yield f"It says: {claim.clause()}."
    if claim.prints:
        yield _printed(claim, outcome.setting)
    for finding in report.findings:
        if claim.id in finding.claims:
            yield f"{finding.rule.name}: {finding.message}"
            yield from (f"  {mending.claim}: {mending}" for mending in finding.mendings)
    if isinstance(outcome.answer, Witness) and any(s.name == claim.id for s in outcome.rest):
        yield from _left(claim, outcome, budget)


def _printed(claim: Claim, setting: Setting) -> str:
    """What the printed number stands for."""
    interval = setting.within(claim)
    percent = claim.numeral.kind in (Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.VAGUE, Kind.POINTS)
    shown = f"{_exact(interval * 100)} per cent" if percent else _exact(interval)
    if interval.is_point:
        return f"Printed: {claim.numeral}. It stands for exactly {shown}."
    hedge = claim.numeral.hedge
    by = f'by the house rule for "{hedge.surface}"' if hedge is not None else f"rounding {setting.convention_of(claim)}"
    return f"Printed: {claim.numeral}. It may stand for {shown} ({by})."


def _exact(interval: Interval) -> str:
    """An interval with its exact ends."""
    if interval.is_point:
        return _decimals(interval.low)
    low, high = _decimals(interval.low), _decimals(interval.high)
    return f"{'above ' if interval.low_open else ''}{low} to {'below ' if interval.high_open else ''}{high}"


def _decimals(value: Fraction | None) -> str:
    """A terminating decimal in full, any other value as a fraction."""
    if value is None:
        return "any"
    places = next((p for p in range(12) if (value * 10**p).denominator == 1), None)
    if places is None:
        return str(value)
    units = value * 10**places
    digits = f"{abs(int(units)):0{places + 1}d}"
    sign = "-" if units < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else f"{int(digits):,}")


def _left(claim: Claim, outcome: Outcome, budget: Budget) -> Iterator[str]:
    """What is left possible for the quantities that it speaks of, each end with the claims that set it."""
    known = {quantity.name: quantity for s in outcome.rest for quantity in s.quantities}
    subjects = [known[name] for name in dict.fromkeys(claim.names()) if name in known]
    found = bounds(outcome.rest, subjects, budget)
    for quantity in subjects:
        interval = found[quantity].interval
        yield f"Left for {label(quantity.name)}: {span(interval)}."
        limits = _beyond(interval, whole=quantity.whole)
        ends = [(told, _reason(quantity, beyond, outcome.rest, budget)) for told, beyond in limits]
        if len(ends) == 2 and ends[0][1] == ends[1][1]:
            ends = [("no other number" if interval.is_point else f"{ends[0][0]} and {ends[1][0]}", ends[0][1])]
        yield from (f"  {told.capitalize()}, {reason}." for told, reason in ends if reason)


def _beyond(interval: Interval, *, whole: bool) -> Iterator[tuple[str, Interval]]:
    """Each end of what is left, in words, with the values beyond it."""
    fewer, more = ("fewer", "more") if whole else ("less", "more")
    low, high = interval.low, interval.high
    if low is not None:
        beyond = Interval(high=low, high_open=not interval.low_open)
        yield f"not {number(low)} or {fewer}" if interval.low_open else f"not {fewer} than {number(low)}", beyond
    if high is not None:
        beyond = Interval(low=high, low_open=not interval.high_open)
        yield f"not {number(high)} or {more}" if interval.high_open else f"not {more} than {number(high)}", beyond


def _reason(quantity: Quantity, beyond: Interval, statements: Sequence[Statement], budget: Budget) -> str:
    """The smallest group of claims that rules out the values beyond an end; empty where none was found."""
    question = "beyond:"  # no claim has a colon in its name
    asked = Statement(question, (Constraint(((quantity, Fraction(1)),), beyond, question),))
    answer = solve([*statements, asked], budget)
    if not isinstance(answer, Conflict):
        return ""
    clauses = [clause for clause in answer.clauses if clause != question]
    return f"because {joined(clauses)}" if clauses else "by its nature"
