"""A seeded share of each fault that `make torture` tries in full, and what the page on it says."""

from __future__ import annotations

import pytest

import torture
from hostile.bombs import ROOMS
from reliability import PAGE
from support.trials import Tally, Trial, can_mount


@pytest.mark.parametrize("trial", torture.TRIALS, ids=lambda trial: trial.name.replace(" ", "-"))
def test_nothing_is_lost_doubled_or_hung(trial: Trial) -> None:
    if trial.name.startswith("the disk is") and not can_mount():
        pytest.skip("only root can make a small disk")
    tally = torture.attempt(trial, trial.share)
    assert (tally.lost, tally.doubled, tally.hung, tally.wrong) == (0, 0, 0, []), tally.seen
    assert tally.tries >= trial.share


def test_a_fault_that_is_not_withstood_is_seen() -> None:
    assert Tally(tries=1).is_good
    for tally in (Tally(), Tally(1, lost=1), Tally(1, doubled=1), Tally(1, hung=1), Tally(1, wrong=["x"])):
        assert not tally.is_good


def test_the_page_has_a_row_for_each_fault_and_nothing_lost() -> None:
    rows = [
        [cell.strip() for cell in row.strip("|").split("|")]
        for row in PAGE.read_text(encoding="utf-8").splitlines()
        if row.startswith("| ")
    ]
    named = {row[0]: row for row in rows}
    for trial in torture.TRIALS:
        row = named[trial.name]
        assert int(row[2]) >= trial.full
        assert row[3:6] == ["0", "0", "0"]
        assert "**" not in row[6]
    for name in (name for room in ROOMS.values() for name in room):
        assert named[name][6] == "understood"
