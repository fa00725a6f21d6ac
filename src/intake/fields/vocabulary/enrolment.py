"""Words by which people say that they study somewhere now or did once, and words that deny what follows them."""

from __future__ import annotations

import re

# "a junior at ...", "pursuing my MS at ...", "enrolled in ..."
STUDIES_NOW = re.compile(
    r"\b(?:freshman|sophomore|junior|senior|undergrad(?:uate)?|grad(?:uate)?\s+student|student|major(?:ing)?|enrolled|pursuing|studying|study"
    r"|candidate|(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th)[\s-]+year|doctoral|exchange|finishing|completing|i\s+(?:now\s+|currently\s+)?(?:attend|go\s+to)|attending"
    r"|will\s+graduate|graduating|i\s+graduate|ph\.?\s?d\.?|master['’]?s|m\.?\s?s\.?c?\.?|b\.?\s?[as]\.?c?\.?|bachelor['’]?s?|my\s+degree"
    r"|at\s+school|school\s+year|my\s+(?:school|university|college))(?!\w)",
    re.IGNORECASE,
)

# "graduated in 2014", "finished my MEng": it is over.
STUDIED_ONCE = re.compile(
    r"\b(?:graduated|finished|completed|earned|received|holds?|got\s+my|have\s+an?|had|alum\w*|former|used\s+to|since\s+then|years?\s+ago"
    r"|dropped\s+out|left|was\s+(?:on\s+(?:an\s+)?exchange|an?\s+(?:\w+\s+)?student))\b",
    re.IGNORECASE,
)

# Where a sentence goes on to another time or place: "a junior at State, where I have completed ..."
CLAUSE = re.compile(
    r";|[(—–]|[:,]\s+(?=I(?:['’]m\b|\s))|,\s+(?:where|which|who|with|having|from|since|after|before|but)\b|\b(?:where|which|after|before|but|although|while|since|because)\b"
    r"|\band\s+(?:(?:I|was|am|now|then|later|previously|currently|have|had|before)\b)",
    re.IGNORECASE,
)
# Of a statement that no condition holds: it speaks of studies, and not of a passport or a visa alone.
STUDIES_AWAY = re.compile(
    r"\bJ-?1\b|\bnone\s+of\s+(?:them|these|that|which)\b|\boutside\b|\babroad\b|\bnot\s+(?:\w+\s+){0,3}(?:enrolled|studying|study|student|at|in)\b|\bno\s+(?:student|US\s+university)\b"
    r"|\bstud(?:y|ying|ent)\s+(?:\w+\s+)?(?:in|of|at)\s+(?!(?:the\s+)?(?:US|U\.S|USA|United|America))(?-i:[A-Z])",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"\b(?:university|college|institute|(?<!high\s)school|polytechnic|u\s+of)\b", re.IGNORECASE
)
# A line of a resume that has no heading over its education: "Lakeside College, Salem, Oregon", above a degree.
INSTITUTION_NAMED = re.compile(r"\b(?:University|College|Institute of|Polytechnic)\b")
DEGREE = re.compile(
    r"\b(?:B\.?\s?(?:A|S|Sc|Eng|Tech)|M\.?\s?(?:A|S|Sc|Eng|Tech)|Ph\.?\s?D|Bachelor|Master|Class\s+of)\b"
)

# "S.B. in Computer Science", "A.B. Mathematics"
SCHOOL_DEGREE = re.compile(r"\b(?:[SA]\.\s?[BM]\.|AAS|BASc)")

# In a resume: the entry is not over yet.
NOT_OVER = re.compile(
    r"\b(?:present|current(?:ly)?|expected|anticipated|ongoing|candidate|now|to\s+date|in\s+progress|will)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=['’])\d\d(?!\d)")

EDUCATION = re.compile(r"^\W*(?:education(?:al)?|academic|studies|academics)\b", re.IGNORECASE)

OTHER_CITIZEN = re.compile(
    r"\b[A-Z][a-z]+(?:[- ][A-Z][a-z]+)?\s+(?:citizen|national|passport)\b"
    r"|\bcitizens?\s+of\s+(?!the\b)[A-Z]\w+|\b(?:nationality|citizenship|[Nn]ationality|[Cc]itizenship)\s*:\s*[A-Z]\w+"
    r"|\bde\s+nationalité\s+\w+|\b[Nn]ationalität\s*:\s*\w+|\b[Nn]acionalidad\s*:?\s+\w+|\b[A-Z][a-z]+er?\s+Staatsbürger(?:in)?\b"
    r"|\b(?:ciudadan[oa]|citoyen(?:ne)?|cidad(?:ão|ã)|cittadin[oa])\s+\w+|\b[a-zäöü]+e\s+Staatsangehörigkeit\b|\bгражданин\w*\s+\w+"
)

# "dual US/Polish citizen", "German and American citizenship", "Nationality: USA / Austria"
CITIZEN_OF_TWO = re.compile(
    r"\b[A-Z][\w.]{1,20}(?:\s?[/&+-]\s?|\s(?:and|und|et|y)\s)[A-Z][\w.]{1,20}\s(?:dual\s)?(?:citizen(?:ship)?s?|national(?:ity)?|passports?)\b"
    r"|\b[Cc]itizen\s+of\s+(?:the\s+)?[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?\s+and\s+(?:of\s+)?(?:the\s+)?[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?"
    r"|\b(?:[Nn]ationality|[Cc]itizenship|[Nn]ationalities|[Cc]itizenships)\s?:\s{0,12}[A-Z][\w.]{1,20}\s?(?:/|,|&|and)\s?[A-Z][\w.]{1,20}"
)

DENIED = re.compile(
    r"(?:\b(?:not|no|nor|neither|without|don['’]?t|do\s+not|doesn['’]?t|never|isn['’]?t|aren['’]?t|haven['’]?t|non|lack"
    r"|keine?[nrsm]?|nicht|ohne|weder|noch|pas|sans|ni|aucune?|sin|n[ãa]o|nem|sem|senza|né|нет|не|без)\b|没有|沒有|不是|无|無)[^.;,!?。]{0,40}$",
    re.IGNORECASE,
)

# "a green card I do not have"
DENIED_BEHIND = re.compile(
    r"[\s,]*(?:(?:which|that)\s+)?(?:I\s+)?(?:do\s+not|don['’]?t|have\s+not|haven['’]?t|am\s+not|can['’]?t|cannot|never)\s+(?:have|hold|had|held|own|possess|got)\b"
    r"|[\s,:–—-]*(?:no|none|nein|non)\b(?=\s*(?:[.,;!)]|$))",
    re.IGNORECASE | re.MULTILINE,
)

# Where other words begin: a paragraph, an entry of a list, "Status: ".
NEW_LINE = re.compile(r"\n[ \t]*(?:\n|(?=[-*•·–]\s|[A-Z]?[a-z]+(?: [a-z]+){0,2}:\s))")

ASKING = re.compile(
    r"\W*(?:(?:and|but|so|also|or)\s+)?(?:do|does|did|is|are|am|can|could|must|would|will|may|should|have|has|what|which|who|whether|how)\b",
    re.IGNORECASE,
)

# Not the applicant's own status.
NOT_ME = re.compile(
    r"\b(?:must\s+be|only(?:\s+if)?|one\s+(?:has|needs)|used\s+to|are\s+you|do\s+you|you\s+(?:(?:only|can|do)\s+)?(?:are|take|accept|consider|want|ask|say|require|need|look\s+for|limit)|whether|if\s+(?:i|you)|your\s+page|applicants?|students\s+(?:who|from)|become|apply(?:ing)?\s+for"
    r"|my\s+(?:wife|husband|father|mother|parents|partner|fianc\w+)|hope\s+to)\b[^.;!?]{0,60}$",
    re.IGNORECASE,
)

# "permanent resident of Canada"
OF_PLACE = re.compile(
    r"\s+(?:of|in)\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Winter|I\b))(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w*)?"
)
DUAL = re.compile(r"dual\b", re.IGNORECASE)
# "my parents are US citizens, and so am I"
AS_I_AM = re.compile(
    r"[^.;!?]{0,30}\b(?:so\s+am\s+I|as\s+am\s+I|I\s+am\s+(?:too|one|as\s+well)|I\s+too)\b", re.IGNORECASE
)

# What is applied for or expected is not held: "my green card application is pending", "waiting for my green card".
NOT_YET = re.compile(
    r"[\s\w]{0,12}\b(?:application|petition|lottery|interview|process|is\s+(?:still\s+)?(?:pending|being\s+processed|in\s+process|on\s+its\s+way))\b",
    re.IGNORECASE,
)
AWAITING = re.compile(
    r"\b(?:appl(?:y|ied|ying)\s+for|wait(?:ing)?\s+(?:for|on)|await(?:ing)?|expect(?:ing)?(?:\s+to\s+(?:get|receive))?|soon\s+(?:get|have)|will\s+(?:get|receive))"
    r"\s+(?:a|an|my|the|his|her)?\s*$",
    re.IGNORECASE,
)
