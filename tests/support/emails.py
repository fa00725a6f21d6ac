"""The emails of fixtures/emails, written from a few words each; `python tests/golden.py --mails` writes the files.

Each shows one thing that an application mailbox meets; `EMAILS` names it. People, schools and numbers are
invented (example domains, 555-01xx).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email import message_from_string, policy
from email.message import EmailMessage

from support import files, people

TO = "interns@numenta.com"
Attached = tuple[str, str, bytes]  # name, MIME type, content

PDF = "application/pdf"
UNWRITTEN = ("Content-Type", "Content-Transfer-Encoding", "MIME-Version")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def mail(
    number: int,
    sender: str,
    subject: str,
    body: str,
    *attached: Attached,
    day: str = "Thu, 03 Nov 2016 10:15:00 -0500",
    to: str = TO,
    html: str | None = None,
    answers: int | None = None,
    **headers: str,
) -> EmailMessage:
    """One email; `number` makes its Message-ID, `answers` the one it replies to."""
    message = EmailMessage()
    message["Delivered-To"] = to
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = day
    message["Message-ID"] = message_id(number)
    if answers is not None:
        message["In-Reply-To"] = message_id(answers)
        message["References"] = message_id(answers)
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if body or html is None:
        message.set_content(body, cte="quoted-printable" if not body.isascii() else "7bit")
    if html is not None:
        add = message.add_alternative if body else message.set_content
        add(html, subtype="html")
    for name, kind, content in attached:
        main, sub = kind.split("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    for at, part in enumerate(p for p in message.walk() if p.is_multipart()):
        part.set_boundary(f"=_{number:04d}_{at}")
    return message


def message_id(number: int) -> str:
    """The Message-ID of an email of the fixtures."""
    return f"<fixture-{number:04d}@example.edu>"


ANA = "Ana Ruiz <ana.ruiz@lakeside.example.edu>"
BEN = "Ben Okonkwo <ben.okonkwo@prairie.example.edu>"
CHLOE = "Chloe Martin <chloe.martin@riverside.example.edu>"
DEV = "Dev Patel <dev.patel@example.org>"
EVA = "Eva Lindholm <eva.lindholm@northfield.example.edu>"
FRED = "Fred Castellan <fred.castellan@example.com>"

PHONES = {
    ANA: "555-0101",
    BEN: "555-0102",
    CHLOE: "555-0103",
    DEV: "555-0104",
    EVA: "555-0105",
    FRED: "555-0106",
}


@dataclass(frozen=True)
class Person:
    """Somebody whose mail is worded like that of `model`, with a name, an address and a telephone of their own."""

    model: str
    name: str
    phone: str

    @property
    def sender(self) -> str:
        """Name and address, as a From header has them."""
        return self.own(self.model)

    def own(self, text: str) -> str:
        """A text of the model as this person's."""
        theirs = self.model.partition(" <")[0]
        pairs = [(theirs, self.name), (theirs.upper(), self.name.upper()), (PHONES[self.model], self.phone)]
        pairs += [(theirs.lower().replace(" ", mark), self.name.lower().replace(" ", mark)) for mark in ".-"]
        for old, new in pairs:
            text = text.replace(old, new)
        return text


SHORT_CHLOE = """\
Hello,

I study cognitive science at Riverside University in Portland, Oregon, and I would
love to work on {area} with you. In our lab I watch people learn sequences, and they
forget in an order that none of our models predicts; HTM is the first theory that made
me expect it. I wrote my own small sequence memory in R to check, and it forgets like
our participants do.

{rest}

Chloe Martin
(503) 555-0103
"""

LETTER_DEV = """\
Hi Numenta,

I'm a senior in software engineering at Hilltop Institute of Technology in Denver and I'm
applying for the Software Engineering internship, {when}.

I build things that many people lean on at the same moment: my bus tracker has 2,000 users
and all of them open it when it snows. Your stream of anomalies is the part I am missing,
because today I learn of a broken bus from angry mail. I have read the source of your HTTP
API, fixed a typo in its documentation, and would like to go deeper.

{rest}

Dev Patel
555-0104
"""


def _shorten(text: str, part: float) -> bytes:
    whole = files.pdf(text)
    return whole[: int(len(whole) * part)]


def complete() -> EmailMessage:
    """All five items: letter in the body, resume with course work as PDF."""
    resume = ("Ana_Ruiz_Resume.pdf", PDF, files.pdf(people.RESUME_ANA))
    return mail(1, ANA, "Algorithms internship, summer 2017 - Ana Ruiz", people.LETTER_ANA, resume)


def letter_docx() -> EmailMessage:
    """The letter is a Word file and alone names period and area."""
    return mail(
        2, BEN, "Internship application", "Please find my letter and resume attached.\n\nBen Okonkwo\n",
        ("Cover Letter.docx", DOCX, files.word(people.LETTER_BEN)),
        ("Okonkwo_Resume.pdf", PDF, files.pdf(people.RESUME_BEN)),
        day="Thu, 02 Feb 2017 18:40:00 -0600",
    )  # fmt: skip


def no_period() -> EmailMessage:
    """Only the period is missing; dates of study and of a call stand around it."""
    who = Person(DEV, "Ines Calder", "555-0110")
    body = who.own(LETTER_DEV).format(
        when="and I hope you have room",
        rest="I graduate in May 2017. For a call I am free on Tuesday, November 15. Resume attached.",
    )
    return mail(
        3,
        who.sender,
        "Software Engineering internship",
        body,
        ("resume.pdf", PDF, files.pdf(who.own(people.RESUME_DEV))),
    )


def no_track() -> EmailMessage:
    """Only the area is missing: a topic is no area."""
    who = Person(CHLOE, "Ada Brandt", "555-0123")
    body = who.own(SHORT_CHLOE).format(
        area="memory", rest="I could come from January to March 2017. My resume is attached."
    )
    courses = (
        who.own(people.RESUME_CHLOE)
        + "\nCOURSEWORK\nCognitive Psychology, Statistical Modeling, Neurobiology\n"
    )
    return mail(4, who.sender, "Internship", body, ("AdaBrandt.pdf", PDF, files.pdf(courses)))


def no_coursework() -> EmailMessage:
    """Only the course work is missing: skills and a tutoring job are none."""
    who = Person(CHLOE, "Mia Falk", "555-0124")
    body = who.own(SHORT_CHLOE).format(
        area="Algorithms", rest="Summer 2017 would be ideal for me. My resume is attached."
    )
    return mail(
        5,
        who.sender,
        "Algorithms intern",
        body,
        ("MiaFalk.pdf", PDF, files.pdf(who.own(people.RESUME_CHLOE))),
    )


def no_letter() -> EmailMessage:
    """A bare "please find attached" is no letter."""
    who = Person(DEV, "Omar Haddad", "555-0111")
    body = "Please find attached my resume for the Software Engineering internship in summer 2017.\n\nOmar Haddad\n555-0111\n"
    return mail(
        6, who.sender, "Resume Omar Haddad", body, ("resume.pdf", PDF, files.pdf(who.own(people.RESUME_DEV)))
    )


def no_resume() -> EmailMessage:
    """Says that a resume is attached, and nothing is."""
    who = Person(ANA, "Lucy Marsh", "555-0125")
    return mail(7, who.sender, "Algorithms internship, summer 2017", who.own(people.LETTER_ANA))


def resume_link() -> EmailMessage:
    """The resume is only a link."""
    who = Person(DEV, "Lena Fischer", "555-0112")
    body = who.own(LETTER_DEV).format(
        when="from May 22 to August 25, 2017",
        rest="My resume is here: https://drive.example.com/file/d/1a2b3c/view",
    )
    return mail(8, who.sender, "Software Engineering internship", body)


def resume_damaged() -> EmailMessage:
    """The PDF broke off on its way."""
    who = Person(DEV, "Paulo Reis", "555-0113")
    body = who.own(LETTER_DEV).format(when="from June to August 2017", rest="My resume is attached.")
    return mail(
        9,
        who.sender,
        "Software Engineering internship",
        body,
        ("Paulo_Reis_resume.pdf", PDF, _shorten(who.own(people.RESUME_DEV), 0.45)),
    )


def resume_scan() -> EmailMessage:
    """The resume is a picture."""
    who = Person(DEV, "Ruth Adler", "555-0114")
    body = who.own(LETTER_DEV).format(when="in fall 2016", rest="I scanned my resume.")
    return mail(
        10, who.sender, "Software Engineering internship", body, ("resume_scan.pdf", PDF, files.scan()),
        day="Mon, 15 Aug 2016 09:00:00 -0600",
    )  # fmt: skip


def resume_docx() -> EmailMessage:
    """A Word resume whose courses stand in a table."""
    who = Person(ANA, "Elif Demir", "555-0126")
    lines = who.own(people.RESUME_ANA).replace(
        "Machine Learning, Linear Algebra, Computational Neuroscience, Data Structures,\n", ""
    )
    lines = lines.replace("RELEVANT COURSEWORK\nProbability and Statistics\n", "")
    table = (
        ("Relevant coursework", ""),
        ("Machine Learning", "Linear Algebra"),
        ("Computational Neuroscience", "Data Structures"),
    )
    return mail(
        11,
        who.sender,
        "Application",
        who.own(people.LETTER_ANA),
        ("Resume Demir.docx", DOCX, files.word(lines, table)),
    )


def resume_txt() -> EmailMessage:
    """A plain text resume."""
    who = Person(DEV, "Kofi Mensah", "555-0115")
    body = who.own(LETTER_DEV).format(when="this coming summer", rest="My resume is attached as text.")
    return mail(
        12,
        who.sender,
        "Software Engineering internship",
        body,
        ("kofi_mensah.txt", "text/plain", who.own(people.RESUME_DEV).encode()),
    )


def resume_markdown() -> EmailMessage:
    """A Markdown resume."""
    who = Person(DEV, "Sara Lind", "555-0116")
    text = "# Sara Lind\n\n" + who.own(people.RESUME_DEV).replace("EDUCATION", "## Education").replace(
        "COURSES", "## Courses"
    )
    body = who.own(LETTER_DEV).format(when="for the summer of 2017", rest="Resume attached.")
    return mail(
        13,
        who.sender,
        "Application: software engineering",
        body,
        ("resume.md", "text/markdown", text.encode()),
    )


def resume_html() -> EmailMessage:
    """A web page as resume; what a browser hides is not read."""
    who = Person(DEV, "Tom Avery", "555-0117")
    body = who.own(LETTER_DEV).format(when="for summer 2017", rest="Resume attached.")
    return mail(
        14,
        who.sender,
        "Application",
        body,
        ("resume.html", "text/html", files.web_page(who.own(people.RESUME_DEV))),
    )


def resume_rtf() -> EmailMessage:
    """An RTF file that is called .doc."""
    who = Person(DEV, "Mei Tanaka", "555-0118")
    body = who.own(LETTER_DEV).format(when="for summer 2017", rest="Resume attached.")
    return mail(
        15,
        who.sender,
        "Application",
        body,
        ("resume.doc", "application/msword", files.rtf(who.own(people.RESUME_DEV))),
    )


def resume_odt() -> EmailMessage:
    """An OpenDocument resume, sent as a stream of octets."""
    who = Person(DEV, "Igor Novak", "555-0119")
    body = who.own(LETTER_DEV).format(when="for summer 2017", rest="Resume attached.")
    return mail(
        16,
        who.sender,
        "Application",
        body,
        ("resume.odt", "application/octet-stream", files.odt(who.own(people.RESUME_DEV))),
    )


def resume_in_body() -> EmailMessage:
    """Letter and resume in one body."""
    who = Person(DEV, "Nora Quist", "555-0120")
    body = (
        who.own(LETTER_DEV).format(when="for summer 2017", rest="My resume is below.")
        + "\n\n"
        + who.own(people.RESUME_DEV)
    )
    return mail(17, who.sender, "Application (resume below)", body)


def zipped() -> EmailMessage:
    """Letter and resume in a zip."""
    content = files.archive(
        {
            "Castellan/letter.docx": files.word(people.LETTER_FRED),
            "Castellan/resume.pdf": files.pdf(people.RESUME_FRED),
        }
    )
    return mail(
        18,
        FRED,
        "Application",
        "My documents are in the zip.\n\nFred\n",
        ("Castellan.zip", "application/zip", content),
    )


def one_pdf() -> EmailMessage:
    """Letter and resume are two pages of one PDF."""
    who = Person(FRED, "Hugo Lang", "555-0128")
    content = files.pdf(who.own(people.LETTER_FRED), who.own(people.RESUME_FRED))
    return mail(
        19,
        who.sender,
        "Application",
        "Please see the attached file.\n\nHugo Lang\n",
        ("documents.pdf", PDF, content),
    )


def transcript() -> EmailMessage:
    """The courses stand only in the transcript."""
    body = (
        "Dear Numenta,\n\nI study statistics at Northfield University and would like to be an Algorithms intern from\n"
        "May 29 to September 1, 2017. I clean data for a living: fifteen years of birth records taught me that an\n"
        "anomaly is usually a person, and your benchmark is the first I saw that asks when an alarm comes, not only\n"
        "whether. I would like to work on that. Resume and transcript are attached.\n\nEva Lindholm\n(507) 555-0105\n"
    )
    return mail(
        20, EVA, "Algorithms internship", body,
        ("resume.pdf", PDF, files.pdf(people.RESUME_EVA)), ("transcript.pdf", PDF, files.pdf(people.TRANSCRIPT_EVA)),
    )  # fmt: skip


def forwarded() -> EmailMessage:
    """A colleague passes an application on, as Gmail does."""
    who = Person(ANA, "Rosa Blum", "555-0127")
    body = (
        "Hi, this came to me. Call me at (650) 555-0199 if it is not for you. The fair is on February 7.\n\nJo\n\n"
        "---------- Forwarded message ---------\n"
        "From: Rosa Blum <rosa.blum@lakeside.example.edu>\nDate: Wed, Nov 2, 2016 at 9:02 PM\n"
        "Subject: Algorithms internship\nTo: Jo Fairbanks <jo@numenta.com>\n\n\n" + who.own(people.LETTER_ANA)
    )
    resume = ("Rosa_Blum_Resume.pdf", PDF, files.pdf(who.own(people.RESUME_ANA)))
    return mail(21, "Jo Fairbanks <jo@numenta.com>", "Fwd: Algorithms internship", body, resume)


def forwarded_attached() -> EmailMessage:
    """A professor sends a student's mail on as an attachment."""
    who = Person(FRED, "Peter Holm", "555-0129")
    inner = mail(
        122, who.sender, "Application for the Numenta internship", who.own(people.LETTER_FRED),
        ("resume.pdf", PDF, files.pdf(who.own(people.RESUME_FRED))), to="h.marlow@harbor.example.edu",
    )  # fmt: skip
    outer = mail(
        22, "Helen Marlow <h.marlow@harbor.example.edu>", "A student for you",
        "Dear colleagues,\n\nPeter is the best student of my class in years. His application is attached.\n\nHelen Marlow\n",
    )  # fmt: skip
    outer.add_attachment(inner, filename="Application.eml")
    outer.set_boundary("=_0022_0")
    return outer


def thread_first() -> EmailMessage:
    """The first of a thread: the resume was forgotten."""
    body = SHORT_CHLOE.format(
        area="Algorithms", rest="I could come in summer 2017, June to August. My resume is attached."
    )
    return mail(
        23, CHLOE, "Algorithms internship - Chloe Martin", body, day="Mon, 07 Nov 2016 11:00:00 -0800"
    )


def thread_second() -> EmailMessage:
    """The second of a thread: it brings the resume, above a quote of the first."""
    courses = people.RESUME_CHLOE + "\nCOURSEWORK\nCognitive Psychology, Statistical Modeling, Neurobiology\n"
    body = (
        "Sorry, I forgot the attachment. Here is my resume.\n\nChloe\n\n"
        "On Mon, Nov 7, 2016 at 11:00 AM, Chloe Martin <chloe.martin@riverside.example.edu> wrote:\n> Hello,\n>\n"
        "> I study cognitive science and could come in summer 2017, June to August.\n> My resume is attached.\n"
    )
    return mail(
        24, CHLOE, "Re: Algorithms internship - Chloe Martin", body, ("ChloeMartin.pdf", PDF, files.pdf(courses)),
        day="Mon, 07 Nov 2016 11:20:00 -0800", answers=23,
    )  # fmt: skip


def correction() -> EmailMessage:
    """A follow-up that changes the period."""
    body = (
        "Hello again,\n\nmy exam has been moved, so June does not work any more. I can come from July 3 to September 29,\n"
        "2017 instead. Everything else stays as it was.\n\nAna Ruiz\n"
    )
    return mail(
        25, ANA, "Re: Algorithms internship, summer 2017 - Ana Ruiz", body,
        day="Fri, 18 Nov 2016 08:00:00 -0500", answers=1,
    )  # fmt: skip


def filled_period() -> EmailMessage:
    """Asks for a summer that is filled."""
    who = Person(DEV, "Jack Boon", "555-0121")
    body = who.own(LETTER_DEV).format(when="for this summer, June to August 2016", rest="Resume attached.")
    return mail(
        26, who.sender, "Software Engineering internship", body, ("resume.pdf", PDF, files.pdf(who.own(people.RESUME_DEV))),
        day="Mon, 06 Jun 2016 09:00:00 -0600",
    )  # fmt: skip


def early_period() -> EmailMessage:
    """Asks for a summer for which nothing is taken yet."""
    who = Person(DEV, "Vera Stone", "555-0122")
    body = who.own(LETTER_DEV).format(when="for summer 2017", rest="Resume attached.")
    return mail(
        27, who.sender, "Software Engineering internship", body, ("resume.pdf", PDF, files.pdf(who.own(people.RESUME_DEV))),
        day="Mon, 12 Sep 2016 09:00:00 -0600",
    )  # fmt: skip


def question() -> EmailMessage:
    """Asks, and does not apply yet."""
    body = (
        "Hello,\n\nbefore I apply: do you take sophomores for the Algorithms internship in summer 2017, and may the cover\n"
        "letter be longer than a page? I will send my application in January.\n\nThank you!\nGina Torres\n"
    )
    return mail(28, "Gina Torres <gina.torres@example.edu>", "Question about the summer internship", body)


def question_of_staff() -> EmailMessage:
    """A career centre asks for its students."""
    body = (
        "Dear recruiter,\n\nI advise computer science students at Lakeside State University. Could you tell us when you open\n"
        "applications for next summer, and whether you would like to post the positions on our board?\n\nMarge Dunn\n"
        "Career Services, Lakeside State University\n(614) 555-0170\n"
    )
    return mail(29, "Marge Dunn <m.dunn@careers.lakeside.example.edu>", "Your internships", body)


def out_of_office() -> EmailMessage:
    """An automatic reply, told by its header (RFC 3834)."""
    body = "I am away until August 22, 2016. For internship matters please write to jobs@example.edu.\n\nProf. Marlow\n"
    return mail(
        30, "Helen Marlow <h.marlow@harbor.example.edu>", "Automatic reply: internships", body,
        Auto_Submitted="auto-replied", X_Auto_Response_Suppress="All",
    )  # fmt: skip


def bounce() -> EmailMessage:
    """A bounce (RFC 3464) that returns an application."""
    returned = mail(131, FRED, "Application", people.LETTER_FRED).as_string(policy=policy.SMTP)
    parts = (
        "Content-Type: text/plain; charset=us-ascii\n\nYour message could not be delivered.\n\n<nobody@numenta.com>: user unknown\n",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\n"
        "Final-Recipient: rfc822; nobody@numenta.com\nAction: failed\nStatus: 5.1.1\n",
        "Content-Type: message/rfc822\n\n" + returned.replace("\r\n", "\n"),
    )
    head = mail(
        31, "Mail Delivery System <mailer-daemon@mx.example.com>", "Undelivered Mail Returned to Sender", "x"
    )
    fields = "".join(f"{name}: {value}\n" for name, value in head.items() if name not in UNWRITTEN)
    kind = 'Content-Type: multipart/report; report-type=delivery-status; boundary="=_0031_0"\n\n'
    body = "".join(f"--=_0031_0\n{part}\n" for part in parts)
    return message_from_string(f"{fields}MIME-Version: 1.0\n{kind}{body}--=_0031_0--\n", policy=policy.SMTP)


def newsletter() -> EmailMessage:
    """A newsletter in the words of an application."""
    html = (
        "<h1>Campus Recruiting Weekly</h1><p>Post your <b>summer 2017</b> internships now! Students send resumes, cover letters "
        'and course work to employers like you.</p><p><a href="https://example.com/unsubscribe">Unsubscribe</a></p>'
    )
    return mail(
        32, "Campus Recruiting Weekly <news@campus.example.com>", "Algorithms, software engineering: 500 resumes await", "", html=html,
        List_Unsubscribe="<https://example.com/unsubscribe>", Precedence="bulk", List_Id="<weekly.campus.example.com>",
    )  # fmt: skip


def invitation() -> EmailMessage:
    """A calendar invitation that names a candidate and an area."""
    calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Phone screen Ana Ruiz\\, Algorithms\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    message = mail(
        33,
        "Jo Fairbanks <jo@numenta.com>",
        "Invitation: Phone screen Ana Ruiz, Algorithms, summer 2017",
        "You have been invited.\n",
    )
    message.add_alternative(calendar, subtype="calendar", params={"method": "REQUEST"})
    message.set_boundary("=_0033_0")
    return message


def sales() -> EmailMessage:
    """An agency that offers engineers."""
    body = (
        "Hi there,\n\nare you still reading resumes by hand for your Software Engineering interns? Our agency has 40 vetted C++\n"
        "engineers ready to start this summer, at half your cost. Shall we talk on Thursday?\n\nTrent Vale\nTalentBridge Ltd\n"
    )
    return mail(34, "Trent Vale <trent@talentbridge.example.com>", "Re: your internship positions", body)


def thanks() -> EmailMessage:
    """Thanks after a refusal: nothing is applied for."""
    body = (
        "Dear Jo,\n\nthank you for letting me know, and for the kind words. I wish you a good summer.\n\nBen Okonkwo\n\n"
        "On Fri, Mar 3, 2017 at 4:00 PM, Numenta Internships <interns@numenta.com> wrote:\n> Dear Ben,\n>\n"
        "> thank you for your application for the Software Engineering internship in summer 2017. We have\n"
        "> decided to go on with other candidates. We will keep your resume and cover letter.\n"
    )
    return mail(35, BEN, "Re: Internship application", body, day="Fri, 03 Mar 2017 17:30:00 -0600", answers=2)


def ranked() -> EmailMessage:
    """Both areas, one preferred."""
    body = LETTER_DEV.format(
        when="for summer 2017",
        rest="If that team is full, I would also be happy in Algorithms. Resume attached.",
    )
    return mail(36, DEV, "Internship", body, ("resume.pdf", PDF, files.pdf(people.RESUME_DEV)))


def elsewhere() -> EmailMessage:
    """Mail that was never meant for the internship mailbox."""
    body = "Hi Jo,\n\nlunch on Friday? The new place on Broadway has a table for four.\n\nKim\n"
    return mail(37, "Kim Ode <kim@example.com>", "Friday", body, to="jo@numenta.com")


def german() -> EmailMessage:
    """A letter in German."""
    body = (
        "Sehr geehrte Damen und Herren,\n\nhiermit bewerbe ich mich um ein Praktikum im Bereich Software Engineering von Juni bis August 2017.\n"
        "Ich studiere Informatik im sechsten Semester und habe NuPIC in meiner Bachelorarbeit benutzt, um die Geräusche eines\n"
        "Förderbandes zu überwachen; dabei hat mich beeindruckt, wie früh Ihr Verfahren einen Lagerschaden bemerkt. Gern würde\n"
        "ich an der Software dahinter mitarbeiten. Mein Lebenslauf liegt bei.\n\nMit freundlichen Grüßen\nHanna Weiß\n"
    )
    resume = (
        "LEBENSLAUF\nHanna Weiß\nhanna.weiss@example.org\n+49 30 5550138\n\nAUSBILDUNG\nB.Sc. Informatik, Technische Hochschule Musterstadt, 2014 - 2017\n"
        "Lehrveranstaltungen: Maschinelles Lernen, Lineare Algebra, Betriebssysteme\n\nBERUFSERFAHRUNG\nWerkstudentin, Förderband GmbH, 2016\n\n"
        "KENNTNISSE\nPython, C++, Linux\n"
    )
    return mail(
        38,
        "Hanna Weiß <hanna.weiss@example.org>",
        "Bewerbung um ein Praktikum",
        body,
        ("Lebenslauf_Weiß.pdf", PDF, files.pdf(resume)),
    )


def html_only() -> EmailMessage:
    """A mail without a plain text part."""
    who = Person(FRED, "Emil Roth", "555-0130")
    html = (
        "<html><body><p>Dear Numenta,</p><p>I would like to apply for an internship in <b>Algorithms</b> from January through March&nbsp;2017. "
        "I study physics at Harbor College in Baltimore, Maryland; my thesis is about memory in spin glasses, and NuPIC told one glass from "
        "another when my own code could not. I want to understand why.</p><table><tr><td>Phone</td><td>(410) 555-0130</td></tr></table>"
        "<p>Kind regards,<br>Emil Roth</p></body></html>"
    )
    return mail(
        39,
        who.sender,
        "Application",
        "",
        ("Resume.pdf", PDF, files.pdf(who.own(people.RESUME_FRED))),
        html=html,
    )


def wrong_name() -> EmailMessage:
    """The resume is called "cover letter.pdf", and the letter "document.pdf"."""
    who = Person(FRED, "Max Winter", "555-0131")
    return mail(
        40, who.sender, "Application", "Attached.\n\nMax Winter\n",
        ("cover letter.pdf", PDF, files.pdf(who.own(people.RESUME_FRED))), ("document.pdf", PDF, files.pdf(who.own(people.LETTER_FRED))),
    )  # fmt: skip


def no_area_at_all() -> EmailMessage:
    """No area, no topic, no hint: it is missing, and may be asked for."""
    who = Person(EVA, "Ida Berg", "555-0132")
    body = (
        "Dear Numenta,\n\nI would like to spend June to August 2017 as an intern with you. I study statistics at Northfield\n"
        "University in Minnesota. Your paper on anomaly scores changed how I clean birth records: I used to throw the odd ones\n"
        "away, and now I look at them first. Resume attached.\n\nIda Berg\n(507) 555-0132\n"
    )
    return mail(
        41, who.sender, "Internship", body, ("resume.pdf", PDF, files.pdf(who.own(people.RESUME_EVA)))
    )


EMAILS: Mapping[str, Callable[[], EmailMessage]] = {
    f"{number:02d}-{make.__name__.replace('_', '-')}": make
    for number, make in enumerate(
        (
            complete, letter_docx, no_period, no_track, no_coursework, no_letter, no_resume, resume_link, resume_damaged,
            resume_scan, resume_docx, resume_txt, resume_markdown, resume_html, resume_rtf, resume_odt, resume_in_body, zipped,
            one_pdf, transcript, forwarded, forwarded_attached, thread_first, thread_second, correction, filled_period,
            early_period, question, question_of_staff, out_of_office, bounce, newsletter, invitation, sales, thanks, ranked,
            elsewhere, german, html_only, wrong_name, no_area_at_all,
        ),
        1,
    )
}  # fmt: skip
