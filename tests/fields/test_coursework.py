"""Course work as a whole: transcripts, several documents, what cannot be read; and what holds for any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.fields import coursework
from intake.fields.coursework import judge, names
from intake.fields.coursework.columns import labelled
from intake.fields.coursework.labels import Trust
from intake.fields.coursework.rows import rows
from intake.fields.passage import Passage
from intake.model import Document, Layer, Part, Region, Role, Status
from support.cases import case, document

PLAIN = "Ana Ruiz\n\nEDUCATION\nExample State, B.S. 2018\n\nSKILLS\nPython, Java\n"
LIST = "Ana Ruiz\n\nCOURSES\nMachine Learning, Databases\n\nSKILLS\nPython\n"

BY_ROW = """EXAMPLE STATE UNIVERSITY
Unofficial Academic Transcript
Name: Ruiz, Ana     Student ID: 555-01-0100
Program: Bachelor of Science, Computer Science
Fall 2014
CS 161  INTRO TO COMPUTER SCIENCE I  4.00  A
MTH 252  INTEGRAL CALCULUS  4.00  B+
Term GPA 3.65  Cumulative GPA 3.65
Spring 2015
CS 261  DATA STRUCTURES  4.00  A-
PSY 340  COGNITION  4.00  IP
CH 231  GENERAL CHEMISTRY  5.00  W
Total credits: 12
"""
BY_COLUMN = """ACADEMIC TRANSCRIPT
Student: Ana Ruiz
Program: Bachelor of Computer Science

Course Code

Course Name

Credits

CS101

CS102

MATH102

Introduction to Programming

Data Structures

Probability & Statistics

4
4
3
85
88
90
Cumulative GPA: 3.7 / 4.0
Classification: First Class Honors
"""
GERMAN = "Notenspiegel\nModul\tECTS\tNote\nLineare Algebra I\t9\t1,3\nAlgorithmen\t9\t1,0\nNotendurchschnitt\t\t1,2\n"
CHINESE = "成绩单\n课程名称\t学分\t成绩\n高等数学\t5\t92\n数据结构\t4\t95\n"
WITH_FORM = (
    "Student: Eva Lind\tID 000-0105\nMATH 231\tLinear Algebra\t4.00\tA\nCS 210\tData Structures\t4.00\tA-\n"
)
BY_CELL = "Transcript of Records\nCode\tTitle\tECTS\tGrade\nCS1\tAlgorithms\t6\t1.3\nMA2\tLinear Algebra II\t9\t1.7\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BY_ROW, ["Intro to Computer Science I", "Integral Calculus", "Data Structures", "Cognition"]),
        (BY_COLUMN, ["Introduction to Programming", "Data Structures", "Probability & Statistics"]),
        (WITH_FORM, ["Linear Algebra", "Data Structures"]),
        (BY_CELL, ["Algorithms", "Linear Algebra II"]),
        (GERMAN, ["Lineare Algebra I", "Algorithmen"]),
        (CHINESE, ["高等数学", "数据结构"]),
    ],
)
def test_transcripts(text: str, expected: list[str]) -> None:
    found = coursework.find(
        case("Hello", document("resume.pdf", PLAIN), document("t.pdf", text, Role.TRANSCRIPT))
    )
    assert (found.value, found.source) == (expected, "attachment:t.pdf")


def test_a_transcript_without_courses_is_for_a_person() -> None:
    text = "Transcript\nName: Ana Ruiz\nThis document is only valid with a seal.\n"
    found = coursework.find(case("Hello", document("t.pdf", text, Role.TRANSCRIPT)))
    assert (found.status, found.value) == (Status.UNSURE, None)


def test_a_resume_is_no_transcript_and_a_letter_is_read() -> None:
    letter = document("letter.docx", "Dear team,\nI took Robotics and Linear Algebra.\n", Role.LETTER)
    found = coursework.find(case("Hello", document("resume.pdf", PLAIN), letter))
    assert (found.value, found.source) == (["Robotics", "Linear Algebra"], "attachment:letter.docx")


def test_several_places_are_joined_without_doubles() -> None:
    body = "This term I am taking Machine Learning and Computer Vision."
    found = coursework.find(case(body, document("resume.pdf", LIST)))
    assert found.value == ["Machine Learning", "Databases", "Computer Vision"]
    assert found.source == "attachment:resume.pdf + body"
    assert found.evidence is not None and found.evidence.source == "attachment:resume.pdf"


def test_all_lists_of_a_resume_are_joined() -> None:
    text = "M.S.\n• Current Courses: Deep Learning, Robotics\n\nB.S.\n• Relevant Coursework: Databases, Statistics\n"
    found = coursework.find(case("Hello", document("resume.pdf", text)))
    assert found.value == ["Deep Learning", "Robotics", "Databases", "Statistics"]


def test_courses_still_to_be_taken_are_none_that_were_taken() -> None:
    """docs/record.md: names of courses taken or being taken."""
    planned = "M.S.\n• Incoming Courses: Deep Learning, Robotics\n"
    found = coursework.find(case("Hello", document("resume.pdf", planned)))
    assert (found.status, found.value) == (Status.UNSURE, ["Deep Learning", "Robotics"])
    assert found.reason == "the courses listed are still to be taken"
    taken = planned + "\nB.S.\n• Relevant Coursework: Databases, Statistics\n"
    assert coursework.find(case("Hello", document("resume.pdf", taken))).value == ["Databases", "Statistics"]


def test_a_list_in_a_file_of_its_own() -> None:
    text = "Relevant Course Work\nMachine Learning\nDatabases\n"
    found = coursework.find(case("Hello", document("list.txt", text, Role.OTHER)))
    assert found.value == ["Machine Learning", "Databases"]


def test_other_files_are_not_looked_at() -> None:
    paper = "A paper\nWe follow earlier work.\n" * 5 + "\nCourses: Machine Learning, Databases\n"
    assert coursework.find(case("Hello", document("paper.pdf", paper, Role.OTHER))).status is Status.MISSING


def test_a_sure_heading_counts_in_a_file_of_unknown_role() -> None:
    text = PLAIN + "\nRELEVANT COURSEWORK\nMachine Learning\nDatabases\nRobotics\n"
    found = coursework.find(case("Hello", document("ana.pdf", text, Role.OTHER)))
    assert found.value == ["Machine Learning", "Databases", "Robotics"]


QUESTION = "> Could you tell us your\n> relevant course work?\n\n"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            QUESTION,
            "Machine Learning, Databases and Robotics.\n",
            ["Machine Learning", "Databases", "Robotics"],
        ),
        (QUESTION, "[AR] Oh, sorry! Here it is: Real Analysis, Databases.\n", ["Real Analysis", "Databases"]),
        (
            QUESTION,
            "--> Sure: Real Analysis,\nDatabases and Topology\n",
            ["Real Analysis", "Databases", "Topology"],
        ),
        (QUESTION, "It is on my resume.\n", None),
        ("> Which dates suit you?\n\n", "Machine Learning, Databases and Robotics.\n", None),
    ],
)
def test_answers_below_a_quoted_question(question: str, answer: str, expected: list[str] | None) -> None:
    text = question + answer
    at = len(question)
    quoted = Region(0, at, Layer.QUOTED, Part.PROSE, 1)
    body = Document(
        "body", "text/plain", text, regions=(quoted, Region(at, len(text), Layer.OWN, Part.PROSE))
    )
    mail = case(text)
    mail = replace(mail, documents=(mail.documents[0], body), prose=(Passage("body", text, at, len(text)),))
    assert coursework.find(mail).value == expected


@pytest.mark.parametrize(
    ("documents", "body", "status", "words"),
    [
        ([document("resume.pdf", None, Role.RESUME, "is a scan")], "Hello", Status.UNSURE, "is a scan"),
        ([document("cv.pdf", None, Role.OTHER, "needs a password")], "Hello", Status.UNSURE, "password"),
        (
            [document("resume.pdf", PLAIN), document("transcript.pdf", None, Role.OTHER, "is damaged")],
            "Hello",
            Status.UNSURE,
            "transcript.pdf",
        ),
        (
            [document("resume.pdf", PLAIN), document("poster.pdf", None, Role.OTHER, "is damaged")],
            "Hello",
            Status.MISSING,
            "",
        ),
        ([], "My resume: https://drive.google.com/file/d/1/view", Status.UNSURE, "link"),
        ([], "My page is https://ana.example.org and I like brains.", Status.MISSING, ""),
        (
            [document("resume.pdf", PLAIN)],
            "My course work is listed in my resume.",
            Status.MISSING,
            "speaks of",
        ),
        (
            [document("resume.pdf", None, Role.RESUME, "is a scan")],
            "I took Robotics and Databases.",
            Status.PRESENT,
            "",
        ),
    ],
)
def test_what_cannot_be_read(documents: list[Document], body: str, status: Status, words: str) -> None:
    found = coursework.find(case(body, *documents))
    assert found.status is status
    assert words in (found.reason or "")


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("CS 446 Machine Learning", "Machine Learning"),
        ("CSE 446 (Machine Learning)", "Machine Learning"),
        ("Machine Learning (CS 446, A-)", "Machine Learning"),
        ("Machine Learning A-", "Machine Learning"),
        ("Machine Learning: A+", "Machine Learning"),
        ("Machine Learning | Fall 2016 | 4 | A", "Machine Learning"),
        ("Fall 2016: Machine Learning", "Machine Learning"),
        ("15-213: Introduction to Computer Systems", "Introduction to Computer Systems"),
        ("Special Topics: Robotics", "Special Topics: Robotics"),
        ("Programming in C", "Programming in C"),
        ("Introduction to Algorithms (Java)", "Introduction to Algorithms (Java)"),
        ("THEORY OF COMPUTATION II", "Theory of Computation II"),
        ("INTRODUCTION TO VLSI", "Introduction to VLSI"),
        ("CS 229", "CS 229"),
        ("and Databases.", "Databases"),
        ("Databases (CS 564", "Databases"),
        ("Compilers + Practicum", "Compilers + Practicum"),
        ("(A-)", ""),
        ("***", ""),
    ],
)
def test_clean_names(piece: str, expected: str) -> None:
    assert names.clean(piece) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Linear Algebra and Statistics", ["Linear Algebra", "Statistics"]),
        ("Algorithms and Operating Systems", ["Algorithms", "Operating Systems"]),
        ("Automatic Controls and Engineering Statistics", ["Automatic Controls", "Engineering Statistics"]),
        ("Signals and Systems", ["Signals and Systems"]),
        ("Process Dynamics and Control", ["Process Dynamics and Control"]),
        ("Design and Analysis of Algorithms", ["Design and Analysis of Algorithms"]),
        ("Data Structures and Algorithms", ["Data Structures and Algorithms"]),
        ("Probability & Statistics", ["Probability & Statistics"]),
        ("Transport Processes I and II", ["Transport Processes I and II"]),
        ("Software Development Methods and Tools", ["Software Development Methods and Tools"]),
    ],
)
def test_and_parts_names_only_where_both_sides_stand(text: str, parts: list[str]) -> None:
    assert names.part_at_and(text) == parts


@pytest.mark.parametrize(
    "text", ["Python", "C++", "Java 8", "HTML/CSS", "Git & GitHub", "Power BI", "Spring Boot"]
)
def test_tools(text: str) -> None:
    assert judge.is_tool(text)


@pytest.mark.parametrize(
    "text", ["Programming in C", "Java Programming", "Machine Learning", "Web Development"]
)
def test_courses_are_no_tools(text: str) -> None:
    assert not judge.is_tool(text)
    assert judge.is_course(text)


@pytest.mark.parametrize(
    "text", ["CS 229", "COGS 14B", "MATH-UA 120", "COMS W4701", "6.006", "15-213", "6.S191", "EECS 16A"]
)
def test_numbers_of_courses(text: str) -> None:
    assert judge.is_code(text)


@pytest.mark.parametrize(
    "text", ["Fall 2015", "June 2018", "NC 27606", "GPA 3.8", "Top 10", "Machine Learning", "555-0100"]
)
def test_what_is_no_number_of_a_course(text: str) -> None:
    assert not judge.is_code(text)


@pytest.mark.parametrize(
    ("line", "trust"),
    [
        ("Relevant Coursework", Trust.SURE),
        ("RELEVANT COURSES:", Trust.SURE),
        ("C O U R S E W O R K", Trust.SURE),
        ("Course Work", Trust.SURE),
        ("Courses", Trust.LIKELY),
        ("Stanford Courses", Trust.LIKELY),
        ("Coursework and Skills", Trust.LIKELY),
        ("Online Courses", Trust.DOUBTFUL),
        ("Courses & Certifications", Trust.DOUBTFUL),
        ("Courses Taught", Trust.TAUGHT),
        ("Course Projects", None),
        ("Education", None),
        ("Of course I can come in June", None),
        ("I attach my resume and the list of courses.", None),
        ("Crash course", None),
    ],
)
def test_labels(line: str, trust: Trust | None) -> None:
    place = labelled(rows(Passage("x", line, 0, len(line)))[0])
    assert (place[0].trust if place else None) == trust


WORDS = st.sampled_from(
    ["Courses", "Coursework:", "RELEVANT COURSEWORK", "Machine Learning", "Operating", "Systems", "Python", "(", ")", ",",
     ";", "|", "\t", "\n", "\n\n", "• ", "- ", "CS 446", "A-", "Fall 2015", "and", "of", "I have taken", "courses in", "Skills",
     "TA for",     "\x0c", "课程：", "机器学习", "、", "é", "\\section{", "}", ":", ".", "Design and", "2014 - 2016"]
)  # fmt: skip
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(body=TEXTS, text=TEXTS, role=st.sampled_from(Role))
def test_any_text_gives_a_finding_whose_quote_stands_in_its_source(body: str, text: str, role: Role) -> None:
    mail = case(body, document("file.pdf", text, role))
    found = coursework.find(mail)
    assert found == coursework.find(mail)
    if found.evidence is not None:
        source = {d.source: d.text or "" for d in mail.documents}[found.evidence.source]
        assert source[found.evidence.start : found.evidence.end] == found.evidence.quote
        assert len(found.evidence.quote) <= 1_000
    if found.status is Status.PRESENT:
        assert found.evidence is not None and found.evidence.quote
        assert isinstance(found.value, list) and found.value
    if found.status is Status.UNSURE:
        assert found.reason


@settings(max_examples=100, deadline=None)
@given(chosen=st.lists(st.sampled_from(sorted({"Machine Learning", "Compilers", "Real Analysis", "Signals and Systems",
       "Discrete Mathematics", "Computer Vision", "Quantum Mechanics", "Databases"})), min_size=2, max_size=8, unique=True),
       separator=st.sampled_from([", ", "; ", " | ", " • ", "\n", "\n• ", "\n- "]))  # fmt: skip
def test_every_separator_gives_the_same_names(chosen: list[str], separator: str) -> None:
    first = separator.strip("\n") if separator.startswith("\n") else ""
    text = (
        f"EDUCATION\nExample State\n\nRELEVANT COURSEWORK\n{first}{separator.join(chosen)}\n\nSKILLS\nJava\n"
    )
    assert coursework.find(case("Hello", document("resume.pdf", text))).value == chosen
