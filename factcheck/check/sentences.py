"""A conflict as a sentence, in which what several claims say of one thing is told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.check.words import joined
from factcheck.claim import Claim, Telling
from factcheck.solve import Conflict


def sentence(conflict: Conflict, claims: Mapping[str, Claim]) -> str:
    """The conflict as a sentence: "Because A and B, it cannot be that C."; `claims` are those of its article, by id."""
    *reasons, last = conflict.clauses
    if not reasons:
        return f"It cannot be that {last}."
    known = (claims[statement.name] for statement in conflict.statements if statement.name in claims)
    tellings = {claim.clause(): telling for claim in known if (telling := claim.telling()) is not None}
    return f"Because {_together(reasons, tellings)}, it cannot be that {last}."


def _together(clauses: Sequence[str], tellings: Mapping[str, Telling]) -> str:
    """The clauses as one enumeration, those with the same verb and tail as one."""
    groups: dict[object, list[Telling]] = {}
    for clause in clauses:
        telling = tellings.get(clause)
        if telling is not None and _is_plain(telling):
            groups.setdefault((telling.verb, telling.tail), []).append(telling)
    shared = [group for group in groups.values() if len({telling.subject for telling in group}) == len(group) > 1]
    if not shared:
        return joined(clauses)
    first = {str(group[0]): _merged(group) for group in shared}
    others = {str(telling) for group in shared for telling in group[1:]}
    told = [first.get(clause, clause) for clause in clauses if clause not in others]
    return told[0] if len(told) == 1 else f"{'; '.join(told[:-1])}; and {told[-1]}"


def _is_plain(telling: Telling) -> bool:
    """Whether its words have no enumeration of their own, so that they can be part of one."""
    return not any(mark in str(telling) for mark in (", ", " and ", " or "))


def _merged(group: Sequence[Telling]) -> str:
    """Their words once: "a made up 52% and b 32.6% of c", "a came to 1, b to 2 and c to 3"."""
    start, *rest = group
    link = "to " if start.verb.endswith(" to") else ""
    items = (f"{start.subject} {start.verb} {start.number}", *(f"{one.subject} {link}{one.number}" for one in rest))
    return f"{joined(items)}{start.tail}"
