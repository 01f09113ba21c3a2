"""`factcheck scan`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.batch.scanning import Scanning
from factcheck.cache import ledger
from factcheck.cli.checking import WITH_TEXT, reports_on
from factcheck.cli.common import (
    AUTO,
    Color,
    Colored,
    ExitZero,
    Form,
    NoCache,
    Quiet,
    Reports,
    Steps,
    leave,
)
from factcheck.cli.files import keep_what_was_read
from factcheck.cli.known import as_told
from factcheck.cli.language import Language, named
from factcheck.cli.reports import places_of, publish, wanted
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Ignore, Isolated, Select, ShowSettings, Sources, chosen
from factcheck.cli.watching import Watch, keep_watching
from factcheck.finding import Report
from factcheck.settings import Settings, convention, options


@app.command(name="scan", short_help="Check an article by itself: no claims file needed.")
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
        how = _how(settings.settings, language, remember=not no_cache)
        found = _scanned(articles, how, {output_format.value, *dict(files)})
    keep_what_was_read(book.files, places_of(files))
    found = as_told(found, settings)
    publish(found, output_format, color, files, quiet=quiet)
    leave(
        found,
        "no sentence or table puts numbers together that can be checked",
        exit_zero=exit_zero,
        remember=not no_cache,
    )


def _how(settings: Settings, language: str | None, *, remember: bool) -> Scanning:
    """How to scan."""
    known = None if language is None else named(language)
    return Scanning(options(settings), convention(settings), known, settings.language, remember)


def _scanned(paths: list[Path], how: Scanning, forms: set[str]) -> Report:
    """The report on every article; all that cannot be read are told before the run ends with exit 2."""
    return Report(reports_on(list(dict.fromkeys(paths)), how, with_text=bool(forms & WITH_TEXT)))
