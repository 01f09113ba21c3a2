"""Whether what two shares lack of a whole is told in another sentence: "40% were hoaxes", and then "32% … the remaining 28%"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.numeral import Numeral
from factcheck.relation.told import SHARES
from factcheck.scan.together import Together
from factcheck.text.marks import Marked

BEFORE, AFTER = 5, 2  # sentences in which a further part may stand
NEAR = Fraction(15, 1000)  # by which rounded shares may miss the whole
MOST_SHARES = 12  # of these sentences, or one of them would fit by chance


def is_told_elsewhere(one: Together, sentences: Sequence[tuple[Marked, int]]) -> bool:
    """Whether a share of the sentences around, or two of them, are all that the parts and the remainder do not reach."""
    lacking = 1 - sum(
        (claim["printed"].exact_value for claim in one.stated.claims if claim["kind"] == "share"), Fraction(0)
    )
    if lacking <= NEAR:
        return False
    at = bisect_right(sentences, one.where.start, key=lambda sentence: sentence[1])
    near = sentences[max(at - BEFORE, 0) : at + AFTER]
    told = [
        numeral.exact_value for words, start in near for numeral in words.numerals if _is_another(start, numeral, one)
    ]
    if len(told) > MOST_SHARES:
        return False
    sums = (*told, *(first + last for first, last in combinations(told, 2)))
    return any(abs(each - lacking) <= NEAR for each in sums)


def _is_another(start: int, numeral: Numeral, one: Together) -> bool:
    known = numeral.kind in SHARES and numeral.value is not None and not numeral.direction
    return known and start + numeral.start not in one.numbers
