"""Stretches of a page to lines in reading order: columns one after the other, rows kept together.

A page is cut at gutters: places that no stretch crosses for a while, with lines on both sides. Whether the
two sides are columns, to be read one after the other, or one row's cells (a job and its dates, a label in the
margin and what it labels, a table) is told by what recruiters' eyes go by: cells stand on common baselines;
columns have their own. The order in which they were drawn is the tie-breaker.
"""

from __future__ import annotations

from intake.documents.pdf.columns import above_next_section, are_columns
from intake.documents.pdf.glyphs import Stretch
from intake.documents.pdf.gutters import cuts_of
from intake.documents.pdf.heads import below_heads
from intake.documents.pdf.margin import Block, margin_blocks
from intake.documents.pdf.mend import with_marks, without_doubles
from intake.documents.pdf.rows import rows_text

_MOST_STRETCHES = 4000  # a page with more is no letter or resume: as drawn
_DEEPEST = 8


def page_text(stretches: list[Stretch]) -> str:
    """Return a page's text: a line for each row, a tab between cells of a row."""
    upright = without_doubles([stretch for stretch in stretches if stretch.upright])
    turned = [stretch for stretch in stretches if not stretch.upright]
    if len(upright) > _MOST_STRETCHES:
        lines = [stretch.text for stretch in upright]
    else:
        lines = _lines(sorted(with_marks(upright), key=lambda s: (-s.y, s.x0)), 0)
    return "\n".join([*lines, *(stretch.text for stretch in turned)])


def _lines(stretches: list[Stretch], depth: int) -> list[str]:
    """The lines of stretches that are sorted from top to bottom."""
    if depth < _DEEPEST:
        for cut in cuts_of(stretches):
            blocks = margin_blocks(cut.left, cut.right)
            if blocks is not None:
                lines = [line for block in blocks for line in _labelled(block, depth)]
                return [*_lines(cut.above, depth + 1), *lines, *_lines(cut.below, depth + 1)]
            if are_columns(cut.left, cut.right):
                above, left, right = below_heads(cut.left, cut.right)
                left, after = above_next_section(left, right)
                parts = ([*cut.above, *above], left, right, [*after, *cut.below])
                return [line for part in parts if part for line in _lines(part, depth + 1)]
    return rows_text(stretches)


def _labelled(block: Block, depth: int) -> list[str]:
    lines = _lines(block.stretches, depth + 1)
    if not block.label or not lines:
        return [block.label, *lines] if block.label else lines
    return [block.label, *lines] if block.is_section else [f"{block.label}\t{lines[0]}", *lines[1:]]
