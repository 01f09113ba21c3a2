"""What a check has to tell: rules, findings, verdicts, and the report that every output format renders."""

from factcheck.finding.candidate import Candidate
from factcheck.finding.coverage import Coverage, Number, Standing
from factcheck.finding.derivation import Chain, Derivation, Left, Link, Neighbour, Preimage
from factcheck.finding.figure import DataSource, Figure
from factcheck.finding.guard import Guard
from factcheck.finding.place import Passage, Place
from factcheck.finding.report import ArticleReport, ClaimResult, Implied, Report, in_order
from factcheck.finding.rule import Rule, Severity
from factcheck.finding.slip import Chance, LikelySlip
from factcheck.finding.told import Finding, Mending, Waived
from factcheck.finding.verdict import Verdict

__all__ = [
    "ArticleReport",
    "Candidate",
    "Chain",
    "Chance",
    "ClaimResult",
    "Coverage",
    "DataSource",
    "Derivation",
    "Figure",
    "Finding",
    "Guard",
    "Implied",
    "Left",
    "LikelySlip",
    "Link",
    "Mending",
    "Neighbour",
    "Number",
    "Passage",
    "Place",
    "Preimage",
    "Report",
    "Rule",
    "Severity",
    "Standing",
    "Verdict",
    "Waived",
    "in_order",
]
