"""`make gold`: how well printed numbers are read, kind by kind, on the sentences marked by hand."""

from __future__ import annotations

from tests.gold import FRESH, LANGUAGES
from tests.gold.score import table

for name in (*LANGUAGES, *FRESH):
    print(f"{name}\n{table(name)}\n")  # noqa: T201 - the figures are what it is run for
