"""Fenced blocks of a page, and a place to run them in.

A word after the language of a fence is a file name: the block is written to that file, for the blocks that follow it.
`console` blocks are typed at a terminal of a hundred columns; a line `...` in them stands for any lines. After a line
`cd FOLDER` all that follows, files too, is in that folder.
"""

from __future__ import annotations

import doctest
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from factcheck.claimfile import loads
from tests.docs import ROOT

SHOWN = ("claims", "tests/gallery/articles")  # the claims that ship, and articles that fail
NEW_YEAR = "1767225600"  # 1 January 2026: the day on which the documentation's screens were made
PYTHON = """#!/bin/sh
exec {python} "$@"
"""
SCRIPT = "#!{python}\nfrom factcheck.__main__ import main\nmain()\n"
TYPED_BY_HAND = (  # lines of `sh` blocks that no test runs: they need a network, a server, an editor, or one's own shell
    "factcheck scan article.md --watch",  # they end only with an interrupt
    "factcheck verify claims/ --allow-postgres",
    "factcheck verify claims/ --watch",
    "git clone",
    "cd factcheck",
    "pip install",
    "pipx install",
    "pre-commit install",
    "factcheck --install-completion",
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the file it is written to, its text, and the line its fence stands on (from 1)."""

    language: str
    file: str
    text: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page in order; ValueError for a fence that is not at the margin, or never ends."""
    opened: Block | None = None
    for number, line in enumerate(page.splitlines(), start=1):
        if not line.lstrip().startswith("```"):
            if opened:
                opened = replace(opened, text=f"{opened.text}{line}\n")
        elif line != line.lstrip():
            raise ValueError(f"line {number}: a fence starts at the margin")
        elif opened:
            yield opened
            opened = None
        else:
            language, _, file = line[3:].strip().partition(" ")
            opened = Block(language, file, "", number)
    if opened:
        raise ValueError(f"line {opened.line}: the fence is never closed")


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what is shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def agrees(shown: str, actual: str) -> bool:
    """Whether a screen is the one shown, where `...` stands for any lines."""
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shown.splitlines())
    return re.fullmatch(pattern, actual) is not None


class Sandbox:
    """A folder of its own for one page, with claims that pages show and the commands `factcheck` and `python`."""

    def __init__(self, folder: Path) -> None:
        self.folder = self.where = folder / "work"
        self.names: dict[str, Any] = {"__name__": "__main__"}
        for shown in SHOWN:
            shutil.copytree(ROOT / shown, self.folder / shown)
        commands = folder / "bin"
        commands.mkdir()
        (commands / "factcheck").write_text(SCRIPT.format(python=sys.executable), encoding="utf-8")
        (commands / "factcheck").chmod(0o755)
        (commands / "python").write_text(PYTHON.format(python=sys.executable), encoding="utf-8")
        (commands / "python").chmod(0o755)  # no link: beside it Python would not find its own packages
        self.environment = {
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            **{f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": NEW_YEAR,
            "COLUMNS": "100",
            "LINES": "40",
            "NO_COLOR": "1",
            "TERM": "xterm",
            "LANG": "C.UTF-8",
        }

    def run(self, block: Block) -> str | None:
        """Runs one block; the actual text of a console block, None for others; AssertionError where it does not run."""
        if block.file:
            path = self.where / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        match block.language:
            case "console":
                return "".join(f"$ {typed}\n{self._screen(typed, shown)}" for typed, shown in commands(block.text))
            case "python" if not block.file:
                self._python(block)
            case "yaml":
                check_claims(block)
            case "json":
                json.loads(block.text)
            case "toml":
                tomllib.loads(block.text)
            case "sh":
                for line in block.text.splitlines():
                    assert line.startswith(TYPED_BY_HAND) or _is_target(line), f"nothing checks {line!r}"
            case "python" | "text" | "markdown":
                pass
            case other:
                raise AssertionError(f"a block of {other!r} is not run by anything")
        return None

    def _screen(self, command: str, shown: str) -> str:
        """What a terminal shows for a command; the text shown in the page where that agrees with it."""
        if re.fullmatch(r"cd [\w./-]+", command):
            self.where /= command.removeprefix("cd ")
            assert self.where.is_dir(), command
            return ""
        master, slave = pty.openpty()
        with subprocess.Popen(
            ["/bin/sh", "-c", command],
            cwd=self.where,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=slave,
            stderr=slave,
        ):
            os.close(slave)
            actual = b"".join(_read(master)).decode().replace("\r\n", "\n")
        os.close(master)
        actual = "".join(f"{line.rstrip()}\n" for line in actual.splitlines())
        assert "Traceback (most recent call last)" not in actual, actual
        return shown if agrees(shown, actual) else actual

    def _python(self, block: Block) -> None:
        before = Path.cwd()
        os.chdir(self.where)
        try:
            if ">>> " in block.text:
                test = doctest.DocTestParser().get_doctest(block.text, self.names, "block", None, block.line)
                said: list[str] = []
                doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append, clear_globs=False)
                self.names = test.globs
                assert not said, "".join(said)
            else:
                exec(compile(block.text, f"block at line {block.line}", "exec", dont_inherit=True), self.names)  # noqa: S102 - our own page
        finally:
            os.chdir(before)


def check_claims(block: Block) -> None:
    """Reads what is a claims file, or claims out of one, as factcheck reads it; anything else as any YAML."""
    read = yaml.safe_load(block.text)
    if isinstance(read, dict) and "claims" in read:
        loads(block.text, block.file or "block")
    elif isinstance(read, list) and all("kind" in item for item in read):
        indented = block.text.replace("\n", "\n  ").rstrip(" ")
        loads(f"claims:\n  {indented}", "block")


def _read(master: int) -> Iterator[bytes]:
    """Everything a terminal gets until its last program is gone."""
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # how Linux says that nobody writes any more
            return
        if not chunk:
            return
        yield chunk


def _is_target(line: str) -> bool:
    command, _, target = line.partition(" ")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return command == "make" and re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE) is not None


def with_actual_screens(page: str, sandbox: Sandbox) -> str:
    """The page with every screen in it as it is now."""
    lines = page.splitlines(keepends=True)
    screens = [(block, sandbox.run(block)) for block in blocks(page)]
    for block, actual in reversed(screens):
        if actual is not None:
            lines[block.line : block.line + block.text.count("\n")] = [actual]
    return "".join(lines)
