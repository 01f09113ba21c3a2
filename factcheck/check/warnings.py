"""Findings beside the verdicts: hedges that mislead, digits that say too much, quotes and names that drifted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import rules
from factcheck.check.possible import Ranges
from factcheck.check.settle import Outcome, statement_of
from factcheck.check.words import capital, number
from factcheck.claim import Claim, Reading, Setting
from factcheck.constraint import Values
from factcheck.finding import Finding, Passage, Place, Rule
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Sense
from factcheck.solve import Budget, Conflict, Witness, solve
from factcheck.text.fold import fold_case

LONGEST_PASSAGE = 72  # characters of a quote that are shown around its number


def finding(rule: Rule, claim: Claim, message: str, place: Place, remedy: str = "") -> Finding:
    """A finding about one claim, at the rule's own severity."""
    passages = (passage(claim, place),) if claim.quote else ()
    return Finding(rule, message, (claim.id,), place, passages, remedy=remedy or rule.remedy, severity=rule.severity)


def undecided(questions: Sequence[Place]) -> Finding:
    """A finding about all questions of a draft that are still open."""
    rule, first = rules.UNDECIDED, questions[0]
    several = f"{len(questions)} questions of the draft are still open, the first of them here."
    message = several if len(questions) > 1 else "A question of the draft is still open."
    return Finding(rule, message, (), first, remedy=rule.remedy, severity=rule.severity, content=rule.summary)


def passage(claim: Claim, place: Place) -> Passage:
    """The quote of a claim with its printed number marked, cut to what fits on a line."""
    words = " ".join(claim.quote.split())
    start = _found(str(claim.numeral), words) if claim.prints else -1
    if start < 0:
        return Passage(claim.id, words, place=place)
    end = start + len(" ".join(str(claim.numeral).split()))
    if len(words) > LONGEST_PASSAGE:
        first = max(0, min(start - (LONGEST_PASSAGE - (end - start)) // 2, len(words) - LONGEST_PASSAGE))
        last = max(first + LONGEST_PASSAGE, end)
        before, after = "…" if first else "", "…" if last < len(words) else ""
        words, shift = before + words[first:last] + after, len(before) - first
        start, end = start + shift, end + shift
    return Passage(claim.id, words, start, end, place)


def _found(printed: str, words: str) -> int:
    """Where a printed number stands in words whose spaces are single, as a whole number of its own; -1 for nowhere."""
    inside, sought = fold_case(words), fold_case(" ".join(printed.split()))
    start = inside.find(sought)
    while start >= 0 and _goes_on(inside[:start][::-1], sought[0]) | _goes_on(
        inside[start + len(sought) :], sought[-1]
    ):
        start = inside.find(sought, start + 1)
    return start


def _goes_on(beyond: str, edge: str) -> bool:
    """Whether the number or word that ends with `edge` goes on in what lies beyond: "312" in "1,312"."""
    if not edge.isalnum():
        return False
    return beyond[:1].isalnum() or (edge.isdecimal() and beyond[:1] in (".", ",") and beyond[1:2].isdecimal())


def rounded_numbers(outcome: Outcome, places: dict[str, Place]) -> Iterator[Finding]:
    """The round numbers that hold only as "about"."""
    for name in outcome.relaxed:
        claim = outcome.setting.claims[name]
        message = (
            f"{claim.numeral} is printed as an exact number, but the other numbers hold only if it is a rounded one."
        )
        yield finding(
            rules.UNHEDGED_ROUNDING,
            claim,
            message,
            places[name],
            f'Print "about {claim.numeral}", or the exact number.',
        )


def misleading_hedge(claim: Claim, outcome: Outcome, values: Values, place: Place, budget: Budget) -> Iterator[Finding]:
    """A hedge, or a vague word, that holds only far from the number it is put to."""
    setting = outcome.setting
    convention = setting.convention_of(claim)
    meaning = claim.numeral.meaning(convention)
    if meaning.hard == meaning.soft:
        return
    closer = setting.read_as(Reading.SOFT, claim.id)
    if claim.holds(values, closer):
        return
    statements = [statement_of(claim, closer) if s.name == claim.id else s for s in outcome.rest]
    if isinstance(solve(statements, budget), Conflict):
        hedge = claim.numeral.hedge
        word = f'"{hedge.surface}"' if hedge is not None else f'"{claim.numeral}"'
        message = f"{claim.clause()}: this can be so, but by the house rule {word} suggests {_closer(claim)}."
        yield finding(rules.MISLEADING_HEDGE, claim, capital(message), place)


def _closer(claim: Claim) -> str:
    hedge, value = claim.numeral.hedge, claim.numeral.value
    if hedge is None or value is None:
        return "another range"
    if hedge.sense is Sense.UP_TO:
        return f"that {claim.numeral.surface} was reached"
    return "a number closer to the printed one"


def ambiguous_wording(claim: Claim, place: Place) -> Iterator[Finding]:
    """Words with two readings."""
    if "ambiguous-wording" in claim.numeral.flags:
        times = claim.numeral.surface
        message = f'"{claim.numeral}" has two readings: "{times} as many", or once more than that.'
        yield finding(rules.AMBIGUOUS_WORDING, claim, message, place, f'Print "{times} as many as".')


def excess_digits(claim: Claim, setting: Setting, ranges: Ranges, place: Place) -> Iterator[Finding]:
    """A percentage whose last two digits its base cannot carry: without them each count would still print apart."""
    printed, ratio = claim.numeral, claim.measure(setting)
    if (
        ratio is None
        or printed.kind is not Kind.PERCENT
        or printed.form is not Form.DIGITS
        or len(ratio.denominator) != 1
    ):
        return
    base, weight = ratio.denominator[0]
    left = ranges[base].interval if base in ranges else Interval()
    most = left.high
    if most and base.whole and weight == 1 and 100 * printed.quantum * most <= 1:
        of = number(most) if left.is_point else f"at most {number(most)}"
        message = f"{printed} of {of}: each one is {printed.like(1 / most)}, so the last two digits say nothing."
        yield finding(rules.EXCESS_DIGITS, claim, message, place)


def quote_drift(claim: Claim, place: Place) -> Iterator[Finding]:
    """A printed number that does not stand in the claim's own quote."""
    if claim.quote and claim.prints and _found(str(claim.numeral), " ".join(claim.quote.split())) < 0:
        message = f'The printed number "{claim.numeral}" does not stand in the quote "{claim.quote}".'
        yield replace(finding(rules.QUOTE_DRIFT, claim, message, place), passages=())


def truncated(claim: Claim, outcome: Outcome, place: Place, budget: Budget) -> Iterator[Finding]:
    """That a failing number would hold if its digits had been cut off."""
    setting = outcome.setting.read_as(Reading.TRUNCATED, claim.id)
    if setting.within(claim) == outcome.setting.within(claim):
        return
    if isinstance(solve([*outcome.without(claim.id), statement_of(claim, setting)], budget), Witness):
        message = f"{capital(claim.clause())}: this would hold if the number was cut off, not rounded."
        yield replace(finding(rules.TRUNCATED, claim, message, place), passages=())  # the error before it shows them
