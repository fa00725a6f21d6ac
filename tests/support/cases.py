"""Cases made from a few words, for tables of rules."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from intake.config import Programme, load_programme
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.model import Address, Document, Message, Role

CONFIG = Path(__file__).resolve().parents[2] / "config"
SENDER = Address("Ana Ruiz", "ana@example.edu")
RECEIVED = datetime(2016, 11, 3, 12, 0, tzinfo=UTC)


@cache
def programme() -> Programme:
    """The programme that is shipped."""
    return load_programme(CONFIG / "programme.toml")


def document(name: str, text: str | None, role: Role = Role.RESUME, problem: str | None = None) -> Document:
    """A file that came with the mail."""
    return Document(f"attachment:{name}", "application/pdf", text, problem, role=role)


def case(
    body: str = "",
    *documents: Document,
    subject: str = "Application",
    signature: str = "",
    sender: Address | None = SENDER,
    received: datetime | None = RECEIVED,
    rules: Programme | None = None,
) -> Case:
    """A mail whose body is all its sender's own prose, with files whose roles are known."""
    text = body + signature
    message = Message(
        sha256="0" * 64,
        size=len(text),
        name="",
        headers=(),
        message_id="<1@example.edu>",
        thread=(),
        subject=subject,
        sender=sender,
        reply_to=(),
        to=(Address("", "interns@numenta.com"),),
        sent=received,
        received=received,
        text=text,
        regions=(),
        attachments=(),
        inner=(),
        content_type="text/plain",
    )
    head = Document("subject", "text/plain", subject)
    main = Document("body", "text/plain", text, role=Role.LETTER)
    return Case(
        message=message,
        focus=message,
        documents=(head, main, *documents),
        programme=rules or programme(),
        received=received,
        author=sender,
        forwarded_by=None,
        subject=Passage.whole(head),
        prose=(Passage("body", text, 0, len(body)),) if body else (),
        signature=(Passage("body", text, len(body), len(text)),) if signature else (),
    )
