"""Tasks for worker processes, the good and the bad: importable by name, as a worker needs them."""

from __future__ import annotations

import logging
import os
import re
import signal
import socket
import time
import warnings
from collections.abc import Callable

from intake.workers import Fence, StepTimeout


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
}
