"""Is every verdict of a certificate proved? A checker that shares nothing with the solver that found the verdicts.

`checker` is all that has to be believed, and can be read in one sitting; the other files read JSON, apply it to each
verdict, and tell what it finds. They need Python's standard library and nothing else of factcheck, so that they can be
copied alone: in a folder that holds this one as `factcheck/recheck`, `python -m factcheck.recheck FILE...` runs it.
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
