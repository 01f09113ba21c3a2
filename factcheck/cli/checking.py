"""Files and their reports, from the cache where nothing has changed for them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.batch import ENOUGH, Checking, Making, Outcome, RefusedError, Unusable, checked
from factcheck.check import check
from factcheck.cli.common import articles_of, end_where, files_of
from factcheck.finding import ArticleReport, Report
from factcheck.report import COPIES

PAGE = "html"  # it has the article's text and every derivation
WITH_TEXT = frozenset({PAGE, *COPIES})
"""The formats that need the texts of articles, which are in no report that is remembered."""


def report_of(paths: list[Path] | None, how: Checking, form: str) -> Report:
    """The report on claims files, with the texts of their articles where the format shows them."""
    if form in WITH_TEXT or Path("-") in (paths or ()):
        articles = articles_of(paths, how.defaults, how.allowed, how.servers)
        return Report(tuple(check(article, how.options) for article in articles), how.options.today)
    return Report(reports_of(paths, how), how.options.today)


def reports_of(paths: list[Path] | None, how: Checking) -> tuple[ArticleReport, ...]:
    """The reports on every claims file below the paths; all unreadable ones are told before the run ends with exit 2."""
    files, wrong = files_of(paths)
    return reports_on(files, how, wrong)


def reports_on(
    files: Sequence[Path], making: Making, wrong: Iterable[str] = (), *, with_text: bool = False
) -> tuple[ArticleReport, ...]:
    """The reports on files; those that cannot be used are told, after what else is wrong, before the run ends with exit 2."""
    found = [_made(file, making) for file in files] if with_text else checked(files, making, _with_bar)
    end_where([*wrong, *(one.words for one in found if isinstance(one, Unusable))])
    return tuple(one for one in found if isinstance(one, ArticleReport))


def _made(file: Path, making: Making) -> ArticleReport | Unusable:
    try:
        return making.made(file)[0]
    except RefusedError as error:
        return Unusable(str(error))


def _with_bar(coming: Iterable[Outcome], number: int) -> Iterable[Outcome]:
    """What comes, with a bar on a terminal that shows how far the run is."""
    if number < ENOUGH or not sys.stderr.isatty():
        return coming
    from rich.console import Console
    from rich.progress import track

    return track(coming, "Checking", number, console=Console(stderr=True), transient=True)
