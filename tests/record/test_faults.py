"""Faults of the world, made for real: killed processes, races, a full disk, damaged and foreign databases."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from intake.errors import StoreBusyError, StoreError
from intake.model import Kind, Status
from intake.record import Store, connection, lock
from support import processes
from support.cases import programme
from support.records import after, digest, findings, keep, person, record, sight

FIRST, SECOND = (
    record("first", items=findings("track")),
    record("b", Kind.FOLLOW_UP, thread=("<first@example.edu>",)),
)


def content(store: Store) -> list[list[tuple[object, ...]]]:
    """All rows of all tables."""
    tables = (
        "message",
        "record",
        "document",
        "attachment",
        "finding",
        "application",
        "item",
        "history",
        "correction",
    )
    return [[tuple(row) for row in store._rows(f"SELECT * FROM {table}")] for table in tables]


def kill_at_every_statement(task: Callable[[], None], check: Callable[[], None]) -> int:
    """Run a task again and again, killed before its first statement, its second, and so on; return how often."""
    for number in range(1, 500):

        def killed(number: int = number) -> None:
            processes.die_at_statement(number)
            task()

        code = processes.run(killed)
        if code == 0:
            return number - 1
        assert code == -signal.SIGKILL
        check()
    raise AssertionError("the task does not end")


def test_a_save_killed_at_any_statement_is_whole_or_not_there(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        keep(store, programme(), FIRST)
        sight(store, "b", 2)
        before = content(store)

    def save() -> None:
        with Store.open(tmp_path) as store:
            store.save(SECOND, received=after(1), programme=programme())

    def check() -> None:
        with Store.open(tmp_path) as store:
            assert content(store) == before or store.application_of(digest("b")) == 1
            assert [row.mails for row in store.applications()] in ([1], [2])
            assert store.ledger().unexplained == 0

    assert kill_at_every_statement(save, check) > 40
    with Store.open(tmp_path) as store:
        assert [row.status for row in store.applications()] == ["complete"]
        assert store.verify() == []


def test_making_the_schema_killed_at_any_statement_is_done_again(tmp_path: Path) -> None:
    def check() -> None:
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
        if (tmp_path / "killed").exists():
            shutil.copytree(tmp_path / "killed", tmp_path / "copy")
        with Store.open(tmp_path / "copy") as store:
            assert sight(store, "a")

    def make() -> None:
        Store.open(tmp_path / "killed").close()

    assert kill_at_every_statement(make, check) > 40
    with Store.open(tmp_path / "killed") as store:
        keep(store, programme(), FIRST)
        assert store.verify() == []


def test_programs_that_open_a_new_store_at_once_all_get_it(tmp_path: Path) -> None:
    codes = processes.at_once([lambda: Store.open(tmp_path).close()] * 6)
    assert codes == [0] * 6


def test_programs_that_write_at_once_wait_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's waiting is not fair: on a busy machine one of four may be passed over for longer than 30 seconds."""
    monkeypatch.setattr(connection, "BUSY_SECONDS", 600.0)
    Store.open(tmp_path).close()

    def write(writer: int) -> None:
        with Store.open(tmp_path) as store:
            for number in range(25):
                name = f"{writer}-{number}"
                sight(store, name, 100 * writer + number)
                mail = record(name, resume=name, **person(name, f"{name}@example.edu"))
                store.save(mail, received=after(number), programme=programme())
                sight(store, "shared", 1000 + number)

    assert processes.at_once([partial(write, writer) for writer in range(4)]) == [0] * 4
    with Store.open(tmp_path) as store:
        assert (store.ledger().applications, store.ledger().new, store.ledger().unexplained) == (100, 1, 0)
        assert len(list(store.applications())) == 100
        assert store.verify() == []


def test_the_lock_names_who_holds_it(tmp_path: Path) -> None:
    with lock(tmp_path / "store"):

        def blocked() -> None:
            with pytest.raises(
                StoreBusyError, match=rf"process {os.getppid()}, since .* UTC.*nothing was done"
            ):
                lock(tmp_path / "store").__enter__()

        assert processes.run(blocked) == 0
    with lock(tmp_path / "store"):
        assert stat.S_IMODE((tmp_path / "store" / "intake.lock").stat().st_mode) == 0o600


def test_a_killed_run_holds_no_lock(tmp_path: Path) -> None:
    def die() -> None:
        with lock(tmp_path):
            os.kill(os.getpid(), signal.SIGKILL)

    assert processes.run(die) == -signal.SIGKILL
    with lock(tmp_path):
        assert (tmp_path / "intake.lock").read_text() == f"{os.getpid()}\n"


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new" / "store") as store:
        sight(store, "a")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.path.parent.iterdir()}
    assert modes == {"intake.db": 0o600, "intake.db-wal": 0o600, "intake.db-shm": 0o600}
    assert stat.S_IMODE((tmp_path / "new" / "store").stat().st_mode) == 0o700
    store.path.chmod(0o644)
    Store.open(store.path.parent).close()
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_a_database_held_by_another_program_is_busy(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    with Store.open(store.path.parent) as second:
        assert second.ledger().sightings == 0
        with pytest.raises(StoreBusyError) as caught:
            sight(second, "a")
        assert caught.value.exit_code == 75
        other.execute("ROLLBACK")
        assert sight(second, "a")
    other.close()


def test_a_full_disk_loses_nothing(store: Store) -> None:
    keep(store, programme(), FIRST)
    before = content(store)
    pages = store._one("PRAGMA page_count")
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    big = record("first", text="A long letter of new words. " + " ".join(map(str, range(200_000))))
    with pytest.raises(StoreError, match="the disk is full"):
        store.save(big, received=after(0), programme=programme())
    assert content(store) == before
    store._db.execute("PRAGMA max_page_count = 1073741823")
    assert store.save(big, received=after(0), programme=programme()).application_id == 1


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        keep(store, programme(), FIRST)
        before = content(store)

    def save() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with Store.open(tmp_path) as store:
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
            big = record("first", text=" ".join(map(str, range(200_000))))
            with pytest.raises(StoreError):
                store.save(big, received=after(0), programme=programme())
            assert content(store) == before

    assert processes.run(save) == 0
    with Store.open(tmp_path) as store:
        assert content(store) == before
        assert store.verify() == []


@pytest.mark.parametrize(("start", "length"), [(0, 100), (100, 300_000)], ids=["header", "pages"])
def test_a_damaged_database_is_refused(tmp_path: Path, start: int, length: int) -> None:
    with Store.open(tmp_path) as store:
        keep(store, programme(), FIRST)
    size = store.path.stat().st_size
    processes.garble(store.path, start, min(length, size - start))
    damaged = store.path.read_bytes()
    for readonly in (False, True):
        with pytest.raises(StoreError, match="damaged") as caught:
            Store.open(tmp_path, readonly=readonly)
        assert "backup" in caught.value.hint
    assert store.path.read_bytes() == damaged


def test_damage_within_is_found_by_verify(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        keep(store, programme(), *(record(str(number), text=f"{number} " * 900) for number in range(40)))
    pages = store.path.stat().st_size // 4096
    processes.garble(store.path, 4096 * (pages // 2), 4096)
    with Store.open(tmp_path) as store:
        assert store.verify() != []


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    (tmp_path / "intake.db").touch()
    with Store.open(tmp_path) as store:
        assert store.verify() == []


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "intake.db") as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('intake', '900_future', '')"
        )
    db.close()
    for readonly in (False, True):
        with pytest.raises(StoreError, match=r"newer version of intake.*900_future"):
            Store.open(tmp_path, readonly=readonly)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "intake.db") as db:
        db.execute("CREATE TABLE recipe (name)")
    db.close()
    with pytest.raises(StoreError, match="another program"):
        Store.open(tmp_path)


def test_a_reader_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database yet"):
        Store.open(tmp_path / "store", readonly=True)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_sees_what_is_written_meanwhile_and_writes_nothing(store: Store) -> None:
    with Store.open(store.path.parent, readonly=True) as reader:
        keep(store, programme(), FIRST)
        assert len(list(reader.applications())) == 1
        with pytest.raises(StoreError, match="written"):
            sight(reader, "a")


@pytest.fixture
def readable() -> Iterator[Path]:
    """A folder that a user without rights can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_disk_that_cannot_be_written_to_can_be_read(readable: Path) -> None:
    with Store.open(readable) as store:
        keep(store, programme(), FIRST)
    store.path.chmod(0o444)
    readable.chmod(0o555)

    def read() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        with Store.open(readable, readonly=True) as store:
            assert [row.id for row in store.applications()] == [1]
        with pytest.raises(StoreError, match=r"Permission denied|Read-only"):
            Store.open(readable)

    assert processes.run(read) == 0
    readable.chmod(0o755)


def test_a_backup_made_while_others_write_is_whole(store: Store, tmp_path: Path) -> None:
    keep(store, programme(), FIRST)

    def write() -> None:
        with Store.open(store.path.parent) as other:
            for number in range(60):
                name = f"more {number}"
                sight(other, name, 100 + number)
                mail = record(name, resume=name, **person(name, f"{number}@example.edu"))
                other.save(mail, received=after(number), programme=programme())

    writer = processes.start(write)
    for number in range(5):
        folder = tmp_path / f"backup {number}"
        folder.mkdir()
        store.backup(folder / "intake.db")
        assert stat.S_IMODE((folder / "intake.db").stat().st_mode) == 0o600
        assert [path.name for path in folder.iterdir()] == ["intake.db"]
        with Store.open(folder) as copy:
            assert copy.verify() == []
            assert copy.application(1) == store.application(1)
    assert processes.ended(writer) == 0


def test_a_backup_that_cannot_be_written_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    keep(store, programme(), FIRST)
    with pytest.raises(StoreError):
        store.backup(tmp_path / "nowhere" / "intake.db")
    store.backup(tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        with pytest.raises(StoreError):
            store.backup(tmp_path / "copy.db")

    assert processes.run(full) == 0
    assert (tmp_path / "copy.db").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_verify_finds_and_mends_what_is_derived(store: Store) -> None:
    keep(store, programme(), FIRST, SECOND)
    with store.transaction():
        store._run("UPDATE application SET status = 'incomplete', name = 'Nobody'")
        store._run("INSERT INTO document_fts (document_fts) VALUES ('delete-all')")
    wrong = store.verify(mend=False)
    assert [(fault.what, fault.mended) for fault in wrong] == [
        ("the search index does not agree with the texts", False),
        ("an application does not say what its mails say", False),
    ]
    assert [fault.mended for fault in store.verify(mend=True)] == [True, True]
    assert store.verify() == []
    (row,) = store.applications()
    assert (row.status, row.applicant.name) == ("complete", "Ana Ruiz")
    assert store.search("cortical")


def test_verify_holds_the_archive_against_the_ledger(store: Store) -> None:
    keep(store, programme(), FIRST)
    faults = store.verify([digest("unknown")])
    assert [(fault.what, fault.where) for fault in faults] == [
        ("a message is not in the archive", FIRST.sha256),
        ("a file of the archive is in no ledger", digest("unknown")),
    ]


def test_a_copied_folder_is_a_store(store: Store, tmp_path: Path) -> None:
    keep(store, programme(), FIRST)
    store.correct(1, "track", ["algorithms"], "grace", "", after(1), status=Status.PRESENT)
    store.close()
    shutil.copytree(store.path.parent, tmp_path / "moved")
    with Store.open(tmp_path / "moved") as moved:
        assert [row.status for row in moved.applications()] == ["complete"]
