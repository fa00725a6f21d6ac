"""Bytes of an email to a Message: headers, people, times, body text with its regions, attachments, inner messages.

mail-parser reads addresses and dates; the tree of parts is walked by intake.mime, because mail-parser flattens
attached messages and loses files without a name (docs/design.md, "Dependencies").
"""

from __future__ import annotations

import hashlib
from email.message import Message as Mime
from itertools import islice

from intake.config import Limits
from intake.mime.bodies import readable
from intake.mime.charset import scrub
from intake.mime.headers import Envelope, fingerprint, first, message_id, moment, thread
from intake.mime.parameters import parameters
from intake.mime.tree import all_parts, has_headers, read_tree
from intake.mime.walk import Attached, Budget, Contents, Walk
from intake.mime.words import decode_words, field_of, raw_text
from intake.model import Message
from intake.quoting import regions

VERSION = 1  # of what a Message is made by: this module, mime/ and quoting/

_VALUE_CHARACTERS = 32 * 1024  # of one header
_BODIES = 5  # times the characters of one body, for the bodies of all attached messages together


def is_message(raw: bytes) -> bool:
    """Tell whether bytes look like an email: they begin with headers, a known one among them."""
    return has_headers(raw)


def parse(raw: bytes, limits: Limits | None = None) -> Message:
    """Read one email, however broken; faults are told in `defects` and `Attachment.problem`.

    Raises nothing on any bytes; what is over the limits (bytes, parts, levels, characters) is cut and named as a
    defect. The parts and characters are bounds for the mail and all mails attached to it together.
    """
    limits = limits or Limits()
    defects: list[str] = []
    if len(raw) > limits.message_bytes:
        defects.append("longer than is read")
    tree = read_tree(raw[: limits.message_bytes], defects)
    budget = Budget(limits.parts, limits.text_characters * _BODIES)
    return _Reader(limits, budget).message(Attached("", tree, raw, tuple(defects)), limits.depth)


class _Reader:
    """One mail and those attached to it, read within one budget."""

    def __init__(self, limits: Limits, budget: Budget) -> None:
        self._limits = limits
        self._budget = budget

    def message(self, attached: Attached, depth: int) -> Message:
        """Return the Message of a tree; `depth` bounds how far messages may be nested in it."""
        tree, raw = attached.tree, attached.raw
        hint = _charset(tree)
        values = [(key.lower(), raw_text(value, hint)[:_VALUE_CHARACTERS]) for key, value in tree.raw_items()]
        headers = tuple((key, decode_words(value).strip()) for key, value in values)
        found = Walk(self._budget, self._limits.depth, hint).contents(tree)
        text, body_type = self._body(found)
        inner = tuple(self.message(a, depth - 1) for a in found.inner) if depth > 0 else ()
        if found.inner and not inner:
            found.defects.append("messages nested deeper than are read")
        envelope = Envelope(values)
        sender, subject = envelope.sender(), " ".join(first(headers, "subject").split())
        digest, size = (hashlib.sha256(raw).hexdigest(), len(raw)) if raw is not None else fingerprint(tree)
        return Message(
            sha256=digest,
            size=size,
            name=attached.name,
            headers=headers,
            message_id=message_id(headers),
            thread=thread(headers),
            subject=subject,
            sender=sender,
            reply_to=envelope.of("reply-to"),
            to=envelope.reached(),
            sent=envelope.sent(),
            received=moment(first(headers, "received").rpartition(";")[2]),
            text=text,
            regions=regions(text, subject=subject, sender=sender),
            attachments=tuple(found.attachments),
            inner=inner,
            content_type=tree.get_content_type(),
            body_type=body_type,
            defects=tuple(dict.fromkeys((*attached.defects, *found.defects, *envelope.defects()))),
        )

    def _body(self, found: Contents) -> tuple[str, str]:
        """Put a body together from its stretches; 'text/html' tells that all of it was made from HTML."""
        pieces = readable(found.bodies)
        text = scrub("\n\n".join(text for _, text in pieces))
        most = min(self._limits.text_characters, self._budget.characters)
        if len(text) > most:
            found.defects.append("text longer than is read")
            text = text[:most]
        self._budget.characters -= len(text)
        html_only = bool(pieces) and all(kind == "text/html" for kind, _ in pieces)
        return text, "text/html" if html_only else "text/plain"


def _charset(tree: Mime) -> str | None:
    """The charset that the first text parts declare, the best hint for raw 8-bit headers."""
    for part in islice(all_parts(tree), 20):
        if part.get_content_maintype() == "text":
            charset = parameters(field_of(part, "content-type")).get("charset", "")
            if charset and charset.lower() not in {"us-ascii", "ascii"}:
                return charset
    return None
