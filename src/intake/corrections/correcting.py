"""Setting right what the program found: a person's words understood, checked as a whole, then written as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.config import Programme
from intake.corrections.stated import DETAILS, Stated, in_words, understood
from intake.errors import UsageError
from intake.model import Json, Status
from intake.record.rows import ApplicationRow
from intake.record.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """One correction that is about to be written: what is said of the item now, and what a person says."""

    application: int
    name: str  # the applicant's, for whoever looks at a preview
    item: str
    before: str
    stated: Stated
    after: str
    note: str = ""
    remark: str = ""  # for whoever looks at a preview

    @property
    def line(self) -> str:
        """`#4 Ana Ruiz: period: missing -> summer 2017`."""
        beside = "; ".join(filter(None, (self.note, self.remark)))
        told = f"#{self.application} {self.name}: {self.item}: {self.before} -> {self.after}"
        return f"{told} ({beside})" if beside else told


def changes(
    row: ApplicationRow, said: Mapping[str, str], programme: Programme, note: str = ""
) -> list[Change]:
    """What a person's words on the items of one application come to. Raises UsageError for the first not understood."""
    return [_change(row, item, text, programme, note) for item, text in said.items()]


def _change(row: ApplicationRow, item: str, text: str, programme: Programme, note: str) -> Change:
    if item not in row.items and item not in DETAILS:
        names = ", ".join((*row.items, *DETAILS))
        raise UsageError(f"application {row.id} has no item {item!r}", hint=f"items: {names}")
    combined = row.items.get(item)
    stated = understood(item, text, programme, combined.finding.value if combined else None)
    return Change(
        application=row.id,
        name=row.applicant.name or row.applicant.email,
        item=item,
        before=current(row, item, programme),
        stated=stated,
        after=said_as(item, stated.status, stated.value, programme),
        note=" ".join(note.split()),
    )


def current(row: ApplicationRow, item: str, programme: Programme) -> str:
    """What is said of an item now, in words."""
    combined = row.items.get(item)
    if combined is not None:
        return said_as(item, combined.status, combined.value, programme)
    return str(getattr(row.applicant, item) or Status.MISSING.value)


def said_as(item: str, status: Status, value: Json, programme: Programme) -> str:
    """A status and value in words: `summer 2017`, `present`, `missing`, `unsure`, `unsure (Algorithms)`."""
    shown = in_words(item, value, programme)
    if status is Status.PRESENT:
        return shown or status.value
    return f"{status.value} ({shown})" if shown else status.value


def write(store: Store, wanted: Iterable[Change], by: str, when: datetime) -> int:
    """Write corrections, all of them or none; return how many. Raises UsageError, StoreError."""
    written = 0
    with store.transaction(durable=True):
        for change in wanted:
            stated = change.stated
            store.correct(
                change.application,
                change.item,
                stated.value,
                by,
                change.note,
                when,
                status=stated.status,
            )
            written += 1
    return written


def undo(store: Store, application: int, items: Sequence[str], by: str, when: datetime) -> None:
    """Take back the latest correction of each item, all or none. Raises UsageError where an item has none."""
    with store.transaction(durable=True):
        for item in items:
            if store.undo(application, item, by, when) is None:
                raise UsageError(
                    f"application {application} has no correction of {item!r} to take back",
                    hint=f"`intake show {application}` lists its corrections",
                )
