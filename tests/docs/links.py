"""Links between pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path


def prose(page: str) -> str:
    """The page without its fenced blocks and code spans."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL))


def targets(page: str) -> Iterator[str]:
    """What the page links to, addresses on the web left out."""
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if not target.startswith(("https://", "mailto:")):
            yield target


def anchors(page: str) -> set[str]:
    """The fragments by which the page's headings are linked."""
    unfenced = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ +(.+)$", unfenced, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_broken(target: str, page: Path) -> bool:
    """Whether a link on the page leads nowhere."""
    path, _, fragment = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    return not there.exists() or bool(fragment and fragment not in anchors(there.read_text(encoding="utf-8")))
