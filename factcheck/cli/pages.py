"""`factcheck kind`, `factcheck rule`, `factcheck slip` and `factcheck schema`: the manual pages."""

from __future__ import annotations

from inspect import getdoc
from json import dumps
from typing import Annotated

import typer

from factcheck.claimfile import schema
from factcheck.cli.common import near, refuse
from factcheck.cli.root import app
from factcheck.kinds import KINDS
from factcheck.rules import RULES
from factcheck.slip import Slip
from factcheck.slips import SLIPS


@app.command()
def kind(name: Annotated[str | None, typer.Argument(help="A claim kind.", show_default=False)] = None) -> None:
    """The manual page of a claim kind; without a name, the list of them."""
    if name is None:
        for each, claim in KINDS.items():
            typer.echo(f"{each:12} {(getdoc(claim) or '').splitlines()[0]}")
        return
    if name not in KINDS:
        refuse(f"no claim kind {name!r}; there is {', '.join(KINDS)}{near(name, list(KINDS))}")
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
        refuse(f"no rule {name!r}; there is {', '.join(RULES)}{near(name, list(RULES))}")
    page = RULES[name]
    typer.echo(f"{page.name} ({page.severity})\n\n{page.summary}\n\nWhy it matters: {page.why}\n")
    typer.echo(f"Example: {page.example}\n\nWhat to do: {page.remedy}")


@app.command(name="slip")
def slip_command(name: Annotated[str | None, typer.Argument(help="A slip.", show_default=False)] = None) -> None:
    """The manual page of a slip; without a name, the list of them."""
    if name is None:
        for each, module in SLIPS.items():
            typer.echo(f"{each:28} {slip_line(module)}")
        return
    if name not in SLIPS:
        refuse(f"no slip {name!r}; there is {', '.join(SLIPS)}{near(name, list(SLIPS))}")
    typer.echo(f"{name}\n{'=' * len(name)}\n\n{getdoc(SLIPS[name])}\n\nExamples:\n")
    for example in SLIPS[name].EXAMPLES:
        typer.echo(f"  {'offered    ' if example.offered else 'not offered'}  {example.sentence}")


def slip_line(module: Slip) -> str:
    """What a slip is, in a line."""
    return (getdoc(module) or "").partition("\n")[0].partition(": ")[2]


@app.command(name="schema")
def schema_command() -> None:
    """The JSON Schema of claims files, for editors."""
    typer.echo(dumps(schema(), indent=2, ensure_ascii=False))
