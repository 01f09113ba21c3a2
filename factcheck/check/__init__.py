"""From claims to a report: verdicts, conflicts, and what they imply. One door: `check` on an `Article`."""

from factcheck.check.article import Article
from factcheck.check.guards import Measures
from factcheck.check.options import Options
from factcheck.check.verdicts import check

__all__ = ["Article", "Measures", "Options", "check"]
