"""The store: one SQLite database, put together from its parts, one file a reason to change.

ledger.py        what was seen where            messages.py      what was understood of each message
applications.py  which mails belong together    combining.py     what they say together
corrections.py   people's word                  history.py       runs, and what changed when
queries.py       what lists and pages read      search.py        full-text search
digests.py       digests and drafts             upkeep.py        backup and verify
deliveries.py    mails that tell of digests      waiting.py       what is to be understood, however much
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

from intake.record.connection import connect
from intake.record.corrections import Corrections
from intake.record.deliveries import Deliveries
from intake.record.digests import Digests
from intake.record.erasing import Erasing
from intake.record.upkeep import Upkeep


class Store(Upkeep, Erasing, Corrections, Digests, Deliveries):
    """The database of one installation; a context manager."""

    @classmethod
    def open(cls, directory: Path, *, readonly: bool = False) -> Self:
        """Open the database `intake.db` of a directory; for writing, it is made or migrated where need be.

        A run that writes much holds `lock` first. Raises StoreError where it is damaged, locked, on a read-only
        disk, of a newer version of this program, or (read only) not there yet.
        """
        db, path = connect(directory, readonly=readonly)
        return cls(db, path, readonly=readonly)
