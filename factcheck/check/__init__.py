"""From claims to a report: verdicts, conflicts, what they imply. One door: `check` on an `Article`; `Doubts` says less, sooner."""

from factcheck.check.article import Article
from factcheck.check.doubts import Doubts
from factcheck.check.guards import Measures
from factcheck.check.options import Options
from factcheck.check.verdicts import check

__all__ = ["Article", "Doubts", "Measures", "Options", "check"]
