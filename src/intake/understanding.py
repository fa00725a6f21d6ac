"""Messages that wait, handed to workers and recorded; with it come all readers and rules, so it is imported at need."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence

from intake.errors import LostError
from intake.model import Kind, Record
from intake.office import Office, Summary
from intake.process import current_readers
from intake.record.rows import Change, Pending
from intake.workers.engine import engine
from intake.workers.handling import Job
from intake.workers.pool import Failure

log = logging.getLogger(__name__)


def jobs(
    office: Office, pending: Iterable[Pending], lost: Callable[[Pending, LostError], None]
) -> Iterator[Job]:
    """The messages as jobs for workers, read from the archive one by one, with their texts of today's readers.

    `lost` is told of one that the archive does not have; those behind it go on.
    """
    readers = current_readers()
    for message in pending:
        try:
            raw = office.archive.read(message.sha256)
        except LostError as error:
            lost(message, error)
            continue
        cached = office.store.cached_documents(message.sha256, readers)
        yield Job(message.sha256, raw, message.received, cached)


def understand_all(office: Office, pending: Sequence[Pending], summary: Summary) -> None:
    """Understand these messages and record what is found, one transaction a message; failures are kept with theirs."""
    settings = office.config

    def lost(message: Pending, error: LostError) -> None:
        _failed(office, message.sha256, Failure("archive", str(error)), summary)

    with engine(settings, office.programme, len(pending)) as fenced:
        for done, (job, outcome) in enumerate(fenced.run(jobs(office, pending, lost)), 1):
            _record(office, job, outcome, summary)
            office.progress("understood", done, len(pending))


def _record(office: Office, job: Job, outcome: Record | Failure, summary: Summary) -> None:
    if isinstance(outcome, Failure):
        _failed(office, job.name, outcome, summary)
        return
    saved = office.store.save(
        outcome, received=outcome.received or job.received or office.clock(), programme=office.programme
    )
    if saved.change == Change.FORGOTTEN:
        office.archive.remove(job.name)
        summary.counts["of erased people"] += 1
    else:
        summary.counts[_NAMES[outcome.kind]] += 1
    log.info("%s: %s", job.name[:12], saved.change)


def _failed(office: Office, sha256: str, failure: Failure, summary: Summary) -> None:
    limit = office.config.limits.attempts
    state = office.store.process_failed(sha256, failure.stage, failure.text, limit=limit)
    summary.counts["failed"] += 1
    log.info("%s: %s in %s", sha256[:12], state, failure.stage)


_NAMES = {
    Kind.APPLICATION: "applications",
    Kind.FOLLOW_UP: "follow-ups",
    Kind.QUESTION: "questions",
    Kind.AUTOMATIC: "automatic",
    Kind.OTHER: "other",
}
