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


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DEEPEST = 200


def text_of(part: etree._Element, list_styles: frozenset[str] = frozenset()) -> str:
    """Return the words a person sees: paragraphs a line each, list items marked `• `, cells of a row apart by
    a tab or, where a cell has several lines, by line ends; text boxes after the paragraph that holds them.
    Tracked deletions, field codes and the older copy of a drawing's text (mc:Fallback) are left out.

    `list_styles` are the ids of paragraph styles that make list items (see `list_styles_of`).
    """
    walk = _Walk(list_styles)
    walk.blocks(part, 0)
    return "\n".join(walk.lines)


def list_styles_of(styles: etree._Element) -> frozenset[str]:
    """Return the ids of the styles that make list items, themselves or by the style they are based on."""
    based, lists = {}, set()
    for style in styles.iter("{*}style"):
        name, key = style.find("{*}name"), _value(style, "styleId")
        if name is not None and _value(name, "val").lower().startswith("heading"):
            continue
        based[key] = _value(style.find("{*}basedOn"), "val")
        if style.find("{*}pPr/{*}numPr") is not None:
            lists.add(key)
    for _ in range(5):
        lists |= {key for key, parent in based.items() if parent in lists}
    return frozenset(lists)


def _value(element: etree._Element | None, name: str) -> str:
    """An attribute of the main namespace, transitional or strict."""
    if element is None:
        return ""
    return element.get(_W + name) or element.get(_STRICT + name) or ""


class _Walk:
    def __init__(self, list_styles: frozenset[str]) -> None:
        self.lines: list[str] = []
        self._list_styles = list_styles

    def blocks(self, parent: etree._Element, depth: int) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, depth)
            elif name == "tr":
                self._row(element, depth)
            elif name and name not in _SKIPPED and depth < _DEEPEST:
                self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> None:
        words: list[str] = []
        boxes: list[etree._Element] = []
        _inline(paragraph, words, boxes, 0)
        text = "".join(words)
        mark = "• " if text.strip() and self._is_item(paragraph) and text.lstrip()[0] not in "•●▪◦-–" else ""
        self.lines.append(mark + (text.lstrip() if mark else text))
        for box in boxes:
            if depth < _DEEPEST:
                self.blocks(box, depth + 1)

    def _is_item(self, paragraph: etree._Element) -> bool:
        number = paragraph.find("{*}pPr/{*}numPr/{*}numId")
        if number is not None:
            return _value(number, "val") != "0"  # 0 takes away the style's numbering
        return _value(paragraph.find("{*}pPr/{*}pStyle"), "val") in self._list_styles

    def _row(self, row: etree._Element, depth: int) -> None:
        """A row of one-line cells is a line; where a cell has several, the cells follow each other."""
        before, cells = self.lines, []
        for cell in _cells(row):
            self.lines = []
            if depth < _DEEPEST:
                self.blocks(cell, depth + 1)
            cells.append([line for line in self.lines if line.strip()])
        self.lines = before
        if all(len(cell) <= 1 and not any("\n" in line for line in cell) for cell in cells):
            self.lines.append("\t".join(cell[0] for cell in cells if cell))
        else:
            self.lines.extend(line for cell in cells for line in cell)


def _cells(row: etree._Element) -> list[etree._Element]:
    """A row's cells, also those inside content controls, but not those of tables within them."""
    found = []
    for element in row:
        if local(element) == "tc":
            found.append(element)
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_cells(element))
    return found


def _inline(parent: etree._Element, words: list[str], boxes: list[etree._Element], depth: int) -> None:
    for element in parent:
        name = local(element)
        if name == "t":
            words.append(element.text or "")
        elif name in _MARKS:
            words.append(_MARKS[name])
        elif name == "sym":
            words.append("•" if not words else " ")
        elif name == "txbxContent":
            boxes.append(element)
        elif name and name not in _SKIPPED and name != "pPr" and depth < _DEEPEST:
            _inline(element, words, boxes, depth + 1)
