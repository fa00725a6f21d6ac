"""Whose words are whose: forwards, attached mails, quotes, the page's words."""
# ruff: noqa: E501  # mails as they are written

from __future__ import annotations

from email.message import EmailMessage

import pytest

from intake.fields.case import Case
from intake.model import Role
from support.mails import RESUME, case_of, mime, opened

LETTER = (
    "Dear team,\n\nI study physics and would like to apply for the algorithms internship. My resume is attached. "
    "I can come from June to August.\n\nAna Ruiz\n614-555-0123\n"
)
GMAIL = (
    "---------- Forwarded message ----------\nFrom: Ana Ruiz <ana.ruiz@example.edu>\nDate: Mon, Nov 7, 2016 at 9:02 AM\n"
    "Subject: internship\nTo: Lee Marsh <lmarsh@example.edu>\n\n"
)
OUTLOOK = (
    "From: Ana Ruiz [mailto:ana.ruiz@example.edu]\nSent: Monday, November 7, 2016 9:02 AM\n"
    "To: Lee Marsh <lmarsh@example.edu>\nSubject: internship\n\n"
)
APPLE = (
    "Begin forwarded message:\n\nFrom: Ana Ruiz <ana.ruiz@example.edu>\nSubject: internship\n"
    "Date: November 7, 2016 at 9:02:11 AM CST\nTo: Lee Marsh <lmarsh@example.edu>\n\n"
)
THUNDERBIRD = (
    "-------- Forwarded Message --------\nSubject: \tinternship\nDate: \tMon, 7 Nov 2016 09:02:11 -0600\n"
    "From: \tAna Ruiz <ana.ruiz@example.edu>\nTo: \tLee Marsh <lmarsh@example.edu>\n\n"
)
PASSES_ON = "Hi all, this student wrote to us. I think it is meant for you. Call me at 701-555-0190.\n\nLee Marsh\nCareer Center\n\n"
STAFF = "Lee Marsh <lmarsh@example.edu>"


@pytest.mark.parametrize("head", [GMAIL, OUTLOOK, APPLE, THUNDERBIRD])
def test_a_forwarded_mail_is_its_authors(head: str) -> None:
    case = case_of(PASSES_ON + head + LETTER, sender=STAFF, subject="Fwd: internship", files=RESUME)
    assert _authors(case) == ("ana.ruiz@example.edu", "lmarsh@example.edu")
    assert "would like to apply" in _prose(case)
    assert "meant for you" not in _prose(case)
    assert "meant for you" in "".join(p.words for p in case.introduction)


def test_the_innermost_of_two_forwards_counts() -> None:
    outer = "---------- Forwarded message ----------\nFrom: Help Desk <help@example.edu>\nDate: Mon, Nov 7, 2016 at 10:00 AM\n"
    body = (
        "FYI.\n\n"
        + outer
        + "Subject: Fwd: internship\nTo: Lee Marsh <lmarsh@example.edu>\n\nLee, for you?\n\n"
        + GMAIL
        + LETTER
    )
    case = case_of(body, sender=STAFF, subject="Fwd: Fwd: internship")
    assert _authors(case) == ("ana.ruiz@example.edu", "lmarsh@example.edu")
    assert "for you?" not in _prose(case)


def test_an_attached_mail_is_its_authors() -> None:
    inner = mime(LETTER, to="lmarsh@example.edu", files=RESUME)
    case = opened(
        mime("A very good student of mine, see her message.", sender=STAFF, attached=(inner,)), RESUME
    )
    assert _authors(case) == ("ana.ruiz@example.edu", "lmarsh@example.edu")
    assert "would like to apply" in _prose(case)
    assert case.prose[0].source == "attachment:message.eml"
    assert [d.source for d in case.with_role(Role.RESUME)] == ["attachment:message.eml/resume.txt"]


def test_an_attached_mail_that_forwards_another() -> None:
    inner = mime(
        "For you.\n\n" + GMAIL + LETTER, sender="Jo Hale <jo@example.edu>", subject="Fwd: internship"
    )
    case = opened(mime("See the attached mail.", sender=STAFF, attached=(inner,)))
    assert _authors(case) == ("ana.ruiz@example.edu", "lmarsh@example.edu")


def test_a_bounce_is_not_unwrapped() -> None:
    inner = mime(LETTER)
    bounce = mime("Could not be delivered.", sender="mailer-daemon@example.com", attached=(inner,))
    assert opened(bounce).focus.name == ""


def test_ones_own_mail_passed_on_from_another_account() -> None:
    case = case_of(
        "Sent from the wrong account, sorry.\n\n" + GMAIL + LETTER,
        sender="Ana Ruiz <ana@example.com>",
        subject="Fwd: internship",
    )
    assert _authors(case) == ("ana@example.com", None)
    assert "would like to apply" in _prose(case)


def test_ones_own_earlier_mail_below_is_not_said_again() -> None:
    head = GMAIL.replace("Lee Marsh <lmarsh@example.edu>", "interns@numenta.com")
    body = (
        "Dear team,\n\nI would like to bring three updates to your notice. My number has changed, and I now hold a green card. "
        "I would also be glad to join software engineering in September instead of June if that suits you better.\n\n"
    )
    case = case_of(body + head + LETTER, subject="Re: internship")
    assert _authors(case) == ("ana.ruiz@example.edu", None)
    assert "June to August" not in _prose(case)


def test_a_page_or_mail_of_the_organisation_shown_below_is_not_the_applicants() -> None:
    head = GMAIL.replace("Ana Ruiz <ana.ruiz@example.edu>", "Numenta Internships <interns@numenta.com>")
    case = case_of(
        "Here is my resume.\n\n" + head + "Please send us your resume and the period.\n",
        subject="Fwd: internship",
        files=RESUME,
    )
    assert _authors(case) == ("ana.ruiz@example.edu", None)
    assert _prose(case).strip() == "Here is my resume."


def test_a_posting_shown_below_an_application() -> None:
    head = GMAIL.replace("Ana Ruiz <ana.ruiz@example.edu>", "Career News <news@careers.example.edu>")
    posting = "Numenta offers internships in the summer. Write to them if you are interested.\n"
    case = case_of(LETTER.replace("614", "615") + "\n" + head + posting, subject="Fwd: Career news")
    assert _authors(case) == ("ana.ruiz@example.edu", None)
    assert "Write to them" not in _prose(case)


@pytest.mark.parametrize(
    "body",
    [
        "Dear colleagues, attached is the resume of one of our students, who asked me for help. Regards, Lee Marsh",
        "Please consider her for the summer. Her resume is attached. Lee Marsh",
    ],
)
def test_documents_handed_in_for_another(body: str) -> None:
    case = case_of(body, sender=STAFF, files=RESUME)
    assert case.author is None
    assert case.forwarded_by is not None
    assert case.prose == ()
    assert case.introduction


def test_several_peoples_mails_attached_are_nobodys_in_particular() -> None:
    other = mime(LETTER.replace("Ana Ruiz", "Sam Poe"), sender="Sam Poe <sam@example.edu>")
    case = opened(
        mime("Two of our students would like to come.", sender=STAFF, attached=(mime(LETTER), other))
    )
    assert _authors(case) == (None, "lmarsh@example.edu")
    assert case.prose == ()


def test_a_students_note_quoted_below_a_recommendation() -> None:
    body = (
        "Meet Ana, an excellent student of mine; her note is below.\n\nLee\n\n"
        "On Mon, Nov 7, 2016 at 9:02 AM, Ana Ruiz <ana.ruiz@example.edu> wrote:\n\n> I would like to apply for algorithms.\n> Ana\n"
    )
    case = case_of(body, sender=STAFF, subject="Re: internships")
    assert _authors(case) == ("ana.ruiz@example.edu", "lmarsh@example.edu")
    assert "would like to apply" in _prose(case)


def test_a_mail_shown_along_with_a_question_is_not_the_question() -> None:
    inner = mime("Our fair is on Friday.", sender="Career News <news@careers.example.edu>")
    body = "Hello, I found your name in the attached mail of our career center. Do you take sophomores for the summer, and is it paid? Thanks a lot for your help!"
    assert _authors(opened(mime(body, attached=(inner,)))) == ("ana.ruiz@example.edu", None)


def test_quotes_signature_and_page_are_set_apart() -> None:
    body = (
        "Hello,\n\nmy courses are below.\n\nFrom your web page, for reference:\n- the period of your choice\n\n"
        "Ana\n\n-- \nAna Ruiz | 614-555-0123\n\nOn Mon, Nov 7, 2016 at 9:02 AM, Numenta <interns@numenta.com> wrote:\n> Which summer?\n"
    )
    case = case_of(body)
    assert "courses are below" in _prose(case)
    assert all(word not in _prose(case) for word in ("Which summer", "your choice", "614-555"))
    assert "614-555-0123" in "".join(p.words for p in case.signature)


def test_passages_stand_where_they_say() -> None:
    case = case_of(PASSES_ON + OUTLOOK + LETTER, sender=STAFF, subject="FW: internship")
    body = next(d for d in case.documents if d.source == "body")
    assert body.text is not None
    for passage in (*case.prose, *case.signature, *case.introduction):
        assert body.text[passage.start : passage.end] == passage.words


def test_no_sender_at_all() -> None:
    message = EmailMessage()
    message.set_content("Hello?")
    case = opened(message)
    assert case.author is None
    assert case.forwarded_by is None


def _authors(case: Case) -> tuple[str | None, str | None]:
    return (
        case.author.email if case.author else None,
        case.forwarded_by.email if case.forwarded_by else None,
    )


def _prose(case: Case) -> str:
    return "\n".join(passage.words for passage in case.prose)
