"""What a draft says of each number: its quote, and the likeliest claim that makes sense alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.article import Document
from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.check.quotes import locate
from factcheck.draft.adding import with_additions
from factcheck.draft.entry import MOST_READ, Entry, extent, likely_name, on_record
from factcheck.draft.fitting import fits
from factcheck.draft.groups import Drafting, groups_of
from factcheck.draft.known import Counted, Known, is_exact
from factcheck.draft.likely import Guess, guesses
from factcheck.draft.nouns import NO_NAME, free, is_apposed, is_partitive
from factcheck.draft.passages import quote_of
from factcheck.draft.source import Source
from factcheck.finding import Place
from factcheck.numeral import Kind, Numeral
from factcheck.text import DEFAULT


def entries(document: Document, language: str = DEFAULT, known: Known | None = None) -> Iterator[Entry]:
    """An entry for each number that says how many or how much, in order, but for those that are known already.

    A count that is told twice under one name is one quantity; with another value it is a quantity of its own, and so
    is one that no noun stands beside.

    >>> from factcheck.article import parse
    >>> [entry.record["kind"] for entry in entries(parse("There were 956 cases, a third of them new.", "plain"))]
    ['count', 'share']
    """
    text, known = Source(document, language), known or Known()
    names, counted = set(known.names), dict(known.counted)
    groups = tuple(groups_of(Drafting(text, names, counted, known)))
    grouped = {entry.numeral.start: entry for group in groups for entry in group.entries}
    questions: dict[int, str] = {}
    rests: dict[int, list[Entry]] = {}
    for group in groups:
        questions[group.start] = f"{questions.get(group.start, '')}\n{group.question}".strip()
        rests.setdefault(group.end, []).extend(group.rest)
    found: list[Entry] = []
    for numeral in text.numerals:
        if not numeral.is_quantity or numeral.start in known.told:
            continue
        entry = (
            grouped.get(numeral.start) or _apposed(text, numeral, found[-1:]) or _single(text, numeral, names, counted)
        )
        found += [_asking(entry, questions.get(numeral.start, "")), *rests.get(numeral.start, ())]
    yield from with_additions(found, text)


def _apposed(text: Source, numeral: Numeral, last: Sequence[Entry]) -> Entry | None:
    """The entry for a number that tells the share before it in figures: "a third of them, 268,"; else None."""
    if not last or numeral.kind is not Kind.COUNT or (record := last[0].record or {}).get("kind") != "share":
        return None
    (start, end), document = extent(numeral), text.document
    before = extent(last[0].numeral).end
    if not is_apposed(document.text[before:start], document.text[end : end + MOST_READ], text.language):
        return None
    return replace(_entry(text, numeral, record["part"]), quantities={})


def _single(text: Source, numeral: Numeral, names: set[str], counted: dict[str, Counted]) -> Entry:
    """The entry for a number by itself; the names that it needs and what it counts are noted."""
    wanted = likely_name(text, numeral)
    known = counted.get(wanted) if wanted != NO_NAME else None
    is_known = known is not None and known.fits(numeral)
    name = known.name if known is not None and is_known else wanted
    entry = _entry(text, numeral, name)
    tried = {name}
    while not (is_known or names.isdisjoint(entry.quantities or ())):  # those of a share only begin with the name
        name = free(wanted, tried)
        tried.add(name)
        entry = _entry(text, numeral, name)
    if entry.record is not None and entry.record["kind"] == "count" and numeral.hedge is None:
        if known is not None and known.name != name:
            question = f"is it another number than `{known.name}`? If not, one of the two is wrong."
            entry = _asking(entry, question)
        if is_exact(numeral) and (known is None or (known.value is None and not known.apart)):
            counted[wanted] = Counted(name, numeral.value)
    if is_known:
        entry = replace(entry, quantities={})
    names.update(entry.quantities or ())
    return entry


def _asking(entry: Entry, question: str) -> Entry:
    return replace(entry, decide=f"{entry.decide}\n{question}".strip())


def _entry(text: Source, numeral: Numeral, name: str) -> Entry:
    """The first guess that is a claim, can be true, and stands in the article at this number."""
    quotes = list(quote_of(text, extent(numeral)))
    place = text.place(numeral.start)
    end = extent(numeral).end
    of_it = is_partitive(text.document.text[end : end + MOST_READ], text.language)
    for guess in guesses(numeral, name, of_it=of_it):
        for quote in quotes:
            record = {**guess.record, "printed": " ".join(str(numeral).split()), **on_record(quote)}
            if _stands(guess, record, numeral, text, place):
                return Entry(numeral, place, quote, record, guess.quantities, guess.decide)
    return Entry(numeral, place, quotes[-1] if quotes else None)


def _stands(guess: Guess, record: Mapping[str, Any], numeral: Numeral, text: Source, place: Place) -> bool:
    """Whether the record is a claim that can be true, and that verify finds at this number and no other."""
    try:
        article = Article(quantities=guess.quantities, claims=[record], language=text.language)
    except ClaimsError:
        return False
    (claim,) = article.claims
    (located,) = locate([claim], text, {claim.id: place})
    found = [own.start for own in located.numerals] == [numeral.start] and not located.findings
    return found and claim.numeral.value == numeral.value and fits(article)
