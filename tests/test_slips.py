"""Slips: each explains its examples, mends everything that it is offered for, and says how little that may mean."""

from __future__ import annotations

from inspect import getdoc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.slips import CLASSES, made
from factcheck.alike import alike, digits_of, renumbered
from factcheck.check import Article
from factcheck.check.chances import WORTH_TELLING
from factcheck.claim import Claim
from factcheck.finding import LikelySlip
from factcheck.kinds.count import Count
from factcheck.kinds.share import Share
from factcheck.scan import claims_in
from factcheck.slip import Example, Retyped, Scene
from factcheck.slips import SLIPS
from factcheck.text import read

pytestmark = pytest.mark.no_cover

EXAMPLES = [pytest.param(name, e, id=f"{name}: {e.sentence}") for name, slip in SLIPS.items() for e in slip.EXAMPLES]
each_slip = pytest.mark.parametrize("name", SLIPS)


def article(example: Example) -> Article:
    claims = claims_in(example.sentence)
    names = dict.fromkeys(name for claim in claims for name in claim.names())
    return Article(quantities={name: (example.quantities or {}).get(name) for name in names}, claims=claims)


def offered(checked: Article) -> list[LikelySlip]:
    return [slip for finding in checked.check().findings for slip in finding.slips]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_explained_as_it_says(name: str, example: Example) -> None:
    mine = [slip for slip in offered(article(example)) if name in (slip.slip, *slip.also)]
    if example.offered:
        assert any(example.offered in str(slip) for slip in mine)
    else:
        assert mine == []


@each_slip
def test_a_slip_has_a_manual_page_and_a_place_of_its_own(name: str) -> None:
    first, _, rest = (getdoc(SLIPS[name]) or "").partition("\n")
    assert first.replace(",", "").lower().startswith(f"{name}:")
    assert rest.strip()
    assert {bool(example.offered) for example in SLIPS[name].EXAMPLES} == {True, False}
    assert [slip.RANK for slip in SLIPS.values()] == list(range(1, len(SLIPS) + 1))


counts = st.integers(20, 9_999)


@given(st.data())
def test_never_more_than_three_are_told_and_each_number_offered_mends_everything(data: st.DataObject) -> None:
    whole = data.draw(counts)
    part = data.draw(st.integers(1, whole))
    percent = data.draw(st.integers(1, 999))
    claims: list[Claim] = [
        Count(id="whole", quantity="cases", printed=f"{whole:,}"),
        Count(id="part", quantity="upheld", printed=f"{part:,}"),
        Share(id="share", part="upheld", whole="cases", printed=f"{percent // 10}.{percent % 10}%"),
    ]
    slips = offered(Article(claims=claims))
    assert len(slips) <= 3
    for slip in slips:
        assert slip.chance is None or slip.chance.explained <= WORTH_TELLING * slip.chance.size
        if len(slip.claims) == 1 and "made up" not in slip.meant:
            mended = [c.model_copy(update={"printed": read(slip.meant)}) if c.id in slip.claims else c for c in claims]
            assert Article(claims=mended).check().ok, slip


@given(st.integers(1, 10**6))
def test_what_may_have_been_meant_is_mistyped_as_it_is_printed(number: int) -> None:
    claim = Count(quantity="cases", printed=str(number))
    scene = Scene(Article(claims=[claim]).setting, lambda _: pytest.fail("digits need no reach"))
    for slip in ("digits swapped", "digit dropped", "digit doubled", "neighbouring key", "off by one"):
        for way in SLIPS[slip].ways(claim, scene):
            assert isinstance(way, Retyped)
            assert all(str(number) in set(way.mistyped(meant)) for meant in way.meant(str(number))), slip


@pytest.mark.parametrize(
    "printed", ["956", "32.6%", "0.87%", "7", "£3.2bn", "-3.2%", "nearly 40", "one in 20", "a fifth"]
)
def test_a_number_is_one_of_those_of_its_form_and_all_have_as_many_digits(printed: str) -> None:
    number = read(printed)
    form = alike(number)
    assert number.exact_value in form
    assert list(form) == sorted(set(form))
    assert len({len(digits_of(renumbered(number, value))) for value in form}) == 1
    assert all(renumbered(number, value).exact_value == value for value in form[:50])


@pytest.mark.parametrize("words", ["most", "10 to 12", "half a million", "[c]"])
def test_words_that_are_no_plain_number_have_no_others_of_their_form(words: str) -> None:
    assert len(alike(read(words))) == 0


@given(st.integers(100, 999), st.integers(100, 999))
def test_the_chance_is_counted_as_by_trying_every_number(first: int, second: int) -> None:
    """Two printings of a count: which other numbers would swapped digits explain? Tried one by one."""
    claims = [
        Count(id="first", quantity="cases", printed=str(first)),
        Count(id="second", quantity="cases", printed=str(second)),
    ]
    for slip in offered(Article(claims=claims)):
        if slip.slip == "digits swapped" and slip.claims == ("first",):
            swapped = {f"{s[1]}{s[0]}{s[2]}" for s in [str(second)]} | {f"{s[0]}{s[2]}{s[1]}" for s in [str(second)]}
            expected = {number for number in swapped if number not in (str(first), str(second)) and number[0] != "0"}
            assert slip.chance is not None
            assert (slip.chance.explained, slip.chance.size) == (len(expected), 899)


def test_the_same_article_is_explained_in_the_same_words() -> None:
    made = article(Example("Of the 956 cases, 321 were upheld (32.6%)."))
    assert [str(slip) for slip in offered(made)] == [str(slip) for slip in offered(made)]


def test_a_claim_of_which_another_is_the_same_is_changed_with_it() -> None:
    claims = [
        *claims_in("Of the 768 patients, 8 were readmitted (0.87%), and there were 918 beds."),
        Count(id="other", quantity="visits", printed="8"),
    ]
    assert any(slip.slip == "wrong base" for slip in offered(Article(claims=claims)))


def test_of_every_class_of_slips_one_article_is_found_and_the_right_slip_is_mostly_among_the_three() -> None:
    """Drawn by code that shares nothing with the catalogue; `make slips` measures it at length."""
    articles = list(made(len(CLASSES), 3))
    assert set(CLASSES) <= set(SLIPS)
    assert all(len(finding.slips) <= 3 for one in articles for finding in one.report.findings)
    found = [one for one in articles if one.is_accused]
    assert len(found) >= len(articles) - 2
    assert sum(one.place() is not None for one in found) * 10 >= 9 * len(found)


def test_nothing_is_offered_where_the_others_contradict_each_other_anyway() -> None:
    claims = claims_in("There were 956 cases, or 1,204 cases, or 377 cases.")
    assert all("everything else" not in str(slip) for slip in offered(Article(claims=claims)))
