"""Inside a worker: one job after the other, each step of it bounded in time, and nothing but an answer let out."""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import resource
import signal
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from intake.config import Limits
from intake.workers.confinement import confine


class StepTimeout(BaseException):
    """A step took longer than its soft limit; a BaseException, so that no library's `except` swallows it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job came to nothing: the stage or step it was in, and a traceback or the cause of death."""

    stage: str
    text: str


@dataclass(slots=True)
class Fence:
    """What a task is given beside its job: steps to leave out (with the reason why), and how to announce one.

    `at` is the step that the task is in, or was in last.
    """

    skip: Mapping[str, str]
    limits: Limits
    announce: Callable[[str, bool], None]
    at: str = "process"

    @contextlib.contextmanager
    def step(self, name: str, *, needed: bool = False) -> Iterator[None]:
        """Announce a step and bound it. Raises StepTimeout where it computes for longer than `limits.seconds`, or
        takes twice as long by the clock, as it may where others keep the machine busy.

        A job whose step ends its worker is run again without that step, unless it is `needed`.
        """
        self.at = name
        self.announce(name, needed)
        # Again every second: a timeout that is raised within a callback of C code may be lost there.
        signal.setitimer(signal.ITIMER_PROF, self.limits.seconds, 1)
        signal.setitimer(signal.ITIMER_REAL, 2 * self.limits.seconds, 1)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)


def most_bytes(limits: Limits) -> int:
    """The bytes of an answer that are taken: far more than the texts of a mail that is within its limits."""
    return 16 * 2**20 + 64 * limits.text_characters


def work(pipe: Connection, task: Callable[[Any, Fence], Any], limits: Limits) -> None:
    """The life of one worker: fence it, then answer jobs until the pipe closes."""
    _say_nothing()
    confine(limits)
    signal.signal(signal.SIGALRM, _time_is_over)
    signal.signal(signal.SIGPROF, _time_is_over)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when a run ends
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file that may not be written is an OSError

    def announce(step: str, needed: bool) -> None:
        _bound_cpu(limits)
        pipe.send_bytes(pickle.dumps(("step", (step, needed))))

    pipe.send_bytes(pickle.dumps(("ready", None)))
    while True:
        try:
            job, skip = pipe.recv()
        except (EOFError, OSError):
            return
        _bound_cpu(limits)
        pipe.send_bytes(_answer(task, job, Fence(skip, limits, announce)))


def _answer(task: Callable[[Any, Fence], Any], job: Any, fence: Fence) -> bytes:
    try:
        packed = pickle.dumps(("done", task(job, fence)))
        if len(packed) <= most_bytes(fence.limits):
            return packed
        failure = Failure(fence.at, f"its record has {len(packed)} bytes, more than are taken")
    except (Exception, StepTimeout):
        failure = Failure(fence.at, traceback.format_exc(limit=-12))
    return pickle.dumps(("done", failure))


def _say_nothing() -> None:
    """What libraries say of a file may quote it, and cron mails it to somebody."""
    logging.disable()
    warnings.simplefilter("ignore")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _time_is_over(signum: int, frame: object) -> None:
    raise StepTimeout("took longer than it is given")


def _bound_cpu(limits: Limits) -> None:
    """Let the kernel end this process when it computes for longer than twice the soft limit from here on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(
        resource.RLIMIT_CPU,
        (int(used.ru_utime + used.ru_stime) + 2 * limits.seconds + 1, resource.RLIM_INFINITY),
    )
