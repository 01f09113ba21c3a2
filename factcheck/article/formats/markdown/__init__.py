"""Markdown: CommonMark with tables, strike-through, footnotes and front matter."""

from __future__ import annotations

import re
from functools import cache

from factcheck.article.document import Document
from factcheck.article.error import ArticleError

SUFFIXES = (".md", ".markdown")
READS = str


def document(content: str) -> Document:
    """The words that a reader of the rendered page sees, without code, footnote marks and list markers."""
    from factcheck.article.formats.markdown.blocks import document_of

    front = _front_matter().match(content)
    language = _language().search(front["matter"]) if front else None
    blank = re.sub(r"[^\n]", " ", front.group()) if front else ""  # every line and column stays what it is
    try:
        return document_of(blank + content[len(blank) :], content, language["tag"] if language else None)
    except RecursionError:
        raise ArticleError("marks of Markdown stand too deep inside one another", "simplify them") from None


@cache
def _front_matter() -> re.Pattern[str]:
    """YAML between lines of three dashes, or TOML between lines of three plus signs; a field comes first."""
    first = r"(?:[ \t]*(?:#.*)?\n)*[\w\"'.-]+[ \t]*[:=]"
    return re.compile(
        rf"(?P<fence>---|\+\+\+)[ \t]*\n(?P<matter>(?={first})(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|$)"
    )


@cache
def _language() -> re.Pattern[str]:
    return re.compile(
        r"^(?:lang|language|locale)[ \t]*[:=][ \t]*[\"']?(?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)[\"']?[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    )
