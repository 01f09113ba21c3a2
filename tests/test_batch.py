"""Many claims files: from the cache, in one process or in several, the reports are the same and in the same order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factcheck import batch
from factcheck.article import Document
from factcheck.batch import Checking, Memory, Unusable, checked, checking, memory, processes, scanning, sharing
from factcheck.cache import circumstances, folder, ledger
from factcheck.check import Article, Measures, Options, check
from factcheck.claimfile import load
from factcheck.cli import app
from factcheck.finding import ArticleReport
from factcheck.scan import Scanned, scan
from factcheck.settings import Settings, defaults
from factcheck.solve import Budget
from factcheck.stored import restored, stored

ROOT = Path(__file__).parents[1]
GOOD = 'article: a.md\nclaims:\n- {kind: count, quantity: a, printed: "1", quote: "It was 1."}\n'
BAD = GOOD + '- {kind: count, quantity: a, printed: "2"}\n'
WAIVED = BAD.replace('"2"', '"2", waive: {rule: conflict, reason: so, until: 2026-01-31}')
BROKEN = "claims:\n- {kind: cuont, quantity: a}\n"
HOW = Checking(Options(today=date(2026, 1, 1)))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("It was 1. Others say 2.\n", encoding="utf-8")


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


def plain(file: Path, how: Checking = HOW) -> ArticleReport:
    """The report as it is without a cache."""
    return replace(check(load(file, how.defaults), how.options), document=None)


def remembered(file: Path, how: Checking = HOW) -> ArticleReport | None:
    return Memory.of(how).recalled(file)


# One file


@pytest.mark.parametrize("text", [GOOD, BAD, WAIVED])
def test_a_report_from_the_cache_is_the_report(text: str) -> None:
    file = write("a.yaml", text)
    assert remembered(file) is None
    assert checked([file], HOW) == [plain(file)]
    assert remembered(file) == plain(file)
    assert checked([file], HOW) == [plain(file)]


def test_what_is_no_report_is_refused() -> None:
    data = stored(plain(write("a.yaml", BAD)))
    assert restored(data) == plain(Path("a.yaml"))
    wrongs: list[object] = [
        None,
        [],
        5,
        "report",
        data[:-1],
        [*data, 1],
        [5, *data[1:]],
        [data[0], [[1]], *data[2:]],
        {},
    ]
    for wrong in wrongs:
        with pytest.raises(ValueError, match="no report"):
            restored(wrong)


def test_only_a_report_with_waivers_depends_on_the_day() -> None:
    later = Checking(replace(HOW.options, today=date(2026, 2, 1)))
    good, waived = write("a.yaml", GOOD), write("b.yaml", WAIVED)
    checked([good, waived], HOW)
    assert remembered(good, later) == plain(good, later)
    assert remembered(waived, later) is None
    assert checked([waived], later) == [plain(waived, later)]
    assert plain(waived, later).findings != plain(waived).findings


OTHERS = {
    "budget": {"budget": Budget(5)},
    "strict": {"strict": True},
    "coverage": {"min_coverage": Fraction(1, 2)},
    "guards": {"guards": Measures(effort=7)},
    "source": {"require_source": True},
    "checked": {"require_checked": True},
    "guarded": {"require_guarded": True},
}


@pytest.mark.parametrize("other", OTHERS)
def test_other_options_are_another_report(other: str) -> None:
    how = Checking(replace(HOW.options, **OTHERS[other]))  # type: ignore[arg-type]
    assert Memory.of(how).key != Memory.of(HOW).key


def test_every_option_but_the_day_is_tried_above() -> None:
    assert len(OTHERS) == len(Options.__dataclass_fields__) - 1


def test_other_defaults_of_a_house_are_another_report() -> None:
    given: list[dict[str, object]] = [
        {},
        {"language": "de"},
        {"rounding": "down"},
        {"hedges": {"about": "3%"}},
        {"hedges": {"about": "4%"}},
    ]
    keys = {Memory.of(Checking(HOW.options, defaults(Settings.model_validate(one)))).key for one in given}
    assert len(keys) == len(given)


def test_another_program_is_another_report(monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("a.yaml", GOOD)
    checked([file], HOW)
    monkeypatch.setattr(memory, "program", lambda: "another")
    assert remembered(file) is None
    assert circumstances.program() != "another"


@pytest.mark.parametrize("name", ["a.yaml", "a.md"])
def test_a_file_that_has_changed_is_checked_again(name: str) -> None:
    file = write("a.yaml", GOOD)
    checked([file], HOW)
    with Path(name).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert remembered(file) is None
    assert checked([file], HOW) == [plain(file)]


@pytest.mark.parametrize("wrong", [b"", b"x", None, {}, {"report": 5}, {"looks": [1]}, {"looks": [], "report": []}])
def test_an_entry_that_makes_no_sense_is_ignored_and_written_again(wrong: bytes | dict[str, object] | None) -> None:
    file = write("a.yaml", GOOD)
    checked([file], HOW)
    (entry,) = Path(folder.FOLDER, "articles").iterdir()
    if isinstance(wrong, dict):
        folder.save("articles", entry.name, {**folder.load("articles", entry.name), **wrong} if wrong else {})  # type: ignore[dict-item]
    else:
        entry.write_bytes(entry.read_bytes()[:-9] if wrong is None else wrong)
    assert remembered(file) is None
    assert checked([file], HOW) == [plain(file)]
    assert remembered(file) == plain(file)


def test_nothing_is_remembered_where_that_is_asked_for() -> None:
    how = Checking(HOW.options, remember=False)
    assert checked([write("a.yaml", GOOD)], how) == [plain(Path("a.yaml"))]
    assert not Path(folder.FOLDER).exists()


COMMANDS = ("verify", "bounds", "guards")
SCANNED = ["a.md", "b.md", "c.md"]


def told(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_on_claims_makes_only_the_reports_of_files_that_have_changed(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        write(f"{name}.yaml", WAIVED)
    for other in COMMANDS:  # none takes the place of what another one remembers
        told(other, ".")
    made: list[str] = []

    def counted(article: Article, options: Options) -> ArticleReport:
        made.append(article.name)
        return check(article, options)

    monkeypatch.setattr(checking, "check", counted)
    write("b.yaml", BAD.replace("1", "7"))
    code, out, err = told(command, ".")
    assert made == ["b.yaml"]
    assert (code, out, err) == told(command, ".", "--no-cache")


def test_articles_that_have_not_changed_are_not_scanned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in zip(SCANNED, ("40 of 80 (50%).", "41 of 80 (50%).", "Nothing."), strict=True):
        write(name, f"It was {text}\n")
    first = told("scan", *SCANNED)
    assert (first[0], "b.md:1:8: conflict" in first[1]) == (1, True)
    made: list[str] = []

    def counted(document: Document, *given: object) -> Scanned:
        made.append(document.file)
        return scan(document, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(scanning, "scan", counted)
    assert told("scan", *SCANNED) == first
    write("a.md", "It was 42 of 80 (50%).\n")
    assert told("scan", *SCANNED) == told("scan", *SCANNED, "--no-cache") != first
    assert made == ["a.md", *SCANNED]
    for other in (["--language", "de"], ["--budget", "9000"]):
        told("scan", *SCANNED, *other)
    assert made == ["a.md", *SCANNED * 3]
    told("scan", *SCANNED, "--output-format", "html")  # a page has the texts, which no cache has
    assert made == ["a.md", *SCANNED * 4]


def test_articles_that_cannot_be_read_are_all_told_and_not_remembered() -> None:
    write("b.md", "It was so.\n").write_bytes(b"It was so.\xff\n")
    write("c.html", '<html lang="xx"><p>40 of 80 (50%)</p>')
    for _ in range(2):
        code, out, err = told("scan", "a.md", "b.md", "c.html", "d.md")
        assert (code, out, err.count("factcheck: ")) == (2, "", 3)
        assert "c.html: no language 'xx'" in err
        assert "name the one to read it in with --language" in err


# Many files


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A few files, for which three processes pay."""
    monkeypatch.setattr(sharing, "ENOUGH", 4)
    monkeypatch.setattr(sharing, "_cores", lambda: 3)
    texts = [GOOD, BAD, BROKEN, GOOD, WAIVED, BROKEN, GOOD, GOOD]
    return [write(f"{'hgfedcba'[n]}.yaml", text) for n, text in enumerate(texts)]


def test_several_processes_find_what_one_finds_and_look_at_the_same(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    how = Checking(HOW.options, remember=False)
    with ledger.Ledger() as shared:
        several = checked(files, how)
    monkeypatch.setattr(sharing, "_cores", lambda: 1)
    with ledger.Ledger() as own:
        assert checked(files, how) == several
    assert set(shared.looks.items()) == set(own.looks.items())
    assert [isinstance(one, Unusable) for one in several] == [n in (2, 5) for n in range(len(files))]
    assert all("did you mean 'count'?" in one.words for one in several if isinstance(one, Unusable))


def test_what_several_processes_found_is_remembered_and_only_the_rest_is_checked(files: list[Path]) -> None:
    numbers = []

    def watch(coming: object, number: int) -> object:
        numbers.append(number)
        return coming

    first = checked(files, HOW, watch)  # type: ignore[arg-type]
    write("g.yaml", GOOD)
    assert checked(files, HOW, watch)[2:] == first[2:]  # type: ignore[arg-type]
    assert numbers == [8, 3]  # those that cannot be used are read each time


def test_a_worker_that_is_killed_loses_nothing(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    how, own = Checking(HOW.options, remember=False), os.getpid()
    expected = checked(files, how)

    def killed(*given: object) -> ArticleReport:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return check(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check", killed)
    assert checked(files, how) == expected


def test_an_error_of_the_program_is_not_kept_quiet(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> ArticleReport:
        raise ZeroDivisionError

    monkeypatch.setattr(checking, "check", broken)
    with pytest.raises(ZeroDivisionError):
        checked(files, HOW)


def slow(file: Path) -> Path:
    time.sleep(0.05)
    return file


def test_no_thread_of_the_pool_fails_when_a_run_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    failed: list[object] = []
    monkeypatch.setattr(threading, "excepthook", failed.append)
    shutdown = ProcessPoolExecutor.shutdown

    def late(pool: ProcessPoolExecutor, *given: Any, **named: Any) -> None:
        time.sleep(0.2)  # so that its thread sees that the workers are gone before it is told to end
        shutdown(pool, *given, **named)

    monkeypatch.setattr(ProcessPoolExecutor, "shutdown", late)
    files = [Path(str(n)) for n in range(40)]
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), processes.outcomes(files, slow, 2, 2) as coming:  # noqa: PT012
            signal.setitimer(signal.ITIMER_REAL, 0.2)
            list(coming)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert failed == []


def workers(parent: int) -> list[int]:
    """The processes below one."""
    told = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(word) for word in told.split()]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
@pytest.mark.skipif(sharing._cores() < 2, reason="one processor only")
@pytest.mark.parametrize(("end", "to"), [(signal.SIGINT, "run"), (signal.SIGINT, "all"), (signal.SIGKILL, "run")])
def test_no_worker_outlives_the_run(end: signal.Signals, to: str) -> None:
    for n in range(batch.ENOUGH):
        write(f"{n:02}.yaml", GOOD)
    os.mkfifo("07.yml")  # whoever reads it waits
    words = [sys.executable, "-m", "factcheck", "verify", ".", "--no-cache", "--report", "json=r.json"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    with Path("07.yml").open("w", encoding="utf-8"):  # opened as soon as a worker reads
        below = workers(running.pid)
        running.send_signal(end) if to == "run" else os.killpg(running.pid, end)
        out, err = running.communicate(timeout=60)
    assert len(below) >= 2
    assert (running.returncode, out, err) == (130 if end == signal.SIGINT else -end, b"", b"")
    assert b"Traceback" not in err
    patience = time.monotonic() + 20
    while any(map(is_running, below)) and time.monotonic() < patience:
        time.sleep(0.02)
    assert not any(map(is_running, below))
    assert not Path("r.json").exists()
