"""Apple's Pages: the preview that many of them carry is a PDF of the whole document."""

from __future__ import annotations

import dataclasses

from intake.documents.archive_safety import open_zip, take
from intake.documents.pdf import READER as PDF
from intake.documents.reading import File, Reader, Reading, Unreadable


def _pages(file: File) -> Reading:
    with open_zip(file.content) as archive:
        for info in archive.infolist():
            if info.filename.lower() in ("quicklook/preview.pdf", "preview.pdf"):
                preview = take(archive, info, file.limits.attachment_bytes)
                return PDF.read(dataclasses.replace(file, content=preview, type="application/pdf"))
    raise Unreadable("needs Pages to open; ask for a PDF")


READER = Reader("pages", 1, _pages)
