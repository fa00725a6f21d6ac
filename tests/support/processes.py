"""Pieces of a test that run in a process of their own, which may be killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path


def start(task: Callable[[], None]) -> int:
    """Run a task in a forked process; return its number. It exits with 1 where the task raises."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        task()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """Wait for a process; return its exit code, or minus the signal that killed it."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def run(task: Callable[[], None]) -> int:
    """Run a task in a forked process to its end; see `ended`."""
    return ended(start(task))


def at_once(tasks: list[Callable[[], None]]) -> list[int]:
    """Run tasks in forked processes that begin at the same moment; return their exit codes."""
    moment = time.monotonic() + 0.2

    def later(task: Callable[[], None]) -> Callable[[], None]:
        def waiting() -> None:
            time.sleep(max(0.0, moment - time.monotonic()))
            task()

        return waiting

    return [ended(child) for child in [start(later(task)) for task in tasks]]


def die_at_statement(number: int) -> None:
    """Kill this process, as a power cut would, before the statement of that number is executed by SQLite."""
    executed = 0
    really = sqlite3.connect

    def count(_: str) -> None:
        nonlocal executed
        executed += 1
        if executed == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*args: object, **options: object) -> sqlite3.Connection:
        made: sqlite3.Connection = really(*args, **options)  # type: ignore[call-overload]
        made.set_trace_callback(count)
        return made

    sqlite3.connect = connect  # type: ignore[assignment]


def garble(path: Path, start: int, length: int) -> None:
    """Overwrite a stretch of a file with what no program wrote."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * length)


def die_at_change(number: int) -> None:
    """Kill this process before the change of that number to the file system: a rename, a removal, a commit."""
    changed = 0
    names = {"os.rename", "os.remove", "os.rmdir", "os.unlink"}

    def count() -> None:
        nonlocal changed
        changed += 1
        if changed == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(event: str, _: object) -> None:
        if event in names:
            count()

    sys.addaudithook(heard)
