"""English: what stands between the numbers of a sentence. Nothing but tables."""

from __future__ import annotations

from factcheck.text.tables import words
from factcheck.text.vocabulary import SentenceWords

ARTICLES = words("the a an all its their his her our these those some")
FUNCTION_WORDS = words(
    "about above after all also an and are as at be because been before below between but by did do does during each"
    " either for from had has have he her his i if in into is it its less may more most neither no nor not of on only"
    " or our over own she since so some still such than that the their them then there these they this those to too"
    " under until up was we were what when where which while who whose will with would you your"
)
SENTENCES = SentenceWords(
    articles=ARTICLES,
    function_words=FUNCTION_WORDS,
    partitives=words("of"),
    determiners="the|its|their|his|her|our|those|these|all|some|only|just",
    no_nouns="and|but|while|whereas|than|respectively|or|versus|against|compared|from|to",
    conjunctions="and|plus",
    definite="the|these|those|all|its|their|his|her|our",
    plural=r"(?i:[^\W\d_]{3,}s|people|sheep|fish|deer|cattle|police|staff|aircraft|mice|geese|trout|children|(?:wo)?men|[^\W\d_]+(?:wo)?men)",
    no_definite_before="in|of|from|at|on|for (?:the )?(?-i:[A-Z])|for (?:19|20)|who|that|which",
)
