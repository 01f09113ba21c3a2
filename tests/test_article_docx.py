"""Word files as documents."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.article import ArticleError, Document, Span, parse, read
from factcheck.article.archive import DEEPEST, LARGEST_CONTENT, MOST_ELEMENTS, MOST_MEMBERS

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCES = [
    "It rose to 956 cases.",
    "A third (32.6 per cent) said no.",
    "Über 1,628 were recorded.",
    "It’s £3.2bn & <more>.",
]

words_in_runs = st.sampled_from(SENTENCES).flatmap(
    lambda sentence: st.lists(st.integers(0, len(sentence)), max_size=4).map(
        lambda cuts: [sentence[a:b] for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), len(sentence)], strict=True)]
    )
)


def saved(word: Any) -> bytes:
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def document_of(*paragraphs: str) -> Document:
    """What is read of a real Word file whose paragraphs hold this XML."""
    word = docx.Document()
    for paragraph in paragraphs:
        word.element.body.insert(-1, parse_xml(f"<w:p {W}>{paragraph}</w:p>"))
    return parse(saved(word), "docx")


def run(words: str, style: str = "") -> str:
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def texts(document: Document) -> list[str]:
    return [document.words(block) for block in document.blocks]


@pytest.mark.no_cover
@settings(max_examples=30)
@given(st.lists(words_in_runs, min_size=1, max_size=4))
def test_sentences_come_back_however_they_are_split_into_runs(paragraphs: list[list[str]]) -> None:
    word = docx.Document()
    for number, pieces in enumerate(paragraphs):
        paragraph = word.add_paragraph(style="List Bullet" if number % 2 else None)
        for index, piece in enumerate(pieces):
            paragraph.add_run(piece).bold = bool(index % 2)
    document = parse(saved(word), "docx")
    assert texts(document) == ["".join(pieces) for pieces in paragraphs]
    for number, block in enumerate(document.blocks, 1):
        place = document.place(block.start + 3)
        assert (place.line, place.column, place.part) == (number, 4, f"paragraph {number}")


def test_tracked_changes_are_accepted() -> None:
    document = document_of(
        f"{run('It rose to 9')}<w:del>{run('4')}</w:del><w:ins>{run('5')}</w:ins>{run('6')}"
        f"<w:moveFrom>{run(' 7')}</w:moveFrom><w:moveTo>{run(' cases')}</w:moveTo><w:r><w:delText>8</w:delText></w:r>.",
        f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('It fell by 1')}",
        run("2 per cent."),
    )
    assert texts(document) == ["It rose to 956 cases", "It fell by 12 per cent."]
    assert str(document.place(document.text.index("2 per"))) == "paragraph 3, character 1"


def test_hidden_and_struck_words_are_no_text_and_join_no_words() -> None:
    for style in ("<w:vanish/>", "<w:strike/>", '<w:dstrike w:val="1"/>'):
        assert document_of(run("5") + run("6", style) + run("7")).text == "5 7"
    assert document_of(run("5") + run("6", '<w:strike w:val="0"/>') + run("7")).text == "567"


def test_fields_links_and_controls_show_what_a_reader_sees() -> None:
    document = document_of(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 9</w:instrText></w:r>'
        f"{run('5')}<w:hyperlink>{run('6')}</w:hyperlink><w:sdt><w:sdtContent>{run('7')}</w:sdtContent></w:sdt>"
        "<!-- 8 -->"
        "<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>8</w:t><w:tab/><w:t>9</w:t><w:br/><w:t>10</w:t></w:r>"
    )
    assert document.text == "567‑8\t9\n10"


def test_a_raised_number_does_not_join_the_one_before_it() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert document_of(run("956") + run("1", raised) + run(" in 1") + run("st", raised)).text == "956¹ in 1st"


def test_a_text_box_is_a_paragraph_of_its_own_and_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Box 5')}</w:p></w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = document_of(run("Before ") + both + run("after 6"), run("Last"))
    assert texts(document) == ["Box 5", "Before after 6", "Last"]


def test_tables_have_places_headers_and_spans() -> None:
    word = docx.Document()
    word.add_paragraph("Before")
    table = word.add_table(3, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"{number}56"
    table.cell(1, 0).merge(table.cell(1, 1))
    table.cell(2, 1).add_paragraph("more")
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))
    table.add_row().cells[0].text = "gone"
    table.rows[3]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {W}/>"))
    inner = table.cell(2, 0).add_table(1, 1)
    inner.cell(0, 0).text = "inner"
    word.add_paragraph("After")
    document = parse(saved(word), "docx")
    outer = document.tables[0]
    assert [[document.words(cell.span) for cell in row] for row in outer.rows] == [
        ["056", "156"],
        ["256\n\n356"],
        ["456\n\ninner", "556\n\nmore"],
    ]
    assert [[document.words(cell.span) for cell in row] for row in document.tables[1].rows] == [["inner"]]
    assert [cell.header for cell in outer.cells] == [True, True, False, False, False]
    assert [cell.columns for cell in outer.cells] == [1, 1, 2, 1, 1]
    assert "056\t156" in document.text
    places = {words: str(document.place(document.text.index(words))) for words in ("Before", "556", "inner", "After")}
    assert places == {
        "Before": "paragraph 1, character 1",
        "556": "table 1, row 3, cell 2, character 1",
        "inner": "table 2, row 1, cell 1, character 1",
        "After": "paragraph 2, character 1",
    }


def test_what_is_raised_stays_so_behind_a_text_box() -> None:
    box = f"<w:pict><w:txbxContent><w:p>{run('Aside.')}</w:p></w:txbxContent></w:pict>"
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{box}<w:t>6</w:t></w:r>'
    assert texts(document_of(run("10") + raised)) == ["Aside.", "10⁶"]


def test_footnotes_and_endnotes_are_read_and_their_marks_are_not() -> None:
    word = docx.Document()
    word.add_paragraph("It rose to 956")._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    for sort in ("footnote", "endnote"):
        notes = "".join(
            f'<w:{sort} w:id="{number}" {kind}><w:p><w:r><w:{sort}Ref/></w:r>{run(words)}</w:p></w:{sort}>'
            for number, kind, words in (
                (0, 'w:type="separator"', "----"),
                (2, "", f"Of 1,628 {sort}s."),
                (3, "", "More."),
            )
        )
        part = Part(
            PackURI(f"/word/{sort}s.xml"), f"application/x.{sort}s+xml", f"<w:{sort}s {W}>{notes}</w:{sort}s>".encode()
        )
        word.part.relate_to(part, f"{RELATIONSHIP_TYPE.FOOTNOTES.rpartition('/')[0]}/{sort}s")
    document = parse(saved(word), "docx")
    assert texts(document) == ["It rose to 956", "Of 1,628 footnotes.", "More.", "Of 1,628 endnotes.", "More."]
    assert [document.place(block.start).part for block in document.blocks] == [
        *("paragraph 1", "footnote 1", "footnote 2", "endnote 1", "endnote 2")
    ]


def test_the_language_is_that_of_the_properties() -> None:
    word = docx.Document()
    word.add_paragraph("Es waren 956.")
    assert parse(saved(word), "docx").language is None
    word.core_properties.language = "de-DE"
    assert parse(saved(word), "docx").language == "de-DE"


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("It rose to 956 & more.")
    word.save(str(tmp_path / "story.DOCX"))
    document = read(tmp_path / "story.DOCX")
    assert document.text == "It rose to 956 & more."
    assert document.format == "docx"
    assert document.sentences[0] == Span(0, len(document.text))


# Broken and hostile files


def archive(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A real Word file with its members changed."""
    members = dict(real_members())
    change(members)
    return zipped(members.items())


@cache
def real_members() -> dict[str, bytes]:
    word = docx.Document()
    word.add_paragraph("It rose to 956.")
    with zipfile.ZipFile(BytesIO(saved(word))) as old:
        return {name: old.read(name) for name in old.namelist()}


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members:
            new.writestr(name, content)
    return stream.getvalue()


def body(xml: bytes) -> bytes:
    return archive(lambda members: members.update({"word/document.xml": xml}))


def refused(content: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        parse(content, "docx")
    assert caught.value.remedy
    return caught.value.message


def test_a_file_that_is_no_word_file_is_told() -> None:
    assert "empty" in refused(b"")
    assert "no Word file" in refused(b"It rose to 956.")
    assert "no Word file" in refused(b"PK\x03\x04 and so on")
    assert "no Word document" in refused(zipped([("a.txt", b"956")]))
    assert "no Word document" in refused(zipped([("[Content_Types].xml", b"<Types/>"), ("_rels/.rels", b"<a/>")]))
    assert "no valid XML" in refused(body(b"<w:document"))
    assert "no Word document" in refused(body(b"<html/>"))
    assert "no text" in refused(saved(docx.Document()))
    assert "no text" in refused(body(f"<w:document {W}/>".encode()))


def test_a_protected_file_is_told() -> None:
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    content = bytearray(zipped([("a", b"956")]))
    directory = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[directory + 8] |= 1
    assert "password" in refused(bytes(content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused(encoding: str) -> None:
    doctype = '<!DOCTYPE w [<!ENTITY a "956"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<w:document {W}><w:body/></w:document>'
    assert "entities" in refused(body(xml.encode(encoding)))
    styles = archive(lambda members: members.update({"word/styles.xml": f"{doctype}<a/>".encode()}))
    assert "entities" in refused(styles)


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_does() -> None:
    bomb = archive(lambda members: members.update({"word/media/a.bin": bytes(LARGEST_CONTENT)}))
    assert len(bomb) < 200_000
    assert "unpacks" in refused(bomb)
    lying = bytearray(bomb)
    for size in (b"PK\x01\x02", b"PK\x03\x04"):
        found = (
            lying.rindex(size) if size == b"PK\x03\x04" else lying.index(b"word/media/a.bin", lying.index(size)) - 46
        )
        offset = found + (24 if size == b"PK\x01\x02" else 22)
        lying[offset : offset + 4] = (1_000).to_bytes(4, "little")
    assert "broken" in refused(bytes(lying))
    assert "parts" in refused(zipped((f"{number}", b"") for number in range(MOST_MEMBERS + 1)))


@pytest.mark.no_cover
def test_deep_and_endless_xml_is_refused() -> None:
    start, end = f"<w:document {W}><w:body>".encode(), b"</w:body></w:document>"
    deep = start + b"<w:sdt>" * DEEPEST + b"</w:sdt>" * DEEPEST + end
    assert "inside one another" in refused(body(deep))
    assert "elements" in refused(body(start + b"<w:p/>" * MOST_ELEMENTS + end))


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    content = archive(lambda _: None)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ArticleError, match=r"python-docx.*factcheck-claims\[docx\]"):
        parse(content, "docx")


ELEMENTS = [
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>956</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
    ),
    *(
        "<w:del>",
        "</w:del>",
        "<w:tab/>",
        "<w:br/>",
        "<w:rPr><w:vanish/></w:rPr>",
        "<w:t/>",
        "<!-- 5 -->",
        "<?a b?>",
        "<w:p/>",
    ),
]


def balanced(pieces: list[str]) -> str:
    """The elements with what is missing to close them, and without ends of what is not open."""
    stack: list[str] = []
    kept: list[str] = []
    for piece in pieces:
        if piece.startswith("</"):
            if not stack or stack[-1] != piece[2:]:
                continue
            stack.pop()
        elif piece[-2] not in "/-?" and "</" not in piece:
            stack.append(piece[1:])
        kept.append(piece)
    return "".join([*kept, *(f"</{name}" for name in reversed(stack))])


@pytest.mark.no_cover
@settings(max_examples=30)
@given(st.lists(st.sampled_from(ELEMENTS), max_size=30).map(balanced))
def test_any_order_of_elements_gives_a_document_or_the_error_that_is_told(xml: str) -> None:
    content = body(f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode())
    try:
        document = parse(content, "docx")
    except ArticleError as error:
        assert "no text" in str(error)  # noqa: PT017 - either is right
        return
    assert "".join(document.text.split()).strip("956") == ""
    for offset, sign in enumerate(document.text):
        if sign.isdigit():
            place = document.place(offset)
            assert document.source[document.lines.starts[place.line - 1] + place.column - 1] == sign


@settings(max_examples=30)
@given(st.data())
def test_any_damage_to_a_file_gives_a_document_or_the_error_that_is_told(data: st.DataObject) -> None:
    content = bytearray(archive(lambda _: None))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(len(content) // 2, len(content))) :]
    try:
        assert parse(bytes(content), "docx").text
    except ArticleError as error:
        assert error.remedy  # noqa: PT017 - either is right
