"""The pytest plugin in runs of its own, the assertion, and the strategies that are shipped."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import duckdb
import psycopg
import pytest
from hypothesis import given, settings
from junitparser import JUnitXml

from factcheck import Article, Count, Verdict, assert_consistent, loads
from factcheck.constraint import Values
from factcheck.strategies import Truth, corrupted_articles, true_articles

pytestmark = pytest.mark.no_cover

pytest_plugins = ["pytester"]
GOOD = """\
claims:
- kind: count
  quantity: cases
  printed: "956"
- kind: share
  part: facebook
  whole: cases
  printed: "32.6%"
"""
BAD = GOOD + '- {id: other, kind: count, quantity: cases, printed: "965"}\n'
loads(GOOD)  # pytester takes back every import of a run, and compiled modules cannot be imported twice
COMPILED = (duckdb, psycopg)  # as well


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with a good and a bad claims file, and one test that is none of ours."""
    monkeypatch.delenv("CI", raising=False)
    pytester.makeini("[pytest]\n")
    for name, text in (("claims/good.yaml", GOOD), ("claims/bad.yaml", BAD), ("settings.yaml", "a: 1\n")):
        path = pytester.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pytester.makepyfile(test_other="def test_other():\n    pass\n")
    return pytester


def outcomes(run: pytest.Pytester, *words: str) -> tuple[dict[str, int], str]:
    plugin = [] if _is_installed(run) else ["-p", "factcheck.pytest_plugin"]
    result = run.runpytest_inprocess(*plugin, "-p", "no:cacheprovider", *words)
    return result.parseoutcomes(), result.stdout.str()


def _is_installed(run: pytest.Pytester) -> bool:
    """Whether the plugin is there by its entry point, so that naming it again would register it twice."""
    return run.parseconfig().pluginmanager.has_plugin("factcheck")


def test_data_from_elsewhere_are_read_only_where_that_is_allowed(run: pytest.Pytester) -> None:
    (run.path / "elsewhere").mkdir()
    (run.path / "elsewhere" / "t.csv").write_text("a\n1\n2\n", "utf-8")
    text = "data: {t: ../elsewhere/t.csv}\nquantities: {x: {raw: {table: t}}}\n"
    text += "claims: [{kind: count, quantity: x, printed: '2'}]\n"
    named = run.path / "claims" / "good.yaml"
    named.write_text(text, "utf-8")
    assert outcomes(run, str(named))[0] == {"errors": 1}
    assert outcomes(run, str(named), "--factcheck-allow-data", str(run.path / "elsewhere"))[0] == {"passed": 2}
    named.write_text(text.replace("../elsewhere/t.csv", "{postgres: 'service=stats', table: t}"), "utf-8")
    told = outcomes(run, str(named), "--factcheck-allow-postgres", "stats")[1]
    assert "the connection service=stats failed" in told


def test_nothing_is_collected_unless_asked_for(run: pytest.Pytester) -> None:
    assert outcomes(run)[0] == {"passed": 1}


def test_a_named_claims_file_has_a_test_a_claim_and_one_for_the_article(run: pytest.Pytester) -> None:
    told, out = outcomes(run, "claims/good.yaml", "-v")
    assert told == {"passed": 3}
    assert "claims/good.yaml::share-facebook-cases PASSED" in out


def test_folders_of_claims_are_collected_where_that_is_asked_for(run: pytest.Pytester) -> None:
    assert outcomes(run, "--factcheck")[0] == {"passed": 6, "failed": 2}


def test_a_failure_is_told_as_the_report_tells_it_without_a_traceback(run: pytest.Pytester) -> None:
    _, out = outcomes(run, "claims/bad.yaml")
    assert "error: conflict: Because cases came to 956, it cannot be that cases came to 965." in out
    assert "other – printed 965 – possible: 956 – difference: 9" in out
    assert "Traceback" not in out
    assert "pytest_plugin.py" not in out


def test_claims_are_chosen_by_name_and_the_first_failure_can_end_the_run(run: pytest.Pytester) -> None:
    assert outcomes(run, "claims/bad.yaml", "-k", "facebook")[0] == {"passed": 1, "deselected": 3}
    assert outcomes(run, "claims/bad.yaml::other")[0] == {"failed": 1}
    assert outcomes(run, "claims/bad.yaml", "-x")[0] == {"failed": 1}


def test_an_unreadable_claims_file_is_an_error_with_its_place(run: pytest.Pytester) -> None:
    Path("claims/bad.yaml").write_text("claims:\n- {kind: cuont, quantity: a}\n", encoding="utf-8")
    told, out = outcomes(run, "claims/bad.yaml")
    assert told == {"errors": 1}
    assert "claims/bad.yaml:2:10" in out
    assert "count" in out


def test_an_error_that_is_about_no_claim_fails_the_article(run: pytest.Pytester) -> None:
    path = Path("claims/good.yaml")
    path.write_text(
        f"quantities: {{cases: {{raw: 956}}, facebook: {{raw: 312, sum_of: [cases]}}}}\n{GOOD}", encoding="utf-8"
    )
    assert outcomes(run, "claims/good.yaml", "-k", "article")[0] == {"failed": 1, "deselected": 2}


def test_junit_has_the_line_of_every_claim(run: pytest.Pytester) -> None:
    outcomes(run, "claims/bad.yaml", "--junit-xml=j.xml", "-o", "junit_family=xunit1")
    (suite,) = JUnitXml.fromfile("j.xml")
    assert {case.name: case._elem.get("line") for case in suite} == {
        "count-cases": "1",
        "share-facebook-cases": "4",
        "other": "8",
        "(article)": None,
    }


def test_several_processes_find_the_same(run: pytest.Pytester) -> None:
    plugin = [] if _is_installed(run) else ["-p", "factcheck.pytest_plugin"]
    result = run.runpytest_subprocess(*plugin, "--factcheck", "-n", "2")
    assert result.parseoutcomes() == {"passed": 6, "failed": 2}


def test_the_settings_of_the_nearest_configuration_hold(run: pytest.Pytester) -> None:
    Path("factcheck.toml").write_text("ignore = 'conflict'\nrequire-source = true\n", encoding="utf-8")
    told, out = outcomes(run, "claims/bad.yaml")
    assert told == {"failed": 3, "passed": 1}
    assert "missing-source: other names no source." in out
    assert "conflict" not in out


def test_what_a_baseline_lists_fails_no_test(run: pytest.Pytester) -> None:
    Path("factcheck.toml").write_text("baseline = 'known.json'\n", encoding="utf-8")
    assert outcomes(run, "claims/bad.yaml")[0] == {"errors": 1}
    says = "Because cases came to 956, it cannot be that cases came to 965."
    entry = {"file": "claims/bad.yaml", "rule": "conflict", "claims": ["count-cases", "other"], "says": says}
    Path("known.json").write_text(json.dumps({"baseline_version": 1, "findings": [entry]}), encoding="utf-8")
    assert outcomes(run, "claims/bad.yaml")[0] == {"passed": 4}


def test_a_configuration_that_cannot_be_used_is_an_error_with_its_place(run: pytest.Pytester) -> None:
    Path("factcheck.toml").write_text("ignor = 'conflict'\n", encoding="utf-8")
    told, out = outcomes(run, "claims/bad.yaml")
    assert told == {"errors": 1}
    assert "factcheck.toml:1:1: unknown setting 'ignor'; did you mean 'ignore'?" in out


# The assertion


def test_what_is_consistent_gives_its_report() -> None:
    claims = [Count(quantity="cases", printed="956")]
    assert assert_consistent(Article(claims=claims))["count-cases"].verdict is Verdict.PASS


def test_what_is_not_is_told_in_full() -> None:
    claims = [Count(quantity="cases", printed="956"), Count(quantity="cases", printed="965")]
    with pytest.raises(AssertionError, match="it cannot be that cases came to 965") as caught:
        assert_consistent(Article(claims=claims))
    assert "count-cases-2 – printed 965 – possible: 956 – difference: 9" in str(caught.value)


# The strategies


def values(truth: Truth) -> Values:
    return {quantity: Fraction(truth.counts[name]) for name, quantity in truth.article.setting.quantities.items()}


@settings(max_examples=40)
@given(true_articles())
def test_the_counts_of_a_true_article_make_every_claim_true_and_it_passes(truth: Truth) -> None:
    assert all(claim.holds(values(truth), truth.article.setting) for claim in truth.article.claims)
    assert all(fact.holds(values(truth)) for fact in truth.article.facts)
    assert_consistent(truth.article)


@settings(max_examples=40)
@given(corrupted_articles())
def test_a_corrupted_article_has_exactly_one_claim_that_its_counts_make_false(drawn: tuple[Truth, str]) -> None:
    truth, corrupted = drawn
    false = [claim.id for claim in truth.article.claims if not claim.holds(values(truth), truth.article.setting)]
    assert false == [corrupted]


@settings(max_examples=20)
@given(true_articles(most_parts=1))
def test_articles_have_as_many_parts_as_they_may(truth: Truth) -> None:
    assert set(truth.counts) == {"north", "all"}
    assert 2 <= len(truth.article.claims) <= 8
