"""Known findings: those that a baseline lists fail no run, new ones do, and what occurs no more is told."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, ValidationError

from factcheck import rules
from factcheck.cache import ledger
from factcheck.claimfile.problem import FileError, Problem
from factcheck.claimfile.reading import content, source
from factcheck.finding import ArticleReport, Finding, Place, Report, Severity, in_order
from factcheck.mistake import Location, mistakes_in
from factcheck.model import Model, WholeNumber, shown
from factcheck.report import dumped

VERSION = 1
"""Raised when an older factcheck could not read the file any more."""


class BaselineError(FileError):
    """A baseline that cannot be used."""


class Entry(NamedTuple):
    """A finding as a baseline knows it again, wherever its lines move to; the file is named from the baseline's folder."""

    file: str
    rule: str
    claims: tuple[str, ...]
    says: str

    @property
    def words(self) -> str:
        """What was found, in words."""
        claims = f" on {', '.join(self.claims)}" if self.claims else ""
        return f"{self.rule}{claims}: {self.says}"


class _Listed(Model):
    """An entry as it is written."""

    file: Annotated[str, Field(min_length=1)]
    rule: Annotated[str, Field(min_length=1)]
    claims: tuple[str, ...]
    says: str
    count: Annotated[WholeNumber, Field(ge=1)] = 1


class _Written(Model):
    """A baseline as it is written."""

    baseline_version: Literal["1"]
    findings: tuple[_Listed, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is known, and where the file lists it; `path` is that of the file."""

    path: Path
    entries: Mapping[Entry, int] = field(default_factory=dict)
    places: Mapping[Entry, Place] = field(default_factory=dict)

    def watching(self, report: Report) -> Report:
        """The report, with what is listed for its files, or for files that are gone, and occurs no more."""
        found = Counter(entry for article in report.articles for entry, _ in self._entries(article))
        stale = [entry for entry, count in self.entries.items() if found[entry] < count]
        articles = []
        for article in report.articles:
            own = [self._unused(entry, found[entry]) for entry in stale if entry.file == self._file(article)]
            told = in_order([*article.findings, *own], [result.id for result in article.claims])
            articles.append(replace(article, findings=tuple(told) if own else article.findings))
        checked = {self._file(article) for article in report.articles}
        lost = dict.fromkeys(entry.file for entry in stale if entry.file not in checked and not self._is_there(entry))
        for file in lost:
            own = [self._unused(entry, 0) for entry in stale if entry.file == file]
            articles.append(ArticleReport(str(self._from_here(file)), (), tuple(own)))
        return replace(report, articles=tuple(articles))

    def setting_aside(self, report: Report) -> Report:
        """The report with its errors and warnings that are listed told as known ones; of several like ones the first."""
        left = Counter(self.entries)
        return replace(report, articles=tuple(self._set_aside(article, left) for article in report.articles))

    def renewed(self, report: Report) -> Baseline:
        """The baseline that knows every error and warning of the report.

        What it knows of files that are not in the report stays, as long as they are there.
        """
        checked = {self._file(article) for article in report.articles}
        found = Counter({e: n for e, n in self.entries.items() if e.file not in checked and self._is_there(e)})
        found.update(
            entry
            for article in report.articles
            for entry, finding in self._entries(article)
            if finding.severity is not Severity.NOTE
        )
        return Baseline(self.path, {entry: found[entry] for entry in sorted(found, key=lambda entry: entry.file)})

    def __str__(self) -> str:
        """As the file has it."""
        listed = [
            {**entry._asdict(), "claims": list(entry.claims), **({"count": count} if count > 1 else {})}
            for entry, count in self.entries.items()
        ]
        return dumped({"baseline_version": VERSION, "findings": listed}) + "\n"

    def _set_aside(self, article: ArticleReport, left: Counter[Entry]) -> ArticleReport:
        known: list[Finding] = []
        told: list[Finding] = []
        for entry, finding in self._entries(article):
            is_known = left[entry] > 0 and finding.severity is not Severity.NOTE
            left[entry] -= is_known
            (known if is_known else told).append(finding)
        return replace(article, findings=tuple(told), known=tuple(known))

    def _entries(self, article: ArticleReport) -> Iterator[tuple[Entry, Finding]]:
        """The findings of an article as the baseline would list them."""
        file = self._file(article)
        return ((Entry(file, one.rule.name, one.claims, one.said), one) for one in article.findings)

    def _file(self, article: ArticleReport) -> str:
        """The name of an article's claims file, from the folder of the baseline."""
        return Path(os.path.relpath(article.name, self.path.parent)).as_posix()

    def _from_here(self, file: str) -> Path:
        """A file of the baseline, from the working folder."""
        return Path(os.path.normpath(self.path.parent / file))

    def _is_there(self, entry: Entry) -> bool:
        path = self._from_here(entry.file)
        return ledger.exists(path, path.exists())

    def _unused(self, entry: Entry, left: int) -> Finding:
        """That fewer findings than are listed occur."""
        count, rule = self.entries[entry], rules.UNUSED_BASELINE
        what = "a finding that occurs no more" if count == 1 else f"{count:,} findings, of which {left:,} occur"
        message = f"The baseline lists {what}: {entry.words}"
        place = self.places.get(entry, Place(str(self.path)))
        return Finding(rule, message, (), place, remedy=rule.remedy, severity=rule.severity)


def load(path: Path) -> Baseline:
    """The baseline in a file; BaselineError with everything that is wrong with it."""
    read = source(content(path, BaselineError), str(path), "json", BaselineError)
    data, problems = read.builder.value, read.builder.problems
    if not isinstance(data, dict):
        what = "the file is empty" if data is None else f"{shown(data)} where a baseline was expected"
        problem = Problem(*read.builder.root.at, what, "write it again with --update-baseline")
        raise BaselineError(read.name, [*problems, problem], read.lines)
    try:
        written = _Written.model_validate(data)
    except ValidationError as error:
        problems += read.problems(mistakes_in(error, data, _fields))
        written = _Written(baseline_version="1", findings=())
    if problems:
        raise BaselineError(read.name, problems, read.lines)
    return Baseline(path, *_counted(written.findings, read.builder.root.find(("findings",)).inside, read.name))


def _counted(
    findings: Iterable[_Listed], nodes: Mapping[str | int, Any], name: str
) -> tuple[Mapping[Entry, int], Mapping[Entry, Place]]:
    """How often each entry is listed, and where first."""
    counts, places = Counter[Entry](), dict[Entry, Place]()
    for index, listed in enumerate(findings):
        entry = Entry(listed.file, listed.rule, listed.claims, listed.says)
        counts[entry] += listed.count
        places.setdefault(entry, Place(name, *nodes[index].at))
    return counts, places


def _fields(location: Location) -> tuple[str, ...]:
    """The fields beside the last step of a way."""
    return tuple((_Listed if len(location) > 1 else _Written).model_fields)
