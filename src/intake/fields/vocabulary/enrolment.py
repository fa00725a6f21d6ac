"""Words by which people say that they study somewhere now, and words that deny what follows them."""

from __future__ import annotations

import re

# "a junior at ...", "pursuing my MS at ...", "enrolled in ..."
STUDIES_NOW = re.compile(
    r"\b(?:freshman|sophomore|junior|senior|undergrad(?:uate)?|grad(?:uate)?\s+student|student|majoring|major|enrolled|pursuing|studying|study"
    r"|candidate|(?:first|second|third|fourth|fifth|final|1st|2nd|3rd|4th)[\s-]+year|ph\.?\s?d\.?|doctoral|master['’]?s|m\.?s\.?|b\.?s\.?"
    r"|exchange|finishing|completing|graduat(?:e|ing)\s+(?:in|next|this))(?!\w)",
    re.IGNORECASE,
)

INSTITUTION = re.compile(r"\b(?:university|college|institute|polytechnic|school\s+of|state|tech)\b", re.IGNORECASE)

DENIED = re.compile(
    r"\b(?:not|no|nor|neither|without|don['’]?t|do\s+not|never|isn['’]?t|non)\b[^.;,!?]{0,40}$",
    re.IGNORECASE,
)

# Not the applicant's own status.
NOT_ME = re.compile(
    r"\b(?:must\s+be|only|are\s+you|do\s+you|whether|if\s+(?:i|you)|your\s+page|applicants?|students\s+(?:who|from)|become|apply(?:ing)?\s+for"
    r"|my\s+(?:wife|husband|father|mother|parents|partner|fianc\w+)|hope\s+to)\b[^.;!?]{0,60}$",
    re.IGNORECASE,
)
