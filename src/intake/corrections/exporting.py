"""Applications as CSV, JSON and XLSX, in such a form that an edited spreadsheet can be read back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from intake import wording
from intake.config import Programme
from intake.corrections import spreadsheet
from intake.corrections.stated import DETAILS, in_words
from intake.digest.render import printable
from intake.record.store import Store
from intake.reporting import application
from intake.review import ApplicationView

MARKS = "as_exported"  # the column that tells which cells were edited
Row = dict[str, str | int | None]


def export(store: Store, programme: Programme, form: str) -> Iterator[str]:
    """All applications, piece by piece: CSV (RFC 4180) with a header row, or a JSON array of objects with the same keys.

    The store has to stay open until the last piece is taken.
    """
    rows = rows_of(store, programme)
    return _as_json(rows) if form == "json" else _as_csv(rows, programme)


def _as_json(rows: Iterable[Row]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield before + "\n " + json.dumps(row, ensure_ascii=False, indent=1).replace("\n", "\n ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _as_csv(rows: Iterable[Row], programme: Programme) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=[*_columns(programme), MARKS])
    writer.writeheader()
    for row in rows:
        writer.writerow({key: cell(value) for key, value in {**row, MARKS: marks(row, programme)}.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()  # the header, where there is no row


def export_xlsx(store: Store, programme: Programme) -> bytes:
    """All applications as an XLSX file. Raises UsageError where the extra `xlsx` is not installed."""
    rows = (
        {key: printable(value) if isinstance(value, str) else value for key, value in row.items()}
        | {MARKS: marks(row, programme)}
        for row in rows_of(store, programme)
    )
    return spreadsheet.as_xlsx([*_columns(programme), MARKS], rows, hidden=frozenset({MARKS}))


def cell(value: object) -> str:
    """A value as a spreadsheet may show it: one that begins like a formula gets an apostrophe before it."""
    text = printable(value) if value is not None else ""
    return f"'{text}" if text.lstrip().startswith(spreadsheet.FORMULA) else text


def plain(text: object) -> str:
    """A cell's text without what exporting and spreadsheet programs add: the apostrophe, white space."""
    said = " ".join(spreadsheet.legible(printable(text)).split()) if text is not None else ""
    return (
        said[1:].strip()
        if said.startswith("'") and said[1:].lstrip().startswith(spreadsheet.FORMULA)
        else said
    )


def editable(programme: Programme) -> tuple[str, ...]:
    """The columns in which a person can correct something."""
    return (*DETAILS, *(name for item in programme.items for name in (item, f"{item}_status")))


def marks(row: Mapping[str, object], programme: Programme) -> str:
    """What tells later which cells of a row were edited, and which have changed here meanwhile."""
    return ".".join(mark(row.get(column)) for column in editable(programme))


def mark(text: object) -> str:
    """Six hexadecimal digits for a cell's text."""
    return hashlib.sha256(plain(text).encode()).hexdigest()[:6]


def _columns(programme: Programme) -> Sequence[str]:
    items = [name for item in programme.items for name in (item, f"{item}_status")]
    return [
        "id",
        "state",
        "name",
        "email",
        "phone",
        *items,
        "opening",
        "eligibility",
        "first_received",
        "last_received",
        "review",
    ]


def rows_of(store: Store, programme: Programme) -> Iterator[Row]:
    """One row for each application, by ascending number."""
    for found in store.views():
        yield _row(application(found, programme), programme)


def _row(view: ApplicationView, programme: Programme) -> Row:
    items: Row = {}
    for name in programme.items:
        item = view.items.get(name)
        items[name] = in_words(name, item.value, programme) if item else None
        items[f"{name}_status"] = item.status.value if item else None
    stated = next((signal.value for signal in view.signals if signal.what == "eligibility"), "unstated")
    zone = programme.organisation.time_zone
    return {
        "id": view.id,
        "state": view.state,
        "name": view.name,
        "email": view.email,
        "phone": view.phone,
        **items,
        "opening": view.opening,
        "eligibility": stated,
        "first_received": wording.when(view.first_received, zone),
        "last_received": wording.when(view.last_received, zone),
        "review": "; ".join(view.review),
    }
