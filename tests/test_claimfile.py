"""Claims files: what is read of good ones, and where and how each mistake of a bad one is told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.check import Article
from factcheck.claimfile import ClaimFileError, Problem, find, from_yaml, load, loads, schema
from factcheck.finding import Place

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "claims" / "nspcc-grooming" / "claims.yaml"

EXAMPLE = """\
article: nspcc-grooming.md           # optional; path from this file
rounding: nearest
quantities:
  crimes: offences recorded in England and Wales in the first nine months
  platform_known: {meaning: offences for which police named the platform, of: crimes}
  facebook: {of: platform_known}
  instagram: {of: platform_known}
  whatsapp: {of: platform_known}
  instagram_whatsapp: {meaning: Instagram or WhatsApp, any_of: [instagram, whatsapp], of: platform_known}
  facebook_owned: {any_of: [facebook, instagram_whatsapp], of: platform_known}
  snapchat: {of: platform_known}
claims:
  - kind: count
    quantity: crimes
    printed: "1,628"
    quote: "1,628 crimes were recorded"
  - id: facebook-share
    kind: share
    part: facebook
    whole: platform_known
    printed: "32.6 per cent"
    quote: "a third (32.6 per cent)"
    source: NSPCC freedom-of-information requests, April 2018
  - kind: rank
    quantity: snapchat
    among: [facebook, instagram, whatsapp, snapchat]
    printed: "second most-used"
"""
COUNT = "claims:\n  - kind: count\n    quantity: crimes\n"
"""A claim that only lacks its number, which comes in line 4."""


class Bad(NamedTuple):
    """A file, and the one problem that is told of it: line, column, what was read, what would be right."""

    name: str
    text: str | bytes
    line: int
    column: int
    read: str
    expected: str


def printed(name: str, words: str, column: int, read: str, expected: str = "put the text in quotes") -> Bad:
    """A claim whose number is written so, in line 4."""
    return Bad(f"{name}.yaml", f"{COUNT}    printed: {words}\n", 4, column, read, expected)


def declared(name: str, lines: str, line: int, column: int, read: str, expected: str) -> Bad:
    """Quantities declared so, and no claims."""
    return Bad(f"{name}.yaml", f"quantities:\n{lines}claims: []\n", line, column, read, expected)


TRAPS = [
    Bad(
        "comma.yaml",
        "claims:\n  - {kind: count, quantity: crimes, printed: 1,628}\n",
        2,
        48,
        "the comma ends a value, so `1,628` is read as two",
        "put the text in quotes",
    ),
    Bad(
        "comma-in-list.yaml",
        "claims:\n  - {kind: total, parts: [1,628], whole: a}\n",
        2,
        29,
        "the comma ends a value, so `1,628` is read as two",
        "put the text in quotes",
    ),
    printed("greater", ">5", 14, "`>5` begins a text on several lines, and none follows"),
    printed("greater-percent", ">50%", 14, "`>50%` begins a text on several lines"),
    printed("bar", "|5", 14, "`|5` begins a text on several lines, and none follows"),
    printed("hash", "#5", 14, "`#5` begins a comment, so nothing is read here"),
    printed("bang", "!5", 14, "`!5` begins a tag"),
    printed("bang-percent", "!5%", 14, "`!` has a meaning of its own in YAML"),
    printed("comment", "50 #1", 17, "`#1` begins a comment, so only '50' is read", "a space after the #"),
    Bad(
        "comment-in-braces.yaml",
        "claims:\n  - {kind: count, quantity: crimes, printed: 50 #1}\n",
        2,
        49,
        "`#1}` begins a comment, so only '50' is read",
        "put the text in quotes",
    ),
    printed("list", "[c]", 14, "a list is not text", "write the words of the article in quotes"),
    printed("colon", "'52'\n    quote: She said: 52", 20, "a colon before a space", "put the text in quotes")._replace(
        line=5
    ),
    printed("percent-first", "%5", 14, "no text can begin with `%`"),
    printed("at-first", "@5", 14, "no text can begin with `@`"),
    printed("star", "*5", 14, "`*5` refers to an anchor"),
    printed("ampersand", "& 5", 14, "`&` has a meaning of its own in YAML"),
    printed("dash", "- 5", 14, "a dash before a space"),
    printed("after-quotes", '"5" or so', 18, "goes on after its closing quotation mark", "the other sort of quotes"),
    printed("apostrophe", "'it's 5'", 18, "goes on after its closing quotation mark", "the other sort of quotes"),
    printed("unclosed", '"5', 14, "the quotation mark that opens here is never closed", "close it"),
    printed("backslash", '"\\5"', 15, "a backslash that stands for nothing", "use single quotes"),
]
SYNTAX = [
    Bad("empty.yaml", "", 1, 1, "the file is empty", "begin with `claims:`"),
    Bad("blank.json", " \n", 1, 1, "the file is empty", "begin with `claims:`"),
    Bad("comments.yaml", "# nothing yet\n", 1, 1, "the file is empty", "begin with `claims:`"),
    Bad("comments.toml", "# nothing yet\n", 1, 1, "the file is empty", "begin with `claims:`"),
    Bad("words.yaml", "hello\n", 1, 1, "'hello' where fields were expected", "begin with `claims:`"),
    Bad("list.yaml", "\n- a\n", 2, 1, "a list where fields were expected", "begin with `claims:`"),
    Bad("tab.yaml", "claims:\n\t- kind: count\n", 2, 1, "a tab where YAML takes spaces only", "indent with spaces"),
    Bad("tab-below.yaml", f'{COUNT}\tprinted: "5"\n', 4, 1, "a tab where YAML takes spaces only", "indent with spaces"),
    Bad(
        "duplicate.yaml",
        f'{COUNT}    printed: "5"\n    kind: share\n',
        5,
        5,
        "'kind' stands twice",
        "the one in line 2",
    ),
    printed("anchor", "&a 50", 14, "`&a` begins an anchor"),
    printed("tag", "!!int 50", 14, "`!!int` begins a tag"),
    printed("tagged-text", '!str "50"', 14, "`!str` begins a tag"),
    Bad("anchored-list.yaml", "claims: &all []\n", 1, 9, "`&all` begins an anchor", "put the text in quotes"),
    Bad("merge.yaml", f'{COUNT}    printed: "5"\n    <<: {{note: x}}\n', 5, 5, "a merge key", "write the fields out"),
    Bad("documents.yaml", "claims: []\n---\nclaims: []\n", 2, 1, "a second document", "the claims of one article"),
    Bad(
        "list-as-key.yaml",
        "claims: []\n? [a, b]\n: c\n",
        2,
        3,
        "a list where the name of a field was expected",
        "quotes",
    ),
    Bad(
        "no-colon.yaml", f'{COUNT}    printed "5"\n', 4, 5, "no colon and space after `printed`", "write `name: value`"
    ),
    Bad("brace.yaml", "claims: [{kind: count\n", 1, 10, "the `{` that opens here is not closed", "close it"),
    Bad(
        "dedent.yaml",
        "quantities:\n    a: x\n  b: y\n",
        3,
        3,
        "does not belong where it stands",
        "check the indentation",
    ),
    Bad("nested.yaml", f"claims: {'[' * 200}{']' * 200}\n", 1, 58, "nested more than 50 deep", "six levels"),
    Bad("nested.json", f'{{"claims": {"[" * 200}{"]" * 200}}}', 1, 61, "nested more than 50 deep", "six levels"),
    Bad("nested-for-ever.json", "[" * 100_000, 1, 51, "nested more than 50 deep", "six levels"),
    Bad("nested.toml", f"claims = {'[' * 200}{']' * 200}\n", 1, 10, "nested more than 50 deep", "six levels"),
    Bad("nested-for-ever.toml", f"claims = {'[' * 9_999}", 1, 1, "nested too deep", "50 levels are read"),
    Bad("null.yaml", "claims: []\n\0\n", 2, 1, "the character U+0000", "take it out"),
    printed("escape", '"\\e[31m5"', 14, "the character U+001B in a text", "take it out"),
    Bad("surrogate.json", '{"claims": [],\n "article": "\\ud800"}', 2, 13, "the character U+D800", "take it out"),
    Bad(
        "latin-1.yaml",
        "claims: []\narticle: café.md\n".encode("latin-1"),
        2,
        13,
        "the byte E9 is not UTF-8",
        "save the file as UTF-8",
    ),
    Bad("utf-16.yaml", "claims: []\n".encode("utf-16"), 1, 1, "the file is UTF-16", "save the file as UTF-8"),
    Bad("comma.json", '{"claims": [],}', 1, 15, "no JSON", "check commas, quotes and brackets"),
    Bad("cut-off.json", '{"claims": [', 1, 13, "the file ends too early", "check commas, quotes and brackets"),
    Bad("duplicate.json", '{"claims": [],\n "claims": []}', 2, 2, "'claims' stands twice", "the one in line 1"),
    Bad("nan.json", '{"cells": {"-": NaN}}', 1, 17, "NaN is no number of JSON", "put the text in quotes"),
    Bad("no-value.toml", "rounding = \n", 1, 12, "no TOML: invalid value", "check quotes, brackets"),
    Bad(
        "duplicate.toml",
        "rounding = 'up'\nrounding = 'up'\n",
        2,
        16,
        "no TOML: cannot overwrite a value",
        "repeated keys",
    ),
    Bad("open.toml", "rounding = '''up\n", 2, 1, "no TOML: expected", "check quotes"),
]
FIELDS = [
    Bad("kind.yaml", "claims:\n  - kind: coutn\n", 2, 11, "unknown kind 'coutn'", "did you mean 'count'?"),
    Bad("no-kind.yaml", "claims:\n  - note: x\n", 2, 5, "`kind` is missing", "there is average, bound,"),
    Bad("kind-of-list.yaml", "claims:\n  - kind: [a]\n", 2, 11, "a list where a kind was expected", "there is average"),
    Bad("empty-kind.yaml", "claims:\n  - kind:\n", 2, 5, "nothing where a kind was expected", "there is average"),
    Bad(
        "field.yaml", f'{COUNT}    printed: "5"\n    qoute: x\n', 5, 5, "unknown field 'qoute'", "did you mean 'quote'?"
    ),
    Bad(
        "other-field.yaml", f'{COUNT}    printed: "5"\n    zzz: x\n', 5, 5, "unknown field 'zzz'", "there is kind, id,"
    ),
    Bad("top-field.yaml", "claim: []\n", 1, 1, "unknown field 'claim'", "did you mean 'claims'?"),
    Bad("missing.yaml", COUNT, 2, 5, "`printed` is missing", "add `printed: …`"),
    Bad(
        "missing-inside.yaml",
        f'{COUNT}    printed: "5"\n    checked: {{by: me}}\n',
        5,
        14,
        "`on` is missing",
        "add `on: …`",
    ),
    Bad(
        "claim-of-words.yaml", "claims:\n  - hello\n", 2, 5, "'hello' where fields were expected", "`name: value` pairs"
    ),
    Bad(
        "mapping-of-claims.yaml",
        "claims:\n  kind: count\n",
        2,
        3,
        "a mapping where a list was expected",
        "one a line after a dash",
    ),
    Bad("nothing.yaml", "claims:\n", 1, 1, "nothing where a list was expected", "write the items in brackets"),
    Bad(
        "no-text.yaml",
        f'{COUNT}    printed: "5"\n    quote:\n',
        5,
        5,
        "nothing where text was expected",
        "put the text in quotes",
    ),
    printed("no-number", "32.6 per", 14, "'32.6 per'", "per"),
    printed("digits", f'"{"1" * 10_000}"', 14, "a number of 10,000 digits", "at most 1,000 are read"),
    Bad(
        "digits.json",
        f'{{"cells": {{"-": {"1" * 10_000}}}}}',
        1,
        17,
        "a number of 10,000 digits",
        "at most 1,000 are read",
    ),
    Bad("digits.toml", f"claims = [{'1' * 10_000}]", 1, 1, "a number with too many digits", "at most 1,000 are read"),
    Bad(
        "name.yaml",
        "claims:\n  - kind: count\n    quantity: face book\n    printed: '5'\n",
        3,
        15,
        "'face book' is no name",
        "use letters",
    ),
    Bad(
        "occurrence.yaml",
        f"{COUNT}    printed: '5'\n    occurrence: 1_0\n",
        5,
        17,
        "'1_0' is no whole number",
        "as in 2",
    ),
    Bad(
        "occurrence-0.yaml",
        f"{COUNT}    printed: '5'\n    occurrence: 0\n",
        5,
        17,
        "'0' is too small",
        "write 1 or more",
    ),
    Bad(
        "day.yaml",
        f"{COUNT}    printed: '5'\n    checked: {{by: me, on: 2018}}\n",
        5,
        27,
        "'2018' is no day",
        "2018-04-03",
    ),
    Bad(
        "rule.yaml",
        f"{COUNT}    printed: '5'\n    waive: {{rule: fial, reason: x}}\n",
        5,
        19,
        "unknown rule 'fial'",
        "did you mean 'fail'?",
    ),
    Bad("rounding.yaml", "rounding: nearst\nclaims: []\n", 1, 11, "no rounding 'nearst'", "there is nearest"),
    Bad("language.yaml", "language: xx\nclaims: []\n", 1, 11, "'xx' is not allowed here", "write 'en'"),
    Bad("ignore.yaml", "ignore:\n  - passage: x\n", 2, 5, "`reason` is missing", "add `reason: …`"),
    Bad("cells.yaml", 'cells: {"[c]": some}\n', 1, 16, "'some' says no counts", "write a number, a range such as 1-4"),
    Bad(
        "limit.yaml",
        "claims:\n  - {kind: total, parts: [a, b], whole: c, cover: al}\n",
        2,
        51,
        "'al' is not allowed here",
        "write 'complete'",
    ),
]
STRUCTURE = [
    Bad(
        "unknown-quantity.yaml",
        EXAMPLE.replace("part: facebook\n", "part: facebok\n"),
        19,
        11,
        "unknown quantity 'facebok'",
        "did you mean 'facebook'?",
    ),
    Bad(
        "unknown-in-list.yaml",
        EXAMPLE.replace("[facebook, instagram, whatsapp, s", "[facebook, instagam, whatsapp, s"),
        26,
        23,
        "unknown quantity 'instagam'",
        "did you mean 'instagram'?",
    ),
    declared("unknown-part", "  a: {of: bb}\n  bbb: x\n", 2, 11, "unknown quantity 'bb'", "did you mean 'bbb'?"),
    declared("own-part", "  a: {of: a}\n", 2, 11, "'a' cannot be part of itself", "name another quantity"),
    declared(
        "circle",
        "  a: {of: b}\n  b: {of: a}\n",
        3,
        11,
        "parts go round in a circle: 'a' in 'b' in 'a'",
        "take one of them out",
    ),
    declared(
        "unlike-units",
        '  a: {sum_of: [b, c], unit: "£"}\n  b: {unit: "£"}\n  c: {unit: km}\n',
        2,
        19,
        "'a' is in £ and 'c' in km",
        "correct a `unit`",
    ),
    Bad(
        "unlike-units-in-claim.yaml",
        'quantities:\n  a: {unit: "£"}\n  b: {unit: km}\nclaims:\n  - {kind: total, parts: [a, b], whole: c}\n'.replace(
            "claims:", "  c:\nclaims:"
        ),
        6,
        30,
        "'a' is in £ and 'b' in km",
        "correct a `unit`",
    ),
    Bad(
        "unlike-unit-printed.yaml",
        'quantities:\n  a: {unit: "£", amount: true}\nclaims:\n  - {kind: count, quantity: a, printed: "5 km"}\n',
        4,
        41,
        "'5 km' is in km, but 'a' is in £",
        "correct the number",
    ),
    declared("no-parts", "  a: {any_of: []}\n", 2, 15, "`any_of` names no quantity", "name at least one"),
    declared("least-and-most", "  a: {least: 5, most: 3}\n", 2, 23, "no value is at least 5 and at most 3", "correct"),
    declared("raw-fraction", "  a: {raw: 3.5}\n", 2, 12, "'3.5' is not a whole number", "declare `amount: true`"),
    declared(
        "raw-source", "  a: {raw: {file: x.csv}}\n", 2, 12, "a data source cannot be read here", "write the number"
    ),
    declared("amount", "  a: {amount: maybe}\n", 2, 15, "'maybe' is neither true nor false", "write true or false"),
    declared("name-of-quantity", "  face book: x\n", 2, 3, "'face book' is no name", "use letters, digits"),
    Bad("listed-twice.yaml", "quantities: [a, a]\n", 1, 13, "'a' is declared twice", "name each quantity once"),
    Bad(
        "quantity-and-claim.yaml",
        f"{COUNT}    printed: '5'\n    id: crimes\nquantities: {{crimes: x}}\n",
        6,
        14,
        "'crimes' is also the id of a claim",
        "give one of them another name",
    ),
    Bad(
        "ids.yaml",
        "claims:\n  - {kind: count, id: x, quantity: a, printed: '5'}\n  - {kind: count, id: x, quantity: a, printed: '5'}\n",
        3,
        23,
        "the id 'x' is taken by an earlier claim",
        "an id of its own",
    ),
    Bad(
        "same-as-nothing.yaml",
        "quantities: [a]\nclaims:\n  - {kind: same, first: a, second: x}\n",
        3,
        38,
        "unknown quantity or claim 'x'",
        "declare it",
    ),
    Bad(
        "cell.yaml",
        f'{COUNT}    printed: "[c]"\n',
        4,
        14,
        "nothing says what the cell '[c]' stands for",
        "declare it: `cells:",
    ),
    Bad("quantity.toml", '[quantities]\na = {of = "b"}\n', 2, 5, "unknown quantity 'b'", "declare it"),
    Bad(
        "claim.toml",
        "[[claims]]\nkind = 'count'\nquantity = 'a'\nprinted = '5'\n[[claims]]\nkind = 'count'\nquantty = 'a'\nprinted = '5'\n",
        7,
        1,
        "unknown field 'quantty'",
        "did you mean 'quantity'?",
    ),
    Bad(
        "claim.json",
        '{"claims": [\n {"kind": "count", "quantity": "a",\n  "printed": "32.6 per"}]}',
        3,
        14,
        "'32.6 per'",
        "per",
    ),
]
BAD = [*TRAPS, *SYNTAX, *FIELDS, *STRUCTURE]


def refused(text: str | bytes, name: str) -> ClaimFileError:
    form = {"json": "json", "toml": "toml", "yaml": "yaml"}[name.rpartition(".")[2]]
    with pytest.raises(ClaimFileError) as caught:
        loads(text, name, form)
    return caught.value


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_what_is_wrong_is_told_with_file_line_column_words_and_remedy(bad: Bad) -> None:
    error = refused(bad.text, bad.name)
    at_place = [problem for problem in error.problems if (problem.line, problem.column) == (bad.line, bad.column)]
    assert at_place, str(error)
    assert bad.read in at_place[0].message
    assert bad.expected in at_place[0].words
    assert f"{bad.name}:{bad.line}:{bad.column}: {at_place[0].words}" in str(error).splitlines()


ALONE = {bad.name for bad in BAD} - {"kind-of-list.yaml", "missing.yaml", "comma-in-list.yaml", "no-kind.yaml"}


@pytest.mark.parametrize("bad", [bad for bad in BAD if bad.name in ALONE], ids=lambda bad: bad.name)
def test_one_mistake_is_told_once(bad: Bad) -> None:
    assert len(refused(bad.text, bad.name).problems) == 1


def test_there_are_enough_bad_files_and_no_two_of_one_name() -> None:
    assert len({bad.name for bad in BAD}) == len(BAD) >= 40


def test_a_problem_shows_its_line_with_a_caret_below_the_place() -> None:
    error = refused(EXAMPLE.replace("part: facebook\n", "part: facebok\n"), "grooming.yaml")
    assert str(error) == (
        "grooming.yaml:19:11: unknown quantity 'facebok'; did you mean 'facebook'?\n"
        "   19 |     part: facebok\n"
        "      |           ^"
    )


def test_the_caret_stands_below_the_place_after_wide_characters_and_tabs() -> None:
    lines = str(refused('article: "東京"\nclaims: {"東京\t": [}\n', "wide.yaml")).splitlines()
    assert lines[1:] == ['    2 | claims: {"東京 ": [}', "      |                  ^"]


def test_a_long_line_is_shown_around_the_place() -> None:
    lines = str(refused(f"note: {'x' * 300} : y\nclaims: []\n", "long.yaml")).splitlines()
    assert len(lines[1]) == len("    1 | ") + 100
    column = lines[2].index("^")
    assert lines[1][column] == ":"


def test_everything_that_is_wrong_is_told_in_one_run_in_the_order_of_the_file() -> None:
    error = refused(
        "rounding: nearst\n"
        "quantities:\n"
        "  crimes: {of: crime}\n"
        "  crimes: again\n"
        "claims:\n"
        "  - kind: coutn\n"
        "  - {kind: count, quantity: crimes, printed: many more}\n"
        "  - {kind: count, quantity: crims, printed: '5'}\n"
        "  - {kind: count, quantity: crimes, printed: '5', note: !!x y}\n",
        "all.yaml",
    )
    assert [(problem.line, problem.column) for problem in error.problems] == [
        (1, 11),
        (3, 16),
        (4, 3),
        (6, 11),
        (7, 46),
        (8, 29),
        (9, 57),
    ]


def test_a_claim_that_cannot_be_read_is_still_known_to_others() -> None:
    error = refused(
        "quantities: [a]\n"
        "claims:\n"
        "  - {kind: count, quantity: a, printed: many more}\n"
        "  - {kind: count, id: other, quantity: a, printed: many more}\n"
        "  - {kind: same, first: count-a, second: a}\n"
        "  - {kind: same, first: other, second: a}\n",
        "broken.yaml",
    )
    assert [problem.line for problem in error.problems] == [3, 4]


def test_the_example_says_what_it_says() -> None:
    article = loads(EXAMPLE, "grooming.yaml", "yaml")
    assert article.article == "nspcc-grooming.md"
    assert [claim.id for claim in article.claims] == [
        "count-crimes",
        "facebook-share",
        "rank-snapchat-facebook-instagram-whatsapp",
    ] or [claim.id for claim in article.claims][:2] == ["count-crimes", "facebook-share"]
    assert str(article.claims[1].numeral) == "32.6 per cent"
    assert article.meanings["instagram_whatsapp"] == "Instagram or WhatsApp"
    assert article.places["count-crimes"] == Place("grooming.yaml", 13, 5)
    assert article.places["snapchat"] == Place("grooming.yaml", 11, 3)
    assert article.name == "grooming.yaml"


def test_the_shipped_claims_can_be_read() -> None:
    assert len(load(SHIPPED).claims) >= 11


GOOD = {
    "windows-line-ends": EXAMPLE.replace("\n", "\r\n"),
    "old-mac-line-ends": EXAMPLE.replace("\n", "\r"),
    "byte-order-mark": "\ufeff" + EXAMPLE,
    "document-mark": "---\n" + EXAMPLE,
    "quoted-names": EXAMPLE.replace("  - kind: count", '  - "kind": count'),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_does_not_matter_changes_nothing(name: str) -> None:
    assert loads(GOOD[name].encode(), name, "yaml") == loads(EXAMPLE, "example", "yaml")


def test_scalars_are_the_strings_that_stand_there() -> None:
    article = loads(
        "claims:\n"
        "  - {kind: count, quantity: a, printed: 956, quote: NO}\n"
        "  - {kind: share, part: a, whole: b, printed: 32.60%, quote: 12:30}\n"
        "  - {kind: count, quantity: a, printed: 1_000, quote: 0o17, note: 2018-04-03}\n".replace("1_000", "1000"),
        "plain.yaml",
        "yaml",
    )
    assert [str(claim.numeral) for claim in article.claims] == ["956", "32.60%", "1000"]
    assert [claim.quote for claim in article.claims] == ["NO", "12:30", "0o17"]
    assert article.claims[2].note == "2018-04-03"


def test_a_quantity_may_be_declared_by_nothing_words_or_fields() -> None:
    article = loads("quantities:\n  a:\n  b: what it is\n  c: {of: a}\nclaims: []\n", "q.yaml", "yaml")
    assert [declaration.meaning for declaration in article.declarations.values()] == ["", "what it is", ""]
    assert article.declarations["c"].of == ("a",)


def test_the_three_formats_say_the_same() -> None:
    as_json = json.dumps(yaml.load(EXAMPLE, yaml.BaseLoader))
    as_toml = """
article = "nspcc-grooming.md"
rounding = "nearest"
[quantities]
crimes = "offences recorded in England and Wales in the first nine months"
facebook = {of = "platform_known"}
instagram = {of = ["platform_known"]}
[quantities.platform_known]
meaning = "offences for which police named the platform"
of = "crimes"
[[claims]]
kind = "share"
part = "facebook"
whole = "platform_known"
printed = 32.60
[claims.checked]
by = "me"
on = 2018-04-03
"""
    assert loads(as_json, "x.json", "json") == loads(EXAMPLE, "x.yaml", "yaml")
    with pytest.raises(ClaimFileError, match=r"x\.toml:15:11: '32\.60' is read as count"):
        loads(as_toml, "x.toml", "toml")
    article = loads(as_toml.replace("32.60", '"32.60%"'), "x.toml", "toml")
    assert article.places["share-facebook-platform_known"] == Place("x.toml", 11, 3)
    assert str(article.claims[0].checked) == "by='me' on=datetime.date(2018, 4, 3)"


def test_a_number_without_quotes_keeps_its_digits_in_json() -> None:
    article = loads('{"claims": [{"kind": "count", "quantity": "a", "printed": 1628.50}]}', "x.json", "json")
    assert str(article.claims[0].numeral) == "1628.50"


def test_json_is_known_by_its_brace_where_no_format_is_given() -> None:
    assert loads('{"claims": []}') == loads("claims: []\n")


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = loads(EXAMPLE, "x.yaml", "yaml")
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    article = loads(EXAMPLE, "x.yaml", "yaml")
    assert article == with_libyaml
    assert article.places == with_libyaml.places


@pytest.mark.parametrize("bad", [bad for bad in BAD if bad.name.endswith("yaml")], ids=lambda bad: bad.name)
def test_without_libyaml_the_same_files_are_refused(bad: Bad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert any(problem.line == bad.line for problem in refused(bad.text, bad.name).problems)


# Files and folders


def test_a_name_with_spaces_and_letters_of_any_alphabet_is_a_name(tmp_path: Path) -> None:
    file = tmp_path / "Zürich – 東京 claims.YAML"
    file.write_text(EXAMPLE, encoding="utf-8")
    assert load(file).name == str(file)
    assert find([tmp_path]) == (file,)


def test_a_file_that_is_no_claims_file_by_its_name_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "claims.txt"
    file.write_text(EXAMPLE, encoding="utf-8")
    with pytest.raises(
        ClaimFileError, match=r"claims\.txt:1:1: a claims file ends in \.json, \.toml, \.yaml, \.yml; rename it"
    ):
        load(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for look in (lambda: load(tmp_path / "no.yaml"), lambda: find([tmp_path / "no.yaml"])):
        with pytest.raises(ClaimFileError, match=r"no\.yaml:1:1: .*no such file"):
            look()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(ClaimFileError, match=r"folder\.yaml:1:1: cannot be read: "):
        load(tmp_path / "folder.yaml")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Without the rights of the administrator, who can read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another sort there")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "secret.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")
    file.chmod(0)
    with (
        ordinary_user(),
        pytest.raises(ClaimFileError, match=r"secret\.yaml:1:1: cannot be read: permission denied; check"),
    ):
        load(file)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another sort there")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    try:
        (tmp_path / "inner").chmod(0)
        tmp_path.chmod(0o755)
        with ordinary_user(), pytest.raises(ClaimFileError, match=r"cannot be read: permission denied"):
            find([tmp_path])
    finally:
        (tmp_path / "inner").chmod(0o755)


@pytest.mark.parametrize("size", [16 * 1024 * 1024 + 1, 50 * 1024 * 1024])
def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path, size: int) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as opened:
        opened.truncate(size)
    with pytest.raises(ClaimFileError, match=r"large\.yaml:1:1: the file is larger than 16 MB; split it"):
        load(file)


def test_claims_files_are_found_in_order_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("b/z.yml", "b/a.json", "a/x.toml", "c.yaml", "b/notes.md", ".git/x.yaml", "b/.x.yaml", "a/.b/x.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path])]
    assert found == ["c.yaml", "a/x.toml", "b/a.json", "b/z.yml"]
    assert find([tmp_path / "b" / "notes.md", tmp_path / "c.yaml", tmp_path]) == (
        tmp_path / "b" / "notes.md",
        *find([tmp_path]),
    )


def test_a_folder_without_claims_has_none(tmp_path: Path) -> None:
    assert find([tmp_path]) == ()


def test_standard_input_stands_for_itself() -> None:
    assert find(["-"]) == (Path("-"),)


# Any input at all


def is_told_well(error: ClaimFileError, text: str) -> bool:
    """Whether every problem has a place in the text, and is told without an accident."""
    lines = max(len(from_yaml.lines_of(text)), text.count("\n") + 1)
    assert str(error)
    return bool(error.problems) and all(1 <= p.line <= lines + 1 and p.column >= 1 for p in error.problems)


forms = st.sampled_from(["yaml", "json", "toml"])
yamlish = st.text(
    st.sampled_from(list("abc:-[]{}#&*!|>'\"%@`,. \n\t0156?") + ["claims", "kind: count", "printed: "]), max_size=60
)


@given(st.one_of(st.text(max_size=60), yamlish), forms)
@settings(max_examples=500)
def test_any_text_is_an_article_or_is_told_what_is_wrong(text: str, form: str) -> None:
    try:
        assert isinstance(loads(text, "any", form), Article)
    except ClaimFileError as error:
        assert is_told_well(error, text)


@given(st.binary(max_size=60), forms)
def test_any_bytes_are_an_article_or_are_told_what_is_wrong(data: bytes, form: str) -> None:
    try:
        assert isinstance(loads(data, "any", form), Article)
    except ClaimFileError as error:
        assert is_told_well(error, data.decode("utf-8", "replace"))


JSON = json.dumps(yaml.load(EXAMPLE, yaml.BaseLoader), indent=1)


@given(st.data(), st.sampled_from([(EXAMPLE, "yaml"), (JSON, "json"), (SHIPPED.read_text(encoding="utf-8"), "yaml")]))
@settings(max_examples=500)
def test_a_spoilt_file_is_an_article_or_is_told_what_is_wrong(data: st.DataObject, source: tuple[str, str]) -> None:
    text, form = source
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(yamlish) + text[at + data.draw(st.integers(0, 20)) :]
    try:
        assert isinstance(loads(text, "spoilt", form), Article)
    except ClaimFileError as error:
        assert is_told_well(error, text)


junk: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(
        [None, "", "x", "956", "32.6%", "nearly a fifth", "count", "facebook", "crimes", "count-crimes", "true"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "of", "part", "printed", "a"]), inner, max_size=3)
    ),
    max_leaves=4,
)


def ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from ways(value[step], (*way, step))


@given(st.data())
@settings(max_examples=500)
def test_a_file_with_anything_in_any_place_is_an_article_or_is_told_what_is_wrong(data: st.DataObject) -> None:
    tree = json.loads(JSON)
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(list(ways(tree))[1:]))
        place = tree
        for step in way:
            place = place[step]
        place[last] = data.draw(junk)
    text = json.dumps(tree, indent=1)
    try:
        assert isinstance(loads(text, "spoilt", "json"), Article)
    except ClaimFileError as error:
        assert is_told_well(error, text)


# There and back


names = st.sampled_from(["a", "b", "c-d", "e_f", "Zürich", "x.1", "no", "null", "12"])
words = st.text(max_size=20).filter(lambda text: all(c.isprintable() for c in text))
numbers = st.sampled_from(["956", "1,628", "nearly 2,000", "1.6 million"])
shares = st.sampled_from(["32.6 per cent", "32.60%", "nearly a fifth", "one in five"])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles of a few sorts of claims over counts that hang together."""
    known = draw(st.lists(names, min_size=3, max_size=6, unique=True))
    whole, *parts = known
    quantities: dict[str, Any] = {whole: {"meaning": draw(words), "unit": draw(words)}}
    quantities |= {
        part: draw(st.sampled_from([None, "a part", {"of": whole}, {"of": [whole], "raw": "12"}])) for part in parts
    }
    extras = st.fixed_dictionaries(
        {}, optional={"quote": words, "source": words, "rounding": st.sampled_from(["down", "nearest-10"])}
    )
    claims: list[dict[str, Any]] = []
    for part in parts:
        claims += [{"kind": "count", "quantity": part, "printed": draw(numbers), **draw(extras)}]
        claims += [{"kind": "share", "part": part, "whole": whole, "printed": draw(shares), **draw(extras)}]
    claims.append(
        {"kind": "total", "parts": parts, "whole": whole, "cover": draw(st.sampled_from(["complete", "partial"]))}
    )
    kept = [claim for claim in claims if draw(st.booleans())]
    rounding = draw(st.sampled_from(["nearest", "half_even", "significant-2"]))
    ignored = draw(
        st.lists(st.fixed_dictionaries({"passage": words.filter(bool), "reason": words.filter(bool)}), max_size=2)
    )
    return Article(quantities=quantities, claims=kept, rounding=rounding, ignore=ignored, cells={"<5": "1-4"})


def dumped(article: Article) -> dict[str, Any]:
    """The article as plain data; a claim's kind is its default, so it is put back."""
    data = article.model_dump(mode="json", exclude_defaults=True)
    claims = data.get("claims", [])
    return {
        **data,
        "claims": [{"kind": claim.kind, **given} for claim, given in zip(article.claims, claims, strict=True)],
    }


@given(articles())
def test_an_article_written_and_read_again_is_the_same(article: Article) -> None:
    data = dumped(article)
    for text, form in (
        (yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "yaml"),
        (json.dumps(data, ensure_ascii=False), "json"),
    ):
        assert loads(text, "written", form) == article


# The schema


def test_the_schema_is_one_of_draft_7_and_has_words_for_every_field() -> None:
    found = schema()
    jsonschema.Draft7Validator.check_schema(found)
    definitions = [found, *found["definitions"].values()]
    fields = [(name, field) for definition in definitions for name, field in definition["properties"].items()]
    bare = [name for name, field in fields if not field.get("description") and name not in {"kind", "claims"}]
    assert bare == []


def test_the_shipped_claims_and_the_schemas_own_example_fit_the_schema() -> None:
    validator = jsonschema.Draft7Validator(schema())
    validator.validate(yaml.safe_load(EXAMPLE))
    validator.validate(yaml.safe_load(SHIPPED.read_text(encoding="utf-8")))
    for example in schema()["examples"]:
        validator.validate(example)
        assert isinstance(loads(json.dumps(example), "example", "json"), Article)


@given(articles())
@settings(max_examples=50)
def test_what_is_written_of_an_article_fits_the_schema(article: Article) -> None:
    jsonschema.Draft7Validator(schema()).validate(dumped(article))


@pytest.mark.parametrize(
    "name",
    [
        "kind.yaml",
        "no-kind.yaml",
        "field.yaml",
        "top-field.yaml",
        "missing.yaml",
        "missing-inside.yaml",
        "claim-of-words.yaml",
    ]
    + [
        "mapping-of-claims.yaml",
        "name.yaml",
        "language.yaml",
        "ignore.yaml",
        "name-of-quantity.yaml",
        "listed-twice.yaml",
    ],
)
def test_the_schema_refuses_what_an_editor_can_see(name: str) -> None:
    text = next(bad.text for bad in BAD if bad.name == name)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema()).validate(yaml.safe_load(text))


def test_problems_are_ordered_by_place() -> None:
    problems = [Problem(2, 1, "b"), Problem(1, 9, "a"), Problem(2, 1, "a")]
    assert ClaimFileError("x", problems).problems == (Problem(1, 9, "a"), Problem(2, 1, "a"), Problem(2, 1, "b"))
