"""The resume: a file or a pasted text, else why a person must look; never asked for where it came."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fields import resume, roles
from intake.fields.case import Case
from intake.model import Document, Finding, Role, Status
from support.cases import case, document

TEXT = """{name}
{email} | 212-555-0133

EDUCATION
Example State University, B.S. Computer Science, expected May 2018

EXPERIENCE
Initech, Software Intern, June 2016 - August 2016

SKILLS
Python, C++
"""
RESUME = TEXT.format(name="Ana Ruiz", email="ana@example.edu")
OTHERS = TEXT.format(name="Ben Okonkwo", email="ben@example.org")
LETTER = (
    "I have followed your work on sequence memory since last year, and I built a small model of it in Go.\n"
)


@pytest.mark.parametrize(
    ("name", "kind", "pages", "expected"),
    [
        ("Ruiz.pdf", "application/pdf", 1, "pdf"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", None, "docx"),
        ("a.doc", "application/msword", None, "doc"),
        ("a.odt", "application/vnd.oasis.opendocument.text", None, "odt"),
        ("a.rtf", "application/rtf", None, "rtf"),
        ("a.rtf", "text/rtf", None, "rtf"),
        ("a.html", "text/html", None, "html"),
        ("resume.md", "text/plain", None, "md"),
        ("resume.md", "text/markdown", None, "md"),
        ("resume.tex", "text/x-tex", None, "tex"),
        ("resume.txt", "text/plain", None, "txt"),
        ("cover letter.pdf", "application/pdf", 2, "pdf"),
    ],
)
def test_a_resume_in_every_form(name: str, kind: str, pages: int | None, expected: str) -> None:
    found = find("Resume attached.", Document(f"attachment:{name}", kind, RESUME, pages=pages))
    assert (found.status, found.value) == (Status.PRESENT, {"format": expected, "pages": pages})
    assert found.source == f"attachment:{name}"
    assert found.evidence is not None
    assert found.evidence.quote == "Ana Ruiz"


def test_pasted_into_the_mail() -> None:
    found = find(f"Hello,\n\n{LETTER}\nMy resume is below.\n\n\n{RESUME}")
    assert (found.status, found.value, found.source) == (
        Status.PRESENT,
        {"format": "body", "pages": None},
        "body",
    )
    assert found.evidence is not None
    assert found.evidence.quote == "Ana Ruiz"


def test_the_first_of_two_copies_and_a_file_before_a_pasted_text() -> None:
    found = find(RESUME, document("resume.pdf", RESUME), document("resume (1).pdf", RESUME))
    assert found.source == "attachment:resume.pdf"


def test_two_versions_of_one_person() -> None:
    other = RESUME.replace("ana@example.edu", "ruiz@example.com").replace("Initech", "Globex")
    assert find("", document("a.pdf", RESUME), document("b.pdf", other)).status is Status.PRESENT


def test_resumes_of_several_people() -> None:
    found = find(
        "Please see the resumes of my students.", document("a.pdf", RESUME), document("b.pdf", OTHERS)
    )
    assert (found.status, found.rule) == (Status.UNSURE, "resume.several")
    assert found.reason is not None
    assert "a.pdf" in found.reason
    assert "b.pdf" in found.reason


@pytest.mark.parametrize(
    ("name", "kind", "problem"),
    [
        ("resume.pdf", "application/pdf", "is protected by a password"),
        ("Scan0001.pdf", "application/pdf", "is a scan"),
        ("Ruiz.pages", "application/x-iwork", "needs Pages to open"),
        ("all.zip", "application/zip", "is protected by a password"),
        ("Ruiz.pdf", "application/pdf", "the file is damaged"),
        ("resume.jpg", "image/jpeg", "is a picture"),
        ("IMG_1012.jpg", "image/jpeg", "is a picture"),
        ("photo.jpg", "image/jpeg", "is a picture"),
    ],
)
def test_what_cannot_be_read_is_for_a_person(name: str, kind: str, problem: str) -> None:
    found = find("My resume is attached.", Document(f"attachment:{name}", kind, None, problem))
    assert (found.status, found.rule) == (Status.UNSURE, "resume.unreadable")
    assert found.reason == f"{name}: {problem}"


def test_a_readable_resume_wins_over_what_cannot_be_read() -> None:
    broken = document("resume.pdf", None, Role.OTHER, "the file is damaged")
    assert find("", broken, document("resume.docx", RESUME)).source == "attachment:resume.docx"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("photo.jpg", "image/jpeg"), ("logo.png", "image/png"), ("cover letter.pdf", "application/pdf")],
)
def test_what_cannot_be_read_and_is_something_else(name: str, kind: str) -> None:
    given_document = Document(f"attachment:{name}", kind, None, "cannot be read")
    assert find("I can start in June.", given_document).status is Status.MISSING


def test_a_logo_is_no_scanned_resume() -> None:
    logo = Document("attachment:logo.png", "image/png", None, "is a picture", inline=True, size=9_000)
    assert find("My resume is attached.", logo).status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("My resume is here: https://drive.example.com/file/1", "https://drive.example.com/file/1"),
        ("resume: https://www.dropbox.com/s/abc/ana.pdf?dl=0\n", "dropbox"),
        ("https://drive.google.com/file/d/abc/view\n", "drive.google"),
        ("You can see my CV on my website.", "CV on my website"),
        ("My background is at linkedin.com/in/anaruiz-example", "linkedin"),
        ("Mein Lebenslauf: https://example.com/lebenslauf.pdf", "example.com"),
        ("You can download my resume here.", "resume here"),
    ],
)
def test_only_a_link(text: str, quote: str) -> None:
    found = find(f"Hello,\n\n{LETTER}\n{text}\n")
    assert (found.status, found.rule) == (Status.UNSURE, "resume.link")
    assert found.evidence is not None
    assert quote in found.evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "My code is at https://github.com/anaruiz-example/bus.",
        "Here is a video of the robot: https://drive.google.com/file/d/abc/view",
        "I can work until classes resume on August 22.",
        "linkedin.com/in/anaruiz-example",
        "I will send my resume next week.",
        "",
    ],
)
def test_nothing_that_stands_for_a_resume(text: str) -> None:
    found = find(f"Hello,\n\n{LETTER}\n{text}\n")
    assert (found.status, found.reason) == (Status.MISSING, None)


@pytest.mark.parametrize(
    ("text", "files", "reason"),
    [
        ("Please find my resume attached.", (), "says that a resume is attached, but nothing is"),
        ("Attached is my CV with my course work.", (), "says that a resume is attached, but nothing is"),
        ("Anbei mein Lebenslauf.", (), "says that a resume is attached, but nothing is"),
        ("Резюме во вложении.", (), "says that a resume is attached, but nothing is"),
        (
            "My resume is attached.",
            (document("letter.pdf", f"Dear Numenta,\n\n{LETTER}{LETTER}\nSincerely,\nAna\n"),),
            "says that a resume is attached, but none of the files is one",
        ),
    ],
)
def test_says_that_one_is_attached(text: str, files: tuple[Document, ...], reason: str) -> None:
    found = find(text, *files)
    assert (found.status, found.reason, found.rule) == (Status.MISSING, reason, "resume.claimed")
    assert found.evidence is not None
    assert found.evidence.quote == text


def test_a_file_that_tells_nothing_may_be_it() -> None:
    found = find(
        "My resume is attached.", document("Document1.pdf", "Words without any meaning stand here alone.")
    )
    assert (found.status, found.rule) == (Status.UNSURE, "resume.unknown")


def test_a_file_that_is_named_one_and_reads_as_a_letter_may_be_it() -> None:
    letter = f"Dear Numenta,\n\n{LETTER}{LETTER}\nSincerely,\nAna\n"
    called = replace(document("resume.pdf", letter), role=Role.LETTER)
    found = resume.find(case("My resume is attached.", called))
    assert (found.status, found.rule) == (Status.UNSURE, "resume.misread")


@pytest.mark.parametrize(("reach", "status"), [("ana@example.edu", Status.UNSURE), ("", Status.MISSING)])
def test_so_may_a_text_that_says_how_to_reach_somebody(reach: str, status: Status) -> None:
    text = f"Ana Ruiz\n{reach}\n\nWHAT I DID\nA bus tracker, a chess clock\n"
    found = find("My documents are attached.", Document("attachment:document.txt", "text/plain", text))
    assert found.status is status


def test_years_in_words_are_dates_too() -> None:
    text = (
        "Ana Ruiz\nana@example.edu\n\nObjective: A co-op in software.\n\nLakeside College - A.S., expected 2017\n"
        "Hardware store - clerk, March 2015 to present\nArmy Reserve - specialist, 2012 to 2016\n"
    )
    assert find("Attached.", Document("attachment:ana.txt", "text/plain", text)).status is Status.PRESENT


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_gives_a_finding_whose_quote_stands_there(body: str, text: str) -> None:
    given_case = assigned(body, document("a.pdf", text))
    found = resume.find(given_case)
    if found.evidence is not None:
        whole = next(d.text or "" for d in given_case.documents if d.source == found.evidence.source)
        assert whole[found.evidence.start : found.evidence.end] == found.evidence.quote
    assert (found.status is Status.PRESENT) <= (found.evidence is not None)
    assert (found.status is Status.UNSURE) <= bool(found.reason)


def assigned(body: str, *documents: Document) -> Case:
    """A case whose documents have the roles that the rules give them."""
    given_case = case(body, *documents)
    return replace(given_case, documents=roles.assign(given_case))


def find(body: str, *documents: Document) -> Finding:
    """The resume of a mail with these files."""
    return resume.find(assigned(body, *documents))
