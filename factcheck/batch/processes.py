"""Work on many files, shared out among processes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


@contextmanager
def outcomes(
    files: Sequence[Path], work: Callable[[Path], Made], workers: int, at_once: int
) -> Iterator[Iterator[Made]]:
    """What the work makes of each file, in their order, as it comes; workers take `at_once` files at a time.

    Whatever ends the block before its time ends the workers, too.
    """
    others, hook = active_children(), threading.excepthook
    pool = ProcessPoolExecutor(workers, initializer=_begin)
    try:
        yield _carried_on(pool.map(work, files, chunksize=at_once), files, work)
    except BaseException:
        threading.excepthook = lambda _: None  # a thread of the pool that misses its workers has nothing to tell
        for worker in active_children():
            if worker not in others:
                worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        threading.excepthook = hook


def _carried_on(coming: Iterator[Made], files: Sequence[Path], work: Callable[[Path], Made]) -> Iterator[Made]:
    """The outcomes; where a worker was killed, such as for want of memory, this process does what is left."""
    done = 0
    try:
        for made in coming:
            done += 1
            yield made
    except BrokenProcessPool:
        yield from map(work, files[done:])


def _begin() -> None:
    """A worker ends without a word when the run is interrupted, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
