"""Digests that were written, and drafts that were placed: what must happen once and not twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from intake.record import stored
from intake.record.connection import Connected, Row
from intake.record.rows import Copy, DigestRow, Draft
from intake.record.times import text, time


class Digests(Connected):
    """The part of the Store that keeps digests and drafts."""

    def last_digest(self) -> DigestRow | None:
        """The digest that was written last, None before the first."""
        row = self._row("SELECT * FROM digest ORDER BY id DESC LIMIT 1")
        return DigestRow(row["id"], time(row["at"]), row["path"], row["upto"]) if row else None

    def last_event(self, *, before: datetime | None = None) -> int:
        """The last row of the history, 0 where it is empty: what a digest made now tells of.

        `before` gives the last one ahead of all that was noted since then.
        """
        if before is not None:
            first = self._one("SELECT min(id) FROM history WHERE at >= ?", text(before))
            if first is not None:
                return int(first) - 1
        return int(self._one("SELECT max(id) FROM history") or 0)

    def digest_written(self, when: datetime, path: str, upto: int) -> None:
        """Note that a digest has been written which tells of the history up to a row; call it after writing."""
        with self.transaction(durable=True):
            self._run("INSERT INTO digest (at, path, upto) VALUES (?, ?, ?)", text(when), path, upto)

    def digest_withdrawn(self) -> None:
        """Take back that the last digest was written: the next one counts as new what that one did."""
        with self.transaction(durable=True):
            self._run("DELETE FROM digest WHERE id = (SELECT max(id) FROM digest)")

    def copy_written(self, path: str, what: str, sha256: str | None, when: datetime) -> None:
        """Note a file (or, without a hash, a folder of pages) outside of the store that tells of applicants."""
        with self.transaction(durable=True):
            self._run(
                "INSERT INTO copy (path, what, at, sha256) VALUES (?, ?, ?, ?) ON CONFLICT (path)"
                " DO UPDATE SET what = excluded.what, at = excluded.at, sha256 = excluded.sha256",
                path,
                what,
                text(when),
                sha256,
            )

    def copies(self) -> list[Copy]:
        """What was written outside of the store: exports, and digests in other places than the configured one."""
        rows = self._rows("SELECT * FROM copy ORDER BY path")
        return [Copy(row["path"], row["what"], time(row["at"]), row["sha256"]) for row in rows]

    def copy_removed(self, path: str) -> None:
        """Note that a copy is not there any more."""
        with self.transaction(durable=True):
            self._run("DELETE FROM copy WHERE path = ?", path)

    def draft_intended(
        self, application: int, items: Sequence[str], message_id: str, when: datetime
    ) -> Draft | None:
        """Note that a reply asking for these items is about to be placed; None where one was placed already.

        One that was intended and never noted as placed (the program was killed in between) is returned again
        with its own Message-ID, by which it can be looked for in the folder.
        """
        wanted = stored.dumps(list(items))
        with self.transaction(durable=True):
            sql = "SELECT * FROM draft WHERE application_id = ? AND items = ?"
            row = self._row(sql, application, wanted)
            if row is not None:
                return _draft(row) if row["state"] == "intended" else None
            self._run(
                "INSERT INTO draft (application_id, items, message_id, at, state) VALUES (?, ?, ?, ?, 'intended')",
                application,
                wanted,
                message_id,
                text(when),
            )
            return _draft(self._rows(sql, application, wanted)[0])

    def draft_placed(self, draft: int) -> None:
        """Note that a draft stands in the mailbox's folder."""
        self._set_state(draft, "placed")

    def draft_withdrawn(self, draft: int) -> None:
        """Note that a draft asks for nothing that is still missing."""
        self._set_state(draft, "withdrawn")

    def drafts(self, application: int | None = None) -> list[Draft]:
        """The drafts of one application or of all, the oldest first."""
        rows = self._rows(
            "SELECT * FROM draft WHERE ?1 IS NULL OR application_id = ?1 ORDER BY id", application
        )
        return [_draft(row) for row in rows]

    def _set_state(self, draft: int, state: str) -> None:
        with self.transaction(durable=True):
            self._run("UPDATE draft SET state = ? WHERE id = ?", state, draft)


def _draft(row: Row) -> Draft:
    items = tuple(stored.loads(row["items"]))
    return Draft(row["id"], row["application_id"], items, row["message_id"], time(row["at"]), row["state"])
