"""Servers for the mailbox tests: each test has its own, in a directory that goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from servers.courier import courier
from servers.cyrus import cyrus
from servers.dovecot import dovecot
from servers.embedded import pymap
from servers.server import ImapServer

SERVERS: dict[str, Callable[[], AbstractContextManager[ImapServer]]] = {
    "dovecot": dovecot,
    "cyrus": cyrus,
    "courier": courier,
    "pymap": pymap,
}


@pytest.fixture(params=list(SERVERS))
def server(request: pytest.FixtureRequest) -> Iterator[ImapServer]:
    """Each server in turn, its INBOX empty."""
    with SERVERS[request.param]() as running:
        yield running


@pytest.fixture
def dovecot_server() -> Iterator[ImapServer]:
    """Dovecot with an empty INBOX."""
    with dovecot() as running:
        yield running
