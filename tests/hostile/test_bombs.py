"""Each hostile mail through the real fence with small limits: it gets its row, and the mail behind it is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from hostile.bombs import LIMITS, ROOMS, outcome_of
from intake.model import Record
from support.cases import programme

EVERY = [(room, name, make) for room, bombs in ROOMS.items() for name, make in bombs.items()]
#: Words that must stand in what is said of a file, where it has to be given up whatever the machine's speed.
SAID = {
    "PDF: pages in pages": "no text",
    "PDF: wide predictor": "more memory",
    "PDF: object stream": "damaged",
    "zip inflating": "unpacks to more than the limit",
    "zip that lies": "breaks off",
    "zip in zip": "archive inside an archive",
    "zip of thousands": "19950 more files",
    "zip of itself": "unpacks to more than the limit",
    "word media": "unpacks to more than the limit",
    "word long": "unpacks to more than the limit",
    "sheet sparse": "unpacks to more than the limit",
}


@pytest.mark.parametrize(("room", "name", "make"), EVERY, ids=[name for _, name, _ in EVERY])
def test_a_hostile_mail_is_another_row(room: str, name: str, make: Callable[[], bytes]) -> None:
    found, read_behind, costs = outcome_of(programme(), make())
    assert read_behind
    assert costs.memory < LIMITS.memory_bytes
    assert costs.workers <= 3
    assert costs.computing <= costs.workers * 6 * LIMITS.seconds  # three steps, each ended by the kernel
    if isinstance(found, Record):
        problems = " / ".join(document.problem or "" for document in found.documents)
        assert SAID.get(name, "") in problems
        assert all(len(document.text or "") <= LIMITS.text_characters for document in found.documents)
        assert not [s for s in shown(found) if any(unicodedata.category(c) in ("Cc", "Cs") for c in s)]
        assert not [d.source for d in found.documents if ".." in d.source.split("/")]
    else:
        assert name not in SAID
        assert found.stage in ("parse", "fields")
        assert found.text


def shown(record: Record) -> list[str]:
    """What of a record stands on one line wherever it is shown."""
    people = (
        record.applicant.name or "",
        record.applicant.email,
        record.sender.name if record.sender else "",
    )
    return [record.subject, *people, *record.review, *(document.source for document in record.documents)]


def test_nothing_of_the_machine_is_read_into_a_text() -> None:
    found, _, _ = outcome_of(programme(), ROOMS["archives"]["word reaching out"]())
    assert isinstance(found, Record)
    text = next(document.text or "" for document in found.documents if document.source.endswith(".docx"))
    assert text.split() == ["words"]
