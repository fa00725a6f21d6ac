"""Reasons as a colleague would say them, each cause once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake import wording
from intake.digest.notes import lead, notes
from intake.model import Status
from support.views import COMPLETE, LACKING, OPEN, data, item, person


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("asks for an area that is not offered", "It asks for an area that is not offered."),
        ("says only 'next summer'", "It says only 'next summer'."),
        ("only a link to a resume, no file", "Only a link to a resume, no file."),
        ("the file is damaged: it breaks off", "The file is damaged: it breaks off."),
        ("CV Ana.pdf: the file is damaged: it breaks off", "CV Ana.pdf is damaged: it breaks off."),
        ("CV Ana.pdf cannot be read: is a scan: no text", "CV Ana.pdf is a scan: no text."),
        ("cv.pages: needs Pages to open; ask for a PDF", "cv.pages needs Pages to open; ask for a PDF."),
        ("a.zip: only the first 9 characters were read", "a.zip: only the first 9 characters were read."),
        ("a file: is a scan", "A file is a scan."),
        ("iCloud's link", "iCloud's link."),
        ("Summer 2016 is filled", "Summer 2016 is filled."),
        ("does it end here?", "Does it end here?"),
        ("", ""),
    ],
)
def test_a_reason_is_a_sentence(reason: str, said: str) -> None:
    assert wording.sentence(reason) == said


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("first", ""),
        ("", ""),
        (
            "first; refers to application 3, but is kept apart",
            "It refers to application 3, but is kept apart.",
        ),
        ("refers to it, by name", "Put with this application: it refers to it, by name."),
        ("the same mail, delivered again", "Put with this application: the same mail, delivered again."),
    ],
)
def test_why_a_mail_belongs_there(why: str, said: str) -> None:
    assert wording.joined(why) == said


def test_one_cause_of_several_items_is_said_once() -> None:
    scan = "CV.pdf{} is a scan"
    view = person(
        1,
        item("resume", Status.UNSURE, reason=scan.format(":")),
        item("course work", Status.UNSURE, reason=scan.format(" cannot be read:")),
        item("area", Status.MISSING, reason="names none"),
    )
    view = replace(view, review=(f"resume: {scan.format(':')}", "Summer 2016 is filled"))
    assert [note.line for note in notes(view)] == [
        "Resume, course work: CV.pdf is a scan.",
        "Summer 2016 is filled.",
        "Area: It names none.",
    ]


def test_what_waits_is_counted_and_what_does_not_is_not_said() -> None:
    told = data(COMPLETE, LACKING, OPEN, new=frozenset({2}))
    assert lead(told, {"unsure": 1, "complete": 2, "incomplete": 0}) == [
        ("new", 1, "is new"),
        ("unsure", 1, "needs a person"),
        ("complete", 2, "are complete"),
    ]
