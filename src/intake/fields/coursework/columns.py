"""Lists in a column beside another: each line then holds a cell of both, and only one of them is looked at."""

from __future__ import annotations

from itertools import takewhile

from intake.fields.coursework import judge
from intake.fields.coursework.labels import Label, label_of, section_heading
from intake.fields.coursework.names import split
from intake.fields.coursework.rows import Row, unbulleted
from intake.fields.memory import remembered

LEFT, RIGHT = 0, -1
_GRID = 12  # rows by which columns of names are told


def labelled(row: Row) -> tuple[Label, Row, int | None] | None:
    """The label in a row with the row (or the cell of it) to read on from, and the side it stands on.

    The side is None where the row is not parted in columns of different things.
    """
    cells = row.cells
    if len(cells) > 1:
        for at, cell in enumerate(cells):
            part = in_cell(row, cell)
            label = label_of(part)
            others = [c for n, c in enumerate(cells) if n != at]
            if label is None or (at == 0 and all(fits(c) for c in others) and _is_whole(label, others)):
                continue
            side = LEFT if at == 0 else RIGHT
            return label, part, None if all(judge.is_noise(c) for c in others) else side
    label = label_of(row)
    return (label, row, None) if label else None


def _is_whole(label: Label, others: list[str]) -> bool:
    """Whether the cells beside a label are its list's: it has none of its own, or names stand beside its first name."""
    return not label.rest or not all(judge.is_noise(cell) or judge.is_code(cell) for cell in others)


def facing(rows: list[Row], side: int | None) -> list[Row]:
    """The rows behind a label as its column has them; lines of the other column are left out where a side is known."""
    found = []
    grid = side is None and _is_grid(rows)
    for row in rows:
        part = _one_side(row, side) if side is not None else row if grid else _fitting(row)
        if side is None or len(row.cells) > 1 or fits(row.words) or _stops(row):
            found.append(part)
    return found


def _is_grid(rows: list[Row]) -> bool:
    """Whether the names of a list stand in columns: most of its rows of several cells hold nothing else."""
    here = [row for row in takewhile(lambda row: not _stops(row), rows) if len(row.cells) > 1][:_GRID]
    whole = [row for row in here if all(fits(cell) and not judge.is_noise(cell) for cell in row.cells)]
    return len(whole) > 1 and 2 * len(whole) > len(here) and all(map(_are_names, here))


def _are_names(row: Row) -> bool:
    """Whether all cells of a row could be names of courses, known or not."""
    return not any(judge.is_foreign(cell) or judge.is_job(cell) or judge.is_tool(cell) for cell in row.cells)


def _stops(row: Row) -> bool:
    return section_heading(row) or label_of(row) is not None


def _one_side(row: Row, side: int) -> Row:
    cells = row.cells
    beside = side == RIGHT and all(judge.is_noise(c) or judge.is_code(c) for c in cells[1:])
    if len(cells) == 1 or beside:
        return row
    return in_cell(row, cells[side])


def _fitting(row: Row) -> Row:
    """A row without cells of something else beside names of courses ("Machine Learning | Built a crawler ...")."""
    cells = row.cells
    good = [cell for cell in cells if fits(cell)]
    if len(cells) > 1 and (judge.is_taught(cells[0]) or judge.is_planned(cells[0])):
        return row  # "Assisted   Introductory Biology": courses of other people
    if cells[0].endswith(":") and judge.sub_label(cells[0].rstrip(": ")) and len(good) == len(cells) - 1:
        return row  # a group with its name
    if len(cells) > 1 and len(good) < len(cells) and section_heading(in_cell(row, cells[0])):
        return in_cell(row, cells[0])
    if len(cells) == 1 or len(good) == len(cells) or all(judge.is_noise(cell) for cell in good):
        return row
    kept = row._replace(words="\t".join(good))
    return kept if good[0] == cells[0] else kept._replace(bullet="")


@remembered
def fits(cell: str) -> bool:
    """Whether a cell can stand in a list of courses: names of courses, or a number, term or grade."""
    if judge.is_noise(cell) or judge.is_code(cell):
        return True
    pieces = split(unbulleted(cell)[1])
    named = [p for p in pieces if judge.is_course(p) and not judge.is_foreign(p.strip())]
    return 2 * len(named) > len(pieces) and not judge.is_job(cell) and not cell.rstrip().endswith(".")


def in_cell(row: Row, cell: str) -> Row:
    """A row that holds one of its cells only; its offsets stay those of the line."""
    bullet, words = unbulleted(cell)
    at = max(row.raw.find(words), 0)
    first = cell == row.cells[0]
    return row._replace(
        raw=row.raw[at : at + len(words)] if at else words, words=words,
        bullet=row.bullet if first else bullet, start=row.start + at,
    )  # fmt: skip
