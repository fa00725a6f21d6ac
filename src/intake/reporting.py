"""From the database to what people are shown: applications as views, and everything that one digest holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from intake import wording
from intake.check import label
from intake.combine import Combined
from intake.config import Config, Programme
from intake.model import Evidence, Json, Kind
from intake.record import rows
from intake.record.store import Store
from intake.review import (
    AccuracyView,
    ApplicationView,
    Correction,
    DigestData,
    DocumentView,
    ItemView,
    LedgerView,
    MessageView,
    OtherMail,
    SignalView,
)
from intake.shelf import Shelf


def application(found: rows.ApplicationView, programme: Programme) -> ApplicationView:
    """One application as people are shown it, with its texts."""
    row = found.row
    forwarded_by = next((mail.forwarded_by for mail in found.messages if mail.forwarded_by), None)
    return replace(
        listed(row, programme, forwarded_by),
        signals=tuple(_signals(found)),
        messages=tuple(_message(mail, row.received) for mail in found.messages),
        documents=tuple(_documents(found)),
        authentication=_authentication(found.records),
    )


def listed(
    row: rows.ApplicationRow, programme: Programme, forwarded_by: str | None = None
) -> ApplicationView:
    """One application as lists show it: without its texts, mails and signals."""
    return ApplicationView(
        id=row.id,
        name=row.applicant.name,
        email=row.applicant.email,
        phone=row.applicant.phone,
        links=row.applicant.links,
        forwarded_by=forwarded_by,
        first_received=row.received,
        last_received=row.updated,
        items={name: _item(value, programme) for name, value in row.items.items()},
        opening=row.opening.value,
        opening_name=row.opening.period,
        review=row.review,
        mails=row.mails,
    )


def whole(store: Store, programme: Programme, ids: Iterable[int]) -> Iterator[ApplicationView]:
    """The applications with these numbers and their texts, in ascending order, read one at a time."""
    for found in store.views(ids=ids):
        yield application(found, programme)


def _item(value: Combined, programme: Programme) -> ItemView:
    corrected = value.correction
    return ItemView(
        item=value.item,
        label=label(value.item, programme),
        status=value.status,
        value=value.value,
        shown=wording.shown(value.item, value.value, programme),
        evidence=value.finding.evidence,
        source=value.finding.source,
        message=value.message,
        rule=value.finding.rule,
        version=0,
        reason=value.reason,
        correction=Correction(corrected.item, corrected.value, corrected.by, corrected.at, corrected.note)
        if corrected
        else None,
    )


def _message(mail: rows.Mail, first: datetime) -> MessageView:
    return MessageView(
        sha256=mail.sha256,
        kind=mail.kind.value if mail.kind else "",
        subject=mail.subject,
        sender=_person(mail.sender_name, mail.sender_email),
        received=mail.received or first,
        joined_by=mail.joined or "",
        kind_reason=mail.reason,
    )


def _person(name: str, email: str) -> str:
    return f"{name} <{email}>" if name and email else name or email


def _documents(found: rows.ApplicationView) -> Iterator[DocumentView]:
    for mail, record in zip(found.messages, found.records, strict=True):
        for document in _list(record.get("documents")):
            yield DocumentView(
                message=mail.sha256,
                source=str(document["source"]),
                role=str(document["role"]),
                type=str(document["type"]),
                text=document.get("text"),
                problem=document.get("problem"),
                pages=document.get("pages"),
                sha256=document.get("sha256"),
            )


def _signals(found: rows.ApplicationView) -> Iterator[SignalView]:
    """What the applicant states, each once, from the latest mail on."""
    said: set[tuple[str, str]] = set()
    for mail, record in reversed(tuple(zip(found.messages, found.records, strict=True))):
        signals: Any = record.get("signals") or {}
        eligibility = signals.get("eligibility") or {}
        named = [("eligibility", eligibility)] if eligibility.get("quote") else []
        named += [("experience", signal) for signal in _list(signals.get("relevant_experience"))]
        named += [("qualification", signal) for signal in _list(signals.get("qualifications"))]
        for what, signal in named:
            key = (what, str(signal["value"]))
            if key not in said and (what != "eligibility" or not any(w == what for w, _ in said)):
                said.add(key)
                yield SignalView(what, key[1], _evidence(signal), mail.sha256)


def _evidence(signal: Mapping[str, Any]) -> Evidence | None:
    if not signal.get("quote"):
        return None
    return Evidence(str(signal["source"]), int(signal["start"]), int(signal["end"]), str(signal["quote"]))


def _authentication(records: Sequence[Mapping[str, Json]]) -> str | None:
    for record in reversed(records):
        signals: Any = record.get("signals") or {}
        if signals.get("authentication"):
            return str(signals["authentication"])
    return None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def ledger(found: rows.Ledger) -> LedgerView:
    """The ledger's sum, message by message, as the digest opens with it."""
    kinds = {
        Kind.APPLICATION.value: found.applications,
        Kind.FOLLOW_UP.value: found.follow_ups,
        Kind.QUESTION.value: found.questions,
        Kind.AUTOMATIC.value: found.automatic,
        Kind.OTHER.value: found.other,
    }
    apart = found.duplicates + found.gone + found.fetch_waiting + found.fetch_set_aside + found.forgotten
    return LedgerView(
        seen=found.sightings,
        messages=found.sightings - apart,
        copies=found.duplicates,
        gone=found.gone + found.forgotten,
        not_fetched=found.fetch_waiting + found.fetch_set_aside,
        kinds=kinds,
        failed=found.failed + found.set_aside,
        waiting=found.new,
    )


def digest_data(
    store: Store,
    config: Config,
    programme: Programme,
    made: datetime,
    since: datetime | None,
    after: int | None,
) -> DigestData:
    """Everything that the lists of a digest show, without the texts of applications (see `whole`).

    `after` is the last event that an earlier digest told of, None for all.
    """
    views: Shelf[ApplicationView] = Shelf(config.store.directory)
    new, completed, forwarded = set(), set(), store.forwarders()
    for row in store.applications():
        views.add(listed(row, programme, forwarded.get(row.id)))
        if after is not None and row.first > after:
            new.add(row.id)
        elif after is not None and (row.completed or 0) > after:
            completed.add(row.id)
    last_good = store.last_good_run("poll") or store.last_good_run("import")
    return DigestData(
        organisation=programme.organisation.name,
        made=made,
        time_zone=programme.organisation.time_zone,
        since=since,
        last_good_run=last_good.ended if last_good else None,
        ledger=ledger(store.ledger()),
        applications=views,
        new=frozenset(new),
        completed=frozenset(completed),
        questions=tuple(_other(mail) for mail in store.questions()),
        set_aside=tuple(_trouble(trouble) for trouble in store.set_aside()),
        failures=tuple(_trouble(trouble) for trouble in store.failures()),
        tracks={track.id: track.name for track in programme.tracks},
        eligibility_note=programme.eligibility.note if programme.eligibility else "",
        blind=config.digest.blind,
        institutions=_institutions(programme),
        drafted=_drafted(store, views),
        accuracy=accuracy(store, programme, made),
    )


def _drafted(store: Store, views: Iterable[ApplicationView]) -> dict[int, datetime]:
    """When a draft was put into the mailbox, by application, where it asks for just what is missing now."""
    placed = {
        (draft.application_id, draft.items): draft.at for draft in store.drafts() if draft.state == "placed"
    }
    if not placed:
        return {}
    now = ((view.id, tuple(sorted(item.item for item in view.missing))) for view in views)
    return {key[0]: placed[key] for key in now if key in placed}


def accuracy(store: Store, programme: Programme, made: datetime) -> tuple[AccuracyView, ...]:
    """How often each item was right since the month began in the office's zone, by what people corrected."""
    local = made.astimezone(ZoneInfo(programme.organisation.time_zone))
    begin = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    return tuple(
        AccuracyView(label(one.item, programme), one.looked_at - one.wrong, one.looked_at)
        for one in store.accuracy(begin, made)
    )


def _institutions(programme: Programme) -> tuple[str, ...]:
    enrolment = programme.eligibility.enrolment if programme.eligibility else None
    return enrolment.institutions if enrolment else ()


def _other(mail: rows.Mail) -> OtherMail:
    return OtherMail(
        sha256=mail.sha256,
        kind=mail.kind.value if mail.kind else "",
        subject=mail.subject,
        sender=_person(mail.sender_name, mail.sender_email),
        received=mail.received,
        reason=mail.reason,
    )


def _trouble(trouble: rows.Trouble) -> OtherMail:
    return OtherMail(
        sha256=trouble.sha256,
        kind="failed",
        subject=trouble.subject,
        sender=trouble.sender_email,
        received=trouble.received,
        reason=wording.trouble(trouble.what, trouble.problem, trouble.attempts, is_over=trouble.is_over),
        place=", ".join(trouble.places),
    )
