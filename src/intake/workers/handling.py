"""One message in a fenced worker: `process`, with each attachment read as a step that can be given up."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from operator import attrgetter

from intake import documents as readers
from intake.config import Limits, Programme
from intake.documents import ocr
from intake.model import Attachment, Document, Kept, Record
from intake.process import again, process
from intake.workers.fence import Fence, StepTimeout
from intake.workers.pool import Workers

_FILES = 5  # times the text and the seconds of one document, for all documents of a mail together
_LATE = 0.7  # of a document's seconds, after which no further page is begun


@dataclass(frozen=True, slots=True)
class Job:
    """A message to understand: a name to tell it by, its bytes, when it came, and its documents read earlier.

    `cached` maps the source of an attachment to the documents that a reader of today's version made of it. `kept` is
    what an earlier record kept; with all its `documents`, the mail itself is not needed any more, and `raw` is empty.
    `known` is its record where no rule need be asked.
    """

    name: str
    raw: bytes
    received: datetime | None = None
    cached: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    kept: Kept | None = None
    documents: tuple[Document, ...] = ()
    known: Record | None = None


def understand(programme: Programme, job: Job, fence: Fence) -> Record:
    """Make a Record of one message; a document that takes too much becomes one with a problem, not a failure."""
    stage = partial(fence.step, needed=True)
    if job.kept and job.documents:
        return again(job.kept, job.documents, programme, stage)
    reading = _Reading(job, fence)
    record = process(job.raw, programme, job.received, fence.limits, reading.read, stage, job.kept)
    return replace(record, kept=None) if reading.failed else record


def workers(programme: Programme, count: int, limits: Limits) -> Workers[Job, Record]:
    """Fenced workers that understand messages."""
    return Workers(partial(understand, programme), count, limits, __name__, attrgetter("known"))


@dataclass(slots=True)
class _Reading:
    """Reads attachments; the same bytes are read once a message, and all of them together within bounds."""

    job: Job
    fence: Fence
    read_before: dict[tuple[str, str], tuple[str, tuple[Document, ...]]] = field(default_factory=dict)
    begun: float = field(default_factory=time.monotonic)
    documents: int = 0
    characters: int = 0
    failed: bool = False  # a document could not be read for a fault of the moment: another time it may

    def read(self, source: str, attachment: Attachment, limits: Limits) -> tuple[Document, ...]:
        found = self._found(source, attachment, limits)
        self.documents += len(found)
        self.characters += sum(len(document.text or "") for document in found)
        return found

    def _found(self, source: str, attachment: Attachment, limits: Limits) -> tuple[Document, ...]:
        before = self.job.cached.get(source)
        if before is not None and not any(ocr.is_wanted(document, limits) for document in before):
            return before
        key = (hashlib.sha256(attachment.content).hexdigest(), _ending(source))
        if problem := self._spent(limits):
            return self._given_up(source, attachment, key[0], problem)
        if key in self.read_before:
            first, documents = self.read_before[key]
            return tuple(replace(d, source=source + d.source.removeprefix(first)) for d in documents)
        documents = self._read(source, attachment, limits, key[0])
        self.read_before[key] = (source, documents)
        return documents

    def _spent(self, limits: Limits) -> str | None:
        """Why no more of a mail's files are read: there are that many, or they are that long."""
        if self.documents >= limits.parts:
            return f"was not read: the mail brings more than {limits.parts} files"
        if self.characters >= _FILES * limits.text_characters:
            return "was not read: the files before it have more text than is read of one mail"
        if time.monotonic() - self.begun > _FILES * limits.seconds:
            return "was not read: the files before it took more time than one mail is given"
        return None

    def _read(self, source: str, attachment: Attachment, limits: Limits, sha256: str) -> tuple[Document, ...]:
        if source in self.fence.skip:
            problem = f"could not be read: reading it {self.fence.skip[source]}"
        else:
            # A document of many pages ends before that between two of them, with the text of those that were read.
            late = time.monotonic() + _LATE * limits.seconds
            try:
                with self.fence.step(source):
                    found = readers.read(source, attachment, limits, lambda: time.monotonic() > late)
                return self._look(found, attachment, limits)
            except StepTimeout:
                problem = f"could not be read: reading it took longer than {limits.seconds} seconds"
            except MemoryError:
                problem = "could not be read: reading it took more memory than it is given"
        return self._given_up(source, attachment, sha256, problem)

    def _look(
        self, found: tuple[Document, ...], attachment: Attachment, limits: Limits
    ) -> tuple[Document, ...]:
        """Read a scan by OCR, where that is wanted; only a file of its own, not what is inside an archive."""
        step = f"{found[0].source} (OCR)"
        if len(found) != 1 or not ocr.is_wanted(found[0], limits):
            return found
        if step in self.fence.skip:
            self.failed = True
            return found
        with self.fence.step(step):
            return (ocr.read(found[0], attachment.content, limits),)

    def _given_up(
        self, source: str, attachment: Attachment, sha256: str, problem: str
    ) -> tuple[Document, ...]:
        self.failed = True
        size = len(attachment.content)
        return (Document(source, attachment.declared, None, problem, sha256=sha256, size=size),)


def _ending(source: str) -> str:
    return source.rpartition(".")[2].lower()
