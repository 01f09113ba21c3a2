"""The verdict on each component, and on all of a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.recheck.checker import Component, Data, Proof, UnprovedError, at, require


@dataclass(frozen=True)
class Result:
    """What is proved of one article: components that hold, conflicts, what is unknown; and what is not proved, with why."""

    article: str
    holding: int
    conflicts: int
    unknown: int
    unproved: tuple[str, ...]


def recheck(certificate: Data) -> Iterator[Result]:
    """The results, article by article, of a certificate as it was loaded."""
    for number, article in enumerate(certificate["articles"]):
        proved, unproved, before = list[Data](), list[str](), set[str]()
        for place, component in enumerate(article["components"]):
            try:
                with at(f"articles[{number}].components[{place}]"):
                    _require_apart(component, before)
                    _require_proved(component)
                proved.append(component)
            except UnprovedError as error:
                unproved.append(str(error))
        holding = sum(component["verdict"] == "holds" for component in proved)
        conflicts = sum(len(component.get("conflicts", [])) for component in proved)
        unknown = sum("witness" not in component for component in proved)
        yield Result(article["name"], holding, conflicts, unknown, tuple(unproved))


def _require_apart(component: Data, before: set[str]) -> None:
    """See that no component before speaks of its quantities, and note them: two that share one say nothing of both."""
    shared = sorted(before & component["quantities"].keys())
    before.update(component["quantities"])
    require(not shared, f"{', '.join(shared)} stands in a component before, too")


def _require_proved(component: Data) -> None:
    """UnprovedError where the component is not proved to be as it says."""
    whole, conflicts = Component(component), component.get("conflicts", [])
    left = list(whole.statements)
    for number, conflict in enumerate(conflicts):
        with at(f"conflicts[{number}]"):
            Proof(whole, conflict).follow()
            _require_needed(whole, conflict)
            accused = _accused(whole, conflict["statements"])
        left = [name for name in left if name not in accused]
    if "witness" in component:
        with at("witness"):
            whole.hold(left, component["witness"])
    shown = "conflict" if conflicts else "holds" if "witness" in component else "unknown"
    require(component["verdict"] == shown, f'it says "{component["verdict"]}", but shows "{shown}"')


def _require_needed(whole: Component, conflict: Data) -> None:
    """See that each statement of a conflict is needed for it, where that is said: without it the others hold."""
    if "needed" in conflict:
        members = conflict["statements"]
        require(sorted(conflict["needed"]) == sorted(members), "not every statement is shown to be needed")
        for name, witness in conflict["needed"].items():
            with at(f"needed.{name}"):
                whole.hold([member for member in members if member != name], witness)


def _accused(whole: Component, members: list[str]) -> set[str]:
    """What the rest does without: the claims of a conflict, or all of its statements where none of them is a claim."""
    return {name for name in members if whole.statements[name]["role"] == "claim"} or set(members)
