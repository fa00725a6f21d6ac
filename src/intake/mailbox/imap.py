"""The folders of an IMAP mailbox, read and never changed: EXAMINE and BODY.PEEK[] only (RFC 3501, RFC 9051).

No STORE is ever sent: Courier keeps what it is told even in a folder that was opened read-only.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from intake.config import Limits, Mailbox
from intake.errors import FolderError, MailboxError
from intake.mailbox import answers, sightings
from intake.mailbox.answers import Head
from intake.mailbox.client import Connection, Secret
from intake.mailbox.faults import FAULTS, TooLargeError, is_busy
from intake.model import Place, Sighting

WINDOW = 50_000  # UIDs in one SEARCH: ten digits and a space each stay far below imaplib's line of 1 MB
STRIKES = 12  # messages in a row that fail before the server is held to be at fault, not they
TIMEOUT_STRIKES = 4  # what one counts for that took its whole time to fail

_HEAD_BYTES = 100  # about what one message's size and date take
_GLIMPSE = ["RFC822.SIZE", "INTERNALDATE", "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID DATE)]"]
_GLIMPSE_BYTES = 400
_NAMED = 40  # folders that an error names


@dataclass(frozen=True, slots=True)
class FolderState:
    """What a folder said when it was opened (RFC 9051 section 2.3.1.1); `exists` counts its messages."""

    name: str
    uidvalidity: int
    uidnext: int
    exists: int


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What recognises a message without its text: `size` in bytes, and the header lines Message-ID and Date."""

    place: Place
    size: int
    internal_date: datetime | None
    header: bytes


def connect(
    mailbox: Mailbox, secret: Secret, limits: Limits, *, deadline_seconds: float | None = None
) -> ImapMailbox:
    """Connect to a mailbox and log in; use the result in a `with`.

    `secret` is the password, or a callable that gives a fresh one at each connection. `deadline_seconds`
    bounds the whole session, None leaves only the bounds on each command. Raises MailboxError where the server
    cannot be reached now, LoginError where it refuses the user, ConfigError where ca_file is no certificate.
    """
    return ImapMailbox(mailbox, secret, limits, deadline_seconds)


class ImapMailbox:
    """One IMAP account; after open() its methods mean that folder."""

    def __init__(
        self, mailbox: Mailbox, secret: Secret, limits: Limits, deadline_seconds: float | None = None
    ) -> None:
        """Connect at once; raises as connect() does."""
        self._mailbox = mailbox
        self._secret = secret
        self._limits = limits
        self._deadline = None if deadline_seconds is None else time.monotonic() + deadline_seconds
        self._connection = self._connect()
        self._folder: FolderState | None = None
        self._strikes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close(politely=error is None)

    def open(self, folder: str) -> FolderState:
        """Open a folder read-only. Raises MailboxError, which names the folders there are where it is not one."""
        self._folder = self._examine(folder)
        return self._folder

    @property
    def state(self) -> FolderState:
        """What the open folder said when it was opened."""
        return self._opened

    def uids(self, after: int) -> list[int]:
        """Return the UIDs greater than `after` in ascending order; asks the server only where there can be any.

        A wide range of UIDs is searched by position instead, as UIDs may be few and far between.
        Raises MailboxError.
        """
        folder = self._opened
        last = folder.uidnext - 1
        if folder.exists == 0 or after >= last:
            return []
        try:
            narrow = last - after <= WINDOW
            found = self._search("UID", f"{after + 1}:{last}") if narrow else self._by_position(after)
        except FAULTS as error:
            raise self._connection.fault(f"folder {folder.name!r} cannot be searched", error) from error
        return sorted({uid for uid in found if uid > after})

    def fetch(self, uids: Sequence[int]) -> Iterator[Sighting]:
        """Yield the messages with these UIDs, one sighting each and in their order, whatever becomes of them.

        A message that the server cannot give, or that is too large, is a sighting without `raw`. When a batch
        fails, its messages are asked for one at a time over new connections. Raises MailboxError when the
        server as a whole fails; what was yielded before stands.
        """
        for chunk in answers.chunks(uids):
            done = 0
            try:
                for sighting in self._read(chunk):
                    done += 1
                    yield sighting
                self._strikes = 0
            except FAULTS as error:
                self._recover(error)
                yield from self._one_by_one(chunk[done:])

    def glimpse(self, uids: Sequence[int]) -> Iterator[Glimpse]:
        """Yield what recognises messages that were seen before, as after a change of UIDVALIDITY, in their order.

        Those of a batch that fails are left out: fetch() says what is the matter with them. Raises MailboxError.
        """
        for chunk in answers.chunks(uids):
            try:
                found = self._items(chunk, _GLIMPSE, _GLIMPSE_BYTES * len(chunk))
            except FAULTS as error:
                self._recover(error)
                continue
            for uid in chunk:
                if uid in found and (lines := answers.header(found[uid])):
                    head = answers.head(found[uid])
                    yield Glimpse(self._place(uid), head.size, head.taken, lines)

    def _one_by_one(self, uids: Sequence[int]) -> Iterator[Sighting]:
        for uid in uids:
            try:
                yield from self._read([uid])
                self._strikes = 0
            except FAULTS as error:
                if self._connection.is_over or is_busy(error):
                    raise self._connection.fault("stopped", error) from error
                yield sightings.failed(self._place(uid), error, self._limits.message_bytes)
                self._strike(error)
                self._recover(error)

    def _read(self, uids: Sequence[int]) -> Iterator[Sighting]:
        heads = self._heads(uids)
        for batch in answers.batches(uids, heads):
            yield from self._load(batch, heads)

    def _load(self, uids: Sequence[int], heads: Mapping[int, Head]) -> list[Sighting]:
        """Fetch one batch. What the server leaves out is looked for, since it may leave out what is there."""
        most = self._limits.message_bytes
        wanted = [uid for uid in uids if uid in heads and heads[uid].size <= most]
        bodies = self._bodies(wanted, sum(heads[uid].size for uid in wanted))
        lacking = {uid for uid in uids if uid not in heads} | {uid for uid in wanted if uid not in bodies}
        there = self._still_there(lacking)
        found = []
        for uid in uids:
            place, head, raw = self._place(uid), heads.get(uid), bodies.get(uid)
            if uid in lacking:
                found.append(sightings.lacking(place, is_there=uid in there))
            elif raw is None or len(raw) > most:
                found.append(sightings.too_large(place, head, len(raw or b""), most))
            else:
                found.append(Sighting(place, raw, head.taken if head else None))
        return found

    def _heads(self, uids: Sequence[int]) -> dict[int, Head]:
        return self._connection.run(lambda client: client.heads(uids), size=_HEAD_BYTES * len(uids))

    def _bodies(self, uids: Sequence[int], size: int) -> dict[int, bytes]:
        found = self._items(uids, ["BODY.PEEK[]"], size) if uids else {}
        bodies = {uid: answers.body(items) for uid, items in found.items()}
        return {uid: raw for uid, raw in bodies.items() if raw is not None}

    def _items(self, uids: Sequence[int], items: list[str], size: int) -> dict[int, dict[bytes, Any]]:
        """Ask for items of messages by integer UIDs alone: the library fails on anything else after the download."""
        return self._connection.run(lambda client: dict(client.fetch(uids, items)), size=size)

    def _still_there(self, uids: Iterable[int]) -> set[int]:
        """Return those of the UIDs that the folder has; NOOP lets the server say first what was removed."""
        listed = ",".join(map(str, sorted(uids)))
        if not listed:
            return set()
        self._connection.run(lambda client: client.noop())
        return set(self._search("UID", listed))

    def _by_position(self, after: int) -> set[int]:
        """Search from the newest message down: those that move down when others are removed are seen twice at worst."""
        found: set[int] = set()
        low, high = self._opened.exists + 1, "*"
        while low > 1:
            low = max(1, low - WINDOW)
            some = self._search(f"{low}:{high}")
            found.update(some)
            if some and min(some) <= after:
                break
            high = str(low - 1)
        return found

    def _search(self, *criteria: str) -> list[int]:
        return list(self._connection.run(lambda client: client.search(list(criteria))))

    def _connect(self) -> Connection:
        return Connection(self._mailbox, self._secret, self._limits, self._deadline)

    def _examine(self, folder: str) -> FolderState:
        if any(ord(character) < 32 for character in folder):  # a line break would begin another command
            raise MailboxError(f"mailbox {self._mailbox.name}: {folder!r} is no folder's name")
        try:
            answer = self._connection.run(lambda client: client.select_folder(folder, readonly=True))
            return FolderState(
                name=folder,
                uidvalidity=int(answer[b"UIDVALIDITY"]),
                uidnext=int(answer.get(b"UIDNEXT") or self._uidnext(folder)),
                exists=int(answer.get(b"EXISTS", 0)),
            )
        except FAULTS as error:
            fault = self._connection.fault(f"folder {folder!r} cannot be opened", error)
            if _is_refusal(error) and (names := self._folders()):
                fault = FolderError(fault.message, hint=f"correct `folders`; the mailbox has: {names}")
            raise fault from error

    def _uidnext(self, folder: str) -> int:
        """Ask by STATUS: Courier leaves UIDNEXT out of what EXAMINE answers."""
        return int(self._connection.run(lambda client: client.folder_status(folder, ["UIDNEXT"]))[b"UIDNEXT"])

    def _folders(self) -> str:
        """Return the folders that can be read, '' where they cannot be told."""
        try:
            listed = self._connection.run(lambda client: client.list_folders())
            names = [
                name for flags, _, name in listed if not {b"\\noselect", b"\\nonexistent"} & _lower(flags)
            ]
        except FAULTS:
            return ""
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return ", ".join(repr(str(name)) for name in sorted(names)[:_NAMED]) + more

    def _recover(self, error: BaseException) -> None:
        """Connect anew to the same folder. Raises MailboxError where that cannot be, or would be of no use."""
        folder = self._opened
        if self._connection.is_over or is_busy(error):
            raise self._connection.fault("stopped", error) from error
        self._connection.close()
        self._connection = self._connect()
        self._folder = self._examine(folder.name)
        if self._folder.uidvalidity != folder.uidvalidity:
            raise MailboxError(
                f"{self._connection.name}: folder {folder.name!r} has been rebuilt during the run",
                hint="the next run recognises its messages",
            )

    def _strike(self, error: BaseException) -> None:
        if isinstance(error, TooLargeError):
            return
        self._strikes += TIMEOUT_STRIKES if isinstance(error, TimeoutError) else 1
        if self._strikes >= STRIKES:
            self._strikes = 0
            raise self._connection.fault(
                "stopped, as one message after another cannot be fetched", error
            ) from error

    @property
    def _opened(self) -> FolderState:
        if self._folder is None:
            raise ValueError("open a folder first")
        return self._folder

    def _place(self, uid: int) -> Place:
        return Place(self._mailbox.name, self._opened.name, self._opened.uidvalidity, uid)


def _lower(flags: Iterable[bytes]) -> set[bytes]:
    return {flag.lower() for flag in flags}


def _is_refusal(error: BaseException) -> bool:
    """Tell whether the server works and said no to just this."""
    return (
        isinstance(error, IMAPClientError)
        and not isinstance(error, IMAPClientAbortError)
        and not is_busy(error)
    )
