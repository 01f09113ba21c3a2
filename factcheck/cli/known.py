"""Reports as the settings want them told, and set against a baseline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cache import ledger
from factcheck.cli.common import refuse, say
from factcheck.cli.files import write
from factcheck.finding import Report
from factcheck.settings import Chosen, weighed

if TYPE_CHECKING:
    from factcheck.baseline import Baseline

Known = Annotated[
    str | None,
    typer.Option(
        "--baseline", metavar="FILE", help="A file of known findings, which do not fail the run.", show_default=False
    ),
]
Update = Annotated[
    bool, typer.Option("--update-baseline", help="Write the baseline so that it lists every finding of this run.")
]


def baseline_of(settings: Chosen, *, update: bool) -> Baseline | None:
    """The baseline of a run, if there is one; exit 2 where it cannot be used."""
    name = settings.settings.baseline
    if name is None:
        if update:
            refuse("--update-baseline: no file is named; name it with --baseline FILE, or `baseline` in the settings")
        return None
    from factcheck.baseline import Baseline, BaselineError, load

    path = Path(name)
    if not ledger.exists(path, path.exists()):
        if not update:
            refuse(f"{path}: there is no such baseline; write it with --update-baseline")
        return Baseline(path)
    try:
        return load(path)
    except BaselineError as error:
        refuse(str(error))


def as_told(report: Report, settings: Chosen, baseline: Baseline | None = None, *, update: bool = False) -> Report:
    """The report as it is to be told; with `update` the baseline is written first."""
    if baseline is None:
        return weighed(report, settings)
    if update:
        told = weighed(report, settings)
        renewed = baseline.renewed(told)
        write(renewed.path, str(renewed))
        say(f"wrote {renewed.path}: {_told(renewed, baseline)}")
        return renewed.setting_aside(told)
    return baseline.setting_aside(weighed(baseline.watching(report), settings))


def _told(new: Baseline, old: Baseline) -> str:
    """How many findings there are, and what has changed."""
    count = sum(new.entries.values())
    more = sum(max(0, times - old.entries.get(entry, 0)) for entry, times in new.entries.items())
    less = sum(max(0, times - new.entries.get(entry, 0)) for entry, times in old.entries.items())
    return f"{count:,} finding{'' if count == 1 else 's'}, {more:,} of them new; {less:,} gone"
