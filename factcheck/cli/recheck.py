"""`factcheck recheck`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.claimfile import ClaimFileError, find
from factcheck.cli.common import Exit, refuse, say
from factcheck.cli.files import digest
from factcheck.cli.root import app
from factcheck.recheck import PROVED, UNPROVED, UnreadableError, opened, seen, told, worst

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Certificates.", show_default=False)]
Claims = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="A claims file or a folder of them that the certificates must be of, byte for byte; may be repeated.",
        show_default=False,
    ),
]


@app.command()
def recheck(files: Files, *, claims: Claims = None) -> None:
    """Follow the proofs in certificates of `verify`, without the solver that found them."""
    codes, known = list[int](), set[str]()
    for file in files:
        try:
            certificate = opened(file)
        except UnreadableError as error:
            say(str(error))
            codes.append(Exit.UNUSABLE)
            continue
        known.update(article.get("sha256", "") for article in certificate["articles"])
        code, lines = told(file, certificate)
        codes.append(code)
        for line in lines:
            typer.echo(line)
    codes += _compared(claims or [], known)
    raise typer.Exit(worst(codes))


def _compared(paths: list[Path], known: set[str]) -> list[int]:
    """An exit code for each claims file, once it is told whether a certificate is of it."""
    try:
        found = find(paths)
    except ClaimFileError as error:
        refuse(str(error))
    codes = []
    for file in found:
        is_known = digest(file) in known
        word = (
            "certified as it is now" if is_known else "NOT PROVED: no certificate is of this claims file as it is now"
        )
        typer.echo(seen(f"{file}: {word}"))
        codes.append(PROVED if is_known else UNPROVED)
    return codes
