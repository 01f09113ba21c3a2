"""Everything that a run found out, article by article: the only thing that output formats see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from factcheck.article import Document
from factcheck.finding.coverage import Coverage
from factcheck.finding.derivation import Derivation
from factcheck.finding.figure import DataSource
from factcheck.finding.guard import Guard
from factcheck.finding.place import Place
from factcheck.finding.rule import Severity
from factcheck.finding.told import Finding, Waived
from factcheck.finding.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """The verdict on one claim; `possible` says the counts or values that are left for it, in words.

    `data` is what data say of its quantities, with how its number follows from that. `author` wrote the claim,
    `checked` names who checked it and on which day; empty where the claims file does not say.
    """

    id: str
    kind: str
    verdict: Verdict
    printed: str = ""
    clause: str = ""
    possible: str = ""
    quote: str = ""
    source: str = ""
    place: Place = Place()
    author: str = ""
    checked: str = ""
    data: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Implied:
    """What the article implies about a quantity: its least and greatest value; None where nothing bounds it.

    An end that is not proved tight is only known to be no narrower: `proved` is then false.
    """

    quantity: str
    meaning: str
    least: Fraction | None
    greatest: Fraction | None
    proved: bool
    words: str
    note: str = ""

    @property
    def is_forced(self) -> bool:
        """Whether only one value is left."""
        return self.proved and self.least is not None and self.least == self.greatest

    @property
    def known(self) -> str:
        """How well its ends are known, in words."""
        return "exactly" if self.is_forced else "" if self.proved else "ends not proved to be reached"


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Everything about one article, in its order: verdicts, findings, what is implied, what was waived.

    `document` is the article's text; it and `coverage` are None where that was not read. `derivations` are worked out
    where they are asked for, one a claim. `sources` are the files that data were read from. `known` are findings
    that the baseline lists, and `left_out` counts the errors
    and warnings that the settings say not to tell.
    """

    name: str
    claims: tuple[ClaimResult, ...]
    findings: tuple[Finding, ...] = ()
    implied: tuple[Implied, ...] = ()
    waived: tuple[Waived, ...] = ()
    rounding: str = "nearest"
    article: str = ""
    coverage: Coverage | None = None
    guards: tuple[Guard, ...] = ()
    known: tuple[Finding, ...] = ()
    left_out: int = 0
    sources: tuple[DataSource, ...] = ()
    document: Document | None = field(default=None, repr=False)
    derivations: tuple[Derivation, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing of severity error was found."""
        return not any(finding.is_error for finding in self.findings)

    def verdict(self, claim: str) -> Verdict:
        """The verdict on one claim, by id; KeyError where there is none of that id."""
        for result in self.claims:
            if result.id == claim:
                return result.verdict
        raise KeyError(claim)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The report as plain lines of text."""
        width = max((len(result.id) for result in self.claims), default=0)
        for result in self.claims:
            yield f"{result.verdict:8}  {result.id:{width}}  {result.possible or result.printed}".rstrip()
        for finding in self.findings:
            yield f"{finding.rule.name}: {finding.message}"
            yield from (f"  {mending.claim}: {mending}" for mending in finding.mendings)
            yield from (f"  {explanation}" for explanation in finding.explanations)
        yield from (str(waived) for waived in self.waived)


@dataclass(frozen=True, slots=True)
class Report:
    """Every verdict and finding of a run, article by article: the only thing that output formats see."""

    articles: tuple[ArticleReport, ...]
    today: date | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing of severity error was found."""
        return all(article.ok for article in self.articles)

    @property
    def claims(self) -> tuple[ClaimResult, ...]:
        """The verdicts on every claim, in order."""
        return tuple(result for article in self.articles for result in article.claims)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in order."""
        return tuple(finding for article in self.articles for finding in article.findings)

    @property
    def coverage(self) -> Coverage | None:
        """The numbers of every article whose text was read; None where none was."""
        read = [article.coverage for article in self.articles if article.coverage is not None]
        return sum(read[1:], read[0]) if read else None

    @property
    def summary(self) -> str:
        """One line that counts verdicts and findings: "13 claims: 13 pass; 2 warnings"."""
        counted = [_verdicts(self.claims)]
        for severity in Severity:
            found = sum(finding.severity is severity for finding in self.findings)
            if found:
                counted.append(f"{found} {severity.value}{'' if found == 1 else 's'}")
        guards = [guard for article in self.articles for guard in article.guards]
        if guards:
            counted.append(_guarded(guards))
        waived = sum(len(article.waived) for article in self.articles)
        if waived:
            counted.append(f"{waived} waived")
        known = sum(len(article.known) for article in self.articles)
        if known:
            counted.append(f"{known} known")
        left_out = sum(article.left_out for article in self.articles)
        if left_out:
            counted.append(f"{left_out} left out")
        if self.coverage is not None:
            counted.append(str(self.coverage))
        return "; ".join(counted)

    def __getitem__(self, claim: str) -> ClaimResult:
        """The result of one claim, by id; KeyError where there is none of that id."""
        for result in self.claims:
            if result.id == claim:
                return result
        raise KeyError(claim)

    def __add__(self, other: Report) -> Report:
        """Both reports as one run, on the first one's day."""
        return Report(self.articles + other.articles, self.today or other.today)

    def __str__(self) -> str:
        return "\n".join([*(str(article) for article in self.articles), self.summary])


def in_order(findings: Iterable[Finding], claims: Sequence[str]) -> list[Finding]:
    """Errors first, then warnings and notes, each in the order of the article's claims, which are given by id."""
    order = {claim: index for index, claim in enumerate(claims)}
    weight = list(Severity)
    return sorted(
        findings, key=lambda f: (weight.index(f.severity), order.get(f.claims[0], 0) if f.claims else len(order))
    )


def _guarded(guards: Sequence[Guard]) -> str:
    """One line that counts the guarded numbers: "7 of 13 numbers guarded, 1 not worked out"."""
    told = f"{sum(guard.is_guarded for guard in guards):,} of {len(guards):,}"
    unknown = sum(not guard.is_told for guard in guards)
    rest = f", {unknown:,} not worked out" if unknown else ""
    return f"{told} number{'' if len(guards) == 1 else 's'} guarded{rest}"


def _verdicts(claims: tuple[ClaimResult, ...]) -> str:
    """One line that counts the verdicts: "11 claims: 8 pass, 3 conflict"."""
    counts = Counter(result.verdict for result in claims)
    told = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in reversed(Verdict) if counts[verdict])
    return f"{len(claims)} claim{'' if len(claims) == 1 else 's'}" + (f": {told}" if told else "")
