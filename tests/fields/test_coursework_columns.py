"""Lists of courses beside another column, as readers of PDF and DOCX give them: cells parted by tabs."""

from __future__ import annotations

import pytest

from intake.fields import coursework
from intake.model import Status
from support.cases import case, document

THREE = ["Machine Learning", "Operating Systems", "Linear Algebra"]

PAGES: dict[str, tuple[str, list[str]]] = {
    "left": (
        "COURSES\tEXPERIENCE\nMachine Learning\tSoftware Engineer, Initech, July 2014 - Dec 2015\n"
        "Operating Systems\tMaintained the log collector, cut its memory use by half.\n"
        "Linear Algebra\tGraduate Assistant, Fall 2016\n"
        "TOOLS\tPROJECTS\nC, C++, Go, Python\tA kernel module for network counters.",
        THREE,
    ),
    "left, the other column goes on in lines of its own": (
        "COURSEWORK\tPython, Java, Jenkins, PostgreSQL\nMachine Learning (CMPE 187)\nOperating Systems (CS 146)\tINTERESTS\n"
        "Filed the bug that delayed the release by a week.\nLinear Algebra (MATH 39)\tKeyboards, photography, machine learning",
        THREE,
    ),
    "right": (
        "EXPERIENCE\tCOURSEWORK\nSoftware Engineer, Initech\tMachine Learning\nMaintained the log collector.\tOperating Systems\n"
        "July 2014 - Dec 2015\tLinear Algebra\nTutor, Example College\tSKILLS\nHelped forty students.\tPython, Java",
        THREE,
    ),
    "a heading alone above both": (
        "COURSEWORK\nMachine Learning\tBuilt a web crawler in Go that reads 400 pages a second.\n"
        "Operating Systems\tReduced the latency of the search by half.\nLinear Algebra\nSKILLS\nPython",
        THREE,
    ),
    "broken names": (
        "COURSES\tEXPERIENCE\nMachine\tIntern, Initech, June 2016 - August 2016\nLearning\tWrote tests for the parser.\n"
        "Operating\tFixed 40 bugs.\nSystems\tGave two talks.\nLinear Algebra\t",
        THREE,
    ),
    "heading and list in a row of a table": (
        "EDUCATION\tExample State University, B.S. 2018\nCOURSES\tMachine Learning, Operating Systems, Linear Algebra\n"
        "SKILLS\tPython, Java",
        THREE,
    ),
    "heading and first name in a row of a table": (
        "COURSES\tMachine Learning\nOperating Systems\nLinear Algebra\nEXPERIENCE\tInitech, Intern, 2016",
        THREE,
    ),
    "dates at the other margin": (
        "Example State University\tIthaca, NY\n"
        "Relevant Coursework: Machine Learning, Operating Systems,\tMay 2018\nLinear Algebra\nHonors: none",
        THREE,
    ),
    "a table of four columns": (
        "Courses\nCourse\tTitle\tCredits\tGrade\nCS 446\tMachine Learning\t3\tA\nCS 423\tOperating Systems\t4\tB+\n"
        "MATH 415\tLinear Algebra\t3\tA-\nExperience\nIntern, Initech",
        THREE,
    ),
    "three columns of names": (
        "Relevant Coursework\n• Machine Learning\t• Operating Systems\t• Linear Algebra\n\nExperience\nIntern, Initech",
        THREE,
    ),
    "a page ends": (
        "COURSEWORK\nMachine Learning\nOperating Systems\nLinear Algebra\x0cSKILLS\nPython, Java",
        THREE,
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_only_the_column_of_courses_is_read(name: str) -> None:
    text, expected = PAGES[name]
    found = coursework.find(case("Hello", document("resume.pdf", text)))
    assert (found.status, found.value) == (Status.PRESENT, expected)
    assert found.evidence is not None
    assert text[found.evidence.start : found.evidence.end] == found.evidence.quote
