"""Servers for the mailbox tests; one of each kind serves a whole module, as starting them is most of the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from servers.dovecot import dovecot
from servers.embedded import pymap
from servers.server import ImapServer

SERVERS: dict[str, Callable[[], AbstractContextManager[ImapServer]]] = {
    "dovecot": dovecot,
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
