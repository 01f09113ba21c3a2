"""A claims file brought up to date with its article: claims for the numbers that have none yet, and nothing else touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from factcheck import rules
from factcheck.article import Document
from factcheck.check import Article, Measures, Options, check
from factcheck.check.coverage import cover
from factcheck.claimfile import ClaimFileError, Problem, loads
from factcheck.claimfile.layout import Layout
from factcheck.draft.entries import entries
from factcheck.draft.entry import Entry, declared_by
from factcheck.draft.known import Known, known_of
from factcheck.draft.writing import as_fields, asked_about, lines_of
from factcheck.finding import Coverage, Finding

TOLD = (rules.QUOTE_MISSING, rules.QUOTE_DRIFT, rules.OTHER_LANGUAGE)
MOST_SOUGHT = 20  # quotes that are missing are sought by likeness


@dataclass(frozen=True, slots=True)
class Updated:
    """The text of a claims file with so many claims and questions added; `findings` are on what stood there before."""

    text: str
    claims: int
    questions: int
    findings: tuple[Finding, ...]


def update(document: Document, claims: str, name: str = "<text>", defaults: Mapping[str, Any] | None = None) -> Updated:
    r"""The claims file of a document, in YAML, with a claim or a question for each number that it does not speak of.

    What it says already stays as it is, byte for byte. `defaults` are fields that hold where it does not say.
    ClaimFileError, under the name given, where it cannot be read or has no room for more.

    >>> from factcheck.article import parse
    >>> before = 'quantities: [cases]\nclaims: # one\n- {kind: count, quantity: cases, printed: "956", quote: "956 cases"}'
    >>> updated = update(parse("There were 956 cases and 12 prizes.", "plain"), before)
    >>> print(updated.text)
    quantities: [cases, prizes]
    claims: # one
    - {kind: count, quantity: cases, printed: "956", quote: "956 cases"}
    - kind: count
      quantity: prizes
      printed: "12"
      quote: "There were 956 cases and 12 prizes."
    <BLANKLINE>
    """
    file = _File(claims, name, defaults, document)
    added = file.drafted(file.known)
    text, wrong = file.tried(added)
    if not wrong and file.contradicts(text, added):
        added = file.drafted(file.known.apart)
        text, wrong = file.tried(added)
    while wrong:
        added = file.unasked(
            replace(entry, record=None, quantities=None) if entry in wrong else entry for entry in added
        )
        text, wrong = file.tried(added)
    drafted = len(_claims(added))
    questions = sum(len(entry.decide.splitlines()) for entry in added) + len(added) - drafted
    return Updated(text, drafted, questions, file.told)


class _File:
    """A claims file as it stands, and what comes of adding to it."""

    def __init__(self, text: str, name: str, defaults: Mapping[str, Any] | None, document: Document) -> None:
        self._document, self._name, self._defaults = document, name, defaults
        self._article = self._loaded(text)
        self._layout = Layout(text, name)
        coverage, findings = self._covered(self._article)
        self.known = known_of(self._article, coverage, document)
        self.told = tuple(finding for finding in findings if finding.rule in TOLD)
        missing = {claim for finding in findings if finding.rule is rules.QUOTE_MISSING for claim in finding.claims}
        lost = islice((claim for claim in self._article.claims if claim.id in missing and claim.prints), MOST_SOUGHT)
        nearest = [(claim, document.nearest_passage(claim.quote)) for claim in lost]
        self._lost = tuple((claim, like.span) for claim, like in nearest if like is not None)

    def drafted(self, known: Known) -> list[Entry]:
        """What may be added."""
        return self.unasked(map(self._linked, entries(self._document, self._article.language, known)))

    def _linked(self, entry: Entry) -> Entry:
        """The entry with a question where the number may be one whose claim has lost its passage."""
        for claim, span in self._lost:
            if span.start <= entry.numeral.start < span.end and claim.numeral.kind is entry.numeral.kind:
                ask = f"is it the number of `{claim.id}`? If so, mend the quote there, and delete this claim."
                return replace(entry, decide=f"{entry.decide}\n{ask}".strip())
        return entry

    def unasked(self, drafted: Iterator[Entry]) -> list[Entry]:
        """The entries without those that only ask what a comment of the file asks already."""
        asked = Counter(comment.partition(" say, at ")[0] for comment in self._layout.comments)
        left = []
        for entry in drafted:
            question = asked_about(entry).partition(" say, at ")[0]
            if entry.record is None and asked[question] > 0:
                asked[question] -= 1
            else:
                left.append(entry)
        return left

    def tried(self, added: Sequence[Entry]) -> tuple[str, list[Entry]]:
        """The text with what is added, and the entries whose claim is not found at its number then."""
        quantities = {name: as_fields(declared) for name, declared in declared_by(added).items()}
        if quantities and not self._layout.declares:
            quantities = {**dict.fromkeys(self._article.declarations, ""), **quantities}
        text = self._layout.with_more(quantities, [line for entry in added for line in lines_of(entry)])
        article = self._loaded(text)
        kept = len(self._article.claims)
        if article.claims[:kept] != self._article.claims:
            problem = Problem(1, 1, "nothing can be added without changing what stands there", "draft to a new file")
            raise ClaimFileError(self._name, [problem])
        coverage, findings = self._covered(article)
        blamed = {claim for finding in findings if finding.is_error for claim in finding.claims}
        found: dict[str, list[int]] = {}
        for number in coverage.numbers:
            for claim in number.claims:
                found.setdefault(claim, []).append(number.start)
        return text, [
            entry
            for entry, claim in zip(_claims(added), article.claims[kept:], strict=True)
            if claim.id in blamed or found.get(claim.id, []) != ([entry.numeral.start] if claim.prints else [])
        ]

    def contradicts(self, text: str, added: Sequence[Entry]) -> bool:
        """Whether the text has a claim, among those that were added, that cannot be true with all others."""
        kept = len(self._article.claims)
        new = self._loaded(text).claims[kept:] if added else ()
        if not any(name in self._article.declarations for claim in new for name in claim.names()):
            return False
        report = check(self._loaded(text), Options(guards=Measures(effort=0)))
        blamed = {claim for finding in report.findings if finding.is_error for claim in finding.claims}
        return any(claim.id in blamed for claim in new)

    def _loaded(self, text: str) -> Article:
        return loads(text, self._name, "yaml", defaults=self._defaults, document=self._document)

    def _covered(self, article: Article) -> tuple[Coverage, tuple[Finding, ...]]:
        covered = cover(article, self._document)
        return covered.coverage or Coverage(()), covered.findings


def _claims(added: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in added if entry.record is not None]
