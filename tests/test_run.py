"""The main job against real servers: everything once, nothing lost, whatever happens in between."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from golden import FOLDER
from intake.config import Mailbox
from intake.errors import StoreBusyError
from intake.record import lock
from intake.reprocessing import choose, differences
from intake.run import import_files, reprocess
from servers.dovecot import dovecot
from servers.embedded import move_inbox, pymap
from servers.server import ImapServer
from support.installation import Installation

MAILS = [path.read_bytes() for path in sorted(FOLDER.glob("*.eml"))]


@pytest.fixture
def server() -> Iterator[ImapServer]:
    with pymap() as running:
        yield running


def small(number: int) -> bytes:
    """A small application mail; its Message-ID tells its number."""
    return (
        f"From: Person {number} <p{number}@example.edu>\r\nTo: interns@numenta.com\r\n"
        f"Subject: Internship {number}\r\nDate: Thu, 03 Nov 2016 10:15:00 -0500\r\n"
        f"Message-ID: <small-{number}@example.edu>\r\n\r\n"
        f"I would like to apply for the Algorithms internship in summer 2017. I am number {number}.\r\n"
    ).encode()


def counted(place: Installation) -> tuple[int, int, int]:
    """Messages, sightings, and what the ledger does not explain."""
    with place.store() as store:
        ledger = store.ledger()
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        messages = db.execute("SELECT count(*) FROM message").fetchone()[0]
    return messages, ledger.sightings, ledger.unexplained


def content(place: Installation) -> dict[str, list[tuple[object, ...]]]:
    """Everything the database holds but the list of runs."""
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        names = [
            row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        kept = [name for name in names if name not in ("run", "sqlite_sequence")]
        return {name: db.execute(f'SELECT * FROM "{name}"').fetchall() for name in kept}


def test_poll_records_every_mail_and_again_changes_nothing(server: ImapServer, tmp_path: Path) -> None:
    server.deliver(MAILS)
    place = Installation(tmp_path, server.mailbox("starttls"))
    first = place.poll()
    assert (first.exit_code, first.counts["new messages"]) == (0, len(MAILS))
    assert counted(place) == (len(MAILS), len(MAILS), 0)
    before = content(place)
    second = place.poll()
    assert (second.exit_code, second.counts["new messages"]) == (0, 0)
    assert content(place) == before


def test_the_archive_holds_the_bytes_as_they_came(server: ImapServer, tmp_path: Path) -> None:
    server.deliver(MAILS[:3])
    place = Installation(tmp_path, server.mailbox("starttls"))
    place.poll()
    with place.office() as office:
        assert sorted(office.archive.read(sha256) for sha256 in office.archive) == sorted(MAILS[:3])


def test_one_message_in_two_folders_is_one_message(server: ImapServer, tmp_path: Path) -> None:
    with server.login() as client:
        client.create_folder("Junk")
    server.deliver(MAILS[:5])
    server.deliver(MAILS[:5], folder="Junk")
    place = Installation(tmp_path, server.mailbox("starttls", folders=("INBOX", "Junk")))
    place.poll()
    assert counted(place) == (5, 10, 0)
    with place.store() as store:
        assert store.ledger().duplicates == 5


def test_a_new_uidvalidity_doubles_nothing(server: ImapServer, tmp_path: Path) -> None:
    server.deliver(MAILS[:5])
    place = Installation(tmp_path, server.mailbox("starttls"))
    place.poll()
    move_inbox(server)
    server.deliver(MAILS[:6])
    assert place.poll().counts["new messages"] == 1
    assert counted(place) == (6, 11, 0)


def test_a_limit_leaves_the_rest_for_the_next_run(server: ImapServer, tmp_path: Path) -> None:
    server.deliver(small(number) for number in range(7))
    place = Installation(tmp_path, server.mailbox("starttls"))
    assert [place.poll(limit=3).counts["new messages"] for _ in range(4)] == [3, 3, 1, 0]


def test_a_mailbox_out_of_reach_does_not_keep_others_from_being_read(
    server: ImapServer, tmp_path: Path
) -> None:
    server.deliver(MAILS[:2])
    away = Mailbox(name="away", host="127.0.0.1", port=1, security="none", user="x", password="correct horse")
    place = Installation(tmp_path, away, server.mailbox("starttls"))
    summary = place.poll()
    assert (summary.exit_code, summary.counts["new messages"]) == (75, 2)
    assert "127.0.0.1" in str(summary.faults[0])
    with place.store() as store:
        assert store.last_good_run("poll") is None


def test_import_takes_files_and_folders_once(tmp_path: Path) -> None:
    place = Installation(tmp_path)
    for expected in (len(MAILS), 0):
        with place.office() as office:
            assert import_files(office, sorted(FOLDER.glob("*.eml"))).counts["new messages"] == expected
    assert counted(place) == (len(MAILS), len(MAILS), 0)


def test_reprocessing_by_todays_rules_changes_nothing(tmp_path: Path) -> None:
    place = Installation(tmp_path)
    with place.office() as office:
        import_files(office, sorted(FOLDER.glob("*.eml")))
    before = content(place)
    with place.office() as office:
        assert len(choose(office, (), None, None, stale=True)) == 0
        chosen = choose(office, (), None, None, stale=False)
        assert list(differences(office, chosen)) == [
            f"{len(MAILS)} messages: 0 gained, 0 lost, 0 changed, 0 failed"
        ]
        assert reprocess(office, chosen).exit_code == 0
    after = content(place)
    assert {name for name in before if before[name] != after[name]} <= {"message", "history"}


def test_two_runs_at_once(tmp_path: Path) -> None:
    place = Installation(tmp_path)
    with lock(place.config.store.directory), pytest.raises(StoreBusyError), place.office():
        pass
    with lock(place.config.store.directory):
        done = place.command("poll")
    assert done.returncode == 75
    assert "intake:" in done.stderr


def test_a_poll_killed_at_random_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Ten SIGKILLs, then a run in peace: 500 messages once each, and the ledger balances."""
    moments = random.Random(20161103)
    with dovecot() as server:
        server.deliver(small(number) for number in range(500))
        place = Installation(tmp_path, server.mailbox("none"))
        for _ in range(10):
            process = place.start("poll")
            time.sleep(moments.uniform(0.2, 2.5))
            process.kill()
            process.wait()
        done = place.command("poll")
        assert done.returncode == 0, done.stderr
    assert counted(place) == (500, 500, 0)
    with place.store() as store:
        ledger = store.ledger()
        assert ledger.new + ledger.failed + ledger.set_aside + ledger.duplicates == 0
        assert sum(1 for _ in store.applications()) == 500
