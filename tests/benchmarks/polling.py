"""A poll with nothing new on a large folder and ledger, and fetching, against bare imapclient on the same Dovecot.

`python tests/benchmarks/polling.py --messages 100000 --fetched 2000`. Both sides take turns, the best of each counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from intake.config import Limits  # noqa: E402 - the tests' folder is found first
from intake.mailbox import imap  # noqa: E402
from intake.record import Store  # noqa: E402
from intake.run import poll  # noqa: E402
from servers.dovecot import dovecot  # noqa: E402
from servers.server import PASSWORD, ImapServer  # noqa: E402
from support.installation import Installation  # noqa: E402

BARE = """
import sys, time
from imapclient import IMAPClient
with IMAPClient("127.0.0.1", int(sys.argv[1]), ssl=False) as client:
    client.login(sys.argv[2], sys.argv[3])
    client.select_folder("INBOX", readonly=True)
    client.search(["UID", sys.argv[4]])
"""


def turns(name: str, times: int, **works: Callable[[], object]) -> None:
    """Measure works in turns and print the best seconds of each, and their ratios to the last one."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(times):
        for key, work in works.items():
            begun = time.perf_counter()
            work()
            best[key] = min(best[key], time.perf_counter() - begun)
    bare = list(best.values())[-1]
    said = ", ".join(f"{key} {value * 1000:.1f} ms ({value / bare:.2f})" for key, value in best.items())
    print(f"{name}: {said}", flush=True)


def filled(place: Installation, uidvalidity: int, count: int) -> None:
    """Write a ledger that has seen and understood so many messages, without their texts."""
    with Store.open(place.config.store.directory) as store, store.transaction():
        store._run(
            "INSERT INTO folder (id, mailbox, name, uidvalidity) VALUES (1, 'dovecot', 'INBOX', ?)",
            uidvalidity,
        )
        numbers = range(1, count + 1)
        store._run_many(
            "INSERT INTO message (id, sha256, size, received, state, kind, arrived)"
            " VALUES (?, ?, 40, '2016-01-01T00:00:00+00:00', 'done', 'other', '2016-01-01T00:00:00+00:00')",
            [(number, f"{number:064x}") for number in numbers],
        )
        store._run_many(
            "INSERT INTO sighting (folder_id, uid, state, message_id) VALUES (1, ?, 'held', ?)",
            [(number, number) for number in numbers],
        )


def polling(server: ImapServer, count: int, times: int) -> None:
    """A poll that finds nothing new: within a program that is up already, and as a command of its own."""
    server.deliver(b"Subject: %d\r\n\r\nHi\r\n" % number for number in range(count))
    with server.login() as client:
        uidvalidity = client.select_folder("INBOX", readonly=True)[b"UIDVALIDITY"]
    with tempfile.TemporaryDirectory() as folder:
        place = Installation(Path(folder), server.mailbox())
        filled(place, uidvalidity, count)

        def bare(what: str) -> None:
            with server.login() as client:
                client.select_folder("INBOX", readonly=True)
                client.search(["UID", what])

        def command(*words: str) -> None:
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)

        def program(what: str) -> None:
            words = [str(server.port), "student", PASSWORD, what]
            command(sys.executable, "-c", BARE, *words)

        new, every = f"{count + 1}:*", "1:*"
        turns(
            f"{count}: a new connection",
            times,
            intake=lambda: imap.connect(server.mailbox(), PASSWORD, Limits()).__exit__(None, None, None),
            bare=lambda: server.login().logout(),
        )
        with place.office() as office:
            turns(
                f"{count}: a poll's work, nothing new",
                times,
                poll=lambda: poll(office),
                every=lambda: bare(every),
                bare=lambda: bare(new),
            )
        turns(f"{count}: poll with its start", times, poll=place.poll, bare=lambda: bare(new))
        turns(
            f"{count}: the command",
            times,
            poll=lambda: command(*place.line("poll")),
            bare=lambda: program(new),
        )


def fetching(server: ImapServer, count: int, times: int) -> None:
    """Fetching mails of 30 kB against bare loops in batches of several sizes; the fastest of these counts."""
    body = (
        b"From: a@example.edu\r\nSubject: %d\r\n\r\n" + b"Some words of a letter, and more of them.\r\n" * 700
    )
    server.deliver(body % number for number in range(count))

    def fetch() -> None:
        with imap.connect(server.mailbox(), PASSWORD, Limits()) as box:
            box.open("INBOX")
            assert sum(1 for _ in box.fetch(box.uids(0))) == count

    def bare(batch: int) -> None:
        with server.login() as client:
            client._imap.debug = 0
            client.select_folder("INBOX", readonly=True)
            uids = client.search(["ALL"])
            for at in range(0, count, batch):
                client.fetch(uids[at : at + batch], ["BODY.PEEK[]", "INTERNALDATE"])

    turns(
        f"fetching {count} mails of 30 kB",
        times,
        intake=fetch,
        bare_20=lambda: bare(20),
        bare_100=lambda: bare(100),
        bare_500=lambda: bare(500),
        bare_50=lambda: bare(50),
    )


def main() -> None:
    """Run both."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=10_000, help="in the folder that is polled")
    options.add_argument("--fetched", type=int, default=1000, help="mails that are fetched")
    options.add_argument("--times", type=int, default=10, help="turns; the best counts")
    given = options.parse_args()
    with dovecot() as server:
        polling(server, given.messages, given.times)
    with dovecot() as server:
        fetching(server, given.fetched, max(3, given.times // 2))


if __name__ == "__main__":
    main()
