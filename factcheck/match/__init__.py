"""Numbers of an article that no claim speaks of, and the questions to data that are printed as they are.

`universe` holds what the data say, `sentence` tells which of it the words speak of, `fitting` finds for each number the
plainest question with that answer and how unlikely it is by accident, and `writing` makes a claims file of them.
"""

from factcheck.match.proposing import Matched, matches
from factcheck.match.universe import Universe
from factcheck.match.writing import written

__all__ = ["Matched", "Universe", "matches", "written"]
