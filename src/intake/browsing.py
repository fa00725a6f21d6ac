"""The database in Datasette: its tables and columns named, raw tables hidden, and the questions recruiters ask saved.

Only this machine's loopback is listened on, and only who follows the link with its one-time token is let in: other
accounts of the machine see nothing. The database is opened read-only.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from intake.check import label
from intake.config import Config, Programme
from intake.errors import UsageError
from intake.outgoing.placing import place
from intake.record import Store

HOST = "127.0.0.1"
DATABASE = "intake"
NAMES = "browse.json"  # beside the database: what Datasette is told of its tables
Query = dict[str, object]

HIDDEN = (
    *(
        "application",
        "attachment",
        "copy",
        "correction",
        "delivery",
        "digest",
        "document",
        "draft",
        "finding",
    ),
    *(
        "folder",
        "forgotten",
        "kept",
        "history",
        "item",
        "message",
        "record",
        "reference",
        "run",
        "sighting",
        "signal",
    ),
    *("_sqlite_migrations", "document_fts", "document_fts_config", "document_fts_data"),
    *("document_fts_docsize", "document_fts_idx", "sqlite_sequence"),
)  # what the views for people are made of

WELCOME = (
    "Click one of the questions below Queries, or applications below Views to choose by area, period and status."
    " Nothing can be changed here."
)
APPLICATIONS = {
    "id": "The number by which every command names it",
    "name": "As the applicant writes it",
    "email": "The applicant's address",
    "phone": "Telephone number, where the applicant gives one",
    "track": "The area that is preferred, by its id",
    "period": "When, as people say it",
    "period_start": "First month, YYYY-MM",
    "period_end": "Last month, YYYY-MM",
    "status": "complete, incomplete (something is missing) or unsure (a person should settle something)",
    "cover_letter": "present, missing or unsure",
    "resume": "present, missing or unsure",
    "coursework": "present, missing or unsure",
    "period_status": "present, missing or unsure",
    "track_status": "present, missing or unsure",
    "courses": "Course work, one course after the other",
    "eligibility": "What the applicant states on residence and study; it decides nothing",
    "opening": "Whether the period asked for was open when the mail came",
    "opening_period": "The opening that it belongs to",
    "review": "Why a person should look",
    "mails": "How many mails it is made of",
    "received": "Its first mail (UTC)",
    "updated": "Its last mail (UTC)",
}
TABLES: Mapping[str, Mapping[str, object]] = {
    "applications": {
        "title": "Applications",
        "description": "One row for each applicant, with what people have corrected.",
        "columns": APPLICATIONS,
        "facets": ["track", "period", "status"],
        "sort_desc": "updated",
        "size": 50,
    },
    "missing_items": {
        "title": "What is missing or unsure",
        "description": "One row for each item that is not there or that a person should settle.",
        "columns": {"application": "Number of the application", "reason": "Why, in words"},
        "facets": ["item", "status"],
    },
    "findings": {
        "title": "Findings",
        "description": "What was found in each mail, with the words that show it.",
        "columns": {
            "quote": "Verbatim from the source",
            "source": "The subject, the body or an attachment",
            "rule": "The rule that says so",
        },
        "facets": ["item", "status", "kind"],
    },
    "ledger": {
        "title": "Ledger",
        "description": "Every place at which a mail was seen, and what became of it.",
        "columns": {"outcome": "What the mail is, or why it is not there"},
        "facets": ["outcome", "mailbox", "folder"],
    },
}

_FREE = (
    "SELECT id, name, email, track, period, period_start, period_end, status FROM applications"
    " WHERE period_start IS NOT NULL AND period_end IS NOT NULL AND {condition} ORDER BY period_start, id"
)
_FEBRUARY = (
    "(period_end >= substr(period_start, 1, 4) || '-02' AND period_start <= substr(period_start, 1, 4) || '-02'"
    " OR period_end >= (substr(period_start, 1, 4) + 1) || '-02')"
)
_COURSE = (
    "SELECT id, name, email, track, period, status, courses FROM applications WHERE"
    " (:area = '' OR id IN (SELECT application_id FROM item, json_each(item.value) WHERE item.item = 'track'"
    " AND item.status = 'present' AND json_type(item.value) = 'array' AND json_each.value = :area))"
    " AND instr(lower(coalesce(courses, '')), lower(:course)) > 0 ORDER BY updated DESC, id"
)
_ONLY = (
    "SELECT a.id, a.name, a.email, a.track, a.period, a.received FROM applications a JOIN item i"
    " ON i.application_id = a.id AND i.status = 'missing' GROUP BY a.id"
    " HAVING count(*) = 1 AND max(i.item) = '{item}' ORDER BY a.received"
)


def metadata(programme: Programme) -> dict[str, object]:
    """What Datasette shows of the database: titles, descriptions, facets and saved queries, for this programme."""
    tables: dict[str, object] = {name: {"hidden": True} for name in HIDDEN}
    return {
        "title": f"{programme.organisation.name} internships",
        "description": "Read-only. What people corrected is counted in; nothing is scored or ranked.",
        "allow": {"id": "root"},
        "databases": {
            DATABASE: {"description": WELCOME, "tables": {**tables, **TABLES}, "queries": queries(programme)}
        },
    }


def queries(programme: Programme) -> dict[str, Query]:
    """The saved queries: who is free when, who took what, who lacks just one thing."""
    found: dict[str, Query] = {
        "free_in_february": {
            "title": "Free in February",
            "description": "Whose period holds a February.",
            "sql": _FREE.format(condition=_FEBRUARY),
        },
        "free_in": {
            "title": "Free in a month",
            "description": "Whose period holds a month; write it as 2017-02.",
            "sql": _FREE.format(condition=":month BETWEEN period_start AND period_end"),
            "params": ["month"],
        },
        "area_and_course": {
            "title": "An area and a course",
            "description": "Who asks for an area, by its id, and took a course whose name holds these words. Areas: "
            + (", ".join(track.id for track in programme.tracks) or "none")
            + ". Left empty, any area or course counts.",
            "sql": _COURSE,
            "params": ["area", "course"],
        },
    }
    for track in programme.tracks:
        found[f"{track.id.replace('-', '_')}_and_machine_learning"] = {
            "title": f"{track.name}, and took machine learning",
            "sql": _COURSE.replace(":area", f"'{track.id}'").replace(":course", "'machine learning'"),
        }
    for item in programme.items:
        found[f"missing_only_{item}"] = {
            "title": f"Missing only the {label(item, programme)}",
            "description": "Everything else is there, or a person should settle it.",
            "sql": _ONLY.format(item=item),
        }
    return found


def browse(config: Config, programme: Programme, port: int, *, opened: bool) -> NoReturn:
    """Become Datasette, which serves the database until somebody ends it.

    Raises UsageError where the extra `browse` is not installed, StoreError where there is no database yet,
    DeliveryError where the file that names its tables cannot be written beside it.
    """
    if importlib.util.find_spec("datasette") is None:
        raise UsageError("browsing needs Datasette", hint="pip install 'intake[browse]'")
    directory = config.store.directory
    with Store.open(directory, readonly=True) as store:
        path = store.path
    names = directory / NAMES
    place(names, json.dumps(metadata(programme), indent=1).encode())
    command = _command(path, names, port)
    environment = {**os.environ, "DATASETTE_LOAD_PLUGINS": ""}  # what else is installed stays out
    sys.stdout.flush()
    os.execve(sys.executable, [*command, "--open"] if opened else command, environment)  # noqa: S606 - our own words


def _command(path: Path, names: Path, port: int) -> list[str]:
    settings = {
        "allow_download": "off",
        "allow_facet": "on",
        "default_page_size": "50",
        "sql_time_limit_ms": "3000",
        "suggest_facets": "off",
    }
    given = [part for name, value in settings.items() for part in ("--setting", name, value)]
    where = ["--host", HOST, "--port", str(port), "--metadata", str(names), "--root"]
    return [sys.executable, "-m", "datasette", "serve", str(path), *where, *given]
