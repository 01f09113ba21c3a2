"""`factcheck draft --update`: a claims file with what its article says beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

import typer

from factcheck.article import Document
from factcheck.claimfile import ClaimFileError, load
from factcheck.claimfile.reading import content
from factcheck.cli.common import Exit, refuse, say
from factcheck.cli.files import write
from factcheck.draft import Updated, update
from factcheck.finding import Finding

MARK = "\ufeff"  # which some editors put at the beginning of a file


def bring_up_to_date(
    document: Document, article: Path, claims: Path, given: Mapping[str, Any], *, only_shown: bool
) -> None:
    """Add to a claims file what it does not say of the article yet; or show it, and write nothing.

    `given` are fields that hold where the file does not say.
    """
    if claims.suffix.lower() in (".json", ".toml"):
        refuse(
            f"{claims}: only claims files in YAML can be added to: a draft asks its questions in comments, and keeps "
            "those that are there; `factcheck draft` without --update shows claims to copy"
        )
    try:
        before = content(claims, ClaimFileError).decode("utf-8", "surrogateescape")
        _is_about(article, claims, given)
        text = before.removeprefix(MARK)
        updated = update(document, text, str(claims), given)
    except ClaimFileError as error:
        for line in str(error).split("\n"):
            say(line)
        raise typer.Exit(Exit.UNUSABLE) from None
    for finding in updated.findings:
        say(_told(finding))
    if only_shown:
        old, new = (side.splitlines(keepends=True) for side in (text, updated.text))
        shown = "".join(map(_ended, unified_diff(old, new, str(claims), str(claims))))
        typer.echo(shown, nl=False)
    elif updated.text != text:
        write(claims, before[: len(before) - len(text)] + updated.text)
    _summary(claims, updated, only_shown=only_shown)


def _is_about(article: Path, claims: Path, given: Mapping[str, Any]) -> None:
    """Refuse a claims file that is about another article."""
    named = load(claims, given, with_data=False).article
    if not named:
        say(f"{claims}: it names no article, so `verify` does not compare the two; write `article:` into it")
    elif (claims.parent / named).resolve() != article.resolve():
        refuse(f"{claims}: its claims are about {claims.parent / named}, and not about {article}")


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _told(finding: Finding) -> str:
    return f"{finding.place}: {finding.rule.name}: {finding.message}"


def _summary(claims: Path, updated: Updated, *, only_shown: bool) -> None:
    if not updated.claims and not updated.questions:
        say(f"nothing to add to {claims}: every number of the article has a claim, a question, or is set aside")
        return
    verb = "would be added" if only_shown else "added"
    say(f"{claims}: {_many(updated.claims, 'claim')} {verb}, {_many(updated.questions, 'question')} to decide")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
