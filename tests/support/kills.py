"""Programs that are killed, stopped, and run at once."""

from __future__ import annotations

import random
import signal
import sqlite3
import time
from pathlib import Path

from servers.embedded import pymap
from support.installation import Installation
from support.trials import Tally, Trial, ended, finish, installed, small

KILLS = 10  # in a row, before a run in peace
NEW = 6  # messages that come between two of them


def killed_polls(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Kill polls at random moments while mail comes in; after each ten let one run in peace, and count."""
    tally = Tally()
    with pymap() as server:
        place = installed(directory, server.mailbox("starttls"))
        whole = _measured(place, "poll")
        delivered = 0
        for number in range(1, tries + 1):
            server.deliver(small(each) for each in range(delivered, delivered + NEW))
            delivered += NEW
            process = place.start("poll")
            time.sleep(moments.uniform(0.2, 2 * whole))
            process.kill()
            ended(process, tally)
            tally.tries += 1
            if number % KILLS == 0 or number == tries:
                finish(place, tally)
                tally.count(place, delivered, sightings=delivered)
    tally.seen = f"{delivered} messages, each once"
    return tally


def killed_reprocessing(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Kill reprocessing of everything at random moments; in the end the database says what it said before."""
    tally = Tally()
    with pymap() as server:
        place = installed(directory, server.mailbox("starttls"))
        server.deliver(small(number) for number in range(30))
        finish(place, tally)
    before = content(place)
    whole = _measured(place, "reprocess", "--all")
    for number in range(1, tries + 1):
        process = place.start("reprocess", "--all")
        time.sleep(moments.uniform(0.2, whole))
        process.kill()
        ended(process, tally)
        tally.tries += 1
        if number % KILLS == 0 or number == tries:
            tally.count(place, 30, sightings=30)
            tally.expect(content(place) == before, "applications say something else than before")
    finish(place, tally, "reprocess", "--all")
    tally.expect(content(place) == before, "applications say something else than before")
    tally.seen = "30 applications that say what they said before"
    return tally


def stopped_runs(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Stop polls by SIGTERM and SIGINT: they end by themselves, say so, and leave no run open."""
    tally = Tally()
    with pymap() as server:
        place = installed(directory, server.mailbox("starttls"))
        for number in range(tries):
            server.deliver(small(each) for each in range(number * 20, number * 20 + 20))
            chosen = (signal.SIGTERM, signal.SIGINT)[number % 2]
            process = place.start("poll")
            _wait_for_run(place)
            time.sleep(moments.uniform(0, 0.5))
            process.send_signal(chosen)
            code = ended(process, tally)
            with place.store() as store:
                run = store.runs()[0]
            tally.expect(run.ended is not None, "the run is still open in the database")
            if run.ok:  # all was done: the signal may have come while the interpreter was closing down
                tally.expect(code in (0, 128 + chosen, -chosen), f"ended with {code} after a good run")
                tally.count(place, (number + 1) * 20, sightings=(number + 1) * 20)
            else:
                tally.expect(code == 128 + chosen, f"ended with {code} after a stopped run")
            tally.tries += 1
        finish(place, tally)
        tally.count(place, tries * 20, sightings=tries * 20)
    tally.seen = "ended with 143 or 130, or was done before"
    return tally


def runs_at_once(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Two polls, a reprocessing and digests at once: each ends with 0, or with 75 where another one is at work."""
    tally = Tally()
    with pymap() as server:
        place = installed(directory, server.mailbox("starttls"))
        server.deliver(small(number) for number in range(10))
        finish(place, tally)
        for number in range(1, tries + 1):
            server.deliver(small(each) for each in range(number * 10, number * 10 + 10))
            commands = [
                ("poll",),
                ("poll",),
                ("reprocess", "--all"),
                ("digest",),
                ("digest", "--since", "all"),
                ("list",),
            ]
            moments.shuffle(commands)
            running = [(words[0], place.start(*words)) for words in commands]
            for name, process in running:
                code = ended(process, tally)
                tally.expect(code in (0, 75), f"{name} ended with {code}")
            tally.tries += 1
        finish(place, tally)
        finish(place, tally, "digest")
        tally.count(place, 10 * tries + 10, sightings=10 * tries + 10)
    tally.seen = "each ended with 0, or with 75 and nothing done"
    return tally


def content(place: Installation) -> list[tuple[object, ...]]:
    """What the database says of people."""
    sql = (
        "SELECT a.id, a.name, a.email, a.status, a.track, a.period, a.mails, a.received, i.item, i.status, i.value"
        " FROM application a JOIN item i ON i.application_id = a.id ORDER BY a.id, i.item"
    )
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        return db.execute(sql).fetchall()


def _measured(place: Installation, *words: str) -> float:
    began = time.monotonic()
    place.command(*words)
    return time.monotonic() - began


def _wait_for_run(place: Installation) -> None:
    """Wait until a run has begun: before that there is nothing to end cleanly."""
    path = place.config.store.directory / "intake.db"
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
                if db.execute("SELECT count(*) FROM run WHERE ended IS NULL").fetchone()[0]:
                    return
        except sqlite3.Error:
            pass
        time.sleep(0.02)


TRIALS = (
    Trial(
        "a poll is killed",
        "SIGKILL at a random moment, ten in a row while mail comes in",
        200,
        6,
        killed_polls,
    ),
    Trial(
        "a reprocessing is killed",
        "SIGKILL at a random moment of `reprocess --all`",
        200,
        4,
        killed_reprocessing,
    ),
    Trial("a poll is stopped", "SIGTERM and SIGINT in turn, at a random moment", 12, 2, stopped_runs),
    Trial(
        "runs at once",
        "two polls, a reprocessing, two digests and a list started together while mail comes in",
        10,
        1,
        runs_at_once,
    ),
)
