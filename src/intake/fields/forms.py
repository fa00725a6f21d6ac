"""Filled application forms, told by what their labels ask for: who applies, when, for what, and why."""

from __future__ import annotations

import re
from enum import StrEnum

from intake.fields.passage import Passage

_MOST_LINES = 120
_FEWEST = 3  # different things that a form asks for


class Asked(StrEnum):
    """What a label of a form asks for."""

    PERSON = "person"
    PERIOD = "period"
    AREA = "area"
    REASONS = "reasons"
    COURSES = "courses"
    STATUS = "status"


# A label stands alone, numbered or not, or before a colon or the next column.
_LABELS = {
    Asked.PERSON: r"(?:(?:full|first|last|family|applicant['’]?s?|your)\s+)?name|e-?mail(?:\s+address)?"
    r"|phone(?:\s+number)?|address"
    r"|personal\s+(?:details|data|information)|contact(?:\s+(?:details|information))?",
    Asked.PERIOD: r"(?:preferred|desired|requested|possible|internship|proposed)?\s*"
    r"(?:period|dates|start(?:\s+date)?|time\s*frame|availability)"
    r"(?:\s+of\s+(?:the\s+)?internship)?|dates?\s+available|available\s+(?:dates|from)",
    Asked.AREA: r"(?:preferred|desired|internship)?\s*(?:area|track|field|position|team|group)"
    r"(?:\s+(?:of\s+(?:interest|(?:the\s+)?internship)|applied\s+for|desired|preferred))?|applying\s+for",
    Asked.REASONS: r"motivation(?:\s+letter)?|(?:personal\s+)?statement(?:\s+of\s+(?:interest|purpose|motivation))?"
    r"|cover\s+letter|(?:specific\s+)?interest(?:\s+in\s+[\w ]{2,30})?|why\s[^:\t?]{2,60}\??",
    Asked.COURSES: r"(?:relevant\s+|related\s+)?(?:course\s?work|courses|classes)(?:\s+taken)?",
    Asked.STATUS: r"work\s+authori[sz]ation|citizenship|visa(?:\s+status)?|eligibility|nationality",
}
_LABEL = re.compile(
    r"\s*(?:\d{1,2}[.)]\s*|[a-h][.)]\s+|[-*•]\s*)?(?:"
    + "|".join(rf"(?P<{asked.name}>{label})" for asked, label in _LABELS.items())
    + r")\s*(?:[:\t|]|\?\s|\s{3}|$)",
    re.IGNORECASE,
)


_NAME = re.compile(
    r"^\W{0,3}(?:(?:full|applicant['’]?s?)\s+)?name\s*[:\t|]\s*(?P<name>[^\n:]{3,60})$",
    re.IGNORECASE | re.MULTILINE,
)


def name_in(passage: Passage) -> str:
    """What a form's line "Name: ..." says, '' where it has none."""
    named = _NAME.search(passage.text, passage.start, passage.end)
    return named.group("name").strip() if named else ""


def is_form(passage: Passage) -> bool:
    """Whether a document is a form that somebody filled in to apply: it asks for a time or an area, and who or why."""
    asked = set()
    for number, line in enumerate(passage.lines()):
        label = _LABEL.match(line.text, line.start, line.end)
        if label is not None and label.lastgroup:
            asked.add(Asked[label.lastgroup])
        if number >= _MOST_LINES:
            break
    wanted = asked & {Asked.PERIOD, Asked.AREA}
    return len(asked) >= _FEWEST and bool(wanted) and bool(asked & {Asked.PERSON, Asked.REASONS})
