"""Articles of writers who know no phrase of scan's: what it tells of them, and that it accuses none that is true."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest

from tests.newsroom.drawn import DRAWS, FRACTIONS, NEAR, OVER, TABLES, UNDER, Words, printed
from tests.newsroom.measure import accusations
from tests.newsroom.writer import BYSTANDERS, CLASSES, WRITERS, House, article, passage, templates

HOUSE = House("%", words=True)


@pytest.mark.no_cover
@pytest.mark.parametrize("writer", WRITERS)
def test_a_writer_has_eight_templates_of_each_class_that_tell_a_slip_from_the_truth(writer: str) -> None:
    known = templates(writer)
    for name in CLASSES:
        assert len(known[name]) >= (4 if name in TABLES else 8)
        for draw, template in known[name]:
            true, slipped = (passage(Random(1), draw, template, HOUSE, slip=slip) for slip in (False, True))
            assert true != slipped
            assert not {"{", "}", "["} & {*true, *slipped}


@pytest.mark.parametrize("writer", WRITERS)
def test_the_slip_of_an_article_stands_where_it_is_said_to_stand(writer: str) -> None:
    for name in CLASSES:
        one = article(writer, Random(name), name)
        assert one.text[one.start : one.end].split()
        assert one.template in {template for _, template in templates(writer)[name]}
    assert article(writer, Random(1)).start == article(writer, Random(1)).end == 0


@pytest.mark.no_cover
@pytest.mark.parametrize("writer", WRITERS)
def test_every_gap_of_a_writer_is_filled_in_a_house_of_words_and_in_one_of_figures(writer: str) -> None:
    for lines in templates(writer).values():
        for number, (draw, template) in enumerate(lines):
            for words in (False, True):
                text = passage(Random(number), draw, template, House(" per cent", words=words))
                assert not re.search(r"[{}\[\]#]|\b[Aa] (8|11\b|18\b|eight)", text)


@pytest.mark.no_cover
@pytest.mark.parametrize("writer", BYSTANDERS)
def test_hardly_any_passage_is_accused_whose_numbers_only_look_as_if_they_belonged_together(writer: str) -> None:
    found = accusations(writer, 1)
    assert len(found) >= 150
    assert sum(map(bool, found.values())) <= len(found) // 50


def test_a_count_can_be_asked_for_in_figures() -> None:
    small = next(number for number in range(99) if int(true_words("total", number)["a"]) < 10)
    text = passage(Random(small), "total", "{a} and {#a}", HOUSE)
    assert re.fullmatch(r"[A-Z][a-z]+ and \d", text)


def true_words(draw: str, seed: int) -> Words:
    random = Random(seed)
    while (words := DRAWS[draw](random, False)) is None:
        pass
    return words


def test_the_hedges_of_true_shares_and_fractions_are_of_their_side() -> None:
    sides = set()
    for seed in range(1500):
        share, part = true_words("share hedged", seed), true_words("fraction", seed)
        hedge, _, told = str(share["hp"]).removesuffix("{%}").rpartition(" ")
        name = next(name for name in FRACTIONS if str(part["fraction"]).endswith(name))
        for words, off in (
            (hedge, Fraction(100 * int(share["k"]), int(share["n"])) - int(told)),
            (
                str(part["fraction"]).removesuffix(name).strip(),
                Fraction(int(part["k"]), int(part["n"])) - FRACTIONS[name],
            ),
        ):
            assert not (words in OVER and off <= 0)
            assert not (words in UNDER and off >= 0)
            sides.add(words)
    assert sides == {*OVER, *UNDER, *NEAR, ""}


@pytest.mark.parametrize(("draw", "per"), [("rate", 100_000), ("rate thousand", 1000)])
def test_a_rate_is_per_as_many_people_as_its_draw_says(draw: str, per: int) -> None:
    drawn = [true_words(draw, seed) for seed in range(40)]
    counted = [words for words in drawn if isinstance(words["pop"], int)]
    assert len(counted) > 9
    for words in counted:
        assert words["rate"] == printed(Fraction(int(words["k"]) * per, int(words["pop"])), 1)


def test_rounded_shares_of_one_whole_add_up_to_99_or_101() -> None:
    assert {sum(int(true_words("filler split", seed)[name]) for name in "pqr") for seed in range(40)} == {99, 101}


def test_answers_that_leave_no_other_add_up_to_all_but_for_rounding() -> None:
    sums = {sum(int(true_words("beyond whole", seed)[name]) for name in "pqr") for seed in range(200)}
    assert {100} < sums <= {99, 100, 101}
