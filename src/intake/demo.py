"""The demonstration: an IMAP server inside this machine, filled with example emails, for the main job to poll.

The server is pymap (the extra `demo`), in memory, on loopback only, and gone when the demonstration ends.
"""

from __future__ import annotations

import contextlib
import email
import email.utils
import imaplib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.errors import MailboxError, UsageError

HOST = "127.0.0.1"
USER = "interns"
START_SECONDS = 30.0
MARK = ".intake-demo"  # tells a folder that the demonstration made from one that it must not touch

CONFIG = """\
# Written by `intake demo`. The mail server of the demonstration is gone; everything that only reads works.
programme = "programme.toml"

[store]
directory = "store"

[[mailboxes]]
name = "interns"
host = "{host}"
port = {port}
security = "none"
user = "{user}"
password_file = "password"
folders = ["INBOX", "Junk"]

[digest]
directory = "digest"
"""


def prepare(folder: Path, programme: Path) -> Path:
    """Make or empty the demonstration's folder and copy the programme there; return the config file's path.

    Raises UsageError where the folder holds something that the demonstration did not write.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise UsageError(
            f"{folder}: is not empty and was not made by the demonstration", hint="name another with --folder"
        )
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    (folder / MARK).touch()
    shutil.copyfile(programme, folder / "programme.toml")
    return folder / "intake.toml"


def write_config(path: Path, port: int, password: str) -> None:
    """Write the configuration and the password's file beside it, readable by their owner only."""
    path.write_text(CONFIG.format(host=HOST, port=port, user=USER), encoding="utf-8")
    secret = path.with_name("password")
    secret.touch(mode=0o600)
    secret.write_text(password, encoding="utf-8")
    path.chmod(0o600)


@contextlib.contextmanager
def embedded_server(emails: Sequence[Path], junk: Sequence[Path] = ()) -> Iterator[tuple[int, str]]:
    """Run the server with these .eml files in INBOX and Junk; yield its port and the password.

    Raises UsageError where pymap is not installed, MailboxError where it does not start.
    """
    try:
        import pymap  # noqa: F401
    except ImportError as error:
        raise UsageError("the demonstration needs pymap", hint="pip install 'intake[demo]'") from error
    port, password = _free_port(), secrets.token_urlsafe(16)
    command = [
        sys.executable,
        "-c",
        "from pymap.main import main; main()",
        "--no-service",
        "admin",
        "--no-tls",
    ]
    command += ["--host", HOST, "--port", str(port), "dict", "--demo-user", USER, "--demo-password", password]
    process = subprocess.Popen(  # noqa: S603 - our own words only
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ),
    )
    try:
        _wait(process, port)
        _fill(port, password, {"INBOX": emails, "Junk": junk})
        yield port, password
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1) as connection:
            connection.settimeout(START_SECONDS)
            if connection.recv(4) == b"* OK":
                return
        time.sleep(0.05)
    raise MailboxError(
        f"the embedded mail server did not start on {HOST}:{port}", hint="run `intake demo` again"
    )


def _fill(port: int, password: str, folders: dict[str, Sequence[Path]]) -> None:
    with imaplib.IMAP4(HOST, port, timeout=60) as client:
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.login(USER, password)
        for folder, paths in folders.items():
            with contextlib.suppress(imaplib.IMAP4.error):
                client.create(folder)
            for path in paths:
                raw = path.read_bytes()
                client.append(folder, "", _sent(raw), raw)


def _sent(raw: bytes) -> str:
    """The Date header as an INTERNALDATE, '' (now) where it cannot be read."""
    sent = email.message_from_bytes(raw).get("Date", "")
    with contextlib.suppress(ValueError):
        return imaplib.Time2Internaldate(email.utils.parsedate_to_datetime(sent))
    return ""
