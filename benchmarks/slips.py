"""How often the slip that was made is named: articles with one slip each, of every class alike; `make slips` runs it.

The articles are drawn here, by code of its own: nothing of it is taken from the catalogue but the names of the slips.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random
from statistics import median
from time import process_time
from typing import Any

from factcheck.check import Article, check
from factcheck.constraint import Statement
from factcheck.finding import ArticleReport, LikelySlip
from tests.test_solve_z3 import in_z3, is_linear

SEED, COUNT = 7411, 500  # another seed than the catalogue was developed with (2026)


@dataclass
class Draft:
    """An article while it is written: its quantities, its claims, and the claim in which the slip was made."""

    random: Random
    quantities: dict[str, Any] = field(default_factory=dict)
    claims: list[dict[str, Any]] = field(default_factory=list)
    wrong: str = ""

    def count(self, name: str, value: int | str, *, wrong: bool = False, **declared: Any) -> None:
        self.quantities.setdefault(name, declared or None)
        printed = f"{value:,}" if isinstance(value, int) else value
        self.say("count", f"{name}-count", wrong=wrong, quantity=name, printed=printed)

    def say(self, kind: str, name: str, *, wrong: bool = False, **fields: Any) -> None:
        self.claims.append({"kind": kind, "id": name, **fields})
        self.wrong = name if wrong else self.wrong

    def others(self) -> None:
        """Numbers that have nothing to do with the slip."""
        for name in ("wards", "doctors", "beds"):
            self.count(name, self.random.randint(100, 9_000))


def decimals(over: int, under: int, places: int, rounding: str = ROUND_HALF_UP) -> str:
    """A hundred times the ratio."""
    return str((Decimal(100 * over) / Decimal(under)).quantize(Decimal(1).scaleb(-places), rounding))


def mistyped(digits: str, way: str, random: Random) -> str:
    """Digits after a slip of the hand; as they were where it cannot be made, as in swapping those of 44."""
    typed = sorted({one for at in range(len(digits)) for one in _typed(digits, way, at)} - {digits})
    return random.choice([one for one in typed if not one.startswith("0")] or [digits])


def _typed(digits: str, way: str, at: int) -> tuple[str, ...]:
    keys = "1234567890"
    key = keys.index(digits[at])
    ways = {
        "digits swapped": (digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :] if at else digits,),
        "digit dropped": (digits[:at] + digits[at + 1 :],),
        "digit doubled": (digits[:at] + 2 * digits[at] + digits[at + 1 :],),
        "neighbouring key": tuple(
            digits[:at] + near + digits[at + 1 :] for near in keys[max(key - 1, 0) : key] + keys[key + 1 : key + 2]
        ),
        "off by one": (str(int(digits) + 1), str(int(digits) - 1)),
    }
    return ways[way]


def of_whole(draft: Draft, slip: str) -> None:  # noqa: C901 - a class after the other
    """A part, its whole and its share, to a tenth of a per cent."""
    random = draft.random
    whole = random.randint(300, 9_000)
    part = random.randint(whole // 20, whole * 2 // 5)
    shown, base = decimals(part, whole, 1), "patients"
    values = {"patients": whole, "upheld": part}
    printed: dict[str, str] = {name: f"{value:,}" for name, value in values.items()}
    wrong = "share"
    if slip in HAND:
        typed = {name: mistyped(str(value), slip, random) for name, value in values.items()}
        wrong = random.choice([name for name, value in values.items() if typed[name] != str(value)])
        printed[wrong] = f"{int(typed[wrong]):,}"
        wrong = f"{wrong}-count"
    if slip == "complement":
        shown = decimals(whole - part, whole, 1)
    if slip == "wrong base":
        other = whole + random.randint(whole // 5, whole)
        draft.count("admissions", other)
        shown = decimals(part, other, 1)
    if slip == "truncated":
        while decimals(part, whole, 1, ROUND_DOWN) == decimals(part, whole, 1):
            part += 1
        printed["upheld"], shown = f"{part:,}", decimals(part, whole, 1, ROUND_DOWN)
    if slip == "rounded twice":
        whole = random.randint(5_000, 9_000)
        part = next(k for k in range(whole // 4, whole) if 45 <= 10_000 * k * 10 // whole % 1_000 // 10 % 100 < 50)
        printed = {"patients": f"{whole:,}", "upheld": f"{part:,}"}
        shown = str(int(Decimal(decimals(part, whole, 1)).quantize(Decimal(1), ROUND_HALF_UP)))
    if slip == "one in x inverted":
        x = random.choice((3, 4, 5, 6, 7, 8, 20, 25, 33))
        part = whole // x
        printed["upheld"], shown = f"{part:,}", str(x)
    if slip == "part and whole swapped":
        printed = {"patients": printed["upheld"], "upheld": printed["patients"]}
        wrong = "upheld-count"
    hedged, words = slip == "hedge on the wrong side", ""
    if hedged:
        words, share = random.choice((("a fifth", 5), ("a quarter", 4), ("a third", 3)))
        part = whole // share + whole // (100 if random.random() < 0.5 else 60)
        printed["upheld"] = f"{part:,}"
    for name in ("patients", "upheld"):
        draft.count(name, printed[name], wrong=wrong == f"{name}-count")
    told = f"nearly {words}" if hedged else f"{shown}%"
    draft.say("share", "share", wrong=wrong == "share", part="upheld", whole=base, printed=told)


def moved(draft: Draft, slip: str) -> None:
    """A number before and after, and the change in per cent."""
    random = draft.random
    before = random.randint(200, 5_000)
    fell = slip == "ratio told as fall" or (slip != "ratio told as rise" and random.random() < 0.5)
    after = before * random.randint(40, 88) // 100 if fell else before * random.randint(112, 260) // 100
    shown = decimals(abs(after - before), before, 1)
    word = "down" if fell else "up"
    numbers = [f"{before:,}", f"{after:,}"]
    if slip in ("ratio told as rise", "ratio told as fall"):
        shown = decimals(after, before, 1)
    if slip == "over the new value":
        shown = decimals(abs(after - before), after, 1)
    if slip == "direction word":
        word = "up" if fell else "down"
    if slip == "old and new swapped":
        numbers.reverse()
    draft.count("cases_before", numbers[0])
    draft.count("cases_now", numbers[1])
    draft.say("change", "change", wrong=True, before="cases_before", after="cases_now", printed=f"{word} {shown}%")


def added(draft: Draft, slip: str) -> None:
    """Parts and their total; for rounded parts, shares of all."""
    random = draft.random
    parts = [random.randint(30, 900) for _ in range(random.randint(3, 4))]
    names = ["vans", "buses", "trams", "lorries"][: len(parts)]
    whole = sum(parts)
    if slip == "part left out of a sum":
        whole -= random.choice(parts)
    if slip == "part counted twice in a sum":
        whole += random.choice(parts)
    for name, part in zip(names, parts, strict=True):
        draft.count(name, part)
    draft.count("vehicles", whole, wrong=True)
    draft.say("total", "total", parts=names, whole="vehicles")


def rounded_sum(draft: Draft, _: str) -> None:
    random = draft.random
    while True:
        whole = random.randint(300, 3_000)
        parts = [random.randint(20, whole // 4) for _ in range(3)]
        told = sum(Decimal(decimals(part, whole, 1)) for part in parts)
        if str(told) != decimals(sum(parts), whole, 1):
            break
    names = ["won", "lost", "drawn"]
    draft.count("games", whole)
    for name, part in zip(names, parts, strict=True):
        draft.count(name, part)
        draft.say("share", f"{name}-share", part=name, whole="games", printed=f"{decimals(part, whole, 1)}%")
    draft.quantities["decided"] = {"sum_of": names}
    draft.say("share", "decided-share", wrong=True, part="decided", whole="games", printed=f"{told}%")


def multiple(draft: Draft, _: str) -> None:
    less = draft.random.randint(100, 900)
    times = Decimal(draft.random.randint(15, 60)) / 10
    more = int(less * times)
    shown = (Decimal(more) / less).quantize(Decimal("0.1"), ROUND_HALF_UP)
    draft.count("losses", less)
    draft.count("wins", more)
    shown -= 1
    draft.say("ratio", "ratio", wrong=True, of="wins", to="losses", printed=f"{shown} times")


def rate(draft: Draft, _: str) -> None:
    people, deaths = 50 + 1_000 * draft.random.randint(210, 990), draft.random.randint(60, 900)
    draft.count("people", people)
    draft.count("deaths", deaths)
    shown = decimals(deaths * 1_000, people, 1)
    per = draft.random.choice(("10,000", "1,000,000"))
    draft.say("rate", "rate", wrong=True, events="deaths", population="people", printed=f"{shown} per {per}")


def scaled(draft: Draft, _: str) -> None:
    paid = 1_000 * draft.random.randint(1_200, 9_900) + draft.random.randint(1, 999)
    shown = Decimal(paid).scaleb(-6).quantize(Decimal("0.1"), ROUND_HALF_UP)
    draft.count("grant", f"£{paid:,}", amount="true")
    draft.quantities["income"] = {"amount": "true"}
    draft.say("count", "income-count", wrong=True, quantity="income", printed=f"£{shown}bn")
    draft.say("same", "same", first="grant", second="income")


def points(draft: Draft, _: str) -> None:
    low = draft.random.randint(100, 400)
    rise = draft.random.randint(21, 99)
    rate: dict[str, Any] = {"amount": "true", "unit": "%"}
    draft.count("support_before", f"{low / 10}%", **rate)
    draft.count("support_now", f"{(low + rise) / 10}%", **rate)
    shown = f"{rise / 10}"
    draft.say("change", "change", wrong=True, before="support_before", after="support_now", printed=f"up {shown}%")


def averaged(draft: Draft, _: str) -> None:
    random = draft.random
    wholes = [random.randint(40, 200), random.randint(400, 1_500)]
    passes = [wholes[0] * random.randint(70, 95) // 100, wholes[1] * random.randint(30, 60) // 100]
    draft.quantities |= {"pupils_a": None, "pupils_b": None, "passes_a": None, "passes_b": None}
    for side, whole, part in zip("ab", wholes, passes, strict=True):
        draft.count(f"pupils_{side}", whole)
        draft.count(f"passes_{side}", part)
    plain = (Decimal(100 * passes[0]) / wholes[0] + Decimal(100 * passes[1]) / wholes[1]) / 2
    of = [{"part": f"passes_{side}", "whole": f"pupils_{side}"} for side in "ab"]
    shown = plain.quantize(Decimal("0.1"), ROUND_HALF_UP)
    draft.say("average", "average", wrong=True, of=of, weights=["pupils_a", "pupils_b"], printed=f"{shown}%")


def stale(draft: Draft, _: str) -> None:
    value = draft.random.randint(300, 9_000)
    draft.count("cases", value)
    draft.say("count", "headline", wrong=True, quantity="cases", printed=f"{draft.random.randint(100, 9_900):,}")


HAND = ("digits swapped", "digit dropped", "digit doubled", "neighbouring key", "off by one")
CLASSES: Mapping[str, Callable[[Draft, str], None]] = {
    **dict.fromkeys(HAND, of_whole),
    **dict.fromkeys(
        (
            "complement",
            "wrong base",
            "truncated",
            "rounded twice",
            "one in x inverted",
            "part and whole swapped",
            "hedge on the wrong side",
        ),
        of_whole,
    ),
    **dict.fromkeys(
        ("ratio told as rise", "ratio told as fall", "over the new value", "direction word", "old and new swapped"),
        moved,
    ),
    "part left out of a sum": added,
    "part counted twice in a sum": added,
    "sum of rounded parts": rounded_sum,
    "times more": multiple,
    "wrong per": rate,
    "thousand million billion": scaled,
    "per cent for points": points,
    "average of averages": averaged,
    "stale printing": stale,
}


@dataclass(frozen=True)
class Made:
    """An article with a slip, and what is told of it."""

    slip: str
    wrong: str
    article: Article
    report: ArticleReport
    seconds: float

    @property
    def slips(self) -> list[LikelySlip]:
        return [slip for finding in self.report.findings for slip in finding.slips]

    @property
    def is_detectable(self) -> bool:
        """Whether another solver, asked for values that make all statements true, finds that there are none.

        Products are beyond it; there it is whether a conflict was found.
        """
        claims, setting = self.article.claims, self.article.setting
        said = (Statement(claim.id, tuple(claim.conditions(setting))) for claim in claims)
        statements = [*self.article.facts, *said]
        return str(in_z3(statements).check()) == "unsat" if is_linear(statements) else self.is_accused

    @property
    def is_accused(self) -> bool:
        return any(self.wrong in finding.claims for finding in self.report.findings if finding.is_error)

    def place(self) -> int | None:
        """Where the slip that was made stands among those told, from 0; None where it does not."""
        for finding in self.report.findings:
            for place, slip in enumerate(finding.slips):
                if self.slip in (slip.slip, *slip.also):
                    return place
        return None


def made(count: int, seed: int) -> Iterator[Made]:
    """So many articles, the classes in turn."""
    for number in range(count):
        slip = list(CLASSES)[number % len(CLASSES)]
        draft = Draft(Random(f"{seed}:{number}"))
        CLASSES[slip](draft, slip)
        draft.others()
        article = Article(quantities=draft.quantities, claims=draft.claims)
        start = process_time()
        report = check(article)
        yield Made(slip, draft.wrong, article, report, process_time() - start)


def main(count: int = COUNT, seed: int = SEED) -> None:
    """Print the figures, class by class."""
    rows: dict[str, Counter[str]] = {slip: Counter() for slip in CLASSES}
    seconds = []
    for one in made(count, seed):
        row, place = rows[one.slip], one.place()
        seconds.append(one.seconds)
        row.update(made=1, shown=one.is_detectable, accused=one.is_accused, first=place == 0, told=place is not None)
        row.update(only_wrong=bool(one.slips) and place is None)
    rows["all"] = sum(rows.values(), Counter())
    print(f"{'slip':28} {'made':>6} {'shown':>6} {'found':>6} {'first':>6} {'in 3':>6} {'only others':>12}")  # noqa: T201
    for slip, row in rows.items():
        figures = (row["made"], row["shown"], row["accused"], row["first"], row["told"])
        print(f"{slip:28}", *(f"{figure:6}" for figure in figures), f"{row['only_wrong']:12}")  # noqa: T201
    print(f"median {1000 * median(seconds):.0f} ms an article")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
