"""The shipped article with one slip at a time: what is found is kept as an exact screen in tests/gallery/.

`python -m tests.test_gallery` writes the screens anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factcheck.check import Options, check
from factcheck.claimfile import load
from factcheck.finding import Report, Verdict
from factcheck.report import Style, render

SHIPPED = Path(__file__).parents[1] / "claims" / "nspcc-grooming"
GALLERY = Path(__file__).parent / "gallery"
TODAY = date(2026, 1, 31)


@dataclass(frozen=True)
class Slip:
    """An edit made in the article and the claims file alike, and the claims that cannot all be true after it.

    With `unclaimed`, it is made in the article alone.
    """

    name: str
    old: str
    new: str
    accused: frozenset[str] = frozenset()
    unclaimed: bool = False

    def __str__(self) -> str:
        return self.name


def slip(name: str, old: str, new: str, *accused: str) -> Slip:
    return Slip(name, old, new, frozenset(accused))


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


def run(case: Slip, folder: Path) -> Report:
    """The report on the shipped article with the edit made in both files; the working folder must be `folder`."""
    for name in ("article.md", "claims.yaml"):
        text = (SHIPPED / name).read_text(encoding="utf-8")
        new = case.old if case.unclaimed and name == "claims.yaml" else case.new
        assert case.old in text or case.unclaimed
        (folder / name).write_text(text.replace(case.old, new), encoding="utf-8")
    return Report((check(load(Path("claims.yaml")), Options(today=TODAY)),), TODAY)


def screen(case: Slip, folder: Path) -> str:
    return render(run(case, folder), "table", Style(width=100)) + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", SLIPS, ids=str)
def test_the_smallest_group_that_holds_the_slip_is_accused(case: Slip, folder: Path) -> None:
    report = run(case, folder)
    assert not report.ok
    accused = {result.id for result in report.claims if result.verdict in (Verdict.FAIL, Verdict.CONFLICT)}
    assert accused == case.accused
    assert {result.verdict for result in report.claims if result.id not in accused} == {Verdict.PASS}


@pytest.mark.parametrize("case", INNOCENT, ids=str)
def test_what_the_article_leaves_open_is_not_accused(case: Slip, folder: Path) -> None:
    report = run(case, folder)
    assert report.ok
    assert {result.verdict for result in report.claims} == {Verdict.PASS}


@pytest.mark.parametrize("case", UNCLAIMED, ids=str)
def test_an_edit_that_no_claim_knows_of_is_told_of_the_claims_that_quote_it(case: Slip, folder: Path) -> None:
    report = run(case, folder)
    drifted = {claim for f in report.findings if f.rule.name in ("quote-drift", "quote-missing") for claim in f.claims}
    assert drifted == case.accused
    assert {result.verdict for result in report.claims} == {Verdict.PASS}
    assert report.coverage is not None
    assert report.coverage.uncovered == (case.name != "number-edited")


@pytest.mark.parametrize("case", [*SLIPS, *INNOCENT, *UNCLAIMED], ids=str)
def test_the_screen_is_as_kept(case: Slip, folder: Path) -> None:
    assert screen(case, folder) == (GALLERY / f"{case.name}.txt").read_text(encoding="utf-8")


def write() -> None:
    """Write every screen anew."""
    here = Path.cwd()
    for case in (*SLIPS, *INNOCENT, *UNCLAIMED):
        folder = Path(tempfile.mkdtemp())
        os.chdir(folder)
        (GALLERY / f"{case.name}.txt").write_text(screen(case, folder), encoding="utf-8")
        os.chdir(here)
        shutil.rmtree(folder)


if __name__ == "__main__":
    write()
