"""One thing printed twice with two numbers: "the 956 cases" here, "the 965 cases" there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from factcheck.article import Span
from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Stated
from factcheck.relation.printing import is_plain
from factcheck.relation.stating import counts_of
from factcheck.scan.again import again, is_swapped
from factcheck.scan.printed import FEWEST_DIGITS, digits
from factcheck.text.language import load
from factcheck.text.marks import MARK, Marked

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

    Whether both passages speak of the same thing is a guess.
    """
    told: set[frozenset[int]] = set()
    for one in _named(sentences):
        told.add(one.numbers)
        yield one
    for earlier, later in again(sentences):
        numbers = frozenset((earlier.start, later.start))
        if numbers not in told:
            doubt = "the two are not one number"
            first, second = (f"{int(one.numeral.exact_value):,}" for one in (earlier, later))
            says = f"{first} and {second} look like one number, told twice"
            counts = _counts("the_number", earlier.numeral, later.numeral)
            stated = Stated({"the_number": {}}, counts, doubt, says=says)
            yield Twice(stated, later.where, numbers)


def _named(sentences: Sequence[tuple[Marked, int]]) -> Iterator[Twice]:
    """Those of which the first printing is of a definite thing as well, or stands in the sentence before."""
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
            wrong = next((one for one in known if _is_slip(digits(one.numeral), digits(printing.numeral))), None)
            if wrong is not None and not any(one.numeral.value == printing.numeral.value for one in known):
                yield _twice(wrong, printing)
        before = [one for one in _printings(sentence, offset, _any(sentence.language)) if one.start not in exact]


def _twice(earlier: _Printing, later: _Printing) -> Twice:
    quantity = re.sub(r"\W+", "_", later.nouns)
    counts = _counts(quantity, earlier.numeral, later.numeral)
    doubt = f"the two passages do not mean the same {later.nouns}"
    says = f"The text tells of {earlier.numeral.surface} {later.nouns} and of {later.numeral.surface}"
    return Twice(Stated({quantity: {}}, counts, doubt, says=says), later.where, frozenset((earlier.start, later.start)))


def _counts(quantity: str, *printed: Numeral) -> list[Mapping[str, Any]]:
    """The claims of the printings: "some 956 cases" are so many, to the last digit."""
    return [claim for one in printed for claim in counts_of({quantity: replace(one, hedge=None)})]


def _printings(sentence: Marked, offset: int, pattern: re.Pattern[str]) -> Iterator[_Printing]:
    for match in pattern.finditer(sentence.words):
        (numeral,) = sentence.among(match["number"])
        exact = numeral.kind is Kind.COUNT and numeral.form in (Form.DIGITS, Form.EXACT) and numeral.quantum == 1
        is_definite = match.groupdict().get("the", "the") is not None or numeral.form is Form.EXACT  # all 956 cases
        further = match.groupdict().get("further") and numeral.form is not Form.EXACT
        if exact and is_definite and is_plain(numeral) and not further and len(digits(numeral)) >= FEWEST_DIGITS:
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


def _is_slip(first: str, second: str) -> bool:
    """Whether one of two equally long numbers is the other with two neighbours swapped, or with one digit changed."""
    apart = sum(a != b for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and (apart == 1 or is_swapped(first, second))
