"""Word: paragraphs, table cells, text boxes, footnotes and endnotes, with tracked changes accepted."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from factcheck.article.archive import WHOLE, check
from factcheck.article.document import Document
from factcheck.article.error import ArticleError
from factcheck.article.flow import BLOCK, CELL, LINE, SPACE, Flow
from factcheck.article.page import RAISED
from factcheck.article.places import Lines

SUFFIXES = (".docx",)
READS = bytes

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

UNSEEN = frozenset(  # elements whose content is no text of the article
    [f"{WORD}{name}" for name in "del moveFrom delText instrText delInstrText pPr tblPr tblGrid sectPr rt".split()]
    + [f"{COMPATIBLE}Fallback"]
)
SIGNS = {f"{WORD}tab": "\t", f"{WORD}ptab": "\t", f"{WORD}br": "\v", f"{WORD}cr": "\v", f"{WORD}noBreakHyphen": "‑"}
PARTING = {"\t": CELL, "\v": LINE}
NOTES = ("footnotes", "endnotes")
NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")  # lines above the notes


def document(content: bytes) -> Document:
    """The words of a Word file; each paragraph is a line, and its place is named."""
    file, reader = opened(content)
    lines = Lines(reader.starts, tuple(reader.labels))
    return reader.flow.document("".join(reader.source), lines, file.core_properties.language or None)


def opened(content: bytes) -> tuple[Any, Reader]:
    """A Word file as python-docx has it, and what was read of its body and its notes."""
    check(content)
    file, notes = _opened(content)
    reader = Reader()
    reader.read(file.element.body)
    for element in notes:
        reader.read_notes(element)
    return file, reader


def _opened(content: bytes) -> tuple[Any, list[Any]]:
    """The file and the roots of its notes."""
    try:
        import docx
        from docx.oxml import parse_xml
    except ImportError:
        raise ArticleError(
            "Word files are read with python-docx, which is not installed", "pip install 'factcheck-claims[docx]'"
        ) from None
    try:
        word = docx.Document(BytesIO(content))
        relations = [relation for relation in word.part.rels.values() if not relation.is_external]
        notes = [
            parse_xml(relation.target_part.blob)
            for sort in NOTES
            for relation in relations
            if relation.reltype.rpartition("/")[2] == sort
        ]
        body = word.element.body
        _ = word.core_properties.language
    except Exception:  # noqa: BLE001 - a broken file makes the library raise whatever it stumbles over
        raise ArticleError("this is no Word document, or a broken one", WHOLE) from None
    if body is None:
        raise ArticleError("this Word document has no text", "check that this is the right file")
    return word, notes


@dataclass(slots=True)
class Paragraph:
    """A paragraph being read: its words, whether each piece of them is raised, and the element that holds it."""

    label: str
    pieces: list[tuple[str, bool, Any]] = field(default_factory=list)
    goes_on: bool = False  # its end was deleted as a tracked change


@dataclass(slots=True)
class Reader:
    """Reads elements into a flow. The source is the words of all paragraphs, each a line.

    `texts` are the elements that hold words, each with where its words begin in the source, in order.
    """

    flow: Flow = field(default_factory=Flow)
    source: list[str] = field(default_factory=list)
    length: int = 0
    texts: list[tuple[int, Any]] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    labels: list[str] = field(default_factory=list)
    open: list[Paragraph] = field(default_factory=list)  # more than one in a text box
    tables: list[list[int]] = field(default_factory=list)  # number, row and cell of each that is open
    counted: dict[str, int] = field(default_factory=dict)
    note: str = ""
    joined: bool = False  # whether the next paragraph goes on the last one
    raised: list[bool] = field(default_factory=list)  # of each run that is open: more than one in a text box

    def read(self, root: Any) -> None:
        """Read an element and all inside it, without recursion."""
        stack = [(root, self._children(root))]
        self._start(root)
        while stack:
            element = next(stack[-1][1], None)
            if element is None:
                self._end(stack.pop()[0])
            elif isinstance(element.tag, str) and element.tag not in UNSEEN:
                self._start(element)
                stack.append((element, self._children(element)))

    def read_notes(self, root: Any) -> None:
        """Read footnotes or endnotes."""
        for note in root:
            if isinstance(note.tag, str) and note.get(f"{WORD}type") not in NO_NOTES:
                self.note = self._count(note.tag.rpartition("}")[2])
                self.read(note)

    @staticmethod
    def _children(element: Any) -> Iterator[Any]:
        """What is read inside an element: nothing of a run that is not seen, or a row that was deleted."""
        if element.tag == f"{WORD}r" and _is_unseen(element):
            return iter(())
        if element.tag == f"{WORD}tr" and element.find(f"{WORD}trPr/{WORD}del") is not None:
            return iter(())
        return iter(element)

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag == f"{WORD}p":
            end = element.find(f"{WORD}pPr/{WORD}rPr/{WORD}del")
            self.open.append(Paragraph(self._label(), goes_on=end is not None))
        elif tag == f"{WORD}r":
            style = element.find(f"{WORD}rPr/{WORD}vertAlign")
            self.raised.append(style is not None and style.get(f"{WORD}val") == "superscript")
            if self.open and _is_unseen(element):
                self.open[-1].pieces.append(("", False, None))
        elif tag in {f"{WORD}t", f"{MATH}t"}:
            self._say(element.text or "", element)
        elif tag in SIGNS:
            self._say(SIGNS[tag], element)
        elif tag == f"{WORD}tbl":
            self._count("table")
            self.tables.append([self.counted["table"], 0, 0])
            self.flow.open_table(self.length)
        elif tag == f"{WORD}tr" and self.tables:
            self.tables[-1][1:] = [self.tables[-1][1] + 1, 0]
            self.flow.open_row(self.length)
        elif tag == f"{WORD}tc" and self.tables:
            self.tables[-1][2] += 1
            self._cell(element)

    def _end(self, element: Any) -> None:
        if element.tag == f"{WORD}p":
            self._write(self.open.pop())
        elif element.tag == f"{WORD}r":
            self.raised.pop()
        elif element.tag == f"{WORD}tbl":
            self.tables.pop()
            self.flow.close_table(self.length)

    def _cell(self, element: Any) -> None:
        span = element.find(f"{WORD}tcPr/{WORD}gridSpan")
        columns = span.get(f"{WORD}val", "") if span is not None else ""
        row = element.getparent()
        header = row.find(f"{WORD}trPr/{WORD}tblHeader") is not None
        wide = columns.isascii() and columns.isdecimal() and len(columns) < 4
        self.flow.open_cell(self.length, header=header, columns=max(int(columns), 1) if wide else 1)

    def _say(self, words: str, element: Any) -> None:
        if self.open and words:
            self.open[-1].pieces.append((words.replace("\n", " "), self.raised[-1:] == [True], element))

    def _write(self, paragraph: Paragraph) -> None:
        """A paragraph that has ended, as a line of the source and a block of the text."""
        self.starts.append(self.length)
        self.labels.append(paragraph.label)
        if not self.joined:
            self.flow.part(BLOCK, self.length)
        for words, raised, element in paragraph.pieces:
            if element is not None:
                self.texts.append((self.length, element))
            if not words:
                self.flow.part(SPACE, self.length)  # unseen words do not join those beside them
            elif words in PARTING:
                self.flow.part(PARTING[words], self.length, 1)
            else:
                self.flow.write(words.translate(RAISED) if raised else words, self.length)
            self.source.append(words)
            self.length += len(words)
        self.source.append("\n")
        self.length += 1
        self.joined = paragraph.goes_on

    def _label(self) -> str:
        """Where the next paragraph stands, in words."""
        if self.note:
            return self.note
        if self.tables:
            table, row, cell = self.tables[-1]
            return f"table {table}, row {row}, cell {cell}"
        return self._count("paragraph")

    def _count(self, sort: str) -> str:
        """The next of its sort: "paragraph 3"."""
        self.counted[sort] = self.counted.get(sort, 0) + 1
        return f"{sort} {self.counted[sort]}"


def _is_unseen(run: Any) -> bool:
    """Whether the words of a run are hidden or struck out."""
    styles = [run.find(f"{WORD}rPr/{WORD}{name}") for name in ("vanish", "strike", "dstrike")]
    return any(style is not None and style.get(f"{WORD}val") not in {"0", "false", "off"} for style in styles)
