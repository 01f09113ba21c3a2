"""`factcheck scan`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.article import ArticleError, Document, read
from factcheck.cache import ledger
from factcheck.cli.common import (
    AUTO,
    Color,
    Colored,
    Exit,
    ExitZero,
    Form,
    NoCache,
    Quiet,
    Reports,
    Steps,
    leave,
    say,
)
from factcheck.cli.files import keep_what_was_read
from factcheck.cli.known import as_told
from factcheck.cli.language import Language, language_for
from factcheck.cli.reports import places_of, publish, wanted
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Ignore, Isolated, Select, ShowSettings, Sources, chosen
from factcheck.cli.watching import Watch, keep_watching
from factcheck.finding import ArticleReport, Report
from factcheck.scan import scan
from factcheck.settings import Chosen, convention, options


@app.command(name="scan")
def scan_command(  # noqa: PLR0913 - options
    context: typer.Context,
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE...", help="Text, Markdown, HTML or Word files.")],
    *,
    output_format: Form = AUTO,
    report: Reports = None,
    color: Colored = Color.AUTO,
    exit_zero: ExitZero = False,
    quiet: Quiet = False,
    budget: Steps = None,
    language: Language = None,
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    watch: Watch = False,
    show_settings: ShowSettings = False,
) -> None:
    """Check what the sentences and tables of an article put together: no claims file needed."""
    if watch:
        keep_watching(context)
    files = wanted(report)
    given = {"budget": budget, "select": select, "ignore": ignore}
    with ledger.Ledger() as book:
        settings = chosen(Sources(config, isolated, show_settings), given)
        found = Report(tuple(_scanned(document, settings, language) for document in _documents(articles)))
    keep_what_was_read(book.files, places_of(files))
    found = as_told(found, settings)
    publish(found, output_format, color, files, quiet=quiet)
    leave(
        found,
        "no sentence or table puts numbers together that can be checked",
        exit_zero=exit_zero,
        remember=not no_cache,
    )


def _scanned(document: Document, settings: Chosen, language: str | None) -> ArticleReport:
    """The report on one article."""
    said = settings.settings
    return scan(document, options(said), language_for(document, language, said), convention(said)).report


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
