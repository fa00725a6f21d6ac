"""Ratios against bare uses of the same libraries, on the same bytes, in one run: `python tests/benchmarks/run.py`.

Each pair is measured in turns, several times, and the best of each counts: what else the machine does then tells
little. Processing is measured in CPU seconds, what talks to a server or starts a program by the clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mailparser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from intake import Limits, load_programme, process  # noqa: E402 - the tests' folder is found first
from intake.documents import read  # noqa: E402
from intake.mailbox import imap  # noqa: E402
from intake.model import Attachment, Document, Message  # noqa: E402
from intake.parse import parse  # noqa: E402
from servers.dovecot import dovecot  # noqa: E402
from servers.server import PASSWORD, ImapServer  # noqa: E402
from support.installation import Installation  # noqa: E402

Work = Callable[[], object]


def compared(name: str, own: Work, bare: Work, *, clock: Callable[[], float], times: int) -> None:
    """Measure both in turns and print seconds and ratio."""
    best = [float("inf"), float("inf")]
    for _ in range(times):
        for at, work in enumerate((own, bare)):
            begun = clock()
            work()
            best[at] = min(best[at], clock() - begun)
    print(f"{name:<44} {best[0]:8.3f} s  {best[1]:8.3f} s  {best[0] / best[1]:7.2f}", flush=True)


def attachments(message: Message) -> list[Attachment]:
    """The attachments of a message and of those within it."""
    return [*message.attachments, *(one for inner in message.inner for one in attachments(inner))]


def processing(raws: list[bytes], times: int) -> None:
    """First processing against mail-parser and the readers alone, and processing again with the texts kept."""
    programme, limits = load_programme(ROOT / "config" / "programme.toml"), Limits()
    within = [attachments(parse(raw, limits)) for raw in raws]
    kept: list[dict[str, tuple[Document, ...]]] = []

    def first() -> None:
        kept.clear()
        for raw in raws:
            texts: dict[str, tuple[Document, ...]] = {}

            def reading(source: str, attachment: Attachment, limits: Limits, texts: Any = texts) -> Any:
                return texts.setdefault(source, read(source, attachment, limits))

            process(raw, programme, limits=limits, read=reading)
            kept.append(texts)

    def bare() -> None:
        for raw, found in zip(raws, within, strict=True):
            mailparser.parse_from_bytes(raw)
            for attachment in found:
                read("attachment:bare", attachment, limits)

    def again() -> None:
        for raw, texts in zip(raws, kept, strict=True):
            process(raw, programme, limits=limits, read=lambda source, _, __, texts=texts: texts[source])  # type: ignore[misc]

    compared("first processing / mail-parser and readers", first, bare, clock=time.process_time, times=times)
    compared("processing again / first processing", again, first, clock=time.process_time, times=times)


def fetching(server: ImapServer, count: int, times: int) -> None:
    """Fetching against a bare imapclient loop without its debug lines, in batches."""
    body = (
        b"From: a@example.edu\r\nSubject: %d\r\n\r\n" + b"Some words of a letter, and more of them.\r\n" * 700
    )
    server.deliver(body % number for number in range(count))

    def fetch() -> None:
        with imap.connect(server.mailbox(), PASSWORD, Limits()) as box:
            box.open("INBOX")
            assert sum(1 for _ in box.fetch(box.uids(0))) == count

    def bare_fetch() -> None:
        with server.login() as client:
            client._imap.debug = 0
            client.select_folder("INBOX", readonly=True)
            uids = client.search(["ALL"])
            for at in range(0, count, 100):
                client.fetch(uids[at : at + 100], ["BODY.PEEK[]", "INTERNALDATE"])

    compared(
        f"fetching {count} mails of 30 kB / imapclient",
        fetch,
        bare_fetch,
        clock=time.perf_counter,
        times=times,
    )


def polling(server: ImapServer, count: int, times: int) -> None:
    """A poll that finds nothing new against a bare login, select and search."""
    server.deliver(b"From: a@example.edu\r\nSubject: %d\r\n\r\nHi\r\n" % number for number in range(count))
    with tempfile.TemporaryDirectory() as folder:
        place = Installation(Path(folder), server.mailbox())
        place.poll()

        def bare_poll() -> None:
            with server.login() as client:
                client.select_folder("INBOX", readonly=True)
                client.search(["UID", f"{count}:*"])

        name = f"poll, nothing new of {count} / imapclient"
        compared(name, place.poll, bare_poll, clock=time.perf_counter, times=times * 5)


def starting(times: int) -> None:
    """`intake --help` against Python with click alone."""

    def help_() -> None:
        subprocess.run([sys.executable, "-m", "intake", "--help"], stdout=subprocess.DEVNULL, check=True)

    def click_alone() -> None:
        subprocess.run([sys.executable, "-c", "import click"], check=True)

    compared("intake --help / import click", help_, click_alone, clock=time.perf_counter, times=times * 3)


def main() -> None:
    """Run all of them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--emails", type=Path, default=ROOT / "fixtures" / "emails", help="a folder of .eml files"
    )
    options.add_argument("--messages", type=int, default=1000, help="mails on the server")
    options.add_argument("--times", type=int, default=3, help="turns; the best counts")
    given = options.parse_args()
    print(f"{'':<44} {'intake':>10}  {'bare':>10}  {'ratio':>7}")
    starting(given.times)
    processing([path.read_bytes() for path in sorted(given.emails.glob("*.eml"))], given.times)
    with dovecot() as server:
        fetching(server, given.messages, given.times)
    with dovecot() as server:
        polling(server, given.messages, given.times)


if __name__ == "__main__":
    main()
