"""One module a format, found by being here; no format knows another.

Each has `SUFFIXES` (of file names, with the stop), `READS` (str, or bytes where a file is no text) and
`document(content) -> Document`, which raises ArticleError where the content cannot be read.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from factcheck.article.document import Document


class Format(Protocol):
    """What a module here has."""

    SUFFIXES: tuple[str, ...]
    READS: type[str | bytes]

    def document(self, content: Any) -> Document:
        """The document that the content holds."""


FORMATS = {
    name: cast("Format", import_module(f"{__name__}.{name}"))
    for name in sorted(module.name for module in iter_modules(__path__))
}
"""Every format by its name."""

SUFFIXES = {suffix: name for name, form in FORMATS.items() for suffix in form.SUFFIXES}
"""The format of a file, by the suffix of its name in small letters."""
