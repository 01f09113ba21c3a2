"""The command itself: its name, its version, and what every command shares on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import version as version_of
from itertools import pairwise
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factcheck.cli.common import refuse
from factcheck.report import COPIES

COMMANDS = {  # the most used first: the module of this folder that each is in
    "init": "init",
    "verify": "verify",
    "scan": "scan",
    "draft": "draft",
    "match": "match",
    "why": "why",
    "bounds": "bounds",
    "guards": "guards",
    "recheck": "recheck",
    "kind": "pages",
    "rule": "pages",
    "slip": "pages",
    "schema": "pages",
}


class InOrder(TyperGroup):
    """The commands, each loaded when it is asked for: none needs all that the others do."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, as the help lists them."""
        self._load(COMMANDS)
        return sorted(super().list_commands(ctx), key=list(COMMANDS).index)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name; where there is none, all are loaded, for one of them may have been meant."""
        self._load([cmd_name] if cmd_name in COMMANDS else COMMANDS)
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words that were typed; exit 2 where a format is asked for that is a file of its own, and no text."""
        for word, following in pairwise([*args, ""]):
            option, _, form = f"{word}={following}".partition("=")
            form = form.partition("=")[0]
            if option == "--output-format" and form in COPIES:
                refuse(
                    f"--output-format {form}: that is a file, and nothing to show; write it with --report {form}=FILE"
                )
        found: list[str] = super().parse_args(ctx, args)
        return found

    def _load(self, names: Iterable[str]) -> None:
        lacking = {COMMANDS[name] for name in names if name not in self.commands}
        for module in lacking:
            import_module(f"factcheck.cli.{module}")
        if lacking:
            made: Any = typer.main.get_command(app)
            self.commands.update(made.commands)


app = typer.Typer(
    name="factcheck",
    cls=InOrder,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Check the numbers of an article against each other, exactly.",
    epilog="Exit codes: 0 nothing wrong, 1 something is, 2 the run could not be done, 3 nothing was checked.",
)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"factcheck {version_of('factcheck-claims')}")
        raise typer.Exit


@app.callback()
def callback(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Check the numbers of an article against each other, exactly."""
