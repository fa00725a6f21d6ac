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
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from intake.errors import MailboxError, UsageError

HOST = "127.0.0.1"
USER = "interns"
START_SECONDS = 60.0
STARTS = 5  # between asking for a free port and listening on it, another program may take it
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
    password = secrets.token_urlsafe(16)
    with tempfile.TemporaryFile() as said:
        process, port = _start(password, said)
        try:
            _fill(port, password, {"INBOX": emails, "Junk": junk})
            yield port, password
        finally:
            _stop(process)


def _start(password: str, said: IO[bytes]) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server on a port that is free, on another one where it ends at once; what it says goes to `said`."""
    port = 0
    for _ in range(STARTS):
        port = _free_port()
        process = subprocess.Popen(  # noqa: S603 - our own words only
            _command(port, password), stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=dict(os.environ)
        )
        try:
            if _greets(process, port):
                return process, port
        except BaseException:
            _stop(process)
            raise
        ended = process.poll() is not None
        _stop(process)
        if not ended:
            break
    said.seek(0)
    words = said.read().decode(errors="replace").strip().splitlines() or ["nothing"]
    raise MailboxError(
        f"the embedded mail server did not start on {HOST}:{port}; it said: {words[-1][:200]}",
        hint="run `intake demo` again",
    )


def _command(port: int, password: str) -> list[str]:
    server = [
        sys.executable,
        "-c",
        "from pymap.main import main; main()",
        "--no-service",
        "admin",
        "--no-tls",
    ]
    server += ["--host", HOST, "--port", str(port)]
    # "=", as one password in 64 begins with a dash
    return [*server, "dict", "--demo-user", USER, f"--demo-password={password}"]


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _greets(process: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server greets before it ends and in time."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1) as connection:
            connection.settimeout(1)  # who holds the port may be another, and silent
            if connection.recv(4) == b"* OK" and process.poll() is None:
                return True
        time.sleep(0.05)
    return False


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
