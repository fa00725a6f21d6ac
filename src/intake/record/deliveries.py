"""Where mail came in, and the mails that tell of digests: what must be sent once and not twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intake.record.connection import Connected
from intake.record.times import text, time


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail that was sent, and the last row of the history that it told of."""

    at: datetime
    upto: int


class Deliveries(Connected):
    """The part of the Store that knows mailboxes by their mail and keeps the mails that were sent."""

    def mailbox_of(self, sha256: str) -> str | None:
        """The mailbox in which a message was seen first, None where it came from files only."""
        found = self._one(
            "SELECT f.mailbox FROM sighting s JOIN folder f ON f.id = s.folder_id JOIN message m ON m.id = s.message_id"
            " WHERE m.sha256 = ? AND f.uidvalidity > 0 ORDER BY f.id, s.uid LIMIT 1",
            sha256,
        )
        return None if found is None else str(found)

    def last_mail(self) -> Sent | None:
        """The mail that was sent last, None before the first."""
        row = self._row(
            "SELECT at, upto FROM delivery WHERE state = 'sent' ORDER BY upto DESC, id DESC LIMIT 1"
        )
        return Sent(time(row["at"]), row["upto"]) if row else None

    def mail_state(self, message_id: str) -> str | None:
        """`sent`; `intended`, where it may have been sent or not; None where it was never tried."""
        found = self._one("SELECT state FROM delivery WHERE message_id = ?", message_id)
        return None if found is None else str(found)

    def mail_intended(self, message_id: str, upto: int, when: datetime) -> None:
        """Note that a mail is about to be sent which tells of the history up to a row."""
        with self.transaction(durable=True):
            self._run(
                "INSERT INTO delivery (message_id, at, upto, state) VALUES (?, ?, ?, 'intended')"
                " ON CONFLICT (message_id) DO UPDATE SET at = excluded.at WHERE state = 'intended'",
                message_id,
                text(when),
                upto,
            )

    def mail_sent(self, message_id: str) -> None:
        """Note that a mail was taken by the server."""
        with self.transaction(durable=True):
            self._run("UPDATE delivery SET state = 'sent' WHERE message_id = ?", message_id)
