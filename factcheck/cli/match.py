"""`factcheck match`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from factcheck.article import Document
from factcheck.check import Article
from factcheck.check.coverage import cover
from factcheck.claimfile import ClaimFileError, load
from factcheck.cli.common import Exit, refuse, say
from factcheck.cli.drafts import path_from, put, read_article
from factcheck.cli.files import keep_what_was_read
from factcheck.cli.language import Language, language_for
from factcheck.cli.root import app
from factcheck.cli.settings import Config, Isolated, Sources, chosen
from factcheck.data import Answers, Asking, DataError, Table, answers_of
from factcheck.draft.nouns import free, name_of_words
from factcheck.finding import Standing
from factcheck.match import Universe, matches, written
from factcheck.settings import defaults

MOST_ABOVE = 8  # rows above the headings
OF_FILES = (".sqlite", ".sqlite3", ".db")
Data = Annotated[
    list[str],
    typer.Option(
        "--data",
        metavar="FILE",
        help="A table: a CSV, JSON, Parquet or SQLite file or a workbook, FILE!SHEET where it has several; may be repeated.",
        show_default=False,
    ),
]
Claims = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="A claims file of the article: only numbers it does not speak of are looked for."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The claims file to write [default: standard output]."),
]


@app.command(name="match", short_help="Find the numbers of an article in data.")
def match_command(  # noqa: PLR0913 - options
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A text, Markdown, HTML or Word file.")],
    *,
    data: Data,
    claims: Claims = None,
    output: Output = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
    language: Language = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Find the numbers of an article in data: a claims file of questions whose answers are printed so."""
    settings = chosen(Sources(config, isolated), {}).settings
    if output is not None and output.suffix.lower() not in (".yaml", ".yml"):
        refuse(f"{output}: the claims file is YAML; give a name that ends in .yaml")
    if output is not None and output.is_file() and not force:
        refuse(f"{output}: there is a file already; write to another, or replace it with --force")
    if output is not None:
        keep_what_was_read(map(str, filter(None, (article, claims, *data))), {"--output": output})
    document = read_article(article)
    spoken = language_for(document, language, settings)
    told = _told(claims, document, defaults(settings)) if claims is not None else frozenset[int]()
    folder = Path() if output is None else output.parent
    tables: dict[str, tuple[str, dict[str, str]]] = {}
    answers: list[Answers] = []
    for named in data:
        name, fields, found = _asked(named, folder, list(tables), spoken)
        tables[name] = (found.told, fields)
        answers.append(found)
    text, matched = matches(document, Universe(tuple(a for one in answers for a in one.answers)), spoken, told)
    draft, number = written(text, matched, path_from(article, folder), tables)
    if not matched:
        say(f"nothing to match: {article} has no number {'left ' if told else ''}that data could give")
        raise typer.Exit(Exit.NOTHING)
    put(draft, output)
    left = len(matched) - number
    say(f"{'' if output is None else f'wrote {output}: '}{_many(number, 'number')} found in the data, {left} not")
    if number == 0:
        raise typer.Exit(Exit.NOTHING)


def _told(claims: Path, document: Document, given: dict[str, str]) -> frozenset[int]:
    """The places of the numbers that a claims file speaks of, or sets aside."""
    try:
        found: Article = load(claims, given)
    except ClaimFileError as error:
        for line in str(error).split("\n"):
            say(line)
        raise typer.Exit(Exit.UNUSABLE) from None
    coverage = cover(found, document).coverage
    numbers = coverage.numbers if coverage is not None else ()
    return frozenset(number.start for number in numbers if number.standing is not Standing.UNCOVERED)


def _asked(named: str, folder: Path, taken: list[str], language: str) -> tuple[str, dict[str, str], Answers]:
    """The name of a table, its fields in a claims file, and what it says."""
    path, _, part = named.partition("!") if not Path(named).exists() else (named, "", "")
    place = Path(path)
    field = "table" if place.suffix.lower() in OF_FILES else "sheet"
    inner = {field: part} if part else {}
    name = free(name_of_words(part or place.stem), taken)
    if not place.name or place.is_dir():
        refuse(f"{path} is a folder; name a file with a table")
    asking = Asking(place.parent, language=language)
    try:
        header, found = _below_headings(name, Table(file=place.name, **inner), asking)
    except DataError as error:
        several = f"; write --data '{path}!NAME'" if error.at in (("sheet",), ("table",)) else ""
        refuse(f"{error.message}{f'; {error.remedy}' if error.remedy else ''}{several}")
    if folder.resolve() not in place.resolve().parents:
        say(f"{path} does not lie below the folder of the claims file: check it with --allow-data {place.parent}")
    return name, {"file": path_from(place, folder), **inner, **header}, found


def _below_headings(name: str, table: Table, asking: Asking) -> tuple[dict[str, str], Answers]:
    """What a table says, and the row of its headings where there is something above them, such as a title."""
    problem, found = None, None
    try:
        found = answers_of(name, table, asking)
    except DataError as error:
        problem = error
    if found is not None and _is_headed(found):
        return {}, found
    for row in range(2, MOST_ABOVE + 2):
        with suppress(DataError):
            lower = answers_of(name, table.model_copy(update={"header": row}), asking)
            if len(lower.headings) > 1 and _is_headed(lower):
                return {"header": str(row)}, lower
    if found is None:
        raise problem or DataError("no table")
    return {}, found


def _is_headed(found: Answers) -> bool:
    """Whether most of the columns have a heading."""
    return 2 * sum(bool(heading) for heading in found.headings) > len(found.headings)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
