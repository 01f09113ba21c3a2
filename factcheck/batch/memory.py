"""One file: its report from the cache, or made afresh and put into the cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel

from factcheck.cache import folder, ledger
from factcheck.cache.circumstances import program
from factcheck.check import Options
from factcheck.finding import ArticleReport
from factcheck.stored import bare, restored, stored

MOST = 200_000  # reports of a sort that are kept

Looks = tuple[tuple[str, str, str], ...]


class RefusedError(ValueError):
    """A file that no report can be made of; the message says what is wrong with it."""


class Making(Protocol):
    """How a report is made of a file: with these options, and remembered among reports of this sort, or not at all."""

    @property
    def options(self) -> Options: ...  # noqa: D102 - as above

    @property
    def remember(self) -> bool: ...  # noqa: D102

    @property
    def sort(self) -> str: ...  # noqa: D102

    def asked(self) -> tuple[str, ...]:
        """What the report depends on besides files, options and the day, as texts."""

    def made(self, file: Path) -> tuple[ArticleReport, bool]:
        """The report, and whether it depends on the day; RefusedError where the file cannot be used."""


class Unusable(NamedTuple):
    """A file that cannot be used, and what is wrong with it, in words."""

    words: str


class Outcome(NamedTuple):
    """What became of a file: its report, as data where it was made in another process, or what is wrong.

    `looks` is what was looked at; `is_sound` is false where that cannot be looked at again.
    """

    report: Any = None
    wrong: str = ""
    looks: Looks = ()
    is_sound: bool = True

    def told(self) -> ArticleReport | Unusable:
        """The report, or what is wrong; what was looked at goes into the ledger of the run."""
        _note(self.looks)
        if not self.is_sound:
            ledger.spoil()
        if self.wrong:
            return Unusable(self.wrong)
        return self.report if isinstance(self.report, ArticleReport) else restored(self.report)


@dataclass(frozen=True, slots=True)
class Memory:
    """Reports that are made in one way, and those of them that are remembered.

    `key` is what such a report depends on besides files and the day, as a digest; empty where nothing is remembered.
    """

    making: Making
    key: str

    @classmethod
    def of(cls, making: Making) -> Memory:
        """The memory of reports that are made so."""
        if not making.remember:
            return cls(making, "")
        try:
            parts = (program(), exact(replace(making.options, today=None)), str(Path.cwd()), *making.asked())
        except OSError:
            return cls(making, "")
        return cls(making, sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest())

    def recalled(self, file: Path) -> ArticleReport | None:
        """The report that was made of a file before, where all is as it was."""
        entry = folder.load(self.making.sort, _name(file)) if self.key else None
        try:
            if entry is None or entry["key"] != self.key or entry["day"] not in (None, str(self.making.options.today)):
                return None
            looks = tuple((sort, path, found) for sort, path, found in entry["looks"])
            if any(ledger.now(sort, path) != found for sort, path, found in looks):
                return None
            report = restored(entry["report"])
        except (KeyError, TypeError, ValueError):
            return None
        _note(looks)
        return report

    def outcome(self, file: Path, *, as_data: bool = False) -> Outcome:
        """What becomes of a file when its report is made; it is put into the cache, where reports are remembered."""
        report, data, wrong, day = None, None, "", None
        with ledger.Ledger() as book:
            try:
                made, by_day = self.making.made(file)
                report, day = bare(made), str(self.making.options.today) if by_day else None
                data = stored(report) if self.key or as_data else None
            except RefusedError as error:
                wrong = str(error)
        looks = tuple((sort, path, found) for (sort, path), found in book.looks.items())
        if not wrong and self.key and book.is_sound:
            entry = {"key": self.key, "day": day, "looks": looks, "report": data}
            folder.save(self.making.sort, _name(file), entry)
        return Outcome(data if as_data else report, wrong, looks, book.is_sound)

    def thin(self) -> None:
        """Forget the oldest reports where there are too many."""
        if self.key:
            folder.thin(self.making.sort, MOST)


def _note(looks: Looks) -> None:
    for sort, path, found in looks:
        ledger.look(sort, path, found)


def _name(file: Path) -> str:
    return sha256(str(file).encode("utf-8", "surrogateescape")).hexdigest()


def exact(value: Any) -> str:
    """A text that is the same for equal values only; what `repr` shows may be less."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {exact(one)}' for name, one in sorted(value.items()))}}}"
    if isinstance(value, BaseModel):
        return type(value).__name__ + exact({name: getattr(value, name) for name in type(value).model_fields})
    if is_dataclass(value):
        return type(value).__name__ + exact({each.name: getattr(value, each.name) for each in fields(value)})
    return repr(value)
