"""Settings on the command line: its options are a layer above the environment and the configuration file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from factcheck.cli.common import Exit, refuse, say
from factcheck.cli.completion import among
from factcheck.mistake import Location
from factcheck.rules import RULES
from factcheck.settings import (
    NAMES,
    Chosen,
    MistakesError,
    SettingsError,
    configuration,
    environment,
    layer,
    nearest,
    told,
)
from factcheck.visible import visible

Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="The configuration file [default: the nearest factcheck.toml, or pyproject.toml with a table "
        "tool.factcheck, in the working folder or above it].",
        show_default=False,
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
ShowSettings = Annotated[
    bool, typer.Option("--show-settings", help="Show every setting and where it comes from, and check nothing.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Tell these rules only; may be repeated.",
        show_default=False,
        autocompletion=among(RULES),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Do not tell these rules; may be repeated.",
        show_default=False,
        autocompletion=among(RULES),
    ),
]


class Sources(NamedTuple):
    """Where settings come from besides the environment, and whether they are to be shown."""

    config: Path | None = None
    isolated: bool = False
    show: bool = False


def chosen(sources: Sources, options: Mapping[str, Any]) -> Chosen:
    """The settings of a run; `options` are those of the command line by name, None where one is not given.

    The run ends with exit 2 where they cannot be used, and with 0 where they only are to be shown.
    """
    given = {name: value for name, value in options.items() if name in NAMES and value is not None}
    origins = {way: f"--{name}" for name, value in given.items() for way in _ways(name, value)}
    try:
        settings = _configured(sources).under(environment(os.environ)).under(layer(given, origins))
    except SettingsError as error:
        refuse(str(error))
    except MistakesError as error:
        for mistake in error.mistakes:
            say(f"--{mistake.location[0]}: {mistake.words}")
        raise typer.Exit(Exit.UNUSABLE) from None
    if sources.show:
        for line in told(settings):
            typer.echo(visible(line))
        raise typer.Exit(Exit.OK)
    return settings


def _ways(name: str, value: Any) -> list[Location]:
    """The ways to a setting and to each item of it."""
    return [(name,), *((name, index) for index in range(len(value) if isinstance(value, list) else 0))]


def _configured(sources: Sources) -> Chosen:
    if sources.config is not None and sources.isolated:
        refuse("--config with --isolated: choose one")
    if sources.isolated:
        return Chosen()
    return nearest(Path.cwd()) if sources.config is None else configuration(sources.config)
