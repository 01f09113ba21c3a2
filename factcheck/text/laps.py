"""Times that were taken, not told by a clock: swam it in 2:05.31, ran it in 2:04:35."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numeral import Kind, Numeral, place_of
from factcheck.text.source import Match, Source
from factcheck.text.tokens import Shape

IN_A_MINUTE = 60
MOST_PARTS, DIGITS_OF_A_PART = 3, 2  # hours, minutes and seconds; of minutes or seconds after a colon


def lap_match(source: Source, at: int) -> Match | None:
    """The seconds of "2:05.31", and of "2:04:35" after "in"."""
    parts = _parts(source, at)
    seconds = parts[-1]
    timed = "." in seconds or (len(parts) > DIGITS_OF_A_PART and source.word_before(at) in source.language.apart.laps)
    if len(parts) < DIGITS_OF_A_PART or not timed:
        return None
    value = Fraction(0)
    for part in parts:
        value = value * IN_A_MINUTE + Fraction(part)
    quantum = Fraction(1, 10 ** len(seconds.partition(".")[2]))
    end = at + 2 * len(parts) - 1
    return Match(Numeral("", Kind.DURATION, value, quantum, place_of(value, quantum), unit="second"), at, end, end)


def _parts(source: Source, at: int) -> list[str]:
    """The hours, minutes and seconds that colons join, from an index on; only what stands there if none does."""
    tokens, parts = source.tokens, [source.tokens[at].text]
    while (
        len(parts) <= MOST_PARTS and tokens[at + 1].text == ":" and source.attached(at + 1) and source.attached(at + 2)
    ):
        whole, _, rest = tokens[at + 2].text.partition(".")
        fits = tokens[at + 2].shape is Shape.DIGITS and len(whole) == DIGITS_OF_A_PART and whole.isdecimal()
        if not fits or int(whole) >= IN_A_MINUTE or "." in parts[-1] or not (rest.isdecimal() or not rest):
            return [tokens[at].text]
        parts.append(tokens[at + 2].text)
        at += 2
    fits = parts[0].isdecimal() and len(parts) <= MOST_PARTS
    return parts if fits and len(parts[0]) <= DIGITS_OF_A_PART else parts[:1]
