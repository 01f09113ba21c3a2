"""One line a finding, `place: rule: message`, for logs and editors; no width limit."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.finding import ArticleReport, Finding, Report, Severity
from factcheck.report import Style, View, rows, taken_away, visible


def render(report: Report, style: Style) -> str:
    """Every finding on a line of its own, then one line that counts the verdicts."""
    lines = [visible(line) for article in report.articles for line in _lines(article, style)]
    if not style.quiet or not report.ok:
        lines.append(report.summary)
    return "\n".join(lines)


def _lines(article: ArticleReport, style: Style) -> Iterator[str]:
    if style.view is not View.VERDICTS:
        yield from _view(article, style.view)
        return
    for finding in article.findings:
        if not (style.quiet and finding.severity is Severity.NOTE):
            yield _line(article, finding)
    for waived in article.waived:
        yield f"{str(waived.finding.place) or article.name}: {waived}"


def _view(article: ArticleReport, view: View) -> Iterator[str]:
    """One line a quantity or printed number, and one about what was left out."""
    places = {guard.claim: str(guard.place) for guard in article.guards}
    for name, *told in rows(article, view):
        yield f"{places.get(name) or article.name}: {name}: {'; '.join(filter(None, told))}"
    if told_away := taken_away(article):
        yield f"{article.name}: {told_away}"


def _line(article: ArticleReport, finding: Finding) -> str:
    place = str(finding.place) or article.name
    mended = "; ".join(f"{mending.claim} {mending}" for mending in finding.mendings)
    explained = " ".join(finding.explanations)
    told = " ".join(
        part for part in (finding.message, f"[{mended}]" if mended else "", explained, finding.remedy) if part
    )
    return f"{place}: {finding.rule.name}: {told}"
