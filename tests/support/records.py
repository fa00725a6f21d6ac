"""Records and stores made from a few words, for tests of the record stage."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from intake.config import Programme
from intake.model import (
    Address,
    Applicant,
    Document,
    Evidence,
    Finding,
    Json,
    Kept,
    Kind,
    Opening,
    Place,
    Record,
    Role,
    Signal,
    Signals,
    Status,
)
from intake.record import Store
from intake.record.rows import Saved

START = datetime(2016, 11, 3, 12, 0, tzinfo=UTC)
ITEMS = ("cover_letter", "resume", "coursework", "period", "track")
SUMMER: dict[str, Json] = {"season": "summer", "year": 2017, "start": "2017-06", "end": "2017-08"}
FALL: dict[str, Json] = {"season": "fall", "year": 2017, "start": "2017-09", "end": "2017-12"}
VALUES: Mapping[str, Json] = {
    "cover_letter": None,
    "resume": {"format": "pdf", "pages": 1},
    "coursework": ["Machine Learning", "Linear Algebra"],
    "period": SUMMER,
    "track": ["algorithms"],
}


def digest(name: str) -> str:
    """A SHA-256 for a name."""
    return hashlib.sha256(name.encode()).hexdigest()


def after(days: float) -> datetime:
    """A time so many days after the first mail."""
    return START + timedelta(days=days)


def finding(item: str, status: Status = Status.PRESENT, value: Json = None) -> Finding:
    """A finding with a quote where there is something to quote."""
    if status is Status.MISSING:
        return Finding(item, status)
    evidence = Evidence("body", 0, len(item), item)
    reason = "hard to tell" if status is Status.UNSURE else None
    return Finding(
        item, status, VALUES.get(item) if value is None else value, evidence, f"{item}.test", reason
    )


def findings(missing: str = "", unsure: str = "", **values: Json) -> dict[str, Finding]:
    """All items present but those named (separated by spaces)."""
    status = {
        **dict.fromkeys(missing.split(), Status.MISSING),
        **dict.fromkeys(unsure.split(), Status.UNSURE),
    }
    return {item: finding(item, status.get(item, Status.PRESENT), values.get(item)) for item in ITEMS}


def record(name: str = "ana", kind: Kind = Kind.APPLICATION, **changes: Any) -> Record:
    """The record of a mail from Ana Ruiz; `name` tells mails apart, `resume` names the resume's bytes."""
    resume = changes.pop("resume", "ana.pdf")
    text = changes.pop("text", f"Dear team, this is {name}. I follow cortical columns.")
    items = changes.pop("items", findings() if kind in (Kind.APPLICATION, Kind.FOLLOW_UP) else {})
    documents = [
        Document("subject", "text/plain", "Application", reader="header-1"),
        Document("body", "text/plain", text, reader="body-1", role=Role.LETTER),
    ]
    if resume:
        source, content = f"attachment:{resume}", f"Resume {resume}. Worked on sparse memory."
        documents.append(
            Document(
                source, "application/pdf", content, None, 1, digest(resume), 9, "pdf-3", role=Role.RESUME
            )
        )
    values: dict[str, Any] = {
        "sha256": digest(name),
        "message_id": f"<{name}@example.edu>",
        "thread": (),
        "subject": "Application",
        "sent": START,
        "received": START,
        "size": 1000,
        "sender": Address("Ana Ruiz", "ana@example.edu"),
        "kind": kind,
        "kind_rule": "kind.test",
        "kind_reason": "",
        "applicant": Applicant(
            "Ana Ruiz", "ana@example.edu", "+1 614 555 0101", ("https://example.com/ana",)
        ),
        "forwarded_by": None,
        "items": items,
        "signals": Signals(
            eligibility=Signal("us-citizen", Evidence("body", 0, 4, "Dear")),
            qualifications=(Signal("Python", Evidence("body", 0, 4, "Dear")),),
        ),
        "opening": Opening("open", "Summer 2017"),
        "missing": tuple(i for i, f in items.items() if f.status is Status.MISSING),
        "unsure": tuple(i for i, f in items.items() if f.status is Status.UNSURE),
        "documents": tuple(documents),
        "versions": {"reader:pdf": 3, "period": 2},
        **changes,
    }
    kept = Kept("versions", digest(name), repr((values["applicant"], values["sender"])), "{}")
    return Record(**{"kept": kept, **values})


def person(name: str, email: str) -> dict[str, Any]:
    """The changes that make a record somebody else's."""
    return {"sender": Address(name, email), "applicant": Applicant(name, email)}


def sight(
    store: Store,
    name: str,
    uid: int = 1,
    *,
    folder: str = "INBOX",
    uidvalidity: int = 7,
    when: datetime = START,
) -> bool:
    """Note a message at a place of the mailbox `interns`."""
    place = Place("interns", folder, uidvalidity, uid)
    return store.sight(
        place,
        digest(name),
        message_id=f"<{name}@example.edu>",
        sent="Thu, 3 Nov 2016",
        internal_date=when,
        size=1000,
    )


def keep(store: Store, programme: Programme, *records: Record, first: int = 1) -> list[Saved]:
    """Sight and save records, each a day after the one before; their names are found in their Message-IDs."""
    saved = []
    for number, one in enumerate(records):
        when, uid = after(number), first + number
        store.sight(
            Place("interns", "INBOX", 7, uid),
            one.sha256,
            message_id=one.message_id,
            sent="Thu, 3 Nov 2016",
            internal_date=when,
            size=one.size,
        )
        saved.append(store.save(one, received=when, programme=programme))
    return saved
