"""Messages: what is to be understood, and what was understood of each, recorded in one transaction."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from intake.config import Programme
from intake.errors import StoreError
from intake.model import Evidence, Json, Record, Signals
from intake.record import stored
from intake.record.applications import Applications
from intake.record.connection import Row, Value
from intake.record.documents import DocumentRows
from intake.record.rows import Change, Saved
from intake.record.times import maybe_text, maybe_time, text
from intake.record.waiting import Waiting
from intake.record_json import as_json

VERSION = (
    1  # of what is recorded, joined and combined: another one writes all anew when it is processed again
)
_FORGED = "dmarc=fail"  # RFC 7489: the sender's domain disowns the message


class MessageRows(Applications, DocumentRows):
    """The part of the Store that keeps messages."""

    def pending(self, *, limit: int | None = None, attempts: int) -> Waiting:
        """Messages to understand, the oldest first: new ones, and failed ones with fewer than `attempts`."""
        ids = self._numbers(
            "SELECT id FROM message WHERE state IN ('new', 'failed') AND attempts < ?"
            " ORDER BY received, id LIMIT ?",
            attempts,
            -1 if limit is None else limit,
        )
        return Waiting(self._rows, ids)

    def oldest_waiting(self) -> datetime | None:
        """When the oldest message came that is still to be understood, None where none is or no mailbox said."""
        sql = "SELECT min(received) FROM message WHERE state IN ('new', 'failed')"
        return maybe_time(self._one(sql))

    def selected(
        self,
        *,
        ids: Iterable[int] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        stale: tuple[Mapping[str, int], str] | None = None,
    ) -> Waiting:
        """Messages to understand again, the oldest first, whatever became of them; all where nothing is named.

        `ids` are applications; `since` and `until` (not included) bound when they came; `stale`
        (the versions and the programme's fingerprint of today) leaves out what was made by just these.
        """
        where, values = ["1"], list[Value]()
        if ids is not None:
            numbers = sorted(set(ids))
            where.append(f"m.application_id IN ({', '.join(map(str, map(int, numbers)))})")
        for bound, sign in ((since, ">="), (until, "<")):
            if bound is not None:
                where.append(f"coalesce(m.arrived, m.received) {sign} ?")
                values.append(text(bound))
        if stale is not None:
            where.append("(r.versions IS NOT ? OR r.fingerprint IS NOT ?)")
            values += [stored.dumps(dict(stale[0])), stale[1]]
        ids = self._numbers(
            "SELECT m.id FROM message m LEFT JOIN record r ON r.message_id = m.id"
            f" WHERE {' AND '.join(where)} ORDER BY coalesce(m.arrived, m.received), m.id",
            *values,
        )
        return Waiting(self._rows, ids)

    def made_by(self) -> tuple[tuple[Mapping[str, int], str, int], ...]:
        """By which versions and which programme's fingerprint records were made, with how many messages of each."""
        rows = self._rows(
            "SELECT versions, fingerprint, count(*) AS count FROM record GROUP BY versions, fingerprint"
        )
        return tuple((stored.loads(row["versions"]), row["fingerprint"], row["count"]) for row in rows)

    def save(
        self, record: Record, *, received: datetime, programme: Programme, when: datetime | None = None
    ) -> Saved:
        """Record what was understood of a message, all of it or nothing; what it said before is replaced.

        Its application keeps its id and its corrections. `received` is when the mail came, by which the mails of
        an application are ordered (where neither mail nor mailbox tells, what was said first stands); `when` is
        now (None: the time of the run that has begun, else `received`).
        Raises StoreError where the message was never sighted.
        """
        with self.transaction():
            row = self._known(record.sha256)
            moment, run_at = maybe_text(when) or self._at or text(received), self._at
            if self._is_of_erased(record, received):
                self._drop(row["id"], moment)
                self._sweep()
                if row["application_id"] is not None:
                    self._recombine(row["application_id"], {})
                return Saved(None, Change.FORGOTTEN)
            self._at = moment
            try:
                is_told = record.received is not None or row["received"] is not None
                arrived = row["arrived"] if row["arrived"] and not is_told else text(received)
                made_for = self._one("SELECT fingerprint FROM record WHERE message_id = ?", row["id"])
                before = self._put_record(row, record, programme, arrived)
                is_same = before is None and made_for == programme.fingerprint
                return replace(self._settle(row["id"], programme, is_same=is_same), before=before)
            finally:
                self._at = run_at

    def process_failed(self, sha256: str, stage: str, error_text: str, limit: int) -> str:
        """Count a failed attempt to understand a message; return its state: failed, or at `limit` set aside.

        What was recorded of it earlier stays.
        """
        with self.transaction():
            attempts = self._known(sha256)["attempts"] + 1
            state = "set aside" if attempts >= limit else "failed"
            self._run(
                "UPDATE message SET state = ?, attempts = ?, stage = ?, error = ? WHERE sha256 = ?",
                state,
                attempts,
                stage,
                error_text,
                sha256,
            )
        return state

    def record_of(self, sha256: str) -> dict[str, Json] | None:
        """The stored record of a message as JSON (docs/record.md), None where it was not understood yet."""
        with self.snapshot():
            row = self._row(
                "SELECT r.message_id, r.record FROM record r JOIN message m ON m.id = r.message_id"
                " WHERE m.sha256 = ?",
                sha256,
            )
            if row is None:
                return None
            found: dict[str, Json] = stored.loads(row["record"])
            documents = found["documents"]
            if isinstance(documents, list):
                for document, content in zip(documents, self._texts(row["message_id"]), strict=True):
                    if isinstance(document, dict):
                        document["text"] = content
            return found

    def versions_of(self, sha256: str) -> Mapping[str, int]:
        """The versions of the readers and rules that made a message's record; empty where there is none."""
        found = self._one(
            "SELECT r.versions FROM record r JOIN message m ON m.id = r.message_id WHERE m.sha256 = ?", sha256
        )
        return stored.loads(found) if found else {}

    # --- writing ----------------------------------------------------------------------------------------

    def _known(self, sha256: str) -> Row:
        row = self._row("SELECT * FROM message WHERE sha256 = ?", sha256)
        if row is None:
            raise StoreError(f"{self.path}: has no message {sha256}", hint="it must be sighted first")
        return row

    def _is_of_erased(self, record: Record, received: datetime) -> bool:
        addresses = {record.applicant.email, record.sender.email if record.sender else ""}
        return any(self.is_erased(email, received) for email in addresses if email)

    def _put_record(
        self, row: Row, record: Record, programme: Programme, arrived: str
    ) -> Mapping[str, Json] | None:
        """Replace a message's record and all that is made of it, and return the one before, empty where there was none.

        Where it is the same, only note by what it was made, and return None.
        """
        message, content = row["id"], _content(record, arrived)
        made_by = (stored.dumps(dict(record.versions)), programme.fingerprint)
        self._put_kept(message, record.kept)
        before = self._row("SELECT content, record FROM record WHERE message_id = ?", message)
        if before is not None and before["content"] == content and row["state"] == "done":
            self._run(
                "UPDATE record SET versions = ?, fingerprint = ? WHERE message_id = ?", *made_by, message
            )
            return None
        self._run(
            "INSERT INTO record (message_id, record, versions, fingerprint, content) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (message_id) DO UPDATE SET record = excluded.record, versions = excluded.versions,"
            " fingerprint = excluded.fingerprint, content = excluded.content",
            message,
            stored.dumps(_without_texts(record)),
            *made_by,
            content,
        )
        self._put_message(row, record, arrived)
        self._put_documents(message, record.documents)
        self._put_findings(message, record)
        return stored.loads(before["record"]) if before is not None else {}

    def _put_findings(self, message: int, record: Record) -> None:
        for table in ("finding", "signal", "reference"):
            self._run(f"DELETE FROM {table} WHERE message_id = ?", message)
        self._run_many(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _findings(message, record)
        )
        self._run_many(
            "INSERT INTO signal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _signals(message, record.signals)
        )
        self._run_many(
            "INSERT OR IGNORE INTO reference (message_id, reference) VALUES (?, ?)",
            [(message, reference) for reference in record.thread],
        )

    def _put_message(self, row: Row, record: Record, arrived: str) -> None:
        values: dict[str, Value] = {
            "state": "done",
            "attempts": 0,
            "stage": None,
            "error": None,
            "message_id": record.message_id or row["message_id"],
            "kind": record.kind.value,
            "kind_reason": record.kind_reason,
            "subject": record.subject,
            "sender_name": record.sender.name if record.sender else "",
            "sender_email": record.sender.email if record.sender else "",
            "applicant_name": record.applicant.name,
            "applicant_email": record.applicant.email,
            "applicant_phone": record.applicant.phone,
            "applicant_links": stored.dumps(list(record.applicant.links)),
            "forwarded_by": record.forwarded_by.email if record.forwarded_by else None,
            "opening": record.opening.value,
            "opening_period": record.opening.period,
            "opening_note": record.opening.note,
            "review": stored.dumps(list(record.review)),
            "authentic": _FORGED not in (record.signals.authentication or ""),
            "arrived": arrived,
            "run_id": self.run_id,
        }
        sets = ", ".join(f"{name} = ?" for name in values)
        self._run(f"UPDATE message SET {sets} WHERE id = ?", *values.values(), row["id"])


def _content(record: Record, arrived: str) -> str:
    """A hash of all that is recorded of a message, but not of the versions and the programme that made it."""
    whole = (VERSION, arrived, replace(record, versions={}))
    return hashlib.sha256(repr(whole).encode("utf-8", "backslashreplace")).hexdigest()


def _without_texts(record: Record) -> dict[str, Json]:
    """The record as JSON; the texts of its documents are kept in their own table."""
    shown = as_json(record)
    shown["documents"] = [{**document, "text": None} for document in as_documents(shown["documents"])]
    return shown


def as_documents(value: Json) -> list[dict[str, Json]]:
    """The documents of a record's JSON."""
    return [document for document in value if isinstance(document, dict)] if isinstance(value, list) else []


def _findings(message: int, record: Record) -> list[tuple[Value, ...]]:
    return [
        (
            message,
            position,
            item,
            found.status.value,
            stored.dumps(found.value),
            *_evidence(found.evidence),
            stored.dumps(list(found.sources)),
            found.rule,
            record.versions.get(item),
            found.reason,
        )
        for position, (item, found) in enumerate(record.items.items())
    ]


def _evidence(evidence: Evidence | None) -> tuple[Value, ...]:
    if evidence is None:
        return (None, None, None, None)
    return (evidence.source, evidence.start, evidence.end, evidence.quote)


def _signals(message: int, signals: Signals) -> list[tuple[Value, ...]]:
    named = [
        *((("eligibility", signals.eligibility),) if signals.eligibility else ()),
        *((("organisation", signals.organisation),) if signals.organisation else ()),
        *(("experience", signal) for signal in signals.relevant_experience),
        *(("qualification", signal) for signal in signals.qualifications),
    ]
    return [
        (message, position, name, signal.value, *_evidence(signal.evidence))
        for position, (name, signal) in enumerate(named)
    ]
