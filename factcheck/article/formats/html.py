"""HTML: what a reader of the page sees, without scripts, styles and what is hidden."""

from __future__ import annotations

from factcheck.article.document import Document
from factcheck.article.page import Page
from factcheck.article.places import Lines
from factcheck.article.tags import Origin, Scanner

SUFFIXES = (".html", ".htm", ".xhtml")
READS = str


def document(content: str) -> Document:
    """The words of the page; the words that stand for a picture (`alt`) are among them."""
    page = Page()
    Scanner(content, page, Origin.whole(content)).run()
    return page.flow.document(content, Lines.of(content), page.language)
