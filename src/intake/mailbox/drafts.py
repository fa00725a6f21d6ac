"""The one thing that is ever written to a mailbox: a new message put into a folder by APPEND (RFC 9051 section 6.3.12).

Nothing that is there is changed, marked or removed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from intake.config import Limits, Mailbox
from intake.errors import MailboxError
from intake.mailbox.client import Connection, Secret
from intake.mailbox.faults import FAULTS

DRAFT = (b"\\Draft", b"\\Seen")  # as mail programs flag what is being written
_OWN_ID = re.compile(r"<[A-Za-z0-9.-]{1,200}@[A-Za-z0-9.-]{1,200}>")
_UNUSABLE = {b"\\noselect", b"\\nonexistent"}
_NAMED = 40  # folders that an error names


class Folder:
    """One folder of an IMAP account into which messages are put."""

    def __init__(self, mailbox: Mailbox, secret: Secret, limits: Limits, folder: str | None = None) -> None:
        """Connect, log in and find the folder: the one named, else the account's folder for drafts.

        Drafts are known by the server's mark \\Drafts (RFC 6154) or else by their folder's name. Raises
        MailboxError where the server cannot be reached or has no such folder, LoginError where it refuses.
        """
        self._connection = Connection(mailbox, secret, limits, None)
        try:
            self.name = self._found(folder, mailbox)
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close(politely=error is None)

    def holds(self, message_id: str) -> bool:
        """Tell whether a message with this Message-ID, one of our own making, is in the folder. Raises MailboxError."""
        if not _OWN_ID.fullmatch(message_id):  # what others made could end the command and begin another
            raise ValueError("not a Message-ID that intake makes")

        def search(client: Any) -> list[int]:
            client.select_folder(self.name, readonly=True)
            return list(client.search(["HEADER", "Message-ID", message_id]))

        try:
            return bool(self._connection.run(search))
        except FAULTS as error:
            raise self._connection.fault(f"folder {self.name!r} cannot be searched", error) from error

    def append(self, raw: bytes, when: datetime, flags: Sequence[bytes] = ()) -> None:
        """Put a message into the folder, with an aware time as its date. Raises MailboxError; it may be there then."""
        try:
            self._connection.run(lambda client: client.append(self.name, raw, flags, when), size=len(raw))
        except FAULTS as error:
            raise self._connection.fault(f"folder {self.name!r} takes no message", error) from error

    def _found(self, wanted: str | None, mailbox: Mailbox) -> str:
        try:
            listed = self._connection.run(lambda client: client.list_folders())
        except FAULTS as error:
            raise self._connection.fault("its folders cannot be listed", error) from error
        folders = {
            str(name): {flag.lower() for flag in flags}
            for flags, _, name in listed
            if not _UNUSABLE & {flag.lower() for flag in flags}
        }
        found = wanted if wanted in folders else None if wanted else _drafts(folders)
        if found is None or any(ord(char) < 32 for char in found):
            which = f"no folder {wanted!r}" if wanted else "no folder that is known to be for drafts"
            raise MailboxError(
                f"mailbox {mailbox.name}: {which}",
                hint=f"the mailbox has: {', '.join(map(repr, sorted(folders)[:_NAMED]))}"
                + ("" if wanted else "; name one with drafts_folder"),
            )
        return found


def _drafts(folders: dict[str, set[bytes]]) -> str | None:
    """The folder with the server's mark, else one that is called Drafts, alone or below INBOX."""
    marked = [name for name, flags in folders.items() if b"\\drafts" in flags]
    named = [name for name in folders if re.split(r"[./]", name)[-1].casefold() == "drafts"]
    return next(iter(sorted(marked, key=len) or sorted(named, key=len)), None)
