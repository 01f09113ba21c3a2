"""What is proposed for each number of an article: a question with that answer, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import Document, Span
from factcheck.check.chances import WORTH_TELLING
from factcheck.data import Answer
from factcheck.draft.related import in_sentences
from factcheck.draft.source import Source
from factcheck.match.fitting import Fit, Number
from factcheck.match.sentence import Sentence
from factcheck.match.universe import FILLED, Told, Universe, own_conditions
from factcheck.numeral import Kind, Numeral
from factcheck.text import DEFAULT

NEVER_ASKED = (Kind.ORDINAL, Kind.MULTIPLE, Kind.POINTS, Kind.RATE)  # nothing plain gives these
MOST_NUMBERS = 500  # of an article
FAR = 40  # characters between a count and the share beside it


class Matched(NamedTuple):
    """A number of the article, and what fits it, if anything does.

    `is_proposed` is false where as many other numbers would have been fitted; `decide` asks what the words leave open.
    Where nothing fits of what the words speak of, `near` is of that, and comes close.
    """

    numeral: Numeral
    fit: Fit | None
    is_proposed: bool
    decide: str = ""
    near: Told | None = None


def matches(
    document: Document, universe: Universe, language: str = DEFAULT, told: frozenset[int] = frozenset()
) -> tuple[Source, tuple[Matched, ...]]:
    """The text with every number that says how many or how much, in order, but for those told already, and what fits it.

    `told` are the places of numbers that need nothing; of the others the first MOST_NUMBERS are looked for.
    """
    text = Source(document, language)
    asked = [one for one in text.numerals if _is_asked(one, told)][:MOST_NUMBERS]
    numbers = [Number(one, _sentence(text, one), language) for one in asked]
    found: dict[int, Matched] = {}
    for share, count in _pairs(numbers):
        _together(share, count, universe, found, _wholes(text))
    for used in (False, True):
        columns = _columns(found.values()) if used else frozenset[str]()
        for number in numbers:
            at = number.numeral.start
            if at not in found or not found[at].is_proposed:
                fit = number.using(columns).fit(universe)
                is_spoken = fit is not None and (fit.is_telling or not fit.plainness.unsaid)
                near = None if is_spoken else number.near(universe)
                found[at] = Matched(number.numeral, fit, fit is not None and fit.is_telling, near=near)
        _again(numbers, found)
    return text, tuple(_settled([found[number.numeral.start] for number in numbers]))


def _again(numbers: Sequence[Number], found: dict[int, Matched]) -> None:
    """Take a number that is told several times for what it is where the words tell most of it."""
    best: dict[tuple[Kind, Fraction | None], Fit] = {}
    for number in numbers:
        one = found[number.numeral.start]
        if one.is_proposed and one.fit is not None and one.fit.told.kind == "count":
            key = number.numeral.kind, number.numeral.value
            best[key] = min(best.get(key, one.fit), one.fit, key=lambda fit: fit.plainness)
    for number in numbers:
        one, fit = found[number.numeral.start], best.get((number.numeral.kind, number.numeral.value))
        if (
            fit is not None
            and one.fit is not None
            and fit.plainness < one.fit.plainness
            and number.is_printed(fit.told)
        ):
            found[number.numeral.start] = one._replace(fit=fit, is_proposed=True)


def _columns(found: Iterable[Matched]) -> frozenset[str]:
    """The columns by whose values the numbers that are proposed were found."""
    queries = [one.fit.told.answer.query for one in found if one.is_proposed and one.fit is not None]
    return frozenset(heading for query in queries for heading in own_conditions(query))


def _settled(matched: Sequence[Matched]) -> Iterator[Matched]:
    """The same, with a base that is only the filled cells of a column told as a count of as many rows that was found."""
    counts: dict[tuple[str | None, Fraction], Answer] = {}
    for one in matched:
        if one.is_proposed and one.fit is not None and one.fit.told.kind == "count":
            answer = one.fit.told.answer
            if answer.query.operation[0] == "count":
                counts.setdefault((answer.query.table, answer.value), answer)
    for one in matched:
        below = one.fit.told.below if one.fit is not None else None
        if one.fit is None or below is None or FILLED not in below.query.where.values():
            yield one
            continue
        base = counts.get((below.query.table, below.value), below)
        yield one._replace(fit=one.fit._replace(told=one.fit.told._replace(below=base)))


def _is_asked(numeral: Numeral, told: frozenset[int]) -> bool:
    return (
        numeral.is_quantity and not numeral.direction and numeral.kind not in NEVER_ASKED and numeral.start not in told
    )


def _sentence(text: Source, numeral: Numeral) -> Sentence:
    """The words around a number; of a cell, those at the heads of its row and column."""
    place = text.cell(numeral.start)
    if place is not None:
        return Sentence(f"{place.label} {place.heading}", language=text.language)
    around = text.document.sentences.holding(numeral.start) or Span(numeral.start, numeral.end)
    return Sentence(text.document.words(around), language=text.language)


def _pairs(numbers: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Every share with the count beside it: "8 (0.87%)", "more than half, 429"."""
    for before, after in pairwise(numbers):
        near = after.numeral.start - before.numeral.end <= FAR and before.sentence == after.sentence
        if near and before.is_share != after.is_share:
            share, count = (before, after) if before.is_share else (after, before)
            if count.numeral.kind is Kind.COUNT:
                yield share, count


def _together(
    share: Number, count: Number, universe: Universe, found: dict[int, Matched], wholes: Mapping[int, Numeral]
) -> None:
    """Note what fits a share and its count at once, where something does that few other pairs would have had."""
    known = found.get(count.numeral.start)
    if share.numeral.start in found or (known is not None and not known.is_proposed):
        return
    counts = [told for told in count.pool(universe) if count.is_printed(told)]
    if known is not None and known.fit is not None:
        counts = [known.fit.told]
    allowed = {id(told.answer) for told in counts}
    pool = [told for told in universe.shares if id(told.answer) in allowed]
    whole = wholes.get(share.numeral.start)
    as_told = [told for told in pool if whole is None or _is_whole(told, whole)]
    fit = share.best(as_told) or share.best(pool)
    if fit is None:
        return
    own = count.best([told for told in counts if told.answer is fit.told.answer])
    if own is None:
        return
    own = known.fit if known is not None and known.fit is not None else count.weighed(own, universe)
    first, second = own.chance, fit.chance
    if first.explained * second.explained > WORTH_TELLING * first.size * second.size or not first.size * second.size:
        return
    decide = ""
    if whole is not None and not _is_whole(fit.told, whole):
        base = fit.told.below.value if fit.told.below is not None else 0
        decide = (
            f'the words say of {whole}, and {count.numeral} of {base} is printed "{share.numeral}": which is meant?'
        )
    found[count.numeral.start] = Matched(count.numeral, own, is_proposed=True)
    found[share.numeral.start] = Matched(share.numeral, fit, is_proposed=True, decide=decide)


def _is_whole(told: Told, whole: Numeral) -> bool:
    return told.below is not None and told.below.value == whole.value


def _wholes(text: Source) -> dict[int, Numeral]:
    """The whole that a sentence names for a share, by the place of the share."""
    found: dict[int, Numeral] = {}
    for one in in_sentences(text):
        own = dict(zip(map(str, range(len(one.own))), one.own, strict=True))
        claims = dict(zip(own, one.stated.claims, strict=True))
        counted = {claim["quantity"]: own[at] for at, claim in claims.items() if claim["kind"] == "count"}
        for at, claim in claims.items():
            share, whole = own[at], counted.get(claim.get("whole"))
            if claim["kind"] == "share" and share is not None and whole is not None:
                found[share.start] = whole
    return found
