"""What the commands that write a claims file for an article have in common."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from factcheck.article import ArticleError, Document, read
from factcheck.cli.common import refuse
from factcheck.cli.files import write
from factcheck.starter import editor_line


def read_article(path: Path) -> Document:
    """The article in a file; exit 2 with a message where it cannot be read."""
    try:
        return read(path)
    except ArticleError as error:
        refuse(str(error))


def path_from(path: Path, folder: Path) -> str:
    """The path to a file as a claims file in a folder names it."""
    return Path(os.path.relpath(path, folder)).as_posix()


def put(text: str, output: Path | None) -> None:
    """Print a claims file, or write it, with the line by which editors find its schema where a folder above it has one."""
    if output is None:
        typer.echo(text, nl=False)
        return
    line = editor_line(output)
    write(output, f"{line}\n{text}" if line else text)
