"""What a draft says of one number, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.article import Span
from factcheck.draft.nouns import name_of, name_of_words
from factcheck.draft.passages import Quote
from factcheck.draft.source import Source
from factcheck.finding import Place
from factcheck.numeral import Numeral
from factcheck.wording import Direction

MOST_READ = 400  # characters beside a number that its name is taken from


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of the article with the claim that is drafted for it; without a record where none makes sense.

    `decide` are questions for a person, one a line.
    """

    numeral: Numeral
    place: Place
    quote: Quote | None = None
    record: Mapping[str, Any] | None = None
    quantities: Mapping[str, Mapping[str, str]] | None = None
    decide: str = ""


def likely_name(text: Source, numeral: Numeral) -> str:
    """The name of what a number of the text counts, by the words around it, or at the heads of its row and column."""
    document = text.document
    start, end = extent(numeral)
    place = text.cell(start)
    if place is not None and document.words(place.cell).strip() == document.words(Span(start, end)):
        return name_of_words(f"{place.label} {place.heading}")
    sentence = document.sentences.holding(start) or Span(start, end)
    before = document.text[max(sentence.start, start - MOST_READ) : start]
    after = document.text[end : max(min(sentence.end, end + MOST_READ), end)]
    return name_of(before, after, text.language)


def extent(numeral: Numeral) -> Span:
    """Where a number stands with its hedge."""
    hedge = numeral.hedge
    if hedge is None:
        return Span(numeral.start, numeral.end)
    return Span(min(numeral.start, hedge.start), max(numeral.end, hedge.end))


def declared_by(entries: Iterable[Entry]) -> dict[str, Mapping[str, str]]:
    """The quantities of the entries; of one that several declare, as the first does."""
    found: dict[str, Mapping[str, str]] = {}
    for entry in entries:
        for name, declared in (entry.quantities or {}).items():
            found.setdefault(name, declared)
    return found


def on_record(quote: Quote) -> dict[str, str]:
    """The fields of a claim that say where it stands."""
    return {"quote": quote.words, **({"occurrence": str(quote.occurrence)} if quote.occurrence is not None else {})}


def way_of(numeral: Numeral) -> dict[str, str]:
    """The field of a change that says which way it went: as the words before the number have it."""
    return {"direction": str(Direction.UP if numeral.direction > 0 else Direction.DOWN)} if numeral.direction else {}
