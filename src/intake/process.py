"""START HERE: the pure middle, from a message's bytes to a Record, on one page.

    raw bytes | parse | read documents | open case | roles, kind, fields | check -> Record

No clock, no disk, no network, no environment: it runs in a worker process, in a test, or on another machine alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime, timedelta

from intake import check as checking
from intake import documents as readers
from intake import parse as parsing
from intake.check import check
from intake.config import Limits, Programme
from intake.documents import ocr
from intake.fields.answers import Answers, digest_of
from intake.fields.answers import UnansweredError as UnansweredError
from intake.fields.case import open_case
from intake.fields.extract import Extracted, extract
from intake.fields.keeping import as_case, as_text, digest, without_files
from intake.fields.rules import OPENS, VERSIONS
from intake.model import Attachment, Document, Kept, Kind, Message, Record
from intake.parse import parse

MOVED = timedelta(days=3)  # a mail that took longer was not under way, it was moved
LONGEST = timedelta(days=365 * 30)  # older dates are a sender's broken clock

_HEADER, _BODY = "header-1", "body-1"  # what reads a subject and a message's text
# Limits that bound what may be spent, not what a text is.
_NO_BOUNDS_OF_TEXTS = {"seconds", "memory_bytes", "attempts", "session_seconds"}

Read = Callable[[str, Attachment, Limits], tuple[Document, ...]]
Step = Callable[[str], AbstractContextManager[object]]


def process(
    raw: bytes,
    programme: Programme,
    received: datetime | None = None,
    limits: Limits | None = None,
    read: Read = readers.read,
    step: Step = nullcontext,
    kept: Kept | None = None,
) -> Record:
    """Understand one message.

    `received` is when the mailbox took it (None: what the mail itself says). `read` turns an attachment into
    documents; the shell passes one that looks into its cache first. `step` is entered, with their names, around
    the stages that stand between those documents. `kept` is an earlier record's: rules that it has the answers of are
    not asked, and the record is the same. The same arguments give the same record.
    """
    limits = limits or Limits()
    with step("parse"):
        message = parse(raw, limits)
    documents = read_all(message, limits, read)
    with step("fields"):
        case = open_case(without_files(message), documents, programme, came(message, received))
        mail = as_text(case)
        seen = digest(mail, documents)
        said = Answers(programme, kept.answers if kept and kept.digest == seen else "")
        record = _record(extract(case, said), programme)
        opened = opened_by(programme, limits, received, documents)
        return replace(record, kept=Kept(opened, seen, mail, said.as_text()))


def again(
    kept: Kept,
    documents: tuple[Document, ...],
    programme: Programme,
    step: Step = nullcontext,
    *,
    asks: bool = True,
) -> Record:
    """Understand a message again by what was kept of it and its documents, asking stale rules only: the record of `process`.

    It `is_current` for them. Raises ValueError where what was kept cannot be read, and without `asks` UnansweredError
    where a rule is stale.
    """
    with step("fields"):
        case = as_case(kept.mail, documents, programme)
        said = Answers(programme, kept.answers, asks=asks)
        record = _record(extract(case, said), programme)
        return replace(record, kept=replace(kept, answers=said.as_text()))


def is_current(
    kept: Kept,
    documents: tuple[Document, ...],
    programme: Programme,
    limits: Limits,
    received: datetime | None,
) -> bool:
    """Whether the mail would be opened and its documents read today as they were when this was kept."""
    today = {*current_readers(), "", _HEADER, _BODY}
    opened = opened_by(programme, limits, received, documents)
    return kept.opened_by == opened and all(document.reader in today for document in documents)


def opened_by(
    programme: Programme, limits: Limits, received: datetime | None, documents: tuple[Document, ...]
) -> str:
    """By what a mail is opened: versions, parts of the programme, limits, when it came; and where it has files that
    nothing reads, which readers there are.
    """
    unread = sorted(current_readers()) if any(not document.reader for document in documents) else []
    bounds = limits.model_dump(exclude=_NO_BOUNDS_OF_TEXTS)
    versions = (parsing.VERSION, VERSIONS["case"])
    return repr((versions, digest_of(programme, OPENS), bounds, received and received.isoformat(), unread))


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
    stages = {"parse": parsing.VERSION, "check": checking.VERSION}
    return {**made, "reader:ocr": ocr.VERSION, **stages, **VERSIONS}


def current_readers() -> frozenset[str]:
    """Today's readers as documents name them (`pdf-3`): texts of others are read anew."""
    return frozenset((ocr.NAME, *(f"{name}-{version}" for name, version in readers.versions().items())))


def read_all(message: Message, limits: Limits, read: Read = readers.read) -> tuple[Document, ...]:
    """The texts of a message in order: subject, body, attachments, then those of each message attached to it."""
    subject = Document("subject", "text/plain", message.subject, reader=_HEADER)
    return (subject, *_contents(message, "body", "attachment:", limits, read))


def _contents(message: Message, source: str, prefix: str, limits: Limits, read: Read) -> tuple[Document, ...]:
    body_type = message.body_type if source == "body" else "message/rfc822"
    found = [Document(source, body_type, message.text, reader=_BODY, regions=message.regions)]
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


def _record(found: Extracted, programme: Programme) -> Record:
    case, kind = found.case, Kind(str(found.kind.value))
    message = case.message
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
