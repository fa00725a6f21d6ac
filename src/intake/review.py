"""What people are shown: frozen values that the database is read into and that the digest, lists and exports are made of.

Texts are as the applicants wrote them; whoever shows them escapes them. Times are aware, in UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from intake.model import Evidence, Json, Status


@dataclass(frozen=True, slots=True)
class Correction:
    """A recruiter's word on one item: who said it, when, and why."""

    item: str
    value: Json
    by: str
    when: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One required item of an application, over all its mails, a correction laid over it where there is one."""

    item: str
    label: str
    status: Status
    value: Json
    shown: str  # the value in words: "June to August 2017", "Algorithms, then Software Engineering"
    evidence: Evidence | None
    source: str | None
    message: str | None  # SHA-256 of the message it stands in
    rule: str
    version: int
    reason: str | None
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class SignalView:
    """Something the applicant states, beside the items."""

    what: str  # eligibility, relevant experience, qualification, organisation
    value: str
    evidence: Evidence | None
    message: str | None = None  # SHA-256 of the message it stands in


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One text that came with a mail; `text` None where it could not be read."""

    message: str
    source: str
    role: str
    type: str
    text: str | None
    problem: str | None
    pages: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class FileView:
    """One file that came with a mail, as the digest's folder holds it.

    `path` and `picture` (of its first page) are relative to that folder; None where there is none, and then
    `problem` may say why.
    """

    message: str
    source: str
    type: str
    role: str
    path: str | None
    picture: str | None = None
    problem: str | None = None
    sha256: str | None = None  # of its bytes, None where they were never looked at by themselves


@dataclass(frozen=True, slots=True)
class MessageView:
    """One mail of an application, and how it came to belong to it."""

    sha256: str
    kind: str
    subject: str
    sender: str
    received: datetime
    joined_by: str
    kind_reason: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """One person's application, from one or several mails, oldest first.

    Lists are made of views without `signals`, `messages` and `documents`, as these are long; `mails` counts them all
    the same.
    """

    id: int
    name: str
    email: str
    phone: str | None
    links: tuple[str, ...]
    forwarded_by: str | None
    first_received: datetime
    last_received: datetime
    items: Mapping[str, ItemView]
    signals: tuple[SignalView, ...] = ()
    opening: str = "unknown"
    opening_name: str | None = None
    review: tuple[str, ...] = ()
    messages: tuple[MessageView, ...] = ()
    documents: tuple[DocumentView, ...] = ()
    authentication: str | None = None
    mails: int = 0

    @property
    def missing(self) -> tuple[ItemView, ...]:
        """The items that are not there."""
        return tuple(item for item in self.items.values() if item.status is Status.MISSING)

    @property
    def unsure(self) -> tuple[ItemView, ...]:
        """The items that a person should settle."""
        return tuple(item for item in self.items.values() if item.status is Status.UNSURE)

    @property
    def state(self) -> str:
        """`complete`, `incomplete` (something is missing), or `unsure` (a person should settle something)."""
        if self.unsure:
            return "unsure"
        return "incomplete" if self.missing else "complete"

    def shown(self, item: str) -> str:
        """An item's value in words, or '' where the programme does not ask for it."""
        return self.items[item].shown if item in self.items else ""


@dataclass(frozen=True, slots=True)
class OtherMail:
    """A mail that is no application: a question, an automatic mail, something else, or one set aside or failed."""

    sha256: str | None
    kind: str
    subject: str
    sender: str
    received: datetime | None
    reason: str
    place: str = ""  # mailbox, folder and UID where nothing else tells it


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The sum: every message in the mailbox is one of these. `unexplained` is 0 or something is wrong."""

    seen: int  # places at which a message was seen
    messages: int  # distinct messages
    copies: int  # seen again elsewhere
    gone: int  # vanished before it could be fetched
    not_fetched: int  # waiting for another try, or set aside
    kinds: Mapping[str, int]  # application, follow_up, question, automatic, other
    failed: int  # had, but not understood
    waiting: int  # had, not yet looked at

    @property
    def unexplained(self) -> int:
        """What the sum does not account for."""
        told = sum(self.kinds.values()) + self.failed + self.waiting
        return abs(self.seen - self.copies - self.gone - self.not_fetched - self.messages) + abs(
            self.messages - told
        )


@dataclass(frozen=True, slots=True)
class AccuracyView:
    """How often an item was right: in `right` of `looked_at` applications that people corrected something in."""

    label: str
    right: int
    looked_at: int


@dataclass(frozen=True, slots=True)
class DigestData:
    """Everything one digest shows; `since` None means everything there is."""

    organisation: str
    made: datetime
    time_zone: str
    since: datetime | None
    last_good_run: datetime | None
    ledger: LedgerView
    applications: Collection[ApplicationView]  # gone through many times; a Shelf where there may be many
    new: frozenset[int] = frozenset()  # applications that came since
    completed: frozenset[int] = frozenset()  # those that a later mail completed since
    questions: tuple[OtherMail, ...] = ()
    set_aside: tuple[OtherMail, ...] = ()
    failures: tuple[OtherMail, ...] = ()
    tracks: Mapping[str, str] = field(default_factory=dict)  # id -> name
    eligibility_note: str = ""
    overdue: str | None = None  # said first: no good run for too long
    blind: bool = False
    institutions: tuple[str, ...] = ()  # names of schools, which the blind view hides
    drafted: Mapping[int, datetime] = field(
        default_factory=dict
    )  # applications whose draft asks for what is missing
    accuracy: tuple[AccuracyView, ...] = ()  # this month, item by item; () where nobody corrected anything
