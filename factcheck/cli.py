"""The command line: words, exit codes, and nothing that decides."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from enum import IntEnum, StrEnum
from importlib.metadata import version
from inspect import getdoc
from io import TextIOWrapper
from json import dumps
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from factcheck.check import Article, Options, check, why
from factcheck.claimfile import LARGEST, ClaimFileError, find, load, loads, schema
from factcheck.finding import Report
from factcheck.kinds import KINDS
from factcheck.report import FORMATS, Style, render, visible
from factcheck.rules import RULES
from factcheck.solve import Budget

STEPS = Budget().steps
DEFAULT_PATHS = [Path("claims")]


class Exit(IntEnum):
    """The exit codes."""

    OK = 0
    FOUND = 1  # at least one finding of severity error
    UNUSABLE = 2  # the run could not be done
    NOTHING = 3  # nothing was checked
    INTERRUPTED = 130


class Color(StrEnum):
    """When to colour the output."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


OutputFormat = StrEnum("OutputFormat", {name: name for name in ("auto", *FORMATS)})  # type: ignore[misc]

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Check the numbers of an article against each other, exactly.",
    epilog="Exit codes: 0 nothing wrong, 1 something is, 2 the run could not be done, 3 nothing was checked.",
)

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATHS",
        help="Claims files or folders [default: claims/]; - reads standard input.",
        show_default=False,
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="The day of the run, for waivers [default: SOURCE_DATE_EPOCH, else today].",
        show_default=False,
    ),
]
Steps = Annotated[int, typer.Option(min=1, help="How many steps the solver may take on one question.")]


@app.command()
def verify(  # noqa: PLR0913 - options
    paths: Paths = None,
    *,
    output_format: Annotated[
        OutputFormat, typer.Option(help="How to show the report; auto: table on a terminal, else concise.")
    ] = OutputFormat.auto,  # type: ignore[attr-defined]
    color: Annotated[Color, typer.Option(help="When to colour.")] = Color.AUTO,
    strict: Annotated[
        bool, typer.Option("--strict", help="Count UNKNOWN as an error (always so where CI is set).")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even when something is wrong.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what is wrong.")] = False,
    today: Today = None,
    budget: Steps = STEPS,
) -> None:
    """Check claims files: every claim alone, and all of them together."""
    options = Options(Budget(budget), _day(today), strict or os.environ.get("CI", "").lower() in ("1", "true", "yes"))
    articles = _articles(paths)
    report = Report(tuple(check(article, options) for article in articles), options.today)
    form, style = _format(output_format), replace(_style(color), quiet=quiet)
    told = render(report, form, style)
    if told:
        typer.echo(told, color=True if style.color else None)
    if not report.claims:
        _say("nothing was checked: the claims files hold no claims")
        raise typer.Exit(Exit.NOTHING)
    raise typer.Exit(Exit.OK if report.ok or exit_zero else Exit.FOUND)


@app.command(name="why")
def why_command(
    claim: Annotated[str, typer.Argument(help="The id of a claim.", show_default=False)],
    paths: Paths = None,
    *,
    today: Today = None,
    budget: Steps = STEPS,
) -> None:
    """The derivation of one verdict, from the printed number on."""
    options = Options(Budget(budget), _day(today))
    articles = _articles(paths)
    owners = [article for article in articles if claim in article.setting.claims]
    if not owners:
        known = [name for article in articles for name in article.setting.claims]
        _refuse(f"no claim {claim!r}{_near(claim, known)}")
    for article in owners:
        for line in why(article, claim, options):
            typer.echo(visible(line))


@app.command()
def kind(name: Annotated[str | None, typer.Argument(help="A claim kind.", show_default=False)] = None) -> None:
    """The manual page of a claim kind; without a name, the list of them."""
    if name is None:
        for each, claim in KINDS.items():
            typer.echo(f"{each:12} {(getdoc(claim) or '').splitlines()[0]}")
        return
    if name not in KINDS:
        _refuse(f"no claim kind {name!r}; there is {', '.join(KINDS)}{_near(name, list(KINDS))}")
    claim = KINDS[name]
    typer.echo(f"{name}\n{'=' * len(name)}\n\n{getdoc(claim)}\n\nExamples:\n")
    for example in claim.EXAMPLES:
        typer.echo(f"  {'conflict' if example.conflict else 'pass    '}  {example.sentence}")


@app.command()
def rule(name: Annotated[str | None, typer.Argument(help="A rule.", show_default=False)] = None) -> None:
    """The manual page of a rule; without a name, the list of them."""
    if name is None:
        for each in RULES.values():
            typer.echo(f"{each.name:20} {each.severity:8} {each.summary}")
        return
    if name not in RULES:
        _refuse(f"no rule {name!r}; there is {', '.join(RULES)}{_near(name, list(RULES))}")
    page = RULES[name]
    typer.echo(f"{page.name} ({page.severity})\n\n{page.summary}\n\nWhy it matters: {page.why}\n")
    typer.echo(f"Example: {page.example}\n\nWhat to do: {page.remedy}")


@app.command(name="schema")
def schema_command() -> None:
    """The JSON Schema of claims files, for editors."""
    typer.echo(dumps(schema(), indent=2, ensure_ascii=False))


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"factcheck {version('factcheck-claims')}")
        raise typer.Exit


@app.callback()
def callback(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Check the numbers of an article against each other, exactly."""


def main() -> None:
    """Run the command; the entry point of `factcheck`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # where a character is lacking, the others still come through
    app(prog_name="factcheck")


def _articles(paths: list[Path] | None) -> list[Article]:
    """Every claims file below the paths, read; all unreadable ones are told before the run ends with exit 2."""
    wrong: list[ClaimFileError] = []
    files: dict[Path, None] = {}
    for path in paths or DEFAULT_PATHS:
        with _kept(wrong):
            files.update(dict.fromkeys(find([path])))
    articles: list[Article] = []
    for file in files:
        with _kept(wrong):
            articles.append(_standard_input() if str(file) == "-" else load(file))
    for error in wrong:
        _say(str(error))
    if wrong:
        raise typer.Exit(Exit.UNUSABLE)
    if not articles:
        _say(f"nothing was checked: no claims files in {', '.join(map(str, paths or DEFAULT_PATHS))}")
        raise typer.Exit(Exit.NOTHING)
    return articles


def _standard_input() -> Article:
    """The claims file that comes in by standard input."""
    return loads(sys.stdin.buffer.read(LARGEST + 1), "<standard input>")


@contextmanager
def _kept(wrong: list[ClaimFileError]) -> Iterator[None]:
    """Keep what is wrong with the input, to be told with the rest."""
    try:
        yield
    except ClaimFileError as error:
        wrong.append(error)


def _day(given: str | None) -> date:
    """The day of the run: the option, SOURCE_DATE_EPOCH, or today."""
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            _refuse(f"--today: {given!r} is no day such as 2026-01-31")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(tz=UTC).astimezone().date()
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) <= 11):
        _refuse(f"SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date()


def _format(asked: OutputFormat) -> str:
    if asked.value != "auto":
        return str(asked.value)
    return "table" if sys.stdout.isatty() else "concise"


def _style(color: Color) -> Style:
    """Colour as asked; on auto a terminal without NO_COLOR, or FORCE_COLOR, has it."""
    wanted = color is Color.ALWAYS
    if color is Color.AUTO:
        forced, never = os.environ.get("FORCE_COLOR"), os.environ.get("NO_COLOR")
        wanted = bool(forced) or (not never and sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
    width = shutil.get_terminal_size((100, 24)).columns
    return Style(width=max(width, 40), color=wanted)


def _near(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _say(message: str) -> None:
    for line in f"factcheck: {message}".split("\n"):
        typer.echo(visible(line), err=True)


def _refuse(message: str) -> NoReturn:
    """End the run with exit 2 and a message."""
    _say(message)
    raise typer.Exit(Exit.UNUSABLE)
