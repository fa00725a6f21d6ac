"""A message's own identity, from its header alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.identity import identity


@pytest.mark.parametrize(
    ("raw", "message_id", "date"),
    [
        (b"Message-ID: <a@b>\r\nDate: Mon, 1 Jan 2024\r\n\r\nx", "<a@b>", "Mon, 1 Jan 2024"),
        (b"message-id:\r\n <long@example.edu>\r\n\r\n", "<long@example.edu>", None),
        (b"Subject: x\n\nMessage-ID: <in-the-body@b>\n", None, None),
        (b"Message-ID: <first@b>\nMessage-ID: <second@b>\n\n", "<first@b>", None),
        (b"X-Message-ID: <no@b>\nMessage-ID:\n\n", None, None),
        (b"", None, None),
    ],
)
def test_identity(raw: bytes, message_id: str | None, date: str | None) -> None:
    found = identity(raw)
    assert (found.message_id, found.date, found.size) == (message_id, date, len(raw))


@given(st.binary(max_size=300))
def test_any_bytes_have_one(raw: bytes) -> None:
    assert identity(raw).size == len(raw)
