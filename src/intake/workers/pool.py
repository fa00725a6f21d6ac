"""Fenced worker processes: what reads applicants' files runs here, bounded, and may die without harm.

A worker lives on from message to message, so that a good one pays no process start. Around each job stand
a soft limit (the task gives up one document when its time is over) and a hard one (the worker is killed
when the kernel's bounds or the clock are overrun). A worker that dies is replaced, and its job is run again
without the step at which it died; where even that fails, the job's outcome is a Failure.
"""

from __future__ import annotations

import contextlib
import io
import logging
import multiprocessing
import pickle
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from resource import getpagesize
from typing import Any, Generic, TypeVar

from intake.config import Limits
from intake.errors import StoppedError, WorkersError
from intake.workers.confinement import bare_environment
from intake.workers.fence import Failure, Fence, StepTimeout, most_bytes, work

__all__ = ["Failure", "Fence", "StepTimeout", "Workers"]

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

MOST_STILLBORN = 3  # workers in a row that end before they are ready, after which the run ends
STEPS_LOST = 4  # steps that may kill a worker before the whole job is given up
JOBS = 1000  # that a worker does before another takes its place
_PATIENCE = 4  # times a step's seconds by the clock, after which its worker is killed
_STARTING = 60  # seconds by the clock in which a worker must be ready, on a busy machine too
_SWOLLEN = 0.5  # share of the memory a worker is given that may be left in its hands after a job

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Worker(Generic[JobT]):
    process: BaseProcess
    pipe: Connection
    number: int | None = None  # of the job in hand
    job: JobT | None = None
    skip: dict[str, str] = field(default_factory=dict)
    step: str | None = None
    needed: bool = False  # the step, so that the job cannot do without it
    jobs: int = 0
    ready: bool = False  # it has begun, and waits for jobs
    deadline: float = 0.0


class Workers(Generic[JobT, ResultT]):
    """`count` processes that run `task(job, fence)`; a context manager. The task must be importable by name."""

    def __init__(
        self,
        task: Callable[[JobT, Fence], ResultT],
        count: int,
        limits: Limits,
        preload: str = __name__,
        known: Callable[[JobT], ResultT | None] = lambda _: None,
    ) -> None:
        """`preload` is the module whose import a new worker finds already done; `known` is asked first, in this process,
        for the result of a job that needs no worker.
        """
        self._task, self._limits, self._known = task, limits, known
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([preload])
        self._workers: list[_Worker[JobT]] = []
        self._count = count
        self._stillborn = 0  # workers in a row that ended before they began

    def __enter__(self) -> Workers[JobT, ResultT]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            self._kill(worker)
        self._workers.clear()

    def run(self, jobs: Iterable[JobT]) -> Iterator[tuple[JobT, ResultT | Failure]]:
        """Yield each job with its result or Failure, in the order of the jobs; no more jobs are drawn than needed."""
        feed = enumerate(jobs)
        done: dict[int, tuple[JobT, ResultT | Failure]] = {}
        following = 0
        while True:
            drawn = self._fill(feed, following + 4 * self._count, done)
            while following in done:
                yield done.pop(following)
                following += 1
            busy = [worker for worker in self._workers if worker.job is not None]
            if not busy and not drawn:
                return
            for number, job, outcome in self._collect(busy):
                done[number] = (job, outcome)

    def _fill(
        self,
        feed: Iterator[tuple[int, JobT]],
        most: int,
        done: dict[int, tuple[JobT, ResultT | Failure]],
    ) -> bool:
        """Give each idle worker a job, as long as job numbers stay under `most`; True where one was drawn."""
        drawn = False
        while len(self._workers) < self._count or any(worker.job is None for worker in self._workers):
            pair = next(feed, None)
            if pair is None:
                return drawn
            number, job = pair
            known = self._known(job)
            if known is None:
                self._give(self._idle(), number, job)
            else:
                done[number] = (job, known)
            drawn = True
            if number >= most:
                return drawn
        return drawn

    def _idle(self) -> _Worker[JobT]:
        for worker in self._workers:
            if worker.job is None:
                return worker
        self._workers.append(self._start())
        return self._workers[-1]

    def _start(self) -> _Worker[JobT]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self._task, self._limits), daemon=True, name="intake-worker"
        )
        with bare_environment():  # the server that forks workers is started with the first of them
            forkserver.ensure_running()
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker[JobT], number: int, job: JobT) -> None:
        worker.number, worker.job, worker.step, worker.needed = number, job, None, False
        patience = _PATIENCE * self._limits.seconds
        worker.deadline = time.monotonic() + (patience if worker.ready else max(patience, _STARTING))
        with contextlib.suppress(OSError):  # a worker that died idle is noticed when its answer is collected
            worker.pipe.send((job, dict(worker.skip)))

    def _collect(self, busy: list[_Worker[JobT]]) -> Iterator[tuple[int, JobT, ResultT | Failure]]:
        """Wait until a worker speaks, dies or overruns its time; yield what is finished."""
        patience = max(0.0, min((w.deadline for w in busy), default=0.0) - time.monotonic())
        spoken = wait([worker.pipe for worker in busy], timeout=patience)
        for worker in busy:
            if worker.pipe in spoken:
                yield from self._hear(worker)
            elif time.monotonic() >= worker.deadline:
                yield from self._lost(worker, f"took longer than {self._limits.seconds} seconds to read")

    def _hear(self, worker: _Worker[JobT]) -> Iterator[tuple[int, JobT, ResultT | Failure]]:
        try:
            word, value = _unpacked(worker.pipe.recv_bytes(most_bytes(self._limits)))
        except (EOFError, OSError):
            _stopped(worker.process)
            yield from self._lost(worker, _cause_of_death(worker.process))
            return
        except Exception as fault:  # whatever bytes that are no answer lead the reader of pickles to
            yield from self._lost(worker, f"gave no answer that is taken ({type(fault).__name__})")
            return
        if word == "ready":
            worker.ready = True
            worker.deadline = time.monotonic() + _PATIENCE * self._limits.seconds
            return
        if word == "step":
            worker.step, worker.needed = value
            worker.deadline = time.monotonic() + _PATIENCE * self._limits.seconds
            return
        worker.jobs += 1
        if worker.jobs >= JOBS or _held(worker.process) > _SWOLLEN * self._limits.memory_bytes:
            worker = self._replace(worker)
        yield from self._finish(worker, value)

    def _replace(self, worker: _Worker[JobT]) -> _Worker[JobT]:
        """End a worker; another one takes over its job."""
        self._kill(worker)
        fresh = self._start()
        fresh.number, fresh.job = worker.number, worker.job
        self._workers[self._workers.index(worker)] = fresh
        return fresh

    def _lost(self, worker: _Worker[JobT], cause: str) -> Iterator[tuple[int, JobT, ResultT | Failure]]:
        """Replace a dead worker; run its job again without the step it died at, or give the job up.

        Raises WorkersError where workers die one after the other before they are ready: no job is to blame.
        """
        self._stillborn = 0 if worker.ready else self._stillborn + 1
        if self._stillborn >= MOST_STILLBORN:
            raise WorkersError(
                f"workers cannot be started: {self._stillborn} in a row ended before they were ready",
                hint="see whether memory is short, and whether this Python imports intake: python -m intake --version;\n"
                '  in a script of your own, what it does must stand below `if __name__ == "__main__":`',
            )
        fresh = self._replace(worker)
        if not worker.ready and worker.number is not None and worker.job is not None:
            fresh.skip = worker.skip
            self._give(fresh, worker.number, worker.job)
            return
        hopeless = worker.step is None or worker.needed or worker.step in worker.skip
        if hopeless or len(worker.skip) >= STEPS_LOST:
            yield from self._finish(fresh, Failure(worker.step or "worker", f"the worker {cause}"))
            return
        log.info("a worker was replaced: %s", cause)
        assert worker.step is not None and worker.number is not None and worker.job is not None  # noqa: S101
        fresh.skip = {**worker.skip, worker.step: cause}
        self._give(fresh, worker.number, worker.job)

    def _finish(
        self, worker: _Worker[JobT], outcome: ResultT | Failure
    ) -> Iterator[tuple[int, JobT, ResultT | Failure]]:
        number, job = worker.number, worker.job
        worker.number, worker.job, worker.skip, worker.step = None, None, {}, None
        if number is not None and job is not None:
            yield number, job, outcome

    def _kill(self, worker: _Worker[JobT]) -> None:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()


def _stopped(process: BaseProcess) -> None:
    """Raise StoppedError where a worker was told to end (SIGTERM): that is meant for the run, not for a document."""
    process.join(5)
    if process.exitcode == -signal.SIGTERM:
        raise StoppedError(
            "the run is being stopped: a worker was ended by SIGTERM", hint="the next run goes on from here"
        )


def _cause_of_death(process: BaseProcess) -> str:
    process.join(5)
    code = process.exitcode
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "used more computing time or memory than it is given"
    return f"broke its reader down (status {code})"


class _Values(pickle.Unpickler):
    """Reads answers: values of the model and nothing that could be called, whatever became of the worker."""

    _TAKEN = frozenset({"intake.model", "intake.workers.fence", "datetime"})

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of the model, of failures or of times. Raises UnpicklingError for all else."""
        found = super().find_class(module, name) if module in self._TAKEN else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")
        return found


def _unpacked(answer: bytes) -> tuple[str, Any]:
    word, value = _Values(io.BytesIO(answer)).load()
    return word, value


def _held(process: BaseProcess) -> int:
    """The bytes of memory in a process's hands, 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * getpagesize()
    return 0
