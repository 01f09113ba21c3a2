"""Why a verdict is what it is: one door to the derivation of a claim, to its prose and to its picture."""

from factcheck.why.derive import why
from factcheck.why.line import NumberLine, number_line
from factcheck.why.prose import prose
from factcheck.why.svg import svg
from factcheck.why.terminal import drawn

__all__ = ["NumberLine", "drawn", "number_line", "prose", "svg", "why"]
