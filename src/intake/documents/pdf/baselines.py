"""Two sides of a gutter compared: baselines that they share, and the order in which they were drawn."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from intake.documents.pdf.glyphs import Stretch

_SAME = 0.15  # of the font size; columns of their own meet so closely on one line in four


def rows(side: list[Stretch]) -> int:
    """The number of baselines of a side that is sorted from top to bottom."""
    return (1 + sum(above.y - below.y > _SAME * below.size for above, below in pairwise(side))) if side else 0


def shared_rows(side: list[Stretch], other: list[Stretch]) -> int:
    """The number of a side's baselines that the other side has too."""
    theirs = sorted(s.y for s in other)
    last, shared = float("inf"), 0
    for stretch in side:
        if last - stretch.y > _SAME * stretch.size:
            last = stretch.y
            shared += meets(theirs, stretch)
    return shared


def meets(baselines: list[float], stretch: Stretch) -> bool:
    """Tell whether a stretch stands on one of some baselines, which are in rising order."""
    near = _SAME * stretch.size
    at = bisect_left(baselines, stretch.y - near)
    return at < len(baselines) and baselines[at] <= stretch.y + near


def switches(left: list[Stretch], right: list[Stretch]) -> int:
    """How often drawing went from one side to the other."""
    order = sorted([(s.number, 0) for s in left] + [(s.number, 1) for s in right])
    return sum(one[1] != two[1] for one, two in pairwise(order))
