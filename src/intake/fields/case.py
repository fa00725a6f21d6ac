"""One mail as the extractors see it: whose words are whose, which documents came with it, and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from intake.config import Programme
from intake.fields.automatic import is_automatic
from intake.fields.forwarding import applicants_message, hands_in_another, others_mail
from intake.fields.memory import forget
from intake.fields.page import own_words, page_spans
from intake.fields.passage import Passage
from intake.fields.people import same_person
from intake.model import Address, Document, Layer, Message, Part, Region, Role

# "Available: summer 2017 | Area: Algorithms": a label of what the page asks for, with what stands behind it
LABELLED = re.compile(
    r"(?:(?<=\n)|(?<=\|)|^)[ \t]*(?:available|availability|period|dates?|term|start|area|track|position|internship"
    r"|applying\s+for)\b[^:|\n]{0,30}:[ \t]*[^|\n]+",
    re.IGNORECASE | re.MULTILINE,
)

VERSION = 3  # of what whose words are whose is told by: this module, forwarding, page, people


@dataclass(frozen=True, slots=True)
class Case:
    """What every extractor is given.

    `message` is the mail as it came, `focus` the one the applicant wrote: the mail itself or one attached to
    it. `prose` holds the applicant's own words in the body (no quotes, no forwarder's words, no signature, none
    of the page's words), `signature` the lines under them, `subject` the subject line. `author` wrote them,
    `forwarded_by` passed them on, with the words `introduction`; `author` is None where somebody hands in
    another's documents and names no mail of theirs. `documents` are all texts, their roles given once roles are
    assigned. `received` is when the mailbox took the mail, or the best the mail itself says; None where nothing
    says it.
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
    introduction: tuple[Passage, ...] = ()

    def with_role(self, *roles: Role) -> tuple[Document, ...]:
        """The readable documents that have one of these roles, in the mail's order."""
        return tuple(d for d in self.documents if d.text is not None and d.role in roles)

    @property
    def labelled(self) -> tuple[Passage, ...]:
        """What stands below a signature behind a label of its own: "Available: summer 2017 | Area: Algorithms"."""
        return tuple(
            passage.cut(*match.span())
            for passage in self.signature
            for match in LABELLED.finditer(passage.text, passage.start, passage.end)
        )

    @property
    def attached(self) -> tuple[Document, ...]:
        """Documents that came as files, readable or not, pictures shown in the body left out."""
        return tuple(
            d for d in self.documents if d.source.startswith("attachment:") and not d.regions and not d.inline
        )


def open_case(
    message: Message, documents: tuple[Document, ...], programme: Programme, received: datetime | None
) -> Case:
    """Find whose words are whose in a mail: unwrap forwards, set quotes, signatures and the page's words apart."""
    forget()
    focus, source = _focus(message, programme)
    body = next((d for d in documents if d.source == source), None)
    outer = next((d for d in documents if d.source == "body"), None)
    author, chosen = _author(focus, body.regions if body else (), programme)
    if focus is message and hands_in_another(message, programme) and chosen and chosen[0].layer is Layer.OWN:
        author, chosen = None, ()
    passed_on = author is not message.sender and not same_person(author, message.sender)
    subject = next((d for d in documents if d.source == "subject"), None)
    return Case(
        message, focus, documents, programme, received or message.received or message.sent,
        author if passed_on else message.sender,
        message.sender if passed_on else None,
        Passage.whole(subject) if subject else None,
        _passages(body, chosen, Part.PROSE, programme),
        _passages(body, chosen, Part.SIGNATURE, programme),
        _passages(outer, _own(message.regions), Part.PROSE, programme) if passed_on else (),
    )  # fmt: skip


def _focus(message: Message, programme: Programme) -> tuple[Message, str]:
    """The message that the applicant wrote, and the source of its body."""
    focus, source, separator = message, "body", "attachment:"
    while not is_automatic(focus) and (inner := applicants_message(focus, programme)) is not None:
        before = [m.name for m in focus.inner[: focus.inner.index(inner)]] + [
            a.name for a in focus.attachments
        ]
        count = before.count(inner.name) + 1
        name = inner.name if count == 1 else f"{inner.name} ({count})"
        source = f"{'' if source == 'body' else source}{separator}{name}"
        focus, separator = inner, "/"
    return focus, source


def _author(
    focus: Message, regions: tuple[Region, ...], programme: Programme
) -> tuple[Address | None, tuple[Region, ...]]:
    block = None if is_automatic(focus) else others_mail(focus, programme)
    own = _own(regions)
    if block is None:
        return focus.sender, own
    if same_person(block.author, focus.sender):
        return focus.sender, (*own, *block.regions)
    return block.author, block.regions


def _passages(
    body: Document | None, regions: Iterable[Region], part: Part, programme: Programme
) -> tuple[Passage, ...]:
    if body is None or not body.text:
        return ()
    spans = page_spans(body.text, programme)
    whole = (Passage(body.source, body.text, r.start, r.end) for r in regions if r.part is part)
    return tuple(piece for passage in whole for piece in own_words(passage, spans))


def _own(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    return tuple(region for region in regions if region.layer is Layer.OWN)
