"""Runs, and what each changed in which application: what "since the last digest" is counted by."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from intake.model import Json
from intake.record import stored
from intake.record.connection import Row
from intake.record.forgetting import Forgotten
from intake.record.rows import Event, Run
from intake.record.times import maybe_text, maybe_time, text, time


class Histories(Forgotten):
    """The part of the Store that keeps runs and history."""

    _at: str = ""  # when what is written now happens

    def begin_run(self, kind: str, when: datetime) -> int:
        """Note that a run (poll, import, reprocess) begins; what is written from here on belongs to it."""
        with self.transaction():
            self.run_id = self._run("INSERT INTO run (kind, started) VALUES (?, ?)", kind, text(when))
        self._at = text(when)
        return self.run_id

    def end_run(self, run: int, when: datetime, counts: Mapping[str, int], ok: bool) -> None:
        """Note how a run ended; one that was killed has no end."""
        with self.transaction():
            sql = "UPDATE run SET ended = ?, counts = ?, ok = ? WHERE id = ?"
            self._run(sql, text(when), stored.dumps(dict(counts)), ok, run)
        self.run_id, self._at = None, ""

    def last_good_run(self, kind: str | None = None) -> Run | None:
        """The last run that ended well, of one kind or of any; None where there was none."""
        where = "kind = ?" if kind else "? IS NULL"
        row = self._row(f"SELECT * FROM run WHERE {where} AND ok = 1 ORDER BY id DESC LIMIT 1", kind)
        return _run(row) if row else None

    def runs(self, limit: int = 20) -> list[Run]:
        """The latest runs, newest first."""
        return [_run(row) for row in self._rows("SELECT * FROM run ORDER BY id DESC LIMIT ?", limit)]

    def events(self, *, after: int = 0, since: datetime | None = None) -> list[Event]:
        """What changed in applications after a row of the history, or since a time; oldest first."""
        rows = self._rows(
            f"{_EVENTS} WHERE h.id > ? AND h.at >= ? ORDER BY h.id", after, maybe_text(since) or ""
        )
        return [event(row) for row in rows]

    def _events_of(self, application: int) -> tuple[Event, ...]:
        rows = self._rows(f"{_EVENTS} WHERE h.application_id = ? ORDER BY h.id", application)
        return tuple(event(row) for row in rows)

    def _note(
        self, change: str, application: int | None, message: int | None, detail: Mapping[str, Json]
    ) -> int:
        return self._run(
            "INSERT INTO history (at, application_id, message_id, run_id, change, detail) VALUES (?, ?, ?, ?, ?, ?)",
            self._at,
            application,
            message,
            self.run_id,
            change,
            stored.dumps(dict(detail)),
        )


_EVENTS = (
    "SELECT h.id, h.at, h.change, h.application_id, m.sha256, h.detail"
    " FROM history h LEFT JOIN message m ON m.id = h.message_id"
)


def event(row: Row) -> Event:
    """An event from its row."""
    return Event(
        row["id"],
        time(row["at"]),
        row["change"],
        row["application_id"],
        row["sha256"],
        stored.loads(row["detail"]),
    )


def _run(row: Row) -> Run:
    return Run(
        row["id"],
        row["kind"],
        time(row["started"]),
        maybe_time(row["ended"]),
        None if row["ok"] is None else bool(row["ok"]),
        stored.loads(row["counts"]),
    )
