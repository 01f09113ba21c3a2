"""The data of the example `claims/town-hall-requests`: invented, and the same on every machine.

`python -m tests.town_hall` writes them again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from io import StringIO
from itertools import accumulate
from pathlib import Path
from random import Random

FILE = Path(__file__).parents[1] / "claims" / "town-hall-requests" / "requests.csv"
HEADINGS = ("request", "received", "subject", "sent by", "asker", "status", "outcome", "days", "late", "cost", "review")
SUBJECTS = {"planning": 24, "schools": 19, "parking": 17, "social care": 15, "staff": 10, "waste": 8, "licences": 7}
WAYS = {"email": 61, "web form": 32, "letter": 7}
OUTCOMES = {"in full": 54, "in part": 19, "refused": 15, "not held": 12}
DECIDED, OPEN, CHANGED = 768, 150, 8  # requests, and decisions that a review changed
ALLOWED = 20  # working days for a decision


class Draw:
    """Draws that stay the same from one version of Python to the next."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def below(self, number: int) -> int:
        return int(self._random() * number)

    def of(self, weights: dict[str, int]) -> str:
        at = self.below(sum(weights.values()))
        return next(name for name, end in zip(weights, accumulate(weights.values()), strict=True) if at < end)

    def some(self, number: int, of: int) -> frozenset[int]:
        """So many of the numbers below another."""
        found: dict[int, None] = {}
        while len(found) < number:
            found[self.below(of)] = None
        return frozenset(found)


def rows(seed: int = 918) -> Iterator[Sequence[str | int]]:
    draw, number = Draw(seed), DECIDED + OPEN
    still_open = draw.some(OPEN, number)
    decided = [at for at in range(number) if at not in still_open]
    changed = {decided[at] for at in draw.some(CHANGED, DECIDED)}
    for at in range(number):
        day = date(2025, 1, 2) + timedelta(days=at * 363 // number)
        asker = f"A{1 + draw.below(1 + draw.below(400)):03}"
        about = (f"R{at + 1:04}", day.isoformat(), draw.of(SUBJECTS), draw.of(WAYS), asker)
        if at in still_open:
            yield *about, "open", "", "", "", "", ""
        else:
            days = 2 + draw.below(20) + draw.below(12) * (draw.below(5) == 0) * 3
            review = "changed" if at in changed else "upheld" if draw.below(30) == 0 else ""
            cost = f"{20 + draw.below(90) + 4 * days}.{draw.below(100):02}"
            late = "yes" if days > ALLOWED else "no"
            yield *about, "decided", draw.of(OUTCOMES), days, late, cost, review


def text() -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([HEADINGS, *rows()])
    return written.getvalue()


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
