"""`doctor` against real servers: what it finds, what it says to do, and that it leaves no trace."""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golden import FOLDER
from intake.cli import main
from intake.config import Limits, Mailbox, load_programme
from intake.mailbox.survey import survey
from intake.upkeep.doctor import Found, examine
from servers.dovecot import dovecot
from servers.embedded import pymap
from servers.server import PASSWORD, ImapServer
from support.installation import Installation

MAILS = [path.read_bytes() for path in sorted(FOLDER.glob("*.eml"))[:4]]
NOW = datetime.now(UTC)


@pytest.fixture(scope="module", params=[pymap, dovecot], ids=["pymap", "dovecot"])
def server(request: pytest.FixtureRequest) -> Iterator[ImapServer]:
    with request.param() as running:
        running.deliver(MAILS)
        with running.login() as client:
            client.create_folder("Spam")
        yield running


def run(place: Installation, *words: str) -> Result:
    return CliRunner().invoke(main, ["--config", str(place.path), *words], catch_exceptions=False)


def found(place: Installation, now: datetime = NOW) -> list[Found]:
    config = place.config
    return list(examine(config, load_programme(config.programme), now))


def faults(place: Installation) -> list[Found]:
    return [one for one in found(place) if one.code]


def test_a_sound_installation(server: ImapServer, tmp_path: Path) -> None:
    place = Installation(tmp_path, server.mailbox())
    before = sorted(tmp_path.rglob("*"))
    result = run(place, "doctor")
    assert result.exit_code == 0, result.output
    assert "doctor: 0 faults" in result.output
    assert "student is let in by 127.0.0.1" in result.output
    assert f"the newest {len(MAILS)} would become" in result.output
    assert "application" in result.output
    assert f"the next poll fetches {len(MAILS)} mails" in result.output
    assert "the clocks agree" in result.output
    assert "the folder 'Spam' for junk is not read" in result.output
    assert sorted(tmp_path.rglob("*")) == before, "nothing is written"


def test_no_name_or_address_of_an_applicant_is_said(server: ImapServer, tmp_path: Path) -> None:
    said = run(Installation(tmp_path, server.mailbox()), "doctor").output
    assert "@lakeside" not in said
    assert "Ruiz" not in said


def test_after_a_poll_nothing_waits(server: ImapServer, tmp_path: Path) -> None:
    folders = list(survey(server.mailbox(), PASSWORD, Limits()).folders)
    place = Installation(tmp_path, server.mailbox(folders=folders))
    place.poll()
    said = run(place, "doctor").output
    assert said.count("nothing new for the next poll") == len(folders) > 1
    assert f"{len(MAILS)} mails seen, 0 unexplained" in said
    assert "for junk is not read" not in said


def test_the_survey_tells_delimiter_and_folders(server: ImapServer) -> None:
    seen = survey(server.mailbox(), PASSWORD, Limits())
    assert seen.delimiter in ("/", ".")
    assert {"INBOX", "Spam"} <= set(seen.folders)
    assert "IMAP4REV1" in {one.upper() for one in seen.capabilities}


def test_a_wrong_password_and_a_wrong_folder(server: ImapServer, tmp_path: Path) -> None:
    place = Installation(tmp_path, server.mailbox(folders=["INBOX", "Bulk"]))
    (fault,) = faults(place)
    assert (fault.code, "'Bulk'" in fault.said, "INBOX" in fault.advice) == (75, True, True)
    (tmp_path / "password").write_text("wrong")
    result = run(place, "doctor")
    assert result.exit_code == 77
    assert "is not let in" in result.output
    assert "-> check the user" in result.output


def test_a_rebuilt_folder_and_a_clock_that_is_behind(server: ImapServer, tmp_path: Path) -> None:
    place = Installation(tmp_path, server.mailbox())
    place.poll()
    with sqlite3.connect(tmp_path / "store" / "intake.db") as db:
        db.execute("UPDATE folder SET uidvalidity = 1 WHERE name = 'INBOX'")
    later = found(place, datetime.now(UTC) - timedelta(days=1))
    assert any("it was 1 before: the folder was rebuilt" in one.advice for one in later)
    assert any("from now by the server's clock" in one.said and "clock" in one.advice for one in later)


NOWHERE = Mailbox(
    name="interns", host="127.0.0.1", port=1, security="none", user="u", password="p", timeout=2
)


def test_a_server_that_is_not_there_does_not_hide_the_next(tmp_path: Path) -> None:
    other = NOWHERE.model_copy(update={"name": "other"})
    told = faults(Installation(tmp_path, NOWHERE, other))
    assert [(fault.what, fault.code) for fault in told] == [("mailbox interns", 75), ("mailbox other", 75)]


def test_a_disk_that_is_nearly_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=2**20))
    (fault,) = faults(Installation(tmp_path))
    assert (fault.what, fault.code, "1.0 MB free" in fault.said) == ("disk", 74, True)


def test_files_open_to_others_are_told_and_left(tmp_path: Path) -> None:
    place = Installation(tmp_path)
    (tmp_path / "store").mkdir(mode=0o755)
    (note,) = [one for one in found(place) if one.what == "permissions"]
    assert (note.code, "chmod" in note.advice) == (0, True)
    assert (tmp_path / "store").stat().st_mode & 0o777 == 0o755


def test_a_store_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("")
    (fault,) = faults(Installation(tmp_path))
    assert (fault.what, fault.code) == ("store", 74)


def test_a_damaged_database(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir(mode=0o700)
    (tmp_path / "store" / "intake.db").write_bytes(b"no database at all" * 100)
    (fault,) = faults(Installation(tmp_path))
    assert (fault.what, fault.code) == ("database", 74)


def test_what_is_configured_and_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Installation(tmp_path)
    text = place.path.read_text().replace("[limits]", "[limits]\nocr_pages = 2")
    place.path.write_text(text + '\n[watch]\nmetrics_file = "m.prom"\n')
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    told = {one.what: one for one in found(place)}
    assert "install tesseract-ocr" in told["tesseract"].advice
    assert (told["extra metrics"].code, told["extra metrics"].advice) == (78, "pip install 'intake[metrics]'")
    assert told["extra oauth"].code == 0


def test_a_programme_whose_examples_do_not_hold(tmp_path: Path) -> None:
    place = Installation(tmp_path)
    text = place.config.programme.read_text().replace(
        "\nexamples = [", '\nexamples = ["I sell carpets.", ', 1
    )
    (tmp_path / "programme.toml").write_text(text)
    head = place.path.read_text().splitlines()
    place.path.write_text("\n".join(['programme = "programme.toml"', *head[2:]]))
    (fault,) = faults(place)
    assert (fault.what, fault.code, "I sell carpets." in fault.said) == ("programme", 78, True)
