"""Messages of a folder that was rebuilt: known by what takes a few bytes to ask for, and not downloaded again."""

from __future__ import annotations

from collections.abc import Sequence

from intake.archive import Archive
from intake.identity import identity
from intake.mailbox.imap import ImapMailbox
from intake.record import Seen, Store

CHUNK = 500  # UIDs that are looked at together


def recognised(
    store: Store, archive: Archive, box: ImapMailbox, mailbox: str, uids: Sequence[int]
) -> dict[int, Seen]:
    """Return, by UID, the messages of the open folder that are kept already, told by Message-ID, Date, size and
    the time at which the mailbox took them.

    What two messages share, what lacks one of these, and what the archive does not have (any more) is left out:
    to download again loses nothing. Raises MailboxError, StoreError.
    """
    known: dict[int, Seen] = {}
    for glimpse in box.glimpse(uids):
        said = identity(glimpse.header)
        if glimpse.internal_date is None:
            continue
        sha256 = store.recognise(
            mailbox,
            message_id=said.message_id,
            sent=said.date,
            size=glimpse.size,
            internal_date=glimpse.internal_date,
        )
        if sha256 is not None and sha256 in archive:
            known[glimpse.place.uid] = Seen(
                glimpse.place, sha256, said.message_id, said.date, glimpse.internal_date, glimpse.size
            )
    return known
