"""One thing printed twice with two numbers: "the 956 cases" here, "the 965 cases" there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.article import Span
from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Stated
from factcheck.text.language import load
from factcheck.text.marks import MARK, Marked

FEWEST_DIGITS = 3
OWNERS = frozenset({"its", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True)
class Twice:
    """Two printings that differ by a slip of the hand: `where` is the second."""

    stated: Stated
    where: Span
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Printing:
    """A number with "the" before and its nouns behind, in the text of the article."""

    numeral: Numeral
    nouns: str
    where: Span
    start: int
    is_owned: bool = False  # "its 956 branches", which in another paragraph are those of another firm

    @property
    def things(self) -> frozenset[str]:
        """The last of the nouns, which names the things themselves."""
        return frozenset(self.nouns.split()[-1:])


def twice(sentences: Sequence[tuple[Marked, int]]) -> Iterator[Twice]:
    """Every number of a definite thing that was printed before with two digits swapped, or one digit another.

    The first printing is of a definite thing as well, or stands in the sentence before: "It has 956 branches. The 965
    branches …". Whether both passages speak of the same thing is a guess.
    """
    first: dict[str, _Printing] = {}
    before: list[_Printing] = []
    for sentence, offset in sentences:
        exact: set[int] = set()
        for printing in _printings(sentence, offset, _definite(sentence.language)):
            exact.add(printing.start)
            known = [one for one in before if one.things & printing.things]
            if printing.nouns in first and not printing.is_owned:
                known.append(first[printing.nouns])
            elif not printing.is_owned:
                first[printing.nouns] = printing
            wrong = next((one for one in known if _is_slip(_digits(one.numeral), _digits(printing.numeral))), None)
            if wrong is not None and not any(one.numeral.value == printing.numeral.value for one in known):
                yield _twice(wrong, printing)
        before = [one for one in _printings(sentence, offset, _any(sentence.language)) if one.start not in exact]


def _twice(earlier: _Printing, later: _Printing) -> Twice:
    quantity = re.sub(r"\W+", "_", later.nouns)
    counts = [{"kind": "count", "quantity": quantity, "printed": one.numeral} for one in (earlier, later)]
    doubt = f"the two passages do not mean the same {later.nouns}"
    return Twice(Stated({quantity: {}}, counts, doubt), later.where, frozenset((earlier.start, later.start)))


def _printings(sentence: Marked, offset: int, pattern: re.Pattern[str]) -> Iterator[_Printing]:
    for match in pattern.finditer(sentence.words):
        (numeral,) = sentence.among(match["number"])
        exact = numeral.kind is Kind.COUNT and numeral.form in (Form.DIGITS, Form.EXACT) and numeral.quantum == 1
        is_definite = match.groupdict().get("the", "the") is not None or numeral.form is Form.EXACT  # all 956 cases
        plain = numeral.hedge is None or numeral.hedge.surface.lower() == "some"
        further = match.groupdict().get("further") and numeral.form is not Form.EXACT
        if exact and is_definite and plain and not further and len(_digits(numeral)) >= FEWEST_DIGITS:
            where = Span(offset + sentence.origin(match.start()), offset + sentence.origin(match.end()))
            owned = (match.groupdict().get("the") or "").lower() in OWNERS
            yield _Printing(numeral, " ".join(match["nouns"].lower().split()), where, offset + numeral.start, owned)


@cache
def _any(language: str) -> re.Pattern[str]:
    """Any number of things."""
    words = load(language).sentences
    return re.compile(rf"(?P<number>{MARK}) (?P<nouns>(?:[^\W\d_]+ )?{words.plural}\b)")


@cache
def _definite(language: str) -> re.Pattern[str]:
    """A number of definite things, and nothing after the noun that says which of them: "the 956 cases in Kent"."""
    words = load(language).sentences
    nouns = rf"(?P<nouns>(?:[^\W\d_]+ )?{words.plural}\b)"
    when = rf"[^\W\d_]+(?:ed|en|n|t) (?i:{words.no_definite_before})(?: the)? (?:[A-ZÄÖÜ]|{MARK})"
    further = rf"(?P<further>(?= (?i:{words.no_definite_before})\b| {when}) )?"
    return re.compile(rf"(?:\b(?P<the>(?i:{words.definite})) )?(?P<number>{MARK}) {nouns}{further}")


def _digits(numeral: Numeral) -> str:
    return "".join(character for character in numeral.surface if character.isdecimal())


def _is_slip(first: str, second: str) -> bool:
    """Whether one of two equally long numbers is the other with two neighbours swapped, or with one digit changed."""
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(apart) not in (1, 2):
        return False
    if len(apart) == 1:
        return True
    one, other = apart
    return other == one + 1 and first[one] == second[other] and first[other] == second[one]
