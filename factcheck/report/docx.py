"""A copy of a Word article with a comment at every number that is wrong or that no claim speaks of.

The article's own file is read again and left as it is; its words are the same in the copy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck.article import ArticleError, Document, Span
from factcheck.article.decoding import load
from factcheck.article.formats.docx import MATH, WORD, Reader, opened
from factcheck.finding import ArticleReport, Finding, Report, Severity
from factcheck.report import ReportError, visible
from factcheck.rules import UNCOVERED

AUTHOR, INITIALS = "factcheck", "fc"
KEEP = "{http://www.w3.org/XML/1998/namespace}space"
BOX = f"{WORD}txbxContent"  # where Word knows no comments
EPOCH = (1980, 1, 1, 0, 0, 0)  # the day on which the calendar of zip archives begins


def copy(report: Report) -> bytes:
    """The Word file of the report's one article, with comments; ReportError where that is not what was read."""
    found = [(one, one.document) for one in report.articles if one.document and one.document.format == "docx"]
    if len(found) != 1:
        many = f"{len(found)} were read: check one at a time" if found else "none was read"
        raise ReportError(f"the copy is that of a Word article, and {many}")
    ((article, document),) = found
    file, reader = _opened(document)
    if not hasattr(file, "comments"):
        raise ReportError("comments need python-docx 1.2 or newer: pip install 'factcheck-claims[docx]'")
    spots = sorted(_spots(article, document), key=lambda spot: spot[0])
    texts = Texts(reader)
    texts.cut({edge for span, _ in spots for edge in (span.start, span.end)})
    for span, words in spots:
        _comment(file, texts.around(file, span), words, report.today)
    for words in _elsewhere(article, document):
        _comment(file, texts.beginning(file), words, report.today)
    return _saved(file)


def _opened(document: Document) -> tuple[Any, Reader]:
    try:
        file, reader = opened(load(Path(document.file)))
    except ArticleError as error:
        raise ReportError(f"{document.file}: {error}") from None
    if "".join(reader.source) != document.source:
        raise ReportError(f"{document.file} was changed while it was checked")
    return file, reader


# What is told, and where


def _told(article: ArticleReport) -> Iterator[Finding]:
    return (one for one in article.findings if one.severity is not Severity.NOTE or one.rule is UNCOVERED)


def _spots(article: ArticleReport, document: Document) -> Iterator[tuple[Span, str]]:
    """The ranges of the source that get a comment, and its words."""
    for finding in _told(article):
        for passage in finding.passages:
            if passage.place.file == document.file and passage.place.line:
                begin = document.lines.starts[passage.place.line - 1] + (passage.place.column or 1) - 1
                marked = passage.pieces[1] or passage.words
                yield Span(begin, begin + len(marked)), _words(finding, finding.of(passage))


def _elsewhere(article: ArticleReport, document: Document) -> Iterator[str]:
    """The words on what stands nowhere in the text, such as a quote that is gone."""
    for finding in _told(article):
        if not any(passage.place.file == document.file for passage in finding.passages):
            yield _words(finding, finding.mendings)


def _words(finding: Finding, mendings: Iterable[object]) -> str:
    """A finding in lines."""
    told = (f"{finding.rule.name}: {finding.message}", *mendings, *finding.explanations, finding.remedy)
    return "\n".join(visible(str(line)) for line in told if line)


# The comments


class Texts:
    """The elements of a Word file that hold its words, by where in the source these begin."""

    def __init__(self, reader: Reader) -> None:
        self.starts = [start for start, _ in reader.texts]
        self.elements = [element for _, element in reader.texts]

    def cut(self, edges: Iterable[int]) -> None:
        """Let a run begin at each of these offsets, so that a comment can begin or end there."""
        for edge in sorted(edges, reverse=True):
            index = bisect_right(self.starts, edge) - 1
            if index >= 0 and self.elements[index].getparent().tag == f"{WORD}r":
                self._cut(index, edge - self.starts[index])

    def _cut(self, index: int, at: int) -> None:
        """Let a run begin in an element: before it, or within its words."""
        element = self.elements[index]
        words = element.text or ""
        if at == 0:
            _begin_run(element)
        elif element.tag == f"{WORD}t" and at < len(words):
            behind = element.makeelement(element.tag, {KEEP: "preserve"})
            element.text, behind.text = words[:at], words[at:]
            element.set(KEEP, "preserve")
            element.addnext(behind)
            _begin_run(behind)
            self.starts.insert(index + 1, self.starts[index] + at)
            self.elements.insert(index + 1, behind)

    def around(self, file: Any, span: Span) -> tuple[Any, Any]:
        """The first and the last element that a comment on a range of the source goes around."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = max(bisect_right(self.starts, span.end - 1) - 1, first)
        ends = [_anchor(file, self.elements[index]) for index in (first, last)]
        if ends[0] is None or ends[1] is None:
            return self.beginning(file)
        return ends[0], ends[1]

    def beginning(self, file: Any) -> tuple[Any, Any]:
        """The first words of the file."""
        found = next((anchor for element in self.elements if (anchor := _anchor(file, element)) is not None), None)
        run = found if found is not None else file.add_paragraph().add_run()._r  # noqa: SLF001 - its element
        return run, run


def _begin_run(element: Any) -> None:
    """Move an element of a run and all behind it to a run of their own, in the same style."""
    run = element.getparent()
    style = run.find(f"{WORD}rPr")
    if element.getprevious() is style:
        return
    rest = run.makeelement(run.tag, dict(run.attrib))
    rest.extend([*([] if style is None else [deepcopy(style)]), element, *element.itersiblings()])
    run.addnext(rest)


def _anchor(file: Any, element: Any) -> Any:
    """What a comment goes around: the run or the formula of some words, the run of a text box, the mark of a note."""
    above = [element, *element.iterancestors()]
    note = next((one for one in above if one.tag in (f"{WORD}footnote", f"{WORD}endnote")), None)
    if note is not None:
        marks = file.element.body.iter(f"{note.tag}Reference")
        found = next((mark for mark in marks if mark.get(f"{WORD}id") == note.get(f"{WORD}id")), None)
        return None if found is None else _anchor(file, found)
    boxes = [index for index, one in enumerate(above) if one.tag == BOX]
    outside = above[boxes[-1] :] if boxes else above
    formulas = [one for one in outside if one.tag.startswith(MATH)]
    return formulas[-1] if formulas else next((one for one in outside if one.tag == f"{WORD}r"), None)


def _comment(file: Any, ends: tuple[Any, Any], words: str, today: date | None) -> None:
    """A comment around elements of the body."""
    comment = file.comments.add_comment(text=words, author=AUTHOR, initials=INITIALS)
    element = file.part._comments_part.element[-1]  # noqa: SLF001 - its element
    element.attrib.pop(f"{WORD}date", None)  # the same report, byte for byte, at any time of the day
    if today is not None:
        element.set(f"{WORD}date", f"{today.isoformat()}T00:00:00Z")
    first, last = ends
    name = {f"{WORD}id": str(comment.comment_id)}
    mark = last.makeelement(f"{WORD}r")
    mark.append(last.makeelement(f"{WORD}commentReference", name))
    end = last.makeelement(f"{WORD}commentRangeEnd", name)
    first.addprevious(first.makeelement(f"{WORD}commentRangeStart", name))
    last.addnext(end)
    end.addnext(mark)


def _saved(file: Any) -> bytes:
    """The file, its archive without the time of day."""
    stream, result = BytesIO(), BytesIO()
    file.save(stream)
    with ZipFile(stream) as read, ZipFile(result, "w", ZIP_DEFLATED) as written:
        for member in read.infolist():
            written.writestr(ZipInfo(member.filename, EPOCH), read.read(member), ZIP_DEFLATED)
    return result.getvalue()
