"""Connected components: statements that share no quantity, not even by way of others, are settled apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from factcheck.constraint import Quantity, Statement

Item = TypeVar("Item")


def components(statements: Iterable[Statement]) -> list[tuple[Statement, ...]]:
    """The statements in connected groups, both in the order of first mention.

    >>> from factcheck.constraint import Product
    >>> a, b, c = Quantity("a"), Quantity("b"), Quantity("c")
    >>> statements = [Statement(str(n), (Product(x, x, y, ""),)) for n, (x, y) in enumerate([(a, b), (c, c), (b, b)])]
    >>> [[statement.name for statement in group] for group in components(statements)]
    [['0', '2'], ['1']]
    """
    return connected(statements, lambda statement: statement.quantities)


def connected(items: Iterable[Item], quantities: Callable[[Item], Iterable[Quantity]]) -> list[tuple[Item, ...]]:
    """Items in groups that share no quantity, groups and items in the order given."""
    given = list(items)
    leader = list(range(len(given)))  # by item: an earlier or the same one of its group

    def first_of(number: int) -> int:
        while leader[number] != number:
            leader[number] = number = leader[leader[number]]
        return number

    seen: dict[Quantity, int] = {}
    for number, item in enumerate(given):
        for quantity in quantities(item):
            one, other = sorted((first_of(seen.setdefault(quantity, number)), first_of(number)))
            leader[other] = one
    groups: dict[int, list[Item]] = {}
    for number, item in enumerate(given):
        groups.setdefault(first_of(number), []).append(item)
    return [tuple(group) for group in groups.values()]
