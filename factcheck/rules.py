"""The rules: every kind of finding there is, with its manual page."""

from __future__ import annotations

from factcheck.finding import Rule, Severity

FAIL = Rule(
    "fail",
    Severity.ERROR,
    "A claim cannot hold by itself, or not with the raw counts and the structure that the file declares.",
    "No counts at all make the printed number true, whatever the other claims say.",
    '"34.7% of the 22 cases" where 22 is a raw count: 7 cases are 31.8%, 8 are 36.4%, and nothing lies between.',
    "Correct the number, or the raw count or structure it was checked against; the finding says what would fit.",
)
CONFLICT = Rule(
    "conflict",
    Severity.ERROR,
    "Several claims cannot all be true at once, though any fewer of them could be.",
    "At least one number of the group is wrong, or two of them speak of different things under one name.",
    '"956 cases", "312 used the app" and "36.2% used the app": 312 of 956 is 32.6%.',
    "Look at the claims that are listed, and at nothing else: one of them has to change. "
    "For each, the finding says what it could print if the others are right.",
)
UNKNOWN = Rule(
    "unknown",
    Severity.WARNING,
    "The budget ran out before the claims were shown to be possible or impossible.",
    "It is neither a pass nor a fail. With --strict, and in CI, it counts as an error.",
    "Many quantities that are tied together by ratios, with no absolute count given for any of them.",
    "Raise the budget, or add a raw count for one of the quantities that are named.",
)
MIXED_CONVENTIONS = Rule(
    "mixed-conventions",
    Severity.WARNING,
    "Numbers are written in another language's manner: with a decimal comma in English, or a decimal point in German.",
    '"1.234" is one and a bit in English and more than a thousand in German; which was meant is not guessed.',
    '"1.234.567 people" or "32,6%" in an English article; "1,234" beside "1.234" in any.',
    "Write all numbers of the article in one manner, or name its language: `lang` in the document, or `--language`.",
)
OTHER_LANGUAGE = Rule(
    "other-language",
    Severity.WARNING,
    "The article says that it is in another language than the one that its numbers are read in.",
    '"1.628" is a count in German and one and a bit in English: one of the two has to be wrong, and either may be.',
    'A page with `lang="de"` whose claims file says `language: en`, or that is scanned with `--language en`.',
    "Name the language once: let the article say it, and leave out `language` and `--language`, or correct one of them.",
)
TRUNCATED = Rule(
    "truncated",
    Severity.NOTE,
    "A number that fails would hold if its digits had been cut off instead of rounded.",
    "Spreadsheets and programs often cut digits off; the counts behind the number may be right.",
    '"66.6%" for two of three: rounded it is 66.7%.',
    "Round the number, or declare `rounding: down` for the claim or the file.",
)
UNHEDGED_ROUNDING = Rule(
    "unhedged-rounding",
    Severity.WARNING,
    'A round number is printed as if exact, and the claims hold only if it means "about".',
    "Readers take 2,000 for a count. The other numbers show that it is a rounded one.",
    '"2,000 people, of whom 312 (15.4%) …": 312 is 15.6% of 2,000, but 15.4% of 2,026.',
    'Print "about 2,000", or the exact count.',
)
MISLEADING_HEDGE = Rule(
    "misleading-hedge",
    Severity.WARNING,
    "A hedged number holds, but readers would expect one closer to it.",
    'Readers take "nearly", "about" and "more than" for a small distance; by the house rule this one is too great.',
    '"more than 1,600" for 2,300: "more than 2,000" would have been said.',
    "Choose the round number next to the true one, or another hedge. The widths are a house rule: see the hedges.",
)
AMBIGUOUS_WORDING = Rule(
    "ambiguous-wording",
    Severity.WARNING,
    "The printed words have two readings that give different numbers.",
    "Half the readers will take the other reading.",
    '"three times more than" may mean three times as many, or four times as many.',
    'Print "three times as many as".',
)
EXCESS_DIGITS = Rule(
    "excess-digits",
    Severity.WARNING,
    "A percentage has at least two more digits than its base can carry.",
    "Digits suggest a precision that the counts do not have.",
    '"34.78%" of 23 cases: one case is 4.3 percentage points.',
    "Drop digits, or print the counts.",
)
UNGUARDED = Rule(
    "unguarded",
    Severity.NOTE,
    "Most other numbers would have passed in the place of this one, too.",
    "That the number passes means little: had it been mistyped, the checks would hardly have noticed. The share is of the "
    "other numbers with as many digits and decimals, counted so that the slips of one digit weigh as much as all together. "
    "Under the policy `require-guarded` it is an error, and so is a number of which it could not be found out.",
    '"142 cases in Yorkshire" out of 1,628: any number up to 1,628 would do.',
    "Add a raw count, or a claim that ties the number to others; `factcheck guards` says what would help.",
)
IMPLIED = Rule(
    "implied",
    Severity.NOTE,
    "A claim follows from the others: no number but the printed one could stand there.",
    "It adds nothing to what the others say. It confirms them, and a slip in it is sure to be noticed.",
    '"312 of the 956 cases", "32.6 per cent of the cases", and "a third of the cases": the last follows from the others.',
    "Nothing has to be done: it confirms the others.",
)
UNUSED_QUANTITY = Rule(
    "unused-quantity",
    Severity.WARNING,
    "A quantity is declared, but no claim and no structure speaks of it.",
    "It is often a slip in a name: the claim meant for it speaks of another quantity.",
    "`facebok:` declared beside claims about `facebook`.",
    "Remove the quantity, or mend the name.",
)
UNDECIDED = Rule(
    "undecided",
    Severity.WARNING,
    "A question that a draft asked stands in the claims file still.",
    "What the words alone do not tell was guessed, so that a pass means less than it seems to.",
    "`# decide: which whole is it a share of?` above a claim.",
    "Answer what stands behind `# decide:`, and delete the comment.",
)
QUOTE_DRIFT = Rule(
    "quote-drift",
    Severity.ERROR,
    "The printed number of a claim does not stand in its quote, or the article has another number there now.",
    "The text or the claim was edited without the other, so the number that was checked is not the one published.",
    'printed: "32.6%" beside quote: "a third (36.2%) of cases"; or an article that now says "a third (36.2%) of cases".',
    "Bring the quote and the printed number into line with the article.",
)
QUOTE_MISSING = Rule(
    "quote-missing",
    Severity.ERROR,
    "A claim has no quote, or its quote does not stand in the article.",
    "Nothing ties the claim to the text, so the text may say anything. "
    "White space, quotation marks and dashes may differ; everything else may not.",
    'quote: "police named the platform in 956 cases", after the article was edited to "in 956 of the cases".',
    "Copy the passage from the article. The finding names the passage that is nearest to the quote.",
)
AMBIGUOUS_QUOTE = Rule(
    "ambiguous-quote",
    Severity.ERROR,
    "The quote of a claim stands in several places of the article.",
    "If the number changes in one of them, the quote still stands in the others, and nobody would be told.",
    'quote: "52 per cent", which the headline says as well as the text.',
    "Make the quote longer, or say with `occurrence` which place is meant, counted from 1.",
)
UNCOVERED = Rule(
    "uncovered",
    Severity.NOTE,
    "No claim speaks of a number of the article.",
    "A number that nobody claims is checked by nobody. Dates, times, years, scores and codes are not told. "
    "Under the policy `min-coverage` it is an error where too few numbers are covered.",
    '"1,590 complaints" in the article, and no claim that quotes it.',
    "Write a claim for it, or list its passage under `ignore` with the reason.",
)
UNUSED_IGNORE = Rule(
    "unused-ignore",
    Severity.WARNING,
    "A passage under `ignore` does not stand in the article, or sets no number aside.",
    "The text has changed since, or a claim has taken the number over. Left standing, it may hide a number to come.",
    'passage: "as young as two", after the sentence was cut.',
    "Remove it, or copy the passage from the article again.",
)
EXPIRED_WAIVER = Rule(
    "expired-waiver",
    Severity.ERROR,
    "A waiver's last day has passed.",
    "An exception was granted for a time, and that time is over; the finding counts again.",
    "until: 2026-01-31, on a run of 2026-02-01.",
    "Mend the finding, or have the waiver renewed with a new date and reason.",
)
SOURCE_CHANGED = Rule(
    "source-changed",
    Severity.ERROR,
    "A file of data is not the one that was pinned.",
    "The claims were checked against other data than these: a correction, or another download. All of them are checked "
    "against the file as it is now.",
    "pin: the SHA-256 of the file of April, after the police had sent a corrected one in May.",
    "See what has changed in the data and which claims fail by it; then write the new SHA-256 under `pin`.",
)
INEXACT_DATA = Rule(
    "inexact-data",
    Severity.WARNING,
    "An amount is taken from numbers that are stored as binary fractions.",
    "Such numbers have no exact decimal digits: 0.1 is stored as a number near it. Each is taken as it would be printed. "
    "Counts are never taken from them.",
    "A column of type DOUBLE in Parquet, or 4.35 in a workbook.",
    "Store the column as decimal numbers or as text, or ignore the rule in the settings where that cannot be.",
)
MISSING_SOURCE = Rule(
    "missing-source",
    Severity.ERROR,
    "A claim says nowhere where its number comes from.",
    "Whoever is asked about the number has to begin the search again. It is told under the policy `require-source` only.",
    'printed: "1,628" without `source: freedom-of-information requests, April 2018`.',
    "Name the source: `source: …`, in words by which another person would find it.",
)
MISSING_CHECK = Rule(
    "missing-check",
    Severity.ERROR,
    "Nobody but its author has checked a claim.",
    "A second reader sees what the first one took for granted. It is told under the policy `require-checked` only.",
    "author: Ann beside checked: {by: Ann, on: 2018-04-03}; or no `checked` at all.",
    "Have another person check the claim, and write down who it was: `checked: {by: …, on: …}`.",
)
UNUSED_BASELINE = Rule(
    "unused-baseline",
    Severity.WARNING,
    "A finding that the baseline lists occurs no more.",
    "Left standing, the entry would let the same finding in again without anybody looking.",
    "A conflict between two counts that was in the baseline, and one of the counts has been corrected.",
    "Write the baseline again: `factcheck verify --baseline FILE --update-baseline`.",
)
UNUSED_WAIVER = Rule(
    "unused-waiver",
    Severity.WARNING,
    "A waiver silences nothing.",
    "It would silence the next true finding of that rule without anybody looking.",
    "A waiver for `excess-digits` on a claim that has no such finding any more.",
    "Remove the waiver.",
)

POSSIBLE_CONFLICT = Rule(
    "possible-conflict",
    Severity.WARNING,
    "Numbers that a sentence or table puts together do not fit, unless they are meant in another way.",
    "Nothing was declared about them, so the reading is a guess; the innocent reading is told beside it.",
    '"27 medals in all: 12 gold and 14 silver" is wrong, unless there were others.',
    "Read the passage; write a claims file where it matters.",
)
SCANNED = Rule(
    "scanned",
    Severity.NOTE,
    "How many numbers of the article a scan read, and how many of them it could check.",
    "A scan sees only what a sentence or table itself puts together. Silence on the other numbers is no praise.",
    '"14 numbers read, of which 6 took part in a check."',
    "Write a claims file to have all of them checked.",
)

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        FAIL,
        CONFLICT,
        UNKNOWN,
        SOURCE_CHANGED,
        INEXACT_DATA,
        QUOTE_MISSING,
        QUOTE_DRIFT,
        AMBIGUOUS_QUOTE,
        MISSING_SOURCE,
        MISSING_CHECK,
        EXPIRED_WAIVER,
        UNHEDGED_ROUNDING,
        MISLEADING_HEDGE,
        AMBIGUOUS_WORDING,
        EXCESS_DIGITS,
        UNUSED_QUANTITY,
        UNDECIDED,
        UNUSED_WAIVER,
        UNUSED_IGNORE,
        UNUSED_BASELINE,
        MIXED_CONVENTIONS,
        OTHER_LANGUAGE,
        TRUNCATED,
        UNCOVERED,
        UNGUARDED,
        IMPLIED,
        POSSIBLE_CONFLICT,
        SCANNED,
    )
}
"""Every rule by its name."""
