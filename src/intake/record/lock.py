"""The lock that keeps two runs apart: flock(2) on a file, which the kernel releases however a run ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from intake.errors import StoreBusyError, StoreError

LOCK = "intake.lock"


@contextmanager
def lock(directory: Path) -> Iterator[None]:
    """Hold the lock of a store's directory, which is made where it is not there.

    Raises StoreBusyError at once where another run holds it, StoreError where the file cannot be made.
    """
    path = directory / LOCK
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be opened: {error.strerror}", hint="look at store.directory"
        ) from error
    try:
        _take(handle, path)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreBusyError(
            f"{path}: another run is at work ({_holder(handle)}); nothing was done",
            hint="the next run goes on from where that one ends",
        ) from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be locked: {error.strerror}") from error
    try:
        written = os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        os.ftruncate(
            handle, written
        )  # afterwards: a file that was emptied is waited for by some disks (ext4)
    except OSError:  # a full disk does not stop the lock from working, only from telling who holds it
        return


def _holder(handle: int) -> str:
    """Say who holds the lock and since when: the number in the file, and when that was written."""
    number = os.pread(handle, 32, 0).decode("ascii", "replace").partition("\n")[0]
    since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
    return f"process {number or 'unknown'}, since {since:%Y-%m-%d %H:%M:%S} UTC"
