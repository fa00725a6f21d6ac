"""Mail that no person wrote to be read here: replies by machines, bounces, calendars, lists, notifications.

Headers decide before words do. Sure signs are those by which standards tell automatic mail: Auto-Submitted
(RFC 3834 section 5), delivery and disposition reports (RFC 3464, RFC 8098), the null return path (RFC 5321
section 4.5.5). Headers of lists and bulk mail (RFC 2369, RFC 2919) tell only how a mail travelled: an
applicant's documents beside them count for more, and those of a list that the programme itself is say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.config import Programme
from intake.fields.phrases import phrases
from intake.fields.vocabulary import automatic as words
from intake.model import Address, Message

_MACHINES = re.compile(
    r"^(?:mailer-?daemon|postmaster|mail-?daemon|bounces?|auto-?(?:reply|responder|mailer))(?:[-+._].*)?$"
)
_NO_REPLY = re.compile(
    r"(?:^|[-._+])(?:no-?reply|no_reply|do-?not-?reply|donotreply|notifications?|notify|alerts?|newsletters?|news|mailer"
    r"|updates?|digest|calendar|automated?|system|messages-noreply|jobalerts?)(?:[-._+]|$)"
)
_MAILER_DOMAIN = re.compile(r"(?:notifications?|notify|mailers?|bounces?|newsletters?|news|alerts?)\.")
_ANSWERED = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-reply-from",
    "x-mail-autoreply",
    "x-vacation",
)
_MOST = 4000  # characters: what a machine has to say of itself it says at the top, or at the very end

_REPLY_SUBJECT = re.compile(
    rf"^(?:(?:re|aw|fwd?|sv)\s{{0,3}}:\s{{0,3}}){{0,2}}\W{{0,3}}(?:{phrases(words.REPLY_SUBJECTS).pattern})",
    re.IGNORECASE,
)
_CALENDAR_SUBJECT = re.compile(rf"^(?:{phrases(words.CALENDAR_SUBJECTS).pattern})", re.IGNORECASE)
_UNDELIVERED = phrases(words.UNDELIVERED)
_ABSENT = phrases(words.ABSENT)
_MACHINE = phrases(words.MACHINE)
_BULK = phrases(words.BULK)
_BOARD = phrases(words.BOARD)


@dataclass(frozen=True, slots=True)
class Sign:
    """Why a mail is automatic: the rule, and a sentence for the recruiter."""

    rule: str
    reason: str


def is_automatic(message: Message) -> bool:
    """Whether a mail is surely a machine's, whatever it carries: what is inside it was not sent here by its author."""
    return sure(message) is not None


def sure(message: Message) -> Sign | None:
    """The sure sign by which a mail is automatic, whatever documents it carries, or None."""
    return _report(message) or _submitted(message) or _worded_reply(message) or _machine_sender(message)


def likely(message: Message, programme: Programme) -> Sign | None:
    """A sign that a mail is automatic unless an applicant's documents come with it, or None."""
    found = _calendar(message) or _generated(message) or _listed(message, programme)
    return found or _no_reply(message) or _worded(message)


def is_relay(sender: Address | None) -> bool:
    """Whether answers to this address reach nobody: "no-reply", notifications, job boards' mailers."""
    if sender is None:
        return False
    local, _, domain = sender.email.partition("@")
    return any((_NO_REPLY.search(local), _MACHINES.match(local), _MAILER_DOMAIN.match(domain)))


def _report(message: Message) -> Sign | None:
    if message.content_type == "multipart/report":
        return Sign("automatic/report", "a delivery or read report (RFC 3464, RFC 8098)")
    if message.header("x-failed-recipients"):
        return Sign("automatic/report", "a bounce: names recipients that failed")
    return None


def _submitted(message: Message) -> Sign | None:
    value = (message.header("auto-submitted") or "no").strip().casefold()
    if value.startswith(("auto-replied", "auto-notified")):
        return Sign(
            "automatic/auto-submitted",
            f"its header says Auto-Submitted: {value.split(';')[0].strip()} (RFC 3834)",
        )
    if any(message.header(name) for name in _ANSWERED):
        return Sign("automatic/auto-reply-header", "its headers call it an automatic reply")
    if (message.header("precedence") or "").strip().casefold() == "auto_reply":
        return Sign("automatic/auto-reply-header", "its headers call it an automatic reply")
    return None


def _worded_reply(message: Message) -> Sign | None:
    if match := _REPLY_SUBJECT.match(message.subject[:200]):
        return Sign(
            "automatic/reply-subject", f"the subject is an automatic reply's: {match.group().strip()!r}"
        )
    return None


def _machine_sender(message: Message) -> Sign | None:
    local = message.sender.email.split("@", 1)[0] if message.sender else ""
    if _MACHINES.match(local):
        return Sign("automatic/sender", f"sent by {local}, a mail system")
    return None


def _calendar(message: Message) -> Sign | None:
    for attachment in message.attachments:
        if attachment.declared in ("text/calendar", "application/ics") or attachment.name.endswith(".ics"):
            method = re.search(rb"^METHOD:([A-Z]{3,20})", attachment.content[:4000], re.MULTILINE)
            if method or _CALENDAR_SUBJECT.match(message.subject[:200]):
                return Sign("automatic/calendar", "a calendar's mail")
    if message.content_type == "text/calendar" or message.body_type == "text/calendar":
        return Sign("automatic/calendar", "a calendar's mail")
    local = message.sender.email.split("@", 1)[0] if message.sender else ""
    if "calendar" in local and _CALENDAR_SUBJECT.match(message.subject[:200]):
        return Sign("automatic/calendar", "a calendar's mail")
    return None


def _generated(message: Message) -> Sign | None:
    value = (message.header("auto-submitted") or "no").strip().casefold()
    if not value.startswith("no"):
        return Sign("automatic/auto-submitted", "its header says Auto-Submitted (RFC 3834)")
    if "all" in (message.header("x-auto-response-suppress") or "").casefold():
        return Sign(
            "automatic/response-suppressed",
            "its header asks that no machine answers it, as machines' mails do",
        )
    if (message.header("return-path") or "").strip() == "<>":
        return Sign(
            "automatic/null-return-path", "it has no return path, as reports and automatic replies (RFC 5321)"
        )
    return None


def _listed(message: Message, programme: Programme) -> Sign | None:
    """Headers of lists and bulk mail, but those of a group that the programme's own address is."""
    names = " ".join(
        message.header(name) or "" for name in ("list-id", "list-post", "mailing-list")
    ).casefold()
    for address in programme.organisation.addresses:
        local, domain = address.split("@", 1)
        if address in names or f"{local}.{domain}" in names:
            return None
    precedence = (message.header("precedence") or "").strip().casefold()
    if precedence in ("bulk", "list", "junk") or message.header("list-id"):
        return Sign("automatic/list", "its headers are those of a mailing list or of bulk mail")
    if message.header("list-unsubscribe") and _BULK.search(message.text, 0, 200_000):
        return Sign("automatic/list", "a newsletter: its headers and words offer to unsubscribe")
    return None


def _no_reply(message: Message) -> Sign | None:
    if is_relay(message.sender) and message.sender:
        return Sign("automatic/no-reply", f"a notification: nobody reads answers to {message.sender.email}")
    return None


def _worded(message: Message) -> Sign | None:
    """Words, where no header tells: an absence or a machine's note at the top, several of a newsletter's lines."""
    top = message.text[:_MOST]
    if _UNDELIVERED.search(message.subject[:200]) and _UNDELIVERED.search(top):
        return Sign("automatic/undelivered-words", "a bounce, by its words")
    if _MACHINE.search(top) or (
        _CALENDAR_SUBJECT.match(message.subject[:200]) and "calendar" in top.casefold()
    ):
        return Sign("automatic/machine-words", "says itself that a machine wrote it")
    absent = {
        " ".join(m.group().casefold().split()) for m in _ABSENT.finditer(f"{message.subject[:200]}\n{top}")
    }
    if len(absent) > 1:
        return Sign("automatic/absence-words", "an absence note, by its words")
    answers = message.thread or message.subject[:4].casefold().startswith("re:")
    if not answers and _BOARD.search(message.subject[:200]) and _BOARD.search(top):
        return Sign("automatic/job-board-words", "a job board's notification, by its words")
    bulk = {" ".join(m.group().casefold().split()) for m in _BULK.finditer(message.text, 0, 200_000)}
    return Sign("automatic/newsletter-words", "a newsletter, by its words") if len(bulk) > 1 else None
