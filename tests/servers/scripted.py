"""A small IMAP server that follows a script: correct by default, wrong where a test wants it.

It speaks just what intake says (LOGIN, AUTHENTICATE, EXAMINE, STATUS, LIST, UID SEARCH, UID FETCH, NOOP, LOGOUT);
a test replaces the answer to any command by what a broken server would send.
"""

from __future__ import annotations

import contextlib
import re
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from intake.config import Mailbox
from servers.server import HOST, PASSWORD, USER

CLOSE = b"\0close"  # an answer: close the connection now
HANG = b"\0hang"  # an answer: say nothing until the client goes

_FETCH = re.compile(r"UID FETCH (\S+) \((.*)\)")
_SEARCH = re.compile(r"UID SEARCH (?:UID )?(\S+)")


@dataclass
class Script:
    """The mailbox that the server has, and what it answers otherwise.

    `answer` gets a command without its tag and returns the untagged lines and the tagged status to send
    (see ok()), or None for the usual answer.
    """

    messages: dict[int, bytes] = field(default_factory=dict)
    uidvalidity: int = 7
    greeting: bytes = b"* OK ready\r\n"
    capabilities: str = "IMAP4rev1 AUTH=PLAIN"
    answer: Callable[[str], bytes | None] = lambda _: None
    commands: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    def mailbox(self, **settings: object) -> Mailbox:
        """Return the settings with which intake reaches this server."""
        given = {"name": "scripted", "host": HOST, "port": self.port, "security": "none", "user": USER}
        return Mailbox.model_validate({**given, "password": PASSWORD, "timeout": 2, **settings})

    def fetched(self) -> list[str]:
        """Return the UID sets whose content was asked for."""
        return [m[1] for each in self.commands if (m := _FETCH.match(each)) and "BODY" in m[2]]


def ok(*lines: bytes, text: bytes = b"OK done") -> bytes:
    """Return an answer: untagged lines, then the tagged status; TAG is put in when it is sent."""
    return b"".join(b"* " + line + b"\r\n" for line in lines) + b"TAG " + text + b"\r\n"


def literal(raw: bytes) -> bytes:
    """Return bytes as an IMAP literal."""
    return b"{%d}\r\n%s" % (len(raw), raw)


def numbers(uid_set: str, known: list[int]) -> list[int]:
    """Return the known UIDs in a set such as 3,5:7,9:*."""
    found: set[int] = set()
    for part in uid_set.split(","):
        first, _, last = part.partition(":")
        low, high = (max(known, default=0) if each == "*" else int(each) for each in (first, last or first))
        found |= {uid for uid in known if min(low, high) <= uid <= max(low, high)}
    return sorted(found)


@contextlib.contextmanager
def scripted(script: Script) -> Iterator[Script]:
    """Serve a script on `script.port` until the block ends."""
    server = _Server(script)
    script.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.end_sessions()
        server.server_close()
        thread.join(5)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, script: Script) -> None:
        super().__init__((HOST, 0), _Session)
        self.script = script
        self._sessions: list[socket.socket] = []

    def process_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Remember each connection, so that none outlives the server."""
        assert isinstance(request, socket.socket)
        self._sessions.append(request)
        self.script.connections += 1
        super().process_request(request, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that breaks off is what many tests are about."""

    def end_sessions(self) -> None:
        """Close what is still open."""
        for session in self._sessions:
            with contextlib.suppress(OSError):
                session.shutdown(socket.SHUT_RDWR)


class _Session(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        """Answer one client until it leaves."""
        script = self.server.script
        with contextlib.suppress(OSError):
            self.wfile.write(script.greeting)
            while line := self.rfile.readline():
                tag, _, command = line.decode("latin-1").strip().partition(" ")
                script.commands.append(command)
                answer = script.answer(command)
                if answer is None:
                    answer = self._usual(command)
                while answer.startswith(b"+"):  # AUTHENTICATE: what the client says next has no tag
                    challenge, _, answer = answer.partition(b"\r\n")
                    self.wfile.write(challenge + b"\r\n")
                    script.commands.append(self.rfile.readline().decode("latin-1").strip())
                    answer = answer or ok()
                if not self._send(answer.replace(b"TAG", tag.encode())) or command == "LOGOUT":
                    return

    def _send(self, answer: bytes) -> bool:
        for action in (CLOSE, HANG):
            before, found, _ = answer.partition(action)
            if found:
                self.wfile.write(before)
                if action == HANG:
                    self.rfile.read()
                return False
        self.wfile.write(answer)
        return True

    def _usual(self, command: str) -> bytes:
        script = self.server.script
        if command.startswith("CAPABILITY"):
            return ok(b"CAPABILITY " + script.capabilities.encode())
        if command.startswith("EXAMINE"):
            return ok(
                b"%d EXISTS" % len(script.messages),
                b"OK [UIDVALIDITY %d]" % script.uidvalidity,
                b"OK [UIDNEXT %d]" % (max(script.messages, default=0) + 1),
                text=b"OK [READ-ONLY] done",
            )
        if match := _SEARCH.match(command):
            return self._found(match[1], by_uid="UID SEARCH UID" in command)
        if match := _FETCH.match(command):
            uids = numbers(match[1], sorted(script.messages))
            return ok(*(fetched(script, uid, match[2]) for uid in uids))
        if command == "LOGOUT":
            return ok(b"BYE see you")
        return ok()

    def _found(self, uid_set: str, *, by_uid: bool) -> bytes:
        known = sorted(self.server.script.messages)
        everyone = known if by_uid else list(range(1, len(known) + 1))
        found = [uid if by_uid else known[uid - 1] for uid in numbers(uid_set, everyone)]
        return ok(b" ".join([b"SEARCH", *(b"%d" % uid for uid in found)]))


def fetched(script: Script, uid: int, items: str) -> bytes:
    """Return the usual line for one message."""
    position = sorted(script.messages).index(uid) + 1
    raw = script.messages[uid]
    if "BODY.PEEK[]" in items:
        return b"%d FETCH (UID %d BODY[] %s)" % (position, uid, literal(raw))
    date = b"01-Jan-2026 10:00:00 +0100"
    return b'%d FETCH (UID %d RFC822.SIZE %d INTERNALDATE "%s")' % (position, uid, len(raw), date)
