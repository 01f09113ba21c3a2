"""`python -m tests.newsroom`: how scan does on each writer's articles; `--show` prints what it missed and accused."""

from __future__ import annotations

from argparse import ArgumentParser

from tests.newsroom.measure import accusations, measure, table
from tests.newsroom.writer import BYSTANDERS, WRITERS

parser = ArgumentParser(prog="python -m tests.newsroom", description=__doc__)
parser.add_argument("writers", nargs="*", default=WRITERS, metavar="WRITER", help=f"of {', '.join(WRITERS)}")
parser.add_argument("--true", type=int, default=1000, metavar="N", help="true articles (%(default)s)")
parser.add_argument(
    "--each", type=int, default=100, metavar="N", help="articles with a slip of each class (%(default)s)"
)
parser.add_argument("--seed", type=int, default=0, metavar="N", help="another seed draws other articles (%(default)s)")
parser.add_argument("--show", action="store_true", help="print what was accused and what was missed")
parser.add_argument(
    "--bystanders", action="store_true", help="scan what only looks as if its numbers belonged together"
)
options = parser.parse_args()
if options.bystanders:
    for writer in BYSTANDERS:
        found = accusations(writer, 6, options.seed)
        accused = [told for told in found.values() if told]
        print(f"{writer}: {len(accused)} of {len(found)} accused")  # noqa: T201 - the figures are what it is run for
        for words in (told[0] for told in accused if options.show):
            print(f"accused: {words}")  # noqa: T201
    parser.exit()
for writer in options.writers:
    score = measure(writer, options.true, options.each, options.seed)
    print(f"{writer}\n\n{table(score)}\n")  # noqa: T201 - the figures are what it is run for
    if options.show:
        for words in [*score.alarms, *score.beside]:
            print(f"accused: {words}")  # noqa: T201
        for name, recall in score.recall.items():
            for missed in recall.missed:
                print(f"missed ({name}): {missed.text[missed.start : missed.end]}")  # noqa: T201
