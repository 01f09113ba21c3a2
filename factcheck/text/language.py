"""A language pack, which holds the words of one language as tables, and where packs are found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from factcheck.text.vocabulary import (
    ApartWords,
    FrameWords,
    NumberWords,
    RankWords,
    RelationWords,
    SentenceWords,
    UnitWords,
    VagueWords,
)

DEFAULT = "en"  # of texts that do not say which language they are in


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: tables only, so that another language is another file beside `en.py`."""

    name: str
    numbers: NumberWords
    units: UnitWords
    relations: RelationWords
    ranks: RankWords
    vague: VagueWords
    frame: FrameWords
    apart: ApartWords
    sentences: SentenceWords


def language_of(tag: str) -> str:
    """The pack for the tag of a language, whatever the region: "en" for "en-GB"; ValueError where there is none."""
    name = plain_tag(tag)
    if name not in available():
        raise ValueError(f"no language {tag!r}; there is {', '.join(available())}")
    return name


def plain_tag(tag: str) -> str:
    """The tag of a language without its region: "en" for "en-GB".

    >>> plain_tag("de_AT")
    'de'
    """
    return tag.replace("_", "-").partition("-")[0].lower()


@cache
def load(name: str) -> Language:
    """The pack of that name ("en"); ValueError where there is none."""
    packs = available()
    if name not in packs:
        raise ValueError(f"no language {name!r}; there is {', '.join(packs)}")
    pack = import_module(f"factcheck.text.{name}").LANGUAGE
    if not isinstance(pack, Language):
        raise TypeError(f"factcheck.text.{name}.LANGUAGE is no Language")
    return pack


@cache
def available() -> tuple[str, ...]:
    """The names of the packs, which are the modules of two letters in this folder."""
    package = import_module("factcheck.text")
    return tuple(sorted(module.name for module in iter_modules(package.__path__) if len(module.name) == 2))
