"""A claims file to start from, written from the text of an article."""

from factcheck.draft.entries import entries
from factcheck.draft.entry import Entry
from factcheck.draft.update import Updated, update
from factcheck.draft.writing import draft

__all__ = ["Entry", "Updated", "draft", "entries", "update"]
