"""One phrase that must be one printed number."""

from __future__ import annotations

from dataclasses import replace

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.errors import EXPECTED, NumeralError, shown
from factcheck.text.frame import numeral_at, prefixes_at
from factcheck.text.language import Language
from factcheck.text.source import Source
from factcheck.text.tokens import LONGEST, Shape, tokens_of


def numeral_of_phrase(phrase: str, language: Language) -> Numeral:
    """The numeral that the whole phrase spells; NumeralError where it spells none."""
    source = Source(phrase, tokens_of(phrase, language.numbers.marks), language)
    cell = _cell(phrase, language)
    if cell is not None:
        return cell
    overlong = next((token for token in source.tokens if token.shape is Shape.OVERLONG), None)
    if overlong is not None:
        digits = sum(map(str.isdecimal, overlong.text))
        message = f"a number of {digits:,} digits is too long to be meant"
        raise NumeralError(message, phrase, overlong.start, f"at most {LONGEST:,} digits")
    match = numeral_at(source, 0)
    if match is None:
        raise _nothing_read(source)
    rest = source.tokens[match.end]
    if rest.shape is not Shape.END:
        told = shown(source.words(0, match.end))
        message = f"read {told}, then {shown(phrase[rest.start :].strip())} is left over"
        raise NumeralError(message, phrase, rest.start)
    return replace(match.numeral, phrase=phrase)


def _cell(phrase: str, language: Language) -> Numeral | None:
    """A cell of a published table whose count is hidden: "<5", "[c]", "-"."""
    mark = phrase.strip()
    start = phrase.find(mark)
    interval = language.frame.cells.get(mark)
    below = mark[1:].isascii() and mark[1:].isdecimal() and len(mark) <= 4 and mark.startswith("<")
    if below and int(mark[1:]) > 0:
        interval = Interval.below(int(mark[1:])).shrunk_to_integers() & Interval.at_least(0)
    if interval is None:
        return None
    value = interval.low if interval.is_point else None
    band = None if interval.is_point else Meaning.of(interval)
    return Numeral(
        mark, Kind.SUPPRESSED, value, form=Form.EXACT, band=band, start=start, end=start + len(mark), phrase=phrase
    )


def _nothing_read(source: Source) -> NumeralError:
    """Why nothing could be read, and where."""
    phrase = source.text
    if source.tokens[0].shape is Shape.END:
        return NumeralError("there is nothing to read", phrase, 0)
    end = max(prefix.end for prefix in prefixes_at(source, 0))
    rest = source.tokens[end]
    if rest.shape is Shape.END:
        return NumeralError(f"read {shown(phrase.strip())}, then the number is missing", phrase, rest.start)
    return NumeralError(f"{shown(phrase[rest.start :].strip())} is no number", phrase, rest.start, EXPECTED)
