"""A number lies in the preimage of what is printed exactly if rounding it prints that."""

from __future__ import annotations

import decimal as standard
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.interval import EMPTY, Interval
from factcheck.rounding import (
    Convention,
    Rounding,
    decimal,
    rounded,
    rounding_preimage,
    significant_preimage,
    significant_quantum,
    ten_to,
)
from tests.strategies import member, quanta, roundings_to_a_quantum, steps_of_half

STANDARD = {  # the same roundings in the standard library's decimals
    Rounding.HALF_AWAY: standard.ROUND_HALF_UP,
    Rounding.HALF_TOWARD: standard.ROUND_HALF_DOWN,
    Rounding.HALF_EVEN: standard.ROUND_HALF_EVEN,
    Rounding.FLOOR: standard.ROUND_FLOOR,
    Rounding.CEILING: standard.ROUND_CEILING,
    Rounding.DOWN: standard.ROUND_DOWN,
    Rounding.UP: standard.ROUND_UP,
}
tenths = st.integers(-40, 40)
twentieths = st.integers(-80, 80)


@given(twentieths, st.sampled_from(sorted(STANDARD)))
def test_rounding_agrees_with_the_standard_library(units: int, rounding: Rounding) -> None:
    value = standard.Decimal(units) / 20
    expected = value.quantize(standard.Decimal("0.1"), STANDARD[rounding])
    assert rounded(Fraction(units, 20), Fraction(1, 10), rounding) == (Fraction(expected),)


@given(twentieths)
def test_half_up_and_half_down_are_the_two_ways_of_a_tie(units: int) -> None:
    value, quantum = Fraction(units, 20), Fraction(1, 10)
    (up,), (down,) = rounded(value, quantum, Rounding.HALF_UP), rounded(value, quantum, Rounding.HALF_DOWN)
    assert set(rounded(value, quantum, Rounding.NEAREST)) == {up, down}
    assert up - down == (quantum if units % 2 else 0)


@given(tenths, steps_of_half, quanta, roundings_to_a_quantum)
def test_in_the_preimage_iff_rounding_prints_it(units: int, step: int, quantum: Fraction, rounding: Rounding) -> None:
    printed = units * quantum
    for near in (Fraction(0), quantum / 100, -quantum / 100):
        value = printed + step * quantum / 2 + near
        prints = printed in rounded(value, quantum, rounding)
        assert member(value, rounding_preimage(printed, quantum, rounding)) == prints


@given(st.fractions(-9, 9, max_denominator=12), quanta, roundings_to_a_quantum)
def test_what_is_no_multiple_of_the_quantum_is_never_printed(
    value: Fraction, quantum: Fraction, rounding: Rounding
) -> None:
    assume((value / quantum).denominator != 1)
    assert rounding_preimage(value, quantum, rounding) == EMPTY


@given(st.fractions(-9, 9, max_denominator=12), quanta)
def test_exact_prints_the_value_itself(value: Fraction, quantum: Fraction) -> None:
    assert rounded(value, quantum, Rounding.EXACT) == (value,)
    assert rounding_preimage(value, quantum, Rounding.EXACT) == Interval.exactly(value)


@given(st.fractions(-9, 9, max_denominator=12), quanta, roundings_to_a_quantum)
def test_every_value_is_printed_as_a_neighbouring_multiple(
    value: Fraction, quantum: Fraction, rounding: Rounding
) -> None:
    printed = rounded(value, quantum, rounding)
    assert printed == tuple(sorted(set(printed)))
    assert all((one / quantum).denominator == 1 and abs(one - value) < quantum for one in printed)


MIRRORED = {
    Rounding.HALF_UP: Rounding.HALF_DOWN,
    Rounding.HALF_DOWN: Rounding.HALF_UP,
    Rounding.FLOOR: Rounding.CEILING,
    Rounding.CEILING: Rounding.FLOOR,
}


@given(tenths, quanta, roundings_to_a_quantum)
def test_the_preimage_of_a_negative_is_the_mirror_image(units: int, quantum: Fraction, rounding: Rounding) -> None:
    mirror = MIRRORED.get(rounding, rounding)
    assert rounding_preimage(-units * quantum, quantum, rounding) == -rounding_preimage(
        units * quantum, quantum, mirror
    )


@pytest.mark.parametrize(
    ("printed", "rounding", "preimage"),
    [
        ("1", Rounding.NEAREST, "[1/2, 3/2]"),
        ("1", Rounding.HALF_UP, "[1/2, 3/2)"),
        ("1", Rounding.HALF_DOWN, "(1/2, 3/2]"),
        ("-1", Rounding.HALF_UP, "[-3/2, -1/2)"),
        ("-1", Rounding.HALF_AWAY, "(-3/2, -1/2]"),
        ("0", Rounding.HALF_AWAY, "(-1/2, 1/2)"),
        ("0", Rounding.HALF_TOWARD, "[-1/2, 1/2]"),
        ("1", Rounding.HALF_TOWARD, "(1/2, 3/2]"),
        ("-1", Rounding.HALF_TOWARD, "[-3/2, -1/2)"),
        ("2", Rounding.HALF_EVEN, "[3/2, 5/2]"),
        ("3", Rounding.HALF_EVEN, "(5/2, 7/2)"),
        ("-2", Rounding.HALF_EVEN, "[-5/2, -3/2]"),
        ("-3", Rounding.HALF_EVEN, "(-7/2, -5/2)"),
        ("0", Rounding.HALF_EVEN, "[-1/2, 1/2]"),
        ("2", Rounding.FLOOR, "[2, 3)"),
        ("-2", Rounding.FLOOR, "[-2, -1)"),
        ("2", Rounding.CEILING, "(1, 2]"),
        ("2", Rounding.DOWN, "[2, 3)"),
        ("-2", Rounding.DOWN, "(-3, -2]"),
        ("0", Rounding.DOWN, "(-1, 1)"),
        ("2", Rounding.UP, "(1, 2]"),
        ("-2", Rounding.UP, "[-2, -1)"),
        ("0", Rounding.UP, "[0, 0]"),
        ("2", Rounding.EXACT, "[2, 2]"),
    ],
)
def test_preimages_as_the_specification_lists_them(printed: str, rounding: Rounding, preimage: str) -> None:
    assert str(rounding_preimage(Fraction(printed), Fraction(1), rounding)) == preimage


@given(st.integers(0, 60), st.integers(2, 7))
def test_random_rounding_reaches_all_but_one_base_to_both_sides(multiple: int, base: int) -> None:
    printed = multiple * base
    counts = rounding_preimage(Fraction(printed), Fraction(base), Rounding.RANDOM).integers()
    assert list(counts) == list(range(printed - base + 1, printed + base))


@pytest.mark.parametrize(
    ("printed", "base", "rounding", "least", "greatest"),
    [
        (10, 5, Rounding.NEAREST, 8, 12),
        (10, 10, Rounding.NEAREST, 5, 15),
        (20, 10, Rounding.HALF_EVEN, 15, 25),  # a multiple of twenty takes both ends
        (30, 10, Rounding.HALF_EVEN, 26, 34),
    ],
)
def test_table_rounding_has_whole_preimages(
    printed: int, base: int, rounding: Rounding, least: int, greatest: int
) -> None:
    counts = list(rounding_preimage(Fraction(printed), Fraction(base), rounding).integers())
    assert (counts[0], counts[-1]) == (least, greatest)


@given(st.integers(1, 99999), st.integers(-6, 6), st.integers(1, 4))
def test_a_significant_quantum_leaves_so_many_digits(digits: int, power: int, figures: int) -> None:
    value = digits * ten_to(power)
    units = value / significant_quantum(value, figures)
    assert 10 ** (figures - 1) <= units < 10**figures
    assert significant_quantum(-value, figures) == significant_quantum(value, figures)


@given(st.integers(1, 999), st.integers(-2, 3), st.integers(1, 3), steps_of_half)
def test_in_the_significant_preimage_iff_nearest_to_so_many_figures(
    digits: int, power: int, figures: int, step: int
) -> None:
    printed = digits * ten_to(power)
    preimage = significant_preimage(printed, figures)
    value = printed + step * significant_quantum(printed, figures) / 20
    assume(value > 0)
    prints = printed in rounded(value, significant_quantum(value, figures), Rounding.NEAREST)
    assert member(value, preimage) == prints
    mirrored = significant_preimage(-printed, figures)
    assert mirrored == -preimage or (mirrored.is_empty and preimage.is_empty)


def test_below_a_power_of_ten_the_figures_are_ten_times_as_fine() -> None:
    assert str(significant_preimage(Fraction(100), 2)) == "[199/2, 105]"
    assert str(significant_preimage(Fraction(110), 2)) == "[105, 115]"
    assert str(significant_preimage(Fraction(0), 2)) == "[0, 0]"
    assert significant_quantum(Fraction(0), 2) == 1


@given(st.fractions(-(10**6), 10**6), st.integers(0, 5))
def test_decimals_are_written_as_the_standard_library_rounds_them(value: Fraction, places: int) -> None:
    units = value * 10**places * 2
    assume(units.denominator != 1)  # away from ties, which other tests look at
    with standard.localcontext(prec=60):
        exact = standard.Decimal(value.numerator) / value.denominator
        expected = f"{exact.quantize(standard.Decimal(1).scaleb(-places), standard.ROUND_HALF_UP):,}"
    assert decimal(value, places) == (expected.removeprefix("-") if not expected.strip("-0.") else expected)


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [("1628", 0, "1,628"), ("-1628.5", 0, "-1,629"), ("-0.004", 2, "0.00"), ("0.005", 2, "0.01"), ("5", 1, "5.0")],
)
def test_decimals_at_ties_and_around_zero(value: str, places: int, words: str) -> None:
    assert decimal(Fraction(value), places) == words


@given(st.sampled_from(list(Rounding)), st.none() | st.integers(1, 10**9 - 1))
def test_a_convention_is_read_back_from_its_name(rounding: Rounding, base: int | None) -> None:
    assume(base is not None or rounding not in (Rounding.RANDOM, Rounding.SIGNIFICANT))
    convention = Convention(rounding, base)
    assert Convention.parse(str(convention)) == convention
    assert Convention.parse(f" {str(convention).upper().replace('_', '-')} ") == convention
    assert Convention.parse(str(convention).replace("_", " ").replace("-", " ")) == convention


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "no rounding ''"),
        ("neerest", "no rounding 'neerest'; there is nearest"),
        ("nearest-", "no rounding"),
        ("nearest-x", "no rounding"),
        ("nearest-5.5", "no rounding"),
        ("nearest-٥", "no rounding"),
        ("10", "no rounding"),
        ("nearest-0", "from 1, not 0"),
        ("random", "needs a number, as in random-3"),
        ("significant", "needs a number"),
        ("nearest-1234567890", "at most 9 digits"),
    ],
)
def test_what_is_no_convention_is_told(words: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Convention.parse(words)


def test_cells_are_kept() -> None:
    cells = (("<5", Interval(Fraction(1), Fraction(4))),)
    assert Convention.parse("random-3", cells) == Convention(Rounding.RANDOM, 3, cells)
