"""Answers to FETCH that are of the plain form are read as the library reads them; all others are left to it."""

from __future__ import annotations

import pytest
from imapclient.response_parser import parse_fetch_response

from intake.mailbox.answers import head, plain_heads

PLAIN = [
    b'1 (UID 7 RFC822.SIZE 30012 INTERNALDATE "17-Jul-2016 02:44:25 -0700")',
    b'2 (INTERNALDATE " 1-Jan-2017 00:00:00 +0000" UID 8 RFC822.SIZE 0)',
    b'3 (RFC822.SIZE 5 UID 4294967295 INTERNALDATE "29-Feb-2016 23:59:59 +1345")',
]


def test_plain_answers_say_what_the_library_reads() -> None:
    read = {uid: head(items) for uid, items in parse_fetch_response(PLAIN, False, True).items()}
    assert plain_heads(PLAIN) == read
    assert len(read) == 3


@pytest.mark.parametrize(
    "odd",
    [
        b"4 (UID 9 RFC822.SIZE NIL)",
        b"4 (UID 9 RFC822.SIZE 10)",
        b"4 (FLAGS (\\Seen) UID 9)",
        b'4 (UID 9 UID 9 INTERNALDATE "17-Jul-2016 02:44:25 -0700")',
        b'4 (UID 9 RFC822.SIZE 1 INTERNALDATE "31-Feb-2016 02:44:25 -0700")',
        b'4 (UID 9 RFC822.SIZE 1 INTERNALDATE "17-Foo-2016 02:44:25 -0700")',
        b'4 (UID 9 RFC822.SIZE 1 INTERNALDATE "01-Jan-0001 00:00:00 +1400")',
        b'4 (UID 9 RFC822.SIZE 1 INTERNALDATE "17-Jul-2016 02:44:25 -0700" FLAGS ())',
        b"",
        None,
        (b"4 (UID 9 RFC822.SIZE {2}", b"12"),
    ],
)
def test_others_are_left_to_the_library(odd: object) -> None:
    assert plain_heads([*PLAIN, odd]) is None
