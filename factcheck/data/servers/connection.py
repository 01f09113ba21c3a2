"""Connections to PostgreSQL as a claims file names them, `service=stats`: where to, and never with what password."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

KEYS = ("service", "host", "port", "dbname", "user", "sslmode")  # the rest is for the user to say
PAIR = r"\s*(\w+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|([^\s'\\]+))(?=\s|$)"
SECRET = r"(?i)pass(word|file)?\s*=|\w+://[^/@\s]*:[^/@\s]*@"
HOW = "write it as service=stats, or with host, port, dbname and user"


def parsed(text: str) -> Mapping[str, str]:
    """What a connection says, by key. ValueError where it says something else, or a password, which is never repeated.

    >>> parsed("host=db.example.org dbname='stats 2018'")
    {'host': 'db.example.org', 'dbname': 'stats 2018'}
    """
    if re.search(SECRET, text):
        raise ValueError("a password stands in no claims file and no option; put it into the service file or ~/.pgpass")
    found: dict[str, str] = {}
    at = 0
    while text[at:].strip():
        pair = re.compile(PAIR).match(text, at)
        if pair is None:
            raise ValueError(f"this is no connection to PostgreSQL; {HOW}")
        key, at = pair[1], pair.end()
        if key not in KEYS:
            raise ValueError(f"{key!r} is taken from no claims file; write it into the service file")
        if key in found:
            raise ValueError(f"{key!r} stands twice; keep one of them")
        found[key] = re.sub(r"\\(.)", r"\1", pair[2]) if pair[3] is None else pair[3]
    if not found:
        raise ValueError(f"a connection to PostgreSQL is missing; {HOW}")
    return found


def allowed(text: str) -> Mapping[str, str]:
    """A connection that a user allows: as a claims file has it, or the name of a service alone. ValueError as in `parsed`.

    >>> allowed("stats") == allowed("service=stats")
    True
    """
    return {"service": text} if re.fullmatch(r"[\w.-]+", text) else parsed(text)


def is_allowed(text: str, known: Iterable[str]) -> bool:
    """Whether a connection is one of those that a user allows: with the same keys and the same values, and none beside.

    >>> is_allowed("user=me  service='stats'", ["service=stats user=me"]), is_allowed("service=stats host=x", ["stats"])
    (True, False)
    """
    return parsed(text) in [allowed(one) for one in known]
