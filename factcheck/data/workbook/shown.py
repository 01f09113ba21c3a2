"""How a workbook shows the number in a cell: "32.6%" for 0.326. What counts is the number; what is shown helps to find it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import IO
from xml.parsers import expat
from xml.parsers.expat import XMLParserType
from zipfile import BadZipFile, ZipFile

from factcheck.data.files import File
from factcheck.rounding import decimal

CHUNK = 1 << 20
LONGEST_TAG = 1_000  # bytes
BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
CODE = r"(#,##)?0(?:\.(0+))?(%)?"
LONGEST = 60  # characters


def shown(file: File, sheet: str, name: str, at: tuple[int, int], number: str) -> str:
    """The number in a cell of a checked workbook as its program shows it; empty where that is not known, or says no more.

    The cell is given by its name, "B7", and by row and column from 0.
    """
    try:
        with ZipFile(file.path) as archive:
            found = (
                _of_document(archive, sheet, at) if file.suffix == ".ods" else _of_excel(archive, sheet, name, number)
            )
    except (BadZipFile, IndexError, KeyError, OSError, ValueError, expat.ExpatError):
        return ""
    return found[:LONGEST] if found != number else ""


def written(number: str, code: str) -> str:
    """A number as a format code writes it; where that is not a plain one, in words.

    >>> written("0.326", "0.0%"), written("1234.5", "#,##0.00"), written("2", "[$€-407] 0.00")
    ('32.6%', '1,234.50', '2 in the format [$€-407] 0.00')
    """
    plain = re.fullmatch(CODE, code)
    if plain is None:
        return f"{number} in the format {code}"
    grouped, places, percent = plain.groups()
    text = decimal(Fraction(number) * (100 if percent else 1), len(places or ""))
    return (text if grouped else text.replace(",", "")) + (percent or "")


def _of_excel(archive: ZipFile, sheet: str, name: str, number: str) -> str:
    sheets = {one["name"]: one["id"] for one in _attributes(archive, "xl/workbook.xml", "sheet")}
    links = {one["Id"]: one["Target"] for one in _attributes(archive, "xl/_rels/workbook.xml.rels", "Relationship")}
    part = posixpath.normpath(posixpath.join("/xl", links[sheets[sheet]])).lstrip("/")
    cell = re.compile(rb"<(?:\w+:)?c\s[^<>]*?\br=\"%s\"[^<>]*>" % name.encode("ascii"))
    with archive.open(part) as content:
        found = next((found[0] for text in _overlapping(content) if (found := cell.search(text))), b"")
    style = re.search(rb"\bs=\"([0-9]{1,6})\"", found)
    code = _code(archive, int(style[1])) if style else ""
    return "" if code in ("", "General") else written(number, code)


def _code(archive: ZipFile, style: int) -> str:
    """The format code of a style of cells; empty where it is none that is known."""
    codes = {int(one["numFmtId"]): one["formatCode"] for one in _attributes(archive, "xl/styles.xml", "numFmt")}
    styles = list(_attributes(archive, "xl/styles.xml", "xf", "cellXfs"))
    number = int(styles[style]["numFmtId"])
    return codes.get(number, BUILT_IN.get(number, ""))


def _attributes(archive: ZipFile, part: str, name: str, inside: str = "") -> Iterator[dict[str, str]]:
    """The attributes of every element of a name, right inside another if one is given; names are without their spaces."""
    found: list[dict[str, str]] = []
    open_ones: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if _local(element) == name and (not inside or open_ones[-1:] == [inside]):
            found.append({_local(key): value for key, value in attributes.items()})
        open_ones.append(_local(element))

    parser = _parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_ones.pop()
    with archive.open(part) as content:
        parser.ParseFile(content)
    yield from found


def _of_document(archive: ZipFile, sheet: str, at: tuple[int, int]) -> str:
    seeking = _Seeking(sheet, at)
    parser = _parser()
    parser.StartElementHandler = seeking.start
    parser.EndElementHandler = seeking.end
    parser.CharacterDataHandler = seeking.text
    with archive.open("content.xml") as content:
        parser.ParseFile(content)
    return "".join(seeking.words)


class _Seeking:
    """Looks for a cell of a sheet of an OpenDocument file, and keeps its words."""

    def __init__(self, sheet: str, at: tuple[int, int]) -> None:
        self.words: list[str] = []
        self._sheet, self._at = sheet, at
        self._is_there = self._is_it = self._is_words = False
        self._rows = self._columns = range(0)

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        given = {_local(key): value for key, value in attributes.items()}
        match _local(element):
            case "table":
                self._is_there = given.get("name") == self._sheet
                self._rows = range(0)
            case "table-row":
                self._rows = range(self._rows.stop, self._rows.stop + int(given.get("number-rows-repeated", "1")))
                self._columns = range(0)
            case "table-cell" | "covered-table-cell":
                times = int(given.get("number-columns-repeated", "1"))
                self._columns = range(self._columns.stop, self._columns.stop + times)
                self._is_it = self._is_there and self._at[0] in self._rows and self._at[1] in self._columns
            case "p":
                self._is_words = self._is_it

    def end(self, element: str) -> None:
        """An element ends."""
        if _local(element) == "p":
            self._is_words = False

    def text(self, words: str) -> None:
        """Words of the element that is open."""
        if self._is_words:
            self.words.append(words)


def _parser() -> XMLParserType:
    """A reader that takes no entities."""

    def refuse(*_: object) -> None:
        raise ValueError("entities of its own")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser


def _overlapping(content: IO[bytes]) -> Iterator[bytes]:
    """The bytes, chunk by chunk, each with the end of the one before."""
    rest = b""
    while chunk := content.read(CHUNK):
        yield rest + chunk
        rest = chunk[-LONGEST_TAG:]


def _local(name: str) -> str:
    return name.rpartition(":")[2]
