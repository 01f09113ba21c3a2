"""One share told twice: "a third (32.6 per cent)", "one in five (20.4%)"."""

from __future__ import annotations

from factcheck.numeral import Kind
from factcheck.relation import Example, Said, Stated

GAPS = {"words": frozenset({Kind.FRACTION, Kind.RATIO}), "figures": frozenset({Kind.PERCENT})}
PHRASES = (
    r"{words}~ \({figures}\)",
    r"{words}(?:,| –| —) or {figures}",
    r"{figures}(?:,| –| —) or {words}",
    r"{figures}~ \({words}\)",
)
EXAMPLES = (
    Example("Facebook was used in a third (32.6 per cent) of cases.", holds=True),
    Example("Facebook was used in a third (36.2 per cent) of cases.", holds=False),
    Example("Nearly a fifth, or 19.8 per cent, were dropped.", holds=True),
    Example("Nearly a fifth, or 20.3 per cent, were dropped.", holds=False),
    Example("One in five adults (20.4%) smoked.", holds=True),
    Example("One in four adults (20.4%) smoked.", holds=False),
    Example("20.4% (one in five) smoked.", holds=True),
    Example("Half (a record) agreed.", holds=None),
)


def stated(said: Said) -> Stated | None:
    """Both numbers are the share of one part in one whole."""
    shares = [
        {"kind": "share", "part": "the_part", "whole": "the_whole", "printed": said[gap]}
        for gap in ("words", "figures")
    ]
    return Stated({"the_part": {"of": "the_whole", "amount": "true"}, "the_whole": {"amount": "true"}}, shares)
