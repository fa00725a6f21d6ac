"""S/MIME: what was signed is found in definite and indefinite forms, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mime.cms import signed_content

SIGNED = bytes.fromhex("06092a864886f70d010702")
ENVELOPED = bytes.fromhex("06092a864886f70d010703")
DATA = bytes.fromhex("06092a864886f70d010701")
END = b"\0\0"


def der(tag: int, content: bytes) -> bytes:
    """One element with a definite length."""
    size = len(content)
    length = bytes([size]) if size < 128 else b"\x84" + size.to_bytes(4, "big")
    return bytes([tag]) + length + content


def ber(tag: int, content: bytes) -> bytes:
    """One element with an indefinite length."""
    return bytes([tag, 0x80]) + content + END


def wrapped(content: bytes, kind: bytes = SIGNED) -> bytes:
    """A CMS message in definite form."""
    body = (
        der(0x02, b"\1") + der(0x31, der(0x30, b"\6\1\0")) + der(0x30, DATA + der(0xA0, der(0x04, content)))
    )
    return der(0x30, kind + der(0xA0, der(0x30, body + der(0x31, b""))))


def streamed(pieces: list[bytes]) -> bytes:
    """A CMS message as programs write it that do not know its length."""
    octets = ber(0x24, b"".join(der(0x04, piece) for piece in pieces))
    body = der(0x02, b"\1") + ber(0x31, der(0x30, b"\6\1\0")) + ber(0x30, DATA + ber(0xA0, octets))
    return ber(0x30, SIGNED + ber(0xA0, ber(0x30, body + der(0x31, b""))))


@pytest.mark.parametrize("content", [b"", b"x", b"Content-Type: text/plain\r\n\r\nHello\r\n", b"y" * 100_000])
def test_what_was_signed(content: bytes) -> None:
    assert signed_content(wrapped(content)) == content
    assert signed_content(streamed([content[:7], content[7:]])) == content


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x30",
        b"hello",
        wrapped(b"secret", ENVELOPED),
        wrapped(b"cut")[:30],
        bytes([0x30, 0x80]) + SIGNED + bytes([0xA0, 0x80]) + b"\x30\x80" * 2000,
        bytes([0x30, 0x88]) + b"\xff" * 8 + SIGNED,
    ],
)
def test_what_is_not(data: bytes) -> None:
    assert signed_content(data) is None


@given(st.binary())
def test_any_bytes_end(data: bytes) -> None:
    content = signed_content(bytes([0x30, 0x80]) + SIGNED + data)
    assert content is None or len(content) <= len(data)
