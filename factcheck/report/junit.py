"""JUnit XML, which build servers read: a suite an article, a case a claim, and a case for what is about no claim."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from factcheck.finding import ArticleReport, ClaimResult, Finding, Report, Verdict
from factcheck.report import Style, visible

Case = tuple[str, ClaimResult | None, list[Finding]]
"""The name of a case, the claim that it is about, and what was found of it."""


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - a program reads all of it
    """Errors are failures; warnings and notes stand in a case's output; an undecided claim is skipped, unless an error."""
    suites = ET.Element("testsuites", name="factcheck")
    for article in report.articles:
        cases = list(_cases(article))
        suite = ET.SubElement(suites, "testsuite", name=visible(article.name))
        elements = [_case(article, *case) for case in cases]
        suite.extend(elements)
        for name, tag in (("failures", "failure"), ("skipped", "skipped")):
            suite.set(name, str(sum(element.find(tag) is not None for element in elements)))
        suite.set("tests", str(len(elements)))
        suite.set("errors", "0")
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _cases(article: ArticleReport) -> Iterator[Case]:
    for result in article.claims:
        yield result.id, result, [finding for finding in article.findings if result.id in finding.claims]
    for number, finding in enumerate(finding for finding in article.findings if not finding.claims):
        yield f"{finding.rule.name}-{number + 1}", None, [finding]


def _case(article: ArticleReport, name: str, result: ClaimResult | None, findings: list[Finding]) -> ET.Element:
    place = result.place if result is not None else findings[0].place
    case = ET.Element("testcase", name=visible(name), classname=visible(article.name))
    if place.file:
        case.set("file", visible(place.file))
    if place.line:
        case.set("line", str(place.line))
    errors = [finding for finding in findings if finding.is_error]
    if errors:
        failure = ET.SubElement(case, "failure", message=visible(errors[0].message), type=errors[0].rule.name)
        failure.text = "\n\n".join(_told(finding) for finding in errors)
    elif result is not None and result.verdict is Verdict.UNKNOWN:
        ET.SubElement(case, "skipped", message="neither shown possible nor impossible")
    others = [finding for finding in findings if not finding.is_error]
    if others:
        ET.SubElement(case, "system-out").text = "\n\n".join(_told(finding) for finding in others)
    return case


def _told(finding: Finding) -> str:
    place = f"{finding.place}: " if str(finding.place) else ""
    head = f"{place}{finding.rule.name}: {finding.message}"
    mended = (f"  {mending.claim}: {mending}" for mending in finding.mendings)
    return "\n".join(visible(line) for line in (head, *mended, *finding.explanations, finding.remedy) if line)
