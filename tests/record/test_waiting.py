"""Messages that wait: in their order, read in batches, and what was erased meanwhile left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.record import Store, waiting
from support.records import digest, sight


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        for number, name in enumerate("abcde", 1):
            sight(opened, name, number)
        yield opened


def test_rows_are_read_in_batches_and_in_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_BATCH", 2)
    found = store.pending(attempts=1)
    assert [one.sha256 for one in found] == [digest(name) for name in "abcde"]
    assert (len(found), found[1].sha256, found[-1].sha256) == (5, digest("b"), digest("e"))
    assert [one.sha256 for one in found[1:3]] == [digest("b"), digest("c")]


def test_one_that_is_gone_when_its_turn_comes_is_left_out(store: Store) -> None:
    found = store.pending(attempts=1)
    with store.transaction():
        store._run("DELETE FROM sighting WHERE uid = 2")
        store._run("DELETE FROM message WHERE sha256 = ?", digest("b"))
    assert [one.sha256 for one in found] == [digest(name) for name in "acde"]
