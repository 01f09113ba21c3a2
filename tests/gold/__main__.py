"""`make gold`: how well printed numbers are read, kind by kind, on the sentences marked by hand."""

from __future__ import annotations

from tests.gold import LANGUAGES
from tests.gold.score import table

for language in LANGUAGES:
    print(f"{language}\n{table(language)}\n")  # noqa: T201 - the figures are what it is run for
