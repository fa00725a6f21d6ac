"""The connection to the database: how it is opened, how a transaction runs, and what SQLite's faults mean."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from intake.errors import StoreBusyError, StoreError
from intake.record import migrations

DATABASE = "intake.db"
BUSY_SECONDS = 30.0
RESTORE = (
    "nothing was changed. Move it and its -wal and -shm files aside, then put a backup in its place; without "
    "one, `intake import` the folder archive beside it, and the next poll fetches the rest"
)
_LARGEST = 2**63 - 1

Row = sqlite3.Row
Value = str | int | float | bytes | None


def scrub(value: Value) -> Value:
    """Make a value such that SQLite keeps it as it is: the one gate for all text.

    NUL (which ends text for SQLite's functions) and lone surrogates (which are no UTF-8) become U+FFFD, one
    character for one, so that offsets stand; whole numbers stay within 64 bits.
    """
    if isinstance(value, str):
        if "\0" in value:
            value = value.replace("\0", "\ufffd")
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            value = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
        return value
    if isinstance(value, int):
        return max(-_LARGEST, min(_LARGEST, value))
    return value


class Connected:
    """A database that is open; the parts of the Store stand on it."""

    def __init__(self, db: Database, path: Path, *, readonly: bool) -> None:
        """Made by `connect`."""
        self._db = db
        self.path = path
        self.readonly = readonly

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was not committed is gone."""
        self._db.close()

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[None]:
        """Hold a write transaction: all of it is kept, or nothing. Within another one, a part of that.

        `durable` waits until the disk has it, for what must not be done twice; else a power cut may undo the
        last transactions (never a part of one), and the next run does them again. Raises StoreError.
        """
        with faults(self.path):
            if self._db.conn.in_transaction:
                with self._db.atomic():
                    yield
                return
            self._db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._db.execute("BEGIN IMMEDIATE")  # a deferred one fails at its first write, without waiting
            try:
                yield
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several reads see the same state, whatever is written meanwhile."""
        if self._db.conn.in_transaction:
            yield
            return
        with faults(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.rollback()

    def _run(self, sql: str, *values: Value) -> int:
        """Execute one statement within a transaction; return the last row's id."""
        return int(self._db.conn.execute(sql, [scrub(value) for value in values]).lastrowid or 0)

    def _run_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        if rows:
            self._db.conn.executemany(sql, [[scrub(value) for value in row] for row in rows])

    def _rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows of a query; a half-read one would hold its snapshot and keep the log from being emptied."""
        with faults(self.path):
            return self._db.conn.execute(sql, [scrub(value) for value in values]).fetchall()

    def _row(self, sql: str, *values: Value) -> Row | None:
        rows = self._rows(sql, *values)
        return rows[0] if rows else None

    def _column(self, sql: str, *values: Value) -> list[str]:
        """The first column of all rows."""
        return [row[0] for row in self._rows(sql, *values)]

    def _numbers(self, sql: str, *values: Value) -> array[int]:
        """The first column of all rows, whole numbers, in eight bytes each: there may be millions."""
        with faults(self.path):
            return array(
                "q", (row[0] for row in self._db.conn.execute(sql, [scrub(value) for value in values]))
            )

    def _one(self, sql: str, *values: Value) -> Any:
        """The first column of the first row, None where there is none."""
        row = self._row(sql, *values)
        return row[0] if row is not None else None


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _described(path, error) from error


def _described(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusyError(
            f"{path}: another program has held the database for {BUSY_SECONDS:g} seconds",
            hint="the next run tries again; close what has it open",
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreError(f"{path}: is damaged ({error})", hint=RESTORE)
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"{path}: the disk is full", hint="make room; the next run goes on from here")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        hint = "it must be a file that this user owns, on a disk that can be written to"
        return StoreError(f"{path}: cannot be opened or written ({error})", hint=hint)
    return StoreError(f"{path}: {error}", hint="the next run tries again; if it stays so: `intake verify`")


def connect(directory: Path, *, readonly: bool) -> tuple[Database, Path]:
    """Open the database of a directory, made where it is not there, and bring its schema up to date.

    Raises StoreError where it is damaged, of a newer or (when read only) older program, or cannot be opened.
    """
    path = directory / DATABASE
    if readonly:
        return _reader(path), path
    _make(path)
    with faults(path):
        db = _prepared(sqlite3.connect(path, timeout=BUSY_SECONDS))
        _enable_wal(db)
        if migrations.check(db, str(path)):
            db.execute("BEGIN IMMEDIATE")
            try:
                migrations.migrate(db)
                db.commit()
            except BaseException:
                db.rollback()
                raise
    return db, path


def _enable_wal(db: Database) -> None:
    """Switch to the write-ahead log, which lasts; SQLite does not wait by itself where another one does so now."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return db.enable_wal()
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not is_busy or time.monotonic() > deadline:
                raise
        time.sleep(0.02)


def _make(path: Path) -> None:
    """Make the file readable by its owner only, before SQLite gives its permissions to -wal and -shm.

    A file that is there is not opened: closing it would drop the locks that this process holds on it (POSIX
    advisory locks; SQLite, "How To Corrupt An SQLite Database File", section 2.2).
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        hint = "store.directory must be on a disk that this user can write to"
        raise StoreError(f"{path}: cannot be opened for writing: {error.strerror}", hint=hint) from error


def _reader(path: Path) -> Database:
    if not path.is_file():
        raise StoreError(
            f"{path}: there is no database yet", hint="run `intake poll` or `intake import` first"
        )
    with faults(path):
        db = _prepared(_open_reader(path))
        if migrations.check(db, str(path)):
            raise StoreError(
                f"{path}: was written by an older version of intake",
                hint="the next `intake poll` or `intake reprocess` brings it up to date",
            )
    return db


def _open_reader(path: Path) -> sqlite3.Connection:
    """Open for reading; on a read-only disk too, where no other program can have unsaved pages."""
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def _prepared(connection: sqlite3.Connection) -> Database:
    connection.row_factory = sqlite3.Row
    db = Database(connection, strict=True, execute_plugins=False)
    for pragma in ("foreign_keys = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}")
    return db
