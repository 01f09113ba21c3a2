"""Settings: every one of them, every mistake in them, which source prevails, and what they make of a report."""

from __future__ import annotations

import json
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from factcheck.check.parts import Hedges
from factcheck.finding import ArticleReport, ClaimResult, Finding, Place, Report, Severity, Verdict
from factcheck.rounding import Convention, Rounding
from factcheck.rules import FAIL, IMPLIED, RULES, TRUNCATED, UNCOVERED, UNKNOWN
from factcheck.settings import (
    NAMES,
    Chosen,
    MistakesError,
    Settings,
    SettingsError,
    configuration,
    environment,
    layer,
    nearest,
    schema,
    told,
    weighed,
)
from factcheck.settings.patterns import matches
from tests.badsettings import BAD, Bad
from tests.user import open_folder, ordinary_user

EVERY = """\
select = ["fail", "implied", "uncovered", "missing-source", "missing-check", "unguarded", "unknown", "truncated"]
ignore = "truncated"
min-coverage = 87.50
require-source = true
require-checked = true
require-guarded = true
strict = true
rounding = "nearest-10"
language = "de"
hedges = {about = 5, beyond = "12.5%"}
budget = 1_000
baseline = "known/old.json"

[severity]
implied = "error"

[per-file-ignores]
"claims/old" = ["fail", "implied"]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(text: str, name: str = "factcheck.toml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def chosen(text: str, name: str = "factcheck.toml") -> Chosen:
    return configuration(written(text, name))


# Reading


def test_every_setting_is_read() -> None:
    settings = chosen(EVERY).settings
    assert settings == Settings.model_construct(
        select=tuple("fail implied uncovered missing-source missing-check unguarded unknown truncated".split()),
        ignore=("truncated",),
        min_coverage=Fraction(7, 8),
        require_source=True,
        require_checked=True,
        require_guarded=True,
        strict=True,
        rounding=Convention(Rounding.NEAREST, 10),
        language="de",
        hedges=Hedges(about=Fraction(1, 20), beyond=Fraction(1, 8)),
        budget=1000,
        baseline="known/old.json",
        severity={"implied": Severity.ERROR},
        per_file_ignores={"claims/old": ("fail", "implied")},
    )
    assert {*tomllib.loads(EVERY)} == {*NAMES}


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_every_mistake_is_told_once_with_its_place_and_what_would_be_right(bad: Bad) -> None:
    written(bad.text)
    with pytest.raises(SettingsError) as caught:
        configuration(Path("factcheck.toml"))
    (problem,) = caught.value.problems
    assert f"{problem.line}:{problem.column}: {problem.words}" == bad.told
    assert str(caught.value).startswith(f"factcheck.toml:{bad.told}\n")


def test_there_are_enough_bad_configurations_and_no_two_of_one_name() -> None:
    assert len({bad.name for bad in BAD}) == len(BAD) >= 30


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    written("ignor = 1\nstrict = 2\n[severity]\nfial = 'note'\nfail = 'y'\n")
    with pytest.raises(SettingsError) as caught:
        nearest(Path.cwd())
    assert [problem.line for problem in caught.value.problems] == [1, 2, 4, 5]


def test_in_a_shared_file_only_the_own_table_is_read_and_its_places_are_those_of_the_file() -> None:
    shared = '[tool.other]\nignore = 5\nword = "factcheck"\n\n[tool.factcheck]\nbudget = 5\n'
    assert chosen(shared, "pyproject.toml").settings == Settings.model_construct(budget=5)
    assert nearest(Path.cwd()).origin("budget") == "pyproject.toml:6:1"
    written(shared.replace("budget", "budgt"), "pyproject.toml")
    with pytest.raises(SettingsError, match=r"pyproject\.toml:6:1: unknown setting 'budgt'; did you mean 'budget'\?"):
        nearest(Path.cwd())
    written("[tool]\nfactcheck = 5\n", "pyproject.toml")
    with pytest.raises(SettingsError, match=r"pyproject\.toml:2:13: '5' where settings were expected; write a table"):
        nearest(Path.cwd())


def test_a_file_that_is_named_has_to_be_there_and_to_have_settings() -> None:
    with pytest.raises(SettingsError, match=r"no\.toml:1:1: cannot be read: no such file or directory"):
        configuration(Path("no.toml"))
    with pytest.raises(SettingsError, match=r"pyproject\.toml:1:1: cannot be read: no such file or directory"):
        configuration(Path("pyproject.toml"))
    written("[tool.factchecker]\n", "pyproject.toml")
    with pytest.raises(SettingsError, match=r"pyproject\.toml:1:1: there is no table \[tool\.factcheck\]; add it"):
        configuration(Path("pyproject.toml"))
    assert nearest(Path.cwd()).file == ""
    Path("x.toml").write_bytes(b"strict = \xff")
    with pytest.raises(SettingsError, match=r"the byte FF is not UTF-8"):
        configuration(Path("x.toml"))


# The nearest


def test_the_nearest_file_holds_in_its_folder_and_below() -> None:
    written("budget = 1")
    written("[tool.factcheck]\nbudget = 2", "a/pyproject.toml")
    written("[tool.other]\n", "a/b/pyproject.toml")
    written("", "a/b/c/factcheck.toml")
    Path("a/b/c/d").mkdir()
    found = {name: nearest(Path(name).resolve()) for name in (".", "a", "a/b", "a/b/c", "a/b/c/d")}
    assert [one.settings.budget for one in found.values()] == [1, 2, 2, 200_000, 200_000]
    assert found["a/b"].folder == Path("a")


def test_the_nearest_file_is_named_from_the_working_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    written("strict = 5\n")
    Path("a/b").mkdir(parents=True)
    monkeypatch.chdir("a/b")
    with pytest.raises(SettingsError, match=r"^\.\./\.\./factcheck\.toml:1:10: '5' is neither"):
        nearest(Path.cwd())
    written("baseline = 'x/known.json'\n", "../../factcheck.toml")
    assert nearest(Path.cwd()).settings.baseline == str(Path("../../x/known.json"))


def test_two_configurations_in_one_folder_are_refused() -> None:
    written("strict = true")
    written("[project]\nname = 'x'\n\n[tool.factcheck]\n", "pyproject.toml")
    told_of = (
        r"pyproject\.toml:4:2: \[tool\.factcheck\] beside factcheck\.toml, which has settings of its own; keep one"
    )
    with pytest.raises(SettingsError, match=told_of):
        nearest(Path.cwd())


def test_a_file_that_may_not_be_read_is_told() -> None:
    with open_folder():
        written("strict = true").chmod(0)
        with ordinary_user(), pytest.raises(SettingsError, match="cannot be read: permission denied"):
            nearest(Path.cwd())


# Layers


def over(file: str, **options: Any) -> Chosen:
    given = {name.replace("_", "-"): value for name, value in options.items()}
    return chosen(file).under(layer(given, {(name,): f"--{name}" for name in given}))


def test_the_command_line_prevails_over_the_environment_that_over_the_file_that_over_the_defaults() -> None:
    file = chosen("budget = 5\nmin-coverage = 50\n")
    ci = file.under(environment({"CI": "true"}))
    top = ci.under(layer({"budget": 7}, {("budget",): "--budget"}))
    assert [one.settings.budget for one in (Chosen(), file, ci, top)] == [200_000, 5, 5, 7]
    assert [one.settings.strict for one in (Chosen(), file, ci, top)] == [False, False, True, True]
    assert [top.origin(name) for name in ("budget", "strict", "min-coverage", "rounding")] == [
        "--budget",
        "CI in the environment",
        "factcheck.toml:2:1",
        "default",
    ]


@pytest.mark.parametrize(("value", "strict"), [("1", True), ("TRUE", True), ("yes", True), ("", False), ("0", False)])
def test_continuous_integration_is_strict(value: str, *, strict: bool) -> None:
    assert chosen("strict = false").under(environment({"CI": value})).settings.strict is strict
    assert chosen("strict = true").under(environment({"CI": value})).settings.strict is True
    assert Chosen().under(environment({})).settings.strict is False


def test_a_selection_begins_afresh_and_what_is_ignored_adds_up() -> None:
    file = "select = ['fail', 'implied', 'uncovered']\nignore = ['implied']\n"
    more = over(file, ignore=["uncovered"])
    assert [rule for rule in RULES if more.settings.tells(rule)] == ["fail"]
    assert (more.origin("ignore", 0), more.origin("ignore")) == (
        "factcheck.toml:2:11",
        "factcheck.toml:2:1, --ignore",
    )
    fresh = over(file, select=["implied", "conflict"])
    assert [rule for rule in RULES if fresh.settings.tells(rule)] == ["conflict", "implied"]
    both = over(file, select=["implied", "conflict"], ignore=["conflict"])
    assert [rule for rule in RULES if both.settings.tells(rule)] == ["implied"]


def test_what_is_asked_for_on_the_command_line_is_not_left_out_by_the_file() -> None:
    with pytest.raises(
        MistakesError, match=r"^min-coverage: `uncovered` is ignored, so that `min-coverage` could never"
    ):
        over("ignore = 'uncovered'", min_coverage="80")
    assert over("min-coverage = 80", ignore=["uncovered"]).settings.min_coverage == Fraction(4, 5)
    assert chosen("ignore = 'unknown'").under(environment({"CI": "1"})).settings.strict


# Shown


@given(st.data())
def test_what_is_shown_is_a_configuration_that_says_the_same(data: st.DataObject) -> None:
    rules = st.lists(st.sampled_from([*RULES]), max_size=4, unique=True)
    values = {
        "select": rules.filter(bool),
        "ignore": rules,
        "severity": st.dictionaries(st.sampled_from([*RULES]), st.sampled_from([*Severity]), max_size=3),
        "per-file-ignores": st.dictionaries(st.sampled_from(["a*", "*/b", "c/**/d", 'e "f"']), rules, max_size=3),
        "min-coverage": st.fractions(0, 1, max_denominator=1000).map(lambda share: round(share, 4)),
        "rounding": st.sampled_from(["down", "nearest-5", "random-3"]),
        "language": st.sampled_from(["de", "en"]),
        "hedges": st.fixed_dictionaries({}, optional={"about": st.integers(0, 100), "beyond": st.integers(0, 100)}),
        "budget": st.integers(1, 10**18 - 1),
        "baseline": st.sampled_from(["known.json", "a/ü.json"]),
    }
    given_some = data.draw(st.fixed_dictionaries({}, optional=values))
    settings = Settings.model_validate(given_some)
    text = "\n".join(told(Chosen(settings)))
    again = Settings.model_validate(from_toml(text))
    shown = [rule for rule in RULES if settings.tells(rule)]
    assert shown == [rule for rule in RULES if again.tells(rule)]
    assert all(again.severity[rule] == settings.severity.get(rule, RULES[rule].severity) for rule in shown)
    for name in {*Settings.model_fields} - {"severity", "rounding"}:
        assert getattr(again, name) == getattr(settings, name), name
    assert str(again.rounding) == str(settings.rounding or "nearest")


def from_toml(text: str) -> dict[str, Any]:
    return json.loads(json.dumps(tomllib.loads(text, parse_float=str)))  # type: ignore[no-any-return]


def test_every_setting_and_every_rule_is_shown_with_where_it_was_said() -> None:
    chosen_here = over("ignore = ['implied']\nseverity.fail = 'note'\n", budget=5)
    lines = list(told(chosen_here))
    assert lines[0] == "# factcheck.toml"
    for line in (
        'ignore = ["implied"]     # factcheck.toml:1:1',
        "budget = 5               # --budget",
        "strict = false           # default",
        'fail = "note"                  # factcheck.toml:2:1',
        '# implied = "note"             # ignored: factcheck.toml:1:11',
        'unguarded = "note"             # default',
    ):
        assert line in lines
    selected = [" ".join(line.split()) for line in told(over("select = 'fail'"))]
    assert '# unguarded = "note" # not selected: factcheck.toml:1:1' in selected
    assert next(iter(told(Chosen()))) == "# no configuration file"


# What becomes of a report


def report(*findings: Finding, name: str = "claims/a.yaml") -> Report:
    claims = tuple(ClaimResult(each, "count", Verdict.PASS) for each in ("a", "b"))
    return Report((ArticleReport(name, claims, findings),))


def found(rule: Any, claim: str = "a", file: str = "claims/a.yaml", **more: Any) -> Finding:
    return Finding(rule, "m", (claim,), Place(file, 1, 1), **{"severity": rule.severity, **more})


def kept(text: str, *findings: Finding, name: str = "claims/a.yaml") -> list[str]:
    (article,) = weighed(report(*findings, name=name), chosen(text)).articles
    return [f"{one.rule.name} {one.severity.value}" for one in article.findings]


def test_rules_are_told_as_selected_and_ignored() -> None:
    findings = (found(FAIL), found(UNKNOWN), found(IMPLIED))
    assert kept("", *findings) == ["fail error", "unknown warning", "implied note"]
    assert kept("select = ['fail', 'implied']\nignore = 'implied'", *findings) == ["fail error"]


def test_errors_and_warnings_that_are_left_out_are_counted_and_notes_are_not() -> None:
    out = weighed(report(found(FAIL), found(UNKNOWN), found(IMPLIED)), chosen("select = 'truncated'"))
    assert out.ok
    assert out.summary == "2 claims: 2 pass; 2 left out"
    assert "left out" not in weighed(report(found(FAIL)), chosen("ignore = 'implied'")).summary


def test_a_severity_weighs_and_orders_findings_and_what_a_policy_made_an_error_stays_one() -> None:
    findings = (found(FAIL), found(UNKNOWN, "b"), found(IMPLIED), found(TRUNCATED))
    text = "severity = {fail = 'note', implied = 'error', truncated = 'warning'}"
    assert kept(text, *findings) == ["implied error", "truncated warning", "unknown warning", "fail note"]
    assert weighed(report(found(FAIL)), chosen("severity.fail = 'warning'")).ok
    escalated = found(UNCOVERED, severity=Severity.ERROR)
    assert kept("severity.uncovered = 'warning'", escalated) == ["uncovered error"]
    assert kept("severity.uncovered = 'warning'", found(UNCOVERED)) == ["uncovered warning"]


def test_rules_are_ignored_in_files_by_their_path_from_the_folder_of_the_configuration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "[per-file-ignores]\n'claims/old' = 'fail'\n'*.md' = ['uncovered']\n"
    assert kept(text, found(FAIL), name="claims/old/a.yaml") == []
    assert kept(text, found(FAIL), name="claims/new/a.yaml") == ["fail error"]
    covered = found(UNCOVERED, file="claims/new/a.md")
    assert kept(text, found(FAIL), covered, name="claims/new/a.yaml") == ["fail error"]
    written(text)
    Path("claims").mkdir()
    monkeypatch.chdir("claims")
    (article,) = weighed(report(found(FAIL, file=""), name="old/a.yaml"), nearest(Path.cwd())).articles
    assert (article.findings, article.left_out) == ((), 1)


@pytest.mark.parametrize(
    ("pattern", "file", "fits"),
    [
        ("a.yaml", "a.yaml", True),
        ("a.yaml", "x/y/a.yaml", True),
        ("*.yaml", "x/a.yaml", True),
        ("/*.yaml", "x/a.yaml", False),
        ("/*.yaml", "a.yaml", True),
        ("x/*.yaml", "x/y/a.yaml", False),
        ("x/**/a.yaml", "x/a.yaml", True),
        ("x/**/a.yaml", "x/y/z/a.yaml", True),
        ("**/y", "x/y/a.yaml", True),
        ("x", "x/y/a.yaml", True),
        ("x/", "x/y/a.yaml", True),
        ("y/", "x/y/a.yaml", True),
        ("x/y", "x/y/a.yaml", True),
        ("y/a.yaml", "x/y/a.yaml", False),
        ("A.yaml", "a.yaml", False),
        ("[ab].yaml", "b.yaml", True),
        ("?.yaml", "ab.yaml", False),
        ("*", "../a.yaml", False),
        ("a.yaml", "./x/../a.yaml", True),
        ("**", "x/y.yaml", True),
    ],
)
def test_a_pattern_is_for_files_and_for_all_that_is_in_a_folder(pattern: str, file: str, *, fits: bool) -> None:
    assert matches(pattern, file, Path()) is fits
    assert matches(pattern, str(Path(file).absolute()), Path.cwd()) is fits


NAME = st.sampled_from(["a", "b", "ab", "a.b"])


@given(st.lists(NAME, min_size=1, max_size=4), st.data())
def test_a_path_is_matched_by_itself_its_folders_and_stars_in_place_of_its_names(
    names: list[str], data: st.DataObject
) -> None:
    file, folder = "/".join(names), Path("/root-of-nothing")
    length = data.draw(st.integers(1, len(names)))
    wanted = ["*" if data.draw(st.booleans()) else name for name in names[:length]]
    assert matches("/" + "/".join(wanted), f"/root-of-nothing/{file}", folder)
    start = data.draw(st.integers(0, length))
    assert matches("/".join(["", "**", *wanted[start:]]), f"/root-of-nothing/{file}", folder)
    assert not matches("/" + "/".join([*wanted, *names[length:], "*"]), f"/root-of-nothing/{file}", folder)


# The schema


def test_the_schema_takes_what_is_taken_and_refuses_what_is_refused() -> None:
    validator = Draft7Validator(schema())
    Draft7Validator.check_schema(schema())
    validator.validate({**tomllib.loads(EVERY)})
    for example in schema()["examples"]:
        validator.validate(example)
        Settings.model_validate(json.loads(json.dumps(example)))
    accepted = []
    for bad in BAD:
        try:
            data = json.loads(json.dumps(tomllib.loads(bad.text)))
        except tomllib.TOMLDecodeError:
            continue
        if validator.is_valid(data):
            accepted.append(bad.name)
    beyond_schemas = "files above,files nowhere,files backslash,base,percent nan,budget nought,select nothing"
    never = "coverage of nothing told,sources not selected,checks ignored,guards ignored,undecided ignored"
    assert set(accepted) <= {*beyond_schemas.split(","), *never.split(",")}
