"""An article as its claims state it: the model of a claims file, made only where everything in it fits together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from factcheck.article import Document
from factcheck.check.consistency import CellPhrase, interval_of, mistakes_in_claims
from factcheck.check.parts import AnyClaim, Hedges, Ignored, Quantities, Tables, fields, free
from factcheck.claim import Claim, Model, RoundingName, Setting
from factcheck.constraint import Statement
from factcheck.finding import DataSource, Figure, Place
from factcheck.interval import Interval
from factcheck.kinds import KINDS
from factcheck.mistake import Mistake, mistakes_in
from factcheck.model import LanguageName
from factcheck.numeral import Numeral
from factcheck.rounding import Convention
from factcheck.structure import Declaration, Declarations, mistakes, quantities, structure
from factcheck.text import DEFAULT, available

if TYPE_CHECKING:
    from factcheck.data import Asking

LONGEST_ID = 100  # of those made up here, in characters


class ClaimsError(ValueError):
    """An article whose claims cannot be read, with every mistake that is in it."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        """The mistakes, told one a line."""
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class ClaimSet(Model):
    """The claims of one article about its quantities.

    Raises ClaimsError (a ValueError) where they make no sense together.
    """

    article: str = ""
    """The file with the text of the article; the path is from the claims file."""
    rounding: RoundingName = Field(default=Convention(), json_schema_extra={"default": "nearest"})
    """How the article's numbers are rounded, where a claim does not say otherwise."""
    language: LanguageName = DEFAULT
    """The language of the article, where it does not say itself, or says another than it is in."""
    cells: Mapping[str, CellPhrase] = Field(
        default={}, examples=[{"<5": "1-4", "[c]": "any", "-": "nil", "0": "small"}]
    )
    """What a table's marked cells stand for: a number, a range, `any`, `nil`, or `small` (less than half of one)."""
    hedges: Hedges | None = None
    """How far "about", "more than" and their like reach, where the house has a rule of its own."""
    data: Tables = Field(default={}, examples=[{"cases": {"file": "cases.csv"}}])
    """Tables that raw values are asked of, by name: a file, or `{file, sheet, table, header, delimiter, language, pin}`; or
    `{postgres, table}`."""
    quantities: Quantities | None = None
    """What the article counts or measures, by name; where left out, every name in a claim is a plain count."""
    claims: tuple[AnyClaim, ...] = ()
    """What the article says about the quantities, in its order."""
    ignore: tuple[Ignored, ...] = ()
    """Passages whose numbers need no claim."""

    def __init__(  # noqa: PLR0913 - the fields of a claims file
        self,
        /,
        *,
        article: str = "",
        rounding: str | Convention = "nearest",
        language: str = DEFAULT,
        cells: Mapping[str, str] | None = None,
        hedges: Hedges | Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        quantities: Mapping[str, Declaration | Mapping[str, Any] | str | None] | Iterable[str] | None = None,
        claims: Iterable[Claim | Mapping[str, Any]] = (),
        ignore: Iterable[Ignored | Mapping[str, Any]] = (),
        **unknown: Any,
    ) -> None:
        """The article, or a ClaimsError that tells every mistake at once."""
        data = {
            "article": article,
            "rounding": rounding,
            "language": language,
            "cells": {} if cells is None else cells,
            "hedges": hedges,
            "data": {} if data is None else data,
            "quantities": list(quantities) if isinstance(quantities, Iterator) else quantities,
            "claims": list(claims) if isinstance(claims, Iterator) else claims,
            "ignore": ignore,
            **unknown,
        }
        try:
            self._fill(data)
        except ValidationError as error:
            raise ClaimsError(_every_mistake(type(self), error, data)) from None
        found = tuple(self.mistakes())
        if found:
            raise ClaimsError(found)

    def _fill(self, data: Mapping[str, Any]) -> None:
        """Read every field by itself; ValidationError where one cannot be."""
        cells = data.get("cells")
        language = data.get("language")
        known = language if language in available() else DEFAULT
        context = {"language": known, "cells": tuple(cells) if isinstance(cells, Mapping) else ()}
        self.__pydantic_validator__.validate_python(data, self_instance=self, context=context)

    @field_validator("claims")
    @classmethod
    def _named(cls, claims: tuple[Claim, ...], info: ValidationInfo) -> tuple[Claim, ...]:
        """Every claim with an id: its kind and quantities, numbered where that is taken."""
        taken = {claim.id for claim in claims} | set(info.data.get("quantities") or ())
        named, tried = [], dict[str, int]()
        for claim in claims:
            wanted = "-".join((claim.kind, *claim.names()))[:LONGEST_ID].rstrip("-.")
            name = claim.id or free(wanted, taken, tried)
            taken.add(name)
            named.append(claim if claim.id else claim.model_copy(update={"id": name}))
        return tuple(named)

    def mistakes(self, lost: tuple[str, ...] = ()) -> Iterator[Mistake]:
        """What is wrong between well-formed fields; `lost` are the ids of claims left out, as far as known."""
        for found in mistakes(self.declarations, tuple(claim.id for claim in self.claims)):
            yield replace(found, location=("quantities", *found.location))
        yield from mistakes_in_claims(self.claims, self.declarations, self.setting, lost)

    @cached_property
    def declarations(self) -> Declarations:
        """Every quantity with its declaration; where none are declared, each name in a claim is a plain count."""
        if self.quantities is not None:
            return self.quantities
        ids = {claim.id for claim in self.claims}
        return {name: Declaration() for claim in self.claims for name in claim.names() if name not in ids}

    @property
    def marked_cells(self) -> Mapping[str, Interval]:
        """What each marked cell stands for."""
        return {cell: interval_of(phrase) for cell, phrase in self.cells.items()}

    @cached_property
    def setting(self) -> Setting:
        """What the claims are read against."""
        cells = tuple(self.marked_cells.items())
        widths = self.rounding.widths if self.hedges is None else self.hedges.width
        return Setting(
            quantities(self.declarations),
            {claim.id: claim for claim in self.claims},
            replace(self.rounding, cells=cells, widths=widths),
        )

    def fetched(self, folder: Path = Path(), allowed: Iterable[Path] = (), servers: Iterable[str] = ()) -> Self:
        """The same article with what its data say in the place of every question to them.

        Paths start from the folder, below which the files have to lie, or below one of those allowed; `servers` are
        connections to PostgreSQL that may be used, "service=stats". Raises ClaimsError where data cannot be read or say
        nothing that can be used. Without data it is the article itself.
        """
        asked = {n: d.raw for n, d in self.declarations.items() if not isinstance(d.raw, Numeral | Figure | None)}
        if not asked and (self.sources or not self.data):
            return self
        from factcheck.data import Asking, fetch

        asking = Asking(folder, tuple(allowed), tuple(servers), self.language, self.marked_cells)
        found = fetch(self.data, asked, asking)
        if found.mistakes:
            raise ClaimsError(found.mistakes)
        copy = self.with_figures(found.figures)
        copy.__dict__.update(sources=found.sources, asking=asking)
        wrong = tuple(copy.mistakes())
        if wrong:
            raise ClaimsError(wrong)
        return copy

    def with_figures(self, figures: Mapping[str, Figure]) -> Self:
        """The same article with what data say of its quantities, by name."""
        known = {n: d.model_copy(update={"raw": figures.get(n, d.raw)}) for n, d in self.declarations.items()}
        copy = self.model_copy(update={"quantities": None if self.quantities is None else known})
        for name in ("declarations", "setting", "facts"):
            copy.__dict__.pop(name, None)
        return copy

    @cached_property
    def asking(self) -> Asking | None:
        """How its data were looked for; None before they were."""
        return None

    @cached_property
    def sources(self) -> tuple[DataSource, ...]:
        """The files that its data were read from; none before they were."""
        return ()

    @cached_property
    def facts(self) -> tuple[Statement, ...]:
        """What the quantities' declarations state: structure and raw counts."""
        return structure(self.declarations, tuple(pair for claim in self.claims for pair in claim.extremes()))

    @property
    def meanings(self) -> Mapping[str, str]:
        """What each quantity means, in words."""
        return {name: declaration.meaning for name, declaration in self.declarations.items()}

    @property
    def unused(self) -> tuple[str, ...]:
        """The declared quantities that no claim and no structure speaks of."""
        used = {name for claim in self.claims for name in claim.names()}
        for name, declaration in self.declarations.items():
            used.update(other for _, others in declaration.relations() for other in (name, *others))
        return tuple(name for name in self.declarations if name not in used)

    @cached_property
    def name(self) -> str:
        """What the report calls it: the file that it was loaded from, else that of the article."""
        return self.article or "article"

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each claim and quantity stands, by its name, and each passage to leave out, by the way to it.

        Nowhere, unless it was loaded from a file.
        """
        return dict.fromkeys([*self.declarations, *(claim.id for claim in self.claims)], Place())

    @cached_property
    def questions(self) -> tuple[Place, ...]:
        """Where a draft's questions stand that nobody has answered; none, unless it was loaded from a file."""
        return ()

    @cached_property
    def document(self) -> Document | None:
        """The text of the article, where the claims were loaded together with it."""
        return None

    def placed(
        self,
        name: str,
        places: Mapping[str, Place],
        document: Document | None = None,
        questions: tuple[Place, ...] = (),
    ) -> Self:
        """The same article as loaded from a file. Places are no fields: two articles that say the same are equal."""
        copy = self.model_copy()
        copy.__dict__.update(name=name, places={**self.places, **places}, document=document, questions=questions)
        return copy


def _every_mistake(model: type[ClaimSet], error: ValidationError, data: Mapping[str, Any]) -> list[Mistake]:
    """The mistakes of single fields, and those that show between the fields that have none."""
    found = list(mistakes_in(error, data, partial(fields, model, data["claims"]), tuple(KINDS)))
    broken = {way[1] for way in (mistake.location for mistake in found) if way[:1] == ("claims",) and way[1:]}
    kept = [index for index in range(len(data["claims"])) if index not in broken] if broken else []
    sound = _sound(data, found)
    if broken:
        sound["claims"] = [data["claims"][index] for index in kept]
    rest = model.__new__(model)
    try:
        rest._fill(sound)  # noqa: SLF001 - of the same class
    except ValidationError:
        return found
    for mistake in rest.mistakes(tuple(_lost(data["claims"][index]) for index in sorted(broken))):
        match mistake.location:
            case ("claims", int(index), *way) if broken:
                found.append(replace(mistake, location=("claims", kept[index], *way)))
            case _:
                found.append(mistake)
    return found


def _lost(claim: Any) -> str:
    """The id of a claim that could not be read; where it has none of its own, how it would have begun."""
    given = claim if isinstance(claim, Mapping) else {}
    return str(given.get("id") or f"{given.get('kind')}-")


def _sound(data: Mapping[str, Any], found: Iterable[Mistake]) -> dict[str, Any]:
    """The data without the fields, and without what is said of the quantities, that a mistake is in."""
    sound = dict(data)
    if isinstance(data["quantities"], Mapping):
        sound["quantities"] = dict(data["quantities"])
    for mistake in found:
        match mistake.location:
            case ("claims", _, *_):
                pass
            case ("quantities", str(name)) if mistake.at_key:
                sound["quantities"].pop(name, None)
            case ("quantities", str(name), *_):
                sound["quantities"][name] = None
            case (field, *_):
                sound.pop(str(field), None)
    return sound
