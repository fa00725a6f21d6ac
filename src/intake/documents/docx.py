"""Word's DOCX: every word a person sees, in document order.

python-docx opens the package and finds its parts; the walk over the XML is ours, because `paragraphs` leaves
out tables, text boxes, content controls, headers and notes. Where python-docx refuses the package (macro
files, Strict Open XML, images that are not there) the parts are taken from the zip by their usual names.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
from lxml import etree

from intake.documents.archive_safety import check_directory, open_zip
from intake.documents.clean import tidy_lines
from intake.documents.docx_walk import list_styles_of, text_of
from intake.documents.reading import File, Reader, Reading, Unreadable
from intake.documents.xml_parts import MOST_XML, parse_xml, part

_ASIDE = re.compile(r"/(header|footer|footnotes|endnotes)$")
_PARTS = re.compile(r"word/(header\d*|document|footnotes|endnotes|footer\d*)\.xml$", re.IGNORECASE)
_ORDER = {"header": 0, "document": 1, "footnotes": 2, "endnotes": 3, "footer": 4}
Part = tuple[str, etree._Element]


def _docx(file: File) -> Reading:
    styles = _checked(file)
    parts = _opened(file.content) or list(_raw(file))
    parts.sort(key=lambda named: _ORDER[named[0]])
    texts: list[str] = []
    for _, element in parts:
        text = tidy_lines(text_of(element, styles))
        if text and text not in texts[-6:]:  # the same header again for first, odd and even pages
            texts.append(text)
    return Reading("\n".join(texts))


def _checked(file: File) -> frozenset[str]:
    """Look at the zip's directory before anything is unpacked; return the styles that make lists."""
    with open_zip(file.content) as archive:
        infos = check_directory(archive, file.limits)
        for info in infos:
            if info.file_size > MOST_XML and info.filename.lower().endswith((".xml", ".rels")):
                raise Unreadable("unpacks to more than the limit")
        found = [info for info in infos if info.filename.lower() == "word/styles.xml"]
        return list_styles_of(part(archive, found[0])) if found else frozenset()


def _opened(content: bytes) -> list[Part]:
    """The parts as python-docx finds them, or none where it refuses the file or finds no body."""
    try:
        main = docx.Document(io.BytesIO(content)).part
        parts: list[Part] = [("document", main.element)]
        for relation in main.rels.values():
            kind = _ASIDE.search(relation.reltype)
            if kind and not relation.is_external:
                parts.append((kind.group(1), parse_xml(relation.target_part.blob)))
    except Exception:  # it raises KeyError, ValueError, AttributeError, XMLSyntaxError and more
        return []
    return parts if text_of(parts[0][1]).strip() else []


def _raw(file: File) -> Iterator[Part]:
    with open_zip(file.content) as archive:
        for info in archive.infolist():
            found = _PARTS.match(info.filename.replace("\\", "/"))
            if found:
                kind = found.group(1).rstrip("0123456789").lower()
                yield kind, part(archive, info)


READER = Reader("docx", 1, _docx)
