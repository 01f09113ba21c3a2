"""The time that is told in brackets before a number of then: "£960m (2016: £640m)", "13.2p (first half of 2015: 12.4p)"."""

from __future__ import annotations

from factcheck.relation.cues import UNIT
from factcheck.text.marks import MARK

MONTHS = r"jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
PERIOD = rf"(?:{MONTHS}|[hq][1-4]|[1-4][hq]|fy|first|second|third|fourth|half|quarter|year|months|restated|end|the|to|of|in|at)"
"""Words of a time beside its year."""
YEAR = rf"(?:{MARK}|(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)"
LABEL = (
    rf"(?:{PERIOD} ){{0,5}}?(?:{YEAR}|fy ?['’]?\d\d|[hq][1-4] ?fy ?\d\d|[1-4][hq] ?\d\d|[hq][1-4]"
    rf"|(?:last|previous|prior|preceding) {UNIT}|{UNIT} ago|{UNIT} (?:before|earlier))(?: (?:restated|{YEAR}))?: ?"
)
