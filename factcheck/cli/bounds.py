"""`factcheck bounds`."""

from __future__ import annotations

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


@app.command(short_help="What the claims imply about every quantity.")
def bounds(  # noqa: PLR0913 - options
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
    config: Config = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    show_settings: ShowSettings = False,
) -> None:
    """What the claims imply about every quantity: its least and greatest value, or the only one."""
    settings = chosen(Sources(config, isolated, show_settings), {"budget": budget, "strict": strict or None})
    asked = options(settings.settings, day(today), Measures(effort=0))
    may = tuple(allow_data or ()), tuple(allow_postgres or ())
    how = Checking(asked, defaults(settings.settings), *may, not no_cache, sort="bounds")
    report = as_told(report_of(paths, how, output_format.value), settings)
    show(report, output_format, color, view=View.BOUNDS)
    leave(report, "the claims files hold no claims", exit_zero=exit_zero, remember=not no_cache)
