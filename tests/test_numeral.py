"""What a printed number may stand for, with and without its hedge."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.hedge import Hedge, Meaning, Sense, Width
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral, place_of
from factcheck.rounding import Convention, Rounding, rounded
from factcheck.text import read
from tests.strategies import member, roundings_to_a_quantum, samples, steps_of_half

PRECISE = (Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.RATE, Kind.DURATION)


@st.composite
def numerals(draw: st.DrawFn) -> Numeral:
    """Numbers of every kind and form that have a value, also negative and zero, with place and quantum as printed."""
    kind = draw(st.sampled_from([*PRECISE, Kind.COUNT, Kind.FRACTION, Kind.MULTIPLE, Kind.AGE, Kind.RATIO]))
    form = draw(st.sampled_from([Form.DIGITS, Form.WORDS, Form.SCALED, Form.ROUND]))
    quantum = Fraction(10) ** draw(st.integers(-3, 6))
    units = draw(st.integers(-3000, 3000) | st.integers(-12, 12))
    if kind is Kind.RATIO:
        form, units = draw(st.sampled_from([Form.IN, Form.TO])), abs(units) + 1
    if kind is Kind.AGE:
        units = abs(units)
    value = units * quantum
    terms = (Fraction(units), Fraction(1, quantum)) if form is Form.IN and quantum <= Fraction(1, 10) else None
    return Numeral("", kind, value, quantum, place_of(value, quantum), form, terms=terms)


senses = st.sampled_from(list(Sense))
conventions = st.one_of(
    st.builds(Convention, roundings_to_a_quantum.filter(lambda rounding: rounding is not Rounding.RANDOM)),
    st.sampled_from(
        [Convention(Rounding.SIGNIFICANT, 2), Convention(Rounding.NEAREST, 5), Convention(Rounding.RANDOM, 3)]
    ),
)


def hedged(numeral: Numeral, sense: Sense, convention: Convention = Convention()) -> Meaning:
    return replace(numeral, hedge=Hedge(sense, sense.value)).meaning(convention)


@given(st.integers(-3000, 3000), st.integers(-3, 3), roundings_to_a_quantum, steps_of_half)
def test_in_the_preimage_iff_the_value_prints_so(units: int, power: int, rounding: Rounding, step: int) -> None:
    quantum = Fraction(10) ** power
    printed = Numeral("", Kind.PERCENT, units * quantum, quantum)
    convention = Convention(rounding, 3 if rounding is Rounding.RANDOM else None)
    value = units * quantum + step * quantum / 2
    assert member(value, printed.preimage(convention)) == (printed.value in printed.printings(value, convention))


@given(st.integers(0, 3000), st.sampled_from([3, 5, 10]), roundings_to_a_quantum, st.integers(-30, 30))
def test_a_table_rounds_its_counts_to_a_base(multiple: int, base: int, rounding: Rounding, step: int) -> None:
    printed = Numeral("", Kind.COUNT, Fraction(multiple * base))
    convention = Convention(rounding, base)
    count = Fraction(multiple * base + step)
    assume(count >= 0)
    assert member(count, printed.preimage(convention)) == (printed.value in printed.printings(count, convention))


@given(numerals(), conventions)
def test_without_a_hedge_hard_and_soft_are_the_preimage(numeral: Numeral, convention: Convention) -> None:
    preimage = numeral.preimage(convention)
    assert numeral.meaning(convention) == Meaning(preimage, preimage)


@given(numerals(), senses, conventions)
def test_what_is_not_misleading_is_not_wrong(numeral: Numeral, sense: Sense, convention: Convention) -> None:
    meaning = hedged(numeral, sense, convention)
    assert meaning.hard.contains(meaning.soft)


@given(numerals(), senses)
def test_a_hedge_of_the_middle_keeps_the_bare_number(numeral: Numeral, sense: Sense) -> None:
    assume(sense in (Sense.ABOUT, Sense.LOWEST, Sense.HIGHEST))
    meaning = hedged(numeral, sense)
    assert meaning.soft.contains(numeral.preimage())


MIRRORED = {
    Sense.JUST_UNDER: Sense.JUST_OVER,
    Sense.JUST_OVER: Sense.JUST_UNDER,
    Sense.MORE_THAN: Sense.UNDER,
    Sense.UNDER: Sense.MORE_THAN,
}


@given(numerals(), st.sampled_from([Sense.ABOUT, Sense.NEARLY, Sense.EXACTLY, *MIRRORED]))
def test_a_negative_number_means_the_mirror_image(numeral: Numeral, sense: Sense) -> None:
    assume(numeral.value and numeral.kind is not Kind.AGE and numeral.terms is None)
    negative = replace(numeral, value=-numeral.exact_value)
    here, there = hedged(numeral, sense), hedged(negative, MIRRORED.get(sense, sense))
    assert here == Meaning(-there.hard, -there.soft)


@given(numerals(), senses)
def test_sides_of_the_value(numeral: Numeral, sense: Sense) -> None:
    value, hard = numeral.exact_value, hedged(numeral, sense).hard
    assume(value > 0)
    sides = {
        Sense.NEARLY: (-1,),
        Sense.JUST_UNDER: (-1,),
        Sense.UNDER: (-1,),
        Sense.JUST_OVER: (1,),
        Sense.MORE_THAN: (1,),
        Sense.AT_LEAST: (0, 1),
        Sense.UP_TO: (-1, 0),
        Sense.AT_MOST: (-1, 0),
        Sense.EXACTLY: (0,),
    }.get(sense, (-1, 0, 1))
    found = {(one > value) - (one < value) for one in samples(hard)}
    assert found <= set(sides)
    assert member(value, hard) == (0 in sides)


@given(numerals(), st.fractions(Fraction(1, 100), 1), st.fractions(Fraction(1, 100), 1), senses)
def test_a_wider_hedge_never_takes_anything_away(
    numeral: Numeral, share: Fraction, more: Fraction, sense: Sense
) -> None:
    narrow = replace(numeral, hedge=Hedge(sense, "", width=Width(share, share)))
    wide = replace(numeral, hedge=Hedge(sense, "", width=Width(share + more, share + more)))
    assert wide.meaning().hard.contains(narrow.meaning().hard)
    assert wide.meaning().soft.contains(narrow.meaning().soft)


@given(st.integers(1, 10**6), st.integers(-4, 4))
def test_the_place_is_that_of_the_last_digit_which_is_not_zero(digits: int, power: int) -> None:
    value = digits * Fraction(10) ** power
    significant = str(digits).rstrip("0")
    place = Fraction(10) ** (power + len(str(digits)) - len(significant))
    five = len(significant) > 1 and significant.endswith("5")
    assert place_of(value, Fraction(1)) == place * (5 if five else 1)
    assert place_of(-value, Fraction(1)) == place_of(value, Fraction(1))


def test_what_has_no_last_digit_has_its_quantum_for_a_place() -> None:
    assert place_of(Fraction(7, 3), Fraction(1, 3)) == Fraction(1, 3)
    assert place_of(Fraction(0), Fraction(1, 10)) == Fraction(1, 10)


TABLE = [  # the bare numbers of the specification
    ("956", "[956, 956]"),
    ("five thousand", "[5000, 5000]"),
    ("1.6 million", "[1550000, 1650000]"),
    ("£3.2bn", "[3150000000, 3250000000]"),
    ("£4,250", "[8499/2, 8501/2]"),
    ("32.6%", "[651/2000, 653/2000]"),
    ("32.60%", "[6519/20000, 6521/20000]"),
    ("2.1 percentage points", "[41/2000, 43/2000]"),
    ("5 km", "[9/2, 11/2]"),
    ("3.48", "[139/40, 697/200]"),
    ("0.0", "[-1/20, 1/20]"),
    ("-1.5%", "[-31/2000, -29/2000]"),
    ("a million", "[950000, 1050000]"),
    ("half a million", "[475000, 525000]"),
    ("two and a half million", "[2375000, 2625000]"),
    ("2½", "[19/8, 21/8]"),
    ("five million", "[4500000, 5500000]"),
    ("a third", "[19/60, 7/20]"),
    ("half", "[19/40, 21/40]"),
    ("a fifth", "[19/100, 21/100]"),
    ("two-thirds", "[19/30, 7/10]"),
    ("one in 10", "[2/21, 2/19]"),
    ("one in five", "[2/11, 11/50]"),
    ("one in two", "[9/20, 11/20]"),
    ("four in 10", "[9/25, 11/25]"),
    ("nine in 10", "[17/20, 19/20]"),
    ("three times", "[57/20, 63/20]"),
    ("3 times", "[57/20, 63/20]"),
    ("3.0 times", "[59/20, 61/20]"),
    ("doubled", "[19/10, 21/10]"),
    ("halved", "[19/40, 21/40]"),
    ("2.5 times", "[49/20, 51/20]"),
    ("3 to 1", "[57/20, 63/20]"),
    ("10-12", "[10, 12]"),
    ("5 to 7 per cent", "[9/200, 3/40]"),
    ("second", "[2, 2]"),
    ("aged 42", "[42, 43)"),
    ("nine-month-old", "[9, 10)"),
    ("nine months", "[17/2, 19/2]"),
    ("12 per 100,000", "[23/2, 25/2]"),
    ("most", "(1/2, 1]"),
    ("vast majority", "[3/4, 1]"),
    ("a minority", "[0, 1/2)"),
    ("all", "[1, 1]"),
    ("none", "[0, 0]"),
    ("<5", "[0, 4]"),
    ("<10", "[0, 9]"),
    ("[c]", "[0, inf)"),
    ("-", "[0, 0]"),
]


@pytest.mark.parametrize(("phrase", "preimage"), TABLE)
def test_bare_numbers_as_the_specification_lists_them(phrase: str, preimage: str) -> None:
    assert str(read(phrase).preimage()) == preimage


HEDGES = [  # the checks of the specification, and each line of its table
    ("nearly a fifth", "[9/50, 1/5)", "[9/50, 1/5)"),
    ("just over a fifth", "(1/5, 11/50]", "(1/5, 11/50]"),
    ("just under a third", "[3/10, 1/3)", "[3/10, 1/3)"),
    ("about 1,600", "[1500, 1700]", "[1550, 1650]"),
    ("nearly 2,000", "[1800, 2000)", "[1900, 2000)"),
    ("nearly nine", "[8, 9)", "[17/2, 9)"),
    ("more than 1,600", "(1600, inf)", "(1600, 1920]"),
    ("around 33%", "[8/25, 17/50]", "[13/40, 67/200]"),
    ("about 25%", "[9/40, 11/40]", "[19/80, 21/80]"),
    ("almost half", "[9/20, 1/2)", "[9/20, 1/2)"),
    ("about 3%", "[1/40, 7/200]", "[1/40, 7/200]"),
    ("about 956", "[23661/25, 24139/25]", "[47561/50, 48039/50]"),
    ("about a million", "[900000, 1100000]", "[950000, 1050000]"),
    ("about half a million", "[450000, 550000]", "[475000, 525000]"),
    ("about one in ten", "[9/100, 11/100]", "[19/200, 2/19]"),
    ("about 101 times", "[1919/20, 2121/20]", "[1919/20, 2121/20]"),
    ("at least 10", "[10, inf)", "[10, 20]"),
    ("10 or more", "[10, inf)", "[10, 20]"),
    ("under 1,600", "(-inf, 1600)", "[1280, 1600)"),
    ("less than half", "(-inf, 1/2)", "[2/5, 1/2)"),
    ("more than half", "(1/2, inf)", "(1/2, 3/5]"),
    ("up to 12%", "(-inf, 3/25]", "[23/200, 3/25]"),
    ("as many as 12", "(-inf, 12]", "[12, 12]"),
    ("at most 12", "(-inf, 12]", "(-inf, 12]"),
    ("as young as two", "[2, 3)", "[2, 3)"),
    ("as high as 5%", "[9/200, 11/200]", "[9/200, 11/200]"),
    ("exactly a third", "[1/3, 1/3]", "[1/3, 1/3]"),
    ("nearly all", "[9/10, 1)", "[19/20, 1)"),
    ("almost none", "(0, inf)", "(0, inf)"),
    ("nearly 0%", "(0, 1/200]", "(0, 1/200]"),
    ("nearly -5%", "(-1/20, -9/200]", "(-1/20, -9/200]"),
    ("about 10 to 12", "[9, 13]", "[19/2, 25/2]"),
    ("more than most", "(1/2, 1]", "[11/20, 1]"),
    ("slightly over 32.6%", "(163/500, 32926/100000]", "(163/500, 32763/100000]"),
]


@pytest.mark.parametrize(("phrase", "hard", "soft"), HEDGES)
def test_hedges_as_the_specification_lists_them(phrase: str, hard: str, soft: str) -> None:
    meaning = read(phrase).meaning()
    assert (meaning.hard, meaning.soft) == (interval(hard), interval(soft))


def interval(words: str) -> Interval:
    """The interval that `str` would write so."""
    low, high = words[1:-1].split(", ")
    return Interval(
        None if low == "-inf" else Fraction(low),
        None if high == "inf" else Fraction(high),
        words.startswith("("),
        words.endswith(")"),
    )


@pytest.mark.parametrize(
    ("phrase", "relaxed"),
    [
        ("956", None),
        ("1,628", None),
        ("1,600", "[1550, 1650]"),
        ("20,000", "[19000, 21000]"),
        ("five thousand", "[4750, 5250]"),
        ("£3bn", "[2500000000, 3500000000]"),
        ("£3.0bn", None),
        ("3,000.0 km", None),
        ("a million", "[950000, 1050000]"),
        ("about 1,600", None),
        ("10,000 to 12,000", None),
        ("most", None),
        ("30%", None),
        ("3,000 km", "[2850, 3150]"),
        ("2,000 times", None),
    ],
)
def test_only_round_numbers_without_a_hedge_can_be_relaxed(phrase: str, relaxed: str | None) -> None:
    found = read(phrase).relaxed()
    assert found == (None if relaxed is None else interval(relaxed))


CELLS = (("<5", Interval(Fraction(1), Fraction(4))), ("[c]", Interval(Fraction(1), Fraction(9))))
CELLS_AND_ZERO = Convention(cells=(*CELLS, ("0", Interval(Fraction(0), Fraction(1, 2), high_open=True))))


@pytest.mark.parametrize(
    ("cell", "stands_for"), [("<5", "[1, 4]"), ("[c]", "[1, 9]"), ("0", "[0, 1/2)"), ("-", "[0, 0]")]
)
def test_a_publication_says_what_its_cells_stand_for(cell: str, stands_for: str) -> None:
    numeral = read(cell)
    assert str(numeral.preimage(CELLS_AND_ZERO)) == stands_for
    assert str(numeral.meaning(CELLS_AND_ZERO).soft) == stands_for


def test_a_negative_count_can_be_rounded_at_random() -> None:
    assert str(Numeral("-3", Kind.COUNT, Fraction(-3)).preimage(Convention(Rounding.RANDOM, 3))) == "(-6, 0)"
    assert str(Numeral("3", Kind.COUNT, Fraction(3)).preimage(Convention(Rounding.RANDOM, 5))) == "[1, 0]"
    assert str(Numeral("0", Kind.COUNT, Fraction(0)).preimage(Convention(Rounding.RANDOM, 3))) == "[0, 3)"


def test_a_range_the_wrong_way_round_holds_nothing() -> None:
    low, high = read("10"), read("12")
    backwards = Numeral("12-10", Kind.RANGE, None, ends=(high, low))
    assert backwards.preimage().is_empty


@pytest.mark.parametrize("phrase", ["most", "10-12", "[c]"])
def test_what_names_no_single_value_says_so(phrase: str) -> None:
    with pytest.raises(ValueError, match="names no single value"):
        _ = read(phrase).exact_value


def test_an_age_is_counted_in_whole_years_lived() -> None:
    assert read("aged 42").printings(Fraction(85, 2)) == (42,)
    assert read("aged 42").printings(Fraction(43)) == (43,)


@given(st.integers(1, 99), st.fractions(0, 200, max_denominator=50))
def test_printings_follow_the_convention(figures: int, value: Fraction) -> None:
    assume(value > 0)
    percent = read("32.6%")
    assert percent.printings(value) == rounded(value, Fraction(1, 1000), Rounding.NEAREST)
    significant = percent.printings(value, Convention(Rounding.SIGNIFICANT, figures))
    assert all(abs(one - value) <= value for one in significant)


@pytest.mark.parametrize(
    ("phrase", "value", "written"),
    [
        ("32.6 per cent", "312/956", "32.6 per cent"),
        ("32.6%", "1/3", "33.3%"),
        ("32.60%", "1/3", "33.33%"),
        ("1,628", "956", "956"),
        ("956", "1628", "1,628"),
        ("1 628 000", "1629000", "1,629,000"),
        ("£3.2bn", "3140000000", "£3.1bn"),
        ("1.6 million", "1450000", "1.5 million"),
        ("30p", "31/100", "31p"),
        ("-£5", "-6", "-£6"),
        ("-£5", "6", "£6"),
        ("£-5m", "-6000000", "-£6m"),
        ("+3%", "4/100", "+4%"),
        ("−3%", "-1/1000", "0%"),
        ("12 per 100,000", "13", "13 per 100,000"),
        ("nine months", "8", "8"),
        ("a third", "0.326", "32.6%"),
        ("2/3", "0.65", "65.0%"),
        ("one in 10", "0.2", "20.0%"),
        ("most", "0.4", "40.0%"),
        ("half a million", "600000", "600,000"),
        ("2½", "11/4", "2.75"),
        ("second", "3", "3"),
        ("3rd", "4", "4"),
        ("10-12", "13", "13"),
        ("<5", "3", "3"),
    ],
)
def test_another_value_is_written_in_the_same_manner(phrase: str, value: str, written: str) -> None:
    assert read(phrase).like(Fraction(value)) == written


def test_a_numeral_reads_as_its_phrase() -> None:
    assert str(read("nearly a fifth")) == "nearly a fifth"
    assert str(Numeral("956", Kind.COUNT, Fraction(956))) == "956"
