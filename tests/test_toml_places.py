"""Where the keys and values of TOML texts stand, against texts that are written together with their places."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claimfile.toml_places import Way, places

KEYS = {"a": "a", "b-1": "b-1", '"c.d"': "c.d", "'e = #'": "e = #", '"f\\"]"': 'f"]', "7": "7"}
SCALARS = (
    "1",
    "-2.50",
    "true",
    "1979-05-27",
    "1979-05-27 07:32:00",
    '"x # [y] = \\" {"',
    "'z\\'",
    '"""\nb = 1 # "" \\""""',
    "'''\n[c]\n''''",
)


class Writer:
    """A TOML text, and where each of its keys and values was written."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw = draw
        self.text = ""
        self.at: dict[Way, tuple[tuple[int, int], tuple[int, int]]] = {}

    @property
    def here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n")

    def chosen(self, choices: Any) -> Any:
        return self.draw(st.sampled_from(list(choices)))

    def gap(self, *more: str) -> None:
        self.text += self.chosen(["", " ", "  ", *more])

    def pair(self, table: Way, key: str, depth: int) -> None:
        at = self.here
        self.text += key
        self.gap()
        self.text += "="
        self.gap()
        way = (*table, KEYS[key])
        self.at[way] = (at, self.here)
        self.value(way, depth)

    def value(self, way: Way, depth: int) -> None:
        sort = self.chosen(["scalar", "list", "table"]) if depth else "scalar"
        if sort == "scalar":
            self.text += self.chosen(SCALARS)
            return
        keys = self.draw(st.lists(st.sampled_from(list(KEYS)), max_size=3, unique=True))
        self.text += "[" if sort == "list" else "{"
        for index, key in enumerate(keys):
            self.text += ", " if index else ""
            if sort == "list":
                self.gap("\n", " # ] it's \"\n")
                self.at[*way, index] = (self.here, self.here)
                self.value((*way, index), depth - 1)
            else:
                self.pair(way, key, depth - 1)
        self.gap()
        self.text += "]" if sort == "list" else "}"

    def document(self) -> None:
        tables: list[Way] = [()]
        for name in ("t", "u"):
            several = self.chosen([False, True])
            tables += [(name, index) for index in range(self.chosen([1, 2]))] if several else [(name,)]
        for table in tables:
            if table:
                brackets = "[[ ]]" if len(table) == 2 else "[ ]"
                opening, closing = brackets.split()
                self.text += opening
                self.gap()
                self.at[table] = (self.here, self.here)
                self.at.setdefault(table[:1], self.at[table])
                self.text += f"{table[0]}{closing}\n"
            for key in self.draw(st.lists(st.sampled_from(list(KEYS)), max_size=3, unique=True)):
                self.gap("\n", "# a = 1\n")
                self.pair(table, key, 2)
                self.gap(" # [x]")
                self.text += "\n"


@given(st.data())
def test_every_key_and_value_is_found_where_it_was_written(data: st.DataObject) -> None:
    writer = Writer(data.draw)
    writer.document()
    tomllib.loads(writer.text)
    assert places(writer.text) == writer.at


def test_dotted_keys_have_a_place_at_every_step() -> None:
    found = places('[a . "b.c"]\nd.e = 1\n')
    assert found["a",] == found["a", "b.c"] == ((1, 2), (1, 2))
    assert found["a", "b.c", "d"] == ((2, 1), (2, 1))
    assert found["a", "b.c", "d", "e"] == ((2, 1), (2, 7))


def test_a_table_inside_a_table_of_a_list_belongs_to_the_last_of_them() -> None:
    found = places("[[a]]\n[[a]]\n[a.b]\nc = 1\n[[a.d]]\n")
    assert found["a", 1, "b", "c"] == ((4, 1), (4, 5))
    assert found["a", 1, "d", 0] == ((5, 3), (5, 3))
