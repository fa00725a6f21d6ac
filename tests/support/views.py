"""What digests show, made of a few words: people of every state, and one who tries everything in every field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from intake.digest.build import Neighbours
from intake.model import Evidence, Json, Status
from intake.review import (
    ApplicationView,
    Correction,
    DigestData,
    DocumentView,
    FileView,
    ItemView,
    LedgerView,
    MessageView,
    OtherMail,
    SignalView,
)

NOW = datetime(2016, 11, 20, 8, tzinfo=UTC)
LEDGER = LedgerView(
    5, 4, 1, 0, 0, {"application": 2, "follow_up": 0, "question": 1, "automatic": 1, "other": 0}, 0, 0
)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onload=\u202e"


def item(
    name: str, status: Status, value: Json = None, shown: str = "", reason: str | None = None
) -> ItemView:
    """An item with a quote where there is something to quote."""
    evidence = Evidence("body", 0, 9, "the words") if status is not Status.MISSING else None
    return ItemView(name, name, status, value, shown, evidence, "body", "0" * 64, "rule", 1, reason)


def person(number: int, *items: ItemView, name: str = "Ana Ruiz") -> ApplicationView:
    """An application with these items."""
    return ApplicationView(
        number, name, "ana@example.edu", None, (), None, NOW, NOW, {one.item: one for one in items}
    )


COMPLETE = person(
    1,
    item("track", Status.PRESENT, ["algorithms"], "Algorithms"),
    item("period", Status.PRESENT, {"season": "summer", "year": 2017}, "summer 2017"),
)
LACKING = person(2, item("resume", Status.MISSING))
OPEN = person(3, item("resume", Status.UNSURE, reason="is a scan"), item("track", Status.MISSING))


def data(*applications: ApplicationView, **more: object) -> DigestData:
    """A digest of these applications; `more` are other fields of it."""
    base = DigestData(
        "Numenta",
        NOW,
        "America/Los_Angeles",
        None,
        NOW,
        LEDGER,
        applications,
        tracks={"algorithms": "Algorithms"},
    )
    return replace(base, **more)  # type: ignore[arg-type]


EVERYWHERE = replace(
    OPEN,
    name=EVIL,
    email=EVIL,
    phone=EVIL,
    links=(EVIL, "javascript:alert(1)", 'https://example.com/"><script>alert(1)</script>'),
    forwarded_by=EVIL,
    review=(EVIL,),
    opening_name=EVIL,
    items={
        "resume": ItemView(
            "resume",
            EVIL,
            Status.UNSURE,
            EVIL,
            EVIL,
            Evidence("body", 0, 20, EVIL[:20]),
            f"attachment:{EVIL}",
            "0" * 64,
            EVIL,
            1,
            EVIL,
            Correction("resume", EVIL, EVIL, NOW, EVIL),
        )
    },
    signals=(SignalView("experience", EVIL, Evidence("body", 9, 40, EVIL[9:40]), "0" * 64),),
    messages=(MessageView("0" * 64, "application", EVIL, EVIL, NOW, EVIL, EVIL),),
    documents=(
        DocumentView("0" * 64, "body", "letter", "text/plain", EVIL, EVIL, 1, None),
        DocumentView("0" * 64, f"attachment:{EVIL}", "resume", "application/pdf", EVIL, EVIL, 1, "1" * 64),
    ),
)
FILE = FileView(
    "0" * 64, f"attachment:{EVIL}", "application/pdf", "resume", "files/1.pdf", "pictures/1.png", EVIL
)
ALONE = Neighbours("unsure", 1, 1, None, None)
MAIL = OtherMail("0", "question", EVIL, EVIL, NOW, EVIL, EVIL)
HOSTILE = data(EVERYWHERE, questions=(MAIL,), set_aside=(MAIL,), failures=(MAIL,), overdue=EVIL)
