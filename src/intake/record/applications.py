"""Applications: which mails each is made of (what these say together is in combining.py)."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.config import Programme
from intake.model import Json, Kind
from intake.record import stored
from intake.record.combining import Combining
from intake.record.connection import Row
from intake.record.joining import Candidate, Decision, Mailed, decide
from intake.record.rows import Change, Saved
from intake.record.times import time

_NEAREST = 20  # applications that are looked at for one mail, and mails of each
_CONTRIBUTES = (Kind.APPLICATION, Kind.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class _Message:
    """A message that has been recorded, and the application it was part of before."""

    id: int
    mailed: Mailed
    application: int | None


class Applications(Combining):
    """The part of the Store that keeps applications."""

    def _settle(self, message: int, programme: Programme, *, is_same: bool) -> Saved:
        """Put a recorded message where it belongs and bring that application up to date, within a transaction."""
        now = self._message(message, programme)
        decision = self._decide(now, programme)
        target = decision.application
        if is_same and now.application == target:
            return Saved(target, Change.UNCHANGED)
        if now.application != target:
            self._leave(now, target, programme)
        is_new = False
        if target is None and now.mailed.kind in _CONTRIBUTES:
            target, is_new = self._begin(now), True
        joins = target is not None and now.application != target
        if target is None:
            self._run("UPDATE message SET joined = ? WHERE id = ?", decision.why or None, message)
            return Saved(None, Change.KEPT)
        if joins:
            why = (f"first; {decision.why}" if decision.why else "first") if is_new else decision.why
            self._run("UPDATE message SET application_id = ?, joined = ? WHERE id = ?", target, why, message)
            self._note(Change.NEW if is_new else Change.JOINED, target, message, {"why": why})
        return self._report(target, message, programme, is_new=is_new, joins=joins)

    def _report(
        self, application: int, message: int, programme: Programme, *, is_new: bool, joins: bool
    ) -> Saved:
        completed, detail = self._recombine(application, _labels(programme), message)
        if is_new:
            return Saved(application, Change.NEW, detail)
        if completed:
            return Saved(application, Change.COMPLETED, detail)
        change = Change.JOINED if joins else Change.CHANGED if detail else Change.UNCHANGED
        return Saved(application, change, detail)

    # --- where a message belongs ------------------------------------------------------------------------

    def _decide(self, now: _Message, programme: Programme) -> Decision:
        """Keep a message where it was while that holds; ids of applications never change by processing again."""
        mail, current = now.mailed, now.application
        if current is None:
            return decide(mail, self._candidates(now, programme))
        others = self._candidate(current, programme, without=now.id)
        if not others.mails:
            older = [c for c in self._candidates(now, programme) if c.id < current]
            decision = Decision(None, "") if self._is_handled(current) else decide(mail, older)
            return decision if decision.application else Decision(current, decision.why)
        if mail.kind in _CONTRIBUTES and self._founder(current) == now.id:
            return Decision(current, "")
        if decide(mail, [others]).application == current:
            return Decision(current, "")
        candidates = [c for c in self._candidates(now, programme) if c.id != current]
        return decide(mail, candidates)

    def _is_handled(self, application: int) -> bool:
        """Tell whether a person has worked on it: it must not vanish into another one."""
        return any(
            self._one(f"SELECT 1 FROM {table} WHERE application_id = ? LIMIT 1", application)
            for table in ("correction", "draft")
        )

    def _founder(self, application: int) -> int | None:
        sql = (
            "SELECT id FROM message WHERE application_id = ? AND kind IN ('application', 'follow_up')"
            " ORDER BY joined NOT LIKE 'first%', id LIMIT 1"
        )
        found = self._one(sql, application)
        return None if found is None else int(found)

    def _begin(self, now: _Message) -> int:
        at = now.mailed.arrived.isoformat()
        return self._run("INSERT INTO application (received, updated) VALUES (?, ?)", at, at)

    def _leave(self, now: _Message, target: int | None, programme: Programme) -> None:
        """Take a message out of its application; one that no mail is left of ends, as nobody worked on it.

        Questions that were linked to it go where the message goes.
        """
        old = now.application
        if old is None:
            return
        self._run("UPDATE message SET application_id = NULL, joined = NULL WHERE id = ?", now.id)
        if self._founder(old) is None and target is not None:
            self._run("UPDATE message SET application_id = ? WHERE application_id = ?", target, old)
            self._run("DELETE FROM application WHERE id = ?", old)
            return
        self._note("left", old, now.id, {"to": target})
        self._recombine(old, _labels(programme), now.id)

    def _message(self, message: int, programme: Programme) -> _Message:
        row = self._rows(f"{_MAILED} WHERE m.id = ?", message)[0]
        return _Message(message, self._mailed([row], programme)[0], row["application_id"])

    def _candidates(self, now: _Message, programme: Programme) -> list[Candidate]:
        """The latest applications that have anything in common with a mail, in ascending order of ids."""
        mail = now.mailed
        addresses = sorted({mail.email, mail.sender} - {""})
        names = sorted(mail.thread | ({mail.message_id} if mail.message_id else set()))[:_NEAREST]
        found: set[int] = set()
        for sql, values in (
            ("m.applicant_email IN ({})", addresses),
            ("m.sender_email IN ({})", addresses),
            ("m.message_id IN ({})", names),
            ("m.id IN (SELECT message_id FROM reference WHERE reference IN ({}))", names),
            (
                "m.id IN (SELECT a.message_id FROM attachment a JOIN document d ON d.id = a.document_id"
                " WHERE d.sha256 IN ({}) AND a.role IN ('resume', 'letter+resume'))",
                sorted(mail.resumes)[:_NEAREST],
            ),
        ):
            if values:
                where = sql.format(", ".join("?" * len(values)))
                query = (
                    f"SELECT DISTINCT m.application_id FROM message m WHERE {where} AND m.id <> ?"
                    f" AND m.application_id IS NOT NULL ORDER BY m.application_id DESC LIMIT {_NEAREST}"
                )
                found |= {row[0] for row in self._rows(query, *values, now.id)}
        return [c for c in (self._candidate(i, programme, without=now.id) for i in sorted(found)) if c.mails]

    def _candidate(self, application: int, programme: Programme, *, without: int) -> Candidate:
        rows = self._rows(
            f"{_MAILED} WHERE m.application_id = ? AND m.id <> ? AND m.kind IN ('application', 'follow_up')"
            f" ORDER BY m.joined NOT LIKE 'first%', m.arrived DESC, m.id DESC LIMIT {_NEAREST}",
            application,
            without,
        )
        count = self._one("SELECT count(*) FROM message WHERE application_id = ?", application)
        return Candidate(application, tuple(self._mailed(rows, programme)), count)

    def _mailed(self, rows: Sequence[Row], programme: Programme) -> list[Mailed]:
        ours = programme.organisation
        return [
            Mailed(
                kind=Kind(row["kind"]),
                message_id=row["message_id"],
                thread=frozenset(
                    self._column("SELECT reference FROM reference WHERE message_id = ?", row["id"])
                ),
                name=row["applicant_name"],
                email=_outside(
                    row["applicant_email"], ours.addresses, ours.staff_domains, row["forwarded_by"]
                ),
                sender=""
                if row["forwarded_by"]
                else _outside(row["sender_email"], ours.addresses, ours.staff_domains, None),
                authentic=bool(row["authentic"]),
                arrived=time(row["arrived"]),
                resumes=frozenset(self._column(_RESUMES, row["id"])),
                period=_mapping(row["period"]),
            )
            for row in rows
        ]


_RESUMES = (
    "SELECT d.sha256 FROM attachment a JOIN document d ON d.id = a.document_id"
    " WHERE a.message_id = ? AND a.role IN ('resume', 'letter+resume') AND d.sha256 IS NOT NULL"
)
_MAILED = (
    "SELECT m.id, m.kind, m.message_id, m.applicant_name, m.applicant_email, m.sender_email, m.forwarded_by,"
    " m.authentic, m.arrived, m.application_id, f.value AS period FROM message m"
    " LEFT JOIN finding f ON f.message_id = m.id AND f.item = 'period' AND f.status = 'present'"
)


def _labels(programme: Programme) -> dict[str, str]:
    return {str(required.item): required.label for required in programme.required}


def _outside(email: str, ours: Iterable[str], domains: Iterable[str], forwarder: str | None) -> str:
    """An address that tells a person: '' for the organisation's own and for that of who passed a mail on."""
    domain = email.rpartition("@")[2]
    if email in ours or email == forwarder or any(domain == d or domain.endswith("." + d) for d in domains):
        return ""
    return email


def _mapping(value: str | None) -> Mapping[str, Json] | None:
    loaded = stored.loads(value) if value else None
    return loaded if isinstance(loaded, dict) else None
