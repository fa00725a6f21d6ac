"""The text of scans and pictures, by tesseract where it is installed and wanted (`limits.ocr_pages`).

The one reader that runs another program: it gets the picture on standard input and answers on standard
output, so that nothing is written; it is called from the fenced worker, never from the pure middle.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pypdfium2

from intake.config import Limits
from intake.model import Document

VERSION = 1
NAME = f"ocr-{VERSION}"
DPI = 200  # finer pictures are read no better, and slower
PIXELS = 20_000_000  # of one page
_PLACES = "/usr/local/bin:/usr/bin:/bin"
_PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/webp")
NOTE = "was read from a picture (OCR): compare it with the file"


def is_wanted(document: Document, limits: Limits) -> bool:
    """Whether a document has no text because it is a picture, and pictures are to be read."""
    return (
        limits.ocr_pages > 0
        and document.text is None
        and not document.inline
        and (document.type in _PICTURES or (document.type == "application/pdf" and bool(document.pages)))
    )


def read(document: Document, content: bytes, limits: Limits) -> Document:
    """The document with the text that tesseract sees in it, marked as such; unchanged where it sees none.

    At most `limits.ocr_pages` pages are read, each for at most `limits.seconds`.
    """
    program = shutil.which("tesseract", path=_PLACES)
    if program is None:
        return document
    pictures = _pages(content, limits.ocr_pages) if document.type == "application/pdf" else iter((content,))
    pages = [_seen(program, picture, limits) for picture in pictures]
    text = "\f".join(pages)[: limits.text_characters].replace("\0", "")
    if len(text.split()) < 5:
        return document
    return Document(
        source=document.source,
        type=document.type,
        text=text,
        problem=NOTE,
        pages=document.pages,
        sha256=document.sha256,
        size=document.size,
        reader=NAME,
        ocr=True,
    )


def _pages(content: bytes, most: int) -> Iterator[bytes]:
    """Each page as a grey picture (PGM)."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        for number in range(min(len(pdf), most)):
            page = pdf[number]
            width, height = page.get_size()
            scale = min(DPI / 72, (PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            rows = bytes(bitmap.buffer)
            lines = (
                rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
            )
            yield b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    finally:
        pdf.close()


def _seen(program: str, picture: bytes, limits: Limits) -> str:
    command = [program, "stdin", "stdout", "-l", limits.ocr_languages, "--dpi", str(DPI)]
    try:
        done = subprocess.run(  # noqa: S603 - our own words only; the picture goes through standard input
            command,
            input=picture,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            env={"PATH": _PLACES, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (
        done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip("\f")
        if done.returncode == 0
        else ""
    )
