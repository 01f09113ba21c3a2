"""Is every verdict of a certificate proved? A checker that shares nothing with the solver that found the verdicts.

It needs Python's standard library and nothing else of factcheck, so that it can be read in one sitting, and copied
alone: in a folder that holds this one as `factcheck/recheck`, `python -m factcheck.recheck FILE...` runs it. Values are
put back into what is stated; proofs are followed step by step.
"""

from factcheck.recheck.listing import PROVED, UNPROVED, opened, seen, told, worst
from factcheck.recheck.reading import VERSION, UnreadableError, load
from factcheck.recheck.verdicts import Result, recheck

__all__ = [
    "PROVED",
    "UNPROVED",
    "VERSION",
    "Result",
    "UnreadableError",
    "load",
    "opened",
    "recheck",
    "seen",
    "told",
    "worst",
]
