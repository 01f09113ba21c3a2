"""Tables of what the claims imply, of how well they are guarded, and of numbers that no claim covers."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.finding import ArticleReport, Standing
from factcheck.report import View, columns, rows, taken_away
from factcheck.report.html.elements import element, table


def figures(article: ArticleReport) -> Iterator[Element | None]:
    """The tables that have rows."""
    implied = rows(article, View.BOUNDS)
    yield table("What the claims leave for each quantity", columns(View.BOUNDS), implied)
    left_out = taken_away(article)
    yield element("p", left_out) if left_out and implied else None
    guards = rows(article, View.GUARDS)
    yield table("How many other numbers the checks would have caught", columns(View.GUARDS), guards)
    files = ((one.name, one.file, f"{one.size:,}", one.sha256) for one in article.sources if one.sha256)
    yield table("Files that data were read from", ("table", "file", "bytes", "SHA-256"), files)
    servers = ((one.name, one.file, one.server, one.read) for one in article.sources if one.server)
    yield table("Servers that data were read from", ("table", "server", "what, and as whom", "when"), servers)
    frames = ((one.name, one.held) for one in article.sources if one.held)
    yield table("Frames that data were read from", ("table", "what"), frames)
    if article.coverage is None:
        return
    yield element("p", f"{article.coverage}.")
    unclaimed = [one for one in article.coverage.numbers if one.standing in (Standing.UNCOVERED, Standing.IGNORED)]
    told = ((one.words, str(one.place), one.reason or "no claim says it") for one in unclaimed)
    yield table("Numbers that no claim covers", ("number", "place", "why"), told)
