"""An exported spreadsheet read back: what a person has edited in it, as corrections that can be looked at first.

Only cells that were edited count, told by the marks that the export left beside each row. So a file that was
exported last week takes nothing back of what has come since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.config import Programme
from intake.corrections import exporting
from intake.corrections.correcting import Change, changes
from intake.corrections.spreadsheet import read
from intake.corrections.stated import DETAILS, in_words
from intake.errors import UsageError
from intake.model import Status
from intake.record.rows import ApplicationRow
from intake.record.store import Store

SINCE = "has changed since the export"


@dataclass(slots=True)
class Edits:
    """What a file would change, and what in it is not understood; nothing is written while there are faults."""

    changes: list[Change] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Edited:
    """The edited cells of one row by column, and those among them that say something else here by now."""

    cells: Mapping[str, str]
    overtaken: frozenset[str]


def edits(path: Path, store: Store, programme: Programme, note: str = "") -> Edits:
    """Compare an edited export with what it was. A column `note` gives a row its own note.

    Raises InputError where the file cannot be read.
    """
    found = Edits()
    sheet = read(path)
    rows = {str(row.id): row for row in store.applications()}
    now = {str(row["id"]): row for row in exporting.rows_of(store, programme)}
    seen: set[str] = set()
    for line in sheet:
        number = exporting.plain(line["id"]).removeprefix("#").removesuffix(".0")
        if number not in rows or number in seen:
            why = "stands there twice" if number in seen else "is not there"
            found.faults.append(f"application {number or '(no number)'!r} {why}")
            continue
        seen.add(number)
        edited = _edited(line, now[number], programme)
        try:
            found.changes += _changes(
                rows[number], edited, programme, exporting.plain(line.get("note")) or note
            )
        except UsageError as error:
            found.faults.append(f"#{number} {error.message}; {error.hint}")
    return found


def _edited(line: Mapping[str, str], now: Mapping[str, object], programme: Programme) -> _Edited:
    columns = exporting.editable(programme)
    marks = line.get(exporting.MARKS, "").strip().split(".")
    before = dict(zip(columns, marks, strict=True)) if len(marks) == len(columns) else {}
    cells: dict[str, str] = {}
    overtaken = set()
    for column in columns:
        if column not in line:
            continue
        text, present = exporting.plain(line[column]), exporting.plain(now.get(column))
        if text == present or exporting.mark(text) == before.get(column):
            continue
        cells[column] = text
        if before and exporting.mark(present) != before[column]:
            overtaken.add(column)
    return _Edited(cells, frozenset(overtaken))


def _changes(row: ApplicationRow, edited: _Edited, programme: Programme, note: str) -> list[Change]:
    said = {
        item: text
        for item in (*DETAILS, *row.items)
        if (text := _said(item, _shown(item, row, programme), edited.cells))
    }
    made = [one for one in changes(row, said, programme, note) if one.before != one.after]
    return [
        replace(change, remark=SINCE) if {change.item, f"{change.item}_status"} & edited.overtaken else change
        for change in made
    ]


def _shown(item: str, row: ApplicationRow, programme: Programme) -> str:
    return in_words(item, row.items[item].value, programme) if item in row.items else ""


def _said(item: str, shown: str, cells: Mapping[str, str]) -> str | None:
    """What the cells of one item say together: a status says so by itself, an emptied value that it is missing."""
    value, status = cells.get(item), (cells.get(f"{item}_status") or "").lower()
    if status and status not in tuple(Status):
        raise UsageError(f"{item}_status: {status!r} is no status", hint="write present, missing or unsure")
    if status in (Status.MISSING, Status.UNSURE):
        if value:
            raise UsageError(
                f"{item} has the value {value!r} and is {status}", hint="change one of them only"
            )
        return status
    if value is not None and (value or not status):
        return value or Status.MISSING.value
    if not status:
        return None
    if item in ("cover_letter", "resume"):
        return Status.PRESENT.value
    if value is None and shown:
        return shown  # what was found stands beside it, and a person says that it is right
    raise UsageError(f"{item} is present with which value?", hint=f"write it in the column {item}")
