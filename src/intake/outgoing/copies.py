"""Files that leave the store and tell of applicants: noted, so that erasing somebody finds them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from intake.config import Config
from intake.record import Store
from intake.run import now


def note_copy(config: Config, path: Path, what: str) -> None:
    """Note a file, or a folder of pages, that was just written. Raises StoreError.

    `what` is `export` or `digest`. A file is told later by its hash: one that somebody has changed is not removed.
    """
    place = path.resolve()
    sha256 = _hashed(place) if place.is_file() else None
    with Store.open(config.store.directory) as store:
        store.copy_written(str(place), what, sha256, now())


def _hashed(path: Path) -> str:
    with path.open("rb") as file:  # piece by piece: an export of a large mailbox is large
        return hashlib.file_digest(file, "sha256").hexdigest()
