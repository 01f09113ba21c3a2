"""`factcheck why`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cache import ledger
from factcheck.cli.common import AllowData, AllowPostgres, Paths, Steps, Today, articles_of, day, near, refuse
from factcheck.cli.completion import claim_ids
from factcheck.cli.files import keep_what_was_read, write
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Isolated, Sources, chosen
from factcheck.finding import Derivation
from factcheck.report import visible
from factcheck.settings import defaults, options
from factcheck.why import drawn, number_line, prose, svg, why

WIDEST = 78  # characters of a number line
NARROWEST = 40
UNICODE = "─━●○"  # what a number line is drawn with


@app.command(name="why", short_help="Show how a verdict came about, step by step.")
def why_command(  # noqa: PLR0913 - options
    claim: Annotated[str, typer.Argument(help="The id of a claim.", show_default=False, autocompletion=claim_ids)],
    paths: Paths = None,
    *,
    ascii_only: Annotated[bool, typer.Option("--ascii", help="Draw the number line with ASCII characters.")] = False,
    picture: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Write the number line as an SVG picture, too.", show_default=False),
    ] = None,
    today: Today = None,
    allow_data: AllowData = None,
    allow_postgres: AllowPostgres = None,
    budget: Steps = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """The derivation of one verdict, from the printed number on."""
    with ledger.Ledger() as book:
        settings = chosen(Sources(config, isolated), {"budget": budget})
        asked = options(settings.settings, day(today))
        articles = articles_of(paths, defaults(settings.settings), allow_data, allow_postgres)
    owners = [article for article in articles if claim in article.setting.claims]
    if not owners:
        known = [name for article in articles for name in article.setting.claims]
        refuse(f"no claim {claim!r}{near(claim, known)}")
    if picture is not None and len(owners) > 1:
        refuse(f"--svg: {len(owners)} claims files have a claim {claim!r}: name the one that you mean")
    for article in owners:
        told = why(article, claim, asked)
        for line in (*prose(told), *_picture(told, ascii_only=ascii_only or not _shows(UNICODE))):
            typer.echo(visible(line))
        if picture is not None:
            keep_what_was_read(book.files, {f"--svg {picture}": picture})
            write(picture, _drawing(told))


def _shows(characters: str) -> bool:
    """Whether standard output has these characters."""
    try:
        characters.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _picture(told: Derivation, *, ascii_only: bool) -> list[str]:
    """The number line, set off by a blank line; nothing where there is none to draw."""
    line = number_line(told)
    width = min(max(shutil.get_terminal_size((WIDEST, 24)).columns, NARROWEST), WIDEST)
    return [] if line is None else ["", *drawn(line, width, ascii_only=ascii_only)]


def _drawing(told: Derivation) -> str:
    """The number line as a picture in SVG; exit 2 where there is none."""
    line = number_line(told)
    if line is None:
        refuse(f"--svg: {told.claim!r} leaves nothing to draw but a single number")
    return svg(line, f"{told.claim}: {told.verdict.value}", "\n".join(prose(told))) + "\n"
