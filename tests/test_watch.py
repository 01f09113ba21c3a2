"""`--watch`: a save is checked again, nothing else is, and an interrupt ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import watchfiles
from typer.testing import CliRunner

from factcheck.cache import ledger
from factcheck.cli import app

ROOT = Path(__file__).parents[1]
GOOD = 'article: ../a.md\nclaims:\n- {kind: count, quantity: a, printed: "1", quote: "It was 1."}\n'


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article with its claims in a working folder."""
    work = tmp_path / "work"
    (work / "claims").mkdir(parents=True)
    monkeypatch.chdir(work)
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    write("a.md", "It was 1.\n")
    write("claims/a.yaml", GOOD)


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_a_save_is_checked_again_by_the_real_process() -> None:
    command = [sys.executable, "-m", "factcheck", "verify", "--watch", "--color", "never"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), *sys.path]))}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert "1 pass" in summary(running.stdout)
        assert running.stderr.readline() == "factcheck: watching 2 files; Ctrl-C ends\n"
        write("other.md", "It was 2.\n")
        write("a.md", "It was 2.\n")
        assert "1 error" in summary(running.stdout)
        assert running.stderr.readline() == "factcheck: claims/../a.md has changed\n"
        write("claims/new", GOOD)
        Path("claims/new").rename("claims/b.yaml")  # as editors save
        assert "2 errors" in summary(running.stdout)
        running.send_signal(signal.SIGINT)
        assert "Traceback" not in running.stderr.read()
        assert running.wait(60) == 130


def summary(stream: Iterator[str]) -> str:
    """The next line that sums a run up."""
    return next(line for line in stream if " claim" in line and "numbers covered" in line)


Watched = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    """The exit code, what became of each run, and the messages, with a watcher that makes changes itself."""

    def watched(*words: str, changes: tuple[Callable[[], object], ...] = ()) -> tuple[int, list[str], str]:
        left = list(changes)
        folders = list[set[Path]]()

        def watch(*places: Path, **_: object) -> Iterator[set[object]]:
            folders.append(set(places))
            if not left:
                raise KeyboardInterrupt
            while left:
                left.pop(0)()
                yield set() if len(left) == len(changes) - 1 else {1}
            raise KeyboardInterrupt

        monkeypatch.setattr(watchfiles, "watch", watch)
        result = CliRunner().invoke(app, words)
        assert all(place.is_dir() for places in folders for place in places)
        runs = [line for line in result.stdout.splitlines() if line[:1].isdigit()]
        return result.exit_code, runs, result.stderr

    return watched


def test_what_changed_before_the_watch_began_is_seen(watched: Watched) -> None:
    code, runs, _ = watched("verify", "--watch", changes=(lambda: write("a.md", "It was 2.\n"),))
    assert (code, len(runs)) == (130, 2)
    assert "1 error" in runs[1]


def test_only_what_was_looked_at_is_checked_again(watched: Watched) -> None:
    unseen = (lambda: None, lambda: write("other.yaml", ""), lambda: write("claims/.a.yaml.swp", ""))
    seen = (lambda: write("../factcheck.toml", "strict = true\n"), lambda: write("claims/b.yaml", GOOD))
    assert len(watched("verify", "--watch", changes=unseen)[1]) == 1
    assert len(watched("verify", "--watch", changes=(unseen[0], *seen))[1]) == 3


def test_what_cannot_be_used_is_watched_until_it_can(watched: Watched) -> None:
    Path("a.md").rename("b.md")
    changes = (
        lambda: write("claims/a.yaml", "claims: 5\n"),
        lambda: write("claims/a.yaml", GOOD),
        lambda: Path("b.md").rename("a.md"),
    )
    code, runs, told = watched("verify", "--watch", changes=changes)
    assert (code, len(runs)) == (130, 1)
    assert told.count("cannot be opened") == 2
    assert told.count("watching") == 4
    _, runs, _ = watched("verify", "--watch", "c.yaml", changes=(lambda: write("c.yaml", GOOD.replace("../", "")),))
    assert len(runs) == 1
    data = "data: {t: t.csv}\nquantities: {b: {raw: {table: t}}}\n"
    write("d.yaml", f'{data}claims:\n- {{kind: count, quantity: b, printed: "1"}}\n')
    _, runs, told = watched("verify", "--watch", "d.yaml", changes=(lambda: write("t.csv", "a\n1\n"),))
    assert (len(runs), "no file t.csv" in told) == (1, True)


def test_a_file_that_is_too_large_is_not_taken_for_one_that_changes(watched: Watched) -> None:
    Path("a.yaml").write_text(GOOD.replace("../", ""), encoding="utf-8")
    for name in ("a.md", "claims/a.yaml"):
        os.truncate(name, ledger.LARGEST + 1)
    told = watched("verify", "--watch", "a.yaml", "claims", changes=(lambda: None,))[2]
    assert told.count("watching") == 1


def test_an_article_alone_is_watched_too(watched: Watched) -> None:
    write("a.md", "It was used in 312 of the 956 cases (36.2%).\n")
    fixed = (lambda: write("a.md", "It was used in 312 of the 956 cases (32.6%).\n"),)
    _, runs, _ = watched("scan", "a.md", "--watch", changes=fixed)
    assert ["error" in run for run in runs] == [True, False]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("-", "standard input comes only once"),
        ("--update-baseline --baseline k.json", "choose one"),
        ("--show-settings", "choose one"),
        ("--report nothing", "write a format and a file"),
    ],
)
def test_what_cannot_be_watched_is_refused(watched: Watched, words: str, told: str) -> None:
    code, runs, err = watched("verify", "--watch", *words.split())
    assert (code, runs) == (2, [])
    assert told in err
    assert "watching" not in err


def test_the_extra_that_is_lacking_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = CliRunner().invoke(app, ["verify", "--watch"])
    assert result.exit_code == 2
    assert result.stderr.endswith("pip install 'factcheck-claims[watch]'\n")
