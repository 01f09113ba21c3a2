"""The totals of tables: every column and row that has one, added up again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TypeGuard

from factcheck.article import Cell, Document, Span, Table
from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Stated
from factcheck.relation.changes.times import MONTH
from factcheck.relation.stating import by_itself, counts_of, declared, is_count, sum_of, total_of
from factcheck.relation.told import TOLD
from factcheck.text import NumeralError, read

LONGEST_NAME = 60  # characters
ADDED = COUNTS | {Kind.PERCENT}
FEWEST = 2  # rows of parts
MOST_CELLS = 4096  # of which is remembered what number they hold: more than one question is asked of a table
LARGE = 200  # a total that no rows come to by chance
FAIR = 50  # one that they do not where the other columns come near to theirs
NEAR = 4  # times that a total is what it may be off
MANY = 1000  # a total that is hardly ever by chance a digit off what rows come to
PARTIAL = "the rows beside the total are not all of it, or overlap"
ROUNDED = "the parts were rounded before they were printed"

TIME = rf"(?:FY ?)?(?:19|20)\d\d(?: ?[/–-] ?\d\d(?:\d\d)?)?|{MONTH}(?: (?:19|20)\d\d)?"
"""The label of a year or a month, which adds up none of those before it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells that a table puts together: those of its claims' numbers, in their order, and the words to be shown."""

    stated: Stated
    where: Span
    cells: tuple[int, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """Where the cells begin."""
        return frozenset(self.cells)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or column: its parts and total as numerals, with their cells."""

    parts: tuple[tuple[Cell, Numeral], ...]
    total: tuple[Cell, Numeral]
    labels: tuple[str, ...]  # of the parts, then of the total

    @property
    def adds_up(self) -> bool:
        """Whether the printed numbers themselves do, to the last digit."""
        return sum(part.exact_value for _, part in self.parts) == self.total[1].exact_value


def sums(document: Document, language: str) -> Iterator[Sum]:
    """Every total in the tables of the document.

    That the other rows are the parts of a total is a guess: it is certain only where most other columns of the same
    table add up exactly that way.
    """
    for table in document.tables:
        if is_plain(table):
            grid = [[numeral_of(document, cell, language) for cell in row] for row in table.rows]
            labels = [document.words(row[0].span) if row else "" for row in table.rows]
            heads = [document.words(cell.span) for cell in table.rows[0]]
            flipped = [list(column) for column in zip(*table.rows, strict=True)]
            for lines in (
                _lines(table.rows, grid, labels, heads),
                _lines(flipped, [list(column) for column in zip(*grid, strict=True)], heads, labels),
            ):
                yield from (_sum(line, lines, document.text) for line in lines)


def is_plain(table: Table) -> bool:
    """Whether it is rows of as many cells each, none of which reaches over others."""
    widths = {len(row) for row in table.rows}
    return len(widths) == 1 and len(table.rows) > 2 and all(cell.columns == cell.rows == 1 for cell in table.cells)


def numeral_of(document: Document, cell: Cell, language: str) -> Numeral | None:
    """The number that is all of a cell."""
    return _numeral_of(document.words(cell.span).strip(), language)


@lru_cache(MOST_CELLS)
def _numeral_of(words: str, language: str) -> Numeral | None:
    try:
        numeral = read(words, language) if words else None
    except NumeralError:
        return None
    return numeral if numeral is not None and numeral.kind in ADDED and numeral.value is not None else None


def _lines(
    rows: Sequence[Sequence[Cell]],
    grid: Sequence[Sequence[Numeral | None]],
    labels: Sequence[str],
    heads: Sequence[str],
) -> list[_Line]:
    """The totals of the columns, each with the numbers that it adds up."""
    if any(_says_part().match(label.strip()) for label in labels[1:]):
        return []
    lines = []
    filled = [row for row in range(1, len(rows)) if _is_filled(grid[row])]
    totals = [row for row in filled if says_total().match(labels[row].strip())]
    if not totals and filled and _adds_up([grid[row] for row in filled], [labels[row] for row in filled]):
        totals = filled[-1:]
    for total, added in _totals(filled, totals):
        for column in range(1, len(rows[0])):
            whole, parts = grid[total][column], [grid[row][column] for row in added]
            known = [part for part in parts if part is not None]
            if _is_no_sum().search(heads[column]) or whole is None or not len(known) == len(parts) > 1:
                continue
            if _is_sum(whole) and _alike([whole, *known]):
                cells = (rows[row][column] for row in added)
                names = tuple(labels[row] for row in (*added, total))
                lines.append(_Line(tuple(zip(cells, known, strict=True)), (rows[total][column], whole), names))
    return lines


def _adds_up(rows: Sequence[Sequence[Numeral | None]], labels: Sequence[str]) -> bool:
    """Whether the last row, whatever it is called, is the sum of those above.

    It is where most columns of large numbers add up, where one does and no other is far from it, and, where it is called
    by what the others may be parts of, where a slip can have put every column off.
    """
    label = labels[-1]
    columns = [[one for one in column if _is_count(one)] for column in zip(*rows, strict=True)]
    full = [[int(one.exact_value) for one in column] for column in columns if len(column) == len(rows)]
    if len(rows) <= FEWEST or re.fullmatch(TIME, label.strip()):
        return False
    large = [sum(above) == last for *above, last in full if last >= LARGE]
    if any(large) and 2 * sum(large) >= len(large):
        return True
    near = bool(full) and all(max(above) < last and NEAR * abs(sum(above) - last) <= last for *above, last in full)
    exact = any(sum(above) == last >= FAIR for *above, last in full)
    named = _says_whole().search(label.strip()) is not None
    if near and _is_whole_span(label.strip(), labels[:-1]):
        return True
    return near and ((exact and len(full) > 1) or (named and all(_is_off_by_a_slip(*each) for each in full)))


def _is_off_by_a_slip(*column: int) -> bool:
    """Whether the last of some numbers is not the sum of the others because of one digit, or of two swapped ones."""
    *above, last = column
    off = abs(sum(above) - last)
    while off and off % 10 == 0:
        off //= 10
    return last >= MANY and (off < 10 or (off % 9 == 0 and off < 90))


def _is_count(numeral: Numeral | None) -> TypeGuard[Numeral]:
    return numeral is not None and is_count(numeral)


def _totals(rows: Sequence[int], totals: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The rows that are totals, each with the rows it adds up: those since the total before; at the end, totals too."""
    last = rows[-1] if rows else 0
    since: list[int] = []
    above: list[int] = []
    for row in rows:
        if row not in totals:
            since.append(row)
        elif row == last:
            yield row, (*above, *since)
        else:
            yield row, tuple(since)
            above.append(row)
            since = []


def _is_filled(row: Sequence[Numeral | None]) -> bool:
    """Whether there is a number beside the label; a row without one is a heading between the others."""
    return any(numeral is not None for numeral in row[1:])


def named(labels: Sequence[str]) -> list[str]:
    """A quantity's name for each label: its words, numbered where a name is taken.

    >>> named(["North & South", "Total", "Total", "—"])
    ['North_South', 'Total', 'Total_2', 'row']
    """
    names: list[str] = []
    for label in labels:
        wanted = "_".join(re.findall(r"[^\W_]+", label))[:LONGEST_NAME] or "row"
        again = sum(name == wanted or name.startswith(f"{wanted}_") for name in names)
        names.append(wanted if wanted not in names else f"{wanted}_{again + 1}")
    return names


def _alike(numerals: Sequence[Numeral]) -> bool:
    return len({(numeral.kind, numeral.unit) for numeral in numerals}) == 1


def _is_sum(total: Numeral) -> bool:
    """Whether it may be a sum: percentages add up to all of something, and rarely to anything else."""
    return total.kind is not Kind.PERCENT or total.value == 1


@cache
def says_total() -> re.Pattern[str]:
    """The label of a row or column of totals."""
    return re.compile(
        r"(?:(?:grand|sub|overall)[ -]?)?(?:total|sum|all(?! (?:the )?(?:others?|rest|remaining|else)\b)|every(?:one|body|thing)"
        r"|insgesamt|gesamt|summe|zusammen)\b"
        r"|(?:overall|together|combined)$",
        re.IGNORECASE,
    )


@cache
def _says_whole() -> re.Pattern[str]:
    """The label of a row that may be the whole of which the others are parts: "Year" below "April to June"."""
    words = (
        "day|week|month|quarter|half[ -]year|year|decade|season|spring|summer|autumn|winter|term|group"
        "|company|firm|country|county|district|region|city|town"
        "|nation|state|kingdom|world|line|network|school|hospital|prison|whole|entire|every(?:one|body|thing|where)|both"
    )
    return re.compile(rf"^(?:the )?(?:\w+ )?(?:{words})$", re.IGNORECASE)


@cache
def _is_month() -> re.Pattern[str]:
    """The label of a month or a quarter."""
    month = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    quarter = r"Q[1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter"
    return re.compile(rf"^(?:{month}(?:\s*(?:to|[-–—])\s*{month})?|{quarter})(?: \d{{4}})?$", re.IGNORECASE)


def _is_whole_span(label: str, parts: Sequence[str]) -> bool:
    """Whether months or quarters are all of what the last row is called: "Summer" below June, July and August."""
    if not all(_is_month().search(part.strip()) for part in parts):
        return False
    season, half, year = ("spring|summer|autumn|winter|quarter", "half|half[ -]year", r"year|(?:19|20)\d\d")
    told = {3: season, 6: half, 2: half, 12: year, 4: year}.get(len(parts))
    return (
        told is not None and re.match(rf"(?:the )?(?:\w+ )?(?:{told})(?: \d{{4}})?$", label, re.IGNORECASE) is not None
    )


@cache
def _is_no_sum() -> re.Pattern[str]:
    """Columns that have totals which are no sums: "average age", "rate per 1,000", "% change", "Anteil"."""
    words = (
        "averages?|mean|percent|pct|proportion|median|rates?|per|ratio|change|growth|index|ages?|share"
        r"|(?<!last )(?<!this )(?<!next )(?<!previous )(?<!current )(?<!full )(?<!prior )years?(?! ?(?:\d|to|end|before|earlier|ago))"
        "|percentage|rank|durchschnitt|"
        "mittel(?:wert)?|schnitt|quoten?|pro|je|verhältnis|veränderung|wachstum|alter|jahre?|anteil|prozent|rang"
    )
    return re.compile(rf"%|\b(?:{words})\b", re.IGNORECASE)


@cache
def _says_rounded() -> re.Pattern[str]:
    return re.compile("rounding|rundung", re.IGNORECASE)


@cache
def _says_part() -> re.Pattern[str]:
    return re.compile(r"of which|in which|including|thereof|davon|darunter|hiervon", re.IGNORECASE)


def _exact(numerals: Sequence[Numeral]) -> tuple[Numeral, ...]:
    """Numbers of which some were not rounded, so that a round one among them is meant to the last digit as well."""
    rounded = all(numeral.exact_value % 10 == 0 for numeral in numerals)
    return tuple(numeral if rounded else replace(numeral, place=numeral.quantum) for numeral in numerals)


def _sum(line: _Line, lines: Sequence[_Line], text: str) -> Sum:
    numerals = (*(part for _, part in line.parts), line.total[1])
    cells = (*(cell for cell, _ in line.parts), line.total[0])
    counted = all(map(is_count, numerals))
    rounded = counted and _says_rounded().search(text) is not None
    names = named(line.labels)
    numerals = _exact(numerals) if counted else numerals
    others = [other.adds_up for other in lines if other is not line]
    confirmed = 2 * sum(others) > len(others)
    doubt = ROUNDED if rounded else "" if confirmed else PARTIAL
    claims = (*counts_of(dict(zip(names, map(by_itself, numerals), strict=True))), total_of(names[:-1], names[-1]))
    stated = Stated(declared(*names, counted=counted), claims, doubt, says=f"{sum_of(names[:-1])} {TOLD}")
    return Sum(stated, line.total[0].span, tuple(cell.span.start for cell in cells))
