"""How much of an article's text its claims speak of, and whether what they quote still stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from factcheck import rules
from factcheck.article import Document, Span
from factcheck.check.claimset import ClaimSet
from factcheck.check.conventions import conventions
from factcheck.check.parts import Ignored
from factcheck.check.quotes import Located, Text, locate
from factcheck.finding import Coverage, Finding, Number, Passage, Place, Severity, Standing
from factcheck.mistake import path
from factcheck.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Covered:
    """What comes of reading the article's text: its coverage, findings, and where it has each claim's number."""

    coverage: Coverage | None = None
    findings: tuple[Finding, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    def pointed(self, finding: Finding) -> Finding:
        """The finding with the passages of its claims at their places in the article."""
        passages = tuple(self._pointed(passage) for passage in finding.passages)
        return replace(finding, passages=passages)

    def _pointed(self, passage: Passage) -> Passage:
        return replace(passage, place=self.places.get(passage.claim, passage.place))


def cover(article: ClaimSet, document: Document | None, least: Fraction | None = None) -> Covered:
    """Whether every quote stands in the text, and which of its numbers the claims cover.

    `least` is the share of numbers, from 0 to 1, that has to be covered. Without a text nothing is known of either.
    """
    if document is None:
        return Covered(findings=(_no_text(article),) if least else ())
    text = Text(document, article.language)
    found = tuple(locate(article.claims, text, article.places))
    aside = tuple((ignored, tuple(document.find_passages(ignored.passage))) for ignored in article.ignore)
    numbers = tuple(_numbers(text, found, aside))
    coverage = Coverage(numbers, least)
    findings = (
        *(finding for located in found for finding in located.findings),
        *_unused(article, text, aside, coverage),
        *_uncovered(text, coverage),
        *conventions(document, article.language),
    )
    return Covered(coverage, findings, dict(_places(text, found)))


def _numbers(
    text: Text, found: tuple[Located, ...], aside: tuple[tuple[Ignored, tuple[Span, ...]], ...]
) -> Iterator[Number]:
    """Every number that counts: what claims speak of, and all quantities besides."""
    claims: dict[int, list[Located]] = {}
    for located in found:
        for numeral in located.numerals:
            claims.setdefault(numeral.start, []).append(located)
    reasons = {
        numeral.start: ignored.reason
        for ignored, spans in reversed(aside)
        for span in spans
        for numeral in text.among(span)
        if _is_within(numeral, span)
    }
    for numeral in text.numerals:
        own = claims.get(numeral.start, ())
        ids = tuple(dict.fromkeys(located.claim.id for located in own))
        number = Number(numeral.surface, text.place(numeral.start), numeral.start, numeral.end, Standing.COVERED, ids)
        if any(located.changed for located in own):
            yield replace(number, standing=Standing.CHANGED)
        elif ids:
            yield number
        elif numeral.is_quantity and numeral.start in reasons:
            yield replace(number, standing=Standing.IGNORED, reason=reasons[numeral.start])
        elif numeral.is_quantity:
            yield replace(number, standing=Standing.UNCOVERED)


def _is_within(numeral: Numeral, span: Span) -> bool:
    return span.start <= numeral.start and numeral.end <= span.end


def _unused(
    article: ClaimSet, text: Text, aside: tuple[tuple[Ignored, tuple[Span, ...]], ...], coverage: Coverage
) -> Iterator[Finding]:
    """Passages to be set aside that are not there, or have no number that needs it."""
    spoken = {number.start for number in coverage.numbers if number.claims}
    for index, (ignored, spans) in enumerate(aside):
        within = [n for span in spans for n in text.among(span) if _is_within(n, span)]
        if spans and any(numeral.start not in spoken for numeral in within):
            continue
        why = "claims cover every number in it" if within else "it has no number of its own"
        if not spans:
            nearest = text.document.nearest_passage(ignored.passage)
            like = f', but "{text.document.words(nearest.span)}" does' if nearest is not None else ""
            why = f"it does not stand in the article{like}"
        rule, place = rules.UNUSED_IGNORE, article.places.get(path(("ignore", index)), Place(article.name))
        message = f'The passage "{ignored.passage}" sets nothing aside: {why}.'
        yield Finding(rule, message, place=place, remedy=rule.remedy, severity=rule.severity)


def _uncovered(text: Text, coverage: Coverage) -> Iterator[Finding]:
    """Every number that nothing speaks of; errors where the share of the others is too small."""
    rule = rules.UNCOVERED
    severity = rule.severity if coverage.is_enough else Severity.ERROR
    short = "" if coverage.is_enough else f"; coverage is {coverage.percent}"
    for number in coverage.numbers:
        if number.standing is Standing.UNCOVERED:
            passage = text.passage("", number.start, number.end)
            said = f'No claim speaks of "{number.words}"'
            told = Finding(rule, f"{said}{short}.", (), number.place, (passage,), remedy=rule.remedy, severity=severity)
            yield replace(told, content=said)


def _no_text(article: ClaimSet) -> Finding:
    message = "The claims file names no article, so nobody knows which of its numbers are covered."
    remedy = "Name the article: `article: story.md`, by its path from the claims file."
    return Finding(rules.UNCOVERED, message, (), Place(article.name), remedy=remedy, severity=Severity.ERROR)


def _places(text: Text, found: tuple[Located, ...]) -> Iterator[tuple[str, Place]]:
    """Where the article has the number of each claim, or the passage of one that has none."""
    for located in found:
        if located.passage is not None:
            start = located.numerals[0].start if located.numerals else located.passage.start
            yield located.claim.id, text.place(start)
