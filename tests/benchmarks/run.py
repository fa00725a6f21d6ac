"""Ratios against bare uses of the same libraries, on the same bytes, in one run: `python tests/benchmarks/run.py`.

Each pair is measured in turns, several times, and the best of each counts: what else the machine does then tells
little. Processing is measured in CPU seconds, what talks to a server or starts a program by the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import multiprocessing
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import docx
import mailparser
import pypdfium2
from pdfminer.high_level import extract_text

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from benchmarks.scale import mail  # noqa: E402 - the tests' folder is found first
from intake import Limits, Programme, load_programme, process  # noqa: E402
from intake.documents import read  # noqa: E402
from intake.fields.rules import RULES, Rule  # noqa: E402
from intake.mailbox import imap  # noqa: E402
from intake.model import Attachment, Document, Message, Record  # noqa: E402
from intake.parse import parse  # noqa: E402
from intake.process import again as kept_again  # noqa: E402
from intake.workers.handling import Job, workers  # noqa: E402
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
    """First processing against mail-parser and the readers, then the libraries, alone; processing again against first.

    Again with every mail parsed and every rule asked, only its texts kept; then by what was kept of it, with nothing
    stale, with each rule of another version, with all rules, and with another programme.
    """
    programme, limits = load_programme(ROOT / "config" / "programme.toml"), Limits()
    within = [attachments(parse(raw, limits)) for raw in raws]
    kept: list[dict[str, tuple[Document, ...]]] = []
    records: list[Record] = []

    def first() -> None:
        kept.clear()
        records.clear()
        for raw in raws:
            texts: dict[str, tuple[Document, ...]] = {}

            def reading(source: str, attachment: Attachment, limits: Limits, texts: Any = texts) -> Any:
                return texts.setdefault(source, read(source, attachment, limits))

            records.append(process(raw, programme, limits=limits, read=reading))
            kept.append(texts)

    def bare() -> None:
        for raw, found in zip(raws, within, strict=True):
            mailparser.parse_from_bytes(raw)
            for attachment in found:
                read("attachment:bare", attachment, limits)

    def libraries() -> None:
        for raw, found in zip(raws, within, strict=True):
            mailparser.parse_from_bytes(raw)
            for attachment in found:
                _by_its_library(attachment, limits)

    def again() -> None:
        for raw, texts in zip(raws, kept, strict=True):
            process(raw, programme, limits=limits, read=lambda source, _, __, texts=texts: texts[source])  # type: ignore[misc]

    compared("first processing / mail-parser and readers", first, bare, clock=time.process_time, times=times)
    compared("the same / the libraries as they are", first, libraries, clock=time.process_time, times=times)

    def by_kept(programme: Programme) -> Work:
        return lambda: [
            kept_again(record.kept, record.documents, programme) for record in made if record.kept
        ]

    compared("read again, texts kept / first processing", again, first, clock=time.process_time, times=times)
    made = records.copy()
    tracks = tuple(t.model_copy(update={"names": (*t.names, "another name")}) for t in programme.tracks)
    changes: dict[str, tuple[Programme, tuple[str, ...]]] = {
        "nothing stale": (programme, ()),
        "a date of the programme": (programme.model_copy(update={"openings": programme.openings[:1]}), ()),
        "the programme's tracks": (programme.model_copy(update={"tracks": tracks}), ()),
        **{f"the rule {name}": (programme, (name,)) for name in RULES},
        "all rules": (programme, tuple(RULES)),
    }
    for what, (now, names) in changes.items():
        newer = {name: replace(RULES[name], version=RULES[name].version + 1) for name in names}
        with patch.dict(cast(dict[str, Rule], RULES), newer):
            compared(f"again, {what} / first", by_kept(now), first, clock=time.process_time, times=times)


def reprocessing(messages: int) -> None:
    """`reprocess --stale` on a mailbox of small mails, by the clock, beside the import that took them in."""
    with tempfile.TemporaryDirectory() as folder:
        mails, place = Path(folder) / "mails", Installation(Path(folder))
        mails.mkdir()
        for number in range(messages):
            (mails / f"{number:06}.eml").write_bytes(mail(number))
        begun = time.perf_counter()
        place.command("import", str(mails)).check_returncode()
        taken = time.perf_counter() - begun
        print(f"import of {messages} small mails: {taken:.1f} s")
        for names in ((), ("track",), ("period",), ("coursework",), ("kind",), ("roles",), tuple(RULES)):
            with sqlite3.connect(place.config.store.directory / "intake.db") as db:
                db.execute("UPDATE record SET versions = '{}'")
                for name in names:
                    db.execute("UPDATE kept SET answers = json_replace(answers, ?, '')", [f"$.{name}[0]"])
            begun = time.perf_counter()
            place.command("reprocess", "--stale").check_returncode()
            seconds = time.perf_counter() - begun
            said = " ".join(names) if len(names) < len(RULES) else "all rules"
            print(
                f"  reprocess --stale, {said or 'nothing'} changed: {seconds:6.2f} s, 1/{taken / seconds:.0f}"
            )


def pages(raws: list[bytes], times: int) -> None:
    """PDF files by the page: the reader against pdfminer's `extract_text`, with pdfium as the limit of what can be had.

    Files of which pdfminer gives no text (scans, damaged and locked ones) are left out.
    """
    limits = Limits()
    found = [a for raw in raws for a in attachments(parse(raw, limits)) if b"%PDF" in a.content[:1024]]
    files = [(file, text) for file in found if (text := _by_pdfminer(file.content)).strip()]
    count = sum(len(pypdfium2.PdfDocument(file.content)) for file, _ in files)
    if not count:
        return

    def own() -> list[str]:
        return [read("attachment:bare", file, limits)[0].text or "" for file, _ in files]

    def pdfminer() -> None:
        for file, _ in files:
            _by_pdfminer(file.content)

    def pdfium() -> None:
        for file, _ in files:
            document = pypdfium2.PdfDocument(file.content)
            for number in range(len(document)):
                document[number].get_textpage().get_text_bounded()

    compared(f"{count} pages of PDF / pdfminer", own, pdfminer, clock=time.process_time, times=times)
    compared(f"{count} pages of PDF / pdfium", own, pdfium, clock=time.process_time, times=times)
    theirs = [_words(text) for _, text in files]
    lost = sum(len(words - _words(text)) for words, text in zip(theirs, own(), strict=True))
    print(f"  words of pdfminer's that the reader lacks: {lost} of {sum(map(len, theirs))}")


def _by_its_library(attachment: Attachment, limits: Limits) -> None:
    """Read a file as its library's own documentation does it; by the reader where that is no library's own."""
    if b"%PDF" in attachment.content[:1024]:
        _by_pdfminer(attachment.content)
        return
    if b"word/document.xml" in attachment.content:
        with contextlib.suppress(Exception):  # python-docx raises what damaged files lead it to
            word = docx.Document(io.BytesIO(attachment.content))
            "\n".join(paragraph.text for paragraph in word.paragraphs)
            return
    read("attachment:bare", attachment, limits)


def _by_pdfminer(content: bytes) -> str:
    try:
        return str(extract_text(io.BytesIO(content)))
    except Exception:  # it raises what damaged files lead it to
        return ""


def _words(text: str) -> set[str]:
    """The different words of a text, without pdfminer's "(cid:127)" for characters that a file does not name."""
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold().replace("(cid:", " ")))


def _loop(total: int) -> int:
    for number in range(20_000_000):
        total += number
    return total


def working(raws: list[bytes], messages: int, times: int) -> None:
    """Two fenced workers against one, on the same messages, all up before the clock runs.

    Two plain loops in two processes say what the machine gives: where it is busy, no program runs twice as fast in two.
    """
    with multiprocessing.Pool(1) as one_loop, multiprocessing.Pool(2) as two_loops:
        compared(
            "two plain loops: two processes / one",
            lambda: two_loops.map(_loop, (0, 0), 1),
            lambda: one_loop.map(_loop, (0, 0), 1),
            clock=time.perf_counter,
            times=times,
        )
    programme = load_programme(ROOT / "config" / "programme.toml")
    jobs = [Job(str(number), raws[number % len(raws)]) for number in range(max(messages, len(raws)))]
    with workers(programme, 1, Limits()) as one, workers(programme, 2, Limits()) as two:
        for pool in (one, two):
            assert len(list(pool.run(jobs[:8]))) == 8
        name = f"{len(jobs)} messages: two workers / one"
        compared(
            name,
            lambda: list(two.run(jobs)),
            lambda: list(one.run(jobs)),
            clock=time.perf_counter,
            times=times,
        )


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
    """Run all of them, or those that are named."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--emails", type=Path, default=ROOT / "fixtures" / "emails", help="a folder of .eml files"
    )
    options.add_argument(
        "--messages", type=int, default=1000, help="mails on the server, and for the workers"
    )
    options.add_argument("--times", type=int, default=3, help="turns; the best counts")
    parts = ("starting", "processing", "reprocessing", "pages", "working", "fetching", "polling")
    options.add_argument("--only", nargs="+", choices=parts, default=parts, help="parts to run")
    given = options.parse_args()
    raws = [path.read_bytes() for path in sorted(given.emails.glob("*.eml"))]
    print(f"{'':<44} {'intake':>10}  {'bare':>10}  {'ratio':>7}")
    here: dict[str, Work] = {
        "starting": lambda: starting(given.times),
        "processing": lambda: processing(raws, given.times),
        "reprocessing": lambda: reprocessing(given.messages),
        "pages": lambda: pages(raws, given.times),
        "working": lambda: working(raws, given.messages, given.times),
    }
    for part, work in here.items():
        if part in given.only:
            work()
    for part, ask in (("fetching", fetching), ("polling", polling)):
        if part in given.only:
            with dovecot() as server:
                ask(server, given.messages, given.times)


if __name__ == "__main__":
    main()
