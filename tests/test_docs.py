"""The documentation is true: its blocks run, its screens are real, its pages are complete, its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from factcheck.cli import app
from factcheck.kinds import KINDS
from factcheck.rules import RULES
from factcheck.slips import SLIPS
from tests.docs import PAGES, ROOT
from tests.docs.blocks import Sandbox, agrees, blocks, commands
from tests.docs.links import is_broken, targets
from tests.docs.reference import REFERENCE, pages, with_sections

pytestmark = pytest.mark.no_cover

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


@each_page
def test_every_block_runs_and_every_screen_is_as_shown(page: Path, tmp_path: Path) -> None:
    sandbox = Sandbox(tmp_path)
    for block in blocks(page.read_text(encoding="utf-8")):
        actual = sandbox.run(block)
        assert actual is None or actual == block.text, f"line {block.line}: `make docs` writes what is shown now"


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [target for target in targets(page.read_text(encoding="utf-8")) if is_broken(target, page)] == []


@each_page
def test_every_generated_section_is_up_to_date(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert with_sections(text) == text, "`make docs` writes it"


def test_every_generated_page_is_up_to_date_and_there_are_no_others() -> None:
    made = pages()
    kept = {page for folder in ("kinds", "rules", "slips") for page in (REFERENCE / folder).glob("*.md")}
    kept |= set(REFERENCE.glob("*.json"))
    assert kept == set(made)
    assert [page for page in made if page.read_text(encoding="utf-8") != made[page]] == [], "`make docs` writes them"


def test_every_command_kind_and_rule_has_its_page() -> None:
    command_page = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    screens = [block.text for block in blocks(command_page) if block.language == "console"]
    shown = {typed for screen in screens for typed, _ in commands(screen)}
    assert {f"factcheck {name} --help" for name in typer.main.get_group(app).commands} <= shown
    assert all((REFERENCE / "kinds" / f"{kind}.md").exists() for kind in KINDS)
    assert all((REFERENCE / "rules" / f"{rule}.md").exists() for rule in RULES)
    assert all((REFERENCE / "slips" / f"{slip.replace(' ', '-')}.md").exists() for slip in SLIPS)


def test_every_page_can_be_reached_from_the_readme() -> None:
    index = ROOT / "README.md"
    seen, ahead = {index}, [index]
    while ahead:
        page = ahead.pop()
        text = page.read_text(encoding="utf-8")
        linked = {(page.parent / target.partition("#")[0]).resolve() for target in targets(text)}
        new = {there for there in linked - seen if there.suffix == ".md"}
        seen |= new
        ahead += sorted(new)
    assert set(PAGES) <= seen


def test_the_readme_shows_both_commands_that_a_stranger_types() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^make demo$", readme, re.MULTILINE)
    assert re.search(r"^make test$", readme, re.MULTILINE)


@pytest.mark.parametrize(
    ("shown", "actual", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("a\n...\nc\n", "a\nc\n", True),
        ("a\n...\n", "b\n", False),
        ("a.c\n", "abc\n", False),
        ("", "a\n", False),
    ],
)
def test_three_dots_stand_for_any_lines_and_nothing_else_does(shown: str, actual: str, *, same: bool) -> None:
    assert agrees(shown, actual) is same
