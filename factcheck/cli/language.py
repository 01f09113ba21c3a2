"""The language that an article is read in: that of the option, or else its own, or else that of the settings."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.article import Document
from factcheck.cli.common import refuse
from factcheck.settings import Settings
from factcheck.text import DEFAULT, language_of

Language = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The language of the article [default: the one it says it is in, else that of the settings, else en].",
        show_default=False,
    ),
]


def named(option: str) -> str:
    """The language that the option names; one that cannot be read ends the run with exit 2."""
    try:
        return language_of(option)
    except ValueError as error:
        refuse(f"--language: {error}")


def language_for(document: Document, option: str | None, settings: Settings) -> str:
    """The name of the language; one that cannot be read ends the run with exit 2."""
    if option:
        return named(option)
    try:
        return language_of(document.language or settings.language or DEFAULT)
    except ValueError as error:
        refuse(f"{document.file}: {error}; name the one to read it in with --language")
