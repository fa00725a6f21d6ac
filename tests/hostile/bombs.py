"""Every hostile mail and file by its name, and what each costs within the fence."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hostile import archives, mails, pdfs
from intake.config import Limits, Programme
from intake.model import Record
from intake.workers.handling import Job, workers
from intake.workers.pool import Failure

LIMITS = Limits(seconds=2, memory_bytes=512 * 2**20, archive_bytes=20 * 2**20)
GOOD = mails.HEAD + b"\r\n" + mails.LETTER
_TICK = os.sysconf("SC_CLK_TCK")


def _attached(make: Callable[[], bytes], name: str) -> bytes:
    return mails.with_file(make(), name)


def _ending(name: str) -> str:
    return {"word": "docx", "sheet": "xlsx", "latex": "tex"}.get(name.split()[0], name.split()[0])


#: Name -> maker of the whole mail, for each room of bombs.
ROOMS: Mapping[str, Mapping[str, Callable[[], bytes]]] = {
    "mails": mails.BOMBS,
    "pdfs": {f"PDF: {name}": partial(_attached, make, "cv.pdf") for name, make in pdfs.BOMBS.items()},
    "archives": {
        name: partial(_attached, make, f"cv.{_ending(name)}") for name, make in archives.BOMBS.items()
    },
}


@dataclass(slots=True)
class Costs:
    """What the workers that met a mail took: bytes at most in one of them, seconds of computing in all, workers."""

    memory: int = 0
    computing: float = 0.0
    workers: int = 0
    seconds: float = 0.0


def outcome_of(
    programme: Programme, raw: bytes, limits: Limits = LIMITS
) -> tuple[Record | Failure, bool, Costs]:
    """Run one mail and a good one behind it through a fence of their own: what became of it, and whether the good
    one was understood."""
    costs = Costs()
    with (
        workers(programme, 1, limits) as fenced,
        metered(costs, lambda: [w.process.pid for w in fenced._workers]),
    ):
        begun = time.monotonic()
        outcomes = fenced.run([Job("bomb", raw), Job("good", GOOD)])
        first = next(outcomes)[1]
        costs.seconds = time.monotonic() - begun
        behind = next(outcomes)[1]
    return first, isinstance(behind, Record) and behind.kind == "application", costs


@contextlib.contextmanager
def metered(costs: Costs, processes: Callable[[], list[int | None]]) -> Iterator[None]:
    """Look at the workers' memory and computing time every hundredth of a second, and add it up in the end."""
    over = threading.Event()
    seen: dict[int, tuple[int, float]] = {}

    def look() -> None:
        while not over.wait(0.01):
            for pid in processes():
                if pid is not None:
                    with contextlib.suppress(OSError, ValueError, StopIteration):
                        seen[pid] = (_peak(pid), _computed(pid))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        costs.memory = max((peak for peak, _ in seen.values()), default=0)
        costs.computing = sum(computed for _, computed in seen.values())
        costs.workers = len(seen)


def _peak(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024


def _computed(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK
