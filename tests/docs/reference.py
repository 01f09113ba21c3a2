"""The pages and sections that are made from the code: kinds, rules, hedges, and the fields of claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from inspect import cleandoc
from json import dumps
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import BaseModel

from factcheck import certificate, settings
from factcheck.check import Article
from factcheck.claim import Claim, Example
from factcheck.data import Query, Table
from factcheck.finding import Rule
from factcheck.hedge import Sense
from factcheck.interval import Interval
from factcheck.kinds import KINDS
from factcheck.model import NAME
from factcheck.numeral import Kind
from factcheck.relations import RELATIONS
from factcheck.rounding import decimal
from factcheck.rules import RULES
from factcheck.settings import Settings
from factcheck.slip import Slip
from factcheck.slips import SLIPS
from factcheck.structure import Declaration
from factcheck.text import read
from factcheck.text.en import HEDGES
from tests.docs import ROOT
from tests.gold.score import table as gold_table

MADE = "<!-- Made by `make docs` from the code; edit it there. -->\n"
SECTION = re.compile(r"(<!-- from the code: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
REFERENCE = ROOT / "docs" / "reference"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    made = {REFERENCE / "kinds" / f"{name}.md": kind_page(name, kind) for name, kind in KINDS.items()}
    made |= {REFERENCE / "rules" / f"{name}.md": rule_page(rule) for name, rule in RULES.items()}
    made |= {REFERENCE / "slips" / f"{dashed(name)}.md": slip_page(name, slip) for name, slip in SLIPS.items()}
    made[REFERENCE / "slips" / "README.md"] = slip_list()
    made[REFERENCE / "kinds" / "README.md"] = kind_list()
    made[REFERENCE / "rules" / "README.md"] = rule_list()
    made[REFERENCE / "certificate.schema.json"] = dumps(certificate.schema(), indent=2, ensure_ascii=False) + "\n"
    made[REFERENCE / "configuration.schema.json"] = dumps(settings.schema(), indent=2, ensure_ascii=False) + "\n"
    return made


def with_sections(page: str) -> str:
    """A hand-written page with its generated sections as they are now."""
    return SECTION.sub(lambda found: f"{found[1]}\n{SECTIONS[found[2]]()}\n{found[3]}", page)


def first_line(kind: type[Claim]) -> str:
    """What a kind says, in a line."""
    return manual(kind).partition("\n")[0]


def manual(kind: type[Claim]) -> str:
    """The docstring of a kind, its example as a list item of a claims file."""
    words, mark, rest = cleandoc(kind.__doc__ or "").partition("Example:\n")
    if not mark:
        return words
    example, _, after = rest.partition("\n\n")
    item = "- " + dedent(example).rstrip().replace("\n", "\n  ")
    return f"{words}In a claims file:\n\n```yaml\n{item}\n```\n\n{after}".rstrip()


def kind_page(name: str, kind: type[Claim]) -> str:
    """The manual page of a kind: its docstring, its fields, how prose says it, its examples."""
    own = [field for field in kind.model_fields if field not in Claim.model_fields]
    said = [f"- {phrase(words)}" for words in kind.PHRASES]
    return "\n".join(
        (
            f"# {name}\n",
            MADE,
            f"{manual(kind)}\n",
            "## Fields\n",
            field_table(kind.model_json_schema(), own),
            "Every claim also takes the [fields that all claims have](../claims-file.md#claims).\n",
            "## In an article\n",
            *said,
            "",
            "## Examples\n",
            *map(shown, kind.EXAMPLES),
        )
    )


def kind_list() -> str:
    """The index of the kinds."""
    rows = [(f"[{name}]({name}.md)", first_line(kind)) for name, kind in KINDS.items()]
    return "\n".join(["# Claim kinds\n", MADE, table(("kind", "says"), rows)])


def rule_page(rule: Rule) -> str:
    """The manual page of a rule."""
    return "\n".join(
        (
            f"# {rule.name}\n",
            MADE,
            f"Severity: {rule.severity}\n",
            f"{rule.summary}\n",
            f"## Why it matters\n\n{rule.why}\n",
            f"## Example\n\n{rule.example}\n",
            f"## What to do\n\n{rule.remedy}\n",
        )
    )


def rule_list() -> str:
    """The index of the rules."""
    rows = [(f"[{rule.name}]({rule.name}.md)", rule.severity.value, rule.summary) for rule in RULES.values()]
    return "\n".join(["# Rules\n", MADE, table(("rule", "severity", "says"), rows)])


def dashed(name: str) -> str:
    """The name of a slip as a file's name."""
    return name.replace(" ", "-")


def slip_page(name: str, slip: Slip) -> str:
    """The manual page of a slip."""
    shown = (
        f"> {example.sentence}\n\n{f'Offered: {example.offered}' if example.offered else 'Not offered.'}\n"
        for example in slip.EXAMPLES
    )
    return "\n".join((f"# {name}\n", MADE, f"{cleandoc(slip.__doc__ or '')}\n", "## Examples\n", *shown))


def slip_list() -> str:
    """The index of the slips, the most frequent first."""
    rows = [
        (f"[{name}]({dashed(name)}.md)", cleandoc(slip.__doc__ or "").partition("\n")[0].partition(": ")[2])
        for name, slip in SLIPS.items()
    ]
    return "\n".join(["# Slips\n", MADE, "The most frequent first.\n", table(("slip", "is"), rows)])


def relation_table() -> str:
    """What a scan recognises, with an example that is right and one that is told as wrong."""
    rows = []
    for relation in RELATIONS.values():
        right, wrong = (
            next(example.sentence for example in relation.EXAMPLES if example.holds is holds) for holds in (True, False)
        )
        rows.append((cleandoc(relation.__doc__ or "").partition("\n")[0], right, wrong))
    return table(("what is put together", "right", "told as wrong"), rows)


def field_table(schema: Mapping[str, Any], names: Iterable[str], noun: str = "field") -> str:
    """Fields of a model, by its JSON schema: name, what goes in, what it means."""
    rows = []
    for name in names:
        field = schema["properties"][name]
        default = "" if name in schema.get("required", ()) else told_default(field.get("default"))
        rows.append((f"`{name}`", type_words(field, schema.get("$defs", {})) + default, field.get("description", "")))
    return table((noun, "takes", "means"), rows)


def told_default(default: object) -> str:
    """What a field is when it is left out, to follow what it takes."""
    return "; optional" if default in (None, "", (), [], {}) else f"; by default `{str(default).lower()}`"


NAMED = {"boolean": "`true` or `false`", "integer": "a whole number", "object": "a mapping"}


def type_words(schema: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """What a JSON schema takes, in the terms of a claims file; `known` are its definitions."""
    match schema:
        case {"$ref": reference} | {"allOf": [{"$ref": reference}]}:
            return type_words(known[reference.rpartition("/")[2]], known)
        case {"anyOf": choices}:
            return choice_words([choice for choice in choices if choice != {"type": "null"}], known)
        case {"discriminator": _}:
            return "claims"
        case {"enum": values} if values == [*RULES]:
            return "a rule"
        case {"enum": values}:
            return " or ".join(f"`{value}`" for value in values)
        case {"type": "object", "properties": fields}:
            return "`{" + ", ".join(fields) + "}`"
        case {"type": "array"}:
            return f"a list: {type_words(schema.get('items') or schema['prefixItems'][0], known)}"
    return NAMED.get(str(schema.get("type"))) or text_words(schema)


def text_words(schema: Mapping[str, Any]) -> str:
    """What a JSON schema for a text takes."""
    if schema.get("pattern") == NAME:
        return "a name"
    what = "a day" if schema.get("format") == "date" else "words" if schema.get("type") == "string" else "a number"
    return f"{what}, as in `{schema['examples'][0]}`" if "examples" in schema else "text"


def choice_words(choices: list[Mapping[str, Any]], known: Mapping[str, Any]) -> str:
    """Alternatives in words; an item or a list of such is "one or several"."""
    told = dict.fromkeys(type_words(choice, known) for choice in choices)
    for words in list(told):
        if f"a list: {words}" in told:
            del told[f"a list: {words}"], told[words]
            told[f"one or several: {words}"] = None
    return " or ".join(words for words in told if words != "text" or len(told) == 1)


def phrase(said: str) -> str:
    """A phrase with its slots as words in brackets."""
    return re.sub(r"\{(\w+)\}", lambda slot: f"*{slot[1]}*", said)


def shown(example: Example) -> str:
    """An example and what becomes of it."""
    if not example.conflict:
        return f"> {example.sentence}\n\nThis can be true.\n"
    return f"> {example.sentence}\n\nThis cannot be true, because {listed(example.conflict)}.\n"


def listed(clauses: Iterable[str]) -> str:
    """Clauses as an enumeration."""
    *first, last = clauses
    return f"{', '.join(first)} and {last}" if first else last


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    cells = [[cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def fields_of(model: type[BaseModel], *without: str) -> Callable[[], str]:
    """What makes the table of a model's fields."""
    return lambda: field_table(model.model_json_schema(), [name for name in model.model_fields if name not in without])


REACHES = {  # with the letters of the page: v the number, w its reach
    Sense.ABOUT: "*v* − *w* to *v* + *w*",
    Sense.NEARLY: "*v* − *w* to below *v*",
    Sense.JUST_UNDER: "*v* − *w* to below *v*",
    Sense.JUST_OVER: "above *v* to *v* + *w*",
    Sense.MORE_THAN: "above *v*",
    Sense.AT_LEAST: "*v* and above",
    Sense.UNDER: "below *v*",
    Sense.UP_TO: "*v* and below",
    Sense.AT_MOST: "*v* and below",
    Sense.LOWEST: "the least of the group is *v*",
    Sense.HIGHEST: "the greatest of the group is *v*",
    Sense.EXACTLY: "*v*",
}
BARE = "956, 2.5, 32.6%, 32.60%, 1.6 million, a million, a third, half, three in ten, one in ten, doubled, 2.5 times"
HEDGED = """nearly a fifth, almost half, around 33%, about 25%, about 3%, about 1,600, nearly 2,000, nearly nine,
just over half, more than 1,600, at least 1,600, up to 1,600"""


def hedges() -> str:
    """The hedging words of English with what they make of a number."""
    rows = []
    for sense, row in HEDGES.items():
        before = [f"{word} …" for text in (row.before, row.ages) for word in hedge_words(text)]
        said = [*before, *(f"… {word}" for word in hedge_words(row.after))]
        rows.append((", ".join(said), REACHES[sense]))
    return table(("words", "may stand for"), rows)


def hedge_words(tokens: str) -> list[str]:
    """The words of a row as they are written: its marks stand apart there."""
    joined = tokens.replace(" .", ".").replace(" =", "=").replace("- ", "-")
    return [word.strip() for word in joined.split(",") if word.strip()]


def bare_examples() -> str:
    """Numbers without a hedge and what they may stand for."""
    return table(
        ("printed", "may stand for"), [(words, told(words, read(words).meaning().hard)) for words in listing(BARE)]
    )


def hedge_examples() -> str:
    """Numbers with a hedge, what they may stand for, and within what they do not mislead."""
    meanings = {words: read(words).meaning() for words in listing(HEDGED)}
    rows = [(words, told(words, meaning.hard), told(words, meaning.soft)) for words, meaning in meanings.items()]
    return table(("printed", "false outside", "warned of outside"), rows)


def listing(names: str) -> list[str]:
    """The items of an enumeration."""
    return re.split(r",\s", names)


def told(words: str, interval: Interval) -> str:
    """An interval in the unit of the number that it belongs to, to the third decimal."""
    share = read(words).kind in (Kind.PERCENT, Kind.FRACTION, Kind.RATIO)
    scaled = interval * (100 if share else 1)
    low, high = (None if end is None else decimal(end, 3).rstrip("0").rstrip(".") for end in (scaled.low, scaled.high))
    if high is None:
        range_words = f"above {low}" if scaled.low_open else f"{low} and above"
    elif low is None:
        range_words = f"below {high}" if scaled.high_open else f"{high} and below"
    elif low == high:
        range_words = low
    else:
        range_words = f"{'above ' if scaled.low_open else ''}{low} to {'below ' if scaled.high_open else ''}{high}"
    return f"{range_words} per cent" if share else range_words


def gold() -> str:
    """How well each kind of number is read, on the sentences marked by hand."""
    return "\n\n".join(f"{name}:\n\n{gold_table(code)}" for code, name in (("en", "English"), ("de", "German")))


def setting_table() -> str:
    """Every setting."""
    schema = Settings.model_json_schema()
    return field_table(schema, schema["properties"], "setting")


SECTIONS: dict[str, Callable[[], str]] = {
    "gold": gold,
    "relations": relation_table,
    "file-fields": fields_of(Article),
    "table-fields": fields_of(Table),
    "query-fields": fields_of(Query),
    "quantity-fields": fields_of(Declaration),
    "claim-fields": fields_of(Claim, "kind"),
    "settings": setting_table,
    "bare-examples": bare_examples,
    "hedges": hedges,
    "hedge-examples": hedge_examples,
}
