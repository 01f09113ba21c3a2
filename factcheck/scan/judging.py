"""Whether the numbers that an article puts together can be true, and what is told of those that cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from factcheck import rules
from factcheck.article import Document, Span
from factcheck.check import Article, Doubts, Options
from factcheck.finding import ArticleReport, ClaimResult, Finding, Mending, Passage, Place, Verdict
from factcheck.relation import Ground, Stated
from factcheck.rounding import Convention
from factcheck.scan.credible import is_credible
from factcheck.scan.obvious import can_hold, holds_as_printed
from factcheck.scan.plainly import plainly
from factcheck.scan.reckoned import Reckoned
from factcheck.scan.together import Holding, Together

WAY = "direction"
"""The relation that tells which way a number went, which a change that holds either way says nothing of."""
ONE_OF_THEM = "At least one of these numbers has to change."

LOOSE = frozenset({"within"})
"""Relations that so many numbers have to each other that they explain none."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on numbers that the article puts together, and what is wrong with them."""

    numbers: frozenset[int]
    result: ClaimResult
    findings: tuple[Finding, ...] = ()


def judged(
    found: Sequence[Together], reckoned: Reckoned, document: Document, options: Options, rounding: Convention
) -> tuple[Judged, ...]:
    """The verdict on each that is told, in the given order; a number that one relation explains, no other one accuses.

    Numbers that cannot be true together and are not off as slips put them off were hardly meant together: not told.
    """
    right = {
        index: way
        for index, one in enumerate(found)
        if (way := next((way for way in _ways(one) if _is_right(way, options, rounding)), None)) is not None
    }
    told: dict[int, tuple[Together, ArticleReport | None]] = {
        index: (way, None) for index, way in right.items() if way.ground < Ground.PERHAPS
    }
    explained = {found[index].anchor for index in told if found[index].relation not in LOOSE} - {None}
    perhaps = {found[index].anchor for index in right if found[index].relation not in LOOSE} - {None}
    holding = Holding(way for way, _ in told.values())
    accusing = Holding(())
    blamed: set[frozenset[int]] = set()
    wrong = [index for index in range(len(found)) if index not in right]
    for index in sorted(wrong, key=lambda index: (found[index].anchor is None, found[index].ground)):
        one = found[index]
        acquitted = perhaps if one.ground >= Ground.ALONE else explained
        is_blamed = one.anchor is None and len(one.numbers) > 1 and one.numbers in blamed
        inside = (accusing if one.relation == WAY else holding).is_inside(one)
        if one.anchor in acquitted or is_blamed or inside or reckoned.acquits(one):
            continue
        accused = next(_accused(one, options, rounding), None)
        if accused is not None:
            told[index] = accused
            holding.add(accused[0])
            accusing.add(accused[0])
            blamed.add(accused[0].numbers)
            explained |= {one.anchor} - {None}
            perhaps |= explained
    mended = partial(_mending_of_last, options=options, rounding=rounding)
    count: Counter[str] = Counter()
    return tuple(
        _reported(way, _named(count, way), document, report, mended)
        for _, (way, report) in sorted(told.items())
        if not holding.is_inside(way) or (way.relation == WAY and report is not None)
    )


def _mending_of_last(stated: Stated, options: Options, rounding: Convention) -> Mending | None:
    """What the number of the last claim could be."""
    return next(Doubts(_article(stated, rounding), options).mendings(len(stated.claims) - 1), None)


def _ways(one: Together) -> tuple[Together, ...]:
    return (one, *one.otherwise)


def _named(count: Counter[str], one: Together) -> str:
    count[one.relation] += 1
    return f"{one.relation}-{count[one.relation]}"


def _accused(one: Together, options: Options, rounding: Convention) -> Iterator[tuple[Together, ArticleReport]]:
    """Each reading that can be told as wrong, with its report."""

    def doubted(way: Together) -> Doubts:
        return Doubts(_article(way.stated, rounding), options)

    for way in _ways(one):
        if is_credible(way, doubts := doubted(way), doubted):
            yield way, doubts.report


def _is_right(one: Together, options: Options, rounding: Convention) -> bool:
    article = _article(one.stated, rounding)
    return not one.stated.wrong and (holds_as_printed(article) or can_hold(article, options.budget))


def _article(stated: Stated, rounding: Convention) -> Article:
    return Article(quantities=stated.quantities, claims=stated.claims, rounding=rounding)


def _reported(
    one: Together,
    name: str,
    document: Document,
    report: ArticleReport | None,
    mended: Callable[[Stated], Mending | None],
) -> Judged:
    """What a report on one relation, if there is any, comes to in the words of the article."""
    report = report or ArticleReport(name, ())
    errors = (finding for finding in report.findings if finding.is_error)
    plain = (Finding(rules.CONFLICT, one.stated.wrong),) if one.stated.wrong else ()
    wrong = [*plain, *errors]
    where = _closed(one.where, document)
    words = " ".join(document.words(where).split())
    position = document.place(where.start)
    place = Place(document.file, position.line, position.column)
    verdict = Verdict.PASS if not wrong else Verdict.UNKNOWN if one.stated.doubt else Verdict.CONFLICT
    if any(result.verdict is Verdict.UNKNOWN for result in report.claims):
        verdict = Verdict.UNKNOWN
    result = ClaimResult(name, one.relation, verdict, words, quote=words, place=place)
    excerpt = document.excerpt(where.start, where.end)
    passage = Passage(name, excerpt.words, excerpt.start, excerpt.end, place)
    told = (replace(finding, message=plainly(one.stated, finding, mended)) for finding in wrong)
    return Judged(one.numbers, result, tuple(_told(finding, one.stated.doubt, result, passage) for finding in told))


def _closed(where: Span, document: Document) -> Span:
    """The passage with the bracket that closes one in it: "a third (32.6 per cent)"."""
    words = document.words(where)
    is_open = words.count("(") > words.count(")") and document.text[where.end : where.end + 1] == ")"
    return Span(where.start, where.end + is_open)


def _told(finding: Finding, doubt: str, result: ClaimResult, passage: Passage) -> Finding:
    """The finding on the claims that were made up for a relation, as one on the article's words."""
    rule = rules.POSSIBLE_CONFLICT if doubt else rules.CONFLICT
    innocent = f" Nothing is wrong if {doubt}." if doubt else ""
    return replace(
        finding,
        rule=rule,
        severity=rule.severity,
        message=finding.message + innocent,
        claims=(result.id,),
        place=result.place,
        passages=(passage,),
        mendings=tuple(_mended(mending, result.id) for mending in finding.mendings),
        slips=tuple(replace(slip, claims=(result.id,), sentence=slip.unplaced) for slip in finding.slips),
        remedy=ONE_OF_THEM,
    )


def _mended(mending: Mending, name: str) -> Mending:
    return replace(mending, claim=name)
