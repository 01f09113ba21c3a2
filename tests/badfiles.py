"""Claims files that cannot be used, each with the problem that is told of it; and the good one they are made from."""

from __future__ import annotations

from typing import NamedTuple

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
    printed("comment-after", "50 #1", 17, "`#1` begins a comment, so only '50' is read", "a space after the #"),
    Bad(
        "comment-in-braces.yaml",
        "claims:\n  - {kind: count, quantity: crimes, printed: 50 #1}\n",
        2,
        49,
        "`#1}` begins a comment, so only '50' is read",
        "put the text in quotes",
    ),
    printed("brackets", "[c]", 14, "a list is not text", "write the words of the article in quotes"),
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
    Bad("nested.toml", f"claims = {'[' * 200}{']' * 200}\n", 1, 59, "nested more than 50 deep", "six levels"),
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
    printed("no-number", "32.6 per", 14, "read '32.6', then 'per' is left over", "expected a number such as"),
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
    Bad(
        "field-of-waiver.yaml",
        f"{COUNT}    printed: '5'\n    waive: {{rule: fail, reason: x, untill: 2018-04-03}}\n",
        5,
        36,
        "unknown field 'untill'",
        "did you mean 'until'?",
    ),
    Bad(
        "field-of-ignored.yaml",
        "ignore:\n  - {passage: x, reason: y, raeson: z}\n",
        2,
        29,
        "unknown field 'raeson'",
        "did you mean 'reason'?",
    ),
    Bad("list-of-fields.yaml", "quantities: [a, {b: c}]\n", 1, 13, "holds names only", "write `name: {…}` pairs"),
    Bad("rounding.yaml", "rounding: nearst\nclaims: []\n", 1, 11, "no rounding 'nearst'", "there is nearest"),
    Bad("language.yaml", "language: xx\nclaims: []\n", 1, 11, "'xx' is not allowed here", "write 'de' or 'en'"),
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
    declared("raw-field", "  a: {raw: {table: t, wher: {}}}\n", 2, 23, "unknown field 'wher'", "did you mean 'where'?"),
    declared("raw-nothing", "  a: {raw: {where: {b: c}}}\n", 2, 12, "a raw value is asked of", "write one of them"),
    declared("raw-both", "  a: {raw: {table: t, cell: x.xlsx!B7}}\n", 2, 12, "a raw value is asked of", "write one"),
    declared("raw-twice", "  a: {raw: {table: t, sum: b, max: c}}\n", 2, 12, "`sum` and `max`", "ask one of them"),
    declared("raw-cell", "  a: {raw: {cell: B7}}\n", 2, 19, "'B7' names no cell", "as in counts.xlsx!Sheet1!B7"),
    declared(
        "raw-cell-where",
        "  a: {raw: {cell: x.xlsx!B7, where: {b: c}}}\n",
        2,
        12,
        "a single cell has no",
        "ask a `table`",
    ),
    declared("raw-value", "  a: {raw: {table: t, where: {b: []}}}\n", 2, 34, "a list without a value", "name one"),
    declared(
        "raw-not", "  a: {raw: {table: t, where: {b: {nto: c}}}}\n", 2, 34, "'nto' where `not`", "did you mean 'to'?"
    ),
    declared(
        "raw-under",
        "  a: {raw: {table: t, where: {b: {under: 2024-01-01}}}}\n",
        2,
        34,
        "`under`: '2024-01-01'",
        "`before`",
    ),
    declared("raw-in", "  a: {raw: {table: t, where: {b: {in: [x]}}}}\n", 2, 34, "`in`: a list where a day", "2024-03"),
    declared(
        "raw-over",
        "  a: {raw: {table: t, where: {b: {over: 5, under: 5}}}}\n",
        2,
        34,
        "nothing is over 5",
        "change one",
    ),
    declared(
        "raw-none", "  a: {raw: {table: t, where: {b: }}}\n", 2, 31, "nothing where the text of a cell", "written ''"
    ),
    declared("raw-list", "  a: {raw: [1]}\n", 2, 12, "a list is not text", "in quotes"),
    declared(
        "least-source", "  a: {least: {table: t}}\n", 2, 14, "a data source cannot be read here", "write the number"
    ),
    Bad(
        "data-field.yaml",
        "data: {t: {file: t.csv, shet: x}}\nclaims: []\n",
        1,
        25,
        "unknown field 'shet'",
        "mean 'sheet'?",
    ),
    Bad(
        "data-file.yaml",
        "data: {t: {sheet: x}}\nclaims: []\n",
        1,
        11,
        "a table is in a `file`, or on a server, `postgres`",
        "write one of them",
    ),
    Bad(
        "rows.json",
        '[{"age": 1}]',
        1,
        1,
        "a list where fields were expected",
        "if these are data, write them as .jsonl",
    ),
    Bad("table.json", '{"rows": [{"age": 1}]}', 1, 1, "no field of a claims file", "if these are data"),
    Bad("typed.json", '{"claim": []}', 1, 2, "unknown field 'claim'", "did you mean 'claims'?"),
    Bad("data-name.yaml", "data: {a b: t.csv}\nclaims: []\n", 1, 8, "'a b' is no name", "use letters, digits"),
    Bad(
        "data-list.yaml",
        "data: [t.csv]\nclaims: []\n",
        1,
        7,
        "a list where fields were expected",
        "`name: value` pairs",
    ),
    Bad(
        "data-header.yaml",
        "data: {t: {file: t.csv, header: 0}}\nclaims: []\n",
        1,
        33,
        "'0' is too small",
        "write 1 or more",
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
        "claims:\n" + "  - {kind: count, id: x, quantity: a, printed: '5'}\n" * 2,
        3,
        23,
        "the id 'x' is taken by an earlier claim",
        "an id of its own",
    ),
    Bad(
        "same-as-nothing.yaml",
        "quantities: [a]\nclaims:\n  - {kind: same, first: a, second: x}\n",
        3,
        36,
        "unknown quantity or claim 'x'",
        "declare it",
    ),
    Bad("quantity.toml", '[quantities]\na = {of = "b"}\n', 2, 11, "unknown quantity 'b'", "declare it"),
    Bad(
        "claim.toml",
        "[quantities]\n[[claims]]\nkind = 'share'\n[claims.checked]\nby = ''\n[[claims]]\nkind = 'count'\nquant = 1\n",
        8,
        1,
        "unknown field 'quant'",
        "did you mean 'quantity'?",
    ),
    Bad(
        "claim.json",
        '{"claims": [\n {"kind": "count", "quantity": "a",\n  "printed": "32.6 per"}]}',
        3,
        14,
        "read '32.6', then 'per' is left over",
        "expected a number such as",
    ),
]
BAD = [*TRAPS, *SYNTAX, *FIELDS, *STRUCTURE]
