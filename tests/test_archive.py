"""The archive: whole files or none, whatever happens to the disk or the process."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.archive import LEFTOVER_SECONDS, TEMPORARY, Archive
from intake.errors import ArchiveError

RAW = b"From: Ada Example <ada@example.edu>\r\nSubject: Internship\r\n\r\nHello\r\n"
SHA256 = hashlib.sha256(RAW).hexdigest()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "mail")


def files(archive: Archive) -> list[Path]:
    return [path for path in archive.directory.rglob("*") if path.is_file()]


def test_kept_under_its_hash(archive: Archive) -> None:
    assert archive.keep(RAW) == SHA256
    path = archive.directory / SHA256[:2] / SHA256[2:4] / f"{SHA256}.eml"
    assert path == archive.path(SHA256)
    assert path.read_bytes() == RAW
    assert archive.read(SHA256) == RAW
    assert SHA256 in archive
    assert "0" * 64 not in archive
    assert files(archive) == [path]


def test_twice_is_once(archive: Archive) -> None:
    archive.keep(RAW)
    before = archive.path(SHA256).stat()
    assert archive.keep(RAW) == SHA256
    after = archive.path(SHA256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_owner_only(tmp_path: Path) -> None:
    directory = tmp_path / "mail"
    directory.mkdir(mode=0o755)
    directory.chmod(0o755)
    previous = os.umask(0)
    try:
        archive = Archive(directory)
        path = archive.path(archive.keep(RAW))
    finally:
        os.umask(previous)
    assert path.stat().st_mode & 0o777 == 0o600
    for folder in (directory, directory / TEMPORARY, path.parent, path.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700, folder


@pytest.mark.parametrize("damage", [b"", RAW[:-1], RAW.replace(b"Ada", b"Bob")])
def test_damage_is_told_and_mended(archive: Archive, damage: bytes) -> None:
    archive.keep(RAW)
    archive.path(SHA256).write_bytes(damage)
    with pytest.raises(ArchiveError, match="damaged") as caught:
        archive.read(SHA256)
    assert str(archive.path(SHA256)) in str(caught.value)
    assert "backup" in caught.value.hint
    archive.keep(RAW)
    assert archive.read(SHA256) == RAW


def test_missing_is_told(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="not in the archive"):
        archive.read(SHA256)


def test_removed(archive: Archive) -> None:
    archive.keep(RAW)
    assert archive.remove(SHA256) is True
    assert archive.remove(SHA256) is False
    assert list(archive) == []
    assert files(archive) == []


def test_listing_shows_messages_alone(archive: Archive) -> None:
    kept = sorted(archive.keep(b"message %d\r\n" % number) for number in range(300))
    (archive.directory / "README").write_text("not mail")
    (archive.path(kept[0]).parent / "notes.txt").write_text("not mail")
    misplaced = archive.path(kept[0]).parent / f"{'f' * 64}.eml"
    misplaced.write_bytes(b"in a folder that is not its own")
    (archive.directory / TEMPORARY / "half").write_bytes(b"half")
    assert list(archive) == kept == list(archive.hashes())


@pytest.mark.parametrize(
    "name", ["", "../../../etc/passwd", SHA256.upper(), SHA256[:-1], SHA256 + "0", SHA256 + "\n"]
)
def test_only_hashes_are_names(archive: Archive, name: str) -> None:
    with pytest.raises(ValueError, match="is not a SHA-256"):
        archive.path(name)
    assert name not in archive


def test_leftovers_go_when_they_are_old(archive: Archive) -> None:
    archive.keep(RAW)
    old, young = (archive.directory / TEMPORARY / name for name in ("old", "young"))
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    then = time.time() - LEFTOVER_SECONDS - 60
    os.utime(old, (then, then))
    Archive(archive.directory)
    assert not old.exists()
    assert young.exists()
    assert archive.read(SHA256) == RAW


@pytest.mark.parametrize(
    ("code", "hint"),
    [(errno.ENOSPC, "full"), (errno.EDQUOT, "quota"), (errno.EROFS, "read-only"), (errno.EIO, "backup")],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_faults_of_the_disk(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, code: int, hint: str, call: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(f"intake.archive.os.{call}", fail)
        with pytest.raises(ArchiveError, match=os.strerror(code)) as caught:
            archive.keep(RAW)
    assert hint in caught.value.hint
    assert str(archive.path(SHA256)) in caught.value.message
    assert not list((archive.directory / TEMPORARY).glob("*"))
    assert archive.keep(RAW) == SHA256
    assert archive.read(SHA256) == RAW


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is on Linux only")
def test_full_disk_for_real(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that the kernel refuses leaves no file under the message's name."""
    real = os.open

    def full(path: str | Path, flags: int, mode: int = 0o777) -> int:
        return real("/dev/full", os.O_WRONLY) if flags & os.O_CREAT else real(path, flags, mode)

    monkeypatch.setattr("intake.archive.os.open", full)
    with pytest.raises(ArchiveError, match="No space left") as caught:
        archive.keep(RAW)
    assert "next run fetches" in caught.value.hint
    assert SHA256 not in archive


def test_directory_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    with pytest.raises(ArchiveError, match="cannot be used as the archive"):
        Archive(tmp_path / "mail")


KEEPER = """
import sys
from pathlib import Path
from intake.archive import Archive
archive = Archive(Path(sys.argv[1]))
for number in range(10**6):
    archive.keep(b"%d " % number * 20_000)
    print(number, flush=True)
"""


@pytest.mark.parametrize("messages", [1, 5, 20])
def test_killed_while_writing(tmp_path: Path, messages: int) -> None:
    """After SIGKILL every name holds a whole message, and each one that was reported kept is there."""
    process = subprocess.Popen([sys.executable, "-c", KEEPER, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout
    with process.stdout as reports:
        for _ in range(messages):
            reports.readline()
        process.send_signal(signal.SIGKILL)
        rest = reports.read().splitlines()
    process.wait()
    archive = Archive(tmp_path)
    kept = messages + len([line for line in rest if line])
    found = {archive.read(sha256) for sha256 in archive}
    assert {b"%d " % number * 20_000 for number in range(kept)} <= found
    assert len(found) <= kept + 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=8))
def test_anything_comes_back(tmp_path_factory: pytest.TempPathFactory, messages: list[bytes]) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    hashes = [archive.keep(raw) for raw in messages]
    assert [archive.read(sha256) for sha256 in hashes] == messages
    assert sorted(set(hashes)) == list(archive)
    with contextlib.suppress(IndexError):
        archive.remove(hashes[0])
        assert hashes[0] not in archive


def test_many_are_kept_in_their_order(archive: Archive) -> None:
    raws = [b"message %d\r\n" % number for number in range(20)]
    assert [archive.read(sha256) for sha256 in archive.keep_all(raws)] == raws
    assert list(archive.keep_all([])) == []


def test_what_stands_before_one_that_cannot_be_kept_is_told(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is told may be noted in the ledger: those behind it come again."""
    keep = archive.keep

    def failing(raw: bytes) -> str:
        if raw == b"3":
            raise ArchiveError("the disk is full")
        return keep(raw)

    monkeypatch.setattr(archive, "keep", failing)
    told = archive.keep_all([b"1", b"2", b"3", b"4"])
    assert archive.read(next(told)) == b"1"
    assert archive.read(next(told)) == b"2"
    with pytest.raises(ArchiveError):
        next(told)
