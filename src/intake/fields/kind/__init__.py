"""What kind of mail it is: an application, a follow-up, a question, automatic mail, or something else.

Rules are asked in order and the first that answers decides. Headers come before words, and what was sent before
how it was said: somebody who sends a resume applies, unless they say that they do not yet.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from intake.fields import automatic, intent, interest
from intake.fields.case import Case
from intake.fields.forms import is_form, name_in
from intake.fields.forwarding import authors
from intake.fields.kind import trade, weighing
from intake.fields.kind.purpose import Purpose
from intake.fields.people import is_ours
from intake.model import Evidence, Finding, Kind, Layer, Role, Status

VERSION = 9

_OF_OTHERS = 3  # "he", "she", "her": somebody else is what the mail is about
_SHORT_ANSWER = 20  # words: "Sure! June 5 to August 25."
_LIST = 3  # short lines: a list that was asked for
_INTRODUCES = 25  # words: with a resume beside them enough to apply


def find(case: Case) -> Finding:
    """The kind of a mail, as Kind's string, with the rule and its reason; evidence where words decided.

    Called when documents have their roles. Never MISSING or UNSURE: what nothing is known of is OTHER.
    """
    purpose = Purpose(case)
    return next(found for rule in _RULES if (found := rule(purpose)) is not None)


def _found(kind: Kind, rule: str, reason: str, evidence: Evidence | None = None) -> Finding:
    return Finding("kind", Status.PRESENT, kind.value, evidence, f"kind/{rule}", reason)


def _automatic(purpose: Purpose) -> Finding | None:
    """Sure signs decide alone; likely ones give way to an applicant's documents or to somebody who applies."""
    case = purpose.case
    if sign := automatic.sure(case.message):
        return _found(Kind.AUTOMATIC, sign.rule, sign.reason)
    sign = automatic.likely(case.message, case.programme)
    sent = [
        d for d in purpose.resumes if d.source != "body" or purpose.applies
    ]  # a digest reads like a resume
    if sign is None or _is_submitted(case) or sent or (purpose.papers and purpose.applies):
        return None
    if sign.rule == "automatic/no-reply" and case.message.reply_to and intent.applies(purpose.text):
        return None  # a form that mails what a person typed in
    return _found(Kind.AUTOMATIC, sign.rule, sign.reason)


def _not_addressed(purpose: Purpose) -> Finding | None:
    """Mail that went to somebody else; a blind copy shows no address and counts."""
    message, programme = purpose.case.message, purpose.case.programme
    if not message.to or any(is_addressed(a.email, programme.organisation.addresses) for a in message.to):
        return None
    if is_ours(message.sender, programme) and purpose.case.forwarded_by is not None:
        return None
    addresses = ", ".join(programme.organisation.addresses)
    return _found(Kind.OTHER, "not-addressed", f"not addressed to {addresses}, but to {message.to[0].email}")


def is_addressed(email: str, addresses: tuple[str, ...]) -> bool:
    """Whether an address is one of the programme's, `name+tag@` counting as `name@` (RFC 5233)."""
    local, _, domain = email.rpartition("@")
    return f"{local.split('+', 1)[0]}@{domain}" in addresses or "undisclosed" in email


def _staff(purpose: Purpose) -> Finding | None:
    case = purpose.case
    ours = case.forwarded_by is None and is_ours(case.message.sender, case.programme)
    if ours and not _is_submitted(case):
        return _found(Kind.OTHER, "staff", "sent by the organisation itself")
    return None


def _submitted(purpose: Purpose) -> Finding | None:
    if _is_submitted(purpose.case):
        return _found(Kind.APPLICATION, "submitted", "a form that somebody filled in, sent on by a machine")
    return None


def _is_submitted(case: Case) -> bool:
    """Whether a machine sends on the form of a page that somebody with a name has filled in."""
    return automatic.is_relay(case.message.sender) and any(name_in(p) and is_form(p) for p in case.prose)


def _sells(purpose: Purpose) -> Finding | None:
    """Several of a vendor's or agency's phrases from somebody who speaks of nothing of their own."""
    count = purpose.many(intent.SELLS) + purpose.many(intent.SELLS_SURE)
    introduced = intent.first_person(purpose.text) and bool(purpose.resumes or purpose.words >= weighing.LONG)
    own = introduced or trade.learns(purpose)
    firm = purpose.many(intent.SELLS_SURE)
    sure = firm > 2 or (firm > 1 and not trade.learns(purpose))
    if (count >= 2 and not own) or sure or trade.trades(purpose):
        return _found(
            Kind.OTHER, "sales", "offers goods, services or candidates", _quote(purpose, intent.SELLS)
        )
    return None


def _press(purpose: Purpose) -> Finding | None:
    if purpose.many(intent.PRESS) + purpose.many(intent.PRESS_SURE) >= 2 and not intent.first_person(
        purpose.text
    ):
        return _found(
            Kind.OTHER, "press", "a request by press or for a survey", _quote(purpose, intent.PRESS)
        )
    return None


def _handed_in(purpose: Purpose) -> Finding | None:
    """Somebody's documents or mail, passed on by another: theirs unless it only asks."""
    case = purpose.case
    if case.forwarded_by is None:
        return None
    if case.author is None and (purpose.resumes or purpose.files or authors(case.message, case.programme)):
        return _found(Kind.APPLICATION, "handed-in", "somebody hands in another's documents")
    return None


def _withdraws(purpose: Purpose) -> Finding | None:
    if (
        purpose.says(intent.WITHDRAWS)
        and (purpose.is_reply or purpose.says(intent.EARLIER))
        and not (purpose.papers or _is_refused(purpose))
    ):
        reason = "takes an earlier application back"
        return _found(Kind.FOLLOW_UP, "withdraws", reason, _quote(purpose, intent.WITHDRAWS))
    return None


def _follow_up(purpose: Purpose) -> Finding | None:
    """Adds to, corrects or answers an earlier mail, and is not whole in itself."""
    if purpose.case.forwarded_by is not None and not purpose.is_reply:
        return None
    adds, asked, earlier = (purpose.said(p) for p in (intent.ADDS, intent.ASKED_FOR, intent.EARLIER))
    wants = intent.applies(purpose.text) is not None or (not purpose.has_applied and _is_new(purpose))
    whole = wants and _is_whole(purpose)
    if purpose.only_looks_like_reply and not (adds or asked or earlier):
        return None
    if purpose.is_reply:
        return None if whole and not (adds or asked) else _answer(purpose, adds + asked, earlier)
    if _tells_of_earlier(purpose, adds, asked, earlier) and not (whole and adds + earlier < 3):
        if purpose.questions and not (adds or purpose.papers):
            return _found(Kind.QUESTION, "asks-after-application", "asks about an earlier application")
        return _found(Kind.FOLLOW_UP, "adds", "adds to an earlier mail", _quote(purpose, intent.ADDS))
    return None


def _is_new(purpose: Purpose) -> bool:
    """Whether somebody says what they want, or writes a letter: answers to an earlier application do neither."""
    wanted = intent.INTERESTED.search(purpose.text) is not None
    return wanted or interest.assess(purpose.case.prose, purpose.case.programme).carries


def _is_whole(purpose: Purpose) -> bool:
    """Whether a mail brings all that an application is: a resume, and a letter or as many words of its own."""
    letters = any(not d.regions for d in purpose.case.with_role(Role.LETTER, Role.LETTER_AND_RESUME))
    return purpose.sends_resume and (letters or purpose.words >= _INTRODUCES)


def _tells_of_earlier(purpose: Purpose, adds: int, asked: int, earlier: int) -> bool:
    """Whether a mail that shows no earlier one speaks of it all the same."""
    if purpose.sends_resume and (purpose.applies or purpose.words >= weighing.LONG):
        return adds > 1 or (adds > 0 and earlier > 0)
    given = asked and not purpose.sends_resume and purpose.words < weighing.SHORT
    return bool(adds or earlier or given)


def _answer(purpose: Purpose, gives: int, earlier: int) -> Finding | None:
    """An answer that gives something is a follow-up, one that only asks a question, one that only thanks neither."""
    if purpose.questions and purpose.says(intent.PUTS_OFF):
        return _puts_off(purpose)
    brings = bool(purpose.papers or gives or purpose.entries >= _LIST)
    if not brings and purpose.questions and not purpose.many(intent.GIVES):
        return _found(
            Kind.QUESTION, "asks-in-thread", "answers with a question", _quote(purpose, intent.ASKS)
        )
    if not brings and _only_thanks(purpose):
        return _found(Kind.OTHER, "thanks", "thanks, and adds nothing", _quote(purpose, intent.THANKS))
    shown = purpose.case.focus.thread or purpose.shows_earlier or purpose.has_applied
    if not brings and not earlier and not shown:
        return None  # "Re:" alone answers nothing: strangers write it too
    if not brings and not earlier and not _concerns_applying(purpose):
        return None  # somebody's thread about something else
    return _found(Kind.FOLLOW_UP, "answers", "answers an earlier mail", _quote(purpose, intent.ADDS))


def _concerns_applying(purpose: Purpose) -> bool:
    """Whether an answer, or what it quotes, speaks of internships or applying, or is short enough to answer such a thing."""
    quoted = purpose.case.focus.text
    if purpose.on_topic or purpose.shows_earlier or intent.TOPIC.search(quoted, 0, intent.MOST):
        return True
    return purpose.words < (weighing.SHORT if purpose.many(intent.GIVES) else _SHORT_ANSWER)


def _is_refused(purpose: Purpose) -> bool:
    """Whether what a mail answers says that an application was turned down."""
    focus = purpose.case.focus
    quoted = "\n".join(focus.text[r.start : r.end] for r in focus.regions if r.layer is not Layer.OWN)
    return intent.REFUSED.search(quoted, 0, intent.MOST) is not None


def _only_thanks(purpose: Purpose) -> bool:
    refused = purpose.says(intent.REFUSED) or _is_refused(purpose)
    if not purpose.says(intent.THANKS) or purpose.papers or intent.applies(purpose.text):
        return False
    return not purpose.many(intent.GIVES) and (refused or purpose.words < weighing.SHORT)


def _for_others(purpose: Purpose) -> Finding | None:
    """Parents, professors and offices that speak for others: they ask, or recommend; nobody applies."""
    if purpose.resumes or intent.first_person(purpose.text):
        return None
    if trade.learns(purpose) and weighing.applying(purpose) >= weighing.ENOUGH:
        return None  # somebody else may be spoken of in an applicant's own story
    if not (purpose.many(intent.STAFF) or purpose.says(intent.FOR_OTHERS)):
        return None
    if purpose.questions or purpose.many(intent.STAFF) or not purpose.says(intent.PASSES_ON):
        if purpose.says(intent.TOPIC) and (purpose.questions or purpose.many(intent.STAFF) > 1):
            reason = "asks for somebody else or for a school"
            return _found(Kind.QUESTION, "asks-for-others", reason, _quote(purpose, intent.FOR_OTHERS))
        return None
    return _found(
        Kind.OTHER, "for-others", "speaks for somebody who has not written", _quote(purpose, intent.PASSES_ON)
    )


def _recommends(purpose: Purpose) -> Finding | None:
    """A teacher's or employer's word for somebody who applies, or has applied, on their own."""
    said = purpose.says(intent.RECOMMENDS)
    if not said or purpose.resumes or trade.learns(purpose) or intent.applies(purpose.text):
        return None
    if intent.speaks_of_others(purpose.text) < _OF_OTHERS:
        return None
    return _found(Kind.OTHER, "recommends", "recommends somebody else", _quote(purpose, intent.RECOMMENDS))


def _applies_or_asks(purpose: Purpose) -> Finding | None:
    """Weigh what speaks for an application against what speaks for a question."""
    if purpose.says(intent.NO_APPLICANT) and not purpose.papers:
        kind = Kind.QUESTION if purpose.questions else Kind.OTHER
        return _found(
            kind, "no-applicant", "says that they apply for nothing", _quote(purpose, intent.NO_APPLICANT)
        )
    if purpose.questions and purpose.says(intent.PUTS_OFF):
        return _puts_off(purpose)
    if _thanks_for_all(purpose):
        return _found(Kind.OTHER, "thanks", "thanks, and adds nothing", _quote(purpose, intent.THANKS))
    if intent.APPLIES_SURE.search(purpose.text):
        return _found(Kind.APPLICATION, *_why(purpose))
    applying, asking = weighing.applying(purpose), weighing.asking(purpose)
    if applying >= weighing.ENOUGH and applying >= asking:
        return _found(Kind.APPLICATION, *_why(purpose))
    if not purpose.questions and _only_thanks(purpose):
        return _found(Kind.OTHER, "thanks", "thanks, and adds nothing", _quote(purpose, intent.THANKS))
    if asking and purpose.says(intent.TOPIC):
        return _found(Kind.QUESTION, "asks", "asks and does not apply", _quote(purpose, intent.ASKS))
    return None


def _puts_off(purpose: Purpose) -> Finding:
    reason = "asks, and says that the application is still to come"
    return _found(Kind.QUESTION, "puts-off", reason, _quote(purpose, intent.PUTS_OFF))


def _thanks_for_all(purpose: Purpose) -> bool:
    """Whether a mail that is headed by thanks asks for nothing: no wish, no documents, no question."""
    headed = intent.THANKS.match(purpose.subject.strip()) is not None and purpose.says(intent.THANKS)
    wishes = (
        intent.applies(purpose.text)
        or intent.INTERESTED.search(purpose.text)
        or intent.WISHES.search(purpose.text)
    )
    return headed and not (wishes or purpose.papers or purpose.questions)


def _why(purpose: Purpose) -> tuple[str, str, Evidence | None]:
    if purpose.case.forwarded_by is not None:
        return "forwarded", "an application that somebody passed on", purpose.applies
    if purpose.applies is not None:
        return "applies", "says that they apply", purpose.applies
    if purpose.papers or purpose.sends_resume:
        return "documents", "sends an applicant's documents", None
    return "interested", "says what they want and introduces themselves", _quote(purpose, intent.INTERESTED)


def _bare_documents(purpose: Purpose) -> Finding | None:
    """Files and no words: an application where one of them can be its documents."""
    if purpose.papers:
        return _found(Kind.APPLICATION, "documents", "sends documents without saying more")
    return None


def _other(purpose: Purpose) -> Finding:
    return _found(Kind.OTHER, "other", "neither applies nor asks about an internship")


def _quote(purpose: Purpose, pattern: re.Pattern[str]) -> Evidence | None:
    match = pattern.search(purpose.text)
    return purpose.evidence(match.group()) if match else None


_RULES: tuple[Callable[[Purpose], Finding | None], ...] = (
    _automatic,
    _not_addressed,
    _staff,
    _submitted,
    _sells,
    _press,
    _handed_in,
    _withdraws,
    _follow_up,
    _for_others,
    _recommends,
    _applies_or_asks,
    _bare_documents,
    _other,
)
