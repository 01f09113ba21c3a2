"""Settings from several sources, one above the other: what holds in the end, and where each of it was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from factcheck.mistake import Location, Mistake, mistakes_in
from factcheck.settings.model import Settings, fields

DEFAULT = "default"
SWITCHES = ("select", "ignore")  # one does not hold without the other


class MistakesError(ValueError):
    """Settings that cannot be used, with every mistake that is in them."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        """The mistakes, told one a line."""
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says: the settings, and where it says each, by the way to it: `("ignore", 0)`.

    `deliberate`: a person asked for it, so that it must not be without effect.
    """

    settings: Settings
    origins: Mapping[Location, str] = field(default_factory=dict)
    deliberate: bool = True

    @property
    def given(self) -> Mapping[str, Any]:
        """What it says, by the names of the fields; nothing that is there by default."""
        return {name: getattr(self.settings, name) for name in self.settings.model_fields_set}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings of a run, where each was said, and the folder that paths and patterns in them start from."""

    settings: Settings = field(default_factory=Settings)
    origins: Mapping[Location, str] = field(default_factory=dict)
    folder: Path = field(default_factory=Path)
    file: str = ""

    def origin(self, *way: str | int) -> str:
        """Where a setting was said."""
        return self.origins.get(way, DEFAULT)

    def under(self, layer: Layer) -> Chosen:
        """These settings, as far as a layer above them says nothing else; MistakesError where it contradicts itself.

        A selection begins afresh; what is ignored without one is ignored in addition.
        """
        given, values = dict(layer.given), dict(self._values())
        origins = dict(self.origins)
        if "select" in given:
            values.pop("ignore", None)
        before: tuple[str, ...] = values.get("ignore", ())
        if "ignore" in given:
            given["ignore"] = (*before, *given["ignore"])
        replaced = {*given, *(SWITCHES if "select" in given else ())} - ({"ignore"} if before else set())
        origins = {way: said for way, said in origins.items() if _field(way) not in replaced}
        for way, said in layer.origins.items():
            match way:
                case ("ignore",) if before:
                    origins[way] = f"{self.origin('ignore')}, {said}"
                case ("ignore", int(index)):
                    origins["ignore", len(before) + index] = said
                case _:
                    origins[way] = said
        chosen = Chosen(Settings.model_construct(**{**values, **given}), origins, self.folder, self.file)
        if layer.deliberate and (found := tuple(_contradictions(layer, chosen.settings))):
            raise MistakesError(found)
        return chosen

    def _values(self) -> Mapping[str, Any]:
        return Layer(self.settings).given


def _field(way: Location) -> str:
    return str(way[0]).replace("-", "_")


def _contradictions(layer: Layer, settings: Settings) -> Iterator[Mistake]:
    """What the layer asks for although nobody would be told of it."""
    for name, rule in layer.settings.policies():
        if not settings.tells(rule.name):
            why = "ignored" if rule.name in settings.ignore else "not selected"
            message = f"`{rule.name}` is {why}, so that `{name}` could never fail"
            yield Mistake((name,), message, "take one of them out")


def layer(given: Mapping[str, Any], origins: Mapping[Location, str] | None = None) -> Layer:
    """What a source says, by the names of settings; MistakesError with everything that is wrong with it."""
    try:
        return Layer(Settings.model_validate(given), origins or {})
    except ValidationError as error:
        raise MistakesError(mistakes_in(error, given, fields, noun="setting")) from None
