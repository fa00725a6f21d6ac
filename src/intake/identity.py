"""What a message says of its own identity, read from the first bytes of its header without parsing the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEADER_BYTES = 65_536
_FIELD = re.compile(
    rb"^(Message-ID|Date):[ \t]*((?:[^\r\n]|\r?\n[ \t]){0,998})", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Message-ID (RFC 5322 section 3.6.4) and Date as written, None where absent; size in bytes."""

    message_id: str | None
    date: str | None
    size: int


def identity(raw: bytes) -> Identity:
    """Read a message's identity; servers rewrite bytes, so its hash alone does not tell it elsewhere."""
    head = raw[:HEADER_BYTES]
    end = re.search(rb"\r?\n\r?\n", head)
    fields = {
        name.lower(): value for name, value in reversed(_FIELD.findall(head[: end.start()] if end else head))
    }
    return Identity(_text(fields.get(b"message-id")), _text(fields.get(b"date")), len(raw))


def _text(value: bytes | None) -> str | None:
    if value is None:
        return None
    return " ".join(value.replace(b"\0", b"").decode("ascii", "replace").split()) or None
