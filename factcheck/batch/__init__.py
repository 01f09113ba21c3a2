"""Claims files and articles, however many: each answered from the cache where nothing has changed for it, or checked.

Files that have to be checked are shared out among processes where there are enough of them. What comes out is the same,
in the same order, whichever way it was found.
"""

from factcheck.batch.checking import Checking
from factcheck.batch.memory import Making, Memory, Outcome, RefusedError, Unusable
from factcheck.batch.sharing import ENOUGH, checked

__all__ = ["ENOUGH", "Checking", "Making", "Memory", "Outcome", "RefusedError", "Unusable", "checked"]
