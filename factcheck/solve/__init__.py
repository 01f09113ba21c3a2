"""Can everything hold at once? One door: statements in, a witness, a minimal conflict or "undecided" out, each proved."""

from factcheck.solve import prove
from factcheck.solve.answer import Answer, Bounds, Conflict, Region, Undecided, Witness
from factcheck.solve.budget import Budget
from factcheck.solve.components import components
from factcheck.solve.deduction import deduced
from factcheck.solve.refutation import Refutation
from factcheck.solve.review import Corrections, Review
from factcheck.solve.system import System, bounds, conflicts, solve

__all__ = [
    "Answer",
    "Bounds",
    "Budget",
    "Conflict",
    "Corrections",
    "Refutation",
    "Region",
    "Review",
    "System",
    "Undecided",
    "Witness",
    "bounds",
    "components",
    "conflicts",
    "deduced",
    "prove",
    "solve",
]
