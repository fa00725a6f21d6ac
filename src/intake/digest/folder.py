"""The digest's folder: written beside its place and put there whole, so that a reader never sees half a digest.

Where the kernel can, the new folder and the old one change names in one step (Linux, renameat2 with
RENAME_EXCHANGE); elsewhere the old one is moved away first. Files are readable by their owner only.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from intake.errors import DeliveryError

PARTS = ("index.html", "digest.txt", "digest.json", "applications", "files", "pictures")
_FOLDERS = ("applications", "files", "pictures")
_KEPT_BYTES = 64 * 1024  # of a small file of somebody else's that moves along: .htaccess, .DS_Store
_LEFTOVER_SECONDS = 24 * 3600.0
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # renameat2(2)


class Folder:
    """A digest that is being written; `before` is the one that it will replace, None where there is none."""

    def __init__(self, path: Path, before: Path | None) -> None:
        """`path` is where its files are written until it is put in place."""
        self.path, self.before = path, before

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file."""
        raw = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        self.write_pieces(name, [raw])

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write one file piece by piece, readable by its owner only."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        with os.fdopen(os.open(self.path / name, flags, 0o600), "wb") as file:
            for piece in pieces:
                file.write(piece)

    def hash_before(self, name: str) -> str | None:
        """The SHA-256 of a file of the digest before, in hexadecimal; None where it has none of this name."""
        if self.before is None:
            return None
        with contextlib.suppress(OSError), (self.before / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
        return None

    def keep(self, name: str) -> bool:
        """Take over a file of the digest before, without reading it; False where it has none of this name."""
        if self.before is None:
            return False
        old, new = self.before / name, self.path / name
        if old.is_symlink() or not old.is_file():
            return False
        try:
            os.link(old, new)
        except OSError:  # a file system without links
            shutil.copyfile(old, new)
        new.chmod(0o600)
        return True


@contextlib.contextmanager
def fresh_folder(place: Path) -> Iterator[Folder]:
    """Write a digest's files into the folder that is given, then put it in place of the one that is there.

    Where the block fails, the old one stays. What stands there and is no digest is never removed. Raises
    DeliveryError where the disk refuses, or where the place holds something that no digest wrote.
    """
    temporary: Path | None = None
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_leftovers(place)
        foreign = _foreign(place)
        temporary = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
        for name in _FOLDERS:
            (temporary / name).mkdir(mode=0o700)
        yield Folder(temporary, place if place.is_dir() else None)
        for name in foreign:
            shutil.copy2(place / name, temporary / name)
        _sync(temporary)
        _put(temporary, place)
    except OSError as error:
        raise DeliveryError(
            f"{error.filename or place}: cannot be written: {error.strerror}",
            hint="the digest before stands as it was; the next one tells of the same again",
        ) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".{place.name}.new-"


def _foreign(place: Path) -> list[str]:
    """The small files in the place that no digest wrote and that move along. Raises DeliveryError for others."""
    if not place.exists():
        return []
    if not place.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    names = sorted(entry.name for entry in place.iterdir() if entry.name not in PARTS)
    for name in names:
        path = place / name
        is_small = path.is_file() and not path.is_symlink() and path.stat().st_size <= _KEPT_BYTES
        if not is_small or not (name.startswith(".") or name in ("Thumbs.db", "desktop.ini")):
            raise DeliveryError(
                f"{place}: holds {name}, which no digest wrote",
                hint="let digest.directory name a folder that holds nothing else",
            )
    return names


def _put(new: Path, place: Path) -> None:
    """Put the new folder in its place; what stood there stands under the new one's name afterwards."""
    if not place.exists():
        new.rename(place)
    elif not _exchange(new, place):
        old = new.with_name(f"{new.name}-old")
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
        old.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system or the file system has no such step."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)


def _sync(folder: Path) -> None:
    """Bring the whole file system to the disk at once, which costs less than doing it for each of many files."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        ctypes.CDLL(None).syncfs(handle)
    except (OSError, AttributeError):
        os.sync()
    finally:
        os.close(handle)


def _remove_leftovers(place: Path) -> None:
    """Remove what a killed run left half-written more than a day ago."""
    oldest = time.time() - _LEFTOVER_SECONDS
    for path in place.parent.glob(f"{_prefix(place)}*"):
        with contextlib.suppress(OSError):
            if path.is_dir() and not path.is_symlink() and path.stat().st_mtime < oldest:
                shutil.rmtree(path, ignore_errors=True)
