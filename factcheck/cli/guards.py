"""`factcheck guards`."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.batch import Checking
from factcheck.check import Measures
from factcheck.cli.checking import report_of
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
    Steps,
    Strict,
    Today,
    day,
    leave,
    show,
)
from factcheck.cli.known import as_told
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Isolated, ShowSettings, Sources, chosen
from factcheck.report import View
from factcheck.settings import defaults, options

EFFORT = 3_000
Effort = Annotated[
    int,
    typer.Option(min=1, help="How many statements may be read again for an article; more makes the shares more exact."),
]


@app.command(short_help="Which numbers would have been caught, had they been wrong.")
def guards(  # noqa: PLR0913 - options
    paths: Paths = None,
    *,
    output_format: Form = AUTO,
    color: Colored = Color.AUTO,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    today: Today = None,
    allow_data: AllowData = None,
    allow_postgres: AllowPostgres = None,
    budget: Steps = None,
    effort: Effort = EFFORT,
    config: Config = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    show_settings: ShowSettings = False,
) -> None:
    """Which printed numbers the checks would have caught, had they been wrong, and what would guard the rest."""
    settings = chosen(Sources(config, isolated, show_settings), {"budget": budget, "strict": strict or None})
    measures = Measures(effort=effort, each=50, thorough=True)
    asked = options(settings.settings, day(today), measures)
    may = tuple(allow_data or ()), tuple(allow_postgres or ())
    how = Checking(asked, defaults(settings.settings), *may, not no_cache, sort="guards")
    report = as_told(report_of(paths, how, output_format.value), settings)
    show(report, output_format, color, view=View.GUARDS)
    leave(report, "the claims files hold no claims", exit_zero=exit_zero, remember=not no_cache)
