"""The same work on a Dask cluster that is there already: each of its threads keeps a fenced process, and reads behind it."""

from __future__ import annotations

import multiprocessing
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from intake.config import Limits, Programme
from intake.errors import ClusterError, ConfigError, WorkersError
from intake.model import Record
from intake.workers.handling import Job, workers
from intake.workers.pool import Failure, Workers

PATIENCE = 15  # seconds in which the scheduler must answer
AHEAD = 4  # jobs on their way for each thread of the cluster

_here = threading.local()  # of a thread in a Dask worker: its fenced process, and for what it was made


class Cluster:
    """A Dask scheduler's workers, as a context manager that does what `Workers` does.

    Dask carries messages and records between the machines and knows nothing else of them. What a worker of the
    cluster is handed, it reads behind the same fence as the machine that polls.
    """

    def __init__(self, programme: Programme, scheduler: str, limits: Limits) -> None:
        """`scheduler` is an address as `tcp://10.0.0.5:8786`, or `tls://` with Dask's own settings for certificates."""
        self._programme, self._scheduler, self._limits = programme, scheduler, limits
        self._client: Any = None

    def __enter__(self) -> Cluster:
        """Raises ClusterError where the scheduler does not answer, ConfigError where Dask is not installed."""
        try:
            from distributed import Client
        except ImportError as error:
            raise ConfigError(
                "workers.engine: found 'dask', and Dask is not installed", hint="pip install 'intake[dask]'"
            ) from error
        try:
            self._client = Client(self._scheduler, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"the Dask scheduler {self._scheduler} does not answer: {error}",
                hint='start it, or set workers.engine = "processes"; the next run goes on from here',
            ) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Record | Failure]]:
        """Yield each job with its Record or Failure, in the order of the jobs; no more are drawn than are on their way.

        Raises ClusterError where the cluster is lost, WorkersError where its workers cannot fence what they read.
        """
        rules = self._client.scatter((self._programme, self._limits), broadcast=True, hash=False)
        waiting: deque[tuple[Job, Any]] = deque()
        for job in jobs:
            future = None
            if job.known is None:
                sent = self._client.scatter(job, hash=False)
                future = self._client.submit(understand_there, rules, sent, pure=False)
            waiting.append((job, future))
            while len(waiting) >= AHEAD * self._threads():
                yield self._done(*waiting.popleft())
        while waiting:
            yield self._done(*waiting.popleft())

    def _threads(self) -> int:
        return max(1, sum(map(int, self._client.nthreads().values())))

    def _done(self, job: Job, future: Any) -> tuple[Job, Record | Failure]:
        from distributed import CancelledError, KilledWorker

        if job.known is not None:
            return job, job.known
        try:
            return job, future.result()
        except KilledWorker:
            return job, Failure("worker", "the Dask workers that read it died")
        except (CancelledError, TimeoutError, OSError) as error:
            raise ClusterError(
                f"the Dask cluster {self._scheduler} was lost: {error}", hint="the next run goes on from here"
            ) from error


def understand_there(rules: tuple[Programme, Limits], job: Job) -> Record | Failure:
    """In a thread of a Dask worker: understand one message in this thread's fenced process."""
    if multiprocessing.current_process().daemon:
        raise WorkersError(
            "this Dask worker may not start processes, and files are read in fenced ones only",
            hint="start it with --no-nanny, or set DASK_DISTRIBUTED__WORKER__DAEMON=False for it",
        )
    ((_, outcome),) = _fenced(*rules).run([job])
    return outcome


def _fenced(programme: Programme, limits: Limits) -> Workers[Job, Record]:
    """This thread's process, made anew for another programme or other limits."""
    made_for = (programme.fingerprint, limits)
    if getattr(_here, "made_for", None) != made_for:
        if hasattr(_here, "workers"):
            _here.workers.__exit__()
        _here.workers, _here.made_for = workers(programme, 1, limits), made_for
    found: Workers[Job, Record] = _here.workers
    return found
