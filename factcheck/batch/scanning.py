"""Articles to reports on what they say by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.article import ArticleError, Document, read
from factcheck.batch.memory import RefusedError, exact
from factcheck.check import Options
from factcheck.finding import ArticleReport
from factcheck.rounding import Convention
from factcheck.scan import scan
from factcheck.text import DEFAULT, language_of


@dataclass(frozen=True, slots=True)
class Scanning:
    """How articles are scanned: the options, how their numbers were rounded, and whether to remember.

    Their language is `language`, which can be read, or else that of the article, or else `otherwise`.
    """

    options: Options
    rounding: Convention
    language: str | None = None
    otherwise: str | None = None
    remember: bool = True
    sort: str = "scans"

    def asked(self) -> tuple[str, ...]:
        """The rounding and the languages."""
        return (exact(self.rounding), str(self.language), str(self.otherwise))

    def made(self, file: Path) -> tuple[ArticleReport, bool]:
        """The report on an article, whatever the day."""
        try:
            return self.scanned(read(file)), False
        except ArticleError as error:
            raise RefusedError(str(error)) from None

    def scanned(self, document: Document) -> ArticleReport:
        """The report on a document, with its text; RefusedError where its language cannot be read."""
        try:
            language = language_of(self.language or document.language or self.otherwise or DEFAULT)
        except ValueError as error:
            told = f"{document.file}: {error}; name the one to read it in with --language"
            raise RefusedError(told) from None
        return scan(document, self.options, language, self.rounding).report
