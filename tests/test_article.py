"""Articles as documents: one door, places that lead back, limits that hold, and no error but the one that is told."""

from __future__ import annotations

import ast
import html
import inspect
import re
import sys
import tracemalloc
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import ArticleError, Document, Position, Ranges, Span, flow, parse, read
from factcheck.article.decoding import LARGEST
from factcheck.article.document import LONGEST_EXCERPT
from factcheck.article.formats import FORMATS, SUFFIXES
from factcheck.article.formats.markdown import blocks as markdown_blocks
from factcheck.article.formats.markdown.inline import LONGEST_PARAGRAPH
from factcheck.text import find

FOLDER = Path(markdown_blocks.__file__).parents[1]
TEXTS = sorted(name for name, form in FORMATS.items() if form.READS is str)
each_text = pytest.mark.parametrize("form", TEXTS)

PIECES = [
    *(
        "95",
        "6",
        "1,628",
        "32.6",
        "per cent",
        "Über",
        "😀",
        "é",
        "£",
        "%",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u00a0",
    ),
    *(
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
        "[",
        "]",
        "![",
        "](x)",
        "(http://a/5)",
        "\\",
        "|",
        "> ",
        "- ",
        "1. ",
        "# ",
        " #",
    ),
    *(
        "---\n",
        "+++\n",
        "==\n",
        "|a|b|\n|-|-|\n",
        "[^1]",
        "[^1]: ",
        "[r]",
        "\n[r]: /u\n",
        "    ",
        "lang: de\n",
        "lang = 'de'\n",
    ),
    *(
        "<",
        ">",
        "</",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<div hidden>",
        "<span>",
        "</span>",
        "</div>",
        "<!--",
        "-->",
        "<!",
        "<?",
        "]]>",
    ),
    *(
        "<![CDATA[",
        "<table>",
        "<tr>",
        "<td>",
        "<th colspan=2>",
        "</table>",
        "<li>",
        "<ul>",
        "</ul>",
        "<br>",
        "<script>",
        "</script>",
    ),
    *(
        "<title>",
        "</title>",
        "<sup>",
        "</sup>",
        "<a href='#1'>",
        "</a>",
        "<img alt='7'>",
        "<svg>",
        "<path/>",
        "<html lang=de>",
    ),
    *(
        "&",
        "&amp;",
        "&#52;",
        "&#x110000;",
        "&#99999999999;",
        "&sect5",
        "&nbsp;",
        "'",
        '"',
        "=",
        "<a b='",
        '<a b="',
        "\u2028",
        "\udc80",
    ),
]
scraps = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join)


def source_at(document: Document, offset: int) -> str:
    """What stands in the file at the place of an offset, found by line and column alone."""
    place = document.place(offset)
    line = document.source.split("\n")[place.line - 1]
    return line[place.column - 1 :]


def check_document(document: Document) -> None:
    """What is true of every document."""
    text = document.text
    assert text.strip()
    segments = list(document.stretches)
    assert [segment.text.start for segment in segments] == [0, *(segment.text.end for segment in segments[:-1])]
    assert segments[-1].text.end == len(text)
    blocks = list(document.blocks)
    assert all(start < end for start, end in blocks)
    assert all(before.end < after.start for before, after in pairwise(blocks))
    covered = "".join(text[start:end] for start, end in blocks)
    assert covered == text or "".join(text.split()) == "".join(covered.split())
    for start, end in document.sentences:
        within = document.blocks.holding(start)
        assert within is not None
        assert within.start <= start < end <= within.end
        assert text[start:end].strip() == text[start:end]
    for table in document.tables:
        for cell in table.cells:
            assert 0 <= cell.span.start <= cell.span.end <= len(text)


@each_text
@given(content=scraps)
def test_any_text_gives_a_document_or_the_error_that_is_told(form: str, content: str) -> None:
    with suppress(ArticleError):
        check_document(parse(content, form))


@each_text
@given(content=scraps)
def test_every_digit_stands_in_the_source_at_its_place(form: str, content: str) -> None:
    try:
        document = parse(content, form)
    except ArticleError:
        return
    for offset, sign in enumerate(document.text):
        if sign in "0123456789":
            assert source_at(document, offset)[0] in (sign, "&")
            start, end = document.source_of(offset, offset + 1)
            assert document.source[start:end] == sign or document.source[start] == "&"


@pytest.mark.parametrize("form", sorted(FORMATS))
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_document_or_the_error_that_is_told(form: str, content: bytes) -> None:
    with suppress(ArticleError):
        check_document(parse(content, form))


NUMBERS = ["956", "1,628", "32.6 per cent", "£3.2bn", "nearly a fifth", "4 in 10", "two-thirds", "12%"]


marks = st.sampled_from(["", "*", "<b>", "<!-- 5 -->"])


@given(
    parts=st.lists(st.tuples(st.sampled_from(NUMBERS), st.integers(1, 12), marks), min_size=1),
    form=st.sampled_from(["markdown", "html"]),
)
def test_every_numeral_of_the_text_stands_in_the_source_at_its_place(
    parts: list[tuple[str, int, str]], form: str
) -> None:
    """Between its characters stands nothing but mark-up."""
    closing = {"": "", "*": "*", "<b>": "</b>", "<!-- 5 -->": ""}
    blocks = []
    for number, cut, mark in parts:
        used = "" if mark == "*" and form == "html" else mark
        spelt = number[:cut] + used + number[cut:] + closing[used]
        spelt = spelt.replace("£", "&pound;").replace("per cent", "per\n  cent")
        blocks.append(f"<p>It was {spelt}, they said." if form == "html" else f"It was {spelt}, they said.")
    document = parse("\n\n".join(blocks), form)
    numerals = list(find(document.text))
    assert len(numerals) >= len(parts)
    for numeral in numerals:
        start, end = document.source_of(numeral.start, numeral.end)
        stands = html.unescape(re.sub(r"<!--.*?-->|</?b>|\*", "", document.source[start:end]))
        assert stands.split() == numeral.surface.split()


HOSTILE = {
    "plain": ["a", "1", "a. ", ". ", "...", '. "', "\n \n", "\t", "- a\n", '."'],
    "markdown": [
        *(
            "*a",
            "**a",
            "_a_",
            "[",
            "![",
            "[a](",
            "`",
            "`a",
            "``` ",
            "<a ",
            "<!--",
            "&",
            "~~a",
            "- ",
            " - a\n",
            "> ",
            "a\n\n",
            "# a\n",
        ),
        *(
            "|a|\n|-|\n",
            "\\",
            "[^1]",
            "[^1]: ",
            "[a]: b\n",
            "1. ",
            "<div>\n",
            "<b>",
            "a  \n",
            "<http:",
            "![a](b)",
            "\t",
            "---\n",
        ),
    ],
    "html": [
        *(
            "<",
            "<!--",
            "&",
            "<a ",
            "<![CDATA[",
            "</a",
            "<a =",
            "&#",
            "<?",
            "<!a",
            "<a b='",
            "<script>",
            "<script></",
            "<a<",
            "<b>",
            "<p>",
        ),
        *(
            "<table><td>",
            "<li>",
            "</p>",
            "<br>",
            "<a x='>' ",
            "\"'<a b=",
            "<sup>1",
            "<svg/>",
            "<b></i>",
            '<a a="b" ',
            "<td>",
            "<title>",
        ),
    ],
}


@pytest.mark.no_cover
@pytest.mark.parametrize(("form", "unit"), [(form, unit) for form, units in HOSTILE.items() for unit in units])
def test_hostile_text_takes_memory_in_proportion_to_its_size(form: str, unit: str) -> None:
    size = 6_000
    parse("1", form)  # what is loaded on first use is no part of it
    content = (unit * size)[:size] + "'>\">"
    tracemalloc.start()
    try:
        parse(content, form)
    except ArticleError:
        pass
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 600 * size + 300_000


# The door


def test_formats_are_the_modules_of_their_folder() -> None:
    names = {path.stem for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert set(FORMATS) == names - {"__init__"} == {"docx", "html", "markdown", "plain"}
    assert set(SUFFIXES) == {".docx", ".html", ".htm", ".xhtml", ".markdown", ".md", ".text", ".txt"}


def test_no_format_knows_another() -> None:
    for path in FOLDER.rglob("*.py"):
        own = path.relative_to(FOLDER).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck.article.formats."):
                assert (node.module or "").split(".")[3] == own


@pytest.mark.parametrize("suffix", [".txt", ".md", ".MD", ".html", ".htm"])
def test_a_file_is_read_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_bytes(b"\xef\xbb\xbfIt rose to 956 cases.\r\nThat was all.")
    document = read(path)
    assert document.text.startswith("It rose to 956 cases.")
    assert document.file == str(path)
    assert document.format == SUFFIXES[suffix.lower()]
    assert document.place(document.text.index("That")) == Position(2, 1)


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("# 1\n\nIt *rose* to 9**5**6.\n\n| a |\n|---|\n| 2 |\n", encoding="utf-8")
    assert read(path) == read(str(path))
    assert hash(read(path)) == hash(read(path))


def refused(path: Path, content: bytes | None = None) -> ArticleError:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert caught.value.file == str(path)
    assert caught.value.remedy
    assert str(caught.value).startswith(str(path))
    return caught.value


def test_a_file_without_a_reader_names_the_suffixes_that_are_read(tmp_path: Path) -> None:
    assert ".pdf" in refused(tmp_path / "story.pdf", b"%PDF").message
    assert ".docx, .html" in refused(tmp_path / "story", b"956").remedy


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "none.txt").message
    (tmp_path / "folder.txt").mkdir()
    assert "directory" in refused(tmp_path / "folder.txt").message
    assert "no path" in refused(tmp_path / "a\0b.txt").message


def test_bytes_that_are_not_utf_8_are_told_with_their_place(tmp_path: Path) -> None:
    error = refused(tmp_path / "story.txt", "one\ntwo £5".encode("cp1252"))
    assert error.line == 2
    assert "byte 9" in error.message
    assert "0xa3" in error.message
    assert error.remedy == "save it as UTF-8"
    assert "UTF-16" in refused(tmp_path / "story.md", "956".encode("utf-16")).message


def test_a_nul_is_told_with_its_place(tmp_path: Path) -> None:
    error = refused(tmp_path / "story.html", b"one\r\ntwo\0three")
    assert (error.line, error.column) == (2, 4)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
@pytest.mark.parametrize("suffix", [suffix for suffix, form in SUFFIXES.items() if form != "docx"])
def test_an_empty_file_is_told(tmp_path: Path, suffix: str, content: bytes) -> None:
    assert "empty" in refused(tmp_path / f"story{suffix}", content).message


def test_an_article_without_words_is_told(tmp_path: Path) -> None:
    assert "no text" in refused(tmp_path / "story.html", b"<script>956</script>").message
    assert "no text" in refused(tmp_path / "story.md", b"```\n956\n```").message


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    tracemalloc.start()
    error = refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "100,000,000 bytes" in error.message
    assert peak < 1_000_000


def test_no_more_is_read_of_a_file_without_a_size_than_the_limit() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no endless file here")
    from factcheck.article.decoding import load

    with pytest.raises(ArticleError, match="or more"):
        load(endless)


def test_a_text_in_python_has_the_same_limit() -> None:
    with pytest.raises(ArticleError, match="characters or more"):
        parse("a" * (LARGEST + 1), "plain")
    assert len(parse("a" * LARGEST, "plain").text) == LARGEST


def test_the_text_of_a_word_file_is_not_its_bytes() -> None:
    with pytest.raises(ArticleError, match="bytes"):
        parse("It rose to 956.", "docx")
    with pytest.raises(KeyError):
        parse("956", "pdf")


def test_structure_has_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "MOST_CELLS", 500)
    for form, content, words in (
        ("html", "<b>" * 3_000 + "5", "inside one another"),
        ("html", "<table>" + "<td>1" * 501, "table cells"),
        ("markdown", ">" * 150 + " 5", "inside one another"),
        ("markdown", "- " * 150 + " 5", "inside one another"),
        ("markdown", "a\n" * 200_001, "lines"),
        ("markdown", "a" * (LONGEST_PARAGRAPH + 1), "paragraph of"),
    ):
        with pytest.raises(ArticleError, match=words):
            parse(content, form)


def test_marks_of_markdown_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_blocks, "MOST_TOKENS", 50)
    assert parse("- a\n" * 9, "markdown").text
    for content in ("- a\n" * 10, "*a*" * 20):
        with pytest.raises(ArticleError, match="too many marks"):
            parse(content, "markdown")


def test_marks_that_stand_too_deep_for_the_stack_are_told() -> None:
    def called_from(depth: int) -> Document:
        return called_from(depth - 1) if depth else parse("![" * 90 + "5" + "](x)" * 90, "markdown")

    assert called_from(0).text == "5"
    with pytest.raises(ArticleError, match="too deep"):
        called_from(sys.getrecursionlimit() - len(inspect.stack()) - 60)


# The document


def test_places_count_lines_and_columns_from_one_whatever_ends_the_lines() -> None:
    for end in ("\n", "\r\n", "\r"):
        document = parse(f"First.{end}Über 52{end}{end}Last 7", "plain")
        places = [document.place(document.text.index(words)) for words in ("First", "52", "7")]
        assert places == [Position(1, 1), Position(2, 6), Position(4, 6)]
        assert document.line_of(document.text.index("52")) == 2
    assert str(Position(2, 6)) == "2:6"
    assert str(Position(2, 6, "footnote 1")) == "footnote 1, character 6"


def test_an_offset_outside_the_text_has_no_place() -> None:
    document = parse("956", "plain")
    assert document.place(3) == Position(1, 4)
    for start, end in ((-1, 0), (2, 1), (0, 4)):
        with pytest.raises(ValueError, match="no range"):
            document.source_of(start, end)


def test_an_excerpt_is_the_sentence_on_one_line_with_the_range_marked() -> None:
    document = parse("It rained.\nIt rose to\t956\ncases. That was all.", "plain")
    start = document.text.index("956")
    excerpt = document.excerpt(start, start + 3)
    assert excerpt.words[excerpt.start : excerpt.end] == "956"
    assert "\n" not in excerpt.words + "\t"
    assert excerpt.place == Position(2, 12)


@given(before=st.integers(0, 500), after=st.integers(0, 500))
def test_an_excerpt_of_a_long_sentence_is_cut_around_the_range(before: int, after: int) -> None:
    document = parse(f"{'a' * before}956{'b' * after}", "plain")
    excerpt = document.excerpt(before, before + 3)
    assert excerpt.words[excerpt.start : excerpt.end] == "956"
    assert len(excerpt.words) <= LONGEST_EXCERPT + 2
    assert excerpt.words.startswith("…") == (before > LONGEST_EXCERPT // 2)


def test_plain_text_is_its_own_text() -> None:
    content = "A headline\n\nIt rose to 32.6 per\ncent.\n  - 956 cases\n  - 12 more\n1. One\nName\t5"
    document = parse(content, "plain")
    assert document.text == document.source == content
    assert [document.words(block) for block in document.blocks] == [
        "A headline",
        "It rose to 32.6 per\ncent.",
        "- 956 cases",
        "- 12 more",
        "1. One\nName",
        "5",
    ]


def test_ranges_are_what_they_were_made_of() -> None:
    pairs = [(0, 4), (4, 6), (9, 12)]
    ranges = Ranges.of(pairs)
    assert list(ranges) == pairs
    assert [ranges.holding(offset) for offset in (0, 4, 6, 11, 12)] == [(0, 4), (4, 6), None, (9, 12), None]
    assert ranges[2] == Span(9, 12)
    assert repr(ranges) == "Ranges(3)"
