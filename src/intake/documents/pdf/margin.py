"""Labels in the margin (a section's name, an entry's dates) beside what they label."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from intake.documents.pdf.columns import is_heading
from intake.documents.pdf.glyphs import Stretch

_NEAR = 0.3  # of the font size: a label's baseline is about that of what it labels
_NEXT_LINE = 1.6  # of the font size
_LONGEST = 60  # characters of a label
_DATED = re.compile(r"\b(?:19|20)\d\d\b|[-–—]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A label ('' above the first one) and the stretches beside it, from top to bottom."""

    label: str
    stretches: list[Stretch]

    @property
    def is_section(self) -> bool:
        """Whether the label names a section, and not an entry's dates or a table's row."""
        return is_heading(self.label) or (self.label.isupper() and not any(map(str.isdigit, self.label)))


def margin_blocks(left: list[Stretch], right: list[Stretch]) -> list[Block] | None:
    """Part what stands right of a gutter by the labels left of it; None where those are no margin's labels.

    Labels are few beside the lines they label, begin where such a line begins, and name sections or dates.
    What stands above the first label, on both sides, comes first.
    """
    labels = _labels(left, right)
    while labels and not (_is_label(labels[0]) and _is_beside(labels[0], right)):
        del labels[0]
    if len(labels) < 2:
        return None
    top = labels[0][0].y + _NEAR * labels[0][0].size
    beside = [s for s in right if s.y <= top]
    lines = [line for label in labels for line in label]
    if len({round(s.y / 3) for s in beside}) < 1.5 * len(lines) or _width(lines) > 0.5 * _width(beside):
        return None
    told = sum(_is_label(label) for label in labels)
    if min(told, sum(_is_beside(label, right) for label in labels)) < 0.7 * len(labels):
        return None
    above = sorted([s for s in (*left, *right) if s.y > top], key=lambda s: (-s.y, s.x0))
    return [Block("", above), *_blocks(labels, beside)]


def _width(stretches: list[Stretch]) -> float:
    return max(s.x1 for s in stretches) - min(s.x0 for s in stretches)


def _is_label(label: list[Stretch]) -> bool:
    text = " ".join(line.text for line in label)
    return len(text) < _LONGEST and (is_heading(text) or text.isupper() or bool(_DATED.search(text)))


def _is_beside(label: list[Stretch], right: list[Stretch]) -> bool:
    return any(_meets(line, right) for line in label)


def _labels(left: list[Stretch], right: list[Stretch]) -> list[list[Stretch]]:
    """Lines of the margin that belong together: two lines of a name in capitals, a date that goes on."""
    labels: list[list[Stretch]] = []
    for line in left:
        above = labels[-1][-1] if labels else None
        follows = above is not None and above.y - line.y < _NEXT_LINE * line.size
        if above is not None and follows and _goes_on(above, line, right):
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _goes_on(above: Stretch, line: Stretch, right: list[Stretch]) -> bool:
    if abs(above.y - line.y) < _NEAR * line.size or above.text.endswith(("-", "–", "—", "&", "/", " and")):
        return True
    if is_heading(above.text) and is_heading(line.text) and _meets(line, right):
        return False
    return (above.text.isupper() and line.text.isupper()) or not _meets(line, right)


def _meets(line: Stretch, right: list[Stretch]) -> bool:
    near = _NEAR * line.size
    at = bisect_left(right, -line.y - near, key=lambda s: -s.y)
    return at < len(right) and right[at].y >= line.y - near


def _blocks(labels: list[list[Stretch]], beside: list[Stretch]) -> Iterator[Block]:
    tops = [label[0].y + _NEAR * label[0].size for label in labels] + [float("-inf")]
    for index, label in enumerate(labels):
        inside = [s for s in beside if tops[index] >= s.y > tops[index + 1]]
        yield Block(" ".join(line.text for line in label), inside)
