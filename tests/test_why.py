"""The derivation of a verdict: it says what is so, in few steps, and its pictures are what they show."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article, Claim, Count, Share, Total
from factcheck.check import check
from factcheck.check.settle import statement_of
from factcheck.claimfile import load
from factcheck.constraint import Constraint, Statement
from factcheck.finding import Chain, Derivation, Verdict
from factcheck.interval import Interval
from factcheck.solve import Conflict, System, Witness, solve
from factcheck.why import NumberLine, drawn, number_line, prose, svg, why
from factcheck.why.line import Mark, Track
from factcheck.why.links import supposed
from factcheck.why.shortest import shortest
from tests.test_gallery import GALLERY, SHIPPED

HOSTILE = '</title><script>alert("1")</script> & \x1b[31m \u202e \ufffe'


def count(quantity: str, printed: str, **fields: Any) -> Count:
    return Count(quantity=quantity, printed=printed, **fields)


def share(part: str, whole: str, printed: str, **fields: Any) -> Share:
    return Share(part=part, whole=whole, printed=printed, **fields)


# Prose


def test_the_chain_goes_from_the_printed_number_to_the_counts() -> None:
    article = Article(claims=[count("cases", "956"), share("upheld", "cases", "32.6 per cent", id="part")])
    assert list(prose(why(article, "part"))) == [
        "part: PASS",
        "It says: upheld made up 32.6 per cent of cases.",
        "Printed: 32.6 per cent. It may stand for 32.55 to 32.65 per cent (rounding nearest).",
        "Left for upheld: 312; 311 would print 32.5 per cent, 313 would print 32.7 per cent.",
        "  Cases came to 956. [count-cases]",
        "  32.6 per cent of 956 is 311.2 to 312.1, which leaves 312 for upheld. [part]",
    ]


def test_each_end_is_told_with_its_own_reason() -> None:
    quantities = {"cases": {"raw": "10"}, "upheld": {"of": "cases"}}
    article = Article(quantities=quantities, claims=[count("upheld", "more than 3")])
    assert list(prose(why(article, "count-upheld")))[-4:] == [
        "Left for upheld: 4 to 10.",
        "  Upheld came to more than 3, which leaves at least 4 for upheld. [count-upheld]",
        "  The data gave 10 for cases.",
        "  Upheld counted as part of cases: that leaves at most 10 for upheld.",
    ]


def test_a_conflict_is_told_up_to_the_contradiction_and_with_its_mendings() -> None:
    article = Article(
        claims=[count("a", "312"), count("b", "180"), count("c", "493"), Total(parts="a b".split(), whole="c")]
    )
    told = list(prose(why(article, "count-c")))
    assert told[0] == "count-c: CONFLICT"
    assert "  A and b added up to c, which allows 312 + 180 = 492 for c, but only 493 was left. [total-a-b-c]" in told
    assert told[-1].startswith("  count-c: printed 493 – possible: 492")


def test_where_no_whole_number_fits_the_chain_says_so() -> None:
    article = Article(claims=[count("cases", "22"), share("upheld", "cases", "34.7%")])
    assert any(
        line.startswith("  34.7% of 22 is 7.62 to 7.65, with no whole number between.")
        for line in prose(why(article, "share-upheld-cases"))
    )


def test_what_the_clauses_say_by_themselves_is_not_told_twice() -> None:
    told = why(Article(claims=[count("a", "1", quote="a  1"), count("a", "2")]), "count-a")
    assert told.conflict is not None
    assert told.conflict.links == ()
    assert list(prose(told))[1] == "The article: “a 1”"


def test_an_unknown_claim_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        why(Article(claims=[count("a", "1")]), "b")


@pytest.mark.parametrize("name", ["beyond", "limit", "number", "raw"])
def test_no_id_of_a_claim_disturbs_the_questions(name: str) -> None:
    article = Article(claims=[count("cases", "956", id=name), share("upheld", "cases", "32.6%", id="part")])
    assert len(list(why(article, "part").chains())) == 1
    assert check(article).ok


@pytest.mark.parametrize("claim", ["facebook-share", "facebook-owned-share", "snapchat-second", "youngest"])
def test_the_screen_is_as_kept(claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SHIPPED)
    assert screen(claim) == (GALLERY / f"why-{claim}.txt").read_text(encoding="utf-8")


def screen(claim: str) -> str:
    told = why(load(Path("claims.yaml")), claim)
    line = number_line(told)
    return "\n".join([*prose(told), "", *(() if line is None else drawn(line, 78))]) + "\n"


# Laws

names = st.sampled_from(["a", "b", "c"])
wholes = st.sampled_from(["40", "41", "about 40", "more than 39", "956"])
shares = st.sampled_from(["32.6%", "a third", "nearly half", "12%", "13%", "50%"])
claims = st.lists(
    st.builds(lambda printed: count("n", printed), wholes)
    | st.builds(lambda part, printed: share(part, "n", printed), names, shares)
    | st.just(Total(parts=["a", "b"], whole="c"))
    | st.builds(count, names, st.sampled_from(["5", "13", "20"])),
    min_size=1,
    max_size=5,
)


def derivations(said: list[Claim]) -> Iterator[tuple[Article, Derivation, list[Statement]]]:
    article = Article(claims=said)
    for claim in article.claims:
        setting = article.setting
        yield article, why(article, claim.id), [statement_of(other, setting) for other in article.claims]


@pytest.mark.no_cover
@settings(max_examples=20)
@given(claims)
def test_every_chain_told_implies_what_it_shows(said: list[Claim]) -> None:
    for article, told, statements in derivations(said):
        for chain, quantity in ended(told):
            group = [statement for statement in statements if statement.name in chain.because]
            for beyond in chain.denies:
                asked = supposed(article.setting.quantities[quantity], beyond)
                assert isinstance(solve([*group, asked]), Conflict)
        if told.conflict is not None:
            assert isinstance(solve([s for s in statements if s.name in told.conflict.because]), Conflict)


def ended(told: Derivation) -> Iterator[tuple[Chain, str]]:
    for left in told.left:
        yield from ((chain, left.quantity) for chain in left.chains)


@pytest.mark.no_cover
@settings(max_examples=20)
@given(claims)
def test_what_a_direct_chain_leaves_follows_from_the_claims_told_so_far(said: list[Claim]) -> None:
    for article, told, statements in derivations(said):
        for chain in told.chains():
            so_far: set[str] = set()
            for link in chain.links:
                if not link.because:  # a supposition: what follows is no more than supposed
                    break
                so_far.update(link.because)
                group = [statement for statement in statements if statement.name in so_far]
                for quantity, left in link.leaves:
                    for beyond in outside(left):
                        asked = supposed(article.setting.quantities[quantity], beyond)
                        assert isinstance(solve([*group, asked]), Conflict), link


def outside(left: Interval) -> Iterator[Interval]:
    if left.low is not None:
        yield Interval(high=left.low, high_open=not left.low_open)
    if left.high is not None:
        yield Interval(low=left.high, low_open=not left.high_open)


@given(claims)
@settings(max_examples=10)
def test_the_interval_told_is_the_preimage_and_what_is_left_is_all_that_is_possible(said: list[Claim]) -> None:
    for article, told, statements in derivations(said):
        claim = article.setting.claims[told.claim]
        assert (told.preimage is None) is not claim.prints
        if told.preimage is not None:
            assert told.preimage.interval == article.setting.within(claim)
        for left in told.left if check(article).ok else ():
            for value in left.counts:
                asked = supposed(article.setting.quantities[left.quantity], Interval.exactly(value))
                assert isinstance(solve([*statements, asked]), Witness)


def test_the_shortest_of_several_groups_is_told() -> None:
    article = Article(claims=[count(name, "1") for name in "xyz"])
    known = article.setting.quantities
    steps = [
        Statement("x", (Constraint(((known["x"], Fraction(1)),), Interval.at_least(5), "x"),)),
        Statement(
            "y", (Constraint(((known["y"], Fraction(1)), (known["x"], Fraction(-1))), Interval.at_least(0), "y"),)
        ),
        Statement(
            "z", (Constraint(((known["z"], Fraction(1)), (known["y"], Fraction(-1))), Interval.at_least(0), "z"),)
        ),
        Statement("direct", (Constraint(((known["z"], Fraction(1)),), Interval.at_least(4), "direct"),)),
    ]
    asked = supposed(known["z"], Interval.below(4))
    found = shortest(System(steps), asked, {"x", "y", "z", "direct"})
    assert found is not None
    assert [statement.name for statement in found.statements if statement is not asked] == ["direct"]
    assert shortest(System(steps), supposed(known["z"], Interval.at_least(4)), set()) is None


# Number lines

values = st.fractions(-50, 2000, max_denominator=7)


@st.composite
def lines(draw: st.DrawFn) -> NumberLine:
    ends = sorted(draw(st.lists(values, min_size=4, max_size=4, unique=True)))
    span = Interval(*draw(st.sampled_from([(ends[1], ends[2]), (None, ends[1]), (ends[2], None)])), draw(st.booleans()))
    marks = tuple(Mark(value, str(at), draw(st.booleans())) for at, value in enumerate(ends[1:3]))
    return NumberLine((Track("printed", (span,)), Track("left: ä", (), marks)), ends[0], ends[3])


@given(lines(), st.integers(40, 120))
def test_a_number_line_keeps_its_width_and_is_the_same_in_ascii(line: NumberLine, width: int) -> None:
    told, plain = list(drawn(line, width)), list(drawn(line, width, ascii_only=True))
    assert all(len(row) <= width for row in (*told, *plain))
    assert [row.translate(str.maketrans("─━●○ä", "-=*o?")) for row in told] == plain
    assert all(row.isascii() for row in plain)


@given(lines(), st.integers(40, 120))
def test_marks_stand_in_the_order_of_their_values(line: NumberLine, width: int) -> None:
    (row,) = [row for row in drawn(line, width, ascii_only=True) if "left: ?" in row]
    seen = [character == "*" for character in row if character in "*o"]
    by_value = [mark.holds for mark in line.tracks[1].marks]
    assert seen == by_value or len(seen) == 1  # two in one column: the one that holds is seen


@given(lines())
def test_a_picture_is_xml_without_a_script_whatever_the_words(line: NumberLine) -> None:
    text = svg(
        NumberLine((Track(HOSTILE, line.tracks[0].spans), line.tracks[1]), line.low, line.high), HOSTILE, HOSTILE
    )
    root = ET.fromstring(text)  # noqa: S314 - our own
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "path", "circle", "text"}
    assert "<script" not in text
    assert "\x1b" not in text
    assert root.findtext("{http://www.w3.org/2000/svg}title", "").startswith("</title><script>")


def test_what_is_one_number_or_none_has_no_number_line() -> None:
    assert number_line(Derivation("a", Verdict.PASS, "a told b")) is None
    assert number_line(why(Article(claims=[count("a", "1")]), "count-a")) is None


def test_a_mending_knows_the_values_that_would_do() -> None:
    (finding,) = check(Article(claims=[count("a", "1"), count("a", "2")])).findings
    assert [mending.ranges for mending in finding.mendings] == [
        (Interval.exactly(2),),
        (Interval.exactly(1),),
    ]


def write() -> None:
    """Write every screen anew."""
    os.chdir(SHIPPED)
    for claim in ("facebook-share", "facebook-owned-share", "snapchat-second", "youngest"):
        (GALLERY / f"why-{claim}.txt").write_text(screen(claim), encoding="utf-8")


if __name__ == "__main__":
    write()
