"""What stands above two columns and belongs to the page: a name in large letters, a row of addresses."""

from __future__ import annotations

import statistics
from collections import Counter

from intake.documents.pdf.baselines import meets
from intake.documents.pdf.columns import is_heading
from intake.documents.pdf.glyphs import Stretch

_LARGE = 1.25  # times the usual font size of a column
_SUBTITLE = 2.5  # font sizes below the title
_SHORT = 80  # characters
Parted = tuple[list[Stretch], list[Stretch], list[Stretch]]


def below_heads(left: list[Stretch], right: list[Stretch]) -> Parted:
    """Part two columns, each sorted from top to bottom, from what heads the page: (above, left, right)."""
    titles = _titles(left, right)
    right = right[len(titles) :]
    above, left, right = _below_rows(left, right) if right else ([], left, right)
    return [*titles, *above], left, right


def _titles(left: list[Stretch], right: list[Stretch]) -> list[Stretch]:
    """Large letters at the head of the right column, higher than the left one begins, and the line below them."""
    usual = statistics.median(s.size for s in right)
    titles: list[Stretch] = []
    for stretch in right:
        if stretch.y < left[0].y + 0.5 * left[0].size:
            break
        large = stretch.size >= _LARGE * usual
        follows = (
            titles
            and titles[-1].size >= _LARGE * usual
            and titles[-1].y - stretch.y < _SUBTITLE * titles[-1].size
        )
        if is_heading(stretch.text) or (not large and (not follows or len(stretch.text) > _SHORT)):
            break
        titles.append(stretch)
    return titles


def _below_rows(left: list[Stretch], right: list[Stretch]) -> Parted:
    """Rows above the columns that happen to leave the gutter free: they have stretches on both sides, and those on
    the right do not begin where the column begins."""
    edges = Counter(round(s.x0 / 3) for s in right)
    edge, times = edges.most_common(1)[0]
    if times * 3 < len(right):
        return [], left, right
    first = max(s.y for s in right if abs(s.x0 / 3 - edge) <= 1)
    baselines = sorted(s.y for s in left)
    heads = [s.y for s in right if s.y > first and s.x0 > 3 * edge + 5 and meets(baselines, s)]
    if not heads or any(is_heading(s.text) and s.y >= min(heads) - 0.5 for s in (*left, *right)):
        return [], left, right
    foot = min(heads) - 0.5
    above = sorted([s for s in (*left, *right) if s.y >= foot], key=lambda s: (-s.y, s.x0))
    return above, [s for s in left if s.y < foot], [s for s in right if s.y < foot]
