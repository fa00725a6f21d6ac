"""Stretches of a page to lines in reading order: columns one after the other, rows kept together.

A page is cut at gutters: places that no stretch crosses for a while, with lines on both sides. Whether the
two sides are columns, to be read one after the other, or one row's cells (a job and its dates, a label in the
margin and what it labels, a table) is told by what recruiters' eyes go by: cells stand on common baselines;
columns have their own. The order in which they were drawn is the tie-breaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from intake.documents.pdf_columns import are_columns
from intake.documents.pdf_glyphs import Stretch
from intake.documents.pdf_rows import rows_text

_MOST_CANDIDATES = 16
_MOST_STRETCHES = 4000  # a page with more is no letter or resume: as drawn
_DEEPEST = 8
_LEAST = 2  # stretches on each side of a gutter


def page_text(stretches: list[Stretch]) -> str:
    """Return a page's text: a line for each row, a tab between cells of a row."""
    upright = _without_doubles([stretch for stretch in stretches if stretch.upright])
    turned = [stretch for stretch in stretches if not stretch.upright]
    if len(upright) > _MOST_STRETCHES:
        lines = [stretch.text for stretch in upright]
    else:
        lines = _lines(sorted(upright, key=lambda s: (-s.y, s.x0)), 0)
    return "\n".join([*lines, *(stretch.text for stretch in turned)])


def _without_doubles(stretches: list[Stretch]) -> list[Stretch]:
    """Leave out what was drawn twice at one place, to look bold or shadowed."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for stretch in stretches:
        place = (round(stretch.x0 / 3), round(stretch.y / 3))
        near = {(stretch.text, place[0] + i, place[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        if not near & seen:
            kept.append(stretch)
        seen.add((stretch.text, *place))
    return kept


def _lines(stretches: list[Stretch], depth: int) -> list[str]:
    """The lines of stretches that are sorted from top to bottom."""
    if depth < _DEEPEST:
        for start, end, gutter in _gutters(stretches):
            zone = stretches[start:end]
            left = [s for s in zone if s.x0 < gutter]
            right = [s for s in zone if s.x0 >= gutter]
            if are_columns(left, right):
                parts = (stretches[:start], left, right, stretches[end:])
                return [line for part in parts if part for line in _lines(part, depth + 1)]
    return rows_text(stretches)


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
