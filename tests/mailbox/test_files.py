"""Local mail: .eml, mbox in its dialects, Maildir, folders."""

from __future__ import annotations

import io
import mailbox as stdlib
import os
import re
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import InputError
from intake.mailbox import files, mbox
from intake.model import Sighting

SMALL = b"From: Ada Example <ada@example.edu>\r\nSubject: Internship\r\n\r\nHello\r\n"
LINE = b"From ada@example.edu Sat Jan  3 01:05:34 2026\n"


def one(number: int) -> bytes:
    return b"From: ada@example.edu\nSubject: %d\n\nHello %d\n" % (number, number)


def read(*paths: Path, **options: int) -> list[Sighting]:
    found = list(files.read(paths, **options))
    assert files.count(paths) == len(found)
    return found


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def crlf(raw: bytes) -> bytes:
    return raw.replace(b"\n", b"\r\n")


def test_single_message_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed = b"From: ada@example.edu\nSubject: x\r\n\r\n>From here\nand\r\n\n"
    path = write(tmp_path / "application.eml", mixed)
    monkeypatch.chdir(tmp_path)
    (sighting,) = read(Path("application.eml"))
    assert sighting.raw == mixed
    place = sighting.place
    assert (place.mailbox, place.folder, place.uidvalidity, place.uid) == ("files", str(path), 0, 1)
    assert sighting.internal_date is None


@pytest.mark.parametrize("name", ["application.eml", "1", "mail.txt", "APPLICATION.EML"])
def test_content_tells_a_message(tmp_path: Path, name: str) -> None:
    assert [sighting.raw for sighting in read(write(tmp_path / name, SMALL))] == [SMALL]


def test_eml_without_any_header_is_still_a_message(tmp_path: Path) -> None:
    assert read(write(tmp_path / "x.eml", b"\x00\xff hello"))[0].raw == b"\x00\xff hello"


@pytest.mark.parametrize(
    ("separator", "taken"),
    [
        (b"From ada@example.edu Sat Jan  3 01:05:34 2026", datetime(2026, 1, 3, 1, 5, 34, tzinfo=UTC)),
        (b"From - Sat Jan  3 01:05:34 2026", datetime(2026, 1, 3, 1, 5, 34, tzinfo=UTC)),
        (b"From 1850@xxx Sat Jan 03 01:05:34 +0000 2026", datetime(2026, 1, 3, 1, 5, 34, tzinfo=UTC)),
        (b"From ada Sat Jan  3 01:05:34 2026 -0800", datetime(2026, 1, 3, 9, 5, 34, tzinfo=UTC)),
        (b"From ada Sat Jan  3 01:05:34 PST 2026", datetime(2026, 1, 3, 1, 5, 34, tzinfo=UTC)),
        (b"From MAILER-DAEMON Sat Jan 31 01:05 2026", datetime(2026, 1, 31, 1, 5, tzinfo=UTC)),
        (b"From ???@??? Sat Jan 31 01:05:00 2026", datetime(2026, 1, 31, 1, 5, tzinfo=UTC)),
        (b"From ada@example.edu Sat, 31 Jan 2026 01:05:00 +0100", datetime(2026, 1, 31, 0, 5, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_mbox(tmp_path: Path, separator: bytes, taken: datetime, end: bytes) -> None:
    content = b"".join(separator + b"\n" + one(number) + b"\n" for number in range(3)).replace(b"\n", end)
    path = write(tmp_path / "All mail.mbox", content)
    found = read(path)
    assert [sighting.raw for sighting in found] == [crlf(one(number)) for number in range(3)]
    assert [sighting.place.uid for sighting in found] == [1, 2, 3]
    assert {sighting.place.folder for sighting in found} == {str(path)}
    assert {sighting.internal_date for sighting in found} == {taken}


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        (b"From now on I study.\n", b"From now on I study.\n"),
        (b">From now on I study.\n", b"From now on I study.\n"),
        (b">>From now on\n>>>From there\n", b">From now on\n>>From there\n"),
        (b"> From a quote\n>from below\n", b"> From a quote\n>from below\n"),
        (
            b"From June 2026 on, 10:30 each day,\nI am free.\n",
            b"From June 2026 on, 10:30 each day,\nI am free.\n",
        ),
        (b"From Sat Jan 3 10:00:00 2026\nI am free\n", b"From Sat Jan 3 10:00:00 2026\nI am free\n"),
        (b"x From ada Sat Jan 3 10:00:00 2026\nA: b\n", b"x From ada Sat Jan 3 10:00:00 2026\nA: b\n"),
        (b"the end\n\n\n", b"the end\n\n\n"),
        (b"no line end", b"no line end"),
    ],
)
def test_from_in_a_letter(tmp_path: Path, body: bytes, meant: bytes) -> None:
    head = b"From: ada@example.edu\nSubject: x\n\n"
    last = b"" if body.endswith(b"\n") else b"\n"
    path = write(tmp_path / "mail", LINE + head + body + last + b"\n" + LINE + one(2) + b"\n")
    first, second = read(path)
    assert first.raw == crlf(head + meant + last)
    assert second.raw == crlf(one(2))


def test_separator_without_an_empty_line_before(tmp_path: Path) -> None:
    found = read(write(tmp_path / "mail", LINE + one(1) + LINE + one(2)))
    assert [sighting.raw for sighting in found] == [crlf(one(1)), crlf(one(2))]


def test_first_line_may_have_no_date(tmp_path: Path) -> None:
    assert read(write(tmp_path / "mail", b"From somebody\n" + one(1)))[0].raw == crlf(one(1))


def test_empty_mbox(tmp_path: Path) -> None:
    assert read(write(tmp_path / "Junk.mbox", b"")) == []


def test_too_large_ones_are_told(tmp_path: Path) -> None:
    big = b"From: ada@example.edu\n\n" + b"x" * 5000 + b"\n"
    path = write(tmp_path / "mail", LINE + one(1) + b"\n" + LINE + big + b"\n" + LINE + one(2) + b"\n")
    first, second, third = read(path, message_bytes=1000)
    assert (first.raw, third.raw) == (crlf(one(1)), crlf(one(2)))
    assert second.raw is None
    assert second.problem == "is larger than 0.0 MB (0.0 MB)"
    assert second.place.uid == 2
    (single,) = read(write(tmp_path / "big.eml", big), message_bytes=1000)
    assert (single.raw, single.problem) == (None, second.problem)


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 50, 4096])
def test_pieces_of_any_size(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    """A separator may lie across the border of two pieces."""
    content = b"".join(LINE + one(number) + b"\n" for number in range(5))
    monkeypatch.setattr(mbox, "_CHUNK", chunk)
    file = io.BytesIO(content)
    assert [mbox.message(content[slot.start : slot.end]) for slot in mbox.slots(file)] == [
        crlf(one(number)) for number in range(5)
    ]


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("From >\n:x1aJ2026"), max_size=60), max_size=5))
def test_what_the_standard_library_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    path = tmp_path_factory.mktemp("mbox") / "mail"
    written = [f"Subject: {number}\n\n{body}\n" for number, body in enumerate(bodies)]
    box = stdlib.mbox(path)
    for text in written:
        box.add(text)
    box.close()
    found = list(files.read([path])) if bodies else []
    assert len(found) == len(bodies)
    for sighting, text in zip(found, written, strict=True):
        # the library escapes "From " only, so that a ">From " of the letter itself loses its ">"
        assert sighting.raw == crlf(re.sub(r"(?m)^>(>*From )", r"\1", text).encode())


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_parted_without_overlap(content: bytes) -> None:
    end = 0
    for slot in mbox.slots(io.BytesIO(b"From x\n" + content)):
        assert end <= slot.start <= slot.end <= len(content) + 7
        end = slot.end
    assert end == len(content) + 7


def test_large_mbox_is_streamed(tmp_path: Path) -> None:
    """Memory does not grow with the file: 64 MB are read under a limit that one message fits into."""
    path = tmp_path / "Takeout.mbox"
    body = b"From: ada@example.edu\n\n" + b"text of a letter\n" * 60_000
    with path.open("wb") as file:
        for _ in range(64):
            file.write(LINE + body + b"\n")
    tracemalloc.start()
    try:
        assert sum(1 for _ in files.read([path])) == 64
        assert tracemalloc.get_traced_memory()[1] < 12 * len(body)
    finally:
        tracemalloc.stop()


def maildir(top: Path) -> Path:
    for part in ("cur", "new", "tmp"):
        (top / part).mkdir(parents=True)
    return top


def test_maildir(tmp_path: Path) -> None:
    top = maildir(tmp_path / "Maildir")
    write(top / "cur/1700000000.M1P1.host:2,S", one(1))
    write(top / "new/1700000001.M1P1.host", one(2))
    write(top / "tmp/1700000002.M1P1.host", one(3))
    write(top / "dovecot-uidlist", b"3 V1 N3\n")
    write(top / "cur/.hidden", one(4))
    maildir(top / ".Junk")
    write(top / ".Junk/cur/spam:2,", one(5))
    found = read(top)
    assert [sighting.raw for sighting in found] == [crlf(one(1)), crlf(one(2)), crlf(one(5))]
    assert [sighting.place.folder for sighting in found] == [
        f"{top}/1700000000.M1P1.host",
        f"{top}/1700000001.M1P1.host",
        f"{top}/.Junk/spam",
    ]
    assert [sighting.internal_date for sighting in found] == [
        datetime.fromtimestamp(1700000000, UTC),
        datetime.fromtimestamp(1700000001, UTC),
        None,
    ]


def test_maildir_place_survives_reading_the_message(tmp_path: Path) -> None:
    top = maildir(tmp_path / "Maildir")
    path = write(top / "new/1700000001.M1P1.host", one(1))
    before = read(top)
    path.rename(top / "cur/1700000001.M1P1.host:2,RS")
    assert read(top) == before


def test_empty_maildir(tmp_path: Path) -> None:
    assert read(maildir(tmp_path / "Maildir")) == []


def test_folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path / "b.eml", SMALL)
    write(tmp_path / "a/2.eml", SMALL)
    write(tmp_path / "a/old.mbox", LINE + one(1) + b"\n" + LINE + one(2))
    write(tmp_path / "notes.pdf", b"%PDF-1.7\n")
    write(tmp_path / ".DS_Store", b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = read(tmp_path)
    assert [(Path(s.place.folder).relative_to(tmp_path).as_posix(), s.place.uid) for s in found] == [
        ("b.eml", 1),
        ("a/2.eml", 1),
        ("a/old.mbox", 1),
        ("a/old.mbox", 2),
    ]
    assert "notes.pdf: is neither" in caplog.text
    assert ".DS_Store" not in caplog.text


def test_linked_file_is_read(tmp_path: Path) -> None:
    write(tmp_path / "real.eml", SMALL)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real.eml")
    (sighting,) = read(link)
    assert (sighting.raw, sighting.place.folder) == (SMALL, str(link))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04....", "zip archive"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"!BDN....", "Outlook archive"),
        (b"\xd0\xcf\x11\xe0....", "save it as .eml"),
        (b"%PDF-1.7\n", "Maildirs"),
        (b"Just a note\nfrom me\n", "Maildirs"),
        (b"", "Maildirs"),
    ],
)
def test_other_files_are_refused_before_anything_is_read(tmp_path: Path, content: bytes, said: str) -> None:
    good, bad = write(tmp_path / "a.eml", SMALL), write(tmp_path / "file", content)
    with pytest.raises(InputError, match="is neither an email nor an mbox") as caught:
        files.read([good, bad])
    assert str(bad) in str(caught.value)
    assert said in caught.value.hint


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        files.read([tmp_path / "absent"])
    with pytest.raises(InputError, match="no file in this folder"):
        files.read([tmp_path])
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="is neither"):
        files.read([tmp_path / "pipe"])


def test_files_that_go_or_are_empty(tmp_path: Path) -> None:
    write(tmp_path / "1.eml", b"")
    gone = write(tmp_path / "2.eml", SMALL)
    write(tmp_path / "3.eml", SMALL)
    sightings = files.read([tmp_path])
    gone.unlink()
    empty, lost, last = sightings
    assert (empty.raw, empty.problem, empty.gone) == (None, "is an empty file", False)
    assert (lost.raw, lost.gone) == (None, True)
    assert last.raw == SMALL


def test_a_folder_is_walked_as_far_as_one_goes_through_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Maildir of a million mails must not stand in memory by names and paths."""
    for number in range(50):
        write(tmp_path / f"{number:02}.eml", SMALL)
    looked_at: list[Path] = []
    look = files._of_file

    def noted(path: Path, mode: int) -> object:
        looked_at.append(path)
        return look(path, mode)

    monkeypatch.setattr(files, "_of_file", noted)
    sightings = files.read([tmp_path])
    next(sightings)
    assert len(looked_at) == 1
    assert len(list(sightings)) == 49
