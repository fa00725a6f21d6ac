"""The cover letter: prose of interest is one, dates, thanks and attachments are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields.letters_in_many_voices import DOUBTFUL, FORMALITIES, LETTERS
from intake.fields import letter, roles
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
        (
            "Dear Numenta,\n\nI grew up on a farm, and nothing taught me more about noisy time series than a "
            "herd of goats. For three summers I logged their temperatures with sensors that I soldered "
            "myself. When I found your anomaly detection code I ran it on the logs the same night, and it "
            "pointed at the week the vet came. I'd be happy to show you the plots.\n\nI can be there from "
            "June to August.\n\nMaya"
        ),
        (
            "Hi,\n\nTwo years ago I dropped a physics PhD because I could not stand another particle. Since "
            "then I've been teaching myself neuroscience from books, writing toy models, and annoying my "
            "friends. Numenta is the only company I know of where annoying people about cortical columns is "
            "the job description. Please let me do it professionally.\n\nResume attached. Summer 2017 works.\n\n"
            "Ole"
        ),
        (
            "Dear hiring committee,\n\nYour company's mission to reverse engineer the neocortex aligns with "
            "my academic goals. As a research assistant in Prof. Example's lab I developed Python tools for "
            "EEG analysis. I believe that my skills in machine learning and signal processing would make me "
            "a strong contributor to your team. I am particularly excited about the open source nature of "
            "NuPIC.\n\nSincerely,\nAna"
        ),
        (
            "Respected Sir,\n\nMyself Rohan, pursuing M.Tech at Example Institute. I am having keen interest "
            "in machine learning and brain inspired computing. I did project on anomaly detection in "
            "network traffic using LSTM. I wish to gain practical exposure in HTM under your guidance.\n\n"
            "Thanking you\nRohan"
        ),
        (
            "Dear Numenta Team,\n\nPlease consider my application for the Software Engineering internship. I "
            "am drawn to your company because you publish your research code. At Initech I maintained a "
            "data ingestion service written in Java, which handled 3 TB a day. I would welcome the chance "
            "to bring that experience to your streaming platform.\n\nThank you,\nGreta"
        ),
        (
            "Bonjour,\n\nJe suis étudiante en master d'intelligence artificielle à Exempleville. Depuis un "
            "an, je lis vos articles sur la mémoire temporelle et j'ai programmé un petit modèle en Python "
            "pour mon mémoire. J'aimerais comprendre comment il se comporte sur de vraies données. Mon CV "
            "est joint.\n\nCamille"
        ),
        (
            "Hallo Numenta-Team,\n\nich studiere Informatik im fünften Semester. Auf Ihr Projekt bin ich "
            "durch das Buch von Jeff Hawkins gestoßen, das mich so gefesselt hat, dass ich NuPIC auf meinem "
            "Laptop installiert und an den Stromdaten unserer WG ausprobiert habe. Ich würde gern "
            "verstehen, warum es den Kühlschrank so früh erkannt hat.\n\nViele Grüße, Jan"
        ),
        (
            "Gentili Signori,\n\nsono una studentessa di ingegneria informatica. Mi interessa molto il "
            "funzionamento della corteccia e per la tesi ho sviluppato un algoritmo di apprendimento di "
            "sequenze. Vorrei lavorare con voi per capire meglio la memoria temporale. In allegato il mio "
            "CV.\n\nCordiali saluti,\nGiulia"
        ),
        (
            "尊敬的招聘负责人：\n\n您好！我是示例大学的研究生，研究方向是计算神经科学。去年读了《人工智能的未来》之后，我对HTM理论产生了浓厚的兴趣，并用Java复现了时序"
            "记忆算法。我希望在贵公司的算法组实习，进一步研究序列学习。\n\n此致\n敬礼\n李例"
        ),
        (
            "To Numenta,\n\nI'm the person who filed the nupic.core issue about 32-bit builds in April. I "
            "have since fixed it and three others. It would be great to do this full time for a while, near "
            "people who can tell me why things are the way they are.\n\n-- \nKim"
        ),
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
        (
            "Hello Numenta Team,\n\nI hope this email finds you well. I am writing to apply for the Summer "
            "2017 Software Engineering internship at Numenta. I have attached my resume and cover letter "
            "for your review. I am currently a junior at Example State University and I will be available "
            "from May 15 to August 18, 2017.\n\nThank you for your consideration.\n\nBest,\nAna"
        ),
        (
            "Dear Sir/Madam,\n\nI am interested in doing an internship in your esteemed organization in the "
            "summer of 2017. Kindly find my resume attached. I request you to kindly consider my "
            "application.\n\nThanking you,\nYours faithfully,\nR. Sharma"
        ),
        (
            "hey, saw you guys are hiring interns. resume attached. im free all summer. call me 555-0133\n\n"
            "Jake"
        ),
        (
            "Dear Numenta,\n\nAs discussed at the career fair yesterday, here is my resume. I would be "
            "available between September and December 2016. I am open to either area.\n\nIt was great meeting "
            "you!\n\nLena"
        ),
        (
            "Good morning,\n\nMy name is Chris Doe. I am a graduate student in Electrical Engineering at "
            "Example Tech. I am looking for an internship for Fall 2016. My resume and transcript are "
            "attached with this email. I am an international student on F-1 visa and I am eligible for CPT. "
            "I would appreciate any opportunity.\n\nChris"
        ),
        (
            "Dear recruiting team,\n\nplease find enclosed my application for an internship in the area of "
            "software engineering. My earliest start date is March 1. For further information please do not "
            "hesitate to contact me at any time.\n\nSincerely,\nM. Muster"
        ),
        (
            "Hi, here's the updated version of my resume, the last one had a typo in the phone number. "
            "Thanks! Ana"
        ),
        (
            "Dear Numenta,\n\nI'm pleased to submit my application materials for the Algorithms internship. "
            "Included are a cover letter, a resume and a list of relevant course work, as described on your "
            "website. Please contact me if the files do not open.\n\nSincerely,\nAna Ruiz"
        ),
        (
            "Здравствуйте,\n\nменя зовут Пётр, я студент третьего курса. Хочу подать заявку на стажировку. "
            "Моё резюме приложено к письму. Могу приехать с июня по август.\n\nПётр"
        ),
        (
            "Bonjour,\n\nJe m'appelle Luc et je suis étudiant en informatique à l'Université d'Exempleville. "
            "Je postule pour le stage d'été 2017. Mon CV est en pièce jointe.\n\nCordialement,\nLuc"
        ),
        (
            "Guten Tag,\n\nmein Name ist Jan Beispiel und ich studiere Informatik an der TU Musterstadt. Ich "
            "möchte mich für das Praktikum im Sommer 2017 bewerben. Mein Lebenslauf befindet sich im "
            "Anhang.\n\nViele Grüße\nJan"
        ),
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


@pytest.mark.parametrize(
    "text",
    [
        "I want to apply what I learned during my internship at Initech.",
        "My interest in time series began in an internship at Initech.",
        "I would like to work at the border of two fields.",
        "I study at Example State and want to work with streams.",
    ],
)
def test_places_that_are_not_asked_for(text: str) -> None:
    more = "I built a bus tracker that two thousand people use, and I enjoy finding out why it fails."
    assert letter.find(case(f"Hello,\n\n{text} {more} It taught me to measure.\n")).status is Status.PRESENT


def test_an_address_block_says_whom_a_letter_is_for() -> None:
    text = (
        "Numenta, Inc.\nRedwood City\n\nDear hiring manager,\n\nI am applying for an internship at Initech's old"
        f" building. {INTEREST.replace('hierarchical temporal memory', 'brains')}\n\nSincerely,\nAna\n"
    )
    assert letter.find(case("", document("letter.pdf", text, Role.LETTER))).status is Status.PRESENT


def test_the_letter_above_a_pasted_resume() -> None:
    resume = (
        "EDUCATION\nExample State, 2014 - 2018\nEXPERIENCE\nInitech, May 2016 - Aug 2016\nana@example.edu\n"
    )
    body = f"{INTEREST}\n\nANA RUIZ\n{resume}"
    given_case = case(body)
    found = letter.find(replace(given_case, documents=roles.assign(given_case)))
    assert found.evidence is not None
    assert (found.status, found.evidence.quote) == (Status.PRESENT, INTEREST)


@pytest.mark.parametrize(
    "text",
    [
        "Szanowni Państwo,\n\nod dwóch lat zajmuję się sieciami neuronowymi i napisałem pracę o wykrywaniu anomalii w danych"
        " z autobusów. Chciałbym dowiedzieć się, jak mózg uczy się z tak małej liczby przykładów.\n",
        "はじめまして。私は例大学の修士課程で計算論的神経科学を研究しています。昨年、御社の論文を読み、時系列の学習モデルを"
        "自分で実装しました。その仕組みをもっと深く理解したいと思い、応募いたしました。\n",
    ],
)
def test_other_languages_are_for_a_person(text: str) -> None:
    found = letter.find(case(text))
    assert (found.status, found.rule) == (Status.UNSURE, "letter.language")


def test_a_form_that_was_not_filled_in() -> None:
    found = letter.find(case(f"Dear Numenta,\n\nI want to work for [Company Name]. {INTEREST}\n"))
    assert (found.status, found.reason) == (Status.UNSURE, "is addressed to [Company Name]")


def test_a_letter_file_that_says_little() -> None:
    text = "Dear Numenta,\n\nI would like to apply for the internship.\n\nSincerely,\nAna\n"
    found = letter.find(case("", document("cover letter.pdf", text, Role.LETTER)))
    assert (found.status, found.rule) == (Status.UNSURE, "letter.short")


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


@pytest.mark.parametrize("text", LETTERS)
def test_letters_in_many_voices(text: str) -> None:
    assert letter.find(case(text)).status is Status.PRESENT


@pytest.mark.parametrize("text", DOUBTFUL)
def test_stories_with_few_known_words_are_never_called_missing(text: str) -> None:
    assert letter.find(case(text)).status in (Status.PRESENT, Status.UNSURE)


@pytest.mark.parametrize("text", FORMALITIES)
def test_formalities_are_no_letter_however_many(text: str) -> None:
    assert letter.find(case(text)).status in (Status.MISSING, Status.UNSURE)
