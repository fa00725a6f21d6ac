"""Which messages of a folder the ledger does not hold yet, and whether the server listed all that it has."""

from __future__ import annotations

from intake.mailbox.imap import FolderState, ImapMailbox
from intake.record import Store
from intake.record.rows import Progress


def unseen(store: Store, box: ImapMailbox, mailbox: str, folder: str) -> tuple[list[int], int]:
    """Open a folder; return the UIDs to fetch, in order, and how many messages the server counts but does not list.

    Those are new UIDs, those whose fetch is to be tried again, and those that an earlier answer left out: a server
    may say OK to SEARCH and list nothing. The folder holds no more messages than are known and new; where it counts
    more, all of it is listed anew. Raises MailboxError, StoreError.
    """
    state = box.open(folder)
    seen = store.progress(mailbox, folder, state.uidvalidity)
    fresh = [] if state.uidnext and state.uidnext <= seen.highest + 1 else box.uids(seen.highest)
    if _lacking(state, seen, fresh) > 0:
        state = box.open(folder)  # some may have been removed since it was counted
        known = store.known_uids(mailbox, folder, state.uidvalidity)
        fresh = [uid for uid in box.uids(0) if uid not in known]
    return sorted({*seen.retry, *fresh}), max(0, _lacking(state, seen, fresh))


def _lacking(state: FolderState, seen: Progress, fresh: list[int]) -> int:
    return state.exists - seen.known - len(fresh)
