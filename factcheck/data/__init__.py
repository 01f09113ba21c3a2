"""Data behind an article: tables in files, and what quantities ask of them. Loaded only where a claims file names data.

`model` is what a claims file may say, `conditions` which rows it may ask for, `files` which files may be read, `formats`
has one module a format, `engine` is the database that tables are loaded into, `servers` are those that keep their own,
`cells` and `workbook` read what stands in them, `comparing` tells which of them lie in a range, and `asking` turns a question into a
figure. `search` asks what no claims file has asked.
"""

from __future__ import annotations

from factcheck.data.conditions import Condition
from factcheck.data.error import DataError
from factcheck.data.fetching import Asking, Fetched, fetch
from factcheck.data.model import Query, Table
from factcheck.data.search.changes import Sort, Variant
from factcheck.data.search.questions import Answer, Answers, answers_of
from factcheck.data.search.searching import Search

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
