"""`intake status`: in five lines, whether all is well; the same facts go to metrics."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from intake.config import Config
from intake.privacy.permissions import KEPT, OTHERS
from intake.record import Store
from intake.record.rows import Ledger, Run


@dataclass(frozen=True, slots=True)
class State:
    """How an installation stands at a moment. `free` is in bytes; `open_paths` are what others may read.

    `last_poll` is the latest poll that ended, `last_good` the latest that ended well. `oldest` is when the oldest
    mail came that is still to be understood. Each is None where there is none.
    """

    at: datetime
    last_good: Run | None
    last_poll: Run | None
    failed_polls: int  # since the last good one
    ledger: Ledger
    oldest: datetime | None
    free: int
    open_paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the answer."""

    what: str
    said: str
    is_well: bool = True

    def __str__(self) -> str:
        return f"{'ok ' if self.is_well else 'NOT'}  {self.what:<7} {self.said}"


def observe(config: Config, at: datetime) -> State:
    """Look at database and disk, changing nothing. Raises StoreError where there is no database to look at."""
    directory = config.store.directory
    with Store.open(directory, readonly=True) as store:
        polls = [run for run in store.runs(limit=1000) if run.kind == "poll" and run.ended]
        last_good = store.last_good_run("poll")
        ledger, oldest = store.ledger(), store.oldest_waiting()
    return State(
        at=at,
        last_good=last_good,
        last_poll=polls[0] if polls else None,
        failed_polls=next((n for n, run in enumerate(polls) if run.ok), len(polls)),
        ledger=ledger,
        oldest=oldest,
        free=shutil.disk_usage(directory).free,
        open_paths=open_to_others(directory),
    )


def open_to_others(directory: Path) -> tuple[Path, ...]:
    """The store's directory and files that others than their owner may read or write, or that this user may not."""
    there = [path for name in KEPT if (path := directory / name).exists()]
    return tuple(path for path in there if path.stat().st_mode & OTHERS or not os.access(path, os.W_OK))


def lines(state: State, config: Config) -> Sequence[Line]:
    """The five lines: polls, mail, oldest unprocessed mail, ledger, disk."""
    return (_poll(state, config), _mail(state), _oldest(state, config), _ledger(state), _disk(state, config))


def ago(span: timedelta) -> str:
    """A span in its largest fitting unit: `40 seconds`, `12 minutes`, `5 hours`, `3 days`."""
    seconds = max(0, int(span.total_seconds()))
    for unit, size, most in (("second", 1, 90), ("minute", 60, 5400), ("hour", 3600, 172_800)):
        if seconds < most:
            return _counted(seconds // size, unit)
    return _counted(seconds // 86_400, "day")


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _poll(state: State, config: Config) -> Line:
    hours, good = config.most_hours_without_poll, state.last_good
    failed = f"; {_counted(state.failed_polls, 'poll')} failed since" if state.failed_polls else ""
    if hours is None:
        return Line("poll", "no mailbox is configured: mail comes by `intake import` alone")
    if good is None or good.ended is None:
        return Line(
            "poll", f"none has succeeded yet{failed}: run `intake poll`, or `intake doctor`", is_well=False
        )
    span = state.at - good.ended
    said = f"good {ago(span)} ago, {good.ended:%Y-%m-%d %H:%M} UTC{failed}"
    if span <= timedelta(hours=hours):
        return Line("poll", said)
    return Line(
        "poll", f"{said}; at most {_counted(hours, 'hour')} are allowed: run `intake doctor`", is_well=False
    )


def _mail(state: State) -> Line:
    """Mail that was set aside is told and does not count as a fault: it stays so until a person has looked."""
    ledger = state.ledger
    waiting, failed = ledger.new + ledger.fetch_waiting, ledger.failed
    aside = ledger.set_aside + ledger.fetch_set_aside
    return Line(
        "mail", f"{waiting} waiting, {failed} failed and tried again, {aside} set aside (see the digest)"
    )


def _oldest(state: State, config: Config) -> Line:
    if state.oldest is None:
        return Line("oldest", "no mail waits to be understood")
    span = state.at - state.oldest
    late = span > timedelta(hours=config.watch.max_hours_without_good_poll)
    said = f"unprocessed mail came {ago(span)} ago, {state.oldest:%Y-%m-%d %H:%M} UTC"
    return Line("oldest", f"{said}: run `intake poll`" if late else said, is_well=not late)


def _ledger(state: State) -> Line:
    gap = state.ledger.unexplained
    said = f"{state.ledger.sightings} seen, {gap} unexplained"
    return Line("ledger", f"{said}: run `intake verify`" if gap else f"{said}: balanced", is_well=not gap)


def _disk(state: State, config: Config) -> Line:
    short = state.free < config.watch.min_free_bytes
    said = f"{state.free / 2**30:.1f} GB free"
    if short:
        said += f", less than {config.watch.min_free_bytes / 2**30:.1f} GB: make room"
    if state.open_paths:
        named = ", ".join(map(str, state.open_paths))
        said += f"; open to others, or closed to this user: {named}: `chmod -R go= {config.store.directory}`"
    else:
        said += "; files are open to their owner only"
    return Line("disk", said, is_well=not short and not state.open_paths)
