"""What a PDF page draws, as stretches of text with their places, by pdfminer's interpreter.

Only text operators are carried out: paths, colours and pictures cost two thirds of the time of a page and say
nothing. Order is that of the content stream.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

_WORD_GAP = 0.17  # of the font size: a wider gap is a space
_WIDE_GAP = 1.0  # of the font size: a wider gap parts two stretches
_SAME_LINE = 0.35  # of the font size
MOST_GLYPHS = 60_000  # of a page; a dense page of small print has 12,000


@dataclass(slots=True)
class Stretch:
    """Glyphs drawn one after the other on one baseline: places in points, y upwards from the page's foot."""

    x0: float
    x1: float
    y: float
    size: float
    upright: bool
    letters: list[str] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.letters)


class GlyphDevice(PDFTextDevice):
    """Collects a page's stretches; `pictures` counts what is drawn as an image."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.stretches: list[Stretch] = []
        self.pictures = 0
        self.glyphs = 0
        self.undefined = 0

    def clear(self) -> None:
        """Forget the page before."""
        self.stretches, self.pictures, self.glyphs, self.undefined = [], 0, 0, 0

    def render_image(self, name: str, stream: Any) -> None:
        self.pictures += 1

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
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = ""
            self.undefined += 1
        advance = float(font.char_width(cid) * fontsize * scaling)
        self.glyphs += 1
        if text and self.glyphs < MOST_GLYPHS:
            self._place(text, matrix, advance, fontsize, rise)
        return advance

    def _place(self, text: str, matrix: Any, advance: float, fontsize: float, rise: float) -> None:
        a, b, c, d, e, f = matrix
        size = abs(fontsize) * math.hypot(c, d) or 1.0
        upright = abs(b) <= abs(a)
        if upright:
            x0, x1, y = e, e + advance * a, f
        else:  # turned by a quarter: lines run along y
            x0, x1, y = (f, f + advance * b, -e) if b > 0 else (-f, -f - advance * b, e)
        if x1 < x0:
            x0, x1 = x1, x0
        last = self.stretches[-1] if self.stretches else None
        if (
            last is not None
            and last.upright == upright
            and abs(last.y - y) <= _SAME_LINE * min(size, last.size)
        ):
            gap = x0 - last.x1
            if -0.5 * size < gap <= _WIDE_GAP * size:
                if gap > _WORD_GAP * size and not last.letters[-1].isspace() and not text.isspace():
                    last.letters.append(" ")
                last.letters.append(text)
                last.x1 = max(last.x1, x1)
                return
        self.stretches.append(Stretch(x0, x1, y, size, upright, [text]))


def _nothing(*_: Any) -> None:
    """Stands for an operator that draws no text."""


class TextInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter without the operators for paths."""

    def do_S(self) -> None: ...  # noqa: N802
    def do_f(self) -> None: ...
    def do_f_a(self) -> None: ...
    def do_B(self) -> None: ...  # noqa: N802
    def do_B_a(self) -> None: ...  # noqa: N802
