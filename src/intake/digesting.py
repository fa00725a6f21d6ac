"""Writing a digest: what is new since the last one, rendered, put in place, and only then noted as written."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from intake.config import Config, Programme
from intake.digest import render
from intake.errors import DeliveryError, UsageError
from intake.record import Store
from intake.reporting import digest_data
from intake.review import DigestData
from intake.run import now

NAMES = {"html": "index.html", "text": "digest.txt", "json": "digest.json"}


def write_digest(
    config: Config, programme: Programme, since: str, form: str, output: Path | None
) -> Path | None:
    """Write a digest and return its path, None for standard output.

    Into the configured directory all three forms are written, and `since last` moves on once they are. Raises
    DeliveryError where a file cannot be written; then nothing has moved on. Raises UsageError for a wrong day.
    """
    made = now()
    with Store.open(config.store.directory) as store:
        upto = store.last_event()
        moment, after = _since(store, since)
        data = digest_data(store, config, programme, made, moment, after)
        if output is not None:
            return _to(output, _rendered(data, form))
        directory = config.digest.directory
        for name in NAMES:
            write_file(directory / NAMES[name], _rendered(data, name))
        store.digest_written(made, str(directory / NAMES["html"]), upto)
        return directory / NAMES[form]


def _since(store: Store, since: str) -> tuple[datetime | None, int | None]:
    """When and after which event something is new; (None, None) where everything is."""
    if since == "all":
        return None, None
    if since == "last":
        last = store.last_digest()
        return (last.at, last.upto) if last else (None, None)
    try:
        day = datetime.strptime(since, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise UsageError(
            f"--since {since!r} is no day", hint="write `last`, `all`, or a day as 2017-01-31"
        ) from error
    events = store.events(since=day)
    return day, events[0].id - 1 if events else store.last_event()


def _rendered(data: DigestData, form: str) -> str:
    if form == "html":
        return render.html(data)
    return render.text(data) if form == "text" else render.as_json(data)


def _to(output: Path, text: str) -> Path | None:
    if str(output) == "-":
        sys.stdout.write(text)
        return None
    write_file(output, text)
    return output


def write_file(path: Path, text: str) -> None:
    """Put a file in place whole, readable by its owner only. Raises DeliveryError naming it."""
    temporary: str | None = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise DeliveryError(
            f"{path}: cannot be written: {error.strerror}", hint="the next digest tells of the same again"
        ) from error


def overdue(last_good: datetime | None, made: datetime, hours: int | None) -> str | None:
    """Say that no poll was good for longer than the configured hours; None where all is well or nothing is set."""
    if hours is None or (last_good is not None and made - last_good <= timedelta(hours=hours)):
        return None
    if last_good is None:
        return "No poll of the mailbox has succeeded yet: what is shown may lack mail."
    return f"No poll of the mailbox has succeeded for {hours} hours: what is shown may lack mail."
