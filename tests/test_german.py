"""German articles: what their sentences put together, scanned and drafted, with few false alarms and most slips found."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from factcheck.article import parse
from factcheck.check.coverage import cover
from factcheck.claimfile import loads
from factcheck.draft import draft, update
from factcheck.finding import Verdict
from factcheck.relations import RELATIONS
from factcheck.scan import scan
from factcheck.text.language import load
from tests.gold import sentences
from tests.truth_german import SLIPS, TRUE, article, many

TIMES = int(os.environ.get("TIMES", "1"))
VERDICTS = {"+": Verdict.PASS, "-": Verdict.CONFLICT, "?": Verdict.UNKNOWN}
GOLD = [
    tuple(piece.strip() for piece in line.split("|"))
    for line in (Path(__file__).parent / "gold" / "de_relations.txt").read_text(encoding="utf-8").splitlines()
    if "|" in line
]


@pytest.mark.no_cover
@pytest.mark.parametrize(("marked", "sentence"), GOLD)
def test_a_german_sentence_is_told_as_marked(marked: str, sentence: str) -> None:
    relation, mark = marked.split()
    claims = scan(parse(sentence, "plain"), language="de").report.claims
    told = [result.verdict for result in claims if result.kind == relation]
    assert told == ([] if mark == "0" else [VERDICTS[mark]])
    assert mark == "-" or all(result.verdict is not Verdict.CONFLICT for result in claims)


def test_every_relation_has_german_phrases_with_sentences_that_fit_and_that_do_not() -> None:
    assert set(load("de").sentences.phrases) == set(RELATIONS)
    for relation in RELATIONS:
        marks = {mark for marked, _ in GOLD for name, mark in [marked.split()] if name == relation}
        assert "+" in marks
        assert marks & {"-", "?"}


def test_the_marked_sentences_of_numbers_raise_no_alarm() -> None:
    found = [scan(parse(sentence.text, "plain"), language="de").report for sentence in sentences("de")]
    assert all(report.ok for report in found)
    assert sum(len(report.claims) for report in found) >= 5


def test_true_articles_raise_no_alarm() -> None:
    texts = [article(Random(seed)) for seed in range(10 * TIMES)]
    alarms = [text for text in texts if not scan(parse(text, "plain"), language="de").report.ok]
    assert len(alarms) <= len(texts) // 200, alarms


@pytest.mark.no_cover
@pytest.mark.parametrize("slip", SLIPS)
def test_slips_that_the_text_alone_shows_are_found(slip: str) -> None:
    texts = [article(Random(seed), slip) for seed in range(3 * TIMES)]
    found = sum(
        any(finding.rule.name in ("conflict", "possible-conflict") for finding in report.findings)
        for report in (scan(parse(text, "plain"), language="de").report for text in texts)
    )
    assert 3 * found >= 2 * len(texts), f"{found} of {len(texts)}"


TABLE = """\
| Quelle | 2016 | 2017 | Anteil |
|---|---|---|---|
| Verkehr | 612 | 701 | 44,1 % |
| Bau | 808 | 889 | 55,9 % |
| Summe | 1.420 | {total} | 100 % |
"""


@pytest.mark.parametrize(("total", "ok"), [("1.590", True), ("1.509", False)])
def test_the_totals_of_german_tables_are_added_up_again(total: str, *, ok: bool) -> None:
    assert scan(parse(TABLE.format(total=total), "markdown"), language="de").report.ok is ok


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die 1.628 Anzeigen kamen aus Kent. Diese 1.682 Anzeigen wurden geprüft.", True),
        ("Die 1.628 Anzeigen wurden gezählt. Diese 1.628 Anzeigen wurden geprüft.", False),
        ("Die 142 Anzeigen in Kent waren neu, ebenso die 143 Anzeigen aus York.", False),
    ],
)
def test_one_thing_with_two_numbers_is_possibly_wrong(text: str, *, told: bool) -> None:
    report = scan(parse(text, "plain"), language="de").report
    assert report.ok
    assert ("possible-conflict" in {finding.rule.name for finding in report.findings}) is told


COUNCIL = (
    "In der Stadt gab es 312 der 956 Fälle (32,6 Prozent). Es kamen 12 Männer und 15 Frauen, zusammen 27 Menschen."
)


def test_a_german_draft_names_its_language_and_what_is_counted() -> None:
    words = draft(parse(f'<html lang="de"><p>{COUNCIL}</p></html>', "html"), "a.html")
    claims = loads(words)
    assert claims.language == "de"
    assert [claim.kind for claim in claims.claims] == ["count", "count", "share", "count", "count", "count", "total"]
    assert {"fälle", "männer", "frauen", "menschen"} < set(claims.declarations)
    assert claims.check().ok


@pytest.mark.parametrize("seed", range(2 * TIMES))
def test_an_edit_of_a_drafted_or_added_number_is_caught(seed: int) -> None:
    random = Random(seed)
    first, text = article(random), ""
    text = f"{first} {TRUE['other'](random, '')}"
    claims = loads(update(parse(text, "plain"), draft(parse(first, "plain"), "a", "de")).text)
    report = cover(claims, parse(text, "plain"))
    assert report.coverage is not None
    assert all(finding.rule.name == "uncovered" for finding in report.findings)
    assert claims.check(document=parse(text, "plain")).ok
    for number in random.sample([one for one in report.coverage.numbers if one.claims], 4):
        at = next((at for at in range(number.start, number.end) if text[at].isdigit()), None)
        if at is not None:
            edited = f"{text[:at]}{int(text[at]) % 9 + 1}{text[at + 1 :]}"
            assert {"quote-drift", "quote-missing"} & {
                finding.rule.name for finding in cover(claims, parse(edited, "plain")).findings
            }


def test_whole_numbers_are_written_in_the_german_manner() -> None:
    assert [many(number) for number in (956, 1_628, 1_234_567)] == ["956", "1.628", "1.234.567"]
