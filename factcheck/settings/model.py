"""Every setting there is, with what it means and what it is by default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated

from pydantic import ConfigDict, Field

from factcheck import rules
from factcheck.check.parts import Hedges
from factcheck.finding import Rule
from factcheck.mistake import Location
from factcheck.model import LanguageName, Model, RoundingName, Share, WholeNumber
from factcheck.settings.fields import Pattern, RuleName, RuleNames, Selected, Truth, Weight
from factcheck.solve import Budget


def dashed(name: str) -> str:
    """The name of a setting as it is written: "per-file-ignores"."""
    return name.replace("_", "-")


class Settings(Model):
    """How articles are checked, and what is told of what was found."""

    model_config = ConfigDict(alias_generator=dashed)

    select: Selected | None = None
    """The rules that are told; left out, all of them."""
    ignore: RuleNames = ()
    """Rules that are not told."""
    severity: Mapping[RuleName, Weight] = {}
    """What rules weigh, where that is not what their pages say: `{implied = "error"}`."""
    per_file_ignores: Mapping[Pattern, RuleNames] = {}
    """Rules that are not told of the files that a pattern matches: `{"claims/archive" = ["missing-source"]}`."""
    min_coverage: Share = Fraction(0)
    """How many of an article's numbers claims must cover, in per cent; below it, `uncovered` is an error."""
    require_source: Truth = False
    """Every claim has to name its source; otherwise `missing-source` is told."""
    require_checked: Truth = False
    """Every claim has to be checked by somebody other than its author; otherwise `missing-check` is told."""
    require_guarded: Truth = False
    """Every number has to be guarded; otherwise `unguarded` is an error."""
    strict: Truth = False
    """A claim that was not decided is an error."""
    rounding: RoundingName | None = None
    """How numbers were rounded, where the claims file does not say; by default to the nearest."""
    language: LanguageName | None = None
    """The language of the articles, where neither they nor their claims files say."""
    hedges: Hedges | None = None
    """How far the hedges of the house reach, where the claims file does not say."""
    budget: Annotated[WholeNumber, Field(ge=1)] = Budget().steps
    """How many steps the solver may take on one question."""
    baseline: Annotated[str, Field(min_length=1)] | None = None
    """The file of known findings, by its path from the folder of the configuration."""

    def tells(self, rule: str) -> bool:
        """Whether findings of a rule are told, wherever they are."""
        return rule not in self.ignore and (self.select is None or rule in self.select)

    def policies(self) -> Iterator[tuple[str, Rule]]:
        """What is asked for, each setting by its name, with the rule that tells where it is not met."""
        asked = {
            "min-coverage": (self.min_coverage, rules.UNCOVERED),
            "require-source": (self.require_source, rules.MISSING_SOURCE),
            "require-checked": (self.require_checked, rules.MISSING_CHECK),
            "require-guarded": (self.require_guarded, rules.UNGUARDED),
            "strict": (self.strict, rules.UNKNOWN),
        }
        yield from ((name, rule) for name, (value, rule) in asked.items() if value != 0)


def fields(location: Location) -> tuple[str, ...]:
    """The settings beside the last step of a way."""
    return tuple(Hedges.model_fields) if len(location) > 1 else NAMES


NAMES = tuple(dashed(name) for name in Settings.model_fields)
"""The names of all settings, as they are written."""
