"""Work on many files, shared out among processes."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

INTERRUPT = {signal.SIGINT}


@contextmanager
def outcomes(
    files: Sequence[Path], work: Callable[[Path], Made], workers: int, at_once: int
) -> Iterator[Iterator[Made]]:
    """What the work makes of each file, in their order, as it comes; workers take `at_once` files at a time.

    Whatever ends the block before its time ends the workers, too.
    """
    others = active_children()
    pool = ProcessPoolExecutor(workers, initializer=_begin)
    try:
        # No future is ever cancelled, as `map` of the pool would do: its thread fails on those, once workers are gone.
        with _uninterrupted():  # a worker that is met on its first steps would complain
            shares = [files[at : at + at_once] for at in range(0, len(files), at_once)]
            coming = deque((share, pool.submit(_all, work, share)) for share in shares)
        yield _carried_on(coming, work)
    except BaseException:
        for worker in active_children():
            if worker not in others:
                worker.terminate()
        raise
    finally:
        pool.shutdown()


def _all(work: Callable[[Path], Made], files: Sequence[Path]) -> list[Made]:
    return list(map(work, files))


def _carried_on(
    coming: deque[tuple[Sequence[Path], Future[list[Made]]]], work: Callable[[Path], Made]
) -> Iterator[Made]:
    """The outcomes; where a worker was killed, such as for want of memory, this process does what is left."""
    while coming:
        files, future = coming.popleft()  # what it holds is not kept until the end
        try:
            made = future.result()
        except BrokenProcessPool:
            yield from map(work, files)
        else:
            yield from made


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt that comes meanwhile is raised at the end of the block, and in processes that it starts, too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPT)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """A worker ends without a word when the run is interrupted, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPT)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
