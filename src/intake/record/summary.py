"""The line that lists show of an application, made from its mails and its items; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.combine import Combined, Correction
from intake.model import Json, Kind, Status
from intake.record import stored
from intake.record.connection import Row, Value

DETAILS = ("name", "email", "phone")  # of the applicant: they can be corrected like items
_LENGTH = "the period is "  # how a note on a period's length begins


@dataclass(frozen=True, slots=True)
class Summary:
    """The columns of an application that are worked out."""

    columns: Mapping[str, Value]

    @property
    def status(self) -> str:
        """complete, incomplete or unsure."""
        return str(self.columns["status"])


def summarise(
    mails: Sequence[Row],
    items: Mapping[str, Combined],
    corrections: Sequence[Correction],
    eligibility: str,
    labels: Mapping[str, str],
) -> Summary:
    """Work out an application's columns; `mails` are its rows of table message in the order they came."""
    counted = [mail for mail in mails if mail["kind"] in (Kind.APPLICATION, Kind.FOLLOW_UP)]
    own = {c.item: c.value for c in corrections if c.undone_at is None and c.item in DETAILS}
    period, supplier = _period(items, counted)
    is_whole = any(mail["kind"] == Kind.APPLICATION for mail in counted)
    email = _detail("email", "applicant_email", counted, own) or ""
    missing = any(item.status is Status.MISSING for item in items.values())
    opening = (
        supplier
        if supplier is not None
        else {"opening": "unknown", "opening_period": None, "opening_note": ""}
    )
    return Summary(
        {
            "active": bool(counted),
            "status": _status(items),
            "name": _detail("name", "applicant_name", counted, own) or "",
            "email": email,
            "phone": _detail("phone", "applicant_phone", counted, own),
            "links": stored.dumps(
                list(dict.fromkeys(link for m in counted for link in stored.loads(m["applicant_links"])))
            ),
            "track": _track(items),
            "period": period_words(period),
            "period_start": _text(period.get("start")),
            "period_end": _text(period.get("end")),
            "opening": opening["opening"],
            "opening_period": opening["opening_period"],
            "opening_note": opening["opening_note"],
            "eligibility": eligibility,
            "review": stored.dumps(_review(counted, items, supplier, labels)),
            "received": mails[0]["arrived"] if mails else None,
            "updated": mails[-1]["arrived"] if mails else None,
            "mails": len(mails),
            "asks": is_whole and missing and bool(email),
        }
    )


def period_words(period: Mapping[str, Json]) -> str | None:
    """A period as people say it: `summer 2017`, else `2017-06 to 2017-08`; None where it says neither."""
    season, year, start, end = (period.get(key) for key in ("season", "year", "start", "end"))
    if season:
        return f"{season} {year}" if year else str(season)
    if start and end and start != end:
        return f"{start} to {end}"
    return str(start or end or year or "") or None


def _status(items: Mapping[str, Combined]) -> str:
    found = {item.status for item in items.values()}
    if Status.MISSING in found:
        return "incomplete"
    return "unsure" if Status.UNSURE in found or not found else "complete"


def _detail(name: str, column: str, mails: Sequence[Row], own: Mapping[str, Json]) -> str | None:
    """What a person has set, else what the latest application says, else the latest follow-up."""
    if name in own:
        return _text(own[name])
    latest = list(reversed(mails))
    order = sorted(latest, key=lambda mail: mail["kind"] != Kind.APPLICATION)
    return next((mail[column] for mail in order if mail[column]), None)


def _period(items: Mapping[str, Combined], mails: Sequence[Row]) -> tuple[Mapping[str, Json], Row | None]:
    """The period that is there, and the mail whose opening counts: none where a person has set the period."""
    item = items.get("period")
    if item is None or item.status is not Status.PRESENT or not isinstance(item.value, dict):
        return {}, None
    supplier = None if item.correction else next((m for m in mails if m["sha256"] == item.message), None)
    return item.value, supplier


def _track(items: Mapping[str, Combined]) -> str | None:
    item = items.get("track")
    if item is None or item.status is not Status.PRESENT:
        return None
    value = item.value[0] if isinstance(item.value, list) and item.value else item.value
    return _text(value)


def _review(
    mails: Sequence[Row],
    items: Mapping[str, Combined],
    supplier: Row | None,
    labels: Mapping[str, str],
) -> list[str]:
    """Why a person should look: what is unsure now, what mails contradict, and what each mail's own record says."""
    heads = tuple(f"{label}: " for label in labels.values())
    notes = []
    for name, item in items.items():
        said = [item.reason] if item.status is Status.UNSURE and item.reason else []
        notes += [f"{labels.get(name, name)}: {note}" for note in (*said, *_contradictions(item, mails))]
    for mail in mails:
        own = [note for note in stored.loads(mail["review"]) if not note.startswith(heads)]
        if supplier is None or mail["id"] != supplier["id"]:
            own = [n for n in own if n != mail["opening_note"] and not n.startswith(_LENGTH)]
        notes += own
        if mail["joined"] and "kept apart" in mail["joined"]:
            notes.append(mail["joined"].removeprefix("first; "))
    return list(dict.fromkeys(notes))


def _contradictions(item: Combined, mails: Iterable[Row]) -> list[str]:
    notes = []
    if item.newer:
        notes.append("a mail that came after the correction says something else")
    whole = {mail["sha256"] for mail in mails if mail["kind"] == Kind.APPLICATION}
    if item.item in ("period", "track") and item.correction is None and item.message in whole:
        others = [o for message, o in item.others if message in whole and o.status is Status.PRESENT]
        if others:
            notes.append("an earlier application of the same person says something else")
    return notes


def _text(value: Json) -> str | None:
    return str(value) if value is not None else None
