"""One phrase that must be one printed number."""

from __future__ import annotations

from dataclasses import replace

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.apart import apart_match
from factcheck.text.errors import NumeralError, shown
from factcheck.text.frame import number_at, numeral_at, prefixes_at
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
    if source.tokens[match.end].shape is not Shape.END:
        raise _left_over(source, match.end)
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
    phrase, tokens, language = source.text, source.tokens, source.language
    if tokens[0].shape is Shape.END:
        return NumeralError("there is nothing to read", phrase, 0)
    apart = _apart(source)
    if apart is not None:
        return apart
    prefix = list(prefixes_at(source, 0))[-1]
    rest = tokens[prefix.end]
    if rest.shape is Shape.END:
        return NumeralError(f"read {shown(phrase.strip())}, then the number is missing", phrase, rest.start)
    second = language.frame.hedges_before.match(tokens, prefix.end)
    if second is not None and prefix.hedge is not None:
        words = source.words(prefix.end, second.end)
        message = f"read {shown(prefix.hedge.surface)}, then {shown(words)} is a second hedge"
        return NumeralError(message, phrase, rest.start, "one hedge, as in nearly a fifth")
    if prefix.article and number_at(source, prefix.end) is not None:
        message = f"{shown(source.words(0, prefix.end))} does not go with {shown(phrase[rest.start :].strip())}"
        return NumeralError(message, phrase, tokens[0].start, "the number without it, or a change such as a 12% rise")
    return NumeralError(f"{shown(phrase[rest.start :].strip())} is no number", phrase, rest.start)


def _left_over(source: Source, end: int) -> NumeralError:
    """That something stands after the number, and where."""
    phrase, rest = source.text, source.tokens[end]
    message = f"read {shown(source.words(0, end))}, then {shown(phrase[rest.start :].strip())} is left over"
    return _apart(source) or NumeralError(message, phrase, rest.start)


def _apart(source: Source) -> NumeralError | None:
    """That the whole phrase is a date, a code or the like; None where it is not."""
    match = apart_match(source, 0)
    if match is None or source.tokens[match.end].shape is not Shape.END:
        return None
    message = f"{shown(source.text.strip())} is a {match.numeral.kind}, which counts nothing"
    return NumeralError(message, source.text, source.tokens[0].start)
