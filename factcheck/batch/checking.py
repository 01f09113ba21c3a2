"""One claims file: its report from the cache, or found by checking and put into the cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields, is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from factcheck.cache import folder, ledger
from factcheck.cache.circumstances import program
from factcheck.check import Options, check
from factcheck.claimfile import ClaimFileError, load
from factcheck.dataclass import dataclass
from factcheck.finding import ArticleReport
from factcheck.stored import bare, restored, stored

SORT = "articles"
MOST = 200_000  # articles that are kept

Looks = tuple[tuple[str, str, str], ...]


class Unusable(NamedTuple):
    """A claims file that cannot be used, and what is wrong with it, in words."""

    words: str


class Outcome(NamedTuple):
    """What became of a claims file: its report, as data where it was made in another process, or what is wrong.

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
class Checking:
    """How claims files are checked: the options, fields that hold where a file does not say, and whether to remember.

    `allowed` are folders from which data may be read, besides that of the claims file, and `servers` connections to
    PostgreSQL that may be used.
    """

    options: Options
    defaults: Mapping[str, Any] = field(default_factory=dict)
    allowed: tuple[Path, ...] = ()
    servers: tuple[str, ...] = ()
    remember: bool = True

    def key(self) -> str:
        """What a report depends on besides files and the day, as a digest; empty where nothing is to be remembered."""
        if not self.remember:
            return ""
        try:
            asked = (_exact(replace(self.options, today=None)), _exact(self.defaults))
            parts = (program(), *asked, str(Path.cwd()), *map(str, self.allowed), *self.servers)
        except OSError:
            return ""
        return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

    def remembered(self, file: Path, key: str) -> ArticleReport | None:
        """The report that was made of a claims file before, where all is as it was."""
        entry = folder.load(SORT, _name(file)) if key else None
        try:
            if entry is None or entry["key"] != key or entry["day"] not in (None, str(self.options.today)):
                return None
            looks = tuple((sort, path, found) for sort, path, found in entry["looks"])
            if any(ledger.now(sort, path) != found for sort, path, found in looks):
                return None
            report = restored(entry["report"])
        except (KeyError, TypeError, ValueError):
            return None
        _note(looks)
        return report

    def outcome(self, file: Path, key: str, *, as_data: bool = False) -> Outcome:
        """What becomes of a claims file when it is checked; with a key, it is put into the cache."""
        report, data, wrong, day = None, None, "", None
        with ledger.Ledger() as book:
            try:
                article = load(file, self.defaults, self.allowed, self.servers)
                day = str(self.options.today) if any(claim.waive for claim in article.claims) else None
                report = bare(check(article, self.options))
                data = stored(report) if key or as_data else None
            except ClaimFileError as error:
                wrong = str(error)
        looks = tuple((sort, path, found) for (sort, path), found in book.looks.items())
        if not wrong and key and book.is_sound:
            folder.save(SORT, _name(file), {"key": key, "day": day, "looks": looks, "report": data})
        return Outcome(data if as_data else report, wrong, looks, book.is_sound)


def _note(looks: Looks) -> None:
    for sort, path, found in looks:
        ledger.look(sort, path, found)


def _name(file: Path) -> str:
    return sha256(str(file).encode("utf-8", "surrogateescape")).hexdigest()


def _exact(value: Any) -> str:
    """A text that is the same for equal values only; what `repr` shows may be less."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_exact(one)}' for name, one in sorted(value.items()))}}}"
    if isinstance(value, BaseModel):
        return type(value).__name__ + _exact({name: getattr(value, name) for name in type(value).model_fields})
    if is_dataclass(value):
        return type(value).__name__ + _exact({each.name: getattr(value, each.name) for each in fields(value)})
    return repr(value)
