"""Markdown: CommonMark with tables, strike-through, footnotes and front matter."""

from __future__ import annotations

import re
from functools import cache

from factcheck.article.document import Document

SUFFIXES = (".md", ".markdown")
READS = str


def document(content: str) -> Document:
    """The words that a reader of the rendered page sees, without code, footnote marks and list markers."""
    from factcheck.article.formats.markdown.blocks import document_of

    front = _front_matter().match(content)
    if front is None:
        return document_of(content, content, None)
    language = _language().search(front["matter"])
    blank = re.sub(r"[^\n]", " ", front.group())  # every line and column stays what it is
    return document_of(blank + content[front.end() :], content, language["tag"] if language else None)


@cache
def _front_matter() -> re.Pattern[str]:
    """YAML between lines of three dashes, or TOML between lines of three plus signs; a field comes first."""
    first = r"(?:[ \t]*(?:#.*)?\n)*+[\w\"'.-]+[ \t]*[:=]"
    return re.compile(rf"(?P<fence>---|\+\+\+)[ \t]*\n(?P<matter>(?={first})(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|$)")


@cache
def _language() -> re.Pattern[str]:
    return re.compile(
        r"^(?:lang|language|locale)[ \t]*[:=][ \t]*[\"']?(?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)[\"']?[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    )
