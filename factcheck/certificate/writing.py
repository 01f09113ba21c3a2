"""From what became of the components of articles to a certificate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from json import dumps
from typing import Any, NamedTuple, assert_never

from factcheck.certificate.proofs import proof
from factcheck.check import Article
from factcheck.check.settle import Outcome
from factcheck.check.verdicts import Examined
from factcheck.claim import Setting
from factcheck.constraint import Condition, Constraint, Either, Product, Statement, quantities
from factcheck.recheck import VERSION
from factcheck.solve import Conflict, Undecided, Witness

Data = dict[str, Any]


class Checked(NamedTuple):
    """An article with what was found."""

    article: Article
    found: Examined


def certificate(checked: Iterable[Checked]) -> str:
    """The certificate of articles, a line for each component.

    Numbers are texts, so that no reader loses a digit.
    """
    head = {"schema_version": VERSION, "written_by": f"factcheck {version('factcheck-claims')}"}
    articles = ",\n".join(_article(*one) for one in checked)
    return f'{_json(head)[:-1]}, "articles": [\n{articles}\n]}}\n'


def _article(article: Article, found: Examined) -> str:
    head = {"name": article.name, "article": article.article or ""}
    components = ",\n".join(_json(component(one.outcome)) for one in found.components)
    return f'{_json(head)[:-1]}, "components": [\n{components}\n]}}'


def _json(data: Data) -> str:
    return dumps(data, ensure_ascii=False)


def component(outcome: Outcome) -> Data:
    """What became of a component, as it stands in a certificate."""
    answer, conflicts = outcome.answer, [_conflict(conflict, outcome) for conflict in outcome.conflicts]
    settled = "holds" if isinstance(answer, Witness) else "unknown"
    return {
        "verdict": "conflict" if conflicts else settled,
        **stated(outcome.statements, outcome.setting),
        **({"conflicts": conflicts} if conflicts else {}),
        **({"witness": _witness(answer, outcome.rest)} if isinstance(answer, Witness) else {}),
        **({"tried": list(answer.tried)} if isinstance(answer, Undecided) else {}),
    }


def stated(statements: Sequence[Statement], setting: Setting) -> Data:
    """Statements and the quantities that they speak of, as they stand in a certificate."""
    return {
        "quantities": {
            quantity.name: {"whole": quantity.whole, "within": str(quantity.within)}
            for quantity in quantities(statements)
        },
        "statements": [_statement(statement, setting) for statement in statements],
    }


def _statement(statement: Statement, setting: Setting) -> Data:
    claim = setting.claims.get(statement.name)
    said = {"printed": str(claim.numeral) if claim and claim.prints else "", "quote": claim.quote if claim else ""}
    sets = statement.sets
    return {
        "name": statement.name,
        "role": "given" if statement.is_structure else "claim",
        "says": list(statement.clauses),
        **{field: text for field, text in said.items() if text},
        "conditions": [_condition(condition) for condition in statement.conditions],
        **({"sets": {"relation": sets.relation.value, "whole": sets.whole.name, "parts": [q.name for q in sets.parts]}}
           if sets else {}),
    }  # fmt: skip


def _condition(condition: Condition) -> Data:
    match condition:
        case Constraint():
            return _sum(condition)
        case Product(result, first, second):
            return {"product": result.name, "first": first.name, "second": second.name}
        case Either(alternatives):
            return {"either": [[_sum(constraint) for constraint in side] for side in alternatives]}
        case _ as never:
            assert_never(never)


def _sum(constraint: Constraint) -> Data:
    weights = {quantity.name: str(weight) for quantity, weight in constraint.terms}
    return {"sum": weights, "within": str(constraint.within)}


def _witness(witness: Witness, statements: Sequence[Statement]) -> Data:
    """The values of what the statements speak of, and how large the parts of sets are that have anything in them."""
    spoken = quantities(statements)
    values = {quantity.name: str(witness.values[quantity]) for quantity in spoken}
    sets = {quantity for statement in statements if statement.sets for quantity in statement.sets.quantities}
    regions = dict[tuple[str, ...], Any]()
    for region in witness.regions:
        inside = tuple(quantity.name for quantity in region.sets if quantity in sets)
        if inside and region.size:
            regions[inside] = regions.get(inside, 0) + region.size
    return {"values": values} | (
        {"regions": [{"sets": list(inside), "size": str(size)} for inside, size in regions.items()]} if regions else {}
    )


def _conflict(conflict: Conflict, outcome: Outcome) -> Data:
    needed = dict(_needed(conflict, outcome)) if conflict.minimal else {}
    names = [statement.name for statement in conflict.statements]
    return {
        "statements": names,
        **proof(conflict.refutation, names, stated(conflict.statements, outcome.setting)),
        **({"needed": needed} if len(needed) == len(conflict.statements) else {}),
    }


def _needed(conflict: Conflict, outcome: Outcome) -> Iterator[tuple[str, Data]]:
    """For each statement of a smallest conflict values with which all others hold, as far as they are found again."""
    for left_out in conflict.statements:
        others = [statement for statement in conflict.statements if statement is not left_out]
        answer = outcome.system.solve(active={statement.name for statement in others})
        if isinstance(answer, Witness):
            yield left_out.name, _witness(answer, others)
