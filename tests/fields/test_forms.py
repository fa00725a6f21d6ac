"""Application forms that were filled in and attached: read as letters, in whatever columns and numbers they come."""

from __future__ import annotations

from typing import Any

import pytest

from intake import as_json, process
from intake.fields.forms import is_form
from intake.fields.passage import Passage
from intake.model import Role
from support.cases import programme
from support.mails import mime

NUMBERED = """APPLICATION

1. Personal details
Name: Dana Brook
E-mail: dana.brook@example.edu

2. Period of internship
Summer 2017 (12 weeks from June 5)

3. Area
Algorithms

4. Motivation
I have been working with recurrent networks in my thesis, and I am interested in how sequence memory can be learned
without labels. I want to work with the people who wrote the papers that I read in class.

5. Relevant course work
Machine Learning
Linear Algebra
Probability Theory
"""
COLUMNS = """Internship Application

Applicant's name\tDana Brook
Preferred dates\tMay 29, 2017 to August 18, 2017
Preferred area\tAlgorithms
Courses taken\tMachine Learning; Linear Algebra; Probability Theory
Statement of interest\tI like the way in which Numenta starts from the brain. I would like to compare it to my own models.
"""
OF_ANOTHER = """Internship Application

Name: Dana Brook
University: Lakeside University, Madison, WI
Position applied for: Algorithms intern
Dates available: 05/30/2017 - 09/01/2017
Relevant courses: Machine Learning, Linear Algebra, Probability Theory

Statement: I grew up on a farm where my father knew each of 140 cows by her gait. He could not have said how. I would
like to understand what his brain did there, and Numenta's theory is the first I've come across that starts from sequences.
"""
RESUME = "Dana Brook\ndana.brook@example.edu\n\nEDUCATION\nLakeside University, BS 2018\n\nEXPERIENCE\nCashier, 2014 - 2016\n"


@pytest.mark.parametrize("form", [NUMBERED, COLUMNS, OF_ANOTHER])
def test_a_form_is_read_as_a_letter(form: str) -> None:
    letter = "Hello,\n\nplease find my application form and my resume attached.\n\nDana"
    files = {"Application Form.txt": (Role.LETTER, form), "resume.txt": (Role.RESUME, RESUME)}
    mail = mime(letter, files=files, headers={"Date": "Fri, 03 Feb 2017 10:00:00 -0500"})
    record: dict[str, Any] = as_json(process(mail.as_bytes(), programme()))
    items = record["items"]
    assert {name: item["status"] for name, item in items.items() if name != "resume"} == {
        "cover_letter": "present", "period": "present", "track": "present", "coursework": "present",
    }  # fmt: skip
    assert items["track"]["value"] == ["algorithms"]
    assert items["coursework"]["value"] == ["Machine Learning", "Linear Algebra", "Probability Theory"]


@pytest.mark.parametrize(
    "text",
    [
        "Dana Brook\nPhone: 555-0123\n\nEDUCATION\nLakeside University\n\nPosition: Cashier, 2014 - 2016\n",
        "Dear team,\n\nPeriod: June to August 2017\nArea: Algorithms\n",
        "Course\tGrade\nMachine Learning\tA\nName: Dana Brook\n",
        "",
    ],
)
def test_what_is_no_form(text: str) -> None:
    assert not is_form(Passage("attachment:a.txt", text, 0, len(text)))


def test_a_resume_that_has_labels_and_is_named_one_is_no_form() -> None:
    resume = (
        "Name: Dana Brook\nContact: dana.brook@example.edu, 555-0117\nPeriod: summer 2017 (13 weeks)\nArea: Algorithms\n"
        "I study at Lakeside University.\n\nSkills: Go\nProjects: a practice room finder\nEducation: BS 2018\n"
    )
    files = {"resume.txt": (Role.RESUME, resume)}
    record: dict[str, Any] = as_json(
        process(mime("My resume is attached.", files=files).as_bytes(), programme())
    )
    assert record["items"]["resume"]["status"] == "present"


SUBMITTED = """You have received a new submission from your website.

Name: Dana Brook
Email: dana.brook@example.edu
Area: Software Engineering
Period: June 5 to August 25, 2017
Message: I am a junior and would like to work on the tooling around NuPIC, as I have fixed two bugs in the build
scripts already. I enjoy finding out why things break.
"""


@pytest.mark.parametrize(
    ("sender", "subject", "body", "files"),
    [
        ("Website Forms <no-reply@numenta.com>", "New submission: internship form", SUBMITTED, {}),
        (
            "Job Board <jobs@notifications.example.com>",
            "Dana Brook applied to Algorithms Intern",
            "Hi Numenta,\n\nDana Brook has applied to your job Algorithms Intern (Summer 2017).\n\nView it: https://example.com/1\n",
            {"resume.txt": (Role.RESUME, RESUME)},
        ),
        (
            "Network <jobs-noreply@network.example.com>",
            "New application: Software Engineering Intern from Dana Brook",
            "You have a new applicant for Software Engineering Intern\n\nDana Brook\nStudent\n\nResume attached.",
            {"resume.txt": (Role.RESUME, RESUME)},
        ),
    ],
)
def test_what_a_machine_sends_on_is_the_persons(
    sender: str, subject: str, body: str, files: dict[str, tuple[Role, str]]
) -> None:
    record: dict[str, Any] = as_json(
        process(mime(body, subject=subject, sender=sender, files=files).as_bytes(), programme())
    )
    assert (record["kind"], record["applicant"]["name"]) == ("application", "Dana Brook")
    assert record["applicant"]["email"] == "dana.brook@example.edu"


@pytest.mark.parametrize(
    ("sender", "body"),
    [
        (
            "Jobs <no-reply@jobs.example.com>",
            "New jobs for you\n\nPosition: Data Intern\nDates: June to August\nContact: HR\n",
        ),
        ("Numenta Website <no-reply@numenta.com>", "Your weekly report\n\nName: visits\nPeriod: June\n"),
        ("Office <office@numenta.com>", SUBMITTED),
    ],
)
def test_other_mail_of_machines_and_staff_is_no_application(sender: str, body: str) -> None:
    record: dict[str, Any] = as_json(
        process(mime(body, subject="News", sender=sender).as_bytes(), programme())
    )
    assert record["kind"] in ("automatic", "other")
