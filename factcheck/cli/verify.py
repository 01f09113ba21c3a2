"""`factcheck verify`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

import typer

from factcheck.check import Article, Options, check
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
    refuse,
    say,
    style_of,
)
from factcheck.cli.reports import publish, wanted
from factcheck.cli.root import app
from factcheck.finding import Report
from factcheck.report import Style
from factcheck.solve import Budget
from factcheck.why import derived

FOR_PROGRAMS = ("gitlab", "json", "junit", "sarif")
PAGE = "html"  # it has the article's text and every derivation
MinCoverage = Annotated[
    str | None,
    typer.Option(
        metavar="PERCENT",
        help="How many of the article's numbers claims must cover, from 0 to 100; below it, `uncovered` is an error.",
        show_default=False,
    ),
]
ShowText = Annotated[bool, typer.Option("--show-text", help="Show the article first, every number with its verdict.")]


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
    min_coverage: MinCoverage = None,
    show_text: ShowText = False,
    budget: Steps = STEPS,
) -> None:
    """Check claims files: every claim alone, all of them together, and against the text of the article."""
    if show_text and output_format.value in FOR_PROGRAMS:
        refuse(f"--show-text is for people, and {output_format} for programs; choose another format")
    if show_text and output_format.value == PAGE:
        refuse("--show-text: a page of html shows the text already")
    files = wanted(report)
    options = Options(Budget(budget), day(today), is_strict(strict), _least(min_coverage))
    articles = articles_of(paths)
    examine = derived if PAGE in (output_format.value, *(form for form, _ in files)) else check
    found = Report(tuple(examine(article, options) for article in articles), options.today)
    if show_text:
        _show_texts(found, articles, style_of(color))
    publish(found, output_format, color, files, quiet=quiet)
    leave(found, "the claims files hold no claims", exit_zero=exit_zero)


def _least(percent: str | None) -> Fraction | None:
    """The share, from 0 to 1, that a percentage says."""
    if percent is None:
        return None
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?%?", percent) or (share := Fraction(percent.rstrip("%")) / 100) > 1:
        refuse(f"--min-coverage: {percent!r} is no percentage from 0 to 100, such as 80")
    return share


def _show_texts(report: Report, articles: list[Article], style: Style) -> None:
    """Print every article that was read, its numbers marked."""
    from factcheck.annotate import annotated

    for told, article in zip(report.articles, articles, strict=True):
        if article.document is None:
            say(f"{article.name} names no article, so there is no text to show")
        else:
            typer.echo(f"{annotated(told, article.document, style)}\n", color=True if style.color else None)
