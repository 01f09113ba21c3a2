"""Whether a certificate states what a claims file says, no more, no less and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from factcheck.certificate.writing import stated
from factcheck.check import Article, verdicts
from factcheck.check.settle import statement_of
from factcheck.claim import Reading
from factcheck.recheck.reading import STATED, read


class Compared(NamedTuple):
    """The round numbers that a certificate reads as "about", by claim, and in what else it differs from a claims file."""

    relaxed: tuple[str, ...]
    differences: tuple[str, ...]


def compared(article: Article, certified: Mapping[str, Any]) -> Compared:
    """How one of the articles of a certificate, as it was loaded, states what the article says."""
    relaxed, differences = list[str](), list[str]()
    parts = [read({field: part[field] for field in STATED}, STATED) for part in certified["components"]]
    found = {one["name"]: (one, part["quantities"]) for part in parts for one in part["statements"]}
    count = sum(len(part["statements"]) for part in parts)
    expected = dict(_statements(article))
    for name in [*expected, *(name for name in found if name not in expected)]:
        if name not in found:
            differences.append(f"{name} is not stated")
        elif name not in expected:
            differences.append(f"{name} is stated, and the claims file has none")
        elif not _is_same(expected[name], *found[name]):
            if name in article.setting.claims and _is_same(_relaxed(article, name), *found[name]):
                relaxed.append(name)
            else:
                differences.append(f"{name} is stated otherwise")
    if count > len(found):
        differences.append("a statement stands in it twice")
    return Compared(tuple(relaxed), tuple(differences))


def _statements(article: Article) -> Iterator[tuple[str, Any]]:
    for statement in verdicts.stated(article):
        yield statement.name, read(stated([statement], article.setting), STATED)


def _relaxed(article: Article, claim: str) -> Any:
    """What a claim states where its number is read as "about"."""
    setting = article.setting.read_as(Reading.RELAXED, claim)
    return read(stated([statement_of(setting.claims[claim], setting)], setting), STATED)


def _is_same(expected: Any, statement: Any, quantities: Mapping[str, Any]) -> bool:
    same = all(quantities.get(name) == told for name, told in expected["quantities"].items())
    return same and expected["statements"] == [statement]
