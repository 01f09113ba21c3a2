"""Where factcheck plugs in: its hook in pre-commit, its Action's steps in a shell, its snippets as a build runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.article.formats import SUFFIXES as ARTICLES
from factcheck.claimfile import SUFFIXES as CLAIMS
from factcheck.cli.files import write_new
from factcheck.starter import Gate, example
from tests.docs import PAGES, ROOT
from tests.docs.blocks import Sandbox, blocks

pytestmark = pytest.mark.no_cover

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
OFFLINE = {  # pip builds from what the tests have, and asks nobody
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PYTHONPATH": sysconfig.get_path("purelib"),
}


def tool(name: str) -> str:
    """The path of a tool that the tests have installed; skipped where it is not here, except in continuous integration."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if not found and not os.environ.get("CI"):
        pytest.skip(f"{name} is not here: `make test` installs it")
    assert found, f"{name} was not installed"
    return found


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """A folder with the article and the claims that `factcheck init` begins with, and the command on the path."""
    sandbox = Sandbox(tmp_path)
    shutil.rmtree(sandbox.folder)
    write_new({sandbox.folder / path: text for path, text in example().items()})
    return sandbox


def bash(script: str, sandbox: Sandbox, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script as a build runs it: no profile, and the first failure ends it."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=sandbox.folder,
        env={**sandbox.environment, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def edit(sandbox: Sandbox, old: str, new: str) -> None:
    """Change words of the article."""
    article = sandbox.folder / "claims" / "library" / "article.md"
    text = article.read_text(encoding="utf-8")
    assert old in text
    article.write_text(text.replace(old, new), encoding="utf-8")


# pre-commit


def test_the_hook_of_the_repository_and_the_one_that_init_writes_are_one() -> None:
    (repository,) = yaml.safe_load(Gate.PRE_COMMIT.text)["repos"]
    assert repository["repo"] == "local"
    assert repository["hooks"] == [{**HOOK, "additional_dependencies": ["factcheck-claims"]}]


def test_the_files_that_may_set_off_the_hook_instead_are_all_that_factcheck_reads() -> None:
    page = (ROOT / "docs" / "how-to" / "check-before-commits.md").read_text(encoding="utf-8")
    (pattern,) = (
        read["files"]
        for block in blocks(page)
        if block.language == "yaml" and "files" in (read := yaml.safe_load(block.text))
    )
    assert all(re.search(pattern, f"a/b{suffix}") for suffix in (*ARTICLES, *CLAIMS))
    assert not re.search(pattern, "a/md.py")


def test_a_commit_goes_through_while_its_numbers_hold(sandbox: Sandbox, tmp_path: Path) -> None:
    """An article that was edited or deleted sets the hook off by itself.

    The hook comes from a repository, as a user has it, but runs the command that is here: how the package is installed
    from a checkout is shown with the Action, at the price of some seconds.
    """
    git = "git -c user.name=A -c user.email=a@b.example -c init.defaultBranch=main"
    source = tmp_path / "source"
    source.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
    committed = bash(
        f"cd {source} && {git} init -q && {git} add -A && {git} commit -qm 1 && git rev-parse HEAD", sandbox
    )
    hook = {"id": "factcheck", "language": "system"}
    config = {"repos": [{"repo": source.as_uri(), "rev": committed.stdout.strip(), "hooks": [hook]}]}
    (sandbox.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")

    def run(script: str) -> subprocess.CompletedProcess[str]:
        return bash(script, sandbox, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))

    begun = run(f"git init -q && {tool('pre-commit')} install && git add -A && {git} commit -m one")
    assert (begun.returncode, "factcheck....." in begun.stderr) == (0, True), begun.stderr
    edit(sandbox, "1,203", "1,230")
    edited = run(f"{git} commit -am two")
    assert (edited.returncode, '"1,203" now reads "1,230"' in edited.stderr) == (1, True), edited.stderr
    run("git checkout -q .")
    deleted = run(f"git rm -q claims/library/article.md && {git} commit -m three")
    assert (deleted.returncode, "claims/library/article.md" in deleted.stderr) == (1, True), deleted.stderr
    assert run("git log --format=%s").stdout == "one\n"


# The GitHub Action


def filled(step: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str]:
    """The environment of a step, its expressions filled in; KeyError for one that nothing is given for."""
    return {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: given[found[1]], value) for name, value in step["env"].items()
    }


def test_the_action_installs_itself_from_its_lock_and_checks(sandbox: Sandbox, tmp_path: Path) -> None:
    source = tmp_path / "action"  # a copy, for pip leaves its traces in it
    shutil.copytree(ROOT / "factcheck", source / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "requirements.lock"):
        shutil.copy(ROOT / name, source)
    output, summary = tmp_path / "output", tmp_path / "summary"
    runner = {"RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    runner |= {"GITHUB_ACTIONS": "true", "CI": "true", **OFFLINE}
    given = {f"inputs.{name}": field["default"] for name, field in ACTION["inputs"].items()}
    given |= {"steps.python.outputs.python-path": sys.executable, "github.action_path": str(source)}

    def run(name: str, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        output.write_text("", encoding="utf-8")
        environment = filled(STEPS[name], given | {f"inputs.{key}": value for key, value in inputs.items()})
        ran = bash(STEPS[name]["run"], sandbox, **runner, **environment)
        return ran, dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())

    installed, told = run("install")
    assert installed.returncode == 0, installed.stderr
    assert Path(told["command"]).is_relative_to(tmp_path)
    given["steps.install.outputs.command"] = told["command"]

    edit(sandbox, "1,203", "1,230")
    ran, told = run("verify", sarif="true", options="--min-coverage=90\n--ignore=implied\n", paths="\nclaims/\n")
    assert (ran.returncode, told["exit-code"]) == (1, "1"), ran.stderr
    assert "::error file=claims/library/article.md,line=5" in ran.stdout
    assert "1,230" in summary.read_text(encoding="utf-8")
    results = json.loads(Path(told["report"]).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["quote-drift"]

    claims = sandbox.folder / "claims" / "library" / "claims.yaml"
    claims.write_text(claims.read_text(encoding="utf-8").replace("kind: share", "kind: shore", 1), encoding="utf-8")
    ran, told = run("verify", sarif="true")
    assert (ran.returncode, told) == (2, {"exit-code": "2"}), ran.stderr  # no report is handed on, nor an old one
    (mark,) = (line for line in ran.stderr.splitlines() if line.startswith("::"))
    assert re.match(r"::error file=claims/library/claims.yaml,line=\d+,col=\d+,title=factcheck::unknown kind", mark)
    ran, told = run("verify", options="--todya=2026-01-31")
    assert (ran.returncode, told["exit-code"]) == (2, "2")


def test_the_steps_of_the_action_hand_on_what_the_others_read() -> None:
    assert ACTION["outputs"]["exit-code"]["value"] == "${{ steps.verify.outputs.exit-code }}"
    upload = ACTION["runs"]["steps"][-1]
    assert upload["with"]["sarif_file"] == "${{ steps.verify.outputs.report }}"
    assert "steps.verify.outputs.report != ''" in upload["if"]


def test_a_linter_finds_nothing_in_the_action_the_hooks_and_the_workflows(tmp_path: Path) -> None:
    shutil.copy(ROOT / "action.yml", tmp_path)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", tmp_path)
    shown = [block for page in PAGES for block in blocks(page.read_text(encoding="utf-8")) if block.file]
    texts = {block.file: block.text for block in shown if block.file.startswith((".github/", ".pre-commit"))}
    for name, text in (texts | {f".github/workflows/{gate}.yml": gate.text for gate in (Gate.GITHUB,)}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [tool("zizmor"), "--offline", "--no-config", "--strict-collection", "--collect=all", "--no-progress"]
    linted = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout + linted.stderr


# The snippets


@pytest.mark.parametrize("gate", list(Gate))
def test_the_file_that_init_writes_is_the_one_that_the_documentation_shows(gate: Gate) -> None:
    shown = [
        block.text for page in PAGES for block in blocks(page.read_text(encoding="utf-8")) if block.file == gate.path
    ]
    assert gate.text in shown


def test_the_jobs_of_a_build_say_what_is_wrong_in_their_own_manner(sandbox: Sandbox) -> None:
    edit(sandbox, "1,203", "1,230")
    job = yaml.safe_load(Gate.GITLAB.text)["factcheck"]
    install, check = job["script"]
    assert install == "pip install factcheck-claims"
    assert bash(check, sandbox, CI="true").returncode == 1
    for report, mark in (("codequality", "1,230"), ("junit", "<failure")):
        assert mark in (sandbox.folder / job["artifacts"]["reports"][report]).read_text(encoding="utf-8")
    steps = yaml.safe_load(Gate.GITHUB.text)["jobs"]["factcheck"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [install, check.partition(" --")[0]]
