"""One mail as the extractors see it: whose words are whose, which documents came with it, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intake.config import Programme
from intake.fields.passage import Passage
from intake.model import Address, Document, Layer, Message, Part, Region, Role


@dataclass(frozen=True, slots=True)
class Case:
    """What every extractor is given.

    `message` is the mail as it came, `focus` the one the applicant wrote: the mail itself or one attached to
    it. `prose` holds the applicant's own words in the body (no quotes, no forwarder's words, no signature, none
    of the page's words), `signature` the lines under them, `subject` the subject line. `author` wrote them,
    `forwarded_by` passed them on. `documents` are all texts, their roles given once roles are assigned.
    `received` is when the mailbox took the mail, or the best the mail itself says; None where nothing says it.
    """

    message: Message
    focus: Message
    documents: tuple[Document, ...]
    programme: Programme
    received: datetime | None
    author: Address | None
    forwarded_by: Address | None
    subject: Passage | None
    prose: tuple[Passage, ...]
    signature: tuple[Passage, ...]

    def with_role(self, *roles: Role) -> tuple[Document, ...]:
        """The readable documents that have one of these roles, in the mail's order."""
        return tuple(d for d in self.documents if d.text is not None and d.role in roles)

    @property
    def attached(self) -> tuple[Document, ...]:
        """Documents that came as files, readable or not, pictures shown in the body left out."""
        return tuple(d for d in self.documents if d.source.startswith("attachment:") and not d.regions and not d.inline)


def open_case(message: Message, documents: tuple[Document, ...], programme: Programme, received: datetime | None) -> Case:
    """Find whose words are whose in a mail: unwrap forwards, set quotes, signatures and the page's words apart."""
    focus, source = _focus(message)
    body = next((d for d in documents if d.source == source), None)
    regions = body.regions if body else ()
    chosen = _applicant_regions(regions)
    author, forwarded_by = focus.sender, None
    if chosen and chosen[0].layer is Layer.FORWARDED:
        author, forwarded_by = chosen[0].author, message.sender
    elif focus is not message:
        forwarded_by = message.sender
    text = body.text or "" if body else ""

    def pick(part: Part) -> tuple[Passage, ...]:
        return tuple(Passage(source, text, r.start, r.end) for r in chosen if r.part is part)

    subject = next((d for d in documents if d.source == "subject"), None)
    return Case(
        message, focus, documents, programme, received or message.received or message.sent,
        author, forwarded_by, Passage.whole(subject) if subject else None, pick(Part.PROSE), pick(Part.SIGNATURE),
    )  # fmt: skip


def _focus(message: Message) -> tuple[Message, str]:
    if len(message.inner) == 1 and not message.content_type.startswith("multipart/report"):
        return message.inner[0], f"attachment:{message.inner[0].name}"
    return message, "body"


def _applicant_regions(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    forwarded = [r for r in regions if r.layer is Layer.FORWARDED]
    if not forwarded:
        return tuple(r for r in regions if r.layer is Layer.OWN)
    depth = max(r.depth for r in forwarded)
    return tuple(r for r in forwarded if r.depth == depth)
