"""Bytes to text: the declared charset where the bytes bear it out, else the likeliest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mime.charset import codec_of, decode, scrub

RUSSIAN = "Здравствуйте, меня зовут Иван, я учусь на третьем курсе."
CHINESE = "您好，我是计算机科学专业的学生，想申请暑期实习。"
FRENCH = "Étudiante à l'école, j'ai été très intéressée."
JAPANESE = "はじめまして。夏のインターンシップに応募します。"


@pytest.mark.parametrize(
    ("text", "encoded", "declared"),
    [
        (FRENCH, "utf-8", "utf-8"),
        (FRENCH, "utf-8", None),
        (FRENCH, "utf-8", "iso-8859-1"),  # wrongly labelled, and plain from its bytes
        (FRENCH, "utf-8", "us-ascii"),
        (FRENCH, "latin-1", "iso-8859-1"),
        (FRENCH, "latin-1", "utf-8"),
        (FRENCH, "latin-1", None),
        (FRENCH, "latin-1", "x-unknown"),
        ("“So” – it’s €5", "cp1252", "iso-8859-1"),
        ("“So” – it’s €5", "cp1252", "us-ascii"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", None),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "koi8-r", None),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", None),
        ("朱镕基", "gbk", "gb2312"),  # 镕 is in GBK only
        ("犇鑫", "gb18030", "GB_2312-80"),
        (JAPANESE, "iso-2022-jp", "iso-2022-jp"),
        (JAPANESE, "iso-2022-jp", None),
        (JAPANESE, "cp932", "shift_jis"),
        ("지원합니다", "cp949", "ks_c_5601-1987"),
        ("Grüße", "utf-16", "utf-16"),
        ("Grüße", "utf-16", None),
        ("Иван Петров", "cp1251", None),
        ("Иван Петров", "koi8-r", None),
        ("张经理", "gb18030", None),
        ("José Núñez", "latin-1", None),
        ("Zażółć gęślą", "iso-8859-2", "iso-8859-2"),
    ],
)
def test_text_comes_back(text: str, encoded: str, declared: str | None) -> None:
    assert decode(text.encode(encoded), declared) == text


def test_a_few_broken_bytes_do_not_make_it_another_charset() -> None:
    data = FRENCH.encode() + b"\xff"
    assert decode(data, "utf-8") == FRENCH + "\ufffd"
    assert decode(RUSSIAN.encode() + b"\xf1", "iso-8859-1") == RUSSIAN + "\ufffd"
    assert decode(CHINESE.encode("gb18030")[:-1], "gb2312").startswith(CHINESE[:-1])


@pytest.mark.parametrize("label", ["utf-8", "UTF8", ' "utf-8" ', "unicode-1-1-utf-8"])
def test_labels_of_utf_8(label: str) -> None:
    assert codec_of(label) == "utf-8"


@pytest.mark.parametrize(
    "label",
    [None, "", "x-unknown", "base64", "zip", "rot13", "idna", "unicode_escape", "../x", "utf-8\0", "a" * 99],
)
def test_what_is_no_charset(label: str | None) -> None:
    assert codec_of(label) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\0b", "ab"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ud800x\udfff", "\ufffdx\ufffd"),
        ("é\U0001f600", "é\U0001f600"),
    ],
)
def test_scrubbing(text: str, expected: str) -> None:
    assert scrub(text) == expected


def test_pairs_of_surrogates_are_joined() -> None:
    assert scrub("\ud83d\ude00") == "\U0001f600"


@given(
    st.binary(),
    st.sampled_from(
        [None, "utf-8", "gb2312", "hz", "utf-7", "utf-16", "iso-2022-jp", "big5", "cp1252", "nonsense"]
    ),
)
def test_any_bytes_give_text(data: bytes, declared: str | None) -> None:
    text = scrub(decode(data, declared))
    text.encode("utf-8")
    assert "\0" not in text
