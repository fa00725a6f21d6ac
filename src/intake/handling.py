"""One message in a fenced worker: `process`, with each attachment read as a step that can be given up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from intake import documents as readers
from intake.config import Limits, Programme
from intake.model import Attachment, Document, Record
from intake.process import process
from intake.workers import Fence, StepTimeout, Workers


@dataclass(frozen=True, slots=True)
class Job:
    """A message to understand: a name to tell it by, its bytes, when it came, and its documents read earlier.

    `cached` maps the source of an attachment to the documents that a reader of today's version made of it.
    """

    name: str
    raw: bytes
    received: datetime | None = None
    cached: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)


def understand(programme: Programme, job: Job, fence: Fence) -> Record:
    """Make a Record of one message; a document that takes too much becomes one with a problem, not a failure."""
    reading = _Reading(job, fence)
    return process(job.raw, programme, job.received, fence.limits, reading.read)


def workers(programme: Programme, count: int, limits: Limits) -> Workers[Job, Record]:
    """Fenced workers that understand messages."""
    return Workers(partial(understand, programme), count, limits, preload=__name__)


@dataclass(slots=True)
class _Reading:
    """Reads attachments; the same bytes are read once a message."""

    job: Job
    fence: Fence
    read_before: dict[tuple[str, str], tuple[str, tuple[Document, ...]]] = field(default_factory=dict)

    def read(self, source: str, attachment: Attachment, limits: Limits) -> tuple[Document, ...]:
        if source in self.job.cached:
            return self.job.cached[source]
        key = (hashlib.sha256(attachment.content).hexdigest(), _ending(source))
        if key in self.read_before:
            first, documents = self.read_before[key]
            return tuple(replace(d, source=source + d.source.removeprefix(first)) for d in documents)
        documents = self._read(source, attachment, limits, key[0])
        self.read_before[key] = (source, documents)
        return documents

    def _read(self, source: str, attachment: Attachment, limits: Limits, sha256: str) -> tuple[Document, ...]:
        if source in self.fence.skip:
            problem = f"could not be read: reading it {self.fence.skip[source]}"
        else:
            try:
                with self.fence.step(source):
                    return readers.read(source, attachment, limits)
            except StepTimeout:
                problem = f"could not be read: reading it took longer than {limits.seconds} seconds"
            except MemoryError:
                problem = "could not be read: reading it took more memory than it is given"
        size = len(attachment.content)
        return (Document(source, attachment.declared, None, problem, sha256=sha256, size=size),)


def _ending(source: str) -> str:
    return source.rpartition(".")[2].lower()
