"""Who applies: names as people write them, the address to answer to, their own phone, their own links."""
# ruff: noqa: E501  # one case a line

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.fields import applicant, roles
from intake.fields.applicant.contact import links, phones
from intake.fields.applicant.naming import written_name
from intake.fields.passage import Passage
from intake.fields.people import agree, clean_name, in_case, is_full, is_name
from intake.model import Role
from support.cases import programme
from support.mails import Files, case_of

BODY = "Hello,\n\nI would like to apply for the summer internship. My resume is attached.\n\n"


def _resume(text: str) -> Files:
    return {"resume.txt": (Role.RESUME, text)}


@pytest.mark.parametrize(
    ("display", "expected"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ruiz, Ana", "Ana Ruiz"),
        ("Ruiz Ortega, Ana María", "Ana María Ruiz Ortega"),
        ("Ana Ruiz (Student)", "Ana Ruiz"),
        ("Ruiz, Ana [STUDENT]", "Ana Ruiz"),
        ("Ana Ruiz via Jobboard", "Ana Ruiz"),
        ("Ana Ruiz | Fairview State", "Ana Ruiz"),
        ("Ana Ruiz - Fairview State University", "Ana Ruiz"),
        ("Ana Ruiz-Ortega", "Ana Ruiz-Ortega"),
        ("Sam Poe, Jr.", "Sam Poe Jr"),
        ("Sam Poe, PhD", "Sam Poe"),
        ("DUBOIS Anne-Marie", "Anne-Marie Dubois"),
        ("Anne-Marie DUBOIS", "Anne-Marie Dubois"),
        ("AJ Poe", "AJ Poe"),
        ("Dr. Sam Poe", "Sam Poe"),
        ("'Sam Poe'", "Sam Poe"),
        ("ana.ruiz@example.edu", ""),
        ("王小明", "王小明"),
        ("Иван Петров", "Иван Петров"),
        ("", ""),
    ],
)
def test_display_names(display: str, expected: str) -> None:
    assert clean_name(display) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("ANA RUIZ", "Ana Ruiz"),
        ("Ana Ruiz, Fairview State, 614-555-0123", "Ana Ruiz"),
        ("Ana Ruiz | 614-555-0123", "Ana Ruiz"),
        ("# Ana Ruiz", "Ana Ruiz"),
        ("A N A   R U I Z", "Ana Ruiz"),
        ("Name: Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz's CV", "Ana Ruiz"),
        ("ANA RUIZ RESUME", "Ana Ruiz"),
        ("Resume of Ana Ruiz", "Ana Ruiz"),
        ("Ana van der Ruiz", "Ana van der Ruiz"),
        ("Curriculum Vitae", ""),
        ("Software Engineer", ""),
        ("Education", ""),
        ("Fairview State University", ""),
        ("I would like to apply", ""),
        ("Best regards", ""),
        ("12 Main Street", ""),
    ],
)
def test_names_on_lines(line: str, expected: str) -> None:
    assert written_name(line) == expected


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ana Ruiz", True),
        ("Ana R", False),
        ("Ana", False),
        ("aruiz42", False),
        ("A. Ruiz", False),
        ("王小明", True),
    ],
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full(name) is full


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tyler B", "Tyler Brand", True),
        ("Inês Sá", "Ines Sa", True),
        ("Ana Ruiz", "Ana María Ruiz", True),
        ("Ana Ruiz", "Sam Poe", False),
        ("Иван Петров", "Sam Poe", True),
    ],
)
def test_names_that_agree(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is same


def test_capitals_are_printed_as_names() -> None:
    assert in_case("MARÍA RUIZ-ORTEGA DE LA VEGA") == "María Ruiz-Ortega de la Vega"
    assert in_case("Ana McRuiz") == "Ana McRuiz"
    assert not is_name("summer internship")


NAMES = [
    ("Ana Ruiz <a@example.edu>", "Ana", {}, "Ana Ruiz"),
    ("<aruiz42@example.edu>", "Ana Ruiz", {}, "Ana Ruiz"),
    ("aruiz42 <aruiz42@example.edu>", "Thanks,\nAna Ruiz", {}, "Ana Ruiz"),
    ("Tyler B <tb@example.edu>", "Tyler", _resume("Tyler Brand\ntb@example.edu\n"), "Tyler Brand"),
    ("Ana <ana@example.edu>", "Ana", _resume("RESUME\nANA RUIZ\nana@example.edu\n"), "Ana Ruiz"),
    ("ANA RUIZ <a@example.edu>", "Best regards,\nAna Ruíz", {}, "Ana Ruíz"),
    ("Ana Ruiz <a@example.edu>", "Regards,\nAna Ruíz", {}, "Ana Ruíz"),
    ("MATEO LUGO RIVERA <m@example.edu>", "", {}, "Mateo Lugo Rivera"),
    ("<ana.ruiz@example.edu>", "", {}, "Ana Ruiz"),
    ("Home PC <ruizfamily@example.com>", "Thanks\nAna Ruiz", _resume("Ana Ruiz\nana@example.edu\n"), "Ana Ruiz"),
    ("lina <lina@example.edu>", "我叫李娜。\n\n李娜", {}, "李娜"),
    ("<x99@example.edu>", "", _resume("Open Source Tools\nSilver Valley\n\nANA RUIZ\naruiz@example.edu\n"), "Ana Ruiz"),
    ("<x99@example.edu>", "", _resume("Ana\nRuiz\nOffice Manager\n"), "Ana Ruiz"),
    ("<x99@example.edu>", "", {"Ruiz_Ana_resume.pdf": (Role.OTHER, None)}, "Ruiz Ana"),
    ("王小明 <wang@example.edu>", "Xiaoming Wang", _resume("Xiaoming Wang\n"), "王小明"),
    ("Ronan Mcdonald <rm@example.edu>", "Thanks,\nRonan McDonald", {}, "Ronan McDonald"),
    ("Conor O'brien <co@example.edu>", "Thanks,\nConor O'Brien", {}, "Conor O'Brien"),
    ("deandre m <dm@example.edu>", "Thanks,\nDeAndre Miles", {}, "DeAndre Miles"),
    ("T. Bell <tb@example.edu>", "Best, Tom Bell", {}, "Tom Bell"),
    ("Zoe <z@example.edu>", "Cheers, Zoe Lind-Abara", {}, "Zoe Lind-Abara"),
    ("Tom <tb@example.edu>", "Hi, I'm Tom Bell, a junior at Elm State.\n\nTom", {}, "Tom Bell"),
    ("iPhone <tb@example.edu>", "Tom Bell\n\nSent from my iPhone", {}, "Tom Bell"),
    ("小明 <w@example.edu>", "此致\n敬礼\n王小明", {}, "王小明"),
    ("Ana Ruiz <a@example.edu>", "Ana", _resume("Sam Poe\nsam@example.com\n"), "Ana Ruiz"),
]  # fmt: skip


@pytest.mark.parametrize(("sender", "sign", "files", "expected"), NAMES)
def test_the_name_as_its_owner_writes_it(sender: str, sign: str, files: Files, expected: str) -> None:
    assert applicant.find(case_of(BODY + sign, sender=sender, files=files)).name == expected


def test_a_name_said_in_the_first_sentence() -> None:
    body = "Hello,\n\nMy name is Ana Ruiz and I study physics. I would like to apply for an internship.\n\nThanks!"
    assert applicant.find(case_of(body, sender="aruiz42 <aruiz42@example.edu>")).name == "Ana Ruiz"


def test_a_mail_from_somebody_elses_account() -> None:
    body = (
        BODY
        + "I am writing from my brother's account, please answer to ana@example.com.\n\nRegards,\nAna Ruiz"
    )
    case = case_of(body, sender="Sam Poe <sam@example.edu>", files=_resume("Ana Ruiz\nana@example.com\n"))
    found = applicant.find(case)
    assert (found.name, found.email) == ("Ana Ruiz", "ana@example.com")
    assert any("account" in note for note in applicant.review(case))


def test_a_mail_from_a_relatives_account() -> None:
    """A family name in common makes them no one person where the mail says whose account it is."""
    mail = case_of(
        "I'm writing from my wife's account since mine is locked. My name is Oscar Lind and I'd like to apply.\n\nOscar",
        sender="Maria Lind <mlind@example.com>",
    )
    assert applicant.find(mail).name == "Oscar Lind"


def test_answers_do_not_go_to_a_relay() -> None:
    case = case_of(
        BODY,
        sender="Ana Ruiz via Board <no-reply@board.example.com>",
        headers={"Reply-To": "ana@example.edu"},
    )
    assert applicant.find(case).email == "ana@example.edu"
    case = case_of(
        BODY,
        sender="Ana Ruiz via Board <no-reply@board.example.com>",
        files=_resume("Ana Ruiz\nana@example.com\n"),
    )
    assert applicant.find(case).email == "ana@example.com"


def test_nothing_of_a_forwarder_is_taken() -> None:
    body = (
        "For you. Call me at 701-555-0190, see https://lmarsh.example.edu.\n\nLee Marsh\n\n---------- Forwarded message ----------\n"
        "From: Ana Ruiz <ana@example.edu>\nDate: Mon, Nov 7, 2016 at 9:02 AM\nSubject: internship\nTo: lmarsh@example.edu\n\n"
        + BODY
        + "Ana Ruiz\n"
    )
    found = applicant.find(case_of(body, sender="Lee Marsh <lmarsh@example.edu>", subject="Fwd: internship"))
    assert (found.name, found.email, found.phone, found.links) == ("Ana Ruiz", "ana@example.edu", None, ())


def test_documents_handed_in_name_their_owner() -> None:
    body = "Attached is the resume of a student of mine. My number is 701-555-0190."
    case = case_of(
        body,
        sender="Lee Marsh <lmarsh@example.edu>",
        files=_resume("Ana Ruiz\nana@example.edu\n(614) 555-0123\n"),
    )
    found = applicant.find(case)
    assert (found.name, found.email, found.phone) == ("Ana Ruiz", "ana@example.edu", "(614) 555-0123")
    assert applicant.review(case)


def test_several_students_in_one_mail() -> None:
    files: Files = {
        "one.txt": (Role.RESUME, "Ana Ruiz\nana@example.edu\n"),
        "two.txt": (Role.RESUME, "Sam Poe\nsam@example.edu\n"),
    }
    case = case_of(
        "Attached are the resumes of two of our students.", sender="Lee Marsh <l@example.edu>", files=files
    )
    assert applicant.several(case) == ("Ana Ruiz", "Sam Poe")
    assert "2 people" in applicant.review(case)[0]


def test_two_resumes_of_one_person_are_one() -> None:
    files: Files = {
        "short.txt": (Role.RESUME, "Ana Ruiz\na@example.edu\n"),
        "long.txt": (Role.RESUME, "Ana M. Ruiz\na@example.edu\n"),
    }
    case = case_of(BODY, files=files)
    assert applicant.several(case) == ()
    assert applicant.review(case) == ()


PHONES = [
    ("Ana\n(614) 555-0123", ["(614) 555-0123"]),
    ("614.555.0123", ["614.555.0123"]),
    ("Call me: 614 555 0123.", ["614 555 0123"]),
    ("+49 176 5550 1234", ["+49 176 5550 1234"]),
    ("Tel.: 0176 5550 1234", ["0176 5550 1234"]),
    ("Tel. 06221 / 555 01 47", ["06221 / 555 01 47"]),
    ("Telefon: (06221) 555 01 47", ["(06221) 555 01 47"]),
    ("Cel: (11) 95550-1234", ["(11) 95550-1234"]),
    ("Móvil: 612 555 012", ["612 555 012"]),
    ("Mob. 098555 01234", ["098555 01234"]),
    ("номер: 8 (916) 555-01-23", ["8 (916) 555-01-23"]),
    ("0043 664 5550173", ["0043 664 5550173"]),
    ("2013 / 2014 / 2015, 12.06.2017 - 15.09.2017", []),
    ("614-555-0123 ext. 12", ["614-555-0123"]),
    ("Phone: 6145550123", ["6145550123"]),
    ("614-555-0123 | 701-555-0190", ["614-555-0123", "701-555-0190"]),
    ("Fax: 614-555-0123", []),
    ("(xxx) xxx-0123", []),
    ("(614) 555-01xx, +49 176 5550 ****", []),
    ("555-0123", ["555-0123"]),
    ("dana@example.edu | 555-0123 | Springfield", ["555-0123"]),
    ("cell 555-0123", ["555-0123"]),
    ("We counted 555-0123 of them.", []),
    ("555-0123 is what the meter said.", []),
    ("(614) 555-0123 or 555-0124", ["(614) 555-0123"]),
    ("From 2013 - 2016 and 05/06/2017", []),
    ("Student ID: 6145550123", []),
    ("My supervisor, 614-555-0123, knows me.", []),
    ("References\nSam Poe 614-555-0123", []),
    ("GPA 3.85/4.00, 10.1109/5.771073", []),
    ("https://example.com/6145550123", []),
    ("94063-1234", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_phone_numbers_as_written(text: str, expected: list[str]) -> None:
    assert [phone.written for phone in phones(Passage("body", text, 0, len(text)), "US")] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (BODY + "Ana Ruiz\n614-555-0123", "614-555-0123"),
        (BODY + "Ana Ruiz", "701-555-0190"),
        ("My old number 701-555-0190 no longer works, my new number is 614-555-0123.", "614-555-0123"),
        (
            "My number has changed, kindly use 614-555-0123 from now on.\n\nAna Ruiz\n701-555-0199",
            "614-555-0123",
        ),
    ],
)
def test_a_number_in_ones_own_words_beats_the_resumes(body: str, expected: str) -> None:
    files = _resume("Ana Ruiz\nana@example.edu | 701-555-0190\n")
    assert applicant.find(case_of(body, files=files)).phone == expected


def test_links_are_the_applicants_own() -> None:
    text = (
        "See github.com/aruiz, https://www.linkedin.com/in/ana-ruiz/ and http://aruiz.example.com. I read https://numenta.com/papers "
        "and github.com/numenta/nupic. https://www.linkedin.com/in/ana-ruiz Get it: https://aka.ms/x https://click.example.com/track/1"
    )
    assert links([Passage("body", text, 0, len(text))], programme()) == (
        "https://github.com/aruiz",
        "https://www.linkedin.com/in/ana-ruiz/",
        "http://aruiz.example.com",
    )


def test_a_name_on_top_of_a_resume_pasted_into_the_mail() -> None:
    pasted = (
        "hi, my resume is below.\n\nDeShawn W. Tarrow\ndwt@example.edu | 614-555-0123\n\nEDUCATION\nElm State, BS, 2014 - 2018\n\n"
        "EXPERIENCE\nInitech, May 2016 - Aug 2016\n\nSKILLS\nPython, C++\n"
    )
    mail = case_of(pasted, sender="deshawn <dwt@example.edu>")
    assert applicant.find(replace(mail, documents=roles.assign(mail))).name == "DeShawn W. Tarrow"
