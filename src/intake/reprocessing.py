"""Which messages to understand again, and what would change: field by field, without writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from intake.model import Json, Record
from intake.process import versions
from intake.record.rows import Pending
from intake.record_json import as_json
from intake.run import Office
from intake.understanding import jobs
from intake.workers.engine import engine
from intake.workers.pool import Failure

APPLICANT = ("name", "email", "phone")


def choose(
    office: Office,
    ids: Sequence[int],
    since: datetime | None,
    until: datetime | None,
    *,
    stale: bool,
) -> Sequence[Pending]:
    """The messages of these applications, of these days (UTC), or that older rules or another programme produced."""
    return office.store.selected(
        ids=tuple(ids) or None,
        since=since.replace(tzinfo=UTC) if since else None,
        until=until.replace(tzinfo=UTC) if until else None,
        stale=(versions(), office.programme.fingerprint) if stale else None,
    )


def causes(office: Office) -> Iterator[str]:
    """Yield a line for each thing that is newer than what records were made with, and of how many messages: "period 1 -> 2"."""
    today, counts = versions(), Counter[str]()
    for made, fingerprint, count in office.store.made_by():
        if fingerprint != office.programme.fingerprint:
            counts["the programme's file has changed"] += count
        for name in sorted({*made, *today}):
            old, new = made.get(name), today.get(name)
            if old != new:
                counts[f"{name} {old or 'not there'} -> {new or 'gone'}"] += count
    yield from (f"{cause}: {count} messages" for cause, count in counts.items())


class Tally:
    """How many values messages that are understood again gain, lose and change, and how many of them fail."""

    def __init__(self) -> None:
        """Nothing has changed yet."""
        self._counts = {"gained": 0, "lost": 0, "changed": 0, "failed": 0}

    def add(self, name: str, before: Mapping[str, Json] | None, outcome: Record | Failure) -> list[str]:
        """Count a message by its hash, its record before (None: the same), and what became of it; a line for each change."""
        if isinstance(outcome, Failure):
            self._counts["failed"] += 1
            return [f"{name[:12]}: fails in {outcome.stage}"]
        found = [] if before is None else list(changes(before, as_json(outcome)))
        for field, old, new in found:
            self._counts[_verdict(field, old, new)] += 1
        head = f"{name[:12]} {outcome.subject!r}"
        return [f"{head} {field}: {_brief(old)} -> {_brief(new)}" for field, old, new in found]

    def line(self, messages: int, lost: int = 0) -> str:
        """The sum over so many messages, of which so many were not in the archive."""
        counts = {**self._counts, "failed": self._counts["failed"] + lost}
        return f"{messages} messages: " + ", ".join(f"{count} {name}" for name, count in counts.items())


def differences(office: Office, chosen: Sequence[Pending], *, stale: bool = False) -> Iterator[str]:
    """Yield a line for each field that would change, and in the end the sum: gains, losses, other changes.

    With `stale`, only stale rules are asked.
    """
    tally, lost = Tally(), list[str]()
    with engine(office.config, office.programme, len(chosen)) as fenced:
        found = jobs(office, chosen, lambda message, _: lost.append(message.sha256), stale=stale)
        for job, outcome in fenced.run(found):
            yield from tally.add(job.name, office.store.record_of(job.name) or {}, outcome)
    yield from (f"{sha256[:12]}: is not in the archive as it came" for sha256 in lost)
    yield tally.line(len(chosen), len(lost))


def changes(before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterator[tuple[str, Json, Json]]:
    """Yield (field, old, new) for the kind, the applicant, and status and value of each item that differ."""
    old, new = dict(_fields(before)), dict(_fields(after))
    for field in dict.fromkeys([*old, *new]):
        if old.get(field) != new.get(field):
            yield field, old.get(field), new.get(field)


def _fields(record: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    yield "kind", record.get("kind")
    applicant = record.get("applicant")
    if isinstance(applicant, dict):
        yield from ((f"applicant.{key}", applicant.get(key)) for key in APPLICANT)
    items = record.get("items")
    for name, item in items.items() if isinstance(items, dict) else ():
        if isinstance(item, dict):
            yield f"{name}.status", item.get("status")
            yield f"{name}.value", item.get("value")


def _verdict(field: str, old: Json, new: Json) -> str:
    if field.endswith(".status"):
        if new == "present":
            return "gained"
        if old == "present":
            return "lost"
    return "changed"


def _brief(value: Json) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= 120 else text[:117] + "..."
