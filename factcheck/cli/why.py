"""`factcheck why`."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.check import Options, why
from factcheck.cli.common import STEPS, Paths, Steps, Today, articles_of, day, near, refuse
from factcheck.cli.root import app
from factcheck.report import visible
from factcheck.solve import Budget


@app.command(name="why")
def why_command(
    claim: Annotated[str, typer.Argument(help="The id of a claim.", show_default=False)],
    paths: Paths = None,
    *,
    today: Today = None,
    budget: Steps = STEPS,
) -> None:
    """The derivation of one verdict, from the printed number on."""
    options = Options(Budget(budget), day(today))
    articles = articles_of(paths)
    owners = [article for article in articles if claim in article.setting.claims]
    if not owners:
        known = [name for article in articles for name in article.setting.claims]
        refuse(f"no claim {claim!r}{near(claim, known)}")
    for article in owners:
        for line in why(article, claim, options):
            typer.echo(visible(line))
