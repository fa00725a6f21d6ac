"""A leaf's bytes and text, with its transfer encoding (RFC 2045 section 6), charset and soft line breaks undone."""

from __future__ import annotations

import binascii
import re
from email.message import Message as Mime

from intake.mime.charset import decode, scrub
from intake.mime.flowed import unflow
from intake.mime.parameters import parameters
from intake.mime.tree import as_sent, children, written
from intake.mime.uuencode import extract
from intake.mime.words import field_of, is_base64, unbase64

_META = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"GIF8")
_UUENCODED = frozenset({"x-uuencode", "uuencode", "uue", "x-uue"})
CUT_OFF = "the file was cut off on its way: its base64 breaks off"


def payload(part: Mime) -> tuple[bytes, str | None]:
    """Return a leaf's bytes, its transfer encoding undone, and what is wrong with them in a person's words, or None."""
    inside = children(part)
    if inside is not None:  # message/delivery-status and other kinds that the parser splits
        return b"".join(piece for child in inside for piece in written(child)), None
    data = as_sent(part)
    encoding = field_of(part, "content-transfer-encoding").strip().lower()
    if encoding == "base64" and is_base64(data):
        content, whole = unbase64(data)
        return content, None if whole else CUT_OFF
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data), None
    if encoding in _UUENCODED:
        _, files = extract(data.decode("ascii", "replace"))
        return (files[0][1] if files else data), None
    return data, None


def is_binary(content: bytes) -> bool:
    """Tell whether bytes that are declared as text are a file all the same."""
    return content.startswith(_BINARY)


def body_text(part: Mime, kind: str, content: bytes, hint: str | None) -> str:
    """Return a text part's text, charset and flowed lines undone; HTML is still HTML.

    `hint` is the charset of the rest of the message, for a part that declares none.
    """
    options = parameters(field_of(part, "content-type"))
    declared = options.get("charset")
    if declared is None and kind == "text/html" and (meta := _META.search(content[:2048])):
        declared = meta[1].decode("ascii")
    text = scrub(decode(content, declared or hint))
    if kind == "text/plain" and options.get("format", "").lower() == "flowed":
        return unflow(text, options.get("delsp", "").lower() == "yes")
    return text
