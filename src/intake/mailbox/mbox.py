"""Mail in one file, each message after a line that begins with "From " (RFC 4155, and the dialects before it).

A Takeout mbox has many GB: it is scanned in pieces and only one message at a time is in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import BinaryIO

_CHUNK = 2**20
_LOOK = 2048  # bytes that a separator and the beginning of the header after it take at most
_SEPARATOR = b"\nFrom "
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_FIELD = re.compile(rb"[!-9;-~]{1,200}[ \t]{0,20}:|>From ")  # a header's first line (RFC 5322 section 2.2)
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_ZONE = re.compile(r"([+-])(\d\d)(\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"[0-3]?\d")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one message stands in an mbox: [start, end) in bytes, and the date of its separator."""

    start: int
    end: int
    taken: datetime | None


def slots(file: BinaryIO) -> Iterator[Slot]:
    """Yield where the messages of an mbox are, in their order; nothing for a file that is none.

    A line "From ..." separates where it holds a date and a header follows it: not every program that writes
    such files escapes this line in a letter ("From now on ..."), and not every one puts an empty line before.
    """
    before: tuple[int, datetime | None] | None = None
    for line, start, taken in _separators(file):
        if before:
            yield Slot(before[0], line, before[1])
        before = (start, taken)
    if before:
        yield Slot(before[0], file.seek(0, 2), before[1])


def message(raw: bytes) -> bytes:
    """Return a message as it was before it was put into an mbox.

    Takes away the empty line before the next separator and one `>` of each line `>From `, `>>From ` and so on,
    and ends lines in CRLF, as they do in transport (RFC 5322 section 2.1).
    """
    for ending in (b"\r\n\r\n", b"\n\n"):
        if raw.endswith(ending):
            raw = raw[: -len(ending) // 2]
            break
    return with_crlf(_ESCAPED.sub(rb"\1", raw) if b">From " in raw else raw)


def with_crlf(raw: bytes) -> bytes:
    """Return a message that was stored with a system's line ends with those of transport."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _separators(file: BinaryIO) -> Iterator[tuple[int, int, datetime | None]]:
    """Yield each separator's offset, the offset of the message after it, and its date."""
    file.seek(0)
    base, buffer = -1, b"\n"  # as though a line ended before the file
    while True:
        data = file.read(_CHUNK)
        buffer += data
        at = buffer.find(_SEPARATOR)
        while at >= 0 and not (data and len(buffer) - at < _LOOK):
            line = buffer[at + 1 : at + _LOOK].partition(b"\n")
            taken = _date(line[0])
            if base + at == -1 or (taken and _FIELD.match(line[2])):
                start = base + at + 1
                yield start, start + len(line[0]) + len(line[1]), taken
            at = buffer.find(_SEPARATOR, at + 1)
        if not data:
            return
        keep = at if at >= 0 else max(len(buffer) - len(_SEPARATOR) + 1, 0)
        base, buffer = base + keep, buffer[keep:]


def _date(line: bytes) -> datetime | None:
    """Read `From NAME Sat Jan  3 01:05:34 1996`, with a zone (else UTC) before or after the year, or none at all."""
    words = line[-100:].decode("latin-1").split()
    month = next((n for n, word in enumerate(words) if word in _MONTHS), None)
    clock = next((match for word in words if (match := _TIME.fullmatch(word))), None)
    year = next((word for word in reversed(words) if _YEAR.fullmatch(word)), None)
    if month is None or clock is None or year is None:
        return None
    around = [*words[month + 1 : month + 2], *words[max(month - 1, 0) : month]]
    day = next((word for word in around if _DAY.fullmatch(word)), None)
    zone = next((match for word in words if (match := _ZONE.fullmatch(word))), None)
    try:
        moment = datetime(
            int(year), _MONTHS.index(words[month]) + 1, int(day or 0),
            int(clock[1]), int(clock[2]), int(clock[3] or 0), tzinfo=_offset(zone),
        )  # fmt: skip
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _offset(zone: re.Match[str] | None) -> timezone:
    if zone is None:
        return UTC
    minutes = int(zone[2]) * 60 + int(zone[3])
    return timezone(timedelta(minutes=-minutes if zone[1] == "-" else minutes))
