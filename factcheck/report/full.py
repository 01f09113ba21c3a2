"""Every finding with its passages, carets and remedy in plain text, for logs; no width limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.finding import ArticleReport, Finding, Passage, Report, Severity
from factcheck.report import Style, visible


def render(report: Report, style: Style) -> str:
    """A paragraph a finding, then one line that counts the verdicts."""
    paragraphs = ["\n".join(paragraph) for article in report.articles for paragraph in _paragraphs(article, style)]
    return "\n\n".join([*paragraphs, report.summary])


def _paragraphs(article: ArticleReport, style: Style) -> Iterator[list[str]]:
    for finding in article.findings:
        if not (style.quiet and finding.severity is Severity.NOTE):
            yield list(lines_of(finding, article.name))
    for waived in article.waived:
        yield [visible(f"{str(waived.finding.place) or article.name}: {waived}")]


def lines_of(finding: Finding, article: str) -> Iterator[str]:
    """A finding in the article of that name: its place and message, its passages, what would mend it."""
    place = str(finding.place) or article
    yield visible(f"{place}: {finding.severity.value}: {finding.rule.name}: {finding.message}")
    for passages in finding.quoted:
        yield from (f"    {line}".rstrip() for line in _quoted(passages, finding))
    for mending in finding.unquoted:
        yield visible(f"    {mending.claim} – {mending}")
    for explanation in finding.explanations:
        yield visible(f"  {explanation}")
    if finding.remedy:
        yield visible(f"  {finding.remedy}")


def _quoted(passages: Sequence[Passage], finding: Finding) -> Iterator[str]:
    """The words once, and below them a mark for each number in them, with what is told beside it."""
    if whence := finding.whence(passages):
        yield visible(whence)
    yield visible(passages[0].words)
    for passage in passages:
        before, marked, _ = map(visible, passage.pieces)
        if marked:
            yield f"{' ' * len(before)}{'^' * len(marked)} {visible(finding.beside(passage))}"
