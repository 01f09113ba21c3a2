"""Why a verdict is what it is: one door to the derivation of a claim, to its prose and to its picture."""

from factcheck.why.derive import derived, why, with_derivations
from factcheck.why.line import NumberLine, number_line
from factcheck.why.prose import prose, steps
from factcheck.why.svg import svg
from factcheck.why.terminal import drawn

__all__ = ["NumberLine", "derived", "drawn", "number_line", "prose", "steps", "svg", "why", "with_derivations"]
