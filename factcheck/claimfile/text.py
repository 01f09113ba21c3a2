"""The text of the article that a claims file names."""

from __future__ import annotations

from dataclasses import replace
from os.path import normpath
from pathlib import Path

from factcheck.article import ArticleError, Document, read
from factcheck.text import language_of


def text_of(article: str, folder: Path) -> Document:
    """The document at a path that starts from the folder of the claims file.

    ArticleError where it cannot be read, or lies neither below that folder nor below the one the run was started in: a
    claims file from elsewhere must not make a report quote just any file of the machine.
    """
    path = folder / article
    if not _is_inside(path, folder):
        raise ArticleError(
            "the article lies neither below the folder of the claims file nor below the working folder",
            "keep it beside the claims file, or run factcheck from a folder that holds both",
            file=normpath(path),
        )
    return replace(read(path), file=normpath(path))


def spoken(document: Document | None) -> dict[str, str]:
    """The `language` that the document says it is in, for a claims file that names none; nothing where it says none.

    ValueError where that language cannot be read.
    """
    return {"language": language_of(document.language)} if document is not None and document.language else {}


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        target = path.resolve()
    except (OSError, RuntimeError, ValueError):
        return True  # no path at all: reading it says so
    return any(target.is_relative_to(root.resolve()) for root in (folder, Path.cwd()))
