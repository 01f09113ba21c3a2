"""English words that tell which role a number plays, as parts of patterns; several relations look for them."""

from __future__ import annotations

THE = (
    r"(?:(?:the|an?|its|their|his|her|our|those|these|all|only|just|some|as many as)\s+){0,2}(?:[^\W\d_][\w-]*['’]s?\s+)?"
    r"(?:(?:possible|potential|eligible|maximum|estimated)\s+)?"
)
"""Words right before a number that say which."""
BY = r"by(?: (?:just|only|some|a mere|exactly|all of|fully|nearly))?"
OPEN = r"(?:^|[(,;:–—]|\s-)\s*"
NOUN = r"(?:\s+[^\W\d_][\w'’-]*)"
"""One word of a noun phrase, and the space before it."""
OF_WHOM = r"\s+of (?:them|these|those|which|whom)\b"
"""Behind a number that is some of what stands before it: "carried 740, 566 of them empty"."""
RESTATING = (
    r"(?:(?:or|and so|put (?:another way|differently)[,:]?|in other words,?|to put it (?:another way"
    r"|differently),?|in effect,?|roughly speaking,?"
    r"|to be (?:exact|precise),?|more precisely,?|the exact figure (?:is|was)|thus|that is(?: to say)?|that's"
    r"|that was|i\.e\.|namely|making|being|representing|accounting for"
    r"|making up|comprising|meaning(?: that)?|which means that"
    r"|giving(?: (?:him|her|it|them))?|for|(?:which|this|that) (?:is|was|makes|made|means"
    r"|meant|equals|represents|represented|gives|gave|implies|accounts for|comes to|came to|amounts to|amounted to"
    r"|works out at|corresponds to|translates (?:in)?to|equates? to|equated to|averages? (?:out )?(?:at|to)?"
    r"|comes out at|boils down to|worked out (?:at|as|to)|works out (?:as|to))|(?:equal|equivalent|amounting"
    r"|corresponding|coming|adding up"
    r"|translating|working out) (?:to|at|into))\s+)?"
)
NAMED = r"(?:(?:an?|the|its|their|his|her)\s+(?:[^\W\d_][\w'’-]*\s+){1,5}?(?:of|at)\s+)?"
"""What a number is introduced as: "a clear-up rate of"."""
RISE = (
    "rise|rises|increase|increases|jump|gain|growth|improvement|climb|surge|uplift|upturn|expansion|hike|advance|leap"
    "|addition|recovery|widening|boost|spike|uptick"
)
FALL = (
    "fall|falls|drop|decrease|decline|reduction|cut|loss|dip|slump|plunge|slide|shrinkage|contraction|downturn|setback"
    "|deterioration|narrowing|slip|tumble|cutback|saving"
)
CHANGE = f"(?:{RISE}|{FALL}|change|swing|difference)"
MORE = "more|higher|larger|bigger|greater|longer|up|above|over|better|heavier|taller|dearer|older|faster|extra"
LESS = "fewer|less|lower|smaller|shorter|down|below|under|worse|lighter|cheaper|younger|slower|short"
UNITS_OF_TIME = (
    r"(?:years?|months?|weeks?|days?|decades?|seasons?|quarters?|terms?|winters?|summers?|springs?|autumns?)"
)
UNIT = (
    r"(?:year|month|week|day|quarter|season|term|decade|half|spring|summer|autumn|winter|session|round|wave"
    r"|survey|count|census|edition|election)"
)
"""What recurs, and dates a number by which time it was."""
AGO = (
    rf"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|the) )?{UNITS_OF_TIME}"
    r" (?:ago|before|earlier|previously|prior)\b"
)
LAST = r"(?:the )?(?:same \w+ )?(?:of )?(?:the )?(?:\w+ )?(?:last|previous|preceding|prior|past|year-ago|opening)\b"
EARLIER = rf"(?:{AGO}|(?:(?:in|at|during|for|over|on|seen) )?{LAST}|previously\b|before\b|earlier\b|then\b)"
"""After a number of former times."""
STILL = (
    r"(?:now|today|currently|at present|these days|this (?:year|month|week|season|quarter|summer|winter|spring"
    r"|autumn))\b"
)
"""After a number of today."""
NO_LATER = "".join(
    rf"(?<!\b{word}\s)"
    for word in "in at and but on by for this the these latest newest next current present new final most coming or then".split()
)
"""Before a time whose number may as well be the later one: "in May's 312", "this year's 312"."""
FORMER = (
    rf"(?:(?:(?:last|previous|prior|preceding|first|opening) {UNITS_OF_TIME}|{AGO}"
    rf"|the {UNITS_OF_TIME} before)['’]s(?: \w+){{0,2}}(?: was| of| had been)?|{NO_LATER}(?:january|february|march|april"
    rf"|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
    rf"|saturday|sunday|yesterday|{UNITS_OF_TIME}|(?:19|20)\d\d)['’]s)"
)
SURELY_WAS = (
    rf"in the (?:previous|preceding|prior) (?:\w+ )?{UNITS_OF_TIME},? (?:it|they|he|she|there|the [\w-]+) (?:had )?(?:\w+ ){{0,2}}?\w+"
    r"|from|since|used to (?:be|have|stand at|number)|compared (?:with|to)|compares with|against|versus|vs\.?"
    r"|rather than|instead of|than|having been"
    r"|had been|up on|down on"
    rf"|(?<=[(])(?:(?:the )?(?:last|previous|prior|preceding) {UNIT}|{AGO}|the {UNIT} before|before|then|earlier|previously):"
    rf"|{FORMER}|(?:than|from|since|on)(?: in| at| during)? [^,;]{{1,40}}, when(?: there were| it was| they had"
    rf"| it had| it stood at| it numbered)?|as (?:against|opposed to)"
)
WAS = (
    rf"{SURELY_WAS}|(?:stood|peaked|started|began|standing|peaking|starting|beginning|opened) (?:at|with|on)"
    rf"|having \w+(?: \w+)?"
    r"|the old (?:[\w'’-]+ ){0,2}(?:one|figure|total|number|level|rate|price|record|count)(?: (?:is|was|had been|stood at))?"
    r"|(?:the |its |their )?previous(?: [\w'’]+){0,3}:?(?: of)?|previously(?: \w+){0,2}|formerly|once|replac\w+"
    r"|exceed\w*|[,(–—]\s*(?:(?:in|by|back in|at) [^,;]{1,25} )?(?:when )?(?:it|there|they|the (?:figure|number"
    r"|total|rate)) (?:was"
    r"|were|had been|stood at|came to|totalled)"
    r"|had (?:been|numbered|stood at|reached|had)|an? (?:low|high|peak|base|level|record|trough) of|(?:above"
    r"|below|over|under|on)"
    r"|(?:19|20)\d\d:"
)
"""Before a number of former times."""
IS = (
    r"to|(?:^|,)\s*at|reached|reaches|reaching|reach|hit|hits|hitting|totalled|totals|totalling|now|became|become"
    r"|becomes|becoming|is|are"
    r"|today|currently|now (?:\w+ )?(?:at|has|have|is|are|employs)|numbers|numbering|came to|comes to|into"
    r"|this \w+['’]s|new \w+ of|the new (?:[\w'’-]+ ){0,2}(?:one|figure|total|number|level|rate|price|record|count)"
    r"(?: (?:is|was|stands at))?"
)
"""Before a number of now."""
A_RESULT = (
    r" (?:[\w-]+ ){0,3}?(?:profits?|loss(?:es)?|earnings|ebit\w*|eps|operating income|net income|operating costs?"
    r"|operating margins?|cash ?flow)\b"
)
"""Behind "underlying" where a result is named so, and its change is one between such results."""
AS_REPORTED = rf"(?:statutory|gaap|ifrs)|reported(?={A_RESULT})"
"""Beside results that were not worked out."""
WORKED_OUT = (
    rf"\b(?:like[- ]for[- ]like|(?:adjusted|underlying)(?!{A_RESULT})|adjust(?!ed\b)\w*|real terms|inflation|seasonally"
    rf"|(?:{AS_REPORTED})\b(?=[^.]*\b(?:underlying|adjusted)\b)|(?:underlying|adjusted)\b(?=[^.]*\b(?:{AS_REPORTED})\b)"
    r"|weighted|nationally|elsewhere"
    r"|organically|organic (?:(?:net|local|revenue|sales|volume) )?(?:growth|sales|revenues?|turnover|basis|terms|profits?|earnings"
    r"|increase|decrease|decline|rise|fall|expansion|rate|volumes?)"
    r"|seasonal adjustment|net of|(?<!profit )(?<!profits )(?<!loss )(?<!losses )(?<!earnings )(?<!income )(?<!result )"
    r"(?:before|after) tax|pro forma|revised|constant (?:currenc\w+|exchange)(?![^()]*\))|annuali[sz]ed"
    r"|excluding|stripping out)\b"
)
"""Numbers of a sentence with such words were worked out from others than it prints."""
OTHER = rf"{WORKED_OUT}|\brespectively\b"
RESULTS = (
    r"\b(?:wins?|won|winning)\b[^.;]{0,80}\b(?:draws?|drawn|drew|drawing|ties?|tied)\b"
    r"[^.;]{0,40}\b(?:los(?:e|es|t|ing)|losses|defeats)\b"
)
"""How games ended: what was lost there is no less than it was."""
