"""What settings are made of: the types of their fields, each with what is told of a value that is none."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from factcheck.finding import Severity
from factcheck.mistake import near
from factcheck.model import OneOrMany, shown
from factcheck.rules import RULES

TRUTH = {"true": True, "false": False}


def _as_rule(value: Any) -> str:
    """The name of a rule that there is."""
    known = f"there is {', '.join(RULES)}"
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} where a rule was expected; {known}")
    if value not in RULES:
        raise ValueError(f"unknown rule {shown(value)}; {near(value, RULES, known)}")
    return value


def _not_empty(names: tuple[str, ...]) -> tuple[str, ...]:
    """At least one rule: with none at all everything would pass."""
    if not names:
        raise ValueError("no rule is selected, so that nothing would ever be told; leave `select` out to have all")
    return names


def _as_severity(value: Any) -> Severity:
    """How much a finding weighs."""
    if not isinstance(value, str) or value not in set(Severity):
        remedy = "write error, warning or note; to hear nothing of the rule, list it under `ignore`"
        raise ValueError(f"{shown(value)} is no severity; {remedy}")
    return Severity(value)


def _as_pattern(value: str) -> str:
    """A pattern of paths below the folder of the configuration file."""
    if "\\" in value:
        raise ValueError(f"{shown(value)} has a backslash; set folders apart with /")
    if ".." in value.split("/") or not value.strip("/"):
        raise ValueError(f"{shown(value)} matches no file; patterns are for what lies below the folder of this file")
    return value


def _as_truth(value: Any) -> bool:
    """True or false; pydantic would also take yes, on and 1."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value not in TRUTH:
        raise ValueError(f"{shown(value)} is neither true nor false; write true or false")
    return TRUTH[value]


RuleName = Annotated[str, PlainValidator(_as_rule), WithJsonSchema({"type": "string", "enum": [*RULES]})]
"""The name of a rule."""

RuleNames = Annotated[tuple[RuleName, ...], OneOrMany()]
"""The name of a rule, or a list of them."""

Selected = Annotated[RuleNames, AfterValidator(_not_empty)]
"""The names of rules, at least one."""

Weight = Annotated[Severity, PlainValidator(_as_severity), WithJsonSchema({"type": "string", "enum": [*Severity]})]
"""A severity."""

Pattern = Annotated[str, AfterValidator(_as_pattern)]
"""A pattern of paths: `*` and `?` stand for what is within a name, `**` for any folders."""

Truth = Annotated[bool, BeforeValidator(_as_truth)]
"""True or false."""
