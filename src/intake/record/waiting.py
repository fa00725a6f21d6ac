"""Messages that are to be understood, as many as there may be: their rows are read when they are come to."""

from __future__ import annotations

# ruff: noqa: S608  what is put into statements is our own: numbers
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from intake.record.connection import Row
from intake.record.rows import Pending
from intake.record.times import maybe_time

_BATCH = 500  # messages that are read at once

Read = Callable[[str], list[Row]]  # all rows of a query


class Waiting(Sequence[Pending]):
    """Messages in a fixed order, eight bytes each; their rows are read in batches while one goes through them.

    One that was erased since is left out when its turn comes, though it still counts.
    """

    def __init__(self, read: Read, ids: array[int]) -> None:
        """`ids` are numbers of rows of the table message, in the order wanted."""
        self._read, self._ids = read, ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Pending]:
        for start in range(0, len(self._ids), _BATCH):
            yield from self._pending(self._ids[start : start + _BATCH])

    @overload
    def __getitem__(self, at: int) -> Pending: ...
    @overload
    def __getitem__(self, at: slice) -> Waiting: ...
    def __getitem__(self, at: int | slice) -> Pending | Waiting:
        if isinstance(at, slice):
            return Waiting(self._read, self._ids[at])
        return next(self._pending([self._ids[at]]))

    def _pending(self, ids: Sequence[int]) -> Iterator[Pending]:
        listed = ", ".join(map(str, ids))
        rows = self._read(f"SELECT id, sha256, received, attempts FROM message WHERE id IN ({listed})")
        found = {row["id"]: row for row in rows}
        for number in ids:
            if row := found.get(number):
                yield Pending(row["sha256"], maybe_time(row["received"]), row["attempts"])
