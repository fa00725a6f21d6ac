"""Lists of courses in layouts that people make: levels, joke headings, terms before names, halves, other people's courses."""

from __future__ import annotations

from datetime import date

import pytest

from intake.fields.coursework import transcript
from intake.fields.coursework.choice import listings
from intake.fields.passage import Passage

LISTS: dict[str, tuple[str, list[str]]] = {
    "courses that prepared somebody": (
        "### Courses that prepared me\n\n1. COMS 4771 Machine Learning\n2. STAT 6701 Foundations of Graphical Models\n",
        ["Machine Learning", "Foundations of Graphical Models"],
    ),
    "seminars of a graduate": (
        "Graduate seminars\nComputational Linguistics (Sp15); Learnability (Fa15); Phonology II (Sp16)\n"
        "Seminars I have led\nElementary Arabic\n",
        ["Computational Linguistics", "Learnability", "Phonology II"],
    ),
    "rows of a course assisted": (
        "COURSES\nTaken      Neurobiology of Learning\n           Cell Biology\nAssisted   Introductory Biology Laboratory\n",
        ["Neurobiology of Learning", "Cell Biology"],
    ),
    "exams passed": (
        "EXAMS PASSED (SELECTION)\nGraph Algorithms (10)\nImage Processing (10)\nNumerical Calculus (8)\n",
        ["Graph Algorithms", "Image Processing", "Numerical Calculus"],
    ),
    "what I took there": (
        "what i took there\n-----------------\nanalog circuits ii\ndiscrete math\ncontrol systems\n"
        "what i teach there\n------------------\nstudio electronics\n",
        ["analog circuits ii", "discrete math", "control systems"],
    ),
    "classes that I lead sections for": (
        "Classes\nCSE 331  Software Design  3.6\nCSE 344  Data Management  3.9\nClasses I lead sections for\n"
        "CSE 142  Computer Programming I  Winter 2016\n",
        ["Software Design", "Data Management"],
    ),
    "a heading with a verb of its own": (
        "COURSES I SURVIVED\nCompilers\nComputer Networks\nSoftware Engineering\n   Practicum\nLinear Algebra\n",
        ["Compilers", "Computer Networks", "Software Engineering Practicum", "Linear Algebra"],
    ),
    "a level of courses to come": (
        "Modules (grade out of 22)\nYear 3\nReal Time Systems   20\nControl M   17\nYear 4, this session\n"
        "Machine Learning H\nYear 5, next session (intended)\nRobotics Foundations M\n",
        ["Real Time Systems", "Control M", "Machine Learning H"],
    ),
    "taking next spring": (
        "RELEVANT COURSE WORK\nOperating Systems\nSoftware Quality\nAssurance\nLinear Algebra\n"
        "TAKING NEXT SPRING\nMachine Learning\nCompilers\n",
        ["Operating Systems", "Software Quality Assurance", "Linear Algebra"],
    ),
    "courses (next)": (
        "Courses (completed)\nParallel Computing, Digital Image Processing, Estimation Theory\n\nCourses (next)\nRobotics\n",
        ["Parallel Computing", "Digital Image Processing", "Estimation Theory"],
    ),
    "a planned course below a run": (
        "Courses: Advanced Algorithms, Distributed Systems, Database Internals\nComputer Networks (planned, Spring 2017)\n",
        ["Advanced Algorithms", "Distributed Systems", "Database Internals"],
    ),
    "planned courses above others": (
        "Incoming Courses (Spring 2017): Deep Learning, Mobile Computing\n"
        "Courses: Software Design, Big Data Analytics, Computer Communication\nNetworks, Database Internals\n",
        ["Software Design", "Big Data Analytics", "Computer Communication Networks", "Database Internals"],
    ),
    "a term of next year": (
        "COURSE WORK COMPLETED\nStochastic Modeling, Optimization, Topology\nPH.D. COURSE WORK (Fall 2017)\n"
        "Learning Theory, Randomized Algorithms\n",
        ["Stochastic Modeling", "Optimization", "Topology"],
    ),
    "terms before names": (
        "Courses\nFall 2015   Multivariable Calculus; Intro Computer Science I\nSpring 2016 Linear Algebra; Probability\n"
        "Spring 2017 Groups and Rings; Functional Programming\n",
        ["Multivariable Calculus", "Intro Computer Science I", "Linear Algebra", "Probability", "Groups and Rings",
         "Functional Programming"],
    ),
    "a heading in the first column": (
        "COURSES        Operating Systems           Fall 2015\n               Principles of Programming\n"
        "               Languages                   Spring 2016\n               Computer Networks           Spring 2016\n"
        "WORK           Cluster assistant           2015 - present\n",
        ["Operating Systems", "Principles of Programming Languages", "Computer Networks"],
    ),
    "columns with instructors": (
        "COURSE LIST                 TERM           INSTRUCTOR\nDigital Logic Design        Fall 2015      Dr. Pell\n"
        "Mesoscale Meteorology       Spring 2016    Dr. Tib\nDatabase Management         Fall 2016      Dr. Amsu\n",
        ["Digital Logic Design", "Mesoscale Meteorology", "Database Management"],
    ),
    "languages as courses by their numbers": (
        "Classes\n- CIS 171 Java\n- CIS 189 Python\n- CIS 223 Mobile App Development\n",
        ["CIS 171 Java", "CIS 189 Python", "Mobile App Development"],
    ),
    "of relevance": (
        "Course work of relevance\n- Computational Phonology\n- Mathematical Linguistics\n",
        ["Computational Phonology", "Mathematical Linguistics"],
    ),
    "behind a degree, in brackets": (
        "Winnow College, B.A. Computer Science (courses: Software Design; Systems Programming; Chemistry of Art), GPA 3.58\n",
        ["Software Design", "Systems Programming", "Chemistry of Art"],
    ),
    "a table of subjects": (
        "Subject | Semester | Mark\nVisual Analytics | S16 | A\nPerception and the Brain | S16 | B+\n"
        "\nAnd what I can do:\n\nTool | Years | Level\nUsability Testing | 2 | good\n",
        ["Visual Analytics", "Perception and the Brain"],
    ),
    "main modules followed": (
        "MAIN MODULES FOLLOWED\nOperational Research\nFunctional Programming\nLaw and Enterprise\n",
        ["Operational Research", "Functional Programming", "Law and Enterprise"],
    ),
    "studies include": (
        "Studies include: Operating System Kernels; Network Security;\nType Systems; Compilers\n\nEXPERIENCE\nBaker\n",
        ["Operating System Kernels", "Network Security", "Type Systems", "Compilers"],
    ),
    "divisions": (
        "UPPER DIVISION\nPrinciples of\n Programming Languages\nComputer Security\nLOWER DIVISION\nData Structures\n"
        " and Abstractions\n",
        ["Principles of Programming Languages", "Computer Security", "Data Structures and Abstractions"],
    ),
    "a list announced in a sentence": (
        "You are right, I forgot the course list. Here it is, by area:\n\nLearning: Reinforcement Learning, Graphical Models\n"
        "Systems: Distributed Computing, GPU Programming\n",
        ["Reinforcement Learning", "Graphical Models", "Distributed Computing", "GPU Programming"],
    ),
    "a school before a colon": (
        "Advanced classes\nAP: Computer Science A (5), Calculus BC (5), Music Theory (4)\n"
        "Dual enrollment, Blue Valley Community College: Discrete Mathematics (A),\n"
        "Introduction to Psychology (A), C++ Programming (A)\nScience fair\nWhale Songs, NC state fair 2017\n",
        ["Computer Science A", "Calculus BC", "Music Theory", "Discrete Mathematics", "Introduction to Psychology",
         "C++ Programming"],
    ),
    "a school's line behind a run": (
        "Classes so far: Auditory Neurophysiology; Statistical\n   Pattern Recognition; Medical Device Regulation\n"
        "Toyokawa Institute, B.Eng. Information Engineering\n",
        ["Auditory Neurophysiology", "Statistical Pattern Recognition", "Medical Device Regulation"],
    ),
    "incl.": (
        "Classes incl. Speech Synthesis; Integrated Circuit\n   Design; Automata Theory\n",
        ["Speech Synthesis", "Integrated Circuit Design", "Automata Theory"],
    ),
    "a year's name with a half below": (
        "CLASSES\nJunior year: Information Visualization, Networked Applications, Usable\n   Privacy\n"
        "Sophomore year: Foundations of Computer Systems, Data Modeling\n",
        ["Information Visualization", "Networked Applications", "Usable Privacy", "Foundations of Computer Systems",
         "Data Modeling"],
    ),
    "what is planned behind a full stop": (
        "RELEVANT COURSE WORK\nCSCE 310 Data Structures, CSCE 464 Internet Systems, MATH 314 Linear Algebra."
        " Next semester: CSCE 478 Machine Learning (I'm registered).\n",
        ["Data Structures", "Internet Systems", "Linear Algebra"],
    ),
    "what is planned, in small letters": (
        "classes so far that matter: data structures, programming languages, discrete math (taking it now)."
        " next sem i've got machine learning\n",
        ["data structures", "programming languages", "discrete math"],
    ),
    "one course taken after the other": (
        "Graduate course taken\nTerm | Course | Grade\n2016 Spring | Computational Neuroscience | A+\n"
        "2016 Fall | Deep Learning Theory | A+\nTeaching assistant\n2016 Fall | Basic Circuit Experiment\n",
        ["Computational Neuroscience", "Deep Learning Theory"],
    ),
    "a name that begins as a section's": (
        "COURSES\nIntro to Algorithms\nComputer\nOrganization\nDiscrete Structures\nHOBBIES\nHockey\n",
        ["Intro to Algorithms", "Computer Organization", "Discrete Structures"],
    ),
    "instructors in the last column": (
        "### Classes\n\n| Term | Class | Instructor |\n|---|---|---|\n| Fall 2015 | Machine Perception | Vossler |\n"
        "| Spring 2016 | Automata and Complexity | Stein |\n\nPlanning for Spring 2017: Natural Language Processing\n",
        ["Machine Perception", "Automata and Complexity"],
    ),
    "a mean in the heading": (
        "Graduate courses (GPA 3.95)\nNeural Signal Processing, Applied Linear Models, Information Theory\n",
        ["Neural Signal Processing", "Applied Linear Models", "Information Theory"],
    ),
    "exams of an exchange": (
        "2016-17 | Exchange, Great Basin University. Exams: CS 446 Operating Systems, CS 480 Computer Graphics\n",
        ["Operating Systems", "Computer Graphics"],
    ),
    "a list announced in a mail's last sentence": (
        "Hi, as you asked: the letter's attached (Word). For course work, these are the ones that seem relevant:\n\n"
        "- Data Structures (A)\n- Digital Systems (B)\n\nNot yet taken but on the plan for spring: Cloud Computing.\n",
        ["Data Structures", "Digital Systems"],
    ),
    "columns behind a label": (
        "Courses:    Object-Oriented Design        Theory of Computation\n            Computer Systems"
        "              Number Theory 1\n            Linear Algebra                Group Theory (current)\n"
        "Honors:     Dean's List\n",
        ["Object-Oriented Design", "Theory of Computation", "Computer Systems", "Number Theory 1", "Linear Algebra",
         "Group Theory"],
    ),
    "degrees and schools between": (
        "Courses\nMaster of Science, Computer Engineering\nNorth Lake State University\n"
        "   Microprocessor Architecture      ECE 463\n"
        "   Neural Networks                  ECE 542\nBachelor of Engineering\nLakeside University Chennai\n   VLSI Design\n"
        "   Digital Communication\n",
        ["Microprocessor Architecture", "Neural Networks", "VLSI Design", "Digital Communication"],
    ),
    "a school's short name": (
        "GRADUATE COURSEWORK\n   Learning Theory I        Fall 2015     A\n   Information Theory       Fall 2016     A\nUAM\n"
        "   Biostatistics            2014          8.7/10\n",
        ["Learning Theory I", "Information Theory", "Biostatistics"],
    ),
    "a name that a participle ends": (
        "Courses\nComputation Theory\nBrain-Inspired\nComputing (seminar)\nProbability\nLanguages\nC, C++\n",
        ["Computation Theory", "Brain-Inspired Computing", "Probability"],
    ),
    "in a town": (
        "COURSES IN MADISON\n  CS 537 Operating Systems\n  CS 760 Machine Learning\nCOURSES IN DRESDEN\n  Softwaretechnologie\n"
        "  Rechnernetze (computer networks)\n",
        ["Operating Systems", "Machine Learning", "Softwaretechnologie", "Rechnernetze (computer networks)"],
    ),
    "fields of degrees in brackets": (
        "SELECTED COURSEWORK\nGraduate (Neuroscience)\n- Systems Neuroscience\n- Membrane Biophysics\nGraduate (EE)\n- Wavelets\n"
        "Undergraduate\n- Statistical Physics\nCERTIFICATES\n- HIPAA\n",
        ["Systems Neuroscience", "Membrane Biophysics", "Wavelets", "Statistical Physics"],
    ),
    "groups that go on": (
        "  Coursework\n     CIS: Programming Languages and Techniques II (121),\n          Introduction to Algorithms (320)\n"
        "     COGS/BIBB: Introduction to Brain and Behavior, Perception\n\nThe Lakeside School, New York, NY\n",
        ["Programming Languages and Techniques II", "Introduction to Algorithms", "Introduction to Brain and Behavior",
         "Perception"],
    ),
    "at another school": (
        "Courses\nSpring 2017 (in progress)  CS 307 Computer Graphics; MIT 6.005 Software Construction (cross-registered)\n",
        ["Computer Graphics", "MIT Software Construction"],
    ),
    "grades": (
        "GRADES\n\nFall 2015\n  Acoustics of Music             A\n  Counterpoint II                B\nFall 2016\n"
        "  Calculus I                     B+\n",
        ["Acoustics of Music", "Counterpoint II", "Calculus I"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LISTS.values(), ids=LISTS)
def test_lists_as_people_lay_them_out(text: str, names: list[str]) -> None:
    whole = Passage("attachment:resume.txt", text, 0, len(text))
    found = [m for m in listings(whole, date(2017, 1, 4)) if m.sure]
    assert [name for mention in found for name in mention.names] == names


@pytest.mark.parametrize(
    "text",
    [
        "Course work, well: I'm back in school since last year, so there's no list to speak of yet.\n",
        "Relevant coursework: available upon request\n",
        "Future coursework\n- Data Structures (Fall 2017)\n- Linear Algebra (Spring 2018)\n",
        "Courses I graded\n- Data Structures\n- Linear Algebra\n",
        "Sections I TA\n- Data Structures\n- Linear Algebra\n",
    ],
)
def test_what_is_no_list_of_courses_taken(text: str) -> None:
    whole = Passage("attachment:resume.txt", text, 0, len(text))
    assert not [m for m in listings(whole, date(2017, 1, 4)) if m.sure]


def test_a_transcript_of_titles_with_credits_and_marks() -> None:
    text = (
        "Academic Record\n2013-2014 Autumn\n  Signals and Systems      4.0 92\n  Military Theory      1.0 Pass\n"
        "yr 4 (to come)\n  Robot Vision\n"
    )
    found = transcript.find(Passage("attachment:t.txt", text, 0, len(text)))
    assert found is not None
    assert found.names == ("Signals and Systems", "Military Theory")


def test_a_transcript_with_terms_before_titles() -> None:
    text = "unofficial transcript\nfall 2015     Discrete Structures   A\nfall 2015     Programming with C    B\n"
    found = transcript.find(Passage("attachment:t.txt", text, 0, len(text)))
    assert found is not None
    assert found.names == ("Discrete Structures", "Programming with C")
