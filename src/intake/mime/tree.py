"""Bytes to the standard library's tree of MIME parts, tamed first: nothing in them may cost more than its length.

The parser is the one that mail-parser uses (policy compat32); `email.policy.default` takes minutes on hostile headers.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import Message as Mime

_HEADER_BYTES = 256 * 1024
_FIELD_BYTES = 8 * 1024  # of one Content-... header; reading its parameters takes the square of that
_DEPTH = 25  # levels that the parser is given; it looks at each line once for each of them
_WORK = 6_000_000  # lines times levels
_BLANK = re.compile(rb"\r?\n\r?\n|\r\r")
_CONTENT_FIELD = re.compile(rb"^content-[a-z-]{1,40}:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(
    rb"\bboundary\*?\s*=\s*\"?([^\";\r\n]{1,200})|^--([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE
)
_FIELD = re.compile(rb"(?:\A|[\r\n])([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,8}:")
_KNOWN = frozenset(
    b"from to subject date received message-id mime-version content-type return-path delivered-to sender reply-to cc".split()
)
_FIRST_DELIMITER = re.compile(r"\s*(?:[^\n]{0,200}\n){0,8}?--([^\s]{1,200})\r?\n(?=content-)", re.IGNORECASE)
_FAULTS = (RecursionError, ValueError, LookupError, AttributeError, TypeError, AssertionError)


def has_headers(raw: bytes) -> bool:
    """Tell whether bytes begin like a message: among their first lines is a known field of RFC 5322 section 3.6."""
    head = _BLANK.split(raw[:65536].lstrip(b"\xef\xbb\xbf\r\n \t"), maxsplit=1)[0]
    if head.startswith(b"From "):  # an mbox's separator line
        head = head.partition(b"\n")[2]
    first = head.split(b"\n", 1)[0]
    return b":" in first and any(name.lower() in _KNOWN for name in _FIELD.findall(head))


def read_tree(raw: bytes, defects: list[str]) -> Mime:
    """Return the tree of a message; what is cut or cannot be read is added to the defects. Never raises."""
    raw = _tamed(raw, defects)
    try:
        tree = email.message_from_bytes(raw)
        return _unmarked(tree) or tree
    except _FAULTS as error:
        defects.append(f"structure cannot be read ({type(error).__name__})")
    head = _BLANK.split(raw, maxsplit=1)[0]
    lines = [line for line in head.splitlines() if not line.lower().startswith(b"content-type")]
    return email.message_from_bytes(b"\n".join(lines) + b"\n\n")


def _unmarked(tree: Mime) -> Mime | None:
    """A message whose own Content-Type was lost, while its body is plainly in parts."""
    held = tree.get_payload()
    if "content-type" in tree or not isinstance(held, str) or "--" not in held[:2000]:
        return None
    return with_boundary(tree, held)


def with_boundary(part: Mime, held: str) -> Mime | None:
    """Return a part again whose boundary is not the one it declares, or None where its text shows none either."""
    match = _FIRST_DELIMITER.match(held)
    if match is None:
        return None
    again = email.message_from_bytes(
        b'Content-Type: multipart/mixed; boundary="%s"\n\n' % match[1].encode("ascii", "replace")
        + held.encode("ascii", "surrogateescape")
    )
    if not again.is_multipart():
        return None
    part.set_payload(again.get_payload())
    part.set_type("multipart/mixed")
    return part


# --- taming ------------------------------------------------------------------------------------------


def _tamed(raw: bytes, defects: list[str]) -> bytes:
    raw = _short_head(raw.lstrip(b"\r\n"), defects)
    if raw.count(b";") > 2000:
        raw = b"".join(_short_fields(raw))
    lines = raw.count(b"\n") + raw.count(b"\r")
    depth = max(3, min(_DEPTH, _WORK // (lines + 1)))
    if raw.count(b"oundary") + raw.count(b"OUNDARY") > depth:
        raw = _shallow(raw, depth, defects)
    return raw


def _short_head(raw: bytes, defects: list[str]) -> bytes:
    """Cut a header block that is longer than any real one."""
    if len(raw) <= _HEADER_BYTES or _blank_line(raw, 0, _HEADER_BYTES) >= 0:
        return raw
    defects.append("headers longer than are read")
    rest = _blank_line(raw, _HEADER_BYTES, len(raw))
    return raw[: raw.rfind(b"\n", 0, _HEADER_BYTES) + 1] + (raw[rest:] if rest >= 0 else b"")


def _blank_line(raw: bytes, start: int, stop: int) -> int:
    """Where the first empty line begins, with either kind of line end; -1 where none does."""
    found = [place for end in (b"\n\n", b"\n\r\n", b"\r\r") if (place := raw.find(end, start, stop)) >= 0]
    return min(found, default=-1)


def _short_fields(raw: bytes) -> Iterator[bytes]:
    """Cut Content-... headers of parts that are longer than any real one."""
    last = 0
    for match in _CONTENT_FIELD.finditer(raw):
        if match.end() - match.start() > _FIELD_BYTES:
            yield raw[last : match.start() + _FIELD_BYTES]
            last = match.end()
    yield raw[last:]


def _shallow(raw: bytes, depth: int, defects: list[str]) -> bytes:
    """Spoil the boundaries of multiparts that are nested deeper than is worth reading; nothing else changes."""
    stack: list[bytes] = []
    cut = bytearray(raw)
    spoiled = False
    for match in _BOUNDARY.finditer(raw):
        if match[1] is not None:
            if len(stack) >= depth:
                cut[match.start()] = ord("x")
                spoiled = True
            else:
                stack.append(match[1].strip())
            continue
        name = match[2].rstrip()
        for candidate in (name, name.removesuffix(b"--")):
            if candidate in stack:
                del stack[stack.index(candidate) + (candidate == name) :]
                break
    if spoiled:
        defects.append("parts nested deeper than is read")
    return bytes(cut)
