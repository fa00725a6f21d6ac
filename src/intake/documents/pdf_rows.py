"""Stretches of one column to lines: those of one baseline joined, by a tab where a wide gap parts them."""

from __future__ import annotations

from itertools import pairwise

from intake.documents.pdf_glyphs import Stretch

_CELL_GAP = 1.6  # of the font size: a wider gap parts cells, a narrower one words
_SAME_ROW = 0.4  # of the smaller font size
_RAISED = 0.6  # of the row's font size: superscripts are up to 3 characters, "th" or a note's number


def rows_text(stretches: list[Stretch]) -> list[str]:
    """Return the lines of stretches that are sorted from top to bottom."""
    rows: list[list[Stretch]] = []
    for stretch in stretches:
        row = next((row for row in reversed(rows[-3:]) if _belongs(stretch, row)), None)
        if row is None:
            rows.append([stretch])
        else:
            row.append(stretch)
    return [_joined(sorted(row, key=lambda s: s.x0)) for row in rows]


def _belongs(stretch: Stretch, row: list[Stretch]) -> bool:
    lead = max(row, key=lambda s: s.size)
    small = len(stretch.text) <= 3 or len(lead.text) <= 3
    tolerance = _RAISED * max(lead.size, stretch.size) if small else _SAME_ROW * min(lead.size, stretch.size)
    if abs(lead.y - stretch.y) > tolerance:
        return False
    return all(stretch.x0 >= s.x1 - 0.3 * s.size or stretch.x1 <= s.x0 + 0.3 * s.size for s in row)


def _joined(row: list[Stretch]) -> str:
    parts = [row[0].text]
    for before, stretch in pairwise(row):
        gap = (stretch.x0 - before.x1) / min(before.size, stretch.size)
        parts.append("\t" if gap > _CELL_GAP else " " if gap > 0.12 else "")
        parts.append(stretch.text)
    return "".join(parts)
