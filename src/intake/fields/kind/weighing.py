"""An application or a question: what speaks for each, in points; documents count for more than words."""

from __future__ import annotations

import re
from collections.abc import Callable

from intake.fields import intent, interest
from intake.fields.kind import trade
from intake.fields.kind.purpose import Purpose

Sign = tuple[int, Callable[[Purpose], bool]]

SHORT = 60  # words: a mail this short introduces nobody
LONG = 70  # words: somebody who writes so many about themselves means it
_PLAIN = 3  # points of documents, or of somebody who says that they apply
ENOUGH = 2  # points without which nobody applies

_URL = re.compile(r"https?://|\bwww\.|\b(?:github|gitlab|linkedin)\.com/", re.IGNORECASE)
_INTERN = re.compile(
    r"\b(?:intern(?:s|ship|ships|ing|ed)?|co-?op|summer (?:job|position)"
    r"|praktik\w{0,12}|stages?|stagiaire|pr[áa]cticas?|pasant[íi]as?"
    r"|est[áa]gi\w{1,6}|tirocinio|sta[żz]\w{0,3})\b|стажировк|实习|實習|インターン|인턴",
    re.IGNORECASE,
)


def applying(purpose: Purpose) -> int:
    """Points for an application."""
    points = sum(points for points, holds in _APPLYING if holds(purpose))
    if not points or (points < _PLAIN and not purpose.on_topic):
        return 0  # work, links and many words alone are anybody's
    return points + bool(_URL.search(purpose.all_own)) + (purpose.words >= LONG)


def asking(purpose: Purpose) -> int:
    """Points for a question; putting off to apply weighs more where something is asked."""
    asked = min(purpose.questions, 3)
    later = (2 if not asked else 4) if intent.NOT_YET.search(purpose.text) else 0
    return asked + later + bool(asked and purpose.words < SHORT) + _asking_subject(purpose)


def _asking_subject(purpose: Purpose) -> bool:
    subject = purpose.subject.casefold()
    return "question" in subject or "?" in subject or bool(intent.ASKS.search(subject))


def _other_papers(purpose: Purpose) -> bool:
    return bool(purpose.papers) and not purpose.resumes


def _links_to_resume(purpose: Purpose) -> bool:
    return not purpose.resumes and purpose.sends_resume


def _says_sent(purpose: Purpose) -> bool:
    """A mail about an internship says that documents come with it, and no resume does."""
    return not purpose.resumes and purpose.on_topic and bool(intent.MATERIALS.search(purpose.text))


def _only_subject_applies(purpose: Purpose) -> bool:
    return purpose.applies is not None and not intent.applies(purpose.text)


def _tells_without_asking(purpose: Purpose) -> bool:
    told = purpose.words >= SHORT and not purpose.questions
    return told and bool(_INTERN.search(purpose.all_own))


def _offers_self(purpose: Purpose) -> bool:
    """Somebody tells why they want to come and what they did, in a mail about an internship: no word of applying needed."""
    if intent.FOR_OTHERS.search(purpose.text) and not trade.learns(purpose):
        return False
    telling = interest.assess(purpose.case.prose, purpose.case.programme).telling_points
    return telling >= interest.ENOUGH and _about_coming(purpose)


def _about_coming(purpose: Purpose) -> bool:
    """Whether it speaks of an internship, or somebody who studies says that they want to come."""
    wishes = trade.learns(purpose) and purpose.says(intent.WISHES)
    return wishes or _INTERN.search(purpose.all_own) is not None


def _introduces_self(purpose: Purpose) -> bool:
    """Somebody says what they study, and what they want or made, and not only what they want to know."""
    if not (trade.learns(purpose) and _about_coming(purpose)):
        return False
    return bool(intent.OFFERS.search(purpose.text) or intent.WISHES.search(purpose.text))


_APPLYING: tuple[Sign, ...] = (
    (5, lambda p: bool(p.resumes)),
    (3, _links_to_resume),
    (2, _other_papers),
    (2, _says_sent),
    (3, lambda p: intent.applies(p.text) is not None),
    (2, _only_subject_applies),
    (1, lambda p: intent.INTERESTED.search(p.text) is not None),
    (1, lambda p: intent.OFFERS.search(p.text) is not None),
    (1, _tells_without_asking),
    (2, _offers_self),
    (1, _introduces_self),
    (1, lambda p: intent.MADE.search(p.text) is not None),
)
