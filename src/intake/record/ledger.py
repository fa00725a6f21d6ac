"""The ledger: a row for every place at which a message was ever seen, and the sum that it must come to."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from intake.model import Kind, Place
from intake.record.connection import Value
from intake.record.forgetting import Forgotten
from intake.record.rows import Ledger, Outcome, Progress
from intake.record.times import maybe_text

_IN_FOLDER = "folder_id = (SELECT id FROM folder WHERE mailbox = ? AND name = ? AND uidvalidity = ?)"


@dataclass(frozen=True, slots=True)
class Seen:
    """A message at a place. `sent` is its Date header as written, `size` in bytes (see identity.Identity)."""

    place: Place
    sha256: str
    message_id: str | None
    sent: str | None
    internal_date: datetime | None
    size: int


class LedgerRows(Forgotten):
    """The part of the Store that keeps the ledger."""

    def progress(self, mailbox: str, folder: str, uidvalidity: int) -> Progress:
        """Where to go on in a folder: the highest UID with a row, and those whose fetch is to be tried again.

        Rows are to be written in ascending order of UIDs within a folder, as all below `highest` count as seen.
        """
        here = (mailbox, folder, uidvalidity)
        with self.snapshot():
            highest = self._one(f"SELECT max(uid) FROM sighting WHERE {_IN_FOLDER}", *here)
            retry = self._rows(
                f"SELECT uid FROM sighting WHERE {_IN_FOLDER} AND state = 'waiting' ORDER BY uid", *here
            )
            known = self._one(
                "SELECT known FROM folder WHERE mailbox = ? AND name = ? AND uidvalidity = ?", *here
            )
        return Progress(highest or 0, tuple(row["uid"] for row in retry), int(known or 0))

    def known_uids(self, mailbox: str, folder: str, uidvalidity: int) -> set[int]:
        """The UIDs of a folder that have a row, without those that are held to be gone."""
        sql = f"SELECT uid FROM sighting WHERE {_IN_FOLDER} AND state <> 'gone'"
        return {row["uid"] for row in self._rows(sql, mailbox, folder, uidvalidity)}

    def known_folder(self, mailbox: str, folder: str) -> int | None:
        """The UIDVALIDITY under which a folder was seen last, None where it never was."""
        sql = "SELECT uidvalidity FROM folder WHERE mailbox = ? AND name = ? ORDER BY id DESC LIMIT 1"
        found = self._one(sql, mailbox, folder)
        return None if found is None else int(found)

    def sight(
        self,
        place: Place,
        sha256: str,
        *,
        message_id: str | None,
        sent: str | None,
        internal_date: datetime | None,
        size: int,
    ) -> bool:
        """Note that a message stands at a place; True where the message was not known before."""
        return self.sight_many([Seen(place, sha256, message_id, sent, internal_date, size)])[0]

    def sight_many(self, seen: Iterable[Seen]) -> list[bool]:
        """Note several messages in one transaction; for each, True where it was not known before.

        Noting the same again changes nothing. A message that was erased on request is noted as such and
        counts as known: it must not be archived (see Store.is_forgotten).
        """
        with self.transaction():
            return [self._sight(one) for one in seen]

    def fetch_failed(self, place: Place, problem: str, *, gone: bool, limit: int) -> Outcome:
        """Count a failed attempt to fetch; at `limit` attempts, or where it is gone, it is not tried any more.

        A place whose message is kept already stays as it is; what was held to be gone and is listed again waits anew.
        """
        with self.transaction():
            folder = self._folder(place)
            row = self._row(
                "SELECT turn, state, attempts FROM sighting WHERE folder_id = ? AND uid = ? ORDER BY turn DESC",
                folder,
                place.uid,
            )
            if row is not None and row["state"] not in (Outcome.WAITING, Outcome.GONE):
                return Outcome(row["state"])
            attempts = (row["attempts"] if row else 0) + 1
            state = Outcome.GONE if gone else Outcome.SET_ASIDE if attempts >= limit else Outcome.WAITING
            self._run(
                "INSERT INTO sighting (folder_id, uid, turn, state, attempts, problem, run_id)"
                " VALUES (?, ?, 0, ?, ?, ?, ?) ON CONFLICT (folder_id, uid, turn) DO UPDATE SET"
                " state = excluded.state, attempts = excluded.attempts, problem = excluded.problem",
                folder,
                place.uid,
                state,
                attempts,
                problem,
                self.run_id,
            )
            return state

    def was_rebuilt(self, mailbox: str, folder: str, uidvalidity: int) -> bool:
        """Whether a folder was seen under another UIDVALIDITY than this one."""
        sql = "SELECT 1 FROM folder WHERE mailbox = ? AND name = ? AND uidvalidity <> ? LIMIT 1"
        return self._one(sql, mailbox, folder, uidvalidity) is not None

    def places_of(self, sha256: str) -> list[Place]:
        """Where a message was seen, the latest place first."""
        rows = self._rows(
            "SELECT f.mailbox, f.name, f.uidvalidity, s.uid FROM sighting s JOIN folder f ON f.id = s.folder_id"
            " JOIN message m ON m.id = s.message_id WHERE m.sha256 = ? ORDER BY f.id DESC, s.uid DESC",
            sha256,
        )
        return [Place(row["mailbox"], row["name"], row["uidvalidity"], row["uid"]) for row in rows]

    def recognise(
        self,
        mailbox: str,
        *,
        message_id: str | None,
        sent: str | None,
        size: int,
        internal_date: datetime | None = None,
    ) -> str | None:
        """Return the SHA-256 of the one message of a mailbox with this Message-ID, Date and size (bytes), or None.

        For a folder whose UIDVALIDITY has changed: what is recognised need not be fetched again. `internal_date`,
        where given, must be one that the mailbox told of it, so that what somebody sends again in other words is
        another message. Without a Message-ID, or where two messages fit, nothing is recognised, as fetching
        twice loses nothing.
        """
        if not message_id:
            return None
        rows = self._rows(
            "SELECT DISTINCT m.sha256 FROM message m JOIN sighting s ON s.message_id = m.id"
            " JOIN folder f ON f.id = s.folder_id"
            " WHERE m.message_id = ?1 AND m.size = ?2 AND m.date IS ?3 AND f.mailbox = ?4"
            " AND (?5 IS NULL OR s.internal_date = ?5) LIMIT 2",
            message_id,
            size,
            sent,
            mailbox,
            maybe_text(internal_date),
        )
        return str(rows[0]["sha256"]) if len(rows) == 1 else None

    def ledger(self) -> Ledger:
        """The sum over everything ever seen; its `unexplained` is 0."""
        with self.snapshot():
            places = {r[0]: r[1] for r in self._rows("SELECT state, count(*) FROM sighting GROUP BY state")}
            distinct = self._one(
                "SELECT count(DISTINCT message_id) FROM sighting WHERE message_id IS NOT NULL"
            )
            kinds = {
                (r[0], r[1]): r[2]
                for r in self._rows("SELECT state, kind, count(*) FROM message GROUP BY state, kind")
            }

        def of(state: str) -> int:
            return sum(count for (found, _), count in kinds.items() if found == state)

        return Ledger(
            sightings=sum(places.values()),
            applications=kinds.get(("done", Kind.APPLICATION), 0),
            follow_ups=kinds.get(("done", Kind.FOLLOW_UP), 0),
            questions=kinds.get(("done", Kind.QUESTION), 0),
            automatic=kinds.get(("done", Kind.AUTOMATIC), 0),
            other=kinds.get(("done", Kind.OTHER), 0),
            duplicates=places.get(Outcome.HELD, 0) - distinct,
            new=of("new"),
            failed=of("failed"),
            set_aside=of("set aside"),
            fetch_waiting=places.get(Outcome.WAITING, 0),
            fetch_set_aside=places.get(Outcome.SET_ASIDE, 0),
            gone=places.get(Outcome.GONE, 0),
            forgotten=places.get(Outcome.FORGOTTEN, 0),
        )

    def _sight(self, seen: Seen) -> bool:
        internal = maybe_text(seen.internal_date)
        if self.is_forgotten(seen.sha256, seen.message_id):
            folder = self._folder(self._nameless(seen.place))
            self._put(folder, seen.place.uid, Outcome.FORGOTTEN, None, internal)
            return False
        folder = self._folder(seen.place)
        known = self._row("SELECT id, received FROM message WHERE sha256 = ?", seen.sha256)
        if known is None:
            message = self._run(
                "INSERT INTO message (sha256, message_id, date, size, received, run_id) VALUES (?, ?, ?, ?, ?, ?)",
                seen.sha256,
                seen.message_id,
                seen.sent,
                seen.size,
                internal,
                self.run_id,
            )
        else:
            message = known["id"]
            if known["received"] is None and internal is not None:
                self._run("UPDATE message SET received = ? WHERE id = ?", internal, message)
        self._put(folder, seen.place.uid, Outcome.HELD, message, internal)
        return known is None

    def _nameless(self, place: Place) -> Place:
        """The place of an erased message: a local file of its own is not named, as its name may be a person's."""
        sql = "SELECT 1 FROM folder WHERE mailbox = ? AND name = ? AND uidvalidity = ?"
        if place.uidvalidity or self._one(sql, place.mailbox, place.folder, place.uidvalidity) is not None:
            return place
        return replace(place, folder=self._erased_name(place.folder))

    def _put(self, folder: int, uid: int, state: Outcome, message: int | None, internal: Value) -> None:
        """Write a sighting: in place of a failed fetch, beside another message that stood there before."""
        rows = self._rows(
            "SELECT turn, state, message_id FROM sighting WHERE folder_id = ? AND uid = ? ORDER BY turn",
            folder,
            uid,
        )
        for row in rows:
            if row["state"] == state and row["message_id"] == message:
                return
        failed = rows and rows[-1]["state"] not in (Outcome.HELD, Outcome.FORGOTTEN)
        self._run(
            "INSERT INTO sighting (folder_id, uid, turn, state, message_id, internal_date, run_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (folder_id, uid, turn) DO UPDATE SET"
            " state = excluded.state, message_id = excluded.message_id, problem = NULL,"
            " internal_date = excluded.internal_date, run_id = excluded.run_id",
            folder,
            uid,
            rows[-1]["turn"] if failed else len(rows),
            state,
            message,
            internal,
            self.run_id,
        )

    def _folder(self, place: Place) -> int:
        key = (place.mailbox, place.folder, place.uidvalidity)
        sql = "SELECT id FROM folder WHERE mailbox = ? AND name = ? AND uidvalidity = ?"
        found = self._one(sql, *key)
        if found is None:
            return self._run("INSERT INTO folder (mailbox, name, uidvalidity) VALUES (?, ?, ?)", *key)
        return int(found)
