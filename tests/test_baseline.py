"""Baselines: what is known fails nothing, what is new does, and what is gone is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.baseline import Baseline, BaselineError, Entry, load
from factcheck.finding import ArticleReport, Finding, Place, Report, Severity
from factcheck.rules import CONFLICT, EXCESS_DIGITS, FAIL, IMPLIED

RULES = (CONFLICT, FAIL, EXCESS_DIGITS, IMPLIED)
HERE = Path("known.json")


def finding(words: str, claim: str = "a", rule: int = 0, line: int = 1) -> Finding:
    return Finding(RULES[rule], words, (claim,), Place("f", line), severity=RULES[rule].severity)


def report(**articles: list[Finding]) -> Report:
    return Report(tuple(ArticleReport(f"{name}.yaml", (), tuple(found)) for name, found in articles.items()))


def told(report: Report) -> list[str]:
    return [f"{one.rule.name}: {one.message}" for one in report.findings]


findings = st.builds(finding, st.sampled_from("xyz"), st.sampled_from("ab"), st.integers(0, 3), st.integers(1, 3))
reports = st.builds(report, a=st.lists(findings, max_size=5), b=st.lists(findings, max_size=5))


def read_back(baseline: Baseline, folder: Path) -> Baseline:
    path = folder / baseline.path
    path.write_text(str(baseline), encoding="utf-8")
    found = load(path)
    return Baseline(baseline.path, found.entries, found.places)


@given(before=reports, after=reports)
def test_exactly_the_errors_and_warnings_beyond_the_listed_ones_are_told(before: Report, after: Report) -> None:
    known = Baseline(HERE).renewed(before)
    left = known.setting_aside(after)
    notes = [one for one in after.findings if one.severity is Severity.NOTE]
    assert [one for one in left.findings if one.severity is Severity.NOTE] == notes
    for old, new, rest in zip(before.articles, after.articles, left.articles, strict=True):
        assert sorted(map(repr, (*rest.findings, *rest.known))) == sorted(map(repr, new.findings))
        for one in set(new.findings):
            same = [other for other in new.findings if other.key("") == one.key("")]
            listed = [other for other in old.findings if other.key("") == one.key("")]
            is_note = one.severity is Severity.NOTE
            assert sum(other in same for other in rest.known) == (0 if is_note else min(len(same), len(listed)))
    assert {one.severity for one in known.setting_aside(before).findings} <= {Severity.NOTE}


@given(before=reports, after=reports)
def test_what_is_gone_is_told_until_the_baseline_is_written_again(before: Report, after: Report) -> None:
    known = Baseline(HERE).renewed(before)
    watched = known.watching(after)
    added = [one for one in watched.findings if one.rule.name == "unused-baseline"]
    assert len(watched.findings) == len(after.findings) + len(added)
    assert len(added) == sum(
        count > sum(entry == other for article in after.articles for other, _ in known._entries(article))
        for entry, count in known.entries.items()
    )
    assert known.renewed(after).watching(after) == after


def test_a_baseline_reads_back_as_it_was_written(tmp_path: Path) -> None:
    found = report(
        a=[finding("ü “x”\n", "é"), finding("x"), finding("x")], b=[Finding(FAIL, "y", severity=Severity.ERROR)]
    )
    known = Baseline(HERE).renewed(found)
    assert known.entries == {
        Entry("a.yaml", "conflict", ("é",), "ü “x”\n"): 1,
        Entry("a.yaml", "conflict", ("a",), "x"): 2,
        Entry("b.yaml", "fail", (), "y"): 1,
    }
    again = read_back(known, tmp_path)
    assert again.entries == known.entries
    assert str(again.places[Entry("a.yaml", "conflict", ("a",), "x")]).endswith("known.json:12:5")
    assert str(again) == str(known)


def test_lines_may_move_and_other_words_make_another_finding() -> None:
    known = Baseline(HERE).renewed(report(a=[finding("x", line=3)]))
    assert told(known.setting_aside(report(a=[finding("x", line=7)]))) == []
    assert told(known.setting_aside(report(a=[finding("y", line=3)]))) == ["conflict: y"]
    assert told(known.setting_aside(report(a=[finding("x", "b", line=3)]))) == ["conflict: x"]
    assert told(known.setting_aside(report(b=[finding("x", line=3)]))) == ["conflict: x"]


def test_of_several_like_findings_as_many_are_known_as_are_listed() -> None:
    known = Baseline(HERE).renewed(report(a=[finding("x"), finding("x")]))
    assert told(known.setting_aside(report(a=[finding("x")] * 3))) == ["conflict: x"]
    assert told(known.watching(report(a=[finding("x")]))) == [
        "conflict: x",
        "unused-baseline: The baseline lists 2 findings, of which 1 occur: conflict on a: x",
    ]


def test_files_are_named_from_the_folder_of_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    written = Baseline(Path("sub/known.json")).renewed(report(a=[finding("x")]))
    assert [entry.file for entry in written.entries] == ["../a.yaml"]
    monkeypatch.chdir("sub")
    moved = Baseline(Path("known.json"), written.entries)
    articles = (ArticleReport("../a.yaml", (), (finding("x"),)), ArticleReport(str(tmp_path / "a.yaml"), (), ()))
    assert told(moved.setting_aside(Report(articles))) == []


def test_files_of_which_nothing_was_asked_are_left_in_peace_while_they_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").touch()
    known = Baseline(HERE).renewed(report(a=[finding("x")], b=[finding("y")]))
    watched = known.watching(report(c=[]))
    assert told(watched) == ["unused-baseline: The baseline lists a finding that occurs no more: conflict on a: y"]
    assert [article.name for article in watched.articles] == ["c.yaml", "b.yaml"]
    assert [entry.file for entry in known.renewed(report(c=[finding("z")])).entries] == ["a.yaml", "c.yaml"]


ENTRY = '{"file": "a", "rule": "fail", "claims": [], "says": "x"}'
GOOD = f'{{"baseline_version": 1, "findings": [{ENTRY}]}}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: the file is empty; write it again with --update-baseline"),
        ("[]", "1:1: a list where a baseline was expected; write it again with --update-baseline"),
        ("{", "1:2: the file ends too early; check commas, quotes and brackets"),
        (GOOD.replace("1", "2"), "1:22: '2' is not allowed here; write '1'"),
        ('{"findings": []}', "1:1: `baseline_version` is missing; add `baseline_version: …`"),
        (GOOD.replace("findings", "finding"), "1:25: unknown field 'finding'; did you mean 'findings'?"),
        (GOOD.replace('"says"', '"say"'), "1:82: unknown field 'say'; did you mean 'says'?"),
        (GOOD.replace("[]", '"b"'), "1:78: 'b' where a list was expected; write the items in brackets"),
        (GOOD.replace('"x"', "null"), "1:82: nothing where text was expected; put the text in quotes"),
        (GOOD.replace('"x"', '"x", "count": 0'), "1:104: '0' is too small; write 1 or more"),
        (GOOD.replace('"x"', '"x", "count": "many"'), "1:104: 'many' is no whole number; write it in digits"),
        (GOOD.replace('"fail"', '""'), "1:60: '' where text was expected; write at least 1 character"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_told_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as caught:
        load(path)
    assert any(
        f"{problem.line}:{problem.column}: {problem.words}".startswith(told) for problem in caught.value.problems
    ), str(caught.value)


def test_an_entry_that_is_listed_twice_counts_twice(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(GOOD.replace(ENTRY, f"{ENTRY}, {ENTRY}"), encoding="utf-8")
    assert load(path).entries == {Entry("a", "fail", (), "x"): 2}
    assert json.loads(str(load(path)))["findings"][0]["count"] == 2
