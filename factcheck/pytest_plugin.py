"""The pytest plugin: every claim of a claims file is a test.

It does nothing unless a claims file is named on pytest's command line, or `--factcheck` is given: then the claims files in
folders named `claims` are collected as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factcheck.baseline import Baseline
    from factcheck.check import Article
    from factcheck.finding import ArticleReport, Finding
    from factcheck.settings import Chosen

SUFFIXES = (".json", ".toml", ".yaml", ".yml")
FOLDER = "claims"


class FindingsError(Exception):
    """What was found wrong, as the `full` format tells it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--factcheck`, and where data may be read from."""
    group = parser.getgroup("factcheck", "checking the numbers of articles")
    group.addoption(
        "--factcheck", action="store_true", help="collect the claims files in folders named claims, a test a claim"
    )
    group.addoption(
        "--factcheck-allow-data",
        metavar="DIR",
        action="append",
        default=[],
        help="a folder from which data may be read, besides that of the claims file; may be repeated",
    )
    group.addoption(
        "--factcheck-allow-postgres",
        metavar="CONNECTION",
        action="append",
        default=[],
        help="a PostgreSQL server that may be asked, as the claims file names it; may be repeated",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ClaimsFile | None:
    """A claims file that is named, or in a folder of them where that is asked for."""
    if file_path.suffix.lower() not in SUFFIXES or file_path.name.startswith("."):
        return None
    asked = parent.config.getoption("--factcheck") and _is_in_claims(file_path, parent.config.rootpath)
    return ClaimsFile.from_parent(parent, path=file_path) if asked or _is_named(file_path, parent.config) else None


def _is_in_claims(file: Path, root: Path) -> bool:
    """Whether one of the folders that it is in is called claims; those around the root of the tests apart."""
    folders = file.relative_to(root).parent if file.is_relative_to(root) else file.parent
    return FOLDER in folders.parts


def _is_named(file: Path, config: pytest.Config) -> bool:
    named = (Path(config.invocation_params.dir, str(word).partition("::")[0]) for word in config.args)
    return any(path == file or (path.exists() and path.resolve() == file.resolve()) for path in named)


class ClaimsFile(pytest.File):
    """The claims of one article, checked once, when the first of its tests runs."""

    _article: Article
    _baseline: Baseline
    _chosen: Chosen
    _report: ArticleReport | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """A test a claim, and one for what is wrong with the article as a whole."""
        from factcheck.baseline import Baseline
        from factcheck.baseline import load as baseline
        from factcheck.claimfile import load
        from factcheck.claimfile.problem import FileError
        from factcheck.settings import defaults, environment, nearest

        here = self.config.invocation_params.dir
        try:
            self._chosen = nearest(here).under(environment(os.environ))
            known = self._chosen.settings.baseline
            self._baseline = Baseline(here) if known is None else baseline(Path(known))
            path = self.path.relative_to(here) if self.path.is_relative_to(here) else self.path
            may = [self.config.getoption(f"--factcheck-allow-{what}") for what in ("data", "postgres")]
            self._article = load(path, defaults(self._chosen.settings), *may)
        except FileError as error:
            raise self.CollectError(str(error)) from None
        for claim in self._article.claims:
            yield ClaimItem.from_parent(self, name=claim.id, claim=claim.id)
        yield ClaimItem.from_parent(self, name="(article)", claim="")

    @property
    def report(self) -> ArticleReport:
        """What is told of the article, by the settings of the nearest configuration file, as for the command."""
        from factcheck.check import check
        from factcheck.finding import Report
        from factcheck.settings import options, weighed, with_policies

        if self._report is None:
            settings = self._chosen.settings
            found = check(self._article, with_policies(options(settings), settings))
            (self._report,) = self._baseline.setting_aside(weighed(Report((found,)), self._chosen)).articles
        return self._report

    def line(self, claim: str) -> int | None:
        """The line of a claim, from 0; None where it is not known."""
        line = self._article.places[claim].line if claim else None
        return None if line is None else line - 1


class ClaimItem(pytest.Item):
    """One claim as a test; without a claim, what is wrong with the article as a whole."""

    def __init__(self, *, claim: str, **more: Any) -> None:
        super().__init__(**more)
        self.claim = claim

    def runtest(self) -> None:
        """Fail where an error was found; skip where nothing could be decided."""
        report = self._file.report
        errors = [finding for finding in report.findings if finding.is_error and self._is_about(finding)]
        if errors:
            raise FindingsError(_told(report, errors))
        verdict = report.verdict(self.claim) if self.claim else None
        if verdict is not None and verdict.value == "unknown":
            pytest.skip("neither shown possible nor impossible within the budget")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was found, without a traceback."""
        if isinstance(excinfo.value, FindingsError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The line of the claim in its file."""
        return self.path, self._file.line(self.claim), f"claim: {self.name}"

    @property
    def _file(self) -> ClaimsFile:
        assert isinstance(self.parent, ClaimsFile)  # noqa: S101 - only such a file makes items
        return self.parent

    def _is_about(self, finding: Finding) -> bool:
        return self.claim in finding.claims if self.claim else not finding.claims


def _told(report: ArticleReport, findings: Iterable[Finding]) -> str:
    from factcheck.report.full import lines_of

    return "\n\n".join("\n".join(lines_of(finding, report.name)) for finding in findings)
