"""What a run works with: settings, the programme, the open store, the clock; and what it says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from intake.archive import Archive
from intake.config import Config, Programme
from intake.errors import IntakeError
from intake.privacy import erasure
from intake.privacy.permissions import close_to_others
from intake.record import Store, lock

Clock = Callable[[], datetime]
Progress = Callable[[str, int, int], None]  # what is done, how many so far, of how many


def now() -> datetime:
    """The time in UTC: the one clock of the program."""
    return datetime.now(UTC)


def quiet(what: str, done: int, of: int) -> None:
    """Show no progress."""


@dataclass(slots=True)
class Summary:
    """What one run did: counts by name, and the faults of the world it met."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[IntakeError] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 fine, 1 some messages failed, else the first fault's own code."""
        if self.faults:
            return self.faults[0].exit_code
        return 1 if any(self.counts[name] for name in ("failed", "not fetched", "not listed")) else 0

    def line(self, what: str) -> str:
        """One line for people and cron: `poll: 12 new messages, 3 applications`."""
        said = [f"{count} {name}" for name, count in self.counts.items() if count]
        return f"{what}: {', '.join(said) or 'nothing new'}"


@dataclass(frozen=True, slots=True)
class Office:
    """What a run works with: settings, the programme, the open database and archive, the clock."""

    config: Config
    programme: Programme
    store: Store
    archive: Archive
    clock: Clock = now
    progress: Progress = quiet


@contextmanager
def open_office(
    config: Config, programme: Programme, *, clock: Clock = now, progress: Progress = quiet
) -> Iterator[Office]:
    """Take the run lock and open database and archive for writing. Raises StoreBusyError, StoreError, ArchiveError."""
    directory = config.store.directory
    close_to_others(directory)
    with lock(directory), Store.open(directory) as store:
        archive = Archive(directory / "archive")
        erasure.resume(directory, store, archive)
        yield Office(config, programme, store, archive, clock, progress)
