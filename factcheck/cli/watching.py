"""`--watch`: the same run again and again, whenever something that it looked at has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from factcheck.cache import ledger
from factcheck.cli.common import refuse, say

Watch = Annotated[
    bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C; needs the extra `watch`.")
]

SETTLED = 100  # milliseconds without a change, after which a file counts as saved


def keep_watching(context: typer.Context) -> NoReturn:
    """Make the run of a command, and make it again whenever what it looked at has changed; only an interrupt ends it."""
    try:
        import watchfiles
    except ImportError:
        refuse("--watch needs watchfiles, which is not installed: pip install 'factcheck-claims[watch]'")
    run: Any = context.command.callback  # as the command line calls it: its words are not turned into values yet
    while True:
        with ledger.Ledger() as book:
            try:
                run(**{**context.params, "watch": False})
            except typer.Exit:
                if not book.looks:
                    raise  # it is not about files
        say(f"watching {_told(book.looks)}; Ctrl-C ends")
        changes = watchfiles.watch(
            *_folders(path for _, path in book.looks),
            watch_filter=None,
            step=SETTLED,
            rust_timeout=SETTLED,
            yield_on_timeout=True,  # at once, for what changed before the watch began
            recursive=False,
            raise_interrupt=True,
        )
        is_first = True
        for changed in changes:
            if (changed or is_first) and (path := _changed(book)) is not None:
                say(f"{path} has changed")
                break
            is_first = False


def _told(looks: Iterable[tuple[str, str]]) -> str:
    number = sum(sort in ledger.FILES for sort, _ in looks)
    return f"{number:,} file{'' if number == 1 else 's'}"


def _changed(book: ledger.Ledger) -> str | None:
    """The first path that is no longer as it was found; None where all are."""
    return next((path for (sort, path), found in book.looks.items() if ledger.now(sort, path) != found), None)


def _folders(paths: Iterable[str]) -> set[Path]:
    """The folders in which every change of the paths can be seen; of what is not there, the nearest one that is."""
    folders = set[Path]()
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link is watched where it stands, and where it leads to
        for place in (absolute, absolute.resolve()):
            folders.add(next(above for above in (place, *place.parents) if above.is_dir()))
            folders.add(next(above for above in place.parents if above.is_dir()))
    return folders
