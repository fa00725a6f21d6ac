"""Files of applications: taken out behind the fence, under names that say nothing of who sent them."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from intake.config import Limits
from intake.digest.folder import fresh_folder
from intake.documents.first_page import HEIGHT, WIDTH, first_page, png
from intake.errors import ArchiveError
from intake.outgoing.enclosures import Enclosures
from intake.review import ApplicationView, DocumentView, FileView
from support.pdf_writer import Page, write_pdf
from support.views import person

SHA = "a" * 64
RESUME = write_pdf(Page().column(72, 700, ["ANA RUIZ", "Python"]))


def mail(*attachments: tuple[str, str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"] = "Ana Ruiz <ana@example.edu>"
    message.set_content("Hello")
    for name, kind, content in attachments:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def view(*documents: DocumentView) -> ApplicationView:
    return replace(person(7), documents=documents)


def document(name: str, kind: str, role: str = "other", content: bytes | None = None) -> DocumentView:
    digest = hashlib.sha256(content).hexdigest() if content is not None else None
    return DocumentView(SHA, f"attachment:{name}", role, kind, "text", None, 1, digest)


def put(place: Path, raw: bytes, *documents: DocumentView) -> tuple[FileView, ...]:
    with fresh_folder(place) as folder, Enclosures(lambda _: raw, Limits()) as enclosures:
        return enclosures.put(view(*documents), folder)


def test_names_say_nothing_and_endings_run_nothing(tmp_path: Path) -> None:
    evil = b"<script>alert(1)</script>"
    raw = mail(
        ("Ana Ruiz.html", "text/html", evil),
        ("../../run.exe", "application/octet-stream", b"MZ"),
        ("Ana_Ruiz_Resume.pdf", "application/pdf", RESUME),
    )
    names = re.findall(r'filename="([^"]*)"', raw.decode())
    kinds = {"Ana Ruiz.html": "text/html", "Ana_Ruiz_Resume.pdf": "application/pdf"}
    found = put(
        tmp_path / "digest",
        raw,
        *(
            document(
                name.rpartition("/")[2],
                kinds.get(name, "application/x-dosexec"),
                "resume" if "pdf" in name else "other",
            )
            for name in names
        ),
    )
    paths = [file.path for file in found]
    assert len(paths) == 3
    for path in paths:
        assert path is not None
        assert re.fullmatch(r"files/7-(?:resume|other)-[0-9a-f]{12}\.(?:pdf|txt|bin)", path)
        assert (tmp_path / "digest" / path).is_file()
    assert found[0].role == "resume"  # letters and resumes first
    picture = tmp_path / "digest" / (found[0].picture or "")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_file_that_was_changed_in_the_digest_is_taken_out_anew(tmp_path: Path) -> None:
    content = b"as it was sent"
    one = document("notes.txt", "text/plain", content=content)
    raw = mail(("notes.txt", "text/plain", content))
    (first,) = put(tmp_path / "digest", raw, one)
    path = tmp_path / "digest" / (first.path or "")
    assert path.read_bytes().strip() == content
    path.write_bytes(b"as somebody saved it")
    put(tmp_path / "digest", raw, one)
    assert path.read_bytes().strip() == content


def test_an_archive_stands_for_what_it_holds(tmp_path: Path) -> None:
    raw = mail(("all.zip", "application/zip", b"PK"))
    found = put(
        tmp_path / "digest",
        raw,
        document("all.zip/resume.pdf", "application/pdf", "resume"),
        document("all.zip/notes.txt", "text/plain"),
    )
    (file,) = found
    assert (file.source, file.path is not None and file.path.endswith(".zip")) == ("attachment:all.zip", True)


def test_a_mail_that_is_not_there_costs_its_files_only(tmp_path: Path) -> None:
    def lost(sha256: str) -> bytes:
        raise ArchiveError(f"{sha256} is not there")

    with fresh_folder(tmp_path / "digest") as folder, Enclosures(lost, Limits()) as enclosures:
        (file,) = enclosures.put(view(document("resume.pdf", "application/pdf", "resume")), folder)
    assert (file.path, file.picture) == (None, None)
    assert "could not be taken out" in (file.problem or "")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 broken", b"no pdf at all"])
def test_what_is_no_pdf_has_no_picture(content: bytes) -> None:
    assert first_page(content) is None


def test_a_picture_is_a_whole_png_of_bounded_size() -> None:
    drawn = first_page(RESUME)
    assert drawn is not None
    width, height = struct.unpack(">II", drawn[16:24])
    assert 0 < width <= WIDTH
    assert 0 < height <= HEIGHT
    assert drawn.endswith(b"IEND\xaeB`\x82")


def test_png_keeps_the_pixels() -> None:
    drawn = png(bytes([255, 0, 0, 0, 255, 0, 9, 9]), 2, 1, 8, 3)
    assert drawn is not None
    start = drawn.index(b"IDAT") + 4
    length = struct.unpack(">I", drawn[start - 8 : start - 4])[0]
    assert zlib.decompress(drawn[start : start + length]) == bytes([0, 255, 0, 0, 0, 255, 0])
    assert png(b"", 1, 1, 1, 2) is None
