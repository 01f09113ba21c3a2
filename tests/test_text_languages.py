"""Languages: how one is chosen, German by laws, numbers in another language's manner, and reading in linear time."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck.article import parse
from factcheck.check import Article
from factcheck.claimfile import ClaimFileError, load
from factcheck.cli import app
from factcheck.hedge import Sense
from factcheck.numeral import Kind
from factcheck.scan import scan
from factcheck.text import available, find, language_of, read
from factcheck.text.conventions import strangers
from factcheck.text.language import load as pack_of
from factcheck.text.prose import numerals_of
from factcheck.text.source import Source
from factcheck.text.tokens import tokens_of
from tests.gold import sentences
from tests.test_text import HOSTILE, MOST_LOOKS, Counting

each_language = pytest.mark.parametrize("language", available())

# Choosing one


@pytest.mark.parametrize(("tag", "name"), [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("de-AT", "de")])
def test_a_region_does_not_matter(tag: str, name: str) -> None:
    assert language_of(tag) == name


@pytest.mark.parametrize("tag", ["", "fr", "eng", "-en", "../en"])
def test_a_language_without_a_pack_is_told(tag: str) -> None:
    with pytest.raises(ValueError, match=r"no language .*; there is de, en"):
        language_of(tag)


def test_an_article_is_read_in_the_language_that_it_says_it_is_in() -> None:
    words = "<p>Von den 1.628 Fällen waren es 3,5 Prozent.</p>"
    assert scan(parse(f'<html lang="de-DE"><body>{words}</body></html>', "html")).read == 2
    with pytest.raises(ValueError, match="no language 'fr'"):
        scan(parse(f'<html lang="fr"><body>{words}</body></html>', "html"))
    assert scan(parse(f'<html lang="fr"><body>{words}</body></html>', "html"), language="de").read == 2


def test_a_claims_file_names_the_language_of_its_words() -> None:
    claims = [{"kind": "count", "quantity": "faelle", "printed": "1.628"}]
    (german,) = Article(language="de", quantities=["faelle"], claims=claims).claims
    (english,) = Article(quantities=["faelle"], claims=claims).claims
    values = [claim.printed.value for claim in (german, english)]  # type: ignore[attr-defined]
    assert values == [1628, Fraction(1628, 1000)]


# Numbers in another language's manner

STRANGE = """
en | Of 1.234.567 people, 12 came. | 1.234.567
en | It cost 1.628,50 in all. | 1.628,50
en | It was 32,6 % or 3,5 million. | 32,6 %/3,5 million
en | There were 1,234 cases and 2.345 letters. | 2.345
en | There were 1,234 cases at 2.345 kg and 32.6 per cent. |
en | See sections 1,2 and 3, and 4,5. |
en | On 3.4.2017 it was 1.5, 0.123 and 12,345.6 at 10.30am. |
en | Version 1.2.3 at 192.168.0.1. |
de | Es waren 1,234,567 Menschen. | 1,234,567
de | Es kostete 1,628.50 im Ganzen. | 1,628.50
de | Es waren 32.6 Prozent. | 32.6 Prozent
de | Am 3.4.2017 um 10.30 Uhr waren es 1.628 und 32,6 Prozent. |
"""


@pytest.mark.parametrize("row", STRANGE.strip().split("\n"))
def test_numbers_in_another_manner_are_told_and_no_others(row: str) -> None:
    language, text, found = (piece.strip() for piece in row.split("|"))
    told = list(strangers(text, language))
    assert "/".join(one.surface for one in told) == found
    assert all(text[one.start : one.end] == one.surface for one in told)


@each_language
def test_no_marked_sentence_is_taken_for_another_language(language: str) -> None:
    assert [one for sentence in sentences(language) for one in strangers(sentence.text, language)] == []


def test_a_scan_tells_of_mixed_conventions_once() -> None:
    findings = scan(parse("It was 1.234.567 and 2.345.678 and 32,6 %.", "plain")).report.findings
    (finding,) = (finding for finding in findings if finding.rule.name == "mixed-conventions")
    assert finding.message.startswith('"1.234.567", "2.345.678", "32,6 %" are numbers in another manner')
    assert (finding.place.line, finding.place.column) == (1, 8)


# German


def in_german(number: int) -> str:
    """A number below a million in German words, as they are taught in school."""
    small = (
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn".split()
    )
    small += ["siebzehn", "achtzehn", "neunzehn"]
    tens = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
    if number < 20:
        return small[number]
    if number < 100:
        ten, rest = divmod(number, 10)
        return (f"{small[rest]}und" if rest else "") + tens[ten - 2]
    for scale, word in ((1000, "tausend"), (100, "hundert")):
        above, rest = divmod(number, scale)
        if above:
            last = in_german(rest) + ("s" if rest % 100 == 1 else "") if rest else ""
            return in_german(above) + word + last.replace("einss", "eins")
    raise AssertionError


@given(st.integers(2, 999_999))
def test_german_words_read_as_the_number(number: int) -> None:
    numeral = read(in_german(number), "de")
    assert (numeral.kind, numeral.value) == (Kind.COUNT, number)
    (found,) = find(f"Es waren {in_german(number)} Fälle.", "de")
    assert found.value == number


@given(st.integers(0, 10**12), st.integers(0, 4), st.sampled_from([".", "\u00a0", "\u202f", "’"]))
def test_german_digits_read_as_the_number(units: int, places: int, mark: str) -> None:
    whole, rest = divmod(units, 10**places)
    written = f"{whole:,}".replace(",", mark) + (f",{rest:0{places}d}" if places else "")
    for unit, scale in (("", 1), (" Prozent", 100), (" km", 1)):
        numeral = read(written + unit, "de")
        assert (numeral.value, numeral.quantum) == (
            Fraction(units, 10**places) / scale,
            Fraction(1, 10**places) / scale,
        )


@given(st.integers(2, 10**6), st.sampled_from([("Milliarden", 10**9), ("Billionen", 10**12), ("Mio.", 10**6)]))
def test_german_scales_are_long_ones(number: int, scale: tuple[str, int]) -> None:
    assert read(f"{number} {scale[0]} Euro", "de").value == number * scale[1]


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("fast", Sense.NEARLY),
        ("knapp", Sense.JUST_UNDER),
        ("gut", Sense.JUST_OVER),
        ("rund", Sense.ABOUT),
        ("mehr als", Sense.MORE_THAN),
        ("mindestens", Sense.AT_LEAST),
        ("bis zu", Sense.UP_TO),
    ],
)
def test_german_hedges_mean_what_the_english_ones_do(words: str, sense: Sense) -> None:
    german = read(f"{words} ein Drittel", "de")
    english = read("a third")
    assert german.hedge is not None
    assert german.hedge.sense is sense
    assert german.preimage() == english.preimage()


# Powers of ten, and ranks by themselves


@given(st.integers(1, 999), st.integers(3, 15), st.sampled_from(["×", " × ", "x"]))
def test_a_power_of_ten_belongs_to_its_number(digits: int, power: int, cross: str) -> None:
    raised = str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    for exponent in (raised, f"^{power}"):
        written = f"{digits}{cross}10{exponent}"
        (numeral,) = find(f"It had {written} parts.")
        assert (numeral.surface, numeral.value, numeral.quantum) == (written, digits * 10**power, 10**power)


def test_a_raised_digit_after_another_number_is_a_footnote() -> None:
    assert [(numeral.surface, numeral.value) for numeral in find("In 10² of 956¹ cases.")] == [("10", 10), ("956", 956)]
    assert read("10²").value == 100


@pytest.mark.parametrize(("phrase", "value"), [("last", 1), ("second last", 2), ("third-last", 3), ("bottom", 1)])
def test_ranks_are_told_from_the_end(phrase: str, value: int) -> None:
    assert (read(phrase).value, read(phrase).flags) == (value, ("lowest",))
    assert [numeral.kind for numeral in find(f"It came {phrase} year.") if numeral.flags] in ([], [Kind.ORDINAL])


# Whatever the text


@each_language
@given(text=st.text(max_size=200))
def test_no_text_crashes_the_reader_and_every_numeral_stands_where_it_says(language: str, text: str) -> None:
    last = 0
    for numeral in find(text, language):
        assert last <= numeral.start < numeral.end <= len(text)
        assert text[numeral.start : numeral.end] == numeral.surface
        last = numeral.end


@each_language
@given(data=st.data())
def test_cut_up_prose_does_not_crash_the_reader(language: str, data: st.DataObject) -> None:
    prose = "\n".join(sentence.text for sentence in sentences(language))
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(prose)), st.integers(0, 30)), min_size=1, max_size=8))
    text = "".join(prose[start : start + length] for start, length in cuts)
    assert all(text[numeral.start : numeral.end] == numeral.surface for numeral in find(text, language))


GERMAN = {
    "glued": "dreiundzwanzigtausend" * 500,
    "glued scales": "tausend" * 1500,
    "hundreds": "hundert" * 1500,
    "ordinals": "zweit" * 2000,
    "of": "von 5 auf " * 1000,
    "each": "jeder fünfte " * 1000,
    "stopped": "3. " * 2000,
    "hedges": "knapp gut fast " * 500,
    "ranges": "16- bis " * 1000,
}


@pytest.mark.no_cover
@pytest.mark.parametrize("text", [*HOSTILE.values(), *GERMAN.values()], ids=[*HOSTILE, *GERMAN])
def test_reading_german_looks_at_each_token_no_more_than_so_often(text: str) -> None:
    language = pack_of("de")
    tokens = Counting(tokens_of(text, language.numbers.marks))
    list(numerals_of(Source(text, tokens, language, prose=True, after_percent=False)))
    assert tokens.looks <= MOST_LOOKS * len(tokens)


@pytest.mark.parametrize("unit", ["x", "1 ", "a ", "one hundred and ", "9", "½", "ab, "])
def test_a_long_line_is_read(unit: str) -> None:
    line = unit * (4_000 // len(unit))
    assert all(line[numeral.start : numeral.end] == numeral.surface for numeral in find(line))


def test_a_check_of_claims_tells_of_mixed_conventions_in_the_article() -> None:
    claims = [{"kind": "count", "quantity": "cases", "printed": "1,628", "quote": "1,628 cases"}]
    text = parse("Of 1,628 cases 12,5 % were new.", "plain")
    findings = Article(quantities=["cases"], claims=claims).check(document=text).findings
    assert [finding.rule.name for finding in findings if finding.rule.name == "mixed-conventions"] == [
        "mixed-conventions"
    ]


# Who says which language it is

PAGE = '<html lang="de-AT"><p>Es gab 1.628 Fälle.</p></html>'
NAMING = [  # the article, what the claims file says of its language, how it is read, what is told
    (PAGE, "", "de", ""),
    (PAGE, "language: de\n", "de", ""),
    (PAGE, "language: en\n", "en", "other-language"),
    (PAGE.replace("de-AT", "fr"), "language: de\n", "de", "other-language"),
    (PAGE.replace(' lang="de-AT"', ""), "language: de\n", "de", ""),
    (PAGE.replace(' lang="de-AT"', ""), "", "en", ""),
]


@pytest.mark.parametrize(("page", "says", "read_in", "told"), NAMING)
def test_a_claims_file_speaks_the_language_that_it_names_or_that_of_its_article(
    tmp_path: Path, page: str, says: str, read_in: str, told: str
) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    claim = 'quantities: [faelle]\nclaims: [{kind: count, quantity: faelle, printed: "28", quote: "28 Fälle"}]\n'
    file = tmp_path / "a.yaml"
    file.write_text(f"article: a.html\n{says}{claim}", encoding="utf-8")
    article = load(file)
    names = [finding.rule.name for finding in article.check().findings]
    assert (article.language, "other-language" in names) == (read_in, bool(told))
    default = load(file, {"language": "de"}).language
    assert default == (read_in if says or "lang=" in page else "de")


def test_a_language_of_the_article_that_cannot_be_read_is_told_where_the_claims_file_names_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nlang: fr\n---\n956 cas.\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("article: a.md\nclaims: []\n", encoding="utf-8")
    with pytest.raises(ClaimFileError, match=r"a.yaml:1:10: no language 'fr'; .* name the one to read it in"):
        load(tmp_path / "a.yaml")


def test_commands_tell_where_an_option_and_the_article_name_two_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(PAGE, encoding="utf-8")
    Path("factcheck.toml").write_text('language = "en"\n', encoding="utf-8")
    for command in ("scan", "draft"):
        results = [CliRunner().invoke(app, [command, "a.html", *more]) for more in ([], ["--language", "en"])]
        assert ["other-language" in result.output for result in results] == [False, True]
    drafts = [CliRunner().invoke(app, ["draft", "a.html", *more]).stdout for more in ([], ["--language", "en"])]
    assert ["language: de" in text for text in drafts] == [True, False]
    assert "language: en" in drafts[1]
    Path("a.html").write_text(PAGE.replace("de-AT", "en"), encoding="utf-8")
    assert "language: en" in CliRunner().invoke(app, ["draft", "a.html"]).stdout
