"""A relation: numbers that a sentence itself puts together, such as "312 of the 956 cases (32.6%)".

`told` is what a module of relations/ is made of. `phrases` finds sentences that a phrase fits word for word, `line` lays
a sentence out number by number, so that a relation can find which of them plays which role. What its words tell stands in
rooms: `changes`, `shares`, `totals`, `distances` and `ratios`; what several of them ask, and the claims that come of it
(`stating`), beside them.
"""

from factcheck.relation.line import Line, Slot
from factcheck.relation.phrases import phrases_of
from factcheck.relation.reading import readings
from factcheck.relation.told import COUNTS, SHARES, Example, Ground, Relation, Said, Stated

__all__ = [
    "COUNTS",
    "SHARES",
    "Example",
    "Ground",
    "Line",
    "Relation",
    "Said",
    "Slot",
    "Stated",
    "phrases_of",
    "readings",
]
