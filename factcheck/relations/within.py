"""A part that is larger than the whole it is said to be of: "965 of the 956 cases"."""

from __future__ import annotations

from factcheck.numeral import Form, Kind
from factcheck.relation import Example, Said, Stated

COUNT = frozenset({Kind.COUNT})
GAPS = {"part": COUNT, "whole": COUNT}
PHRASES = (r"{part} (?:out )?of <the> {whole}",)
EXAMPLES = (
    Example("Facebook was used in 312 of the 956 cases.", holds=True),
    Example("Facebook was used in 965 of the 956 cases.", holds=False),
    Example("Nearly all 12 of them came.", holds=None),
)


def stated(said: Said) -> Stated | None:
    """The part is at most the whole."""
    if any(said[gap].form not in (Form.DIGITS, Form.WORDS) or said[gap].quantum != 1 for gap in GAPS):
        return None
    counts = [{"kind": "count", "quantity": f"the_{gap}", "printed": said[gap]} for gap in GAPS]
    bound = {"kind": "bound", "quantity": "the_part", "side": "at most", "than": "the_whole"}
    return Stated({"the_part": {}, "the_whole": {}}, (*counts, bound))
