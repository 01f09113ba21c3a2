"""A writer: a file of sentence templates, and the articles that come of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.newsroom.drawn import DRAWS, TABLES, Words

WRITERS = tuple(sorted(file.stem for file in Path(__file__).parent.glob("*.txt")))
BYSTANDERS = tuple(sorted(f"bystanders/{file.stem}" for file in Path(__file__).parent.glob("bystanders/*.txt")))
"""Writers of nothing but passages whose numbers say nothing about each other, and look as if they did."""
DIGITS = "none one two three four five six seven eight nine".split()
CLASSES = (
    *("share fraction change points difference total rate mean ratio range beyond part twice weekday age".split()),
    "table total",
    "table share",
)
PER_CENT = ("%", "%", " per cent", " percent")


@dataclass(frozen=True, slots=True)
class Article:
    """A text in Markdown, and where the slip stands in it: an empty span where there is none; `template` is its words."""

    text: str
    start: int = 0
    end: int = 0
    template: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """How one article prints: its sign for per cent, and whether small counts are words."""

    percent: str
    words: bool

    @classmethod
    def of(cls, random: Random) -> House:
        """Any house."""
        return cls(random.choice(PER_CENT), random.random() < 0.5)

    def number(self, value: str | int) -> str:
        if isinstance(value, str):
            return value
        return DIGITS[value] if self.words and 0 < value < 10 else f"{value:,}"


@cache
def templates(writer: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The templates of each class, each with the draw that it prints."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    draw = ""
    for line in (Path(__file__).parent / f"{writer}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            draw = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            found[draw if draw in TABLES else draw.split()[0]].append((draw, line))
    return {name: tuple(lines) for name, lines in found.items()}


def passage(random: Random, draw: str, template: str, house: House, *, slip: bool = False) -> str:
    """A template with its numbers: `{#k}` is in figures in every house, and "a" is "an" where the number wants it."""
    if draw in TABLES:
        return _table(random, draw, template, slip=slip)
    words: Words | None = None
    while words is None:
        words = DRAWS[draw](random, slip)
    chosen = re.sub(r"\[([^]]*)]", lambda match: random.choice(match[1].split("|")), template)
    drawn = {name: house.number(value) for name, value in words.items()}
    figures = {name: House(house.percent, words=False).number(value) for name, value in words.items()}
    printed = re.sub(r"\{(#?)(\w+)}", lambda match: (figures if match[1] else drawn)[match[2]], chosen)
    printed = re.sub(r"\b([Aa]) (?=8|1[18]\b|eight)", r"\1n ", printed.replace("{%}", house.percent))
    return printed[0].upper() + printed[1:]


def _table(random: Random, draw: str, template: str, *, slip: bool) -> str:
    caption, head, rows, total = (part.strip() for part in template.split("|"))
    labels = [*rows.split("; "), total]
    heads = head.split("; ")
    cells = None
    while cells is None:
        cells = TABLES[draw](random, len(labels) - 1, len(heads) - 1, slip)
    lines = [heads, ["---"] * len(heads), *([label, *row] for label, row in zip(labels, cells, strict=True))]
    return f"{caption}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines)


def article(writer: str, random: Random, slip: str = "") -> Article:
    """Five true passages and three of other numbers; with a class named, one more with a slip of that class."""
    known = templates(writer)
    house = House.of(random)
    classes = [name for name in CLASSES if name in known and name != slip]
    chosen = [random.choice(known[name]) for name in random.sample(classes, 5)]
    chosen += random.sample(known["filler"], 3)
    passages = [passage(random, draw, template, house) for draw, template in chosen]
    random.shuffle(passages)
    planted = ""
    template = ""
    at = random.randrange(len(passages) + 1)
    if slip:
        draw, template = random.choice(known[slip])
        planted = passage(random, draw, template, house, slip=True)
        passages.insert(at, planted)
    text = "# News in brief\n"
    start = 0
    for number, one in enumerate(passages):
        apart = "\n" in one or "\n" in passages[number - 1] or random.random() < 0.5
        text += "\n\n" if number == 0 or apart else " "
        if slip and number == at:
            start = len(text)
        text += one
    return Article(text + "\n", start, start + len(planted), template)
