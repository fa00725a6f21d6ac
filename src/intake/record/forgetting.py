"""People who were erased: a keyed hash of each message and address is all that stays, so that nothing comes back."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from datetime import datetime
from functools import cached_property
from pathlib import Path

from intake.errors import StoreError
from intake.record.connection import Connected
from intake.record.times import text

KEY = "forgotten.key"
_ERASED = "erased:"  # begins the name of a local file that held only messages that were erased


class Forgotten(Connected):
    """The part of the Store that knows whom it must not know; erasing.py erases."""

    run_id: int | None = None  # of the run that writes, see Runs.begin_run

    def is_forgotten(self, sha256: str, message_id: str | None = None) -> bool:
        """Tell whether this message was erased on request: it must be neither archived nor processed."""
        if self._one("SELECT 1 FROM forgotten LIMIT 1") is None:
            return False
        hashes = [self._keyed("message", sha256)]
        if message_id:
            hashes.append(self._keyed("message-id", message_id))
        marks = ", ".join("?" * len(hashes))
        return self._one(f"SELECT 1 FROM forgotten WHERE hash IN ({marks})", *hashes) is not None

    def is_erased(self, email: str, arrived: datetime | None) -> bool:
        """Tell whether the person with this address was erased after mail of that time; later mail is welcome."""
        if not email or self._one("SELECT 1 FROM forgotten LIMIT 1") is None:
            return False
        at = self._one("SELECT at FROM forgotten WHERE hash = ?", self._keyed("address", email))
        return at is not None and (arrived is None or text(arrived) <= at)

    def _keyed(self, what: str, value: str) -> str:
        return hmac.new(
            self._key, f"{what}\n{value.strip().lower()}".encode("utf-8", "replace"), hashlib.sha256
        ).hexdigest()

    @cached_property
    def _key(self) -> bytes:
        """The key, made at the first use and readable by the owner only."""
        path = self.path.with_name(KEY)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return self._new_key(path)
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror}") from error

    def _new_key(self, path: Path) -> bytes:
        if self._one("SELECT 1 FROM forgotten LIMIT 1") is not None:
            hint = (
                "restore it from a backup; where it is lost for good, empty the table forgotten: "
                "mail of erased people that still lies in the mailbox then comes back"
            )
            raise StoreError(f"{path}: is not there, but people were erased with it", hint=hint)
        key = secrets.token_bytes(32)
        temporary = path.with_name(f"{KEY}.{os.getpid()}")
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(key)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError as error:
            raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
        return key

    def _drop(self, message: int, at: str) -> None:
        """Take a message out of the database within a transaction; its sightings stay, without it."""
        row = self._rows("SELECT sha256, message_id FROM message WHERE id = ?", message)[0]
        for what, value in (("message", row["sha256"]), ("message-id", row["message_id"])):
            if value:
                self._remember(what, value, at)
        self._run(
            "UPDATE sighting SET state = 'forgotten', message_id = NULL, problem = NULL WHERE message_id = ?",
            message,
        )
        self._run("DELETE FROM message WHERE id = ?", message)

    def _sweep(self) -> None:
        """Remove the texts that no message has any more."""
        self._run("DELETE FROM document WHERE id NOT IN (SELECT document_id FROM attachment)")

    def _rename_files(self) -> None:
        """Names of local files whose every message was erased may be the person's: hashes take their place."""
        rows = self._rows(
            "SELECT id, name FROM folder f WHERE uidvalidity = 0 AND name NOT LIKE ? AND NOT EXISTS"
            " (SELECT 1 FROM sighting s WHERE s.folder_id = f.id AND s.state <> 'forgotten')",
            f"{_ERASED}%",
        )
        for row in rows:
            self._run("UPDATE folder SET name = ? WHERE id = ?", self._erased_name(row["name"]), row["id"])

    def _erased_name(self, name: str) -> str:
        return _ERASED + self._keyed("file", name)

    def _remember(self, what: str, value: str, at: str) -> None:
        self._run(
            "INSERT INTO forgotten (hash, what, at) VALUES (?, ?, ?)"
            " ON CONFLICT (hash) DO UPDATE SET at = max(at, excluded.at)",
            self._keyed(what, value),
            what,
            at,
        )
