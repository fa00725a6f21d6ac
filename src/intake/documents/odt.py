"""OpenDocument (text, and what a presentation or spreadsheet has of it): ODF 1.3, part 3."""

from __future__ import annotations

from lxml import etree

from intake.documents.archive_safety import check_directory, open_zip
from intake.documents.clean import tidy_lines
from intake.documents.reading import DAMAGED, File, Reader, Reading, Unreadable
from intake.documents.xml_parts import local, part

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "forms", "sequence-decls", "note-citation", "desc", "title"}
)
_DEEPEST = 200


def _odt(file: File) -> Reading:
    with open_zip(file.content) as archive:
        check_directory(archive, file.limits)
        infos = {info.filename: info for info in archive.infolist()}
        if "content.xml" not in infos:
            raise Unreadable(f"{DAMAGED}its text cannot be found")
        manifest = infos.get("META-INF/manifest.xml")
        if manifest and next(part(archive, manifest).iter("{*}encryption-data"), None) is not None:
            raise Unreadable("is protected by a password")
        lines: list[str] = []
        if "styles.xml" in infos:
            for header in part(archive, infos["styles.xml"]).iter("{*}header"):
                _blocks(header, lines, "", 0)
        _blocks(part(archive, infos["content.xml"]), lines, "", 0)
    return Reading(tidy_lines("\n".join(lines)))


def _blocks(parent: etree._Element, lines: list[str], mark: str, depth: int) -> None:
    for element in parent:
        name = local(element)
        if name in ("p", "h"):
            words: list[str] = []
            asides: list[etree._Element] = []
            _inline(element, words, asides, 0)
            text = "".join(words)
            lines.append(mark + text if text.strip() else text)
            for aside in asides:
                _blocks(aside, lines, "", depth + 1)
            mark = ""  # a list item's further paragraphs
        elif name == "table-row":
            _row(element, lines, depth)
        elif name == "list-item" and depth < _DEEPEST:
            _blocks(element, lines, "• ", depth + 1)
        elif name and name not in _SKIPPED and depth < _DEEPEST:
            _blocks(element, lines, mark, depth + 1)


def _row(row: etree._Element, lines: list[str], depth: int) -> None:
    cells = []
    for cell in row:
        inner: list[str] = []
        if depth < _DEEPEST:
            _blocks(cell, inner, "", depth + 1)
        cells.append([line for line in inner if line.strip()])
    if all(len(cell) <= 1 for cell in cells):
        lines.append("\t".join(cell[0] for cell in cells if cell))
    else:
        lines.extend(line for cell in cells for line in cell)


def _inline(parent: etree._Element, words: list[str], asides: list[etree._Element], depth: int) -> None:
    words.append(parent.text or "")
    for element in parent:
        name = local(element)
        if name == "tab":
            words.append("\t")
        elif name == "line-break":
            words.append("\n")
        elif name == "s":
            count = element.get("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c", "1")
            words.append(" " * (min(int(count), 40) if count.isascii() and count.isdigit() else 1))
        elif name in ("text-box", "note-body", "table"):
            asides.append(element)
        elif name and name not in _SKIPPED and depth < _DEEPEST:
            _inline(element, words, asides, depth + 1)
        words.append(element.tail or "")


READER = Reader("odt", 1, _odt)
