"""Disks and databases that fail while a whole run is at work, and clocks that go back."""

from __future__ import annotations

import random
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from intake.config import load_programme
from intake.errors import StoreBusyError
from intake.record import connection
from intake.run import Summary, import_files, open_office, understand
from support import processes
from support.installation import Installation
from support.trials import Tally, Trial, can_mount, fresh, installed, small, small_disk

MESSAGES = 24
ROOM = 64 * 2**20
FILES = "mails"


def _place(directory: Path, name: str) -> tuple[Installation, list[Path]]:
    """An installation, and mails of 25 to 75 kB as files."""
    place = installed(fresh(directory, name))
    (place.directory / FILES).mkdir()
    paths = []
    for number in range(MESSAGES):
        path = place.directory / FILES / f"{number:03}.eml"
        path.write_bytes(small(number, 25_000 + 2000 * number))
        paths.append(path)
    return place, paths


def full_disks(tries: int, moments: random.Random, directory: Path) -> Tally:
    """The disk fills at random points: while archiving, and while recording; then there is room again."""
    tally = Tally()
    if not can_mount():
        tally.seen = "not tried: only root can make a small disk"
        return tally
    points: set[str] = set()
    for number in range(tries):
        place, _ = _place(directory, f"full {number}")
        store = place.config.store.directory
        with small_disk(store, moments.randrange(400_000, 3_000_000)) as resize:
            done = place.command("import", str(place.directory / FILES))
            if done.returncode == 0:
                points.add("it was large enough")
            else:
                tally.expect(done.returncode == 74, f"ended with {done.returncode}")
                tally.expect("disk is full" in done.stderr, f"said {done.stderr!r}")
                points.add("archive" if "/archive/" in done.stderr else "database")
            resize(ROOM, "rw")
            again = place.command("import", str(place.directory / FILES))
            tally.expect(again.returncode == 0, f"with room again: {again.stderr!r}")
            tally.count(place, MESSAGES, sightings=MESSAGES)
        tally.tries += 1
    tally.seen = f'74, "the disk is full" ({", ".join(sorted(points))}); the next run goes on'
    return tally


def readonly_disks(tries: int, moments: random.Random, directory: Path) -> Tally:
    """The disk is read-only before a run, and readable all the same."""
    tally = Tally()
    if not can_mount():
        tally.seen = "not tried: only root can make a small disk"
        return tally
    for number in range(tries):
        place, paths = _place(directory, f"readonly {number}")
        with small_disk(place.config.store.directory, ROOM) as resize:
            place.command("import", *map(str, paths[:10]))
            resize(ROOM, "ro")
            done = place.command("import", str(place.directory / FILES))
            tally.expect(done.returncode == 74, f"ended with {done.returncode}: {done.stderr!r}")
            tally.expect("ead-only" in done.stderr, f"said {done.stderr!r}")
            listed = place.command("list")
            tally.expect(len(listed.stdout.splitlines()) == 10, f"cannot be read: {listed.stderr!r}")
            resize(ROOM, "rw")
            place.command("import", str(place.directory / FILES))
            tally.count(place, MESSAGES, sightings=MESSAGES)
        tally.tries += 1
    tally.seen = "74, nothing changed; lists can be read"
    return tally


def locked_databases(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Another program holds the database in a write transaction for longer than a run waits."""
    tally = Tally()
    patience, connection.BUSY_SECONDS = connection.BUSY_SECONDS, 0.2
    try:
        for number in range(tries):
            place, paths = _place(directory, f"locked {number}")
            with place.office() as office:
                import_files(office, paths[:5])
            other = sqlite3.connect(place.config.store.directory / "intake.db", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            try:
                with place.office() as office:
                    import_files(office, paths)
                tally.wrong.append("wrote in spite of the lock")
            except StoreBusyError as error:
                tally.expect("has held the database" in str(error), f"said {error}")
            other.execute("ROLLBACK")
            other.close()
            with place.office() as office:
                import_files(office, paths)
            tally.count(place, MESSAGES, sightings=MESSAGES)
            tally.tries += 1
    finally:
        connection.BUSY_SECONDS = patience
    tally.seen = "75 after 30 s (0.2 s here), nothing done"
    return tally


def damaged_databases(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Pages of the database are overwritten after a backup; the backup is put in its place, as the message says."""
    tally = Tally()
    found = 0
    for number in range(tries):
        place, paths = _place(directory, f"damaged {number}")
        place.command("import", *map(str, paths[:16]))
        backup = place.directory / "backup"
        tally.expect(place.command("backup", str(backup)).returncode == 0, "no backup")
        place.command("import", *map(str, paths[16:20]))
        store = place.config.store.directory
        _garble(store / "intake.db", moments)
        done = place.command("verify")
        tally.expect(done.returncode in (1, 74), f"verify ended with {done.returncode}: {done.stdout}")
        found += done.returncode == 74 and "put a backup in its place" in done.stderr
        for name in ("intake.db", "intake.db-wal", "intake.db-shm"):
            (store / name).unlink(missing_ok=True)
        shutil.copyfile(backup / "intake.db", store / "intake.db")
        mended = place.command("verify", "--mend")
        tally.expect(mended.returncode == 0, f"mending ended with {mended.returncode}: {mended.stdout}")
        place.command("import", str(place.directory / FILES))
        tally.count(place, MESSAGES)
        tally.tries += 1
    tally.seen = (
        f"found by `verify` ({found} refused with how to restore); the backup and the archive have all mail"
    )
    return tally


def _garble(path: Path, moments: random.Random) -> None:
    """Overwrite half of the pages, the header left alone now and then."""
    size = path.stat().st_size
    start = moments.choice((0, 4096, size // 4096 // 3 * 4096))
    processes.garble(path, start, size // 2)


def clocks_going_back(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Each run's clock is years before or after the one before it."""
    tally = Tally()
    for number in range(tries):
        place, paths = _place(directory, f"clock {number}")
        config = place.config
        programme = load_programme(config.programme)
        for start in range(0, MESSAGES, 8):
            moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=moments.randrange(-9000, 9000))
            with open_office(config, programme, clock=lambda moment=moment: moment) as office:  # type: ignore[misc]
                import_files(office, paths[start : start + 8])
            digest = place.command("digest", "--format", "json")
            tally.expect(digest.returncode == 0, f"digest ended with {digest.returncode}: {digest.stderr!r}")
        tally.count(place, MESSAGES, sightings=MESSAGES)
        tally.tries += 1
    tally.seen = "what is new goes by the order of events, not by the clock"
    return tally


def lost_files(tries: int, moments: random.Random, directory: Path) -> Tally:
    """A file of the archive is gone or damaged before its message was understood; those behind it go on."""
    tally = Tally()
    for number in range(tries):
        place, paths = _place(directory, f"lost {number}")
        with place.office() as office:
            import_files(office, paths)
            path = office.archive.path(moments.choice(list(office.archive)))
            raw = path.read_bytes()
            with office.store.transaction():
                office.store._run("UPDATE message SET state = 'new'")
            path.write_bytes(raw[: len(raw) // 2]) if number % 2 else path.unlink()
            summary = Summary()
            understand(office, summary)
            done = office.store.ledger()
        tally.expect(summary.exit_code == 1, f"ended with {summary.exit_code}")
        tally.expect(done.applications == MESSAGES - 1, f"{done.applications} of the others were understood")
        path.write_bytes(raw)
        place.command("import", *map(str, paths))
        tally.count(place, MESSAGES, sightings=MESSAGES)
        tally.tries += 1
    tally.seen = "failed, counted and shown; understood once the file is restored"
    return tally


TRIALS = (
    Trial("the disk is full", "a disk of random size, then room again", 20, 2, full_disks),
    Trial("the disk is read-only", "remounted before a run", 5, 1, readonly_disks),
    Trial("the database is locked", "another program in a write transaction", 5, 1, locked_databases),
    Trial("the database is damaged", "half of its pages overwritten, then restored", 6, 1, damaged_databases),
    Trial(
        "a file of the archive is lost", "removed or cut in half before it was understood", 6, 2, lost_files
    ),
    Trial("the clock jumps", "by up to 25 years between runs, back and forth", 6, 1, clocks_going_back),
)
