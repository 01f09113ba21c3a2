"""`factcheck init`: what it begins passes at once, nothing that is there is touched, and it is done whole or not at all."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from factcheck.claimfile import schema
from factcheck.cli import Exit, app
from factcheck.settings import configuration
from factcheck.starter import EXAMPLE, Gate
from tests.user import open_folder, ordinary_user

ALWAYS = [*EXAMPLE, "claims/claims.schema.json", "factcheck.toml"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    for name in ("CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    result = CliRunner().invoke(app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def files() -> dict[str, str]:
    """Every file below the working folder, with its text."""
    return {str(path): path.read_text(encoding="utf-8") for path in sorted(Path().rglob("*")) if path.is_file()}


def test_what_it_begins_passes_at_once() -> None:
    code, out, err = run("init")
    assert (code, out) == (Exit.OK, "")
    assert sorted(files()) == sorted(ALWAYS)
    assert [line for line in err.splitlines() if "wrote" not in line] == ["factcheck: now try: factcheck verify"]
    code, out, err = run("verify", "--min-coverage", "100")
    assert (code, err) == (Exit.OK, "")
    assert out.endswith("6 claims: 6 pass; 1 note; 6 of 6 numbers guarded; 6 of 6 numbers covered (100%)\n")


def test_every_edit_of_a_number_in_the_example_is_caught() -> None:
    run("init")
    article = Path("claims/library/article.md")
    whole = article.read_text(encoding="utf-8")
    for number in ("4,812", "12 per cent", "4,296", "A quarter", "1,203", "3,609"):
        article.write_text(whole.replace(number, "A fifth" if number == "A quarter" else "7" + number[1:]), "utf-8")
        assert run("verify")[0] == Exit.FOUND


def test_the_schema_is_that_of_claims_files_and_the_example_names_it() -> None:
    run("init")
    assert json.loads(Path("claims/claims.schema.json").read_text(encoding="utf-8")) == schema()
    assert run("schema")[1] == Path("claims/claims.schema.json").read_text(encoding="utf-8")
    file = Path("claims/library/claims.yaml")
    line = file.read_text(encoding="utf-8").splitlines()[0]
    named = file.parent / line.removeprefix("# yaml-language-server: $schema=")
    editor = Draft7Validator(json.loads(named.read_text(encoding="utf-8")))
    claims = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert editor.is_valid(claims)
    claims["claims"][0]["quantitty"] = claims["claims"][0].pop("quantity")
    assert not editor.is_valid(claims)


def test_a_draft_below_the_schema_names_it_and_others_do_not() -> None:
    run("init")
    for name in ("claims/deep/er/story", "story"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(f"{name}.md").write_text("There were 956 cases.", encoding="utf-8")
        assert run("draft", f"{name}.md", "-o", f"{name}.yaml")[0] == Exit.OK
    first = Path("claims/deep/er/story.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../claims.schema.json"
    assert "yaml-language-server" not in Path("story.yaml").read_text(encoding="utf-8")
    assert run("verify", "claims", "story.yaml")[0] == Exit.OK


def test_every_setting_that_is_offered_is_one() -> None:
    run("init")
    assert configuration(Path("factcheck.toml")).file
    assert tomllib.loads(Path("factcheck.toml").read_text(encoding="utf-8")) == {}
    text = Path("factcheck.toml").read_text(encoding="utf-8").replace("# Settings", "").replace("# Take", "")
    offered = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line)
    Path("all.toml").write_text(offered, encoding="utf-8")
    assert len(configuration(Path("all.toml")).settings.model_fields_set) == offered.count("\n") + 1


@pytest.mark.parametrize("gates", [[gate] for gate in Gate] + [list(Gate)])
def test_a_gate_that_is_asked_for_is_written(gates: list[Gate]) -> None:
    assert run("init", *(word for gate in gates for word in ("--gate", gate.value)))[0] == Exit.OK
    assert sorted(files()) == sorted([*ALWAYS, *(gate.path for gate in gates)])
    assert all(yaml.safe_load(files()[gate.path]) for gate in gates)


def test_nothing_that_is_there_is_touched() -> None:
    for name in (*ALWAYS, *(gate.path for gate in Gate)):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("# mine\n", encoding="utf-8")
    code, out, err = run("init", *(word for gate in Gate for word in ("--gate", gate.value)))
    assert (code, set(files().values())) == (Exit.OK, {"# mine\n"})
    assert "wrote" not in err
    assert out == "".join(gate.text for gate in Gate)
    assert "kept .gitlab-ci.yml, which does not name factcheck; add this to it:" in err
    assert "factcheck schema > claims/claims.schema.json renews it" in err


def test_twice_is_once() -> None:
    run("init", "--gate", "gitlab")
    before = files()
    code, out, err = run("init", "--gate", "gitlab", "--gate", "gitlab")
    assert (code, out, files()) == (Exit.OK, "", before)
    assert err.count("which was there already") == len(before)


def test_a_dangling_link_is_there_already() -> None:
    Path("factcheck.toml").symlink_to("nowhere")
    assert run("init")[0] == Exit.OK
    assert Path("factcheck.toml").is_symlink()
    assert not Path("nowhere").exists()


def test_claims_that_are_there_need_no_example() -> None:
    Path("claims").mkdir()
    Path("claims/mine.yaml").write_text('claims:\n- {kind: count, quantity: a, printed: "1"}\n', encoding="utf-8")
    code, _, err = run("init")
    assert (code, sorted(files())) == (Exit.OK, ["claims/claims.schema.json", "claims/mine.yaml", "factcheck.toml"])
    assert "kept claims as it is, for it holds claims: there is no need of an example" in err
    assert run("verify")[0] == Exit.OK


@pytest.mark.parametrize("place", [Path(), Path("below")])
def test_settings_that_hold_already_are_not_taken_the_place_of(place: Path) -> None:
    Path("pyproject.toml").write_text("[tool.factcheck]\nmin-coverage = 50\n", encoding="utf-8")
    code, _, err = run("init", str(place))
    assert (code, (place / "factcheck.toml").exists()) == (Exit.OK, False)
    assert "kept the settings of pyproject.toml, which hold here" in err
    assert run("verify", str(place / "claims"))[0] == Exit.OK


def test_another_folder_is_made_and_the_way_there_told() -> None:
    code, _, err = run("init", "news room/desk")
    assert (code, Path("news room/desk/claims/library/claims.yaml").is_file()) == (Exit.OK, True)
    assert err.endswith("now try: cd 'news room/desk' && factcheck verify\n")


# What cannot be written


def test_a_file_is_no_folder_and_nothing_else_is_said() -> None:
    Path("pyproject.toml").write_text("[tool.factcheck]\nstrict = true\n", encoding="utf-8")
    assert run("init", "pyproject.toml") == (
        Exit.UNUSABLE,
        "",
        "factcheck: pyproject.toml: there is a file of that name; name a folder\n",
    )


@pytest.mark.parametrize(
    ("in_the_way", "told"),
    [
        (".github", ".github: the folder cannot be made: File exists"),
        (".github/workflows", ".github/workflows: the folder cannot be made: File exists"),
        ("claims", "claims: the folder cannot be made: File exists"),
    ],
)
def test_a_file_in_the_place_of_a_folder_is_told_and_nothing_stays(in_the_way: str, told: str) -> None:
    Path(in_the_way).parent.mkdir(exist_ok=True)
    Path(in_the_way).write_text("mine", encoding="utf-8")
    before = sorted(Path().rglob("*"))
    code, out, err = run("init", "--gate", "github")
    assert (code, out) == (Exit.UNUSABLE, "")
    assert err.splitlines()[-1] == f"factcheck: {told}"
    assert sorted(Path().rglob("*")) == before


def test_a_folder_that_may_not_be_written_in_is_told_and_nothing_stays() -> None:
    run("init", "elsewhere")  # what the command loads is loaded before
    with open_folder():
        Path("claims").mkdir()
        Path("claims").chmod(0o777)
        Path().chmod(0o555)
        with ordinary_user():
            code, out, err = run("init")
        assert (code, out) == (Exit.UNUSABLE, "")
        assert err == "factcheck: factcheck.toml: cannot be written: Permission denied\n"
        assert sorted(Path().rglob("*")) == [Path("claims")]


def test_a_disk_that_fills_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = os.replace

    def full(beside: str, target: str) -> None:
        if target.endswith("factcheck.toml"):
            raise OSError(28, "No space left on device")
        written(beside, target)

    monkeypatch.setattr(os, "replace", full)
    code, _, err = run("init", "deep/er")
    assert (code, list(Path().iterdir())) == (Exit.UNUSABLE, [])
    assert err == "factcheck: deep/er/factcheck.toml: cannot be written: No space left on device\n"


@pytest.mark.parametrize("settings", ["min-coverrage = 1", "min-coverage ="])
def test_settings_that_cannot_be_read_are_told_first(settings: str) -> None:
    Path("factcheck.toml").write_text(settings, encoding="utf-8")
    code, _, err = run("init")
    assert (code, list(Path().iterdir())) == (Exit.UNUSABLE, [Path("factcheck.toml")])
    assert err.startswith("factcheck: factcheck.toml:1:1")


def test_a_gate_that_there_is_not_is_told_with_those_that_there_are() -> None:
    code, _, err = run("init", "--gate", "jenkins")
    assert code == Exit.UNUSABLE
    assert all(gate.value in err for gate in Gate)
