"""A list while it is read: its lines put together, and what is known of them so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.fields.coursework.labels import Label
from intake.fields.coursework.rows import Row


@dataclass(slots=True)
class Chunk:
    """A logical line: one item of a list or a run of them, `row` the last line it was put together from."""

    text: str
    row: Row
    flow: bool  # whether it goes on over line ends
    grown: bool = False
    apart: bool = False  # its courses are still to be taken, or were taken online


@dataclass(slots=True)
class Listing:
    """A list while it is read: `end` is the offset in the document up to which it was taken."""

    label: Label
    head: Row
    end: int
    chunks: list[Chunk] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    bullet: str | None = None  # of its items; None before the first
    table: bool = False
    noise: int = 0
    remarked: bool = False  # whether an item had a remark: "Machine Learning: trees, kernels"
    ahead_only: bool = False  # below a level of courses that are still to be taken
    fresh: bool = False  # right behind a heading within the list
    column: tuple[int, int] | None = None  # of a table: which of how many cells names the course
    passed: int = 0  # lines of schools and degrees that were passed over
    width: int = 0  # characters of the widest line nearby
    over: bool = False  # whether its last line went on with something else
    ahead: Row | None = None  # the line behind the one that is looked at
