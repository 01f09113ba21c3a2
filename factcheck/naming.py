"""How quantities are told: their names as words, and the names of the unknowns that belong to a group."""

from __future__ import annotations

from factcheck.constraint import Quantity
from factcheck.interval import Interval


def label(name: str) -> str:
    """A quantity's name as words.

    >>> label("platform_known")
    'platform known'
    """
    return name.replace("_", " ")


def listed(names: tuple[str, ...], word: str = "and") -> str:
    """Names as an enumeration in words.

    >>> listed(("facebook", "instagram", "other_apps")), listed(("a", "b"), "or")
    ('facebook, instagram and other apps', 'a or b')
    """
    words = [label(name) for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"


def extreme(attribute: str, group: str, side: str) -> Quantity:
    """The unknown that is the "lowest" or "highest" value of an attribute in a group.

    >>> extreme("age", "all_victims", "lowest").name
    'lowest age in all victims'
    """
    return Quantity(f"{side} {label(attribute)} in {label(group)}", whole=False, within=Interval())
