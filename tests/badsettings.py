"""Configurations that cannot be used, each with what is told of it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.rules import RULES
from factcheck.settings import NAMES

RULE_LIST = f"there is {', '.join(RULES)}"
OR_IGNORE = "is no severity; write error, warning or note; to hear nothing of the rule, list it under `ignore`"


class Bad(NamedTuple):
    """A factcheck.toml, and the one problem that is told of it, with its line and column."""

    name: str
    text: str
    told: str


BAD = [
    Bad("unknown", 'colour = "red"', f"1:1: unknown setting 'colour'; there is {', '.join(NAMES)}"),
    Bad("near", "\nignor = []", "2:1: unknown setting 'ignor'; did you mean 'ignore'?"),
    Bad("underscore", "min_coverage = 5", "1:1: unknown setting 'min_coverage'; did you mean 'min-coverage'?"),
    Bad("upper case", "STRICT = true", f"1:1: unknown setting 'STRICT'; there is {', '.join(NAMES)}"),
    Bad("table", "[severty]\nfail = 'note'", "1:2: unknown setting 'severty'; did you mean 'severity'?"),
    Bad("tool table", "[tool.factcheck]", f"1:2: unknown setting 'tool'; there is {', '.join(NAMES)}"),
    Bad("select rule", "select = ['fial']", "1:11: unknown rule 'fial'; did you mean 'fail'?"),
    Bad("select word", "select = 'fial'", "1:10: unknown rule 'fial'; did you mean 'fail'?"),
    Bad("select all", "select = ['all']", f"1:11: unknown rule 'all'; {RULE_LIST}"),
    Bad("select item", "select = ['fail', {}]", f"1:19: a mapping where a rule was expected; {RULE_LIST}"),
    Bad(
        "select nothing",
        "select = []",
        "1:10: no rule is selected, so that nothing would ever be told; leave `select` out to have all",
    ),
    Bad(
        "ignore rule",
        "ignore = [\n  'implied',\n  'unguardd',\n]",
        "3:3: unknown rule 'unguardd'; did you mean 'unguarded'?",
    ),
    Bad("ignore number", "ignore = [1]", f"1:11: unknown rule '1'; {RULE_LIST}"),
    Bad("severity rule", "[severity]\nfial = 'note'", "2:1: unknown rule 'fial'; did you mean 'fail'?"),
    Bad("severity level", "severity.fail = 'of'", f"1:17: 'of' {OR_IGNORE}"),
    Bad("severity off", "severity = {implied = 'off'}", f"1:23: 'off' {OR_IGNORE}"),
    Bad("severity list", "severity = {implied = ['note']}", f"1:23: a list {OR_IGNORE}"),
    Bad("severity word", "severity = 'error'", "1:12: 'error' where fields were expected; write `name: value` pairs"),
    Bad(
        "files rule",
        "[per-file-ignores]\n'claims/*' = ['implied', 'impled']",
        "2:26: unknown rule 'impled'; did you mean 'implied'?",
    ),
    Bad(
        "files above",
        "per-file-ignores = {'../a.yaml' = 'fail'}",
        "1:21: '../a.yaml' matches no file; patterns are for what lies below the folder of this file",
    ),
    Bad(
        "files nowhere",
        "[per-file-ignores]\n'/' = 'fail'",
        "2:1: '/' matches no file; patterns are for what lies below the folder of this file",
    ),
    Bad(
        "files backslash",
        "[per-file-ignores]\n'claims\\a.yaml' = 'fail'",
        "2:1: 'claims\\\\a.yaml' has a backslash; set folders apart with /",
    ),
    Bad(
        "files list",
        "per-file-ignores = ['claims']",
        "1:20: a list where fields were expected; write `name: value` pairs",
    ),
    Bad("percent above", "min-coverage = 100.5", "1:16: '100.5' is no percentage from 0 to 100, such as 80"),
    Bad("percent below", "min-coverage = -1", "1:16: '-1' is no percentage from 0 to 100, such as 80"),
    Bad("percent word", "min-coverage = 'all'", "1:16: 'all' is no percentage from 0 to 100, such as 80"),
    Bad("percent nan", "min-coverage = nan", "1:16: 'nan' is no percentage from 0 to 100, such as 80"),
    Bad("percent list", "min-coverage = [80]", "1:16: a list is no percentage from 0 to 100, such as 80"),
    Bad("truth word", "require-source = 'yes'", "1:18: 'yes' is neither true nor false; write true or false"),
    Bad("truth number", "require-checked = 1", "1:19: '1' is neither true nor false; write true or false"),
    Bad("truth list", "require-guarded = []", "1:19: a list is neither true nor false; write true or false"),
    Bad("strict", "strict = 'True'", "1:10: 'True' is neither true nor false; write true or false"),
    Bad("language", "language = 'fr'", "1:12: 'fr' is not allowed here; write 'de' or 'en'"),
    Bad("hedge", "hedges = {abut = 5}", "1:11: unknown setting 'abut'; did you mean 'about'?"),
    Bad("hedge width", "[hedges]\nbeyond = 'far'", "2:10: 'far' is no percentage from 0 to 100, such as 80"),
    Bad("hedge word", "hedges = 5", "1:10: '5' where fields were expected; write `name: value` pairs"),
    Bad("base", "rounding = 'random'", "1:12: random needs a number, as in random-3"),
    Bad("budget nought", "budget = 0", "1:10: '0' is too small; write 1 or more"),
    Bad("budget part", "budget = 1.5", "1:10: '1.5' is no whole number; write it in digits, as in 2"),
    Bad("budget word", "budget = 'much'", "1:10: 'much' is no whole number; write it in digits, as in 2"),
    Bad("baseline empty", "baseline = ''", "1:12: '' where text was expected; write at least 1 character"),
    Bad("baseline list", "baseline = ['a']", "1:12: a list where text was expected; put the text in quotes"),
    Bad(
        "coverage of nothing told",
        "ignore = 'uncovered'\nmin-coverage = 80",
        "2:16: `uncovered` is ignored, so that `min-coverage` could never fail; take one of them out",
    ),
    Bad(
        "sources not selected",
        "select = 'fail'\nrequire-source = true",
        "2:18: `missing-source` is not selected, so that `require-source` could never fail; take one of them out",
    ),
    Bad(
        "checks ignored",
        "require-checked = true\nignore = ['missing-check']",
        "1:19: `missing-check` is ignored, so that `require-checked` could never fail; take one of them out",
    ),
    Bad(
        "guards ignored",
        "require-guarded = true\nignore = ['unguarded']",
        "1:19: `unguarded` is ignored, so that `require-guarded` could never fail; take one of them out",
    ),
    Bad(
        "undecided ignored",
        "strict = true\nignore = ['unknown']",
        "1:10: `unknown` is ignored, so that `strict` could never fail; take one of them out",
    ),
    Bad("no value", "strict =", "1:9: no TOML: invalid value; check quotes, brackets and repeated keys"),
    Bad(
        "twice",
        "strict = true\nstrict = true",
        "2:14: no TOML: cannot overwrite a value; check quotes, brackets and repeated keys",
    ),
    Bad("open", "ignore = ['fail'", "1:17: no TOML: unclosed array; check quotes, brackets and repeated keys"),
]
