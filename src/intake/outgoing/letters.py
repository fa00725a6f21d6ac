"""The draft that thanks an applicant for what came and asks for just what is missing; pure.

Names, subjects and addresses are strangers' words: they are put on one line, bounded, and never become another
header, another address or a part of the template.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from intake.check import label
from intake.config import Programme, Templates

NOBODY = "applicant"  # who is greeted where no name is known
_SUBJECT = 200  # characters
_NAME = 80
_HEADER_BYTES = 65_536
_THREAD = 20  # references that are kept: the first and the latest (RFC 5322 section 3.6.4 lets them be many)

_REPLY = re.compile(
    r"(?:(?:re|aw|sv|vs|antw|antwort|odp|rif|res|r)(?:\[\d{1,3}\]|\^\d{1,3})?\s{0,3}:\s*)+", re.IGNORECASE
)
_FORWARD = re.compile(r"(?:(?:fwd?|wg|tr|rv|enc|i|vl|re|aw|sv)(?:\[\d{1,3}\])?\s{0,3}:\s*)+", re.IGNORECASE)
_SPECIALS = re.compile(r"[\"<>(),:;@\[\]\\]")  # RFC 5322 section 3.2.3: they part addresses
_FILLED = re.compile(r"\{(name|thanks|missing|organisation)\}")
_EMAIL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?", re.ASCII)
_MACHINE = re.compile(
    r"(?:no-?_?reply|do-?_?not-?_?reply|mailer-daemon|postmaster|bounces?)(?:[-+._].*)?", re.IGNORECASE
)
_THREAD_FIELD = re.compile(
    rb"^(References|In-Reply-To):[ \t]*((?:[^\r\n]|\r?\n[ \t]){0,20000})", re.IGNORECASE | re.MULTILINE
)
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,250}>")


@dataclass(frozen=True, slots=True)
class Asking:
    """What a draft is made of: whom it asks for what, and the mail that it answers.

    `missing` and `present` are items; `message_id` and `references` are those of the mail that is answered,
    None and () where it has none; `forwarded` tells that somebody else passed that mail on.
    """

    name: str
    email: str
    missing: Sequence[str]
    present: Sequence[str]
    subject: str
    message_id: str | None = None
    references: tuple[str, ...] = ()
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft in words: the applicant's address, the subject and the text."""

    to: str
    subject: str
    text: str


def obstacle(email: str, programme: Programme) -> str | None:
    """Why nobody can be asked at this address; None where somebody can."""
    own = programme.organisation
    local = email.partition("@")[0]
    if not _EMAIL.fullmatch(email.lower()) or ".." in email or local.strip(".") != local:
        return f"{email!r} is no address that can be written to"
    if email.lower() in own.addresses:
        return f"{email} is our own address"
    if _MACHINE.fullmatch(local):
        return f"{email} takes no replies"
    return None


def letter(asking: Asking, programme: Programme, templates: Templates) -> Letter:
    """The draft in words, from the programme's template."""
    values = {
        "name": _greeted(asking.name),
        "organisation": programme.organisation.name,
        "thanks": thanks(asking.present, programme),
        "missing": "\n".join(f"- {ask}" for ask in _asks(asking.missing, programme)),
    }
    text = _FILLED.sub(
        lambda match: values[match[1]], templates.ask
    )  # once: what is filled in is not filled again
    lines = (line.rstrip() for line in text.strip().splitlines())
    return Letter(asking.email.lower(), subject(asking, programme, templates), "\n".join(lines) + "\n")


def subject(asking: Asking, programme: Programme, templates: Templates) -> str:
    """`Re: Internship`, as a mail program would write it: never a second "Re:", nor somebody's "Fwd:"."""
    said = _line(asking.subject, 1000)
    before = (_FORWARD if asking.forwarded else _REPLY).match(said)
    said = said[before.end() :] if before else said
    prefix = templates.subject_prefix.strip()
    said = said[:_SUBJECT].strip() or f"your application to {programme.organisation.name}"
    return f"{prefix} {said}".strip()


def thanks(present: Sequence[str], programme: Programme) -> str:
    """`We have received your cover letter and resume, and noted the period.`; '' where nothing came."""
    came = [label(item, programme) for item in present if item not in ("period", "track")]
    noted = [label(item, programme) for item in present if item in ("period", "track")]
    received = f"received your {_listed(came)}" if came else ""
    known = f"noted the {_listed(noted)} you named" if noted else ""
    said = ", and ".join(filter(None, (received, known)))
    return f"We have {said}." if said else ""


def mime(written: Letter, asking: Asking, sender: Address, message_id: str, when: datetime) -> bytes:
    """The draft as a message (RFC 5322) that answers the applicant's; `when` is aware."""
    message = EmailMessage(policy=SMTP)
    message["Date"] = when
    message["Message-ID"] = message_id
    message["From"] = Address(_named(sender.display_name), addr_spec=sender.addr_spec)
    message["To"] = Address(_named(asking.name), addr_spec=written.to)
    message["Subject"] = written.subject
    message.set_content(written.text)
    return _thread(asking) + message.as_bytes()


def _thread(asking: Asking) -> bytes:
    """In-Reply-To and References, one a line: the library would encode those that are longer than a line."""
    answered = asking.message_id if _MESSAGE_ID.fullmatch(asking.message_id or "") else None
    if answered is None:
        return b""
    earlier = [one for one in asking.references if _MESSAGE_ID.fullmatch(one) and one != answered]
    kept = [*earlier[:1], *earlier[1:][-_THREAD:], answered]
    listed = "\r\n ".join(kept)
    return f"In-Reply-To: {answered}\r\nReferences: {listed}\r\n".encode("ascii")


def references(raw: bytes) -> tuple[str, ...]:
    """The Message-IDs that a message names as those before it, the oldest first, read from its header's bytes."""
    head = raw[:_HEADER_BYTES]
    end = re.search(rb"\r?\n\r?\n", head)
    fields = _THREAD_FIELD.findall(head[: end.start()] if end else head)
    found = {name.lower(): value for name, value in reversed(fields)}
    said = found.get(b"references") or found.get(b"in-reply-to") or b""
    return tuple(dict.fromkeys(_MESSAGE_ID.findall(said.decode("ascii", "replace"))))


def _asks(missing: Sequence[str], programme: Programme) -> list[str]:
    return [required.ask for required in programme.required if required.item in missing]


def _greeted(name: str) -> str:
    """The name as far as it can be one: an address or a link is greeted by nobody."""
    said = _line(name, _NAME + 1)
    return said if said and len(said) <= _NAME and not re.search(r"@|://|www\.", said) else NOBODY


def _named(name: str) -> str:
    """A display name without the characters that part addresses from each other."""
    return " ".join(_SPECIALS.sub(" ", _line(name, _NAME)).split())


def _line(text: str, most: int) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text[: most * 4]).split())[:most]


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
