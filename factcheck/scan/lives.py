"""A life that is told in two sentences: "She died on 3 May 2016 aged 75. She was born in 1940"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.article import Document, Span
from factcheck.relation import Line, Said, readings
from factcheck.relations import RELATIONS
from factcheck.text.marks import marked

LIFE = "lifetime"
LONGEST = 600  # characters of two sentences


def lives(document: Document, language: str) -> Iterator[tuple[Sequence[Said], int]]:
    """The readings of every two neighbouring sentences that tell a life together, and where their text begins."""
    relation = RELATIONS[LIFE]
    for first, last in pairwise(document.sentences):
        span = Span(first.start, last.end)
        words = document.words(span)
        if len(words) > LONGEST or "born" not in words.lower() or "\n\n" in words:
            continue
        alone = (marked(document.words(one), language) for one in (first, last))
        if any(True for one in alone for _ in readings(relation, one, Line(one))):
            continue
        both = marked(words, language)
        for ways in readings(relation, both, Line(both)):
            yield ways, span.start
