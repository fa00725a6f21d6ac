"""What monitors are told: the five lines and their exit code, metrics, heartbeat, and the digest's first line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from prometheus_client.parser import text_string_to_metric_families

from golden import FOLDER
from intake.cli import main
from intake.config import Mailbox, load_programme
from intake.record.rows import Ledger, Run
from intake.run import open_office, poll
from intake.upkeep.status import State, ago, lines, observe
from servers.embedded import pymap
from servers.server import ImapServer
from support.installation import Installation

NOW = datetime(2016, 11, 20, 8, tzinfo=UTC)
NOWHERE = Mailbox(
    name="interns", host="127.0.0.1", port=1, security="none", user="u", password="p", timeout=2
)
MAILS = [path.read_bytes() for path in sorted(FOLDER.glob("*.eml"))[:3]]


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    with pymap() as running:
        running.deliver(MAILS)
        yield running


@pytest.fixture
def polled(server: ImapServer, tmp_path: Path) -> Installation:
    """An installation with a good poll behind it."""
    place = Installation(tmp_path, server.mailbox())
    assert place.poll().counts["new messages"] == len(MAILS)
    return place


def run(place: Installation, *words: str) -> Result:
    return CliRunner().invoke(main, ["--config", str(place.path), *words], catch_exceptions=False)


def good(hours: float) -> Run:
    ended = NOW - timedelta(hours=hours)
    return Run(1, "poll", ended - timedelta(seconds=9), ended, True, {"applications": 2})


def state(**changes: object) -> State:
    values: dict[str, object] = {
        "at": NOW, "last_good": good(1), "last_poll": good(1), "failed_polls": 0, "ledger": Ledger(),
        "oldest": None, "free": 2**40, "open_paths": (),
    }  # fmt: skip
    return State(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "what", "said"),
    [
        ({"last_good": good(25)}, "poll", "good 25 hours ago"),
        ({"last_good": None, "failed_polls": 3}, "poll", "none has succeeded yet; 3 polls failed since"),
        ({"oldest": NOW - timedelta(hours=30)}, "oldest", "came 30 hours ago"),
        ({"ledger": Ledger(sightings=2, applications=1)}, "ledger", "1 unexplained: run `intake verify`"),
        ({"free": 2**20}, "disk", "make room"),
        ({"open_paths": (Path("/store/intake.db"),)}, "disk", "/store/intake.db"),
    ],
)
def test_each_line_can_be_the_one_that_is_not_well(
    changes: dict[str, object], what: str, said: str, tmp_path: Path
) -> None:
    found = lines(state(**changes), Installation(tmp_path, NOWHERE).config)
    assert [line.what for line in found] == ["poll", "mail", "oldest", "ledger", "disk"]
    assert [line.what for line in found if not line.is_well] == [what]
    assert said in next(line.said for line in found if not line.is_well)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"last_good": good(23.9), "failed_polls": 2},
        {"oldest": NOW - timedelta(hours=2)},
        {"ledger": Ledger(sightings=3, set_aside=1, failed=1, fetch_set_aside=1)},
    ],
)
def test_what_mends_itself_or_waits_for_a_person_is_well(changes: dict[str, object], tmp_path: Path) -> None:
    found = lines(state(**changes), Installation(tmp_path, NOWHERE).config)
    assert all(line.is_well for line in found)


def test_without_a_mailbox_no_poll_is_due(tmp_path: Path) -> None:
    config = Installation(tmp_path).config
    assert config.most_hours_without_poll is None
    assert lines(state(last_good=None), config)[0].is_well


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "0 seconds"),
        (1, "1 second"),
        (89, "89 seconds"),
        (90, "1 minute"),
        (7199, "1 hour"),
        (172800, "2 days"),
    ],
)
def test_spans_in_words(seconds: int, said: str) -> None:
    assert ago(timedelta(seconds=seconds)) == said


def test_status_after_a_good_poll(polled: Installation) -> None:
    result = run(polled, "status")
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) == 5
    assert f"{len(MAILS)} seen, 0 unexplained: balanced" in result.output


def test_status_after_a_failed_poll_and_with_open_files(server: ImapServer, tmp_path: Path) -> None:
    place = Installation(tmp_path, NOWHERE)
    assert run(place, "poll").exit_code == 75
    (tmp_path / "store" / "intake.db").chmod(0o644)
    result = run(place, "status")
    assert result.exit_code == 1
    assert "NOT  poll    none has succeeded yet; 1 poll failed since" in result.output
    assert "intake.db" in result.output.splitlines()[4]
    assert (tmp_path / "store" / "intake.db").stat().st_mode & 0o777 == 0o644, "status changes nothing"


def test_status_before_the_first_run(tmp_path: Path) -> None:
    result = run(Installation(tmp_path, NOWHERE), "status")
    assert result.exit_code == 74
    assert not (tmp_path / "store").exists()


def read(path: Path) -> dict[tuple[str, str], float]:
    families = text_string_to_metric_families(path.read_text(encoding="utf-8"))
    return {(s.name, s.labels.get("state", "")): s.value for family in families for s in family.samples}


def test_metrics_tell_what_the_database_holds(polled: Installation, tmp_path: Path) -> None:
    file = tmp_path / "intake.prom"
    assert run(polled, "poll", "--metrics", str(file)).exit_code == 0
    found = read(file)
    with polled.store() as store:
        ledger, last = store.ledger(), store.last_good_run("poll")
    for name, count in ledger.parts():
        assert found["intake_ledger_sightings", name] == count
    assert sum(count for (name, _), count in found.items() if name == "intake_ledger_sightings") == len(MAILS)
    assert last is not None and last.ended is not None
    assert found["intake_last_good_poll_timestamp_seconds", ""] == last.ended.timestamp()
    assert (found["intake_last_poll_ok", ""], found["intake_is_well", ""]) == (1, 1)
    assert file.stat().st_mode & 0o777 == 0o644
    assert [path.name for path in tmp_path.glob("intake.prom*")] == ["intake.prom"]


def test_a_failed_poll_is_in_the_metrics_and_does_not_beat(tmp_path: Path) -> None:
    place = Installation(tmp_path, NOWHERE)
    place.path.write_text(
        place.path.read_text() + '\n[watch]\nmetrics_file = "m.prom"\nheartbeat_file = "heart"\n'
    )
    assert run(place, "poll").exit_code == 75
    found = read(tmp_path / "m.prom")
    assert (found["intake_last_poll_ok", ""], found["intake_failed_polls", ""]) == (0, 1)
    assert found["intake_is_well", ""] == 0
    assert ("intake_last_good_poll_timestamp_seconds", "") not in found
    assert not (tmp_path / "heart").exists()


def test_a_good_poll_beats(polled: Installation) -> None:
    polled.path.write_text(polled.path.read_text() + '\n[watch]\nheartbeat_file = "heart"\n')
    assert run(polled, "poll").exit_code == 0
    assert (polled.directory / "heart").is_file()


def test_metrics_that_cannot_be_written_fail_the_run_after_its_work(polled: Installation) -> None:
    result = run(polled, "poll", "--metrics", str(polled.directory / "nowhere" / "m.prom"))
    assert result.exit_code == 75
    assert "poll: nothing new" in result.output
    assert "nowhere/m.prom: cannot be written" in result.output


def test_the_digest_opens_with_a_poll_that_is_overdue(polled: Installation) -> None:
    assert "No poll" not in run(polled, "digest", "--format", "text", "--output", "-").output
    config, late = polled.config, datetime.now(UTC) - timedelta(hours=30)
    with polled.store() as store:
        last = store.last_good_run("poll")
    assert last is not None
    with sqlite3.connect(config.store.directory / "intake.db") as db:
        db.execute("UPDATE run SET ended = ?", (late.strftime("%Y-%m-%dT%H:%M:%SZ"),))
    text = run(polled, "digest", "--format", "text", "--output", "-").output
    assert "No poll of the mailbox has succeeded for 24 hours" in "\n".join(text.splitlines()[:4])
    assert not lines(observe(config, datetime.now(UTC)), config)[0].is_well


def test_a_poll_by_the_clock_of_the_run(polled: Installation) -> None:
    """What counts is when the last good poll ended, by the clock that the run was given."""
    config = polled.config
    with open_office(config, load_programme(config.programme), clock=lambda: NOW) as office:
        assert poll(office).exit_code == 0
    seen = observe(config, NOW + timedelta(minutes=12))
    assert "good 12 minutes ago, 2016-11-20 08:00 UTC" in lines(seen, config)[0].said
