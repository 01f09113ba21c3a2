"""The copy of a Word article: the same words, a comment around every number that is wrong, the original as it was."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck.article import parse, read
from factcheck.claimfile import loads
from factcheck.cli import Exit, app
from factcheck.finding import Report
from factcheck.report import ReportError, copy
from factcheck.scan import scan
from tests.office import saved_as

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = f'xmlns:w="{W[1:-1]}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
SENTENCE = "There were 956 cases and 1,628 of them open, or 40."
CLAIMS = """article: a.docx
claims:
- {kind: count, quantity: cases, printed: "956", quote: "956 cases"}
- {kind: count, quantity: cases, printed: "1,628", quote: "1,628 of them"}
"""
MARKS = [("956", "conflict"), ("1,628", "conflict"), ("40", "uncovered")]


def run(words: str) -> str:
    return f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def word(*paragraphs: str) -> Any:
    """A Word file whose paragraphs hold this XML."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.element.body.insert(-1, parse_xml(f"<w:p {NAMES}>{paragraph}</w:p>"))
    return made


def reported(path: Path, claims: str = CLAIMS) -> Report:
    return Report(loads(claims).check(document=read(path)).articles, date(2026, 1, 31))


def marked(made: Any, folder: Path, claims: str = CLAIMS) -> bytes:
    """The copy of a Word file, which is saved as `a.docx`."""
    made.save(str(folder / "a.docx"))
    return copy(reported(folder / "a.docx", claims), "docx")


def comments(content: bytes) -> list[tuple[str, str]]:
    """The words that each comment goes around, and the rule that it begins with, in the order of the text."""
    file = docx.Document(BytesIO(content))
    told = {str(one.comment_id): one.text.partition(":")[0] for one in file.comments}
    around = dict.fromkeys((mark.get(f"{W}id") for mark in file.element.body.iter(f"{W}commentRangeStart")), "")
    open_now: set[str] = set()
    for element in file.element.body.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag == "commentRangeStart":
            open_now.add(element.get(f"{W}id"))
        elif tag == "commentRangeEnd":
            open_now.remove(element.get(f"{W}id"))
        elif tag in {"t", "tab"}:
            around |= {each: around[each] + (element.text or "") for each in open_now}
    assert set(around) == set(told)
    assert {mark.get(f"{W}id") for mark in file.element.body.iter(f"{W}commentReference")} == set(told)
    return [(words, told[each]) for each, words in around.items()]


@given(st.lists(st.integers(0, len(SENTENCE)), max_size=5))
@settings(max_examples=4, deadline=None)
def test_the_words_are_the_same_and_each_number_is_marked_however_runs_are_cut(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(SENTENCE)]
    made = word("".join(run(SENTENCE[a:b]) for a, b in pairwise(edges)))
    with TemporaryDirectory() as folder:
        content = marked(made, Path(folder))
    assert parse(content, "docx").text == SENTENCE
    assert comments(content) == MARKS


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_stands_beside_words_in_a_run_stays_where_it_is_and_keeps_its_style(place: Path) -> None:
    inside = '<w:t xml:space="preserve">x 956 cases</w:t><w:tab/><w:t>1,628 of them</w:t><w:br/><w:t>40 cats</w:t>'
    made = word(f"<w:r><w:rPr><w:b/></w:rPr>{inside}</w:r>")
    content = marked(made, place)
    assert comments(content) == MARKS
    (paragraph,) = docx.Document(BytesIO(content)).paragraphs
    assert paragraph.text == "x 956 cases\t1,628 of them\n40 cats"
    assert all(each.bold for each in paragraph.runs if each.text)


def test_numbers_in_links_insertions_tables_and_formulas_are_marked(place: Path) -> None:
    made = word(
        f"<w:hyperlink>{run('There were 956 cases')}</w:hyperlink>",
        f"<w:ins w:id='7'>{run('1,628 of them')}</w:ins>",
        "<m:oMath><m:r><m:t>40</m:t></m:r></m:oMath>",
    )
    made.add_table(1, 1).cell(0, 0).text = "77"
    content = marked(made, place)
    assert comments(content) == [*MARKS, ("77", "uncovered")]
    assert parse(content, "docx").text == read(place / "a.docx").text


def test_numbers_of_notes_and_text_boxes_are_marked_where_the_text_has_them(place: Path) -> None:
    box = f"<w:pict><w:txbxContent><w:p>{run('1,628 of them')}</w:p></w:txbxContent></w:pict>"
    made = word(run("There were 956 cases") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + f"<w:r>{box}</w:r>")
    blob = f'<w:footnotes {NAMES}><w:footnote w:id="2"><w:p>{run("Or 40.")}</w:p></w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", blob.encode(), made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    content = marked(made, place)
    assert comments(content) == [("956", "conflict"), ("", "uncovered"), ("1,628 of them", "conflict")]
    assert parse(content, "docx").text == read(place / "a.docx").text


def test_what_stands_nowhere_is_told_at_the_first_words(place: Path) -> None:
    gone = CLAIMS.replace("1,628 of them", "1,628 in all")
    content = marked(word(run("Hello"), run(SENTENCE)), place, gone)
    assert comments(content)[0] == ("Hello", "quote-missing")


def test_comments_that_are_there_stay_and_the_new_ones_have_the_day_of_the_run(place: Path) -> None:
    made = docx.Document()
    made.add_comment(made.add_paragraph().add_run(SENTENCE), text="mine: so", author="Ann")
    content = marked(made, place)
    mine, *others = docx.Document(BytesIO(content)).comments
    assert (mine.author, {one.author for one in others}) == ("Ann", {"factcheck"})
    assert {str(one.timestamp)[:10] for one in others} == {"2026-01-31"}
    assert comments(content) == [(SENTENCE, "mine"), *MARKS]


def test_the_same_report_is_the_same_file_byte_for_byte(place: Path) -> None:
    made = word(run(SENTENCE))
    content = marked(made, place)
    assert content == copy(reported(place / "a.docx"), "docx")
    assert {member.date_time[:3] for member in ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1)}


def test_hostile_text_is_text(place: Path) -> None:
    hostile = CLAIMS.replace('"1,628 of them"', '"1,628 \\u202e <w:t> &"')
    assert len(comments(marked(word(run(SENTENCE)), place, hostile))) >= 3


def test_a_scan_marks_what_it_finds(place: Path) -> None:
    word(run("It was used in 312 of the 956 cases (36.2%).")).save(str(place / "a.docx"))
    found = scan(read(place / "a.docx")).report
    assert comments(copy(Report((found,)), "docx")) == [("312 of the 956 cases (36.2%)", "conflict")]


# The command


def invoke(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stderr


@pytest.mark.usefixtures("place")
def test_the_original_is_not_touched_and_never_written_to() -> None:
    word(run(SENTENCE)).save("a.docx")
    Path("c.yaml").write_text(CLAIMS, encoding="utf-8")
    before = Path("a.docx").read_bytes()
    assert invoke("verify", "c.yaml", "--report", "docx=b.docx")[0] == Exit.FOUND
    assert comments(Path("b.docx").read_bytes()) == MARKS
    Path("link.docx").symlink_to("a.docx")
    for option in ("docx=a.docx", "docx=./a.docx", "docx=link.docx", "json=a.docx", "html=c.yaml"):
        code, told = invoke("verify", "c.yaml", "--report", option)
        assert (code, "that file was read for it" in told) == (Exit.UNUSABLE, True)
    assert Path("a.docx").read_bytes() == before
    assert Path("c.yaml").read_text(encoding="utf-8") == CLAIMS


@pytest.mark.usefixtures("place")
def test_a_copy_is_of_one_article_in_word() -> None:
    word(run(SENTENCE)).save("a.docx")
    for name, text in (("a", CLAIMS), ("b", CLAIMS), ("c", CLAIMS.replace("article: a.docx\n", ""))):
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    for claims, told in ((["c.yaml"], "none was read"), (["a.yaml", "b.yaml"], "2 were read: check one at a time")):
        code, err = invoke("verify", *claims, "--report", "docx=x.docx")
        assert (code, err) == (
            Exit.UNUSABLE,
            f"factcheck: --report docx: the copy is that of a Word article, and {told}\n",
        )
    assert invoke("verify", "a.yaml", "--output-format", "docx")[0] == Exit.UNUSABLE
    assert not Path("x.docx").exists()


@pytest.mark.usefixtures("place")
def test_an_article_that_changes_meanwhile_is_not_marked() -> None:
    word(run(SENTENCE)).save("a.docx")
    report = reported(Path("a.docx"))
    for change, told in (
        (lambda: word(run("Other words.")).save("a.docx"), "was changed while it was checked"),
        (lambda: Path("a.docx").write_bytes(b"PK"), "this is no Word file"),
        (lambda: Path("a.docx").unlink(), "cannot be opened: no such file"),
    ):
        change()
        with pytest.raises(ReportError, match=told):
            copy(report, "docx")
    with pytest.raises(KeyError):
        copy(report, "json")


def test_an_office_opens_the_copy(place: Path) -> None:
    file = place / "b.docx"
    file.write_bytes(marked(word(run(SENTENCE)), place))
    text = ZipFile(saved_as("odt", file, place / "office")).read("content.xml").decode()
    noted = re.findall(r"<office:annotation .*?</text:p>", text, re.DOTALL)
    assert [re.findall(r">([a-z-]+): ", note) for note in noted] == [[rule] for _, rule in MARKS]
