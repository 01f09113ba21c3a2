"""Where a report goes: to the screen, to the files that are asked for, to the summary of a build."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.cache import ledger
from factcheck.cli.common import AUTO, Color, OutputFormat, near, refuse, show
from factcheck.cli.files import write, write_bytes
from factcheck.finding import Report
from factcheck.report import COPIES, FORMATS, PLAIN, ReportError, Style, copy, render

WIDE = Style(width=120)  # of a table in a file

Wanted = tuple[tuple[str, Path], ...]
"""Formats, each with the file it is written to."""


def wanted(options: Iterable[str] | None) -> Wanted:
    """The formats and files that are asked for; exit 2 where a format is unknown, or two would go to one file."""
    found: list[tuple[str, Path]] = []
    for option in options or ():
        form, equals, file = option.partition("=")
        if not equals or not file:
            refuse(f"--report {option}: write a format and a file, as in junit=report.xml")
        known = sorted((*COPIES, *FORMATS))
        if form not in known:
            refuse(f"--report {option}: no format {form!r}; there is {', '.join(known)}{near(form, known)}")
        if any(Path(file) == other for _, other in found):
            refuse(f"--report {option}: another report goes to the same file")
        found.append((form, Path(file)))
    return tuple(found)


def places_of(reports: Wanted) -> dict[str, Path]:
    """The file of each report, by the words that asked for it."""
    return {f"--report {form}={path}": path for form, path in reports}


def publish(report: Report, form: OutputFormat, color: Color, reports: Wanted, *, quiet: bool) -> None:
    """Write the report to its files, then show it; on a GitHub workflow its summary page has it, too."""
    for written, path in reports:
        if written in COPIES:
            write_bytes(path, _copy(report, written))
        else:
            write(path, render(report, written, WIDE if written == "table" else PLAIN) + "\n")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form is AUTO and summary and os.environ.get("GITHUB_ACTIONS") == "true":
        _append(Path(summary), render(report, "markdown") + "\n")
    show(report, form, color, quiet=quiet)


def _copy(report: Report, form: str) -> bytes:
    try:
        return copy(report, form)
    except ReportError as error:
        refuse(f"--report {form}: {error}")


def _append(path: Path, text: str) -> None:
    """Add to the file that a workflow gathers its summary in."""
    ledger.spoil()
    try:
        with path.open("a", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
    except OSError as error:
        refuse(f"{path}: cannot be written: {error.strerror or error}")
