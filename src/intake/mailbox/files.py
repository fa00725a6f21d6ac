"""Mail in local files: single messages (.eml), mbox files, Maildirs, and folders of all these.

What a file is, its content says: exports name their files in every way.
"""

from __future__ import annotations

import logging
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Literal

from intake.config import Limits
from intake.errors import InputError
from intake.mailbox import mbox
from intake.model import Place, Sighting

MAILBOX = "files"  # how the ledger names what came from local files

_HEAD = 4096
_HEADER = re.compile(rb"[!-9;-~]{1,200}[ \t]{0,20}:")  # a header's first line (RFC 5322 section 2.2)
_MAILDIR = {"cur", "new"}
_MAILDIR_TIME = re.compile(r"(\d{9,10})\.")  # seconds since 1970, as the Maildir specification names files
_UNREAD_HINTS = {
    b"PK\x03\x04": "it is a zip archive: unpack it and name what is in it",
    b"\x1f\x8b": "it is compressed: unpack it first",
    b"BZh": "it is compressed: unpack it first",
    b"!BDN": "it is an Outlook archive (.pst): export it as mbox or .eml",
    b"\xd0\xcf\x11\xe0": "it may be an Outlook message (.msg): save it as .eml",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file with mail in it; `folder` is what the ledger calls it."""

    kind: Literal["message", "mbox", "maildir"]
    path: Path
    folder: str


def read(paths: Sequence[Path], *, message_bytes: int = Limits().message_bytes) -> Iterator[Sighting]:
    """Yield the messages of these files and folders (see model.Place), in the order of paths and names.

    A message's uid is its position in an mbox, from 1, and 1 in a file of its own. Messages of an mbox or a
    Maildir get the CRLF line ends of transport, those of .eml files stay as they are. One larger than
    `message_bytes`, or that cannot be read, is a sighting without `raw`. Raises InputError at once, before
    anything is read, where a path is no mail or holds none.
    """
    sources = _sources(paths)
    return (sighting for source in sources for sighting in _of_source(source, message_bytes))


def count(paths: Sequence[Path]) -> int:
    """Return how many sightings read() will yield; each mbox is scanned for it. Raises InputError as read() does."""
    return sum(_number(source) for source in _sources(paths))


def _sources(paths: Sequence[Path]) -> Iterator[_Source]:
    """What is in these paths, each looked at at once, but folders walked only as far as one goes through them."""
    return chain.from_iterable([_of_path(path) for path in paths])


def _of_path(given: Path) -> Iterable[_Source]:
    path = Path(os.path.abspath(given))  # noqa: PTH100  the name as it was given, not what a link points to
    try:
        mode = path.stat().st_mode
        if not stat.S_ISDIR(mode):
            source = _of_file(path, mode)
            if source is None:
                raise InputError(f"{given}: is neither an email nor an mbox file", hint=_hint(path))
            return [source]
    except OSError as error:
        raise InputError(f"{given}: cannot be read: {error.strerror}") from error
    found = _of_folder(path)
    first = next(found, None)
    if first is not None:
        return chain([first], found)
    if not _is_maildir(path):
        raise InputError(f"{given}: no file in this folder is an email or an mbox file")
    return ()


def _of_folder(top: Path) -> Iterator[_Source]:
    """Walk a folder, without following links to other folders, so that the walk ends."""
    for name, folders, names in os.walk(top):
        folder = Path(name)
        if set(folders) >= _MAILDIR:
            yield from _of_maildir(folder)
            folders[:] = [each for each in folders if each not in {*_MAILDIR, "tmp"}]
            names = []  # a server's own notes
        folders.sort()
        for each in sorted(names):
            if source := _of_file_within(folder / each):
                yield source


def _of_file_within(path: Path) -> _Source | None:
    if path.name.startswith("."):
        return None
    try:
        source = _of_file(path, path.stat().st_mode)
    except (
        FileNotFoundError
    ):  # since the folder was listed: it is told as gone, where its name says what it was
        return _Source("message", path, str(path)) if path.suffix.lower() == ".eml" else None
    except OSError as error:
        log.warning("%s: cannot be read: %s", path, error.strerror)
        return None
    if source is None:
        log.warning("%s: is neither an email nor an mbox file, not read", path)
    return source


def _of_file(path: Path, mode: int) -> _Source | None:
    """Tell what a file is; one that is no plain file (a pipe would block) is nothing."""
    if not stat.S_ISREG(mode):
        return None
    with path.open("rb") as file:
        head = file.read(_HEAD)
    suffix = path.suffix.lower()
    if head.startswith(b"From ") or (not head and suffix == ".mbox"):
        return _Source("mbox", path, str(path))
    if suffix == ".eml" or (b"\0" not in head and _HEADER.match(head)):
        return _Source("message", path, str(path))
    return None


def _is_maildir(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in _MAILDIR)


def _of_maildir(folder: Path) -> Iterator[_Source]:
    """Yield a Maildir's messages under the part of their names that does not change when they are read or moved."""
    for part in ("cur", "new"):
        with os.scandir(folder / part) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        for name in names:
            if (path := folder / part / name).is_file():
                yield _Source("maildir", path, str(folder / name.partition(":2,")[0]))


def _number(source: _Source) -> int:
    if source.kind != "mbox":
        return 1
    with source.path.open("rb") as file:
        return sum(1 for _ in mbox.slots(file))


def _of_source(source: _Source, most: int) -> Iterator[Sighting]:
    if source.kind == "mbox":
        yield from _of_mbox(source, most)
    else:
        yield _of_message(source, most)


def _of_mbox(source: _Source, most: int) -> Iterator[Sighting]:
    try:
        with source.path.open("rb") as scan, source.path.open("rb") as file:
            for position, slot in enumerate(mbox.slots(scan), 1):
                place = Place(MAILBOX, source.folder, 0, position)
                if slot.end - slot.start > most:
                    yield Sighting(place, None, slot.taken, _too_large(slot.end - slot.start, most))
                    continue
                file.seek(slot.start)
                raw = mbox.message(file.read(slot.end - slot.start))
                yield Sighting(place, raw, slot.taken)
    except OSError as error:
        raise InputError(f"{source.path}: cannot be read to its end: {error.strerror}") from error


def _of_message(source: _Source, most: int) -> Sighting:
    place = Place(MAILBOX, source.folder, 0, 1)
    try:
        with source.path.open("rb") as file:
            raw = file.read(most + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return Sighting(place, None, problem="is gone from the folder", gone=True)
    except OSError as error:
        return Sighting(place, None, problem=f"cannot be read: {error.strerror}")
    if not raw:
        return Sighting(place, None, problem="is an empty file")
    if len(raw) > most:
        return Sighting(place, None, problem=_too_large(size, most))
    if source.kind == "maildir":
        return Sighting(place, mbox.with_crlf(raw), _delivered(source.path.name))
    return Sighting(place, raw)


def _delivered(name: str) -> datetime | None:
    match = _MAILDIR_TIME.match(name)
    return datetime.fromtimestamp(int(match[1]), UTC) if match else None


def _too_large(size: int, most: int) -> str:
    return f"is larger than {most / 1e6:.1f} MB ({size / 1e6:.1f} MB)"


def _hint(path: Path) -> str:
    if not path.is_file():
        return "name a file or a folder"
    with path.open("rb") as file:
        head = file.read(8)
    return next(
        (hint for magic, hint in _UNREAD_HINTS.items() if head.startswith(magic)),
        "intake reads .eml files, mbox files, Maildirs, and folders of them",
    )
