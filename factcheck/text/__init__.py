"""Words to numerals: one phrase, or every numeral of a text."""

from __future__ import annotations

from factcheck.numeral import Numeral


def read(phrase: str, language: str = "en") -> Numeral:
    """The numeral that a whole phrase spells; ValueError where it spells none."""
    raise NotImplementedError
