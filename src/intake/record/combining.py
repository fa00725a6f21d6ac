"""What an application says: its items and its line in lists, worked out anew whenever a mail or correction changes."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.combine import Combined, Correction, Said, combine
from intake.model import Finding, Json, Kind
from intake.record import stored
from intake.record.connection import Row, Value
from intake.record.history import Histories
from intake.record.rows import Change
from intake.record.summary import summarise
from intake.record.times import time


class Combining(Histories):
    """The part of the Store that puts an application together."""

    def _recombine(
        self, application: int, labels: Mapping[str, str], message: int | None = None
    ) -> tuple[bool, dict[str, Json]]:
        """Work an application out anew; tell whether that made it complete, and which items it changed."""
        was = self._one("SELECT status FROM application WHERE id = ?", application)
        old = {r["item"]: r for r in self._rows("SELECT * FROM item WHERE application_id = ?", application)}
        labels = {**{item: row["label"] for item, row in old.items()}, **labels}
        mails = self._mails_of(application)
        corrections = self._corrections(application)
        combined = combine(self._said(mails), corrections)
        detail = _differences(old, combined)
        self._put_items(application, combined, labels)
        summary = summarise(mails, combined, corrections, self._eligibility(application), labels)
        self._put_columns(application, summary.columns)
        completed = bool(old) and was != "complete" and summary.status == "complete"
        if old and detail:
            self._note(Change.COMPLETED if completed else Change.CHANGED, application, message, detail)
        return completed, detail

    def _mails_of(self, application: int) -> list[Row]:
        sql = "SELECT * FROM message WHERE application_id = ? AND kind IS NOT NULL ORDER BY arrived, id"
        return self._rows(sql, application)

    def _said(self, mails: Sequence[Row]) -> list[Said]:
        return [
            Said(mail["sha256"], Kind(mail["kind"]), time(mail["arrived"]), self._findings(mail["id"]))
            for mail in mails
        ]

    def _findings(self, message: int) -> dict[str, Finding]:
        rows = self._rows("SELECT * FROM finding WHERE message_id = ? ORDER BY position", message)
        return {row["item"]: stored.finding(row) for row in rows}

    def _corrections(self, application: int) -> list[Correction]:
        rows = self._rows("SELECT * FROM correction WHERE application_id = ? ORDER BY id", application)
        return [stored.correction(row) for row in rows]

    def _eligibility(self, application: int) -> str:
        """What the latest mail that states it says."""
        found = self._one(
            "SELECT s.value FROM signal s JOIN message m ON m.id = s.message_id"
            " WHERE m.application_id = ? AND s.name = 'eligibility' ORDER BY m.arrived DESC, m.id DESC LIMIT 1",
            application,
        )
        return str(found) if found is not None else "unstated"

    def _put_items(
        self, application: int, combined: Mapping[str, Combined], labels: Mapping[str, str]
    ) -> None:
        self._run("DELETE FROM item WHERE application_id = ?", application)
        self._run_many(
            "INSERT INTO item (application_id, position, item, label, status, value, reason, message_id,"
            " correction_id) VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM message WHERE sha256 = ?), ?)",
            [
                (
                    application,
                    position,
                    name,
                    labels.get(name, name),
                    item.status.value,
                    stored.dumps(item.value),
                    item.reason,
                    item.message,
                    item.correction.id if item.correction else None,
                )
                for position, (name, item) in enumerate(combined.items())
            ],
        )

    def _put_columns(self, application: int, columns: Mapping[str, Value]) -> None:
        names = [name for name, value in columns.items() if value is not None or name not in _TIMES]
        sets = ", ".join(f"{name} = ?" for name in names)
        values = [columns[name] for name in names]
        self._run(f"UPDATE application SET {sets} WHERE id = ?", *values, application)


_TIMES = ("received", "updated")  # an application that all mails have left keeps its own


def _differences(old: Mapping[str, Row], new: Mapping[str, Combined]) -> dict[str, Json]:
    """Item -> [[status, value] before, the same after], for those that differ."""
    pairs: dict[str, tuple[Json, Json]] = {}
    for name in dict.fromkeys((*old, *new)):
        row, item = old.get(name), new.get(name)
        before = [row["status"], stored.loads(row["value"])] if row else None
        pairs[name] = (before, [item.status.value, item.value] if item else None)
    return {name: [before, after] for name, (before, after) in pairs.items() if before != after}
