"""SARIF 2.1.0 (an OASIS standard), which code scanning services and editors read."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from factcheck.finding import ArticleReport, Finding, Place, Report, Rule
from factcheck.report import Style, dumped
from factcheck.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
KEY = "claimAndContent/v1"
"""The name of the fingerprint that keeps a finding the same while its lines move."""


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - a program reads all of it
    """One run with every finding as a result; what a waiver silenced, or a baseline lists, is a suppressed one."""
    results = [result for article in report.articles for result in _results(article)]
    driver = {
        "name": "factcheck",
        "version": version("factcheck-claims"),
        "rules": [_rule(rule) for rule in RULES.values()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.summary} {rule.why}\n\nExample: {rule.example}\n\nWhat to do: {rule.remedy}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _results(article: ArticleReport) -> list[dict[str, Any]]:
    standing = [_result(article, finding) for finding in article.findings]
    waived = (_suppressed(article, one.finding, "inSource", str(one)) for one in article.waived)
    known = (_suppressed(article, one, "external", "listed in the baseline") for one in article.known)
    return [*standing, *waived, *({**result, "baselineState": "unchanged"} for result in known)]


def _suppressed(article: ArticleReport, finding: Finding, kind: str, why: str) -> dict[str, Any]:
    return {**_result(article, finding), "suppressions": [{"kind": kind, "justification": why}]}


def _result(article: ArticleReport, finding: Finding) -> dict[str, Any]:
    mended = (f"{mending.claim}: {mending}" for mending in finding.mendings)
    told = [finding.message, *mended, *finding.explanations, finding.remedy]
    related = [
        {"id": number, **_location(passage.place, article, passage.claim)}
        for number, passage in enumerate(finding.passages, start=1)
        if passage.place.file
    ]
    return {
        "ruleId": finding.rule.name,
        "ruleIndex": list(RULES).index(finding.rule.name),
        "level": finding.severity.value,
        "message": {"text": "\n".join(line for line in told if line)},
        "locations": [_location(finding.place, article)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {KEY: finding.key(article.name)},
    }


def _location(place: Place, article: ArticleReport, claim: str = "") -> dict[str, Any]:
    region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})} if place.line else {}
    physical = {"artifactLocation": {"uri": _uri(place.file or article.name)}, **({"region": region} if region else {})}
    return {"physicalLocation": physical, **({"message": {"text": claim}} if claim else {})}


def _uri(file: str) -> str:
    """A file's name as a relative or file address."""
    path = quote(file.replace("\\", "/"), safe="/!$&'()*+,;=@")
    return f"file://{path}" if path.startswith("/") else path
