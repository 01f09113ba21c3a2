"""The command as a user meets it: words, exit codes, and never a traceback."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from typer.testing import CliRunner

from factcheck import cli
from factcheck.cli import Exit, app
from factcheck.cli.root import COMMANDS
from factcheck.kinds import KINDS
from factcheck.rules import RULES

ROOT = Path(__file__).parents[1]
GOOD = 'claims:\n- {kind: count, quantity: a, printed: "1"}\n'
BAD = GOOD + '- {kind: count, quantity: a, printed: "2"}\n'
BROKEN = "claims:\n- {kind: cuont, quantity: a}\n"
SETTINGS = """CI COLUMNS FORCE_COLOR GITHUB_ACTIONS GITHUB_STEP_SUMMARY NO_COLOR SOURCE_DATE_EPOCH TERM""".split()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and none of the settings that a machine may have."""
    monkeypatch.chdir(tmp_path)
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def claims(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def names() -> list[str]:
    """What stands in the working folder."""
    return sorted(path.name for path in Path().iterdir() if path.name != ".factcheck_cache")


def run(*words: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command in this process."""
    result = CliRunner().invoke(app, words, env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def process(*words: str, given: str = "", **environment: str) -> tuple[int, str, str]:
    """The same in a process of its own."""
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", *words],
        input=given.encode(),
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
    )
    told = result.stderr.decode()
    assert "Traceback" not in told
    return result.returncode, result.stdout.decode(errors="replace"), told


# Reports to files


def test_one_run_writes_several_reports_and_shows_one() -> None:
    claims("a.yaml", BAD)
    code, out, _ = run(
        "verify", "a.yaml", "--report", "json=r.json", "--report", "junit=r.xml", "--report", "table=r.txt"
    )
    assert (code, out.count("\n")) == (Exit.FOUND, 2)
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["ok"] is False
    assert 'failures="2"' in Path("r.xml").read_text(encoding="utf-8")
    assert "CONFLICT" in Path("r.txt").read_text(encoding="utf-8")
    assert names() == ["a.yaml", "r.json", "r.txt", "r.xml"]


def test_a_scan_writes_reports_too() -> None:
    claims("a.txt", "It was used in 312 of the 956 cases (36.2%).")
    assert run("scan", "a.txt", "--report", "sarif=r.sarif")[0] == Exit.FOUND
    assert json.loads(Path("r.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["junti=r.xml"], "did you mean 'junit'?"),
        (["r.xml"], "write a format and a file, as in junit=report.xml"),
        (["json="], "write a format and a file"),
        (["json=r", "sarif=r"], "another report goes to the same file"),
        (["json=absent/r.json"], "absent/r.json: cannot be written: there is no folder absent; make it first"),
        (["json=."], "cannot be written"),
    ],
)
def test_a_report_that_cannot_be_written_is_told_and_ends_the_run(options: list[str], told: str) -> None:
    claims("a.yaml", GOOD)
    words = [word for option in options for word in ("--report", option)]
    code, out, err = run("verify", "a.yaml", *words)
    assert (code, out) == (Exit.UNUSABLE, "")
    assert told in err
    assert names() == ["a.yaml"]


def test_a_report_replaces_what_was_there_as_a_whole_and_keeps_its_permissions() -> None:
    claims("a.yaml", GOOD)
    old = Path(claims("r.json", "x" * 10**6))
    old.chmod(0o640)
    assert run("verify", "a.yaml", "--report", "json=r.json")[0] == Exit.OK
    assert json.loads(old.read_text(encoding="utf-8"))["ok"] is True
    assert old.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("verify a.yaml --report json=t.csv", "--report json=t.csv: that file was read for it"),
        ("verify a.yaml --report json=factcheck.toml", "that file was read for it"),
        ("verify a.yaml --certificate a.yaml", "--certificate a.yaml: that file was read for it"),
        ("verify a.yaml --certificate r --report json=./r", "--certificate r: another report goes to the same file"),
        ("verify a.yaml --update-baseline --baseline k --report json=k", "that file was read for it"),
        ("scan a.txt --report json=a.txt", "that file was read for it"),
        ("why count-b a.yaml --svg t.csv", "--svg t.csv: that file was read for it"),
    ],
)
def test_nothing_is_written_over_what_was_read(words: str, told: str) -> None:
    data = "data: {t: t.csv}\nquantities: {b: {of: c}, c: {raw: {table: t}}}\n"
    claims("a.yaml", f"{data}claims:\n- {{kind: count, quantity: b, printed: about 2}}\n")
    claims("t.csv", "a\n1\n2\n3\n")
    claims("a.txt", "It was used in 312 of the 956 cases (32.6%).")
    claims("factcheck.toml", "strict = true\n")
    before = {name: Path(name).read_bytes() for name in names()}
    code, _, err = run(*words.split())
    assert (code, told in err) == (Exit.UNUSABLE, True), err
    assert {name: Path(name).read_bytes() for name in names()} == before


def test_a_report_may_go_to_what_is_no_regular_file() -> None:
    claims("a.yaml", GOOD)
    assert run("verify", "a.yaml", "--report", f"json={os.devnull}")[0] == Exit.OK
    assert Path(os.devnull).is_char_device()


def test_a_disk_that_fills_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    claims("a.yaml", GOOD)
    claims("r.json", "old")

    def full(_path: str, _other: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    code, _, err = run("verify", "a.yaml", "--report", "json=r.json")
    assert code == Exit.UNUSABLE
    assert "No space left on device" in err
    assert Path("r.json").read_text(encoding="utf-8") == "old"
    assert names() == ["a.yaml", "r.json"]


def test_a_github_workflow_gets_its_commands_and_its_summary() -> None:
    claims("a.yaml", BAD)
    claims("summary.md", "before\n")
    workflow = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"}
    code, out, _ = run("verify", "a.yaml", **workflow)
    assert (code, out.partition(" ")[0]) == (Exit.FOUND, "::error")
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n**2 claims: 2 conflict; 1 error; 0 of 2 numbers guarded, 2 not worked out**\n")
    run("verify", "a.yaml", "--output-format", "concise", **workflow)
    assert Path("summary.md").read_text(encoding="utf-8") == summary  # who asks for a format gets that alone


# Exit codes


@pytest.mark.parametrize(("text", "code"), [(GOOD, Exit.OK), (BAD, Exit.FOUND), (BROKEN, Exit.UNUSABLE)])
def test_the_exit_code_says_what_became_of_the_run(text: str, code: Exit) -> None:
    claims("a.yaml", text)
    assert run("verify", "a.yaml")[0] == code


def test_exit_zero_is_for_runs_that_only_report() -> None:
    code, out, _ = run("verify", claims("a.yaml", BAD), "--exit-zero")
    assert (code, "conflict" in out) == (Exit.OK, True)
    assert run("verify", claims("a.yaml", BROKEN), "--exit-zero")[0] == Exit.UNUSABLE


def test_nothing_checked_is_never_green() -> None:
    Path("empty").mkdir()
    assert run("verify", "empty") == (3, "", "factcheck: nothing was checked: no claims files in empty\n")
    code, _, told = run("verify", claims("none.yaml", "claims: []\n"))
    assert (code, told) == (3, "factcheck: nothing was checked: the claims files hold no claims\n")
    assert run("verify", "none.yaml", "--exit-zero")[0] == 3


def test_the_folder_claims_is_read_by_default() -> None:
    assert run("verify") == (2, "", "factcheck: claims:1:1: no such file or folder; check the path\n")
    claims("claims/a/b.yaml", GOOD)
    code, out, err = run("verify")
    assert (code, out.splitlines()[-1], err) == (0, "1 claim: 1 pass; 1 note; 0 of 1 number guarded", "")


def test_an_interrupt_ends_with_130_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.batch.checking.check", interrupted)
    monkeypatch.setattr(sys, "argv", ["factcheck", "verify", claims("a.yaml", GOOD)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 130


# What is read


def test_every_file_that_cannot_be_read_is_told_and_the_run_ends() -> None:
    files = claims("a.yaml", GOOD), claims("b.yaml", BROKEN), "none.yaml", claims("c.yaml", "quantities: 5\n")
    code, out, told = run("verify", *files)
    assert (code, out) == (2, "")
    starts = [line for line in told.split("\n") if line.startswith("factcheck: ")]
    assert all(any(name in line for line in starts) for name in ("b.yaml", "none.yaml", "c.yaml"))
    assert "did you mean 'count'?" in told


def test_several_files_and_folders_make_one_report() -> None:
    code, out, _ = run("verify", claims("x/a.yaml", GOOD), claims("y.yaml", BAD), "x", "--output-format", "json")
    assert code == 1
    assert [article["name"] for article in json.loads(out)["articles"]] == ["x/a.yaml", "y.yaml"]


@pytest.mark.parametrize("text", [GOOD, '{"claims": [{"kind": "count", "quantity": "a", "printed": "1"}]}'])
def test_standard_input_is_a_claims_file(text: str) -> None:
    code, out, _ = process("verify", "-", given=text)
    assert (code, out.splitlines()[-1]) == (0, "1 claim: 1 pass; 1 note; 0 of 1 number guarded")


def test_a_problem_of_standard_input_has_its_place() -> None:
    code, _, told = process("verify", "-", given=BROKEN)
    assert code == 2
    assert told.startswith("factcheck: <standard input>:2:")


@pytest.mark.parametrize("name", ["mit Leerzeichen – ü.yaml", "日本.yml", "it's.yaml", "[red].yaml"])
def test_file_names_are_taken_as_they_are(name: str) -> None:
    code, out, _ = run("verify", claims(name, BAD))
    assert code == 1
    assert out.startswith(f"{name}:2:3: conflict: ")
    code, out, _ = run("verify", name, "--output-format", "table")
    assert f"\nerror: conflict  {name}:2:3\n" in out


def test_a_file_name_cannot_steer_the_terminal() -> None:
    name = claims("\x1b[2J.yaml", BROKEN)
    _, out, told = process("verify", name)
    assert "\x1b" not in out + told
    assert "\\x1b[2J.yaml" in told


# Options


def test_unknown_is_an_error_when_strict_and_in_ci() -> None:
    name = claims("a.yaml", GOOD)
    assert run("verify", name, "--budget", "1")[0] == 0
    assert run("verify", name, "--budget", "1", "--strict")[0] == 1
    for setting, code in (("true", 1), ("1", 1), ("", 0), ("false", 0)):
        assert run("verify", name, "--budget", "1", CI=setting)[0] == code
    assert run("verify", name, CI="true")[0] == 0


WAIVED = GOOD.replace("}", ", waive: {rule: truncated, reason: so, until: 2026-01-31}}")


def test_the_day_of_the_run_is_the_option_else_the_epoch_else_today() -> None:
    name = claims("a.yaml", WAIVED)
    assert run("verify", name, "--today", "2026-01-31")[0] == 0
    assert run("verify", name, "--today", "2026-02-01")[0] == 1
    assert run("verify", name, SOURCE_DATE_EPOCH="0")[0] == 0
    assert run("verify", name, SOURCE_DATE_EPOCH="1769904000")[0] == 1  # 1 February 2026
    assert run("verify", name, "--today", "2026-01-31", SOURCE_DATE_EPOCH="1769904000")[0] == 0
    _, out, _ = run("verify", name, "--output-format", "json", SOURCE_DATE_EPOCH="0")
    assert json.loads(out)["today"] == "1970-01-01"


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "", "31.1.2026"])
def test_a_bad_day_is_refused(day: str) -> None:
    code, _, told = run("verify", claims("a.yaml", GOOD), "--today", day)
    assert (code, told) == (2, f"factcheck: --today: {day!r} is no day such as 2026-01-31\n")


@pytest.mark.parametrize("epoch", ["x", "-1", "1.5", "", "9" * 30, "١"])
def test_a_bad_epoch_is_refused(epoch: str) -> None:
    code, _, told = run("verify", claims("a.yaml", GOOD), SOURCE_DATE_EPOCH=epoch)
    assert (code, told) == (2, f"factcheck: SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("verify", "--colour"), "--color"),
        (("verfy",), "verify"),
        (("verify", "--output-format", "tabel"), "table"),
        (("verify", "--output-format", "docx"), "write it with --report docx=FILE"),
        (("scan", "a.md", "--output-format=docx"), "write it with --report docx=FILE"),
        (("verify", "--budget", "0"), "1"),
        (("verify", "--budget", "many"), "--budget"),
        (("kind", "shar"), "did you mean 'share'?"),
        (("rule", "fial"), "did you mean 'fail'?"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(words: tuple[str, ...], told: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err


def test_quiet_says_nothing_where_nothing_is_wrong() -> None:
    assert run("verify", claims("a.yaml", GOOD), "-q")[:2] == (0, "")
    assert "conflict" in run("verify", claims("a.yaml", BAD), "-q")[1]


# Colour and format


@pytest.mark.parametrize(
    ("words", "settings", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_asked(words: tuple[str, ...], settings: dict[str, str], coloured: bool) -> None:
    name = claims("a.yaml", BAD)
    _, out, _ = run("verify", name, "--output-format", "table", *words, **settings)
    assert ("\x1b[" in out) == coloured


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("10", 40), ("200", 200)])
def test_a_table_is_as_wide_as_the_terminal_but_not_narrower_than_forty(columns: str, width: int) -> None:
    _, out, _ = run("verify", claims("a.yaml", BAD), "--output-format", "table", COLUMNS=columns)
    longest = max(map(len, out.split("\n")))
    assert (40 if width > 40 else 30) < longest <= width


@pytest.mark.parametrize(("form", "loads"), [("auto", False), ("concise", False), ("json", False), ("table", True)])
def test_rich_is_loaded_for_tables_only(form: str, loads: bool) -> None:
    script = (
        "import sys; from factcheck.cli import main\n"
        f"sys.argv = ['factcheck', 'verify', 'a.json', '--output-format', {form!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*(name in sys.modules for name in ('rich', 'yaml')), file=sys.stderr)"
    )
    claims("a.json", '{"claims": [{"kind": "count", "quantity": "a", "printed": "1"}]}')
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert result.stderr.split() == [str(loads), "False"]


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_an_encoding_that_lacks_characters_stops_no_report(encoding: str) -> None:
    name = claims("a.yaml", GOOD.replace("}", ', quote: "東京 – 2"}'))
    code, out, _ = process("verify", name, "--output-format", "table", PYTHONIOENCODING=encoding)
    assert code == 1
    assert "quote-drift" in out


# The other commands


def test_why_tells_the_derivation_of_a_verdict() -> None:
    code, out, _ = run("why", "count-a-2", claims("a.yaml", BAD))
    assert code == 0
    assert out.startswith("count-a-2: CONFLICT (a.yaml:3:3)\nIt says: a came to 2.\n")
    assert run("why", "count-b", "a.yaml") == (2, "", "factcheck: no claim 'count-b'; did you mean 'count-a'?\n")


def test_why_draws_a_number_line_in_what_the_output_can_show() -> None:
    name = claims("a.yaml", BAD)
    plain = run("why", "count-a-2", name, "--ascii")[1]
    assert plain.splitlines()[-2].startswith("  possible ---")
    told = process("why", "count-a-2", name, PYTHONIOENCODING="latin-1:replace")[1]
    assert told.splitlines()[-4:] == plain.splitlines()[-4:]


def test_why_writes_a_picture() -> None:
    assert run("why", "count-a-2", claims("a.yaml", BAD), "--svg", "a.svg")[0] == 0
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<svg ")
    code, _, told = run("why", "count-a-2", "a.yaml", "--svg", "missing/a.svg")
    assert (code, told) == (
        2,
        "factcheck: missing/a.svg: cannot be written: there is no folder missing; make it first\n",
    )
    claims("c/a.yaml", GOOD)
    assert "nothing to draw" in run("why", "count-a", "c", "--svg", "b.svg")[2]
    claims("c/b.yaml", GOOD)
    assert "2 claims files" in run("why", "count-a", "c", "--svg", "b.svg")[2]
    assert not Path("b.svg").exists()


def test_why_looks_through_all_claims_files() -> None:
    claims("claims/a.yaml", GOOD)
    claims("claims/b.yaml", GOOD)
    assert run("why", "count-a")[1].count("count-a: PASS") == 2


@pytest.mark.parametrize(("command", "names"), [("kind", KINDS), ("rule", RULES)])
def test_every_kind_and_rule_has_a_page(command: str, names: dict[str, object]) -> None:
    code, listed, _ = run(command)
    assert code == 0
    assert [line.split()[0] for line in listed.splitlines()] == list(names)
    for name in names:
        code, page, _ = run(command, name)
        assert code == 0
        assert page.startswith(name)
        assert "\nExample" in page


def test_every_command_is_listed_and_found_in_its_module() -> None:
    for module in iter_modules(cli.__path__):
        import_module(f"factcheck.cli.{module.name}")
    found = {info.name or (info.callback and info.callback.__name__): info.callback for info in app.registered_commands}
    assert set(found) == set(COMMANDS)
    for name, module_name in COMMANDS.items():
        callback = found[name]
        assert callback is not None
        assert callback.__module__ == f"factcheck.cli.{module_name}"


def test_the_schema_is_json() -> None:
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out)["properties"]["claims"]


def test_the_list_of_commands_cuts_no_line_short() -> None:
    told = CliRunner(env={"COLUMNS": "80"}).invoke(app, ["--help"]).stdout
    assert "  verify   Check claims files" in told
    assert "..." not in told.partition("Commands:")[2]


@pytest.mark.parametrize("words", [("--help",), ("verify", "--help"), ("why", "--help"), ("kind", "--help")])
def test_help_is_plain_text(words: tuple[str, ...]) -> None:
    code, out, _ = run(*words)
    assert code == 0
    assert out.startswith("Usage: ")


def test_the_version_is_that_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.cli.root.version_of", lambda _: "1.2.3")
    assert run("--version")[:2] == (0, "factcheck 1.2.3\n")
