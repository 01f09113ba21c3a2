"""The percentage columns of tables: each share against the column of counts that it was worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.article import Cell, Document, Table
from factcheck.numeral import Kind, Numeral
from factcheck.relation import Stated
from factcheck.relation.stating import by_itself, counts_of, is_count, shares_of
from factcheck.relation.told import TOLD
from factcheck.scan.tables import Sum, is_plain, named, numeral_of, says_total
from factcheck.text import NumeralError, read

OTHER_BASE = "this share was worked out from another base"
HUNDRED = 100
CONFIRMED = 3  # shares of a column that fit, from which on one that does not is told as wrong


@dataclass(frozen=True, slots=True)
class _Share:
    """A row's count and share, and the total of the column of counts, with their cells."""

    part: tuple[Cell, Numeral]
    share: tuple[Cell, Numeral]
    whole: tuple[Cell, Numeral]
    label: str

    @property
    def fits(self) -> bool:
        """Whether the share is the count over the total, rounded to nearest."""
        whole = self.whole[1].exact_value
        return whole > 0 and self.part[1].exact_value / whole in self.share[1].preimage()


def shares(document: Document, language: str) -> Iterator[Sum]:
    """Every share in a percentage column of which most fit a column of counts and its total.

    Which counts a column of percentages belongs to is a guess, so it is believed only where most of its rows bear it out.
    """
    for table in document.tables:
        if is_plain(table):
            yield from _shares(document, table, language)


def _shares(document: Document, table: Table, language: str) -> Iterator[Sum]:
    labels = [document.words(row[0].span).strip() for row in table.rows]
    heads = [document.words(cell.span) for cell in table.rows[0]]
    totals = [row for row in range(1, len(labels)) if says_total().match(labels[row])]
    columns = range(1, len(heads))
    counts = {column: _column(document, table, column, language) for column in columns}
    for shown in columns:
        total = totals[0] if len(totals) == 1 else None if totals else _all(document, table, shown, language)
        if total is None:
            continue
        whole = numeral_of(document, table.rows[total][shown], language)
        told = _says_percent().search(heads[shown]) or (
            _says_share().search(heads[shown]) and whole is not None and whole.value == HUNDRED
        )
        percentages = _percentages(document, table, shown, language, bare=bool(told))
        others = (base for base in columns if base != shown and not _says_percent().search(heads[base]))
        tried = ([*_pairs(table, labels, counts[base], (base, total), percentages)] for base in others)
        best = max(tried, key=_fitting, default=[])
        fitting = _fitting(best)
        if 2 * fitting > len(best):
            doubt = "" if fitting >= CONFIRMED else OTHER_BASE
            yield from (_stated(share, "" if share.fits else doubt) for share in best)


def _all(document: Document, table: Table, shown: int, language: str) -> int | None:
    """The only row of which a column says that it is 100 per cent, whatever it is called."""
    cells = [numeral_of(document, row[shown], language) for row in table.rows]
    full = [row for row, cell in enumerate(cells) if row and cell is not None and _is_all(cell)]
    return full[0] if len(full) == 1 else None


def _is_all(cell: Numeral) -> bool:
    return cell.value == (1 if cell.kind is Kind.PERCENT else HUNDRED)


def _fitting(pairs: Sequence[_Share]) -> int:
    return sum(pair.fits for pair in pairs)


def _pairs(
    table: Table,
    labels: Sequence[str],
    counts: Sequence[Numeral | None],
    place: tuple[int, int],
    percentages: Sequence[tuple[Cell, Numeral] | None],
) -> Iterator[_Share]:
    """The rows that have a count and a share; `place` is the column of the counts, and the row of their total."""
    base, total = place
    whole = counts[total]
    for row, (part, share) in enumerate(zip(counts, percentages, strict=True)):
        if row != total and whole is not None and part is not None and share is not None:
            yield _Share((table.rows[row][base], part), share, (table.rows[total][base], whole), labels[row])


def _column(document: Document, table: Table, column: int, language: str) -> list[Numeral | None]:
    """The counts of a column, by row."""
    numerals = (numeral_of(document, row[column], language) for row in table.rows)
    return [numeral if numeral is not None and is_count(numeral) else None for numeral in numerals]


def _percentages(
    document: Document, table: Table, column: int, language: str, *, bare: bool
) -> list[tuple[Cell, Numeral] | None]:
    """The percentages of a column with their cells, by row; `bare` numbers are percentages where the heading says so."""
    found: list[tuple[Cell, Numeral] | None] = []
    for row in table.rows:
        numeral = numeral_of(document, row[column], language)
        if numeral is not None and numeral.kind is Kind.COUNT and bare:
            numeral = _as_percent(numeral, language)
        is_share = numeral is not None and numeral.kind is Kind.PERCENT
        found.append((row[column], numeral) if numeral is not None and is_share else None)
    return found


def _as_percent(numeral: Numeral, language: str) -> Numeral | None:
    try:
        return read(f"{numeral.surface}%", language)
    except NumeralError:
        return None


@cache
def _says_percent() -> re.Pattern[str]:
    return re.compile(r"%|\bper ?cent|\bpercentage|\bprozent", re.IGNORECASE)


@cache
def _says_share() -> re.Pattern[str]:
    return re.compile(r"\bshare|\bproportion|\banteil", re.IGNORECASE)


def _stated(pair: _Share, doubt: str) -> Sum:
    cells = (pair.part[0], pair.whole[0], pair.share[0])
    part, whole = names = named([pair.label, "the total"])
    numbers = dict(zip(names, map(by_itself, (pair.part[1], pair.whole[1])), strict=True))
    claims = (*counts_of(numbers), *shares_of({part: by_itself(pair.share[1])}, whole))
    says = f"{{{part}}} of {{{whole}}} is {TOLD}"
    stated = Stated({part: {"of": whole}, whole: {}}, claims, doubt, says=says)
    return Sum(stated, pair.share[0].span, tuple(cell.span.start for cell in cells))
