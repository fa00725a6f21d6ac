"""Cyrus IMAP 3: messages go in by APPEND."""

from __future__ import annotations

import contextlib
import grp
import pwd
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from imapclient import IMAPClient

from servers.certificates import write_certificates
from servers.daemons import ADMIN, Saslauthd, answering
from servers.launch import Launcher, free_ports, running, server_directory
from servers.server import HOST, PASSWORD, USER, ImapServer, server_account

_CONFIGURATION = """\
servername: localhost
configdirectory: {top}/conf
proc_path: {top}/conf/proc
mboxname_lockpath: {top}/conf/lock
idlesocket: {top}/conf/socket/idle
defaultpartition: default
partition-default: {top}/spool
admins: {admin}
cyrus_user: {user}
cyrus_group: {group}
sasl_mech_list: PLAIN LOGIN
sasl_pwcheck_method: saslauthd
sasl_saslauthd_path: {top}/saslauthd
allowplaintext: yes
failedloginpause: 0
unixhierarchysep: yes
altnamespace: yes
autocreate_quota: 0
delete_mode: immediate
autocreate_inbox_folders: Junk
xlist-junk: Junk
tls_server_cert: {top}/server.pem
tls_server_key: {top}/server.key
"""
_SERVICES = """\
START {{
  recover cmd="{programs}/ctl_cyrusdb -C {top}/imapd.conf -r"
}}
SERVICES {{
  imap cmd="{programs}/imapd -C {top}/imapd.conf -U 30" listen="{host}:{port}" prefork=1
  imaps cmd="{programs}/imapd -C {top}/imapd.conf -s -U 30" listen="{host}:{tls_port}" prefork=0
}}
DAEMON {{
  idled cmd="{programs}/idled -C {top}/imapd.conf"
}}
EVENTS {{
}}
"""


@contextlib.contextmanager
def cyrus(**certificate: Any) -> Iterator[ImapServer]:
    """Run Cyrus; `certificate` is for write_certificates()."""
    launcher = Launcher("cyrus", "sbin/cyrmaster", "cyrus-imapd")
    with server_directory("cyrus") as top:
        write_certificates(top, **certificate)
        port, tls_port = free_ports(2)
        _configure(top, port, tls_port)
        command = ["/usr/sbin/cyrmaster", "-C", f"{top}/imapd.conf", "-M", f"{top}/cyrus.conf"]
        command += ["-p", f"{top}/master.pid"]
        with (
            answering(top / "saslauthd", Saslauthd),
            running(launcher.command(command, top), top, port) as process,
        ):
            yield ImapServer("cyrus", port, tls_port, top, process, forget_uids=lambda: _delete_inbox(port))


def _configure(top: Path, port: int, tls_port: int) -> None:
    for part in ("db", "proc", "socket", "log", "msg", "quota", "sieve", "user", "lock"):
        (top / "conf" / part).mkdir(parents=True)
    (top / "spool").mkdir()
    user, group = server_account()
    (top / "imapd.conf").write_text(
        _CONFIGURATION.format(
            top=top, admin=ADMIN, user=pwd.getpwuid(user).pw_name, group=grp.getgrgid(group).gr_name
        )
    )
    (top / "cyrus.conf").write_text(
        _SERVICES.format(top=top, programs="/usr/lib/cyrus/bin", host=HOST, port=port, tls_port=tls_port)
    )


def _delete_inbox(port: int) -> None:
    """Delete the mailbox: the next login makes it anew, empty."""
    with IMAPClient(HOST, port, ssl=False) as admin:
        admin.login(ADMIN, PASSWORD)
        admin.setacl(f"user/{USER}", ADMIN, "lrswipkxtecda")
        admin.delete_folder(f"user/{USER}")
