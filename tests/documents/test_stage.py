"""Any bytes give documents; containers go the same way; what cannot be read says why."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import documents
from intake.config import Limits
from intake.model import Attachment, Document

LIMITS = Limits()


def read(content: bytes, name: str = "file", limits: Limits = LIMITS) -> tuple[Document, ...]:
    return documents.read(f"attachment:{name}", Attachment(name, "application/octet-stream", content), limits)


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@given(st.binary(max_size=3000), st.sampled_from(["a.pdf", "a.docx", "a.txt", "", "a"]))
def test_any_bytes_give_documents(content: bytes, name: str) -> None:
    for document in read(content, name):
        assert (document.text is None) == (not document.text)
        assert document.text is not None or document.problem


@given(
    st.sampled_from(
        [b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1 ", b"\x78\x9f\x3e\x22"]
    ),
    st.binary(max_size=2000),
)
def test_any_bytes_after_a_magic_number(magic: bytes, rest: bytes) -> None:
    assert read(magic + rest)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"   \n", "has no text in it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture: its text cannot be read"),
        (b"%PDF-1.4\n1 0 obj\n<<", "the file is damaged: it breaks off"),
    ],
)
def test_problem(content: bytes, problem: str) -> None:
    (document,) = read(content)
    assert (document.text, document.problem) == (None, problem)


def test_too_large_is_not_read() -> None:
    (document,) = read(b"a" * (2**20 + 1), limits=Limits(attachment_bytes=2**20))
    assert (document.text, document.problem) == (None, "the file is larger than the limit of 1 MB")


def test_long_text_is_cut_and_says_so() -> None:
    (document,) = read(b"word " * 100, limits=Limits(text_characters=40))
    assert document.text == "word " * 8
    assert document.problem == "only the first 40 characters were read"


def test_members_of_a_zip_are_named_by_base_name_and_told_apart() -> None:
    inner = zipped({"deep/cv.txt": b"Deep"})
    content = zipped(
        {
            "a/cv.txt": b"One",
            "b/cv.txt": b"Two",
            "../../etc/x.txt": b"Three",
            "__MACOSX/._cv.txt": b"junk",
            "in.zip": inner,
        }
    )
    found = {document.source: document.text for document in read(content, "all.zip")}
    assert found == {
        "attachment:all.zip/cv.txt": "One",
        "attachment:all.zip/cv.txt (2)": "Two",
        "attachment:all.zip/x.txt": "Three",
        "attachment:all.zip/in.zip/cv.txt": "Deep",
    }


def test_a_third_archive_is_not_opened() -> None:
    content = zipped({"2.zip": zipped({"3.zip": zipped({"cv.txt": b"Words"})})})
    (document,) = read(content, "1.zip")
    assert document.source == "attachment:1.zip/2.zip/3.zip"
    assert document.text is None


def test_versions_name_every_reader() -> None:
    assert set(documents.versions()) == {reader.name for reader in documents.READERS.values()}
