"""What speaks against the language that an article is read in: told, and never guessed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import rules
from factcheck.article import Document
from factcheck.finding import Finding, Passage, Place
from factcheck.text.conventions import strangers
from factcheck.text.language import plain_tag

MOST_SHOWN = 3


def conventions(document: Document, language: str) -> Iterator[Finding]:
    """Whether the article says that it is in that language, and writes its numbers so."""
    yield from _other_language(document, language)
    yield from _mixed_conventions(document, language)


def _other_language(document: Document, language: str) -> Iterator[Finding]:
    told = document.language
    if told and plain_tag(told) != language:
        rule = rules.OTHER_LANGUAGE
        message = f"The article says that its language is {told!r}, and is read as {language!r}."
        yield Finding(rule, message, place=Place(document.file), remedy=rule.remedy, severity=rule.severity)


def _mixed_conventions(document: Document, language: str) -> Iterator[Finding]:
    """One finding on all such numbers of an article, at the first of them; none where there are none."""
    found = tuple(strangers(document.text, language))
    if not found:
        return
    rule = rules.MIXED_CONVENTIONS
    shown = ", ".join(f'"{one.surface}"' for one in found[:MOST_SHOWN])
    more = f" and {len(found) - MOST_SHOWN:,} more" if len(found) > MOST_SHOWN else ""
    many = "are numbers" if len(found) > 1 else "is a number"
    position = document.place(found[0].start)
    place = Place(document.file, position.line, position.column)
    excerpt = document.excerpt(found[0].start, found[0].end)
    yield Finding(
        rule,
        f"{shown}{more} {many} in another manner than the language of the article, which is read as {language!r}.",
        place=place,
        passages=(Passage("", excerpt.words, excerpt.start, excerpt.end, place),),
        remedy=rule.remedy,
        severity=rule.severity,
    )
