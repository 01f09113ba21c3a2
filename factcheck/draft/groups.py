"""Numbers that a sentence itself puts together: drafted as claims where they fit, asked about where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.article import Span
from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.check.quotes import locate
from factcheck.claim import Claim
from factcheck.draft.entry import Entry, extent, likely_name, on_record, way_of
from factcheck.draft.fitting import fits
from factcheck.draft.known import Counted, Known, Record, is_exact
from factcheck.draft.nouns import NO_NAME, free
from factcheck.draft.passages import Quote, quote_of
from factcheck.draft.related import Related, in_sentences, in_tables
from factcheck.draft.source import Source
from factcheck.numeral import Numeral


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


@dataclass(frozen=True, slots=True)
class Drafting:
    """What groups are drafted from, and the names that are in use so far; `said` are the claims that have a number."""

    text: Source
    names: set[str]
    counted: dict[str, Counted]
    known: Known
    said: dict[int, Record] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", dict(self.known.said))

    def note(self, entries: Sequence[Entry]) -> None:
        """Take the names and claims of the entries into use."""
        self.names.update(name for entry in entries for name in entry.quantities or ())
        for entry in entries:
            if entry.record is None or "printed" not in entry.record:
                continue
            self.said[entry.numeral.start] = entry.record
            if entry.record["kind"] == "count" and is_exact(entry.numeral):
                noun = likely_name(self.text, entry.numeral)
                self.counted.setdefault(noun, Counted(entry.record["quantity"], entry.numeral.value))


def groups_of(draft: Drafting) -> Iterator[Group]:
    """Every relation that a sentence or a table of the text states and that has a new number.

    No number is in those of two sentences; the cells of a table may be in its columns and in its rows.
    """
    taken: set[int] = set()
    for one in in_sentences(draft.text):
        group = None if one.numbers & taken else _group(one, draft)
        if group is not None:
            taken |= one.numbers
            yield group
    yield from (group for one in in_tables(draft.text) if (group := _group(one, draft)) is not None)


def _group(one: Related, draft: Drafting) -> Group | None:
    """The claims of a relation, or the question that it leaves; None where it makes no claim, or no new one."""
    text, told = draft.text, draft.known.told
    drafted = [numeral for numeral in one.numerals if numeral.is_quantity and numeral.start not in told]
    if not drafted:
        return None
    start, last = drafted[0].start, drafted[-1]
    words = " ".join(text.document.words(one.where).split())
    if one.stated.wrong:
        return Group(start, last.start, question=f"{one.stated.wrong} Is that meant?")
    new = _names(one, draft)
    if new is None:
        return None
    quantities = {new[name]: _renamed(declared, new) for name, declared in one.stated.quantities.items()}
    records = [
        {**_renamed(claim, new), **_way(claim, numeral), **_printed(numeral)}
        for claim, numeral in zip(one.stated.claims, one.own, strict=True)
    ]
    try:
        article = Article(quantities=quantities, claims=records, language=text.language)
    except ClaimsError:
        return None
    if not fits(article):
        innocent = f" Nothing is wrong if {one.stated.doubt}." if one.stated.doubt else ""
        ask = f'these numbers do not fit each other: "{_shown(one, words)}".{innocent} Which is wrong?'
        return Group(start, last.start, question=ask)
    quantities = {name: declared for name, declared in quantities.items() if name not in draft.names}
    entries = []
    for record, claim, numeral in zip(records, article.claims, one.own, strict=True):
        if numeral is not None and (numeral.start in told or numeral.start in draft.said):
            continue
        quote = _quote(claim, numeral, one.where, text)
        if quote is None:
            return None
        entries.append(_entry(record, numeral or last, quote, quantities, text))
    draft.note(entries)
    rest = tuple(entry for entry in entries if "printed" not in (entry.record or ()))
    return Group(start, last.start, tuple(entry for entry in entries if entry not in rest), rest)


def _shown(one: Related, words: str) -> str:
    """The words of a sentence; of a table, whose words are one cell, the numbers."""
    cells = all(one.where.start <= numeral.start < one.where.end for numeral in one.numerals)
    return words if cells else ", ".join(str(numeral) for numeral in one.own if numeral is not None)


def _entry(
    record: Mapping[str, Any],
    numeral: Numeral,
    quote: Quote,
    quantities: Mapping[str, Mapping[str, str]],
    text: Source,
) -> Entry:
    return Entry(numeral, text.place(numeral.start), quote, {**record, **on_record(quote)}, quantities)


def _names(one: Related, draft: Drafting) -> dict[str, str] | None:
    """A name in the article for each name in a relation: after the number that it comes to, or after its part.

    Claims that have one of the numbers already say which quantity theirs is, or that the relation is another: None.
    """
    new: dict[str, str] = {}
    pairs = tuple(zip(one.stated.claims, one.own, strict=True))
    for claim, numeral in pairs:
        said = None if numeral is None else draft.said.get(numeral.start)
        named = {way: local for way, local in claim.items() if isinstance(local, str) and said is not None}
        for way, local in named.items():
            if local in one.stated.quantities and said is not None:
                name = said.get(way)
                if said["kind"] != claim["kind"] or not isinstance(name, str) or new.setdefault(local, name) != name:
                    return None
    later = {claim["before"]: claim["after"] for claim, _ in pairs if claim["kind"] == "change"}
    for claim, numeral in sorted(pairs, key=lambda pair: pair[0].get("quantity") in later):
        local = claim.get("quantity", claim.get("part"))
        if numeral is not None and local is not None and local not in new:
            plain = claim["kind"] == "count" and "amount" not in one.stated.quantities[local]
            if local in later:  # it counts what the later number counts, which more often has a noun of its own
                new[local] = free(f"{new[later[local]]}_before", draft.names | set(new.values()))
            else:
                new[local] = _name(numeral, draft, set(new.values()), plain=plain)
    for local in one.stated.quantities:
        wanted = f"{next(iter(new.values()), 'number')}_{local.removeprefix('the_')}"
        new.setdefault(local, free(wanted, draft.names | set(new.values())))
    return new


def _name(numeral: Numeral, draft: Drafting, taken: set[str], *, plain: bool) -> str:
    """What a number counts: a quantity that the same number was told of before, or a new one."""
    noun = likely_name(draft.text, numeral)
    known = draft.counted.get(noun) if noun != NO_NAME and plain else None
    if known is not None and known.value is not None and known.fits(numeral) and known.name not in taken:
        return known.name
    return free(noun, draft.names | taken)


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


def _quote(claim: Claim, numeral: Numeral | None, where: Span, text: Source) -> Quote | None:
    """The first quote by which the claim is found at its number, or at its words where it prints none."""
    for quote in quote_of(text, where if numeral is None else extent(numeral)):
        at = claim.model_copy(update={"quote": quote.words, "occurrence": quote.occurrence})
        (located,) = locate([at], text, {claim.id: text.place(where.start)})
        found = [own.start for own in located.numerals]
        if not located.findings and found == ([] if numeral is None else [numeral.start]):
            return quote
    return None
