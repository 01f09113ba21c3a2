"""`factcheck draft`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from factcheck.article import ArticleError, Document, read
from factcheck.cli.common import Exit, refuse, say
from factcheck.cli.files import write
from factcheck.cli.redraft import bring_up_to_date
from factcheck.cli.root import app
from factcheck.draft import draft

DRAFTED = "en"
ON_LINES = (".yaml", ".yml")


@app.command(name="draft")
def draft_command(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A text, Markdown, HTML or Word file.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The claims file to write [default: standard output]."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
    update: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add to this claims file what it does not say yet, and change nothing else."),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="With --update: show what would be added, and write nothing.")
    ] = False,
) -> None:
    """Write a claims file to start from: a likely claim for every number of an article."""
    if update is not None:
        if output is not None or force:
            refuse("--update writes to the file that it reads; leave out --output and --force")
        bring_up_to_date(_document(article), article, update, only_shown=diff)
        return
    if diff:
        refuse("--diff shows what --update would add; name the claims file with --update")
    if output is not None and output.suffix.lower() not in ON_LINES and not _is_stream(output):
        refuse(f"{output}: a draft is YAML; give a name that ends in .yaml")
    if output is not None and output.is_file() and not force:
        refuse(
            f"{output}: there is a file already; add to it with --update, write to another, or replace it with --force"
        )
    document = _document(article)
    text = draft(document, _way(article, output))
    if "\n  - kind:" not in text and "\n  # decide:" not in text:
        say(f"nothing was drafted: {article} has no number that a claim could be about")
        raise typer.Exit(Exit.NOTHING)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text)
        say(f"wrote {output}: {_told(text, '- kind:', 'claim')}, {_told(text, '# decide:', 'question')} to decide")


def _told(text: str, beginning: str, noun: str) -> str:
    """How many lines begin so, indents apart."""
    number = sum(line.lstrip().startswith(beginning) for line in text.splitlines())
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _document(path: Path) -> Document:
    try:
        document = read(path)
    except ArticleError as error:
        refuse(str(error))
    language = document.language or DRAFTED
    if language.partition("-")[0].lower() != DRAFTED:
        refuse(f"{path}: the article is in {language!r}, and only English ones ({DRAFTED!r}) can be drafted")
    return document


def _way(article: Path, output: Path | None) -> str:
    """The path from the claims file to the article; from the working folder where there is no file."""
    folder = Path() if output is None or _is_stream(output) else output.parent
    return Path(os.path.relpath(article, folder)).as_posix()
