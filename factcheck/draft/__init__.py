"""A claims file to start from, written from the text of an article."""

from factcheck.draft.entries import Entry, entries
from factcheck.draft.writing import draft

__all__ = ["Entry", "draft", "entries"]
