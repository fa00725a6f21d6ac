"""Fenced worker processes: what reads applicants' files runs here, bounded, and may die without harm.

A worker lives on from message to message, so that a good one pays no process start. Around each job stand
a soft limit (the task gives up one document when its time is over) and a hard one (the worker is killed
when the kernel's bounds or the clock are overrun). A worker that dies is replaced, and its job is run again
without the step at which it died; where even that fails, the job's outcome is a Failure.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import multiprocessing
import resource
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from intake.config import Limits
from intake.errors import StoppedError

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

CLONE_NEWNET = 0x40000000  # unshare(2)
OPEN_FILES = 64
STEPS_LOST = 4  # steps that may kill a worker before the whole job is given up

log = logging.getLogger(__name__)


class StepTimeout(BaseException):
    """A step took longer than its soft limit; no BaseException, so that no library's `except` swallows it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job came to nothing: the stage or step it was in, and a traceback or the cause of death."""

    stage: str
    text: str


@dataclass(frozen=True, slots=True)
class Fence:
    """What a task is given beside its job: steps to leave out (with the reason why), and how to announce one."""

    skip: Mapping[str, str]
    limits: Limits
    announce: Callable[[str], None]

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Announce a step and bound it by `limits.seconds`. Raises StepTimeout where it takes longer."""
        self.announce(name)
        signal.setitimer(signal.ITIMER_REAL, self.limits.seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


@dataclass(slots=True)
class _Worker(Generic[JobT]):
    process: BaseProcess
    pipe: Connection
    number: int | None = None  # of the job in hand
    job: JobT | None = None
    skip: dict[str, str] = field(default_factory=dict)
    step: str | None = None
    deadline: float = 0.0


class Workers(Generic[JobT, ResultT]):
    """`count` processes that run `task(job, fence)`; a context manager. The task must be importable by name."""

    def __init__(
        self, task: Callable[[JobT, Fence], ResultT], count: int, limits: Limits, preload: str = __name__
    ) -> None:
        """`preload` is the module whose import a new worker finds already done."""
        self._task, self._limits = task, limits
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([preload])
        self._workers: list[_Worker[JobT]] = []
        self._count = count

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
            drawn = self._fill(feed, following + 4 * self._count)
            while following in done:
                yield done.pop(following)
                following += 1
            busy = [worker for worker in self._workers if worker.job is not None]
            if not busy and not drawn:
                return
            for number, job, outcome in self._collect(busy):
                done[number] = (job, outcome)

    def _fill(self, feed: Iterator[tuple[int, JobT]], most: int) -> bool:
        """Give each idle worker a job, as long as job numbers stay under `most`; True where one was given."""
        given = False
        while idle := self._idle():
            pair = next(feed, None)
            if pair is None:
                return given
            self._give(idle, *pair)
            given = True
            if pair[0] >= most:
                return given
        return given

    def _idle(self) -> _Worker[JobT] | None:
        for worker in self._workers:
            if worker.job is None:
                return worker
        if len(self._workers) < self._count:
            self._workers.append(self._start())
            return self._workers[-1]
        return None

    def _start(self) -> _Worker[JobT]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_work, args=(theirs, self._task, self._limits), daemon=True, name="intake-worker"
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker[JobT], number: int, job: JobT) -> None:
        worker.number, worker.job, worker.step = number, job, None
        worker.deadline = time.monotonic() + 3 * self._limits.seconds
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
            word, value = worker.pipe.recv()
        except (EOFError, OSError):
            _stopped(worker.process)
            yield from self._lost(worker, _cause_of_death(worker.process))
            return
        if word == "step":
            worker.step = value
            worker.deadline = time.monotonic() + 3 * self._limits.seconds
            return
        yield from self._finish(worker, value)

    def _lost(self, worker: _Worker[JobT], cause: str) -> Iterator[tuple[int, JobT, ResultT | Failure]]:
        """Replace a dead worker; run its job again without the step it died at, or give the job up."""
        self._kill(worker)
        fresh = self._start()
        self._workers[self._workers.index(worker)] = fresh
        if worker.step is None or worker.step in worker.skip or len(worker.skip) >= STEPS_LOST:
            fresh.number, fresh.job = worker.number, worker.job
            yield from self._finish(fresh, Failure(worker.step or "worker", f"the worker {cause}"))
            return
        log.info("a worker was replaced: %s", cause)
        fresh.skip = {**worker.skip, worker.step: cause}
        assert worker.number is not None and worker.job is not None  # noqa: S101 - only busy workers get here
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
    return f"ended with status {code} while reading it"


def _work(pipe: Connection, task: Callable[[Any, Fence], Any], limits: Limits) -> None:
    """The life of one worker: fence it, then answer jobs until the pipe closes."""
    _fence(limits)
    logging.disable()  # what libraries say of a file may quote it, and cron mails it to somebody
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _time_is_over)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when a run ends
    while True:
        try:
            job, skip = pipe.recv()
        except (EOFError, OSError):
            return
        fence = Fence(skip, limits, lambda step: _next_step(pipe, step, limits))
        _bound_cpu(limits)
        try:
            answer: Any = task(job, fence)
        except (Exception, StepTimeout):
            answer = Failure("process", traceback.format_exc(limit=-12))
        pipe.send(("done", answer))


def _next_step(pipe: Connection, step: str, limits: Limits) -> None:
    _bound_cpu(limits)
    pipe.send(("step", step))


def _time_is_over(signum: int, frame: object) -> None:
    raise StepTimeout


def _bound_cpu(limits: Limits) -> None:
    """Let the kernel end this process when it computes for longer than twice the soft limit from here on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(
        resource.RLIMIT_CPU,
        (int(used.ru_utime + used.ru_stime) + 2 * limits.seconds + 1, resource.RLIM_INFINITY),
    )


def _fence(limits: Limits) -> None:
    """Bound memory and open files, forbid writing files and core dumps, cut the network where the kernel lets us."""
    for what, value in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower bound of the machine's own stands
            resource.setrlimit(what, (value, value))
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET)
