"""Stretches of one column to lines: those of one baseline joined, by a tab where they are cells of a row."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from intake.documents.pdf.glyphs import Stretch
from intake.documents.pdf.letters import unspaced

_CELL_GAP = 1.6  # of the font size: a wider gap parts cells, a narrower one words
_STOP_GAP = 0.5  # of the font size: enough where other rows have a cell at that place
_SPACE_GAP = 0.12
_SAME_ROW = 0.4  # of the smaller font size
_RAISED = 0.6  # of the row's font size: superscripts are up to 3 characters, "th" or a note's number
_OPEN_DATE = re.compile(r"(?:[-–—]|\bto|\b[A-Z][a-z]{2,8}\.?)$")
_DATE_END = re.compile(r"(?:(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d|[Pp]resent|[Cc]urrent|[Nn]ow)\)?")
_WRAPPED = 1.45  # of the font size: lines of one cell are no farther apart ...
_NEARER = 0.2  # points by which they are at least nearer than the row on their other side
_COLUMNS = 3  # a row of so many cells is one of a table
Row = list[Stretch]
Cells = list[tuple[str, float]]


def rows_text(stretches: list[Stretch]) -> list[str]:
    """Return the lines of stretches that are sorted from top to bottom."""
    rows: list[Row] = []
    for stretch in stretches:
        row = next((row for row in reversed(rows[-3:]) if _belongs(stretch, row)), None)
        if row is None:
            rows.append([stretch])
        else:
            row.append(stretch)
    for row in rows:
        row.sort(key=lambda s: s.x0)
    stops = _stops(rows)
    cells = [[(unspaced(text), x0) for text, x0 in _cells(row, stops)] for row in rows]
    whole = _whole_cells(_whole_dates(cells), [(row[0].y, row[0].size, row[-1].x1) for row in rows])
    return ["\t".join(text for text, _ in row) for row in whole if row]


def _belongs(stretch: Stretch, row: Row) -> bool:
    lead = max(row, key=lambda s: s.size)
    small = len(stretch.text) <= 3 or len(lead.text) <= 3
    tolerance = _RAISED * max(lead.size, stretch.size) if small else _SAME_ROW * min(lead.size, stretch.size)
    if abs(lead.y - stretch.y) > tolerance:
        return False
    return all(stretch.x0 >= s.x1 - 0.3 * s.size or stretch.x1 <= s.x0 + 0.3 * s.size for s in row)


def _gap(before: Stretch, after: Stretch) -> float:
    return (after.x0 - before.x1) / min(before.size, after.size)


def _stops(rows: list[Row]) -> set[int]:
    """Places where cells begin in several rows, in points."""
    found: Counter[int] = Counter()
    for row in rows:
        found.update(round(after.x0) for before, after in pairwise(row) if _gap(before, after) > _CELL_GAP)
    return {near for stop, count in found.items() if count >= 2 for near in (stop - 1, stop, stop + 1)}


def _cells(row: Row, stops: set[int]) -> list[tuple[str, float]]:
    """The texts of a row's cells, each with where it begins."""
    cells = [(row[0].text, row[0].x0)]
    for before, after in pairwise(row):
        gap = _gap(before, after)
        if gap > _CELL_GAP or (gap > _STOP_GAP and round(after.x0) in stops):
            cells.append((after.text, after.x0))
        else:
            space = " " if gap > _SPACE_GAP or before.ends_spaced or after.spaced else ""
            cells[-1] = (cells[-1][0] + space + after.text, cells[-1][1])
    return cells


def _whole_dates(rows: list[list[tuple[str, float]]]) -> list[list[tuple[str, float]]]:
    """Mend dates that were broken within their cell: `May 2023 -` above `2024` at the row's end."""
    for above, row in pairwise(rows):
        if len(above) > 1 and row and abs(above[-1][1] - row[-1][1]) < 60 and above[-1][1] > above[0][1]:
            text, x0 = above[-1]
            if _DATE_END.fullmatch(row[-1][0]) and _OPEN_DATE.search(text) and re.search(r"\d{4}", text):
                above[-1] = (f"{text} {row[-1][0]}", x0)
                row.pop()
    return rows


def _whole_cells(rows: list[Cells], places: list[tuple[float, float, float]]) -> list[Cells]:
    """Join a line that stands alone above or below a table's row, within one of its columns, to the cell that it is part of.

    `places` are each row's baseline, font size and right end, in points. A cell that wraps beside shorter neighbours stands
    nearer to its row than rows stand to each other; several lines below one another are a paragraph and stay.
    """
    for at, row in enumerate(rows):
        if len(row) < _COLUMNS:
            continue
        above, below = _lone(rows, places, at, -1), _lone(rows, places, at, 1)
        for lone in (above, below):
            if lone is None:
                continue
            column = _column(row, rows[lone][0][1], places[lone][2])
            if column is not None:
                text, x0 = row[column]
                halves = (rows[lone][0][0], text) if lone < at else (text, rows[lone][0][0])
                row[column] = (" ".join(halves), x0)
                rows[lone] = []
    return rows


def _lone(rows: list[Cells], places: list[tuple[float, float, float]], at: int, step: int) -> int | None:
    """The line next to a row, if it is one cell and nearer to this row than to what is on its other side."""
    lone, beyond = at + step, at + 2 * step
    if not 0 <= lone < len(rows) or len(rows[lone]) != 1:
        return None
    (y, size, _), mine = places[lone], places[at][0]
    near = abs(y - mine)
    if near > _WRAPPED * size:
        return None
    apart = abs(y - places[beyond][0]) if 0 <= beyond < len(rows) else float("inf")
    return lone if near + _NEARER <= apart else None


def _column(row: Cells, x0: float, x1: float) -> int | None:
    """The cell of a row, other than its first, at whose left edge a line begins and before whose neighbour it ends."""
    for number, (_, start) in enumerate(row):
        end = row[number + 1][1] if number + 1 < len(row) else float("inf")
        if number and abs(start - x0) < 1.5 and x1 <= end + 1:
            return number
    return None
