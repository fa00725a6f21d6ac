"""A leaf's bytes and text, with its transfer encoding (RFC 2045 section 6), charset and soft line breaks undone."""

from __future__ import annotations

import re
from email.message import Message as Mime

from intake.mime.charset import decode, scrub
from intake.mime.flowed import unflow
from intake.mime.parameters import parameters
from intake.mime.words import field_of, is_base64, unbase64

_META = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"GIF8")
CUT_OFF = "the file was cut off on its way: its base64 breaks off"


def payload(part: Mime) -> tuple[bytes, str | None]:
    """Return a leaf's bytes, its transfer encoding undone, and what is wrong with them in a person's words, or None."""
    held = part.get_payload()
    if isinstance(held, list):  # message/delivery-status and other kinds that the parser splits
        return b"\n".join(flatten(child) for child in held if isinstance(child, Mime)), None
    encoding = field_of(part, "content-transfer-encoding").strip().lower()
    if isinstance(held, str) and encoding == "base64":
        data = held.encode("ascii", "surrogateescape")
        if not is_base64(data):
            return data, None
        content, whole = unbase64(data)
        return content, None if whole else CUT_OFF
    decoded = part.get_payload(decode=True)
    return (decoded if isinstance(decoded, bytes) else b""), None


def flatten(tree: Mime) -> bytes:
    """Return the bytes of a part with its headers, as near to those sent as the parser kept them."""
    try:
        return tree.as_bytes()
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return repr(tree.items()).encode("utf-8", "replace")


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
