"""Who may read what is kept: its owner and nobody else, looked at when a run begins."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path

from intake.errors import StoreError

KEPT = ("", "intake.db", "intake.db-wal", "intake.db-shm", "intake.lock", "forgotten.key", "archive")
OTHERS = stat.S_IRWXG | stat.S_IRWXO

log = logging.getLogger(__name__)


def close_to_others(directory: Path) -> None:
    """Take the rights of group and others from a store's directory and what lies in it, with a warning for each.

    What is not there yet is made with the right ones. Raises StoreError for what belongs to another user: its
    owner could read all that is written from now on.
    """
    for name in KEPT:
        path = directory / name
        try:
            found = path.stat()
            if found.st_uid not in (os.geteuid(), 0) and os.geteuid() != 0:
                raise StoreError(
                    f"{path}: belongs to another user (number {found.st_uid})",
                    hint="let the user that runs intake own the directory store.directory and all in it",
                )
            if found.st_mode & OTHERS:
                path.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS)
                log.warning(
                    "%s could be read by others (mode %04o); that is over", path, stat.S_IMODE(found.st_mode)
                )
        except FileNotFoundError:
            continue
        except OSError as error:
            raise StoreError(
                f"{path}: cannot be closed to other users: {error.strerror}",
                hint="let the user that runs intake own the directory store.directory and all in it",
            ) from error
