"""Erasing people, and applications whose time is over: database, raw mail, pages and exports.

What is to go is written down first (hashes and paths, in `erasing.json` beside the database) and crossed out
when all of it is gone, so that a run which is killed in between is finished by the next.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intake.archive import Archive
from intake.errors import DeliveryError, LostError, StoreError
from intake.record import Store
from intake.record.rows import Copy, Erased

JOURNAL = "erasing.json"
PAGES = (
    "index.html",
    "digest.txt",
    "digest.json",
    "applications",
    "files",
    "pictures",
)  # of a digest's folder
HEAD_BYTES = 65_536

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Removed:
    """What was done outside of the database; `left` are exports that somebody has changed since they were written."""

    files: int
    pages: tuple[str, ...]
    copies: tuple[str, ...]
    left: tuple[str, ...]


def told(store: Store, archive: Archive, address: str) -> Erased:
    """What `forget` would erase; changes nothing."""
    return store.person(address, unread_from(store, archive, address))


def forget(
    store: Store, archive: Archive, pages: Path, address: str, when: datetime
) -> tuple[Erased, Removed]:
    """Erase the person with this address everywhere; `pages` is where the digest is written now.

    The caller holds the run lock. Raises StoreError, ArchiveError, DeliveryError; the next run finishes it then.
    """
    also = unread_from(store, archive, address)
    found = store.person(address, also)
    return _erase(store, archive, pages, found, lambda: store.forget(address, when, also))


def purge(
    store: Store, archive: Archive, pages: Path, before: datetime, when: datetime
) -> tuple[Erased, Removed]:
    """Erase applications whose last mail came before a time, and other mail from before it; as `forget` does."""
    return _erase(store, archive, pages, store.expired(before), lambda: store.purge(before, when))


def unread_from(store: Store, archive: Archive, address: str) -> list[str]:
    """The messages (SHA-256) that were not understood and whose header names the address as the sender's."""
    found = []
    for sha256 in store.unread():
        with contextlib.suppress(LostError):
            if sent_by(archive.read(sha256), address):
                found.append(sha256)
    return found


def sent_by(raw: bytes, address: str) -> bool:
    """Whether From, Sender or Reply-To of a message (RFC 5322 section 3.6.2) hold this address, as it is written."""
    head = re.split(rb"\r?\n\r?\n", raw[:HEAD_BYTES], maxsplit=1)[0]
    unfolded = re.sub(rb"\r?\n(?=[ \t])", b"", head)
    sought = address.strip().lower().encode("utf-8", "replace")
    edge = rb"(?<![\w.+-])" + re.escape(sought) + rb"(?![\w-]|\.\w)"
    lines = re.findall(rb"(?im)^(?:from|sender|reply-to)[ \t]*:([^\r\n]*)", unfolded)
    return any(re.search(edge, line.lower()) for line in lines)


def resume(directory: Path, store: Store, archive: Archive) -> Removed | None:
    """Finish what a run that was killed while it erased has left; None where there is nothing to finish."""
    try:
        noted = json.loads((directory / JOURNAL).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        log.warning("%s cannot be read: `intake verify --mend` looks for what is left", directory / JOURNAL)
        return None
    gone = [sha256 for sha256 in noted["messages"] if store.is_forgotten(sha256)]
    paths = {each["path"]: each["sha256"] for each in noted["copies"]} if gone else {}
    copies = [copy for copy in store.copies() if copy.path in paths]
    try:
        return _clear(directory, store, archive, gone, noted["pages"] if gone else [], copies)
    except (StoreError, DeliveryError) as error:  # mail is taken in all the same
        log.warning("erasing is not finished: %s", error)
        return None


def _erase(
    store: Store, archive: Archive, pages: Path, found: Erased, commit: Callable[[], Erased]
) -> tuple[Erased, Removed]:
    directory = store.path.parent
    known = {str(Path(path).parent) for path in found.digests}
    folders = sorted(known | {str(pages)}) if found.messages else []
    _write_down(directory, found, folders)
    erased = commit()
    return erased, _clear(directory, store, archive, erased.messages, folders, erased.copies)


def _write_down(directory: Path, found: Erased, folders: list[str]) -> None:
    copies = [{"path": copy.path, "sha256": copy.sha256} for copy in found.copies]
    text = json.dumps({"messages": found.messages, "pages": folders, "copies": copies})
    temporary = directory / f"{JOURNAL}.part"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(directory / JOURNAL)
    except OSError as error:
        raise StoreError(
            f"{temporary}: cannot be written: {error.strerror}", hint="nothing was erased"
        ) from error


def _clear(
    directory: Path,
    store: Store,
    archive: Archive,
    messages: Iterable[str],
    folders: Iterable[str],
    copies: Iterable[Copy],
) -> Removed:
    """Remove files, pages and copies of what the database does not know any more, then cross it out."""
    files = sum(archive.remove(sha256) for sha256 in messages)
    archive.sweep()
    pages = tuple(folder for folder in folders if _remove_pages(Path(folder)))
    removed: list[str] = []
    left: list[str] = []
    for copy in copies:
        (removed if _remove_copy(copy) else left).append(copy.path)
        store.copy_removed(copy.path)
    if not store.scour():
        raise StoreError(
            f"{store.path}: another program reads the database, so that free space still holds what was erased",
            hint="close it and run any command that writes, such as `intake poll`: it finishes the erasing",
        )
    (directory / JOURNAL).unlink(missing_ok=True)
    return Removed(files, pages, tuple(removed), tuple(left))


def _remove_copy(copy: Copy) -> bool:
    """Remove an export, or a digest in another place; False where somebody has changed the file since."""
    path = Path(copy.path)
    if copy.sha256 is None:
        _remove_pages(path)
        return True
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != copy.sha256:
            return False
        path.unlink()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise DeliveryError(f"{path}: cannot be removed: {error.strerror}", hint=_AGAIN) from error
    return True


def _remove_pages(folder: Path) -> bool:
    """Remove a digest's pages, and what a killed or running digest has half-written; True where there were any."""
    found = False
    try:
        half = [
            *folder.parent.glob(f".{folder.name}.new-*"),
            *folder.glob(".index.html.*"),
            *folder.glob(".digest.*"),
        ]
        for path in [*half, *(folder / name for name in PAGES)]:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.exists() or path.is_symlink():
                path.unlink()
            else:
                continue
            found = True
    except FileNotFoundError:  # a running digest has just put it in place: look again
        return _remove_pages(folder)
    except OSError as error:
        raise DeliveryError(f"{error.filename}: cannot be removed: {error.strerror}", hint=_AGAIN) from error
    return found


_AGAIN = "the person is erased from the database; remove the rest by hand, or run the same command again"
