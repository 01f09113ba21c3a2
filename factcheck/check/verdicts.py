"""From an article's claims to its report: every verdict, every conflict, and what they imply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck import rules
from factcheck.article import Document
from factcheck.check import evidence, possible, warnings
from factcheck.check.claimset import ClaimSet
from factcheck.check.coverage import cover
from factcheck.check.guards import notes, weigh
from factcheck.check.options import Options
from factcheck.check.policies import missing
from factcheck.check.remedy import remedy
from factcheck.check.sentences import sentence
from factcheck.check.settle import Outcome, settle, statement_of
from factcheck.check.waivers import waive
from factcheck.check.words import joined
from factcheck.claim import Claim, label
from factcheck.constraint import Quantity, Statement, quantities
from factcheck.finding import ArticleReport, ClaimResult, Finding, Place, Severity, Verdict, in_order
from factcheck.solve import Answer, Budget, Conflict, Undecided, Witness, components

if TYPE_CHECKING:
    from factcheck.check.offers import Trial

MOST_NAMED = 6  # quantities that the solver could not settle


@dataclass(frozen=True, slots=True)
class _Told:
    """What a component adds to the report."""

    results: Mapping[str, tuple[Verdict, str]]  # by claim: the verdict, and what is possible
    findings: tuple[Finding, ...]
    ranges: possible.Ranges


class Component(NamedTuple):
    """What became of one component of an article, and the range of each of its quantities that is told."""

    outcome: Outcome
    ranges: possible.Ranges


class Examined(NamedTuple):
    """A report with what it came from: components of the article, in order."""

    report: ArticleReport
    components: tuple[Component, ...]

    def component(self, claim: str) -> Component:
        """The component of a claim, by id; LookupError where none of these has it."""
        return next(one for one in self.components if any(s.name == claim for s in one.outcome.statements))


def check(article: ClaimSet, options: Options | None = None, document: Document | None = None) -> ArticleReport:
    """Whether every claim of the article can be true, alone and together with all others.

    With the article's text, that it was loaded with or that is given as `document`, also whether every quote stands
    there, and which numbers the claims cover.
    """
    return examined(article, options or Options(), document).report


def examined(article: ClaimSet, options: Options, document: Document | None = None) -> Examined:
    """The report on an article, with the components that it came from."""
    statements = stated(article)
    return concluded(article, statements, settled(article, statements, options), options, document)


def concluded(
    article: ClaimSet,
    statements: Sequence[Statement],
    outcomes: Sequence[Outcome],
    options: Options,
    document: Document | None = None,
    trial: Trial | None = None,
) -> Examined:
    """The report that comes of what became of the statements; slips that were tried on it before are not tried again."""
    lone = sum(len(outcome.conflicts) for outcome in outcomes) == 1
    parts = [_component(article, outcome, options, lone=lone) for outcome in outcomes]
    findings = [finding for part in parts for finding in part.findings]
    power = weigh(outcomes, options.guards, options.budget, article.places)
    found = [
        *_explained(findings, article, outcomes, options.budget, trial),
        *notes(power, article.claims, article.places, required=options.require_guarded),
    ]
    report = _report(article, parts, statements, found, options, document or article.document)
    known = zip(outcomes, (part.ranges for part in parts), strict=True)
    return Examined(replace(report, guards=power.guards), tuple(Component(*one) for one in known))


def _explained(
    findings: Sequence[Finding], article: ClaimSet, outcomes: Sequence[Outcome], budget: Budget, trial: Trial | None
) -> Iterable[Finding]:
    """The findings, those that are wrong with the slips, and the questions to data, that would explain them."""
    if not any(finding.is_error for finding in findings):
        return findings
    from factcheck.check.candidates import with_candidates
    from factcheck.check.offers import Trial, explained

    return with_candidates(explained(findings, trial or Trial(article, outcomes, budget)), article)


def excerpt(article: ClaimSet, claim: str, options: Options) -> Examined:
    """The report on all that hangs together with one claim, by id; nothing else is settled for it."""
    statements = stated(article)
    (part,) = (part for part in components(statements) if any(statement.name == claim for statement in part))
    outcome = settle(part, article.setting, options.budget)
    told = _component(article, outcome, options, lone=False)
    report = _report(article, [told], part, told.findings, options, article.document)
    return Examined(report, (Component(outcome, told.ranges),))


def stated(article: ClaimSet) -> list[Statement]:
    """All that the article states: facts, raw counts and claims."""
    return [*article.facts, *(statement_of(claim, article.setting) for claim in article.claims)]


def settled(article: ClaimSet, statements: Sequence[Statement], options: Options) -> list[Outcome]:
    """What became of each component of the statements."""
    return [settle(part, article.setting, options.budget) for part in components(statements)]


def claims_of(conflict: Conflict, outcome: Outcome) -> list[Claim]:
    """The claims among the members of a conflict."""
    return [outcome.setting.claims[s.name] for s in conflict.statements if s.name in outcome.setting.claims]


def _report(
    article: ClaimSet,
    parts: Sequence[_Told],
    statements: Sequence[Statement],
    findings: Iterable[Finding],
    options: Options,
    document: Document | None,
) -> ArticleReport:
    """What the components add up to."""
    results = {name: result for part in parts for name, result in part.results.items()}
    ranges = {quantity: found for part in parts for quantity, found in part.ranges.items()}
    text = cover(article, document, options.min_coverage)
    asked = missing(article, source=options.require_source, checked=options.require_checked)
    found = [*findings, *_alone(article), *evidence.findings(article), *asked]
    told = (*map(text.pointed, found), *text.findings)
    standing, waived = waive(told, article.claims, article.places, options.today, options.unasked)
    return ArticleReport(
        name=article.name,
        claims=tuple(_result(claim, results[claim.id], article) for claim in article.claims if claim.id in results),
        findings=tuple(in_order(standing, [claim.id for claim in article.claims])),
        implied=possible.implied(ranges, article.meanings, statements),
        waived=waived,
        rounding=str(article.rounding),
        article=article.article or "",
        coverage=text.coverage,
        sources=article.sources,
        document=document,
    )


def _component(article: ClaimSet, outcome: Outcome, options: Options, *, lone: bool) -> _Told:
    """What is told about a component; `lone` where the article has one conflict only."""
    findings: list[Finding] = []
    results: dict[str, tuple[Verdict, str]] = {}
    for conflict in outcome.conflicts:
        verdict, told = _accused(article, outcome, conflict, options, lone=lone)
        findings += told
        results |= {s.name: (verdict, "") for s in conflict.statements if s.name in outcome.setting.claims}
    standing = {statement.name for statement in outcome.rest}
    ranges = outcome.system.bounds(_told_of(outcome), standing) if _is_settled(outcome) else {}
    for statement in outcome.rest:
        claim = outcome.setting.claims.get(statement.name)
        if claim is not None:
            results[claim.id] = _verdict(claim, outcome, ranges)
    findings += warnings.rounded_numbers(outcome, dict(article.places))
    unknown = tuple(claim for claim, (verdict, _) in results.items() if verdict is Verdict.UNKNOWN)
    if unknown or isinstance(outcome.answer, Undecided):
        findings.append(_unknown(outcome.answer, unknown, article, options))
    else:
        findings += _beside(article, outcome, ranges, options)
    return _Told(_with_mendings(results, findings), tuple(findings), ranges)


def _told_of(outcome: Outcome) -> tuple[Quantity, ...]:
    """The quantities whose range is told: declared ones, and what printed numbers measure."""
    asked = {quantity for quantity in quantities(outcome.rest) if quantity.name in outcome.setting.quantities}
    for claim in (outcome.setting.claims.get(statement.name) for statement in outcome.rest):
        ratio = claim.measure(outcome.setting) if claim is not None else None
        if ratio is not None:
            asked.update(quantity for quantity, _ in (*ratio.numerator, *ratio.denominator))
    return tuple(quantity for quantity in quantities(outcome.rest) if quantity in asked)


def _is_settled(outcome: Outcome) -> bool:
    return isinstance(outcome.answer, Witness)


def _verdict(claim: Claim, outcome: Outcome, ranges: possible.Ranges) -> tuple[Verdict, str]:
    """PASS only where the witness, put back into the claim, makes it true."""
    answer = outcome.answer
    if isinstance(answer, Witness) and claim.holds(answer.values, outcome.setting):
        return Verdict.PASS, possible.left_for(claim, outcome.setting, ranges)
    return Verdict.UNKNOWN, ""


def _accused(
    article: ClaimSet, outcome: Outcome, conflict: Conflict, options: Options, *, lone: bool
) -> tuple[Verdict, list[Finding]]:
    """The verdict on the members of a conflict, and what is told about them."""
    claims = claims_of(conflict, outcome)
    alone = len(claims) <= 1
    rule = rules.FAIL if alone else rules.CONFLICT
    tried = (possible.mending(claim, outcome, options.budget) for claim in claims)
    mendings = tuple(mending for mending in tried if mending is not None)
    places = article.places
    told = Finding(
        rule,
        sentence(conflict, outcome.setting.claims),
        tuple(claim.id for claim in claims),
        next((places[claim.id] for claim in claims), Place(article.name)),
        tuple(warnings.passage(claim, places[claim.id]) for claim in claims if claim.quote),
        conflict.clauses,
        mendings,
        remedy(conflict, [claim.id for claim in claims], mendings, outcome.corrections, lone=lone),
        rule.severity,
    )
    cut = [
        f
        for claim in claims
        if claim.prints
        for f in warnings.truncated(claim, outcome, places[claim.id], options.budget)
    ]
    return Verdict.FAIL if alone else Verdict.CONFLICT, [told, *cut]


def _unknown(answer: Answer, claims: tuple[str, ...], article: ClaimSet, options: Options) -> Finding:
    content = ""
    if isinstance(answer, Undecided):
        names = [label(quantity.name) for quantity in quantities(answer.statements)]
        shown = [*names[:MOST_NAMED], *([f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else [])]
        spent = f"{answer.steps:,} step{'' if answer.steps == 1 else 's'}"
        message = (
            f"Whether all that is said of {joined(shown)} can be true was not found out. "
            f"Tried, within {spent}: {joined(answer.tried)}."
        )
        content = ", ".join(names)
    else:
        message = "Counts were found that should make it true, but put back into the claim they do not."
    rule, place = rules.UNKNOWN, article.places[claims[0]] if claims else Place(article.name)
    severity = Severity.ERROR if options.strict else rule.severity
    return Finding(rule, message, claims, place, remedy=rule.remedy, severity=severity, content=content)


def _beside(article: ClaimSet, outcome: Outcome, ranges: possible.Ranges, options: Options) -> Iterator[Finding]:
    """Warnings about claims that hold."""
    answer = outcome.answer
    for statement in outcome.rest:
        claim = outcome.setting.claims.get(statement.name)
        if claim is not None and claim.prints and isinstance(answer, Witness):
            place = article.places[claim.id]
            yield from warnings.misleading_hedge(claim, outcome, answer.values, place, options.budget)
            yield from warnings.excess_digits(claim, outcome.setting, ranges, place)


def _alone(article: ClaimSet) -> Iterator[Finding]:
    """Findings that need no solving."""
    for claim in article.claims:
        place = article.places[claim.id]
        yield from warnings.quote_drift(claim, place)
        if claim.prints:
            yield from warnings.ambiguous_wording(claim, place)
    for name in article.unused:
        message = f'The quantity "{name}" is declared, but no claim and no structure speaks of it.'
        place = article.places.get(name, Place(article.name))
        rule = rules.UNUSED_QUANTITY
        yield Finding(rule, message, (), place, remedy=rule.remedy, severity=rule.severity)
    if article.questions:
        yield warnings.undecided(article.questions)


def _with_mendings(
    results: Mapping[str, tuple[Verdict, str]], findings: list[Finding]
) -> dict[str, tuple[Verdict, str]]:
    """The results, with what each claim of a conflict could print."""
    fits = {mending.claim: mending.possible for finding in findings for mending in finding.mendings}
    return {name: (verdict, told or fits.get(name, "")) for name, (verdict, told) in results.items()}


def _result(claim: Claim, told: tuple[Verdict, str], article: ClaimSet) -> ClaimResult:
    printed = str(claim.numeral) if claim.prints else ""
    verdict, words = told
    place = article.places[claim.id]
    checked = f"{claim.checked.by} on {claim.checked.on.isoformat()}" if claim.checked is not None else ""
    said = (claim.clause(), words, claim.quote, claim.source, place, claim.author, checked)
    return ClaimResult(claim.id, claim.kind, verdict, printed, *said, evidence.told(claim, article))
