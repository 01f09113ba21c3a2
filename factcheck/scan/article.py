"""An article checked by what its own sentences and tables put together, with no claims file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck import rules
from factcheck.article import Document, Span
from factcheck.check import Article, Options, check
from factcheck.check.conventions import conventions
from factcheck.finding import ArticleReport, ClaimResult, Finding, Mending, Passage, Place, Severity, Verdict
from factcheck.relation import Line, Relation, Said, Stated, readings
from factcheck.relations import RELATIONS
from factcheck.rounding import Convention
from factcheck.scan.lives import LIFE, lives
from factcheck.scan.obvious import can_hold, holds_as_printed
from factcheck.scan.onward import onward, onwards
from factcheck.scan.percentages import shares
from factcheck.scan.tables import sums
from factcheck.scan.twice import twice
from factcheck.text import DEFAULT, language_of
from factcheck.text.marks import Marked, marked

BACK = "change"
"""The relation of which one sentence may tell what came of it, and the next one its ends."""
ADDED = "total"
"""The relation of which the second of two sentences tells nothing but the whole."""
INSIDE = frozenset({LIFE})
"""Relations that are not read of a sentence that goes on: a life has its own reading."""
ONE_OF_THEM = "At least one of these numbers has to change."


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found: the report, how many numbers were read, and how many of them took part in a check."""

    report: ArticleReport
    read: int
    checked: int


@dataclass(frozen=True, slots=True)
class Together:
    """Numbers that the article puts together, and where: `numbers` are the places of the numerals in its text."""

    relation: str
    stated: Stated
    where: Span
    numbers: frozenset[int]
    anchor: int | None = None
    """The place of the number that the others account for."""
    otherwise: tuple[Together, ...] = ()
    """What else may be meant; nothing is wrong where one of them holds."""
    is_guessed: bool = False
    """Whether it is told as wrong only where a slip explains it that hardly explains other numbers."""


def scan(
    document: Document,
    options: Options | None = None,
    language: str | None = None,
    rounding: Convention = Convention(),
) -> Scanned:
    """Every relation that a sentence or table of the article states by itself, and whether its numbers can be true.

    The language is that of the document, unless another is given; ValueError for one that cannot be read. `rounding` is
    how its numbers were rounded.

    >>> from factcheck.article import parse
    >>> scanned = scan(parse("Facebook was used in 312 of the 956 cases (32.7%).", "plain"))
    >>> scanned.report.ok, scanned.read, scanned.checked
    (False, 3, 3)
    """
    language, options = language_of(language or document.language or DEFAULT), options or Options()
    sentences = [(marked(document.words(sentence), language), sentence.start) for sentence in document.sentences]
    read = sum(numeral.is_quantity for words, _ in sentences for numeral in words.numerals)
    found = [*_of_sentences(document, sentences)]
    found += (Together("table", one.stated, one.where, one.numbers) for one in sums(document, language))
    found += (Together("percentage", one.stated, one.where, one.numbers) for one in shares(document, language))
    found += [*_twice(sentences, found)]
    found.sort(key=lambda one: one.where)
    told = [*_told_of(found, document, options, rounding)]
    checked = len(frozenset().union(*(one.numbers for one in found)))
    findings = [finding for _, each in told for finding in each]
    findings += [*conventions(document, language), _scope(read, checked, document)]
    results = tuple(result for result, _ in told)
    report = ArticleReport(document.file, results, tuple(findings), rounding=str(rounding), document=document)
    return Scanned(report, read, checked)


def _twice(sentences: Sequence[tuple[Marked, int]], found: Sequence[Together]) -> Iterator[Together]:
    """Numbers that are printed twice; two that are put together in another way are meant to be two."""
    for one in twice(sentences):
        if not any(one.numbers <= other.numbers for other in found):
            yield Together("twice", one.stated, one.where, one.numbers)


def _of_sentences(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[Together]:
    """What each sentence puts together, and what two neighbouring ones do of which the second goes on with the first."""
    alone = set()
    for index, (words, start) in enumerate(sentences):
        if words.numerals:
            near = (*sentences[max(index - 1, 0) : index], *sentences[index + 1 : index + 2])
            for one in together(onward(words), start, " ".join(each.printed() for each, _ in near)):
                alone.add((one.relation, one.anchor))
                yield one
    for words, start, follows in onwards(document, sentences):
        for one in together(words, start):
            spans = min(one.numbers) < follows <= max(one.numbers)
            told = one.anchor is None or one.anchor >= follows or one.relation == BACK
            if one.relation == ADDED and any(number >= follows for number in one.numbers - {one.anchor}):
                continue  # "In all, 312 pupils sat the paper and 298 passed it"
            if spans and told and one.relation not in INSIDE and (one.relation, one.anchor) not in alone:
                yield one
    for ways, start in lives(document, sentences):
        life = _together(LIFE, RELATIONS[LIFE], ways, start)
        if life is not None:
            yield life


def _told_of(
    found: Sequence[Together], document: Document, options: Options, rounding: Convention
) -> Iterator[tuple[ClaimResult, tuple[Finding, ...]]]:
    """The verdict on each, with what is wrong; a number that one relation explains, no other one accuses."""
    explained: set[int] = set()
    named = []
    count: Counter[str] = Counter()
    for one in found:
        count[one.relation] += 1
        name = f"{one.relation}-{count[one.relation]}"
        right = next((way for way in (one, *one.otherwise) if _is_right(way, options, rounding)), None)
        named.append((one, name, right))
        if one.anchor is not None and right is not None:
            explained.add(one.anchor)
    wrong = [one for one, _, right in named if right is None and one.anchor is not None]
    for one, name, right in named:
        if right is None and (one.anchor in explained or (one.anchor is None and _is_among(one, wrong))):
            continue
        result, findings = (
            _reported(right, name, document) if right else _checked(one, name, document, options, rounding)
        )
        if one.anchor is not None and (findings or not right):
            explained.add(one.anchor)
        yield result, findings


def _is_among(one: Together, wrong: Sequence[Together]) -> bool:
    """Whether the same numbers are wrong by a relation that says of which number."""
    return len(one.numbers) > 1 and any(one.numbers <= other.numbers for other in wrong)


def together(sentence: Marked, offset: int, beside: str = "") -> Iterator[Together]:
    """The relations of a sentence that begins at an offset; one inside another is left out.

    `beside` are the words of the sentences before and after it.
    """
    if not sentence.numerals:
        return
    line = Line(sentence, beside)
    found = [
        one
        for name, relation in RELATIONS.items()
        for ways in readings(relation, sentence, line)
        if (one := _together(name, relation, ways, offset)) is not None
    ]
    holding: dict[int, list[Together]] = {}
    for one in found:
        for number in one.numbers:
            holding.setdefault(number, []).append(one)
    yield from (one for one in found if not any(one.numbers < other.numbers for other in holding[min(one.numbers)]))


def _together(name: str, relation: Relation, ways: Sequence[Said], offset: int) -> Together | None:
    """The readings that state something; one whose numbers hold as they are printed comes first."""
    told = [
        Together(
            name,
            stated,
            Span(offset + said.start, offset + said.end),
            _numbers(said, offset),
            is_guessed=said.is_guessed,
        )
        for said in ways
        if (stated := relation.stated(said)) is not None
    ]
    if not told:
        return None
    if len(told) > 1:
        told.sort(key=lambda one: (not _holds(one.stated), one.is_guessed))
    anchor = offset + ways[0][relation.ANCHOR].start if relation.ANCHOR in ways[0] else None
    return replace(told[0], anchor=anchor, otherwise=tuple(told[1:]))


def _holds(stated: Stated) -> bool:
    return not stated.wrong and holds_as_printed(Article(quantities=stated.quantities, claims=stated.claims))


def _numbers(said: Said, offset: int) -> frozenset[int]:
    return frozenset(offset + numeral.start for numeral in said.numerals)


def _is_right(one: Together, options: Options, rounding: Convention) -> bool:
    article = _article(one.stated, rounding)
    return not one.stated.wrong and (holds_as_printed(article) or can_hold(article, options.budget))


def _article(stated: Stated, rounding: Convention) -> Article:
    return Article(quantities=stated.quantities, claims=stated.claims, rounding=rounding)


def _checked(
    one: Together, name: str, document: Document, options: Options, rounding: Convention
) -> tuple[ClaimResult, tuple[Finding, ...]]:
    """The verdict on one relation, and what is to be told of it."""
    report = check(_article(one.stated, rounding), options)
    is_told = not one.is_guessed or any(_is_explained(finding) for finding in report.findings)
    return _reported(one, name, document, report if is_told else None)


def _is_explained(finding: Finding) -> bool:
    """Whether a slip would explain it that would explain hardly any other number."""
    return any(slip.chance is not None and slip.chance.is_small for slip in finding.slips)


def _reported(
    one: Together, name: str, document: Document, report: ArticleReport | None = None
) -> tuple[ClaimResult, tuple[Finding, ...]]:
    """What a report on one relation, if there is any, comes to in the words of the article."""
    report = report or ArticleReport(name, ())
    errors = (finding for finding in report.findings if finding.is_error)
    plain = (Finding(rules.CONFLICT, one.stated.wrong),) if one.stated.wrong else ()
    wrong = [*plain, *errors]
    words = " ".join(document.words(one.where).split())
    position = document.place(one.where.start)
    place = Place(document.file, position.line, position.column)
    verdict = Verdict.PASS if not wrong else Verdict.UNKNOWN if one.stated.doubt else Verdict.CONFLICT
    if any(result.verdict is Verdict.UNKNOWN for result in report.claims):
        verdict = Verdict.UNKNOWN
    result = ClaimResult(name, one.relation, verdict, words, quote=words, place=place)
    excerpt = document.excerpt(one.where.start, one.where.end)
    passage = Passage(name, excerpt.words, excerpt.start, excerpt.end, place)
    return result, tuple(_told(finding, one.stated.doubt, result, passage) for finding in wrong)


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


def _scope(read: int, checked: int, document: Document) -> Finding:
    """How much of the article was checked at all."""
    rule = rules.SCANNED
    numbers = f"{read} number{'' if read == 1 else 's'} read, of which {checked} took part in a check."
    rest = " The others may be wrong all the same." if checked < read else ""
    return Finding(
        rule, numbers + rest, place=Place(document.file), remedy=rule.remedy if rest else "", severity=Severity.NOTE
    )
