"""How much may be asked of a table while it is searched."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic_ns

MOST_QUERIES = 400  # to one table
MOST_READ = 200_000_000  # cells of it, all queries together
MOST_OF_SERVER = 100  # queries to a table on a server
MOST_READ_OF_SERVER = 50_000_000


@dataclass(slots=True)
class Budget:
    """What is left to be asked of a table: queries, cells that they read, and, where `until` is set, time by the clock."""

    queries: int = MOST_QUERIES
    cells: int = MOST_READ
    until: int | None = None

    @classmethod
    def of_server(cls, seconds: int) -> Budget:
        """That of a table on a server, which others may wait for, too."""
        return cls(MOST_OF_SERVER, MOST_READ_OF_SERVER, monotonic_ns() + seconds * 10**9)

    def take(self, rows: int, columns: int = 1) -> bool:
        """Whether one more query may read so much; it is counted then."""
        is_late = self.until is not None and monotonic_ns() > self.until
        if self.queries < 1 or self.cells < rows * columns or is_late:
            return False
        self.queries -= 1
        self.cells -= rows * columns
        return True
