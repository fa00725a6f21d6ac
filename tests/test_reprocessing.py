"""`reprocess --stale` asks stale rules only, and leaves the database as if all had been understood anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from golden import FOLDER
from intake import understanding
from intake.config import Config, Programme
from intake.fields import extract, rules
from intake.model import Finding, Record, Status
from intake.reprocessing import Tally, choose, differences
from intake.run import import_files, reprocess
from intake.workers.fence import Fence
from intake.workers.handling import Job, understand
from support.installation import Installation
from test_run import content


class Here:
    """In the place of workers: the same work in this process, where a test can change a rule."""

    def __init__(self, config: Config, programme: Programme, _: int) -> None:
        self.programme, self.limits = programme, config.limits

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None: ...

    def run(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Record]]:
        """Yield each job with its record."""
        for job in jobs:
            COUNTED.append("known" if job.known else "kept" if job.documents else "read")
            fence = Fence({}, self.limits, lambda name, needed: None)
            yield job, job.known or understand(self.programme, job, fence)


COUNTED: list[str] = []


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(understanding, "engine", Here)
    monkeypatch.setattr("intake.reprocessing.engine", Here)


def upgrade(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule for the area has a new version, which says something else."""
    newer = {**rules.RULES, "track": replace(rules.RULES["track"], version=10**6)}
    monkeypatch.setattr("intake.fields.answers.RULES", newer)
    found = Finding("track", Status.MISSING, rule="track.other")
    monkeypatch.setattr(extract, "EXTRACTORS", {**extract.EXTRACTORS, "track": lambda _: found})
    monkeypatch.setitem(cast(dict[str, int], rules.VERSIONS), "track", 10**6)


def again(place: Installation, *, stale: bool) -> tuple[str, dict[str, list[tuple[Any, ...]]], list[str]]:
    """Reprocess what is stale; the sum of changes, all of the database but times, and how mails were come by."""
    COUNTED.clear()
    tally = Tally()
    with place.office() as office:
        chosen = choose(office, (), None, None, stale=True)
        reprocess(office, chosen, tally.add, stale=stale)
    found: dict[str, list[tuple[Any, ...]]] = content(place)
    found["history"] = [row[:1] + row[2:] for row in found["history"]]
    found.pop("folder"), found.pop("_sqlite_migrations")
    return tally.line(len(chosen)), found, COUNTED.copy()


def imported(folder: Path) -> Installation:
    folder.mkdir()
    place = Installation(folder)
    with place.office() as office:
        import_files(office, sorted(FOLDER.glob("*.eml")))
    return place


def test_only_a_stale_rule_is_asked_and_the_database_is_as_if_all_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = imported(tmp_path / "one"), imported(tmp_path / "other")
    upgrade(monkeypatch)
    with one.office() as office:
        told = list(differences(office, choose(office, (), None, None, stale=True), stale=True))
    said, partial, ways = again(one, stale=True)
    assert said == told[-1]
    assert "lost" in said and " 0 lost" not in said
    assert set(ways) == {"known", "kept"}  # mails that ask for no area have no stale rule
    said_of_all, full, ways = again(other, stale=False)
    assert set(ways) == {"read"}
    assert said_of_all == said
    assert partial == full
    assert again(one, stale=True) == ("0 messages: 0 gained, 0 lost, 0 changed, 0 failed", partial, [])


@pytest.mark.parametrize(
    "damage", ["DELETE FROM kept", "UPDATE kept SET mail = '{'", "UPDATE kept SET answers = '7'",
               "UPDATE kept SET opened_by = 'another'", "UPDATE document SET reader = 'pdf-0' WHERE reader LIKE 'pdf-%'"]
)  # fmt: skip
def test_where_nothing_was_kept_that_can_be_used_the_mail_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    place = imported(tmp_path / "one")
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        db.execute(damage)
    before = content(place)
    monkeypatch.setitem(cast(dict[str, int], rules.VERSIONS), "track", 10**6)
    said, after, ways = again(place, stale=True)
    assert said.endswith(": 0 gained, 0 lost, 0 changed, 0 failed")
    assert set(ways) <= ({"kept", "known"} if "answers" in damage else {"read", "known"})
    assert after["record"] == [(*row[:2], after["record"][0][2], *row[3:]) for row in before["record"]]
    assert len(after["kept"]) == len(after["record"])


def test_what_nothing_has_changed_for_is_only_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = imported(tmp_path / "one")
    monkeypatch.setitem(cast(dict[str, int], rules.VERSIONS), "another", 1)
    (place.config.store.directory / "archive").rename(tmp_path / "elsewhere")  # nor is the archive needed
    said, _, ways = again(place, stale=True)
    assert set(ways) == {"known"}
    assert said.endswith(": 0 gained, 0 lost, 0 changed, 0 failed")
