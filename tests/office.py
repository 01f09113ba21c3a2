"""A real office without a window, for documents and tables: what it makes of a file that we wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SECONDS = 120


def office() -> str:
    """The path of LibreOffice; the test is skipped where there is none, but in continuous integration it fails."""
    found = shutil.which("soffice") or ""
    if not found and not os.environ.get("CI"):
        pytest.skip("there is no LibreOffice here: see tools/install-for-tests")
    assert found, "LibreOffice was not installed"
    return found


def saved_as(form: str, file: Path, profile: Path) -> Path:
    """The file, opened and saved beside itself in another form, such as odt; AssertionError where it cannot be.

    `profile` is a folder for the settings of this start alone: with those of the user, a second start would wait.
    """
    command = [office(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    ran = subprocess.run(
        [*command, "--outdir", str(file.parent), str(file)], check=True, capture_output=True, timeout=SECONDS
    )
    made = file.with_suffix(f".{form}")
    assert made.exists(), ran.stderr.decode()  # it ends well when it cannot open a file, too
    return made
