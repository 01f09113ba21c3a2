"""HTML as a document."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import Document, parse

SENTENCES = [
    "It rose to 956 cases.",
    "A third (32.6 per cent) said no.",
    "Über 1,628 were recorded.",
    "It’s £3.2bn & more.",
]


def texts(document: Document) -> list[str]:
    return [document.words(block) for block in document.blocks]


BLOCKS = [
    *(
        "<p>{}</p>",
        "<p>{}",
        "<h1 class='5'>{}</h1>",
        "<ul><li>{}</ul>",
        "<ul><li>a</li><li>{}</li></ul>",
        "<div><div>{}</div></div>",
    ),
    *(
        "<blockquote><p>{}</blockquote>",
        "<table><tr><td>{}</table>",
        "<dl><dt>a<dd>{}</dl>",
        "<section title='<p>5'>{}</section>",
        "<P>{}</P>",
    ),
]
INNER = [
    *(
        "{}",
        "<b>{}</b>",
        "<a href='/5?a=6&amp;b=7'>{}</a>",
        "<span>{}</span><script>7</script>",
        "<!-- 8 <p> -->{}",
        "\n   {}\n",
    ),
    *(
        "<style>p{{x:9}}</style>{}",
        "{}<span hidden>10</span>",
        "<i style='display: none'>11</i> {}",
        "<template><p>12</template>{}",
        "<img src=13>{}",
    ),
]
spelt = st.sampled_from(
    [str, html.escape, lambda words: "".join(f"&#{ord(sign)};" if sign in "Ü£5" else sign for sign in words)]
)


@given(
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(BLOCKS), st.sampled_from(INNER), spelt),
        min_size=1,
        max_size=5,
    )
)
def test_sentences_come_back_whatever_stands_around_them(parts: list[tuple[str, str, str, type[str]]]) -> None:
    page = "\n".join(block.format(inner.format(spell(sentence))) for sentence, block, inner, spell in parts)
    document = parse(f"<!doctype html><html lang=en><head><title>14</title></head><body>{page}", "html")
    assert [text for text in texts(document) if text != "a"] == [sentence for sentence, _, _, _ in parts]
    assert document.language == "en"


def test_words_map_through_references_to_their_places() -> None:
    document = parse("<p>It was\n  &pound;9<b>5</b>6 &#x2013; &frac12; of it &amp all &sect52;", "html")
    assert document.text == "It was £956 – ½ of it & all §52;"
    places = [
        str(document.place(document.text.index(words)))
        for words in ("It", "£", "9", "5", "6", "–", "½", "& all", "§", "52;")
    ]
    assert places == ["1:4", "2:3", "2:10", "2:14", "2:19", "2:21", "2:30", "2:45", "2:54", "2:59"]
    start = document.text.index("£")
    assert document.source[slice(*document.source_of(start, start + 4))] == "&pound;9<b>5</b>6"


def test_comments_and_tags_do_not_part_a_number_from_its_sign() -> None:
    assert parse("<span>32<!-- -->.6<!-- -->%</span> 9<wbr>56 1<sup>st</sup>", "html").text == "32.6% 956 1st"


def test_a_raised_number_does_not_join_the_one_before_it() -> None:
    document = parse(
        "956<sup>1</sup> and 10<sup>6</sup>, 12<sup><a href='#fn1'>2</a></sup> 13<a href='#n'><sup>3</sup></a>", "html"
    )
    assert document.text == "956¹ and 10⁶, 12 13"
    assert (
        parse("5<sup><a href='/w#cite_note-1'>[1]</a></sup> 6<a role='doc-noteref' href='x'>7</a>", "html").text
        == "5 6"
    )


@pytest.mark.parametrize(
    "unseen",
    [
        *(
            "<script>7 </p> < 8</script>",
            "<style>7</style>",
            "<template>7</template>",
            "<noscript>7</noscript>",
            "<textarea>7</textarea>",
        ),
        *(
            "<p hidden>7</p>",
            "<div hidden=''><p>7</p></div>",
            "<b style='color:red; Display : None'>7</b>",
            "<i style='visibility:hidden'>7</i>",
        ),
        *(
            "<code>7</code>",
            "<del>7</del>",
            "<s>7</s>",
            "<select><option>7<option>8</select>",
            "<title>7</title>",
            "<iframe><p>7</iframe>",
        ),
        *(
            "<dialog>7</dialog>",
            "<svg><title>7</title></svg>",
            "<?php 7 ?>",
            "<!-- 7 > 7 -->",
            "<![CDATA[ 7 > 7 ]]>",
            "<video>7</video>",
        ),
    ],
)
def test_what_is_not_seen_is_no_text_and_joins_no_words(unseen: str) -> None:
    assert parse(f"<p>It {unseen} rained.", "html").text.split() == ["It", "rained."]
    if not unseen.startswith(("<!--", "<?", "<![")):
        assert parse(f"It{unseen}rained.", "html").text.split() == ["It", "rained."]


def test_hidden_elements_end_where_their_parents_do() -> None:
    page = (
        "<ul><li hidden>7<li>8</ul><div><p hidden>9</div>10<table><tr hidden><td>11<tr><td>12</table><p hidden>13<p>14"
    )
    assert texts(parse(page, "html")) == ["8", "10", "12", "14"]


def test_unseen_elements_that_are_never_closed_hide_no_more_than_in_a_browser() -> None:
    assert texts(parse("<p>5<script>7<p>8", "html")) == ["5"]
    assert texts(parse("<p>5<!-- 7<p>8", "html")) == ["5"]
    assert texts(parse("5<![CDATA[ 7 > 6 <![CDATA[ 7 > 8<b hidden>&amp; 7", "html")) == ["5 6 8"]
    assert texts(parse("<svg><script/><style/></svg><p>5", "html")) == ["5"]
    assert texts(parse("<p>5 <a b='7> c</a> d<p>6", "html")) == ["5 c d", "6"]


def test_white_space_is_single_spaces_however_it_is_written() -> None:
    document = parse("<p>5&#32;&#10; 6\t\n7&nbsp;8&emsp;9\u20280</p></br>1", "html")
    assert document.text == "5 6 7\u00a08 9 0\n\n1"
    assert [segment.exact for segment in document.stretches].count(False) == 4


def test_signs_that_begin_no_tag_are_text() -> None:
    assert parse("5 < 6 > 4 <3 </3 & &x; &#; <!a", "html").text == "5 < 6 > 4 <3 </3 & &x; &#; <!a"


def test_breaks_part_lines_and_two_of_them_paragraphs() -> None:
    document = parse("5<br>6<br/><br>7<hr>8</p>9<pre>10\n11</pre>", "html")
    assert document.text == "5\n6\n\n7\n\n8\n\n9\n\n10 11"


def test_tables_have_rows_cells_headers_and_spans() -> None:
    page = """<table><caption>7</caption><thead><tr><th>App</th><th colspan="2" rowspan=0>Cases</th></tr></thead>
    <tr><td><p>Facebook</p><td>312<td colspan=x>32.6%<tr><td><td><b>5</b>6<td><table><tr><td>in<td>ner</table> out
    </table> after"""
    document = parse(page, "html")
    outer, inner = document.tables
    assert [[document.words(cell.span) for cell in row] for row in outer.rows] == [
        ["App", "Cases"],
        ["Facebook", "312", "32.6%"],
        ["", "56", "in\tner\n\nout"],
    ]
    assert [[document.words(cell.span) for cell in row] for row in inner.rows] == [["in", "ner"]]
    assert [(cell.header, cell.columns, cell.rows) for cell in outer.rows[0]] == [(True, 1, 1), (True, 2, 1)]
    assert "Facebook\t312\t32.6%" in document.text
    assert texts(document) == ["7", "App", "Cases", "Facebook", "312", "32.6%", "56", "in", "ner", "out", "after"]


def test_cells_without_a_table_are_blocks() -> None:
    assert texts(parse("<tr><td>5<td>6</tr>7", "html")) == ["5", "6", "7"]


def test_the_words_that_stand_for_a_picture_are_read_where_they_stand() -> None:
    document = parse("<p>See<img src='7.png' alt='A rise to 956 &amp; more' title='8'>here<img alt=\"\">.", "html")
    assert document.text == "See A rise to 956 & more here ."
    assert str(document.place(document.text.index("956"))) == "1:39"


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang='de-AT'>5", "de-AT"),
        ("<html xml:lang=fr>5", "fr"),
        ("<body LANG=EN>5", "EN"),
        ("<html lang=''><body><article lang=de>5", "de"),
        ("<p lang=de>5", None),
    ],
)
def test_the_language_is_that_of_the_page(page: str, language: str | None) -> None:
    assert parse(page, "html").language == language


def test_elements_that_close_out_of_order_lose_no_words() -> None:
    page = "<b>1<i>2</b>3</i><p>4<div>5</p>6</div></section>7<table><tr><td></div></b>8</td></tr></table>9"
    assert "".join(parse(page, "html").text.split()) == "123456789"
