"""Files put in place: whole or not at all, for their owner only, and nothing of them left where writing fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.errors import DeliveryError, StoreError
from intake.outgoing.placing import place


def _pieces(fault: BaseException) -> Iterator[bytes]:
    yield b"Name,Email\n"
    raise fault


@pytest.mark.parametrize("content", [b"one two", [b"one ", b"two"]])
def test_written_whole_for_its_owner(tmp_path: Path, content: bytes | list[bytes]) -> None:
    path = tmp_path / "new" / "export.csv"
    place(path, content)
    assert path.read_bytes() == b"one two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["export.csv"]


@pytest.mark.parametrize("fault", [StoreError("intake.db: malformed"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("old", [None, b"before"])
def test_a_piece_that_fails_leaves_what_was_there(
    tmp_path: Path, fault: BaseException, old: bytes | None
) -> None:
    path = tmp_path / "export.csv"
    if old is not None:
        path.write_bytes(old)
    with pytest.raises(type(fault)):
        place(path, _pieces(fault))
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == (
        {} if old is None else {path.name: old}
    )


def test_a_disk_that_refuses_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.mkdir()
    with pytest.raises(DeliveryError, match=r"export\.csv: cannot be written"):
        place(path, b"text")
    assert list(tmp_path.iterdir()) == [path]
