"""The check of archive, database and ledger against each other, which mends what can be mended."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator

from intake.archive import Archive
from intake.errors import ArchiveError, IntakeError, LostError, StoreError
from intake.mailbox import imap, login
from intake.model import Place, Sighting
from intake.record.connection import RESTORE
from intake.record.rows import Fault
from intake.run import Office, Summary, keep, understand

KEPT = "archive"  # the mailbox that a message is seen in when it was found in the archive alone

log = logging.getLogger(__name__)


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
