"""The command itself: its name, its version, and what every command shares on the screen."""

from __future__ import annotations

from importlib.metadata import version as version_of
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

ORDER = ("init", "verify", "scan", "draft", "why", "bounds", "guards", "recheck", "kind", "rule", "slip", "schema")


class InOrder(TyperGroup):
    """The commands, the most used first; one that ORDER does not know comes last."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, as the help lists them."""
        return sorted(super().list_commands(ctx), key=lambda name: (*ORDER, name).index(name))


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
