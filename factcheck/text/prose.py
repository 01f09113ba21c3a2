"""Running text: every numeral in it, from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Numeral
from factcheck.text.language import Language


def numerals_of_prose(text: str, language: Language) -> Iterator[Numeral]:
    """Every numeral of the text in order."""
    yield from ()
