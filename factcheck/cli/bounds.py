"""`factcheck bounds`."""

from __future__ import annotations

from factcheck.check import Measures, Options, check
from factcheck.cli.common import (
    AUTO,
    STEPS,
    Color,
    Colored,
    ExitZero,
    Form,
    Paths,
    Steps,
    Strict,
    Today,
    articles_of,
    day,
    is_strict,
    leave,
    show,
)
from factcheck.cli.root import app
from factcheck.finding import Report
from factcheck.report import View
from factcheck.solve import Budget


@app.command()
def bounds(  # noqa: PLR0913 - options
    paths: Paths = None,
    *,
    output_format: Form = AUTO,
    color: Colored = Color.AUTO,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    today: Today = None,
    budget: Steps = STEPS,
) -> None:
    """What the claims imply about every quantity: its least and greatest value, or the only one."""
    options = Options(Budget(budget), day(today), is_strict(strict), guards=Measures(effort=0))
    articles = articles_of(paths)
    report = Report(tuple(check(article, options) for article in articles), options.today)
    show(report, output_format, color, view=View.BOUNDS)
    leave(report, "the claims files hold no claims", exit_zero=exit_zero)
