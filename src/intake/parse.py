"""Bytes of an email to a Message: headers, people, times, body text with its regions, attachments, inner messages.

mail-parser reads addresses and dates; the tree of parts is walked by intake.mime, because mail-parser flattens
attached messages and loses files without a name (docs/design.md, "Dependencies").
"""

from __future__ import annotations

import email
import hashlib
import re
from datetime import UTC, datetime, timedelta, timezone
from email.message import Message as Mime
from email.utils import parsedate_tz

import mailparser

from intake.config import Limits
from intake.htmltext import to_text
from intake.mime.charset import scrub
from intake.mime.parameters import parameters
from intake.mime.walk import Attached, Contents, Text, contents
from intake.mime.words import decode_words, field_of, quote_words, raw_text
from intake.model import Address, Message
from intake.quoting import regions

_HEADER_BYTES = 256 * 1024
_VALUE_CHARACTERS = 32 * 1024
_REACHED = ("to", "cc", "bcc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "resent-to",
            "resent-cc", "x-forwarded-to", "apparently-to", "list-id", "list-post")  # fmt: skip
_FIELD = re.compile(rb"(?:\A|\n)([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*:")
_KNOWN = {b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version", b"content-type",
          b"return-path", b"delivered-to", b"sender", b"reply-to", b"cc"}  # fmt: skip
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,900}>")
_EMAIL = re.compile(r"[^\s<>\"'(),;:@\[\]]{1,200}@[^\s<>\"'(),;:@\[\]]{1,200}")


def is_message(raw: bytes) -> bool:
    """Tell whether bytes look like an email: among their first lines is a header field of RFC 5322 section 3.6."""
    head = re.split(rb"\r?\n\r?\n", raw[:65536].lstrip(b"\xef\xbb\xbf\r\n \t"), maxsplit=1)[0]
    return any(name.lower() in _KNOWN for name in _FIELD.findall(head))


def parse(raw: bytes, limits: Limits | None = None) -> Message:
    """Read one email, however broken; faults are told in `defects` and `Attachment.problem`.

    Raises nothing on any bytes; what is over the limits (bytes, characters, levels) is cut and named as a defect.
    """
    limits = limits or Limits()
    defects: list[str] = []
    tree = _tree(_capped(raw, defects), defects)
    return _message(tree, raw, "", limits, limits.depth, defects)


def _capped(raw: bytes, defects: list[str]) -> bytes:
    """Cut a header block that is longer than any real one."""
    end = re.search(rb"\r?\n\r?\n", raw[: _HEADER_BYTES + 4])
    if end or len(raw) <= _HEADER_BYTES:
        return raw
    defects.append("headers longer than are read")
    rest = re.compile(rb"\r?\n\r?\n").search(raw, _HEADER_BYTES)
    return raw[: raw.rfind(b"\n", 0, _HEADER_BYTES) + 1] + (raw[rest.start() :] if rest else b"")


def _tree(raw: bytes, defects: list[str]) -> Mime:
    try:
        return email.message_from_bytes(raw)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        defects.append(f"structure cannot be read ({type(error).__name__})")
    head = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0]
    plain = b"\n".join(line for line in head.splitlines() if not line.lower().startswith(b"content-type"))
    return email.message_from_bytes(plain + b"\n\n")


def _message(tree: Mime, raw: bytes, name: str, limits: Limits, depth: int, defects: list[str]) -> Message:
    hint = _charset(tree)
    headers = tuple(
        (key.lower(), raw_text(value, hint)[:_VALUE_CHARACTERS]) for key, value in tree.raw_items()
    )
    found = contents(tree, limits.parts, depth, hint)
    text, body_type = _body(found, limits)
    people = _People(headers)
    decoded = tuple((key, decode_words(value)) for key, value in headers)
    subject = next((value.strip() for key, value in decoded if key == "subject"), "")
    sender = next(iter(people.of("from") or people.of("sender")), None)
    inner = tuple(m for a in found.inner for m in _inner(a, limits, depth - 1, found))
    return Message(
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        name=name,
        headers=decoded,
        message_id=_message_id(decoded),
        thread=_thread(decoded),
        subject=subject,
        sender=sender,
        reply_to=people.of("reply-to"),
        to=tuple(dict.fromkeys(a for key in _REACHED for a in people.of(key))),
        sent=moment(next((v for k, v in decoded if k == "date"), "")),
        received=moment(next((v for k, v in decoded if k == "received"), "").rpartition(";")[2]),
        text=text,
        regions=regions(text, subject=subject, sender=sender),
        attachments=tuple(found.attachments),
        inner=inner,
        content_type=tree.get_content_type(),
        body_type=body_type,
        defects=(*defects, *found.defects),
    )


def _inner(attached: Attached, limits: Limits, depth: int, found: Contents) -> list[Message]:
    if depth < 0:
        found.defects.append("messages nested deeper than are read")
        return []
    defects: list[str] = []
    tree, raw = attached.tree, attached.raw
    if tree is None:
        tree = _tree(_capped(raw, defects), defects)
    else:
        raw = _bytes(tree)
    return [_message(tree, raw, attached.name or "message.eml", limits, depth, defects)]


def _bytes(tree: Mime) -> bytes:
    try:
        return tree.as_bytes()
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return repr(tree.items()).encode("utf-8", "replace")


def _charset(tree: Mime) -> str | None:
    """The charset of the first text part, the best hint for raw 8-bit headers."""
    for part in tree.walk():
        if part.get_content_maintype() == "text":
            charset = parameters(field_of(part, "content-type")).get("charset")
            if charset and charset.lower() not in {"us-ascii", "ascii"}:
                return charset
    return None


def _body(found: Contents, limits: Limits) -> tuple[str, str]:
    chosen = [best for group in found.bodies if (best := _choose(group)) is not None]
    texts = [to_text(t.text, quotes=True) if t.type == "text/html" else t.text.strip("\n") for t in chosen]
    kinds = {t.type for t, text in zip(chosen, texts, strict=True) if text.strip()}
    text = scrub("\n\n".join(text for text in texts if text.strip()))
    if len(text) > limits.text_characters:
        found.defects.append("text longer than is read")
        text = text[: limits.text_characters]
    return text, "text/html" if kinds == {"text/html"} else "text/plain"


def _choose(group: list[Text]) -> Text | None:
    plain = next((t for t in group if t.type == "text/plain"), None)
    rich = next((t for t in group if t.type == "text/html"), None)
    if plain is None or rich is None:
        return plain or rich
    return rich if not plain.text.strip() and to_text(rich.text).strip() else plain


class _People:
    """Addresses of the headers, read by mail-parser in one go, and by a plain search where it gives up."""

    def __init__(self, headers: tuple[tuple[str, str], ...]) -> None:
        self._values = [(key, quote_words(value)) for key, value in headers]

    def of(self, name: str) -> tuple[Address, ...]:
        """Return the mailboxes of a header, all its lines together."""
        found: list[Address] = []
        for value in (v for k, v in self._values if k == name):
            found.extend(_addresses(name, value))
        return tuple(dict.fromkeys(found))


def _addresses(name: str, value: str) -> list[Address]:
    pairs: list[tuple[str, str]] = []
    if name not in {"list-id", "list-post"}:
        envelope = Mime()
        envelope.set_raw("To", value)
        try:
            pairs = mailparser.MailParser(envelope).to
        except Exception:  # mail-parser raises outside its own exceptions on real mail
            pairs = []
    if not pairs:
        pairs = [("", address) for address in _EMAIL.findall(value)]
    return [Address(" ".join(label.split()), address.lower()) for label, address in pairs if "@" in address]


def _message_id(headers: tuple[tuple[str, str], ...]) -> str | None:
    value = next((v for k, v in headers if k == "message-id"), "")
    match = _MESSAGE_ID.search(value)
    return match.group() if match else None


def _thread(headers: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    values = [v for name in ("references", "in-reply-to") for k, v in headers if k == name]
    return tuple(dict.fromkeys(m for v in values for m in _MESSAGE_ID.findall(v)))


def moment(text: str) -> datetime | None:
    """Return the time that a Date header tells, aware; None where it cannot be read or is out of range."""
    try:
        parts = parsedate_tz(text.strip()[:200])
        if parts is None:
            return None
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] else UTC
        return datetime(*parts[:6], tzinfo=zone)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
