"""Runs that are remembered: the same words at the same state of the world say the same, and any other are checked again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from factcheck import __main__, cli
from factcheck.cache import circumstances, folder, ledger, runs, whole
from factcheck.report import FORMATS

ROOT = Path(__file__).parents[1]
GOOD = 'article: a.md\nclaims:\n- {kind: count, quantity: a, printed: "1", quote: "It was 1."}\n'
BAD = 'claims:\n- {kind: count, quantity: a, printed: "1"}\n- {kind: count, quantity: a, printed: "2"}\n'
CACHE = Path(folder.FOLDER)


class Ended(NamedTuple):
    """What a run left, and whether anything was checked for it."""

    code: int
    out: str
    checked: bool


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An article with its claims in a working folder, and none of the settings that a machine may have."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    for name in filter(circumstances.matters, list(os.environ)):
        monkeypatch.delenv(name)
    write("a.md", "It was 1.\n")
    write("claims/a.yaml", GOOD.replace("a.md", "../a.md"))
    yield work
    ledger._OPEN.clear()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, through its front door, in this process."""
    checked = []
    command = cli.main

    def watched() -> None:
        checked.append(True)
        command()

    monkeypatch.setattr(cli, "main", watched)

    def run(*words: str) -> Ended:
        checked.clear()
        monkeypatch.setattr(sys, "argv", ["factcheck", *words])
        with pytest.raises(SystemExit) as ended:
            __main__.main()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, capsys.readouterr().out, bool(checked))

    return run


def write(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def entry() -> Path:
    (found,) = (CACHE / "runs").iterdir()
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_a_remembered_run_says_the_same_byte_for_byte(run: Run, form: str) -> None:
    write("b.yaml", BAD)
    words = ("verify", "claims", "b.yaml", "--output-format", form, "--report", f"{form}=r")
    first = run(*words)
    report = Path("r").read_bytes()
    Path("r").unlink()
    assert (first.code, first.checked) == (1, True)
    assert run(*words) == first._replace(checked=False)
    assert Path("r").read_bytes() == report
    assert run(*words, "--no-cache") == first


@pytest.mark.parametrize("words", ["scan a.md", "bounds", "guards", "verify --show-text"])
def test_what_reads_and_reports_is_remembered(run: Run, words: str) -> None:
    write("a.md", "It was 1. It was used in 312 of the 956 cases (32.6%).\n")
    first = run(*words.split())
    assert run(*words.split()) == first._replace(checked=False)


CHANGES: dict[str, Callable[[], object]] = {
    "the claims": lambda: write("claims/a.yaml", BAD),
    "the article": lambda: write("a.md", "It was 2.\n"),
    "a claims file more": lambda: write("claims/new/b.json", '{"claims": []}'),
    "a folder that is now a file": lambda: (Path("claims").rename("old"), write("claims", GOOD)),
    "settings": lambda: write("factcheck.toml", "ignore = ['unguarded']\n"),
    "settings of a folder above": lambda: write("../pyproject.toml", "[tool.factcheck]\nstrict = true\n"),
    "a claims file less": lambda: Path("claims/a.yaml").unlink(),
    "an article less": lambda: Path("a.md").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_run_looked_at_and_is_changed_is_checked_again(run: Run, change: str) -> None:
    assert run("verify").checked
    assert not run("verify").checked
    CHANGES[change]()
    assert run("verify").checked


def test_what_a_run_did_not_look_at_may_change(run: Run) -> None:
    run("verify")
    write("b.yaml", BAD)
    write("claims/.hidden.yaml", BAD)
    os.utime("a.md", (0, 0))
    assert not run("verify").checked


def test_a_change_of_a_baseline_or_of_what_it_is_about_is_checked_again(run: Run) -> None:
    write("b.yaml", BAD)
    assert run("verify", "b.yaml", "--baseline", "k.json", "--update-baseline").code == 0
    words = ("verify", "claims", "--baseline", "k.json")
    assert [run(*words).checked, run(*words).checked] == [True, False]
    Path("b.yaml").unlink()
    assert run(*words).checked
    write("k.json", '{"baseline_version": "1", "findings": []}')
    assert [run(*words).checked, run(*words).checked] == [True, False]


@pytest.mark.parametrize("name", ["CI", "COLUMNS", "NO_COLOR", "SOURCE_DATE_EPOCH", "TERM", "TTY_INTERACTIVE", "TZ"])
def test_another_environment_is_another_run(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run("verify")
    monkeypatch.setenv(name, "77")
    assert run("verify").checked
    monkeypatch.setenv("SOMETHING_ELSE", "77")
    assert not run("verify").checked


def test_another_day_is_another_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("verify")
    monkeypatch.setattr(circumstances, "_day", lambda: "2100-01-01")
    assert run("verify").checked


def test_another_output_is_another_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("verify")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert run("verify").checked


def test_another_package_installed_is_another_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("verify")
    (tmp_path / "z3_solver-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert run("verify").checked


def test_another_source_is_another_program(tmp_path: Path) -> None:
    def digest() -> bytes:
        parts = list[bytes]()
        circumstances._source(str(tmp_path), parts.append)
        return b"".join(parts)

    seen = {digest()}
    for name, text in (("a.py", ""), ("a.py", "x"), ("b.py", ""), ("c/d.css", "y")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert digest() not in seen
        seen.add(digest())
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_bytes(b"z")
    assert digest() in seen


def test_another_folder_is_another_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("verify", "claims")
    Path("deeper").mkdir()
    Path("deeper/claims").symlink_to("../claims")
    Path("deeper", CACHE).symlink_to(f"../{CACHE}")
    monkeypatch.chdir("deeper")
    assert run("verify", "claims").checked


@pytest.mark.parametrize("text", ["claims: 5\n", "claims: []\n"])
def test_a_run_without_a_verdict_is_not_remembered(run: Run, text: str) -> None:
    write("b.yaml", text)
    codes = [run("verify", "b.yaml") for _ in range(2)]
    assert all(ended.checked and ended.code > 1 for ended in codes)


def test_neither_are_manual_pages_and_runs_that_said_more_than_a_report(run: Run) -> None:
    for words in ("kind", "kind share", "draft a.md", "verify --no-cache", "verify --show-text b.yaml", "--help"):
        write("b.yaml", BAD)
        assert [run(*words.split()).checked for _ in range(2)] == [True, True], words


def test_a_pipe_is_not_remembered_and_never_read_twice(run: Run) -> None:
    os.mkfifo("b.yaml")
    for text in (BAD, BAD.replace('"2"', '"1"')):
        writer = Thread(target=Path("b.yaml").write_text, args=(text,))
        writer.start()
        assert run("verify", "b.yaml")[::2] == (int(text == BAD), True)
        writer.join()


def test_a_file_that_becomes_a_pipe_is_not_waited_for(run: Run) -> None:
    run("verify")
    os.mkfifo("pipe")
    assert ledger.now("file", "pipe") == ledger.GONE


def test_a_file_that_changes_during_the_run_is_checked_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its verdict is that of what was read, and must not be told of what stands there when the run is remembered."""
    end = ledger.end

    def changed_meanwhile() -> None:
        write("claims/a.yaml", BAD)
        end()

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "end", changed_meanwhile)
        assert run("verify").code == 0
    assert run("verify")[::2] == (1, True)


def test_a_file_that_is_read_twice_and_differs_makes_no_memory() -> None:
    book = ledger.Ledger()
    book.look("file", "a", "1")
    book.look("file", "a", "1")
    assert book.is_sound
    book.look("file", "a", "2")
    assert not book.is_sound


# Entries


@pytest.mark.no_cover
@pytest.mark.parametrize("cut", [0, 1, 64, 65, 66, 300, -1])
def test_an_entry_that_is_damaged_is_ignored_and_written_again(run: Run, cut: int) -> None:
    first = run("verify")
    whole_entry = entry().read_bytes()
    for damaged in (whole_entry[:cut], whole_entry[:cut] + b"\xff" + whole_entry[cut:], whole_entry + b" "):
        entry().write_bytes(damaged)
        assert run("verify") == first
        assert not run("verify").checked


def signed(text: str) -> bytes:
    return folder._digest(text.encode()) + b"\n" + text.encode()


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "[" * 10**5, '{"circumstances": 1}', "\x80"])
def test_an_entry_that_makes_no_sense_is_ignored(run: Run, text: str) -> None:
    first = run("verify")
    entry().write_bytes(signed(text))
    assert run("verify") == first


def test_nothing_is_written_to_where_the_command_line_does_not_say(run: Run) -> None:
    words = ("verify", "--report", "json=./r.json")
    run(*words)
    assert not run(*words).checked
    forged = json.loads(entry().read_bytes().partition(b"\n")[2])
    forged["wrote"] = [["../elsewhere", "x"]]
    entry().write_bytes(signed(json.dumps(forged)))
    assert run(*words).checked
    assert not Path("../elsewhere").exists()


def test_a_report_that_cannot_be_written_is_told_by_the_run_itself(run: Run) -> None:
    words = ("verify", "--report", "json=out/r.json")
    Path("out").mkdir()
    assert run(*words).code == 0
    Path("out/r.json").unlink()
    Path("out").rmdir()
    assert run(*words)[::2] == (2, True)


@pytest.mark.parametrize("read", ["claims/a.yaml", "a.md"])
def test_a_report_whose_path_leads_to_a_file_that_was_read_is_told_by_the_run_itself(run: Run, read: str) -> None:
    words = ("verify", "--report", "json=r.json", "--report", "junit=r.xml")
    before = Path(read).read_text(encoding="utf-8")
    assert [run(*words).checked for _ in range(2)] == [True, False]
    Path("r.json").unlink()
    Path("r.json").symlink_to(read)
    assert run(*words)[::2] == (2, True)
    assert Path(read).read_text(encoding="utf-8") == before
    Path("r.json").unlink()
    Path("r.json").symlink_to("r.xml")
    assert run(*words)[::2] == (2, True)
    assert Path("r.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_a_killed_run_leaves_no_half_of_an_entry(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_: str, __: str) -> None:
        raise KeyboardInterrupt

    run("verify")
    before = entry().read_bytes()
    write("a.md", "It was 1. ")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", killed)
        assert run("verify").code == 130
    assert entry().read_bytes() == before


def test_runs_beside_each_other_never_read_half_of_an_entry() -> None:
    entries: list[dict[str, object]] = [{"n": n, "text": str(n) * 200_000} for n in range(4)]

    def save(entry: dict[str, object]) -> None:
        for _ in range(20):
            folder.save("runs", "one", entry)

    writers = [Thread(target=save, args=(entry,)) for entry in entries]
    for writer in writers:
        writer.start()
    found = []
    while any(writer.is_alive() for writer in writers):
        found.append(folder.load("runs", "one"))
    assert all(one in entries for one in found[found.index(next(filter(None, found))) :])
    assert folder.load("runs", "one") in entries


def test_a_folder_that_cannot_be_written_stops_nothing(run: Run) -> None:
    CACHE.write_text("in the way", encoding="utf-8")
    assert [run("verify")[::2] for _ in range(2)] == [(0, True), (0, True)]


def test_only_so_many_entries_are_kept(run: Run) -> None:
    for n in range(runs.MOST + 3):
        folder.save("runs", str(n), {"n": n})
        os.utime(CACHE / "runs" / str(n), (n, n))
    run("verify")
    kept = {path.name for path in (CACHE / "runs").iterdir()}
    assert len(kept) == runs.MOST
    assert not kept & set("0123")


def test_the_folder_tells_version_control_and_backups_to_pass_it_over(run: Run) -> None:
    run("verify")
    assert (CACHE / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    assert (
        (CACHE / "CACHEDIR.TAG").read_text(encoding="utf-8").startswith("Signature: 8a477f597d28d172789f06886806bc55")
    )


def test_a_file_is_written_whole_with_the_permissions_that_it_had() -> None:
    Path("r").write_text("old", encoding="utf-8")
    Path("r").chmod(0o640)
    Path("link").symlink_to("r")
    whole.write("link", b"new")
    assert (Path("r").read_bytes(), Path("r").stat().st_mode & 0o777) == (b"new", 0o640)
    assert Path("link").is_symlink()


# The way in


SEEN = """
import sys
before = set(sys.modules)
from factcheck.__main__ import main
try:
    main()
finally:
    loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
    print(*sorted(loaded - sys.stdlib_module_names - {"factcheck"}), file=sys.stderr)
    print(sum(name.startswith("factcheck.") for name in sys.modules), file=sys.stderr)
"""


def modules(*words: str) -> tuple[str, int]:
    """What else than the standard library is loaded for a run, and how many modules of this package."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SEEN, *words]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment).stderr.splitlines()
    return told[0], int(told[1])


def test_the_version_and_remembered_runs_load_the_standard_library_alone() -> None:
    write("b.md", "It was 40 of 80 (50%).\n")
    assert "typer" in modules("verify")[0]
    for words in (("--version",), ("verify",), ("bounds",), ("scan", "b.md")):
        if words[0] not in ("--version", "verify"):
            modules(*words)
        others, own = modules(*words)
        assert (others, own < 10) == ("", True)


READ = """
import os, sys
names, original = set(), type(os.environ).__getitem__
def watched(self, name):
    names.add(name)
    return original(self, name)
type(os.environ).__getitem__ = watched
from factcheck.cli import main
try:
    main()
finally:
    print("read", *names, file=sys.stderr)
"""
HARMLESS = {"HOME", "_PYTHON_PROJECT_BASE", "_PYTHON_SYSCONFIGDATA_NAME"}  # where Python itself looks for its parts


def test_every_variable_that_a_run_reads_is_known_to_matter() -> None:
    words = "verify --output-format table --show-text --report html=r.html"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", READ, *words.split()]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment).stderr.splitlines()[-1]
    assert [name for name in told.split()[1:] if not circumstances.matters(name) and name not in HARMLESS] == []
    assert "CI" in told.split()


def test_the_version_is_told_as_the_command_tells_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    short = run("--version")
    monkeypatch.setattr(sys, "argv", ["factcheck", "--version", "kind"])
    assert run("--version", "kind") == short._replace(checked=True)
