"""Where each claim stands in the text of its article, by its quote, and which numbers there are its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from textwrap import shorten

from factcheck import rules
from factcheck.article import Document, Span
from factcheck.article.passages import find_passages
from factcheck.claim import Claim
from factcheck.finding import Finding, Passage, Place, Rule
from factcheck.numeral import Numeral
from factcheck.text import find
from factcheck.text.fold import fold, fold_case
from factcheck.text.marks import MARK, Marked, marked

LONGEST_QUOTE = 100  # characters of a quote that a message repeats
MOST_ALIKE = 20  # passages that differ from a quote in nothing but numbers are looked at
MOST_SOUGHT = 20  # quotes that are missing are sought by likeness; where more are, this is another article
COPY = "Copy the passage from the article, as it stands there, into `quote`."
ANY_NUMBER = "\N{REPLACEMENT CHARACTER}"  # stands for a number when passages are compared without their numbers


@dataclass(frozen=True)
class Text:
    """The text of an article with its numbers."""

    document: Document
    language: str

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every numeral in order, dates and codes among them."""
        return tuple(find(self.document.text, self.language))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(numeral.start for numeral in self.numerals)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(numeral.end for numeral in self.numerals)

    @cached_property
    def without_numbers(self) -> tuple[str, Marked]:
        """The text with one sign for every numeral, and the way back from it."""
        return _without_numbers(self.document.text, self.language)

    def among(self, span: Span) -> tuple[Numeral, ...]:
        """The numerals that a range of the text touches."""
        return self.numerals[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def place(self, offset: int) -> Place:
        """Where a character of the text stands in its file."""
        position = self.document.place(offset)
        return Place(self.document.file, position.line, position.column)

    def passage(self, claim: str, start: int, end: int) -> Passage:
        """The sentence around a range of the text, with the range marked."""
        excerpt = self.document.excerpt(start, end)
        return Passage(claim, excerpt.words, excerpt.start, excerpt.end, self.place(start))


@dataclass(frozen=True, slots=True)
class Located:
    """Where a claim stands: its passage, and the numerals there that it gives; nowhere, where it has no passage.

    `changed`: the article has other numbers there than the quote.
    """

    claim: Claim
    passage: Span | None = None
    numerals: tuple[Numeral, ...] = ()
    changed: bool = False
    findings: tuple[Finding, ...] = ()


def locate(claims: Iterable[Claim], text: Text, places: Mapping[str, Place]) -> Iterator[Located]:
    """Where each claim stands, in order, with what is wrong with its quote."""
    taken: set[int] = set()
    found = [_by_quote(claim, text, places[claim.id], taken) for claim in claims]
    known = {located.passage for located in found if located.passage is not None}
    lost = 0
    for located in found:
        if located.passage is not None or located.findings:
            yield located
        else:
            lost += 1
            yield _by_likeness(located.claim, text, places[located.claim.id], known, nearest=lost <= MOST_SOUGHT)


def _by_quote(claim: Claim, text: Text, place: Place, taken: set[int]) -> Located:
    """The claim at the passage that it quotes; without passage and findings where the quote does not stand there."""
    if not claim.quote.strip():
        return Located(claim, findings=(_without_quote(claim, text, place),))
    wanted = claim.occurrence or 1
    spans = tuple(islice(text.document.find_passages(claim.quote), max(wanted, 2)))
    if len(spans) < wanted:
        return Located(claim)
    passage = spans[wanted - 1]
    numerals = tuple(_given(claim, text.document.words(passage), passage, text.among(passage), taken))
    taken.update(numeral.start for numeral in numerals)
    findings = [*_cut_short(claim, numerals, passage, text, place)]
    if len(spans) > 1 and claim.occurrence is None and numerals:
        findings.append(_ambiguous(claim, spans, text, place))
    if len(spans) == 1 and claim.occurrence is not None:
        findings.append(_once_of_several(claim, place))
    return Located(claim, passage, numerals, findings=tuple(findings))


def _given(claim: Claim, words: str, passage: Span, numerals: Sequence[Numeral], taken: set[int]) -> Iterator[Numeral]:
    """The numerals of a passage that the claim gives: each at its first place that no claim has taken before."""
    folded = fold_case(words)
    for number in _numbers(claim):
        places = [
            found
            for start, end in find_passages(folded, fold_case(str(number)))
            if (found := [n for n in numerals if n.start < passage.start + end and passage.start + start < n.end])
        ]
        free = (found for found in places if not any(numeral.start in taken for numeral in found))
        yield from next(free, places[0] if places else [])


def _numbers(claim: Claim) -> Iterator[Numeral]:
    """The printed number of a claim, and the numbers that it gives beside it."""
    for field in type(claim).model_fields:
        value = getattr(claim, field)
        yield from (item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, Numeral))


def _by_likeness(claim: Claim, text: Text, place: Place, known: set[Span], *, nearest: bool) -> Located:
    """The claim at the only passage, quoted by no other, that differs from its quote in numbers alone; or at none.

    `nearest`: whether the passage nearest to the quote is sought then, to be told.
    """
    sought, quoted = _without_numbers(claim.quote, text.language)
    words, way = text.without_numbers
    like = (Span(way.origin(start), way.origin(end)) for start, end in find_passages(words, sought))
    free = [span for span in islice(like, MOST_ALIKE) if span not in known]
    now = text.among(free[0]) if len(free) == 1 else ()
    pairs = list(zip(quoted.numerals, now, strict=False))
    changed = [(before, after) for before, after in pairs if _plain(before) != _plain(after)]
    if not changed or len(now) != len(quoted.numerals):
        return Located(claim, findings=(_missing(claim, text, place, nearest=nearest),))
    own = set(_given(claim, claim.quote, Span(0, len(claim.quote)), quoted.numerals, set()))
    mine = tuple(after for before, after in pairs if before in own)
    return Located(claim, free[0], mine, changed=True, findings=(_drifted(claim, changed, text, place),))


def _without_numbers(words: str, language: str) -> tuple[str, Marked]:
    found = marked(words, language)
    return re.sub(MARK, ANY_NUMBER, found.words), found


def _plain(numeral: Numeral) -> str:
    return " ".join(fold(str(numeral)).split())


def _short(words: str) -> str:
    return shorten(words, LONGEST_QUOTE, placeholder="…")


def _finding(rule: Rule, claim: Claim, message: str, place: Place, *passages: Passage, remedy: str = "") -> Finding:
    return Finding(rule, message, (claim.id,), place, passages, remedy=remedy or rule.remedy, severity=rule.severity)


def _without_quote(claim: Claim, text: Text, place: Place) -> Finding:
    message = "The claim has no quote, so nothing ties it to the article."
    printed = text.document.find_passage(str(claim.numeral)) if claim.prints else None
    passages = () if printed is None else (text.passage(claim.id, *printed),)
    if printed is not None:
        message = f'{message} "{_short(str(claim.numeral))}" stands at {text.place(printed.start)}.'
    return _finding(rules.QUOTE_MISSING, claim, message, place, *passages, remedy=COPY)


def _missing(claim: Claim, text: Text, place: Place, *, nearest: bool) -> Finding:
    once = text.document.find_passage(claim.quote) is not None
    often = f" {claim.occurrence} times" if once else ""
    message = f'The quote "{_short(claim.quote)}" does not stand in the article{often}.'
    like = text.document.nearest_passage(claim.quote) if nearest and not once else None
    if like is not None:
        words, at = text.document.words(like.span), text.place(like.span.start)
        message = f'{message} The nearest passage is "{_short(words)}", at {at}.'
    return _finding(rules.QUOTE_MISSING, claim, message, place, remedy=COPY)


def _drifted(claim: Claim, changed: Sequence[tuple[Numeral, Numeral]], text: Text, place: Place) -> Finding:
    told = ", and ".join(f'"{before}" now reads "{after}"' for before, after in changed)
    first = changed[0][1]
    passage = text.passage(claim.id, first.start, first.end)
    remedy = "If the article is right, write its words into the claim; if the claim is right, mend the article."
    message = f"The article has changed since it was quoted: {told}."
    return _finding(rules.QUOTE_DRIFT, claim, message, place, passage, remedy=remedy)


def _cut_short(claim: Claim, numerals: Sequence[Numeral], passage: Span, text: Text, place: Place) -> Iterator[Finding]:
    """Numbers that go on beyond the quote: "fell by 40" where the article says "fell by 40 per cent"."""
    for numeral in numerals:
        if numeral.start < passage.start or numeral.end > passage.end:
            message = f'The quote ends inside a number: the article says "{numeral}".'
            told = text.passage(claim.id, numeral.start, numeral.end)
            yield _finding(rules.QUOTE_DRIFT, claim, message, place, told)


def _ambiguous(claim: Claim, spans: Sequence[Span], text: Text, place: Place) -> Finding:
    first, second = (text.place(span.start) for span in spans[:2])
    message = f'The quote "{_short(claim.quote)}" stands at {first} and at {second}, and either may be meant.'
    return _finding(rules.AMBIGUOUS_QUOTE, claim, message, place)


def _once_of_several(claim: Claim, place: Place) -> Finding:
    message = (
        f"The claim asks for occurrence {claim.occurrence} of its quote, which stands in one place only: "
        "another place may have changed."
    )
    remedy = "Compare the article; if this is the passage that was meant, remove `occurrence`."
    return _finding(rules.QUOTE_DRIFT, claim, message, place, remedy=remedy)
