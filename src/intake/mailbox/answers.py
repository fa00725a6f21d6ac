"""What a server's answers to FETCH mean, and how many messages to ask for at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

BATCH_MESSAGES = 50
BATCH_BYTES = 8 * 2**20

# A line of an answer to FETCH (RFC 9051 sections 7.5.2 and 9, date-time), its items in any order.
_PLAIN = re.compile(
    rb"\d+ \((?:(?:UID (\d{1,10})|RFC822\.SIZE (\d{1,18})|INTERNALDATE \"([ \d]\d)-([A-Z][a-z]{2})-(\d{4})"
    rb' (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)") ?){3}\)'
)
_MONTHS = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

# What Courier 5 gives for a message that is gone or that it cannot read, instead of leaving it out.
_COURIER_GONE = (
    b"From: System Administrator <root@localhost>\r\nSubject: message unavailable\r\n\r\n"
    b"This message is no longer available on the server.\r\n"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a message before its text: `size` in bytes, 0 where the server does not say."""

    size: int
    taken: datetime | None  # INTERNALDATE in UTC


def head(items: Mapping[bytes, Any]) -> Head:
    """Read RFC822.SIZE and INTERNALDATE from an answer."""
    size, taken = items.get(b"RFC822.SIZE"), items.get(b"INTERNALDATE")
    return Head(
        size if isinstance(size, int) else 0,
        _utc(taken) if isinstance(taken, datetime) else None,
    )


def plain_heads(lines: Sequence[object]) -> dict[int, Head] | None:
    """Read answers that hold UID, RFC822.SIZE and INTERNALDATE in plain form and nothing else, by UID.

    None where one of them is of any other form (NIL, a date of no calendar, flags that nobody asked for).
    """
    found: dict[int, Head] = {}
    for line in lines:
        match = _PLAIN.fullmatch(line) if isinstance(line, bytes) else None
        if match is None or None in match.groups():
            return None
        uid, size, day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == b"-" else 1)
        try:
            taken = datetime(
                int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second), tzinfo=UTC
            )
            found[int(uid)] = Head(int(size), taken - offset)
        except (ValueError, OverflowError):
            return None
    return found


def body(items: Mapping[bytes, Any]) -> bytes | None:
    """Return a message's bytes, None where the server has given none.

    For one that was removed meanwhile, servers give NIL, nothing at all, an empty string, or a made-up mail.
    """
    raw = items.get(b"BODY[]")
    return raw if isinstance(raw, bytes) and raw and raw != _COURIER_GONE else None


def header(items: Mapping[bytes, Any]) -> bytes | None:
    """Return the header lines that were asked for; servers write the name of this item in their own ways."""
    found = (value for key, value in items.items() if key.upper().startswith(b"BODY[HEADER"))
    return next((value for value in found if isinstance(value, bytes) and value.strip()), None)


def chunks(uids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Part UIDs, in their order, by BATCH_MESSAGES."""
    for start in range(0, len(uids), BATCH_MESSAGES):
        yield uids[start : start + BATCH_MESSAGES]


def batches(uids: Sequence[int], heads: Mapping[int, Head]) -> Iterator[list[int]]:
    """Part UIDs, in their order, by about BATCH_BYTES; a larger message is a batch by itself."""
    batch: list[int] = []
    total = 0
    for uid in uids:
        size = heads[uid].size if uid in heads else 0
        if batch and total + size > BATCH_BYTES:
            yield batch
            batch, total = [], 0
        batch.append(uid)
        total += size
    if batch:
        yield batch


def _utc(moment: datetime) -> datetime | None:
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:  # a zone that takes it out of the years 1 to 9999
        return None
