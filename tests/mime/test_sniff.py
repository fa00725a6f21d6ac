"""What a file without a name is called by."""

from __future__ import annotations

import pytest

from intake.mime.sniff import extension_of


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (b"%PDF-1.4", "application/octet-stream", ".pdf"),
        (b"\r\n\r\n%PDF-1.4", "", ".pdf"),
        (b"PK\x03\x04letter.pdf%PDF-1.4", "application/pdf", ".zip"),
        (b"PK\x03\x04word/document.xml", "application/zip", ".docx"),
        (b"Dear team", "text/plain", ".txt"),
        (b"Dear team", "", ".bin"),
    ],
)
def test_extensions(content: bytes, declared: str, expected: str) -> None:
    assert extension_of(content, declared) == expected
