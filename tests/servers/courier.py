"""Courier IMAP over Maildir; only root can run it, as it wants a /run and an /etc/passwd of its own."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from servers.certificates import write_certificates
from servers.daemons import Authdaemon, answering
from servers.launch import Launcher, free_ports, running, server_directory
from servers.server import HOST, ImapServer, server_account

_CAPABILITY = (
    "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE AUTH=PLAIN"
)
_LOGIN = ["/usr/lib/courier/courier/imaplogin", "/usr/bin/imapd", "Maildir"]


@contextlib.contextmanager
def courier(**certificate: Any) -> Iterator[ImapServer]:
    """Run Courier; `certificate` is for write_certificates()."""
    launcher = Launcher("courier", "sbin/couriertcpd", "courier-imap", private=True)
    with server_directory("courier") as top:
        write_certificates(top, **certificate)
        port, tls_port = free_ports(2)
        inbox = _prepare(top)
        environment = _environment(top, port)
        listen = ["/usr/sbin/couriertcpd", f"-address={HOST}", "-maxprocs=40", "-maxperip=40"]
        listen += ["-nodnslookup", "-noidentlookup"]
        plain = launcher.command([*listen, str(port), *_LOGIN], top)
        tls = ["/usr/bin/couriertls", "-server", "-tcpd"]
        implicit = launcher.command([*listen, str(tls_port), *tls, *_LOGIN], top)

        class Passwords(Authdaemon):
            home = top / "home"

        with (
            answering(top / "run/courier/authdaemon/socket", Passwords),
            running(plain, top, port, environment) as process,
            running(implicit, top, tls_port, {**environment, "IMAP_TLS": "1"}, greets=False),
        ):
            yield ImapServer(
                "courier", port, tls_port, top, process, maildir=inbox, maildir_lf=True,
                forget_uids=lambda: _forget_uids(inbox),
            )  # fmt: skip


def _prepare(top: Path) -> Path:
    """Make INBOX, the certificate file, and the passwd in which couriertls looks for its user."""
    inbox = top / "home/Maildir"
    for part in ("tmp", "new", "cur"):
        (inbox / part).mkdir(parents=True)
    (top / "courier.pem").write_bytes((top / "server.key").read_bytes() + (top / "server.pem").read_bytes())
    (top / "courier.pem").chmod(0o600)
    user, group = server_account()
    own = f"courier:x:{user}:{group}::{top}/home:/bin/sh\n"
    (top / "passwd").write_text(own + Path("/etc/passwd").read_text())
    (top / "run/courier/authdaemon").mkdir(parents=True)
    return inbox


def _environment(top: Path, port: int) -> dict[str, str]:
    return {
        "PATH": "/usr/sbin:/usr/bin",
        "IMAP_CAPABILITY": _CAPABILITY,
        "IMAP_CAPABILITY_TLS": _CAPABILITY,
        "IMAP_KEYWORDS": "1",
        "IMAP_ACL": "0",
        "IMAP_STARTTLS": "YES",
        "IMAP_TLS_REQUIRED": "0",
        "IMAP_CHECK_ALL_FOLDERS": "0",
        "IMAP_USELOCKS": "1",
        "IMAP_EMPTYTRASH": "",
        "IMAP_IDLE_TIMEOUT": "60",
        "GAM_CLIENT_ID": str(port),
        "COURIERTLS": "/usr/bin/couriertls",
        "TLS_CERTFILE": str(top / "courier.pem"),
        "TLS_VERIFYPEER": "NONE",
    }


def _forget_uids(inbox: Path) -> None:
    (inbox / "courierimapuiddb").unlink(missing_ok=True)
    time.sleep(1.1)  # UIDVALIDITY is the time in seconds
