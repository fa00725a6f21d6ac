"""Where lists of courses begin and end: headings that only sound like items, items that only sound like headings."""

from __future__ import annotations

import pytest

from intake.fields import coursework
from intake.model import Role, Status
from support.cases import case, document

HEAD = "Ana Ruiz\nana@example.edu\nEDUCATION\nExample State University, B.S. Mathematics, 2018\n"

FOUND: dict[str, tuple[str, list[str]]] = {
    "a name that sounds like a heading": (
        "COURSES\nReal Analysis\nScientific Computing\nTopology\nLANGUAGES\nEnglish, Norwegian\n",
        ["Real Analysis", "Scientific Computing", "Topology"],
    ),
    "the same with a bullet": (
        "Courses\n• Programming Languages\n• Graph Theory\nLanguages\n• English\n",
        ["Programming Languages", "Graph Theory"],
    ),
    "the same with terms": (
        "Courses taken\nGraph Theory\t2015\nProgramming Languages\tSpring 2016\nTopology\tFall 2016\n\nProjects\nChess\n",
        ["Graph Theory", "Programming Languages", "Topology"],
    ),
    "numbered": (
        "Selected courses\n1. Graph Theory\n2. Programming Languages\n3. Printmaking II\n\nPublications\nnone\n",
        ["Graph Theory", "Programming Languages", "Printmaking II"],
    ),
    "a name with a colon": (
        "Related courses\nTopology\nProgramming Languages: Design and Implementation\nPrintmaking II\n\nEXPERIENCE\nx\n",
        ["Topology", "Programming Languages: Design and Implementation", "Printmaking II"],
    ),
    "a name with a colon that begins as a field": (
        "Courses\nTopology\nCognitive Neuroscience: Mind and Brain\nDatabases\nWork\nBaker, 2015\n",
        ["Topology", "Cognitive Neuroscience: Mind and Brain", "Databases"],
    ),
    "an unknown heading behind bullets": (
        "Cursos relevantes\n• Teoría de Grafos\n• Análisis Real\nAyudantes de cátedra\n• Cálculo I (2014), Física (2015)\n",
        ["Teoría de Grafos", "Análisis Real"],
    ),
    "a known heading behind bullets": (
        "Disciplinas cursadas\n1. Álgebra Linear\n2. Redes de Computadores\nMonitorias\n• Cálculo I (2014)\n",
        ["Álgebra Linear", "Redes de Computadores"],
    ),
    "an unknown heading behind plain lines": (
        "Courses\nTopology\nGraph Theory\nPractice\nExample Labs, summer intern, 2015\n",
        ["Topology", "Graph Theory"],
    ),
    "a name without known words before a heading": (
        "Selected courses\nTopology\nGraph Theory\nGlassblowing\nEXPERIENCE\nExample Labs, summer intern, 2015\n",
        ["Topology", "Graph Theory", "Glassblowing"],
    ),
    "other things": (
        "Notable classes\nCompilers, Graph Theory, Logic,\nTopology\nOTHER\n• Calculus II tutor (2014)\n",
        ["Compilers", "Graph Theory", "Logic", "Topology"],
    ),
    "a broken name whose end sounds like a heading": (
        "Classes\nCompilers, Graph Theory, Ethics of\nTechnology\n\nEmployment\nBaker\n",
        ["Compilers", "Graph Theory", "Ethics of Technology"],
    ),
    "headings in brackets": (
        "[ Major subjects taken ]\nGraph Theory, Signals and Systems, Topology\n[ Military ]\n2012 ~ 2014 Army\n",
        ["Graph Theory", "Signals and Systems", "Topology"],
    ),
    "lectures": (
        "Selected lectures\nRobot Motion Planning, Topology, Real-Time Systems\nPractice\n2015: Example AG\n",
        ["Robot Motion Planning", "Topology", "Real-Time Systems"],
    ),
    "what was studied": (
        "What I have studied\nGraph Theory, Topology, Databases\nJobs\nBaker\n",
        ["Graph Theory", "Topology", "Databases"],
    ),
    "no name for the list": (
        "Completed: Introduction to Algorithms (577), Artificial Intelligence (540), Topology (421)\nEMPLOYMENT\nBaker\n",
        ["Introduction to Algorithms", "Artificial Intelligence", "Topology"],
    ),
    "a second school": (
        "School coursework: Phonology; Graph Theory; Statistical Methods II. At Oxford:\nAutomata and Complexity.\nJobs\nBaker\n",
        ["Phonology", "Graph Theory", "Statistical Methods II", "Automata and Complexity"],
    ),
}
NOT_FOUND = {
    "languages of programs": "Completed: Python, Java, C++\n",
    "a degree": "Completed: B.S. in Mathematics, minor in Physics\n",
    "talks": "Lectures\nHow I built a robot, TEDx, 2015\n",
}


@pytest.mark.parametrize("name", FOUND)
def test_lists_end_where_something_else_begins(name: str) -> None:
    text, expected = FOUND[name]
    finding = coursework.find(case("Hello", document("resume.pdf", HEAD + text)))
    assert finding.status is Status.PRESENT
    assert finding.value == expected


@pytest.mark.parametrize("name", NOT_FOUND)
def test_other_lists_are_none(name: str) -> None:
    finding = coursework.find(case("Hello", document("resume.pdf", HEAD + NOT_FOUND[name])))
    assert finding.status is not Status.PRESENT


def test_a_subject_and_its_number_may_have_cells_of_their_own() -> None:
    text = "Transcript\n2016 Fall\nMAT\t501\tGRAPH THEORY\t3.00\tA\nCSE\t571\tARTIFICIAL INTELLIGENCE\t3.00\nCum GPA 4.1\n"
    finding = coursework.find(case("Hello", document("transcript.pdf", text, Role.TRANSCRIPT)))
    assert finding.value == ["Graph Theory", "Artificial Intelligence"]
