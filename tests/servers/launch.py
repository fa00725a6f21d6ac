"""Starting and stopping a server's processes: unprivileged, in a short directory, gone when the tests are."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from servers.server import HOST, hand_over, server_account, unavailable

START_SECONDS = 15.0
_UNPACKED = Path(__file__).resolve().parents[2] / ".servers"


class Launcher:
    """Finds a server's programs and builds the command that runs them.

    Where `.servers/NAME` of the project, or the directory that INTAKE_DOVECOT_ROOT, INTAKE_CYRUS_ROOT or
    INTAKE_COURIER_ROOT names, holds the unpacked Debian packages (unpack.sh), its `usr` is laid over /usr in a
    mount namespace that only the server sees. That is how several run on one machine: the packages exclude
    each other.
    """

    def __init__(self, name: str, program: str, package: str, *, private: bool = False) -> None:
        """Skip the test where the server cannot run; `private` gives it its own /run, passwd and process ids."""
        variable = f"INTAKE_{name.upper()}_ROOT"
        unpacked = Path(os.environ.get(variable) or _UNPACKED / name)
        self._root = unpacked if (unpacked / "usr").is_dir() or variable in os.environ else None
        self._private = private
        if not ((self._root or Path("/")) / "usr" / program).exists():
            unavailable(
                f"{name} is not in {self._root or '/usr'}: apt-get install {package},"
                f" or tests/servers/unpack.sh {name} .servers/{name}"
            )
        if (self._root is not None or private) and os.geteuid() != 0:
            unavailable(f"{name}: only root can make the mount namespace that it needs")

    def command(self, arguments: Sequence[str], directory: Path) -> list[str]:
        """Return the arguments wrapped so that they see their programs and run without privileges."""
        drop = ["setpriv", "--pdeathsig=TERM"]  # a test run that is killed leaves no server
        if os.geteuid() == 0:
            user, group = server_account()
            drop += [f"--reuid={user}", f"--regid={group}", "--clear-groups"]
        mounts = []
        if self._root is not None:
            mounts.append(f"mount -t overlay overlay -o lowerdir={self._root}/usr:/usr /usr")
        if self._private:
            mounts.append(f"mount --bind {directory}/run /run")
            mounts.append(f"mount --bind {directory}/passwd /etc/passwd")
            # the shell stays as the namespace's first process, whose end ends all others
            script = " && ".join([*mounts, '"$@"; exit'])
            apart = ["setpriv", "--pdeathsig=KILL", "unshare", "--mount", "--pid", "--kill-child"]
        elif mounts:
            script = " && ".join([*mounts, 'exec "$@"'])
            apart = ["unshare", "--mount"]
        else:
            return [*drop, *arguments]
        return [*apart, "sh", "-c", script, "sh", *drop, *arguments]


@contextlib.contextmanager
def running(
    command: Sequence[str], directory: Path, port: int, environment: Mapping[str, str] | None = None,
    *, greets: bool = True,
) -> Iterator[subprocess.Popen[bytes]]:  # fmt: skip
    """Run a server from its greeting on `port` until the block ends; `greets` is False where TLS comes first."""
    hand_over(directory)
    with (directory / "output").open("ab") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment,
            start_new_session=True,
        )  # fmt: skip
    try:
        _wait(process, port, directory, greets=greets)
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, directory: Path, *, greets: bool) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with (
            contextlib.suppress(OSError),
            socket.create_connection((HOST, port), timeout=START_SECONDS) as connection,
        ):
            if not greets or connection.recv(4) == b"* OK":
                return
        time.sleep(0.02)
    paths = [path for path in (directory / "output", directory / "log") if path.is_file()]
    said = "".join(path.read_text(errors="replace") for path in paths)
    raise RuntimeError(f"no IMAP server on port {port}; it said:\n{said[-3000:]}")


@contextlib.contextmanager
def server_directory(name: str) -> Iterator[Path]:
    """Make a directory that `nobody` can reach, short enough for a Unix socket's 107 bytes."""
    directory = Path(tempfile.mkdtemp(prefix=f"imap-{name}-"))
    directory.chmod(0o755)
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def free_ports(count: int) -> list[int]:
    """Return ports that nobody has now, from below those that the system gives to outgoing connections."""
    lowest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    chosen: list[int] = []
    while len(chosen) < count:
        port = random.randrange(10_000, max(lowest, 20_000))
        with contextlib.suppress(OSError), socket.create_server((HOST, port)):
            chosen += [port] if port not in chosen else []
    return chosen
