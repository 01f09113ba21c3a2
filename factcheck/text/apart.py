"""What looks like a number and counts nothing: dates, times, years, scores and codes."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numeral import Form, Kind, Numeral
from factcheck.text.relation import YEARS
from factcheck.text.source import Match, Source
from factcheck.text.tokens import DASHES, HYPHENS, SLASHES, Shape, Token

DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SIGNS_OF_CODES = "-‐‑/_.&"
