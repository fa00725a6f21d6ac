"""Emails to the second company's programme (config/examples): other streams, other seasons, no course work asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.message import EmailMessage

from support import files
from support.emails import PDF, mail

TO = "placements@kookaburrarail.example.com"
DAY = "Mon, 05 Aug 2024 09:30:00 +1000"

RESUME = """\
{name}
{email} | 0491 570 156

EDUCATION
RMIT University, Melbourne VIC
Bachelor of Engineering (Computer Systems), 2022 - present

EXPERIENCE
Tram Museum, Hawthorn: Volunteer guide, 2023 - present
- Rebuilt the points indicator of the model layout

SKILLS
Python, Ada, TLA+
"""

LETTER = """\
Hello Kookaburra Rail,

I'm a third-year student at RMIT in Melbourne and I'd like to apply for a placement in {stream}, {when}.

I have loved trains since I could say the word, and since last year I have known why they stop: our formal methods
lecturer had us prove an interlocking safe, and we found the flank protection missing. I want to see how that is done
when people sit in the train. {rest}

Cheers,
{name}
"""


def _application(
    number: int, name: str, stream: str, when: str, rest: str = "My resume is attached."
) -> EmailMessage:
    email = f"{name.lower().replace(' ', '.')}@student.rmit.example.edu.au"
    resume = files.pdf(RESUME.format(name=name, email=email))
    body = LETTER.format(stream=stream, when=when, rest=rest, name=name)
    attached = (f"{name.split()[1]}.pdf", PDF, resume)
    return mail(number, f"{name} <{email}>", "Placement application", body, attached, to=TO, day=DAY)


def southern_summer() -> EmailMessage:
    """Summer is December to February here, over the year's end."""
    return _application(201, "Bindi Hall", "Signalling", "over the summer of 2024")


def days_first() -> EmailMessage:
    """02/12 is the second of December here."""
    return _application(202, "Kirra Moss", "the data and forecasting stream", "from 02/12/2024 to 07/02/2025")


def ranked() -> EmailMessage:
    """Two streams, in order."""
    rest = "If that stream is full, my second choice is customer information. My resume is attached."
    return _application(203, "Jarrah Wood", "Signalling", "in the winter break of 2025", rest)


def no_dates() -> EmailMessage:
    """The dates are missing; course work is not, as nobody asks for it."""
    return _application(204, "Matilda Reed", "Customer information", "whatever you think of my shoes")


def question() -> EmailMessage:
    """Asks only."""
    body = "Hi,\n\ndo you take exchange students for the signalling stream next summer? I would apply in September.\n\nSam Lowe\n"
    return mail(205, "Sam Lowe <sam.lowe@example.org>", "Question", body, to=TO, day=DAY)


EMAILS: Mapping[str, Callable[[], EmailMessage]] = {
    f"{number}-{make.__name__.replace('_', '-')}": make
    for number, make in enumerate((southern_summer, days_first, ranked, no_dates, question), 1)
}
