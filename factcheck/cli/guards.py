"""`factcheck guards`."""

from __future__ import annotations

from typing import Annotated

import typer

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

EFFORT = 3_000
Effort = Annotated[
    int,
    typer.Option(min=1, help="How many statements may be read again for an article; more makes the shares more exact."),
]


@app.command()
def guards(  # noqa: PLR0913 - options
    paths: Paths = None,
    *,
    output_format: Form = AUTO,
    color: Colored = Color.AUTO,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    today: Today = None,
    budget: Steps = STEPS,
    effort: Effort = EFFORT,
) -> None:
    """Which printed numbers the checks would have caught, had they been wrong, and what would guard the rest."""
    measures = Measures(effort=effort, each=50, thorough=True)
    options = Options(Budget(budget), day(today), is_strict(strict), guards=measures)
    articles = articles_of(paths)
    report = Report(tuple(check(article, options) for article in articles), options.today)
    show(report, output_format, color, view=View.GUARDS)
    leave(report, "the claims files hold no claims", exit_zero=exit_zero)
