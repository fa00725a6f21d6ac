"""The kind of a mail: tables of invented mails, each with what it must be called."""
# ruff: noqa: E501  # one mail a line

from __future__ import annotations

import pytest

from fields.mails_of_each_kind import MAILS, Mail
from fields.mails_worded_otherwise import WORDED
from intake.fields import kind
from intake.model import Kind, Role
from support.mails import RESUME, Files, case_of

PRESS_ON = "I study computer science at Fairview State and spend my evenings on a small robot that maps our corridor. "
LONG = PRESS_ON + (
    "It runs on a board with very little memory, so I have become careful about what is worth keeping. When I read how "
    "your models learn from a stream without being trained again, it was the first explanation of memory that would fit "
    "on my robot. I rebuilt the encoder from the paper in an afternoon and broke it the next morning. "
)
ZIP: Files = {"documents.zip": (Role.OTHER, None)}
PDF: Files = {"resume_ruiz.pdf": (Role.OTHER, None)}
LETTER_AND_RESUME: Files = {"ruiz.pdf": (Role.LETTER_AND_RESUME, "Dear team, ...\n\nAna Ruiz\nEducation")}

APPLICATIONS = [
    ("Internship", LONG + "I would like to apply for the algorithms internship this summer. My resume is attached.", RESUME),
    ("Summer internship", "Hi, please see my attached resume for the summer position. Thanks, Ana", RESUME),
    ("hello", LONG + "Could I come from June to August? My CV is attached.", RESUME),
    ("Application", "", LETTER_AND_RESUME),
    ("Application Ana Ruiz", "Please find everything in the zip.", ZIP),
    ("internship", "My resume is attached, I hope the file opens this time. I'd love to work with you next summer!", PDF),
    ("Algorithms intern", LONG + "I am applying for the algorithms area. Is there a form to fill in as well? When do you decide?", RESUME),
    ("Interested in your work", LONG + "Resume attached. Let me know if you need anything else!", RESUME),
    ("Software engineering internship", "I'm applying for software engineering. " + LONG + "Please find my resume attached.", {}),
    ("Intern", LONG + "I'd love to intern with you next spring. My resume: https://files.example.com/ruiz-resume.pdf", {}),
    ("internship", "Please consider me for an internship in the fall. " + LONG, {}),
    ("Bewerbung um ein Praktikum", "Sehr geehrte Damen und Herren,\n\nhiermit bewerbe ich mich um ein Praktikum. Anbei mein Lebenslauf.", RESUME),
    ("Candidature", "Bonjour,\n\nje souhaite postuler pour un stage cet été. Vous trouverez mon CV ci-joint.", RESUME),
    ("Solicitud de prácticas", "Estimados señores:\n\nme gustaría solicitar unas prácticas. Adjunto mi currículum.", RESUME),
    ("实习申请", "您好，我想申请暑期实习，简历见附件。", RESUME),
    ("Internship", "My son tells me I should write sooner. " + LONG + "I'd like to apply. My resume is attached.", RESUME),
    ("internship", LONG + "I applied last year and did not get a place; I would like to apply again. Resume attached.", RESUME),
    ("Re: Internships at Numenta - tell your students", LONG + "I would like to apply for summer. My resume is attached.", RESUME),
    ("Summer", LONG + "I will be on vacation from December 20 to January 3. I am applying for summer. Resume attached.", RESUME),
    ("Internship", LONG + "At my last job I managed our clients and our platform, and we built our services in Go. "
     "I would like to apply for software engineering; my resume is attached.", RESUME),
    ("Résumé for summer internship", "Hi! Attached. Ana", RESUME),
    ("intern", LONG + "Before applying to graduate school I want to try research, so I am applying for an internship. CV attached.", RESUME),
    ("Candidacy", "Kindly find enclosed my letter of application and my resume.", RESUME),
    ("Interning", "I'm a PhD student in New Jersey and would like to be an algorithms intern. My favourite quote is from your blog.\n\n"
     "Courses so far: Intro to Programming, Data Structures, Web Design", ""),
    ("Application", LONG + "I'd like to be considered for both areas. As requested on your page, my courses are listed in the resume.", RESUME),
]  # fmt: skip

QUESTIONS = [
    ("Question", "Hi, do you still have openings for next summer?"),
    ("internship", "hey are you guys taking sophomores? also is it paid"),
    ("Internship question", PRESS_ON + "Before I apply I would like to know whether F-1 students are eligible. Thanks, Ana"),
    ("Summer 2017", "When do you start accepting applications for summer 2017? I'd like to apply."),
    ("NuPIC for my thesis", "I write my thesis from February to June 2017 and had courses in Machine Learning and Statistics."
     " Is it allowed to publish it with my code? I'm not looking for a position, I have one."),
    ("internships", "Hello,\n\nis it possible to do the internship remotely? I am a junior in physics.\n\nThanks"),
    ("Deadline?", "What is the deadline for the fall? I will send my resume and cover letter next week."),
    ("Housing", "Do interns get help with housing, and is the summer internship full time?"),
    ("Eligibility", "I am a Canadian citizen. Am I eligible to apply for an internship with you? And can I apply for both areas?"),
    ("Your internships", "Hi, my daughter is a sophomore in computer science. Does she need a cover letter to apply? She is shy."),
    ("for our students", "I am the internship coordinator at Fairview State. Could we post your internship on our job board? "
     "Our students would like to know the deadline."),
    ("students", "Dear colleagues, several of my students are interested in your summer internship. Should they write to this address?"),
    ("Praktikum", "Guten Tag, gibt es bei Ihnen auch im Winter Praktikumsplätze? Ich habe eine Frage zur Dauer."),
    ("prácticas", "Hola, ¿aceptan estudiantes de México para las prácticas de verano?"),
    ("实习", "您好，请问你们还招暑期实习生吗？"),
    ("high school", "I'm in 11th grade and love neuroscience. Can high school students intern with you over the summer?"),
    ("Question about how to apply", "Hello, how do I apply? Do I send the resume here or is there a form?"),
    ("visa", "I was wondering if you sponsor visas for interns. I plan to apply in the fall."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "files"), APPLICATIONS)
def test_somebody_who_applies(subject: str, body: str, files: Files) -> None:
    assert _kind(body, subject=subject, files=files) is Kind.APPLICATION


@pytest.mark.parametrize(("subject", "body"), QUESTIONS)
def test_somebody_who_only_asks(subject: str, body: str) -> None:
    assert _kind(body, subject=subject) is Kind.QUESTION


THREAD = {"In-Reply-To": "<1@numenta.com>", "References": "<1@numenta.com>"}
QUOTE = "\n\nOn Mon, Nov 7, 2016 at 9:02 AM, Numenta Internships <interns@numenta.com> wrote:\n> Hi Ana,\n> thank you for your application. Could you send us your resume?\n"
FOLLOW_UPS = [
    ("change of dates (I applied in October)", "I sent you my application in October. Could you please put me down for June 5 to"
     " September 1, 2017 instead? No other changes.", {}, {}),
    ("Re: Your application", "Sorry, here it is." + QUOTE, RESUME, THREAD),
    ("Re: Your application", "From June 5 to August 25. Algorithms, please." + QUOTE, {}, THREAD),
    ("Re: Internship", "My courses are Linear Algebra, Operating Systems and Statistics." + QUOTE, {}, THREAD),
    ("Missing resume", "Hi, I applied yesterday and forgot to attach my resume. Here it is. Ana", RESUME, {}),
    ("Correction", "In the application I sent on Monday I wrote the wrong dates: it should be June 12 to September 1. Ana", {}, {}),
    ("updated resume", "Hello, please use this resume instead of the one I sent last week. Thanks!", RESUME, {}),
    ("my application", "An update on my application: I have accepted an offer elsewhere, so please withdraw my application. Thank you!", {}, {}),
    ("Transcript", "Hi again, as promised in my application of October 3, here is my transcript.",
     {"transcript.pdf": (Role.TRANSCRIPT, "Fall 2015 CS 101 A")}, {}),
    ("Re: Internship application", "Thanks for your quick reply! As you asked, my cover letter is attached.",
     {"letter.txt": (Role.LETTER, "Dear Numenta, ...")}, THREAD),
    ("Re: application", "I just noticed that the phone number in my resume is old. My new number is 614-555-0123." + QUOTE, {}, THREAD),
    ("Addendum to my application", "Dear team, I would like to add that I have since finished the machine learning course.", {}, {}),
    ("Re: your application", "Would September to December be possible instead? My exam has been moved and June no longer works." + QUOTE, {}, THREAD),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "files", "headers"), FOLLOW_UPS)
def test_mail_that_belongs_to_an_earlier_one(
    subject: str, body: str, files: Files, headers: dict[str, str]
) -> None:
    assert _kind(body, subject=subject, files=files, headers=headers) is Kind.FOLLOW_UP


ANSWERS = [
    ("Re: Your application", "Thank you for letting me know, and good luck with the summer!" + QUOTE, Kind.OTHER),
    ("Re: Your application", "Thanks for the reply. One more question: is housing provided?" + QUOTE, Kind.QUESTION),
    ("Re: Your question", LONG + "Thank you for your answer! So I would like to apply for summer. My resume is attached.", Kind.APPLICATION),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "expected"), ANSWERS)
def test_answers_are_told_apart(subject: str, body: str, expected: Kind) -> None:
    files = RESUME if expected is Kind.APPLICATION else {}
    assert _kind(body, subject=subject, files=files, headers=THREAD) is expected


def test_a_question_after_an_application_is_a_question() -> None:
    body = "Hello, I applied three weeks ago and have not heard back. Could you tell me the status of my application?"
    assert _kind(body) is Kind.QUESTION


AUTOMATIC = [
    ("Re: Numenta", "I am away until Monday.", {"Auto-Submitted": "auto-replied"}),
    ("Internship", "I would like to apply. Resume below.", {"Auto-Submitted": "auto-replied (vacation)"}),
    ("Automatic reply: Internship", "I am travelling and will answer next week.", {}),
    ("Out of Office: your mail", "Back on Tuesday.", {}),
    ("Abwesenheitsnotiz: Praktikum", "Ich bin bis zum 3. Juni im Urlaub.", {}),
    ("Réponse automatique : stage", "Je suis absent jusqu'au 3 juin.", {}),
    ("Respuesta automática: prácticas", "Estoy fuera de la oficina.", {}),
    ("自动回复: 实习", "我正在休假。", {}),
    ("Re: internships", "I am out of the office until May 3 with limited access to email. For urgent matters contact Jo.", {}),
    ("Delivery Status Notification (Failure)", "Your message could not be delivered to x@example.edu.", {"From": "Mail <mailer-daemon@example.com>"}),
    ("Undeliverable: Your application", "Delivery has failed to these recipients.", {"From": "postmaster@example.edu"}),
    ("Weekly digest", "Ten new jobs. You are receiving this because you subscribed. Unsubscribe here.", {"Precedence": "bulk"}),
    ("AI weekly newsletter", "View this email in your browser. News. Manage your preferences or unsubscribe here.", {"List-Unsubscribe": "<https://x.example.com>"}),
    ("[ml-list] CFP: workshop on sequence learning", "Students may apply for travel grants.", {"List-Id": "<ml.lists.example.org>"}),
    ("2 new applicants for Intern", "Your job has new applicants. Log in to review.", {"From": "Board <no-reply@board.example.com>"}),
    ("Accepted: Phone screen", "Ana has accepted.", {"From": "Cal <calendar-notification@example.com>"}),
    ("We got your request", "This is an automated message. Your ticket 4711 has been received.", {}),
    ("Read: application", "", {"Content-Type-Report": "", "Auto-Submitted": "auto-generated"}),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "headers"), AUTOMATIC)
def test_mail_of_machines(subject: str, body: str, headers: dict[str, str]) -> None:
    headers = dict(headers)
    sender = headers.pop("From", "Ana Ruiz <ana.ruiz@example.edu>")
    assert _kind(body, subject=subject, sender=sender, headers=headers) is Kind.AUTOMATIC


BODY = LONG + "I would like to apply for summer. My resume is attached."
NOT_AUTOMATIC = [
    {"Auto-Submitted": "no"},
    {
        "List-Id": "Internships <interns.numenta.com>",
        "Precedence": "list",
        "List-Unsubscribe": "<mailto:x@numenta.com>",
    },
    {"Precedence": "bulk"},
    {"X-Auto-Response-Suppress": "DR, OOF, AutoReply"},
    {"X-Auto-Response-Suppress": "All"},
    {"Auto-Submitted": "auto-generated"},  # a careers form that mails what somebody sent
]


@pytest.mark.parametrize("headers", NOT_AUTOMATIC)
def test_an_applicants_documents_count_for_more_than_how_the_mail_travelled(headers: dict[str, str]) -> None:
    assert _kind(BODY, files=RESUME, headers=headers) is Kind.APPLICATION


def test_a_form_that_mails_for_a_person() -> None:
    headers = {"Reply-To": "Ana Ruiz <ana.ruiz@example.edu>"}
    assert _kind(BODY, sender="Careers <no-reply@forms.example.com>", headers=headers) is Kind.APPLICATION


OTHERS = [
    ("Engineers at once", "Hello,\n\nhiring is hard. We keep a bench of vetted Java engineers who can start within two weeks, at rates from"
     " $40 an hour. Who looks after contract hiring at Numenta? I'd be glad of an introduction.\n\nKim\nVP Sales", {}),
    ("Weather in the valley", "Snow lies on the upper meadows since Tuesday, and the pass stays shut until the ploughs have gone over it"
     " twice. Sledges stand at the lower station. The pictures of the valley from last winter are at https://weather.example.org/pictures,"
     " where the depth of the snow is shown for each hut by the hour. Whoever walks up should carry water, as the well near the chapel has"
     " frozen, and should be down again by four, when fog comes over the ridge.", {}),
    ("Re: window manager", "The focus jumps when a second window opens above the first. It happens with the version from Tuesday and not with the"
     " one before it; the log shows nothing, and the others on the list see the same thing on their machines.", {}),
    (
        "Recommendation for Ben Okafor",
        "I am happy to recommend Ben Okafor, who tells me that he has applied for a co-op with your Algorithms group"
        " from January to April. He was my student in Numerical Analysis, and his questions were the best of the year.",
        {},
    ),
    (
        "Candidate for your software opening",
        "I'm representing an exceptional senior engineer (resume attached, contact details through us please). He is"
        " interviewing with two other companies. Our standard fee is 20% of the first year's compensation.",
        RESUME,
    ),
    ("Re: Internship - Java developers", "Hi, our company has 40 senior developers on the bench. We can send you profiles "
     "within a day; our rates start at $18/hr. Can we schedule a call?", {}),
    ("Intern candidates", "Hello, I represent a staffing agency and have three candidates for your internship. Our fee is 15%. "
     "Attached is a CV.", RESUME),
    ("Re: your internship positions", "Are you still reading resumes by hand? Our agency has vetted Java engineers who can start this summer.", {}),
    ("Quick question", "Would you be open to a quick call about our payroll platform? We help companies save money.", {}),
    ("Re: your internship", "Hello,\n\nthank you for letting me know that the position is filled. I wish you all the best and hope"
     " to apply again next year.\n\nKim", {}),
    ("thank you", "Thank you for a really good summer. The poster is up on my wall. If next year's algorithms interns have"
     " questions on the benchmark, please give them my address.\n\nKim", {}),
    ("Survey of internship programs - invitation", "The Career Studies Center is publishing its yearly guide to internships. We'd"
     " like to include Numenta's internships for summer 2017 at no charge. Our editors will copy the text from your page.", {}),
    ("Guest post", "I love your blog! We offer backlinks and a free trial of our SEO software.", {}),
    ("Story on interns", "I'm a reporter for the Fairview Courier and I'm working on a story about internships. My deadline is Friday.", {}),
    ("Re: Your application", "Thanks a lot for considering me. All the best!", {}),
    ("Dear friend", "You have won the lottery. Send your bank details to claim your inheritance.", {}),
    ("lunch", "See you at noon.", {}),
    ("", "", {}),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "files"), OTHERS)
def test_mail_that_has_nothing_to_do_with_applying(subject: str, body: str, files: Files) -> None:
    headers = THREAD if subject.startswith(("Re: Your", "Re: window")) else {}
    assert (
        _kind(body, subject=subject, files=files, headers=headers, sender="Kim Lot <kim@example.net>")
        is Kind.OTHER
    )


@pytest.mark.parametrize(
    ("to", "headers", "expected"),
    [
        ("interns@numenta.com", {}, Kind.APPLICATION),
        ("Interns <Interns+2017@Numenta.com>", {}, Kind.APPLICATION),
        ("jobs@example.org", {"Cc": "interns@numenta.com"}, Kind.APPLICATION),
        ("jobs@example.org", {"Delivered-To": "interns@numenta.com"}, Kind.APPLICATION),
        ("", {}, Kind.APPLICATION),
        ("undisclosed-recipients:;", {}, Kind.APPLICATION),
        ("jobs@example.org", {}, Kind.OTHER),
    ],
)
def test_only_mail_to_the_programme_counts(to: str, headers: dict[str, str], expected: Kind) -> None:
    assert _kind(BODY, to=to, headers=headers, files=RESUME) is expected


def test_the_organisations_own_mail_is_no_application() -> None:
    assert (
        _kind("Who takes care of the interns this week?", sender="Lee Park <lee@numenta.com>") is Kind.OTHER
    )


def test_words_that_decided_are_quoted() -> None:
    case = case_of("Hello,\n\nI would like to apply for the summer internship. " + LONG)
    found = kind.find(case)
    assert found.evidence is not None
    assert "would like to apply" in found.evidence.quote
    body = next(d for d in case.documents if d.source == found.evidence.source)
    assert body.text is not None
    assert body.text[found.evidence.start : found.evidence.end] == found.evidence.quote


@pytest.mark.parametrize(
    ("expected", "mail"), [(kind_, mail) for kind_, mails in MAILS.items() for mail in mails]
)
def test_mails_of_each_kind(expected: Kind, mail: Mail) -> None:
    subject, body, files, headers = mail
    headers = dict(headers)
    sender = headers.pop("From", "Ana Ruiz <ana.ruiz@example.edu>")
    assert _kind(body, subject=subject, files=files, headers=headers, sender=sender) is expected


@pytest.mark.parametrize(("expected", "subject", "body", "files", "headers"), WORDED)
def test_mails_that_are_worded_otherwise(
    expected: Kind, subject: str, body: str, files: Files, headers: dict[str, str]
) -> None:
    sender = "Kim Lot <kim@example.net>"
    assert _kind(body, subject=subject, files=files, headers=headers, sender=sender) is expected


def _kind(body: str, **rest: object) -> Kind:
    found = kind.find(case_of(body, **rest))  # type: ignore[arg-type]
    assert found.rule.startswith("kind/")
    assert found.reason
    return Kind(str(found.value))
