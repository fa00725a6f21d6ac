"""Corrections: a person's word, kept apart from what the program finds and laid over it."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intake.combine import Correction, combine
from intake.errors import UsageError
from intake.model import Json, Status
from intake.record import stored
from intake.record.combining import Combining
from intake.record.summary import DETAILS
from intake.record.times import text


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often an item was right: `wrong` applications with a correction that differs, of `looked_at`."""

    item: str
    looked_at: int
    wrong: int


class Corrections(Combining):
    """The part of the Store that keeps corrections."""

    def correct(
        self,
        application: int,
        item: str,
        value: Json,
        by: str,
        note: str,
        when: datetime,
        *,
        status: Status = Status.PRESENT,
    ) -> Correction:
        """Set an item of an application, or its applicant's name, email or phone; the latest correction counts.

        With status MISSING or UNSURE a person says so, and `value` is None. Raises UsageError where there is
        no such application or item.
        """
        with self.transaction(durable=True):
            machine = self._machine(application, item)
            self._at = text(when)
            number = self._run(
                "INSERT INTO correction (application_id, item, status, value, note, by, at, machine_status,"
                " machine_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                application,
                item,
                status.value,
                stored.dumps(value),
                note,
                by,
                text(when),
                *machine,
            )
            self._note(
                "corrected",
                application,
                None,
                {"item": item, "by": by, "value": value, "status": status.value},
            )
            self._recombine(application, {})
            return stored.correction(self._rows("SELECT * FROM correction WHERE id = ?", number)[0])

    def undo(self, application: int, item: str, by: str, when: datetime) -> Correction | None:
        """Take back the latest correction of an item; the one before it counts again. None where there is none."""
        with self.transaction(durable=True):
            row = self._row(
                "SELECT id FROM correction WHERE application_id = ? AND item = ? AND undone_at IS NULL"
                " ORDER BY id DESC LIMIT 1",
                application,
                item,
            )
            if row is None:
                return None
            self._at = text(when)
            self._run(
                "UPDATE correction SET undone_at = ?, undone_by = ? WHERE id = ?", text(when), by, row["id"]
            )
            self._note("correction undone", application, None, {"item": item, "by": by})
            self._recombine(application, {})
            return stored.correction(self._rows("SELECT * FROM correction WHERE id = ?", row["id"])[0])

    def corrections(self, application: int) -> tuple[Correction, ...]:
        """All corrections of an application, the oldest first, those undone among them."""
        return tuple(self._corrections(application))

    def accuracy(self, since: datetime, until: datetime) -> list[Accuracy]:
        """Item by item, of the applications that people corrected anything in meanwhile, how many were wrong in it.

        An application that nobody corrected says nothing: nobody may have looked at it.
        """
        rows = self._rows(
            "WITH looked AS (SELECT DISTINCT application_id FROM correction"
            " WHERE at >= ? AND at < ? AND undone_at IS NULL),"
            " wrong AS (SELECT DISTINCT application_id, item FROM correction WHERE at >= ? AND at < ?"
            " AND undone_at IS NULL AND (status IS NOT machine_status OR value IS NOT machine_value))"
            " SELECT i.item, count(*) AS looked_at, count(w.item) AS wrong FROM item i"
            " JOIN looked l ON l.application_id = i.application_id"
            " LEFT JOIN wrong w ON w.application_id = i.application_id AND w.item = i.item"
            " GROUP BY i.item ORDER BY min(i.position), i.item",
            *(text(since), text(until)) * 2,
        )
        return [Accuracy(row["item"], row["looked_at"], row["wrong"]) for row in rows]

    def _machine(self, application: int, item: str) -> tuple[str | None, str]:
        """What the program itself says of an item now: status and value as JSON."""
        if self._one("SELECT 1 FROM application WHERE id = ?", application) is None:
            raise UsageError(f"there is no application {application}", hint="`intake list` names them all")
        machine = combine(self._said(self._mails_of(application)))
        if item in machine:
            found = machine[item]
            return found.status.value, stored.dumps(found.value)
        if item not in DETAILS:
            names = ", ".join((*machine, *DETAILS))
            raise UsageError(f"application {application} has no item {item!r}", hint=f"one of {names}")
        value = self._one(f"SELECT {item} FROM application WHERE id = ?", application)
        return Status.PRESENT.value, stored.dumps(value)
