"""Certificates: what is proved is accepted by a checker of its own, and nothing else is."""

from __future__ import annotations

import ast
import copy
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from factcheck.certificate import Compared, compared, schema
from factcheck.certificate.proofs import proof
from factcheck.certificate.writing import component
from factcheck.certificate.writing import stated as written
from factcheck.check import Options
from factcheck.check.settle import Outcome, settle, statement_of
from factcheck.check.verdicts import examined
from factcheck.claim import Setting
from factcheck.claimfile import load as article_of
from factcheck.claimfile import loads
from factcheck.constraint import (
    Condition,
    Constraint,
    Either,
    Product,
    Quantity,
    Relation,
    SetRelation,
    Statement,
)
from factcheck.interval import Interval
from factcheck.recheck import VERSION, UnreadableError, load, recheck
from factcheck.solve import Budget, System, components
from factcheck.solve.refutation import Crossed, Node, Refutation
from tests.oracle import Oracle
from tests.strategies import examples
from tests.systems import divided_systems, mixed_systems, set_systems, systems

Data = dict[str, Any]
ROOT = Path(__file__).parents[1]
GALLERY = sorted((ROOT / "tests" / "gallery" / "articles").glob("*.yaml"))
SHIPPED = ROOT / "claims" / "nspcc-grooming" / "claims.yaml"


def outcome_of(statements: list[Statement], budget: Budget | None = None) -> Outcome:
    system = System(statements, budget or Budget())
    found = system.conflicts()
    return Outcome(system, found.conflicts, found.rest, found.answer, Setting({}, {}), (), found.corrections)


def certified(*parts: Data) -> Data:
    """A certificate of an article with these components."""
    article = {"name": "one.yaml", "article": "", "components": list(parts)}
    return {"schema_version": VERSION, "written_by": "a test", "articles": [article]}


def faults(*parts: Data) -> tuple[str, ...]:
    """What the checker says is not proved, once the components were written and read."""
    (result,) = recheck(load(json.dumps(certified(*parts)).encode()))
    return result.unproved


def quantity(name: str, said: Data) -> Quantity:
    return Quantity(name, said["whole"], interval(said["within"]))


def interval(said: str) -> Interval:
    left, low, high, right = re.fullmatch(r"([\[(])(.*), (.*)([\])])", said).groups()  # type: ignore[union-attr]
    ends = [None if "inf" in end else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], left == "(", right == ")")


def stated(part: Data) -> list[Statement]:
    """What a component of a certificate states, read by nothing of the checker."""
    named = {name: quantity(name, said) for name, said in part["quantities"].items()}

    def condition(said: Data) -> Condition:
        if "product" in said:
            return Product(named[said["product"]], named[said["first"]], named[said["second"]], "")
        if "either" in said:
            return Either(tuple(tuple(constraint(one) for one in side) for side in said["either"]), "")
        return constraint(said)

    def constraint(said: Data) -> Constraint:
        terms = tuple((named[name], Fraction(weight)) for name, weight in said["sum"].items() if Fraction(weight))
        return Constraint(terms, interval(said["within"]), "")

    def sets(said: Data) -> SetRelation:
        return SetRelation(Relation(said["relation"]), named[said["whole"]], tuple(named[q] for q in said["parts"]))

    return [
        Statement(one["name"], tuple(map(condition, one["conditions"])), sets(one["sets"]) if "sets" in one else None)
        for one in part["statements"]
    ]


# articles


@cache
def article_parts(path: Path) -> tuple[Data, ...]:
    """The components of an article as a certificate has them."""
    article = article_of(path)
    statements = [*article.facts, *(statement_of(claim, article.setting) for claim in article.claims)]
    return tuple(component(settle(part, article.setting, Budget())) for part in components(statements))


@pytest.mark.no_cover
@pytest.mark.parametrize("path", [SHIPPED, *GALLERY], ids=lambda path: path.parent.name + "-" + path.stem)
def test_the_certificate_of_an_article_is_right_and_keeps_the_schema(path: Path) -> None:
    parts = article_parts(path)
    assert faults(*parts) == ()
    Draft7Validator(schema()).validate(certified(*parts))
    assert all("needed" in conflict for part in parts for conflict in part.get("conflicts", []))
    (read,) = load(json.dumps(certified(*parts)).encode())["articles"]
    assert compared(article_of(path), read).differences == ()


# drawn systems against trying everything


@pytest.mark.no_cover
@examples(70)
@given(st.one_of(systems(), set_systems(), divided_systems()))
def test_what_a_certificate_says_is_proved_and_true(statements: list[Statement]) -> None:
    for group in components(statements):
        part = component(outcome_of(list(group)))
        assert faults(part) == ()
        assert stated(part) == [Statement(s.name, stripped(s), s.sets) for s in group]
        truth = Oracle(group)
        assert truth.is_possible() == (part["verdict"] == "holds")
        for conflict in part.get("conflicts", []):
            assert truth.is_minimal_conflict(conflict["statements"])


def stripped(statement: Statement) -> tuple[Condition, ...]:
    """The conditions without their clauses."""

    def bare(condition: Condition) -> Condition:
        match condition:
            case Constraint(terms, within):
                return Constraint(terms, within, "")
            case Product(result, first, second):
                return Product(result, first, second, "")
            case Either(sides):
                return Either(tuple(tuple(Constraint(c.terms, c.within, "") for c in side) for side in sides), "")

    return tuple(map(bare, statement.conditions))


@pytest.mark.no_cover
@examples(12)
@given(mixed_systems())
def test_amounts_are_certified_as_counts_are(statements: list[Statement]) -> None:
    assert faults(*(component(outcome_of(list(group), Budget(500))) for group in components(statements))) == ()


@st.composite
def product_systems(draw: st.DrawFn) -> list[Statement]:
    """A product of amounts and counts, of either sign, with open ends and none, and what else is said of the three."""
    made = [Quantity(name, draw(st.booleans()), draw(ranges())) for name in ("result", "first", "second")]
    result, first, second = (made[0], made[1], made[1]) if draw(st.integers(0, 6)) == 0 else made
    statements = [Statement("product", (Product(result, first, second, ""),))]
    for place, one in enumerate(dict.fromkeys((result, first, second))):
        weight = Fraction(draw(st.sampled_from((1, 2, 3, -1))))
        statements.append(Statement(f"bound {place}", (Constraint(((one, weight),), draw(ranges()), ""),)))
    return statements


@st.composite
def ranges(draw: st.DrawFn) -> Interval:
    low = draw(st.integers(-6, 6))
    ends = [end if draw(st.integers(0, 7)) else None for end in (low, low + draw(st.integers(1, 9)))]
    least, most = (None if end is None else Fraction(end) for end in ends)
    return Interval(least, most, draw(st.booleans()), draw(st.booleans()))


@pytest.mark.no_cover
@examples(60)
@given(product_systems())
def test_products_are_refuted_within_any_ends(statements: list[Statement]) -> None:
    assume(all(not one.within.shrunk_to_integers().is_empty for s in statements for one in s.quantities))
    assert faults(*(component(outcome_of(list(group), Budget(300))) for group in components(statements))) == ()


# bent ones


def leaves(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every text and every whole number."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from leaves(value, (*way, key))
    if isinstance(data, str) or type(data) is int:
        yield way


def inside(data: Any, way: tuple[str | int, ...]) -> Any:
    for key in way:
        data = data[key]
    return data


def bent_leaf(data: st.DataObject, old: str | int, names: list[str]) -> str | int:
    """Another value that may stand there."""
    if isinstance(old, int):
        return data.draw(st.integers(0, 4).filter(lambda new: new != old))
    if re.fullmatch(r"-?\d+(/\d+)?", old):
        return str(
            Fraction(old)
            + data.draw(st.sampled_from((Fraction(1), Fraction(-1), Fraction(1, 2), -2 * Fraction(old), Fraction(100))))
        )
    if re.fullmatch(r"[\[(].*, .*[\])]", old):
        return str(bent_interval(data, interval(old)))
    return data.draw(st.sampled_from([*names, "of", "sum_of", "any_of", "some_of", "claim", "given"]))


def bent_interval(data: st.DataObject, old: Interval) -> Interval:
    by, at_low = Fraction(data.draw(st.sampled_from((2, -2, 1, -10, 0))), 2), data.draw(st.booleans())
    low = old.low + by if at_low and old.low is not None else old.low
    high = old.high + by if not at_low and old.high is not None else old.high
    flipped = (at_low, not at_low) if by == 0 else (False, False)
    return Interval(low, high, old.low_open != flipped[0], old.high_open != flipped[1])


@pytest.mark.no_cover
@examples(150)
@given(st.one_of(systems(), set_systems(), divided_systems()), st.data())
def test_a_bent_certificate_is_refused_or_still_true(statements: list[Statement], data: st.DataObject) -> None:
    """One to three changes anywhere: what the checker accepts then, trying everything confirms."""
    group = data.draw(st.sampled_from(components(statements)))
    part = component(outcome_of(list(group)))
    names = [*part["quantities"], *(statement["name"] for statement in part["statements"])]
    for _ in range(data.draw(st.integers(1, 3))):
        bend(part, data, names)
    if accepted(part):
        confirm(part)


def bend(part: Data, data: st.DataObject, names: list[str]) -> None:
    """Change one leaf, or drop or double one item of a list."""
    ways = [way for way in leaves(part) if way[0] != "quantities" and "says" not in way]
    heavy = [way for way in ways if way[0] in ("conflicts", "witness")]
    way = data.draw(st.sampled_from(heavy or ways if data.draw(st.integers(0, 3)) else ways))
    lists: list[tuple[list[Any], int]] = [
        (inside(part, way[:at]), place) for at, place in enumerate(way) if isinstance(place, int)
    ]
    if lists and data.draw(st.integers(0, 4)) == 0:
        items, place = lists[data.draw(st.integers(0, len(lists) - 1))]
        items[place : place + 1] = [items[place]] * data.draw(st.sampled_from((0, 2)))
        return
    inside(part, way[:-1])[way[-1]] = bent_leaf(data, inside(part, way), names)


def accepted(part: Data) -> bool:
    try:
        return not faults(part)
    except UnreadableError:
        return False


def confirm(part: Data) -> None:
    """AssertionError where trying everything shows that the component is not as it says."""
    truth = Oracle(stated(part))
    conflicts = part.get("conflicts", [])
    for conflict in conflicts:
        assert not truth.is_possible(conflict["statements"])
        for name in conflict.get("needed", {}):
            assert truth.is_possible([other for other in conflict["statements"] if other != name])
    if part["verdict"] == "holds":
        assert truth.is_possible()


@pytest.mark.no_cover
@examples(30)
@given(st.one_of(systems(), set_systems(), divided_systems()), st.data())
def test_no_proof_outlives_a_statement_that_it_needs(statements: list[Statement], data: st.DataObject) -> None:
    parts = [component(outcome_of(list(group))) for group in components(statements)]
    for part in parts:
        for conflict in part.get("conflicts", []):
            name = data.draw(st.sampled_from(conflict["statements"]))
            stripped_part = copy.deepcopy(part)
            (said,) = (one for one in stripped_part["statements"] if one["name"] == name)
            said["conditions"] = []
            said.pop("sets", None)
            assert faults(stripped_part)


def test_a_proof_that_does_not_hold_is_written_as_none() -> None:
    count = Quantity("a")
    group = [Statement("one", (Constraint(((count, Fraction(1)),), Interval.exactly(1), ""),))]
    wrong = Refutation((Node((), Crossed(count)),))
    nodes = proof(wrong, ["one"], written(group, Setting({}, {})))
    assert nodes == {"nodes": [{"rows": []}]}
    said = {**written(group, Setting({}, {})), "verdict": "conflict", "conflicts": [{"statements": ["one"], **nodes}]}
    assert faults(said) == ("articles[0].components[0]: conflicts[0]: node 0: the last row can be true",)


def test_statements_of_one_quantity_are_not_proved_apart() -> None:
    """Each of "956 cases" and "957 cases" holds for itself."""
    article = loads("claims:\n  - {kind: count, quantity: cases, printed: 956}\n")
    (one,) = (component(found.outcome) for found in examined(article, Options()).components)
    other = copy.deepcopy(one)
    (other["statements"][0]["conditions"][0]["within"],) = {"[957, 957]"}
    other["witness"]["values"] = {"cases": "957"}
    assert faults(one) == faults(other) == ()
    (fault,) = faults(one, other)
    assert fault == "articles[0].components[1]: cases stands in a component before, too"


# the command


def run(*arguments: str, folder: Path) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "factcheck", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    return done.returncode, done.stdout, done.stderr


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
CLAIMS = """claims:
  - {id: base, kind: count, quantity: cases, printed: "956"}
  - {id: share, kind: share, part: upheld, whole: cases, printed: "32.6%"}
  - {id: wrong, kind: count, quantity: upheld, printed: "313"}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a claims file and its certificate, and the checker's own files alone."""
    made = tmp_path_factory.mktemp("certified")
    (made / "one.yaml").write_text(CLAIMS, encoding="utf-8")
    assert run("verify", "one.yaml", "--certificate", "one.json", folder=made)[0] == 1
    shutil.copytree(ROOT / "factcheck" / "recheck", made / "alone" / "factcheck" / "recheck")
    return made


def test_a_certificate_is_followed_by_the_command_and_by_the_checker_alone(folder: Path) -> None:
    told = "one.json: proved\n  one.yaml: 0 witnesses, 1 conflict, 0 unknown\n"
    assert run("recheck", "one.json", folder=folder) == (0, told, "")
    program = [sys.executable, "-S", "-m", "factcheck.recheck", "../one.json"]
    alone = subprocess.run(program, cwd=folder / "alone", capture_output=True, text=True, check=False)
    assert (alone.returncode, alone.stdout, alone.stderr) == (0, told.replace("one.json", "../one.json"), "")


@pytest.mark.parametrize(
    ("edit", "differences"),
    [
        (("# nothing", "# a note"), ()),
        (("313", "312"), ("wrong is stated otherwise",)),
        (
            ("claims:\n", "claims:\n  - {id: more, kind: count, quantity: cases, printed: 956}\n"),
            ("more is not stated",),
        ),
        (
            ('  - {id: wrong, kind: count, quantity: upheld, printed: "313"}\n', ""),
            ("wrong is stated, and the claims file has none",),
        ),
        (("claims:", "rounding: down\nclaims:"), ("share is stated otherwise",)),
    ],
)
def test_a_certificate_is_compared_with_a_claims_file(edit: tuple[str, str], differences: tuple[str, ...]) -> None:
    text = f"# nothing\n{CLAIMS}"
    article = loads(text)
    part = [component(one.outcome) for one in examined(article, Options()).components]
    (certified_article,) = load(json.dumps(certified(*part)).encode())["articles"]
    assert compared(article, certified_article) == Compared((), ())
    assert compared(loads(text.replace(*edit)), certified_article) == Compared((), differences)
    certified_article["components"] *= 2
    assert compared(article, certified_article).differences == ("a statement stands in it twice",)


def test_a_claims_file_that_is_not_certified_fails_the_run(folder: Path) -> None:
    code, told, _ = run("recheck", "one.json", "--claims", "one.yaml", folder=folder)
    assert (code, told.splitlines()[-1]) == (0, "one.yaml: the certificate states what it says")
    (folder / "two.yaml").write_text(CLAIMS.replace("956", "957"), encoding="utf-8")
    code, told, _ = run("recheck", "one.json", "--claims", "two.yaml", folder=folder)
    assert code == 1
    assert told.splitlines()[-2:] == [
        "two.yaml: NOT PROVED: no certificate states what it says",
        "  base is stated otherwise",
    ]


def test_what_has_to_be_believed_is_short_enough_to_read() -> None:
    """Fewer than 200 lines of code in one file that imports nothing but the standard library."""
    text = (ROOT / "factcheck" / "recheck" / "checker.py").read_text(encoding="utf-8")
    assert "factcheck" not in "".join(line for line in text.splitlines() if "import" in line)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, documented)]
    told = [node.body[0] for node in nodes if ast.get_docstring(node)]
    prose = {line for node in told for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    code = [line for number, line in enumerate(text.splitlines(), 1) if line.strip() and number not in prose]
    assert len(code) < 200


def test_the_checker_imports_the_standard_library_and_itself_only() -> None:
    for path in (ROOT / "factcheck" / "recheck").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules = [alias.name for alias in names]
                case ast.ImportFrom(module=module):
                    modules = [module or ""]
                case _:
                    continue
            for module in modules:
                assert module.startswith("factcheck.recheck") or module.partition(".")[0] in sys.stdlib_module_names
