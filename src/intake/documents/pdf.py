"""PDF: pdfminer reads it, in the order of its content stream; pdfium is asked where pdfminer finds too little."""

from __future__ import annotations

import io
import logging

import pypdfium2
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from intake.documents.pdf_glyphs import GlyphDevice, TextInterpreter
from intake.documents.pdf_layout import page_text
from intake.documents.reading import File, Reader, Reading, Unreadable

_FEW = 50  # characters: less than that is no document

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it makes a record for each operator otherwise


def _pdf(file: File) -> Reading:
    try:
        text, pages, pictures = _by_pdfminer(file)
        problem = None
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise Unreadable("is protected by a password") from None
    except Exception as fault:
        text, pages, pictures, problem = "", 0, 0, fault
    if len(text.strip()) < _FEW:
        second, count = _by_pdfium(file)
        if len(second.strip()) > len(text.strip()):
            text = second
        pages = pages or count
    if text.strip():
        return Reading(text, None, pages or None)
    if pages and not problem:
        return Reading(
            None, "is a scan: a picture of the page without text" if pictures else "has no text in it", pages
        )
    cut = b"%%EOF" not in file.content[-2048:]
    raise Unreadable(
        "the file is damaged: it breaks off" if cut else "the file is damaged: it cannot be read"
    )


def _by_pdfminer(file: File) -> tuple[str, int, int]:
    document = PDFDocument(PDFParser(io.BytesIO(file.content)))
    manager = PDFResourceManager()
    device = GlyphDevice(manager)
    interpreter = TextInterpreter(manager, device)
    texts, pictures = [], 0
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= file.limits.pages or file.expired():
            break
        device.clear()
        interpreter.process_page(page)
        pictures += device.pictures
        texts.append(page_text(device.stretches()))
    return "\f".join(texts), len(texts), pictures


def _by_pdfium(file: File) -> tuple[str, int]:
    try:
        document = pypdfium2.PdfDocument(file.content)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise Unreadable("is protected by a password") from None
        return "", 0
    try:
        texts = [
            document[i].get_textpage().get_text_bounded()
            for i in range(min(len(document), file.limits.pages))
        ]
        return "\f".join(texts), len(document)
    except pypdfium2.PdfiumError:
        return "", 0
    finally:
        document.close()


READER = Reader("pdf", 1, _pdf)
