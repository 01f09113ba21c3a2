"""A life that is told in two sentences: "She died on 3 May 2016 aged 75. She was born in 1940"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.article import Document, Span
from factcheck.relation import Line, Said, readings
from factcheck.relations import RELATIONS
from factcheck.relations.lifetime import tells_of_a_life
from factcheck.text.marks import Marked, marked

LIFE = "lifetime"
LONGEST = 600  # characters of two sentences


def lives(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[tuple[Sequence[Said], int]]:
    """The readings of every two neighbouring sentences that tell a life together, and where their text begins."""
    relation = RELATIONS[LIFE]
    for (first, start), (last, follows) in pairwise(sentences):
        span = Span(start, follows + last.origin(len(last.words)))
        if span.end - span.start > LONGEST or not tells_of_a_life(f"{first.printed()} {last.printed()}"):
            continue
        words = document.words(span)
        if "\n\n" in words or any(True for one in (first, last) for _ in readings(relation, one, Line(one))):
            continue
        both = marked(words, first.language)
        for ways in readings(relation, both, Line(both)):
            yield ways, start
