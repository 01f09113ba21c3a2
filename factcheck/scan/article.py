"""An article checked by what its own sentences and tables put together, with no claims file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck import rules
from factcheck.article import Document
from factcheck.check import Options
from factcheck.check.conventions import conventions
from factcheck.finding import ArticleReport, Finding, Place, Severity
from factcheck.numeral import Kind
from factcheck.relation import Ground, Line, Said
from factcheck.relation.line import says_how_many
from factcheck.relation.ratios.rated import POWERS
from factcheck.relation.totals.dealt import dealt
from factcheck.relations import RELATIONS
from factcheck.rounding import Convention
from factcheck.scan.balances import balances
from factcheck.scan.elsewhere import is_told_elsewhere
from factcheck.scan.enumerated import enumerated
from factcheck.scan.halves import halves
from factcheck.scan.judging import judged
from factcheck.scan.lives import LIFE, lives
from factcheck.scan.onward import Pair, adds_more, onward, onwards, sums_up
from factcheck.scan.percentages import shares
from factcheck.scan.reckoned import Reckoned
from factcheck.scan.tables import sums
from factcheck.scan.together import Together, of_readings, together
from factcheck.scan.twice import twice
from factcheck.text import DEFAULT, language_of
from factcheck.text.marks import Marked, marked

CHANGE = "change"
BACK = frozenset({CHANGE, "shift"})
"""The relations of which one sentence may tell what came of it, and the next one its ends."""
BEFORE = frozenset({"share", "mean", "rate", "multiple"})
"""The relations of which the only number of a sentence may be what the next one's come to."""
RATE = "rate"
ADDED = "total"
"""The relation of which the second of two sentences tells nothing but the whole."""
DAY = "weekday"
"""The relation of which the second of two sentences tells no number."""
PART = "within"
"""The relation that "none of those 956 sheep" looks like as well."""
WEAK = frozenset({"remainder", "total"})
"""Relations that hardly any words of two sentences put together."""
SHARE = "share"
APART = "difference"
REST = "remainder"
"""The relation of which some parts may stand in other sentences."""
INSIDE = frozenset({LIFE})
"""Relations that are not read of a sentence that goes on: a life has its own reading."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found: the report, how many numbers were read, and how many of them took part in a check."""

    report: ArticleReport
    read: int
    checked: int


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
    of_sentences = _of_sentences(document, sentences)
    found = [one for one in of_sentences if one.relation != REST or not is_told_elsewhere(one, sentences)]
    found += (Together("table", one.stated, one.where, one.numbers) for one in sums(document, language))
    found += (Together("percentage", one.stated, one.where, one.numbers) for one in shares(document, language))
    found += [*_enumerated(document, sentences, found), *_twice(sentences, found), *_balances(document, sentences)]
    found.sort(key=lambda one: one.where)
    told = judged(found, Reckoned(sentences), document, options, rounding)
    checked = frozenset().union(*(one.numbers for one in told))
    read = checked | {start + each.start for words, start in sentences for each in words.numerals if each.is_quantity}
    findings = [finding for one in told for finding in one.findings]
    findings += [*conventions(document, language), _scope(len(read), len(checked), document)]
    results = tuple(one.result for one in told)
    report = ArticleReport(document.file, results, tuple(findings), rounding=str(rounding), document=document)
    return Scanned(report, len(read), len(checked))


def _twice(sentences: Sequence[tuple[Marked, int]], found: Sequence[Together]) -> Iterator[Together]:
    """Numbers that are printed twice; two that are put together in another way than "of those 956" are meant to be two."""
    others = [other.numbers for other in found if other.relation != PART]
    for one in twice(sentences):
        if not any(one.numbers <= numbers for numbers in others):
            yield Together("twice", one.stated, one.where, one.numbers)


def _enumerated(
    document: Document, sentences: Sequence[tuple[Marked, int]], found: Sequence[Together]
) -> Iterator[Together]:
    """Shares of a list whose whole stands before it, where no other reading has found it."""
    told = {one.anchor for one in found if one.relation == SHARE}
    yield from (one for one in _read(SHARE, enumerated(document, sentences)) if one.anchor not in told)


def _balances(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[Together]:
    """What comes in, what goes out and what is left, and two halves of what the sentence before tells."""
    yield from _read(APART, balances(sentences))
    yield from _read(ADDED, halves(document, sentences))


def _read(relation: str, found: Iterable[tuple[Sequence[Said], int]]) -> Iterator[Together]:
    """What each of the readings states that were found in texts which begin at these offsets."""
    for ways, start in found:
        one = of_readings(relation, RELATIONS[relation], ways, start)
        if one is not None:
            yield one


def _of_sentences(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[Together]:
    """What each sentence puts together, and what two neighbouring ones do of which the second goes on with the first."""
    alone = set()
    for index, (words, start) in enumerate(sentences):
        if words.numerals:
            near = (*sentences[max(index - 1, 0) : index], *sentences[index + 1 : index + 2])
            for one in together(onward(words), start, " ".join(each.printed() for each, _ in near)):
                alone.add((one.relation, one.anchor))
                yield one
    for pair in onwards(document, sentences):
        adding = sums_up(pair.words)
        for one in together(pair.words, pair.start):
            is_new = one.relation == DAY or (one.relation, one.anchor) not in alone
            wanted = one.relation in pair.only or not (pair.only or one.relation in INSIDE)
            if is_new and wanted and _spans(one, pair):
                concluded = one.relation == SHARE and pair.is_concluded
                surely = (one.relation == ADDED and pair.is_dealt) or concluded
                surely = surely or _is_added_up(one, pair.start, adding) or _is_dealt_out(one, pair)
                told = replace(one, ground=min(one.ground, Ground.ALONE)) if concluded else one
                yield told if surely else _across(told, pair.follows - pair.start)
    yield from _read(LIFE, lives(document, sentences))


def _is_added_up(one: Together, start: int, adding: int | None) -> bool:
    """Whether a total stands behind the words that add: "The three together come to 46", and not the three."""
    return one.relation == ADDED and adding is not None and one.anchor is not None and one.anchor >= start + adding


def _is_dealt_out(one: Together, pair: Pair) -> bool:
    """Whether words of the second sentence tell that its numbers are parts of the one before: "Of this sum, £312m …"."""
    if one.relation != ADDED or one.ground is not Ground.CUES:
        return False
    told = ((*parts, whole) for parts, whole in dealt(Line(pair.words)))
    return any({pair.start + slot.numeral.start for slot in slots} == one.numbers for slots in told)


def _across(one: Together, follows: int) -> Together:
    """Numbers of two sentences, of which words tell hardly which end of a change is the older one."""
    first, *others = (_weakened(way, follows) for way in (one, *one.otherwise))
    if one.relation == CHANGE and first.ground is Ground.NUMBERS:
        others.append(_other_way(first))
    return replace(first, otherwise=tuple(others))


def _weakened(one: Together, follows: int) -> Together:
    """Numbers of two sentences, which their being there alone, or a mere list, hardly puts together.

    A fraction is different: "a third" is mostly a third of what was told of last.
    """
    is_fraction = one.accused is not None and one.accused.kind is Kind.FRACTION
    is_alone = one.ground is Ground.ALONE and not is_fraction
    is_phrase = one.ground is Ground.WORDS and one.relation == CHANGE
    is_listed = one.ground is Ground.CUES and one.relation in WEAK
    is_weak = is_alone or is_phrase or is_listed or _is_of_what_comes(one, follows)
    return replace(one, ground=Ground.NUMBERS, otherwise=()) if is_weak else replace(one, otherwise=())


def _other_way(change: Together) -> Together:
    """The change with its ends in the other order."""
    before, after, told = change.stated.claims
    ends = {**before, "printed": after["printed"]}, {**after, "printed": before["printed"]}
    return replace(change, stated=replace(change.stated, claims=(*ends, told)))


def _is_of_what_comes(one: Together, follows: int) -> bool:
    """Whether a share is of a whole that only the second sentence counts, and its part or the share stands in the first.

    "The hospice needs 836 drivers. It made 4,380 journeys, 27% of them at night."
    """
    counts = [claim["printed"] for claim in one.stated.claims if claim["kind"] == "count"]
    if one.relation != SHARE or len(counts) != len({"part", "whole"}):
        return False
    first, last = sorted(counts, key=lambda printed: int(printed.start))
    return bool(last.start >= follows and (first.start >= follows or first.value < last.value))


def _spans(one: Together, pair: Pair) -> bool:
    """Whether numbers of both sentences are put together, and as one that goes on puts them together.

    Where the first asks and tells no number, the second answers.
    """
    words, start, follows, *_ = pair
    if one.relation == ADDED:
        return _adds_up(one, follows, words.words)
    before = [start + numeral.start for numeral in words.numerals if says_how_many(numeral)]
    asked = not any(number < follows for number in before)
    spans = (asked or min(one.numbers) < follows) and follows <= max(one.numbers)
    if not spans and not (one.relation == DAY and one.where.end > follows):
        return False
    told = one.anchor is None or one.anchor >= follows or one.relation in BACK or one.relation == PART in pair.only
    return told or _is_only(one, words, start, follows - start)


def _is_only(one: Together, words: Marked, start: int, follows: int) -> bool:
    """Whether the number that the others account for may stand first, and no other does that is not put together with it."""
    before = [numeral for numeral in words.numerals if numeral.start < follows and says_how_many(numeral)]
    others = [numeral for numeral in before if start + numeral.start not in one.numbers]
    return one.relation in BEFORE and all(
        (one.relation == RATE and numeral.value in POWERS) or (one.relation == SHARE and numeral.kind is Kind.DURATION)
        for numeral in others
    )


def _adds_up(one: Together, follows: int, words: str) -> bool:
    """Whether a total stands in one of two sentences and all its parts in the other, or the second one adds to them.

    "In all, 312 pupils sat the paper and 298 passed it" adds nothing to the sentence before.
    """
    whole = min(one.numbers) if one.anchor is None else one.anchor
    behind = {number >= follows for number in one.numbers - {whole}}
    return behind == {whole < follows} or (len(behind) > 1 and adds_more(words))


def _scope(read: int, checked: int, document: Document) -> Finding:
    """How much of the article was checked at all."""
    rule = rules.SCANNED
    numbers = f"{read} number{'' if read == 1 else 's'} read, of which {checked} took part in a check."
    rest = " The others may be wrong all the same." if checked < read else ""
    return Finding(
        rule, numbers + rest, place=Place(document.file), remedy=rule.remedy if rest else "", severity=Severity.NOTE
    )
