"""Everything but files that what the command says may depend on."""

from __future__ import annotations

import os
import sys
import time
from hashlib import sha256

VARIABLES = frozenset(  # of the environment, besides those that begin with a prefix below
    "CI COLORTERM COLUMNS FORCE_COLOR LANG LANGUAGE LINES NO_COLOR PY_SAX_PARSER SOURCE_DATE_EPOCH TERM TZ".split()
)
PREFIXES = ("FACTCHECK_", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "JUPYTER_", "LC_", "PYDANTIC_", "PYTHON", "RICH_",
            "TERMINAL_", "TTY_", "TYPER_", "_FACTCHECK_", "_TYPER_")  # fmt: skip
INSTALLED = (".dist-info", ".egg-info")

TYPE_CHECKING = False  # that of `typing`, which takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Callable


def circumstances() -> str:
    """A digest of them; OSError where they cannot be found out."""
    parts = (program(), _environment(), _output(), _day(), os.getcwd())
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def matters(variable: str) -> bool:
    """Whether something that is said may depend on a variable of the environment."""
    return variable in VARIABLES or variable.startswith(PREFIXES)


def program() -> str:
    """The source of this package, the interpreter, and all that is installed, by name and version."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    digest = sha256()
    _source(package, digest.update)
    folders = [folder for folder in sys.path if os.path.isdir(folder or ".")]
    installed = (name for folder in folders for name in sorted(os.listdir(folder or ".")) if name.endswith(INSTALLED))
    return "\0".join((digest.hexdigest(), sys.version, sys.platform, repr(tuple(sys.flags)), *installed))


def _source(folder: str, add: Callable[[bytes], object]) -> None:
    """Hand over the name and the content of every file below a folder, in order; what Python compiles apart."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_dir():
            if entry.name != "__pycache__":
                _source(entry.path, add)
        else:
            with open(entry.path, "rb", buffering=0) as file:
                content = file.read()
            add(f"{entry.name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            add(content)


def _environment() -> str:
    return "\0".join(f"{name}={value}" for name, value in sorted(os.environ.items()) if matters(name))


def _output() -> str:
    """What standard output is able to show; that of error matters to nothing that is remembered."""
    stream = sys.stdout
    try:
        size: tuple[int, int] | None = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1)
    except (OSError, ValueError):
        size = None
    return f"{stream.isatty()} {stream.encoding} {size}"


def _day() -> str:
    """Today, by the clock on the wall: waivers expire."""
    return time.strftime("%Y-%m-%d")
