"""Nouns in the plural, which are what numbers count."""

from __future__ import annotations

from factcheck.text.source import Source


def is_plural(source: Source, at: int) -> bool:
    """Whether the word that goes on at an index looks like a noun in the plural."""
    vague, word, index = source.language.vague, source.joined_word(at), source.joined(at)
    if index is None or (source.language.apart.capital_nouns and not source.tokens[index].text[:1].isupper()):
        return False
    if word in vague.plurals:
        return True
    return word.endswith(vague.plural_endings) and len(word) > 3 and word not in vague.not_plurals
