"""`factcheck verify`."""

from __future__ import annotations

from factcheck.check import Options, check
from factcheck.cli.common import (
    AUTO,
    STEPS,
    Color,
    Colored,
    ExitZero,
    Form,
    Paths,
    Quiet,
    Reports,
    Steps,
    Strict,
    Today,
    articles_of,
    day,
    is_strict,
    leave,
)
from factcheck.cli.reports import publish, wanted
from factcheck.cli.root import app
from factcheck.finding import Report
from factcheck.solve import Budget


@app.command()
def verify(  # noqa: PLR0913 - options
    paths: Paths = None,
    *,
    output_format: Form = AUTO,
    report: Reports = None,
    color: Colored = Color.AUTO,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    quiet: Quiet = False,
    today: Today = None,
    budget: Steps = STEPS,
) -> None:
    """Check claims files: every claim alone, and all of them together."""
    files = wanted(report)
    options = Options(Budget(budget), day(today), is_strict(strict))
    articles = articles_of(paths)
    found = Report(tuple(check(article, options) for article in articles), options.today)
    publish(found, output_format, color, files, quiet=quiet)
    leave(found, "the claims files hold no claims", exit_zero=exit_zero)
