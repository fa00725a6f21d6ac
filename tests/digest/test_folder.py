"""The digest's folder: put in place whole, never at the cost of what is not its own."""

from __future__ import annotations

import ctypes
import os
import stat
import time
from pathlib import Path

import pytest

from intake.digest import folder as folders
from intake.digest.folder import fresh_folder
from intake.errors import DeliveryError


def write(place: Path, words: str) -> None:
    with fresh_folder(place) as folder:
        folder.write("index.html", words)
        folder.write("applications/1.html", words)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_new_digest_replaces_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(folders, "_exchange", lambda one, other: False)
    place = tmp_path / "below" / "digest"
    write(place, "first")
    (place / "applications" / "2.html").write_text("somebody who is gone")
    write(place, "second")
    assert (place / "index.html").read_text() == "second"
    assert not (place / "applications" / "2.html").exists()
    assert [path.name for path in place.parent.iterdir()] == ["digest"]


def test_it_is_its_owners_only(tmp_path: Path) -> None:
    os.umask(0o000)
    try:
        write(tmp_path / "digest", "words")
    finally:
        os.umask(0o022)
    for path in [tmp_path / "digest", *(tmp_path / "digest").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_where_writing_fails_the_old_one_stays(tmp_path: Path) -> None:
    place = tmp_path / "digest"
    write(place, "first")
    with pytest.raises(DeliveryError, match="cannot be written"), fresh_folder(place) as folder:
        folder.write("index.html", "half")
        folder.write("nowhere/1.html", "lost")
    with pytest.raises(ZeroDivisionError), fresh_folder(place) as folder:
        folder.write("index.html", f"{1 / 0}")
    assert (place / "index.html").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["digest"]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(DeliveryError, match=r"thesis\.txt, which no digest wrote"):
        write(tmp_path, "words")
    assert (tmp_path / "thesis.txt").read_text() == "precious"


def test_small_files_of_servers_and_desktops_move_along(tmp_path: Path) -> None:
    place = tmp_path / "digest"
    write(place, "first")
    (place / ".htaccess").write_text("Require valid-user")
    write(place, "second")
    assert (place / ".htaccess").read_text() == "Require valid-user"


def test_files_of_the_digest_before_are_taken_over(tmp_path: Path) -> None:
    place = tmp_path / "digest"
    with fresh_folder(place) as folder:
        assert not folder.keep("files/a.pdf")
        folder.write("files/a.pdf", b"bytes")
    (place / "files" / "b.pdf").symlink_to("/etc/passwd")
    with fresh_folder(place) as folder:
        assert folder.keep("files/a.pdf")
        assert not folder.keep("files/b.pdf")
        assert folder.hash_before("files/none.pdf") is None
    assert (place / "files" / "a.pdf").read_bytes() == b"bytes"


def test_what_a_killed_run_left_is_removed_after_a_day(tmp_path: Path) -> None:
    old, young = tmp_path / ".digest.new-old", tmp_path / ".digest.new-young"
    for leftover in (old, young):
        (leftover / "files").mkdir(parents=True)
    before = time.time() - 2 * 24 * 3600
    os.utime(old, (before, before))
    write(tmp_path / "digest", "words")
    assert not old.exists()
    assert young.exists()


def test_without_the_system_call_folders_change_names_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_library(*_: object, **__: object) -> None:
        raise OSError("no such library")

    write(tmp_path / "digest", "first")
    monkeypatch.setattr(ctypes, "CDLL", no_library)
    write(tmp_path / "digest", "second")
    assert (tmp_path / "digest" / "index.html").read_text() == "second"
