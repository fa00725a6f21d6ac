"""Rows of a page: cells that wrap beside shorter neighbours are joined, paragraphs and headings are not."""

from __future__ import annotations

import pytest

from intake.documents.pdf.glyphs import Stretch
from intake.documents.pdf.rows import rows_text

Line = tuple[
    float, list[tuple[float, str]]
]  # a baseline in points from the foot, and texts with where they begin


def page(*lines: Line) -> list[Stretch]:
    """Stretches of 9 points, each letter 5 points wide."""
    return [
        Stretch(
            x,
            x + 5 * len(text),
            y,
            9.0,
            upright=True,
            number=0,
            glyphs=list(text),
            gaps=[0.0] * len(text),
            text=text,
        )
        for y, texts in lines
        for x, text in texts
    ]


WHOLE = "STAT 636\tANALYSIS\t3.0\tA"
ROW: list[tuple[float, str]] = [(60, "STAT 636"), (180, "ANALYSIS"), (300, "3.0"), (420, "A")]
NEXT: Line = (470, [(60, "STAT 689"), (180, "LEARNING"), (300, "3.0"), (420, "A")])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([(512, [(60, "FALL 2016")]), (500, [(180, "APPLIED")]), (489, ROW), NEXT],
         ["FALL 2016", "STAT 636\tAPPLIED ANALYSIS\t3.0\tA"]),
        ([(500, ROW), (489, [(180, "OF DATA")]), NEXT], ["STAT 636\tANALYSIS OF DATA\t3.0\tA"]),
        # a heading above the first column, a line wider than the column, lines at equal distances
        ([(500, [(60, "FALL")]), (489, ROW), NEXT], ["FALL", WHOLE]),
        ([(500, [(180, "A LINE THAT GOES ON BEYOND")]), (489, ROW), NEXT], ["A LINE THAT GOES ON BEYOND", WHOLE]),
        ([(511, [(60, "TEXT")]), (500, [(180, "APPLIED")]), (489, ROW)], ["TEXT", "APPLIED", WHOLE]),
        # two cells are a label with its paragraph, and no table
        ([(500, [(60, "Skills"), (180, "Python,")]), (489, [(180, "Java")])], ["Skills\tPython,", "Java"]),
    ],
)  # fmt: skip
def test_cells_that_wrap(lines: list[Line], expected: list[str]) -> None:
    assert rows_text(page(*lines))[: len(expected)] == expected
