"""Every rule set with its version and what its answers depend on: the one place that says when an answer is stale.

A rule is asked of a case, and sees of it the mail, its documents with their roles, and the programme. What it reads
of the programme and which other rules' code and answers it takes is declared here; tests/fields/test_rules.py holds
each declaration against the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake.fields import (
    applicant,
    authentication,
    case,
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
from intake.model import Applicant, Finding, Role, Signal

#: Parts of the programme by which a mail is opened, and which every rule may read besides.
OPENS = ("organisation", "page")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule set: its version, the type of its answer, and what that depends on beside the mail.

    `reads` are parts of the programme beside those of OPENS, `uses` rule sets of whose code it takes something, and
    `needs` rules whose answers it is given.
    """

    version: int
    gives: Any
    reads: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("roles",)


_Names = tuple[str, ...]
_Signals = tuple[Signal, ...]

RULES: Mapping[str, Rule] = {
    "applicant": Rule(applicant.VERSION, Applicant, uses=("roles",)),
    "authentication": Rule(authentication.VERSION, str | None),
    "cover_letter": Rule(letter.VERSION, Finding, reads=("tracks",), uses=("roles",)),
    "coursework": Rule(coursework.VERSION, Finding),
    "eligibility": Rule(eligibility.VERSION, Signal | None, reads=("eligibility",)),
    "experience": Rule(experience.VERSION, _Signals),
    "kind": Rule(kind.VERSION, Finding),
    "language": Rule(2, bool),  # asked by extract.py itself, whose version this is
    "organisation": Rule(organisation.VERSION, Signal | None),
    "people": Rule(applicant.VERSION, tuple[_Names, _Names], uses=("roles",)),
    "period": Rule(period.VERSION, Finding, reads=("seasons",)),
    "qualifications": Rule(qualifications.VERSION, _Signals, reads=("tracks",), needs=("roles", "track")),
    "resume": Rule(resume.VERSION, Finding, uses=("roles",)),
    "roles": Rule(roles.VERSION, tuple[tuple[Role, str], ...], needs=()),
    "track": Rule(track.VERSION, Finding, reads=("tracks",)),
}

VERSIONS: Mapping[str, int] = {
    "case": case.VERSION,
    **{name: rule.version for name, rule in RULES.items() if name != "people"},  # the applicant's
}
