"""Failing articles with one slip at a time or several: what is told of each is kept as an exact screen in tests/gallery/.

`python -m tests.test_gallery` writes the screens anew; read the difference before you commit it.
The shipped article has its slips made here; every other article is a claims file of its own in tests/gallery/articles/,
whose first line says what is wrong in it.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from factcheck.check import Options, check
from factcheck.claimfile import load
from factcheck.finding import Finding, LikelySlip, Report, Severity, Verdict
from factcheck.kinds import KINDS
from factcheck.report import Style, render
from factcheck.rules import TRUNCATED
from factcheck.solve import Budget
from factcheck.stored import restored, stored
from factcheck.text import read

pytestmark = pytest.mark.no_cover

SHIPPED = Path(__file__).parents[1] / "claims" / "nspcc-grooming"
GALLERY = Path(__file__).parent / "gallery"
ARTICLES = GALLERY / "articles"
TODAY = date(2026, 1, 31)
WIDE = 1_000  # columns, so that no line is broken
LONGEST = 60  # words of a sentence


@dataclass(frozen=True)
class Case:
    """An article that is checked."""

    name: str

    def __str__(self) -> str:
        return self.name

    def report(self) -> Report:
        """What is found, checked once for all tests."""
        return _report(self)

    def write(self, folder: Path) -> Path:
        """Put the article and its claims file into a folder; the claims file, by its name there."""
        raise NotImplementedError

    @property
    def options(self) -> Options:
        return Options(today=TODAY)


@dataclass(frozen=True)
class Slip(Case):
    """An edit made in the shipped article and its claims file, and the claims that cannot all be true after it.

    With `unclaimed`, it is made in the article alone.
    """

    old: str
    new: str
    accused: frozenset[str] = frozenset()
    unclaimed: bool = False

    __str__ = Case.__str__

    def write(self, folder: Path) -> Path:
        for name in ("article.md", "claims.yaml"):
            text = (SHIPPED / name).read_text(encoding="utf-8")
            new = self.old if self.unclaimed and name == "claims.yaml" else self.new
            assert self.old in text or self.unclaimed
            (folder / name).write_text(text.replace(self.old, new), encoding="utf-8")
        return Path("claims.yaml")


@dataclass(frozen=True)
class Own(Case):
    """An article of its own: the claims that are wrong in it, and the slip that is told of the first; empty for none."""

    wrong: tuple[str, ...] = ()
    slip: str = ""
    budget: Budget = field(default_factory=Budget)

    __str__ = Case.__str__

    def write(self, folder: Path) -> Path:
        for file in ARTICLES.glob(f"{self.name}.*"):
            shutil.copy(file, folder)
        return Path(f"{self.name}.yaml")

    @property
    def options(self) -> Options:
        return Options(budget=self.budget, today=TODAY)


def slip(name: str, old: str, new: str, *accused: str) -> Slip:
    return Slip(name, old, new, frozenset(accused))


def own(name: str, *wrong: str, told: str = "", budget: Budget | None = None) -> Own:
    return Own(name, wrong, told, budget or Budget())


SLIPS = [
    slip("956-to-655", "956", "655", "platform-known", "facebook-share"),
    slip("1628-to-928", "1,628", "928", "crimes-recorded", "platform-known"),
    slip("32.6-to-36.2", "32.6", "36.2", "facebook-third", "facebook-share"),
    slip(
        "19.8-to-18.8",
        "19.8",
        "18.8",
        "facebook-owned-share",
        "platform-known",
        "facebook-share",
        "pair-share",
    ),
    slip("52-to-62", "52 per", "62 per", "facebook-owned-share", "facebook-share", "pair-share"),
    slip("52-to-53", "52 per", "53 per", "facebook-owned-share", "platform-known", "facebook-share", "pair-share"),
    slip("142-to-1642", "142", "1,642", "crimes-recorded", "yorkshire-crimes"),
    slip("nearly-a-fifth-at-20.3", "19.8", "20.3", "pair-fifth", "pair-share"),
    slip("seven-to-one", "seven", "one", "youngest", "youngest-yorkshire"),
    slip("second-to-first", "second most-used", "first most-used", "facebook-first", "snapchat-second"),
]
INNOCENT = [
    slip("as-shipped", "956", "956"),
    slip("956-to-965", "956", "965"),
    slip("32.6-to-32.7", "32.6", "32.7"),
    slip("52-to-51", "52 per", "51 per"),
]
UNCLAIMED = [
    Slip("number-edited", "956", "965", frozenset({"platform-known"}), unclaimed=True),
    Slip("sentence-edited", "There were 142 crimes", "Police saw 142 crimes", frozenset({"yorkshire-crimes"}), True),
    Slip("sentence-added", "Victims as young", "Some 312 girls complained. Victims as young", unclaimed=True),
]
OWN = [
    own("bicycle-counters", "fewer", told="direction word"),
    own("burglaries", "burglary-rate", told="wrong per"),
    own("by-election", "all-votes", told="digits swapped"),
    own("charity-survey", "leaving-share", told="wrong base"),
    own("city-budget", "for-all-else", told="thousand million billion"),
    own("company-results", "profit-rise", told="ratio told as rise"),
    own("concert", "earned", told="digit doubled"),
    own("energy-mix", "share-renewable-plants", told="sum of rounded parts"),
    own("exam-grades", "together", told="average of averages"),
    own("ferry-and-bridge", "electric-share", "overrun", told="neighbouring key"),
    own("flood-victims", "headline", "lead"),
    own("football-attendance", "season", told="digit dropped"),
    own("garden-birds", "blue-tits-second"),
    own("heat-record", "year-high", "july-high"),
    own("hospital-waits", "improvement", told="per cent for points"),
    own("house-prices", "price-fall", told="over the new value"),
    own("inflation", "basket-change", told="direction word"),
    own("jury-service", "excused-share"),
    own("languages-at-school", "some-share"),
    own("library-cards", "every-week"),
    own("marathon", "headline", "women-half", told="hedge on the wrong side"),
    own("mayors-ages", "quill-age"),
    own("medal-table", "westcove-all", told="part left out of a sum"),
    own("museum-visitors", "young-share"),
    own("obesity-report", "headline"),
    own("opinion-poll", "centre-share"),
    own("parcel-depot", "women-share", budget=Budget(steps=50, shrinking=200, bounds=50, surveying=50)),
    own("recycling", "glass-to-paper", told="part and whole swapped"),
    own("road-deaths", "one-in", told="one in x inverted"),
    own("school-meals", "served"),
    own("stadtwerke", "schnelllader-anteil", told="digits swapped"),
    own("vaccination", "uptake", told="complement"),
]
EVERY: list[Case] = [*SLIPS, *INNOCENT, *UNCLAIMED, *OWN]
FAILING: list[Case] = [*SLIPS, *OWN]

each_case = pytest.mark.parametrize("case", EVERY, ids=str)


@contextmanager
def written(case: Case) -> Iterator[Path]:
    """The claims file of a case, in a working folder of its own."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        yield case.write(Path(folder))


@cache
def _report(case: Case) -> Report:
    with written(case) as claims:
        return Report((check(load(claims), case.options),), TODAY)


def screen(case: Case, width: int = 100) -> str:
    return render(case.report(), "table", Style(width=width)) + "\n"


def accused(report: Report) -> set[str]:
    return {result.id for result in report.claims if result.verdict in (Verdict.FAIL, Verdict.CONFLICT)}


# What is found


@pytest.mark.parametrize("case", EVERY, ids=str)
def test_a_report_comes_out_of_the_cache_as_it_went_in(case: Case) -> None:
    for report in case.report().articles:
        assert restored(json.loads(json.dumps(stored(report)))) == replace(report, document=None)


@pytest.mark.parametrize("case", SLIPS, ids=str)
def test_the_smallest_group_that_holds_the_slip_is_accused(case: Slip) -> None:
    report = case.report()
    assert not report.ok
    assert accused(report) == case.accused
    assert {result.verdict for result in report.claims if result.id not in case.accused} == {Verdict.PASS}


@pytest.mark.parametrize("case", INNOCENT, ids=str)
def test_what_the_article_leaves_open_is_not_accused(case: Slip) -> None:
    report = case.report()
    assert report.ok
    assert {result.verdict for result in report.claims} == {Verdict.PASS}


@pytest.mark.parametrize("case", UNCLAIMED, ids=str)
def test_an_edit_that_no_claim_knows_of_is_told_of_the_claims_that_quote_it(case: Slip) -> None:
    report = case.report()
    drifted = {claim for f in report.findings if f.rule.name in ("quote-drift", "quote-missing") for claim in f.claims}
    assert drifted == case.accused
    assert {result.verdict for result in report.claims} == {Verdict.PASS}
    assert report.coverage is not None
    assert report.coverage.uncovered == (case.name != "number-edited")


@pytest.mark.parametrize("case", OWN, ids=str)
def test_what_was_falsified_is_accused_and_its_slip_is_told(case: Own) -> None:
    report = case.report()
    assert not report.ok
    assert accused(report).issuperset(case.wrong)
    names = {name for one in slips(report) if case.wrong[0] in one.claims for name in (one.slip, *one.also)}
    assert case.slip in names if case.slip else not names


def test_there_are_thirty_failing_articles_and_they_have_claims_of_every_kind() -> None:
    assert len(FAILING) >= 30
    assert {case.name for case in OWN} == {file.stem for file in ARTICLES.glob("*.yaml")}
    assert {case.name for case in EVERY} | {"why"} == {
        f.stem.partition("-")[0] if f.stem.startswith("why-") else f.stem for f in GALLERY.glob("*.txt")
    }
    assert {result.kind for case in OWN for result in case.report().claims} == set(KINDS)


# What is shown


@each_case
def test_the_screen_is_as_kept(case: Case) -> None:
    assert screen(case) == (GALLERY / f"{case.name}.txt").read_text(encoding="utf-8")


def lines(case: Case) -> list[str]:
    """The lines of the screen, none of them broken; without rules and headings of tables."""
    shown = [line.strip() for line in screen(case, WIDE).splitlines()]
    return [line for line in shown if line.strip("─") and not line.startswith(("verdict ", "quantity "))]


def sentences(case: Case) -> list[str]:
    """The sentences of all that is told, in order."""
    prose = [line for line in lines(case) if line.endswith((".", ").", '".'))]
    return [sentence for line in prose for sentence in re.split(r"(?<=[.?]) (?=[A-Z\"`])", line)]


def slips(report: Report) -> Iterator[LikelySlip]:
    return (one for finding in report.findings for one in finding.slips)


def repeated(texts: list[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]


@each_case
def test_nothing_is_said_twice(case: Case) -> None:
    assert repeated(lines(case)) == []
    assert repeated(sentences(case)) == []


@each_case
def test_no_sentence_is_too_long_to_read(case: Case) -> None:
    assert [sentence for sentence in sentences(case) if len(sentence.split()) > LONGEST] == []


@each_case
def test_the_table_has_every_claim_once_and_the_summary_counts_it(case: Case) -> None:
    report = case.report()
    words = [line.split()[:2] for line in lines(case) if line.split()[0] in {verdict.upper() for verdict in Verdict}]
    assert [claim for _, claim in words] == [result.id for result in report.claims]
    counted = Counter(word.lower() for word, _ in words)
    total, told = re.match(r"(\d+) claims?: ([^;]+)", lines(case)[-1]).groups()  # type: ignore[union-attr]
    parts = {verdict: int(count) for count, verdict in (part.split() for part in told.split(", "))}
    assert parts == counted
    assert sum(parts.values()) == int(total)


@each_case
def test_the_summary_counts_the_findings_that_are_shown(case: Case) -> None:
    shown, summary = lines(case), lines(case)[-1]
    for severity in (Severity.ERROR, Severity.WARNING):
        count = sum(line.startswith(f"{severity}: ") for line in shown)
        told = re.search(rf"(\d+) {severity}s?\b", summary)
        assert count == (int(told[1]) if told else 0)


@each_case
def test_every_accused_claim_is_told_of_and_none_besides(case: Case) -> None:
    (article,) = case.report().articles
    told = [*article.findings, *(waived.finding for waived in article.waived)]
    in_errors = {claim for finding in told if finding.rule.name in ("fail", "conflict") for claim in finding.claims}
    assert in_errors == accused(case.report())
    named = {claim for finding in told for claim in finding.claims}
    named |= {claim for finding in told for one in finding.slips for claim in one.claims}
    assert named <= {result.id for result in article.claims}


@each_case
def test_one_is_told_as_one_and_more_as_more(case: Case) -> None:
    text = "\n".join(lines(case))
    assert (
        re.findall(r"(?<![\d.,])1 (?:claims|numbers|errors|warnings|notes|steps|percentage points|others)\b", text)
        == []
    )
    assert re.findall(r"(?:[02-9]|\d\d) (?:claim|error|warning|note|percentage point)\b(?!-)", text) == []


@each_case
def test_what_is_possible_what_is_offered_and_what_is_advised_agree(case: Case) -> None:
    for finding in case.report().findings:
        unfit = {mending.claim for mending in finding.mendings if mending.fits is False and not mending.by_words}
        assert not unfit & {claim for one in finding.slips if len(one.claims) == 1 for claim in one.claims}
        advised = set(re.findall(r"`([^`]+)`", finding.remedy)) if finding.remedy.startswith("Only") else set()
        assert not unfit & advised
        for one in finding.slips:
            assert is_possible(one, finding)
        noted = {claim for other in case.report().findings if other.rule is TRUNCATED for claim in other.claims}
        assert not noted & {c for one in finding.slips if "truncated" in (one.slip, *one.also) for c in one.claims}


def is_possible(one: LikelySlip, finding: Finding) -> bool:
    """Whether the number that is offered lies within what is told to be possible, as far as both are known."""
    found = {mending.claim: mending.ranges for mending in finding.mendings}
    ranges = found.get(one.claims[0], ()) if len(one.claims) == 1 else ()
    try:
        printed, meant = read(one.printed), read(one.meant)
    except ValueError:
        return True  # it is the words that change
    return (
        not ranges
        or (meant.per, meant.kind) != (printed.per, printed.kind)
        or any(not (meant.meaning().hard & values).is_empty for values in ranges)
    )


def write() -> None:
    """Write every screen anew."""
    for case in EVERY:
        (GALLERY / f"{case.name}.txt").write_text(screen(case), encoding="utf-8")


if __name__ == "__main__":
    write()
