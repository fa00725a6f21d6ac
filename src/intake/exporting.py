"""Applications as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from intake import wording
from intake.config import Programme
from intake.digest.render import printable
from intake.record.store import Store
from intake.reporting import application
from intake.review import ApplicationView

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def export(store: Store, programme: Programme, form: str) -> str:
    """All applications as text: CSV (RFC 4180) with a header row, or a JSON array of objects with the same keys."""
    rows = list(_rows(store, programme))
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=_columns(programme))
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def cell(value: object) -> str:
    """A value as a spreadsheet may show it: one that begins like a formula gets an apostrophe before it."""
    text = printable(value) if value is not None else ""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _columns(programme: Programme) -> list[str]:
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


def _rows(store: Store, programme: Programme) -> Iterator[dict[str, str | int | None]]:
    for row in store.applications():
        found = store.application(row.id)
        if found is not None:
            yield _row(application(found, programme), programme)


def _row(view: ApplicationView, programme: Programme) -> dict[str, str | int | None]:
    items: dict[str, str | int | None] = {}
    for name in programme.items:
        item = view.items.get(name)
        items[name] = item.shown if item else None
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
