"""Where mail came in, and the mails that tell of digests: what must be sent once and not twice."""

from __future__ import annotations

from intake.record.connection import Connected


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
