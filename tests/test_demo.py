"""The demonstration's server where ports are taken in the moment between asking for one and listening on it."""

from __future__ import annotations

import imaplib
import itertools
import socket

import pytest

from intake import demo
from intake.errors import MailboxError
from servers.launch import free_ports
from servers.server import HOST


def test_a_port_that_was_taken_meanwhile_is_left_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    (free,) = free_ports(1)
    with socket.create_server((HOST, 0)) as other:
        taken = other.getsockname()[1]
        ports = iter([taken, free])
        monkeypatch.setattr(demo, "_free_port", lambda: next(ports))
        with demo.embedded_server([]) as (port, password), imaplib.IMAP4(HOST, port, timeout=30) as client:
            assert port == free
            assert client.login(demo.USER, password)[0] == "OK"


def test_a_server_that_never_starts_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((HOST, 0)) as other:
        taken = other.getsockname()[1]
        ports = itertools.repeat(taken, demo.STARTS)
        monkeypatch.setattr(demo, "_free_port", lambda: next(ports))
        with pytest.raises(MailboxError, match=f"did not start on {HOST}:{taken}; it said: .*in use"):
            demo.embedded_server([]).__enter__()
    assert next(ports, None) is None


def test_a_password_may_begin_with_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_urlsafe", lambda _: "-c7Hq2")
    with demo.embedded_server([]) as (port, password), imaplib.IMAP4(HOST, port, timeout=30) as client:
        assert client.login(demo.USER, password)[0] == "OK"
