"""Claims files, checked the long way: with the texts of their articles, the proofs and the derivations."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from factcheck.annotate import annotated
from factcheck.batch import Checking
from factcheck.certificate import Checked, certificate
from factcheck.check.verdicts import examined
from factcheck.cli.common import Color, articles_of, put, say, style_of
from factcheck.cli.files import write
from factcheck.finding import Report
from factcheck.why import with_derivations


class AtLength(NamedTuple):
    """The report on articles, and all that came of checking them."""

    report: Report
    checked: tuple[Checked, ...]

    def certify(self, file: Path) -> None:
        """Write the certificate; exit 2 where the file cannot be written."""
        write(file, certificate(self.checked))

    def show(self, told: Report, color: Color) -> None:
        """Print every article that was read, its numbers marked as the report tells them."""
        for report, (article, _) in zip(told.articles, self.checked, strict=True):
            if article.document is None:
                say(f"{article.name} names no article, so there is no text to show")
            else:
                put(f"{annotated(report, article.document, style_of(color))}\n", color)


def at_length(paths: list[Path] | None, how: Checking, *, derived: bool) -> AtLength:
    """The articles, checked; with their derivations, if asked for, in the report."""
    articles = articles_of(paths, how.defaults, how.allowed, how.servers)
    checked = tuple(Checked(article, examined(article, how.options)) for article in articles)
    told = (with_derivations(*one, how.options) if derived else one.found.report for one in checked)
    return AtLength(Report(tuple(told), how.options.today), checked)
