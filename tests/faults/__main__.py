"""Runs the faults, or those whose names are given: each must be caught, and the untouched copy must pass."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import FAULTS, FOLDER, Fault, apply, copy_of_the_tree, run_tests

FAILED = 1  # pytest's exit code for tests that failed; any other means that they could not be run
WORDS = {0: "SURVIVED", FAILED: "caught"}


def outcome(fault: Fault) -> tuple[str, str]:
    """What becomes of one fault, in a word, and the last line that tells of it."""
    with TemporaryDirectory() as made:
        folder = copy_of_the_tree(Path(made) / "tree")
        applied = apply(fault, folder)
        if not fault.tests:
            return "NOT RUN", "there are no tests of this room"
        if applied.returncode:
            return "DOES NOT APPLY", applied.stderr.strip().splitlines()[0]
        run = run_tests(fault, folder)
        told = [line for line in run.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        return WORDS.get(run.returncode, "NOT RUN"), (told or run.stdout.splitlines() or [run.stderr])[0]


def untouched_passes(faults: Iterable[Fault]) -> bool:
    """Whether the tests that are to catch the faults pass without any."""
    tests = tuple(dict.fromkeys(path for fault in faults for path in fault.tests))
    with TemporaryDirectory() as made:
        run = run_tests(replace(next(iter(faults)), tests=tests), copy_of_the_tree(Path(made) / "tree"))
    if run.returncode:
        sys.stdout.write(f"{run.stdout}{run.stderr}the tests fail without any fault\n")
    return run.returncode == 0


def main(names: list[str]) -> int:
    """Prints a line a fault; the number of those that were not caught is the exit code, at most 1."""
    chosen = tuple(fault for fault in FAULTS if not names or fault.name in names)
    if not chosen:
        sys.stdout.write(f"no such fault in {FOLDER.name}/\n")
        return 2
    if not untouched_passes(chosen):
        return 1
    caught = 0
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for fault, (word, told) in zip(chosen, workers.map(outcome, chosen), strict=True):
            sys.stdout.write(f"{word:14}  {fault.name:36}  {fault.broken}\n")
            sys.stdout.write("" if word == "caught" else f"{'':16}{told}\n")
            sys.stdout.flush()
            caught += word == "caught"
    sys.stdout.write(f"{caught} of {len(chosen)} faults caught\n")
    return 0 if caught == len(chosen) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
