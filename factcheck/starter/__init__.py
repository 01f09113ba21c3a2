"""What a newsroom starts from: an article with its claims, settings, a schema for editors, and gates.

The files lie in `files/` as they are written; the schema is made from the claims that there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from json import dumps
from pathlib import Path
from types import MappingProxyType

from factcheck.claimfile import schema

CLAIMS = "claims"
"""The folder of claims files, which `factcheck verify` checks where nothing is named."""

SCHEMA = "claims.schema.json"
"""The name of the schema that editors read, in the folder of claims."""

SETTINGS = "factcheck.toml"
"""The name of the settings, in the folder where all begins."""

EXAMPLE: Mapping[str, str] = MappingProxyType(
    {f"{CLAIMS}/library/article.md": "article.md", f"{CLAIMS}/library/claims.yaml": "claims.yaml"}
)
"""Where the files of the example are put, and their names here."""


class Gate(StrEnum):
    """What runs factcheck before something is published."""

    GITHUB = "github"
    GITLAB = "gitlab"
    PRE_COMMIT = "pre-commit"

    @property
    def path(self) -> str:
        """Where its file is put."""
        return {
            Gate.GITHUB: ".github/workflows/factcheck.yml",
            Gate.GITLAB: ".gitlab-ci.yml",
            Gate.PRE_COMMIT: ".pre-commit-config.yaml",
        }[self]

    @property
    def text(self) -> str:
        """What its file says."""
        return _text(f"{self.value}.yml")


def example() -> dict[str, str]:
    """An article and its claims, which pass: the text of each file by its path."""
    return {path: _text(name) for path, name in EXAMPLE.items()}


def settings_text() -> str:
    """Settings that set nothing yet."""
    return _text(SETTINGS)


@cache
def schema_text() -> str:
    """The JSON Schema of claims files, as `factcheck schema` prints it."""
    return dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def editor_line(claims_file: Path) -> str:
    """The comment by which an editor finds the schema of a claims file; empty where no folder above the file has one."""
    for steps, folder in enumerate(claims_file.absolute().parents):
        if (folder / SCHEMA).is_file():
            return f"# yaml-language-server: $schema={'../' * steps}{SCHEMA}"
    return ""


def _text(name: str) -> str:
    return files(__name__).joinpath("files", name).read_text(encoding="utf-8")
