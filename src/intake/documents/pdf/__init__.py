"""PDF: pdfminer reads it, in reading order; pdfium is asked where pdfminer finds nothing or nonsense.

pdfium may end the whole process on a file made for that, so it is never asked first.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass

import pypdfium2
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from intake.documents.legible import is_legible
from intake.documents.pdf.glyphs import GlyphDevice
from intake.documents.pdf.interpreter import MOST_FORMS, TextInterpreter
from intake.documents.pdf.layout import page_text
from intake.documents.reading import DAMAGED, File, Reader, Reading, Unreadable

_FEW = 50  # characters: less is no letter or resume
_TAIL = 4096  # bytes at the end, where %%EOF stands

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # else it makes a record for each operator


@dataclass(slots=True)
class _Found:
    text: str = ""
    pages: int = 0  # of the document, 0 where it could not be opened
    read: int = 0
    pictures: int = 0
    glyphs: int = 0
    undefined: int = 0  # glyphs without a character
    trapped: bool = False  # made to hang or swell its reader
    stopped: str | None = None

    @property
    def letters(self) -> int:
        """Characters that mean something: none where the text is scrambled."""
        return sum(c.isalnum() for c in self.text) if is_legible(self.text) else 0

    @property
    def is_enough(self) -> bool:
        readable = self.undefined <= 0.3 * self.glyphs and is_legible(self.text)
        return len(self.text.strip()) >= _FEW and readable


def _pdf(file: File) -> Reading:
    found = _by_pdfminer(file)
    if not found.is_enough and not found.trapped:
        second = _by_pdfium(file)
        if second.letters > 1.2 * found.letters:
            found.text, found.undefined, found.stopped = second.text, 0, None
        found.pages = found.pages or second.pages
    cut = b"%%EOF" not in file.content[-_TAIL:]
    if not found.pages:
        raise Unreadable(f"{DAMAGED}it {'breaks off' if cut else 'cannot be opened'}")
    text = found.text if found.text.strip() else None
    problem = _without_words(found, cut) if text is None else _doubt(found, cut, file.limits.pages)
    if text is not None and (found.undefined > 0.3 * found.glyphs or not is_legible(text)):
        text, problem = (
            None,
            "its letters cannot be told: the file lacks the table of its characters; ask for another",
        )
    return Reading(text, problem, found.pages)


def _without_words(found: _Found, cut: bool) -> str:
    if cut and not found.pictures:
        return f"{DAMAGED}it breaks off"
    if found.stopped:
        return found.stopped
    if found.pictures:
        return "is a scan: no text, a picture of a page only"
    return "has no text: its pages are empty or drawn as shapes"


def _doubt(found: _Found, cut: bool, most: int) -> str | None:
    if found.stopped:
        return found.stopped
    if cut:
        return f"{DAMAGED}its end is missing"
    if found.pages > found.read >= most:
        return f"only the first {most} of {found.pages} pages were read"
    if len(found.text.strip()) < _FEW and found.pictures:
        return "is mostly a picture: little text can be read"
    return None


def _by_pdfminer(file: File) -> _Found:
    found = _Found()
    texts: list[str] = []
    try:
        document = PDFDocument(PDFParser(io.BytesIO(file.content)))
        manager = PDFResourceManager()
        device = GlyphDevice(manager)
        interpreter = TextInterpreter(manager, device)
        for page in PDFPage.create_pages(document):
            if found.read >= file.limits.pages or sum(map(len, texts)) > file.limits.text_characters:
                break
            if file.expired():
                found.stopped = f"took too long: only the first {found.read} pages were read"
                break
            device.clear()
            interpreter.process_page(page)
            texts.append(page_text(device.stretches()))
            found.read += 1
            found.pictures += device.pictures
            found.glyphs += device.glyphs
            found.undefined += device.undefined
            found.trapped |= device.forms > MOST_FORMS
        found.pages = max(_count(document), found.read)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise Unreadable("is protected by a password") from None
    except MemoryError:  # pdfium would fare no better, and would end the process
        raise
    except Exception:  # pdfminer raises what damaged files lead it to
        if texts:
            found.stopped = f"{DAMAGED}only the first {len(texts)} pages could be read"
            found.pages = found.read
    found.text = "\f".join(texts)
    return found


def _count(document: PDFDocument) -> int:
    """The number of pages that the document claims, 0 where it claims nonsense."""
    count = resolve1(resolve1(document.catalog.get("Pages", {})).get("Count"))
    return count if isinstance(count, int) and 0 < count < 100_000 else 0


def _by_pdfium(file: File) -> _Found:
    try:
        document = pypdfium2.PdfDocument(file.content)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise Unreadable("is protected by a password") from None
        return _Found()
    texts: list[str] = []
    try:
        for number in range(min(len(document), file.limits.pages)):
            page = document[number].get_textpage().get_text_bounded().replace("\ufffe", "")
            texts.append(page.replace("\r\n", "\n"))
        return _Found("\f".join(texts), len(document), len(texts))
    except pypdfium2.PdfiumError:
        return _Found("\f".join(texts), len(texts), len(texts))
    finally:
        document.close()


READER = Reader("pdf", 4, _pdf)
