"""Words of games, in which what is added is no distance and no sum: "added 17 points", "the pair added 87 without loss"."""

from __future__ import annotations

from factcheck.relation.line import Line, Slot, says

SCORES = (
    r"(?:points?|rebounds?|boards|assists?|steals?|blocks?|saves?|goals?|runs?|tries|wickets?|yards?|hits?|homers?|touchdowns?"
    r"|penalties|conversions?|three-pointers?|threes|free throws?|fours|sixes|boundaries|birdies)"
)
"""What is added to a score."""
GAME = (
    r"\b(?:wickets?|innings|overs|bats(?:man|men|woman|women)|bowled|bowlers?|lbw|stumps|all out|not out|without loss|caught|run out"
    r"|rebounds|assists|three-pointers?|free throws?|from (?:the (?:floor|field|line)|(?:long|three-point) range|downtown)"
    r"|touchdowns?|home runs?|hat-trick|quarterback|shot \S+ (?:per ?cent|%)|shooting|fourth quarter|unbeaten (?:stand|partnership)"
    r"|(?:\w+-)?wicket stand)\b"
)
"""Of what a game is told by."""
ADDED = r"add(?:s|ed|ing)?(?: (?:just|only|another|a further|some|his|her|their))*"
NO_SUM = (
    r"(?! (?:lead|advantage|margin|majority|gap|honou?rs|title|crown|victory|win|wins|winner|champion|championship|standings"
    r"|classification|position|ranking|rankings|rating|ratings|impression|aim|trend|picture|control|responsibility)\b)"
)
"""Behind "overall" and the like, no word of what is not added up: an overall lead is a distance."""


def is_scored(line: Line, slot: Slot) -> bool:
    """Whether a number behind "added" tells of a score: "added 17 points", and 27 runs "for the ninth wicket"."""
    return slot.follows(ADDED) and (slot.precedes(rf"(?: [\w-]+)?\s+{SCORES}\b") or is_game(line))


def is_score(slot: Slot) -> bool:
    """Whether a number is the first of a score, and no distance: "won by 36 points to 14"."""
    return slot.follows("by") and slot.precedes(rf"\s+{SCORES}\s+to\s*$")


def is_game(line: Line) -> bool:
    """Whether a sentence tells of a game in which scores are added to."""
    return says(GAME, line.text)
