"""Connections to real servers that are cut, reset, stalled and slowed at many points: everything arrives once."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import pytest

from intake.config import Limits
from intake.errors import MailboxError
from intake.mailbox.imap import connect
from intake.model import Sighting
from servers.courier import courier
from servers.dovecot import dovecot
from servers.proxy import Proxy, proxy
from servers.server import HOST, PASSWORD, ImapServer, Security

MESSAGES = 12
CUTS = {
    "pymap": 8,
    "cyrus": 12,
    "courier": 12,
}  # places in a session, else 24; some servers are slow to log in


def message(number: int) -> bytes:
    head = b"From: ada%d@example.edu\r\nSubject: Internship %d\r\n\r\n" % (number, number)
    return head + b"A line of a letter.\r\n" * (50 * number)


@dataclass
class Reader:
    """Polls as the ledger does: what is known is not asked for again, what failed is."""

    server: ImapServer
    port: int
    security: Security = "starttls"
    timeout: int = 15
    known: dict[int, Sighting] = field(default_factory=dict)
    errors: list[MailboxError] = field(default_factory=list)

    def poll(self) -> None:
        """Poll once; an error of the mailbox ends it, as it ends a run."""
        mailbox = self.server.mailbox(self.security, port=self.port, timeout=self.timeout)
        try:
            with connect(mailbox, PASSWORD, Limits()) as connection:
                connection.open("INBOX")
                new = [uid for uid in connection.uids(0) if uid not in self.known]
                for sighting in connection.fetch(new):
                    if sighting.raw is not None:
                        assert sighting.place.uid not in self.known, "fetched twice"
                        self.known[sighting.place.uid] = sighting
        except MailboxError as error:
            self.errors.append(error)

    @property
    def raws(self) -> list[bytes | None]:
        return [self.known[uid].raw for uid in sorted(self.known)]


@pytest.fixture
def between(server: ImapServer) -> Iterator[Proxy]:
    """A server with mail, behind a proxy."""
    server.deliver(message(number) for number in range(MESSAGES))
    with proxy(server.port) as running:
        yield running


def session_bytes(server: ImapServer, between: Proxy) -> int:
    """Return how many bytes a server sends in a whole poll."""
    Reader(server, between.port).poll()
    return between.passed


@pytest.mark.parametrize("reset", [False, True])
def test_cut_anywhere(server: ImapServer, between: Proxy, reset: bool) -> None:
    """At the greeting, at login, between answers, inside a message: the next connection has the rest."""
    total = session_bytes(server, between)
    between.reset = reset
    polls = []
    cuts = CUTS.get(server.name, 24)
    for point in range(cuts):
        between.settle()
        between.arm(drop_after=1 + point * total // cuts, faults=1)
        reader = Reader(server, between.port)
        while len(reader.known) < MESSAGES:
            reader.poll()
            assert len(reader.errors) < 3
        assert reader.raws == [message(number) for number in range(MESSAGES)]
        polls.append(len(reader.errors))
    assert max(polls) == 1
    assert min(polls) == 0


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_cut_again_and_again(dovecot_server: ImapServer, security: Security) -> None:
    """A line that holds for some kilobytes at a time brings everything in the end."""
    dovecot_server.deliver(message(number) for number in range(MESSAGES))
    port = dovecot_server.mailbox(security).real_port
    with proxy(port) as between:
        between.arm(drop_after=20_000)
        reader = Reader(dovecot_server, between.port, security)
        for _ in range(10):
            reader.poll()
        assert reader.raws == [message(number) for number in range(MESSAGES)]


def test_stall_anywhere(dovecot_server: ImapServer) -> None:
    dovecot_server.deliver(message(number) for number in range(MESSAGES))
    with proxy(dovecot_server.port) as between:
        total = session_bytes(dovecot_server, between)
        for point in range(6):
            between.settle()
            between.arm(stall_after=1 + point * total // 6, faults=1)
            reader = Reader(dovecot_server, between.port, timeout=1)
            while len(reader.known) < MESSAGES:
                reader.poll()
                assert len(reader.errors) < 3
            assert reader.raws == [message(number) for number in range(MESSAGES)]


def test_slow_line_is_no_fault(dovecot_server: ImapServer) -> None:
    """One byte at a time, as long as the whole is fast enough."""
    dovecot_server.deliver([message(1)])
    with proxy(dovecot_server.port) as between:
        between.arm(trickle=0.0005)
        reader = Reader(dovecot_server, between.port, security="none")
        reader.poll()
        assert reader.raws == [message(1)]
        assert not reader.errors


def test_trickle_is_cut(dovecot_server: ImapServer) -> None:
    """No single wait is longer than the timeout, but nothing may take for ever."""
    dovecot_server.deliver([message(10)])
    with proxy(dovecot_server.port) as between:
        between.arm(trickle=0.3)
        began = time.monotonic()
        reader = Reader(dovecot_server, between.port, timeout=1)
        reader.poll()
        assert "not done within 3 seconds" in reader.errors[0].message
        assert time.monotonic() - began < 30


def nobody_listens(server: ImapServer) -> None:
    """Wait until the last of a killed server's processes has let its port go."""
    server.process.wait()
    while True:
        try:
            socket.create_connection((HOST, server.port), timeout=5).close()
        except ConnectionRefusedError:
            return
        except OSError:  # taken by a process that was about to end
            pass
        time.sleep(0.02)


def test_server_that_dies(dovecot_server: ImapServer) -> None:
    """What came before stands, and the run ends with a message."""
    dovecot_server.deliver(message(number) for number in range(MESSAGES))
    mailbox = dovecot_server.mailbox()
    got: list[Sighting] = []
    with pytest.raises(MailboxError) as caught, connect(mailbox, PASSWORD, Limits()) as connection:
        connection.open("INBOX")
        uids = connection.uids(0)
        got.extend(connection.fetch(uids[:5]))
        os.killpg(dovecot_server.process.pid, signal.SIGKILL)
        nobody_listens(dovecot_server)
        got.extend(connection.fetch(uids[5:]))
    assert [sighting.raw for sighting in got] == [message(number) for number in range(5)]
    assert "no connection: Connection refused" in caught.value.message


@pytest.mark.parametrize("start", [dovecot, courier])
def test_file_that_the_server_cannot_read(start: Callable[[], AbstractContextManager[ImapServer]]) -> None:
    """Dovecot ends the connection with the whole batch, Courier makes something up; the others arrive."""
    with start() as server:
        server.deliver(message(number) for number in range(MESSAGES))
        assert server.maildir
        Reader(server, server.port).poll()  # so that the server knows the sizes
        sorted((server.maildir / "cur").iterdir())[4].chmod(0o000)
        with connect(server.mailbox(), PASSWORD, Limits()) as connection:
            connection.open("INBOX")
            found = list(connection.fetch(connection.uids(0)))
    others = [message(number) for number in range(MESSAGES) if number != 4]
    assert [sighting.raw for sighting in found if sighting.raw] == others
    assert found[4].problem
    assert found[4].problem.startswith("could not be fetched")
    assert not found[4].gone


def test_expired_certificate() -> None:
    with dovecot(valid=("20200101000000Z", "20200201000000Z")) as server:
        for security in ("tls", "starttls"):
            with pytest.raises(MailboxError, match="expired") as caught:
                connect(server.mailbox(security), PASSWORD, Limits())
            assert "renew" in caught.value.hint


def test_certificate_of_nobody_known(dovecot_server: ImapServer) -> None:
    with pytest.raises(MailboxError, match="not accepted") as caught:
        connect(dovecot_server.mailbox("tls", ca_file=None), PASSWORD, Limits())
    assert "ca_file" in caught.value.hint


def test_certificate_for_another_name() -> None:
    with dovecot(names="DNS:mail.example.com") as server:
        with pytest.raises(MailboxError, match="not accepted") as caught:
            connect(server.mailbox("tls"), PASSWORD, Limits())
        assert "`host`" in caught.value.hint
