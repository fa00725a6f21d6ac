"""What several mails of one person say together: the rule by which one application is put together from them.

Nothing is erased: for each item the latest mail that has it counts, else the latest that is unsure, else it
is missing; what the other mails say stays beside it, and a person's correction lies on top of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from intake.model import Finding, Json, Kind, Status

EARLIER_MAIL = "not in this mail; the earlier mail that it adds to is not here"


@dataclass(frozen=True, slots=True)
class Said:
    """What one mail says: its SHA-256, kind, when it came (an aware time), and its findings by item."""

    message: str
    kind: Kind
    received: datetime
    findings: Mapping[str, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one item of an application, or on one of the applicant's own details.

    `machine_status` and `machine_value` are what the program had said then, None where it had said nothing.
    """

    id: int
    item: str
    status: Status
    value: Json
    by: str
    at: datetime
    note: str = ""
    machine_status: Status | None = None
    machine_value: Json = None
    undone_at: datetime | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class Combined:
    """One item of an application.

    `finding` is what the program believes and `message` the mail that says so; `others` what the other mails
    say that is neither missing nor the same, the latest first; `correction` the person's word that covers it.
    `newer` tells that a mail which came after the correction says something else.
    """

    item: str
    status: Status
    value: Json
    reason: str | None
    finding: Finding
    message: str | None
    others: tuple[tuple[str, Finding], ...] = ()
    correction: Correction | None = None
    newer: bool = False


def combine(said: Sequence[Said], corrections: Sequence[Correction] = ()) -> dict[str, Combined]:
    """Put the items of an application together from its mails, in any order, and the corrections of people.

    Only applications and follow-ups count. Where none of the mails is an application (a follow-up whose
    earlier mail is not here), what is missing is unsure: it may have been sent. Items come in the order of the
    latest mail; those that only older mails have (the programme asked for them then) come after.
    """
    mails = sorted((m for m in said if m.kind in (Kind.APPLICATION, Kind.FOLLOW_UP)), key=_time)
    whole = any(mail.kind is Kind.APPLICATION for mail in mails)
    latest = {c.item: c for c in sorted(corrections, key=lambda c: c.id) if c.undone_at is None}
    items = dict.fromkeys(name for mail in reversed(mails) for name in mail.findings)
    combined = {item: _item(item, mails, whole=whole) for item in items}
    return {item: _corrected(value, latest.get(item), mails) for item, value in combined.items()}


def _time(mail: Said) -> tuple[datetime, str]:
    return mail.received, mail.message


def _item(item: str, mails: Sequence[Said], *, whole: bool) -> Combined:
    found = [(mail.message, mail.findings[item]) for mail in reversed(mails) if item in mail.findings]
    message, finding = next(
        pair
        for status in (Status.PRESENT, Status.UNSURE, Status.MISSING)
        for pair in found
        if pair[1].status is status
    )
    others = tuple(
        (sha256, other)
        for sha256, other in found
        if sha256 != message and other.status is not Status.MISSING and not _same(other, finding)
    )
    if finding.status is Status.MISSING and not whole:
        return Combined(item, Status.UNSURE, None, EARLIER_MAIL, finding, None, others)
    return Combined(item, finding.status, finding.value, finding.reason, finding, message, others)


def _same(one: Finding, other: Finding) -> bool:
    return (one.status, one.value) == (other.status, other.value)


def _corrected(machine: Combined, correction: Correction | None, mails: Sequence[Said]) -> Combined:
    if correction is None:
        return machine
    newer = any(
        mail.received > correction.at
        and (found := mail.findings.get(machine.item)) is not None
        and found.status is not Status.MISSING
        and (found.status, found.value) != (correction.status, correction.value)
        for mail in mails
    )
    return Combined(
        machine.item,
        correction.status,
        correction.value,
        correction.note or None,
        machine.finding,
        machine.message,
        machine.others,
        correction,
        newer,
    )
