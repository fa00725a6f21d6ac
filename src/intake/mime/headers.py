"""What the header fields of a message say (RFC 5322 section 3.6): people, times, and what it answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.message import Message as Mime
from email.utils import parsedate_tz

import mailparser

from intake.mime.tree import written
from intake.mime.words import quote_words
from intake.model import Address

_REACHED = (
    "to",
    "cc",
    "bcc",
    "resent-to",
    "resent-cc",
    "apparently-to",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-forwarded-to",
    "x-delivered-to",
    "x-real-to",
    "list-post",
    "list-id",
)
_READ = frozenset(
    {"from", "to", "cc", "bcc", "reply-to", "delivered-to"}
)  # what mail-parser reads as addresses
_LINES = 20  # of one header
_ADDRESSES = 1000  # of one header
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,900}>")
_EMAIL = re.compile(r"[^\s<>\"'(),;:@\[\]]{1,200}@[^\s<>\"'(),;:@\[\]]{1,200}")
_LIST_ID = re.compile(r"<\s*([^<>@.\s]{1,200})\.([^<>@.\s]{1,100}(?:\.[^<>@.\s]{1,60}){1,6})\s*>")
_ZONE = re.compile(r"\b(?:GMT|UTC|UT|Z)\s?([+-])(\d{1,2}):?(\d{2})?\b|([+-]\d{2}):(\d{2})\b", re.IGNORECASE)
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s|$)")
_COMMENT = re.compile(r"\([^()]{0,200}\)")

Fields = Sequence[tuple[str, str]]  # names in lower case


def first(headers: Fields, name: str) -> str:
    """Return the first value of a header, or ''."""
    return next((value for key, value in headers if key == name), "")


def message_id(headers: Fields) -> str | None:
    """Return the Message-ID with its angle brackets, or None."""
    match = _MESSAGE_ID.search(first(headers, "message-id"))
    return match.group() if match else None


def thread(headers: Fields) -> tuple[str, ...]:
    """Return the messages that this one answers, oldest first (RFC 5322 section 3.6.4), without doubles."""
    values = (value for name in ("references", "in-reply-to") for key, value in headers if key == name)
    return tuple(dict.fromkeys(found for value in values for found in _MESSAGE_ID.findall(value)))


def moment(text: str) -> datetime | None:
    """Return the time that a date header tells, aware (UTC where no zone is told); None where it cannot be read.

    Obsolete zones (RFC 5322 section 4.3), "GMT+02:00", "10.00.00" and a weekday in any language are read.
    """
    text = _COMMENT.sub(" ", text[:200])
    text = _ZONE.sub(_plain_zone, text)
    text = _DOTTED.sub(lambda m: f"{m[1]}:{m[2]}:{m[3] or '00'}", text)
    try:
        parts = parsedate_tz(text.strip())
        if parts is None:
            return None
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] else UTC
        found = datetime(*parts[:6], tzinfo=zone)
        found.astimezone(UTC)  # out of range near the ends of the calendar
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return found if 1970 <= found.year <= 2200 else None


def _plain_zone(match: re.Match[str]) -> str:
    if match[4]:
        return match[4] + match[5]
    return f"{match[1]}{int(match[2]):02d}{match[3] or '00'}"


class Envelope:
    """The people and the date of a message's headers, read by mail-parser, and by plain searches where it gives up."""

    def __init__(self, values: Iterable[tuple[str, str]]) -> None:
        """`values` are header fields, names in lower case, values unfolded, their encoded words still encoded."""
        self._values: dict[str, list[str]] = {}
        for name, value in values:
            self._values.setdefault(name, []).append(value)
        self._read = self._by_mail_parser()

    def _by_mail_parser(self) -> mailparser.MailParser | None:
        """Give mail-parser the fields that it reads, each once: of doubled ones it takes the first alone."""
        envelope = Mime()
        for name in _READ & self._values.keys():
            envelope.set_raw(name, quote_words(", ".join(self._values[name][:_LINES])))
        if "date" in self._values:
            envelope.set_raw("date", self._values["date"][0][:200])
        try:
            return mailparser.MailParser(envelope)
        except Exception:  # it raises outside its own exceptions on real mail
            return None

    def sender(self) -> Address | None:
        """Who wrote it: From, else Sender, else Return-Path."""
        found = (self.of(name) for name in ("from", "sender", "return-path"))
        return next((people[0] for people in found if people), None)

    def reached(self) -> tuple[Address, ...]:
        """Whom it reached, by all headers that say so, without doubles."""
        return tuple(dict.fromkeys(person for name in _REACHED for person in self.of(name)))

    def sent(self) -> datetime | None:
        """When it was sent, with the sender's zone; None where the Date header cannot be read."""
        text = first(
            tuple((name, value) for name, values in self._values.items() for value in values), "date"
        )
        value = self._read.date if self._read and text else None
        if not isinstance(value, datetime) or self._read is None:
            return moment(text)
        try:
            return value.astimezone(timezone(timedelta(hours=float(self._read.timezone))))
        except (ValueError, OverflowError):
            return moment(text)

    def defects(self) -> tuple[str, ...]:
        """What mail-parser finds wrong with the people's and date headers."""
        if self._read is None:
            return ("headers that mail-parser cannot read",)
        faults = (*self._read.address_header_defects, *self._read.date_header_defects)
        return tuple(dict.fromkeys(f"{fault['header']}: {fault['reason']}" for fault in faults))

    def of(self, name: str) -> tuple[Address, ...]:
        """Return the mailboxes of a header, those of all its lines, without doubles."""
        values = self._values.get(name, [])[:_LINES]
        if name == "list-id":
            found = [Address("", f"{m[1]}@{m[2]}".lower()) for v in values if (m := _LIST_ID.search(v))]
        else:
            found = self._mailboxes(name) or [
                person for value in values for person in _searched(quote_words(value))
            ]
        return tuple(dict.fromkeys(found))

    def _mailboxes(self, name: str) -> list[Address]:
        if self._read is None or name not in _READ:
            return []
        pairs = getattr(self._read, name.replace("-", "_") + ("_" if name == "from" else ""))
        return [
            Address(_label(label), email.strip().lower())
            for label, email in pairs[:_ADDRESSES]
            if "@" in email
        ]


def _searched(value: str) -> list[Address]:
    """Addresses of a header that follows no grammar, with what stands before the one address as its name."""
    emails = _EMAIL.findall(value)[:_ADDRESSES]
    label = ""
    if len(set(emails)) == 1:
        label = _label(value.partition("<")[0] if "<" in value else value.partition(emails[0])[0])
    return [Address(label, email.lower().strip(".")) for email in dict.fromkeys(emails)]


def _label(label: str) -> str:
    """A display name without stray quotes and white space; '' where it repeats an address only."""
    label = " ".join(label.replace('\\"', '"').split()).strip("\"' ,;:<")
    return "" if _EMAIL.fullmatch(label) or label.lower() == "mailto" else label


def fingerprint(tree: Mime) -> tuple[str, int]:
    """Return a hash (SHA-256, hex) and a size in bytes of an attached message, over its headers and parts as sent."""
    digest, size = hashlib.sha256(), 0
    for data in written(tree):
        digest.update(data)
        size += len(data)
    return digest.hexdigest(), size
