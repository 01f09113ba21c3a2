"""Numbers that a sentence itself puts together: drafted as claims where they fit, asked about where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.article import Span
from factcheck.check import Article, check
from factcheck.check.article import ClaimsError
from factcheck.check.quotes import Text, locate
from factcheck.claim import Claim
from factcheck.draft.entry import Entry, extent, likely_name, on_record, way_of
from factcheck.draft.nouns import free
from factcheck.draft.passages import Quote, quote_of
from factcheck.numeral import Numeral
from factcheck.scan import Together, together
from factcheck.text.marks import marked


@dataclass(frozen=True, slots=True)
class Group:
    """The numbers of one relation, from the first to the last; `rest` are its claims that print none of them.

    Where they do not fit each other it has no entries, but a question.
    """

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    rest: tuple[Entry, ...] = ()
    question: str = ""


def groups_of(text: Text, names: set[str]) -> Iterator[Group]:
    """Every relation that a sentence of the text states, no number in two of them; new names are added to `names`."""
    numerals = {numeral.start: numeral for numeral in text.numerals}
    taken: set[int] = set()
    for sentence in text.document.sentences:
        words = marked(text.document.words(sentence), text.language)
        for one in together(words, sentence.start):
            group = _group(one, sentence.start, text, numerals, names) if one.numbers <= numerals.keys() else None
            if group is not None and not one.numbers & taken:
                taken |= one.numbers
                names.update(name for entry in group.entries for name in entry.quantities or ())
                yield group


def _group(one: Together, offset: int, text: Text, numerals: Mapping[int, Numeral], names: set[str]) -> Group | None:
    """The claims of a relation, or the question that it leaves; None where it makes no claim."""
    drafted = [number for number in one.numbers if numerals[number].is_quantity]
    if not drafted:
        return None
    start, end = min(drafted), max(drafted)
    words = " ".join(text.document.words(one.where).split())
    if one.stated.wrong:
        return Group(start, end, question=f"{one.stated.wrong} Is that meant?")
    own = [numerals.get(offset + claim["printed"].start) if "printed" in claim else None for claim in one.stated.claims]
    new = _names(one, own, text, names)
    quantities = {new[name]: _renamed(declared, new) for name, declared in one.stated.quantities.items()}
    records = [
        {**_renamed(claim, new), **_way(claim, numeral), **_printed(numeral)}
        for claim, numeral in zip(one.stated.claims, own, strict=True)
    ]
    try:
        article = Article(quantities=quantities, claims=records)
    except ClaimsError:
        return None
    if any(finding.is_error for finding in check(article).findings):
        innocent = f" Nothing is wrong if {one.stated.doubt}." if one.stated.doubt else ""
        return Group(start, end, question=f'these numbers do not fit each other: "{words}".{innocent} Which is wrong?')
    entries = []
    for record, claim, numeral in zip(records, article.claims, own, strict=True):
        quote = _quote(claim, numeral, one.where, text)
        if quote is None:
            return None
        told = numerals[end] if numeral is None else numeral
        entries.append(Entry(told, text.place(told.start), quote, {**record, **on_record(quote)}, quantities))
    printed = [entry for entry, numeral in zip(entries, own, strict=True) if numeral is not None]
    return Group(start, end, tuple(printed), tuple(entry for entry in entries if entry not in printed))


def _names(one: Together, own: list[Numeral | None], text: Text, names: set[str]) -> dict[str, str]:
    """A name in the article for each name in a relation: after the number that it comes to, or after its part."""
    new: dict[str, str] = {}
    for claim, numeral in zip(one.stated.claims, own, strict=True):
        local = claim.get("quantity", claim.get("part"))
        if numeral is not None and local is not None and local not in new:
            new[local] = free(likely_name(text.document, numeral), names | set(new.values()))
    for local in one.stated.quantities:
        wanted = f"{next(iter(new.values()), 'number')}_{local.removeprefix('the_')}"
        new.setdefault(local, free(wanted, names | set(new.values())))
    return new


def _way(claim: Mapping[str, Any], numeral: Numeral | None) -> dict[str, str]:
    """Which way a change went, where the words before its number say so."""
    moves = numeral is not None and numeral.direction and claim["kind"] in ("change", "points")
    return way_of(numeral) if moves and numeral is not None else {}


def _printed(numeral: Numeral | None) -> dict[str, str]:
    return {} if numeral is None else {"printed": " ".join(str(numeral).split())}


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    """A record with the article's names for those of the relation."""
    if isinstance(value, Mapping):
        return {
            field: inner if field in ("kind", "printed") else _renamed(inner, new) for field, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_renamed(inner, new) for inner in value]
    return new.get(value, str(value))


def _quote(claim: Claim, numeral: Numeral | None, where: Span, text: Text) -> Quote | None:
    """The first quote by which the claim is found at its number, or at its words where it prints none."""
    for quote in quote_of(text.document, where if numeral is None else extent(numeral)):
        at = claim.model_copy(update={"quote": quote.words, "occurrence": quote.occurrence})
        (located,) = locate([at], text, {claim.id: text.place(where.start)})
        found = [own.start for own in located.numerals]
        if not located.findings and found == ([] if numeral is None else [numeral.start]):
            return quote
    return None
