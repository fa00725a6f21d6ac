"""Which document is what: from what stands in it, in eight languages, by its name last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fields import roles
from intake.fields.sections import section_of
from intake.fields.vocabulary.headings import Section
from intake.model import Document, Role
from support.cases import case, document

RESUME = """Ana Ruiz
ana@example.edu | 212-555-0133

EDUCATION
Example State University, B.S. Computer Science, expected May 2018

EXPERIENCE
Initech, Software Intern, June 2016 - August 2016
- Wrote the nightly import

SKILLS
Python, C++
"""
LETTER = """Ana Ruiz
12 Elm Street, Springfield

Dear hiring team,

I have followed your work on sequence memory since last year, and I built a small model of it in Go.
I would like to learn how it behaves on real streams, because my own data are too clean to tell.

Sincerely,
Ana Ruiz
"""
TRANSCRIPT = """EXAMPLE STATE UNIVERSITY
Unofficial Transcript
Student: Ana Ruiz
Fall 2015
CS 101 Introduction to Programming 4.0 A
CS 201 Data Structures 4.0 A-
MATH 221 Linear Algebra 3.0 B+
Cumulative GPA 3.71   Credits earned 11
"""
GERMAN = """Lebenslauf
Anna Beispiel
anna@example.com, +49 30 5550133

Ausbildung
2014 - 2018 Universität Musterstadt, Informatik
Berufserfahrung
2016 - heute Werkstudentin, Muster GmbH
Kenntnisse
Python, Java
"""
FRENCH = """Camille Exemple
camille@example.com

Formation
2014 - 2017 Université d'Exempleville, licence d'informatique
Expérience professionnelle
Juin 2016 - Août 2016 Stagiaire, Exemple SA
Compétences
Python, C
Centres d'intérêt
Voile
"""
SPANISH = """Currículum Vitae
Luz Ejemplo
luz@example.com

Formación académica
Universidad de Ejemplo, 2013 - 2017
Experiencia laboral
Ayudante, Ejemplo SL, 2016 - actual
Idiomas
Español, inglés
"""
CHINESE = """个人简历
李例
电话：555-0133 邮箱：li@example.com
教育背景
2013年9月 - 2017年6月 示例大学 计算机科学
实习经历
2016年6月 - 2016年8月 示例公司 实习生
专业技能
Python, C++
"""
RUSSIAN = """Анна Примерова
anna@example.com

Образование
Примерный университет, 2012 - 2017
Опыт работы
Разработчик, ООО Пример, 2016 - настоящее время
Навыки
Python, SQL
"""
PORTUGUESE = """Bia Exemplo
bia@example.com

Formação acadêmica
Universidade de Exemplo, 2013 - 2017
Experiência profissional
Estagiária, Exemplo Ltda, 2016 - atual
Idiomas
Português, inglês
"""
ITALIAN = """Curriculum Vitae
Piero Esempio
piero@example.com
Istruzione e formazione
Università di Esempio, 2013 - 2017
Esperienza lavorativa
Tirocinante, Esempio SRL, 2016 - oggi
Lingue
Italiano, inglese
"""
LATEX = r"""\documentclass{article}
\begin{document}
\textbf{Ana Ruiz} \\ ana@example.edu
\section*{Education}
Example State University, 2014 -- 2018
\section*{Experience}
Initech, Intern, Jun 2016 -- Aug 2016
\section*{Skills}
Python
\end{document}
"""
SPACED = RESUME.replace("EDUCATION", "E D U C A T I O N").replace(
    "EXPERIENCE", "W O R K   E X P E R I E N C E"
)
SIDE_BY_SIDE = """ANA RUIZ    ana@example.edu
EDUCATION\tSKILLS
Example State, 2014 - 2018\tPython
EXPERIENCE  Initech, Software Intern
June 2016 - August 2016
"""
RECOMMENDATION = """To whom it may concern,

It is my pleasure to recommend Ana Ruiz, who took my course in 2016. She was the best of her class and her project
became a part of our library. I have worked with her for a year. She writes well, and her code is read by others.

Sincerely,
Prof. Example
"""
JOB = """Job Description: Data Engineer
About Us
We build pipes for data and are looking for a skilled engineer.
Responsibilities
- Design pipelines
Requirements
- Three years of experience
Benefits
- Health insurance
"""
PAPER = """On the Sorting of Spikes
A. Ruiz, B. Example
Abstract
We sort spikes with sparse codes and compare them to templates.
Introduction
Spikes are short. They must be sorted before they can be counted.
Methods
We used a probe.
Results
It works.
References
[1] A. Example, Sorting, 2014.
"""
INVOICE = "Invoice 2016-114\nDescription Quantity Amount\nOffice chair 1 70.00\nTotal 70.00\nPayment within 15 days\n"
OFFER = """Dear Ana,

We are pleased to offer you a place in our graduate programme. Your scholarship covers tuition for two years.
Please return the signed form before May 1, and let the office know if you need a visa.

Sincerely,
The Graduate School
"""

LINKEDIN = """Contact
ana@example.edu
www.linkedin.com/in/anaruiz (LinkedIn)
Top Skills
Python
Machine Learning
Languages
English
Ana Ruiz
Student at Example State University
Springfield
Summary
I like finding structure in data.
Experience
Initech
Software Intern
June 2016 - August 2016 (3 months)
Built dashboards.
Education
Example State University
Bachelor of Science, Computer Science · (2014 - 2018)
Page 1 of 1
"""
SOP = """Statement of Purpose

My interest in physics began when I was nine and took apart my grandmother's radio. In college I joined Prof.
Example's group, where I studied superconducting films. I want to pursue a doctorate in condensed matter
physics at Example University because its laboratories are among the best. My long-term goal is to teach.
"""
STATEMENT_OF_INTEREST = """Statement of Interest

My interest in the brain began when I was nine and my grandmother had a stroke. In college I joined Prof.
Example's group, where I wrote the software for a fMRI study. I want to spend a summer at Numenta because
nobody else I know of starts from the neocortex. I would bring solid C++ and some statistics.
"""
REFERENCES = """References

Prof. Jane Example
Department of Physics, Example State University
jane@example.edu, 212-555-0141

Dr. Bob Sample
Initech
bob@example.com, 212-555-0142
"""
REC2 = """Dear Colleagues,

Ana Ruiz asked me to write on her behalf. She was a student in two of my classes and worked in my laboratory
for a year. Her work on spike sorting was careful, and she never gave up. I give her my highest endorsement
without hesitation.

Yours,
Jane Example, Professor
"""
CERTIFICATE = """Certificate of Completion
This is to certify that
Ana Ruiz
has successfully completed
Machine Learning
an online course offered by Example University
August 2016
"""
ENROLMENT = """EXAMPLE STATE UNIVERSITY
Office of the Registrar
Enrollment Verification
To whom it may concern:
This letter certifies that Ana Ruiz is enrolled as a full-time student for the Fall 2016 term and is in good
standing. Her expected graduation date is May 2018.
Sincerely,
Registrar
"""
COVER_WITH_HEADS = """Ana Ruiz
ana@example.edu | 212-555-0133

Dear Numenta,

I would like to be considered for the Algorithms internship, and below I say why.

Why Numenta
I read On Intelligence in high school and have followed your work since. I built a temporal memory in Go and
compared it to an LSTM on my bus data.

Experience
At Initech I maintained the ingestion service that fed their dashboards, and learned to measure before I guess.

Skills
I mostly write Python and C++, and I like reading other people's code.

Sincerely,
Ana Ruiz
"""
NO_GREETING_LETTER = """Ana Ruiz
12 Elm Street
Springfield
November 3, 2016

Numenta, Inc.
Redwood City, CA

RE: Algorithms internship, summer 2017

I am writing to apply for the internship that you announce on your page. I read On Intelligence in high school
and have followed your work since. Last year I built a temporal memory in Go and compared it to an LSTM on my
bus data, and I want to understand what I saw.

Thank you for your consideration.

Ana Ruiz
"""
WRITING_SAMPLE = """The Silence of the Lake

When I was nine my brother drowned, and for a year I did not speak. My mother took me to the lake every Sunday.
I remember the light. I remember that nobody came. I have written about it many times, and I never get it right.
"""
COURSE_LIST = """Relevant Course Work

CS 101 Introduction to Programming
CS 201 Data Structures
CS 325 Analysis of Algorithms
MATH 221 Linear Algebra
STAT 314 Statistics for Engineers
"""
COURSE_LIST_2 = """Ana Ruiz - Course list
Machine Learning (A)
Computational Neuroscience (A-)
Linear Algebra (B+)
Operating Systems (in progress)
"""
TRANSCRIPT_ZH = """示例大学学生成绩单
姓名：李例 学号：2013000
课程名称 学分 成绩
高等数学 5 92
线性代数 3 88
数据结构 4 90
机器学习 3 95
"""
TRANSCRIPT_DE = """Technische Universität Musterstadt
Leistungsübersicht
Name: Anna Beispiel
Modul Note LP
Analysis I 1,7 9
Lineare Algebra 1,3 9
Algorithmen und Datenstrukturen 2,0 8
Maschinelles Lernen 1,0 6
"""
FUNCTIONAL = """ANA RUIZ
Springfield, IL · 212-555-0133 · ana@example.edu

SUMMARY OF QUALIFICATIONS
Five years of building data pipelines.

TECHNICAL PROFICIENCIES
Python, SQL, Spark

PROFESSIONAL BACKGROUND
Initech - Data Engineer
Globex - Analyst

ACADEMIC CREDENTIALS
B.S. Mathematics, Example State University
"""
PLAIN_NOHEADS = """Ana Ruiz, ana@example.edu, 212-555-0133
2014 - 2018 Example State University, computer science
2016 - present Initech, data intern
2015 - 2016 Globex, student worker
2013 - 2014 City Library, shelving
Python, C++, SQL. English, Spanish.
"""
POSTER = """Sorting Spikes with Sparse Codes
A. Ruiz, B. Example. Example State University, ana@example.edu
Introduction
Spikes overlap.
Methods
Dictionary learning.
Results
Nine times faster.
Conclusions
It works.
References
Acknowledgements
"""
HOMEWORK = """CS 446 Homework 3
Ana Ruiz
Problem 1. Show that the loss is convex.
We take the second derivative and find that it is positive.
Problem 2. Implement k-means.
See code.
"""
CV_GERMAN_LETTER_CV = """Anna Beispiel
Musterstraße 1, 12345 Musterstadt

Sehr geehrte Damen und Herren,

mit großem Interesse habe ich Ihre Arbeiten zum zeitlichen Gedächtnis gelesen. In meiner Bachelorarbeit habe
ich ein Verfahren zur Erkennung von Anomalien entwickelt, und ich möchte bei Ihnen lernen, wie es besser geht.

Mit freundlichen Grüßen
Anna Beispiel

Lebenslauf
Persönliche Daten
Anna Beispiel, geboren in Musterstadt
Ausbildung
2014 - 2018 Universität Musterstadt
Praktika
2016 Muster GmbH
Kenntnisse
Python
"""
ACADEMIC_CV = """Curriculum Vitae
Kim Example, PhD candidate
kim@example.edu

Education
PhD Neuroscience, Example University, 2013 - present
Publications
K. Example et al., Sparse codes, Journal of Examples, 2015.
Teaching
TA, Statistics, Fall 2014
Awards
Example Fellowship, 2013
References
Available upon request
"""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (RESUME, Role.RESUME),
        (SPACED, Role.RESUME),
        (SIDE_BY_SIDE, Role.RESUME),
        (LATEX, Role.RESUME),
        (GERMAN, Role.RESUME),
        (FRENCH, Role.RESUME),
        (SPANISH, Role.RESUME),
        (PORTUGUESE, Role.RESUME),
        (ITALIAN, Role.RESUME),
        (RUSSIAN, Role.RESUME),
        (CHINESE, Role.RESUME),
        (LETTER, Role.LETTER),
        (LETTER + RESUME, Role.LETTER_AND_RESUME),
        (LETTER + "\f" + RESUME, Role.LETTER_AND_RESUME),
        (RESUME + "\n" + LETTER, Role.LETTER_AND_RESUME),
        (TRANSCRIPT, Role.TRANSCRIPT),
        (RECOMMENDATION, Role.OTHER),
        (JOB, Role.OTHER),
        (PAPER, Role.OTHER),
        (INVOICE, Role.OTHER),
        (OFFER, Role.OTHER),
        (LINKEDIN, Role.RESUME),
        (SOP, Role.OTHER),
        (STATEMENT_OF_INTEREST, Role.LETTER),
        (REFERENCES, Role.OTHER),
        (REC2, Role.OTHER),
        (CERTIFICATE, Role.OTHER),
        (ENROLMENT, Role.OTHER),
        (COVER_WITH_HEADS, Role.LETTER),
        (NO_GREETING_LETTER, Role.LETTER),
        (WRITING_SAMPLE, Role.OTHER),
        (COURSE_LIST, Role.TRANSCRIPT),
        (COURSE_LIST_2, Role.TRANSCRIPT),
        (TRANSCRIPT_ZH, Role.TRANSCRIPT),
        (TRANSCRIPT_DE, Role.TRANSCRIPT),
        (FUNCTIONAL, Role.RESUME),
        (PLAIN_NOHEADS, Role.RESUME),
        (POSTER, Role.OTHER),
        (HOMEWORK, Role.OTHER),
        (CV_GERMAN_LETTER_CV, Role.LETTER_AND_RESUME),
        (ACADEMIC_CV, Role.RESUME),
        ("Sparse codes\nWhat they are\nWhy they work\nQuestions?\n", Role.OTHER),
    ],
)
@pytest.mark.parametrize("name", ["Document1.pdf", "numenta.pdf"])
def test_content_decides(text: str, role: Role, name: str) -> None:
    assert role_of(document(name, text)) is role


@pytest.mark.parametrize(
    ("name", "text", "role"),
    [
        ("cover letter.pdf", RESUME, Role.RESUME),
        ("resume.pdf", LETTER, Role.LETTER),
        ("resume.pdf", TRANSCRIPT, Role.TRANSCRIPT),
        ("transcript.pdf", RESUME, Role.RESUME),
        ("resume.pdf", PAPER, Role.OTHER),
        ("resume.pdf", INVOICE, Role.OTHER),
        (
            "resume.pdf",
            "Ana Ruiz, ana@example.edu\nI like boats, and have sailed since I was nine.\n",
            Role.RESUME,
        ),
        (
            "Document1.pdf",
            "Ana Ruiz, ana@example.edu\nI like boats, and have sailed since I was nine.\n",
            Role.OTHER,
        ),
    ],
)
def test_the_name_only_breaks_ties(name: str, text: str, role: Role) -> None:
    assert role_of(document(name, text)) is role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ruiz_Resume.pdf", Role.RESUME),
        ("CV_2016.pdf", Role.RESUME),
        ("Lebenslauf.pdf", Role.RESUME),
        ("резюме.doc", Role.RESUME),
        ("简历.pdf", Role.RESUME),
        ("Cover Letter.pdf", Role.LETTER),
        ("grades.pdf", Role.TRANSCRIPT),
        ("letter of recommendation.pdf", Role.OTHER),
        ("photo.pdf", Role.OTHER),
        ("civics.pdf", Role.OTHER),
        ("Document1.pdf", Role.OTHER),
    ],
)
def test_a_file_that_cannot_be_read_goes_by_its_name(name: str, role: Role) -> None:
    given = document(name, None, Role.OTHER, "is protected by a password")
    assigned = assigned_to(given)
    assert (assigned.role, bool(assigned.role_reason)) == (role, True)


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("demo.py", "text/x-python", "# experience\nimport random\n\n# education\nskills = 3\n"),
        ("invite.ics", "text/calendar", "BEGIN:VCALENDAR\nSUMMARY:Phone screen with Ana\nEND:VCALENDAR\n"),
        ("ana.vcf", "text/vcard", "BEGIN:VCARD\nFN:Ana Ruiz\nEMAIL:ana@example.edu\nEND:VCARD\n"),
        ("smime.p7s", "application/pkcs7-signature", "binary words"),
    ],
)
def test_files_for_machines(name: str, kind: str, text: str) -> None:
    assert assigned_to(Document(f"attachment:{name}", kind, text)).role is Role.OTHER


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (LETTER, Role.LETTER),
        ("Please find my resume attached. I can start in June.\n", Role.OTHER),
        (
            "Talks\nMay 2014 - June 2014 A\nMay 2015 - June 2015 B\n2014 - 2015 C\n2015 - 2016 D\na@example.com\n",
            Role.OTHER,
        ),
        ("My resume is pasted below.\n\n" + RESUME, Role.RESUME),
        (LETTER + "\n\n" + RESUME, Role.LETTER_AND_RESUME),
    ],
)
def test_the_body(body: str, role: Role) -> None:
    documents = {d.source: d for d in roles.assign(case(body))}
    assert documents["body"].role is role
    assert documents["subject"].role is Role.OTHER


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("EDUCATION", Section.EDUCATION),
        ("## Relevant Coursework", Section.COURSES),
        ("Courses (Example State)", Section.COURSES),
        ("Selected graduate courses", Section.COURSES),
        ("Honors & Awards", Section.AWARDS),
        ("Experience (continued)", Section.EXPERIENCE),
        (r"\section*{Technical Skills}", Section.SKILLS),
        ("Berufserfahrung", Section.EXPERIENCE),
        ("ОБРАЗОВАНИЕ", Section.EDUCATION),
        ("主修课程", Section.COURSES),
        ("Graduate Study", Section.EDUCATION),
        ("Undergraduate", Section.EDUCATION),
        ("Undergraduate Research Assistant", None),
        ("Data Structures", None),
        ("my work.", None),
        ("", None),
    ],
)
def test_headings(line: str, section: Section | None) -> None:
    assert section_of(line) is section


@given(st.text(max_size=600), st.sampled_from(["a.pdf", "resume.pdf", "cover letter.docx"]))
def test_every_document_has_a_role_and_a_reason_and_is_otherwise_the_same(text: str, name: str) -> None:
    given_case = case(text, document(name, text))
    assigned = roles.assign(given_case)
    assert all(d.role_reason for d in assigned)
    assert [replace(d, role=Role.OTHER, role_reason="") for d in assigned] == [
        replace(d, role=Role.OTHER, role_reason="") for d in given_case.documents
    ]


def assigned_to(given_document: Document) -> Document:
    """The document as `assign` gives it back, with a bare mail around it."""
    return roles.assign(case("Please see the attached file.", given_document))[-1]


def role_of(given_document: Document) -> Role:
    """The role that is assigned."""
    return assigned_to(given_document).role
