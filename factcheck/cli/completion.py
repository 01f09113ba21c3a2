"""What a shell is offered to complete a word with, where Typer does not know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.claimfile import ClaimFileError, find, load
from factcheck.cli.common import DEFAULT_PATHS


def among(known: Iterable[str]) -> Callable[[str], list[str]]:
    """What completes a word to one of the names that there are."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in known if name.startswith(incomplete)]

    return complete


def claim_ids(incomplete: str) -> list[str]:
    """The ids of claims in the folder of claims; none where a file cannot be read, for a shell has no place to say so."""
    try:
        articles = [load(file, with_data=False) for file in find(DEFAULT_PATHS)]
    except ClaimFileError:
        return []
    return among(dict.fromkeys(name for article in articles for name in article.setting.claims))(incomplete)
