"""Markdown as a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.article import ArticleError, Document, parse

SENTENCES = [
    "It rose to 956 cases.",
    "A third (32.6 per cent) said no.",
    "Über 1,628 were recorded.",
    "It’s £3.2bn now.",
]


def texts(document: Document) -> list[str]:
    return [document.words(block) for block in document.blocks]


def emphasised(sentence: str, first: int, last: int, mark: str) -> str:
    return f"{sentence[:first]}{mark}{sentence[first:last]}{mark}{sentence[last:]}"


def place_is_true(document: Document, words: str) -> None:
    """Each character of the words stands in the source at its place."""
    start = document.text.index(words)
    lines = document.source.split("\n")
    for offset in range(start, start + len(words)):
        place = document.place(offset)
        assert lines[place.line - 1][place.column - 1] == document.text[offset] or document.text[offset] == " "


WRAPS = [
    "{}",
    "# {}",
    "## {} ##",
    "- {}",
    "1. {}",
    "> {}",
    "> - {}",
    "- a\n\n  {}",
    "{}\n===",
    "[^1]: {}",
    "[^n]: a\n\n    {}",
    "* * {}",
]
INNER = [
    "{}",
    "**{}**",
    "_{}_",
    "[{}](http://e.org/5)",
    "[{}][r]",
    "<b>{}</b>",
    "{}<!-- 7 -->",
    "{}[^1]",
    "`7` {}",
    "~~7~~ {}",
    "![{}](7.png)",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(WRAPS), st.sampled_from(INNER)), min_size=1, max_size=5
    ),
    st.sampled_from(["\n\n", "\n\n\n", "\n \n", "\n\n<!-- 8 -->\n\n", "\n\n```\n9\n```\n\n", "\n\n[r]: /10 '11'\n\n"]),
)
def test_sentences_come_back_whatever_stands_around_them(parts: list[tuple[str, str, str]], between: str) -> None:
    source = between.join([wrap.format(inner.format(sentence)) for sentence, wrap, inner in parts])
    document = parse(f"{source}\n\n[r]: /12\n", "markdown")
    assert [text for text in texts(document) if text != "a"] == [sentence for sentence, _, _ in parts]
    for sentence, _, _ in parts:
        place_is_true(document, sentence)


@given(st.sampled_from(SENTENCES), st.data(), st.sampled_from(["*", "**", "***"]))
def test_emphasis_inside_a_number_leaves_the_number_whole(sentence: str, data: st.DataObject, mark: str) -> None:
    digits = [index for index, sign in enumerate(sentence) if sign.isdigit()]
    first = data.draw(st.sampled_from(digits))
    last = data.draw(st.sampled_from([index for index in digits if index >= first])) + 1
    if not sentence[first:last].isalnum():
        return
    document = parse(emphasised(sentence, first, last, mark), "markdown")
    if mark in document.text:  # beside punctuation the rules of Markdown take the stars for stars
        assert document.text == document.source
    else:
        assert document.text == sentence
    place_is_true(document, document.text)


@given(
    st.lists(
        st.lists(st.sampled_from(["956", "32.6%", "a \\| b", "**95**6", "", "`7`", "é"]), min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_tables_have_their_cells(rows: list[list[str]]) -> None:
    width = len(rows[0])
    rows = [(row + [""] * width)[:width] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    document = parse("\n".join(["x", "", lines[0], "|---" * width + "|", *lines[1:]]), "markdown")
    seen = {"a \\| b": "a | b", "**95**6": "956", "`7`": ""}
    assert [[document.words(cell.span) for cell in row] for row in document.tables[0].rows] == [
        [seen.get(cell, cell) for cell in row] for row in rows
    ]
    assert [all(cell.header for cell in row) for row in document.tables[0].rows] == [True] + [False] * (len(rows) - 1)
    for cell in document.tables[0].cells:
        for offset in range(*cell.span):
            place = document.place(offset)
            line = document.source.split("\n")[place.line - 1]
            assert line[place.column - 1] == document.text[offset]


SOUND = [  # pieces of Markdown that never leave an element of HTML open
    *(
        "95",
        "6",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "](x)",
        "(http://a/5)",
        "![",
        "\\",
        "|",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "# ",
    ),
    *(
        " #",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "<!-- 7 -->",
        "&amp;",
        "&#52;",
        "&lt",
        "&nbsp;",
        " ",
        "\t",
        "    ",
        "per cent",
    ),
    *(
        "<http://x.y/3>",
        "<br>",
        "  \n",
        "\\\n",
        "[r]",
        "\n\n[r]: /u 'ti'\n\n",
        "```\n4\n```\n",
        "==\n",
        "é",
        "!",
        "'",
        '"',
        "<hr>\n",
    ),
]


@given(st.lists(st.sampled_from(SOUND), max_size=16).map("".join))
def test_markdown_reads_as_the_page_that_it_renders_to(source: str) -> None:
    page = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).render(source)
    read: list[str | None] = []
    for content, form in ((source, "markdown"), (page, "html")):
        try:
            read.append(parse(content, form).text)
        except ArticleError:
            read.append(None)
    assert read[0] == read[1]


@pytest.mark.parametrize(
    ("front", "language"),
    [
        ("---\nlang: de\n---\n", "de"),
        ("---\ntitle: 52\nLanguage: 'en-GB'\n...\n", "en-GB"),
        ('+++\n# 5\nlanguage = "fr"\n+++\n', "fr"),
        ("---\ntitle: lang\n---\n", None),
    ],
)
def test_front_matter_is_no_text_but_tells_the_language(front: str, language: str | None) -> None:
    document = parse(f"{front}Es waren 956.", "markdown")
    assert document.text == "Es waren 956."
    assert document.language == language
    assert document.line_of(0) == front.count("\n") + 1


def test_prose_between_rules_is_no_front_matter() -> None:
    assert parse("---\nIt rose to 956\n---\nand fell.", "markdown").text == "It rose to 956\n\nand fell."


def test_html_inside_markdown_is_read_as_html() -> None:
    source = (
        "<div lang='de'>\n\nIt was *956*.\n\n</div>\n\n<table><tr><th>a<td>5</table>\n\n"
        "<div hidden>\n\n12\n\n</div>\n\n"
        "CO<sub>2</sub> and 10<sup>6</sup><sup><a href='#1'>7</a></sup> <script>8</script>"
    )
    document = parse(source, "markdown")
    assert texts(document) == ["It was 956.", "a", "5", "CO2 and 10⁶"]
    assert [[cell.header for cell in row] for row in document.tables[0].rows] == [[True, False]]
    assert document.place(document.text.index("CO2")).line == 15


def test_a_word_after_code_is_a_word_of_its_own() -> None:
    assert parse("a`7`b and 5~~6~~7 and x![y](7)z", "markdown").text == "a b and 5 7 and x y z"


def test_a_lone_mark_is_text() -> None:
    source = "2 * 3 * 4, 5 ~ 6, a_b, [x], 7 < 8 & 9 ` ![ \\1 \\* ~~~"
    assert parse(source, "markdown").text == source.replace("\\*", "*")


def test_lines_of_a_paragraph_are_joined_and_hard_breaks_kept() -> None:
    assert parse("32.6 per\n   cent\\\nof 956  \nin all", "markdown").text == "32.6 per cent\nof 956\nin all"


def test_lines_of_white_space_that_no_paragraph_begins_with_are_passed_over() -> None:
    document = parse("\u00a0\n\u00a0\nIt was 956\nor 6", "markdown")
    assert document.text == "It was 956 or 6"
    assert str(document.place(document.text.index("or 6"))) == "4:1"


def test_a_footnote_of_one_number_is_no_link() -> None:
    assert texts(parse("a[^1] b[^x]\n\n[^1]: 1,628\n[^x]: 956\nmore", "markdown")) == ["a b", "1,628", "956 more"]
