"""Numbers of a text that are written in another language's manner: 1.234.567 and 32,6 % in an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from factcheck.text.language import Language, load
from factcheck.text.tokens import Marks, Shape, tokens_of


class Stranger(NamedTuple):
    """A number whose marks are not those of the language: its words, and where they stand."""

    surface: str
    start: int
    end: int


def strangers(text: str, language: str = "en") -> Iterator[Stranger]:
    """Every number in the text that cannot be written with the marks of its language, in order.

    "1.234" may be either, so it is told only where "1,234" stands beside it, and no other decimals show what is meant.

    >>> [one.surface for one in strangers("Of 1.234.567 people, 32,6 % had one of the 1,628 forms.")]
    ['1.234.567', '32,6 %']
    """
    pack = load(language)
    doubtful: list[Stranger] = []
    grouped = decimals = False
    for match in _runs().finditer(text):
        run = match.group()
        form = _form(run, pack.numbers.marks)
        if form is _Form.FOREIGN:
            yield Stranger(run, match.start(), match.end())
        elif form is _Form.SWAPPED:
            end = _end_of_unit(text, match.end(), pack)
            if end:
                yield Stranger(text[match.start() : end], match.start(), end)
        elif form is _Form.DOUBTFUL:
            doubtful.append(Stranger(run, match.start(), match.end()))
        grouped = grouped or form is _Form.GROUPED
        decimals = decimals or form is _Form.DECIMAL
    if grouped and not decimals:
        yield from doubtful


class _Form(Enum):
    """What a run of digits and marks looks like in the language of the text."""

    FOREIGN = auto()  # 1.234.567 or 1.628,5 in English
    DOUBTFUL = auto()  # 1.234
    GROUPED = auto()  # 1,234
    DECIMAL = auto()  # 32.6
    SWAPPED = auto()  # 32,6: a decimal comma where a unit follows, else perhaps a list
    OTHER = auto()


def _form(run: str, marks: Marks) -> _Form:
    return next((form for form, pattern in _patterns(marks) if pattern.fullmatch(run)), _Form.OTHER)


def _end_of_unit(text: str, at: int, language: Language) -> int:
    """Where the unit or scale word right after a number ends; 0 where none stands there."""
    tokens = tokens_of(text[at : at + 40], language.numbers.marks)
    if tokens[0].shape is Shape.END or len(tokens[0].gap) > 1:
        return 0
    for phrases in (language.units.words, language.units.symbols):
        found = phrases.match(tokens, 0)
        if found is not None:
            return at + tokens[found.end - 1].end
    scale = tokens[0].lower in language.numbers.scales or tokens[0].text in language.numbers.short_scales
    return at + tokens[0].end if scale else 0


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,])[0-9]++(?:[.,][0-9]++)+(?![\w]|[.,][0-9])")


@cache
def _patterns(marks: Marks) -> tuple[tuple[_Form, re.Pattern[str]], ...]:
    """The forms in the order in which they are tried; a point and a comma are what languages swap."""
    own, other = (",", ".") if "," in marks.decimal else (".", ",")
    own, other = re.escape(own), re.escape(other)
    whole = "[1-9][0-9]{0,2}"
    return (
        (
            _Form.FOREIGN,
            re.compile(rf"{whole}(?:(?:{own}[0-9]{{3}}){{2,}}(?:{other}[0-9]+)?|{own}[0-9]{{3}}{other}[0-9]+)"),
        ),
        (_Form.DOUBTFUL, re.compile(rf"{whole}{own}[0-9]{{3}}")),
        (_Form.GROUPED, re.compile(rf"{whole}(?:{other}[0-9]{{3}})+")),
        (_Form.DECIMAL, re.compile(rf"[0-9]+(?:{other}[0-9]{{3}})*{own}[0-9]+")),
        (_Form.SWAPPED, re.compile(rf"[0-9]+{other}[0-9]{{1,2}}")),
    )
