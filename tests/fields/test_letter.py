"""The cover letter: prose of interest is one, dates, thanks and attachments are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fields import letter
from intake.model import Role, Status
from support.cases import case, document

INTEREST = (
    "I have been reading about hierarchical temporal memory for a year and built a small sequence learner for"
    " bird songs. I want to understand why it forgets so gracefully."
)
WHOLE = f"Ana Ruiz\n12 Elm Street\n\nDear hiring team,\n\n{INTEREST}\n\nSincerely,\nAna Ruiz\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Numenta,\n\n{INTEREST}\n\nMy resume is attached.\n",
        "Hi all,\n\nI fix bikes for a living and study statistics at night. Last winter I used your anomaly code on the"
        " shop's repair log, and it flagged a bad batch of chains. I'd love to learn how it really works.\n",
        "Dear Numenta,\n\nWhat draws me to your work is that it starts from the brain. In my lab we record from songbirds,"
        " and I wrote the pipeline that sorts the spikes.\n",
        "Sehr geehrte Damen und Herren,\n\nin meiner Bachelorarbeit habe ich ein Verfahren zur Erkennung von Anomalien"
        " entwickelt. Besonders interessiert mich, wie das Gehirn aus wenigen Beispielen lernt. Anbei mein Lebenslauf.\n",
        "Madame, Monsieur,\n\nPassionnée par les neurosciences, j'ai développé pendant mon stage un modèle de mémoire"
        " séquentielle. Je souhaite apprendre comment votre équipe construit ses algorithmes. Ci-joint mon CV.\n",
        "Estimados señores:\n\nMe apasiona la inteligencia artificial y he trabajado dos años en un proyecto de detección"
        " de anomalías. Me gustaría aprender de su equipo cómo funciona el cerebro. Adjunto mi currículum.\n",
        "Prezados,\n\nSou apaixonada por neurociência e desenvolvi um projeto de detecção de anomalias na universidade."
        " Gostaria de aprender com a equipe como o cérebro aprende. Segue meu currículo em anexo.\n",
        "您好!\n\n我对人工智能和神经科学非常感兴趣。在本科期间，我参与了异常检测的研究项目，并用Python实现了一个序列记忆模型。"
        "希望能加入贵公司学习。附件是我的简历。\n",
        "Здравствуйте!\n\nЯ давно увлекаюсь нейронауками и написал диплом о разреженных представлениях. В вашей компании"
        " мне интересно понять, как работает последовательная память. Резюме во вложении.\n",
    ],
)
def test_interest_is_a_letter(text: str) -> None:
    found = letter.find(case(text))
    assert found.status is Status.PRESENT
    assert found.source == "body"
    assert found.evidence is not None
    assert found.evidence.quote == text[found.evidence.start : found.evidence.end]
    assert 20 < len(found.evidence.quote) <= 600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Resume attached.\n",
        "Please find attached.\n\nSent from my iPhone",
        "Dear Sir or Madam,\n\nPlease see the enclosed resume for the position named above. I look forward to your reply.\n",
        "Hi,\n\nMy resume is attached. I'm available from June 1 to August 31 and would like to be considered for Software"
        " Engineering. My phone number is 212-555-0133. I look forward to hearing from you.\n\nThanks,\nAna",
        "Hello,\n\nI am applying for the Algorithms internship, summer 2017. I am a US citizen. I have attached my resume"
        " and transcript. Please let me know if you need anything else.\n",
        "Dear Hiring Manager,\n\nI would like to apply for the internship position at Numenta for Summer 2017. Attached"
        " please find my resume, cover letter and a list of relevant course work.\n",
        "Hi Numenta,\n\nI'm interested in the Summer 2017 software engineering internship. Resume attached.\n\nBest,\nJo",
        "Name: Ana Ruiz\nSchool: Example State\nPeriod: summer 2017\nArea: Algorithms\nPhone: 212-555-0133\n",
        "To whom it may concern,\n\nI saw your internship posting on your website and I wish to apply. I will be available"
        " starting in May. My CV is enclosed. Thank you for your time and consideration.\n",
        "Hi there,\n\nI'd like to submit my application for an internship on the engineering team. I can start on June 5"
        " and stay for 12 weeks, full time. I am happy to relocate. References are available upon request.\n",
        "Dear Numenta,\n\nI am a junior at Example State University majoring in Computer Science. Please find my resume"
        " attached for the internship position. I am available from May to August.\n",
        "Sehr geehrte Damen und Herren,\n\nanbei finden Sie meinen Lebenslauf. Ich bewerbe mich hiermit um ein Praktikum"
        " von Juni bis August 2017. Über eine Einladung zu einem Gespräch freue ich mich.\n",
        "Madame, Monsieur,\n\nVeuillez trouver ci-joint mon CV. Je suis disponible de juin à août 2017. Dans l'attente de"
        " votre réponse, je vous prie d'agréer mes salutations distinguées.\n",
        "Estimados señores:\n\nAdjunto mi currículum para las prácticas de verano 2017. Quedo a la espera de su respuesta.\n",
        "Prezados,\n\nSegue em anexo meu currículo para a vaga de estágio. Aguardo retorno.\n",
        "您好，\n\n附件是我的简历，申请2017年夏季算法实习岗位。期待您的回复，谢谢！\n",
        "Здравствуйте!\n\nПрошу рассмотреть мою кандидатуру на стажировку летом 2017 года. Резюме во вложении. Жду ответа.\n",
        "Hi, resending my resume since the last e-mail bounced. Thanks!\n",
    ],
)
def test_what_every_application_says_is_no_letter(text: str) -> None:
    assert letter.find(case(text)).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Hi,\n\nI love what you do with HTM and would like to be part of it. Resume attached.\n",
        "Dear Numenta,\n\nI'm very interested in your research on the neocortex. I'm free June to August.\n",
        "Hello,\n\nI'm a CS junior with experience in Python and C++ and a strong interest in machine learning. I would like"
        " to apply for the Algorithms internship this summer. Please see my attached resume.\n",
    ],
)
def test_one_sentence_is_for_a_person(text: str) -> None:
    found = letter.find(case(text))
    assert (found.status, found.rule) == (Status.UNSURE, "letter.short")
    assert found.reason
    assert found.evidence


@pytest.mark.parametrize(
    ("greeting", "text", "company"),
    [
        ("Dear Initech recruiting team,", "I would bring my work on schedulers to you.", "Initech"),
        (
            "Dear Blue Harbor Analytics Hiring Team:",
            "I wrote a compiler for my thesis.",
            "Blue Harbor Analytics",
        ),
        (
            "Dear Globex,",
            "I have always wanted to build boats, and I hope to work for Globex one day.",
            "Globex",
        ),
        (
            "Dear hiring manager,",
            "I am applying for the analyst internship at Initech because I like graphs.",
            "Initech",
        ),
    ],
)
def test_form_letter_to_another_company(greeting: str, text: str, company: str) -> None:
    more = "I built a bus tracker that two thousand people use, and I enjoy finding out why it fails."
    found = letter.find(case(f"{greeting}\n\n{text} {more}\n\nSincerely,\nAna Ruiz\n"))
    assert (found.status, found.reason) == (Status.UNSURE, f"is addressed to {company}")


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Numenta team,",
        "Dear hiring team,",
        "Dear Sarah,",
        "Dear Dr. Wheeler,",
        "Dear Matt and team,",
        "Hi Jeff & team,",
        "Dear Software Engineering team,",
        "Dear Summer 2017 internship committee,",
        "To whom it may concern,",
        "Hello,",
    ],
)
def test_greetings_that_name_no_company(greeting: str) -> None:
    text = (
        f"{greeting}\n\nI built a bus tracker that two thousand people use, and I enjoy finding out why it fails."
        " Last summer I worked at Initech on graphs, and I want to learn how brains do it.\n"
    )
    assert letter.find(case(text)).status is Status.PRESENT


def test_a_letter_file_wins_over_a_bare_mail() -> None:
    found = letter.find(
        case("Please find my documents attached.", document("letter.pdf", WHOLE, Role.LETTER))
    )
    assert (found.status, found.source) == (Status.PRESENT, "attachment:letter.pdf")


def test_the_fuller_of_two_letters_is_quoted() -> None:
    longer = (
        f"Dear Numenta,\n\n{INTEREST} In my lab I wrote the tools that everybody uses, and I like to teach.\n"
    )
    found = letter.find(case(longer, document("letter.pdf", WHOLE, Role.LETTER)))
    assert found.source == "body"


def test_the_letter_in_a_file_with_a_resume() -> None:
    resume = "EDUCATION\nExample State, B.S. 2014 - 2018\nEXPERIENCE\nInitech, intern, May 2016 - Aug 2016\n"
    text = f"{WHOLE}\n{resume}ana@example.edu\n"
    found = letter.find(case("", document("all.pdf", text, Role.LETTER_AND_RESUME)))
    assert found.evidence is not None
    assert "temporal memory" in found.evidence.quote
    assert "EDUCATION" not in found.evidence.quote


@pytest.mark.parametrize(
    ("body", "name", "role", "problem"),
    [
        ("Please see the attachments.", "cover letter.pdf", Role.LETTER, "is protected by a password"),
        ("My cover letter and resume are attached.", "scan.pdf", Role.OTHER, "is a scan"),
    ],
)
def test_a_letter_that_cannot_be_read(body: str, name: str, role: Role, problem: str) -> None:
    found = letter.find(case(body, document(name, None, role, problem)))
    assert found.status is Status.UNSURE
    assert found.reason is not None
    assert name in found.reason
    assert problem in found.reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("My cover letter and resume are attached.", "says that a cover letter is attached, but nothing is"),
        ("I will send my cover letter next week.", None),
        ("Resume attached.", None),
    ],
)
def test_what_the_mail_says_of_a_missing_letter(body: str, reason: str | None) -> None:
    found = letter.find(case(body))
    assert (found.status, found.reason) == (Status.MISSING, reason)


def test_a_bracket_of_the_page_is_not_the_applicants() -> None:
    pasted = (
        "Numenta's technical interns will get exposure to all aspects of HTM learning algorithms and our streaming"
        " analytics platform. The commitment is for 3 to 4 months, full time."
    )
    found = letter.find(
        case("", document("letter.pdf", f"Dear Numenta,\n\n{pasted}\n\nSincerely,\nAna\n", Role.LETTER))
    )
    assert found.status is not Status.PRESENT


@given(st.text(max_size=400))
def test_any_text_gives_a_finding_whose_quote_stands_there(text: str) -> None:
    found = letter.find(case(text))
    if found.evidence is not None:
        assert text[found.evidence.start : found.evidence.end] == found.evidence.quote
    assert (found.status is Status.PRESENT) <= (found.evidence is not None)
    assert (found.status is Status.UNSURE) <= bool(found.reason)
