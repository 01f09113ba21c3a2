"""CSV and TSV: text in UTF-8, a record a line, every cell as the words that stand there."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice

from factcheck.data.engine import MOST_COLUMNS, Loaded, Room, checked, literal, located
from factcheck.data.error import DataError
from factcheck.data.files import CHUNK, File
from factcheck.data.model import Table

SUFFIXES = (".csv", ".tsv")
DELIMITERS = ",;\t|"
SETTLED = (b"", 0)  # of a decoder that waits for no more bytes of a character
HOW = "save it as UTF-8 (in Excel: CSV UTF-8)"
LONGEST_LINE = 1 << 21  # characters
OPTIONS = (
    "header = true, auto_detect = false, quote = '\"', escape = '\"', strict_mode = true, null_padding = false, "
    "nullstr = '', encoding = 'utf-8'"
)


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table, every column of it text."""
    _check_encoding(file)
    skipped = (table.header or 1) - 1
    delimiter = table.delimiter or ("\t" if file.suffix == ".tsv" else _delimiter(file, skipped))
    headings = checked(_headings(file, skipped, delimiter), file.name)
    columns = [f"c{index}" for index in range(len(headings))]
    types = ", ".join(f"{column}: 'VARCHAR'" for column in columns)
    options = f"columns = {{{types}}}, delim = {literal(delimiter)}, skip = {skipped}, {OPTIONS}"
    try:
        names = room.select(headings, columns, f"read_csv({located(file.path)}, {options})")
    except room.engine.error as error:
        raise DataError(*_told(file.name, str(error), len(headings), delimiter), ("file",)) from None

    def place(row: int, column: int) -> str:
        return f"line {_line(file, skipped, delimiter, row)}, column {headings[column]!r}"

    return Loaded(room.name, file.name, headings, names, place)


def _check_encoding(file: File) -> None:
    """DataError where the bytes are no text in UTF-8."""
    decoder, before = codecs.getincrementaldecoder("utf-8")(), 0
    with file.path.open("rb") as content:
        chunk = start = content.read(CHUNK)
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise DataError(f"{file.name} is in UTF-16", "save it as UTF-8", ("file",))
        if not start:
            raise DataError(f"{file.name} is empty", "check that this is the right file", ("file",))
        while chunk:
            if b"\0" in chunk:
                raise DataError(f"{file.name} is no text: it has bytes that are zero", "save it as UTF-8", ("file",))
            try:
                if not (chunk.isascii() and decoder.getstate() == SETTLED):
                    decoder.decode(chunk)
            except UnicodeDecodeError as error:
                at = before - len(error.object) + len(chunk) + error.start
                raise DataError(_no_text(file, at, error.object[error.start]), HOW, ("file",)) from None
            before += len(chunk)
            chunk = content.read(CHUNK)
    if decoder.getstate() != SETTLED:
        raise DataError(f"{file.name} ends within a character", "see that all of it is there", ("file",))


def _no_text(file: File, at: int, byte: int) -> str:
    """What is told of the byte at a place of the file."""
    with file.path.open("rb") as content:
        line, left = 1, at
        while left and (chunk := content.read(min(CHUNK, left))):
            line, left = line + chunk.count(b"\n"), left - len(chunk)
    return f"{file.name}, line {line}: the byte {byte:02X} is not UTF-8"


def _lines(file: File, skipped: int) -> Iterator[str]:
    """The lines of the text from the headings on."""
    with file.path.open(encoding="utf-8-sig", newline="") as text:
        for number in range(skipped):
            if not text.readline(LONGEST_LINE):
                raise DataError(f"{file.name} has {number} lines", "name the line with the headings", ("header",))
        while line := text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                raise DataError(
                    f"{file.name} has a line of more than {LONGEST_LINE:,} characters", "split it", ("file",)
                )
            yield line


def _delimiter(file: File, skipped: int) -> str:
    """What parts the headings most often, outside quotation marks."""
    first = next(_lines(file, skipped), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def _headings(file: File, skipped: int, delimiter: str) -> list[str]:
    """The cells of the first record."""
    lines = _lines(file, skipped)
    try:
        found = next(csv.reader(islice(lines, MOST_COLUMNS), delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise DataError(
            f"{file.name}: the headings cannot be read: {error}", "check the quotation marks", ("file",)
        ) from None
    finally:
        lines.close()  # type: ignore[attr-defined]
    return found


def _line(file: File, skipped: int, delimiter: str, row: int) -> int:
    """The line that a row of the table ends in, empty ones among the lines counted."""
    records = csv.reader(_lines(file, skipped), delimiter=delimiter)
    next(records, None)
    filled = (records.line_num for record in records if any(record))
    return skipped + next(islice(filled, row, None), 0)


def _told(name: str, error: str, width: int, delimiter: str) -> tuple[str, str]:
    """What DuckDB complains of, in our words."""
    line = re.search(r"CSV Error on Line: ([0-9]+)", error)
    where = f"{name}, line {line[1]}" if line else name
    found = re.search(r"Expected Number of Columns: [0-9]+ Found: ([0-9]+)", error)
    if found:
        several = f"{found[1]} cell{'' if found[1] == '1' else 's'}"
        return (
            f"{where}: {several} where there are {width} headings",
            f"give every row {width}, parted by {delimiter!r}",
        )
    if "quote" in error:
        return f"{where}: a quotation mark opens or closes no cell", 'write a mark inside a cell twice, as in "a ""b"""'
    if "Maximum line size" in error:
        return f"{where}: the line is too long", "check that this is the right file"
    return f"{where} cannot be read: {error.splitlines()[0]}", "check that this is the right file"
