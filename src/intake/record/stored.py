"""Rows read back into the values they were made of."""

from __future__ import annotations

import json
from typing import Any

from intake.combine import Correction
from intake.model import Evidence, Finding, Status
from intake.record.connection import Row
from intake.record.times import maybe_time, time


def dumps(value: object) -> str:
    """JSON text as the database holds it: one line, keys in order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(text: str) -> Any:
    """The value of JSON text."""
    return json.loads(text)


def finding(row: Row) -> Finding:
    """A finding from its row."""
    evidence = None
    if row["quote"] is not None:
        evidence = Evidence(row["source"], row["start"], row["end"], row["quote"])
    return Finding(
        item=row["item"],
        status=Status(row["status"]),
        value=loads(row["value"]),
        evidence=evidence,
        rule=row["rule"],
        reason=row["reason"],
        sources=tuple(loads(row["sources"])),
    )


def correction(row: Row) -> Correction:
    """A correction from its row."""
    return Correction(
        id=row["id"],
        item=row["item"],
        status=Status(row["status"]),
        value=loads(row["value"]),
        by=row["by"],
        at=time(row["at"]),
        note=row["note"],
        machine_status=Status(row["machine_status"]) if row["machine_status"] else None,
        machine_value=loads(row["machine_value"]),
        undone_at=maybe_time(row["undone_at"]),
        undone_by=row["undone_by"],
    )
