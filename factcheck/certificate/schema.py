"""The JSON Schema of certificates, from the shapes that the checker reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factcheck.recheck import checker, reading

Schema = dict[str, Any]

READERS: dict[Callable[[Any], Any], Schema] = {
    reading.text: {"type": "string"},
    reading.place: {"type": "integer", "minimum": 0},
    reading.truth: {"type": "boolean"},
    reading.quantity: {"type": "string", "pattern": f"^{checker.NUMBER}$"},
    reading.ends: {"type": "string", "pattern": f"^{checker.RANGE}$"},
}


def schema() -> Schema:
    """The schema; what it takes, the checker can read, but for fields named twice."""
    told = _schema(reading.CERTIFICATE)
    told["properties"]["schema_version"] = {"const": reading.VERSION}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Certificate",
        "description": "What articles state, and why each verdict on it is right.",
        **told,
    }


def _schema(shape: Any) -> Schema:
    match shape:
        case tuple():
            return {"anyOf": [_schema(one) for one in shape]}
        case list():
            return {"type": "array", "items": _schema(shape[0])}
        case set():
            return {"enum": sorted(shape)}
        case dict() if str in shape:
            return {"type": "object", "additionalProperties": _schema(shape[str])}
        case dict():
            return {
                "type": "object",
                "properties": {key.removesuffix("?"): _schema(value) for key, value in shape.items()},
                "required": [key for key in shape if not key.endswith("?")],
                "additionalProperties": False,
            }
    return READERS[shape]
