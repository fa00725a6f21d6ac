"""What the store answers with: frozen values, times aware and in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from intake.combine import Combined, Correction
from intake.model import Applicant, Json, Kind, Opening, Status


class Outcome(StrEnum):
    """What a place in a mailbox has come to."""

    HELD = "held"  # its message is kept
    WAITING = "waiting"  # could not be fetched yet
    SET_ASIDE = "set aside"  # could not be fetched, and is not tried any more
    GONE = "gone"  # holds no message any more
    FORGOTTEN = "forgotten"  # its message was erased on request


class Change(StrEnum):
    """What recording a message has changed."""

    NEW = "new application"
    JOINED = "joined an application"
    COMPLETED = "completed an application"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # a message that is no application and joins none
    FORGOTTEN = "forgotten"  # of a person who was erased: nothing of it was recorded


@dataclass(frozen=True, slots=True)
class Progress:
    """Where to go on in a folder: the highest UID seen, those below it to try again, and how many are not gone."""

    highest: int
    retry: tuple[int, ...] = ()
    known: int = 0


@dataclass(frozen=True, slots=True)
class Pending:
    """A message to understand; `received` is None where no mailbox said when it took it."""

    sha256: str
    received: datetime | None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a message was recorded and what that changed.

    `before` is the record (without texts) that another one took the place of, empty where there was none; None where
    the record is as it was.
    """

    application_id: int | None
    change: str
    detail: Mapping[str, Json] = field(default_factory=dict)  # item -> [before, after]
    before: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sum over everything ever seen; every field counts sightings.

    A message seen at several places counts once under what it is, and else under `duplicates`.
    """

    sightings: int = 0
    applications: int = 0
    follow_ups: int = 0
    questions: int = 0
    automatic: int = 0
    other: int = 0
    duplicates: int = 0
    new: int = 0  # kept, not yet processed
    failed: int = 0  # processing failed, is tried again
    set_aside: int = 0  # processing failed, is not tried any more
    fetch_waiting: int = 0
    fetch_set_aside: int = 0
    gone: int = 0
    forgotten: int = 0

    @property
    def unexplained(self) -> int:
        """Sightings that nothing accounts for; 0 unless the database is wrong."""
        return self.sightings - sum(count for _, count in self.parts())

    def parts(self) -> tuple[tuple[str, int], ...]:
        """The sum's parts by name, in the order in which people read them."""
        return (
            ("applications", self.applications),
            ("follow-ups", self.follow_ups),
            ("questions", self.questions),
            ("automatic", self.automatic),
            ("other", self.other),
            ("duplicates", self.duplicates),
            ("not yet processed", self.new),
            ("failed", self.failed),
            ("set aside", self.set_aside),
            ("not fetched yet", self.fetch_waiting),
            ("cannot be fetched", self.fetch_set_aside),
            ("gone before it was fetched", self.gone),
            ("erased on request", self.forgotten),
        )


@dataclass(frozen=True, slots=True)
class Mail:
    """A message in a list. `joined` says why it belongs to its application; `sent` is its Date header as written."""

    sha256: str
    message_id: str | None
    kind: Kind | None
    subject: str
    sender_name: str
    sender_email: str
    sent: str | None
    received: datetime | None
    size: int
    state: str
    application_id: int | None = None
    joined: str | None = None
    forwarded_by: str | None = None
    reason: str = ""  # why it is of that kind
    review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One person's application, as lists show it.

    `status` is complete, incomplete (something is missing) or unsure (nothing is missing, something is for a
    person to see). `asks` tells that the applicant may be asked for what is missing. `first` and `completed`
    are rows of the history (see Store.last_digest), None where it is not complete.
    """

    id: int
    status: str
    applicant: Applicant
    track: str | None
    period: str | None
    period_start: str | None
    period_end: str | None
    opening: Opening
    eligibility: str
    items: Mapping[str, Combined]
    review: tuple[str, ...]
    received: datetime
    updated: datetime
    mails: int
    asks: bool
    active: bool = True
    first: int = 0
    completed: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The items that are missing."""
        return tuple(item for item, value in self.items.items() if value.status is Status.MISSING)

    @property
    def unsure(self) -> tuple[str, ...]:
        """The items that a person should settle."""
        return tuple(item for item, value in self.items.items() if value.status is Status.UNSURE)


@dataclass(frozen=True, slots=True)
class Event:
    """One change of an application, oldest first in lists; `detail` is item -> [before, after] or the like."""

    id: int
    at: datetime
    change: str
    application_id: int | None
    message: str | None
    detail: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Everything of one application.

    `records` are the records (docs/record.md) of its mails with the texts of their documents, and `versions` those
    of the readers and rules that made them, both in the order of `messages`; `corrections` include those undone.
    """

    row: ApplicationRow
    messages: tuple[Mail, ...]
    records: tuple[Mapping[str, Json], ...]
    versions: tuple[Mapping[str, int], ...]
    corrections: tuple[Correction, ...]
    history: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A message that could not be fetched or understood; `is_over` tells that it is not tried any more."""

    what: str  # fetch, or the stage of processing
    problem: str
    attempts: int
    is_over: bool
    sha256: str | None
    subject: str
    sender_email: str
    received: datetime | None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A document in which the words were found; `snippet` is pieces of its text, True where it is one of them."""

    application_id: int | None
    sha256: str  # of the message
    kind: Kind | None
    name: str
    email: str
    subject: str
    source: str
    role: str
    snippet: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `ok` is None while it is at work, or where it was killed."""

    id: int
    kind: str
    started: datetime
    ended: datetime | None
    ok: bool | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A digest that was written; `upto` is the last row of the history that it tells of."""

    id: int
    at: datetime
    path: str
    upto: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A file, or a folder of pages (`sha256` is None), that was written outside of the store."""

    path: str
    what: str
    at: datetime
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply that asks for what is missing: intended, placed in the mailbox, or withdrawn."""

    id: int
    application_id: int
    items: tuple[str, ...]
    message_id: str
    at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, or would be: messages by SHA-256 (their files in the archive remain to be removed).

    `digests` are the files of digests that may tell of them, `copies` what else was written outside of the store;
    `mentions` messages of other people in which the address stands, for a person to look at.
    """

    applications: tuple[int, ...]
    messages: tuple[str, ...]
    digests: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not agree; `mended` tells that it was set right."""

    what: str
    where: str
    mended: bool = False
