"""Backups, and the check of archive, database and ledger against each other, which mends what can be mended."""

from __future__ import annotations

import hashlib
import logging
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intake.archive import Archive
from intake.config import Config
from intake.errors import ArchiveError, InputError, IntakeError, LostError, StoreError
from intake.mailbox import imap, login
from intake.model import Place, Sighting
from intake.record import Store, lock
from intake.record.connection import DATABASE, RESTORE
from intake.record.lock import LOCK
from intake.record.rows import Fault
from intake.run import Office, Summary, keep, understand

KEPT = "archive"  # the mailbox that a message is seen in when it was found in the archive alone

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: messages, how many of them were copied now, how many were removed as erased since.

    `lost` are messages (SHA-256) that the archive itself does not have as they came.
    """

    messages: int
    copied: int
    removed: int
    lost: tuple[str, ...]


def backup(config: Config, path: Path) -> Backup:
    """Write database and archive to a folder, or bring the backup that is there up to date, while others write.

    First a whole copy of the database, then the raw mail that it knows: what comes in meanwhile is in the next
    backup. What was erased since the last one goes from the backup too. Raises InputError where the folder is no
    backup and not empty, StoreError, ArchiveError.
    """
    source = config.store.directory
    _check_place(path, source)
    with lock(path), Store.open(source, readonly=True) as store:
        store.backup(path / DATABASE)
        with Store.open(path, readonly=True) as copy:
            known = copy.hashes()
        own, theirs = Archive(source / "archive"), Archive(path / "archive")
        copied, lost = 0, []
        for sha256 in known:
            if _is_same_size(own.path(sha256), theirs.path(sha256)):
                continue
            try:
                theirs.keep(own.read(sha256))
                copied += 1
            except LostError:
                if not store.is_forgotten(sha256):
                    lost.append(sha256)
        removed = sum(theirs.remove(sha256) for sha256 in set(theirs) - set(known))
    return Backup(len(known), copied, removed, tuple(lost))


def _check_place(path: Path, source: Path) -> None:
    path, source = path.resolve(), source.resolve()
    if path == source or source in path.parents or path in source.parents:
        raise InputError(
            f"{path}: a backup must not lie in the store, nor around it", hint="name another folder"
        )
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
        names = {each.name for each in path.iterdir()} - {LOCK}
        if names and DATABASE not in names and not any(name.startswith(f"{DATABASE}.") for name in names):
            raise InputError(f"{path}: is no backup, and not empty", hint="name a new folder")
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be written: {error.strerror}", hint="name another folder"
        ) from error


def _is_same_size(one: Path, other: Path) -> bool:
    """Whether both are there and equally long: names are hashes, and `verify` reads what lies in a backup."""
    with suppress(OSError):
        return one.stat().st_size == other.stat().st_size
    return False


def verify(office: Office, *, mend: bool = False) -> Iterator[Fault]:
    """Check archive, database and ledger against each other; yield what does not agree, mended where it could be.

    With `mend`: what is derived is worked out anew; a message that the archive has lost is fetched again from
    where it was seen; a file that no ledger knows is taken in as mail, or removed where it is an erased person's;
    half-written files go. Nothing that was once known is given up. Raises StoreError where the database itself
    is damaged.
    """
    there = set(office.archive)
    found = office.store.verify(mend=mend)
    if any(fault.what == "the database is damaged" for fault in found):
        raise StoreError(f"{office.store.path}: is damaged: {found[0].where}", hint=RESTORE)
    yield from found
    known = set(office.store.hashes())
    damaged = {sha256 for sha256 in sorted(there) if not _is_whole(office.archive, sha256)}
    lost = sorted((known - there) | (known & damaged))
    mended = _fetch_again(office, lost) if mend and lost else set()
    for sha256 in lost:
        what = (
            "a message in the archive is damaged" if sha256 in damaged else "a message is not in the archive"
        )
        yield Fault(what, sha256, mended=sha256 in mended)
    for sha256 in sorted(there - known):
        yield _stray(office, sha256, is_whole=sha256 not in damaged, mend=mend)
    if mend:
        office.store.try_again(mended)
        understand(office, Summary())
        office.archive.sweep()


def _is_whole(archive: Archive, sha256: str) -> bool:
    try:
        archive.read(sha256)
    except LostError:
        return False
    return True


def _stray(office: Office, sha256: str, *, is_whole: bool, mend: bool) -> Fault:
    """Settle a file of the archive that no ledger knows: a run was killed, or an older database was restored."""
    if office.store.is_forgotten(sha256):
        return Fault("a file of an erased person", sha256, mended=mend and office.archive.remove(sha256))
    if not is_whole:
        return Fault("a damaged file of the archive is in no ledger", sha256)
    if mend:
        raw = office.archive.read(sha256)
        keep(office, [Sighting(Place(KEPT, sha256, 0, 1), raw)], Summary(), 1)
    return Fault("a file of the archive is in no ledger", sha256, mended=mend)


def _fetch_again(office: Office, lost: list[str]) -> set[str]:
    """Fetch messages again from the mailboxes in which they were seen; return those that came as they were."""
    wanted: dict[str, dict[tuple[str, int], set[int]]] = {}
    for place in (place for sha256 in lost for place in office.store.places_of(sha256)):
        wanted.setdefault(place.mailbox, {}).setdefault((place.folder, place.uidvalidity), set()).add(
            place.uid
        )
    found: set[str] = set()
    limits = office.config.limits
    for mailbox in office.config.mailboxes:
        if mailbox.name not in wanted:
            continue
        try:
            secret = login.secret(mailbox)
            with imap.connect(mailbox, secret, limits, deadline_seconds=limits.session_seconds) as box:
                for (folder, uidvalidity), uids in wanted[mailbox.name].items():
                    if box.open(folder).uidvalidity == uidvalidity:
                        found |= _kept_again(office, box, sorted(uids), set(lost))
        except (ArchiveError, StoreError):
            raise
        except IntakeError as error:
            log.warning("mailbox %s: %s", mailbox.name, error)
    return found


def _kept_again(office: Office, box: imap.ImapMailbox, uids: list[int], lost: set[str]) -> set[str]:
    """Keep what comes, if it is what was lost; anything else is left to the next poll."""
    kept = set()
    for sighting in box.fetch(uids):
        if sighting.raw is not None and hashlib.sha256(sighting.raw).hexdigest() in lost:
            kept.add(office.archive.keep(sighting.raw))
    return kept


def months_before(moment: datetime, months: int) -> datetime:
    """The same time of day so many calendar months earlier; the last day of a shorter month for one it lacks."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, monthrange(max(year, 1), month + 1)[1])
    return moment.replace(year=max(year, 1), month=month + 1, day=day)
