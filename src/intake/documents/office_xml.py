"""PowerPoint and Excel files as plain text: slides and sheets in order, a row's cells apart by tabs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from intake.documents.archive_safety import check_directory, open_zip
from intake.documents.reading import File, Reader, Reading
from intake.documents.xml_parts import local, part

_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml$", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/sheet(\d{1,6})\.xml$", re.IGNORECASE)


def _slides(file: File) -> Reading:
    with open_zip(file.content) as archive:
        check_directory(archive, file.limits)
        infos = _numbered(archive, _SLIDE)
        texts = ["\n".join(_paragraphs(part(archive, info))) for info in infos[: file.limits.pages]]
    return Reading("\f".join(texts), pages=len(infos) or None)


def _paragraphs(slide: etree._Element) -> Iterator[str]:
    for paragraph in slide.iter("{*}p"):
        text = "".join(
            (run.text or "") if local(run) == "t" else "\n" for run in paragraph.iter("{*}t", "{*}br")
        )
        if text.strip():
            yield text


def _sheets(file: File) -> Reading:
    with open_zip(file.content) as archive:
        check_directory(archive, file.limits)
        shared = [info for info in archive.infolist() if info.filename.lower() == "xl/sharedstrings.xml"]
        strings = [_string(item) for item in part(archive, shared[0]).iter("{*}si")] if shared else []
        texts = [
            "\n".join(_rows(part(archive, info), strings))
            for info in _numbered(archive, _SHEET)[: file.limits.pages]
        ]
    return Reading("\f".join(texts))


def _rows(sheet: etree._Element, strings: list[str]) -> Iterator[str]:
    for row in sheet.iter("{*}row"):
        cells = [_cell(cell, strings) for cell in row.iter("{*}c")]
        if any(cells):
            yield "\t".join(cell for cell in cells if cell)


def _cell(cell: etree._Element, strings: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _string(cell)
    value = cell.findtext("{*}v") or ""
    if cell.get("t") != "s":
        return value
    return strings[int(value)] if value.isdigit() and len(value) < 8 and int(value) < len(strings) else ""


def _string(item: etree._Element) -> str:
    return "".join(text.text or "" for text in item.iter("{*}t")).strip()


def _numbered(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> list[zipfile.ZipInfo]:
    found = []
    for info in archive.infolist():
        match = pattern.match(info.filename)
        if match:
            found.append((int(match.group(1)), info))
    return [info for _, info in sorted(found, key=lambda pair: pair[0])]


SLIDES = Reader("pptx", 1, _slides)
SHEETS = Reader("xlsx", 1, _sheets)
