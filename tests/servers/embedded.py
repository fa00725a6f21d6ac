"""pymap, the embedded server of the demo: mail in memory, STARTTLS, byte-exact."""

from __future__ import annotations

import contextlib
import importlib.util
import secrets
import shutil
import sys
from collections.abc import Iterator

from servers.certificates import write_certificates
from servers.launch import free_ports, running, server_directory
from servers.server import HOST, PASSWORD, USER, ImapServer, unavailable


@contextlib.contextmanager
def pymap() -> Iterator[ImapServer]:
    """Run pymap with an empty INBOX in memory."""
    if importlib.util.find_spec("pymap") is None:
        unavailable("pymap is not installed: pip install intake[demo]")
    with server_directory("pymap") as top:
        write_certificates(top)
        (port,) = free_ports(1)
        watch = ["setpriv", "--pdeathsig=TERM"] if shutil.which("setpriv") else []
        command = [*watch, sys.executable, "-c", "from pymap.main import main; main()"]
        command += ["--no-service", "admin", "--host", HOST, "--port", str(port)]
        command += ["--cert", str(top / "server.pem"), "--key", str(top / "server.key")]
        command += ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
        with running(command, top, port) as process:
            server = ImapServer("pymap", port, None, top, process, forget_uids=lambda: move_inbox(server))
            yield server


def move_inbox(server: ImapServer) -> None:
    """Move INBOX away: the one that takes its place is empty and has another UIDVALIDITY."""
    with server.login() as client:
        client.rename_folder("INBOX", f"Old-{secrets.token_hex(4)}")
