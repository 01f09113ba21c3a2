"""What looks like a number and counts nothing: codes, scores and years. Dates and times are in `date.py`."""

from __future__ import annotations

from fractions import Fraction

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.amount import unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.date import date_match, number_in, time_match, whole_number
from factcheck.text.relation import YEARS, is_announced
from factcheck.text.source import ONE, Match, Source
from factcheck.text.tokens import DASHES, HYPHENS, SLASHES, Shape
from factcheck.text.vague import is_plural

RECENT = range(1900, 2100)
JOINTS_OF_CODES = frozenset("-‐‑–/_.&@:")
SIGNS_BEFORE_CODES = frozenset("@_=&#\\№")
DIGITS_OF_A_SCORE, LONGEST_MARKER, WORDS_OF_A_STREET = 3, 2, 3


def apart_match(source: Source, at: int) -> Match | None:
    """The date, time, year, score or code that starts with the token at an index."""
    for form in (_address, _label, _word_code, _plain_code, date_match, time_match, _years, _decade, _score, _year):
        match = form(source, at)
        if match is not None:
            return match
    return None


def code(source: Source, at: int, end: int) -> Match:
    """A code from one token up to at least another, with whatever touches it."""
    return Match(Numeral("", Kind.CODE, None), at, _cluster(source, end), _cluster(source, end))


def _cluster(source: Source, end: int) -> int:
    """The index after the letters, digits and joining signs that touch the tokens before an index."""
    tokens = source.tokens
    while source.attached(end):
        joint = tokens[end].text in JOINTS_OF_CODES
        if joint and not (source.attached(end + 1) and tokens[end + 1].shape is not Shape.SIGN):
            break
        if not joint and tokens[end].shape is Shape.SIGN:
            break
        end += 1
    return end


def _address(source: Source, at: int) -> Match | None:
    """A URL, up to the next space."""
    tokens, end = source.tokens, at + 1
    if source.word(at) not in source.language.apart.addresses or tokens[end].text not in (":", ".") or tokens[end].gap:
        return None
    while source.attached(end):
        end += 1
    return Match(Numeral("", Kind.CODE, None), at, end, end)


def _label(source: Source, at: int) -> Match | None:
    """Article 50, No. 10, page 7."""
    token, apart, tokens = source.tokens[at], source.language.apart, source.tokens
    if token.text not in apart.labels and token.text not in apart.small_labels:
        return None
    end = at + 1
    if tokens[end].text in (".", "#", ":") and tokens[end + 1].shape is Shape.DIGITS:
        end += 1
    number = tokens[end]
    if number.shape not in (Shape.DIGITS, Shape.DOTTED) or not (source.spaced(end) or source.attached(end)):
        return None
    return code(source, at, end + 1)


def _word_code(source: Source, at: int) -> Match | None:
    """COVID-19, H1N1, M25: a word that digits touch."""
    token, tokens = source.tokens[at], source.tokens
    if token.shape is not Shape.WORD or source.language.units.currency_signs.match(tokens, at) is not None:
        return None
    if tokens[at + 1].shape in (Shape.DIGITS, Shape.DOTTED) and source.attached(at + 1):
        return code(source, at, at + 2)
    hyphened = tokens[at + 1].text in HYPHENS and source.attached(at + 1) and source.attached(at + 2)
    known = token.lower in source.language.apart.no_codes or token.lower in source.language.apart.months
    if hyphened and tokens[at + 2].shape is Shape.DIGITS and token.text[0].isupper() and not known:
        return code(source, at, at + 3)
    return None


def _plain_code(source: Source, at: int) -> Match | None:
    """Digits that are no number: telephone numbers, version numbers, 9/11, list markers, footnotes, house numbers."""
    token, tokens, apart = source.tokens[at], source.tokens, source.language.apart
    if token.shape is Shape.OVERLONG:
        return code(source, at, at + 1)
    if token.text == "+" and tokens[at + 1].shape is Shape.DIGITS and source.attached(at + 1):
        end = _groups(source, at + 2)
        return code(source, at, end) if end > at + 3 else None
    if token.shape is not Shape.DIGITS:
        return None
    before = source.before(at)
    if before is not None and not token.gap and before.text in SIGNS_BEFORE_CODES:
        return code(source, at, at + 1)
    if len(token.text) > 1 and token.text.startswith("0") and token.text.isdecimal():
        return code(source, at, _groups(source, at + 1))
    if source.words(at, min(at + 3, len(tokens) - 2)) in apart.known_codes and not _is_touched(source, at + 3):
        return code(source, at, at + 3)
    called = before is not None and before.lower in apart.calls and token.text.isdecimal()
    if called or _is_marker(source, at) or _is_house(source, at):
        return code(source, at, _groups(source, at + 1) if called else at + 1)
    return None


def _is_touched(source: Source, at: int) -> bool:
    """Whether letters or digits at an index touch what stands before them."""
    return source.attached(at) and source.tokens[at].shape is not Shape.SIGN


def _groups(source: Source, at: int) -> int:
    """The index after the groups of digits of a telephone number: 7946 0018."""
    while True:
        start = at + 1 if source.tokens[at].text in (")", *HYPHENS) and source.tokens[at].text else at
        token = source.tokens[start]
        if token.shape is not Shape.DIGITS or not token.text.isdecimal() or len(token.text) < 2 or "\n" in token.gap:
            return at
        at = start + 1


def _is_marker(source: Source, at: int) -> bool:
    """Whether the digits number an item of a list, or point to a footnote: "1." or "2)" where a line begins, [3]."""
    tokens, before = source.tokens, source.tokens[at - 1] if at else None
    following, token = tokens[at + 1], tokens[at]
    if before is not None and before.text == "[" and not token.gap:
        return following.text == "]" and not following.gap
    starts = at == 0 or "\n" in token.gap
    short = token.text.isdecimal() and len(token.text) <= LONGEST_MARKER
    return starts and short and following.text in (".", ")") and not following.gap and bool(tokens[at + 2].gap)


def _is_house(source: Source, at: int) -> bool:
    """Whether the digits are the number of a house: 10 Downing Street."""
    for index in range(at + 1, at + 1 + WORDS_OF_A_STREET):
        token = source.tokens[index]
        if token.shape is not Shape.WORD or not token.text[0].isupper() or not source.spaced(index):
            return False
        if token.lower in source.language.apart.streets:
            return index > at + 1
    return False


def _years(source: Source, at: int) -> Match | None:
    """2017-18, 2017/18, 2015–2018."""
    first, tokens = whole_number(source, at), source.tokens
    if first not in YEARS or len(tokens[at].text) != 4 or tokens[at + 1].text not in (*DASHES, *SLASHES):
        return None
    second = number_in(source, at + 2) if source.attached(at + 1) and source.attached(at + 2) else None
    length = len(tokens[at + 2].text)
    if second is None or not (length == 2 or (length == 4 and second in YEARS)) or _has_unit(source, at + 2):
        return None
    return Match(Numeral("", Kind.YEAR, None), at, at + 3, at + 3)


def _decade(source: Source, at: int) -> Match | None:
    """The 1990s, the '90s; in his 30s."""
    number, tokens, before = whole_number(source, at), source.tokens, source.before(at)
    length = len(tokens[at].text)
    if number is None or number % 10 or length not in (2, 4) or tokens[at + 1].lower != "s" or tokens[at + 1].gap:
        return None
    if length == 2 and before is not None and before.lower in source.language.apart.owners:
        ages = Interval(Fraction(number), Fraction(number + 10), high_open=True)
        numeral = Numeral("", Kind.AGE, None, unit=source.language.frame.age_unit.name, band=Meaning.of(ages))
        return Match(numeral, at, at + 2, at + 2)
    return Match(Numeral("", Kind.YEAR, None), at, at + 2, at + 2)


def _score(source: Source, at: int) -> Match | None:
    """A 5-4 vote, a 2-1 win, won 3 to 1."""
    tokens, first = source.tokens, whole_number(source, at)
    if first is None or len(tokens[at].text) > DIGITS_OF_A_SCORE:
        return None
    dash = tokens[at + 1].text in DASHES and source.attached(at + 1) and source.attached(at + 2)
    if not dash and source.joined_word(at + 1) not in source.language.relations.to:
        return None
    second = number_in(source, at + 2)
    if second is None or len(tokens[at + 2].text) > DIGITS_OF_A_SCORE or _has_unit(source, at + 2):
        return None
    told = _near(source, at) and not is_announced(source, at)
    if not told and (not dash or first <= second or first + second == 100):
        return None
    return Match(Numeral("", Kind.SCORE, None, terms=(Fraction(first), Fraction(second))), at, at + 3, at + 3)


def _near(source: Source, at: int) -> bool:
    """Whether a word of votes or matches stands near."""
    words = source.language.apart.scores
    around = (*source.tokens[max(0, at - 3) : at], *source.tokens[at + 3 : at + 5])
    return any(token.lower in words for token in around)


def _has_unit(source: Source, at: int) -> bool:
    figure = figure_at(source, at)
    return figure is not None and (figure.scale != ONE or unit_at(source, figure.end, figure) is not None)


def _year(source: Source, at: int) -> Match | None:
    """2017 where nothing is counted by it."""
    number, tokens, before = whole_number(source, at), source.tokens, source.before(at)
    if (
        number is None
        or number not in YEARS
        or len(tokens[at].text) != 4
        or _has_unit(source, at)
        or _is_touched(source, at + 1)
    ):
        return None
    if is_plural(source, source.joined_word(at + 1)):
        told = before is not None and before.lower in source.language.apart.before_years
        if not told or number not in RECENT:
            return None
    return Match(Numeral("", Kind.YEAR, Fraction(number), form=Form.DIGITS), at, at + 1, at + 1)
