"""What the columns of a table are good for while it is searched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from factcheck.data.asking import Asked
from factcheck.data.comparing import DAY
from factcheck.data.error import DataError

MOST_VALUES = 50  # of a column by which rows are told apart
LONGEST = 200  # characters of a heading, or of a value that is told
HEAD = 2_000  # rows that show what a column holds


@dataclass
class Columns:
    """The columns of a table that can be asked, by their headings."""

    asked: Asked
    headings: tuple[str, ...]

    @cached_property
    def few(self) -> tuple[str, ...]:
        """Those that have no more than a few values among the first rows."""
        found = self._of_head("count(DISTINCT {})")
        return tuple(heading for heading, (number,) in found.items() if number <= MOST_VALUES)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """Those that hold nothing but days there, as far as the first and the last of the texts tell."""
        found = self._of_head("min({})", "max({})")
        return tuple(
            heading for heading, cells in found.items() if all(re.fullmatch(DAY, cell or "") for cell in cells)
        )

    def is_plain(self, heading: str) -> bool:
        """Whether a column of that heading can be asked."""
        try:
            self.asked.column(heading)
        except DataError:
            return False
        return len(heading) <= LONGEST

    def _of_head(self, *asked: str) -> dict[str, Sequence[Any]]:
        """What some functions of SQL say of each column in the first rows."""
        known = [heading for heading in self.headings if heading and self.headings.count(heading) == 1]
        known = [heading for heading in known if self.is_plain(heading)]
        if not known:
            return {}
        named = ", ".join(f"{self.asked.column(heading)} AS c{at}" for at, heading in enumerate(known))
        head = f"SELECT {named} FROM {self.asked.table.source} LIMIT {HEAD}"  # noqa: S608
        listed = ", ".join(each.format(f"c{at}") for at in range(len(known)) for each in asked)
        (found,) = self.asked.engine.run(f"SELECT {listed} FROM ({head}) AS head")  # noqa: S608
        return {heading: found[at * len(asked) :][: len(asked)] for at, heading in enumerate(known)}
