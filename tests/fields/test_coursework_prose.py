"""Courses named in sentences, and sentences about courses that name none."""

from __future__ import annotations

import pytest

from intake.fields import coursework
from intake.model import Role, Status
from support.cases import case, document

ML, OS, LA = "Machine Learning", "Operating Systems", "Linear Algebra"

NAMED: list[tuple[str, list[str]]] = [
    ('My relevant course work is: Linear Algebra, Probability, Machine Learning (in progress).',
     ['Linear Algebra', 'Probability', 'Machine Learning']),
    ('I have completed courses in operating systems, computer networks, databases and compilers.',
     ['operating systems', 'computer networks', 'databases', 'compilers']),
    ("So far I've taken three CS courses: Data Structures, Discrete Mathematics and Computer Organization.",
     ['Data Structures', 'Discrete Mathematics', 'Computer Organization']),
    ('The courses that matter here are probably Neural Computation (Prof. Hale), Signal Processing, and '
     'Bayesian Methods.',
     ['Neural Computation', 'Signal Processing', 'Bayesian Methods']),
    ('Courses: CS201 (Algorithms), CS202 (Systems), MA101 (Calculus).',
     ['Algorithms', 'Systems', 'Calculus']),
    ('I took Machine Learning with Professor Ito and loved it. I also took Computer Vision and Natural '
     'Language Processing.',
     ['Machine Learning', 'Computer Vision', 'Natural Language Processing']),
    ("This semester I'm enrolled in Distributed Systems, Cryptography and Technical Writing.",
     ['Distributed Systems', 'Cryptography', 'Technical Writing']),
    ('Coursework (grades in parentheses): Topology (A), Real Analysis (A-), Probability Theory (A).',
     ['Topology', 'Real Analysis', 'Probability Theory']),
    ("The most useful courses I've taken for this are Time Series Analysis and Statistical Computing.",
     ['Time Series Analysis', 'Statistical Computing']),
    ('Graduate-level courses: Convex Optimization, Information Theory. Undergraduate: Signals and '
     'Systems, Circuits I & II, Electromagnetics.',
     ['Convex Optimization', 'Information Theory', 'Signals and Systems', 'Circuits I & II', 'Electromagnetics']),
    ('Among others, I have passed the exams in Theoretical Computer Science, Numerical Mathematics and '
     'Computer Architecture.',
     ['Theoretical Computer Science', 'Numerical Mathematics', 'Computer Architecture']),
    ('My favorite course was Artificial Intelligence; others include Web Programming, Operating Systems '
     'and Theory of Computation.',
     ['Artificial Intelligence', 'Web Programming', 'Operating Systems', 'Theory of Computation']),
    ("I've studied: algorithms, OOP, databases, networks, OS",
     ['algorithms', 'OOP', 'databases', 'networks', 'OS']),
    ('At Lakeside I have taken Intro to CS, Data Structures, Multivariable Calculus; at community college '
     'I took Statistics and Economics.',
     ['Intro to CS', 'Data Structures', 'Multivariable Calculus', 'Statistics', 'Economics']),
    ('Classes: Machine Learning -- Computer Vision -- Robotics -- Optimization',
     ['Machine Learning', 'Computer Vision', 'Robotics', 'Optimization']),
    ("Coursework includes but isn't limited to Algorithms, Parallel Computing, and Computer Graphics.",
     ['Algorithms', 'Parallel Computing', 'Computer Graphics']),
    ('Related coursework? Psychology of Learning, Behavioral Neuroscience, Research Methods, R programming.',
     ['Psychology of Learning', 'Behavioral Neuroscience', 'Research Methods']),
    ("I have taken Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("I have taken Machine Learning, Operating Systems, and Linear Algebra, all with an A.", [ML, OS, LA]),
    ("I sat in Intro to Neuroscience as the only CS person, and then in Machine Learning as the only one who knew neurons.",
     ["Intro to Neuroscience", ML]),
    ("On the academic side, Machine Learning and Time Series Analysis were the two classes I got most out of.",
     [ML, "Time Series Analysis"]),
    ("As a sophomore I don't have that many courses yet: Data Structures, Linear Algebra and Computer Organization are done.",
     ["Data Structures", LA, "Computer Organization"]),
    ("My relevant course work would be Neural Computation (Prof. Sharma, fall 2015), Systems Neuroscience and Linear Systems.",
     ["Neural Computation", "Systems Neuroscience", "Linear Systems"]),
    ("Relevant classes? Information Theory and Convex Optimization, both graduate level.",
     ["Information Theory", "Convex Optimization"]),
    ("You ask for course work. It was long ago, but for the record, at UC: Operating Systems, Compilers, Statistical Learning.",
     [OS, "Compilers", "Statistical Learning"]),
    ("Now at Lake College I take Discrete Structures and Linear Algebra, and before I finished there Data Modelling.",
     ["Discrete Structures", LA, "Data Modelling"]),
    ("This term I am in Distributed Computing and Machine Learning. Applied Probability was back in my bachelor's.",
     ["Distributed Computing", ML, "Applied Probability"]),
    ("I finished Organic Chemistry and Physical Chemistry before I changed to CS, where I have done Data Structures.",
     ["Organic Chemistry", "Physical Chemistry", "Data Structures"]),
    ("I've been through the usual sequence (Data Structures, Operating Systems, Databases) and am now in Machine Learning.",
     ["Data Structures", OS, "Databases", ML]),
    ("About my courses: Signals and Systems was last year, Linear Algebra and Operating Systems I have now.",
     ["Signals and Systems", LA, OS]),
    ("Since you list course work: CS 225, CS 374 and STAT 410.", ["CS 225", "CS 374", "STAT 410"]),
    ("My relevant coursework includes Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("My coursework has included Machine Learning, Operating Systems, and Linear Algebra.", [ML, OS, LA]),
    ("I have completed courses in Machine Learning, Operating Systems and Linear Algebra at UCSD.", [ML, OS, LA]),
    ("I've taken courses such as Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("Relevant courses: Machine Learning, Operating Systems, Linear Algebra.", [ML, OS, LA]),
    ("My favorite classes were Machine Learning and Operating Systems.", [ML, OS]),
    ("This quarter I'm taking CS 446 (Machine Learning) and CS 423 (Operating Systems).", [ML, OS]),
    ("This fall I am enrolled in CS 446 Machine Learning and MATH 415 Linear Algebra.", [ML, LA]),
    ("Last year I took Machine Learning; this term I am taking Operating Systems.", [ML, OS]),
    ("At State I had Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("In my master I have learned Pattern Recognition, Digital Image Processing and Stochastic Processes.",
     ["Pattern Recognition", "Digital Image Processing", "Stochastic Processes"]),
    ("I did Matrix Theory and Real Analysis last spring at Rutgers.", ["Matrix Theory", "Real Analysis"]),
    ("Last spring I worked through Computational Neuroscience and Machine Learning in the same semester.",
     ["Computational Neuroscience", ML]),
    ("I took Design and Analysis of Algorithms, Signals and Systems, and Probability with Applications.",
     ["Design and Analysis of Algorithms", "Signals and Systems", "Probability with Applications"]),
    ("The courses that I think matter are: Transport Processes I and II, Numerical\nMethods in Chemical Engineering, and "
     "Introduction to Computing.",
     ["Transport Processes I and II", "Numerical Methods in Chemical Engineering", "Introduction to Computing"]),
    ("I have learned the courses of machine learning, operating systems and linear algebra in my university.",
     [ML.lower(), OS.lower(), LA.lower()]),
    ("In my study I visited lectures about Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("During my bachelor I have passed the exams Machine Learning, Linear Algebra and Topology.", [ML, LA, "Topology"]),
    ("At school I followed courses in probability theory, stochastic processes, and information theory.",
     ["probability theory", "stochastic processes", "information theory"]),
    ("This semester I am attending Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("So far I've finished Machine Learning and Linear Algebra; next fall I plan to take Robotics.", [ML, LA]),
    ("Having aced Machine Learning last term, and scraped by in Linear Algebra the term before, I know where my heart lies.",
     [ML, LA]),
    ("I have had these, besides a seminar: Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("I so far have had discrete math, data structures and databases.", ["discrete math", "data structures", "databases"]),
    ("As for classes, the ones that bear on this job are Machine Learning, Operating Systems and Linear Algebra.",
     [ML, OS, LA]),
    ("Of my classes the relevant ones would be data mining and bayesian statistics, and of course topology.",
     ["data mining", "bayesian statistics", "topology"]),
    ("I did well in Machine Learning (A), Operating Systems (A-) and Linear Algebra (B+).", [ML, OS, LA]),
    ("My transcript shows A's in Machine Learning, Operating Systems and Linear Algebra.", [ML, OS, LA]),
    ("I had planned to take Robotics, but it was full. I took Machine Learning and Linear Algebra instead.", [ML, LA]),
    ("So far I have taken Data Structures (A), Algorithms (A-) and Computer Networks (B+).",
     ["Data Structures", "Algorithms", "Computer Networks"]),
    ("I have taken courses in machine learning, operating systems and linear algebra.",
     ["machine learning", "operating systems", "linear algebra"]),
    ("I have taken Machine Learning with Prof. Vance, Operating Systems, and Andrew Lowe's Deep Learning on Coursera.",
     [ML, OS, "Deep Learning"]),
    ("Here is my course work:\n\n- Machine Learning\n- Operating Systems\n- Linear Algebra\n\nBest,", [ML, OS, LA]),
    ("Courses I have taken:\nMachine Learning\nOperating Systems\nLinear Algebra\n\nThank you", [ML, OS, LA]),
    ("As for the course work you asked about: Machine Learning, Operating Systems, Linear Algebra.", [ML, OS, LA]),
    ("I took Machine Learning and Operating Systems, and I TA'd Data Structures.", [ML, OS]),
    ("This semester I've taken Machine Learning (A), Operating Systems (A-) and am TAing Data Structures.", [ML, OS]),
    ("My favorite courses were ECE 408 (GPUs) and CS 446\n(learning), so please consider me for both.",
     ["ECE 408 (GPUs)", "CS 446 (learning)"]),
    ("I've taken Machine Learning, Operating Systems, SLAM, and Linear Algebra.", [ML, OS, "SLAM", LA]),
    ("Relevant coursework includes Machine Learning, Operating Systems, and Switchgear and Protection.",
     [ML, OS, "Switchgear and Protection"]),
    ("I have completed Java Programming I, Data Structures in C++, and Linear Algebra.",
     ["Java Programming I", "Data Structures in C++", LA]),
    ("I've had 2 years of CS (machine learning, operating systems, linear algebra).",
     ["machine learning", "operating systems", "linear algebra"]),
    ("I took Machine Learning and Operating Systems. I am good at Python, Java and C++.", [ML, OS]),
    ("I've done Machine Learning, Operating Systems and Linear Algebra at UCSD.", [ML, OS, LA]),
    ("Relevant classes I've taken: CS 188 (AI), CS 189 (Machine Learning), and Neuro 100.", ["AI", ML, "Neuro 100"]),
    ("I have completed Eva Lowe's Machine Learning course on Coursera and Tom Reed's Neural Networks course.",
     [ML, "Neural Networks"]),
    ("I have completed all required courses in my major, including Algorithms, Operating Systems and Linear Algebra.",
     ["Algorithms", OS, LA]),
    ("Having taken Linear Algebra, Real Analysis and Probability Theory, I can follow your papers.",
     [LA, "Real Analysis", "Probability Theory"]),
    ("I have passed exams in Stochastic Processes, Information Theory, and Signal Processing.",
     ["Stochastic Processes", "Information Theory", "Signal Processing"]),
    ("I got an A in Machine Learning and an A- in Linear Algebra.", [ML, LA]),
    ("As far as classes go: I've had Linear Algebra, Real Analysis and Data Structures, and right now I'm in\nMathematical "
     "Statistics. I program in Python and Julia, and used to program in C.",
     [LA, "Real Analysis", "Data Structures", "Mathematical Statistics"]),
    ("What I took that comes closest is Operating Systems, Machine Learning and Linear Algebra.", [OS, ML, LA]),
    ("My relevant course work includes Machine Learning and two semesters of Real Analysis.",
     [ML, "Real Analysis"]),
    ("Relevant courses are Neuroanatomy, Cognitive Neuroscience, and Statistics for Psychologists.",
     ["Neuroanatomy", "Cognitive Neuroscience", "Statistics for Psychologists"]),
    ("My classes this year: compilers, operating systems, linear algebra.", ["compilers", "operating systems", "linear algebra"]),
]  # fmt: skip

UNNAMED: list[tuple[str, Status]] = [
    ("I have taken several courses in machine learning.", Status.UNSURE),
    ("I took Machine Learning last fall and it was the best class I have had.", Status.UNSURE),
    ("My coursework has focused on machine learning, signal processing, and statistics.", Status.UNSURE),
    ("I completed a Data Science bootcamp and the Machine Learning Nanodegree at Udacity.", Status.MISSING),
    ("I have taken the liberty of attaching my resume; Data Structures and Machine Learning are my thing.", Status.MISSING),
    ("It took me two weeks to understand Temporal Memory and Spatial Pooling.", Status.MISSING),
    ("I have taken part in courses, hackathons and Machine Learning meetups.", Status.MISSING),
    ("I am taking a gap year. Machine Learning and Robotics are my hobbies.", Status.MISSING),
    ("I am enrolled in Computer Science and Mathematics at Example State.", Status.MISSING),
    ("I have completed degrees in Physics and Neuroscience.", Status.MISSING),
    ("I took Mathematics, Physics and Chemistry at school.", Status.UNSURE),
    ("Please see my resume.", Status.MISSING),
    ("My course work is on my resume.", Status.MISSING),
    ("I have attached my resume and a list of relevant courses.", Status.MISSING),
    ("I taught Machine Learning and Operating Systems at the community college.", Status.MISSING),
    ("I was a TA for courses such as Machine Learning and Operating Systems.", Status.MISSING),
    ("I have not taken Machine Learning or Operating Systems yet.", Status.MISSING),
    ("I took no formal course in software engineering.", Status.MISSING),
    ("I would like to take Machine Learning and Computer Vision next year.", Status.MISSING),
    ("Our people have taken courses in Machine Learning, Deep Learning and Big Data.", Status.MISSING),
    ("My students took Machine Learning and Algorithms with me.", Status.MISSING),
    ("I am interested in Machine Learning, Computer Vision and Robotics.", Status.MISSING),
    ("I study Computer Science and Mathematics at Example State.", Status.MISSING),
    ("I took part in the Machine Learning and Data Mining competitions of my city.", Status.MISSING),
    ("I took a year off to work on Machine Learning and Data Pipelines at Initech.", Status.MISSING),
    ("I have experience in Machine Learning, Data Analysis and Software Testing.", Status.MISSING),
    ("During my internship I learned Machine Learning, Data Engineering and Web Development.", Status.MISSING),
    ("I learned Python, Java and C++ in two years.", Status.MISSING),
    ("I enjoyed the Machine Learning and Algorithms sections of your blog.", Status.MISSING),
    ("I maintain the course scheduler, the databases and the networks of our college.", Status.MISSING),
    ("I would like to be considered for Algorithms or Software Engineering.", Status.MISSING),
    ("It took the operating systems group and the machine learning group a month.", Status.MISSING),
    ("Of course, machine learning and statistics have fascinated me since school.", Status.MISSING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_courses_in_sentences(text: str, expected: list[str]) -> None:
    body = f"Dear team,\n\nI study at Example State and would like to join you. {text}\n\nAna Ruiz\n"
    found = coursework.find(case(body))
    assert (found.status, found.value) == (Status.PRESENT, expected)
    assert found.evidence is not None and found.evidence.source == "body"
    assert body[found.evidence.start : found.evidence.end] == found.evidence.quote


@pytest.mark.parametrize(("text", "status"), UNNAMED)
def test_sentences_without_a_list(text: str, status: Status) -> None:
    found = coursework.find(
        case(f"Dear team,\n\n{text}\n\nAna Ruiz\n", document("resume.pdf", "Ana Ruiz\nSKILLS\nJava"))
    )
    assert found.status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ich habe Vorlesungen in Maschinellem Lernen und Statistik besucht.", Status.UNSURE),
        ("J'ai suivi des cours de probabilités et d'apprentissage automatique.", Status.UNSURE),
        ("He aprobado las asignaturas de Álgebra y Estadística.", Status.UNSURE),
        ("Я прошёл курсы по машинному обучению и статистике.", Status.UNSURE),
        ("J'ai appris Python au cours de mes études.", Status.MISSING),
        ("Ich studiere Informatik im dritten Jahr.", Status.MISSING),
        ("Attached are:\n- my resume\n- course work\n", Status.MISSING),
    ],
)
def test_other_languages_are_left_to_a_person(text: str, status: Status) -> None:
    assert coursework.find(case(text)).status is status


def test_quote_marks_before_lines_are_no_bullets() -> None:
    body = "> Relevant coursework: Machine Learning, Data\n> Structures, Operating Systems\n>\n> Thanks\n"
    assert coursework.find(case(body)).value == [ML, "Data Structures", OS]


@pytest.mark.parametrize(("text", "expected"), NAMED[:12])
def test_courses_in_a_letter(text: str, expected: list[str]) -> None:
    letter = document("letter.pdf", f"Dear team,\n\n{text}\n\nAna Ruiz\n", Role.LETTER)
    found = coursework.find(case("See attached.", letter))
    assert (found.value, found.source) == (expected, "attachment:letter.pdf")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in my master i have learned machine learning, operating systems and linear algebra. i use c every day.",
         Status.PRESENT),
        ("you ask for course work. for the record, at uc: machine learning, operating systems, linear algebra.",
         Status.PRESENT),
        ("at nc state i had machine learning, operating systems and linear algebra; since then nothing.", Status.PRESENT),
        ("at my job i learned machine learning, data engineering and web development. it was fun.", Status.MISSING),
        ("i like machine learning, statistics and neuroscience. i think about them all day.", Status.MISSING),
    ],
)  # fmt: skip
def test_people_who_type_without_capitals(text: str, expected: Status) -> None:
    found = coursework.find(
        case(f"hi,\n\ni study at example state and would like to join you. {text}\n\nana\n")
    )
    assert found.status is expected
    if expected is Status.PRESENT:
        assert found.value == ["machine learning", "operating systems", "linear algebra"]
