"""Stretches of a page to lines in reading order."""

from __future__ import annotations

from intake.documents.pdf_glyphs import Stretch


def page_text(stretches: list[Stretch]) -> str:
    """Return a page's text in the order of its content stream, stretches of one baseline joined by a tab."""
    lines: list[str] = []
    last: Stretch | None = None
    for stretch in stretches:
        text = stretch.text
        if (
            last is not None
            and last.upright == stretch.upright
            and abs(last.y - stretch.y) < 0.35 * stretch.size
        ):
            gap = stretch.x0 - last.x1
            lines[-1] += ("\t" if gap > 1.0 * stretch.size or gap < -stretch.size else "") + text
        else:
            lines.append(text)
        last = stretch
    return "\n".join(line.strip() for line in lines if line.strip())
