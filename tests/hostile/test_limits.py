"""Every bound of [limits] holds, and what is over it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hostile import archives, mails
from intake import documents
from intake.config import Limits
from intake.model import Attachment, Document
from intake.parse import parse
from intake.workers.fence import Fence
from intake.workers.handling import Job, understand
from support.cases import programme
from support.files import pdf


def read(content: bytes, name: str, limits: Limits) -> tuple[Document, ...]:
    return documents.read(f"attachment:{name}", Attachment(name, "application/octet-stream", content), limits)


def messages() -> bytes:
    """Twelve messages within each other."""
    return mails.HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 12 + b"Subject: x\r\n\r\nx"


@pytest.mark.parametrize(
    ("make", "limits", "defect"),
    [
        (lambda: mails.text(b"words " * 5000), Limits(message_bytes=9000), "longer than is read"),
        (lambda: mails.text(b"words " * 5000), Limits(text_characters=900), "text longer than is read"),
        (mails.ten_thousand_parts, Limits(parts=40), "more parts than are read"),
        (mails.thousand_deep, Limits(depth=5), "parts nested deeper than is read"),
        (messages, Limits(depth=5), "messages nested deeper than are read"),
    ],
    ids=["message_bytes", "text_characters", "parts", "depth", "depth of messages"],
)
def test_a_mail_over_its_bounds_says_so(make: Callable[[], bytes], limits: Limits, defect: str) -> None:
    message = parse(make(), limits)
    inner, defects = message, list(message.defects)
    while inner.inner:
        inner = inner.inner[0]
        defects += inner.defects
    assert defect in defects
    assert len(message.text) <= limits.text_characters
    assert len(message.attachments) <= limits.parts


@pytest.mark.parametrize(
    ("content", "name", "limits", "problem"),
    [
        (b"words " * 500_000, "cv.txt", Limits(attachment_bytes=2**20), "larger than the limit of 1 MB"),
        (b"words " * 500, "cv.txt", Limits(text_characters=100), "only the first 100 characters were read"),
        (
            pdf(*["I would like to apply for the internship, as I said before."] * 5),
            "cv.pdf",
            Limits(pages=2),
            "only the first 2 of 5 pages were read",
        ),
        (
            archives.packed((f"{n}.txt", "I apply.") for n in range(9)),
            "a.zip",
            Limits(archive_members=4),
            "5 more files in the archive were not opened",
        ),
        (
            archives.packed([("a.txt", b"words " * 50_000)]),
            "a.zip",
            Limits(archive_bytes=1000),
            "unpacks to more than the limit",
        ),
    ],
    ids=["attachment_bytes", "text_characters", "pages", "archive_members", "archive_bytes"],
)
def test_a_file_over_its_bounds_says_so(content: bytes, name: str, limits: Limits, problem: str) -> None:
    found = read(content, name, limits)
    assert problem in " / ".join(one.problem or "" for one in found)
    assert all(len(one.text or "") <= limits.text_characters for one in found)
    assert len(found) <= limits.archive_members + 1


def test_archives_within_each_other_share_their_bound() -> None:
    inner = archives.packed((f"{n}.txt", f"I am letter {n}.") for n in range(9))
    found = read(archives.packed((f"{n}.zip", inner) for n in range(9)), "a.zip", Limits(archive_members=12))
    assert len([one for one in found if one.text]) <= 12


def many(texts: list[bytes]) -> bytes:
    """A mail with so many text files."""
    part = (
        b"--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=%d.txt\r\n\r\n%s\r\n"
    )
    return (
        mails.HEAD + mails.MIXED + b"".join(part % (n, text) for n, text in enumerate(texts)) + b"--B--\r\n"
    )


def test_the_files_of_a_mail_share_their_bounds() -> None:
    """However many there are, no more is read of them together than of five, and each says why."""
    limits = Limits(text_characters=1000)
    fence = Fence({}, limits, lambda step, needed: None)
    raw = many([b"%d words " % n * 120 for n in range(12)])
    record = understand(programme(), Job("many", raw), fence)
    files = [one for one in record.documents if one.source.startswith("attachment:")]
    assert len(files) == 12
    assert sum(len(one.text or "") for one in files) <= 6 * limits.text_characters
    assert "more text than is read of one mail" in (files[-1].problem or "")
