"""Numbers that a sentence itself puts together: drafted as claims where they fit, asked about where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.article import Span
from factcheck.check import Article, check
from factcheck.check.article import ClaimsError
from factcheck.check.quotes import Text, locate
from factcheck.claim import Claim
from factcheck.draft.entry import Entry, extent, likely_name, on_record, way_of
from factcheck.draft.known import Counted, Known, is_exact
from factcheck.draft.nouns import NO_NAME, free
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


def groups_of(text: Text, names: set[str], counted: dict[str, Counted], known: Known) -> Iterator[Group]:
    """Every relation that a sentence of the text states and that has a new number, no number in two of them.

    New names are added to `names`, and what is counted by them to `counted`.
    """
    numerals = {numeral.start: numeral for numeral in text.numerals}
    taken: set[int] = set()
    for sentence in text.document.sentences:
        words = marked(text.document.words(sentence), text.language)
        for one in together(words, sentence.start):
            if one.numbers & taken or not one.numbers <= numerals.keys() or one.numbers <= known.told:
                continue
            group = _group(one, sentence.start, _Draft(text, numerals, names, counted, known))
            if group is not None:
                taken |= one.numbers
                yield group


@dataclass(frozen=True, slots=True)
class _Draft:
    """What groups are drafted from, and the names that are in use so far."""

    text: Text
    numerals: Mapping[int, Numeral]
    names: set[str]
    counted: dict[str, Counted]
    known: Known

    def note(self, entries: Sequence[Entry]) -> None:
        """Take the names of the entries into use."""
        self.names.update(name for entry in entries for name in entry.quantities or ())
        for entry in entries:
            counts = entry.record is not None and entry.record["kind"] == "count" and is_exact(entry.numeral)
            if counts and entry.record is not None and "printed" in entry.record:
                noun = likely_name(self.text, entry.numeral)
                self.counted.setdefault(noun, Counted(entry.record["quantity"], entry.numeral.value))


def _group(one: Together, offset: int, draft: _Draft) -> Group | None:
    """The claims of a relation, or the question that it leaves; None where it makes no claim."""
    text, numerals, told = draft.text, draft.numerals, draft.known.told
    drafted = [number for number in one.numbers - told if numerals[number].is_quantity]
    if not drafted:
        return None
    start, end = min(drafted), max(drafted)
    words = " ".join(text.document.words(one.where).split())
    if one.stated.wrong:
        return Group(start, end, question=f"{one.stated.wrong} Is that meant?")
    own = [numerals.get(offset + claim["printed"].start) if "printed" in claim else None for claim in one.stated.claims]
    new = _names(one, own, draft)
    if new is None:
        return None
    quantities = {new[name]: _renamed(declared, new) for name, declared in one.stated.quantities.items()}
    records = [
        {**_renamed(claim, new), **_way(claim, numeral), **_printed(numeral)}
        for claim, numeral in zip(one.stated.claims, own, strict=True)
    ]
    try:
        article = Article(quantities=quantities, claims=records, language=text.language)
    except ClaimsError:
        return None
    if any(finding.is_error for finding in check(article).findings):
        innocent = f" Nothing is wrong if {one.stated.doubt}." if one.stated.doubt else ""
        return Group(start, end, question=f'these numbers do not fit each other: "{words}".{innocent} Which is wrong?')
    quantities = {name: declared for name, declared in quantities.items() if name not in draft.names}
    entries = []
    for record, claim, numeral in zip(records, article.claims, own, strict=True):
        if numeral is not None and numeral.start in told:
            continue
        quote = _quote(claim, numeral, one.where, text)
        if quote is None:
            return None
        entries.append(_entry(record, numeral or numerals[end], quote, quantities, text))
    draft.note(entries)
    rest = tuple(entry for entry in entries if "printed" not in (entry.record or ()))
    return Group(start, end, tuple(entry for entry in entries if entry not in rest), rest)


def _entry(
    record: Mapping[str, Any],
    numeral: Numeral,
    quote: Quote,
    quantities: Mapping[str, Mapping[str, str]],
    text: Text,
) -> Entry:
    return Entry(numeral, text.place(numeral.start), quote, {**record, **on_record(quote)}, quantities)


def _names(one: Together, own: list[Numeral | None], draft: _Draft) -> dict[str, str] | None:
    """A name in the article for each name in a relation: after the number that it comes to, or after its part.

    Claims that stand in the article already say which quantity theirs is, or that the relation is another: None.
    """
    new: dict[str, str] = {}
    for claim, numeral in zip(one.stated.claims, own, strict=True):
        said = None if numeral is None else draft.known.said.get(numeral.start)
        for field, local in claim.items() if said is not None else ():
            if isinstance(local, str) and local in one.stated.quantities:
                name = getattr(said, field, None)
                if said is None or said.kind != claim["kind"] or not isinstance(name, str):
                    return None
                if new.setdefault(local, name) != name:
                    return None
    for claim, numeral in zip(one.stated.claims, own, strict=True):
        local = claim.get("quantity", claim.get("part"))
        if numeral is not None and local is not None and local not in new:
            plain = claim["kind"] == "count" and "amount" not in one.stated.quantities[local]
            new[local] = _name(numeral, draft, set(new.values()), plain=plain)
    for local in one.stated.quantities:
        wanted = f"{next(iter(new.values()), 'number')}_{local.removeprefix('the_')}"
        new.setdefault(local, free(wanted, draft.names | set(new.values())))
    return new


def _name(numeral: Numeral, draft: _Draft, taken: set[str], *, plain: bool) -> str:
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


def _quote(claim: Claim, numeral: Numeral | None, where: Span, text: Text) -> Quote | None:
    """The first quote by which the claim is found at its number, or at its words where it prints none."""
    for quote in quote_of(text.document, where if numeral is None else extent(numeral)):
        at = claim.model_copy(update={"quote": quote.words, "occurrence": quote.occurrence})
        (located,) = locate([at], text, {claim.id: text.place(where.start)})
        found = [own.start for own in located.numerals]
        if not located.findings and found == ([] if numeral is None else [numeral.start]):
            return quote
    return None
