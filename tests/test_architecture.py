"""The house rules of the package, as laws over its source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.kinds import KINDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "factcheck"

FLOORS = (  # from the ground up: a room imports only from rooms on lower floors
    ("interval", "visible", "recheck", "cache"),
    ("hedge",),
    ("rounding",),
    ("numeral", "constraint"),
    ("text", "solve", "naming", "wording", "alike"),
    ("article",),
    ("model", "finding"),
    ("mistake", "rules", "marks"),
    ("data",),
    ("claim", "structure", "relation", "stored"),
    ("kinds", "relations"),
    ("slip",),
    ("slips",),
    ("check",),
    ("why", "certificate"),
    ("claimfile", "scan", "report"),
    ("annotate", "draft", "settings", "baseline", "batch", "starter"),
    ("match",),
    ("cli", "pytest_plugin", "testing", "strategies"),
    ("__init__", "__main__"),
)
FAMILIES = (
    "kinds",
    "relations",
    "slips",
    "report",
    "article/formats",
    "data/formats",
)  # open families: no member imports another
LAZY = {  # (file, module that it imports inside a function): why it waits
    ("__main__.py", "factcheck.cli"): "a run that is remembered needs none of it",
    ("__main__.py", "importlib.metadata"): "only --version needs it",
    ("article/formats/docx.py", "docx"): "an extra that only Word files need",
    ("article/formats/docx.py", "docx.oxml"): "as above",
    ("article/formats/markdown/__init__.py", "factcheck.article.formats.markdown.blocks"): "loads markdown-it-py",
    ("check/claimset.py", "factcheck.data"): "most articles name no data, and its models take time to build",
    ("check/candidates.py", "factcheck.data"): "as above",
    ("check/parts.py", "factcheck.data.model"): "as above",
    ("structure/declaration.py", "factcheck.data.model"): "as above",
    ("data/child.py", "resource"): "some systems have no such bounds",
    ("data/engine.py", "duckdb"): "an extra that only data need",
    ("data/frames.py", "narwhals"): "an extra that only frames need",
    ("data/servers/postgres.py", "psycopg"): "an extra that only servers need",
    ("data/workbook/sheets.py", "python_calamine"): "an extra that only workbooks need",
    ("data/formats/sqlite.py", "sqlite3"): "only SQLite files need it",
    ("batch/sharing.py", "factcheck.batch.processes"): "loads multiprocessing, which few files do not need",
    ("cli/checking.py", "rich.console"): "only a terminal has a bar",
    ("cli/checking.py", "rich.progress"): "as above",
    ("cli/common.py", "factcheck.data.servers.connection"): "only --allow-postgres needs it",
    ("cli/watching.py", "watchfiles"): "an extra that only --watch needs",
    ("article/__init__.py", "factcheck.article.formats"): "claims are checked without their article, too",
    ("cli/common.py", "factcheck.report.github"): "only workflows of GitHub need it",
    ("cli/known.py", "factcheck.baseline"): "few runs have one, and its models take time to build",
    ("cli/verify.py", "factcheck.cli.lengthy"): "derivations, proofs and rich, which few runs need",
    ("check/verdicts.py", "factcheck.check.candidates"): "only what is wrong needs them, and the kinds they know",
    ("check/verdicts.py", "factcheck.check.offers"): "as above",
    ("check/doubts.py", "factcheck.check.offers"): "as above",
    ("pytest_plugin.py", "factcheck.check"): "every run of pytest loads the plugin, and most have no claims",
    ("pytest_plugin.py", "factcheck.claimfile"): "as above",
    ("pytest_plugin.py", "factcheck.baseline"): "as above",
    ("pytest_plugin.py", "factcheck.claimfile.problem"): "as above",
    ("pytest_plugin.py", "factcheck.finding"): "as above",
    ("pytest_plugin.py", "factcheck.settings"): "as above",
    ("pytest_plugin.py", "factcheck.report.full"): "as above",
    ("solve/z3.py", "z3"): "an extra that only hard systems need",
    ("claimfile/layout.py", "yaml"): "as below",
    ("claimfile/from_yaml.py", "yaml"): "articles from Python, JSON and TOML need no YAML",
}
LOOKS = {  # files that read, list or look for files: what becomes of it in the ledger of a run
    "__main__.py": "only closed streams",
    "article/decoding.py": "written down",
    "baseline.py": "written down",
    "cache": "the ledger itself",
    "claimfile/__init__.py": "written down",
    "claimfile/reading.py": "written down",
    "cli/draft.py": "a draft is not remembered",
    "cli/files.py": "only folders that are to be made, which no run that is remembered does",
    "cli/init.py": "what is made at the start is not remembered",
    "cli/known.py": "written down",
    "cli/match.py": "as cli/draft.py",
    "cli/reports.py": "a run that adds to a file is not remembered",
    "cli/watching.py": "what it watches is in the ledger",
    "data/child.py": "what it is told by the process that started it",
    "data/files.py": "written down",
    "data/formats/delimited.py": "a file that data/files.py wrote down",
    "data/formats/objects.py": "as above",
    "data/formats/sqlite.py": "written down",
    "data/workbook/sheets.py": "a file that data/files.py wrote down",
    "data/workbook/shown.py": "as above",
    "pytest_plugin.py": "pytest remembers nothing",
    "recheck/listing.py": "checking a certificate again is not remembered",
    "report/html/__init__.py": "a part of the program",
    "settings/file.py": "written down",
    "starter/__init__.py": "as cli/init.py",
}
IN_MEMORY = ("article/archive", "article/page", "article/tags", "article/formats", "check/")  # they open other things
MATH = frozenset({"ceil", "comb", "floor", "gcd", "isqrt", "lcm", "prod"})  # the exact part of the module
INEXACT = frozenset({"cmath", "decimal", "numpy", "random", "statistics"})
LONGEST_FUNCTION, LONGEST_MODULE = 45, 300

FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
each_file = pytest.mark.parametrize("file", FILES)


class Import(NamedTuple):
    """A module that a file imports, the function it does so in (none at the top level), whether for types only."""

    module: str
    function: str = ""
    typing: bool = False


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((PACKAGE / file).read_text(encoding="utf-8"))


def room(file: str) -> str:
    return Path(file).parts[0].removesuffix(".py")


def module(file: str) -> str:
    return ".".join(("factcheck", *Path(file).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {module(file): file for file in FILES}


def imports(file: str) -> Iterator[Import]:
    """Every import of the file, wherever it stands; a name that is a module counts as that module."""

    def visit(node: ast.AST, function: str, *, typing: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.Import(names=names):
                    yield from (Import(alias.name, function, typing) for alias in names)
                case ast.ImportFrom(module=source, names=names):
                    assert child.level == 0, f"{file}:{child.lineno}: write imports from the package's name on"
                    for alias in names:
                        inner = f"{source}.{alias.name}"
                        yield Import(inner if inner in MODULES else source or "", function, typing)
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    yield from visit(child, name, typing=typing)
                case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                    yield from visit(child, function, typing=True)
                case _:
                    yield from visit(child, function, typing=typing)

    yield from visit(tree(file), "", typing=False)


def own_imports(file: str, *, typing: bool = True) -> Iterator[str]:
    """The files of the package that a file imports; with those for types only, or without."""
    for imported in imports(file):
        if imported.module.partition(".")[0] == "factcheck" and (typing or not imported.typing):
            assert imported.module in MODULES, f"{file} imports {imported.module}, which is no module"
            yield MODULES[imported.module]


def test_every_room_has_its_floor_and_every_floor_its_rooms() -> None:
    assert sorted(name for floor in FLOORS for name in floor) == sorted({room(file) for file in FILES})


@each_file
def test_imports_only_from_floors_below_or_its_own_folder(file: str) -> None:
    floors = {name: level for level, names in enumerate(FLOORS) for name in names}
    for other in own_imports(file):
        assert room(other) == room(file) or floors[room(other)] < floors[room(file)], f"{file} must not import {other}"


@pytest.mark.parametrize("file", [file for file in FILES if Path(file).parent.as_posix() in FAMILIES])
def test_no_member_of_an_open_family_imports_another(file: str) -> None:
    members = {other for other in FILES if Path(other).parent == Path(file).parent and "__init__" not in other}
    siblings = members & set(own_imports(file))
    assert not siblings or "__init__" in file, f"what {file} shares with {siblings} belongs on a floor below"


def test_no_module_imports_itself_by_way_of_others() -> None:
    TopologicalSorter({file: set(own_imports(file, typing=False)) - {file} for file in FILES}).prepare()


def test_every_import_inside_a_function_has_a_listed_reason() -> None:
    found = {(file, imported.module) for file in FILES for imported in imports(file) if imported.function}
    assert found <= set(LAZY), "list it in LAZY with its reason, or import it at the top"
    assert set(LAZY) <= found, "LAZY lists an import that is gone"


@each_file
def test_no_float(file: str) -> None:
    """What the eye can see; the mypy plugin `tests/exact.py` finds the rest by type."""
    for node in ast.walk(tree(file)):
        match node:
            case ast.Constant(value=float() | complex()) | ast.Name(id="float" | "complex"):
                inexact = True
            case ast.Import(names=names):
                inexact = any(alias.name.partition(".")[0] in INEXACT | {"math"} for alias in names)
            case ast.ImportFrom(module=str(source), names=names):
                some_of_math = source == "math" and {alias.name for alias in names} - MATH
                inexact = source.partition(".")[0] in INEXACT or bool(some_of_math)
            case _:
                inexact = False
        assert not inexact, f"{file}:{getattr(node, 'lineno', 0)}"


@each_file
def test_no_group_of_a_pattern_is_possessive(file: str) -> None:
    """Before Python 3.11.5 such a group keeps what its last repetition began with, and the rest is read awry."""
    source = (PACKAGE / file).read_text(encoding="utf-8")
    assert not re.findall(r"\)[*+?]\+[^a-z=]|\(\?>", source.replace("*+,;=@", ""))


@each_file
def test_no_function_and_no_module_is_too_long(file: str) -> None:
    source = (PACKAGE / file).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{file}:{node.lineno}: {node.name} has {length} lines"


@each_file
def test_only_the_command_prints(file: str) -> None:
    calls = [node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
    talk = [call.lineno for call in calls if isinstance(call, ast.Name) and call.id in {"print", "input"}]
    streams = [
        node.lineno
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr", "stdin"}
    ]
    assert file.startswith(("cli/", "__main__", "recheck/__main__", "cache/circumstances")) or not talk + streams


def test_every_look_at_the_disk_is_known_to_the_ledger_of_a_run() -> None:
    """Else a run would be remembered although something that it depends on has changed."""
    looks = {"exists", "glob", "is_dir", "is_file", "iterdir", "listdir", "open", "read_bytes", "read_text", "rglob"}
    looks |= {"scandir", "stat", "walk"}
    found = set()
    for file in FILES:
        calls = [node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
        names = {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}
        if names & looks and not file.startswith(IN_MEMORY):
            found.add("cache" if file.startswith("cache/") else file)
    assert found == set(LOOKS)


def test_nothing_is_left_undone() -> None:
    marks = ["TO" + "DO", "FIX" + "ME", "X" * 3]
    sources = [path for folder in ("factcheck", "tests", "docs", "claims") for path in (ROOT / folder).rglob("*.*")]
    texts = {p: p.read_text(encoding="utf-8") for p in sources if p.suffix in {".py", ".md", ".yaml", ".patch"}}
    assert [path for path, text in texts.items() if any(mark in text for mark in marks)] == []


def test_the_face_shows_every_kind() -> None:
    assert KINDS
    for kind in KINDS.values():
        assert getattr(factcheck, kind.__name__) is kind
        assert kind.__name__ in factcheck.__all__


def test_the_face_lists_what_it_has_in_order() -> None:
    assert list(factcheck.__all__) == sorted(factcheck.__all__)
    assert all(hasattr(factcheck, name) for name in factcheck.__all__)


def run_python(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def test_importing_the_face_loads_no_terminal_command_line_or_file_library() -> None:
    heavy = {"click", "pygments", "rich", "typer", "yaml"}
    loaded = run_python("import factcheck, sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))")
    assert not heavy & set(loaded.split())


def test_no_pattern_is_compiled_at_import() -> None:
    culprits = run_python(
        """
import importlib, pkgutil, re, sys
original, found = re._compile, []
def watched(*args, **options):
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__") == "re":
        frame = frame.f_back
    if frame.f_globals.get("__name__", "").partition(".")[0] == "factcheck":
        found.append(f"{frame.f_code.co_filename}:{frame.f_lineno}")
    return original(*args, **options)
re._compile = watched
import factcheck
for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
    importlib.import_module(module.name)
print(*found)
"""
    )
    assert culprits == ""
