"""Where the pure middle runs: in fenced processes of this machine, or on a Dask cluster (`workers.engine`)."""

from __future__ import annotations

from intake.config import Config, Programme
from intake.model import Record
from intake.workers.cluster import Cluster
from intake.workers.handling import Job, workers
from intake.workers.pool import Workers


def engine(config: Config, programme: Programme, most: int) -> Workers[Job, Record] | Cluster:
    """What understands up to `most` messages, as a context manager whose `run` yields each job with its outcome."""
    settings = config.workers
    if settings.scheduler is not None:
        return Cluster(programme, settings.scheduler, config.limits)
    return workers(programme, max(1, min(settings.count, most)), config.limits)
