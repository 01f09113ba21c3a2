"""Claims files to reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.batch.memory import RefusedError, exact
from factcheck.check import Options, check
from factcheck.claimfile import ClaimFileError, load
from factcheck.finding import ArticleReport


@dataclass(frozen=True, slots=True)
class Checking:
    """How claims files are checked: the options, fields that hold where a file does not say, and whether to remember.

    `allowed` are folders from which data may be read, besides that of the claims file, and `servers` connections to
    PostgreSQL that may be used. Reports of one `sort` take the place of each other in the cache, file by file.
    """

    options: Options
    defaults: Mapping[str, Any] = field(default_factory=dict)
    allowed: tuple[Path, ...] = ()
    servers: tuple[str, ...] = ()
    remember: bool = True
    sort: str = "articles"

    def asked(self) -> tuple[str, ...]:
        """The fields, the folders and the servers."""
        return (exact(self.defaults), *map(str, self.allowed), "", *self.servers)

    def made(self, file: Path) -> tuple[ArticleReport, bool]:
        """The report on a claims file, which depends on the day where claims are waived."""
        try:
            article = load(file, self.defaults, self.allowed, self.servers)
            return check(article, self.options), any(claim.waive for claim in article.claims)
        except ClaimFileError as error:
            raise RefusedError(str(error)) from None
