"""Raw mail on disk: write-once files named by their SHA-256, durable before anything else happens to a message.

A file stands at `ab/cd/abcd....eml` below the archive's directory, holds the message's bytes as they came, and
is readable by its owner only. It is written beside its place and renamed, so that a name always means a whole
message, whenever the power went out.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from intake.errors import ArchiveError, LostError

TEMPORARY = "tmp"  # beside the folders 00 to ff, on the same file system
AT_ONCE = 4  # messages that wait for the disk together; more gained nothing on ext4
LEFTOVER_SECONDS = 3600.0  # writing one message takes seconds; what is older was left by a killed run

_MEND = "restore the file from the backup, or let `intake verify --mend` fetch the message again"
_HASH = re.compile(r"[0-9a-f]{64}")
_FOLDER = re.compile(r"[0-9a-f]{2}")
_HINTS = {
    errno.ENOSPC: "the disk is full: free some space; the next run fetches the message again",
    errno.EDQUOT: "the disk quota is used up: raise it; the next run fetches the message again",
    errno.EROFS: "the file system is read-only: mount it writable, or set store.directory to another place",
    errno.EACCES: "let the user that runs intake own the archive's directory",
    errno.EPERM: "let the user that runs intake own the archive's directory",
    errno.EIO: "the disk reports an error: look at the system's log, and restore from the backup where needed",
}


class Archive:
    """The archive in one directory; any number of processes may read and write it at once."""

    def __init__(self, directory: Path) -> None:
        """Open or create the archive, close it to other users, and remove what killed runs left half-written.

        Raises ArchiveError where the directory can neither be used nor be made.
        """
        self.directory = directory
        try:
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            if directory.stat().st_mode & 0o077:
                directory.chmod(0o700)
        except OSError as error:
            raise _fault(directory, "cannot be used as the archive", error) from error
        self._remove_leftovers()

    def keep(self, raw: bytes) -> str:
        """Store a message and return its SHA-256 in hexadecimal; when this returns, it survives a power cut.

        A message that is there already is left alone; a damaged copy of it is replaced. Raises ArchiveError.
        """
        sha256 = hashlib.sha256(raw).hexdigest()
        path = self.path(sha256)
        try:
            if not _holds(path, raw):
                self._write(path, raw)
            for folder in (path.parent, path.parent.parent, self.directory):
                _sync(folder)  # a run that was killed may have made them; nothing to write costs nothing
        except OSError as error:
            raise _fault(path, "cannot be written", error) from error
        return sha256

    def keep_all(self, raws: Sequence[bytes]) -> Iterator[str]:
        """Store messages and yield their SHA-256 in their order, each once it survives a power cut; see `keep`.

        Several wait for the disk at once: a journal writes what is asked for together in one go. Raises ArchiveError
        in the turn of the first that could not be kept; of those behind it, some may be kept.
        """
        if len(raws) < 2:
            yield from map(self.keep, raws)
            return
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="archive") as waiting:
            yield from waiting.map(self.keep, raws)

    def read(self, sha256: str) -> bytes:
        """Return a message's bytes. Raises LostError where the file is missing or damaged, ArchiveError where the
        disk does not give it.
        """
        path = self.path(sha256)
        try:
            raw = path.read_bytes()
        except FileNotFoundError as error:
            raise LostError(f"{path}: the message is not in the archive", hint=_MEND) from error
        except OSError as error:
            raise _fault(path, "cannot be read", error) from error
        if hashlib.sha256(raw).hexdigest() != sha256:
            raise LostError(
                f"{path}: the file is damaged ({len(raw)} bytes that do not have the hash in its name)",
                hint=_MEND,
            )
        return raw

    def path(self, sha256: str) -> Path:
        """Return where a message with that SHA-256 (64 hexadecimal digits in lower case) stands or would stand."""
        if not _HASH.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is not a SHA-256 in hexadecimal")
        return self.directory / sha256[:2] / sha256[2:4] / f"{sha256}.eml"

    def remove(self, sha256: str) -> bool:
        """Erase a message for good; False where it was not there. Raises ArchiveError."""
        path = self.path(sha256)
        try:
            path.unlink()
            _sync(path.parent)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise _fault(path, "cannot be removed", error) from error
        return True

    def hashes(self) -> Iterator[str]:
        """Yield the SHA-256 of every message that is kept, in ascending order; the files are not opened."""
        for first in _folders(self.directory):
            for second in _folders(first):
                names = sorted(path.stem for path in second.iterdir() if path.suffix == ".eml")
                prefix = first.name + second.name
                yield from (name for name in names if _HASH.fullmatch(name) and name.startswith(prefix))

    def __iter__(self) -> Iterator[str]:
        return self.hashes()

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and bool(_HASH.fullmatch(sha256)) and self.path(sha256).is_file()

    def sweep(self) -> None:
        """Remove what killed runs left half-written, however young; only for who holds the run lock."""
        self._remove_leftovers(0)

    def _write(self, path: Path, raw: bytes) -> None:
        """Write beside the archive's folders, then rename: RENAME is atomic within one file system (POSIX)."""
        temporary = self.directory / TEMPORARY / f"{path.stem[:16]}-{os.getpid()}-{secrets.token_hex(4)}"
        for folder in (temporary.parent, path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    def _remove_leftovers(self, age: float = LEFTOVER_SECONDS) -> None:
        """Remove old temporary files; what cannot be removed now costs space, nothing else."""
        oldest = time.time() - age
        with contextlib.suppress(OSError):
            for path in (self.directory / TEMPORARY).iterdir():
                with contextlib.suppress(OSError):
                    if not age or path.lstat().st_mtime < oldest:
                        path.unlink()


def _holds(path: Path, raw: bytes) -> bool:
    """Tell whether the file is there and whole: a disk may have lost what an earlier run wrote."""
    try:
        return path.read_bytes() == raw
    except FileNotFoundError:
        return False


def _folders(directory: Path) -> list[Path]:
    with contextlib.suppress(FileNotFoundError):
        return sorted(path for path in directory.iterdir() if _FOLDER.fullmatch(path.name) and path.is_dir())
    return []


def _sync(directory: Path) -> None:
    """Bring a directory's entries to the disk, as a rename is durable only then."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fault(path: Path, what: str, error: OSError) -> ArchiveError:
    hint = _HINTS.get(error.errno or 0, "look at the directory that store.directory names in intake.toml")
    return ArchiveError(f"{path}: {what}: {error.strerror or error}", hint=hint)
