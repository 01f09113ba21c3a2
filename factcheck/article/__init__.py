"""Articles to documents: text, Markdown, HTML and Word, with the place of every word in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck.article.decoding import clean, decode, load
from factcheck.article.document import Cell, Document, Excerpt, Table
from factcheck.article.error import ArticleError
from factcheck.article.passages import Nearest
from factcheck.article.places import Position, Segment
from factcheck.article.ranges import Ranges, Span

__all__ = [
    "ArticleError",
    "Cell",
    "Document",
    "Excerpt",
    "Nearest",
    "Position",
    "Ranges",
    "Segment",
    "Span",
    "Table",
    "parse",
    "read",
]


def read(path: str | Path) -> Document:
    """The document in a file, by the suffix of its name; ArticleError where it cannot be read."""
    file = Path(path)
    try:
        form = _form(file.suffix.lower())
        return replace(parse(load(file), form), file=str(path))
    except ArticleError as error:
        raise error.within(str(path)) from None


def parse(content: str | bytes, form: str) -> Document:
    """The document in a text, or in the bytes of a file, in one of the formats of `formats`.

    ArticleError where it cannot be read; KeyError where there is no such format.

    >>> document = parse("It rose to 95**6** cases[^1].", "markdown")
    >>> document.text, str(document.place(document.text.index("6")))
    ('It rose to 956 cases.', '1:16')
    """
    from factcheck.article.formats import FORMATS

    reader = FORMATS[form]
    if reader.READS is str:
        content = clean(decode(content) if isinstance(content, bytes) else content)
    elif isinstance(content, str):
        raise ArticleError("the text of an article was given where the bytes of a file are read", "give the bytes")
    return replace(reader.document(content), format=form)


def _form(suffix: str) -> str:
    """The format of files with this suffix."""
    from factcheck.article.formats import SUFFIXES

    if suffix not in SUFFIXES:
        message = f"no reader for {suffix} files" if suffix else "the file's name has no suffix that tells its format"
        raise ArticleError(message, f"save the article with one of the suffixes {', '.join(SUFFIXES)}")
    return SUFFIXES[suffix]
