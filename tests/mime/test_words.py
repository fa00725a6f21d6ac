"""Encoded words (RFC 2047), raw 8-bit headers and base64, as they are really sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mime.words import decode_words, is_base64, quote_words, raw_text, unbase64


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?UTF-8?B?R3LDvMOfZQ==?= from me", "Grüße from me"),
        ("Re: =?utf-8?B?5a6e5Lmg?= 2017", "Re: 实习 2017"),
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        ("=?utf-8?q?a?=  \t =?iso-8859-1?q?=E9?=", "aé"),
        ("=?utf-8?q?a?= and =?utf-8?q?b?=", "a and b"),
        ("=?utf-8?B?5a6e5A==?= =?utf-8?B?uaA=?=", "实习"),  # cut in the middle of a character
        ("=?utf-8?q?=E5=AE=9E=E4?= =?utf-8?q?=B9=A0?=", "实习"),
        ("=?gb2312?B?1uzpRrv5?=", "朱镕基"),  # outside gb2312
        ("=?utf-8*de?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?q?a_b c?=", "a b c"),  # a space that should not be there
        ("=?utf-8?B?R3LDvMOfZQ?=", "Grüße"),  # no padding
        ("x=?utf-8?q?=C3=A9?=y", "xéy"),
        ("=?nonsense?q?=E9?=", "é"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
        ("=?utf-8?q?a", "=?utf-8?q?a"),
        ("=?utf-8?q?a=0Ab?=", "a b"),
        ("=?utf-8?q??=", ""),
    ],
)
def test_encoded_words(value: str, expected: str) -> None:
    assert decode_words(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=?utf-8?q?Ruiz=2C_Ana?= <a@example.edu>", '"Ruiz, Ana" <a@example.edu>'),
        ('"=?utf-8?q?Ana_Ru=C3=ADz?=" <a@example.edu>', '"Ana Ruíz" <a@example.edu>'),
        ("=?utf-8?q?say_=22hi=22?= <a@example.edu>", '"say \\"hi\\"" <a@example.edu>'),
        ("Ana <a@example.edu>", "Ana <a@example.edu>"),
    ],
)
def test_names_in_address_headers_stay_one_word(value: str, expected: str) -> None:
    assert quote_words(value) == expected


@pytest.mark.parametrize(
    ("raw", "hint", "expected"),
    [
        ("Küster".encode("latin-1"), "iso-8859-1", "Küster"),
        ("Küster".encode("latin-1"), None, "Küster"),
        ("Küster".encode(), "iso-8859-1", "Küster"),
        ("Стажировка".encode("cp1251"), "windows-1251", "Стажировка"),
        ("应聘实习".encode("gb18030"), "gb2312", "应聘实习"),
        (b"folded\r\n over\n\tlines", None, "folded over lines"),
        (b"a\0b\rc", None, "ab c"),
    ],
)
def test_raw_headers(raw: bytes, hint: str | None, expected: str) -> None:
    assert raw_text(raw.decode("ascii", "surrogateescape"), hint) == expected


@pytest.mark.parametrize(
    ("data", "content", "whole"),
    [
        (b"SGVsbG8=", b"Hello", True),
        (b"SGVs\r\nbG8=\r\n", b"Hello", True),
        (b"SGVsbG8", b"Hello", False),
        (b"SGVsbG8hS", b"Hello!", False),
        (b"SGVsbG8=\n_____\nA list's footer, with a link: https://example.com/\n", b"Hello", True),
        (b"SGk=\nSGVsbG8=\n", b"HiHello", True),
        (b"SG*Vs bG8=", b"Hello", True),
        (b"", b"", True),
        (b"=", b"", True),
    ],
)
def test_base64(data: bytes, content: bytes, whole: bool) -> None:
    assert unbase64(data) == (content, whole)


def test_words_are_not_base64() -> None:
    assert not is_base64(b"Dear team, I would like to apply. My resume is attached.\n")
    assert is_base64(b"RGVhciB0ZWFtLCBJIHdvdWxkIGxpa2UgdG8gYXBwbHku\r\nRGVhciB0ZWFt\r\n")


@given(st.binary())
def test_any_bytes_are_read_as_base64(data: bytes) -> None:
    content, _ = unbase64(data)
    assert len(content) <= len(data)


@given(st.text(alphabet='=?utf-8qbQB_ a"\\,<>@é\r\n'))
def test_any_header_is_decoded(value: str) -> None:
    for read in (decode_words(value), quote_words(value)):
        assert read.encode("utf-8").decode("utf-8") == read
        assert read == value or not any(ord(each) < 32 for each in read)
