"""What commands share: options, exit codes, how files come in and how a report goes out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from factcheck.cache import ledger
from factcheck.check import Article
from factcheck.claimfile import LARGEST, ClaimFileError, find, load, loads
from factcheck.finding import Report
from factcheck.report import FORMATS, Style, View, render, visible
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
AUTO = OutputFormat["auto"]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATHS",
        help="Claims files or folders [default: claims/]; - reads standard input.",
        show_default=False,
    ),
]
AllowData = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-data",
        metavar="DIR",
        help="A folder from which data may be read, besides that of the claims file; may be repeated.",
        show_default=False,
    ),
]


def _checked(connections: list[str] | None) -> list[str] | None:
    """The connections; the run ends with exit 2 where one of them is none, or has a password."""
    if connections:
        from factcheck.data.servers.connection import allowed

        for connection in connections:
            try:
                allowed(connection)
            except ValueError as error:
                raise typer.BadParameter(str(error)) from None
    return connections


AllowPostgres = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-postgres",
        metavar="CONNECTION",
        help="A PostgreSQL server that may be asked, as the claims file names it, or the name of its service; "
        "may be repeated.",
        show_default=False,
        callback=_checked,
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
Steps = Annotated[
    int | None,
    typer.Option(
        min=1, help=f"How many steps the solver may take on one question [default: {STEPS}].", show_default=False
    ),
]
Form = Annotated[
    OutputFormat,
    typer.Option(help="How to show the report; auto: table on a terminal, github in its workflows, else concise."),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=FILE",
        help="Write the report to a file as well; may be repeated.",
        show_default=False,
    ),
]
Colored = Annotated[Color, typer.Option(help="When to colour.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count UNKNOWN as an error (always so where CI is set).")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even when something is wrong.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Check afresh, and remember nothing of it.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only what is wrong.")]


def show(report: Report, form: OutputFormat, color: Color, *, quiet: bool = False, view: View = View.VERDICTS) -> None:
    """Print the report."""
    told = render(report, _format(form), replace(style_of(color), quiet=quiet, view=view))
    if told:
        put(told, color)


def put(text: str, color: Color) -> None:
    """Print a text for which colour is as asked."""
    typer.echo(text, color=True if style_of(color).color else None)
    ledger.said(f"{text}\n")


def leave(report: Report, nothing: str, *, exit_zero: bool, remember: bool) -> NoReturn:
    """End the run with the exit code of its report; `nothing` says why no claim was checked, where none was."""
    if not report.claims:
        say(f"nothing was checked: {nothing}")
        raise typer.Exit(Exit.NOTHING)
    if remember:
        ledger.end()
    raise typer.Exit(Exit.OK if report.ok or exit_zero else Exit.FOUND)


def articles_of(
    paths: list[Path] | None,
    defaults: Mapping[str, Any] | None = None,
    allowed: Sequence[Path] | None = None,
    servers: Sequence[str] | None = None,
) -> list[Article]:
    """Every claims file below the paths, read; all unreadable ones are told before the run ends with exit 2.

    `defaults` are fields that hold where a file does not say, `allowed` folders from which data may be read, and `servers`
    connections to PostgreSQL that may be used.
    """
    may: dict[str, Any] = {"defaults": defaults, "allowed": allowed or (), "servers": servers or ()}
    files, wrong = files_of(paths)
    articles: list[Article] = []
    for file in files:
        try:
            articles.append(_standard_input(may) if str(file) == "-" else load(file, **may))
        except ClaimFileError as error:
            wrong.append(str(error))
    end_where(wrong)
    return articles


def files_of(paths: list[Path] | None) -> tuple[list[Path], list[str]]:
    """Every claims file below the paths, each once, and what is wrong with paths below which none can be looked for.

    Where there are no claims files, the run ends with exit 3.
    """
    files: dict[Path, None] = {}
    wrong: list[str] = []
    for path in paths or DEFAULT_PATHS:
        try:
            files.update(dict.fromkeys(find([path])))
        except ClaimFileError as error:
            wrong.append(str(error))
    if not files and not wrong:
        say(f"nothing was checked: no claims files in {', '.join(map(str, paths or DEFAULT_PATHS))}")
        raise typer.Exit(Exit.NOTHING)
    return list(files), wrong


def end_where(wrong: Iterable[str]) -> None:
    """Tell everything that is wrong with the input, and end the run with exit 2 where there is something."""
    told = list(wrong)
    for words in told:
        _complain(words)
    if told:
        raise typer.Exit(Exit.UNUSABLE)


def _complain(words: str) -> None:
    """Tell what makes the run impossible; in a workflow of GitHub it is marked, too, as findings are."""
    say(words)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        from factcheck.report.github import refusal

        typer.echo(refusal(words), err=True)


def _standard_input(may: Mapping[str, Any]) -> Article:
    """The claims file that comes in by standard input; its paths start from the working folder."""
    ledger.spoil()
    return loads(sys.stdin.buffer.read(LARGEST + 1), "<standard input>", folder=Path(), **may)


def day(given: str | None) -> date:
    """The day of the run: the option, SOURCE_DATE_EPOCH, or today."""
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            refuse(f"--today: {given!r} is no day such as 2026-01-31")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(tz=UTC).astimezone().date()
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) <= 11):
        refuse(f"SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date()


def _format(asked: OutputFormat) -> str:
    if asked.value != "auto":
        return str(asked.value)
    if sys.stdout.isatty():
        return "table"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"


def style_of(color: Color) -> Style:
    """Colour as asked; on auto a terminal without NO_COLOR, or FORCE_COLOR, has it."""
    wanted = color is Color.ALWAYS
    if color is Color.AUTO:
        forced, never = os.environ.get("FORCE_COLOR"), os.environ.get("NO_COLOR")
        wanted = bool(forced) or (not never and sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
    width = shutil.get_terminal_size((100, 24)).columns
    return Style(width=max(width, 40), color=wanted)


def near(name: str, known: list[str]) -> str:
    """What may have been meant, as the end of a message; empty where nothing is like it."""
    close = get_close_matches(name, known, 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def say(message: str) -> None:
    """Tell something on standard error."""
    ledger.spoil()
    for line in f"factcheck: {message}".split("\n"):
        typer.echo(visible(line), err=True)


def refuse(message: str) -> NoReturn:
    """End the run with exit 2 and a message."""
    _complain(message)
    raise typer.Exit(Exit.UNUSABLE)
