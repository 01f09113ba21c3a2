"""`factcheck verify`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.batch import Checking
from factcheck.cache import ledger
from factcheck.cli.checking import PAGE, WITH_TEXT, reports_of
from factcheck.cli.common import (
    AUTO,
    AllowData,
    AllowPostgres,
    Color,
    Colored,
    ExitZero,
    Form,
    NoCache,
    Paths,
    Quiet,
    Reports,
    Steps,
    Strict,
    Today,
    day,
    leave,
    refuse,
)
from factcheck.cli.files import keep_what_was_read
from factcheck.cli.known import Known, Update, as_told, baseline_of
from factcheck.cli.reports import Wanted, places_of, publish, wanted
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Ignore, Isolated, Select, ShowSettings, Sources, chosen
from factcheck.cli.watching import Watch, keep_watching
from factcheck.finding import Report
from factcheck.settings import Settings, defaults, options, with_policies

if TYPE_CHECKING:
    from factcheck.baseline import Baseline
    from factcheck.cli.lengthy import AtLength

FOR_PROGRAMS = ("gitlab", "json", "jsonl", "junit", "sarif")
MinCoverage = Annotated[
    str | None,
    typer.Option(
        metavar="PERCENT",
        help="How many of the article's numbers claims must cover, from 0 to 100; below it, `uncovered` is an error.",
        show_default=False,
    ),
]
ShowText = Annotated[bool, typer.Option("--show-text", help="Show the article first, every number with its verdict.")]

CertificateFile = Annotated[
    Path | None,
    typer.Option(
        "--certificate",
        metavar="FILE",
        help="Write the proof of every verdict to a file, for `factcheck recheck`.",
        show_default=False,
    ),
]


@app.command(short_help="Check claims files, alone and against their articles.")
def verify(  # noqa: PLR0913 - options
    context: typer.Context,
    paths: Paths = None,
    *,
    output_format: Form = AUTO,
    report: Reports = None,
    certificate_file: CertificateFile = None,
    color: Colored = Color.AUTO,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    quiet: Quiet = False,
    today: Today = None,
    allow_data: AllowData = None,
    allow_postgres: AllowPostgres = None,
    min_coverage: MinCoverage = None,
    show_text: ShowText = False,
    budget: Steps = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Known = None,
    update_baseline: Update = False,
    config: Config = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    watch: Watch = False,
    show_settings: ShowSettings = False,
) -> None:
    """Check claims files: every claim alone, all of them together, and against the text of the article."""
    _refuse_where_useless(output_format.value if show_text else "")
    _watch_where_asked(context, watch=watch)
    forms = {output_format.value, *dict(files := wanted(report))}
    given = {"min-coverage": min_coverage, "budget": budget, "select": select, "ignore": ignore, "baseline": baseline}
    with ledger.Ledger() as book:
        settings = chosen(Sources(config, isolated, show_settings), {**given, "strict": strict or None})
        known = baseline_of(settings, update=update_baseline)
        how = _how(settings.settings, day(today), (allow_data, allow_postgres), remember=not no_cache)
        kept = _at_length(paths, how, forms, always=bool(show_text or certificate_file))
        found = kept.report if kept else Report(reports_of(paths, how), how.options.today)
    _keep_what_was_read(book, known, files, certificate_file)
    _certify(kept, certificate_file)
    found = as_told(found, settings, known, update=update_baseline)
    if kept and show_text:
        kept.show(found, color)
    publish(found, output_format, color, files, quiet=quiet)
    leave(found, "the claims files hold no claims", exit_zero=exit_zero, remember=not no_cache)


def _how(
    settings: Settings, today: date, may: tuple[Iterable[Path] | None, Iterable[str] | None], *, remember: bool
) -> Checking:
    """How to check, with the folders and the servers that data may be read from."""
    asked = with_policies(options(settings, today), settings)
    return Checking(asked, defaults(settings), tuple(may[0] or ()), tuple(may[1] or ()), remember)


def _refuse_where_useless(form: str) -> None:
    """End the run with exit 2 where a format has no place for the text, or has it already."""
    if form in FOR_PROGRAMS:
        refuse(f"--show-text is for people, and {form} for programs; choose another format")
    if form == PAGE:
        refuse("--show-text: a page of html shows the text already")


def _keep_what_was_read(book: ledger.Ledger, known: Baseline | None, files: Wanted, certified: Path | None) -> None:
    """End the run with exit 2 where it would write over what it read, its baseline among that."""
    read = [*book.files, *(str(one.path) for one in [known] if one)]
    proof = {} if certified is None else {f"--certificate {certified}": certified}
    keep_what_was_read(read, places_of(files) | proof)


def _watch_where_asked(context: typer.Context, *, watch: bool) -> None:
    """The same run again and again, where that is asked for."""
    if not watch:
        return
    if "-" in map(str, context.params["paths"] or ()):
        refuse("--watch: standard input comes only once; name files or folders")
    for option in ("update_baseline", "show_settings"):
        if context.params[option]:
            refuse(f"--watch with --{option.replace('_', '-')}: choose one")
    keep_watching(context)


def _at_length(paths: list[Path] | None, how: Checking, forms: set[str], *, always: bool) -> AtLength | None:
    """The articles, checked, with all that came of it; None where no format needs that, and their reports will do."""
    if not (always or forms & WITH_TEXT or Path("-") in (paths or ())):
        return None
    from factcheck.cli.lengthy import at_length

    return at_length(paths, how, derived=PAGE in forms)


def _certify(kept: AtLength | None, file: Path | None) -> None:
    """Write the certificate, where a file for it is named."""
    if kept and file is not None:
        kept.certify(file)
