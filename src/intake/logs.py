"""What the program says on standard error: lines for people and cron, or a JSON object a line for machines.

At the default level no line holds what an applicant wrote: messages are named by their hash, mails by their UID.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TextIO

from intake.errors import IntakeError

FORMATS = ("text", "json")
LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)

faults = logging.getLogger("intake.fault")
outcomes = logging.getLogger("intake.outcome")


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to what standard error is at the time, not to what it was when logging began."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        """Standard error, as it is now."""
        return sys.stderr


class _Lines(logging.Formatter):
    """For people: faults as the program has always said them, the rest with level and module."""

    def format(self, record: logging.LogRecord) -> str:
        """One record; a fault may have several lines."""
        if record.name == faults.name:
            return f"intake: {record.getMessage()}"
        return super().format(record)


class _Json(logging.Formatter):
    """For machines: time (UTC), level, logger, message, and what else is known, each record on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as a JSON object, in ASCII."""
        import json

        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said)


def set_up(verbosity: int, form: str) -> None:
    """Send log lines to standard error: warnings, with 1 what runs do, with 2 what servers say too."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _Stderr)]:
        root.removeHandler(handler)
    handler = _Stderr()
    handler.setFormatter(_Json() if form == "json" else _Lines("%(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(LEVELS[min(verbosity, 2)])
    outcomes.setLevel(logging.INFO if form == "json" else logging.ERROR)


def tell(fault: IntakeError) -> None:
    """Say a fault with what to do about it."""
    fields = {"message": fault.message, "advice": fault.hint, "exit_code": fault.exit_code}
    faults.error("%s", fault, extra={"fields": fields})


def warn(text: str) -> None:
    """Say what hinders nothing and should be looked at."""
    logging.getLogger("intake").warning("%s", text)


def outcome(what: str, counts: Mapping[str, int], exit_code: int) -> None:
    """Say what a run did; for machines only, as people read it on standard output."""
    outcomes.info("%s", what, extra={"fields": {"counts": dict(counts), "exit_code": exit_code}})
