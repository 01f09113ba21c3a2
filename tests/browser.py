"""A real browser without a window, for pages: what it logs, what it asks the network for, and what a script finds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
AXE = Path(__file__).parent / "node" / "node_modules" / "axe-core" / "axe.min.js"
RESULT = "what-the-script-found"


@dataclass(frozen=True, slots=True)
class Visit:
    """What became of a page: its elements in the end, the lines of its console, the addresses that were asked for."""

    page: str
    console: tuple[str, ...]
    requests: tuple[str, ...]

    @property
    def found(self) -> Any:
        """What a script of the page left behind as JSON in an element named `RESULT`."""
        _, _, rest = self.page.partition(f'<pre id="{RESULT}">')
        return json.loads(rest.partition("</pre>")[0].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def browser() -> str:
    """The path of a browser; the test is skipped where there is none, but in continuous integration it fails."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), "")
    if not found and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here: see tools/install-for-tests")
    assert found, "Chromium was not installed"
    return found


def axe() -> str:
    """The accessibility checker axe-core, as a script."""
    if not AXE.exists() and not os.environ.get("CI"):
        pytest.skip("npm is not here to install axe-core: see tools/install-for-tests")
    return AXE.read_text(encoding="utf-8")


def visit(page: Path, folder: Path) -> Visit:
    """Open a page of this machine, wait until its scripts rest, and tell what happened."""
    log = folder / "network.json"
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    command = [browser(), "--headless", "--disable-gpu", *quiet, *root, f"--user-data-dir={folder / 'profile'}"]
    command += ["--enable-logging=stderr", f"--log-net-log={log}", "--virtual-time-budget=20000", "--dump-dom"]
    ran = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, check=True, timeout=120)
    console = tuple(line for line in ran.stderr.splitlines() if ":CONSOLE" in line)
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    asked = [event.get("params", {}) for event in events]
    requests = (one["url"] for one in asked if "url" in one and "file:" in one.get("network_isolation_key", ""))
    return Visit(ran.stdout, console, tuple(dict.fromkeys(requests)))


def script_for(code: str) -> str:
    """Elements that run a script, an expression for a promise, and leave what it comes to behind."""
    leave = f"found => {{ document.getElementById('{RESULT}').textContent = JSON.stringify(found) }}"
    return f'<pre id="{RESULT}"></pre><script>Promise.resolve({code}).then({leave})</script>'
