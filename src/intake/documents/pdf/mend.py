"""Stretches mended before they are ordered: what was drawn twice, list marks drawn apart from their items."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from intake.documents.pdf.glyphs import Stretch

MARKS = frozenset("•●▪◦‣∙·○■□–➢➔►❖✓✔▶*-o")
_MARK_GAP = 4.0  # of the font size: the widest indent of a list item from its mark
_SAME_LINE = 0.35  # of the font size


def without_doubles(stretches: list[Stretch]) -> list[Stretch]:
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


def with_marks(stretches: list[Stretch]) -> list[Stretch]:
    """Join each list mark that stands alone with the item right of it on its line."""
    marks = {s.number for s in stretches if s.text in MARKS}
    if not marks:
        return stretches
    items = sorted((s for s in stretches if s.number not in marks), key=lambda s: s.y)
    heights = [s.y for s in items]
    joined: dict[int, Stretch] = {}
    lone = []
    for mark in (s for s in stretches if s.number in marks):
        reach = _SAME_LINE * mark.size
        line = items[bisect_left(heights, mark.y - reach) : bisect_right(heights, mark.y + reach)]
        after = [
            s
            for s in line
            if 0 <= s.x0 - mark.x1 + 0.3 * s.size <= _MARK_GAP * s.size and s.number not in joined
        ]
        item = min(after, key=lambda s: s.x0, default=None)
        if item is None:
            lone.append(mark)
        else:
            joined[item.number] = replace(item, x0=mark.x0, text=f"{mark.text} {item.text}")
    return [*(joined.get(s.number, s) for s in items), *lone]
