"""The shell: poll, import and reprocess, which share one way to fetch, keep, understand and record.

    sightings | keep raw mail, write the ledger | understand in workers | record, one transaction a message

What fails because of the world (server, disk, lock) ends the run with its own exit code after everything that
was had is safe; what fails because of one message is counted and kept with it.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from intake.config import Mailbox
from intake.errors import FolderError, IntakeError, LoginError, MailboxError
from intake.identity import identity
from intake.mailbox import imap, login
from intake.model import Sighting
from intake.office import Clock, Office, Progress, Summary, now, open_office, quiet
from intake.recognition import CHUNK, recognised
from intake.record import Seen
from intake.record.rows import Pending
from intake.unseen import unseen

if TYPE_CHECKING:
    from intake.understanding import Told

log = logging.getLogger(__name__)

BATCH = 50  # sightings noted in one transaction ...
BATCH_BYTES = 8 * 2**20  # ... or fewer, when they are this large

__all__ = [
    "Clock", "Office", "Progress", "Summary", "import_files", "now", "open_office", "poll", "quiet",
    "reprocess", "understand",
]  # fmt: skip


@contextmanager
def _run(office: Office, kind: str) -> Iterator[Summary]:
    """Note the run's begin, end and outcome in the database, whatever ends it."""
    summary = Summary()
    number = office.store.begin_run(kind, office.clock())
    ok = False
    try:
        yield summary
        ok = not summary.faults
    except IntakeError as error:
        summary.faults.append(error)
        raise
    finally:
        office.store.end_run(number, office.clock(), dict(summary.counts), ok=ok)


def poll(office: Office, *, limit: int | None = None) -> Summary:
    """Fetch what is new in every mailbox, then understand and record all that waits.

    A mailbox that cannot be reached does not keep the others from being read: its fault is in the summary.
    `limit` bounds the messages fetched in this run.
    """
    with _run(office, "poll") as summary:
        left = limit
        for mailbox in office.config.mailboxes:
            try:
                fetched = _fetch(office, mailbox, summary, left)
                left = None if left is None else left - fetched
            except (MailboxError, LoginError) as error:
                log.info("mailbox %s: %s", mailbox.name, error)
                summary.faults.append(error)
        understand(office, summary)
    return summary


def import_files(office: Office, paths: Sequence[Path]) -> Summary:
    """Take in local mail (.eml, mbox, Maildir, folders of .eml), then understand and record it. Raises InputError."""
    from intake.mailbox import files  # no poll needs them

    with _run(office, "import") as summary:
        sightings = files.read(paths, message_bytes=office.config.limits.message_bytes)
        keep(office, sightings, summary, files.count(paths))
        understand(office, summary)
    return summary


def reprocess(
    office: Office, chosen: Sequence[Pending], told: Told | None = None, *, stale: bool = False
) -> Summary:
    """Understand messages again and record what is found; corrections stay.

    With `stale`, only rules are asked of which a version, or what they read of the programme, has changed since; else
    each message is read anew. `told` hears of each (understanding.py).
    """
    with _run(office, "reprocess") as summary:
        if chosen:
            from intake.understanding import silent, understand_all

            understand_all(office, chosen, summary, told or silent, stale=stale)
    return summary


# --- fetching ------------------------------------------------------------------------------------------


def _fetch(office: Office, mailbox: Mailbox, summary: Summary, limit: int | None) -> int:
    fetched = 0
    limits = office.config.limits
    with imap.connect(mailbox, login.secret(mailbox), limits, deadline_seconds=limits.session_seconds) as box:
        for folder in mailbox.folders:
            try:
                uids, unlisted = unseen(office.store, box, mailbox.name, folder)
            except FolderError as error:
                log.info("%s", error)
                summary.faults.append(error)
                continue
            summary.counts["not listed"] += unlisted
            uids = uids[: max(0, limit - fetched)] if limit is not None else uids
            fetched += len(uids)
            if office.store.was_rebuilt(mailbox.name, folder, box.state.uidvalidity):
                _keep_unknown(office, box, mailbox.name, uids, summary)
            else:
                keep(office, box.fetch(uids), summary, len(uids))
    return fetched


def _keep_unknown(
    office: Office, box: imap.ImapMailbox, mailbox: str, uids: Sequence[int], summary: Summary
) -> None:
    """Keep the messages of a folder that has other UIDs now; what is recognised is noted in its turn, not fetched."""
    for start in range(0, len(uids), CHUNK):
        chunk = uids[start : start + CHUNK]
        known = recognised(office.store, office.archive, box, mailbox, chunk)
        for is_known, group in groupby(chunk, known.__contains__):
            part = list(group)
            if is_known:
                _note(office, [known[uid] for uid in part], summary)
            else:
                keep(office, box.fetch(part), summary, len(part))


def keep(office: Office, sightings: Iterable[Sighting], summary: Summary, of: int) -> None:
    """Archive each message, then note where it was seen; what could not be had is noted with its problem.

    Where the source fails in the middle, what came before is kept all the same.
    """
    batch: list[Sighting] = []
    done = 0
    try:
        for sighting in sightings:
            batch.append(sighting)
            if len(batch) == BATCH or sum(len(one.raw or b"") for one in batch) > BATCH_BYTES:
                full, batch = batch, []
                _keep(office, full, summary)
                done += len(full)
                office.progress("fetched", done, of)
    finally:
        _keep(office, batch, summary)
        done += len(batch)
    office.progress("fetched", done, of)


def _keep(office: Office, batch: Sequence[Sighting], summary: Summary) -> None:
    """Note a batch in the order of its UIDs: a row counts all below it as seen, so none may be written before them."""
    seen: list[Seen] = []
    had = [(sighting.raw, _seen(sighting, sighting.raw)) for sighting in batch if sighting.raw is not None]
    forgotten = [office.store.is_forgotten(one.sha256, one.message_id) for _, one in had]
    kept = office.archive.keep_all(
        [raw for (raw, _), is_gone in zip(had, forgotten, strict=True) if not is_gone]
    )
    turns = iter(zip(had, forgotten, strict=True))
    try:
        for sighting in batch:
            if sighting.raw is not None:
                (_, one), is_gone = next(turns)
                if not is_gone:
                    next(kept)
                seen.append(one)
                continue
            _note(office, seen, summary)
            seen = []
            _not_had(office, sighting, summary)
    finally:
        _note(office, seen, summary)


def _note(office: Office, seen: Sequence[Seen], summary: Summary) -> None:
    fresh = office.store.sight_many(seen)
    summary.counts["new messages"] += sum(fresh)
    summary.counts["seen before"] += len(fresh) - sum(fresh)


def _seen(sighting: Sighting, raw: bytes) -> Seen:
    own, sha256 = identity(raw), hashlib.sha256(raw).hexdigest()
    return Seen(sighting.place, sha256, own.message_id, own.date, sighting.internal_date, own.size)


def _not_had(office: Office, sighting: Sighting, summary: Summary) -> None:
    outcome = office.store.fetch_failed(
        sighting.place,
        sighting.problem or "could not be fetched",
        gone=sighting.gone,
        limit=office.config.limits.attempts,
    )
    summary.counts["gone" if sighting.gone else "not fetched"] += 1
    log.info("%s: %s (%s)", sighting.place, sighting.problem, outcome)


# --- understanding -------------------------------------------------------------------------------------


def understand(office: Office, summary: Summary) -> None:
    """Understand and record every message that waits, the oldest first."""
    _understand(office, office.store.pending(limit=None, attempts=office.config.limits.attempts), summary)


def _understand(office: Office, pending: Sequence[Pending], summary: Summary) -> None:
    """A poll that finds nothing, as most do, starts without the readers and rules, which take a second to import."""
    if pending:
        from intake.understanding import understand_all

        understand_all(office, pending, summary)
