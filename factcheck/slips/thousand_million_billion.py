"""Thousand, million, billion: the number is right, but a thousand times too great or too small.

"£3.2bn" for £3.2m, or "3,200" where thousands were counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.slip import Example, Reckoned, Rewritten, Scene

RANK = 6
WORDS = (("thousand", "million", "billion", "trillion"), ("k", "m", "bn", "tn"), ("K", "M", "B", "T"))
FACTORS = (Fraction(1000), Fraction(1, 1000), Fraction(1000000), Fraction(1, 1000000))
EXAMPLES = (
    Example(
        "There were 3.2 billion visits, 3,200,417 visits by its own log.",
        '"3.2 million"',
    ),
    Example("There were 3,200 visits, 3,200,000 visits by its own log.", '"3,200,000"'),
    Example("There were 3.2 billion visits, 3,300,417 visits by its own log."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned | Rewritten]:
    """The number with another scale word, or with three digits more or fewer."""
    if not claim.prints or claim.numeral.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE):
        return
    printed = claim.numeral
    if printed.form is Form.SCALED:
        for meant in _rescaled(printed, scene):
            yield Rewritten((claim.model_copy(update={"printed": meant}),), (meant.surface, printed.surface))
    elif printed.form is Form.DIGITS and printed.quantum == 1:
        for factor in FACTORS:
            yield Reckoned(claim, _times(factor, claim, scene))


def _times(factor: Fraction, claim: Claim, scene: Scene) -> Callable[[Numeral], Interval]:
    return lambda printed: scene.within(claim, printed) * factor


def _rescaled(printed: Numeral, scene: Scene) -> Iterator[Numeral]:
    """The number with each of the other scale words."""
    for words in WORDS:
        for word in words:
            if printed.surface.endswith(word):
                for other in words:
                    meant = scene.reworded(printed, printed.surface.removesuffix(word) + other)
                    if other != word and meant is not None and meant.scale != printed.scale:
                        yield meant
                return
