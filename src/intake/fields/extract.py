"""All extractors in their order: roles first, then the kind of mail, who applies, the items and the signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

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

VERSIONS: Mapping[str, int] = {
    "applicant": applicant.VERSION,
    "cover_letter": letter.VERSION,
    "coursework": coursework.VERSION,
    "eligibility": eligibility.VERSION,
    "experience": experience.VERSION,
    "kind": kind.VERSION,
    "organisation": organisation.VERSION,
    "period": period.VERSION,
    "qualifications": qualifications.VERSION,
    "resume": resume.VERSION,
    "roles": roles.VERSION,
    "track": track.VERSION,
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


def extract(case: Case) -> Extracted:
    """Run every extractor that the mail's kind calls for; items come in the programme's order."""
    case = replace(case, documents=roles.assign(case))
    what = kind.find(case)
    person = applicant.find(case)
    if what.value not in (Kind.APPLICATION, Kind.FOLLOW_UP):
        return Extracted(case, what, person, signals=Signals(authentication=authentication.find(case)))
    items = {item: EXTRACTORS[item](case) for item in case.programme.items}
    if not is_read(" ".join(passage.words for passage in case.prose), _FEW):
        items = {item: _unread(item, finding) for item, finding in items.items()}
    if people := applicant.several(case):
        items = {item: _whose(finding, len(people)) for item, finding in items.items()}
    signals = Signals(
        eligibility.find(case),
        organisation.find(case),
        experience.find(case),
        qualifications.find(case, items.get("track")),
        authentication.find(case),
    )
    return Extracted(case, what, person, items, signals, applicant.review(case))


def _unread(item: str, found: Finding) -> Finding:
    """What prose in a language without vocabulary here may say, and nobody here can tell; files are read all the same."""
    if found.status is not Status.MISSING or item not in ("period", "track", "coursework"):
        return found
    reason = "the mail is in a language that is not read here"
    return replace(found, status=Status.UNSURE, rule=f"{item}.language", reason=reason)


def _whose(found: Finding, people: int) -> Finding:
    """What one of several people's files says is nobody's for sure: guessing would put words into a mouth."""
    reason = f"the mail holds the applications of {people} people: a person should say whose this is"
    return replace(found, status=Status.UNSURE, rule="several-applicants", reason=reason)
