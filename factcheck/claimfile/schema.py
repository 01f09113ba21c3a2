"""The JSON Schema of claims files, for editors: the models' own, in the words of draft 7."""

from __future__ import annotations

from typing import Any

from factcheck.check import Article
from factcheck.kinds import KINDS

EXAMPLE = {
    "article": "nspcc-grooming.md",
    "quantities": {
        "crimes": "offences recorded in the first nine months",
        "platform_known": {"meaning": "offences for which police named the platform", "of": "crimes"},
        "facebook": {"of": "platform_known"},
    },
    "claims": [
        {"kind": "count", "quantity": "crimes", "printed": "1,628", "quote": "1,628 crimes were recorded"},
        {"kind": "share", "part": "facebook", "whole": "platform_known", "printed": "32.6 per cent"},
    ],
}


def schema() -> dict[str, Any]:
    """What a claims file may hold, as a JSON Schema (draft 7) with descriptions and examples."""
    model = Article.model_json_schema(ref_template="#/definitions/{model}")
    definitions = {name: tidy(definition) for name, definition in model.pop("$defs").items()}
    for kind in KINDS.values():
        definition = definitions[kind.__name__]
        definition["required"] = ["kind", *definition.get("required", [])]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "factcheck claims file",
        **tidy(model),
        "description": model["description"].partition("\n\n")[0],
        "examples": [EXAMPLE],
        "definitions": definitions,
    }


def tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema without what an editor has no use for: generated titles, defaults of nothing, unions by trial."""
    if "discriminator" in schema:
        return _by_kind(schema["discriminator"]["mapping"])
    kept = {key: _inside(key, value) for key, value in schema.items() if key != "title"}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if kept.get("default", "") is None:
        kept = _without_null(kept)
    if "$ref" in kept and len(kept) > 1:  # draft 7 ignores what stands beside a reference
        kept["allOf"] = [{"$ref": kept.pop("$ref")}]
    return kept


def _inside(key: str, value: Any) -> Any:
    """What stands under a word of the schema, with the schemas in it tidied."""
    if key in ("properties", "patternProperties"):
        return {name: tidy(inner) for name, inner in value.items()}
    if key in ("items", "additionalProperties") and isinstance(value, dict):
        return tidy(value)
    return [tidy(inner) for inner in value] if key in ("anyOf", "allOf") else value


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """An optional field is left out, not set to null."""
    several = [inner for inner in schema.get("anyOf", ()) if inner != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key not in ("anyOf", "default")}
    return several[0] | rest if len(several) == 1 else {**rest, "anyOf": several}


def _by_kind(references: dict[str, str]) -> dict[str, Any]:
    """A claim: its kind says which fields it has, so that an editor complains about the right ones."""
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(references), "description": "What sort of statement it is."}},
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": reference}}
            for kind, reference in references.items()
        ],
    }
