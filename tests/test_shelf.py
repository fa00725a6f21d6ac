"""Values put aside on disk come back as they were, in any order, as often as they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import DeliveryError
from intake.shelf import Shelf
from support.views import COMPLETE, LACKING, OPEN


def test_values_come_back_in_their_order_and_again(tmp_path: Path) -> None:
    shelf = Shelf.of([COMPLETE, LACKING], tmp_path)
    first = iter(shelf)
    assert next(first) == COMPLETE
    assert list(shelf) == [COMPLETE, LACKING]
    shelf.add(OPEN)
    assert list(first) == [LACKING, OPEN], "who goes through it is not disturbed by others"
    assert (len(shelf), OPEN in shelf, bool(Shelf.of([]))) == (3, True, False)


def test_picked_ones_are_not_written_again(tmp_path: Path) -> None:
    shelf = Shelf.of("abc", tmp_path)
    picked = shelf.pick([2, 0, 2])
    assert list(picked) == ["c", "a", "c"]
    assert list(picked.pick([1])) == ["a"]
    assert Shelf.of(picked) is picked


def test_nothing_is_left_on_the_disk(tmp_path: Path) -> None:
    assert list(Shelf.of("abc", tmp_path)) == ["a", "b", "c"]
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_nothing_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="cannot be written"):
        Shelf(tmp_path / "nowhere")
