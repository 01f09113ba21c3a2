"""The questions that were found as the text of a claims file, each claim with what its match is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.check.quotes import locate
from factcheck.check.words import number
from factcheck.claim import Claim
from factcheck.data import Condition, Query
from factcheck.draft.entry import extent, on_record
from factcheck.draft.nouns import free, name_of_words
from factcheck.draft.passages import quote_of
from factcheck.draft.source import Source
from factcheck.draft.writing import quoted
from factcheck.match.fitting import Fit, printed
from factcheck.match.proposing import Matched
from factcheck.match.sentence import SAYS_YES
from factcheck.match.universe import FILLED, Told, own_conditions
from factcheck.report import is_hidden, visible

HEAD = (
    "# A draft by `factcheck match`: each claim asks the data a question whose answer is printed as the article has it.",
    "# That a question gives the number does not make it the one that was meant. Read each, and delete what is not so.",
)
FIELDS = {"count": ("quantity", ""), "share": ("part", "whole"), "mean": ("total", "n")}
WORDS = {"distinct": "different", "max": "greatest", "min": "least"}
TOLD = {
    "sum": "the sum of {} in ",
    "distinct": "different values of {} among ",
    "max": "the greatest {} in ",
    "min": "the least {} in ",
}
MOST_ALSO = 2
SAYS_NO = frozenset("no n false f nein falsch".split())


def written(
    text: Source, matched: Sequence[Matched], article: str, tables: Mapping[str, tuple[str, Mapping[str, str]]]
) -> tuple[str, int]:
    """The claims file, and how many claims it has.

    `article` is the path to the text from the file; `tables` are for each name the file as it is told, and its fields.
    """
    file = _File(text, {name: told for name, (told, _) in tables.items()})
    lines = [line for one in matched for line in file.lines(one)]
    head = [*HEAD, f"article: {quoted(article)}"]
    if text.language != "en":
        head.append(f"language: {text.language}")
    data = ["data:", *(f"  {name}: {_flow(fields)}" for name, (_, fields) in tables.items())]
    quantities = [f"  {name}: {{{', '.join(fields)}}}" for name, fields in file.declared.items()]
    body = ["quantities:", *quantities] if quantities else ["quantities: {}"]
    claims = ["claims:" if file.claims else "claims: []", *(f"  {line}" for line in lines)]
    return "\n".join([*head, *data, *body, *claims, ""]), file.claims


class _File:
    """The claims file while it is written: its quantities by name, and how many claims it has."""

    def __init__(self, text: Source, tables: Mapping[str, str]) -> None:
        self._text, self._tables = text, tables
        self._names: dict[str, str] = {}
        self.declared: dict[str, list[str]] = {}
        self.claims = 0

    def lines(self, matched: Matched) -> Iterator[str]:
        """A claim with what it is worth above it; or, as a comment, why there is none."""
        fit, place = matched.fit, self._text.place(matched.numeral.start)
        where = f"{quoted(printed(matched.numeral))} (line {place.line}, column {place.column})"
        near = "" if matched.near is None else f"; {self._words(matched.near)}: {_value(matched.near)}"
        if fit is None:
            yield f"# Nothing that was asked of the data gives {where}{near}."
            return
        record = self._record(matched, fit) if matched.is_proposed else None
        if record is None:
            yield f"# For {where}: {self._words(fit.told)} would do, but {self._worth(fit)}{near}."
            return
        self.claims += 1
        yield f"# {self._words(fit.told)}; {self._worth(fit)}"
        for other in fit.also[:MOST_ALSO]:
            yield f"# or: {self._words(other)}"
        if matched.decide:
            yield f"# decide: {visible(matched.decide)}"
        for index, (field, value) in enumerate(record.items()):
            yield f"{'  ' if index else '- '}{field}: {quoted(value) if field in ('printed', 'quote') else value}"

    def _worth(self, fit: Fit) -> str:
        chance = fit.chance
        if not chance.explained:
            return f"none of {chance.size:,} other numbers in its place would be found so"
        return f"{chance.explained:,} of {chance.size:,} other numbers in its place would be found so, too"

    def _words(self, told: Told) -> str:
        """What was asked, in words on one line."""
        over = {"share": " as a share of ", "mean": " over "}.get(told.kind, "")
        below = f"{over}{self._asked(told.below.query)}" if told.below is not None else ""
        return visible(f"{self._asked(told.answer.query)}{below}")

    def _asked(self, query: Query) -> str:
        operation, column = query.operation
        where = " and ".join(f"{heading} {one}" for heading, one in query.where.items())
        rows = f"rows of {self._tables[query.table or '']}{' where ' if where else ''}{where}"
        return f"{TOLD[operation].format(column) if column else ''}{rows}"

    def _record(self, matched: Matched, fit: Fit) -> dict[str, str] | None:
        """The fields of a claim with its quantities declared; None where it cannot be found at its number."""
        numeral, told = matched.numeral, fit.told
        if any(_is_unwritten(answer.query) for answer in (told.answer, told.below) if answer is not None):
            return None
        names = [self._name(told.answer.query)]
        if told.below is not None:
            names.append(self._name(told.below.query))
        fields = dict(zip(FIELDS[told.kind], names, strict=False))
        record = {"kind": told.kind, **fields, "printed": printed(numeral)}
        for quote in quote_of(self._text, extent(numeral)):
            found = {**record, **on_record(quote)}
            if self._stands(found, numeral.start):
                self._declare(names, fit)
                return found
        return None

    def _stands(self, record: Mapping[str, str], start: int) -> bool:
        quantities = {record[field]: {"amount": "true"} for field in FIELDS[record["kind"]] if field}
        try:
            article = Article(quantities=quantities, claims=[record], language=self._text.language)
        except ClaimsError:
            return False
        claim: Claim = article.claims[0]
        (located,) = locate([claim], self._text, {claim.id: self._text.place(start)})
        return [own.start for own in located.numerals] == [start] and not located.findings

    def _name(self, query: Query) -> str:
        key = repr(query)
        if key not in self._names:
            self._names[key] = free(_wanted(query), self._names.values())
        return self._names[key]

    def _declare(self, names: Sequence[str], fit: Fit) -> None:
        asked = [fit.told.answer, *([fit.told.below] if fit.told.below is not None else [])]
        for name, answer in zip(names, asked, strict=True):
            amount = ["amount: true"] if answer.value.denominator != 1 else []
            fields = [f"meaning: {quoted(self._asked(answer.query))}", *amount, f"raw: {_raw(answer.query)}"]
            self.declared.setdefault(name, fields)


def _value(told: Told) -> str:
    return f"{number(told.value * 100)}%" if told.kind == "share" else number(told.value)


def _is_unwritten(query: Query) -> bool:
    """Whether a question has signs that no claims file may have, for they cannot be shown."""
    texts = (query.operation[1], *query.where, *(value for one in query.where.values() for value in one.values))
    return any(is_hidden(sign) and sign not in "\n\t" for text in texts for sign in text)


def _wanted(query: Query) -> str:
    """A name for what a question counts, by its values and its column."""
    operation, column = query.operation
    words = [WORDS.get(operation, ""), column]
    for heading, condition in own_conditions(query).items():
        if condition == FILLED:
            words.append(heading)
        else:
            words.append(_called(heading, condition))
    name = name_of_words(" ".join(filter(None, words))) if any(words) else query.table or ""
    return name if not name[:1].isdigit() else f"n_{name}"


def _called(heading: str, condition: Condition) -> str:
    """What rows are called of which a column says something."""
    if condition.ends:
        return f"{heading} {' '.join(end.text for end in condition.ends)}"
    value = condition.values[0].lower()
    if value in SAYS_YES | SAYS_NO and value.isalpha():
        return f"{'not ' if (value in SAYS_NO) != condition.negated else ''}{heading}"
    told = value or f"no {heading}"
    return f"{'not ' if condition.negated else ''}{told if told[:1].isalpha() else f'{heading} {told}'}"


def _raw(query: Query) -> str:
    """The question as a claims file has it, in braces."""
    asked: dict[str, Any] = {"table": query.table}
    operation, column = query.operation
    if column:
        asked[operation] = quoted(column)
    if query.where:
        asked["where"] = (
            f"{{{', '.join(f'{quoted(heading)}: {_condition(one)}' for heading, one in query.where.items())}}}"
        )
    return f"{{{', '.join(f'{field}: {value}' for field, value in asked.items())}}}"


def _condition(condition: Condition) -> str:
    if condition.ends:
        return f"{{{', '.join(f'{end.word}: {end.text}' for end in condition.ends)}}}"
    values = ", ".join(map(quoted, condition.values))
    told = values if len(condition.values) == 1 else f"[{values}]"
    return f"{{not: {told}}}" if condition.negated else told


def _flow(fields: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{field}: {quoted(value)}' for field, value in fields.items())}}}"
