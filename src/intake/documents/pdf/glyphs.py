"""What a PDF page draws, as stretches of text with their places, by pdfminer's interpreter.

Only text operators are carried out: paths, colours and pictures cost time and say nothing. Order is that of
the content stream (ISO 32000-1, 9.4).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.utils import MATRIX_IDENTITY, mult_matrix

from intake.documents.pdf.letters import sign, spell

_UNUSED = 127  # of WinAnsiEncoding: such codes are a bullet (ISO 32000-1, annex D.2, note 3), and writers rely on it
_WIDE_GAP = 0.75  # of the font size: a wider gap parts two stretches
_SAME_LINE = 0.2  # of the font size
MOST_GLYPHS = 60_000  # of a page; a dense page of small print has 12,000
_RAISED = 0.45  # of the font size: "1st", "LaTeX"
_RAISED_GAP = 0.2
_BACK = -0.8  # of the font size: how far a letter goes back under its accent
_LONGEST = 2000  # glyphs of a stretch


@dataclass(slots=True)
class Stretch:
    """Glyphs drawn one after the other on one baseline: places in points, y upwards from the page's foot."""

    x0: float
    x1: float
    y: float
    size: float
    upright: bool
    number: int  # in the order of drawing
    glyphs: list[str] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)  # before each glyph, in parts of the font size
    spaced: bool = False  # a space was drawn before it
    text: str = ""

    @property
    def ends_spaced(self) -> bool:
        """Whether a space was drawn after its last letter."""
        return self.glyphs[-1].isspace()


class GlyphDevice(PDFTextDevice):
    """Collects a page's stretches; counts pictures, glyphs, and glyphs without a character."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self._known: dict[Any, dict[int, tuple[str, float]]] = {}
        self.clear()

    def clear(self) -> None:
        """Forget the page before."""
        self._stretches: list[Stretch] = []
        self._spaced = False
        self.pictures = self.glyphs = self.undefined = self.forms = 0

    def stretches(self) -> list[Stretch]:
        """Return what was drawn on the page, spelled, without what is only space."""
        for stretch in self._stretches:
            stretch.text = spell(stretch.glyphs, stretch.gaps)
        return [stretch for stretch in self._stretches if stretch.text]

    def render_image(self, name: str, stream: Any) -> None:
        self.pictures += 1

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Place the glyphs of one text-showing operator, as PDFTextDevice does, but all in one loop."""
        font, size = textstate.font, textstate.fontsize
        if font is None or font.is_vertical():
            super().render_string(textstate, seq, ncs, graphicstate)
            return
        matrix = mult_matrix(textstate.matrix, self.ctm or MATRIX_IDENTITY)
        scaling = textstate.scaling * 0.01
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        known = self._known.setdefault(font, {})
        x, y = textstate.linematrix
        first = True
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * 0.001 * size * scaling
                first = False
            elif isinstance(item, bytes):
                for cid in font.decode(item):
                    if not first:
                        x += charspace
                    text, width = known.get(cid) or self._look_up(font, known, cid)
                    advance = width * size * scaling
                    self._place(text, matrix, x, y + textstate.rise, advance, size)
                    x += advance
                    if cid == 32:
                        x += wordspace
                    first = False
        textstate.linematrix = (x, y)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Place one glyph of a vertical font."""
        text, width = self._look_up(font, {}, cid)
        advance = width * fontsize * scaling
        self._place(text, matrix, 0, rise, abs(advance), fontsize)
        return advance

    def _look_up(self, font: Any, known: dict[int, tuple[str, float]], cid: int) -> tuple[str, float]:
        try:
            text = str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = "•" if cid == _UNUSED and isinstance(font, PDFSimpleFont) else ""
        known[cid] = (sign(text, str(font.fontname)), float(font.char_width(cid)))
        return known[cid]

    def _place(self, text: str, matrix: Any, x: float, y: float, advance: float, fontsize: float) -> None:
        self.glyphs += 1
        if not text or self.glyphs > MOST_GLYPHS:
            self.undefined += not text
            return
        a, b, c, d, e, f = matrix
        across, up = a * x + c * y + e, b * x + d * y + f
        size = abs(fontsize) * math.hypot(c, d) or 1.0
        upright = abs(b) <= abs(a)
        if upright:
            x0, x1, base = across, across + advance * a, up
        else:  # turned by a quarter: its lines run along y
            turn = 1 if b > 0 else -1
            x0, x1, base = turn * up, turn * (up + advance * b), -turn * across
        self._append(text, min(x0, x1), max(x0, x1), base, size, upright)

    def _append(self, text: str, x0: float, x1: float, y: float, size: float, upright: bool) -> None:
        """Add a glyph to the last stretch where it follows there, or begin a stretch; spaces take no place."""
        space = text.isspace()
        last = self._stretches[-1] if self._stretches else None
        if last is not None and last.upright == upright and abs(last.y - y) <= _RAISED * last.size:
            gap = (x0 - last.x1) / size
            even = abs(last.y - y) <= _SAME_LINE * min(size, last.size)
            if _BACK < gap <= (_WIDE_GAP if even else _RAISED_GAP) and len(last.glyphs) < _LONGEST:
                last.glyphs.append(text)
                last.gaps.append(gap)
                last.x1 = last.x1 if space else max(last.x1, x1)
                return
        if space:
            self._spaced = True
            return
        self._stretches.append(
            Stretch(x0, x1, y, size, upright, len(self._stretches), [text], [0.0], self._spaced)
        )
        self._spaced = False
