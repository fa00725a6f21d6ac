"""One running IMAP server, how to reach it, and how to put mail into it."""

from __future__ import annotations

import contextlib
import os
import pwd
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NoReturn

import pytest
from imapclient import IMAPClient

from intake.config import Mailbox

HOST = "127.0.0.1"
USER = "student"
PASSWORD = "correct horse"

Security = Literal["tls", "starttls", "none"]


@dataclass(frozen=True)
class ImapServer:
    """A server in its own directory, with an empty INBOX for USER and a throw-away certificate authority."""

    name: str
    port: int  # plain, with STARTTLS
    tls_port: int | None  # TLS from the first byte; None where the server has none
    directory: Path
    process: subprocess.Popen[bytes]
    maildir: Path | None = None  # INBOX as a Maildir; None where only APPEND works
    maildir_lf: bool = False  # whether the Maildir's files end lines in LF
    token_key: bytes | None = None  # signs OAuth tokens; None where OAuth is not set up
    forget_uids: Callable[[], None] | None = None  # give INBOX another UIDVALIDITY, maybe emptying it

    @property
    def ca_file(self) -> Path:
        """The certificate authority that clients trust."""
        return self.directory / "ca.pem"

    def mailbox(self, security: Security = "none", *, port: int | None = None, **settings: Any) -> Mailbox:
        """Return the settings with which intake reaches this server, or a proxy before it at `port`."""
        own = self.tls_port if security == "tls" else self.port
        if own is None:
            pytest.skip(f"{self.name} has no TLS from the first byte")
        given = {"name": self.name, "host": HOST, "port": port or own, "security": security, "user": USER}
        return Mailbox(**{**given, "password": PASSWORD, "ca_file": self.ca_file, "timeout": 15, **settings})

    def login(self) -> Any:
        """Return an IMAPClient that is logged in, for what a test does behind intake's back."""
        client = IMAPClient(HOST, self.port, ssl=False, timeout=30)
        if self.name.startswith("pymap"):
            client.starttls(ssl.create_default_context(cafile=str(self.ca_file)))
        client.login(USER, PASSWORD)
        # imaplib sends a literal in two writes, which costs 40 ms each without this
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client

    def deliver(self, messages: Iterable[bytes], *, folder: str = "INBOX") -> None:
        """Put messages in a folder: as files of the Maildir where INBOX is one, else by APPEND."""
        if self.maildir is None or folder != "INBOX":
            with self.login() as client:
                for message in messages:
                    client.append(folder, message)
            return
        for part in ("tmp", "new", "cur"):
            (self.maildir / part).mkdir(parents=True, exist_ok=True)
        stamp = time.time_ns()
        for number, message in enumerate(messages):
            path = self.maildir / "cur" / f"{stamp // 10**9}.{stamp}_{number:08d}.example:2,"
            path.write_bytes(message.replace(b"\r\n", b"\n") if self.maildir_lf else message)
        hand_over(self.maildir)


def hand_over(top: Path) -> None:
    """Give a directory and all in it to the account that servers run as."""
    if os.geteuid() != 0:
        return
    for path in (top, *top.rglob("*")):
        with contextlib.suppress(FileNotFoundError):  # a running server's temporary file
            os.chown(path, *server_account())


def server_account() -> tuple[int, int]:
    """Return the user and group id that servers run as: nobody where root runs the tests."""
    found = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    return found.pw_uid, found.pw_gid


def unavailable(reason: str) -> NoReturn:
    """Skip the test; where CI=true every server must be there, and the test fails instead."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
