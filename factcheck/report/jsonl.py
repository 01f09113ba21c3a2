"""The JSON report taken apart: one finding a line, for programs that read line by line; the last line sums up."""

from __future__ import annotations

from collections.abc import Iterator
from json import loads
from typing import Any

from factcheck.finding import Report
from factcheck.report import Style, dumped
from factcheck.report import render as rendered


def render(report: Report, style: Style) -> str:
    """Findings, waived and known ones as objects with a `type` each, and a summary that says the report is complete."""
    whole = loads(rendered(report, "json", style))
    found = [line for article in whole["articles"] for line in _lines(article)]
    summary = {
        "type": "summary",
        "schema_version": whole["schema_version"],
        "ok": whole["ok"],
        "today": whole["today"],
        "summary": report.summary,
    }
    return "\n".join(dumped(line, None) for line in (*found, summary))


def _lines(article: dict[str, Any]) -> Iterator[dict[str, Any]]:
    name = article["name"]
    for finding in article["findings"]:
        yield {"type": "finding", "article": name, **finding}
    for waived in article["waived"]:
        waiver = {key: value for key, value in waived.items() if key != "finding"}
        yield {"type": "waived", "article": name, **waived["finding"], "waiver": waiver}
    for finding in article["known"]:
        yield {"type": "known", "article": name, **finding}
