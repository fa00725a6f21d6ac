"""Whether a letter is written to another company: whom it greets, and where it wants to work."""

from __future__ import annotations

import re
from collections.abc import Iterable

from intake.config import Programme
from intake.fields.passage import Passage
from intake.fields.phrasing import greets
from intake.fields.sections import fold
from intake.fields.vocabulary.letters import ADDRESSEES, HONORIFICS, TEAM_WORDS
from intake.fields.wording import pattern
from intake.model import Evidence

_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*")
_GENERIC = frozenset(fold(word) for word in (*ADDRESSEES, *TEAM_WORDS))
_TEAM = frozenset(fold(word) for word in TEAM_WORDS)
_HONORIFIC = frozenset(fold(word) for word in HONORIFICS)
_NAME = r"((?:[A-Z][\w&'’.-]*[\w])(?:\s+(?:of\s+)?[A-Z][\w&'’-]*[\w]){0,3})"
_BLANK = re.compile(  # the gap of a form that was not filled in
    r"[\[<{]\s*(?:insert\s+)?(?:your\s+|the\s+)?(?:company|organi[sz]ation|employer|hiring\s+manager)(?:['’]s)?(?:\s+name)?\s*[\]>}]",
    re.IGNORECASE,
)
_ON = r"(?:(?!\b(?:my|our|during|learned|gained|after|from|since|previous|last|past)\b)[^.;!?]){0,90}?"
_WISHES = re.compile(
    r"\b(?:(?i:apply|applying|application|applicant|considered|candidate|candidacy|interest(?:ed)?\s+in\s+(?:the|an?|your|this))\b"
    + _ON
    + r"\b(?i:intern(?:ship)?s?|position|role|opportunity|program|programme|job|work|opening)\s+(?i:here\s+)?(?:at|with)\s+"
    r"|(?i:eager|like|love|want|chance|excited|hope|opportunity)\s+to\s+(?:join|work\s+(?:at|for)|intern\s+(?:at|with))\s+"
    r"|(?i:interest(?:ed)?)\s+in\s+(?:joining|working\s+(?:at|for))\s+"
    r"|\bPraktikum\s+bei\s+(?:der\s+)?|\bstage\s+chez\s+)(?:the\s+)?" + _NAME
)
_PLACES = re.compile(
    r"\b(?:university|college|institute|school|state|lab|laboratory|department|team|group|summer|spring|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def other_company(
    prose: Iterable[Passage], whole: Iterable[Passage], programme: Programme
) -> tuple[str, Evidence] | None:
    """The other company a letter is addressed to, with the words that show it; None where it is for the programme.

    A letter of which any part (`whole`: its address, the subject line) names the programme's organisation or one
    of its technologies is for it, whatever else it names.
    """
    passages = tuple(prose)
    for passage in passages:
        blank = _BLANK.search(passage.text, passage.start, passage.end)
        if blank:
            return blank.group(), passage.evidence(blank.start(), blank.end())
    if any(_names(passage, programme) for passage in whole):
        return None
    for passage in passages:
        found = _greeted(passage, programme) or _wished_for(passage)
        if found:
            return found
    return None


def _names(passage: Passage, programme: Programme) -> bool:
    organisation = programme.organisation
    words = pattern((*organisation.names, *organisation.technologies))
    return words.search(passage.text, passage.start, passage.end) is not None


def _greeted(passage: Passage, programme: Programme) -> tuple[str, Evidence] | None:
    """ "Dear Initech recruiting team": a name that is neither a person's nor a track's, beside a team's words."""
    for line in passage.lines():
        match = greets(line)
        if not match:
            continue
        end = re.compile(r"[,:!\n]").search(line.text, match.end(), line.end)
        whom = line.text[match.end() : end.start() if end else line.end]
        name = _company(whom, programme)
        if name and (_team(whom) or _recurs(name, passage, line.end)):
            return name, passage.evidence(line.start, min(line.end, line.start + 120))
        return None
    return None


def _company(whom: str, programme: Programme) -> str | None:
    if len(whom) > 80:
        return None
    words = [match.group() for match in _WORD.finditer(whom)]
    if any(fold(word) in _HONORIFIC for word in words) or " and " in whom or "&" in whom:
        return None
    tracks = {fold(word) for track in programme.tracks for name in track.names for word in name.split()}
    left = [word for word in words if fold(word) not in _GENERIC | tracks and not word.isdigit()]
    return " ".join(left) if left and all(word[0].isupper() for word in left) else None


def _team(whom: str) -> bool:
    return any(fold(match.group()) in _TEAM for match in _WORD.finditer(whom))


def _recurs(name: str, passage: Passage, after: int) -> bool:
    """Whether the name comes again as a place to work at: a person's name does not."""
    again = rf"(?<!\w)(?:at|for|with|join|to|of|about)\s+{re.escape(name)}(?!\w)"
    return re.compile(again).search(passage.text, after, passage.end) is not None


def _wished_for(passage: Passage) -> tuple[str, Evidence] | None:
    for match in _WISHES.finditer(passage.text, passage.start, passage.end):
        if not _PLACES.search(match[1]):
            return " ".join(match[1].split()), passage.evidence(match.start(), match.end())
    return None
