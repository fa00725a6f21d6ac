"""To which application a mail belongs: pure rules on who wrote it and what it refers to.

Someone else's mail must never land in an application, so a reference alone or a subject alone is never enough,
and a sender whom the receiving server calls forged joins nothing. The rules, in their order:

1. It refers to a mail of the application (or the other way round), and the applicant's address is known there.
   A whole application under another person's name is kept apart all the same (two people, one account).
2. It refers to one, and comes from an address known there, by a person of the same name.
3. It is the same mail delivered again (Message-ID and applicant's address).
4. It says itself that it adds to an earlier mail (a follow-up, or a question), and the same person has just one
   application within a year.
5. It is a whole application again, by the same person, for the same period within a year; where one of
   both names no period, within three months.
6. It is by a person of just the same name, with a resume of just the same bytes, for no other period.

The same person (4, 5) has the applicant's address and no other name, or an address known there and the same name
of at least two words: an office or a teacher writes for many an Ana.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.model import Json, Kind

YEAR = 366  # days
QUARTER = 92
MOST_MAILS = 100  # an application that has this many takes no more: a flood must not slow everything down


@dataclass(frozen=True, slots=True)
class Mailed:
    """What the rules look at in one mail. Addresses are in lower case; those of the organisation are ''."""

    kind: Kind
    message_id: str | None
    thread: frozenset[str]
    name: str
    email: str  # of the applicant
    sender: str  # '' where it was forwarded
    authentic: bool
    arrived: datetime
    resumes: frozenset[str]  # SHA-256 of the files
    period: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application that a mail may belong to, with its mails."""

    id: int
    mails: tuple[Mailed, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Decision:
    """The application that a mail belongs to, None for none; why, or why not where that is worth a look."""

    application: int | None
    why: str


def decide(mail: Mailed, candidates: Sequence[Candidate]) -> Decision:
    """Find the application that a mail belongs to; `candidates` in ascending order of ids."""
    if mail.kind in (Kind.AUTOMATIC, Kind.OTHER):
        return Decision(None, "")
    open_ones = [c for c in candidates if c.count < MOST_MAILS]
    if not mail.authentic:
        return _apart(mail, open_ones, "the receiving server says that its sender is forged")
    for rule in (_reply, _reply_by_name, _again):
        for candidate in reversed(open_ones):
            if rule(mail, candidate):
                return Decision(candidate.id, _WHY[rule.__name__])
    if mail.kind in (Kind.FOLLOW_UP, Kind.QUESTION):
        own = [c for c in open_ones if _same_person(mail, c) and _days(mail, c) <= YEAR]
        if len(own) == 1:
            return Decision(own[0].id, "the same person has just this application")
    if mail.kind is Kind.APPLICATION:
        for candidate in reversed(open_ones):
            if _applies_again(mail, candidate):
                return Decision(candidate.id, "the same person applies again for the same time")
    if mail.kind is not Kind.QUESTION:
        for candidate in reversed(open_ones):
            if _same_resume(mail, candidate):
                return Decision(candidate.id, "the same name with the same resume file")
    return _apart(mail, open_ones, "it comes from someone else")


def _apart(mail: Mailed, candidates: Sequence[Candidate], reason: str) -> Decision:
    near = next((c for c in reversed(candidates) if _refers(mail, c)), None)
    if near is None and not mail.authentic:
        near = next((c for c in reversed(candidates) if _same_applicant(mail, c)), None)
    if near is None:
        return Decision(None, "")
    return Decision(None, f"refers to application {near.id}, but is kept apart: {reason}")


def _reply(mail: Mailed, candidate: Candidate) -> bool:
    if not (_refers(mail, candidate) and _same_applicant(mail, candidate)):
        return False
    return not (mail.kind is Kind.APPLICATION and mail.resumes and _conflict(mail, candidate))


def _reply_by_name(mail: Mailed, candidate: Candidate) -> bool:
    return _refers(mail, candidate) and _known_by_name(mail, candidate)


def _same_person(mail: Mailed, candidate: Candidate) -> bool:
    if _same_applicant(mail, candidate):
        return not _conflict(mail, candidate)
    return _known_by_name(mail, candidate)


def _known_by_name(mail: Mailed, candidate: Candidate) -> bool:
    known = {a for other in candidate.mails for a in (other.email, other.sender) if a}
    return bool({mail.email, mail.sender} & known) and any(
        agree(mail.name, other.name) and len(_tokens(mail.name) & _tokens(other.name)) >= 2
        for other in candidate.mails
    )


def _again(mail: Mailed, candidate: Candidate) -> bool:
    return bool(mail.message_id) and any(
        other.message_id == mail.message_id and other.email == mail.email != "" for other in candidate.mails
    )


_WHY = {
    "_reply": "refers to it, and the applicant's address is the same",
    "_reply_by_name": "refers to it, from an address known there, by the same name",
    "_again": "the same mail, delivered again",
}


def _applies_again(mail: Mailed, candidate: Candidate) -> bool:
    if not _same_person(mail, candidate):
        return False
    periods = [other.period for other in candidate.mails if other.period]
    if not mail.period or not periods:
        return _days(mail, candidate) <= QUARTER
    return any(same_time(mail.period, period) for period in periods) and _days(mail, candidate) <= YEAR


def _same_resume(mail: Mailed, candidate: Candidate) -> bool:
    periods = [other.period for other in candidate.mails if other.period]
    if mail.period and periods and not any(same_time(mail.period, period) for period in periods):
        return False
    return any(
        mail.resumes & other.resumes
        and len(_tokens(mail.name)) >= 2
        and _tokens(mail.name) == _tokens(other.name)
        for other in candidate.mails
    )


def _refers(mail: Mailed, candidate: Candidate) -> bool:
    return any(
        (other.message_id and other.message_id in mail.thread)
        or (mail.message_id and mail.message_id in other.thread)
        or mail.thread & other.thread
        for other in candidate.mails
    )


def _same_applicant(mail: Mailed, candidate: Candidate) -> bool:
    return mail.email != "" and any(mail.email == other.email for other in candidate.mails)


def _conflict(mail: Mailed, candidate: Candidate) -> bool:
    """Tell whether all names there are differ from the mail's own; an unknown name conflicts with none."""
    names = [other.name for other in candidate.mails if _tokens(other.name)]
    return bool(_tokens(mail.name)) and bool(names) and not any(agree(mail.name, name) for name in names)


def _days(mail: Mailed, candidate: Candidate) -> int:
    return min(abs((mail.arrived - other.arrived).days) for other in candidate.mails)


def agree(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: all words of one in the other, initials and accents apart."""
    first, second = _tokens(one), _tokens(other)
    return bool(first and second) and (first <= second or second <= first)


def same_time(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    """Tell whether two periods mean the same intake: season and year, or months of which half are shared."""
    named = (one.get("season"), one.get("year"))
    if all(named) and named == (other.get("season"), other.get("year")):
        return True
    first, second = _months(one), _months(other)
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))


def _months(period: Mapping[str, Json]) -> set[int]:
    start, end = _month(period.get("start")), _month(period.get("end"))
    if start is None:
        return set()
    return set(range(start, min(end if end is not None else start, start + 24) + 1))


def _month(value: Json) -> int | None:
    """Months since the year 0 of a `YYYY-MM`, None for anything else."""
    if not isinstance(value, str) or len(value) < 7 or not (value[:4] + value[5:7]).isdecimal():
        return None
    return int(value[:4]) * 12 + int(value[5:7]) - 1


def _tokens(name: str) -> frozenset[str]:
    """The words of a name, without accents, initials and case."""
    plain = unicodedata.normalize("NFKD", name[:200]).casefold()
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
    words = kept.split()
    return frozenset([word for word in words if len(word) > 1 or not word.isascii()] or words)
