"""Lists of courses in the mail itself: what is said in the paragraphs above and below them is no part of them."""

from __future__ import annotations

import pytest

from intake.fields import coursework
from intake.model import Status
from support.cases import case

LIST = "Formal Languages, Phonology, Machine Learning"
THREE = LIST.split(", ")
BELOW = [
    "I'd love to be considered for summer 2017 — either area, but Software Engineering first.",
    "In the future I'd like to bring machine intelligence to farms; last year, with two friends, I built an app.",
    "I am comfortable with either of the profiles, though development of software is my strength.",
    "im free all summer, june 10 to sept 10 basically. software eng i guess",
    "us citizen btw",
    "R. Lake, green card",
    "In our lab, we've been trying to fit sequence memory models to recordings.",
    "Statement: I grew up on a farm where my father knew each of 140 cows by her gait, and your theory is the first to do so.",
    "La théorie m'attire beaucoup. Depuis un an je lis vos articles sur les algorithmes et je reproduis les figures en Python.",
]
ABOVE = [
    "I ported the spatial pooler, because I wanted my students (I TA for a first-year course) to play with it.",
    "After a year of philosophy I taught myself Python, then read everything on your website.",
]


@pytest.mark.parametrize("label", ["Courses: ", "COURSE WORK\n", "Relevant course work: "])
@pytest.mark.parametrize("below", BELOW)
def test_a_list_ends_where_its_paragraph_does(label: str, below: str) -> None:
    found = coursework.find(case(f"Hello,\n\n{label}{LIST}\n\n{below}\n\nRobin\n"))
    assert (found.status, found.value) == (Status.PRESENT, THREE)


@pytest.mark.parametrize("above", ABOVE)
def test_a_paragraph_that_speaks_of_teaching_does_not_make_courses_taught(above: str) -> None:
    found = coursework.find(case(f"{above}\n\nCourses: OS, DB, Networks, Stats\n\nCheers\n"))
    assert (found.status, found.value) == (Status.PRESENT, ["OS", "DB", "Networks", "Stats"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courses taken: Programming Methods, Data Structures and\nAlgorithms, Physics. "
            "Currently taking: Optics,\nDiscrete Mathematics.",
            ["Programming Methods", "Data Structures and Algorithms", "Physics", "Optics", "Discrete Mathematics"],
        ),
        (
            "My course work includes Signals and Systems, Embedded\nSystems, and (this spring) Machine\nLearning. I'm equally "
            "interested in both areas, but as a better\nprogrammer, Software Engineering would make more sense.",
            ["Signals and Systems", "Embedded Systems", "Machine Learning"],
        ),
        (
            "Coursework: Stochastic Calculus, Memory Systems\nI've also TA'd Linear Algebra and Neural Data Analysis.",
            ["Stochastic Calculus", "Memory Systems"],
        ),
        (
            "Course work: Statistical Inference, Linear Models. In the spring I'll take Bayesian Methods. From my "
            "undergraduate studies: Real Analysis, Numerical Analysis, Risk Theory.",
            ["Statistical Inference", "Linear Models", "Real Analysis", "Numerical Analysis", "Risk Theory"],
        ),
        (
            "* Resume and course work: in the attachment\n\nCourses: Networks (CS 455), Databases (CS 460)",
            ["Networks", "Databases"],
        ),
        (
            "I have taken Topology, Logic and Optics. My GPA is 3.9, and I was awarded the Lakeside Science Prize.",
            ["Topology", "Logic", "Optics"],
        ),
        (
            "I've taken Real Analysis, Graph Theory and Optics. My I-20 is valid through 2018. I have a CGPA 8.9.",
            ["Real Analysis", "Graph Theory", "Optics"],
        ),
        ("I have heard the lectures Real Analysis, Optics and Topology.", ["Real Analysis", "Optics", "Topology"]),
        (
            "As you asked for my course work, here it is:\n\n- MATH 321 Real Analysis\n- PHYS 210 Optics\n- MATH 430 Topology",
            ["Real Analysis", "Optics", "Topology"],
        ),
        (
            "All is in my resume, but the courses closest to your description are Real Analysis, Optics and Topology.",
            ["Real Analysis", "Optics", "Topology"],
        ),
        (
            "I do not list all my courses, as in a PhD there are few; it was only Real Analysis and Topology that are relevant.",
            ["Real Analysis", "Topology"],
        ),
        (
            "I've taken Real Analysis, Optics and Topology. I've had one formal class, Programming in Python, and some practice.",
            ["Real Analysis", "Optics", "Topology", "Programming in Python"],
        ),
        (
            "As to courses, Real and Complex Analysis, Probability, and Topology will be of most interest to you.",
            ["Real and Complex Analysis", "Probability", "Topology"],
        ),
        ("我修过的课程：机器学习、数据结构、操作系统。\n\n附件是我的简历，谢谢！", ["机器学习", "数据结构", "操作系统"]),
        (
            "I've taken courses in Harmonic Analysis and Optimization. My preference is Algorithms.",
            ["Harmonic Analysis", "Optimization"],
        ),
    ],
)  # fmt: skip
def test_what_is_said_behind_a_list(text: str, expected: list[str]) -> None:
    filler = "I have followed your work for a long time, and as I told a friend, it is what I would like to do.\n\n"
    found = coursework.find(case(filler + text + "\n\nRobin Lake\n"))
    assert (found.status, found.value) == (Status.PRESENT, expected)
