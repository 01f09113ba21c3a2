"""`factcheck init`."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from factcheck.claimfile import ClaimFileError, find
from factcheck.cli.common import refuse, say
from factcheck.cli.files import write_new
from factcheck.cli.root import app
from factcheck.settings import SettingsError, nearest
from factcheck.starter import CLAIMS, SCHEMA, SETTINGS, Gate, example, schema_text, settings_text

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="Where to begin [default: the working folder].", show_default=False)
]
Gates = Annotated[
    list[Gate] | None,
    typer.Option("--gate", help="Write the file by which this runs factcheck, too; may be repeated."),
]


@app.command(short_help="Begin: a folder of claims, and gates that check them.")
def init(folder: Folder = Path(), *, gate: Gates = None) -> None:
    """Begin: a folder of claims with an example that passes, settings, a schema for editors, and gates.

    What is there already is left as it is.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        refuse(f"{folder}: there is a file of that name; name a folder")
    gates = tuple(dict.fromkeys(gate or ()))
    wanted = _claims(folder) | _settings(folder) | {folder / each.path: each.text for each in gates}
    kept = [path for path in wanted if os.path.lexists(path)]
    new = {path: text for path, text in wanted.items() if path not in kept}
    write_new(new)
    for path in new:
        say(f"wrote {path}")
    for path in kept:
        _tell_kept(path, wanted[path], folder)
    there = "" if folder == Path() else f"cd {quote(str(folder))} && "
    say(f"now try: {there}factcheck verify")


def _claims(folder: Path) -> dict[Path, str]:
    """The schema, and the example where there are no claims yet."""
    claims = folder / CLAIMS
    schema = {claims / SCHEMA: schema_text()}
    files = {folder / path: text for path, text in example().items()}
    try:
        held = find([claims]) if os.path.lexists(claims) else ()
    except ClaimFileError as error:
        refuse(str(error))
    if held and not any(path in files for path in held):
        say(f"kept {claims} as it is, for it holds claims: there is no need of an example")
        return schema
    return files | schema


def _settings(folder: Path) -> dict[Path, str]:
    """The file of settings, unless another one holds for the folder, which it would take the place of."""
    try:
        file = nearest(folder.absolute()).file
    except SettingsError as error:
        refuse(str(error))
    own = folder / SETTINGS
    if not file or own.exists():
        return {own: settings_text()}
    say(f"kept the settings of {file}, which hold here")
    return {}


def _tell_kept(path: Path, text: str, folder: Path) -> None:
    """Say that a file was left alone, and what it lacks: a schema of today, or a gate, which is printed."""
    try:
        held = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        held = ""
    gate = next((each for each in Gate if path == folder / each.path), None)
    if gate is not None and "factcheck" not in held:
        say(f"kept {path}, which does not name factcheck; add this to it:")
        typer.echo(text, nl=False)
    elif path.name == SCHEMA and held != text:
        say(f"kept {path}, which is not the schema of this version: factcheck schema > {quote(str(path))} renews it")
    else:
        say(f"kept {path}, which was there already")
