"""Exports are written piece by piece, and are what they would be if they were written at once."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from intake.corrections.exporting import Row, _json

ROWS: list[Row] = [{"id": 1, "name": 'two\nlines "and" \u2028 more', "phone": None}, {"id": 2, "name": "Ana"}]


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], []])
def test_json_in_pieces_is_the_json_of_all(rows: list[Row]) -> None:
    assert "".join(_json(rows)) == json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def test_rows_are_drawn_as_they_are_written() -> None:
    drawn = []

    def rows() -> Iterator[Row]:
        for number in range(100):
            drawn.append(number)
            yield {"id": number}

    pieces = _json(rows())
    next(pieces)
    assert len(drawn) == 1
