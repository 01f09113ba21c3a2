"""The command as a process among others: its streams, its signals, the disks and users that it meets."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli import Exit
from tests.user import open_folder

ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "factcheck")
GOOD = 'claims:\n- {kind: count, quantity: a, printed: "1"}\n'
BAD = GOOD + '- {kind: count, quantity: a, printed: "2"}\n'
LONG = "a-claim-whose-name-goes-on-and-on-" * 6
FULL = Path("/dev/full")


class Ended(NamedTuple):
    """What a process left: its exit code and its streams."""

    code: int
    out: bytes
    err: bytes


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def surroundings(**variables: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **variables}


def process(*words: str, program: Iterable[str] = COMMAND, **variables: str) -> Ended:
    result = subprocess.run([*program, *words], capture_output=True, check=False, env=surroundings(**variables))
    assert b"Traceback" not in result.stderr
    return Ended(result.returncode, result.stdout, result.stderr)


def shell(line: str, **variables: str) -> Ended:
    """A line of a shell, in which `factcheck` is the command."""
    command = f'factcheck() {{ {" ".join(COMMAND)} "$@"; }}; {line}'
    return process(program=("bash", "-o", "pipefail", "-c", command), **variables)


def started(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings())


def interrupted(running: subprocess.Popen[bytes]) -> Ended:
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    return Ended(running.returncode, out, err)


def claims(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def names() -> list[str]:
    """What stands in the working folder."""
    return sorted(path.name for path in Path().iterdir() if path.name != ".factcheck_cache")


# Streams


def test_results_go_to_standard_output_and_all_else_to_standard_error() -> None:
    claims("a.yaml", BAD)
    code, out, err = process("verify", "a.yaml")
    assert (code, out.startswith(b"a.yaml:2:3: conflict: "), err) == (Exit.FOUND, True, b"")
    code, out, err = process("verify", "a.yaml", "--baseline", "known.json", "--update-baseline")
    assert (code, err.startswith(b"factcheck: wrote known.json: ")) == (Exit.OK, True)
    assert b"wrote" not in out
    code, out, err = process("verify", "a.yaml", "none.yaml")
    assert (code, out, err.startswith(b"factcheck: none.yaml:1:1: ")) == (Exit.UNUSABLE, b"", True)


@pytest.mark.parametrize("form", ["concise", "table"])
def test_off_a_terminal_nothing_is_cut_and_nothing_coloured(form: str) -> None:
    claims("a.yaml", BAD.replace("kind", f"id: {LONG}, kind", 1))
    code, out, _ = process("verify", "a.yaml", "--output-format", form, NO_COLOR="1", TERM="xterm-256color")
    assert code == Exit.FOUND
    assert b"\x1b" not in out
    assert LONG.encode() in b"".join(out.split()).replace(b"CONFLICT", b"")
    assert "…".encode() not in out


def test_a_reader_that_has_seen_enough_ends_the_command_quietly() -> None:
    claims("a.yaml", "claims:\n" + "".join(f'- {{kind: count, quantity: a{n}, printed: "1"}}\n' for n in range(300)))
    code, out, err = shell("factcheck verify a.yaml --output-format table | head -1")
    assert (out.count(b"\n"), err) == (1, b"")
    assert code in {Exit.OK, 1}  # whether head was gone before the last word


def test_streams_that_are_closed_stop_no_check() -> None:
    claims("a.yaml", BAD)
    assert shell("factcheck verify a.yaml >&-") == (Exit.FOUND, b"", b"")
    assert shell("factcheck verify none.yaml 2>&-") == (Exit.UNUSABLE, b"", b"")


# Disks and folders


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["verify a.yaml --output-format table", "--version"])
def test_a_full_disk_is_told_and_is_no_verdict(words: str) -> None:
    claims("a.yaml", BAD)
    code, _, err = shell(f"factcheck {words} >{FULL}")
    assert (code, err) == (Exit.UNUSABLE, b"factcheck: the output cannot be written: No space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk_below_standard_error_or_a_report_is_no_verdict_either() -> None:
    claims("a.yaml", BAD)
    assert shell(f"factcheck verify none.yaml 2>{FULL}") == (Exit.UNUSABLE, b"", b"")
    code, out, err = process("verify", "a.yaml", "--report", f"json={FULL}")
    assert (code, out, err) == (
        Exit.UNUSABLE,
        b"",
        b"factcheck: /dev/full: cannot be written: No space left on device\n",
    )


AS_NOBODY = """
import encodings.utf_8_sig, os
import factcheck.cli.verify, factcheck.report.concise, factcheck.report.json
from factcheck.__main__ import main
from factcheck.cli import app  # what root may read is read by now
if os.geteuid() == 0:
    os.setuid(65534)
main()
"""


def test_a_folder_that_may_only_be_read_is_checked_and_nothing_is_left_in_it() -> None:
    nobody = (sys.executable, "-c", AS_NOBODY)
    with open_folder() as folder:
        claims("a.yaml", BAD)
        folder.chmod(0o555)
        code, out, err = process("verify", "a.yaml", program=nobody)
        assert (code, out.startswith(b"a.yaml:2:3: conflict: "), err) == (Exit.FOUND, True, b"")
        code, out, err = process("verify", "a.yaml", "--report", "json=r.json", program=nobody)
        assert (code, out, err) == (Exit.UNUSABLE, b"", b"factcheck: r.json: cannot be written: Permission denied\n")
        assert [path.name for path in folder.iterdir()] == ["a.yaml"]


# Signals


def test_an_interrupt_while_it_reads_ends_with_130_and_leaves_what_was_there() -> None:
    os.mkfifo("a.yaml")
    claims("r.json", "old")
    running = started("verify", "a.yaml", "--report", "json=r.json")
    with Path("a.yaml").open("w", encoding="utf-8"):  # waits until the command reads, which then waits for a word
        code, out, err = interrupted(running)
    assert (code, out) == (Exit.INTERRUPTED, b"")
    assert b"Traceback" not in err
    assert Path("r.json").read_text(encoding="utf-8") == "old"
    assert names() == ["a.yaml", "r.json"]


def test_an_interrupt_while_it_writes_leaves_whole_reports() -> None:
    claims("a.yaml", BAD)
    os.mkfifo("waits")
    running = started("verify", "a.yaml", "--report", "json=r.json", "--report", "sarif=waits")
    while not Path("r.json").exists() and running.poll() is None:
        time.sleep(0.01)
    code, out, err = interrupted(running)
    assert (code, out) == (Exit.INTERRUPTED, b"")
    assert b"Traceback" not in err
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["ok"] is False
    assert names() == ["a.yaml", "r.json", "waits"]


# Locales


def test_a_locale_without_letters_beyond_ascii_stops_no_report() -> None:
    name = claims("a.yaml", BAD.replace("}", ', quote: "東京 – 1"}'))
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    code, out, err = process("verify", name, "--output-format", "table", **plain)
    assert (code, err) == (Exit.FOUND, b"")
    assert b"\nerror: conflict  a.yaml:2:3\n" in out
    assert b"\\u6771\\u4eac" in out
    code, out, err = process("verify", "fehlt-ü.yaml", **{**plain, "PYTHONIOENCODING": ""})
    assert (code, out, err.startswith(b"factcheck: fehlt-")) == (Exit.UNUSABLE, b"", True)
