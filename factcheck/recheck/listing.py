"""What is told of a certificate, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.recheck.reading import LARGEST, UnreadableError, load
from factcheck.recheck.verdicts import Result, recheck

PROVED, UNPROVED, UNREADABLE, NOTHING = 0, 1, 2, 3


def opened(path: Path) -> dict[str, Any]:
    """The certificate in a file; UnreadableError, with the path, where there is none."""
    try:
        with path.open("rb") as file:
            return load(file.read(LARGEST + 1))
    except OSError as error:
        raise UnreadableError(f"{path}: it cannot be read: {error.strerror or error}") from None
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error}") from None


def told(path: Path, certificate: Mapping[str, Any]) -> tuple[int, list[str]]:
    """The exit code for a certificate, and what to tell of it."""
    results = list(recheck(certificate))
    unproved = sum(len(result.unproved) for result in results)
    components = sum(len(article["components"]) for article in certificate["articles"])
    if unproved:
        word = f"NOT PROVED: {unproved:,} of {_count(components, 'component', 'components')}"
    else:
        word = "proved" if components else "there is nothing to prove in it"
    lines = [f"{path}: {word}", *(line for result in results for line in _lines(result))]
    return UNPROVED if unproved else PROVED if components else NOTHING, lines


def worst(codes: Iterable[int]) -> int:
    """One exit code for all files."""
    return max(codes, key=(PROVED, NOTHING, UNPROVED, UNREADABLE).index, default=NOTHING)


def _lines(result: Result) -> Iterator[str]:
    told = (_count(result.holding, "witness", "witnesses"), _count(result.conflicts, "conflict", "conflicts"))
    yield f"  {result.article}: {', '.join(told)}, {result.unknown:,} unknown"
    yield from (f"    not proved: {reason}" for reason in result.unproved)


def _count(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"


def seen(line: str) -> str:
    """A line, with what a terminal would obey or hide written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in line)
