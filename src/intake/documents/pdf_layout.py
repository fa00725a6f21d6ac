"""Stretches of a page to lines in reading order: columns one after the other, rows kept together.

A page is cut at gutters: places that no stretch crosses for a while, with lines on both sides. Whether the
two sides are columns, to be read one after the other, or one row's cells (a job and its dates, a label in the
margin and what it labels, a table) is told by what recruiters' eyes go by: cells stand on common baselines;
columns have their own. The order in which they were drawn is the tie-breaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from intake.documents.pdf_columns import are_columns, below_heads
from intake.documents.pdf_glyphs import Stretch
from intake.documents.pdf_margin import Block, margin_blocks
from intake.documents.pdf_mend import with_marks, without_doubles
from intake.documents.pdf_rows import rows_text

_MOST_CANDIDATES = 16
_MOST_STRETCHES = 4000  # a page with more is no letter or resume: as drawn
_DEEPEST = 8
_LEAST = 2  # stretches on each side of a gutter


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
        cuts = list(_cuts(stretches))
        for cut in cuts:
            if are_columns(cut.left, cut.right):
                above, left, right = below_heads(cut.left, cut.right)
                parts = ([*cut.above, *above], left, right, cut.below)
                return [line for part in parts if part for line in _lines(part, depth + 1)]
        for cut in cuts:
            blocks = margin_blocks(cut.left, cut.right)
            if blocks is not None:
                lines = [line for block in blocks for line in _labelled(block, depth)]
                return [*_lines(cut.above, depth + 1), *lines, *_lines(cut.below, depth + 1)]
    return rows_text(stretches)


def _labelled(block: Block, depth: int) -> list[str]:
    lines = _lines(block.stretches, depth + 1)
    if not block.label or not lines:
        return [block.label, *lines] if block.label else lines
    return [block.label, *lines] if block.is_section else [f"{block.label}\t{lines[0]}", *lines[1:]]


@dataclass(frozen=True, slots=True)
class Cut:
    """A page, or a part of one, cut at a gutter."""

    above: list[Stretch]
    left: list[Stretch]
    right: list[Stretch]
    below: list[Stretch]


def _cuts(stretches: list[Stretch]) -> Iterator[Cut]:
    """Cuts in the order in which they promise most."""
    for start, end, at in _gutters(stretches):
        zone = stretches[start:end]
        left = [s for s in zone if s.x0 < at]
        right = [s for s in zone if s.x0 >= at]
        yield Cut(stretches[:start], left, right, stretches[end:])


def _gutters(stretches: list[Stretch]) -> list[tuple[int, int, float]]:
    """Candidates (start, end, x) best first: from stretch `start` up to `end` none crosses x."""
    lefts = sorted(s.x0 for s in stretches)
    rights = sorted(s.x1 for s in stretches)
    ranked = []
    for x in {round(left / 3) for left in lefts}:
        at = min(left for left in lefts[bisect_left(lefts, x * 3 - 1.6) :][:1] or [x * 3.0]) - 0.5
        to_right = len(lefts) - bisect_left(lefts, at)
        to_left = bisect_right(rights, at + 1.0)
        if min(to_left, to_right) >= _LEAST:
            crossing = len(stretches) - to_left - to_right
            ranked.append((min(to_left, to_right) - 2 * crossing, at))
    ranked.sort(reverse=True)
    found = [zone for _, at in ranked[:_MOST_CANDIDATES] for zone in _zones(stretches, at)]
    found.sort(key=lambda zone: (-zone[0], -zone[3]))
    return [(start, end, at) for _, start, end, at in found]


def _zones(stretches: list[Stretch], at: float) -> list[tuple[int, int, int, float]]:
    """Stretches of the page that none crosses at x: (lines on the poorer side, start, end, x)."""
    zones = []
    start = left = right = 0
    for index, stretch in enumerate(stretches):
        if stretch.x0 < at and stretch.x1 > at + 1.0:
            zones.append((min(left, right), start, index, at))
            start, left, right = index + 1, 0, 0
        elif stretch.x0 < at:
            left += 1
        else:
            right += 1
    zones.append((min(left, right), start, len(stretches), at))
    return [zone for zone in zones if zone[0] >= _LEAST]
