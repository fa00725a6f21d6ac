"""Gutters: places of a page that nothing crosses for a while, with lines on both sides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from intake.documents.pdf.baselines import rows, shared_rows, switches
from intake.documents.pdf.glyphs import Stretch

_MOST_PLACES = 24  # looked at for each part of a page
_MOST_CUTS = 10
_LEAST = 2  # stretches on each side
_GRID = 3.0  # points: edges nearer than that are one place


@dataclass(frozen=True, slots=True)
class Cut:
    """A page, or a part of one, cut at a gutter."""

    above: list[Stretch]
    left: list[Stretch]
    right: list[Stretch]
    below: list[Stretch]


def cuts_of(stretches: list[Stretch]) -> list[Cut]:
    """Cuts of stretches that are sorted from top to bottom, those that promise most first."""
    zones = [zone for at in _places(stretches) for zone in _zones(stretches, at)]
    zones.sort(key=lambda zone: -zone[0])
    cuts = []
    for _, start, end, at in zones[:_MOST_CUTS]:
        left = [s for s in stretches[start:end] if s.x0 < at]
        right = [s for s in stretches[start:end] if s.x0 >= at]
        weight = _apartness(left, right) * (0.5 + (end - start) / len(stretches))
        cuts.append((weight, Cut(stretches[:start], left, right, stretches[end:])))
    cuts.sort(key=lambda weighed: -weighed[0])
    return [cut for _, cut in cuts]


def _apartness(left: list[Stretch], right: list[Stretch]) -> float:
    """How much two sides look like columns: many lines, few of them on common baselines, those on the right
    beginning at one edge (or about one axis), drawn one side after the other.

    A cut between jobs and their dates has many lines on both sides, but the dates stand on the jobs' baselines,
    and where a sidebar follows them, they and it begin at different places.
    """
    lines = min(rows(left), rows(right))
    mixed = min(1.0, max(0.3, switches(left, right) / lines))
    common = min(1.0, shared_rows(right, left) / lines)
    begun = max(_most_shared(s.x0 for s in right), _most_shared((s.x0 + s.x1) / 2 for s in right)) / len(
        right
    )
    return float(lines**1.25 * (1.05 - common * mixed) ** 2 * (0.3 + begun * begun) / (1 + mixed))


def _most_shared(places: Iterable[float]) -> int:
    counts = Counter(int(place // _GRID) for place in places)
    return max(count + counts.get(place + 1, 0) for place, count in counts.items())


def _places(stretches: list[Stretch]) -> list[float]:
    """Places where a right side may begin: left edges that few stretches cross, with many on both sides."""
    lefts = sorted(s.x0 for s in stretches)
    rights = sorted(s.x1 for s in stretches)
    ranked = []
    last = float("-inf")
    for left in lefts:
        if left - last < _GRID:
            continue
        last, at = left, left - 0.5
        to_right = len(lefts) - bisect_left(lefts, at)
        to_left = bisect_right(rights, at + 1.0)
        if min(to_left, to_right) >= _LEAST:
            crossing = len(stretches) - to_left - to_right
            ranked.append((min(to_left, to_right) - 2 * crossing, at))
    ranked.sort(reverse=True)
    return [at for _, at in ranked[:_MOST_PLACES]]


def _zones(stretches: list[Stretch], at: float) -> list[tuple[int, int, int, float]]:
    """Runs of stretches of which none crosses x: (lines on the poorer side, start, end, x)."""
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
