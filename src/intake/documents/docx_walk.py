"""The text of a WordprocessingML part in document order (ECMA-376 part 1, section 17)."""

from __future__ import annotations

from lxml import etree

from intake.documents.xml_parts import local

_SKIPPED = frozenset(
    {
        "Fallback",
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "rPr",
        "sectPr",
        "tblPr",
        "tcPr",
        "trPr",
        "sdtPr",
    }
)
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def text_of(part: etree._Element) -> str:
    """Return the words a person sees: paragraphs a line each, list items marked `• `, cells of a row apart by
    a tab or, where a cell has several lines, by line ends; text boxes after the paragraph that holds them.
    Tracked deletions, field codes and the older copy of a drawing's text (mc:Fallback) are left out."""
    lines: list[str] = []
    _blocks(part, lines)
    return "\n".join(lines)


def _blocks(parent: etree._Element, lines: list[str], depth: int = 0) -> None:
    for element in parent:
        name = local(element)
        if name == "p":
            boxes: list[etree._Element] = []
            lines.append(_paragraph(element, boxes))
            for box in boxes:
                _blocks(box, lines, depth + 1)
        elif name == "tr":
            _row(element, lines, depth)
        elif name and name not in _SKIPPED and depth < 200:
            _blocks(element, lines, depth + 1)


def _row(row: etree._Element, lines: list[str], depth: int) -> None:
    cells = []
    for cell in row.iter("{*}tc"):
        if next(cell.iterancestors("{*}tr"), None) is row:
            inner: list[str] = []
            _blocks(cell, inner, depth + 1)
            cells.append([line for line in inner if line.strip()])
    if depth < 200 and all(len(cell) <= 1 for cell in cells):
        lines.append("\t".join(cell[0] for cell in cells if cell))
    else:
        lines.extend(line for cell in cells for line in cell)


def _paragraph(paragraph: etree._Element, boxes: list[etree._Element]) -> str:
    words: list[str] = []
    _inline(paragraph, words, boxes)
    text = "".join(words)
    if text.strip() and paragraph.find("{*}pPr/{*}numPr") is not None and not text.lstrip().startswith("•"):
        return "• " + text.lstrip()
    return text


def _inline(parent: etree._Element, words: list[str], boxes: list[etree._Element], depth: int = 0) -> None:
    for element in parent:
        name = local(element)
        if name == "t":
            words.append(element.text or "")
        elif name in _MARKS:
            words.append(_MARKS[name])
        elif name == "txbxContent":
            boxes.append(element)
        elif name and name not in _SKIPPED and name != "pPr" and depth < 200:
            _inline(element, words, boxes, depth + 1)
