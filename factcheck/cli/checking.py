"""Claims files, checked: the short way, or the long one that keeps texts and proofs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.batch import ENOUGH, Checking, Outcome, Unusable, checked
from factcheck.cli.common import end_where, files_of
from factcheck.finding import ArticleReport


def reports_of(paths: list[Path] | None, how: Checking) -> tuple[ArticleReport, ...]:
    """The reports on every claims file below the paths; all unreadable ones are told before the run ends with exit 2."""
    files, wrong = files_of(paths)
    found = checked(files, how, _with_bar)
    end_where([*wrong, *(one.words for one in found if isinstance(one, Unusable))])
    return tuple(one for one in found if isinstance(one, ArticleReport))


def _with_bar(coming: Iterable[Outcome], number: int) -> Iterable[Outcome]:
    """What comes, with a bar on a terminal that shows how far the run is."""
    if number < ENOUGH or not sys.stderr.isatty():
        return coming
    from rich.console import Console
    from rich.progress import track

    return track(coming, "Checking", number, console=Console(stderr=True), transient=True)
