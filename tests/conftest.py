"""Settings of the whole suite: draws that repeat, and coverage floors that hold file by file."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from io import StringIO
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SETTLING = """answer box budget carve components derivation failure lattice layer memory overlap program prove refutation
relaxation rows search shrink spread system trail venn z3"""
PROVED = (  # every branch taken
    *(f"{room}.py" for room in "interval rounding hedge numeral constraint".split()),
    *(f"solve/{room}.py" for room in SETTLING.split()),
)
FLOORS = pytest.StashKey[str]()

# Laws that draw much are marked `no_cover`: other tests take the same branches, and tracing makes them up to five times as
# slow. Whatever meets the floors must not be marked.
#
# No limit by the clock: a slow machine gets the same verdict. `explore` draws afresh on every run, and more.
settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("repeatable"), derandomize=False, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--floors", action="store_true", help="with --cov: require full branch coverage of the ground rooms"
    )


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Takes away what pytest-cov leaves of tracing in the processes of xdist when a test is marked `no_cover`."""
    if item.get_closest_marker("no_cover") is None:
        return (yield)
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracing)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not session.config.getoption("--floors") or hasattr(session.config, "workerinput"):
        return
    coverage = Coverage(config_file=ROOT / "pyproject.toml")
    coverage.load()
    table = StringIO()
    if coverage.report(include=[str(ROOT / "factcheck" / room) for room in PROVED], file=table) < 100:
        session.config.stash[FLOORS] = table.getvalue()
        if session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if FLOORS in config.stash:
        terminalreporter.section("branches of the ground rooms that no test takes", red=True)
        terminalreporter.write_line(config.stash[FLOORS])
