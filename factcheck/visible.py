"""Text that shows all that is in it: nothing steers a terminal, hides or changes the order of what is read."""

from __future__ import annotations

from unicodedata import category

JOINERS = "\u200c\u200d"  # they hold letters and emoji together
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control and format characters, halves of characters, line separators
NO_CHARACTERS = "\ufffe\uffff"  # which no page may hold


def is_hidden(character: str) -> bool:
    """Whether a character would steer a terminal, or hide or reorder text, instead of being seen."""
    return (category(character) in HIDDEN and character not in JOINERS) or character in NO_CHARACTERS


def visible(text: str) -> str:
    r"""The text on one line, what a terminal would obey written out.

    >>> print(visible("a\x1b[31m b\n c\u202e"))
    a\x1b[31m b  c\u202e
    """
    if text.isprintable():  # nothing of HIDDEN is, and most texts are
        return text
    spaced = (" " if character in "\t\r\n" else character for character in text)
    return "".join(c.encode("unicode_escape").decode("ascii") if is_hidden(c) else c for c in spaced)
