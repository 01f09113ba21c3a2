"""A number told again in other words with two digits swapped: "smashed 4,087 panes, and all 4,807 will be replaced"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.article import Span
from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation.line import says
from factcheck.relation.times import YEAR
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK, Marked

FEWEST_DIGITS = 3
COUNTED = frozenset({Kind.COUNT, Kind.MEASURE})
EXACT = frozenset({Form.DIGITS, Form.EXACT})
NEAR = 60  # characters on both sides of a number that may tell of which things it is
REACH = 600  # characters on both sides of a number that are looked at, and between two that may be one
FIRM = (
    r"(?:those|these|all|each|every|(?:(?:not|every) (?:a )?(?:single )?one|none|most|many|some|any|half|each|all|few"
    r"|several) of (?:the|these|those|its|their)|the (?:whole|entire|full|same|very same|aforementioned|said)|th(?:is|at)"
    r" [\w-]+ of|(?:the|this|that) (?:same )?(?:figure|number|total|tally|count|attendance|crowd|turnout|haul|sum) of)"
)
"""Before a number of things that were told of already."""
DEFINITE = "the"
GROUP = r"the [\w-]+ of"
"""Before a number of which only a noun behind it tells whether it was told of: "the sample of 956 farms"."""
OTHERS = (
    r"\s*(?:[^\W\d_][\w'’-]* ){0,2}?(?:in|of|from|at|on|for|by|under|over|who|that|which|whose|more|fewer|less|other|aged"
    r"|with|without|not|left|due|still|since|during|before|after|around|near|outside"
    r"|inside|within|across|along|beyond)\b"
)
"""After a number that is said to be of other things than those of before: "the 312 in Kent"."""
SAME = (
    r"\b(?:(?<!not )(?<!about )the same(?! (?:day|evening|morning|night|week|month|year|time|period|season|place|town)\b)"
    r"(?=(?: [\w'’-]+,?)?(?:\s{2}|\s*$)|\s*[^\w\s]| (?:figure|number|total|tally|count|sum|amount|result|as|again)\b)"
    r"|identical|un(?:changed|revised|altered|amended)|(?<!dis)agree[sd]? with|tall(?:ies|ied) with|match(?:es|ed|ing)?"
    r"|equals?|equalled|as before|corresponds?|bears? out|bore out|none (?:was |were )?(?:missing|lost)|no change"
    r"|repeats?|repeated|neither more nor (?:less|fewer)|exactly (?:as many|that many)|just as many)\b"
)
"""Words by which two numbers are one."""
AGAIN = r"\b(?:also|again|likewise|in line with|confirm(?:s|ed|ing)?|or rather|once more)\b"
"""Words by which they may be."""
APART = (
    r"\b(?:(?<!un)(?:revised|corrected|amended|updated|adjusted)|unadjusted|target\w*|hop(?:ed?|es|ing)|expect\w*|forecast"
    r"|planned|projected|average\w*|mean|median|against|compared|than|previous\w*|earlier|later|ago|last|next|other|another"
    r"|neighbouring|whereas|while|but|unlike|instead|not the same|differ\w*|first|second|third|rose|fell|grew|up|down"
    r"|more|fewer|less|between|versus|record of|year before|although|though|yet|only|just)\b"
)
"""Words by which two numbers are two."""


@dataclass(frozen=True, slots=True)
class Told:
    """An exact number in the text of the article, with its sentence as it is printed, and where it stands in that."""

    numeral: Numeral
    sentence: str
    at: int
    end: int
    start: int
    where: Span

    @property
    def digits(self) -> str:
        """Its digits, one after another."""
        return digits(self.numeral)

    @property
    def before(self) -> str:
        """The words of its sentence before it, as far as they are looked at."""
        return self.sentence[max(self.at - REACH, 0) : self.at]

    @property
    def after(self) -> str:
        """The words behind it."""
        return self.sentence[self.end : self.end + REACH]


BACK_THEN = r"^[^.,;]*\b(?:year|month|week|day|decade|season|term)s? (?:before|earlier|ago|later)\b"
"""After a number of another time: "the 965 seen a year before"."""


def again(sentences: Sequence[tuple[Marked, int]]) -> Iterator[tuple[Told, Told]]:
    """Every two numbers, of a sentence or of two neighbouring ones, that are meant to be one: the earlier and the later.

    By chance two numbers are hardly ever each other with two digits swapped, so few words need to say so.
    """
    known = [[*_told(sentence, start)] if sentence.language == DEFAULT else [] for sentence, start in sentences]
    for each in known:
        for first, last in _swapped(each, _fresh(each)):
            between = first.sentence[first.end : last.at]
            if first.start < last.start and len(between) <= REACH and _is_one(first, last, between, ""):
                yield first, last
    for one, other in pairwise(known):
        for first, last in _swapped(one, _fresh(other, {told.numeral.value for told in one})):
            if _is_one(first, last, first.after, last.before):
                yield first, last


def _fresh(told: Sequence[Told], values: Collection[Fraction | None] = ()) -> Iterator[Told]:
    """The numbers that are not printed before; one that is, is that one, and no slip of another."""
    printed = set(values)
    for one in told:
        if one.numeral.value not in printed:
            printed.add(one.numeral.value)
            yield one


def _swapped(ones: Sequence[Told], others: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Every two in one unit of which one is the other with two neighbouring digits swapped."""
    by_digits: dict[object, list[Told]] = {}
    for other in others:
        by_digits.setdefault(_sort(other, other.digits), []).append(other)
    for one in ones if by_digits else ():
        found = (by_digits.get(_sort(one, digits), ()) for digits in _swaps(one.digits))
        yield from sorted(((one, other) for each in found for other in each), key=lambda pair: pair[1].start)


def _sort(told: Told, digits: str) -> tuple[Kind, str, str]:
    return told.numeral.kind, told.numeral.unit, digits


def _swaps(digits: str) -> Iterator[str]:
    for at, (one, other) in enumerate(pairwise(digits)):
        if one != other:
            yield f"{digits[:at]}{other}{one}{digits[at + 2 :]}"


def _told(sentence: Marked, offset: int) -> Iterator[Told]:
    pieces: list[str] = []
    found: list[tuple[Numeral, int, int, int]] = []
    done = at = 0
    for match in re.finditer(MARK, sentence.words):
        numeral = sentence.numeral(match[0])
        pieces += (sentence.words[done : match.start()], numeral.surface)
        at += match.start() - done
        found.append((numeral, match.start(), at, at + len(numeral.surface)))
        at, done = at + len(numeral.surface), match.end()
    printed = "".join([*pieces, sentence.words[done:]])
    for numeral, sign, at, end in found:
        plain = not numeral.flags and (numeral.hedge is None or numeral.hedge.surface.lower() == "some")
        exact = numeral.kind in COUNTED and numeral.form in EXACT and numeral.quantum == 1
        if exact and plain and len(digits(numeral)) >= FEWEST_DIGITS:
            where = Span(offset + sentence.origin(sign), offset + sentence.origin(sign + 1))
            yield Told(numeral, printed, at, end, offset + numeral.start, where)


def _is_one(first: Told, last: Told, between: str, before: str) -> bool:
    """Whether the words let the later number be the earlier one; those `between` are of one sentence, or of two."""
    words = f"{between} {before}"
    if len(re.findall(YEAR, f"{words} {last.after}")) > 1:
        return False
    beside = f"{words} {last.after[:NEAR]}"
    is_told = before and first.sentence.count(first.numeral.surface) > 1  # in its own sentence, as "the same"
    told = "" if is_told else first.before[-NEAR:]
    if says(SAME, f"{told} {beside}"):
        return not says(r"\b(?:revised to|corrected|not the same|than|rose|fell|grew|from)\b", words)
    if says(APART, words) or says(BACK_THEN, last.after[:NEAR]):
        return False
    if (
        says(AGAIN, words)
        and not says(rf"^{OTHERS}", last.after)
        and _is_named(f"{first.before[-NEAR:]} {words}", last)
    ):
        return True
    if last.numeral.form is not Form.EXACT and before and not _is_named(f"{first.before[-NEAR:]} {words}", last):
        return _ending(FIRM).search(last.before) is not None or _is_repeated(first, last)
    return _is_definite(last) or _is_repeated(first, last)


def _is_named(words: str, last: Told) -> bool:
    """Whether the later number has no noun, or one that is among the words before it."""
    noun = _noun(last)
    return noun is None or noun in words.lower()


def _noun(told: Told) -> str | None:
    """The plural right behind a number."""
    noun = re.match(rf"\s+(?:[^\W\d_][\w'’-]*\s+)??({load(DEFAULT).sentences.plural})\b", told.after)
    return None if noun is None else noun[1].lower()


def _is_definite(last: Told) -> bool:
    """Whether the number is of things that are told of already, and no words behind it say of which others."""
    if last.numeral.form is Form.EXACT or _ending(FIRM).search(last.before):
        return re.match(r"\s*(?:more|other|further)\b", last.after) is None
    known = _ending(DEFINITE).search(last.before) or (_ending(GROUP).search(last.before) and _noun(last) is not None)
    return bool(known) and not says(rf"^{OTHERS}", last.after)


def _is_repeated(first: Told, last: Told) -> bool:
    """Whether both are followed by the same two words, which name the things: "2,687 trademarks registered"."""
    named = [re.match(r"\s+([^\W\d_]{3,}\s+[^\W\d_]{4,})\b", each.after) for each in (first, last)]
    if named[0] is None or named[1] is None or says(OTHERS, f" {named[0][1]} "):
        return False
    return named[0][1].lower() == named[1][1].lower() and not re.match(OTHERS, last.after[named[1].end() :])


def digits(numeral: Numeral) -> str:
    """The digits of a number, one after another."""
    return "".join(character for character in numeral.surface if character.isdecimal())


def is_swapped(first: str, second: str) -> bool:
    """Whether one of two numbers is the other with two neighbouring digits swapped."""
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(apart) != len(("one", "other")):
        return False
    one, other = apart
    return other == one + 1 and first[one] == second[other] and first[other] == second[one]


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}\s*$", re.IGNORECASE)
