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
