"""Tasks for worker processes, the good and the bad: importable by name, as a worker needs them."""

from __future__ import annotations

import logging
import os
import re
import signal
import socket
import stat
import subprocess
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from intake.workers.fence import Fence, StepTimeout, most_bytes


def behave(job: str, fence: Fence) -> str:
    """Do what the job says: return, raise, die, loop, swell, connect, write."""
    if "step" in fence.skip:
        return f"without the step: {fence.skip['step']}"
    what, _, rest = job.partition(" ")
    try:
        with fence.step("step"):
            return DEEDS[what](rest)
    except StepTimeout:
        return "gave the step up"
    except MemoryError:
        return "no memory"


def _raise(text: str) -> str:
    raise ValueError(text)


def _die(text: str) -> str:
    os.kill(os.getpid(), getattr(signal, text))
    return "still here"


def _warn(text: str) -> str:
    logging.getLogger("a.library").error("odd file of %s", text)
    warnings.warn(text, stacklevel=1)
    return "said"


def _loop(_: str) -> str:
    while True:
        time.sleep(0.01)


def _loop_in_c(_: str) -> str:
    """A loop that no Python signal handler interrupts."""
    return str(sum(range(10**14)))


def _backtrack(_: str) -> str:
    """A regular expression that takes longer than the universe is old."""
    return str(re.match(r"(a+)+$", "a" * 64 + "b"))


def _swell(_: str) -> str:
    return str(len(bytearray(2**31)))


def _connect(address: str) -> str:
    host, port = address.split(":")
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except OSError as error:
        return f"no network: {error.errno}"
    return "connected"


def _write(path: str) -> str:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with open(path, "w") as file:  # noqa: PTH123
            file.write("something")
    except OSError as error:
        return f"no file: {error.errno}"
    return "written"


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError as error:
        return f"not read: {error.errno}"


def _remove(path: str) -> str:
    try:
        Path(path).unlink()
    except OSError as error:
        return f"not removed: {error.errno}"
    return "removed"


def _start(program: str) -> str:
    try:
        return subprocess.run([program], check=False, capture_output=True, text=True).stdout
    except OSError as error:
        return f"not started: {error.errno}"


def _environment(name: str) -> str:
    return os.environ.get(name, "not there")


def _files(_: str) -> str:
    """The regular files that are open here, by device and number."""
    found = []
    for number in range(256):
        try:
            held = os.fstat(number)
        except OSError:
            continue
        if stat.S_ISREG(held.st_mode):
            found.append(f"{held.st_dev}:{held.st_ino}")
    return " ".join(found)


def _open_many(_: str) -> str:
    held = []
    try:
        for _number in range(1000):
            held.append(os.dup(0))  # noqa: PERF401 - what was had before the fault counts
    except OSError as error:
        return f"{error.errno} after {len(held) < 100}"
    finally:
        for number in held:
            os.close(number)
    return "no bound"


def _process(_: str) -> str:
    return str(os.getpid())


def _hold(size: str) -> str:
    """Keep memory beyond the job."""
    HELD.append(bytearray(int(size)))
    return str(os.getpid())


class Evil:
    """Unpickled, it would run a function."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("true",)


def give(job: str, fence: Fence) -> object:
    """Give back what no parent should take, or what the job says."""
    with fence.step("fields", needed=True):
        if job == "evil":
            return Evil()
        if job == "much":
            return "x" * (most_bytes(fence.limits) + 1)
        if job == "loop":
            time.sleep(60)
        if job == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return job


HELD: list[bytearray] = []
DEEDS: dict[str, Callable[[str], str]] = {
    "echo": str,
    "raise": _raise,
    "die": _die,
    "warn": _warn,
    "loop": _loop,
    "loop-in-c": _loop_in_c,
    "backtrack": _backtrack,
    "swell": _swell,
    "connect": _connect,
    "write": _write,
    "read": _read,
    "remove": _remove,
    "start": _start,
    "environment": _environment,
    "files": _files,
    "open-many": _open_many,
    "process": _process,
    "hold": _hold,
}
