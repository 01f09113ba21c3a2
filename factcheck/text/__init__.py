"""Words to numerals: one phrase, or every numeral of a text."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Numeral
from factcheck.text.errors import NumeralError
from factcheck.text.language import DEFAULT, available, language_of, load
from factcheck.text.phrase import numeral_of_phrase
from factcheck.text.prose import numerals_of_prose

__all__ = ["DEFAULT", "NumeralError", "available", "find", "language_of", "read"]


def read(phrase: str, language: str = "en") -> Numeral:
    """The numeral that a whole phrase spells, with its hedge; NumeralError where it spells none, or more than one.

    >>> numeral = read("nearly a fifth")
    >>> str(numeral.value), str(numeral.hedge.sense), str(numeral.meaning().hard)
    ('1/5', 'nearly', '[9/50, 1/5)')
    """
    return numeral_of_phrase(phrase, load(language))


def find(text: str, language: str = "en") -> Iterator[Numeral]:
    """Every numeral of a running text in order, dates and codes among them, with its place in the text.

    >>> [(numeral.surface, str(numeral.kind)) for numeral in find("On 3 April 2017 there were nearly 2,000 cases.")]
    [('3 April 2017', 'date'), ('2,000', 'count')]
    """
    return numerals_of_prose(text, load(language))
