"""All extractors in their order: roles first, then the kind of mail, who applies, the items and the signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from intake.fields import (
    applicant,
    authentication,
    coursework,
    eligibility,
    experience,
    kind,
    letter,
    organisation,
    period,
    qualifications,
    resume,
    roles,
    track,
)
from intake.fields.answers import Answers
from intake.fields.case import Case
from intake.fields.phrasing import is_read
from intake.model import Applicant, Finding, Kind, Signals, Status

# One row an item: to add an item, add its module and a row here (CONTRIBUTING.md, "Add an item").
EXTRACTORS: Mapping[str, Callable[[Case], Finding]] = {
    "cover_letter": letter.find,
    "resume": resume.find,
    "coursework": coursework.find,
    "period": period.find,
    "track": track.find,
}

_FEW = 30  # of so many words not one is of a language that is read here


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the extractors say of one mail; `items` is empty for a mail that neither applies nor follows up."""

    case: Case
    kind: Finding
    applicant: Applicant
    items: Mapping[str, Finding] = field(default_factory=dict)
    signals: Signals = field(default_factory=Signals)
    review: tuple[str, ...] = ()


def extract(case: Case, answers: Answers | None = None) -> Extracted:
    """Run every extractor that the mail's kind calls for; items come in the programme's order.

    `answers` are asked first, and know afterwards all that was said; None asks every rule.
    """
    said = answers or Answers(case.programme)
    given = said.of("roles", lambda: tuple((d.role, d.role_reason) for d in roles.assign(case)))
    documents = zip(case.documents, given, strict=True)
    case = replace(
        case, documents=tuple(replace(d, role=role, role_reason=why) for d, (role, why) in documents)
    )
    what = said.of("kind", lambda: kind.find(case))
    person = said.of("applicant", lambda: applicant.find(case))
    authentic = said.of("authentication", lambda: authentication.find(case))
    if what.value not in (Kind.APPLICATION, Kind.FOLLOW_UP):
        return Extracted(case, what, person, signals=Signals(authentication=authentic))
    items = {item: said.of(item, partial(EXTRACTORS[item], case)) for item in case.programme.items}
    area = items.get("track")
    signals = Signals(
        said.of("eligibility", lambda: eligibility.find(case)),
        said.of("organisation", lambda: organisation.find(case)),
        said.of("experience", lambda: experience.find(case)),
        said.of("qualifications", lambda: qualifications.find(case, area)),
        authentic,
    )
    if not said.of("language", lambda: is_read(" ".join(passage.words for passage in case.prose), _FEW)):
        items = {item: _unread(item, finding) for item, finding in items.items()}
    people, review = said.of("people", lambda: (applicant.several(case), applicant.review(case)))
    if people:
        items = {item: _whose(finding, len(people)) for item, finding in items.items()}
    return Extracted(case, what, person, items, signals, review)


def _unread(item: str, found: Finding) -> Finding:
    """What prose in a language without vocabulary here may say, and nobody here can tell; files are read all the same."""
    if found.status is not Status.MISSING or item not in ("cover_letter", "period", "track", "coursework"):
        return found
    reason = "the mail is in a language that is not read here"
    return replace(found, status=Status.UNSURE, rule=f"{item}.language", reason=reason)


def _whose(found: Finding, people: int) -> Finding:
    """What one of several people's files says is nobody's for sure: guessing would put words into a mouth."""
    reason = f"the mail holds the applications of {people} people: a person should say whose this is"
    return replace(found, status=Status.UNSURE, rule="several-applicants", reason=reason)
