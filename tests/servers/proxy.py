"""A TCP proxy on loopback that cuts, stalls, resets or slows connections."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from servers.server import HOST

_TICK = 0.02  # seconds between looks at whether it shall end


@dataclass
class Proxy:
    """Passes bytes both ways until a fault is due.

    Bytes are those from server to client on one connection, counted from its start or from the last arm().
    """

    upstream: int  # the server's port
    port: int = 0
    connections: int = 0
    passed: int = 0  # bytes from server to client, over all connections
    drop_after: int | None = None
    stall_after: int | None = None
    trickle: float | None = None  # seconds between single bytes
    reset: bool = False  # end by RST instead of FIN
    faults: int | None = None  # connections still to be broken; None for all
    _live: int = 0
    _generation: int = 0
    _ended: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def arm(
        self, *, drop_after: int | None = None, stall_after: int | None = None,
        trickle: float | None = None, faults: int | None = None,
    ) -> None:  # fmt: skip
        """Set the faults and count from nought again, on the connections there are too."""
        with self._lock:
            self.drop_after, self.stall_after, self.trickle, self.faults = (
                drop_after,
                stall_after,
                trickle,
                faults,
            )
            self._generation += 1

    def serve(self, listener: socket.socket) -> None:
        """Accept connections until end(), each in its own thread."""
        threads = []
        while not self._ended.is_set():
            if select.select([listener], [], [], _TICK)[0]:
                client, _ = listener.accept()
                with self._lock:
                    self.connections += 1
                    self._live += 1
                threads.append(threading.Thread(target=self._relay, args=(client,), daemon=True))
                threads[-1].start()
        for thread in threads:
            thread.join(5)

    def settle(self) -> None:
        """Wait until no connection is left, whose last words would count for the next."""
        while self._live:
            self._ended.wait(_TICK)

    def end(self) -> None:
        """End the proxy and all its connections."""
        self._ended.set()

    def _relay(self, client: socket.socket) -> None:
        try:
            self._exchange(client)
        finally:
            with self._lock:
                self._live -= 1

    def _exchange(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError), socket.create_connection((HOST, self.upstream)) as server:
            sent, generation, stalled = 0, self._generation, False
            while not self._ended.is_set():
                ready = select.select([client] if stalled else [client, server], [], [], _TICK)[0]
                if client in ready and not self._pass(client, server):
                    return
                if server not in ready:
                    continue
                if generation != self._generation:
                    sent, generation = 0, self._generation
                data = server.recv(65536)
                fault, data = self._cut(sent, data) if data else ("drop", b"")
                self._send(client, data)
                sent += len(data)
                self.passed += len(data)
                if fault == "drop":
                    self._break(client)
                    return
                stalled = fault == "stall"

    def _pass(self, client: socket.socket, server: socket.socket) -> bool:
        data = client.recv(65536)
        server.sendall(data)
        return bool(data)

    def _send(self, client: socket.socket, data: bytes) -> None:
        if self.trickle is None:
            client.sendall(data)
            return
        for byte in data:
            if self._ended.wait(self.trickle):
                return
            client.sendall(bytes([byte]))

    def _break(self, client: socket.socket) -> None:
        if self.reset:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _cut(self, sent: int, data: bytes) -> tuple[str, bytes]:
        """Say which fault falls into the data, and what of it still passes."""
        with self._lock:
            for fault, limit in (("drop", self.drop_after), ("stall", self.stall_after)):
                if limit is None or self.faults == 0 or sent + len(data) < limit:
                    continue
                if self.faults is not None:
                    self.faults -= 1
                return fault, data[: max(0, limit - sent)]
        return "", data


@contextlib.contextmanager
def proxy(upstream: int, *, reset: bool = False) -> Iterator[Proxy]:
    """Run a proxy before the server at port `upstream`; its faults begin with arm()."""
    with socket.create_server((HOST, 0)) as listener:
        running = Proxy(upstream, listener.getsockname()[1], reset=reset)
        thread = threading.Thread(target=running.serve, args=(listener,), daemon=True)
        thread.start()
        try:
            yield running
        finally:
            running.end()
            thread.join(5)
