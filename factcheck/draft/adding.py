"""Sums across sentences as claims with a question, or as questions where they come out nearly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.draft.addends import Addition, additions
from factcheck.draft.entry import Entry, declared_by, extent, on_record
from factcheck.draft.fitting import fits
from factcheck.draft.passages import quote_of
from factcheck.draft.source import Source
from factcheck.rounding import decimal

PLACES = 6  # decimals of a sum at most


def with_additions(entries: Sequence[Entry], text: Source) -> Sequence[Entry]:
    """The entries with those of every sum that the words hint at, each after the entry of its whole.

    Shares that add up are shares of one thing: their wholes become one quantity.
    """
    for found in additions(entries, text):
        if not _is_told(found, entries):
            entries = _added(found, entries, text) if found.fits else _asked(found, entries)
    return entries


def _is_told(found: Addition, entries: Sequence[Entry]) -> bool:
    """Whether a claim puts some of these together already."""
    names = {found.whole.quantity, *(part.quantity for part in found.parts)}
    totals = (entry.record for entry in entries if entry.record is not None and "parts" in entry.record)
    return any(len(names & {record["whole"], *record["parts"]}) > 1 for record in totals)


def _added(found: Addition, entries: Sequence[Entry], text: Source) -> Sequence[Entry]:
    """The entries with the total, or the old ones where it contradicts them or its shares have two known wholes."""
    bases = dict.fromkeys(
        base for one in (found.whole, *found.parts) if (base := (one.entry.record or {}).get("whole")) is not None
    )
    counted = [base for base in bases if any((e.record or {}).get("quantity") == base for e in entries)]
    declared = {name for entry in entries for name in entry.quantities or ()}
    if len(counted) > 1 or not declared.issuperset(bases):
        return entries
    base = next(iter(counted or bases), "")
    merged = [_renamed(entry, dict.fromkeys(bases, base)) for entry in entries]
    quote = next(quote_of(text, extent(found.whole.entry.numeral)), None)
    if quote is None:
        return entries
    parts = [part.quantity for part in found.parts]
    total = {"kind": "total", "parts": parts, "whole": found.whole.quantity, **on_record(quote)}
    numeral = found.whole.entry.numeral
    ask = f'{_shown(found)}, and "{numeral}" is printed: is it their sum, and nothing counted twice? If not, delete this claim.'
    new = Entry(numeral, found.whole.entry.place, quote, total, {}, ask)
    at = 1 + max(i for i, entry in enumerate(merged) if entry.numeral.start == numeral.start)
    tried = [*merged[:at], new, *merged[at:]]
    return tried if _holds(tried, text) else entries


def _renamed(entry: Entry, names: Mapping[str, str]) -> Entry:
    """The entry with other names for the wholes of its shares; the first declaration of a quantity counts."""
    if entry.record is None or not names:
        return entry
    whole = entry.record.get("whole")
    record = {**entry.record, "whole": names[whole]} if isinstance(whole, str) and whole in names else entry.record
    quantities = {
        names.get(name, name): {field: names.get(value, value) for field, value in declared.items()}
        for name, declared in (entry.quantities or {}).items()
    }
    return replace(entry, record=record, quantities=quantities)


def _holds(entries: Sequence[Entry], text: Source) -> bool:
    try:
        records = [entry.record for entry in entries if entry.record is not None]
        article = Article(quantities=declared_by(entries), claims=records, language=text.language)
    except ClaimsError:
        return False
    return fits(article)


def _asked(found: Addition, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries with a question before the whole."""
    ask = f'{_shown(found)}, and "{found.whole.entry.numeral}" is printed: should they come to it?'
    return [
        replace(entry, decide=f"{entry.decide}\n{ask}".strip()) if entry is found.whole.entry else entry
        for entry in entries
    ]


def _shown(found: Addition) -> str:
    """The sum as it is worked out, in the units of the whole: "19.8 + 32.6 = 52.4"."""
    scale = found.whole.entry.numeral.scale
    values = [part.value / scale for part in found.parts]
    return f"{' + '.join(map(_plain, values))} = {_plain(sum(values, Fraction(0)))}"


def _plain(value: Fraction) -> str:
    whole, point, rest = decimal(value, PLACES).partition(".")
    return f"{whole}{point}{rest.rstrip('0')}".rstrip(".")
