"""One module a format, found by being here; each has `render(report, style) -> str`.

Those of COPIES have `copy(report) -> bytes`: they are the article itself, with what was found marked in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from json import dumps
from pkgutil import iter_modules
from typing import Any, cast

from factcheck.finding import ArticleReport, Report, Verdict
from factcheck.visible import is_hidden as is_hidden
from factcheck.visible import visible as visible


class View(StrEnum):
    """What a format for people shows of a report; one for programs always has all of it."""

    VERDICTS = "verdicts"
    BOUNDS = "bounds"  # of every quantity
    GUARDS = "guards"  # of every printed number


@dataclass(frozen=True, slots=True)
class Style:
    """How much a format shows: `width` in characters (formats for people only), colour, and how much besides failures.

    `quiet` leaves out what passed; `verbose` adds derived figures; `view` is what the report is looked at for.
    """

    width: int = 100
    color: bool = False
    quiet: bool = False
    verbose: bool = False
    view: View = View.VERDICTS


PLAIN = Style()
"""No colour, a hundred characters wide."""

COPIES = ("docx",)
"""The names of the formats that are a copy of the article: no text to show, but a file of its own format."""

FORMATS = tuple(sorted({module.name for module in iter_modules(__path__)} - {*COPIES}))
"""The names of the formats that are a text."""


class ReportError(ValueError):
    """A report that cannot be made in the format that is asked for; the message says why."""


def dumped(value: Any, indent: int | None = 2) -> str:
    r"""A JSON text in which every character can be seen.

    >>> print(dumped(["é\u202e"], None))
    ["é\u202e"]
    """
    text = dumps(value, indent=indent, ensure_ascii=False)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(dumps(c)[1:-1] if c != "\n" and is_hidden(c) else c for c in text)


def heading(article: ArticleReport, report: Report) -> str:
    """What an article's report begins with: its files, its rounding, the day of the run."""
    about = [article.name, article.article, f"rounding {article.rounding}"]
    if report.today is not None:
        about.append(report.today.isoformat())
    if article.coverage is not None and len(report.articles) > 1:
        about.append(str(article.coverage))
    return " · ".join(part for part in about if part)


def columns(view: View) -> tuple[str, ...]:
    """The headings of a view's table, other than that of verdicts."""
    if view is View.BOUNDS:
        return "quantity", "meaning", "possible", "known"
    return "claim", "printed", "caught", "of", "what would guard it"


def rows(article: ArticleReport, view: View) -> list[tuple[str, ...]]:
    """The rows of a view's table, other than that of verdicts."""
    if view is View.BOUNDS:
        return [
            (one.quantity, one.meaning, one.words, "; ".join(filter(None, (one.known, one.note))))
            for one in article.implied
        ]
    return [(guard.claim, guard.printed, guard.words, guard.form, guard.advice) for guard in article.guards]


def data_of(article: ArticleReport, *, quiet: bool = False) -> list[tuple[str, str]]:
    """What data say to each claim, by its id, then the files; with `quiet`, to claims that did not pass."""
    told = (one for one in article.claims if not (quiet and one.verdict is Verdict.PASS))
    claims = [(one.id, "; ".join(one.data)) for one in told if one.data]
    return claims + ([] if quiet else [("", str(source)) for source in article.sources])


def taken_away(article: ArticleReport) -> str:
    """A sentence that says which claims a view leaves out, because they cannot all be true; empty where there are none."""
    wrong = [result.id for result in article.claims if result.verdict in (Verdict.FAIL, Verdict.CONFLICT)]
    return f"Taken away, for they cannot all be true: {', '.join(wrong)}." if wrong else ""


def render(report: Report, form: str, style: Style = PLAIN) -> str:
    """The report in one of FORMATS, ending without a line break; KeyError where there is no such format."""
    if form not in FORMATS:
        raise KeyError(form)
    module = import_module(f"{__name__}.{form}")
    return cast("Callable[[Report, Style], str]", module.render)(report, style)


def copy(report: Report, form: str) -> bytes:
    """The report in one of COPIES; ReportError where there is no such copy, KeyError where there is no such format."""
    if form not in COPIES:
        raise KeyError(form)
    module = import_module(f"{__name__}.{form}")
    return cast("Callable[[Report], bytes]", module.copy)(report)
