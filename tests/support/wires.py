"""Mail servers and lines to them that fail while a whole run is at work."""

from __future__ import annotations

import random
from pathlib import Path

from intake.config import Mailbox
from intake.errors import IntakeError
from intake.run import Summary
from servers.dovecot import dovecot
from servers.embedded import pymap
from servers.proxy import proxy
from servers.scripted import CLOSE, Script, ok, scripted
from servers.server import ImapServer
from support.installation import Installation
from support.trials import Tally, Trial, fresh, installed, small

MESSAGES = 20


def cut_lines(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Cut the connection at points spread over a whole session, by FIN and by RST; each time a store of its own."""
    return _broken_lines(tries, directory, timeout=15, stall=False)


def stalled_lines(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Let the line fall silent at points spread over a whole session."""
    return _broken_lines(tries, directory, timeout=1, stall=True)


def _broken_lines(tries: int, directory: Path, *, timeout: int, stall: bool) -> Tally:
    tally, polls = Tally(), 0
    with pymap() as server:
        server.deliver(small(number, 2000) for number in range(MESSAGES))
        with proxy(server.port) as between:
            mailbox = server.mailbox("starttls", port=between.port, timeout=timeout)
            installed(fresh(directory, "whole"), mailbox).poll()
            total = between.passed
            for point in range(tries):
                between.settle()
                between.reset = bool(point % 2)
                after = 1 + point * total // tries
                between.arm(**({"stall_after": after} if stall else {"drop_after": after}), faults=1)
                place = installed(fresh(directory, f"cut {point}"), mailbox)
                runs = _until_good(place, tally)
                polls = max(polls, len(runs))
                tally.count(place, MESSAGES, sightings=MESSAGES)
                tally.tries += 1
    tally.seen = f"all there after at most {polls} polls; exit code 75 where one did not do"
    return tally


def _until_good(place: Installation, tally: Tally) -> list[Summary]:
    runs: list[Summary] = []
    while len(runs) < 5:
        runs.append(place.poll())
        if runs[-1].exit_code == 0:
            return runs
        tally.expect(runs[-1].exit_code in (1, 75), f"ended with {runs[-1].exit_code}")
    tally.wrong.append("did not come to an end in five polls")
    return runs


def wrong_answers(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Once in a session, at a random command, the server says NO, BYE, OK without what was asked, or nothing."""
    tally = Tally()
    answers = (ok(text=b"NO not now"), b"* BYE going down\r\n" + CLOSE, ok(), CLOSE, ok(text=b"BAD what"))
    for number in range(tries):
        script = Script(messages={uid: small(uid) for uid in range(1, 9)})
        wrong, at = answers[number % len(answers)], moments.randrange(2, 9)

        def answer(command: str, script: Script = script, wrong: bytes = wrong, at: int = at) -> bytes | None:
            return wrong if len(script.commands) == at and not command.startswith("LOGIN") else None

        script.answer = answer
        with scripted(script):
            place = installed(fresh(directory, f"answer {number}"), script.mailbox())
            _until_good(place, tally)
        tally.count(place, 8, sightings=8)
        tally.tries += 1
    tally.seen = "fetched by the same run over a new connection, or by the next"
    return tally


def one_that_never_comes(tries: int, moments: random.Random, directory: Path) -> Tally:
    """One message ends the connection whenever it is asked for; its attempts are kept across runs."""
    tally = Tally()
    for number in range(tries):
        bad = moments.randrange(1, 12)
        script = Script(messages={uid: small(uid) for uid in range(1, 12)})

        def answer(command: str, script: Script = script, bad: int = bad) -> bytes | None:
            if not command.startswith("UID FETCH") or "BODY.PEEK[]" not in command:
                return None
            uids = command.split()[2]
            asked = {uid for part in uids.split(",") for uid in _range(part)}
            return CLOSE if bad in asked else None

        script.answer = answer
        with scripted(script):
            place = installed(fresh(directory, f"never {number}"), script.mailbox(), attempts=3)
            codes = [place.poll().exit_code for _ in range(4)]
        tally.expect(codes == [1, 1, 1, 0], f"polls ended with {codes}")
        tally.count(place, 10, sightings=11)
        with place.store() as store:
            tally.expect(store.ledger().fetch_set_aside == 1, "it is not set aside")
            tally.expect(len(list(store.set_aside())) == 1, "it is not shown")
        tally.tries += 1
    tally.seen = "set aside after 3 runs and shown; the 10 others came with the first"
    return tally


def _range(part: str) -> range:
    first, _, last = part.partition(":")
    return range(int(first), int(last or first) + 1)


def expunged(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Messages that SEARCH lists are gone when they are asked for."""
    tally = Tally()
    for number in range(tries):
        gone = set(moments.sample(range(1, 12), 3))
        script = Script(messages={uid: small(uid) for uid in range(1, 12)})

        def answer(command: str, script: Script = script, gone: set[int] = gone) -> bytes | None:
            if command.startswith("UID FETCH"):
                for uid in gone:
                    script.messages.pop(uid, None)
            return None

        script.answer = answer
        with scripted(script):
            place = installed(fresh(directory, f"gone {number}"), script.mailbox())
            tally.expect(place.poll().exit_code == 0, "the poll did not end well")
            tally.expect(place.poll().counts["new messages"] == 0, "the next poll found something new")
        tally.count(place, 8, sightings=11)
        with place.store() as store:
            tally.expect(store.ledger().gone == 3, "they are not called gone")
        tally.tries += 1
    tally.seen = "in the ledger as gone, the others kept"
    return tally


def rebuilt_folders(tries: int, moments: random.Random, directory: Path) -> Tally:
    """The folder has another UIDVALIDITY and other UIDs, and a few new messages."""
    tally = Tally()
    loaded = 0
    for number in range(tries):
        old, new = 30, 1 + number % 4
        with dovecot() as server:
            server.deliver(small(each) for each in range(old))
            place = installed(fresh(directory, f"rebuilt {number}"), server.mailbox())
            place.poll()
            assert server.forget_uids
            server.forget_uids()
            server.deliver(small(each) for each in range(old, old + new))
            with proxy(server.port) as between:
                again = installed(place.directory, server.mailbox(port=between.port))
                summary = again.poll()
                loaded += between.passed
        known = summary.counts["seen before"]
        tally.expect(summary.counts["new messages"] == new, f"{summary.counts['new messages']} new for {new}")
        tally.expect(known == old, f"{known} recognised of {old}")
        tally.count(place, old + new)
        tally.tries += 1
    tally.seen = f"30 of 30 recognised; {loaded // max(1, tries) // 1000} kB came over the line for each"
    return tally


def missing_folders(tries: int, moments: random.Random, directory: Path) -> Tally:
    """One of three folders is gone or was renamed."""
    tally = Tally()
    for number in range(tries):
        with pymap() as server:
            server.deliver(small(each) for each in range(5))
            with server.login() as client:
                client.create_folder("Later")
            server.deliver([small(5)], folder="Later")
            mailbox = server.mailbox("starttls", folders=("INBOX", "Renamed", "Later"))
            place = installed(fresh(directory, f"folder {number}"), mailbox)
            summary = place.poll()
        said = str(summary.faults[0]) if summary.faults else ""
        tally.expect(summary.exit_code == 75 and "'Renamed'" in said and "'Later'" in said, f"said {said!r}")
        tally.count(place, 6, sightings=6)
        tally.tries += 1
    tally.seen = "75, named with the folders there are; the others were read"
    return tally


def refusals(tries: int, moments: random.Random, directory: Path) -> Tally:
    """Wrong password, expired certificate, host unknown, nobody listening."""
    tally = Tally()

    def refused(mailbox: Mailbox, code: int, words: str) -> None:
        try:
            summary = installed(fresh(directory, "refused"), mailbox).poll()
            faults: list[IntakeError] = summary.faults
        except IntakeError as error:
            faults = [error]
        said = str(faults[0]) if faults else "nothing"
        tally.expect([fault.exit_code for fault in faults] == [code] and words in said, f"said {said!r}")
        tally.expect("\n  " in said, f"no word on what to do: {said!r}")
        tally.tries += 1

    for _ in range(tries):
        with pymap() as server:
            refused(server.mailbox("starttls", password="wrong horse"), 77, "not let in")
            refused(server.mailbox("starttls", host="no.such.host.invalid"), 75, "no.such.host.invalid")
            refused(server.mailbox("starttls", port=1), 75, "refused")
        with dovecot(valid=("20200101000000Z", "20200201000000Z")) as old:
            refused(old.mailbox("tls"), 75, "expired")
    tally.seen = "77 for the password, 75 else, each with what to do"
    return tally


def large_messages(tries: int, moments: random.Random, directory: Path) -> Tally:
    """A message of 60 MB between others: over the limit, and again with a higher limit."""
    tally = Tally()
    for number in range(tries):
        with dovecot() as server:
            _deliver_large(server)
            place = installed(fresh(directory, f"large {number}"), server.mailbox(), attempts=1)
            codes = [place.poll().exit_code, place.poll().exit_code]
            tally.expect(codes == [1, 0], f"polls ended with {codes}")
            tally.count(place, 2, sightings=3)
            with place.store() as store:
                (trouble,) = store.set_aside()
            tally.expect("is larger than 52.4 MB" in trouble.problem, f"said {trouble.problem!r}")
            wide = installed(fresh(directory, f"wide {number}"), server.mailbox())
            text = wide.path.read_text(encoding="utf-8")
            wide.path.write_text(
                text.replace("[limits]", "[limits]\nmessage_bytes = 80000000"), encoding="utf-8"
            )
            tally.expect(wide.poll().exit_code == 0, "with a higher limit it does not come")
            tally.count(wide, 3, sightings=3)
        tally.tries += 1
    tally.seen = "not downloaded, shown with its size; with a higher limit read like any other"
    return tally


def _deliver_large(server: ImapServer) -> None:
    server.deliver([small(0), small(1, 60_000_000), small(2)])


TRIALS = (
    Trial("the connection is cut", "FIN and RST at points spread over a whole session", 40, 4, cut_lines),
    Trial(
        "the line falls silent", "at points spread over a whole session, timeout 1 s", 12, 1, stalled_lines
    ),
    Trial(
        "the server answers wrongly",
        "NO, BYE, OK without data, end, BAD, at a random command",
        40,
        5,
        wrong_answers,
    ),
    Trial(
        "a message that can never be fetched",
        "the server ends the connection at it",
        8,
        1,
        one_that_never_comes,
    ),
    Trial("messages gone between SEARCH and FETCH", "three of eleven", 8, 1, expunged),
    Trial("another UIDVALIDITY", "Dovecot's index removed, new mail on top", 8, 1, rebuilt_folders),
    Trial("a folder is gone or renamed", "one of three that are configured", 4, 1, missing_folders),
    Trial("no way in", "wrong password, expired certificate, unknown host, closed port", 4, 1, refusals),
    Trial("a message of 60 MB", "between others, below and above the limit", 2, 1, large_messages),
)
