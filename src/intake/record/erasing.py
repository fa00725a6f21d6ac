"""Erasing people on request, and applications whose time is over: rows, texts, search index and free pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from intake.record.connection import Row, faults
from intake.record.digests import Digests
from intake.record.queries import Queries
from intake.record.rows import Erased
from intake.record.search import Search
from intake.record.times import text

# Mails of one person: their applications wholly, and what they sent that belongs to none. Who only passed
# somebody else's mail on is not that mail's person.
_OF_PERSON = (
    "SELECT m.id FROM message m WHERE m.application_id IN (SELECT application_id FROM message"
    " WHERE applicant_email = ?1 AND application_id IS NOT NULL UNION SELECT id FROM application WHERE email = ?1)"
    " OR m.applicant_email = ?1 OR (m.sender_email = ?1 AND m.applicant_email = '')"
)
_EXPIRED = (
    "SELECT m.id FROM message m LEFT JOIN application a ON a.id = m.application_id"
    " WHERE m.state = 'done' AND coalesce(a.updated, m.arrived) < ?"
)


class Erasing(Queries, Search, Digests):
    """The part of the Store that erases."""

    def unread(self) -> list[str]:
        """The messages (SHA-256) that were not understood: whose they are is not known here."""
        return self._column("SELECT sha256 FROM message WHERE state <> 'done' ORDER BY id")

    def person(self, address: str, also: Iterable[str] = ()) -> Erased:
        """What `forget` would erase of the person with this address; changes nothing."""
        with self.snapshot():
            return self._listed(self._theirs(address.strip().lower(), also), address)

    def forget(self, address: str, when: datetime, also: Iterable[str] = ()) -> Erased:
        """Erase a person: their mails, applications, corrections and drafts, in every table and every free page.

        Keyed hashes of the messages and of the person's addresses stay, so that neither the mailbox nor an
        import brings back what had come by then (see `is_forgotten`, `is_erased`). Mail that was never
        understood is not known to be theirs: what is, `also` names by SHA-256. Raises StoreError; what was erased
        stays erased. Afterwards `scour`.
        """
        address = address.strip().lower()
        with self.transaction(durable=True):
            ids = self._theirs(address, also)
            erased = self._listed(ids, address)
            theirs = "SELECT DISTINCT applicant_email FROM message WHERE application_id = ? AND applicant_email <> ''"
            known = {email for number in erased.applications for email in self._column(theirs, number)}
            for email in sorted({address, *known}):
                self._remember("address", email, text(when))
            self._erase(ids, erased.applications, text(when))
        return erased

    def expired(self, before: datetime) -> Erased:
        """What `purge` would erase: applications whose last mail came before a time, and other mail from before it."""
        with self.snapshot():
            return self._listed(self._ids(_EXPIRED, text(before)))

    def purge(self, before: datetime, when: datetime) -> Erased:
        """Erase what is `expired`; keyed hashes of the messages stay, and the people may apply again. Then `scour`."""
        with self.transaction(durable=True):
            ids = self._ids(_EXPIRED, text(before))
            erased = self._listed(ids)
            self._erase(ids, erased.applications, text(when))
        return erased

    def _theirs(self, address: str, also: Iterable[str]) -> list[int]:
        ids = set(self._ids(_OF_PERSON, address))
        for sha256 in also:
            ids |= set(self._ids("SELECT id FROM message WHERE sha256 = ?", sha256))
        return sorted(ids)

    def _ids(self, sql: str, value: str) -> list[int]:
        return [int(row["id"]) for row in self._rows(sql, value)]

    def _listed(self, ids: Iterable[int], address: str = "") -> Erased:
        rows: list[Row] = []
        for number in ids:
            rows += self._rows("SELECT sha256, application_id FROM message WHERE id = ?", number)
        messages = {str(row["sha256"]) for row in rows}
        applications = {int(row["application_id"]) for row in rows if row["application_id"] is not None}
        mentions = {hit.sha256 for hit in self.search(f'"{address}"', limit=200)} if address else set()
        paths = self._column("SELECT path FROM digest ORDER BY id DESC") if messages else []
        return Erased(
            tuple(sorted(applications)),
            tuple(sorted(messages)),
            tuple(dict.fromkeys(paths)),
            tuple(sorted(mentions - messages)),
            tuple(self.copies()) if messages else (),
        )

    def _erase(self, ids: Iterable[int], applications: Iterable[int], at: str) -> None:
        for number in ids:
            self._drop(number, at)
        for number in applications:
            self._run("DELETE FROM application WHERE id = ?", number)
        self._sweep()
        self._rename_files()

    def scour(self) -> bool:
        """Overwrite what deleting leaves behind: words in the search index, free pages, the write-ahead log.

        False where another program reads the database for so long that the log stays: do it again later.
        """
        with self.transaction():
            self._run("INSERT INTO document_fts (document_fts) VALUES ('rebuild')")
        with faults(self.path):
            self._db.vacuum()
            return bool(self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
