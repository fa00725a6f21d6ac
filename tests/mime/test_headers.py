"""People, times and threads of a message's headers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mime.headers import Envelope, message_id, moment, thread
from intake.model import Address

NOON = datetime(2016, 11, 3, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu, 3 Nov 2016 12:00:00 +0000", NOON),
        ("3 Nov 2016 12:00 +0000", NOON),
        ("Thu, 03 Nov 2016 05:00:00 -0700", NOON),
        ("Thu, 3 Nov 2016 05:00:00 -0700 (PDT)", NOON),
        ("Thu, 3 Nov 2016 05:00:00 PDT", NOON),
        ("Thu, 3 Nov 2016 12:00:00 GMT", NOON),
        ("Thu, 3 Nov 2016 12:00:00", NOON),
        ("Thu, 3 Nov 2016 14:00:00 GMT+02:00", NOON),
        ("Thu, 3 Nov 2016 14:00:00 UTC+2", NOON),
        ("Thu, 3 Nov 2016 14:00:00 +02:00", NOON),
        ("Thu, 3 Nov 2016 12.00.00 +0000", NOON),
        ("Thu, 3 Nov 16 12:00:00 +0000", NOON),
        ("(comment) Thu, 3 Nov 2016 12:00:00 +0000", NOON),
        ("", None),
        ("yesterday", None),
        ("Thu, 99 Nov 2016 12:00:00 +0000", None),
        ("Thu, 3 Nov 9999 23:59:59 -9999", None),
        ("Thu, 3 Nov 1816 00:00:00 +0000", None),
        ("Thu, 3 Nov 2016 12:00:00 +999999999999", None),
        ("(" * 5000, None),
    ],
)
def test_times(text: str, expected: datetime | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize("text", ["Thu, 3 Nov 2016 05:00:00 -0700", "Thu, 3 Nov 2016 05:00:00 GMT-07:00"])
def test_the_senders_zone_is_kept(text: str) -> None:
    sent = Envelope([("date", text)]).sent()
    assert sent == NOON
    assert sent and sent.tzinfo == timezone(timedelta(hours=-7))


@given(st.text(alphabet="0123456789:+- ,.()NovThuGMT"))
def test_any_date_is_read_or_not(text: str) -> None:
    found = moment(text)
    assert found is None or found.astimezone(UTC)
    Envelope([("date", text)]).sent()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Ruiz <Ana@Example.edu>", Address("Ana Ruiz", "ana@example.edu")),
        ('"Ruiz, Ana" <ana@example.edu>', Address("Ruiz, Ana", "ana@example.edu")),
        ("ana@example.edu", Address("", "ana@example.edu")),
        ("<ana@example.edu>", Address("", "ana@example.edu")),
        ("ana@example.edu (Ana Ruiz)", Address("Ana Ruiz", "ana@example.edu")),
        ("=?utf-8?q?Ana_Ru=C3=ADz?= <ana@example.edu>", Address("Ana Ruíz", "ana@example.edu")),
        ('"=?utf-8?q?Ana_Ru=C3=ADz?=" <ana@example.edu>', Address("Ana Ruíz", "ana@example.edu")),
        ("=?utf-8?q?Ru=C3=ADz=2C_Ana?= <ana@example.edu>", Address("Ruíz, Ana", "ana@example.edu")),
        ("李娜 <lina@example.cn>", Address("李娜", "lina@example.cn")),
        ("Ana Ruiz ana@example.edu", Address("Ana Ruiz", "ana@example.edu")),
        ("Ana Ruiz <ana@example.edu", Address("Ana Ruiz", "ana@example.edu")),
        ('"ana@example.edu" <ana@example.edu>', Address("", "ana@example.edu")),
        ("'Ana Ruiz' <ana@example.edu>", Address("Ana Ruiz", "ana@example.edu")),
        ("mailto:ana@example.edu", Address("", "ana@example.edu")),
        ("undisclosed-recipients:;", None),
        ("<>", None),
        ("nobody", None),
        ("", None),
    ],
)
def test_senders(value: str, expected: Address | None) -> None:
    assert Envelope([("from", value)]).sender() == expected


def test_whom_a_mail_reached() -> None:
    envelope = Envelope(
        [
            ("to", "Interns <interns@example.com>, office@example.com"),
            ("cc", "INTERNS@example.com"),
            ("delivered-to", "inbox@example.com"),
            ("x-original-to", "jobs@example.com"),
            ("list-id", "The interns' list <interns.lists.example.com>"),
            ("list-post", "<mailto:all@lists.example.com>"),
            ("resent-to", "hr@example.com"),
        ]
    )
    assert {person.email for person in envelope.reached()} == {
        "interns@example.com",
        "office@example.com",
        "inbox@example.com",
        "jobs@example.com",
        "interns@lists.example.com",
        "all@lists.example.com",
        "hr@example.com",
    }


def test_two_lines_of_one_header_are_both_read() -> None:
    envelope = Envelope([("to", "a@example.com"), ("to", "b@example.com")])
    assert [person.email for person in envelope.of("to")] == ["a@example.com", "b@example.com"]


def test_the_sender_is_found_where_from_is_empty() -> None:
    assert Envelope([("from", ""), ("sender", "Ana <ana@example.edu>")]).sender() == Address(
        "Ana", "ana@example.edu"
    )


def test_what_a_mail_answers() -> None:
    headers = (
        ("in-reply-to", "<2@example.com> (Ana's mail)"),
        ("references", "<1@example.com>\n <2@example.com>"),
        ("message-id", " <3@example.com> "),
    )
    assert thread(headers) == ("<1@example.com>", "<2@example.com>")
    assert message_id(headers) == "<3@example.com>"
    assert message_id((("message-id", "none"),)) is None
