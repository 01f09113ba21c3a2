"""Articles of writers who know no phrase of scan's: what it tells of them, and that it accuses none that is true."""

from __future__ import annotations

from random import Random

import pytest

from tests.newsroom.writer import CLASSES, WRITERS, House, article, passage, templates

HOUSE = House("%", words=True)


@pytest.mark.parametrize("writer", WRITERS)
def test_a_writer_has_eight_templates_of_each_class_that_tell_a_slip_from_the_truth(writer: str) -> None:
    known = templates(writer)
    for name in CLASSES:
        assert len(known[name]) >= 8
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
