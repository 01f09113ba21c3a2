"""What the environment says: in continuous integration nothing may be left undecided."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.settings.layers import Layer
from factcheck.settings.model import Settings

YES = ("1", "true", "yes")


def environment(variables: Mapping[str, str]) -> Layer:
    """`strict` wherever the variable CI is set."""
    if variables.get("CI", "").lower() not in YES:
        return Layer(Settings())
    return Layer(Settings.model_validate({"strict": True}), {("strict",): "CI in the environment"}, deliberate=False)
