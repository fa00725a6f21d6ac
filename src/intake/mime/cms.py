"""The MIME entity inside an opaquely signed mail (S/MIME, RFC 8551 section 3.5): a walk down its BER, RFC 5652 section 5."""

from __future__ import annotations

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_SEQUENCE, _SET, _OCTETS, _OCTETS_MADE, _OID, _EXPLICIT = 0x30, 0x31, 0x04, 0x24, 0x06, 0xA0
_DEPTH = 12


def signed_content(data: bytes) -> bytes | None:
    """Return what was signed, or None where the bytes are encrypted, compressed or no CMS.

    The signature is not verified: who sent a mail is shown by its headers, not decided here.
    """
    try:
        return _content(data)
    except (IndexError, ValueError):
        return None


def _content(data: bytes) -> bytes | None:
    tag, start, _ = _header(data, 0)
    if tag != _SEQUENCE or not data.startswith(_SIGNED_DATA, start):
        return None
    at = _enter(data, start + len(_SIGNED_DATA), _EXPLICIT)
    at = _enter(data, at, _SEQUENCE)
    at = _after(data, at, 0)  # version
    at = _after(data, at, 0)  # digest algorithms
    at = _enter(data, at, _SEQUENCE)
    at = _after(data, at, 0)  # the content's own type
    at = _enter(data, at, _EXPLICIT)
    return b"".join(_octets(data, at, 0)[0])


def _header(data: bytes, at: int) -> tuple[int, int, int | None]:
    """Return tag, where the content starts, and its length (None: indefinite, until two zero bytes)."""
    tag, size = data[at], data[at + 1]
    if size == 0x80:
        return tag, at + 2, None
    if size < 0x80:
        return tag, at + 2, size
    count = size & 0x7F
    if count > 8:
        raise ValueError("length of a length")
    return tag, at + 2 + count, int.from_bytes(data[at + 2 : at + 2 + count], "big")


def _enter(data: bytes, at: int, wanted: int) -> int:
    tag, start, _ = _header(data, at)
    if tag != wanted:
        raise ValueError("not the element that stands there")
    return start


def _after(data: bytes, at: int, depth: int) -> int:
    """Where the element after this one begins."""
    _, start, size = _header(data, at)
    if size is not None:
        return start + size
    if depth > _DEPTH:
        raise ValueError("nested too deeply")
    while data[start : start + 2] != b"\0\0":
        start = _after(data, start, depth + 1)
    return start + 2


def _octets(data: bytes, at: int, depth: int) -> tuple[list[bytes], int]:
    """The pieces of an octet string, which may be made of others, and where the next element begins."""
    tag, start, size = _header(data, at)
    if tag == _OCTETS and size is not None:
        return [data[start : start + size]], start + size
    if tag != _OCTETS_MADE or depth > _DEPTH:
        raise ValueError("no octet string")
    end = len(data) if size is None else start + size
    pieces: list[bytes] = []
    while start < end and not (size is None and data[start : start + 2] == b"\0\0"):
        more, start = _octets(data, start, depth + 1)
        pieces.extend(more)
    return pieces, start + 2 if size is None else end
