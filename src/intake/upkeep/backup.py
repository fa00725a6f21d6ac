"""Backups: database and archive, whole, while others write."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from intake.archive import Archive
from intake.config import Config
from intake.errors import InputError, LostError, StoreError
from intake.record import Store, lock
from intake.record.connection import DATABASE
from intake.record.lock import LOCK


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: messages, how many of them were copied now, how many were removed as erased since.

    `lost` are messages (SHA-256) that the archive itself does not have as they came.
    """

    messages: int
    copied: int
    removed: int
    lost: tuple[str, ...]


def backup(config: Config, path: Path) -> Backup:
    """Write database and archive to a folder, or bring the backup that is there up to date, while others write.

    First a whole copy of the database, then the raw mail that it knows: what comes in meanwhile is in the next
    backup. What was erased since the last one goes from the backup too. Raises InputError where the folder is no
    backup and not empty, StoreError, ArchiveError.
    """
    source = config.store.directory
    _check_place(path, source)
    with lock(path), Store.open(source, readonly=True) as store:
        store.backup(path / DATABASE)
        with Store.open(path, readonly=True) as copy:
            known = copy.hashes()
        own, theirs = Archive(source / "archive"), Archive(path / "archive")
        copied, lost = 0, []
        for sha256 in known:
            if _is_same_size(own.path(sha256), theirs.path(sha256)):
                continue
            try:
                theirs.keep(own.read(sha256))
                copied += 1
            except LostError:
                if not store.is_forgotten(sha256):
                    lost.append(sha256)
        removed = sum(theirs.remove(sha256) for sha256 in set(theirs) - set(known))
    return Backup(len(known), copied, removed, tuple(lost))


def _check_place(path: Path, source: Path) -> None:
    path, source = path.resolve(), source.resolve()
    if path == source or source in path.parents or path in source.parents:
        raise InputError(
            f"{path}: a backup must not lie in the store, nor around it", hint="name another folder"
        )
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
        names = {each.name for each in path.iterdir()} - {LOCK}
        if names and DATABASE not in names and not any(name.startswith(f"{DATABASE}.") for name in names):
            raise InputError(f"{path}: is no backup, and not empty", hint="name a new folder")
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be written: {error.strerror}", hint="name another folder"
        ) from error


def _is_same_size(one: Path, other: Path) -> bool:
    """Whether both are there and equally long: names are hashes, and `verify` reads what lies in a backup."""
    with suppress(OSError):
        return one.stat().st_size == other.stat().st_size
    return False
