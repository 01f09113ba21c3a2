"""`factcheck scan`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.article import ArticleError, Document, read
from factcheck.check import Options
from factcheck.cli.common import (
    AUTO,
    STEPS,
    Color,
    Colored,
    Exit,
    ExitZero,
    Form,
    Quiet,
    Reports,
    Steps,
    is_strict,
    leave,
    say,
)
from factcheck.cli.reports import publish, wanted
from factcheck.cli.root import app
from factcheck.finding import Report
from factcheck.scan import scan
from factcheck.solve import Budget


@app.command(name="scan")
def scan_command(  # noqa: PLR0913 - options
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE...", help="Text, Markdown, HTML or Word files.")],
    *,
    output_format: Form = AUTO,
    report: Reports = None,
    color: Colored = Color.AUTO,
    exit_zero: ExitZero = False,
    quiet: Quiet = False,
    budget: Steps = STEPS,
) -> None:
    """Check what the sentences and tables of an article put together: no claims file needed."""
    files = wanted(report)
    options = Options(Budget(budget), strict=is_strict(asked=False))
    found = Report(tuple(scan(document, options).report for document in _documents(articles)))
    publish(found, output_format, color, files, quiet=quiet)
    leave(found, "no sentence or table puts numbers together that can be checked", exit_zero=exit_zero)


def _documents(paths: list[Path]) -> list[Document]:
    """Every article, read; all unreadable ones are told before the run ends with exit 2."""
    documents, readable = [], True
    for path in dict.fromkeys(paths):
        try:
            documents.append(read(path))
        except ArticleError as error:
            say(str(error))
            readable = False
    if not readable:
        raise typer.Exit(Exit.UNUSABLE)
    return documents
