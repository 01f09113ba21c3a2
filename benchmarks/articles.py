"""Articles made up from a seed: hidden true counts, printed as newspapers print them; and the same with slips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from random import Random

from factcheck.constraint import Constraint, Either, Quantity, Ratio, Relation, SetRelation, Statement, Terms, gathered
from factcheck.interval import Interval

ONE, PERCENT, TENTH = Fraction(1), Fraction(1, 100), Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number: what it is of, its value, and one unit of its last place (zero: printed exactly)."""

    ratio: Ratio
    value: Fraction
    quantum: Fraction

    def statement(self, name: str) -> Statement:
        """The claim that the number is right, rounded to the nearest unit either way at a tie."""
        within = Interval.around(self.value, self.quantum / 2)
        return Statement(name, tuple(self.ratio.within(within, f"{name} came to {self.value}")))


@dataclass(slots=True)
class Article:
    """Statements in order; `printed` are the ones with a number that can be mistyped, by name."""

    statements: list[Statement] = field(default_factory=list)
    printed: dict[str, Printed] = field(default_factory=dict)
    truth: dict[Quantity, Fraction] = field(default_factory=dict)

    def with_slips(self, count: int, seed: int) -> Article:
        """The same article with so many numbers mistyped."""
        random = Random(seed)
        wrong = {
            name: replace(
                self.printed[name], value=mistyped(self.printed[name].value, self.printed[name].quantum, random)
            )
            for name in random.sample(sorted(self.printed), count)
        }
        statements = [wrong[s.name].statement(s.name) if s.name in wrong else s for s in self.statements]
        return Article(statements, {**self.printed, **wrong}, self.truth)


def mistyped(value: Fraction, quantum: Fraction, random: Random) -> Fraction:
    """A number one slip of the keyboard away: a digit swapped with the next, mistaken or lost."""
    unit = quantum or ONE
    digits = str(abs(int(value / unit)))
    for _ in range(20):
        at, slip = random.randrange(len(digits)), random.random()
        if slip < 0.4 and at + 1 < len(digits):
            wrong = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        elif slip < 0.85 or len(digits) == 1:
            wrong = digits[:at] + random.choice("0123456789") + digits[at + 1 :]
        else:
            wrong = digits[:at] + digits[at + 1 :]
        if int(wrong) != int(digits):
            return int(wrong) * unit
    return value + unit


class Writer:
    """Writes an article block by block; `vague` leaves out most counts, so that bases have to be inferred."""

    def __init__(self, seed: int, *, vague: bool = False, prefix: str = "") -> None:
        self.random = Random(seed)
        self.article = Article()
        self.vague = vague
        self._prefix = prefix

    def count(self, name: str, value: int) -> Quantity:
        """A new quantity with its true value."""
        quantity = Quantity(f"{self._prefix}{name}_{len(self.article.truth)}")
        self.article.truth[quantity] = Fraction(value)
        return quantity

    def true(self, quantity: Quantity) -> int:
        """The true value of a quantity."""
        return int(self.article.truth[quantity])

    def say(self, over: Terms, under: Terms = (), quantum: Fraction = Fraction(0)) -> None:
        """Print a sum, or its ratio to another one, to the nearest unit; nothing where the base is zero."""
        ratio = Ratio(over, under)
        value = ratio.value(self.article.truth)
        if value is None or (self.vague and not under and self.random.random() < 0.6):
            return
        if self.vague and not under and not quantum:
            quantum = _significant(value, 2)
        if quantum:
            value = round(value / quantum) * quantum
        name = f"{self._prefix}claim {len(self.article.statements)}"
        self.article.printed[name] = Printed(ratio, value, quantum)
        self.article.statements.append(self.article.printed[name].statement(name))

    def share(self, part: Quantity, whole: Quantity) -> None:
        """Print a percentage with no decimals or one."""
        self.say(terms((part, 1)), terms((whole, 1)), self.random.choice((PERCENT, TENTH)))

    def change(self, before: Quantity, after: Quantity) -> None:
        """Print a change in per cent of the value before."""
        self.say(terms((after, 1), (before, -1)), terms((before, 1)), self.random.choice((PERCENT, TENTH)))

    def rank(self, quantities: Iterable[Quantity]) -> None:
        """Say which is greatest, or which is second, where there are no ties."""
        order = sorted(quantities, key=lambda quantity: -self.true(quantity))
        if len({self.true(quantity) for quantity in order}) < len(order):
            return
        name = f"{self._prefix}claim {len(self.article.statements)}"
        if self.random.random() < 0.5:
            held: Sequence[Constraint] = [beyond(order[0], other) for other in order[1:]]
            self.article.statements.append(Statement(name, tuple(held)))
            return
        second, others = order[1], [order[0], *order[2:]]
        sides = [(beyond(top, second), *(beyond(second, low) for low in others if low != top)) for top in others]
        self.article.statements.append(Statement(name, (Either(tuple(sides), f"{second} came second"),)))

    def structure(self, relation: Relation, whole: Quantity, parts: Sequence[Quantity]) -> None:
        """Declare how sets are related, with what follows for their sizes."""
        total = terms(*((part, 1) for part in parts), (whole, -1))
        inside = [
            Constraint(terms((part, 1), (whole, -1)), Interval.at_most(0), f"{part} was in {whole}") for part in parts
        ]
        sums = {
            Relation.SUBSET: inside,
            Relation.PARTITION: [Constraint(total, Interval.exactly(0), f"{whole} was made up")],
            Relation.UNION: [*inside, Constraint(total, Interval.at_least(0), f"{whole} was any of them")],
            Relation.DISJOINT: [Constraint(total, Interval.at_most(0), f"{whole} had them apart")],
        }
        fact = SetRelation(relation, whole, tuple(parts))
        name = f"{self._prefix}fact {len(self.article.statements)}"
        self.article.statements.append(Statement(name, tuple(sums[relation]), fact))

    def split(self, total: int, count: int) -> list[int]:
        """A total cut into parts at random."""
        cuts = sorted(self.random.randint(0, total) for _ in range(count - 1))
        return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]


def terms(*weighted: tuple[Quantity, int]) -> Terms:
    """A weighted sum."""
    return gathered(weighted)


def beyond(more: Quantity, less: Quantity) -> Constraint:
    """That one quantity is greater than another."""
    return Constraint(terms((more, 1), (less, -1)), Interval.above(0), f"{more} was more than {less}")


def _significant(value: Fraction, figures: int) -> Fraction:
    """The unit of the last of so many significant figures."""
    return Fraction(10) ** max(len(str(abs(int(value)))) - figures, 0)


def write_shares(writer: Writer, whole: Quantity | None) -> Quantity:
    """A number of cases, answers that may overlap, and a union of some of them."""
    random = writer.random
    cases = whole or writer.count("cases", random.randint(300, 50_000))
    if whole is None:
        writer.say(terms((cases, 1)))
    known = writer.count("known", random.randint(writer.true(cases) // 3, writer.true(cases)))
    writer.structure(Relation.SUBSET, cases, [known])
    writer.say(terms((known, 1)))
    size = max(writer.true(known), 4)
    answers = [writer.count("answer", random.randint(size // 25, size // 2)) for _ in range(random.randint(3, 6))]
    writer.structure(Relation.SUBSET, known, answers)
    for answer in answers:
        if random.random() < 0.85:
            writer.share(answer, known)
        if random.random() < 0.3:
            writer.say(terms((answer, 1)))
    writer.rank(answers[:4])
    chosen = random.sample(answers, 2)
    low, high = max(map(writer.true, chosen)), min(sum(map(writer.true, chosen)), writer.true(known))
    union = writer.count("either", random.randint(low, high))
    writer.structure(Relation.UNION, union, chosen)
    writer.structure(Relation.SUBSET, known, [union])
    writer.share(union, known)
    return known


def write_budget(writer: Writer, _: Quantity | None) -> Quantity:
    """A sum of money, its posts, last year's."""
    random = writer.random
    total = writer.count("budget", random.randint(10**7, 10**11))
    posts = [writer.count("post", part) for part in writer.split(writer.true(total), random.randint(3, 7))]
    writer.structure(Relation.PARTITION, total, posts)
    writer.say(terms((total, 1)), (), _significant(Fraction(writer.true(total)), 4))
    for post in posts:
        if random.random() < 0.7:
            writer.say(terms((post, 1)), (), _significant(Fraction(writer.true(post)), 3))
        if random.random() < 0.6:
            writer.share(post, total)
    before = writer.count("last_year", writer.true(total) * random.randint(80, 110) // 100)
    writer.change(before, total)
    writer.say(terms((before, 1)), (), _significant(Fraction(writer.true(before)), 3))
    writer.rank(posts[:3])
    return total


def write_survey(writer: Writer, whole: Quantity | None) -> Quantity:
    """Answers of two groups that make up all who were asked."""
    random = writer.random
    asked = whole if whole is not None and writer.true(whole) >= 60 else writer.count("asked", random.randint(80, 5000))
    size = writer.true(asked)
    if asked is not whole:
        writer.say(terms((asked, 1)))
    women = writer.count("women", random.randint(size // 3, 2 * size // 3))
    men = writer.count("men", size - writer.true(women))
    writer.structure(Relation.PARTITION, asked, [women, men])
    writer.share(women, asked)
    answers = [writer.count("said", part) for part in writer.split(size, random.randint(3, 5))]
    writer.structure(Relation.PARTITION, asked, answers)
    for answer in answers:
        writer.share(answer, asked)
    said = writer.true(answers[0])
    crossed = random.randint(max(0, said - writer.true(men)), min(said, writer.true(women)))
    cells = [writer.count("women_said", crossed), writer.count("men_said", said - crossed)]
    writer.structure(Relation.PARTITION, answers[0], cells)
    for cell, group in zip(cells, (women, men), strict=True):
        writer.structure(Relation.SUBSET, group, [cell])
        writer.share(cell, group)
    return asked


def write_series(writer: Writer, _: Quantity | None) -> Quantity:
    """Years with their changes, their total and their mean."""
    random = writer.random
    value, years, unit = (
        random.randint(2000, 400_000),
        list[Quantity](),
        random.choice((Fraction(0), Fraction(100), Fraction(1000))),
    )
    for _year in range(random.randint(3, 6)):
        years.append(writer.count("year", value))
        value = max(10, value * random.randint(80, 130) // 100)
    for year in years:
        if random.random() < 0.85:
            writer.say(terms((year, 1)), (), unit)
    for before, after in pairwise(years):
        if random.random() < 0.8:
            writer.change(before, after)
    writer.change(years[0], years[-1])
    total = writer.count("all_years", sum(map(writer.true, years)))
    equal = Constraint(
        terms(*((year, 1) for year in years), (total, -1)), Interval.exactly(0), "the years were added up"
    )
    writer.article.statements.append(Statement(f"{total} added up", (equal,)))
    writer.say(tuple((quantity, weight / len(years)) for quantity, weight in terms((total, 1))), (), unit or ONE)
    return years[0]


def write_table(writer: Writer, _: Quantity | None) -> Quantity:
    """A table of counts with sums both ways and shares of the rows."""
    random = writer.random
    height, width, most = random.randint(2, 3), random.randint(2, 3), random.choice((50, 400, 3000))
    cells = [[writer.count("cell", random.randint(0, most)) for _ in range(width)] for _ in range(height)]
    rows = [writer.count("row", sum(map(writer.true, row))) for row in cells]
    columns = [writer.count("column", sum(map(writer.true, column))) for column in zip(*cells, strict=True)]
    total = writer.count("total", sum(map(writer.true, rows)))
    for line, parts in [
        *zip(rows, cells, strict=True),
        *zip(columns, zip(*cells, strict=True), strict=True),
        (total, rows),
    ]:
        equal = Constraint(
            terms(*((part, 1) for part in parts), (line, -1)), Interval.exactly(0), f"{line} was added up"
        )
        writer.article.statements.append(Statement(f"{line} added up", (equal,)))
    for line in (total, *rows, *columns):
        if line is total or random.random() < 0.7:
            writer.say(terms((line, 1)))
    for row, parts in zip(rows, cells, strict=True):
        for part in parts:
            if random.random() < 0.5:
                writer.say(terms((part, 1)))
            else:
                writer.share(part, row)
    return total


def write_hidden(writer: Writer, _: Quantity | None) -> Quantity:
    """Groups of a size that is never told, each with its rate, and the rate of all."""
    random = writer.random
    groups = [writer.count("group", random.randint(30, 4000)) for _ in range(random.randint(3, 5))]
    hits = [writer.count("hits", random.randint(0, writer.true(group))) for group in groups]
    everyone = writer.count("everyone", sum(map(writer.true, groups)))
    struck = writer.count("struck", sum(map(writer.true, hits)))
    writer.structure(Relation.PARTITION, everyone, groups)
    writer.structure(Relation.PARTITION, struck, hits)
    for group, hit in zip(groups, hits, strict=True):
        writer.structure(Relation.SUBSET, group, [hit])
        writer.share(hit, group)
        if random.random() < 0.8:
            writer.share(group, everyone)
    writer.share(struck, everyone)
    if writer.true(groups[1]):
        writer.say(terms((groups[0], 1)), terms((groups[1], 1)), Fraction(1, 10))
    return everyone


Block = Callable[[Writer, Quantity | None], Quantity]
BLOCKS: tuple[Block, ...] = (write_shares, write_budget, write_survey, write_series, write_table, write_hidden)


def article(seed: int, *, vague: bool = False, prefix: str = "", size: int | None = None) -> Article:
    """One article of 10 to 40 quantities (or at least `size`) in a few blocks, some of them about parts of one another."""
    writer = Writer(seed, vague=vague, prefix=prefix)
    write(writer, size)
    return writer.article


def write(writer: Writer, size: int | None = None) -> None:
    """Blocks of 10 to 40 quantities in all, or of at least `size`."""
    wanted, whole = size or writer.random.randint(10, 28), None
    while len(writer.article.truth) < wanted:
        block = writer.random.choice(BLOCKS)
        last = block(writer, whole if writer.random.random() < 0.7 else None)
        whole = last if block in (write_shares, write_survey) else whole


def articles(count: int, *, vague: bool = False, first: int = 0) -> list[Article]:
    """Articles of 10 to 40 quantities and 15 to 60 statements, true ones."""
    found: list[Article] = []
    seed = first
    while len(found) < count:
        made = article(seed, vague=vague)
        seed += 1
        if 10 <= len(made.truth) <= 40 and 15 <= len(made.statements) <= 60:
            found.append(made)
    return found


def report(claims: int) -> list[Statement]:
    """One long report of many small parts that have nothing to do with each other, with at least so many statements."""
    statements: list[Statement] = []
    part = 0
    while len(statements) < claims:
        writer = Writer(10_000 + part, prefix=f"part {part}: ")
        BLOCKS[part % len(BLOCKS)](writer, None)
        statements += writer.article.statements
        part += 1
    return statements


def is_true(made: Article) -> bool:
    """Whether the hidden counts make every statement true, as they must."""
    return all(statement.holds(made.truth) for statement in made.statements)
