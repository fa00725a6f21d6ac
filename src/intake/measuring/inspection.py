"""Emails in files, understood as `poll` would, without a mailbox or a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from intake.config import Limits, Programme
from intake.model import Record
from intake.parse import is_message
from intake.workers.handling import Job, workers
from intake.workers.pool import Failure


def inspect(
    paths: Iterable[Path], programme: Programme, *, count: int = 2, limits: Limits | None = None
) -> Iterator[tuple[Path, Record | str]]:
    """Yield each path with its Record, or with what is wrong with it, in the order of the paths."""
    limits = limits or Limits()
    outcomes: dict[int, str] = {}
    order = list(paths)

    def jobs() -> Iterator[Job]:
        for number, path in enumerate(order):
            raw = _raw(path, limits)
            if isinstance(raw, str):
                outcomes[number] = raw
            else:
                yield Job(str(number), raw)

    following = 0
    with workers(programme, min(count, max(1, len(order))), limits) as fenced:
        for job, outcome in fenced.run(jobs()):
            while following < int(job.name):
                yield order[following], outcomes.pop(following)
                following += 1
            yield order[following], _said(outcome)
            following += 1
    for number in range(following, len(order)):
        yield order[number], outcomes.pop(number)


def _said(outcome: Record | Failure) -> Record | str:
    if isinstance(outcome, Failure):
        return f"could not be understood, in {outcome.stage}: {outcome.text.strip().splitlines()[-1]}"
    return outcome


def _raw(path: Path, limits: Limits) -> bytes | str:
    try:
        with path.open("rb") as file:
            raw = file.read(limits.message_bytes + 1)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if len(raw) > limits.message_bytes:
        return f"is larger than the {limits.message_bytes >> 20} MB that are read of one message"
    return raw if is_message(raw) else "is no email: it has no header lines"
