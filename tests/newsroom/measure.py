"""What scan makes of a writer's articles: how often it accuses a true one, and how many slips of each class it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from factcheck.article import parse
from factcheck.finding.rule import Severity
from factcheck.scan import scan
from tests.newsroom.writer import CLASSES, Article, House, article, passage, templates


@dataclass(slots=True)
class Recall:
    """Slips of one class: how many were planted, told in their passage as certain or as possible, and the missed ones."""

    planted: int = 0
    certain: int = 0
    possible: int = 0
    missed: list[Article] = field(default_factory=list)

    @property
    def told(self) -> int:
        return self.certain + self.possible


@dataclass(slots=True)
class Score:
    """The true articles, those of them that were accused with the words that were, and the recall of each class."""

    true: int = 0
    alarms: list[str] = field(default_factory=list)
    accused: int = 0
    beside: list[str] = field(default_factory=list)
    recall: dict[str, Recall] = field(default_factory=dict)


def measure(writer: str, true: int, each: int, seed: int = 0) -> Score:
    """The score on so many true articles, and so many with a slip of each class."""
    score = Score(true)
    for number in range(true):
        one = article(writer, Random(f"{writer} {seed} {number}"))
        told = [words for _, _, words in _told(one)]
        score.alarms += told
        score.accused += bool(told)
    for name in (name for name in CLASSES if name in templates(writer)):
        recall = score.recall[name] = Recall(each)
        for number in range(each):
            one = article(writer, Random(f"{writer} {seed} {name} {number}"), name)
            rules: Counter[str] = Counter()
            for rule, at, words in _told(one):
                if one.start <= at < one.end:
                    rules[rule] += 1
                else:
                    score.beside.append(words)
            recall.certain += "conflict" in rules
            recall.possible += bool(rules) and "conflict" not in rules
            if not rules:
                recall.missed.append(one)
    return score


def accusations(writer: str, each: int, seed: int = 0) -> dict[str, list[str]]:
    """What is told of passages that say nothing wrong, by their templates; each stands alone, so often with other numbers."""
    found: dict[str, list[str]] = {}
    for lines in templates(writer).values():
        for draw, template in lines:
            told = found[template] = []
            for number in range(each):
                random = Random(f"{writer} {seed} {template} {number}")
                one = Article(f"# News in brief\n\n{passage(random, draw, template, House.of(random))}\n")
                told += [words for _, _, words in _told(one)]
    return found


def _told(one: Article) -> Iterator[tuple[str, int, str]]:
    """The rule, the place in the text and the words of everything that scan holds against an article."""
    starts = [0]
    for line in one.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for finding in scan(parse(one.text, "markdown")).report.findings:
        if finding.severity is not Severity.NOTE:
            at = starts[(finding.place.line or 1) - 1] + (finding.place.column or 1) - 1
            words = " … ".join("".join(passage.pieces) for passage in finding.passages)
            yield finding.rule.name, at, f"{finding.rule.name}: {words}: {finding.message}"


def table(score: Score) -> str:
    """The score as a table in Markdown."""
    lines = [
        f"true articles: {score.true:,}; accused: {score.accused}; false alarms: {len(score.alarms)}",
        f"false alarms beside a slip: {len(score.beside)}",
        "",
        "| class of slip | planted | told | certain | possible |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += (
        f"| {name} | {one.planted} | {one.told * 100 // one.planted}% | {one.certain} | {one.possible} |"
        for name, one in score.recall.items()
    )
    return "\n".join(lines)
