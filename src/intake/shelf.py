"""Values put aside on disk, so that there may be more of them than memory holds: gone through as often as one likes."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar, cast

from intake.errors import DeliveryError

ValueT = TypeVar("ValueT")


class Shelf(Collection[ValueT], Generic[ValueT]):
    """Values in their order, in a file that has no name and ends with the program; eight bytes each in memory."""

    def __init__(self, directory: Path | None = None) -> None:
        """`directory` is on the disk that is written to, None where the system keeps temporary files.

        Raises DeliveryError where it cannot be written.
        """
        self.directory = directory
        self._at = array("Q")
        with _faults(directory):
            # closed with the last who uses it
            self._file = cast(BinaryIO, tempfile.TemporaryFile(dir=directory))  # noqa: SIM115

    @classmethod
    def of(cls, values: Iterable[ValueT], directory: Path | None = None) -> Shelf[ValueT]:
        """Put values aside; those that are aside already stay where they are."""
        if isinstance(values, Shelf):
            return values
        shelf = cls(directory)
        for value in values:
            shelf.add(value)
        return shelf

    def add(self, value: ValueT) -> None:
        """Put one more value behind the others. Raises DeliveryError where the disk takes no more."""
        with _faults(self.directory):
            self._at.append(self._file.seek(0, 2))
            pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)

    def pick(self, places: Iterable[int]) -> Shelf[ValueT]:
        """The values at these places, from 0, in this order; they are not written again."""
        picked = Shelf.__new__(type(self))
        picked.directory, picked._file = self.directory, self._file
        picked._at = array("Q", (self._at[place] for place in places))
        return picked

    def __len__(self) -> int:
        return len(self._at)

    def __iter__(self) -> Iterator[ValueT]:
        for at in self._at:
            self._file.seek(at)
            yield pickle.load(self._file)  # noqa: S301 - what this process has written

    def __contains__(self, value: object) -> bool:
        return any(value == one for one in self)


@contextmanager
def _faults(directory: Path | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        place = directory or tempfile.gettempdir()
        raise DeliveryError(
            f"{place}: cannot be written: {error.strerror}", hint="make room there, and run it again"
        ) from error
