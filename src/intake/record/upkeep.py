"""Backups of the database, and the check that it agrees with itself and with the archive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from intake.errors import StoreBusyError, StoreError
from intake.record.connection import faults
from intake.record.forgetting import KEY
from intake.record.ledger import LedgerRows
from intake.record.queries import Queries
from intake.record.rows import Fault


class Upkeep(Queries, LedgerRows):
    """The part of the Store that looks after it."""

    def backup(self, path: Path) -> None:
        """Write a whole, consistent copy of the database to a new file, while others write to it.

        The copy takes its place only when it is complete and on the disk; the key by which erased people are
        known is copied beside it. Raises StoreError.
        """
        temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            temporary.unlink(missing_ok=True)
            os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
            with faults(temporary):
                self._db.execute("VACUUM INTO ?", [str(temporary)])
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
            if (key := self.path.with_name(KEY)).exists():
                shutil.copyfile(key, path.with_name(KEY))
                path.with_name(KEY).chmod(0o600)
        except OSError as error:
            raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
        finally:
            temporary.unlink(missing_ok=True)

    def hashes(self) -> list[str]:
        """The SHA-256 of every message that is known, in the order in which they came to be known."""
        return self._column("SELECT sha256 FROM message ORDER BY id")

    def try_again(self, messages: Iterable[str]) -> None:
        """Let messages that could not be understood be tried anew, as if they had just come."""
        with self.transaction():
            self._run_many(
                "UPDATE message SET state = 'new', attempts = 0 WHERE sha256 = ? AND state IN ('failed', 'set aside')",
                [(sha256,) for sha256 in messages],
            )

    def verify(self, archived: Iterable[str] | None = None, *, mend: bool = False) -> list[Fault]:
        """Check the database's own structure, its ledger, what is derived, and (where given) the archive's hashes.

        With `mend` what is derived is worked out anew: the search index, and what applications say. Nothing that
        was once known is removed. Empty where all is well.
        """
        if broken := self._structure():
            return broken  # nothing more can be said of a damaged database
        return [
            *self._sum(),
            *self._index(mend=mend),
            *self._derived(mend=mend),
            *(self._against(archived) if archived is not None else ()),
        ]

    def _structure(self) -> list[Fault]:
        try:
            said = self._column("PRAGMA integrity_check")
        except StoreBusyError:
            raise
        except StoreError as error:
            said = [error.message]
        broken = [Fault("the database is damaged", line) for line in said if line != "ok"]
        if broken:
            return broken
        orphans = self._rows("PRAGMA foreign_key_check")
        return [
            Fault("a row refers to one that is not there", f"table {row[0]}, row {row[1]}") for row in orphans
        ]

    def _sum(self) -> list[Fault]:
        faults_found = []
        if (count := self.ledger().unexplained) != 0:
            faults_found.append(Fault("the ledger does not balance", f"{count} sightings are unexplained"))
        lost = self._column(
            "SELECT sha256 FROM message m WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.message_id = m.id)"
        )
        bare = self._column(
            "SELECT sha256 FROM message m WHERE state = 'done'"
            " AND NOT EXISTS (SELECT 1 FROM record r WHERE r.message_id = m.id)"
        )
        faults_found += [Fault("a message was never seen anywhere", sha256) for sha256 in lost]
        return faults_found + [Fault("a message is done, but has no record", sha256) for sha256 in bare]

    def _index(self, *, mend: bool) -> list[Fault]:
        try:
            with self.transaction():
                self._run("INSERT INTO document_fts (document_fts, rank) VALUES ('integrity-check', 1)")
        except StoreError:
            if mend:
                with self.transaction():
                    self._run("INSERT INTO document_fts (document_fts) VALUES ('rebuild')")
            return [Fault("the search index does not agree with the texts", "document_fts", mended=mend)]
        return []

    def _derived(self, *, mend: bool) -> list[Fault]:
        """Work every application out anew, and keep that only where it is to be mended."""
        found = []
        for number in [int(n) for n in self._column("SELECT id FROM application ORDER BY id")]:
            try:
                with self.transaction():
                    before = self._line(number)
                    self._at = str(before[0]["updated"])
                    self._recombine(number, {})
                    if self._line(number) == before:
                        continue
                    found.append(
                        Fault("an application does not say what its mails say", str(number), mended=mend)
                    )
                    if not mend:
                        raise _UnwantedError
            except _UnwantedError:
                continue
        return found

    def _line(self, application: int) -> list[dict[str, object]]:
        rows = self._rows("SELECT * FROM application WHERE id = ?", application)
        rows += self._rows("SELECT * FROM item WHERE application_id = ? ORDER BY position", application)
        return [dict(row) for row in rows]

    def _against(self, archived: Iterable[str]) -> list[Fault]:
        there = set(archived)
        known = set(self._column("SELECT sha256 FROM message"))
        return [
            *(Fault("a message is not in the archive", sha256) for sha256 in sorted(known - there)),
            *(Fault("a file of the archive is in no ledger", sha256) for sha256 in sorted(there - known)),
        ]


class _UnwantedError(Exception):
    """Takes back what was only worked out to be compared."""
