"""Reading folders from real servers: everything once, in order, without a trace."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from intake.config import Limits
from intake.errors import MailboxError
from intake.mailbox import answers, imap
from intake.mailbox.imap import ImapMailbox, connect
from intake.model import Sighting
from servers.server import PASSWORD, ImapServer, Security

LIMITS = Limits()


def message(number: int, size: int = 300) -> bytes:
    """Return a small application whose Message-ID tells its number."""
    head = (
        b"From: Ada Example <ada%d@example.edu>\r\nTo: interns@example.com\r\n"
        b"Subject: Internship %d\r\nMessage-ID: <%d@example.edu>\r\n"
        b"Date: Mon, 1 Jan 2024 10:00:00 +0000\r\n\r\n" % (number, number, number)
    )
    return head + b"\r\n".join([b"x" * 76] * (size // 78 + 1)) + b"\r\n"


def reach(
    server: ImapServer,
    *,
    security: Security = "starttls",
    limits: Limits = LIMITS,
    port: int | None = None,
    deadline: float | None = None,
    timeout: int = 15,
) -> ImapMailbox:
    """Return intake's connection to a server."""
    mailbox = server.mailbox(security, port=port, timeout=timeout)
    return connect(mailbox, PASSWORD, limits, deadline_seconds=deadline)


def raws(sightings: Iterable[Sighting]) -> list[bytes | None]:
    """Return the bytes of sightings."""
    return [sighting.raw for sighting in sightings]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_everything_once_in_order_unread(server: ImapServer, security: Security) -> None:
    if server.tls_port is None:
        security = "starttls"
    sent = [message(number, 40 * number) for number in range(120)]
    server.deliver(sent)
    before = datetime.now(UTC)
    with reach(server, security=security) as mailbox:
        folder = mailbox.open("INBOX")
        assert (folder.name, folder.exists) == ("INBOX", 120)
        uids = mailbox.uids(0)
        assert uids == sorted(uids)
        sightings = list(mailbox.fetch(uids))
    assert raws(sightings) == sent
    assert [sighting.place.uid for sighting in sightings] == uids
    for sighting in sightings:
        assert sighting.place.uidvalidity == folder.uidvalidity
        assert (sighting.place.mailbox, sighting.place.folder) == (server.name, "INBOX")
        assert sighting.internal_date is not None
        assert sighting.internal_date.utcoffset() == timedelta(0)
        assert abs(sighting.internal_date - before) < timedelta(minutes=5)
    with server.login() as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search("UNSEEN") == uids


def test_only_what_is_new(server: ImapServer) -> None:
    server.deliver(message(number) for number in range(3))
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        first = mailbox.uids(0)
        assert mailbox.uids(first[0]) == first[1:]
        assert mailbox.uids(first[-1]) == []
        assert mailbox.uids(first[-1] + 1000) == []
    server.deliver([message(3)])
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        (new,) = mailbox.uids(first[-1])
        assert new > first[-1]
        assert raws(mailbox.fetch([new])) == [message(3)]


def test_empty_folder(server: ImapServer) -> None:
    with reach(server) as mailbox:
        assert mailbox.open("INBOX").exists == 0
        assert mailbox.uids(0) == []
        assert list(mailbox.fetch([])) == []


def test_nothing_new_asks_nothing(server: ImapServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.deliver([message(1)])
    with reach(server) as mailbox:
        folder = mailbox.open("INBOX")

        def ask(*_: object, **__: object) -> None:
            raise AssertionError("a command was sent")

        monkeypatch.setattr(mailbox._connection, "run", ask)
        assert mailbox.uids(folder.uidnext - 1) == []
        monkeypatch.undo()


@pytest.mark.parametrize("window", [1, 2, 3, 7, 100])
def test_wide_ranges_are_searched_by_position(
    server: ImapServer, monkeypatch: pytest.MonkeyPatch, window: int
) -> None:
    """However many UIDs there are, each answer stays short and none is left out."""
    server.deliver(message(number) for number in range(7))
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        everything = mailbox.uids(0)
        monkeypatch.setattr(imap, "WINDOW", window)
        for after in (0, everything[0], everything[2], everything[-2], everything[-1]):
            assert mailbox.uids(after) == [uid for uid in everything if uid > after]


def test_search_goes_down_while_messages_are_removed(
    server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that moves down a position between two searches is still found."""
    server.deliver(message(number) for number in range(6))
    monkeypatch.setattr(imap, "WINDOW", 2)
    with reach(server) as mailbox, server.login() as other:
        mailbox.open("INBOX")
        other.select_folder("INBOX")
        uids = other.search("ALL")
        search = mailbox._search
        done: list[object] = []

        def remove_one_first(*criteria: str) -> list[int]:
            if len(done) == 1:
                other.delete_messages([uids[0]])
                other.expunge()
                mailbox._connection.run(lambda client: client.noop())
            done.append(criteria)
            return search(*criteria)

        monkeypatch.setattr(mailbox, "_search", remove_one_first)
        assert set(mailbox.uids(0)) >= set(uids[1:])


def test_message_removed_after_search(server: ImapServer) -> None:
    """What another client removed is told apart from what failed; what servers still give is kept."""
    server.deliver(message(number) for number in range(4))
    with reach(server) as mailbox, server.login() as other:
        mailbox.open("INBOX")
        uids = mailbox.uids(0)
        other.select_folder("INBOX")
        other.delete_messages([uids[1]])
        other.expunge()
        first, second, third, fourth = mailbox.fetch(uids)
        assert raws([first, third, fourth]) == [message(0), message(2), message(3)]
        if second.raw is None:
            assert second.gone
            assert second.problem == "is gone from the folder"
        else:  # some servers keep it for sessions that may still want it
            assert second.raw == message(1)
            assert server.name in ("cyrus", "pymap")
        again = list(mailbox.fetch(uids))
        assert [sighting.gone for sighting in again][0::2] == [False, False]
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        (lost,) = mailbox.fetch([uids[1]])
        assert (lost.raw, lost.gone) == (None, True)


def test_uid_that_never_was(server: ImapServer) -> None:
    server.deliver([message(1)])
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        (uid,) = mailbox.uids(0)
        found, lost = mailbox.fetch([uid, uid + 1000])
        assert found.raw == message(1)
        assert (lost.raw, lost.gone, lost.place.uid) == (None, True, uid + 1000)


def test_too_large_is_not_downloaded(server: ImapServer) -> None:
    server.deliver([message(1), message(2, 50_000), message(3)])
    with reach(server, limits=Limits(message_bytes=10_000)) as mailbox:
        mailbox.open("INBOX")
        small, large, last = mailbox.fetch(mailbox.uids(0))
    assert (small.raw, last.raw) == (message(1), message(3))
    assert large.raw is None
    assert large.problem == "is larger than 0.0 MB (0.1 MB)"
    assert large.internal_date
    assert not large.gone


def test_batches_are_bounded_by_size(server: ImapServer, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = [message(number, size) for number, size in enumerate([100, 9000, 100, 100, 4000, 4000, 4000])]
    server.deliver(sent)
    monkeypatch.setattr(answers, "BATCH_BYTES", 8500)
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        bodies = mailbox._bodies
        asked: list[int] = []

        def note(uids: list[int], size: int) -> dict[int, bytes]:
            asked.append(len(uids))
            return bodies(uids, size)

        monkeypatch.setattr(mailbox, "_bodies", note)
        assert raws(mailbox.fetch(mailbox.uids(0))) == sent
    assert asked == [1, 1, 3, 2]


def test_new_uidvalidity_is_seen(server: ImapServer) -> None:
    server.deliver([message(1)])
    with reach(server) as mailbox:
        before = mailbox.open("INBOX").uidvalidity
    assert server.forget_uids
    server.forget_uids()
    with reach(server) as mailbox:
        assert mailbox.open("INBOX").uidvalidity != before


def test_glimpse(server: ImapServer) -> None:
    """A message is recognised by what takes a few bytes, without its text."""
    sent = [message(number, 5000 * number) for number in range(60)]
    server.deliver(sent)
    with reach(server) as mailbox:
        mailbox.open("INBOX")
        uids = mailbox.uids(0)
        seen = list(mailbox.glimpse([*uids, uids[-1] + 9]))
        fetched = list(mailbox.fetch(uids))
    assert [glimpse.place for glimpse in seen] == [sighting.place for sighting in fetched]
    assert [glimpse.size for glimpse in seen] == [len(raw) for raw in sent]
    assert [glimpse.internal_date for glimpse in seen] == [sighting.internal_date for sighting in fetched]
    for number, glimpse in enumerate(seen):
        assert b"<%d@example.edu>" % number in glimpse.header
        assert b"10:00:00 +0000" in glimpse.header
        assert b"Internship" not in glimpse.header
    with server.login() as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search("UNSEEN") == uids


def test_folder_that_is_not_there(server: ImapServer) -> None:
    name = "INBOX.Applications" if server.name == "courier" else "Applications"
    with server.login() as client:
        client.create_folder(name)
    with reach(server) as mailbox:
        with pytest.raises(MailboxError, match="folder 'Bewerbungen & mehr' cannot be opened") as caught:
            mailbox.open("Bewerbungen & mehr")
        assert repr(name) in caught.value.hint
        assert "'INBOX'" in caught.value.hint
        assert mailbox.open("INBOX").exists == 0


@pytest.mark.parametrize("name", ["Praktikum für alle", "インターン", 'with "quotes"', "a\\b", "R&D"])
def test_folder_names(dovecot_server: ImapServer, name: str) -> None:
    with dovecot_server.login() as client:
        client.create_folder(name)
    dovecot_server.deliver([message(1)], folder=name)
    with reach(dovecot_server) as mailbox:
        assert mailbox.open(name).exists == 1
        assert raws(mailbox.fetch(mailbox.uids(0))) == [message(1)]


def test_folder_name_cannot_hold_a_command(dovecot_server: ImapServer) -> None:
    dovecot_server.deliver([message(1)])
    with reach(dovecot_server) as mailbox:
        with pytest.raises(MailboxError):
            mailbox.open('x"\r\nA1 SELECT INBOX\r\nA2 STORE 1 +FLAGS (\\Deleted)\r\n')
        mailbox.open("INBOX")
        assert raws(mailbox.fetch(mailbox.uids(0))) == [message(1)]


def test_open_comes_first(dovecot_server: ImapServer) -> None:
    with reach(dovecot_server) as mailbox, pytest.raises(ValueError, match="open a folder first"):
        mailbox.uids(0)


def test_logs_hold_neither_password_nor_mail(
    dovecot_server: ImapServer, caplog: pytest.LogCaptureFixture
) -> None:
    dovecot_server.deliver([message(1)])
    caplog.set_level(logging.DEBUG)
    logging.getLogger("imapclient").setLevel(logging.DEBUG)
    with reach(dovecot_server, security="none") as mailbox:
        mailbox.open("INBOX")
        list(mailbox.fetch(mailbox.uids(0)))
        shown = f"{mailbox!r} {vars(mailbox)!r} {mailbox._connection!r}"
    said = "\n".join(record.getMessage() for record in caplog.records)
    for text in ("horse", "ada1@example.edu", "x" * 76):
        assert text not in said
    assert "ada1" not in shown


def test_an_idle_session_is_taken_up_again(dovecot_server: ImapServer) -> None:
    """A server may log an idle client out while a long batch is being read."""
    dovecot_server.deliver(message(number) for number in range(60))
    with reach(dovecot_server) as mailbox:
        mailbox.open("INBOX")
        got = []
        for sighting in mailbox.fetch(mailbox.uids(0)):
            got.append(sighting.raw)
            if len(got) == 50:
                mailbox._connection._client.socket().shutdown(2)
        assert got == [message(number) for number in range(60)]


def test_many_messages(dovecot_server: ImapServer) -> None:
    sent = [message(number) for number in range(2000)]
    dovecot_server.deliver(sent)
    began = time.monotonic()
    with reach(dovecot_server) as mailbox:
        mailbox.open("INBOX")
        assert raws(mailbox.fetch(mailbox.uids(0))) == sent
    print(f"{2000 / (time.monotonic() - began):.0f} messages a second")
