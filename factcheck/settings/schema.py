"""The JSON Schema of configuration files, for editors."""

from __future__ import annotations

from typing import Any

from factcheck.claimfile.schema import tidy
from factcheck.settings.model import Settings

EXAMPLE = {
    "ignore": ["implied"],
    "min-coverage": 90,
    "require-source": True,
    "severity": {"misleading-hedge": "error"},
    "per-file-ignores": {"claims/archive": ["missing-source"]},
}


def schema() -> dict[str, Any]:
    """What a configuration may hold, as a JSON Schema (draft 7) with descriptions."""
    model = Settings.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = {name: tidy(definition) for name, definition in model.pop("$defs").items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **tidy(model),
        "title": "factcheck configuration",
        "examples": [EXAMPLE],
        "definitions": definitions,
    }
