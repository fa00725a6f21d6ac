"""Choose the reader by the sniffed type, clean what it gives, and go into containers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from intake.config import Limits
from intake.documents import (
    doc,
    docx,
    eml,
    html,
    latex,
    msg,
    odt,
    office_xml,
    pages,
    pdf,
    rtf,
    text,
    tnef,
    zip,
)
from intake.documents.clean import scrub
from intake.documents.reading import DAMAGED, EMPTY, Budget, File, Reader, Reading, Unreadable
from intake.documents.sniff import sniff
from intake.documents.unread import reason_unread
from intake.model import Attachment, Document

_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

#: Sniffed type -> reader. A type that is not here has no text for us.
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "application/pdf": pdf.READER,
        _OPEN_XML + "wordprocessingml.document": docx.READER,
        _OPEN_XML + "presentationml.presentation": office_xml.SLIDES,
        _OPEN_XML + "spreadsheetml.sheet": office_xml.SHEETS,
        _OPEN_DOCUMENT + "text": odt.READER,
        _OPEN_DOCUMENT + "presentation": odt.READER,
        _OPEN_DOCUMENT + "spreadsheet": odt.READER,
        "application/msword": doc.READER,
        "application/rtf": rtf.READER,
        "application/vnd.apple.pages": pages.READER,
        "application/vnd.ms-outlook": msg.READER,
        "application/ms-tnef": tnef.READER,
        "application/zip": zip.READER,
        "message/rfc822": eml.READER,
        "text/html": html.READER,
        "text/plain": text.PLAIN,
        "text/markdown": text.MARKDOWN,
        "text/x-tex": latex.READER,
        "text/vcard": text.PLAIN,
        "text/calendar": text.PLAIN,
    }
)

_DEEPEST = 2  # a zip in a zip is read, a third one is not
_CONTAINERS = frozenset(
    {"application/zip", "application/ms-tnef", "application/vnd.ms-outlook", "message/rfc822"}
)


def versions() -> dict[str, int]:
    """The version of each reader by its name: texts made by an older one are stale."""
    return {reader.name: reader.version for reader in READERS.values()}


def read(
    source: str, attachment: Attachment, limits: Limits, expired: Callable[[], bool] = lambda: False
) -> tuple[Document, ...]:
    """Turn an attachment into documents; never raises (but a soft time limit's StepTimeout passes through).

    `source` is the attachment's source, such as `attachment:Resume.pdf`. A container gives its own text, if it
    has any, under `source` and each file in it under `source/name`; anything else gives one document. Sizes are
    bytes; text is cut at `limits.text_characters`, and `expired` ends a long document between two pages.
    """
    budget = Budget(limits.archive_members, limits.archive_bytes)
    return _Stage(limits, budget, expired).read(source, attachment, 0)


@dataclass(frozen=True, slots=True)
class _Stage:
    limits: Limits
    budget: Budget
    expired: Callable[[], bool]

    def read(self, source: str, attachment: Attachment, depth: int) -> tuple[Document, ...]:
        """The documents of one file that stands `depth` containers deep."""
        content = attachment.content
        kind = sniff(content[: self.limits.attachment_bytes], attachment.name)
        reader = READERS.get(kind)
        file = File(
            attachment.name, attachment.declared, content, kind, self.limits, self.budget, self.expired
        )
        reading = _reading(file, reader, depth)
        members = self._members(source, reading, depth)
        if members and reading.text is None and reading.problem is None:
            return members
        text, problem = _bounded(reading, attachment.problem, self.limits)
        own = Document(
            source=source,
            type=kind,
            text=text,
            problem=problem,
            pages=reading.pages,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            reader=f"{reader.name}-{reader.version}" if reader else "",
            inline=attachment.inline,
        )
        return (own, *members)

    def _members(self, source: str, reading: Reading, depth: int) -> tuple[Document, ...]:
        found: list[Document] = []
        seen: dict[str, int] = {}
        for member in reading.members:
            count = seen[member.name] = seen.get(member.name, 0) + 1
            name = member.name if count == 1 else f"{member.name} ({count})"
            found.extend(self.read(f"{source}/{name}", member, depth + 1))
        return tuple(found)


def _reading(file: File, reader: Reader | None, depth: int) -> Reading:
    try:
        if not file.content:
            raise Unreadable(EMPTY)
        if len(file.content) > file.limits.attachment_bytes:
            raise Unreadable(f"the file is larger than the limit of {file.limits.attachment_bytes >> 20} MB")
        if reader is None:
            raise Unreadable(reason_unread(file.type))
        if depth >= _DEEPEST and file.type in _CONTAINERS:
            raise Unreadable("an archive inside an archive inside an archive is not opened")
        return reader.read(file)
    except Unreadable as why:
        return Reading(None, str(why))
    except MemoryError:
        return Reading(None, "reading it takes more memory than allowed")
    except Exception as fault:  # the libraries raise whatever a damaged file leads them to
        return Reading(None, f"{DAMAGED}it cannot be read ({type(fault).__name__})")


def _bounded(reading: Reading, told: str | None, limits: Limits) -> tuple[str | None, str | None]:
    """Scrub and cut a reading's text, and join its problem with the one the mail's parser saw."""
    problems = [problem for problem in (told, reading.problem) if problem]
    if told and reading.text is None and (reading.problem or "").startswith((DAMAGED, EMPTY)):
        problems = [told]  # it says why
    if reading.text is None:
        return None, "; ".join(problems) or "has no text"
    body = scrub(reading.text)
    if len(body) > limits.text_characters:
        body = body[: limits.text_characters]
        problems.append(f"only the first {limits.text_characters} characters were read")
    if not body.strip():
        return None, "; ".join(problems) or "has no text in it"
    return body, "; ".join(problems) or None
