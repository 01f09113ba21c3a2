"""Claims files that are drafted again: what a person wrote stays, new numbers get claims, and doing it twice is doing it once."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck.article import Document, parse
from factcheck.check.coverage import cover
from factcheck.claimfile import ClaimFileError, loads
from factcheck.cli import Exit, app
from factcheck.draft import Updated, draft, update
from factcheck.finding import Standing
from tests.test_draft import texts


def plain(text: str) -> Document:
    return parse(text, "plain")


def added(before: str, after: str) -> list[str]:
    """The lines of a text that it has beyond another, which it holds whole and in order."""
    kept = iter(before.splitlines(keepends=True))
    waiting, extra = next(kept, None), []
    for line in after.splitlines(keepends=True):
        if line == waiting:
            waiting = next(kept, None)
        else:
            extra.append(line)
    assert waiting is None, f"{waiting!r} is gone"
    return extra


def by_hand(claims: str, choice: int) -> str:
    """A draft that a person went on with: a comment more, a quantity explained, the last claim taken away."""
    lines = claims.replace("claims:\n", "claims:\n  # mine: read again on Monday\n").split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith("  - kind:")]
    if len(starts) > 1 and choice:
        lines[starts[-1] :] = ["  # mine: one was taken out", ""]
    return "\n".join([*lines, "ignore:", "- {passage: nothing like it, reason: a test}  # mine", ""])


@pytest.mark.no_cover
@given(texts(), texts(), st.integers(0, 1))
@settings(max_examples=6, deadline=None)
def test_an_update_keeps_every_line_covers_the_rest_and_is_done_once(old: str, new: str, choice: int) -> None:
    before = by_hand(draft(plain(old), "a.txt"), choice)
    document = plain(f"{old}\n\n{new}")
    updated = update(document, before)
    extra = added(before.replace("quantities: {}", "quantities:").replace("claims: []", "claims:"), updated.text)
    assert updated.claims == sum(line.startswith("  - kind:") for line in extra)
    article = loads(updated.text)
    covered = cover(article, document)
    assert covered.coverage is not None
    open_numbers = [one for one in covered.coverage.numbers if one.standing is Standing.UNCOVERED]
    assert len(open_numbers) == updated.text.count("set it aside under `ignore`")
    kept = len(loads(before).claims)
    assert not {one.id for one in article.claims[kept:]} & {
        claim for finding in article.check(document=document).findings if finding.is_error for claim in finding.claims
    }
    again = update(document, updated.text)
    assert (again.text, again.claims, again.questions) == (updated.text, 0, 0)


@given(texts(), texts(), st.data())
@settings(max_examples=6, deadline=None)
def test_an_edit_of_a_number_that_was_added_is_caught(old: str, new: str, data: st.DataObject) -> None:
    text = f"{old}\n\n{new}"
    article = loads(update(plain(text), draft(plain(old), "a.txt")).text)
    coverage = cover(article, plain(text)).coverage
    assert coverage is not None
    digits = [
        at
        for number in coverage.numbers
        if number.claims and number.start >= len(old)
        for at in range(number.start, number.end)
        if text[at].isascii() and text[at].isdigit()
    ]
    if digits:
        at = data.draw(st.sampled_from(digits))
        other = data.draw(st.sampled_from([digit for digit in "123456789" if digit != text[at]]))
        found = cover(article, plain(text[:at] + other + text[at + 1 :])).findings
        assert {finding.rule.name for finding in found} & {"quote-drift", "quote-missing"}


QUOTED = 'kind: count\n{}  quantity: cases\n{}  printed: "956"\n{}  quote: "956 cases"\n'
CLAIM = f"- {QUOTED}"
LAYOUTS = {
    "nothing but a language": "language: en\n",
    "no quantities": f"claims:\n{CLAIM.format('', '', '')}",
    "no quantities, a comment above": f"# head\n\n# the claims\nclaims:\n{CLAIM.format('', '', '')}",
    "nothing": "quantities:\n\n\nlanguage: en\n",
    "null": "quantities: ~\nclaims: []  # none yet\n",
    "empty brackets": "quantities: {}\nclaims: []\n",
    "names in a list": f"quantities:\n- cases\n- other\nclaims:\n{CLAIM.format('', '', '')}",
    "names in brackets": f"quantities: [cases, other,]\nclaims:\n{CLAIM.format('', '', '')}",
    "braces": f"quantities: {{cases: , other: {{of: cases}} }}\nclaims:\n{CLAIM.format('', '', '')}",
    "braces on lines": f"quantities: {{\n  cases: ,\n  other:  # what?\n}}\nclaims:\n{CLAIM.format('', '', '')}",
    "claims first": f"claims:\n    - {QUOTED.format(*['    '] * 3)}\n# between\nquantities:\n      cases:\n      other:\n",
    "indented": f"  claims:\n  - {QUOTED.format(*['  '] * 3)}  quantities:\n    cases:\n",
    "claims in braces": 'quantities:\n  cases:\nclaims:\n  - {kind: count, quantity: cases, printed: "956", quote: "956 cases"}',
    "a text on lines": "quantities:\n  cases: >-\n    many\n\n    words\n\n"
    f"claims:\n{CLAIM.format('', '', '')}  note: |\n    one\n\n\n# foot\n",
    "a text that keeps its end": f"quantities:\n  cases:\nclaims:\n{CLAIM.format('', '', '')}  note: |+\n    one\n\n",
    "comments below": "quantities:\n  cases:\n  # of quantities\n\n# of claims\n"
    f"claims:\n  - {QUOTED.format(*['  '] * 3)}  # of the list\n# foot\n",
    "no end of line": f"quantities:\n  cases:\nclaims:\n{CLAIM.format('', '', '')}".rstrip("\n"),
    "marks of documents": f"---\nquantities:\n  cases:\nclaims:\n{CLAIM.format('', '', '')}...\n",
}


@pytest.mark.parametrize(("name", "end"), [(name, "\r\n" if at % 3 == 2 else "\n") for at, name in enumerate(LAYOUTS)])
def test_a_file_is_added_to_however_it_is_laid_out(name: str, end: str) -> None:
    before = LAYOUTS[name].replace("\n", end)
    document = plain("There were 956 cases. They took 12 cats.")
    updated = update(document, before)
    assert updated.claims == (1 if "956" in before else 2)
    article = loads(updated.text)
    assert "cats" in article.declarations
    assert [claim.numeral.surface for claim in article.claims] == ["956", "12"]
    assert "\r\n" not in updated.text if end == "\n" else not re.search("[^\r]\n", updated.text)
    if not re.search(r"[{\[~]", before.partition("claims")[0]) and "[]" not in before and before.endswith("\n"):
        added(before, updated.text)
    assert all(comment in updated.text for comment in re.findall("#.*", before))
    assert update(document, updated.text).text == updated.text


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ('{"claims": []}', "written in braces"),
        ('quantities: [a]\nclaims: [{kind: count, quantity: a, printed: "5"}]', "claims are written in brackets"),
        ("quantities: [a]\nclaims: []", "needs fields of its own"),
        ("quantities: {a: }\nclaims: [x]", "x"),
        ("", "the file is empty"),
    ],
)
def test_a_file_that_has_no_room_is_told_with_the_place(claims: str, told: str) -> None:
    with pytest.raises(ClaimFileError, match=re.escape(told)):
        update(plain("A third of the 12 cats slept."), claims, "a.yaml")


MINE = """\
quantities: {letters: all of them, answered: {of: letters}}
claims:
- {kind: count, quantity: answered, printed: "312", quote: "It answered 312 of the 956 letters"}
- {kind: count, quantity: letters, printed: "956", quote: "It answered 312 of the 956 letters"}
"""


def changed(text: str, claims: str = MINE) -> Updated:
    return update(plain(text), claims)


def test_a_share_beside_counts_that_have_claims_is_a_share_of_their_quantities() -> None:
    updated = changed("It answered 312 of the 956 letters (32.6%).")
    assert (updated.claims, updated.questions) == (1, 0)
    assert loads(updated.text).claims[-1].names() == ("answered", "letters")


def test_quantities_are_used_again_where_noun_and_number_are_the_same() -> None:
    updated = changed("It answered 312 of the 956 letters. The 956 letters came early.")
    assert loads(updated.text).claims[-1].names() == ("letters",)
    assert updated.text.partition("claims:")[0] == MINE.partition("claims:")[0]


def test_a_quantity_that_has_no_number_yet_takes_the_one_beside_its_name() -> None:
    updated = changed("There were 12 cats.", "quantities: {cats: }\n")
    assert (loads(updated.text).claims[-1].names(), updated.questions) == (("cats",), 0)


def test_another_number_beside_the_same_noun_is_asked_about() -> None:
    updated = changed("It answered 312 of the 956 letters. The 965 letters came early.")
    assert loads(updated.text).claims[-1].names() == ("letters_2",)
    assert "# decide: is it another number than `letters`?" in updated.text


def test_a_number_that_cannot_be_of_the_quantity_beside_which_it_stands_is_asked_about() -> None:
    claims = 'quantities: {dogs: , cats: {of: dogs}}\nclaims:\n- {kind: count, quantity: dogs, printed: "9", quote: "9 dogs"}\n'
    updated = changed("It has 9 dogs. There were 12 cats.", claims)
    assert loads(updated.text).claims[-1].names() == ("cats_2",)
    assert "# decide: is it another number than `cats`?" in updated.text
    assert loads(updated.text).check().ok


def test_names_never_clash_with_names_and_ids_that_are_there() -> None:
    claims = 'quantities: {cats: }\nclaims:\n- {id: dogs, kind: count, quantity: cats, printed: "5", quote: "5 cats"}\n'
    updated = changed("It has 5 cats. It has 12 dogs.", claims)
    assert loads(updated.text).claims[-1].names() == ("dogs_2",)


def test_a_claim_whose_quote_is_gone_is_told_and_kept_and_its_number_is_asked_about() -> None:
    updated = changed("It answered 312 of all the 956 letters that came.")
    assert [finding.rule.name for finding in updated.findings] == ["quote-missing"] * 2
    assert 'The nearest passage is "It answered 312 of all the 956 letters"' in updated.findings[0].message
    assert updated.text.startswith(MINE)
    assert "# decide: is it the number of `count-answered`?" in updated.text


def test_an_edited_number_is_told_and_not_drafted_again() -> None:
    updated = changed("It answered 321 of the 956 letters.")
    assert {finding.rule.name for finding in updated.findings} == {"quote-drift"}
    assert updated.text == MINE


def test_a_number_that_is_asked_about_already_is_not_asked_about_again_when_lines_have_moved() -> None:
    document = plain("It had 12 cats and 12 cats.\n\nMore.")
    updated = update(document, draft(plain("No news."), "a"))
    assert updated.questions > 0
    moved = plain("News.\n\nIt had 12 cats and 12 cats.\n\nMore.")
    assert update(moved, updated.text).text == updated.text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("There were 956 cases.\n", encoding="utf-8")
    assert run("draft", "a.md", "-o", "a.yaml")[0] == Exit.OK
    (tmp_path / "a.md").write_text("There were 956 cases. It took 12 cats.\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def test_a_difference_is_shown_and_nothing_is_written(folder: Path) -> None:
    file = folder / "a.yaml"
    before = file.read_bytes()
    code, shown = run("draft", "a.md", "--update", "a.yaml", "--diff")
    assert (code, file.read_bytes()) == (Exit.OK, before)
    assert '+    printed: "12"' in shown
    assert "1 claim would be added" in shown
    code, shown = run("draft", "a.md", "--update", "a.yaml")
    assert (code, "1 claim added" in shown) == (Exit.OK, True)
    assert run("verify", "a.yaml")[0] == Exit.OK
    after = file.read_bytes()
    code, shown = run("draft", "a.md", "--update", "a.yaml")
    assert (code, file.read_bytes()) == (Exit.OK, after)
    assert "nothing to add" in shown


def test_a_mark_at_the_beginning_and_the_ends_of_lines_stay(folder: Path) -> None:
    file = folder / "a.yaml"
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert run("draft", "a.md", "--update", "a.yaml")[0] == Exit.OK
    after = file.read_bytes()
    assert after.startswith(before.partition(b"quantities")[0])
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")


def test_what_cannot_be_updated_is_told_and_left_alone(folder: Path) -> None:
    (folder / "a.json").write_text("{}", encoding="utf-8")
    (folder / "b.md").write_text("There were 956 cases.\n", encoding="utf-8")
    (folder / "bad.yaml").write_text("claims: [", encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"article: \xe9\n")
    for arguments, told in (
        (("a.md", "--update", "a.json"), "only claims files in YAML"),
        (("b.md", "--update", "a.yaml"), "are about a.md, and not about b.md"),
        (("a.md", "--update", "none.yaml"), "none.yaml"),
        (("a.md", "--update", "bad.yaml"), "bad.yaml:2:1"),
        (("a.md", "--update", "latin.yaml"), "not UTF-8"),
        (("a.md", "--update", "a.yaml", "-o", "b.yaml"), "leave out --output"),
        (("a.md", "--diff"), "--update"),
    ):
        before = {path: path.read_bytes() for path in folder.iterdir()}
        code, shown = run("draft", *arguments)
        assert (code, told in shown) == (Exit.UNUSABLE, True), shown
        assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_cannot_be_replaced_is_left_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / "a.yaml").read_bytes()

    def full(*_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    code, shown = run("draft", "a.md", "--update", "a.yaml")
    assert (code, "No space left" in shown) == (Exit.UNUSABLE, True)
    assert [path.name for path in sorted(folder.iterdir())] == ["a.md", "a.yaml"]
    assert (folder / "a.yaml").read_bytes() == before
