"""What a draft says of each number: its quote, and the likeliest claim that makes sense alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Any

from factcheck.article import Document
from factcheck.check import Article, check
from factcheck.check.article import ClaimsError
from factcheck.check.quotes import Text, locate
from factcheck.draft.entry import Entry, extent, likely_name, on_record
from factcheck.draft.groups import groups_of
from factcheck.draft.likely import Guess, guesses
from factcheck.draft.nouns import NO_NAME, free
from factcheck.draft.passages import quote_of
from factcheck.finding import Place
from factcheck.numeral import Numeral


def entries(document: Document, taken: Collection[str] = ()) -> Iterator[Entry]:
    """An entry for each number that says how many or how much, in order; `taken` are names that are in use.

    A count that is told twice under one name is one quantity; with another value it is a quantity of its own, and so
    is one that no noun stands beside.

    >>> from factcheck.article import parse
    >>> [entry.record["kind"] for entry in entries(parse("There were 956 cases, a third of them new.", "plain"))]
    ['count', 'share']
    """
    text = Text(document, "en")
    names, counted = set(taken), dict[str, tuple[str, Fraction | None]]()
    groups = tuple(groups_of(text, names))
    grouped = {entry.numeral.start: entry for group in groups for entry in group.entries}
    questions = {group.start: group.question for group in groups if group.question}
    rests = {group.end: group.rest for group in groups if group.entries}
    for numeral in text.numerals:
        if not numeral.is_quantity:
            continue
        if numeral.start in grouped:
            yield grouped[numeral.start]
            yield from rests.get(numeral.start, ())
            continue
        wanted = likely_name(document, numeral)
        known = counted.get(wanted) if wanted != NO_NAME else None
        name = free(wanted, names)
        if known is not None and known[1] == numeral.value and numeral.hedge is None and _is_count(numeral):
            name = known[0]
        entry = _entry(text, numeral, name)
        if entry.record is not None and entry.record["kind"] == "count" and numeral.hedge is None:
            if known is not None and known[0] != name:
                same = f"is it another number than `{known[0]}`? If not, one of the two is wrong."
                entry = _asking(entry, same)
            counted.setdefault(wanted, (name, numeral.value if _is_count(numeral) else None))
        names.update(entry.quantities or ())
        yield _asking(entry, questions.get(numeral.start, ""))
        yield from rests.get(numeral.start, ())


def _is_count(numeral: Numeral) -> bool:
    return numeral.kind == "count" and numeral.value is not None and numeral.quantum == 1


def _asking(entry: Entry, question: str) -> Entry:
    decide = f"{entry.decide}\n{question}".strip()
    return Entry(entry.numeral, entry.place, entry.quote, entry.record, entry.quantities, decide)


def _entry(text: Text, numeral: Numeral, name: str) -> Entry:
    """The first guess that is a claim, can be true, and stands in the article at this number."""
    quotes = list(quote_of(text.document, extent(numeral)))
    place = text.place(numeral.start)
    for guess in guesses(numeral, name):
        for quote in quotes:
            record = {**guess.record, "printed": " ".join(str(numeral).split()), **on_record(quote)}
            if _stands(guess, record, numeral, text, place):
                return Entry(numeral, place, quote, record, guess.quantities, guess.decide)
    return Entry(numeral, place, quotes[-1] if quotes else None)


def _stands(guess: Guess, record: Mapping[str, Any], numeral: Numeral, text: Text, place: Place) -> bool:
    """Whether the record is a claim that can be true, and that verify finds at this number and no other."""
    try:
        article = Article(quantities=guess.quantities, claims=[record])
    except ClaimsError:
        return False
    (claim,) = article.claims
    (located,) = locate([claim], text, {claim.id: place})
    found = [own.start for own in located.numerals] == [numeral.start] and not located.findings
    return found and claim.numeral.value == numeral.value and not any(one.is_error for one in check(article).findings)
