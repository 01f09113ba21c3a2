"""Counts, ranges and printed values in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.rounding import HALF, Convention, decimal

SHOWN = 1_000  # parts of a whole, to which a share is told that was printed in words
EXACT_PLACES = 3  # decimals that a value may have, and still be told exactly
NO_DECIMALS = 10_000  # from here on
ONE_PLACE = Fraction(1, 10)
SHARES = (Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.VAGUE, Kind.RATE)


def number(value: Fraction) -> str:
    """A value as people write it: with commas, and with up to three decimals where these tell it exactly.

    Otherwise it is rounded: to two decimals, or two digits where it is small, and from ten thousand on to none.

    >>> number(Fraction(1628)), number(Fraction("2.205")), number(Fraction(1, 3)), number(Fraction(1, 300))
    ('1,628', '2.205', '0.33', '0.0033')
    """
    exact = next((places for places in range(EXACT_PLACES + 1) if (value * 10**places).denominator == 1), None)
    if exact is not None:
        return decimal(value, exact)
    if abs(value) >= NO_DECIMALS:
        return decimal(value, 0)
    small = len(str(int(1 / abs(value)))) if abs(value) < ONE_PLACE else 1
    return decimal(value, small + 1).rstrip("0").rstrip(".")


def span(interval: Interval) -> str:
    """The values of an interval: "312", "493 to 501", "at least 96", "any number".

    >>> span(Interval(Fraction(493), Fraction(501))), span(Interval.above(2))
    ('493 to 501', 'above 2')
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if high is None or low is None:
        return _one_end(interval)
    if low == high:
        return number(low)
    low_word, high_word = ("above " if interval.low_open else ""), ("below " if interval.high_open else "")
    return f"{low_word}{number(low)} to {high_word}{number(high)}"


def _one_end(interval: Interval) -> str:
    if interval.low is not None:
        return f"{'above' if interval.low_open else 'at least'} {number(interval.low)}"
    if interval.high is not None:
        return f"{'below' if interval.high_open else 'at most'} {number(interval.high)}"
    return "any number"


def joined(clauses: Sequence[str], last_by: str = "and") -> str:
    """Clauses as one enumeration, with semicolons where one of them has a comma of its own.

    >>> joined(["a came to 1", "b came to 2"]), joined(["a came to 1", "a or b, with overlap, made up c"])
    ('a came to 1 and b came to 2', 'a came to 1; and a or b, with overlap, made up c')
    """
    *first, last = clauses
    if not first:
        return last
    if any(", " in clause for clause in clauses):
        return f"{'; '.join(first)}; {last_by} {last}"
    return f"{', '.join(first)} {last_by} {last}"


def capital(words: str) -> str:
    """Words that begin a sentence."""
    return words[:1].upper() + words[1:]


def share(part: Interval, whole: Interval, printed: Numeral) -> str:
    """The counts that are left for a printed share, and what the next count would print.

    >>> from factcheck.text import read
    >>> share(Interval.exactly(312), Interval.exactly(956), read("32.6%"))
    '312 of 956; 311 would print 32.5%, 313 would print 32.7%'
    """
    is_part = printed.kind in SHARES and printed.form is not Form.TO
    if not part.is_bounded and not part.low and not whole.is_bounded and not whole.low:
        return ""  # nothing is known of either
    told = f"{span(part)} {'of' if is_part else 'against'} {span(whole)}"
    if not (part.is_bounded and whole.is_point and whole.low):
        return told
    if part.is_point and whole.low is not None:
        beyond = [
            f"{number(count)} would print {as_printed}" for count, as_printed in neighbours(part, whole.low, printed)
        ]
        return f"{told}; {', '.join(beyond)}" if beyond else told
    return told


def neighbours(part: Interval, whole: Fraction, printed: Numeral) -> Iterator[tuple[Fraction, str]]:
    """The count just below the part's and the one just above, and what they would print where that is another number.

    >>> from factcheck.text import read
    >>> list(neighbours(Interval.exactly(312), Fraction(956), read("32.6%")))
    [(Fraction(311, 1), '32.5%'), (Fraction(313, 1), '32.7%')]
    """
    plain = printed.form is Form.DIGITS and printed.hedge is None and printed.kind in (Kind.PERCENT, Kind.RATE)
    for end, step in ((part.low, -1), (part.high, 1)):
        if not plain or end is None or end.denominator != 1:
            continue
        as_printed = printed.like((end + step) / whole * (printed.per or 1))
        if 0 <= end + step <= whole and as_printed != printed.surface:
            yield end + step, as_printed


def written(value: Fraction, printed: Numeral, convention: Convention) -> str:
    """A value as this numeral would print it: "52 per cent", "1,628", "4 times"."""
    if printed.kind is Kind.MULTIPLE and not any(character.isdecimal() for character in printed.surface):
        told = number(value)
        return f"{told} time" if told == "1" else f"{told} times"
    return _at_precision(value, printed, printed.printings(value, convention)[-1] if _has_digits(printed) else value)


def _at_precision(value: Fraction, printed: Numeral, as_printed: Fraction) -> str:
    """A value as this numeral would print it; in full where nothing would be left of it: "£109,000,000" for £0bn."""
    if printed.form is Form.IN and (one_in := _one_in(value, printed)):
        return one_in
    if as_printed or not value or printed.scale <= 1:
        return printed.like(as_printed)
    sign = printed.surface[:1] if printed.kind is Kind.MONEY else ""
    return f"{'' if sign.isdecimal() else sign}{number(Fraction(round(value)))}"


def _one_in(value: Fraction, printed: Numeral) -> str:
    """A share as "one in X", where it comes near to that."""
    if value <= 0 or value > HALF or printed.terms is None or printed.terms[0] != 1:
        return ""
    others = round(1 / value)
    return f"{printed.surface.rpartition(' ')[0]} {others:,}" if abs(value * others - 1) <= ONE_PLACE else ""


def _has_digits(printed: Numeral) -> bool:
    in_digits = printed.form in (Form.DIGITS, Form.SCALED) and any(map(str.isdecimal, printed.surface))
    return in_digits and printed.value is not None and printed.kind is not Kind.ORDINAL


def printings(values: Interval, printed: Numeral, convention: Convention) -> str:
    """The values of a range as this numeral would print them: "52 per cent", "51 to 52 per cent", "at least 51%".

    >>> from factcheck.text import read
    >>> printings(Interval(Fraction(33, 100), Fraction(52, 100)), read("53 per cent"), Convention())
    '33 to 52 per cent'
    """
    low, high = values.low, values.high
    if low is None or high is None:
        end = low if high is None else high
        word = _one_end(values).rpartition(" ")[0]
        as_printed = next((one for one in inner(values, printed, convention) if one is not None), None)
        return (
            "any number" if end is None or as_printed is None else f"{word} {_at_precision(end, printed, as_printed)}"
        )
    least, greatest = inner(values, printed, convention)
    if least is None or greatest is None or least > greatest:
        least = greatest = printed.printings(high, convention)[-1]
    first, last = _at_precision(low, printed, least), _at_precision(high, printed, greatest)
    if first == last:
        return first
    digits, _, unit = first.partition(" ")
    return f"{digits if unit and last.endswith(f' {unit}') else first} to {last}"


def inner(values: Interval, printed: Numeral, convention: Convention) -> tuple[Fraction | None, Fraction | None]:
    """What the ends of a range are printed as: at a tie the number within, which fits whichever way one rounds."""

    def end(value: Fraction, at: int) -> Fraction:
        if _has_digits(printed):
            return printed.printings(value, convention)[at]
        return Fraction(round(value * SHOWN), SHOWN) if printed.kind in SHARES else value

    return None if values.low is None else end(values.low, -1), None if values.high is None else end(values.high, 0)


def distance(printed: Numeral, ranges: Sequence[Interval], convention: Convention) -> str:
    """How far the printed value lies from what is possible, in its own manner; empty where it cannot be said.

    >>> from factcheck.text import read
    >>> distance(read("£123bn"), [Interval.exactly(Fraction(4 * 10**9))], Convention())
    '£119bn'
    """
    ends = [end for values in ranges for end in inner(values, printed, convention) if end is not None]
    if printed.value is None or not ends:
        return ""
    gap = min(abs(printed.value - end) for end in ends)
    if gap == 0 or printed.kind is Kind.ORDINAL:
        return ""
    if printed.form is not Form.TO and printed.kind in (
        Kind.PERCENT,
        Kind.POINTS,
        Kind.FRACTION,
        Kind.RATIO,
        Kind.VAGUE,
    ):
        points = number(gap * 100 if _has_digits(printed) else Fraction(round(gap * SHOWN), SHOWN // 100))
        return f"{points} percentage point{'' if points == '1' else 's'}"
    plain = printed.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.RATE) and printed.surface[:1] not in "+-−"
    return printed.like(gap) if plain and _has_digits(printed) else number(gap)
