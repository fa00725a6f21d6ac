"""`poll --dry-run`: what new mail would become. Nothing is archived, recorded or changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from intake.config import Config, Limits, Mailbox, Programme
from intake.mailbox import imap, login
from intake.model import Record, Sighting
from intake.record import Store
from intake.unseen import unseen
from intake.workers.handling import Job, workers
from intake.workers.pool import Failure


def preview(config: Config, programme: Programme, limit: int | None) -> Iterator[str]:
    """Yield a line for each new message, and one for each folder. Raises MailboxError, LoginError, StoreError."""
    for mailbox in config.mailboxes:
        with imap.connect(mailbox, login.secret(mailbox), config.limits) as box:
            for folder in mailbox.folders:
                uids = _new(config, box, folder, mailbox)[:limit]
                yield f"{mailbox.name}/{folder}: {len(uids)} to fetch"
                yield from lines(box.fetch(uids), programme, config.workers.count, config.limits)


def _new(config: Config, box: imap.ImapMailbox, folder: str, mailbox: Mailbox) -> list[int]:
    if not (config.store.directory / "intake.db").exists():
        box.open(folder)
        return box.uids(0)
    with Store.open(config.store.directory, readonly=True) as store:
        return unseen(store, box, mailbox.name, folder)[0]


def lines(sightings: Iterator[Sighting], programme: Programme, count: int, limits: Limits) -> Iterator[str]:
    """Understand messages without recording them; a line for each, in no order that matters."""
    problems: list[str] = []

    def jobs() -> Iterator[Job]:
        for sighting in sightings:
            if sighting.raw is None:
                problems.append(f"  UID {sighting.place.uid}: {sighting.problem}")
            else:
                yield Job(f"UID {sighting.place.uid}", sighting.raw, sighting.internal_date)

    with workers(programme, count, limits) as fenced:
        for job, outcome in fenced.run(jobs()):
            yield f"  {job.name}: {_said(outcome)} ({hashlib.sha256(job.raw).hexdigest()[:12]})"
    yield from problems


def _said(outcome: Record | Failure) -> str:
    if isinstance(outcome, Failure):
        return f"failed in {outcome.stage}: {outcome.text.strip().splitlines()[-1]}"
    missing = f"; missing: {', '.join(outcome.missing)}" if outcome.missing else ""
    unsure = f"; unsure: {', '.join(outcome.unsure)}" if outcome.unsure else ""
    return f"{outcome.kind.value}{missing}{unsure}"
