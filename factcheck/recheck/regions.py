"""The regions of a Venn diagram that facts about sets allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.recheck.values import Data, require

MOST = 100_000

Sets = frozenset[str]


def regions_of(sets: list[str], facts: Iterable[Data]) -> list[tuple[str, ...]]:
    """Every region inside some of the sets: what may be in just these of them, as far as the facts, which speak of all, go."""
    regions, settled, everything = [Sets()], Sets(), Sets(sets)
    for fact in facts:
        for mine, ways in _ways(fact, everything):
            by_shared = dict[Sets, list[Sets]]()
            for way in ways:
                by_shared.setdefault(way & settled, []).append(way)
            wider = list[Sets]()
            for region in regions:
                wider += [region | way for way in by_shared.get(region & mine, ())]
                require(len(wider) <= MOST, f"there are more than {MOST:,} regions")
            regions, settled = wider, settled | mine
    require(settled == everything and len(everything) == len(sets), "a group has sets that its facts do not tell of")
    return [tuple(name for name in sets if name in region) for region in regions if region]


def _ways(fact: Data, sets: Sets) -> Iterator[tuple[Sets, list[Sets]]]:
    """The ways for a thing to be in the sets of a fact; of subsets one by one, as far as they are among the sets."""
    outside, whole, parts = Sets(), Sets([fact["whole"]]), list(dict.fromkeys(fact["parts"]))
    if fact["relation"] == "of":
        for part in parts:
            if {part, fact["whole"]} <= sets:
                yield whole | {part}, [outside, whole, whole | {part}]
        return
    mine = whole.union(parts)
    require(mine <= sets, "a group lacks sets of its facts")
    inside = [whole | {part} for part in parts]
    if fact["relation"] == "any_of":
        inside = [whole]
        for part in parts:
            inside += [way | {part} for way in inside]
            require(len(inside) <= MOST, f"there are more than {MOST:,} regions")
        del inside[0]
    yield mine, [outside, *([whole] if fact["relation"] == "some_of" else []), *inside]
