"""What the settings make of a check: its options, and what holds where a claims file says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.check import Measures, Options
from factcheck.rounding import Convention
from factcheck.settings.model import Settings
from factcheck.solve import Budget


def options(settings: Settings, today: date | None = None, guards: Measures | None = None) -> Options:
    """How articles are checked, policies apart."""
    return Options(Budget(settings.budget), today, settings.strict, guards=guards or Measures())


def with_policies(options: Options, settings: Settings) -> Options:
    """The options with what the settings ask of every claim."""
    return replace(
        options,
        min_coverage=settings.min_coverage or None,
        require_source=settings.require_source,
        require_checked=settings.require_checked,
        require_guarded=settings.require_guarded,
    )


def convention(settings: Settings) -> Convention:
    """How numbers are printed where nothing but the settings says so."""
    widths = None if settings.hedges is None else settings.hedges.width
    return replace(settings.rounding or Convention(), widths=widths)


def defaults(settings: Settings) -> dict[str, Any]:
    """The fields of a claims file that hold where it does not say."""
    said = {"rounding": settings.rounding, "language": settings.language, "hedges": settings.hedges}
    return {name: value for name, value in said.items() if value is not None}
