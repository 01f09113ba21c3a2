"""The articles of `benchmarks.articles` as claims: the same hidden counts in the same sorts of blocks, with printed words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.articles import BLOCKS, PERCENT, Printed, Writer, write
from factcheck.check import Article
from factcheck.constraint import Constraint, Quantity, Relation, Terms

Claim = dict[str, Any]
TIMES = Fraction(1, 10)


class ClaimWriter(Writer):
    """Writes claims and declarations where the other writes statements; a sum over a sum becomes the kind that says it."""

    def __init__(self, seed: int, *, vague: bool = False, prefix: str = "") -> None:
        super().__init__(seed, vague=vague, prefix=prefix)
        self.quantities: dict[str, dict[str, Any]] = {}
        self.claims: list[Claim] = []

    def count(self, name: str, value: int) -> Quantity:
        quantity = super().count(name, value)
        self.quantities[quantity.name] = {}
        return quantity

    def say(self, over: Terms, under: Terms = (), quantum: Fraction = Fraction(0)) -> None:
        before = dict(self.article.printed)
        super().say(over, under, quantum)
        for name, printed in self.article.printed.items():
            if name not in before and (quantum != TIMES or printed.value):  # nobody prints "0.0 times"
                self.claims.append(self.claim(printed))

    def rank(self, quantities: Iterable[Quantity]) -> None:
        order = sorted(quantities, key=lambda quantity: -self.true(quantity))
        if len({self.true(quantity) for quantity in order}) == len(order):
            place = self.random.choice((0, 1))
            names = [quantity.name for quantity in order]
            words = ("first", "second")[place]
            self.claims.append({"kind": "rank", "quantity": names[place], "among": names, "printed": words})

    def structure(self, relation: Relation, whole: Quantity, parts: Sequence[Quantity]) -> None:
        if relation is Relation.SUBSET:
            for part in parts:
                self.quantities[part.name].setdefault("of", []).append(whole.name)
        else:
            self.quantities[whole.name][relation.value] = [part.name for part in parts]

    def claim(self, printed: Printed) -> Claim:
        """The claim that prints this number of a ratio."""
        over, under = printed.ratio.numerator, printed.ratio.denominator
        names = [quantity.name for quantity, weight in over if weight > 0]
        percent = f"{float(abs(100 * printed.value)):.{0 if printed.quantum == PERCENT else 1}f}%"
        if not under and over[0][1] == 1:
            return {"kind": "count", "quantity": names[0], "printed": _count(printed.value, printed.quantum)}
        if not under:
            number = f"number_{len(self.quantities)}"
            self.quantities[number] = {"raw": int(1 / over[0][1])}
            words = _count(printed.value, printed.quantum)
            return {"kind": "mean", "total": names[0], "n": number, "printed": words}
        base = under[0][0].name
        if len(over) > 1:
            true = printed.ratio.value(self.article.truth)
            way = "down" if true is not None and true < 0 else "up"
            return {"kind": "change", "before": base, "after": names[0], "printed": f"{way} {percent}"}
        if printed.quantum == TIMES:
            return {"kind": "ratio", "of": names[0], "to": base, "printed": f"{float(printed.value):.1f} times"}
        return {"kind": "share", "part": names[0], "whole": base, "printed": percent}

    def written(self, slip: int | None = None) -> Article:
        """What has been written, as an article with claims c1, c2 and so on; with a seed for it, one number is mistyped."""
        claims = [{"id": f"c{number}", **one} for number, one in enumerate([*self.claims, *self.sums()], start=1)]
        if slip is not None:
            random = Random(slip)
            wrong = random.choice([one for one in claims if any(c.isdigit() for c in one.get("printed", ""))])
            wrong["printed"] = _mistyped(wrong["printed"], random)
        return Article(quantities=self.quantities, claims=claims)

    def sums(self) -> Iterator[Claim]:
        """The sums of tables and of years, as claims."""
        for statement in self.article.statements:
            if statement.name.endswith("added up"):
                (equal,) = statement.conditions
                assert isinstance(equal, Constraint)
                parts = [quantity.name for quantity, weight in equal.terms if weight > 0]
                (whole,) = (quantity.name for quantity, weight in equal.terms if weight < 0)
                yield {"kind": "total", "parts": parts, "whole": whole}


def articles_of_claims(count: int, *, vague: bool = False, slip: bool = False) -> list[Article]:
    """Articles of 10 to 40 quantities and 15 to 60 claims; true ones, or each with one number mistyped."""
    found: list[Article] = []
    seed = 0
    while len(found) < count:
        writer = ClaimWriter(seed, vague=vague)
        write(writer)
        seed += 1
        if 10 <= len(writer.article.truth) <= 40 and 15 <= len(writer.claims) <= 60:
            found.append(writer.written(seed if slip else None))
    return found


def report_of_claims(claims: int) -> Article:
    """One long report of many small parts that have nothing to do with each other, with at least so many claims."""
    whole = ClaimWriter(0)
    part = 0
    while len(whole.claims) < claims:
        writer = ClaimWriter(10_000 + part, prefix=f"part_{part}_")
        BLOCKS[part % len(BLOCKS)](writer, None)
        whole.quantities |= writer.quantities
        whole.claims += [*writer.claims, *writer.sums()]
        part += 1
    return whole.written()


def _mistyped(printed: str, random: Random) -> str:
    """Printed words with one digit mistaken."""
    while True:
        at = random.choice([place for place, c in enumerate(printed) if c.isdigit()])
        digit = random.choice("0123456789")
        if digit != printed[at] and not (digit == "0" and not printed[:at][-1:].isdigit()):
            return printed[:at] + digit + printed[at + 1 :]


def _count(value: Fraction, quantum: Fraction) -> str:
    """A count in digits, or in thousands and more; "about" where the digits would promise more than is known."""
    for size, word in ((10**9, " billion"), (10**6, " million"), (1000, " thousand")):
        if quantum >= 10 and value >= size:
            places = max(len(str(int(size / quantum))) - 1, 0)
            about = "about " if quantum > Fraction(size, 10**places) else ""
            return f"{about}{float(value / size):.{places}f}{word}"
    return f"{'about ' if quantum >= 10 else ''}{int(value):,}"
