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


def language_for(document: Document, option: str | None, settings: Settings) -> str:
    """The name of the language; one that cannot be read ends the run with exit 2."""
    try:
        return language_of(option or document.language or settings.language or DEFAULT)
    except ValueError as error:
        where = "--language" if option else document.file
        refuse(f"{where}: {error}{'' if option else '; name the one to read it in with --language'}")
