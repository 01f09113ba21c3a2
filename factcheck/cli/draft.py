"""`factcheck draft`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.check.conventions import conventions
from factcheck.cli.common import Exit, refuse, say
from factcheck.cli.drafts import path_from, put, read_article
from factcheck.cli.language import Language, language_for
from factcheck.cli.redraft import bring_up_to_date
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Isolated, Sources, chosen
from factcheck.draft import draft
from factcheck.settings import defaults

ON_LINES = (".yaml", ".yml")
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The claims file to write [default: standard output]."),
]
Update = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Add to this claims file what it does not say yet, and change nothing else."),
]
Diff = Annotated[bool, typer.Option("--diff", help="With --update: show what would be added, and write nothing.")]


@app.command(name="draft", short_help="Write a claims file to start from.")
def draft_command(  # noqa: PLR0913 - options
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A text, Markdown, HTML or Word file.")],
    *,
    output: Output = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
    update: Update = None,
    diff: Diff = False,
    language: Language = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Write a claims file to start from: a likely claim for every number of an article."""
    settings = chosen(Sources(config, isolated), {}).settings
    if update is not None:
        if output is not None or force or language:
            refuse(
                "--update writes to the file that it reads, in its language; leave out --output, --force and --language"
            )
        bring_up_to_date(read_article(article), article, update, defaults(settings), only_shown=diff)
        return
    if diff:
        refuse("--diff shows what --update would add; name the claims file with --update")
    if output is not None and output.suffix.lower() not in ON_LINES and not _is_stream(output):
        refuse(f"{output}: a draft is YAML; give a name that ends in .yaml")
    if output is not None and output.is_file() and not force:
        refuse(
            f"{output}: there is a file already; add to it with --update, write to another, or replace it with --force"
        )
    document = read_article(article)
    spoken = language_for(document, language, settings)
    for finding in conventions(document, spoken):
        say(f"{finding.place}: {finding.rule.name}: {finding.message}")
    folder = Path() if output is None or _is_stream(output) else output.parent
    text = draft(document, path_from(article, folder), spoken if language or settings.language else None)
    if "\n  - kind:" not in text and "\n  # decide:" not in text:
        say(f"nothing was drafted: {article} has no number that a claim could be about")
        raise typer.Exit(Exit.NOTHING)
    put(text, output)
    if output is not None:
        say(f"wrote {output}: {_told(text, '- kind:', 'claim')}, {_told(text, '# decide:', 'question')} to decide")


def _told(text: str, beginning: str, noun: str) -> str:
    """How many lines begin so, indents apart."""
    number = sum(line.lstrip().startswith(beginning) for line in text.splitlines())
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file()
