"""Bytes to a Message: bodies, files, attached mails, and no bytes that are not read."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.config import Limits
from intake.model import Address, Layer, Message
from intake.parse import is_message, parse
from mime.test_cms import ENVELOPED, wrapped

PDF = b"%PDF-1.4\n" + bytes(range(256)) + b"\n%%EOF\n"
HEADERS = """From: Ana Ruiz <ana@example.edu>
To: interns@example.com
Subject: Application
Date: Thu, 3 Nov 2016 10:00:00 -0500
Message-ID: <1@example.edu>
MIME-Version: 1.0
"""


def part(content: bytes | str, kind: str, *fields: str) -> str:
    """One MIME part; bytes are sent in base64."""
    head = [f"Content-Type: {kind}", *fields] if kind else list(fields)
    if isinstance(content, bytes):
        head.append("Content-Transfer-Encoding: base64")
        content = base64.encodebytes(content).decode()
    return "\n".join(head) + f"\n\n{content}"


def multi(*parts: str, kind: str = "mixed", boundary: str = "b1") -> str:
    """A multipart of parts."""
    inside = "".join(f"--{boundary}\n{one}\n" for one in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inside}--{boundary}--\n'


def mail(entity: str, headers: str = HEADERS, charset: str = "utf-8") -> bytes:
    """A message as it travels."""
    return (headers + entity).replace("\n", "\r\n").encode(charset)


def read(entity: str, headers: str = HEADERS, charset: str = "utf-8") -> Message:
    """A message as it is understood."""
    return parse(mail(entity, headers, charset))


TEXT = part("Hello.\n", "text/plain")


def test_headers() -> None:
    raw = mail(
        TEXT,
        "Received: from b by c; Thu, 3 Nov 2016 16:00:05 +0000\n"
        "Received: from a by b; Thu, 3 Nov 2016 15:00:01 +0000\n"
        "References: <a@x> <b@x>\nIn-Reply-To: <b@x>\nX-Odd:  =?utf-8?q?=C3=A9?=  \n" + HEADERS,
    )
    message = parse(raw)
    assert message.sender == Address("Ana Ruiz", "ana@example.edu")
    assert message.to == (Address("", "interns@example.com"),)
    assert (message.subject, message.message_id) == ("Application", "<1@example.edu>")
    assert message.thread == ("<a@x>", "<b@x>")
    assert message.sent == datetime.fromisoformat("2016-11-03T10:00:00-05:00")
    assert message.received == datetime.fromisoformat("2016-11-03T16:00:05+00:00")
    assert message.header("x-odd") == "é"
    assert (message.size, message.content_type, message.name) == (len(raw), "text/plain", "")
    assert message.defects == ()


# --- bodies ------------------------------------------------------------------------------------------

HTML = part("<p>Hello <b>there</b></p>", "text/html")


@pytest.mark.parametrize(
    ("entity", "text", "kind"),
    [
        (TEXT, "Hello.", "text/plain"),
        (HTML, "Hello there", "text/html"),
        (multi(TEXT, HTML, kind="alternative"), "Hello.", "text/plain"),
        (multi(part(" \n", "text/plain"), HTML, kind="alternative"), "Hello there", "text/html"),
        (
            multi(
                part("Please use an HTML reader.", "text/plain"),
                part("<p>word</p>" * 40, "text/html"),
                kind="alternative",
            ),
            "\n\n".join(["word"] * 40),
            "text/html",
        ),
        (
            multi(multi(TEXT, HTML, kind="alternative", boundary="b2"), part("A footer.\n", "text/plain")),
            "Hello.\n\nA footer.",
            "text/plain",
        ),
        (
            multi(TEXT, multi(HTML, part(PDF, "application/pdf"), HTML, boundary="b2"), kind="alternative"),
            "Hello.",
            "text/plain",
        ),
        (
            multi(
                TEXT,
                part(
                    "more",
                    "text/plain; name=ATT00001.txt",
                    "Content-Disposition: attachment; filename=ATT00001.txt",
                ),
            ),
            "Hello.\n\nmore",
            "text/plain",
        ),
        (part("Hello.", "text/plain; name=body.txt"), "Hello.", "text/plain"),
        (part("<bold>Hello</bold>", "text/enriched"), "Hello", "text/plain"),
        (part("", "text/plain"), "", "text/plain"),
        (
            part(
                "Hel=\nlo =E2=80=93 =C3=A9",
                "text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
            ),
            "Hello – é",
            "text/plain",
        ),
        (
            part("one \ntwo\n>> three \n>> four\n\n-- \nAna", "text/plain; format=flowed"),
            "one two\n>> three four\n\n-- \nAna",
            "text/plain",
        ),
        (
            part(" one\n > two \nthree", "text/plain; format=flowed; delsp=yes"),
            "one\n> twothree",
            "text/plain",
        ),
        (
            part("not in base64, as one can see.", "text/plain", "Content-Transfer-Encoding: base64"),
            "not in base64, as one can see.",
            "text/plain",
        ),
        (part("a\xa0b\u200bc", "text/plain; charset=utf-8"), "a bc", "text/plain"),
        (part("Hello.", ""), "Hello.", "text/plain"),
        (part("Hello.", "nonsense"), "Hello.", "text/plain"),
    ],
)
def test_bodies(entity: str, text: str, kind: str) -> None:
    message = read(entity)
    assert (message.text.rstrip("\n"), message.body_type) == (text, kind)


@pytest.mark.parametrize("charset", ["latin-1", "cp1251", "gb18030"])
def test_raw_headers_and_names_follow_the_bodys_charset(charset: str) -> None:
    words = {"latin-1": "Köster", "cp1251": "Стажировка", "gb18030": "应聘实习"}[charset]
    headers = HEADERS.replace("Application", words).replace("Ana Ruiz", words)
    message = read(
        multi(
            part("Hello.", f"text/plain; charset={charset}"),
            part(PDF, f'application/pdf; name="{words}.pdf"'),
        ),
        headers,
        charset,
    )
    assert (message.subject, message.sender) == (words, Address(words, "ana@example.edu"))
    assert [a.name for a in message.attachments] == [f"{words}.pdf"]


def test_regions_use_the_sender_and_the_subject() -> None:
    headers = HEADERS.replace("Application", "Fwd: Application")
    message = read(part("For you.\n\nBen Okoro <ben@example.edu> wrote:\n> Hello.\n", "text/plain"), headers)
    assert message.regions[-1].layer is Layer.FORWARDED
    assert "".join(message.text[r.start : r.end] for r in message.regions) == message.text


def test_a_cited_blockquote_is_a_quote() -> None:
    message = read(part("<p>Yes.</p><blockquote type=cite>When?</blockquote>", "text/html"))
    assert [r.layer for r in message.regions] == [Layer.OWN, Layer.QUOTED]


@pytest.mark.parametrize(
    ("plain", "page", "text"),
    [
        (
            "My resume is here.",
            "<p>My <a href='https://example.com/cv'>resume</a> is here.</p>",
            "My resume <https://example.com/cv> is here.",
        ),
        ("My\nresume, a resume", "<a href='https://example.com/cv'>resume</a>", "My\nresume, a resume"),
        ("See example.com/cv", "<a href='https://example.com/cv/'>See</a>", "See example.com/cv"),
        (
            "My\nresume",
            "<a href='https://example.com/cv?a=1&amp;b=2'>My resume</a>",
            "My\nresume <https://example.com/cv?a=1&b=2>",
        ),
    ],
)
def test_targets_that_only_the_page_has_are_not_lost(plain: str, page: str, text: str) -> None:
    assert read(multi(part(plain, "text/plain"), part(page, "text/html"), kind="alternative")).text == text


def test_a_page_that_repeats_the_plain_text_is_left_out() -> None:
    again = read(multi(part("Hello there", "text/plain"), HTML))
    other = read(multi(part("Hello there", "text/plain"), part("<p>Something else again</p>", "text/html")))
    assert (again.text, other.text) == ("Hello there", "Hello there\n\nSomething else again")


def test_a_pages_own_charset_is_heeded() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Стажировка</p>'
    assert read(part(page, "text/html"), charset="cp1251").text == "Стажировка"


def test_uuencoded_files_are_files() -> None:
    lines = "".join(binascii.b2a_uu(PDF[i : i + 45]).decode() for i in range(0, len(PDF), 45))
    message = read(
        part(
            f"Hello.\n\nbegin 644 my cv.pdf\n{lines}`\nend\n\nbegin 644 is how it starts\nno file\n",
            "text/plain",
        )
    )
    assert [(a.name, a.content) for a in message.attachments] == [("my cv.pdf", PDF)]
    assert message.text == "Hello.\n\n\nbegin 644 is how it starts\nno file"


# --- files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (part(PDF, 'application/pdf; name="cv.pdf"', "Content-Disposition: attachment"), "cv.pdf"),
        (part(PDF, "application/pdf", 'Content-Disposition: inline; filename="cv.pdf"'), "cv.pdf"),
        (part(PDF, "application/pdf"), "part-2.pdf"),
        (part(PDF, "application/pdf", "Content-Disposition: inline"), "part-2.pdf"),
        (part(PDF, "application/octet-stream", "Content-Disposition: attachment"), "part-2.pdf"),
        (part(PDF, "application/octet-stream; name=noname"), "noname"),
        (part(PDF, "text/plain"), "part-2.pdf"),
        (part(PDF, "nonsense"), "part-2.pdf"),
        (part(PDF, "text/plain", 'Content-Disposition: attachment; filename="cv.pdf"'), "cv.pdf"),
        (
            part(
                PDF,
                "application/pdf",
                "Content-Disposition: attachment; filename*=utf-8''R%C3%A9sum%C3%A9.pdf",
            ),
            "Résumé.pdf",
        ),
        (
            part(PDF, "x/y", 'Content-Disposition: attachment; filename="=?utf-8?q?R=C3=A9sum=C3=A9.pdf?="'),
            "Résumé.pdf",
        ),
    ],
)
def test_files_are_whole_and_named(one: str, name: str) -> None:
    message = read(multi(TEXT, one))
    assert [(a.name, a.content, a.problem) for a in message.attachments] == [(name, PDF, None)]
    assert message.text.strip() == "Hello."


def test_a_text_file_is_a_file() -> None:
    message = read(multi(TEXT, part("RESUME", "text/plain; name=resume.txt")))
    assert [(a.name, a.content) for a in message.attachments] == [("resume.txt", b"RESUME")]
    assert message.text.strip() == "Hello."


def test_a_mail_that_is_one_file() -> None:
    message = read(part(PDF, "application/pdf; name=cv.pdf"))
    assert [a.name for a in message.attachments] == ["cv.pdf"]
    assert message.text == ""


def test_a_file_that_was_cut_off() -> None:
    cut = part(PDF, "application/pdf; name=cv.pdf").rstrip()[:-7]
    (attachment,) = read(multi(TEXT, cut)).attachments
    assert PDF.startswith(attachment.content)
    assert attachment.problem and "cut off" in attachment.problem


LOGO = part(
    b"\x89PNG logo", "image/png; name=logo.png", "Content-ID: <logo@x>", "Content-Disposition: inline"
)


@pytest.mark.parametrize(
    ("entity", "inline"),
    [
        (multi(HTML, LOGO, kind="related"), True),
        (multi(part("<img src='cid:logo@x'>", "text/html"), LOGO.replace("inline", "attachment")), True),
        (
            multi(
                TEXT,
                part(b"\xff\xd8\xff" * 30_000, "image/jpeg; name=scan.jpg", "Content-Disposition: inline"),
            ),
            False,
        ),
        (multi(TEXT, part(b"\x89PNG", "image/png; name=a.png", "Content-Disposition: attachment")), False),
    ],
)
def test_pictures_of_a_page_are_told_from_pictures_sent(entity: str, inline: bool) -> None:
    assert [a.inline for a in read(entity).attachments] == [inline]


def test_reports_of_a_bounce_keep_their_words() -> None:
    message = read(
        multi(
            TEXT,
            part("Final-Recipient: rfc822; a@example.com\n\nAction: failed\n", "message/delivery-status"),
            kind="report",
        )
    )
    (status,) = message.attachments
    assert status.declared == "message/delivery-status"
    assert b"Action: failed" in status.content
    assert message.content_type == "multipart/report"


# --- signed and encrypted ----------------------------------------------------------------------------

INSIDE = multi(TEXT, part(PDF, "application/pdf; name=cv.pdf"), boundary="b9")


@pytest.mark.parametrize(
    "entity",
    [
        multi(INSIDE, part(b"signature", "application/pkcs7-signature; name=smime.p7s"), kind="signed"),
        multi(INSIDE, part("-----BEGIN PGP", "application/pgp-signature; name=signature.asc"), kind="signed"),
        multi(INSIDE, part("-----BEGIN PGP", "application/pgp-signature; name=signature.asc")),
        part(
            wrapped(INSIDE.replace("\n", "\r\n").encode()),
            "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        ),
    ],
)
def test_signed_mail_shows_what_was_signed(entity: str) -> None:
    message = read(entity)
    assert message.text.strip() == "Hello."
    assert [(a.name, a.content) for a in message.attachments] == [("cv.pdf", PDF)]


@pytest.mark.parametrize(
    "entity",
    [
        part(wrapped(b"x", ENVELOPED), "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"),
        multi(
            part("Version: 1", "application/pgp-encrypted"),
            part("-----BEGIN PGP MESSAGE-----\n", "application/octet-stream; name=encrypted.asc"),
            kind="encrypted",
        ),
    ],
)
def test_encrypted_mail_says_so(entity: str) -> None:
    (attachment,) = read(entity).attachments
    assert attachment.problem and "encrypted" in attachment.problem


# --- attached messages -------------------------------------------------------------------------------

STUDENT = "From: Ben Okoro <ben@example.edu>\nSubject: My application\n" + INSIDE


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (part(STUDENT, "message/rfc822"), "My application.eml"),
        (part(STUDENT, "message/rfc822", 'Content-Disposition: attachment; filename="mail.eml"'), "mail.eml"),
        (part(STUDENT.replace("My application", "a/b"), "message/rfc822"), "a-b.eml"),
        (part(STUDENT.replace("Subject: My application\n", ""), "message/rfc822"), "message.eml"),
        (
            part(STUDENT.encode(), "message/rfc822", 'Content-Disposition: attachment; filename="mail.eml"'),
            "mail.eml",
        ),
        (part(STUDENT.encode(), "message/rfc822"), "My application.eml"),
        (part(STUDENT.encode(), "application/octet-stream; name=mail.eml"), "mail.eml"),
    ],
)
def test_attached_messages_are_messages(one: str, name: str) -> None:
    message = read(multi(TEXT, one))
    (inner,) = message.inner
    assert message.attachments == ()
    assert (inner.name, inner.sender) == (name, Address("Ben Okoro", "ben@example.edu"))
    assert inner.text.strip() == "Hello."
    assert [(a.name, a.content) for a in inner.attachments] == [("cv.pdf", PDF)]
    assert len(inner.sha256) == 64


def test_headers_alone_are_no_message() -> None:
    message = read(multi(TEXT, part("Subject: x\n", "text/rfc822-headers")))
    assert message.inner == ()
    assert [a.name for a in message.attachments] == ["part-2.txt"]


# --- broken structure --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entity",
    [
        multi(TEXT, part(PDF, "application/pdf; name=cv.pdf")).removesuffix("--b1--\n"),
        multi(TEXT, part(PDF, "application/pdf; name=cv.pdf")).replace('boundary="b1"', 'boundary="other"'),
        multi(TEXT, part(PDF, "application/pdf; name=cv.pdf")).replace('; boundary="b1"', ""),
        "\n" + multi(TEXT, part(PDF, "application/pdf; name=cv.pdf")).partition("\n\n")[2],
    ],
)
def test_files_are_found_though_the_boundary_is_not(entity: str) -> None:
    message = read(entity)
    assert [(a.name, a.content) for a in message.attachments] == [("cv.pdf", PDF)]
    assert message.text.strip() == "Hello."


def test_bare_line_feeds_and_no_mime_version() -> None:
    raw = (HEADERS.replace("MIME-Version: 1.0\n", "") + multi(TEXT, part(PDF, "application/pdf"))).encode()
    assert [a.content for a in parse(raw).attachments] == [PDF]


def test_an_mbox_separator_and_empty_lines_above_do_no_harm() -> None:
    assert parse(b"\r\n\r\n" + mail(TEXT)).subject == "Application"
    assert parse(b"From ana@example.edu Thu Nov  3 10:00:00 2016\n" + mail(TEXT)).subject == "Application"


# --- bounds ------------------------------------------------------------------------------------------


def nested(levels: int) -> str:
    return "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(levels)) + "\nx"


HOSTILE = {
    "parts": "Content-Type: multipart/mixed; boundary=B\n\n" + "--B\n\nx\n" * 5000 + "--B--\n",
    "files": "Content-Type: multipart/mixed; boundary=B\n\n" + "--B\nContent-Type: x/y; name=a\n\nx\n" * 5000,
    "nested 90": nested(90),
    "nested 3000": nested(3000),
    "nested, many lines": nested(200) + "--x\n" * 20_000,
    "messages in messages": "Content-Type: message/rfc822\n\n" * 300 + "x",
    "long parameters": "Content-Type: text/plain; " + "".join(f"p{i}*0=x; " for i in range(20_000)) + "\n\nx",
    "long parameters within": multi("Content-Type: multipart/mixed; " + "p*0=x;" * 40_000 + "\n\nx"),
    "long boundary": f'Content-Type: multipart/mixed; boundary="{" " * 20_000}"\n\n'
    + ("--" + " " * 20_000 + "\n") * 5,
    "headers": "".join(f"X-H{i}: v\n" for i in range(40_000)) + "\nx",
    "quotes": "Cc: " + '"\\"<' * 50_000 + "\n\nx",
    "brackets": "Cc: " + "(" * 100_000 + "\n\nx",
    "words": "X-S: " + " =?utf-8?q?a?=" * 20_000 + "\n\nx",
    "a folded line": "X-S: a\n" + " b\n" * 80_000 + "\nx",
    "a date": "Date: " + "(" * 50_000 + ")" * 50_000 + "\n\nx",
    "received": ("Received: from " + "a " * 10_000 + "by " + "b " * 10_000 + "\n") * 3 + "\nx",
}


@pytest.mark.parametrize("entity", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_structure_is_read_within_bounds(entity: str) -> None:
    limits = Limits()
    message = read(entity)
    assert message.sender == Address("Ana Ruiz", "ana@example.edu")
    assert len(message.attachments) <= limits.parts
    assert len(message.text) <= limits.text_characters


def test_what_is_over_the_limits_is_named() -> None:
    raw = mail(multi(*[TEXT] * 10))
    assert "more parts than are read" in parse(raw, Limits(parts=5)).defects
    assert "text longer than is read" in parse(raw, Limits(text_characters=10)).defects
    assert len(parse(raw, Limits(text_characters=10)).text) == 10
    assert "longer than is read" in parse(raw, Limits(message_bytes=100)).defects
    assert "parts nested deeper than is read" in parse(mail(nested(5)), Limits(depth=2)).defects


def test_parts_are_counted_over_all_attached_messages() -> None:
    inner = part(f"Subject: x\n{multi(*[TEXT] * 4, boundary='b7')}", "message/rfc822")
    message = parse(mail(multi(inner, inner, inner)), Limits(parts=9))
    assert sum("more parts than are read" in m.defects for m in (message, *message.inner)) >= 1


@pytest.mark.parametrize("levels", range(850, 1000, 10))
def test_nesting_near_the_interpreters_limit(levels: int) -> None:
    assert parse(b"From: a@example.com\n" + b"Content-Type: message/rfc822\n\n" * levels + b"x").sender


@pytest.mark.parametrize(
    "entity",
    [
        # what the standard library's own accessors raise on, or lose
        part("caf\u00e9", 'text/plain; charset="a\0b"'),
        part(
            "Final-Recipient: x\n\nReason: a\n : b\n\tc\n\nx: smtp;\n5.1.0: \u00e9\n y",
            "message/delivery-status",
        ),
        part("a\u00e9b", "application/pdf; name=a.pdf", "Content-Transfer-Encoding: base64"),
    ],
)
def test_bytes_that_trip_the_standard_library(entity: str) -> None:
    assert read(multi(TEXT, entity)).text.startswith("Hello.")


def test_messages_nested_too_deeply_are_left_out() -> None:
    message = parse(mail("Content-Type: message/rfc822\n\n" * 10 + "x"), Limits(depth=3))
    deepest = message
    while deepest.inner:
        (deepest,) = deepest.inner
    assert "messages nested deeper than are read" in deepest.defects


_PIECES = st.sampled_from(
    [
        b"From: a@example.com",
        b"Subject: =?utf-8?q?",
        b"Content-Type: multipart/mixed; boundary=B",
        b"--B",
        b"--B--",
        b"\n",
        b"\r\n",
        b"Content-Type: message/rfc822",
        b"Content-Type: text/html",
        b"Content-Transfer-Encoding: base64",
        b"Content-Type: text/plain; charset=",
        b"gb2312",
        b"utf-16",
        b"<table><tr><td>",
        b"> a",
        b"-- ",
        b"\xff\xfe",
        b"\x00",
        b"Content-Disposition: attachment; filename*0*=",
        b" x",
        b"Content-Type: application/pkcs7-mime",
        b"MIAGCSqGSIb3DQEHAqCA",
        b"Date: ",
        b"9999",
        b":",
        b";",
        b"Content-Type: multipart/signed",
        b"Content-Type: multipart/alternative; boundary=B",
        b"quoted-printable",
        b"=",
        b"format=flowed",
        b"Content-Type: message/delivery-status",
        b"begin 644 a",
    ]
)


@given(st.one_of(st.binary(), st.lists(_PIECES).map(b"".join), st.lists(_PIECES).map(b"\n".join)))
def test_any_bytes_give_a_message(raw: bytes) -> None:
    message = parse(raw)
    assert message == parse(raw)
    for one in (message, *message.inner):
        assert "".join(one.text[r.start : r.end] for r in one.regions) == one.text
        assert not set(one.text + one.subject + "".join(a.name for a in one.attachments)) & set("\0\r")
        (one.text + one.subject + str(one.headers)).encode("utf-8")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (mail(TEXT), True),
        (b"From ana@example.edu Thu Nov  3 10:00:00 2016\nFrom: a@example.com\n\nx", True),
        (b"\n\nSubject: x\n\n", True),
        (b"a damaged line\nFrom: a@example.com\nTo: b@example.com\nSubject: x\n\n", True),
        (b"\xef\xbb\xbfDate: x\r\n\r\n", True),
        (b"", False),
        (b"%PDF-1.4\nFrom: x\n", False),
        (b"PK\x03\x04", False),
        (b"Just a letter.\nSubject: x\n", False),
        (b'{"from": 1}', False),
        (b"\x00" * 1000, False),
    ],
)
def test_what_is_an_email(raw: bytes, expected: bool) -> None:
    assert is_message(raw) is expected
