"""`factcheck recheck`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.certificate import compared
from factcheck.check import Article
from factcheck.cli.common import AllowData, AllowPostgres, Exit, articles_of, say
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Isolated, Sources, chosen
from factcheck.recheck import PROVED, UNPROVED, UnreadableError, opened, seen, told, worst
from factcheck.settings import defaults

MOST_TOLD = 5  # differences
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Certificates.", show_default=False)]
Claims = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="A claims file or a folder of them: see that the certificates state what they say; may be repeated.",
        show_default=False,
    ),
]


@app.command(short_help="Follow the proofs in certificates of verdicts.")
def recheck(
    files: Files,
    *,
    claims: Claims = None,
    allow_data: AllowData = None,
    allow_postgres: AllowPostgres = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Follow the proofs in certificates of `verify`, without the solver that found them."""
    results, certified = list[tuple[int, list[str]]](), list[Any]()
    for file in files:
        try:
            certificate = opened(file)
        except UnreadableError as error:
            say(str(error))
            results.append((Exit.UNUSABLE, []))
        else:
            certified += certificate["articles"]
            results.append(told(file, certificate))
    if claims:
        settings = chosen(Sources(config, isolated), {})
        articles = articles_of(claims, defaults(settings.settings), allow_data, allow_postgres)
        results += [_compared(article, certified) for article in articles]
    for _, lines in results:
        for line in lines:
            typer.echo(seen(line))
    raise typer.Exit(worst(code for code, _ in results))


def _compared(article: Article, certified: Sequence[Any]) -> tuple[int, list[str]]:
    """Whether a certificate states what an article says: the exit code, and what to tell."""
    ways = [compared(article, one) for one in certified]
    nearest = min(ways, key=lambda way: len(way.differences), default=None)
    if nearest is not None and not nearest.differences:
        about = f', with {", ".join(nearest.relaxed)} read as "about"' if nearest.relaxed else ""
        return PROVED, [f"{article.name}: the certificate states what it says{about}"]
    differences = [] if nearest is None else nearest.differences
    more = [f"  and {len(differences) - MOST_TOLD:,} more"] if len(differences) > MOST_TOLD else []
    head = f"{article.name}: NOT PROVED: no certificate states what it says"
    return UNPROVED, [head, *(f"  {difference}" for difference in differences[:MOST_TOLD]), *more]
