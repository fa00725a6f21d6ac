"""The blind view: who and where is covered, and offsets hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.digest import render
from intake.digest.blind import COVER, blinded, veil_of
from intake.model import Evidence, Status
from intake.review import ApplicationView, DocumentView, MessageView, OtherMail
from support.views import ALONE, NOW, data, item, person

LETTER = """Dear team,
my name is Ana Ruiz, I study physics at Lakeside State University in Ohio.
I can start in June 2017. See https://ana-ruiz.example.com/cv or write to ana.ruiz@lakeside.example.edu.

ANA RUIZ, 12 Elm Street, Springfield, OH 43004, (614) 555-0101
"""
QUOTE = "I study physics at Lakeside State University in Ohio"


def ana() -> ApplicationView:
    start = LETTER.index(QUOTE)
    track = replace(
        item("track", Status.PRESENT, ["algorithms"], "Algorithms"),
        evidence=Evidence("body", start, start + len(QUOTE), QUOTE),
    )
    return replace(
        person(4, track),
        email="ana.ruiz@lakeside.example.edu",
        phone="+1 614 555 0101",
        links=("https://ana-ruiz.example.com/cv",),
        forwarded_by="prof@lakeside.example.edu",
        review=("resume: Ana_Ruiz_resume.pdf: is a scan",),
        messages=(
            MessageView(
                "0" * 64,
                "application",
                "Application Ana Ruiz",
                "Ana Ruiz <ana.ruiz@lakeside.example.edu>",
                NOW,
                "first",
            ),
        ),
        documents=(
            DocumentView(
                "0" * 64, "subject", "other", "text/plain", "Application Ana Ruiz", None, None, None
            ),
            DocumentView("0" * 64, "body", "letter", "text/plain", LETTER, None, None, None),
            DocumentView(
                "0" * 64,
                "attachment:Ana_Ruiz_resume.pdf",
                "resume",
                "application/pdf",
                None,
                "is a scan",
                1,
                "1" * 64,
            ),
        ),
    )


TELLING = (
    "Ana",
    "Ruiz",
    "ruiz",
    "RUIZ",
    "Lakeside",
    "lakeside",
    "555",
    "Elm Street",
    "43004",
    "example.com",
    "example.edu",
)


@pytest.mark.parametrize("word", TELLING)
def test_the_page_and_the_lists_do_not_tell_who_it_is(word: str) -> None:
    digest = data(ana(), blind=True)
    page = render.application_page(digest, ana(), ALONE)
    for form in (
        page,
        render.overview(digest),
        render.text(digest),
        "".join(render.json_pieces(digest, [ana()])),
    ):
        assert word not in form


def test_opened_it_tells_all() -> None:
    page = render.application_page(data(ana(), blind=True), ana(), ALONE, opened=True)
    for word in ("Ana Ruiz", "Lakeside State University", "(614) 555-0101", "ana-ruiz.example.com"):
        assert word in page


def test_what_the_application_says_stays() -> None:
    page = render.application_page(data(ana(), blind=True), ana(), ALONE)
    for words in ("I study physics at", "I can start in June 2017", "is a scan", "Application 4"):
        assert words in page


def test_quotes_stand_where_they_stood() -> None:
    shown = blinded(ana())
    text = next(d.text for d in shown.documents if d.source == "body") or ""
    evidence = shown.items["track"].evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == evidence.quote
    assert evidence.quote == f"I study physics at {COVER * len('Lakeside State University')} in Ohio"


def test_questions_keep_who_wrote_folded_away() -> None:
    mail = OtherMail(
        "0", "question", "A question of Gina Torres", "Gina Torres <gina@example.com>", NOW, "asks"
    )
    digest = data(blind=True, questions=(mail,))
    page = render.overview(digest)
    folded = page.index("<summary>Show who wrote</summary>Gina Torres")
    assert "Gina" not in page[:folded]
    assert page.count("Gina") == 1
    assert "Gina" not in render.text(digest)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Institute of Technology at Denver", "Institute of Technology"),
        ("B.S., University of Northern Plains, 2017", "University of Northern Plains"),
        ("at the Universität Musterstadt", "Universität Musterstadt"),
        ("call 555-0121 today", "555-0121"),
        ("see github.com/someone here", "github.com/someone"),
        ("we met at MIT in May", "MIT"),
    ],
)
def test_covered(text: str, covered: str) -> None:
    veil = veil_of(person(1), ("MIT",))
    assert veil.over(text) == text.replace(covered, COVER * len(covered))


@pytest.mark.parametrize(
    "text",
    [
        "from June 5 to August 25, 2017",
        "2015 - 2017",
        "Spring 2016: 4.00 A-",
        "I will apply to your school of thought",
    ],
)
def test_not_covered(text: str) -> None:
    assert veil_of(person(1)).over(text) == text


@given(st.text(max_size=300))
def test_the_length_never_changes(text: str) -> None:
    assert len(veil_of(ana(), ("MIT",)).over(text)) == len(text)


def test_lists_which_know_no_files_name_none_either() -> None:
    reason = "Ana_Ruiz_CV.pdf: the file is damaged: it breaks off"
    listed = person(4, item("resume", Status.UNSURE, reason=reason), name="Ana Ruiz")
    listed = replace(listed, review=(f"resume: {reason}", "resume: AnaRuiz.docx cannot be read: is empty"))
    for form in (render.overview(data(listed, blind=True)), render.text(data(listed, blind=True))):
        assert "Ruiz" not in form
        assert "a file" in form.lower()
