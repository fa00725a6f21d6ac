"""Stand-ins for the password daemons that Cyrus and Courier ask, answering on a Unix socket from a thread."""

from __future__ import annotations

import contextlib
import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

from servers.server import PASSWORD, USER, server_account

ADMIN = "admin"  # Cyrus's administrator; the same password


@contextlib.contextmanager
def answering(path: Path, handler: type[socketserver.StreamRequestHandler]) -> Iterator[None]:
    """Answer on a Unix socket until the block ends."""
    server = socketserver.ThreadingUnixStreamServer(str(path), handler)
    server.daemon_threads = True
    path.chmod(0o777)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class Saslauthd(socketserver.StreamRequestHandler):
    """saslauthd's protocol: user, password, service and realm, each after its length in 16 bits."""

    def handle(self) -> None:
        """Answer one question."""
        fields = []
        for _ in range(4):
            (size,) = struct.unpack("!H", self.rfile.read(2))
            fields.append(self.rfile.read(size).decode())
        answer = b"OK" if fields[0] in (USER, ADMIN) and fields[1] == PASSWORD else b"NO"
        self.wfile.write(struct.pack("!H", len(answer)) + answer)


class Authdaemon(socketserver.StreamRequestHandler):
    """Courier's protocol: `AUTH size`, then lines with service, kind, user and password."""

    home: Path

    def handle(self) -> None:
        """Answer one question."""
        words: list[bytes] = []
        while words[:1] != [b"AUTH"]:  # TCPREMOTEIP=... comes before it
            line = self.rfile.readline()
            if not line:
                return
            words = line.split()
        question = self.rfile.read(int(words[1])).decode().split("\n")
        if question[1:4] != ["login", USER, PASSWORD]:
            self.wfile.write(b"FAIL\n")
            return
        user, group = server_account()
        answer = f"UID={user}\nGID={group}\nHOME={self.home}\nADDRESS={USER}\n.\n"
        self.wfile.write(answer.encode())
