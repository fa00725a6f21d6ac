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
_FIRST_DELIMITER = re.compile(
    rb"\s{0,200}(?:[^\n]{0,200}\n){0,8}?--([^\s\"]{1,200})\r?\n(?=content-)", re.IGNORECASE
)
_FAULTS = (RecursionError, ValueError, LookupError, AttributeError, TypeError, AssertionError)


def has_headers(raw: bytes) -> bool:
    """Tell whether bytes begin like a message: among their first lines is a known field of RFC 5322 section 3.6."""
    head = _BLANK.split(raw[:65536].lstrip(b"\xef\xbb\xbf\r\n \t"), maxsplit=1)[0]
    if head.startswith(b"From "):  # an mbox's separator line
        head = head.partition(b"\n")[2]
    first = head.split(b"\n", 1)[0]
    known = {name.lower() for name in _FIELD.findall(head)} & _KNOWN
    return len(known) >= 3 or (b":" in first and bool(known))  # a damaged first line does not hide the others


def read_tree(raw: bytes, defects: list[str]) -> Mime:
    """Return the tree of a message; what is cut or cannot be read is added to the defects. Never raises."""
    raw = _tamed(raw, defects)
    try:
        tree = email.message_from_bytes(raw)
        _mark(tree)
        return tree
    except _FAULTS as error:
        defects.append(f"structure cannot be read ({type(error).__name__})")
    head = _BLANK.split(raw, maxsplit=1)[0]
    lines = [line for line in head.splitlines() if not line.lower().startswith(b"content-type")]
    return email.message_from_bytes(b"\n".join(lines) + b"\n\n")


def all_parts(tree: Mime) -> Iterator[Mime]:
    """Yield a tree's parts in order, those of attached messages too; `Message.walk` recurses as deep as a sender likes."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(reversed(children(part) or []))


def written(tree: Mime) -> Iterator[bytes]:
    """Yield the headers and payloads of all parts as they were sent, without the boundaries between them.

    The standard library's generator raises on headers that its parser reads.
    """
    for part in all_parts(tree):
        lines = "".join(f"{name}: {value}\n" for name, value in part.raw_items())
        yield lines.encode("utf-8", "surrogateescape") + b"\n"
        yield as_sent(part)


def children(part: Mime) -> list[Mime] | None:
    """Return the parts of a part, None for a leaf."""
    held = vars(part).get("_payload")
    return [child for child in held if isinstance(child, Mime)] if isinstance(held, list) else None


def as_sent(part: Mime) -> bytes:
    """Return a leaf's payload with its transfer encoding still on.

    `get_payload()` would decode bytes above 127 by the declared charset: it loses those that are not in it, and
    raises on a charset that holds a NUL.
    """
    held = vars(part).get("_payload")
    return held.encode("utf-8", "surrogateescape") if isinstance(held, str) else b""


def _mark(tree: Mime) -> None:
    """Make a multipart again of a message whose own Content-Type was lost, while its body is plainly in parts."""
    if "content-type" not in tree and not tree.is_multipart():
        parts = without_boundary(tree)
        if parts:
            tree["Content-Type"] = "multipart/mixed"
            tree.set_payload([*parts])


def without_boundary(part: Mime) -> list[Mime]:
    """Return the parts of a multipart whose boundary is not the one it declares; none where its text shows none."""
    held = as_sent(part)
    match = _FIRST_DELIMITER.match(held)
    if match is None:
        return []
    again = email.message_from_bytes(b'Content-Type: multipart/mixed; boundary="%s"\n\n' % match[1] + held)
    return children(again) or []


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
