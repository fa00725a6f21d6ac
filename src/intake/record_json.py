"""A Record as JSON, in the shape that docs/record.md describes."""

from __future__ import annotations

import json
from datetime import datetime

from intake.model import Address, Document, Evidence, Finding, Json, Record, Signal


def as_json(record: Record, path: str | None = None) -> dict[str, Json]:
    """The record as a JSON object; `path` is the file it was read from, left out where there is none."""
    head: dict[str, Json] = {"path": path} if path is not None else {}
    return {
        **head,
        "sha256": record.sha256,
        "message_id": record.message_id,
        "subject": record.subject,
        "sent": _time(record.sent),
        "size": record.size,
        "kind": record.kind.value,
        "kind_rule": record.kind_rule,
        "kind_reason": record.kind_reason,
        "applicant": {
            "name": record.applicant.name,
            "email": record.applicant.email,
            "phone": record.applicant.phone,
            "links": list(record.applicant.links),
        },
        "forwarded_by": _address(record.forwarded_by),
        "items": {name: _finding(finding) for name, finding in record.items.items()},
        "signals": _signals(record),
        "missing": list(record.missing),
        "unsure": list(record.unsure),
        "review": list(record.review),
        "documents": [_document(document) for document in record.documents],
    }


def dumps(record: Record, path: str | None = None, *, indent: int | None = None) -> str:
    """The record as JSON text: one line, or indented."""
    return json.dumps(as_json(record, path), ensure_ascii=False, indent=indent)


def _time(when: datetime | None) -> str | None:
    return when.isoformat() if when else None


def _address(address: Address | None) -> Json:
    return {"name": address.name, "email": address.email} if address else None


def _place(evidence: Evidence | None) -> dict[str, Json]:
    if evidence is None:
        return {"source": None, "quote": None, "start": None, "end": None}
    return {"source": evidence.source, "quote": evidence.quote, "start": evidence.start, "end": evidence.end}


def _finding(finding: Finding) -> dict[str, Json]:
    place = _place(finding.evidence)
    place["source"] = finding.source
    return {
        "status": finding.status.value,
        "value": finding.value,
        **place,
        "rule": finding.rule,
        "reason": finding.reason,
    }


def _signal(signal: Signal) -> dict[str, Json]:
    return {"value": signal.value, **_place(signal.evidence)}


def _signals(record: Record) -> dict[str, Json]:
    signals = record.signals
    named = signals.organisation
    unstated: dict[str, Json] = {"value": "unstated", **_place(None)}
    return {
        "eligibility": _signal(signals.eligibility) if signals.eligibility else unstated,
        "mentions_organisation": {"value": named is not None, **_place(named.evidence if named else None)},
        "relevant_experience": [_signal(signal) for signal in signals.relevant_experience],
        "qualifications": [_signal(signal) for signal in signals.qualifications],
        "opening": {"value": record.opening.value, "period": record.opening.period},
        "authentication": signals.authentication,
    }


def _document(document: Document) -> dict[str, Json]:
    return {
        "source": document.source,
        "role": document.role.value,
        "role_reason": document.role_reason,
        "type": document.type,
        "sha256": document.sha256,
        "size": document.size,
        "pages": document.pages,
        "text": document.text,
        "ocr": document.ocr,
        "problem": document.problem,
        "reader": document.reader,
    }
