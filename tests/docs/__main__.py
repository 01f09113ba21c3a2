"""Writes what is made from the code: reference pages, sections of pages, and the screens in every page, or in those named."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs import PAGES, ROOT
from tests.docs.blocks import Sandbox, with_actual_screens
from tests.docs.reference import REFERENCE, pages, with_sections


def write(page: Path, text: str) -> None:
    """Writes a page where it differs, and says so."""
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
        sys.stdout.write(f"wrote {page.relative_to(ROOT)}\n")


made = pages()
for folder in ("kinds", "rules", "slips"):
    for stale in set((REFERENCE / folder).glob("*.md")) - set(made):
        stale.unlink()
for page, text in made.items():
    write(page, text)
named = {Path(name).resolve() for name in sys.argv[1:]}
for page in PAGES:
    if page not in made and (page in named or not named):
        with TemporaryDirectory() as folder:
            write(page, with_actual_screens(with_sections(page.read_text(encoding="utf-8")), Sandbox(Path(folder))))
