"""START HERE: the pure middle, from a message's bytes to a Record, on one page.

    raw bytes | parse | read documents | open case | roles, kind, fields | check -> Record

No clock, no disk, no network, no environment: it runs in a worker process, in a test, or on another machine alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta

from intake import documents as readers
from intake.check import check
from intake.config import Limits, Programme
from intake.documents import ocr
from intake.fields.case import open_case
from intake.fields.extract import VERSIONS, Extracted, extract
from intake.model import Attachment, Document, Kind, Message, Record
from intake.parse import parse

MOVED = timedelta(days=3)  # a mail that took longer was not under way, it was moved
LONGEST = timedelta(days=365 * 30)  # older dates are a sender's broken clock

Read = Callable[[str, Attachment, Limits], tuple[Document, ...]]
Step = Callable[[str], AbstractContextManager[object]]


def process(
    raw: bytes,
    programme: Programme,
    received: datetime | None = None,
    limits: Limits | None = None,
    read: Read = readers.read,
    step: Step = nullcontext,
) -> Record:
    """Understand one message.

    `received` is when the mailbox took it (None: what the mail itself says). `read` turns an attachment into
    documents; the shell passes one that looks into its cache first. `step` is entered, with their names, around
    the stages that stand between those documents. The same arguments give the same record.
    """
    limits = limits or Limits()
    with step("parse"):
        message = parse(raw, limits)
    documents = read_all(message, limits, read)
    with step("fields"):
        found = extract(open_case(message, documents, programme, came(message, received)))
        return _record(message, found, programme)


def came(message: Message, taken: datetime | None) -> datetime | None:
    """When a mail came: when the mailbox took it, unless the mail was written days before that.

    A mailbox that was moved or filled from a backup took its mail on the day of the move (INTERNALDATE, RFC 9051
    section 2.3.3); the newest Received header, else the Date header, then tells more. None where nothing does.
    """
    said = message.received or message.sent
    if taken is None or said is None:
        return taken or said
    return said if MOVED < taken - said < LONGEST else taken


def versions() -> Mapping[str, int]:
    """The version of every reader and rule set, by name: what was produced by older ones is stale."""
    made = {f"reader:{name}": version for name, version in readers.versions().items()}
    return {**made, "reader:ocr": ocr.VERSION, **VERSIONS}


def current_readers() -> frozenset[str]:
    """Today's readers as documents name them (`pdf-3`): texts of others are read anew."""
    return frozenset((ocr.NAME, *(f"{name}-{version}" for name, version in readers.versions().items())))


def read_all(message: Message, limits: Limits, read: Read = readers.read) -> tuple[Document, ...]:
    """The texts of a message in order: subject, body, attachments, then those of each message attached to it."""
    subject = Document("subject", "text/plain", message.subject, reader="header-1")
    return (subject, *_contents(message, "body", "attachment:", limits, read))


def _contents(message: Message, source: str, prefix: str, limits: Limits, read: Read) -> tuple[Document, ...]:
    body_type = message.body_type if source == "body" else "message/rfc822"
    found = [Document(source, body_type, message.text, reader="body-1", regions=message.regions)]
    seen: dict[str, int] = {}
    for attachment in message.attachments:
        seen[attachment.name] = seen.get(attachment.name, 0) + 1
        found.extend(read(prefix + _numbered(attachment.name, seen[attachment.name]), attachment, limits))
    for inner in message.inner:
        seen[inner.name] = seen.get(inner.name, 0) + 1
        name = _numbered(inner.name, seen[inner.name])
        found.extend(_contents(inner, f"{prefix}{name}", f"{prefix}{name}/", limits, read))
    return tuple(found)


def _numbered(name: str, count: int) -> str:
    """Tell the second file of the same name from the first: `resume.pdf`, `resume.pdf (2)`."""
    return name if count == 1 else f"{name} ({count})"


def _record(message: Message, found: Extracted, programme: Programme) -> Record:
    case, kind = found.case, Kind(str(found.kind.value))
    checked = check(kind, found.items, programme, case.received)
    return Record(
        sha256=message.sha256,
        message_id=message.message_id,
        thread=message.thread,
        subject=message.subject,
        sent=message.sent,
        received=case.received,
        size=message.size,
        sender=message.sender,
        kind=kind,
        kind_rule=found.kind.rule,
        kind_reason=found.kind.reason or "",
        applicant=found.applicant,
        forwarded_by=case.forwarded_by,
        items=found.items,
        signals=found.signals,
        opening=checked.opening,
        missing=checked.missing,
        unsure=checked.unsure,
        review=(*found.review, *checked.review, *_pictures(case.documents)),
        documents=case.documents,
        versions=versions(),
    )


def _pictures(documents: tuple[Document, ...]) -> list[str]:
    """A note for each document that was read from a picture: letters are easily mistaken there."""
    return [f"{d.source.removeprefix('attachment:')} {d.problem}" for d in documents if d.ocr and d.problem]
