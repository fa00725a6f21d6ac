"""What lists, pages and digests read."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from intake.combine import Combined, Correction, Said, combine
from intake.model import Applicant, Kind, Opening
from intake.record import stored
from intake.record.connection import Row, Value
from intake.record.messages import MessageRows
from intake.record.rows import ApplicationRow, ApplicationView, Change, Mail, Trouble
from intake.record.times import maybe_time, text, time

_BATCH = 500  # applications that are read at once


class Queries(MessageRows):
    """The part of the Store that answers questions."""

    def applications(
        self,
        *,
        ids: Iterable[int] | None = None,
        status: str | None = None,
        track: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        active: bool | None = True,
    ) -> Iterator[ApplicationRow]:
        """Applications in ascending order of ids, read in batches.

        `since` and `until` (not included) bound the last mail; `active` None gives those too of which no mail
        is an application any more.
        """
        where, values = ["1"], list[Value]()
        conditions: tuple[tuple[str, Value], ...] = (
            ("status = ?", status),
            ("track = ?", track),
            ("updated >= ?", text(since) if since else None),
            ("updated < ?", text(until) if until else None),
            ("active = ?", active),
        )
        for condition, value in conditions:
            if value is not None:
                where.append(condition)
                values.append(value)
        asked = f"SELECT id FROM application WHERE {' AND '.join(where)}"
        if ids is None:
            for batch in _batches(self._numbers(f"{asked} ORDER BY id", *values)):
                yield from self._applications(batch)
            return
        for batch in _batches(array("q", sorted(set(ids)))):
            found = self._numbers(f"{asked} AND id IN ({_listed(batch)}) ORDER BY id", *values)
            yield from self._applications(found)

    def application(self, number: int) -> ApplicationView | None:
        """Everything of one application, None where there is none with this number."""
        return next(self.views(ids=[number], active=None), None)

    def views(
        self, *, ids: Iterable[int] | None = None, active: bool | None = True
    ) -> Iterator[ApplicationView]:
        """Everything of applications in ascending order of ids, one at a time; see `applications`."""
        for row in self.applications(ids=ids, active=active):
            with self.snapshot():
                view = self._view(row)
            yield view

    def application_of(self, name: str) -> int | None:
        """The application that a person means by its number, an address or a message's SHA-256, None for none.

        Of several with the same address it is the latest.
        """
        given = name.strip().lower()
        if given.isdecimal() and len(given) < 19:
            found = self._one("SELECT id FROM application WHERE id = ?", int(given))
        else:
            found = self._one(
                "SELECT a.id FROM application a LEFT JOIN message m ON m.application_id = a.id"
                " WHERE a.active AND (a.email = ?1 OR m.sha256 = ?1) ORDER BY a.updated DESC, a.id DESC LIMIT 1",
                given,
            )
        return None if found is None else int(found)

    def messages(
        self, kind: Kind | None = None, *, since: datetime | None = None, run: int | None = None
    ) -> list[Mail]:
        """Messages that were understood, of one kind or all, the oldest first."""
        rows = self._rows(
            f"{_MAIL} WHERE m.state = 'done' AND (?1 IS NULL OR m.kind = ?1) AND m.arrived >= ?2"
            " AND (?3 IS NULL OR m.run_id = ?3) ORDER BY m.arrived, m.id",
            kind.value if kind else None,
            text(since) if since else "",
            run,
        )
        return [_mail(row) for row in rows]

    def forwarders(self) -> dict[int, str]:
        """Who passed an application's mail on, by the application's number: the address, of the latest such mail."""
        sql = (
            "SELECT application_id, forwarded_by FROM message WHERE state = 'done' AND application_id IS NOT NULL"
            " AND forwarded_by <> '' ORDER BY arrived, id"
        )
        return {row["application_id"]: row["forwarded_by"] for row in self._rows(sql)}

    def questions(self, *, since: datetime | None = None) -> list[Mail]:
        """Questions, the oldest first; `application_id` where the person has one."""
        return self.messages(Kind.QUESTION, since=since)

    def set_aside(self) -> list[Trouble]:
        """What could not be fetched or understood and is not tried any more."""
        return self._troubles("'set aside'")

    def failures(self) -> list[Trouble]:
        """What could not be fetched or understood so far and is tried again."""
        return self._troubles("'failed', 'waiting'")

    def places(self, sha256: str) -> tuple[str, ...]:
        """Where a message was seen: `mailbox/folder, UID 7`."""
        rows = self._rows(
            "SELECT f.mailbox, f.name, f.uidvalidity, s.uid FROM sighting s JOIN folder f ON f.id = s.folder_id"
            " JOIN message m ON m.id = s.message_id WHERE m.sha256 = ? ORDER BY f.id, s.uid LIMIT 20",
            sha256,
        )
        return tuple(_place(row) for row in rows)

    def _troubles(self, states: str) -> list[Trouble]:
        fetches = self._rows(
            "SELECT s.*, f.mailbox, f.name, f.uidvalidity FROM sighting s JOIN folder f ON f.id = s.folder_id"
            f" WHERE s.state IN ({states}) ORDER BY s.folder_id, s.uid"
        )
        messages = self._rows(f"SELECT * FROM message WHERE state IN ({states}) ORDER BY received, id")
        return [
            *(_unfetched(row) for row in fetches),
            *(_failed(row, self.places(row["sha256"])) for row in messages),
        ]

    def _view(self, row: ApplicationRow) -> ApplicationView:
        sql = f"{_MAIL} WHERE m.application_id = ? ORDER BY m.arrived, m.id"
        mails = tuple(_mail(mail) for mail in self._rows(sql, row.id))
        return ApplicationView(
            row=row,
            messages=mails,
            records=tuple(self.record_of(mail.sha256) or {} for mail in mails),
            versions=tuple(self.versions_of(mail.sha256) for mail in mails),
            corrections=tuple(self._corrections(row.id)),
            history=self._events_of(row.id),
        )

    def _applications(self, numbers: Sequence[int]) -> list[ApplicationRow]:
        listed = _listed(numbers) or "NULL"
        rows = self._rows(f"SELECT * FROM application WHERE id IN ({listed}) ORDER BY id")
        said, corrections = self._all_said(listed), self._all_corrections(listed)
        events = {
            row["application_id"]: row
            for row in self._rows(
                "SELECT application_id, min(id) AS first, max(CASE WHEN change = ? THEN id END) AS completed"
                f" FROM history WHERE application_id IN ({listed}) GROUP BY application_id",
                Change.COMPLETED,
            )
        }
        return [
            _application(
                row, combine(said.get(row["id"], []), corrections.get(row["id"], [])), events.get(row["id"])
            )
            for row in rows
        ]

    def _all_said(self, listed: str) -> dict[int, list[Said]]:
        where = f"m.application_id IN ({listed}) AND m.kind IN ('application', 'follow_up')"
        findings: dict[int, dict[str, Row]] = {}
        for row in self._rows(
            f"SELECT f.* FROM finding f JOIN message m ON m.id = f.message_id WHERE {where} ORDER BY m.id, f.position"
        ):
            findings.setdefault(row["message_id"], {})[row["item"]] = row
        said: dict[int, list[Said]] = {}
        for row in self._rows(
            f"SELECT m.id, m.application_id, m.sha256, m.kind, m.arrived FROM message m WHERE {where}"
        ):
            found = {item: stored.finding(finding) for item, finding in findings.get(row["id"], {}).items()}
            one = Said(row["sha256"], Kind(row["kind"]), time(row["arrived"]), found)
            said.setdefault(row["application_id"], []).append(one)
        return said

    def _all_corrections(self, listed: str) -> dict[int, list[Correction]]:
        found: dict[int, list[Correction]] = {}
        for row in self._rows(f"SELECT * FROM correction WHERE application_id IN ({listed}) ORDER BY id"):
            found.setdefault(row["application_id"], []).append(stored.correction(row))
        return found


_MAIL = "SELECT m.* FROM message m"


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


def _application(row: Row, items: dict[str, Combined], events: Row | None) -> ApplicationRow:
    first = events["first"] if events else 0
    completed = (events["completed"] if events else None) or first
    return ApplicationRow(
        id=row["id"],
        status=row["status"],
        applicant=Applicant(row["name"], row["email"], row["phone"], tuple(stored.loads(row["links"]))),
        track=row["track"],
        period=row["period"],
        period_start=row["period_start"],
        period_end=row["period_end"],
        opening=Opening(row["opening"], row["opening_period"], row["opening_note"]),
        eligibility=row["eligibility"],
        items=items,
        review=tuple(stored.loads(row["review"])),
        received=time(row["received"]),
        updated=time(row["updated"]),
        mails=row["mails"],
        asks=bool(row["asks"]),
        active=bool(row["active"]),
        first=first,
        completed=completed if row["status"] == "complete" else None,
    )


def _mail(row: Row) -> Mail:
    return Mail(
        sha256=row["sha256"],
        message_id=row["message_id"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        subject=row["subject"],
        sender_name=row["sender_name"],
        sender_email=row["sender_email"],
        sent=row["date"],
        received=maybe_time(row["received"] or row["arrived"]),
        size=row["size"],
        state=row["state"],
        application_id=row["application_id"],
        joined=row["joined"],
        forwarded_by=row["forwarded_by"],
        reason=row["kind_reason"],
        review=tuple(stored.loads(row["review"])),
    )


def _place(row: Row) -> str:
    uid = f", UID {row['uid']}" if row["uidvalidity"] else f", message {row['uid']}"
    return f"{row['mailbox']}/{row['name']}{uid}"


def _unfetched(row: Row) -> Trouble:
    return Trouble(
        what="fetch",
        problem=row["problem"] or "",
        attempts=row["attempts"],
        is_over=row["state"] == "set aside",
        sha256=None,
        subject="",
        sender_email="",
        received=maybe_time(row["internal_date"]),
        places=(_place(row),),
    )


def _failed(row: Row, places: tuple[str, ...]) -> Trouble:
    return Trouble(
        what=row["stage"] or "",
        problem=row["error"] or "",
        attempts=row["attempts"],
        is_over=row["state"] == "set aside",
        sha256=row["sha256"],
        subject=row["subject"],
        sender_email=row["sender_email"],
        received=maybe_time(row["received"]),
        places=places,
    )
