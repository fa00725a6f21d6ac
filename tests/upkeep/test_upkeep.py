"""What an administrator does now and then: erase, purge, back up, verify; as the commands do it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golden import FOLDER
from intake.cli import main
from intake.errors import StoreError
from intake.fields import period
from intake.model import Place
from intake.privacy.erasure import JOURNAL, sent_by
from intake.privacy.permissions import close_to_others
from intake.privacy.retention import months_before
from intake.record import Store, lock
from intake.run import import_files
from servers.embedded import pymap
from support import processes
from support.installation import Installation

MAILS = {path.name[:2]: path for path in FOLDER.glob("*.eml")}
ANA = "ana.ruiz@lakeside.example.edu"
TRACES = (b"ana ruiz", b"ana_ruiz", b"ana.ruiz", b"boiler", b"555-0101", b"5550101")


def run(place: Installation, *words: str, answer: str | None = None) -> Result:
    words = ("--config", str(place.path), *words)
    return CliRunner().invoke(main, list(words), input=answer, catch_exceptions=False)


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    """An installation with a few of the example emails: two of Ana Ruiz's, and others'."""
    place = Installation(tmp_path)
    take(place, "01", "25", "02", "05", "30")
    return place


def take(place: Installation, *numbers: str) -> None:
    with place.office() as office:
        import_files(office, [MAILS[number] for number in numbers])


def raw_files(directory: Path) -> list[Path]:
    return sorted((directory / "archive").rglob("*.eml"))


def traces(directory: Path) -> list[str]:
    """What is left of Ana Ruiz in any file below a directory."""
    found = []
    for path in directory.rglob("*"):
        content = path.read_bytes().lower() if path.is_file() else b""
        content += str(path.relative_to(directory)).lower().encode()
        found += [f"{word!r} in {path}" for word in TRACES if word in content]
    return found


# --- forget ---------------------------------------------------------------------------------------------


def test_a_person_is_erased_everywhere(place: Installation) -> None:
    assert run(place, "digest").exit_code == 0
    csv = place.directory / "all.csv"
    assert run(place, "export", "--output", str(csv)).exit_code == 0
    assert run(place, "digest", "--format", "text", "--output", str(place.directory / "d.txt")).exit_code == 0
    assert len(traces(place.directory)) > 10
    done = run(place, "forget", "Ana.Ruiz@lakeside.example.edu", "--yes")
    assert (done.exit_code, "erased: 1 applications, 2 messages" in done.output) == (0, True)
    assert traces(place.directory) == []
    assert not csv.exists()
    assert "Mia Falk" in (place.config.digest.directory / "digest.txt").read_text(encoding="utf-8")
    assert run(place, "verify").exit_code == 0
    with place.store() as store:
        assert store.ledger().forgotten == 2
        assert store.ledger().unexplained == 0


def test_nothing_of_a_person_comes_back(place: Installation) -> None:
    run(place, "forget", ANA, "--yes")
    for _ in range(2):
        take(place, "01", "25")
    assert traces(place.config.store.directory) == []
    with place.store() as store:
        assert (store.ledger().forgotten, store.ledger().unexplained) == (2, 0)
        assert store.application_of(ANA) is None


def test_the_mailbox_does_not_bring_a_person_back(tmp_path: Path) -> None:
    with pymap() as server:
        server.deliver(MAILS[number].read_bytes() for number in ("01", "02"))
        place = Installation(tmp_path, server.mailbox("starttls"))
        place.poll()
        assert run(place, "forget", ANA, "--yes").exit_code == 0
        assert server.forget_uids
        server.forget_uids()
        server.deliver(MAILS[number].read_bytes() for number in ("01", "02"))
        assert place.poll().exit_code == 0
    assert traces(place.config.store.directory) == []
    with place.store() as store:
        assert len(list(store.applications())) == 1


def test_what_would_go_is_told_and_asked(place: Installation) -> None:
    told = run(place, "forget", ANA, "--dry-run").output
    assert "messages that would go: 2" in told
    for answer in ("n\n", ""):
        asked = run(place, "forget", ANA, answer=answer)
        assert (asked.exit_code, "Erase this for good?" in asked.output) == (1, True)
    assert len(raw_files(place.config.store.directory)) == 5
    assert run(place, "forget", ANA, answer="y\n").exit_code == 0
    assert len(raw_files(place.config.store.directory)) == 3


def test_an_export_that_was_edited_is_left_and_named(place: Installation) -> None:
    csv = place.directory / "all.csv"
    run(place, "export", "--output", str(csv))
    csv.write_text(csv.read_text(encoding="utf-8") + "a note\n", encoding="utf-8")
    done = run(place, "forget", ANA, "--yes")
    assert f"{csv} was changed since" in done.output
    assert csv.exists()


def test_mail_that_was_not_understood_is_told_by_its_header(place: Installation) -> None:
    with place.office() as office:
        raw = b"From: Zora <Zora@example.edu>\r\nSubject: x\r\n\r\nhello\r\n"
        sha256 = office.archive.keep(raw)
        office.store.sight(
            Place("m", "INBOX", 1, 1), sha256, message_id=None, sent=None, internal_date=None, size=len(raw)
        )
    assert "messages that would go: 1" in run(place, "forget", "zora@example.edu", "--dry-run").output
    assert run(place, "forget", "zora@example.edu", "--yes").exit_code == 0
    assert len(raw_files(place.config.store.directory)) == 5


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"From: Zora <zora@example.edu>\r\n\r\n", True),
        (b"from: ZORA@EXAMPLE.EDU\n\n", True),
        (b"From: Bo <bo@example.edu>\r\nReply-To:\r\n Zora\r\n <zora@example.edu>\r\n\r\n", True),
        (b"From: a.zora@example.edu\r\n\r\n", False),
        (b"From: zora@example.edu.au\r\n\r\n", False),
        (b"From: zora@example.education\r\n\r\n", False),
        (b"To: zora@example.edu\r\n\r\n", False),
        (b"Subject: x\r\n\r\nFrom: zora@example.edu\r\n", False),
        (b"From: zora@example.edu.\r\n\r\n", True),
        (b"", False),
    ],
)
def test_whose_header_it_is(raw: bytes, expected: bool) -> None:
    assert sent_by(raw, " Zora@example.edu ") is expected


@pytest.mark.parametrize("words", [("forget", "Ana Ruiz", "--yes"), ("forget", "@", "--yes")])
def test_a_name_is_no_address(place: Installation, words: tuple[str, ...]) -> None:
    assert run(place, *words).exit_code == 64


def test_erasing_that_is_killed_at_any_step_is_finished_by_the_next_run(place: Installation) -> None:
    """Killed before each call that changes a file's name or removes it: what comes next finishes or begins anew."""
    before = place.directory.parent / "before"
    run(place, "digest")
    run(place, "export", "--output", str(place.directory / "all.csv"))
    shutil.copytree(place.directory, before)
    counted = 0
    for number in range(1, 60):
        shutil.rmtree(place.directory)
        shutil.copytree(before, place.directory)

        def erase(number: int = number) -> None:
            processes.die_at_change(number)
            run(place, "forget", ANA, "--yes")

        code = processes.run(erase)
        journal = place.config.store.directory / JOURNAL
        with place.office() as office:
            erased = office.store.application_of(ANA) is None
        assert not journal.exists()
        if erased:
            assert traces(place.directory) == []
        if code == 0:
            break
        counted += 1
    assert counted > 5
    assert erased


# --- purge ----------------------------------------------------------------------------------------------


def test_purge_by_the_programmes_retention(place: Installation) -> None:
    told = run(place, "purge", "--dry-run")
    assert "messages that would go: 5" in told.output
    assert len(raw_files(place.config.store.directory)) == 5
    assert "messages that go: 0" in run(place, "purge", "--older-than", "1200", "--yes").output
    run(place, "digest")
    assert run(place, "purge", "--yes").exit_code == 0
    assert raw_files(place.config.store.directory) == []
    assert traces(place.directory) == []
    assert run(place, "verify").exit_code == 0


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2024, 3, 31), 1, (2024, 2, 29)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 12, 1), 24, (2024, 12, 1)),
        ((2026, 12, 1), 12 * 9000, (1, 12, 1)),
    ],
)
def test_months(day: tuple[int, int, int], months: int, expected: tuple[int, int, int]) -> None:
    assert months_before(datetime(*day, 7, tzinfo=UTC), months) == datetime(*expected, 7, tzinfo=UTC)


# --- backup and verify ----------------------------------------------------------------------------------


def test_a_backup_is_restored(place: Installation, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("backups") / "monday"
    run(place, "correct", "1", "track=algorithms")
    assert "5 messages, 5 of them new" in run(place, "backup", str(path)).output
    take(place, "07")
    assert "6 messages, 1 of them new" in run(place, "backup", str(path)).output
    listed = run(place, "list").output
    shutil.rmtree(place.config.store.directory)
    shutil.copytree(path, place.config.store.directory)
    assert run(place, "verify").output.endswith("unexplained 0; 0 faults, 0 left\n")
    assert run(place, "list").output == listed
    with place.office() as office:
        assert import_files(office, [MAILS["01"]]).counts["new messages"] == 0
    assert {stat.S_IMODE(each.stat().st_mode) & 0o077 for each in (path, *path.rglob("*"))} == {0}


def test_a_backup_forgets_too(place: Installation, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("backups") / "monday"
    run(place, "backup", str(path))
    assert traces(path) != []
    run(place, "forget", ANA, "--yes")
    assert "2 erased since" in run(place, "backup", str(path)).output
    assert traces(path) == []


def test_a_backup_is_made_while_a_run_is_at_work(
    place: Installation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("backups") / "monday"
    with lock(place.config.store.directory):
        assert run(place, "backup", str(path)).exit_code == 0


def test_a_backup_goes_to_a_folder_of_its_own(place: Installation) -> None:
    store = place.config.store.directory
    for path in (store, store / "backup", place.directory):
        assert run(place, "backup", str(path)).exit_code == 1
    (place.directory / "mine").mkdir()
    (place.directory / "mine" / "thesis.txt").write_text("precious", encoding="utf-8")
    assert "not empty" in run(place, "backup", str(place.directory / "mine")).output
    assert (place.directory / "mine" / "thesis.txt").exists()


def test_verify_finds_nothing_where_nothing_is_wrong(place: Installation) -> None:
    done = run(place, "verify")
    assert (done.exit_code, done.output) == (0, "verify: 5 sightings, unexplained 0; 0 faults, 0 left\n")


def test_what_the_archive_lost_is_fetched_again(tmp_path: Path) -> None:
    with pymap() as server:
        server.deliver(MAILS[number].read_bytes() for number in ("01", "02", "05"))
        place = Installation(tmp_path, server.mailbox("starttls"))
        place.poll()
        removed, damaged, _ = raw_files(place.config.store.directory)
        removed.unlink()
        damaged.write_bytes(b"nothing of it")
        done = run(place, "verify")
        assert (done.exit_code, "2 faults, 2 left" in done.output) == (1, True)
        assert "(mended)" in run(place, "verify", "--mend").output
        assert run(place, "verify").exit_code == 0


def test_what_the_mailbox_lost_too_is_named(place: Installation) -> None:
    path = raw_files(place.config.store.directory)[0]
    path.unlink()
    for _ in range(2):
        done = run(place, "verify", "--mend")
        assert (done.exit_code, f"not in the archive: {path.stem}" in done.output) == (1, True)


def test_a_file_in_no_ledger_is_taken_in(place: Installation) -> None:
    """As after an older database was put in place of a damaged one."""
    with place.office() as office:
        office.archive.keep(MAILS["07"].read_bytes())
    assert "in no ledger" in run(place, "verify").output
    assert run(place, "verify", "--mend").exit_code == 0
    assert "Lucy Marsh" in run(place, "list").output
    assert run(place, "verify").exit_code == 0


def test_a_file_of_an_erased_person_is_removed(place: Installation) -> None:
    run(place, "forget", ANA, "--yes")
    with place.office() as office:
        office.archive.keep(MAILS["01"].read_bytes())
    assert run(place, "verify").exit_code == 1
    assert run(place, "verify", "--mend").exit_code == 0
    assert traces(place.config.store.directory) == []


def test_a_damaged_database_is_refused_with_how_to_restore(place: Installation) -> None:
    path = place.config.store.directory / "intake.db"
    processes.garble(path, 100, 50_000)
    before = path.read_bytes()
    for words in (("poll",), ("list",), ("verify", "--mend"), ("digest",)):
        done = run(place, *words)
        assert (done.exit_code, "put a backup in its place" in done.output) == (74, True), words
    assert path.read_bytes() == before


# --- permissions ----------------------------------------------------------------------------------------


def test_what_is_open_to_others_is_closed_with_a_warning(
    place: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    store = place.config.store.directory
    for path in (store, store / "intake.db", store / "archive"):
        path.chmod(0o755)
    take(place, "01")
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (store, *store.rglob("*"))} == {0}
    assert [record.message.count("could be read by others") for record in caplog.records] == [1, 1, 1]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files to others")
def test_what_belongs_to_another_user_is_refused() -> None:
    with tempfile.TemporaryDirectory() as folder:  # not tmp_path, which lies where only root may go
        place = Path(folder)
        Store.open(place).close()
        os.chown(place / "intake.db", 65533, 65533)
        os.chown(place, 65534, 65534)

        def look() -> None:
            os.setuid(65534)
            with pytest.raises(StoreError, match="belongs to another user"):
                close_to_others(place)

        assert processes.run(look) == 0


def test_nothing_personal_is_said_at_the_default_level(place: Installation) -> None:
    """What cron mails to somebody: standard output and error of each run."""
    for words in (("import", str(MAILS["01"])), ("reprocess", "--all"), ("digest",), ("poll",)):
        done = place.command(*words)
        said = (done.stdout + done.stderr).lower().replace(str(MAILS["01"]).lower(), "")
        assert [word for word in TRACES if word.decode() in said] == [], words


def test_after_an_upgrade_it_is_said_what_is_redone_before_it_is(place: Installation) -> None:
    """Records of an older rule, and one that an older rule had understood otherwise."""
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        db.execute("UPDATE record SET versions = json_set(versions, '$.period', 1)")
        (count,) = db.execute("SELECT count(*) FROM record").fetchone()
    done = run(place, "reprocess", "--stale")
    first, total, last = done.output.splitlines()
    assert first == f"period 1 -> {period.VERSION}: {count} messages"
    assert total == f"{count} messages: 0 gained, 0 lost, 0 changed, 0 failed"
    assert last.startswith("reprocess: ")
    assert run(place, "reprocess", "--stale").output == "reprocess: nothing new\n"
