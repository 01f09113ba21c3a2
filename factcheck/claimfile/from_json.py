"""JSON: the same tree, with every number as the digits that stand there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from factcheck.claimfile.problem import Problem
from factcheck.claimfile.tree import Builder, Mark, UnreadableError

LITERALS = {"true": "true", "false": "false", "null": None}


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{}:,"]+')


def read(text: str, builder: Builder) -> None:
    """Feed the builder; UnreadableError where the text is no JSON or too deep."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(text)
        message = "the file ends too early" if at_end else f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise UnreadableError(
            Problem(error.lineno, error.colno, message, "check commas, quotes and brackets")
        ) from None
    except RecursionError:
        pass  # the builder stops sooner
    for token, at in _tokens(text):
        if token in "{[":
            builder.start({} if token == "{" else [], at)
        elif token in "}]":
            builder.end()
        elif token.startswith('"'):
            builder.scalar(json.loads(token), at)
        else:
            _literal(token, at, builder)


def _literal(token: str, at: Mark, builder: Builder) -> None:
    """A number or a word without quotes."""
    is_number = token[-1].isdecimal()
    if not is_number and token not in LITERALS:
        builder.wrong(at, f"{token} is no number of JSON", "put the text in quotes")
    builder.scalar(token if is_number else LITERALS.get(token), at, told=token not in LITERALS and not is_number)


def _tokens(text: str) -> Iterator[tuple[str, Mark]]:
    """Every token but colons and commas, with its place."""
    line, start, seen = 1, 0, 0
    for match in _token().finditer(text):
        breaks = text.count("\n", seen, match.start())
        if breaks:
            line, start = line + breaks, text.rindex("\n", seen, match.start()) + 1
        seen = match.start()
        yield match.group(), (line, seen - start + 1)
