"""How often the question that a number was really worked out from is offered; `make slips` prints it after the slips.

Tables and numbers are drawn here and worked out by code of its own: nothing of it is taken from `factcheck.data` but the
names of the sorts of change. Beside each number that comes from a changed question stands one that is simply wrong.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from factcheck.check import Article
from factcheck.data import Sort
from factcheck.finding import Candidate

SEED, COUNT = 5113, 600
Row = Mapping[str, str]
WORDS = ("north", "south", "east", "west", "none", "O'Neill", 'a "b"', "x;y", "€ 5", "<i>")


BESIDE = {"at_least": "over", "at_most": "under", "from": "after", "to": "before"}
BESIDE |= {word: other for other, word in BESIDE.items()}
OF_DAYS = ("from", "after", "to", "before")


class Range(NamedTuple):
    """Where ages or days begin or end: a word, and the age or day."""

    column: str
    word: str
    end: str

    def holds(self, row: Row) -> bool:
        own, end = (int(row["age"]), int(self.end)) if self.column == "age" else (row["on"], self.end)
        match self.word:
            case "at_least" | "from":
                return own >= end  # type: ignore[operator]
            case "over" | "after":
                return own > end  # type: ignore[operator]
            case "at_most" | "to":
                return own <= end  # type: ignore[operator]
            case "in":
                return row["on"].startswith(self.end)
        return own < end  # type: ignore[operator]


class Question(NamedTuple):
    """What is asked: an operation, its column, for some columns the value that they have, or have not, and a range."""

    operation: str
    column: str
    where: Mapping[str, tuple[str, bool]]
    range: Range | None = None

    def rows(self, rows: list[Row]) -> list[Row]:
        found = [row for row in rows if all((row[name] == v) is wanted for name, (v, wanted) in self.where.items())]
        return found if self.range is None else [row for row in found if self.range.holds(row)]

    def answer(self, rows: list[Row]) -> int:
        found = self.rows(rows)
        if self.operation == "sum":
            return sum(int(row[self.column]) for row in found)
        return len({row[self.column] for row in found}) if self.operation == "distinct" else len(found)

    def with_(self, name: str, value: str | None, *, wanted: bool = True) -> Question:
        where = {known: one for known, one in self.where.items() if known != name}
        return self._replace(where=where if value is None else {**where, name: (value, wanted)})

    def raw(self) -> dict[str, object]:
        column = {} if self.operation == "count" else {self.operation: self.column}
        where: dict[str, object] = {name: v if wanted else {"not": v} for name, (v, wanted) in self.where.items()}
        if self.range is not None:
            where[self.range.column] = {self.range.word: self.range.end}
        return {"table": "t", **column, **({"where": where} if where else {})}


def table(random: Random) -> list[Row]:
    """A few hundred rows: categories of two to eight values, ages, days, persons that come up again, two amounts."""
    columns = {
        f"c{at}": random.sample(WORDS, random.randint(2, 8)) + [""] * random.randint(0, 1)
        for at in range(random.randint(3, 6))
    }
    weights = {name: [random.randint(1, 9) for _ in values] for name, values in columns.items()}
    rows: list[Row] = []
    for number in range(random.randint(200, 2_000)):
        row = {name: random.choices(values, weights[name])[0] for name, values in columns.items()}
        row |= {"age": str(random.randint(8, 80)), "on": str(date(2023, 3, 1) + timedelta(random.randrange(500)))}
        person, net = random.randint(1, 900), random.randint(1, 500)
        rows.append(
            {"id": str(number), **row, "person": f"p{person}", "net": str(net), "gross": str(net + person % 70)}
        )
    return rows


@dataclass(frozen=True)
class Case:
    """Questions of a claims file by quantity, those that the number was worked out from, and what is printed."""

    rows: list[Row]
    asked: dict[str, Question]
    meant: dict[str, Question]
    printed: str
    kind: str

    @property
    def claim(self) -> dict[str, str]:
        if self.kind == "share":
            return {"kind": "share", "part": "part", "whole": "whole", "printed": self.printed}
        return {"kind": "count", "quantity": "x", "printed": self.printed}


def printed(kind: str, questions: Mapping[str, Question], rows: list[Row]) -> str:
    """The number as an article would have it; empty where there is none."""
    if kind != "share":
        return f"{questions['x'].answer(rows):,}"
    part, whole = (questions[name].answer(rows) for name in ("part", "whole"))
    if not part or part >= whole:
        return ""
    share = Decimal(100 * part) / whole
    return f"{share.quantize(Decimal('0.1' if share > 1 else '0.01'), ROUND_HALF_UP)}%"


def _changed(question: Question, sort: str, name: str, value: str) -> Question:
    match sort:
        case Sort.DROPPED:
            return question.with_(name, None)
        case Sort.TURNED:
            return question.with_(name, question.where[name][0], wanted=not question.where[name][1])
        case Sort.END if question.range is not None:
            return question._replace(range=question.range._replace(word=BESIDE[question.range.word]))
        case Sort.COLUMN if question.operation == "sum":
            return question._replace(column="gross" if question.column == "net" else "net")
        case Sort.COLUMN:
            return question._replace(operation="distinct", column="person")
        case _:
            return question.with_(name, value, wanted=sort != Sort.LEFT_OUT)


def case(random: Random, sort: str) -> Case | None:
    """A number that was worked out from other questions than the claims file asks; None where none can be told."""
    rows, kind = table(random), random.choice(("count", "share", "share", "sum"))
    kind = "share" if sort == Sort.BASE else kind
    names = random.sample([name for name in rows[0] if name.startswith("c")], 3)
    values = {name: random.choice(sorted({row[name] for row in rows} - {""})) for name in names}
    first, second, third = names
    if kind == "share":
        base = Question("count", "", {first: (values[first], True)})
        asked = {"part": base.with_(second, values[second]), "whole": base}
    else:
        where = {name: (values[name], True) for name in names[: random.randint(1, 2)]}
        asked = {"x": Question("sum" if kind == "sum" else "count", "net", where)}
    name = third if sort in (Sort.ADDED, Sort.LEFT_OUT) else first
    known = sorted({row[name] for row in rows} - {"", values[name] if name == first else ""})
    if not known:
        return None
    value = random.choice(known)
    touched = random.choice((["whole"], ["part", "whole"], ["part"])) if kind == "share" else ["x"]
    if sort == Sort.BASE:
        meant = {**asked, "whole": Question("count", "", {second: (values[second], True)})}
    else:
        meant = {n: _changed(q, sort, name, value) if n in touched else q for n, q in asked.items()}
    if sort == Sort.END:
        column = random.choice(("age", "on"))
        words = [word for word in BESIDE if (word in OF_DAYS) == (column == "on")]
        ranged = Range(column, random.choice(words), random.choice(rows)[column])
        touched = ["part"] if kind == "share" else ["x"]
        asked = {n: q._replace(range=ranged) if n in touched else q for n, q in asked.items()}
        meant = {n: _changed(q, sort, name, value) if n in touched else q for n, q in asked.items()}
    told, right = printed(kind, meant, rows), printed(kind, asked, rows)
    if not told or not right or told in {right, "0"}:
        return None
    return Case(rows, asked, meant, told, kind)


def candidates(one: Case, number: str, folder: Path) -> list[Candidate]:
    """What is offered where the article prints the number."""
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(one.rows[0]))
        writer.writeheader()
        writer.writerows(one.rows)
    quantities = {name: {"raw": asked.raw(), "amount": one.kind == "sum"} for name, asked in one.asked.items()}
    claim = {**one.claim, "printed": number}
    article = Article(data={"t": "t.csv"}, quantities=quantities, claims=[claim]).fetched(folder)
    return [candidate for finding in article.check().findings for candidate in finding.candidates]


def is_meant(candidate: Candidate, one: Case) -> bool:
    """Whether a candidate asks what was meant, or something that cannot be told from it by what the table says."""
    found = {name: figure.value.low for name, figure in zip(candidate.quantities, candidate.figures, strict=True)}
    return all(
        found.get(name, one.asked[name].answer(one.rows)) == meant.answer(one.rows) for name, meant in one.meant.items()
    )


def wrong(one: Case, random: Random) -> str:
    """Another number of the same form, that nothing led to."""
    digits = [place for place, sign in enumerate(one.printed) if sign.isdecimal()]
    typed = list(one.printed)
    for place in digits:
        typed[place] = random.choice("123456789")
    return "".join(typed)


def main(count: int = COUNT, seed: int = SEED) -> None:
    """Print the figures, sort by sort."""
    rows: dict[str, Counter[str]] = {sort.value: Counter() for sort in Sort}
    seconds = []
    with TemporaryDirectory() as folder:
        for number, sort, one in cases(count, seed):
            start = process_time()
            offered = candidates(one, one.printed, Path(folder))
            seconds.append(process_time() - start)
            places = [place for place, found in enumerate(offered) if is_meant(found, one)]
            by_accident = wrong(one, Random(number))
            accident = by_accident != printed(one.kind, one.asked, one.rows) and candidates(
                one, by_accident, Path(folder)
            )
            row = rows[sort]
            row.update(made=1, first=places[:1] == [0], told=bool(places), others=bool(offered) and not places)
            row.update(accident=bool(accident))
    rows["all"] = sum(rows.values(), Counter())
    print(f"{'change':22} {'made':>6} {'first':>6} {'in 3':>6} {'only others':>12} {'for a wrong number':>19}")  # noqa: T201
    for name, row in rows.items():
        print(f"{name:22} {row['made']:6} {row['first']:6} {row['told']:6} {row['others']:12} {row['accident']:19}")  # noqa: T201
    print(f"median {1000 * median(seconds):.0f} ms an article")  # noqa: T201


def cases(count: int, seed: int) -> Iterator[tuple[int, str, Case]]:
    """So many cases, the sorts in turn, each with its number."""
    for number in range(count):
        sort = list(Sort)[number % len(Sort)].value
        draws = (case(Random(f"{seed}:{number}:{again}"), sort) for again in range(100))
        yield number, sort, next(found for found in draws if found is not None)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
