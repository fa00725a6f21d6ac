"""Dovecot 2.3 over Maildir, with PLAIN, XOAUTH2 and OAUTHBEARER."""

from __future__ import annotations

import base64
import contextlib
import grp
import pwd
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from servers.certificates import write_certificates
from servers.launch import Launcher, free_ports, running, server_directory
from servers.server import HOST, PASSWORD, USER, ImapServer, server_account

_CONFIGURATION = """\
base_dir = {top}/run
state_dir = {top}/state
log_path = {top}/log
protocols = imap
listen = {host}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
first_valid_gid = 1
mail_home = {top}/home/%u
mail_location = maildir:{top}/mail/%u
mail_plugins = quota
ssl = yes
ssl_cert = <{top}/server.pem
ssl_key = <{top}/server.key
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
mail_max_userip_connections = 100
protocol imap {{
  mail_plugins = $mail_plugins imap_quota
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {top}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = {top}/users
}}
userdb {{
  driver = static
  args = allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
{settings}
"""
_OAUTH = """\
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={top}/keys/
username_attribute = sub
"""


@contextlib.contextmanager
def dovecot(*, settings: str = "", **certificate: Any) -> Iterator[ImapServer]:
    """Run Dovecot; `settings` is appended to its configuration, `certificate` is for write_certificates()."""
    launcher = Launcher("dovecot", "sbin/dovecot", "dovecot-imapd")
    with server_directory("dovecot") as top:
        write_certificates(top, **certificate)
        key = _write_key(top)
        (top / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
        port, tls_port = free_ports(2)
        uid, gid = server_account()
        (top / "dovecot.conf").write_text(
            _CONFIGURATION.format(
                top=top,
                host=HOST,
                user=pwd.getpwuid(uid).pw_name,
                group=grp.getgrgid(gid).gr_name,
                uid=uid,
                gid=gid,
                port=port,
                tls_port=tls_port,
                settings=settings,
            )
        )
        inbox = top / "mail" / USER

        def forget_uids() -> None:
            for path in [*inbox.glob("dovecot-uidlist*"), *inbox.glob("dovecot.index*")]:
                path.unlink(missing_ok=True)

        command = launcher.command(["/usr/sbin/dovecot", "-F", "-c", str(top / "dovecot.conf")], top)
        with running(command, top, port) as process:
            yield ImapServer(
                "dovecot", port, tls_port, top, process, maildir=inbox, token_key=key, forget_uids=forget_uids
            )


def _write_key(top: Path) -> bytes:
    """Set up tokens that Dovecot checks by itself: JSON Web Tokens with a shared key (RFC 7519, HS256)."""
    key = secrets.token_bytes(32)
    path = top / "keys/default/HS256/default"
    path.parent.mkdir(parents=True)
    path.write_bytes(base64.b64encode(key))
    (top / "oauth2.conf").write_text(_OAUTH.format(top=top))
    return key
