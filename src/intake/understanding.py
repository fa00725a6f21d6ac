"""Messages that wait, handed to workers and recorded; with it come all readers and rules, so it is imported at need."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from intake.errors import LostError
from intake.model import Document, Json, Kept, Kind, Record
from intake.office import Office, Summary
from intake.process import UnansweredError, again, current_readers, is_current
from intake.record.rows import Change, Pending
from intake.workers.engine import engine
from intake.workers.handling import Job
from intake.workers.pool import Failure

#: Hears of each message that was recorded: its hash, the record before where that was another one, and the outcome.
Told = Callable[[str, Mapping[str, Json] | None, Record | Failure], object]

log = logging.getLogger(__name__)


def silent(name: str, before: Mapping[str, Json] | None, outcome: Record | Failure) -> None:
    """Say nothing of a message."""


def jobs(
    office: Office,
    pending: Iterable[Pending],
    lost: Callable[[Pending, LostError], None],
    *,
    stale: bool = False,
) -> Iterator[Job]:
    """The messages as jobs for workers, read from the archive one by one, with their texts of today's readers.

    Where only `stale` rules are to be asked, each comes with what was kept of it, and without its bytes where these
    would be read as they were; with its record, where no rule is stale. `lost` is told of one that the archive does
    not have; those behind it go on.
    """
    readers = current_readers()
    for message in pending:
        kept = office.store.kept(message.sha256) if stale else None
        job = _of_kept(office, message, *kept) if kept else None
        if job is not None:
            yield job
            continue
        try:
            raw = office.archive.read(message.sha256)
        except LostError as error:
            lost(message, error)
            continue
        cached = office.store.cached_documents(message.sha256, readers)
        yield Job(message.sha256, raw, message.received, cached, kept[0] if kept else None)


def _of_kept(office: Office, message: Pending, kept: Kept, documents: tuple[Document, ...]) -> Job | None:
    """A job that needs not the mail itself; None where the mail must be read again."""
    if not is_current(kept, documents, office.programme, office.config.limits, message.received):
        return None
    known = None
    try:
        known = again(kept, documents, office.programme, asks=False)
    except UnansweredError:
        pass
    except (ValueError, TypeError, LookupError, AttributeError) as error:  # what was kept is none of ours
        log.info("%s: is read anew: %s", message.sha256[:12], type(error).__name__)
        return None
    return Job(message.sha256, b"", message.received, kept=kept, documents=documents, known=known)


def understand_all(
    office: Office, pending: Sequence[Pending], summary: Summary, told: Told = silent, *, stale: bool = False
) -> None:
    """Understand these messages and record what is found, one transaction a message; failures are kept with theirs.

    With `stale`, rules that said earlier what they would say today are not asked. `told` hears of each message.
    """
    settings = office.config

    def lost(message: Pending, error: LostError) -> None:
        failure = Failure("archive", str(error))
        told(message.sha256, None, failure)
        _failed(office, message.sha256, failure, summary)

    with engine(settings, office.programme, len(pending)) as fenced:
        for done, (job, outcome) in enumerate(fenced.run(jobs(office, pending, lost, stale=stale)), 1):
            _record(office, job, outcome, summary, told)
            office.progress("understood", done, len(pending))


def _record(office: Office, job: Job, outcome: Record | Failure, summary: Summary, told: Told) -> None:
    if isinstance(outcome, Failure):
        told(job.name, None, outcome)
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
    told(job.name, saved.before, outcome)
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
