"""`factcheck kind`, `factcheck rule`, `factcheck slip` and `factcheck schema`: the manual pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from inspect import getdoc
from typing import Annotated, TypeGuard

import typer

from factcheck.cli.common import near, refuse
from factcheck.cli.completion import among
from factcheck.cli.root import app
from factcheck.kinds import KINDS
from factcheck.rules import RULES
from factcheck.slip import Slip
from factcheck.slips import SLIPS
from factcheck.starter import schema_text

KindName = Annotated[str | None, typer.Argument(help="A claim kind.", show_default=False, autocompletion=among(KINDS))]
RuleName = Annotated[str | None, typer.Argument(help="A rule.", show_default=False, autocompletion=among(RULES))]


@app.command(short_help="The manual page of a claim kind.")
def kind(name: KindName = None) -> None:
    """The manual page of a claim kind; without a name, the list of them."""
    lines = {each: (getdoc(claim) or "").splitlines()[0] for each, claim in KINDS.items()}
    if _is_page(name, "claim kind", lines):
        examples = (("conflict" if one.conflict else "pass", one.sentence) for one in KINDS[name].EXAMPLES)
        _print_page(name, getdoc(KINDS[name]), examples)


@app.command(short_help="The manual page of a rule.")
def rule(name: RuleName = None) -> None:
    """The manual page of a rule; without a name, the list of them."""
    lines = {each: f"{one.severity:8} {one.summary}" for each, one in RULES.items()}
    if _is_page(name, "rule", lines):
        page = RULES[name]
        typer.echo(f"{page.name} ({page.severity})\n\n{page.summary}\n\nWhy it matters: {page.why}\n")
        typer.echo(f"Example: {page.example}\n\nWhat to do: {page.remedy}")


@app.command(name="slip", short_help="The manual page of a slip.")
def slip_command(name: Annotated[str | None, typer.Argument(help="A slip.", show_default=False)] = None) -> None:
    """The manual page of a slip; without a name, the list of them."""
    lines = {each: slip_line(module) for each, module in SLIPS.items()}
    if _is_page(name, "slip", lines):
        examples = (("offered" if one.offered else "not offered", one.sentence) for one in SLIPS[name].EXAMPLES)
        _print_page(name, getdoc(SLIPS[name]), examples)


def _is_page(name: str | None, noun: str, lines: Mapping[str, str]) -> TypeGuard[str]:
    """Whether a page of that name is asked for; prints the list where none is, exits with 2 where there is none."""
    if name is None:
        width = max(map(len, lines))
        for each, line in lines.items():
            typer.echo(f"{each:{width}} {line}")
        return False
    if name not in lines:
        refuse(f"no {noun} {name!r}; there is {', '.join(lines)}{near(name, list(lines))}")
    return True


def _print_page(name: str, text: str | None, examples: Iterable[tuple[str, str]]) -> None:
    """A heading, what the page says, and its examples, each with what becomes of it."""
    typer.echo(f"{name}\n{'=' * len(name)}\n\n{text}\n\nExamples:\n")
    told = list(examples)
    width = max(len(word) for word, _ in told)
    for word, sentence in told:
        typer.echo(f"  {word:{width}}  {sentence}")


def slip_line(module: Slip) -> str:
    """What a slip is, in a line."""
    return (getdoc(module) or "").partition("\n")[0].partition(": ")[2]


@app.command(name="schema")
def schema_command() -> None:
    """The JSON Schema of claims files, for editors."""
    typer.echo(schema_text(), nl=False)
