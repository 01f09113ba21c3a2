"""Data behind an article: tables in files, and what quantities ask of them. Loaded only where a claims file names data.

`model` is what a claims file may say, `files` which files may be read, `formats` has one module a format, `engine` is
the database that tables are loaded into, `postgres` a server that keeps its own, `cells` reads what stands in them, and
`asking` turns a question into a figure. `variants` finds other questions that are like one.
"""

from __future__ import annotations

from factcheck.data.changes import Sort, Variant
from factcheck.data.error import DataError
from factcheck.data.fetching import Asking, Fetched, fetch
from factcheck.data.model import Condition, Query, Table
from factcheck.data.questions import Answer, Answers, answers_of
from factcheck.data.searching import Search

__all__ = [
    "Answer",
    "Answers",
    "Asking",
    "Condition",
    "DataError",
    "Fetched",
    "Query",
    "Search",
    "Sort",
    "Table",
    "Variant",
    "answers_of",
    "fetch",
]
