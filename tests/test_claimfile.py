"""Claims files: what is read of good ones, and where and how each mistake of a bad one is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.check import Article
from factcheck.claimfile import ClaimFileError, Problem, find, from_yaml, load, loads, schema
from factcheck.finding import Place
from tests.badfiles import BAD, COUNT, EXAMPLE, Bad
from tests.user import ordinary_user

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "claims" / "nspcc-grooming" / "claims.yaml"


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


ALONE = {bad.name for bad in BAD} - {"claim.toml"}


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
    assert lines[1:] == ['    2 | claims: {"東京 ": [}', "      |                    ^"]


def test_a_long_line_is_shown_around_the_place() -> None:
    lines = str(refused(f"note: {'x' * 300} : y\nclaims: []\n", "long.yaml")).splitlines()
    assert len(lines[1]) <= len("    1 | ") + 100
    column = lines[2].index("^")
    assert lines[1][column] == ":"


def test_of_very_many_problems_the_first_are_shown_and_the_rest_counted() -> None:
    error = refused("claims:\n" + "  - {}\n" * 1_203, "many.yaml")
    assert len(error.problems) == 1_203
    assert str(error).count("`kind` is missing") == 200
    assert str(error).endswith("many.yaml: and 1,003 more")


def test_everything_that_is_wrong_is_told_in_one_run_in_the_order_of_the_file() -> None:
    error = refused(
        "rounding: nearst\n"
        "quantities:\n"
        "  crimes: {of: crime}\n"
        "  crimes: again\n"
        "claims:\n"
        "  - kind: coutn\n"
        "  - {kind: count, quantity: crimes, printed: blah}\n"
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
        "  - {kind: count, quantity: a, printed: blah}\n"
        "  - {kind: count, id: other, quantity: a, printed: blah}\n"
        "  - {kind: same, first: count-a, second: a}\n"
        "  - {kind: same, first: other, second: a}\n",
        "broken.yaml",
    )
    assert [problem.line for problem in error.problems] == [3, 4]


def test_the_example_says_what_it_says() -> None:
    article = loads(EXAMPLE, "grooming.yaml", "yaml")
    assert article.article == "nspcc-grooming.md"
    assert [claim.id for claim in article.claims][:2] == ["count-crimes", "facebook-share"]
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
    as_json = json.dumps(yaml.safe_load(EXAMPLE))
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


def test_truth_is_a_word_in_every_format() -> None:
    amounts = [
        loads("quantities: {a: {amount: true}}\n", "x.yaml", "yaml"),
        loads('{"quantities": {"a": {"amount": true}}}', "x.json", "json"),
        loads("[quantities]\na = {amount = true}\n", "x.toml", "toml"),
    ]
    assert [article.declarations["a"].amount for article in amounts] == [True, True, True]


@pytest.mark.parametrize("comment", ["# checked", "## 1", "#", "# 1"])
def test_a_comment_is_a_comment(comment: str) -> None:
    article = loads(f"{COUNT}    printed: 50 {comment}\nquantities: {{crimes: }} {comment}\n", "x.yaml", "yaml")
    assert str(article.claims[0].numeral) == "50"


def test_a_list_of_numbers_keeps_them_apart() -> None:
    average = "claims:\n  - {kind: average, of: [a, b], weights: [1, 628], printed: '5'}\n"
    assert loads(average, "x.yaml", "yaml").claims


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
    (tmp_path / "nspcc-grooming.md").write_text("1,628 crimes were recorded.", encoding="utf-8")
    assert load(file).name == str(file)
    assert find([tmp_path]) == (file,)


# The article


NAMED = 'article: {article}\nclaims:\n  - {{kind: count, quantity: a, printed: "956"}}\n'


def test_the_text_of_the_article_comes_with_a_file_and_not_with_a_text(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "story.md").write_text("It rose to 956.", encoding="utf-8")
    file = tmp_path / "claims" / "a.yaml"
    file.write_text(NAMED.format(article="story.md"), encoding="utf-8")
    (tmp_path / "claims" / "story.md").write_text("It rose to **956**.", encoding="utf-8")
    document = load(file).document
    assert document is not None
    assert (document.text, document.file) == ("It rose to 956.", str(tmp_path / "claims" / "story.md"))
    assert loads(NAMED.format(article="story.md")).document is None
    assert load(file) == loads(NAMED.format(article="story.md"))


def test_an_article_above_the_claims_file_is_read_only_from_a_folder_that_holds_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "story.md").write_text("It rose to 956.", encoding="utf-8")
    (tmp_path / "claims" / "link.md").symlink_to(tmp_path / "story.md")
    for name in ("../story.md", str(tmp_path / "story.md"), "link.md"):
        (tmp_path / "claims" / "a.yaml").write_text(NAMED.format(article=name), encoding="utf-8")
        monkeypatch.chdir(tmp_path / "claims")
        with pytest.raises(ClaimFileError, match=r"a\.yaml:1:10: .*: the article lies neither below"):
            load("a.yaml")
        monkeypatch.chdir(tmp_path)
        assert load("claims/a.yaml").document is not None


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.md", None, r"none\.md: the article cannot be opened: no such file or directory; check the path"),
        (".", None, r"the file's name has no suffix"),
        ("story.pdf", b"", r"story\.pdf: no reader for \.pdf files; save the article with one of the suffixes"),
        ("empty.md", b" \n", r"empty\.md: the article is empty"),
        ("nul.txt", b"one\ntwo \0", r"nul\.txt:2:5: a NUL character"),
        ("bytes.txt", b"caf\xe9", r"bytes\.txt:1: the article is not in UTF-8"),
        ("broken.docx", b"PK", r"broken\.docx: this is no Word file"),
    ],
)
def test_an_article_that_cannot_be_read_is_told_at_the_line_that_names_it(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    file = tmp_path / "a.yaml"
    file.write_text(f"rounding: nearest\n{NAMED.format(article=name)}", encoding="utf-8")
    with pytest.raises(ClaimFileError, match=rf"a\.yaml:2:10: .*{told}"):
        load(file)


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
def test_a_folder_that_may_not_be_read_is_told() -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "inner").mkdir(mode=0)
        Path(folder).chmod(0o755)
        with ordinary_user(), pytest.raises(ClaimFileError, match=r"inner:1:1: cannot be read: permission denied"):
            find([folder])


@pytest.mark.parametrize("size", [16 * 1024 * 1024 + 1, 50 * 1024 * 1024])
def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path, size: int) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as opened:
        opened.truncate(size)
    with pytest.raises(ClaimFileError, match=r"large\.yaml:1:1: the file is larger than 16 MB; split it"):
        load(file)


def test_claims_files_are_found_in_order_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in "b/z.yml b/a.json a/x.toml c.yaml b/notes.md .git/x.yaml b/.x.yaml a/.b/x.yaml b.schema.json".split():
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


def read_or_told(data: str | bytes, form: str) -> Article | None:
    """The article; or nothing, where every problem has a place in the file and is told without an accident."""
    try:
        return loads(data, "any", form)
    except ClaimFileError as error:
        told = error
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    lines = max(len(from_yaml.lines_of(text)), text.count("\n") + 1)
    assert told.problems
    assert all(1 <= problem.line <= lines + 1 and problem.column >= 1 for problem in told.problems)
    assert str(told)
    return None


forms = st.sampled_from(["yaml", "json", "toml"])
SCRAPS = [*"abc:-[]{}#&*!|>'\"%@`,. \n\t0156?", "claims", "kind: count", "printed: "]
scraps = st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join)


@given(st.one_of(st.text(max_size=60), scraps), forms)
@settings(max_examples=500)
def test_any_text_is_an_article_or_is_told_what_is_wrong(text: str, form: str) -> None:
    assert isinstance(read_or_told(text, form), Article | None)


@given(st.binary(max_size=60), forms)
def test_any_bytes_are_an_article_or_are_told_what_is_wrong(data: bytes, form: str) -> None:
    assert isinstance(read_or_told(data, form), Article | None)


JSON = json.dumps(yaml.safe_load(EXAMPLE), indent=1)


@pytest.mark.no_cover
@given(st.data(), st.sampled_from([(EXAMPLE, "yaml"), (JSON, "json"), (SHIPPED.read_text(encoding="utf-8"), "yaml")]))
@settings(max_examples=500)
def test_a_spoilt_file_is_an_article_or_is_told_what_is_wrong(data: st.DataObject, source: tuple[str, str]) -> None:
    text, form = source
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(scraps) + text[at + data.draw(st.integers(0, 20)) :]
    assert isinstance(read_or_told(text, form), Article | None)


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


@pytest.mark.no_cover
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
    assert isinstance(read_or_told(text, "json"), Article | None)


# There and back


names = st.sampled_from(["a", "b", "c-d", "e_f", "Zürich", "x.1", "no", "null", "12"])
words = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=20)
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


@pytest.mark.no_cover
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
    fields = [item for definition in definitions for item in definition.get("properties", {}).items()]
    bare = [name for name, field in fields if not field.get("description") and name not in {"kind", "claims"}]
    assert bare == []


@cache
def validating() -> jsonschema.Draft7Validator:
    """The schema of claims files, made once."""
    return jsonschema.Draft7Validator(schema())


def test_the_shipped_claims_and_the_schemas_own_example_fit_the_schema() -> None:
    validator = validating()
    validator.validate(yaml.safe_load(EXAMPLE))
    validator.validate(yaml.safe_load(SHIPPED.read_text(encoding="utf-8")))
    for example in schema()["examples"]:
        validator.validate(example)
        assert isinstance(loads(json.dumps(example), "example", "json"), Article)


@pytest.mark.no_cover
@given(articles())
@settings(max_examples=50)
def test_what_is_written_of_an_article_fits_the_schema(article: Article) -> None:
    validating().validate(dumped(article))


SEEN = """
    kind no-kind field top-field missing missing-inside claim-of-words mapping-of-claims name language ignore
    name-of-quantity listed-twice
"""


@pytest.mark.parametrize("name", [f"{name}.yaml" for name in SEEN.split()])
def test_the_schema_refuses_what_an_editor_can_see(name: str) -> None:
    text = next(bad.text for bad in BAD if bad.name == name)
    with pytest.raises(jsonschema.ValidationError):
        validating().validate(yaml.safe_load(text))


def test_problems_are_ordered_by_place() -> None:
    problems = [Problem(2, 1, "b"), Problem(1, 9, "a"), Problem(2, 1, "a")]
    assert ClaimFileError("x", problems).problems == (Problem(1, 9, "a"), Problem(2, 1, "a"), Problem(2, 1, "b"))
