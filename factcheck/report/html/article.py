"""The article itself, every number with its verdict as a word, linked to the claim that says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from factcheck.article import Document, Span
from factcheck.finding import ArticleReport, Number, Verdict
from factcheck.marks import MARKS, Mark, mark_of, paragraphs, pieces
from factcheck.report.html.elements import Content, element, link, name_of


def text(article: ArticleReport, at: str) -> Iterator[Element | None]:
    """The paragraphs and rows of the text, and what its marks mean; nothing where the text was not read."""
    document, coverage = article.document, article.coverage
    if document is None or coverage is None:
        return
    verdicts = {result.id: result.verdict for result in article.claims}
    marks = {number: mark_of(number, verdicts) for number in coverage.numbers}
    shown = [element("p", *_blocks(document, blocks, marks, verdicts, at)) for blocks in paragraphs(document)]
    yield element("div", *shown, class_="text", lang=document.language or None)
    yield _legend(marks)


def place_of(number: Number, at: str) -> str:
    """The id of a number in the text."""
    return name_of("number", at, str(number.start))


def _blocks(
    document: Document,
    blocks: tuple[Span, ...],
    marks: Mapping[Number, Mark],
    verdicts: Mapping[str, Verdict],
    at: str,
) -> Iterator[Content]:
    numbers = tuple(marks)
    for index, block in enumerate(blocks):
        yield element("span", " | ", class_="cell") if index else None
        for words, number in pieces(document, block, numbers):
            yield words if number is None else _number(words, number, marks[number], verdicts, at)


def _number(words: str, number: Number, mark: Mark, verdicts: Mapping[str, Verdict], at: str) -> Element:
    """A number with the word of its mark; the worst of its claims is where it leads to."""
    content = (words, element("span", f" {mark.word}", class_="word"))
    attributes = {"class_": f"number {mark.word.lower()}", "id": place_of(number, at)}
    if not number.claims:
        return element("span", *content, title=number.reason or mark.meaning, **attributes)
    order = list(Verdict)
    worst = min(number.claims, key=lambda claim: order.index(verdicts[claim]))
    return link(name_of("claim", at, worst), *content, title=", ".join(number.claims), **attributes)


def _legend(marks: Mapping[Number, Mark]) -> Element:
    """What the marks mean, and how many numbers have each."""
    counts = Counter(marks.values())
    told = [
        part
        for mark in MARKS.values()
        if counts[mark]
        for part in (
            element("dt", element("span", mark.word, class_=f"number {mark.word.lower()}")),
            element("dd", f"{counts[mark]} – {mark.meaning}"),
        )
    ]
    return element("dl", *told, class_="legend")
