"""Faults of the world, tried on a whole installation: what each counts, and what all of them share."""

from __future__ import annotations

import contextlib
import hashlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intake.config import Mailbox
from support.installation import Installation

PATIENCE = 180  # seconds after which a program that has not ended hangs


@dataclass
class Tally:
    """What came of one fault: how often it was tried, and what must stay 0."""

    tries: int = 0
    lost: int = 0
    doubled: int = 0
    hung: int = 0
    wrong: list[str] = field(default_factory=list)  # what was otherwise than it should be
    seen: str = ""  # what happened instead, in words

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost or doubled, nothing hung, and all was said as it should be."""
        return self.tries > 0 and not (self.lost or self.doubled or self.hung or self.wrong)

    def expect(self, condition: bool, otherwise: str) -> None:
        """Note what is not as it should be."""
        if not condition:
            self.wrong.append(otherwise)

    def count(self, place: Installation, expected: int, *, sightings: int | None = None) -> None:
        """Hold an installation in rest against the number of different messages that it was given."""
        with sqlite3.connect(place.config.store.directory / "intake.db") as db:
            known = [row[0] for row in db.execute("SELECT message_id FROM message WHERE state = 'done'")]
            applications = db.execute("SELECT count(*) FROM application WHERE active").fetchone()[0]
        with place.store() as store:
            ledger = store.ledger()
            applied = ledger.applications
        archived = sum(1 for _ in (place.config.store.directory / "archive").rglob("*.eml"))
        self.lost += max(0, expected - len(set(known)))
        self.doubled += len(known) - len(set(known)) + max(0, applications - applied)
        if sightings is not None:
            self.doubled += max(0, ledger.sightings - sightings)
        self.expect(ledger.unexplained == 0, f"the ledger leaves {ledger.unexplained} unexplained")
        self.expect(archived == len(known), f"{archived} files for {len(known)} messages")


@dataclass(frozen=True)
class Trial:
    """One fault: what it is, how it is made, how often in full and in the suite, and what tries it.

    `run(tries, moments, directory)` has a directory of its own.
    """

    name: str
    how: str
    full: int
    share: int
    run: Callable[[int, random.Random, Path], Tally]


def installed(directory: Path, *mailboxes: Mailbox, attempts: int = 3) -> Installation:
    """An installation that is quick to start: one worker, few rules."""
    return Installation(directory, *mailboxes, attempts=attempts, workers=1, plain=True)


def small(number: int, size: int = 0) -> bytes:
    """A small application; its Message-ID tells its number. A file of `size` bytes that is no document comes with it."""
    head = (
        f"From: Person {number} <p{number}@example.edu>\r\nTo: interns@numenta.com\r\n"
        f"Subject: Internship {number}\r\nDate: Thu, 03 Nov 2016 10:15:00 -0500\r\n"
        f"Message-ID: <small-{number}@example.edu>\r\n"
    )
    text = f"I would like to apply for the Algorithms internship in summer 2017. I am number {number}.\r\n"
    if not size:
        return f"{head}\r\n{text}".encode()
    line = b64encode(hashlib.sha512(head.encode()).digest()[:57]) + b"\r\n"
    return (
        (
            f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
            f"--x\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--x\r\nContent-Type: application/octet-stream\r\n"
            'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="data.bin"\r\n\r\n'
        ).encode()
        + line * (size // len(line) + 1)
        + b"--x--\r\n"
    )


def ended(process: subprocess.Popen[bytes], tally: Tally) -> int:
    """Wait for a program; one that does not end is killed and counted."""
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        tally.hung += 1
        process.kill()
        return process.wait()


def finish(place: Installation, tally: Tally, *words: str) -> None:
    """Run the program in peace; it must end well."""
    code = ended(place.start(*(words or ("poll",))), tally)
    tally.expect(code == 0, f"the run after it ended with {code}")


@contextlib.contextmanager
def small_disk(place: Path, size: int) -> Iterator[Callable[[int, str], None]]:
    """A disk of so many bytes at a directory, and what gives it another size, or `ro` or `rw`. Needs root."""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(place)], check=True)

    def again(bytes_: int, mode: str = "rw") -> None:
        subprocess.run(["mount", "-o", f"remount,{mode},size={bytes_}", str(place)], check=True)

    try:
        yield again
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def can_mount() -> bool:
    """Whether this user may make a small disk."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder), 1 << 20):
                return True
        except (subprocess.CalledProcessError, OSError):
            return False


def fresh(directory: Path, name: str) -> Path:
    """An empty directory for one try."""
    path = directory / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path
