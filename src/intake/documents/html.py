"""HTML files, as a browser would show them."""

from __future__ import annotations

from intake.documents.charset import decode
from intake.documents.reading import File, Reader, Reading
from intake.htmltext import to_text


def _html(file: File) -> Reading:
    declared = file.declared + " " + file.content[:2048].decode("ascii", "ignore")  # <meta charset=...>
    return Reading(to_text(decode(file.content, declared)))


READER = Reader("html", 1, _html)
