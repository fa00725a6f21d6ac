"""The frozen values that cross stages: what a message holds, what was found in it, and the words that show it.

Texts are `str` without NUL and without lone surrogates; offsets count characters; times are aware.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Kind(StrEnum):
    """What a message is for."""

    APPLICATION = "application"
    FOLLOW_UP = "follow_up"
    QUESTION = "question"
    AUTOMATIC = "automatic"
    OTHER = "other"


class Status(StrEnum):
    """What is known of one item: there, not there, or for a person to see."""

    PRESENT = "present"
    MISSING = "missing"
    UNSURE = "unsure"


class Role(StrEnum):
    """What a document is in an application."""

    LETTER = "letter"
    RESUME = "resume"
    LETTER_AND_RESUME = "letter+resume"
    TRANSCRIPT = "transcript"
    OTHER = "other"


class Layer(StrEnum):
    """Whose words a stretch of a message body is."""

    OWN = "own"  # written by the sender of the message
    QUOTED = "quoted"  # an earlier mail that is being answered
    FORWARDED = "forwarded"  # somebody's mail that is being passed on


class Part(StrEnum):
    """What a stretch of a message body does."""

    PROSE = "prose"
    HEADER = "header"  # "On ... wrote:", or a forwarded mail's From/Sent/To/Subject block
    SIGNATURE = "signature"  # from the sign-off's "-- " or the sender's name and contact lines on
    FOOTER = "footer"  # disclaimers, list footers, "Sent from my iPhone"


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox (RFC 5322 section 3.4): display name, decoded, '' where there is none; e-mail in lower case."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch [start, end) of a message body's text; the regions of a body are in order and cover it wholly.

    `depth` is 0 for the sender's own words and counts the quotes or forwards around a stretch; `author`
    and `subject` are read from the header that introduces a quoted or forwarded stretch, None where unknown.
    """

    start: int
    end: int
    layer: Layer
    part: Part
    depth: int = 0
    author: Address | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """One leaf part of a message that is not its body, decoded from its transfer encoding and otherwise untouched.

    `name` is the decoded file name with control characters and directories removed, or `part-2.pdf` made from
    the part's position; `declared` the Content-Type as sent, in lower case; `inline` tells a picture shown
    within the body (Content-ID or disposition inline of an image).
    """

    name: str
    declared: str
    content: bytes
    inline: bool = False
    problem: str | None = None  # e.g. base64 that breaks off


@dataclass(frozen=True, slots=True)
class Message:
    """One email as its sender meant it: headers, the body as text, its attachments, messages attached to it.

    `name` is '' for the mail itself and the file name (`message.eml`) of an attached message. `headers`
    are in order, names in lower case, values unfolded and decoded. `sent` is the Date header, None where it
    cannot be read; `received` the newest Received header's date. `html_only` tells that the text was
    made from HTML. `regions` part the text (see Region).
    """

    sha256: str
    size: int
    name: str
    headers: tuple[tuple[str, str], ...]
    message_id: str | None  # with its angle brackets
    thread: tuple[str, ...]  # In-Reply-To and References, oldest first, without doubles
    subject: str
    sender: Address | None
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]  # To, Cc, Delivered-To, X-Original-To and the like: whom it reached
    sent: datetime | None
    received: datetime | None
    text: str
    regions: tuple[Region, ...]
    attachments: tuple[Attachment, ...]
    inner: tuple[Message, ...]
    content_type: str  # of the outermost part, with no parameters: multipart/report tells a bounce
    body_type: str = "text/plain"
    defects: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """Return the first value of a header (name in lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a subject line, a body or an attachment, or the reason why there is none.

    `source` is `subject`, `body` or `attachment:NAME` (see docs/record.md); `type` the MIME type found from
    the bytes; `text` None where the file could not be read, and then `problem` says why in a recruiter's words
    (a `problem` beside a text says what is doubtful about it). `regions` is filled for bodies only.
    """

    source: str
    type: str
    text: str | None
    problem: str | None = None
    pages: int | None = None
    sha256: str | None = None  # of the attachment's bytes
    size: int = 0  # bytes
    reader: str = ""  # name and version of what read it: "pdf-3"
    ocr: bool = False
    inline: bool = False  # a picture shown within the body
    regions: tuple[Region, ...] = ()
    role: Role = Role.OTHER
    role_reason: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value stands: `quote` is `text[start:end]` of the document with that source."""

    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found about one item: status, value (JSON), evidence, and the rule that says so.

    PRESENT always has evidence; UNSURE always has a `reason` that a recruiter understands, and evidence where
    there is a place to look at; MISSING has a reason where one is known ("says attached, nothing is").
    `sources` are all sources a value was put together from, joined with ' + ' in the record.
    """

    item: str
    status: Status
    value: Json = None
    evidence: Evidence | None = None
    rule: str = ""
    reason: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def source(self) -> str | None:
        """The sources as the record names them, or None."""
        if self.sources:
            return " + ".join(self.sources)
        return self.evidence.source if self.evidence else None


@dataclass(frozen=True, slots=True)
class Signal:
    """Something the applicant states that decides nothing and is shown with its quote."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Applicant:
    """The person who applies, as they name themselves; None or '' where the mail does not say."""

    name: str
    email: str
    phone: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """State of what was asked for when the mail came: open, filled, not-yet-open, closed or unknown."""

    value: str
    period: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signals:
    """What is shown beside the items."""

    eligibility: Signal | None = None  # None: unstated
    organisation: Signal | None = None  # the words that name the organisation
    relevant_experience: tuple[Signal, ...] = ()
    qualifications: tuple[Signal, ...] = ()
    authentication: str | None = None  # what the receiving server's Authentication-Results say


@dataclass(frozen=True, slots=True)
class Kept:
    """What understanding a message has brought forth on the way to its record, so that only stale rules need be asked again.

    `mail` is the opened mail as JSON, without the texts of its documents; `opened_by` tells by what it was opened
    (versions, parts of the programme, limits, when it came) and `digest` all that rules see of it. `answers` is JSON: for
    each rule what its answer depends on, as a hash, and the answer.
    """

    opened_by: str
    digest: str
    mail: str
    answers: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything understood of one message; the same bytes, programme and version give the same record.

    `kept` is no part of what was understood: it makes understanding the message again cheap, and may be None.
    """

    sha256: str
    message_id: str | None
    thread: tuple[str, ...]
    subject: str
    sent: datetime | None
    received: datetime | None
    size: int
    sender: Address | None
    kind: Kind
    kind_rule: str
    kind_reason: str
    applicant: Applicant
    forwarded_by: Address | None
    items: Mapping[str, Finding] = field(default_factory=dict)  # in the programme's order
    signals: Signals = Signals()
    opening: Opening = Opening("unknown")
    missing: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    review: tuple[str, ...] = ()  # why a person should look, each a short sentence
    documents: tuple[Document, ...] = ()
    versions: Mapping[str, int] = field(default_factory=dict)  # rule set or reader -> version
    kept: Kept | None = field(default=None, compare=False, repr=False)

    def document(self, source: str) -> Document | None:
        """Return the document with that source, or None."""
        return next((d for d in self.documents if d.source == source), None)

    def findings(self) -> Iterator[Finding]:
        """Yield the items' findings in the programme's order."""
        yield from self.items.values()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message was seen: folder of a mailbox and UID (RFC 9051 section 2.3.1.1).

    Local files have the absolute path as folder, uidvalidity 0 and their position (from 1) as uid.
    """

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """One message seen at one place; `raw` is None where it could not be had, and `problem` says why.

    `gone` tells that the place holds no message any more (somebody deleted or moved it), so that trying again
    is of no use; other problems may pass.
    """

    place: Place
    raw: bytes | None
    internal_date: datetime | None = None  # when the server took it
    problem: str | None = None
    gone: bool = False
