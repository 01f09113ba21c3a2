"""Settings and baselines as a user meets them: files, options, exit codes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from factcheck.cli import Exit
from tests.test_cli import BAD, GOOD, claims, folder, run

__all__ = ["folder"]  # a fixture that holds here, too

SHARE = """claims:
- {kind: count, quantity: whole, printed: "3"}
- {kind: count, quantity: part, printed: "2"}
- {kind: share, part: part, whole: whole, printed: "66.6%"}
"""


def test_the_configuration_holds_in_folders_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    claims("factcheck.toml", "ignore = 'conflict'\n")
    claims("claims/sub/a.yaml", BAD)
    assert run("verify")[0] == Exit.OK
    monkeypatch.chdir("claims/sub")
    assert run("verify", "a.yaml")[:2] == (
        0,
        "2 claims: 2 conflict; 0 of 2 numbers guarded, 2 not worked out; 1 left out\n",
    )
    assert run("verify", "a.yaml", "--isolated")[0] == Exit.FOUND
    claims("other.toml", "")
    assert run("verify", "a.yaml", "--config", "other.toml")[0] == Exit.FOUND
    assert run("verify", "a.yaml", "--config", "../../factcheck.toml")[0] == Exit.OK


def test_a_configuration_that_cannot_be_used_ends_the_run() -> None:
    claims("a.yaml", GOOD)
    claims("pyproject.toml", "[tool.factcheck]\nignore = [\n  'implid',\n]\n")
    told = (
        "factcheck: pyproject.toml:3:3: unknown rule 'implid'; did you mean 'implied'?\n"
        "    3 |   'implid',\n"
        "      |   ^\n"
    )
    for command in (("verify", "a.yaml"), ("bounds", "a.yaml"), ("guards", "a.yaml"), ("why", "count-a", "a.yaml")):
        assert run(*command) == (2, "", told)
        assert run(*command, "--isolated")[0] == 0
        assert run(*command, "--isolated", "--config", "x") == (
            2,
            "",
            "factcheck: --config with --isolated: choose one\n",
        )
    assert run("scan", "a.txt") == (2, "", told)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--select", "fail", "--select", "fial"], "--select: unknown rule 'fial'; did you mean 'fail'?"),
        (["--ignore", "implid"], "--ignore: unknown rule 'implid'; did you mean 'implied'?"),
        (["--min-coverage", "all"], "--min-coverage: 'all' is no percentage from 0 to 100, such as 80"),
        (
            ["--min-coverage", "80", "--ignore", "uncovered"],
            "--min-coverage: `uncovered` is ignored, so that `min-coverage` could never fail; take one of them out",
        ),
        (["--baseline", ""], "--baseline: '' where text was expected; write at least 1 character"),
        (["--baseline", "no.json"], "no.json: there is no such baseline; write it with --update-baseline"),
        (
            ["--update-baseline"],
            "--update-baseline: no file is named; name it with --baseline FILE, or `baseline` in the settings",
        ),
        (
            ["--config", "no.toml"],
            "no.toml:1:1: cannot be read: no such file or directory; check the path and its permissions",
        ),
    ],
)
def test_a_bad_option_is_told_and_ends_the_run(options: list[str], told: str) -> None:
    assert run("verify", claims("a.yaml", GOOD), *options) == (2, "", f"factcheck: {told}\n")


def test_the_settings_are_shown_with_where_they_come_from_and_nothing_is_checked() -> None:
    claims("factcheck.toml", "min-coverage = 80\nbudget = 3\nlanguage = 'de'\n")
    code, out, told = run("verify", "none", "--show-settings", "--budget", "4", "--ignore", "implied", CI="1")
    assert (code, told) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "# factcheck.toml"
    for line in (
        "min-coverage = 80 # factcheck.toml:1:1",
        "budget = 4 # --budget",
        "strict = true # CI in the environment",
        "require-source = false # default",
        '# implied = "note" # ignored: --ignore',
        'fail = "error" # default',
    ):
        assert line in lines
    assert tomllib.loads(out)["budget"] == 4
    for command in ("bounds", "guards"):
        assert "budget = 3 " in run(command, "--show-settings")[1]
    assert "budget = 3 " in run("scan", "none.txt", "--show-settings")[1]


def test_policies_of_the_configuration_fail_a_run_and_the_command_line_is_heard_before_it() -> None:
    claims("a.yaml", GOOD)
    claims("factcheck.toml", "require-source = true\nrequire-checked = true\nrequire-guarded = true\n")
    code, out, _ = run("verify", "a.yaml")
    assert code == Exit.FOUND
    assert [line.split(": ")[1] for line in out.splitlines()[:-1]] == ["unguarded", "missing-source", "missing-check"]
    assert run("verify", "a.yaml", "--ignore", "unguarded", "--select", "fail")[0] == Exit.OK
    claims("factcheck.toml", "require-source = true\nseverity.missing-source = 'warning'\n")
    code, out, _ = run("verify", "a.yaml")
    assert (code, "; 1 warning; " in out) == (Exit.OK, True)


def test_the_budget_and_whether_undecided_claims_are_errors_come_from_the_configuration() -> None:
    claims("a.yaml", GOOD)
    claims("factcheck.toml", "budget = 1\nstrict = true\n")
    for command in ("verify", "bounds", "guards"):
        assert run(command, "a.yaml")[0] == Exit.FOUND
        assert run(command, "a.yaml", "--budget", "200000")[0] == Exit.OK
        assert run(command, "a.yaml", "--isolated", "--budget", "1")[0] == Exit.OK


def test_the_rounding_of_the_house_holds_where_the_claims_file_says_nothing() -> None:
    claims("a.yaml", SHARE)
    claims("factcheck.toml", "rounding = 'down'\n")
    assert run("verify", "a.yaml")[0] == Exit.OK
    assert run("verify", "a.yaml", "--isolated")[0] == Exit.FOUND
    assert "PASS" in run("why", "share-part-whole", "a.yaml")[1].partition("\n")[0]
    claims("b.yaml", f"rounding: nearest\n{SHARE}")
    assert run("verify", "b.yaml")[0] == Exit.FOUND
    claims("a.txt", "Of the 3 boats, 2 (66.6%) sank.")
    assert [run("scan", "a.txt", *more)[0] for more in ([], ["--isolated"])] == [Exit.OK, Exit.FOUND]


def test_the_hedges_of_the_house_reach_as_far_as_it_says() -> None:
    text = """claims:
- {kind: count, quantity: a, printed: "1,861"}
- {kind: count, quantity: a, printed: "nearly 2,000"}
- {kind: count, quantity: b, printed: "2,300"}
- {kind: count, quantity: b, printed: "more than 1,600"}
"""

    def told(house: str, desk: str = "") -> list[str]:
        claims("factcheck.toml", house)
        findings = json.loads(run("verify", claims("a.yaml", desk + text), "--output-format", "json")[1])["articles"]
        return [f"{one['rule']} {one['claims'][-1]}" for one in findings[0]["findings"] if one["severity"] != "note"]

    assert told("") == ["misleading-hedge count-a-2", "misleading-hedge count-b-2"]
    assert told("hedges = {about = 5}") == ["conflict count-a-2", "misleading-hedge count-b-2"]
    assert told("hedges = {about = 20}") == ["misleading-hedge count-b-2"]
    assert told("hedges = {beyond = 50}") == ["misleading-hedge count-a-2"]
    assert told("hedges = {about = 20}", "hedges: {about: 5%, beyond: 50}\n") == ["conflict count-a-2"]
    assert (
        "a.yaml:1:10: unknown field 'abuot'; did you mean 'about'?"
        in run("verify", claims("a.yaml", f"hedges: {{abuot: 5%}}\n{text}"))[2]
    )


def test_the_language_of_the_house_holds_where_nothing_else_is_said() -> None:
    claims("factcheck.toml", "language = 'de'\n")
    claims("a.yaml", SHARE.replace("66.6%", "66,7 Prozent"))
    assert run("verify", "a.yaml")[0] == Exit.OK
    assert run("verify", "a.yaml", "--isolated")[0] == Exit.UNUSABLE
    claims("a.txt", "Das waren 1.234.567 Fälle.")
    strange = ["mixed-conventions" in run("scan", "a.txt", *more)[1] for more in ([], ["--language", "en"])]
    assert strange == [False, True]


def test_a_scan_tells_what_the_settings_say() -> None:
    claims("a.txt", "It was used in 312 of the 956 cases (36.2%).")
    claims("factcheck.toml", "[per-file-ignores]\n'*.txt' = ['scanned']\n")
    code, out, _ = run("scan", "a.txt")
    assert (code, "scanned" in out) == (Exit.FOUND, False)
    assert run("scan", "a.txt", "--ignore", "conflict")[0] == Exit.OK
    assert run("scan", "a.txt", "--select", "scanned")[0] == Exit.OK


def test_a_baseline_is_written_passes_catches_a_new_slip_and_tells_what_was_mended() -> None:
    claims("a.yaml", BAD)
    known = ("--baseline", "known.json")
    assert run("verify", "a.yaml", *known, "--update-baseline") == (
        0,
        "2 claims: 2 conflict; 0 of 2 numbers guarded, 2 not worked out; 1 known\n",
        "factcheck: wrote known.json: 1 finding, 1 of them new; 0 gone\n",
    )
    claims("a.yaml", f"# lines have moved\n\n{BAD}")
    assert run("verify", "a.yaml", *known)[0] == Exit.OK
    slip = BAD.removeprefix("claims:\n").replace("quantity: a", "quantity: b")
    claims("a.yaml", BAD + slip)
    code, out, _ = run("verify", "a.yaml", *known)
    assert (code, out.count(": conflict: "), "Because b came to 1" in out) == (Exit.FOUND, 1, True)
    claims("a.yaml", GOOD)
    code, out, _ = run("verify", "a.yaml", *known)
    assert code == Exit.OK
    assert out.startswith(
        "known.json:4:5: unused-baseline: The baseline lists a finding that occurs no more: conflict on"
    )
    claims("factcheck.toml", "baseline = 'known.json'\nseverity.unused-baseline = 'error'\n")
    assert run("verify", "a.yaml")[0] == Exit.FOUND
    assert (
        run("verify", "a.yaml", "--update-baseline")[2]
        == "factcheck: wrote known.json: 0 findings, 0 of them new; 1 gone\n"
    )
    assert run("verify", "a.yaml")[0] == Exit.OK


def test_a_rule_that_is_not_selected_is_not_gone_from_the_baseline() -> None:
    claims("a.yaml", BAD)
    run("verify", "a.yaml", "--baseline", "known.json", "--update-baseline")
    assert run("verify", "a.yaml", "--baseline", "known.json", "--select", "unused-baseline")[1].count("\n") == 1


def test_programs_are_told_what_is_known() -> None:
    claims("a.yaml", BAD)
    run("verify", "a.yaml", "--baseline", "known.json", "--update-baseline")
    reports = ("--report", "json=r.json", "--report", "sarif=r.sarif")
    assert run("verify", "a.yaml", "--baseline", "known.json", "--select", "conflict", *reports)[0] == Exit.OK
    (article,) = json.loads(Path("r.json").read_text(encoding="utf-8"))["articles"]
    assert (article["ok"], article["findings"], article["left_out"]) == (True, [], 0)
    assert [finding["rule"] for finding in article["known"]] == ["conflict"]
    (result,) = json.loads(Path("r.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["baselineState"] == "unchanged"
    assert result["suppressions"] == [{"kind": "external", "justification": "listed in the baseline"}]


def test_a_baseline_that_cannot_be_written_or_read_ends_the_run() -> None:
    claims("a.yaml", BAD)
    code, _, told = run("verify", "a.yaml", "--baseline", "no/known.json", "--update-baseline")
    assert (code, told) == (2, "factcheck: no/known.json: cannot be written: there is no folder no; make it first\n")
    claims("known.json", '{"baseline_version": 9, "findings": []}')
    code, out, told = run("verify", "a.yaml", "--baseline", "known.json")
    assert (code, out) == (2, "")
    assert told.startswith("factcheck: known.json:1:22: '9' is not allowed here; write '1'\n")
