"""Completion in the shell: the command answers as each shell asks it, and bash itself takes the answer of the process."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.cli.completion import among, claim_ids
from tests.docs.blocks import Sandbox

pytestmark = pytest.mark.no_cover


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path)


def run(sandbox: Sandbox, *command: str, **environment: str) -> str:
    """What a command says on standard output."""
    ran = subprocess.run(
        command, cwd=sandbox.folder, env={**sandbox.environment, **environment}, capture_output=True, check=True
    )
    assert ran.stderr == b""
    return ran.stdout.decode()


def test_bash_completes_by_the_script_that_the_command_prints(sandbox: Sandbox) -> None:
    script = run(sandbox, "factcheck", "--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert script.rstrip().endswith("complete -o default -F _factcheck_completion factcheck")
    asked = 'COMP_WORDS=(factcheck why snap); COMP_CWORD=2; _factcheck_completion factcheck; echo "${COMPREPLY[@]}"'
    assert run(sandbox, "bash", "--norc", "-c", f"{script}\n{asked}") == "snapchat-second\n"


def answer(shell: str, words: str, **asked: str) -> str:
    """What the command says to a shell that asks how words go on."""
    environment = {"_FACTCHECK_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": words, **asked}
    return CliRunner().invoke(app, [], prog_name="factcheck", env=environment).stdout


def test_zsh_gets_names_with_what_they_mean() -> None:
    told = answer("zsh", "factcheck s")
    assert re.findall(r'^.*?"(\w+)":"', told, re.MULTILINE) == ["scan", "slip", "schema"]
    assert shlex.split(told)[0] == "_arguments"


def test_fish_gets_a_name_a_line() -> None:
    told = answer("fish", "factcheck verify --output-format j", _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert told == "json\njsonl\njunit\n"


def test_names_are_completed_from_their_beginning() -> None:
    assert among(["share", "shares", "mean"])("sh") == ["share", "shares"]
    assert among(["share", "mean"])("") == ["share", "mean"]


@pytest.mark.parametrize("text", [None, "claims: [", "claims:\n- {kind: cuont}\n"])
def test_claims_that_cannot_be_read_complete_nothing(
    text: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if text is not None:
        Path("claims").mkdir()
        Path("claims/a.yaml").write_text(text, encoding="utf-8")
    assert claim_ids("") == []


def test_ids_are_completed_without_a_look_at_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    text = "data: {t: no.csv, u: {postgres: service=no}}\nquantities: {x: {raw: {table: t}}}\n"
    Path("claims/a.yaml").write_text(f"{text}claims: [{{kind: count, quantity: x, printed: '2'}}]\n", encoding="utf-8")
    assert claim_ids("c") == ["count-x"]
