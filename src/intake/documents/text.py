"""Plain text and formats that read as such."""

from __future__ import annotations

from intake.documents.charset import decode
from intake.documents.reading import File, Reader, Reading


def _plain(file: File) -> Reading:
    return Reading(decode(file.content, file.declared))


PLAIN = Reader("text", 1, _plain)
MARKDOWN = Reader("markdown", 1, _plain)
