"""German: how sentences put numbers together. Nothing but tables.

The phrases are those of the relations, by their names, in the manner that `factcheck/relation.py` describes.
"""

from __future__ import annotations

from factcheck.text.tables import words
from factcheck.text.vocabulary import SentenceWords

DASH = r"(?:,| –| —|;)?"
THAT = r"(?:also |mithin |demnach |sprich |das (?:sind|waren|ist|war|macht|entspricht) |was )?"
RISE = "(?:Plus|Zuwachs(?:es)?|Anstiegs?|Zunahme|Steigerung|Wachstums?|Gewinns?)"
FALL = "(?:Minus|Rückgangs?|Abnahme|Einbruchs?|Verlusts?|Schwunds?)"
MORE, LESS = "(?:mehr|höher|größer|länger)", "(?:weniger|niedriger|geringer|kleiner|kürzer)"
UP = "(?:stieg|stiegen|wuchs|wuchsen|kletterte|kletterten|erhöhten? sich|vergrößerten? sich|nahm|nahmen)"
DOWN = "(?:sank|sanken|fiel|fielen|schrumpften?|verringerten? sich|ging|gingen)"
ROSE = "stieg|stiegen|wuchs|wuchsen|kletterten?|erhöhten? sich"
SANK = "sank|sanken|fiel|fielen|schrumpften?|verringerten? sich"
BY = r"(?:um )?(?:{points} Punkte|{amount})"
A = "(?:(?:eine?[mrs]?) )?"
CHANGED = rf"(?:{DASH}| \() ?{THAT}{A}(?:(?:{RISE}|{FALL}) )?(?:von )?{BY}"
BEFORE = "(?:Vorjahr|Vormonat|Vorquartal|Vorwoche|Vortag|Vorjahreszeitraum|zuvor|vorher|bisher|davor)"
SINCE = r"(?:nach|von|gegenüber|statt) (?:zuvor |vorher |noch )?<the> "
EARLIER = rf"(?:im |am |in der )?{BEFORE}(?::| noch| waren es| war es)?"
OF = "(?:von|der|aus|unter)"
IN_ALL = "(?:insgesamt|zusammen|in Summe|alles in allem|macht zusammen|zusammengenommen|in der Summe)(?: also| genau)?"
ON_AVERAGE = "(?:im (?:Schnitt|Durchschnitt|Mittel)|durchschnittlich|pro Kopf|pro Person)"
GOT = (
    "(?:sammelten|zahlten|spendeten|verdienten|gaben|erhielten|bekamen|erzielten|schossen|gewannen|brachten|"
    "teilten sich)"
)
DIED = "(?:starb|verstarb|gestorben|verstorben)"
AGED = "(?:im Alter von|mit|mit nur) {age}"
DAY = "(?:{})".format(
    "|".join(
        f"(?P<{english}>{german})"
        for english, german in {
            "Monday": "Montag",
            "Tuesday": "Dienstag",
            "Wednesday": "Mittwoch",
            "Thursday": "Donnerstag",
            "Friday": "Freitag",
            "Saturday": "Samstag|Sonnabend",
            "Sunday": "Sonntag",
        }.items()
    )
)

SENTENCES = SentenceWords(
    articles=words("der die das den dem des ein eine einen einem einer eines alle allen aller diese diesen dieser"),
    function_words=words(
        "aber allein als also am an auch auf aus bei beim bis da dabei damit dann daraus darunter das dass davon davor"
        " dem den denen der deren des die dies diese diesem diesen dieser dieses durch ein eine einem einen einer eines"
        " er es etwa etwas für gegen gegenüber gut hat hatte hatten haben ihm ihn ihnen ihr ihre ihren im in insgesamt"
        " ist jede jeden jeder jedes kam kamen kein keine knapp lag lagen man mehr mit nach nicht noch nur ob oder ohne prozent"
        " rund sei sein seine seinen seit sich sie sind so sowie stieg sank über um und unter vom von vor während war"
        " waren was weil weniger wenn wer werden wie wird worden wurde wurden zu zum zur zusammen zuvor zwischen"
    ),
    partitives=words("von unter aus"),
    determiners="der|die|das|den|dem|des|ihren?|seinen?|unseren?|diesen?|dieser|jenen?|allen?|aller|nur|lediglich|insgesamt",
    no_nouns="aber|während|wohingegen|hingegen|als|wie|jeweils|beziehungsweise|bzw|oder|gegenüber|auf|um|bis|doch",
    conjunctions="und|plus|sowie",
    definite="die|den|der|diese[nr]?|jene[nr]?",
    plural=r"[A-ZÄÖÜ][^\W\d_]{3,}",
    no_definite_before="in|im|von|vom|aus|bei|beim|an|am|auf|für|der|die|das|des|den|dem|welche",
    phrases={
        "between": ("zwischen {low} und {high}", "{range}"),
        "change": (
            rf"{BY}~,? von {{before}}~ auf {{after}}",
            rf"{BY}~,? auf {{after}}~,? {SINCE}{{before}}",
            rf"{BY}~,? auf {{after}}~ \({EARLIER} ?{{before}}~\)",
            rf"von {{before}}~ auf {{after}}~{CHANGED}",
            rf"auf {{after}}~,? {SINCE}{{before}}~{CHANGED}",
            rf"{{after}}~{DASH} {THAT}{BY} (?:{MORE}|{LESS})~ als <the> {{before}}",
            rf"{{after}}~{DASH} {THAT}{BY} (?:{MORE}|{LESS})~ als~ \({{before}}~\)",
            rf"{{after}}~{DASH} (?:{THAT}(?:ein |eine )?(?:{RISE}|{FALL}) von ){{amount}}~ gegenüber~ {{before}}",
        ),
        "difference": (
            rf"{{more}}~{DASH} {THAT}{{by}}~ {MORE}~ als <the> {{less}}",
            rf"{{less}}~{DASH} {THAT}{{by}}~ {LESS}~ als <the> {{more}}",
            rf"{UP}~ um {{by}}~,? von {{less}}~ auf {{more}}",
            rf"{DOWN}~ um {{by}}~,? von {{more}}~ auf {{less}}",
            rf"{UP}~ um {{by}}~ auf {{more}}~,? {SINCE}{{less}}",
            rf"{DOWN}~ um {{by}}~ auf {{less}}~,? {SINCE}{{more}}",
            r"um {by}~ von {less}~ auf {more}~ (?:gestiegen|gewachsen|geklettert|erhöht)",
            r"um {by}~ von {more}~ auf {less}~ (?:gesunken|gefallen|geschrumpft|verringert|gesenkt)",
            rf"von {{less}}~ auf {{more}}~{DASH} {THAT}(?:ein |eine )?{RISE} (?:von |um ){{by}}",
            rf"von {{more}}~ auf {{less}}~{DASH} {THAT}(?:ein |eine )?{FALL} (?:von |um ){{by}}",
        ),
        "direction": (
            rf"(?P<rose>{ROSE})~ von {{before}}~ auf {{after}}",
            rf"(?:{SANK})~ von {{before}}~ auf {{after}}",
            rf"(?P<rose>{ROSE})~ auf {{after}}~ \({EARLIER} ?{{before}}~\)",
            rf"(?:{SANK})~ auf {{after}}~ \({EARLIER} ?{{before}}~\)",
        ),
        "lifetime": (
            rf"{{born}}~ geboren(?: worden)?,?(?: und)?~ {DIED}~ {{died}}~,? {AGED}",
            rf"{{born}}~ geboren(?: worden)?,?(?: und)?~ {{died}}~,? {AGED}~ {DIED}",
            rf"geboren~ {{born}}~,?(?: und)?~ {DIED}~ {{died}}~,? {AGED}",
            rf"{DIED}~ {{died}}~,? {AGED}(?:,|;| –| —)?~ {{born}}~ geboren",
        ),
        "mean": (
            rf"{{total}}~ (?:für|an|von|in|auf|unter|bei) <the> {{number}}~{DASH} {THAT}{ON_AVERAGE} {{mean}}",
            rf"{{number}}~ {GOT}~ {{total}}~{DASH} {THAT}{ON_AVERAGE} {{mean}}",
        ),
        "multiple": (
            rf"{{more}}~{DASH} {THAT}{{times}} so (?:viele?|hoch|groß|lang|schwer|teuer)~ wie (?:in )?<the> {{less}}",
        ),
        "rate": (
            rf"{{events}}~ (?:auf|unter|bei|in|von|je) <the> {{population}}~(?:,| –| —) {THAT}(?:oder )?{{rate}}",
            r"{events}~ (?:auf|unter|bei|in|von|je) <the> {population}~ \({rate}\)",
        ),
        "remainder": (
            r"{parts+},? (?:(?:und|während) )?(?:der|die|das|den) (?:übrigen?|restlichen?|verbleibenden?|anderen) {rest}",
        ),
        "restated": (
            r"{words}~ \({figures}\)",
            r"{words},? (?:oder|also|nämlich|das sind|genauer:?) {figures}",
            r"{figures},? (?:oder|also) {words}",
            r"{figures}~ \({words}\)",
        ),
        "share": (
            rf"{{part}}~ {OF} <the> {{whole}}~,? ?\({{share}}\)",
            rf"{{part}}~ {OF} <the> {{whole}}~(?:,| –| —)? (?:oder|also|das (?:sind|waren|entspricht)|mithin) {{share}}",
            r"(?:von|unter|aus) <the> {whole}~,? {part}~ \({share}\)",
            rf"{{share}}~ \({{part}} {OF} <the> {{whole}}~\)",
            rf"{{share}}(?:,| –| —)? (?:oder|also|das (?:sind|waren)) {{part}}~ {OF} <the> {{whole}}",
            r"{share}~ \({pair}~\)",
            r"{pair}~ \({share}\)",
            r"{share}\)?,? (?:oder|also) {pair}",
        ),
        "shift": (
            rf"(?P<rose>{ROSE})~ um {{by}}~,? (?:oder|also) {{amount}},? auf {{after}}",
            rf"(?:{SANK})~ um {{by}}~,? (?:oder|also) {{amount}},? auf {{after}}",
            rf"(?P<rose>{ROSE})~ um {{by}}~ \({{amount}}\) auf {{after}}",
            rf"(?:{SANK})~ um {{by}}~ \({{amount}}\) auf {{after}}",
        ),
        "shares": (
            r"von <the> {whole}~,? {parts*}",
            r"(?:unter|befragt wurden) <the> {whole}~(?:,|:)? {parts*}",
        ),
        "split": (r"{first}~ \({share}\)~ und {last}~ \({rest}\)",),
        "total": (
            rf"{{parts*}}(?:,|;|:| –| —)? (?:{THAT}|macht |oder ){IN_ALL} {{whole}}",
            rf"{IN_ALL}~ {{whole}}~(?:,|:| –| —| \() ?{{parts*}}",
            rf"{{whole}}~ {IN_ALL}(?:,|:| –| —| \() ?{{parts*}}",
            rf"{{parts*}}~,? (?:ergibt|ergeben|macht|machen)~ {IN_ALL} {{whole}}",
        ),
        "weekday": (
            rf"{DAY},? ?\(?(?:dem |den |der )?{{date}}",
            rf"{{date}} ?\({DAY}\)",
            rf"{{date}},? (?:das )?(?:war )?(?:ein|einem|einen) {DAY}\b",
        ),
        "within": (
            rf"(?<!um\s){{part}} {OF} <the> {{whole}}(?!~ auf\b)",
            r"{share} (?:von|der|aus) <the> {whole}",
        ),
    },
)
