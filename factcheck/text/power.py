"""Powers of ten: 10⁶, 1.6×10⁶, 2.5 × 10^-3; but not 12², and in prose not 10², where a footnote is meant."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple
from unicodedata import normalize

from factcheck.numeral import Form
from factcheck.rounding import ten_to
from factcheck.text.following import CROSSES, POWER_SIGN
from factcheck.text.source import Figure, Source
from factcheck.text.tokens import MINUSES, RAISED, Shape

RAISED_MINUS = "⁻"
LONGEST_EXPONENT, LEAST_IN_PROSE = 2, 3


class Power(NamedTuple):
    """A power of ten, and the token after it."""

    worth: Fraction
    end: int


def power_at(source: Source, at: int, *, least: int = 0) -> Power | None:
    """The power of ten that starts with the token at an index, of at least so great an exponent unless negative."""
    if source.tokens[at].text != "10":
        return None
    exponent = _raised(source, at + 1) or _carets(source, at + 1)
    if exponent is None or 0 <= exponent.value < least:
        return None
    return Power(ten_to(exponent.value), exponent.end)


def bare_power(source: Source, at: int) -> Figure | None:
    """10⁶ with nothing before it: told to the nearest one of its size."""
    power = power_at(source, at, least=LEAST_IN_PROSE if source.prose else 0)
    return None if power is None else Figure(power.worth, power.worth, Form.SCALED, power.end, power.worth, power.worth)


def times_power(source: Source, figure: Figure) -> Figure | None:
    """1.6×10⁶: a figure that a power of ten goes on."""
    at = figure.end
    if source.tokens[at].text not in CROSSES or source.tokens[at].gap != source.tokens[at + 1].gap:
        return None
    power = power_at(source, at + 1)
    if power is None:
        return None
    worth = power.worth
    return Figure(figure.value * worth, figure.quantum * worth, Form.SCALED, power.end, worth, worth)


class _Exponent(NamedTuple):
    value: int
    end: int


def _raised(source: Source, at: int) -> _Exponent | None:
    """⁶ or ⁻³, each sign of it a token that touches the one before."""
    minus = source.tokens[at].text == RAISED_MINUS and source.attached(at)
    digits, end = "", at + 1 if minus else at
    while source.attached(end) and source.tokens[end].text in RAISED:
        digits, end = digits + normalize("NFKC", source.tokens[end].text), end + 1
    return _told(digits, end, minus=minus)


def _carets(source: Source, at: int) -> _Exponent | None:
    """^6 or ^-3."""
    if source.tokens[at].text != POWER_SIGN or not source.attached(at):
        return None
    minus = source.tokens[at + 1].text in MINUSES and source.attached(at + 1)
    at = at + 2 if minus else at + 1
    plain = source.tokens[at].shape is Shape.DIGITS and source.attached(at) and source.tokens[at].text.isdecimal()
    return _told(source.tokens[at].text, at + 1, minus=minus) if plain else None


def _told(digits: str, end: int, *, minus: bool) -> _Exponent | None:
    if not 0 < len(digits) <= LONGEST_EXPONENT:
        return None
    return _Exponent(-int(digits) if minus else int(digits), end)
