"""Scans read by OCR: only where it is wanted and there, marked as such."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import pypdfium2
import pytest

from intake.config import Limits
from intake.documents import ocr
from intake.model import Document, Record
from intake.workers.handling import Job, workers
from support import files
from support.cases import programme
from support.emails import PDF, mail

WANTED = Limits(ocr_pages=2, seconds=60, memory_bytes=2**31)
SCAN = Document("attachment:scan.pdf", "application/pdf", None, "is a scan", pages=1)
TEXT = "ANA RUIZ\nana.ruiz@example.edu\n\nEDUCATION\nLakeside State University\n\nSKILLS\nPython and Java\n"

tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None and "CI" not in os.environ, reason="tesseract is not installed"
)


def photo_of(text: str) -> bytes:
    """A PDF whose page is a picture of this text."""
    drawn = pypdfium2.PdfDocument(files.pdf(text))
    page = drawn[0]
    bitmap = page.render(scale=2, grayscale=True)
    width, height = bitmap.width, bitmap.height
    rows = bytes(bitmap.buffer)
    grey = b"".join(rows[at : at + width] for at in range(0, bitmap.stride * height, bitmap.stride))
    drawn.close()
    return files.picture_pdf(grey, width, height)


@pytest.mark.parametrize(
    ("document", "limits", "expected"),
    [
        (SCAN, WANTED, True),
        (SCAN, Limits(), False),
        (replace(SCAN, text="words"), WANTED, False),
        (replace(SCAN, pages=None), WANTED, False),  # protected or damaged: there is no page to look at
        (replace(SCAN, type="image/png", pages=None), WANTED, True),
        (replace(SCAN, type="image/png", inline=True), WANTED, False),
        (replace(SCAN, type="application/zip"), WANTED, False),
    ],
)
def test_what_is_looked_at(document: Document, limits: Limits, expected: bool) -> None:
    assert ocr.is_wanted(document, limits) is expected


@tesseract
def test_a_scan_is_read_behind_the_fence_and_marked() -> None:
    raw = mail(
        1, "Ana Ruiz <ana.ruiz@example.edu>", "Algorithms internship, summer 2017", "My resume is attached.\n",
        ("resume.pdf", PDF, photo_of(TEXT)),
    ).as_bytes()  # fmt: skip
    with workers(programme(), 1, WANTED) as fenced:
        ((_, record),) = fenced.run([Job("1", raw)])
    assert isinstance(record, Record)
    document = record.document("attachment:resume.pdf")
    assert document is not None
    assert document.ocr
    assert "ANA RUIZ" in (document.text or "")
    assert any("OCR" in note for note in record.review)


@tesseract
def test_a_picture_without_words_stays_unread() -> None:
    assert ocr.read(SCAN, files.scan(), WANTED) == SCAN
