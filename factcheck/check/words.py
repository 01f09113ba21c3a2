"""Counts, ranges and printed values in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.rounding import Convention, decimal

SHARES = (Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.VAGUE, Kind.RATE)


def number(value: Fraction) -> str:
    """A value as people write it: counts with commas, amounts with at most two decimals.

    >>> number(Fraction(1628)), number(Fraction(5, 2)), number(Fraction(1, 3))
    ('1,628', '2.5', '0.33')
    """
    if value.denominator == 1:
        return decimal(value, 0)
    return decimal(value, 2).rstrip("0").rstrip(".")


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
    return printed.like(printed.printings(value, convention)[-1] if _has_digits(printed) else value)


def _has_digits(printed: Numeral) -> bool:
    return printed.form is Form.DIGITS and printed.value is not None and printed.kind is not Kind.ORDINAL


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
        return "any number" if end is None else f"{word} {written(end, printed, convention)}"
    first, last = written(low, printed, convention), written(high, printed, convention)
    if first == last:
        return first
    digits, _, unit = first.partition(" ")
    return f"{digits if unit and last.endswith(f' {unit}') else first} to {last}"


def distance(printed: Numeral, ranges: Sequence[Interval], convention: Convention) -> str:
    """How far the printed value lies from what is possible, at its own precision; empty where it cannot be said."""
    ends = [end for values in ranges for end in (values.low, values.high) if end is not None]
    if printed.value is None or not ends:
        return ""
    gap = min(abs(printed.value - told) for end in ends for told in printed.printings(end, convention))
    if gap == 0 or printed.kind is Kind.ORDINAL:
        return ""
    if printed.kind in (Kind.PERCENT, Kind.POINTS, Kind.FRACTION, Kind.RATIO, Kind.VAGUE):
        points = number(gap * 100)
        return f"{points} percentage point{'' if points == '1' else 's'}"
    return number(gap)
